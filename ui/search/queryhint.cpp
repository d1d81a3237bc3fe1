#include "ui/search/queryhint.h"

#include "ui/format.h"
#include "ui/search/queryedit.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace muster {

namespace {

constexpr int leastWidth = 320;
constexpr int gap = 2;

} // namespace

QueryHint::QueryHint(QueryEdit &edit)
    : QFrame(&edit)
    , m_edit(edit)
    , m_text(new QLabel(this))
    , m_suggestion(new QPushButton(this))
{
    setObjectName(QStringLiteral("queryHint"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 6, 8, 6);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    row->addWidget(m_suggestion);
    hide();
    edit.installEventFilter(this);
    connect(&edit, &QueryEdit::complaintChanged, this, &QueryHint::follow);
    connect(m_suggestion, &QPushButton::clicked, &edit, &QueryEdit::takeSuggestion);
}

void QueryHint::follow()
{
    const auto &complaint = m_edit.complaint();
    if (!complaint || m_edit.text().isEmpty() || !m_edit.isVisible()) {
        hide();
        return;
    }
    m_text->setText(format::plain(complaint->text, 300));
    m_suggestion->setVisible(!complaint->suggestion.isEmpty());
    m_suggestion->setText(tr("Write “%1”").arg(format::label(complaint->suggestion)));
    m_edit.setAccessibleDescription(complaint->describe());
    if (parentWidget() != m_edit.window()) {
        setParent(m_edit.window());
        setTabOrder(&m_edit, m_suggestion);
    }
    show();
    place();
}

void QueryHint::place()
{
    const int width = std::max(leastWidth, m_edit.width());
    setFixedWidth(width);
    m_text->setMinimumHeight(0);
    adjustSize();
    resize(width, std::max(layout()->totalSizeHint().height(), layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width) : 0));
    move(m_edit.mapTo(m_edit.window(), QPoint(0, m_edit.height() + gap)));
    raise();
}

bool QueryHint::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_edit && isVisible() && (event->type() == QEvent::Resize || event->type() == QEvent::Move))
        place();
    else if (watched == &m_edit && event->type() == QEvent::Hide)
        hide();
    return QFrame::eventFilter(watched, event);
}

} // namespace muster
