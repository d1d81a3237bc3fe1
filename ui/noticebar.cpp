#include "ui/noticebar.h"

#include "ui/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

namespace muster {

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_verb(new QPushButton(this))
    , m_close(new QToolButton(this))
    , m_timer(new QTimer(this))
{
    setObjectName(QStringLiteral("noticeBar"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_close->setIcon(icons::icon("x"));
    m_close->setAutoRaise(true);
    m_timer->setSingleShot(true);
    m_timer->setInterval(informationMs);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_verb);
    layout->addWidget(m_close);
    m_verb->hide();
    hide();
    connect(m_verb, &QPushButton::clicked, this, [this] {
        hide();
        if (const auto action = std::exchange(m_action, {}))
            action();
    });
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_timer, &QTimer::timeout, this, &QWidget::hide);
    retranslate();
}

QString NoticeBar::text() const
{
    return m_text->text();
}

void NoticeBar::say(Severity severity, const QString &text)
{
    m_severity = severity;
    m_text->setText(text.left(1'000));
    m_action = {};
    m_verb->hide();
    showIcon();
    show();
    if (severity == Severity::Info)
        m_timer->start();
    else
        m_timer->stop();
}

void NoticeBar::ask(Severity severity, const QString &text, const QString &verb, std::function<void()> action)
{
    say(severity, text);
    m_timer->stop();
    m_action = std::move(action);
    m_verb->setText(verb);
    m_verb->setAccessibleDescription(text);
    m_verb->show();
}

void NoticeBar::showIcon()
{
    const char *name = m_severity == Severity::Error ? "alert-circle" : m_severity == Severity::Warning ? "alert-triangle" : "info-circle";
    m_icon->setPixmap(icons::icon(name).pixmap(QSize(16, 16), devicePixelRatioF()));
}

void NoticeBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        showIcon();
    QFrame::changeEvent(event);
}

void NoticeBar::retranslate()
{
    m_text->setAccessibleName(tr("Notice"));
    m_close->setToolTip(tr("Close"));
    m_close->setAccessibleName(tr("Close the notice"));
}

} // namespace muster
