#include "ui/rules/hoursedit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QTimeEdit>
#include <QVBoxLayout>

namespace muster {

namespace {

constexpr int minutesOfHour = 60;
constexpr int workBegins = 8 * minutesOfHour;
constexpr int workEnds = 18 * minutesOfHour;
enum When : int { Always, InHours };

QTimeEdit *clockField(const QString &name)
{
    auto *edit = new QTimeEdit;
    edit->setAccessibleName(name);
    edit->setDisplayFormat(QStringLiteral("HH:mm"));
    return edit;
}

QTime timeOf(int minutes)
{
    return {minutes / minutesOfHour % 24, minutes % minutesOfHour};
}

int minutesOf(const QTimeEdit &edit)
{
    return edit.time().hour() * minutesOfHour + edit.time().minute();
}

QHBoxLayout *rowIn(QWidget &widget)
{
    auto *row = new QHBoxLayout(&widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    return row;
}

} // namespace

HoursEdit::HoursEdit(QWidget *parent)
    : QWidget(parent)
    , m_when(new QComboBox)
    , m_clock(new QWidget)
    , m_from(clockField(tr("From")))
    , m_to(clockField(tr("To")))
    , m_week(new QWidget)
{
    m_when->setAccessibleName(tr("Hours in which it counts"));
    m_when->addItems({tr("always"), tr("in these hours")});
    m_to->setToolTip(tr("Before the first time it is on the next day; the same means the whole day"));
    auto *first = new QWidget;
    QHBoxLayout *row = rowIn(*first);
    row->addWidget(m_when);
    QHBoxLayout *clock = rowIn(*m_clock);
    clock->addWidget(m_from);
    clock->addWidget(new QLabel(tr("to", "from a time to another")));
    clock->addWidget(m_to);
    row->addWidget(m_clock);
    row->addStretch();
    QHBoxLayout *week = rowIn(*m_week);
    for (int day = 1; day <= 7; ++day) {
        auto *box = new QCheckBox(QLocale().standaloneDayName(day, QLocale::ShortFormat));
        box->setAccessibleName(QLocale().standaloneDayName(day));
        connect(box, &QCheckBox::toggled, this, &HoursEdit::changed);
        week->addWidget(box);
        m_days.append(box);
    }
    week->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(first);
    column->addWidget(m_week);
    setFocusProxy(m_when);
    setValue({});
    showWhatCounts();
    for (QTimeEdit *edit : {m_from, m_to})
        connect(edit, &QTimeEdit::timeChanged, this, &HoursEdit::changed);
    connect(m_when, &QComboBox::currentIndexChanged, this, [this] {
        showWhatCounts();
        Q_EMIT changed();
    });
}

void HoursEdit::showWhatCounts()
{
    for (QWidget *part : {m_clock, m_week})
        part->setVisible(m_when->currentIndex() == InHours);
}

WeekHours HoursEdit::value() const
{
    if (m_when->currentIndex() == Always)
        return {};
    WeekHours hours {0, minutesOf(*m_from), minutesOf(*m_to)};
    for (qsizetype day = 0; day < m_days.size(); ++day)
        if (m_days.at(day)->isChecked())
            hours.days |= quint8(1U << unsigned(day));
    return hours;
}

void HoursEdit::setValue(const WeekHours &hours)
{
    const bool isAlways = hours.isAlways();
    m_when->setCurrentIndex(isAlways ? Always : InHours);
    m_from->setTime(timeOf(isAlways ? workBegins : hours.from));
    m_to->setTime(timeOf(isAlways ? workEnds : hours.to));
    for (qsizetype day = 0; day < m_days.size(); ++day)
        m_days.at(day)->setChecked((hours.days >> unsigned(day) & 1U) != 0);
}

} // namespace muster
