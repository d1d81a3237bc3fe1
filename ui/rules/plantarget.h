#pragma once

#include "ui/rules/rulerow.h"

namespace muster {

/// A command that a week plan sends its values with, and where to, as a line of fields.
class PlanTarget : public RuleRow
{
    Q_OBJECT

public:
    PlanTarget(const Fleet &fleet, FleetColumns &columns, const RuleStep &step, QWidget *parent);

    [[nodiscard]] RuleStep step() const;
    /// The command as the device, or one that fits, has it; null: nobody knows.
    [[nodiscard]] const CommandInfo *info() const;

private:
    void offerCommands();

    RuleStep m_step;
    QComboBox *m_key;
    DeviceChoice *m_devices;
};

} // namespace muster
