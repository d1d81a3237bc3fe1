#include "ui/replay/replaybar.h"

#include "core/replay.h"
#include "ui/icons.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

namespace muster {

namespace {

constexpr int sliderSteps = 10'000;
constexpr int narrow = 900; // px; below it there is no room for the clock
constexpr Micros day = 86'400LL * 1'000'000;
constexpr double speeds[] {1, 10, 60, 100, 1'000};

} // namespace

ReplayBar::ReplayBar(Replay &replay, QWidget *parent)
    : QFrame(parent)
    , m_replay(replay)
    , m_oldest(nowMicros() - day)
    , m_label(new QLabel)
    , m_back(new QToolButton)
    , m_play(new QToolButton)
    , m_forth(new QToolButton)
    , m_slider(new QSlider(Qt::Horizontal))
    , m_time(new QDateTimeEdit)
    , m_speed(new QComboBox)
    , m_leave(new QPushButton)
{
    setObjectName(QStringLiteral("replayBar"));
    build();
    wire();
    retranslate();
    paintItself();
    showTime();
    showPlaying();
}

void ReplayBar::build()
{
    setAutoFillBackground(true);
    m_label->setTextFormat(Qt::PlainText);
    QFont bold = theme::tabular(font());
    bold.setBold(true);
    m_label->setFont(bold);
    m_slider->setRange(0, sliderSteps);
    m_slider->setPageStep(sliderSteps / 50);
    m_slider->setMinimumWidth(60);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_time->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    m_time->setCalendarPopup(true);
    m_time->setKeyboardTracking(false);
    for (const double speed : speeds)
        m_speed->addItem(QStringLiteral("%1×").arg(speed), speed);
    m_back->setText(QStringLiteral("−10 s"));
    m_forth->setText(QStringLiteral("+10 s"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 8, 4);
    row->setSpacing(8);
    row->addWidget(m_label);
    row->addWidget(m_back);
    row->addWidget(m_play);
    row->addWidget(m_forth);
    row->addWidget(m_speed);
    row->addWidget(m_slider, 1);
    row->addWidget(m_time);
    row->addWidget(m_leave);
}

void ReplayBar::wire()
{
    const auto play = [this] { m_replay.isPlaying() ? m_replay.pause() : m_replay.play(); };
    const auto back = [this] { m_replay.step(-stepLength()); };
    const auto forth = [this] { m_replay.step(stepLength()); };
    connect(m_play, &QToolButton::clicked, this, play);
    connect(m_back, &QToolButton::clicked, this, back);
    connect(m_forth, &QToolButton::clicked, this, forth);
    connect(m_leave, &QPushButton::clicked, this, &ReplayBar::leaveRequested);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Space), this), &QShortcut::activated, this, play);
    connect(new QShortcut(QKeySequence(Qt::ALT | Qt::Key_Left), this), &QShortcut::activated, this, back);
    connect(new QShortcut(QKeySequence(Qt::ALT | Qt::Key_Right), this), &QShortcut::activated, this, forth);
    connect(new QShortcut(QKeySequence(Qt::Key_Escape), this), &QShortcut::activated, this, &ReplayBar::leaveRequested);
    connect(m_speed, &QComboBox::currentIndexChanged, this, [this] { m_replay.setSpeed(m_speed->currentData().toDouble()); });
    connect(m_slider, &QSlider::valueChanged, this, [this](int value) {
        const double span = double(nowMicros() - m_oldest);
        m_replay.seek(m_oldest + Micros(span * value / sliderSteps));
    });
    connect(m_time, &QDateTimeEdit::dateTimeChanged, this, [this](const QDateTime &time) { m_replay.seek(time.toMSecsSinceEpoch() * 1'000); });
    connect(&m_replay, &Replay::timeChanged, this, &ReplayBar::showTime);
    connect(&m_replay, &Replay::playingChanged, this, &ReplayBar::showPlaying);
}

Micros ReplayBar::stepLength() const
{
    return 10'000'000;
}

void ReplayBar::setOldest(Micros oldest)
{
    m_oldest = std::min(oldest, m_replay.time());
    showTime();
}

void ReplayBar::showTime()
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(m_replay.time() / 1'000);
    m_label->setText(tr("Replay · %1").arg(QLocale().toString(time, QStringLiteral("yyyy-MM-dd HH:mm:ss"))));
    const QSignalBlocker noSeek(m_slider);
    const QSignalBlocker noJump(m_time);
    const double span = std::max(1.0, double(nowMicros() - m_oldest));
    m_slider->setValue(int(double(m_replay.time() - m_oldest) / span * sliderSteps));
    if (!m_time->hasFocus())
        m_time->setDateTime(time);
}

void ReplayBar::showPlaying()
{
    m_play->setIcon(icons::icon(m_replay.isPlaying() ? "player-pause" : "player-play"));
    m_play->setToolTip(m_replay.isPlaying() ? tr("Pause (Ctrl+Space)") : tr("Play (Ctrl+Space)"));
    m_play->setAccessibleName(m_replay.isPlaying() ? tr("Pause the replay") : tr("Play the replay"));
}

void ReplayBar::paintItself()
{
    QPalette own = palette();
    own.setColor(QPalette::Window, theme::colours(own).stale);
    own.setColor(QPalette::WindowText, theme::light().text);
    m_label->setPalette(own);
    setPalette(own);
}

void ReplayBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    m_time->setVisible(width() >= narrow);
}

void ReplayBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void ReplayBar::retranslate()
{
    m_back->setToolTip(tr("Ten seconds back (Alt+Left)"));
    m_back->setAccessibleName(tr("Ten seconds back"));
    m_forth->setToolTip(tr("Ten seconds on (Alt+Right)"));
    m_forth->setAccessibleName(tr("Ten seconds on"));
    m_slider->setAccessibleName(tr("Moment shown"));
    m_time->setAccessibleName(tr("Go to a time"));
    m_speed->setAccessibleName(tr("Speed"));
    m_speed->setToolTip(tr("Seconds of then in a second of now"));
    m_leave->setText(tr("Back to live"));
    m_leave->setToolTip(tr("Show the present again (Esc)"));
    showPlaying();
    showTime();
}

} // namespace muster
