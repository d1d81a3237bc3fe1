#include "ui/rules/scheduleedit.h"

#include "rules/automations.h"
#include "rules/automationwords.h"
#include "ui/chart/flowlayout.h"
#include "ui/rules/durationedit.h"
#include "ui/rules/weekplanedit.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTime>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace muster {

namespace {

constexpr int minute = 60;
/// The order in which they are offered.
constexpr std::array<Schedule::Kind, 5> kinds {Schedule::Kind::Daily, Schedule::Kind::Sun, Schedule::Kind::Interval, Schedule::Kind::Cron, Schedule::Kind::Week};
constexpr std::array<MissedRuns, 4> policies {MissedRuns::Run, MissedRuns::Skip, MissedRuns::Ask, MissedRuns::All};

QString textOf(const QList<int> &times)
{
    QStringList texts;
    for (const int time : times)
        texts.append(QTime(0, 0).addSecs(time).toString(time % minute == 0 ? QStringLiteral("HH:mm") : QStringLiteral("HH:mm:ss")));
    return texts.join(QStringLiteral(", "));
}

/// Seconds of the day; empty: something in it is no time.
QList<int> timesOf(const QString &text)
{
    static const QRegularExpression between(QStringLiteral("[,;\\s]+"));
    QList<int> times;
    const QStringList words = text.left(20'000).split(between, Qt::SkipEmptyParts);
    for (const QString &word : words) {
        QTime time = QTime::fromString(word, QStringLiteral("H:mm"));
        if (!time.isValid())
            time = QTime::fromString(word, QStringLiteral("H:mm:ss"));
        if (!time.isValid())
            return {};
        times.append(time.msecsSinceStartOfDay() / 1'000);
    }
    return times;
}

} // namespace

ScheduleEdit::ScheduleEdit(const Automations &automations, const Schedule &schedule, QWidget *parent)
    : QWidget(parent)
    , m_automations(automations)
    , m_schedule(schedule)
    , m_kind(new QComboBox)
    , m_times(new QLineEdit)
    , m_offset(new QSpinBox)
    , m_side(new QComboBox)
    , m_event(new QComboBox)
    , m_every(new DurationEdit(tr("How often")))
    , m_cron(new QLineEdit)
    , m_week(new WeekPlanEdit)
    , m_days(new QWidget)
    , m_missedWord(new QLabel(tr("missed runs:")))
    , m_missed(new QComboBox)
    , m_next(new QLabel)
{
    buildFields();
    buildDays();
    buildLine();
    fill();
    m_filling = false;
    connect(this, &ScheduleEdit::changed, this, &ScheduleEdit::showWhatCounts);
    connect(&automations, &Automations::siteChanged, this, &ScheduleEdit::showNext);
    showWhatCounts();
}

void ScheduleEdit::buildFields()
{
    m_kind->setAccessibleName(tr("Kind of schedule"));
    m_kind->addItems({tr("at the time of day"), tr("by the sun"), tr("every"), tr("as a cron line says"), tr("as the week plan says")});
    m_times->setAccessibleName(tr("Times of day"));
    m_times->setPlaceholderText(tr("06:30, 22:00"));
    m_offset->setAccessibleName(tr("Minutes before or after the event"));
    m_offset->setRange(0, Schedule::mostOffset / minute);
    m_offset->setSuffix(tr(" min"));
    m_side->setAccessibleName(tr("Before or after the event"));
    m_side->addItems({tr("before"), tr("after")});
    m_event->setAccessibleName(tr("Event"));
    m_event->addItems({tr("sunrise"), tr("sunset"), tr("dawn"), tr("dusk")});
    m_cron->setAccessibleName(tr("Cron line"));
    m_cron->setPlaceholderText(tr("minute hour day month weekday: 30 6 * * mon-fri"));
    m_cron->setMinimumWidth(300);
    m_missed->setAccessibleName(tr("Missed runs"));
    m_missed->addItems({tr("one run for all"), tr("skip them"), tr("ask me"), tr("run each, at most %1").arg(Timetable::mostMadeUp)});
    m_missed->setToolTip(tr("What was due while Muster was not running or the computer slept"));
    for (QComboBox *box : {m_kind, m_side, m_event, m_missed})
        connect(box, &QComboBox::currentIndexChanged, this, &ScheduleEdit::changed);
    for (QLineEdit *edit : {m_times, m_cron})
        connect(edit, &QLineEdit::textChanged, this, &ScheduleEdit::changed);
    connect(m_offset, &QSpinBox::valueChanged, this, &ScheduleEdit::changed);
    connect(m_every, &DurationEdit::changed, this, &ScheduleEdit::changed);
    connect(m_week, &WeekPlanEdit::changed, this, &ScheduleEdit::changed);
}

void ScheduleEdit::buildDays()
{
    m_days->setAccessibleName(tr("Weekdays"));
    auto *days = new QHBoxLayout(m_days);
    days->setContentsMargins(0, 0, 0, 0);
    days->setSpacing(2);
    for (int day = 1; day <= 7; ++day) {
        auto *button = new QToolButton;
        button->setCheckable(true);
        button->setMinimumHeight(28);
        button->setText(QLocale().standaloneDayName(day, QLocale::ShortFormat));
        button->setAccessibleName(QLocale().standaloneDayName(day));
        connect(button, &QToolButton::toggled, this, &ScheduleEdit::changed);
        days->addWidget(button);
        m_weekdays.append(button);
    }
}

void ScheduleEdit::buildLine()
{
    auto *fields = new QWidget;
    auto *line = new FlowLayout(fields, 4);
    auto *missed = new QWidget; // the word and its field stay side by side
    auto *pair = new QHBoxLayout(missed);
    pair->setContentsMargins(0, 0, 0, 0);
    pair->setSpacing(4);
    pair->addWidget(m_missedWord);
    pair->addWidget(m_missed);
    m_missedWord->setBuddy(m_missed);
    m_offset->setMinimumHeight(28);
    for (QWidget *widget : QList<QWidget *> {m_kind, m_times, m_offset, m_side, m_event, m_every, m_cron, m_days, missed})
        line->addWidget(widget);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    fields->setSizePolicy(policy);
    m_next->setTextFormat(Qt::PlainText);
    m_next->setWordWrap(true);
    m_next->setForegroundRole(QPalette::PlaceholderText);
    m_next->setAccessibleName(tr("Next runs"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(fields);
    column->addWidget(m_week);
    column->addWidget(m_next);
}

void ScheduleEdit::fill()
{
    const auto placeOf = [](const auto &all, auto one) { return int(std::find(all.cbegin(), all.cend(), one) - all.cbegin()); };
    m_kind->setCurrentIndex(placeOf(kinds, m_schedule.kind));
    m_times->setText(textOf(m_schedule.times));
    m_offset->setValue(std::abs(m_schedule.offset) / minute);
    m_side->setCurrentIndex(m_schedule.offset < 0 ? 0 : 1);
    m_event->setCurrentIndex(int(m_schedule.event));
    m_every->setValue(m_schedule.every);
    m_cron->setText(m_schedule.cron);
    if (m_schedule.kind == Schedule::Kind::Week)
        m_week->set(m_schedule.blocks, m_schedule.between);
    m_missed->setCurrentIndex(placeOf(policies, m_schedule.missed));
    for (qsizetype i = 0; i < m_weekdays.size(); ++i)
        m_weekdays.at(i)->setChecked((unsigned(m_schedule.weekdays) >> unsigned(i) & 1U) != 0);
}

Schedule ScheduleEdit::schedule() const
{
    using Kind = Schedule::Kind;
    Schedule schedule = m_schedule;
    schedule.kind = kinds.at(size_t(std::max(0, m_kind->currentIndex())));
    schedule.missed = policies.at(size_t(std::max(0, m_missed->currentIndex())));
    if (schedule.kind == Kind::Daily)
        schedule.times = timesOf(m_times->text());
    if (schedule.kind == Kind::Interval)
        schedule.every = m_every->value();
    if (schedule.kind == Kind::Cron)
        schedule.cron = m_cron->text().trimmed();
    if (schedule.kind == Kind::Week) {
        schedule.blocks = m_week->blocks();
        schedule.between = m_week->between();
    }
    if (schedule.kind == Kind::Sun) {
        schedule.event = SunEvent(std::max(0, m_event->currentIndex()));
        schedule.offset = m_offset->value() * (m_side->currentIndex() == 0 ? -minute : minute);
    }
    if (schedule.kind == Kind::Daily || schedule.kind == Kind::Sun) {
        schedule.weekdays = 0;
        for (qsizetype i = 0; i < m_weekdays.size(); ++i)
            if (m_weekdays.at(i)->isChecked())
                schedule.weekdays = quint8(schedule.weekdays | 1U << unsigned(i));
    }
    return schedule;
}

void ScheduleEdit::showWhatCounts()
{
    using Kind = Schedule::Kind;
    if (m_filling)
        return;
    const Kind kind = schedule().kind;
    m_times->setVisible(kind == Kind::Daily);
    m_offset->setVisible(kind == Kind::Sun);
    m_side->setVisible(kind == Kind::Sun);
    m_event->setVisible(kind == Kind::Sun);
    m_every->setVisible(kind == Kind::Interval);
    m_cron->setVisible(kind == Kind::Cron);
    m_week->setVisible(kind == Kind::Week);
    m_days->setVisible(kind == Kind::Daily || kind == Kind::Sun);
    showNext();
}

void ScheduleEdit::showNext()
{
    const Schedule now = schedule();
    if (const Result<void> valid = now.validate(m_automations.site()); !valid) {
        m_next->setText(valid.error().text);
        return;
    }
    QList<Micros> runs = m_automations.upcoming(now, shownRuns);
    const Micros whole = now.kind == Schedule::Kind::Sun ? minute * Micros(1'000'000) : 1; // nobody knows the sun to the second
    for (Micros &run : runs)
        run -= run % whole;
    const QStringList texts = automationwords::moments(runs, m_automations.zone());
    m_next->setText(texts.isEmpty() ? tr("It will never run.") : tr("Next: %1").arg(texts.join(QStringLiteral(" · "))));
}

} // namespace muster
