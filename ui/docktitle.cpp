#include "ui/docktitle.h"

#include "ui/icons.h"
#include "ui/theme.h"

#include <QDockWidget>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QToolButton>

namespace muster {

DockTitle::DockTitle(QDockWidget *dock)
    : QWidget(dock)
    , m_dock(dock)
    , m_label(new QLabel(this))
    , m_count(new QLabel(this))
    , m_close(new QToolButton(this))
{
    QFont font = theme::small(this->font());
    font.setWeight(QFont::DemiBold);
    m_label->setFont(font);
    m_label->setForegroundRole(QPalette::PlaceholderText);
    m_label->setTextFormat(Qt::PlainText);
    m_close->setIcon(icons::icon("x"));
    m_close->setIconSize(QSize(14, 14));
    m_close->setAutoRaise(true);
    m_close->setFixedSize(22, 22);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 1, 2, 1);
    layout->setSpacing(4);
    m_count->setFont(font);
    m_count->hide();
    layout->addWidget(m_label);
    layout->addWidget(m_count);
    layout->addStretch();
    layout->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, dock, &QWidget::hide);
    connect(dock, &QWidget::windowTitleChanged, this, &DockTitle::retranslate);
    retranslate();
}

void DockTitle::setCount(int count)
{
    m_count->setText(QLocale().toString(count));
    m_count->setToolTip(tr("%n new", nullptr, count));
    m_count->setAccessibleName(m_count->toolTip());
    m_count->setVisible(count > 0);
}

QSize DockTitle::minimumSizeHint() const
{
    return QSize(80, 26);
}

void DockTitle::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(theme::colours(palette()).line);
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

void DockTitle::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void DockTitle::retranslate()
{
    m_label->setText(m_dock->windowTitle());
    m_close->setToolTip(tr("Hide. The View menu brings it back"));
    m_close->setAccessibleName(tr("Hide %1").arg(m_dock->windowTitle()));
}

} // namespace muster
