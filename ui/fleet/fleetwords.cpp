#include "ui/fleet/fleetwords.h"

#include "ui/format.h"

#include <QCoreApplication>

namespace muster {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(muster::FleetWords)
};

QString modelOf(const Device &device)
{
    return format::plain(device.model.isEmpty() ? device.manufacturer : device.model, 80);
}

QString cellText(const Fleet &fleet, const FleetModel &model, const QModelIndex &index)
{
    const DeviceId id = model.deviceAt(index.row());
    const Device *device = fleet.device(id);
    if (!device)
        return {};
    switch (FleetColumn(index.column())) {
    case FleetColumn::Status:
        return format::status(fleet.status(id));
    case FleetColumn::Name:
        return format::plain(fleet.displayName(id), 200);
    case FleetColumn::Kind:
        return format::kind(fleet.kind(id));
    case FleetColumn::Link:
        return format::link(*device);
    case FleetColumn::Model:
        return modelOf(*device);
    case FleetColumn::Seen:
        return format::age(fleet.lastSeen(id), fleet.now());
    case FleetColumn::Battery:
    case FleetColumn::Signal:
    case FleetColumn::Value: {
        const MetricState *state = fleet.metric(model.metricAt(index));
        return state ? format::quantity(*state).joined() : format::none();
    }
    case FleetColumn::Trend:
        return {};
    }
    return {};
}

QString cellTip(const Fleet &fleet, const FleetModel &model, const QModelIndex &index)
{
    const DeviceId id = model.deviceAt(index.row());
    const Device *device = fleet.device(id);
    if (!device)
        return {};
    switch (FleetColumn(index.column())) {
    case FleetColumn::Status:
        return format::tip(format::status(fleet.status(id)));
    case FleetColumn::Name:
        return format::tip(format::plain(fleet.displayName(id), 200)) + QStringLiteral("<br>") + format::tip(format::plain(device->addresses.value(0), 200));
    case FleetColumn::Model:
        return format::tip(format::plain(device->manufacturer + u' ' + device->model, 200));
    case FleetColumn::Seen:
        return format::tip(Words::tr("Last heard: %1").arg(format::exactTime(fleet.lastSeen(id))));
    case FleetColumn::Kind:
    case FleetColumn::Link:
        return {};
    case FleetColumn::Battery:
    case FleetColumn::Signal:
    case FleetColumn::Value:
    case FleetColumn::Trend:
        break;
    }
    const MetricState *state = fleet.metric(model.metricAt(index));
    return state ? metricTip(*state) : QString();
}

} // namespace

QString metricTip(const MetricState &state)
{
    if (!state.info.problem.isEmpty())
        return format::tip(Words::tr("%1: not supported yet. %2").arg(format::metricName(state.info), format::plain(state.info.problem)));
    const QString value = Words::tr("%1: %2", "metric, value").arg(format::metricName(state.info), format::exact(state));
    const QString when = state.flags & Sample::Retained ? Words::tr("%1 (kept by the broker, may be older)").arg(format::exactTime(state.time))
                                                        : format::exactTime(state.time);
    return format::tip(value) + QStringLiteral("<br>") + format::tip(when);
}

CellWords fleetWords(const Fleet &fleet, const FleetModel &model)
{
    return [&fleet, &model](const QModelIndex &index, int role) -> QString {
        return role == Qt::ToolTipRole ? cellTip(fleet, model, index) : cellText(fleet, model, index);
    };
}

} // namespace muster
