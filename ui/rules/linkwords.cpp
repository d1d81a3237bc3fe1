#include "ui/rules/linkwords.h"

#include "ui/format.h"
#include "ui/theme.h"

#include <QCoreApplication>

#include <algorithm>

namespace muster::linkwords {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("muster::linkwords", text);
}

QString device(const Fleet &fleet, const QString &address)
{
    const DeviceId id = fleet.findByAddress(address);
    return format::plain(fleet.device(id) ? fleet.displayName(id) : address, 100);
}

QString metricName(const Fleet &fleet, const DeviceLink &link)
{
    const MetricState *const metric = fleet.metric(fleet.findMetric(fleet.findByAddress(link.fromAddress), link.fromKey));
    return metric ? format::metricName(metric->info) : format::plain(link.fromKey, 100);
}

const CommandInfo *command(const Fleet &fleet, const DeviceLink &link)
{
    const Device *const to = fleet.device(fleet.findByAddress(link.toAddress));
    if (!to)
        return nullptr;
    const auto found = std::find_if(to->commands.begin(), to->commands.end(), [&link](const CommandInfo &info) { return info.key == link.toKey; });
    return found == to->commands.end() ? nullptr : &*found;
}

QString commandName(const Fleet &fleet, const DeviceLink &link)
{
    const CommandInfo *const info = command(fleet, link);
    return info ? format::commandName(*info) : format::plain(link.toKey, 100);
}

} // namespace

Mood mood(const DeviceLink &link, const LinkState &state)
{
    if (!link.enabled)
        return Mood::Off;
    if (!state.loop.isEmpty() || !state.error.isEmpty() || !state.problem.isEmpty())
        return Mood::Trouble;
    if (state.isStale)
        return Mood::Stale;
    return state.lastTime != 0 ? Mood::Running : Mood::Idle;
}

QColor colour(Mood mood, const QPalette &palette)
{
    const theme::Colours &colours = theme::colours(palette);
    switch (mood) {
    case Mood::Off:
    case Mood::Idle:
        return colours.muted;
    case Mood::Running:
        return colours.live;
    case Mood::Stale:
        return colours.stale;
    case Mood::Trouble:
        break;
    }
    return colours.alarm;
}

QString state(const DeviceLink &link, const LinkState &state)
{
    if (!link.enabled)
        return tr("Off");
    if (!state.loop.isEmpty())
        return tr("Stopped, it sets off itself: %1").arg(format::plain(state.loop));
    if (!state.problem.isEmpty())
        return format::plain(state.problem);
    if (!state.error.isEmpty())
        return tr("Failed: %1").arg(format::plain(state.error));
    if (state.isStale)
        return tr("Stopped, nothing arrives any more");
    return state.lastTime != 0 ? tr("Running") : tr("Waits for a value");
}

QString source(const Fleet &fleet, const DeviceLink &link)
{
    return tr("%1: %2").arg(device(fleet, link.fromAddress), metricName(fleet, link));
}

QString target(const Fleet &fleet, const DeviceLink &link)
{
    return tr("%1: %2").arg(device(fleet, link.toAddress), commandName(fleet, link));
}

QString name(const Fleet &fleet, const DeviceLink &link)
{
    if (!link.name.isEmpty())
        return format::plain(link.name, 100);
    return metricName(fleet, link) + QStringLiteral(" → ") + commandName(fleet, link);
}

QString calculation(const DeviceLink &link)
{
    QStringList parts;
    if (link.scale != 1)
        parts.append(tr("× %1").arg(format::number(link.scale)));
    if (link.offset != 0)
        parts.append(tr("+ %1").arg(format::number(link.offset)));
    if (link.least || link.most)
        parts.append(tr("%1 … %2").arg(link.least ? format::number(*link.least) : QString(), link.most ? format::number(*link.most) : QString()).trimmed());
    return parts.isEmpty() ? tr("as it is") : parts.join(QStringLiteral(", "));
}

QString last(const Fleet &fleet, const DeviceLink &link, const LinkState &state)
{
    if (state.lastTime == 0)
        return format::none();
    const CommandInfo *const info = command(fleet, link);
    return info ? format::argument(*info, linklogic::argument(*info, state.last)) : format::number(state.last);
}

} // namespace muster::linkwords
