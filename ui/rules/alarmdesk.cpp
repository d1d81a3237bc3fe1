#include "ui/rules/alarmdesk.h"

#include "ui/rules/alarmrulesdialog.h"

#include <cmath>

namespace muster {

AlarmDesk::AlarmDesk(const AlarmDialog::Parts &parts, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_window(window)
{
}

void AlarmDesk::add()
{
    (new AlarmDialog(m_parts, {}, {}, m_window))->show();
}

void AlarmDesk::addFor(MetricId metric)
{
    const MetricState *const state = m_parts.fleet.metric(metric);
    const Device *const device = state ? m_parts.fleet.device(state->device) : nullptr;
    if (!device)
        return;
    AlarmRule rule;
    rule.key = state->info.key;
    rule.address = device->addresses.value(0);
    if (state->info.type != MetricType::Number) {
        rule.test = AlarmRule::Test::Equal;
        rule.limit = 1;
    } else if (state->time != 0 && std::isfinite(state->value)) {
        const double step = std::pow(10, std::floor(std::log10(std::max(std::abs(state->value), 1e-3))));
        rule.limit = std::ceil(state->value * 1.1 / step * 2) * step / 2;
    }
    (new AlarmDialog(m_parts, rule, metric, m_window))->show();
}

void AlarmDesk::edit(AlarmRuleId id)
{
    const AlarmRule *const rule = m_parts.alarms.rule(id);
    if (!rule)
        return;
    MetricId metric = m_parts.fleet.findMetric(m_parts.fleet.findByAddress(rule->address), rule->key);
    (new AlarmDialog(m_parts, *rule, metric, m_window))->show();
}

void AlarmDesk::showRules()
{
    auto *dialog = new AlarmRulesDialog(m_parts.fleet, m_parts.alarms, m_window);
    connect(dialog, &AlarmRulesDialog::newRequested, this, &AlarmDesk::add);
    connect(dialog, &AlarmRulesDialog::editRequested, this, &AlarmDesk::edit);
    dialog->show();
}

} // namespace muster
