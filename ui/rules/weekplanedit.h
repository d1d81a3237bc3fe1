#pragma once

#include "rules/schedule.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QMenu;
class QPushButton;
class QTimeEdit;
class QToolButton;

namespace muster {

class FlowLayout;
class WeekPlan;

/// The week plan with the fields of the block that is selected, and the value that holds where there is none.
class WeekPlanEdit : public QWidget
{
    Q_OBJECT

public:
    explicit WeekPlanEdit(QWidget *parent = nullptr);

    void set(const QList<WeekBlock> &blocks, double between);
    [[nodiscard]] QList<WeekBlock> blocks() const;
    [[nodiscard]] double between() const;
    /// What values can be and are.
    void setRange(double least, double most, double step, const QString &unit);
    [[nodiscard]] WeekPlan &plan() const { return *m_plan; }

Q_SIGNALS:
    void changed();

private:
    void buildFields(FlowLayout &line);
    void buildCopies(QMenu &menu);
    void showSelected();
    void readFields();
    void say(FlowLayout &line, const QString &word);

    WeekPlan *m_plan;
    QComboBox *m_day;
    QTimeEdit *m_from;
    QTimeEdit *m_to;
    QDoubleSpinBox *m_value;
    QDoubleSpinBox *m_between;
    QPushButton *m_add;
    QPushButton *m_remove;
    QToolButton *m_copy;
    double m_shownValue = 0;   ///< of the selected block, as the field rounds it
    double m_shownBetween = 0; ///< likewise
    double m_exactBetween = 0;
    bool m_showing = false;
};

} // namespace muster
