#pragma once

#include "rules/schedule.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;
class QToolButton;

namespace muster {

class Automations;
class DurationEdit;
class WeekPlanEdit;

/// When a schedule runs, as fields, and below them its next runs while it is typed.
class ScheduleEdit : public QWidget
{
    Q_OBJECT

public:
    static constexpr int shownRuns = 10;

    /// `automations` knows the clock, the time zone and the site, and outlives it.
    ScheduleEdit(const Automations &automations, const Schedule &schedule, QWidget *parent = nullptr);

    [[nodiscard]] Schedule schedule() const;

Q_SIGNALS:
    void changed();

private:
    void buildFields();
    void buildDays();
    void buildLine();
    void fill();
    void showWhatCounts();
    void showNext();

    const Automations &m_automations;
    Schedule m_schedule;
    QComboBox *m_kind;
    QLineEdit *m_times;
    QSpinBox *m_offset;
    QComboBox *m_side; ///< before or after
    QComboBox *m_event;
    DurationEdit *m_every;
    QLineEdit *m_cron;
    WeekPlanEdit *m_week;
    QWidget *m_days;
    QList<QToolButton *> m_weekdays {};
    QLabel *m_missedWord;
    QComboBox *m_missed;
    QLabel *m_next;
    bool m_filling = true;
};

} // namespace muster
