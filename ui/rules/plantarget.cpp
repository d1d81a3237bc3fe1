#include "ui/rules/plantarget.h"

#include "core/fleet.h"
#include "ui/format.h"
#include "ui/rules/devicechoice.h"

#include <QComboBox>
#include <QLabel>
#include <QSignalBlocker>

#include <algorithm>

namespace muster {

PlanTarget::PlanTarget(const Fleet &fleet, FleetColumns &columns, const RuleStep &step, QWidget *parent)
    : RuleRow(fleet, columns, tr("Command of the plan"), parent)
    , m_step(step)
    , m_key(nullptr)
    , m_devices(nullptr)
{
    say(tr("Send the value as"));
    m_key = choice(tr("Command"), {});
    m_key->setEditable(true);
    m_key->setMinimumContentsLength(14);
    say(tr("to"));
    m_devices = deviceField(false, true);
    m_devices->set(step.address, step.query);
    offerCommands();
    connect(m_key, &QComboBox::currentTextChanged, this, &RuleRow::changed);
    connect(m_devices, &DeviceChoice::changed, this, &PlanTarget::offerCommands);
}

/// Those that take a number come first; any other can be typed.
void PlanTarget::offerCommands()
{
    const Device *const device = m_fleet.device(m_devices->example());
    const QString before = m_key->count() == 0 ? m_step.key : m_key->currentText();
    QStringList numbers;
    QStringList others;
    if (device)
        for (const CommandInfo &info : device->commands)
            if (info.problem.isEmpty() && info.argument != ArgumentType::None)
                (info.argument == ArgumentType::Number ? numbers : others).append(format::plain(info.key, 60));
    const QStringList all = numbers + others;
    {
        const QSignalBlocker quiet(m_key);
        m_key->clear();
        m_key->addItems(all);
        if (!before.isEmpty() && (all.isEmpty() || all.contains(before)))
            m_key->setCurrentText(before);
    }
    Q_EMIT changed();
}

const CommandInfo *PlanTarget::info() const
{
    const Device *const device = m_fleet.device(m_devices->example());
    if (!device)
        return nullptr;
    const auto it = std::find_if(device->commands.cbegin(), device->commands.cend(), [this](const CommandInfo &one) { return one.key == m_key->currentText().trimmed(); });
    return it == device->commands.cend() ? nullptr : &*it;
}

RuleStep PlanTarget::step() const
{
    RuleStep step = m_step;
    step.key = m_key->currentText().trimmed();
    step.address = m_devices->address();
    step.query = m_devices->query();
    step.argument = QStringLiteral("{value}");
    return step;
}

} // namespace muster
