#pragma once

#include "rules/automation.h"

#include <QHash>

namespace muster {

struct AutomationRun;
struct Firing;

/// Which runs of automations led to what devices do, and to their alarms: what happens within `window` of an order was caused by who gave it.
/// An alarm causes nothing but what alarms set off. Plain; the clock is handed in.
class LoopGuard
{
public:
    static constexpr Micros window = 10'000'000;
    static constexpr qsizetype mostCauses = 16;   ///< automations in a row
    static constexpr qsizetype mostDevices = 10'000;
    enum class Way : quint8 { Command, Alarm };

    /// What this device does, or what becomes of its alarms, is this run's doing from now on for a while.
    void blame(const AutomationRun &run, DeviceId device, Way way, Micros now);
    /// Automations that led to this, the first one first.
    [[nodiscard]] QList<AutomationId> causes(const Automation &rule, const Firing &firing, Micros now) const;

private:
    struct Cause
    {
        Micros time = 0;
        QList<AutomationId> chain {};
    };
    QHash<DeviceId, Cause> m_commanded;
    QHash<DeviceId, Cause> m_alarmed;
};

} // namespace muster
