#include "app/portwatch.h"

#include "store/inventory.h"

#include <algorithm>

namespace muster {

namespace {

constexpr char allBoards[] = "serial:auto";
constexpr char offered[] = "offered";

NearbyEndpoint endpointOf(const serial::Port &port)
{
    NearbyEndpoint endpoint;
    endpoint.url.setScheme(QStringLiteral("serial"));
    const QString identity = port.identity();
    const bool isUnique = !port.serialNumber.isEmpty();
    endpoint.url.setPath(isUnique ? identity : port.path, QUrl::DecodedMode);
    const QString title = port.title();
    endpoint.name = title == port.path ? port.path : QStringLiteral("%1 · %2").arg(title, port.path);
    endpoint.detail = QStringList {port.manufacturer, identity}.join(QLatin1Char(' ')).trimmed();
    return endpoint;
}

} // namespace

PortWatch::PortWatch(Connections &connections, serial::ListPorts list, QObject *parent)
    : QObject(parent)
    , m_connections(connections)
    , m_list(std::move(list))
    , m_hotPlug(this)
{
    connect(&m_hotPlug, &serial::HotPlug::changed, this, &PortWatch::look);
}

void PortWatch::start(const QString &text, Inventory &inventory)
{
    m_inventory = &inventory;
    m_wasOffered = text == QLatin1String(offered);
    look();
}

void PortWatch::look()
{
    if (!m_inventory)
        return;
    QList<NearbyEndpoint> endpoints;
    bool hasBoard = false;
    const QList<serial::Port> ports = m_list();
    for (const serial::Port &port : ports) {
        hasBoard |= port.usb;
        if (port.usb)
            endpoints.append(endpointOf(port));
    }
    for (const serial::Port &port : ports) {
        if (!port.usb)
            endpoints.append(endpointOf(port));
    }
    m_connections.setNearby(endpoints);
    if (hasBoard && !m_wasOffered)
        offer();
}

void PortWatch::offer()
{
    m_wasOffered = true;
    QMetaObject::invokeMethod(m_inventory, [inventory = m_inventory] { inventory->storeDocument(document(), QLatin1String(offered)); });
    const QUrl url {QLatin1String(allBoards)};
    const auto &all = m_connections.all();
    if (std::none_of(all.cbegin(), all.cend(), [&](const Connection &known) { return known.url == url; }))
        m_connections.add({.name = tr("Boards on USB"), .url = url});
}

} // namespace muster
