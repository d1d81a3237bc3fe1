#include "ui/drawer.h"

#include "ui/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace muster {

Drawer::Drawer(QWidget *over)
    : QFrame(over)
    , m_layout(new QVBoxLayout(this))
    , m_title(new QLabel(this))
    , m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("drawer"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    m_close->setIcon(icons::icon("x"));
    m_close->setAutoRaise(true);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(8, 2, 4, 2);
    head->addWidget(m_title, 1);
    head->addWidget(m_close);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addLayout(head);
    over->installEventFilter(this);
    hide();
    connect(m_close, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT closed();
    });
    retranslate();
}

void Drawer::take(QWidget *widget, const QString &title)
{
    m_widget = widget;
    m_layout->addWidget(widget, 1);
    widget->show();
    setTitle(title);
}

QWidget *Drawer::give()
{
    if (m_widget)
        m_layout->removeWidget(m_widget);
    return std::exchange(m_widget, nullptr);
}

void Drawer::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void Drawer::place()
{
    const QRect all = parentWidget()->rect();
    const int width = qMin(preferredWidth, all.width());
    setGeometry(all.right() + 1 - width, all.top(), width, all.height());
    raise();
}

bool Drawer::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

void Drawer::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape)
        return QFrame::keyPressEvent(event);
    hide();
    Q_EMIT closed();
}

void Drawer::showEvent(QShowEvent *event)
{
    place();
    QFrame::showEvent(event);
}

void Drawer::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void Drawer::retranslate()
{
    m_close->setToolTip(tr("Close (Esc)"));
    m_close->setAccessibleName(tr("Close the details"));
}

} // namespace muster
