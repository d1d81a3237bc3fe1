#include "app/serialports.h"

#include "backends/serial/serialplugin.h"
#include "backends/serial/serialsettings.h"
#include "core/connections.h"

#include <QPluginLoader>
#include <QThread>
#include <QUrlQuery>

#include <algorithm>

namespace muster {

namespace {

bool isSerial(const Connection &connection)
{
    return connection.url.scheme() == QLatin1String("serial");
}

bool isBluetooth(const Connection &connection)
{
    return connection.url.scheme() == QLatin1String("ble");
}

/// Whether the connection names a profile, for all it reads or for one board.
bool names(const Connection &connection, const QString &profile)
{
    const QUrlQuery query(connection.url);
    if (query.queryItemValue(QStringLiteral("profile"), QUrl::FullyDecoded) == profile)
        return true;
    const QStringList boards = query.allQueryItemValues(QStringLiteral("board"), QUrl::FullyDecoded);
    return std::any_of(boards.cbegin(), boards.cend(), [&](const QString &board) { return board.section(QLatin1Char(','), -1) == profile; });
}

/// What a connection of its own has open, as path and as board.
QStringList targetsOf(const QUrl &url, const QList<serial::Port> &ports)
{
    using Target = serial::SerialSettings::Target;
    const auto settings = serial::serialSettings(url.adjusted(QUrl::RemoveQuery));
    if (!settings || settings->target == Target::All)
        return {};
    const QString target = settings->target == Target::Path ? serial::realPath(settings->name) : settings->name;
    for (const serial::Port &port : ports) {
        if (port.path == target || port.identity() == target)
            return {port.path, port.identity()};
    }
    return {target};
}

bool haveCommon(const QStringList &a, const QStringList &b)
{
    return std::any_of(a.cbegin(), a.cend(), [&b](const QString &each) { return !each.isEmpty() && b.contains(each); });
}

} // namespace

SerialPorts::SerialPorts(Connections &connections, const QString &folder, QObject *parent)
    : QObject(parent)
    , m_connections(connections)
    , m_shelf(folder)
{
    const QObjectList plugins = QPluginLoader::staticInstances();
    for (QObject *const plugin : plugins) {
        if (auto *const found = qobject_cast<SerialPlugin *>(plugin))
            m_plugin = found;
    }
    if (m_plugin)
        m_plugin->setShelf(m_shelf);
    connect(&m_listening, &Listening::wanted, this, &SerialPorts::begin);
    look();
}

SerialPorts::~SerialPorts() = default;

void SerialPorts::start(QThread &io)
{
    if (!m_plugin)
        return;
    m_listener = m_plugin->makeListener();
    m_listener->moveToThread(&io);
    connect(&m_listening, &Listening::stopWanted, m_listener.get(), &serial::PortListener::stop);
    connect(m_listener.get(), &serial::PortListener::heard, &m_listening, &Listening::take);
    connect(m_listener.get(), &serial::PortListener::ended, this, &SerialPorts::ended);
}

void SerialPorts::stop()
{
    if (m_listener && m_listener->thread()->isRunning())
        m_listener.release()->deleteLater();
    m_listener.reset();
}

void SerialPorts::look(const QString &changed)
{
    QList<LinkProfile> profiles;
    for (const QString &id : m_shelf.ids()) {
        if (const auto profile = m_shelf.find(id))
            profiles.append({id, profile->name, profile->description});
    }
    m_connections.setProfiles(profiles);
    if (changed.isEmpty())
        return;
    const QList<Connection> all = m_connections.all();
    for (const Connection &connection : all) {
        if (isBluetooth(connection) || (isSerial(connection) && names(connection, changed))) // what fits which Bluetooth device, its backend knows
            Q_EMIT openWanted(connection.id);
    }
}

void SerialPorts::begin(const ListenOrder &order)
{
    if (!m_listener) {
        m_listening.end(order.id, failure(Error::Code::Unsupported, tr("Ports cannot be listened to here.")));
        return;
    }
    m_order = order.id;
    const QList<serial::Port> ports = serial::systemPorts();
    const QStringList targets = targetsOf(order.port, ports);
    const QList<Connection> all = m_connections.all();
    for (const Connection &connection : all) {
        if (connection.enabled && isSerial(connection) && !m_closed.contains(connection.id) && haveCommon(targetsOf(connection.url, ports), targets)) {
            m_closed.append(connection.id);
            Q_EMIT closeWanted(connection.id);
        }
    }
    QMetaObject::invokeMethod(m_listener.get(), [listener = m_listener.get(), order] { listener->listen(order); }, Qt::QueuedConnection);
}

void SerialPorts::ended(quint64 id, const Result<void> &result)
{
    if (id == m_order) {
        for (const ConnectionId connection : std::exchange(m_closed, {}))
            Q_EMIT openWanted(connection);
    }
    m_listening.end(id, result);
}

} // namespace muster
