#pragma once

#include "rules/weekhours.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QTimeEdit;

namespace muster {

/// Certain hours of the week: always, or from a time of the day to another on some weekdays.
class HoursEdit : public QWidget
{
    Q_OBJECT

public:
    explicit HoursEdit(QWidget *parent = nullptr);

    [[nodiscard]] WeekHours value() const;
    void setValue(const WeekHours &hours);

Q_SIGNALS:
    void changed();

private:
    void showWhatCounts();

    QComboBox *m_when;
    QWidget *m_clock;
    QTimeEdit *m_from;
    QTimeEdit *m_to;
    QWidget *m_week;
    QList<QCheckBox *> m_days;
};

} // namespace muster
