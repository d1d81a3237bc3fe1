#include "app/demo.h"

#include <array>

namespace muster {

namespace {

constexpr int settleMs = 400; ///< the devices come in one or two ticks

/// The group for each species in an address "sim:<species>-<number>".
struct Room
{
    const char *species;
    const char *group;
};
constexpr std::array rooms {
    Room {"climate", QT_TRANSLATE_NOOP("muster::Demo", "Rooms")},
    Room {"contact", QT_TRANSLATE_NOOP("muster::Demo", "Doors and windows")},
    Room {"plug", QT_TRANSLATE_NOOP("muster::Demo", "Plugs and lights")},
    Room {"bulb", QT_TRANSLATE_NOOP("muster::Demo", "Plugs and lights")},
    Room {"pump", QT_TRANSLATE_NOOP("muster::Demo", "Plant")},
    Room {"meter", QT_TRANSLATE_NOOP("muster::Demo", "Plant")},
};

QString speciesOf(const Device &device)
{
    return device.addresses.value(0).section(u':', 1).section(u'-', 0, 0);
}

} // namespace

Demo::Demo(Fleet &fleet, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_settle(this)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMs);
    connect(&m_settle, &QTimer::timeout, this, &Demo::stage);
    connect(&fleet, &Fleet::devicesAdded, &m_settle, qOverload<>(&QTimer::start));
}

GroupId Demo::group(const QString &species)
{
    QString name = tr("Outdoors");
    for (const Room &room : rooms)
        if (species == QLatin1StringView(room.species))
            name = tr(room.group);
    if (!m_groups.contains(name))
        m_groups.insert(name, m_fleet.addGroup(name));
    return m_groups.value(name);
}

void Demo::stage()
{
    m_fleet.disconnect(&m_settle);
    const QList<DeviceId> devices = m_fleet.devices();
    // Every so-many-th stays outside, so that what is left to discover is of several kinds.
    const auto every = std::max<qsizetype>(2, devices.size() / leftToDiscover);
    QList<MetricId> chart;
    DeviceId pump;
    for (qsizetype i = 0; i < devices.size(); ++i) {
        const Device &device = *m_fleet.device(devices[i]);
        const QString species = speciesOf(device);
        if (i % every == every - 1)
            continue;
        m_fleet.adopt({device.id}, group(species));
        if (species == QLatin1String("climate") && chart.size() < 3)
            chart.append(m_fleet.findMetric(device.id, QStringLiteral("temperature")));
        if (species == QLatin1String("pump") && !pump.isValid())
            pump = device.id;
    }
    if (pump.isValid())
        chart.append(m_fleet.findMetric(pump, QStringLiteral("pressure")));
    chart.removeIf([](MetricId id) { return !id.isValid(); });
    Q_EMIT ready(chart, pump);
}

} // namespace muster
