#include "ui/welcome.h"

#include "ui/icons.h"
#include "ui/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace muster {

Welcome::Welcome(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_add(new QPushButton(this))
    , m_broker(new QPushButton(icons::icon("server"), QString(), this))
    , m_demo(new QPushButton(icons::icon("player-play"), QString(), this))
    , m_drop(new QLabel(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_title->setFont(theme::title(font()));
    m_text->setWordWrap(true);
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_drop->setWordWrap(true);
    m_drop->setFont(theme::small(font()));
    m_drop->setForegroundRole(QPalette::PlaceholderText);
    for (auto *label : {m_icon, m_title, m_text, m_drop})
        label->setAlignment(Qt::AlignHCenter);
    m_add->setProperty("primary", true);
    auto *column = new QVBoxLayout;
    column->setSpacing(8);
    for (auto *label : {m_icon, m_title, m_text})
        column->addWidget(label);
    column->addSpacing(12);
    for (auto *button : {m_add, m_broker, m_demo}) {
        button->setMinimumSize(300, 32);
        button->setAutoDefault(true);
        column->addWidget(button, 0, Qt::AlignHCenter);
    }
    column->addSpacing(12);
    column->addWidget(m_drop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 12, 24, 12);
    layout->addStretch(2);
    layout->addLayout(column);
    layout->addStretch(3);
    connect(m_add, &QPushButton::clicked, this, &Welcome::addConnectionRequested);
    connect(m_broker, &QPushButton::clicked, this, [this] { Q_EMIT localBrokerRequested(true); });
    connect(m_demo, &QPushButton::clicked, this, &Welcome::demoRequested);
    retranslate();
    showIcon();
}

void Welcome::showIcon()
{
    m_icon->setPixmap(icons::application().pixmap(QSize(64, 64), devicePixelRatioF()));
}

void Welcome::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void Welcome::retranslate()
{
    setAccessibleName(tr("Welcome"));
    m_title->setText(tr("No devices yet"));
    m_text->setText(tr("Muster finds the devices behind a connection, shows what they report and sends them commands."));
    m_add->setText(tr("Add a connection…"));
    m_broker->setText(tr("Start a broker on this computer"));
    m_demo->setText(tr("Try the demo fleet"));
    m_drop->setText(tr("Or drop an address or a .muster file on this window."));
}

} // namespace muster
