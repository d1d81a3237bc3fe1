#pragma once

#include "rules/automations.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace muster {

class PlanTarget;
class WeekPlanEdit;

/// A week plan, such as the set points of a heating, kept as an automation that sends the value of each block to the chosen commands. Deletes itself.
class WeekPlanner : public QDialog
{
    Q_OBJECT

public:
    static constexpr int shownRuns = 10;

    /// A rule without an id is a new one. All outlives the dialog.
    WeekPlanner(const Fleet &fleet, FleetColumns &columns, Automations &automations, const Automation &rule, QWidget *parent);

    /// Whether an automation is nothing but a week plan, so that this window shows all of it.
    [[nodiscard]] static bool fits(const Automation &rule);
    /// As it stands in the fields.
    [[nodiscard]] Automation rule() const;

Q_SIGNALS:
    void stored(muster::AutomationId id);

private:
    void build();
    QLayout *buildAfter();
    void fill();
    void add(const RuleStep &step);
    void changed();
    void showNext(const Automation &now);
    void store();

    const Fleet &m_fleet;
    FleetColumns &m_columns;
    Automations &m_automations;
    Automation m_rule;
    QLineEdit *m_name;
    QCheckBox *m_enabled;
    WeekPlanEdit *m_plan;
    QVBoxLayout *m_rows;
    QList<PlanTarget *> m_targets {};
    QPushButton *m_add;
    QComboBox *m_missed;
    QCheckBox *m_atOnce;
    QLabel *m_next;
    QPushButton *m_store = nullptr;
    bool m_filling = true;
};

} // namespace muster
