// AdapterWatch over BlueZ's D-Bus interface: every call is asynchronous, so that a daemon that is alive but mute costs nothing.

#include "backends/ble/adapterwatch.h"

#include "backends/ble/bluezobjects.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusServiceWatcher>

namespace muster::ble {

namespace {

constexpr int answerMs = 10'000;
constexpr int soonMs = 50;      ///< several changes come together
constexpr int laterMs = 5'000;  ///< after no answer

QString service() { return QStringLiteral("org.bluez"); }

/// What of the tree of BlueZ's objects counts here.
struct Tree
{
    bool hasAdapter = false;
    bool isOn = false;
    QHash<QString, bool> random {}; ///< by address
};

void readObject(const QString &interface, const QVariantMap &properties, Tree &tree)
{
    if (interface == QLatin1String("org.bluez.Adapter1")) {
        tree.hasAdapter = true;
        tree.isOn = tree.isOn || properties.value(QStringLiteral("Powered")).toBool();
    } else if (interface == QLatin1String("org.bluez.Device1")) {
        const QString address = properties.value(QStringLiteral("Address")).toString();
        tree.random.insert(address, properties.value(QStringLiteral("AddressType")).toString() == QLatin1String("random"));
    }
}

} // namespace

AdapterWatch::AdapterWatch(QObject *parent)
    : QObject(parent)
{
    m_poll.setSingleShot(true);
    connect(&m_poll, &QTimer::timeout, this, &AdapterWatch::look);
}

AdapterWatch::~AdapterWatch() = default;

void AdapterWatch::start()
{
    QDBusConnection bus = QDBusConnection::systemBus();
    auto *const watcher = new QDBusServiceWatcher(service(), bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(watcher, &QDBusServiceWatcher::serviceOwnerChanged, this, [this](const QString &, const QString &before, const QString &now) {
        if (!before.isEmpty())
            set(RadioState::NoService); // whatever was open is gone, even if another one took its place at once
        if (!now.isEmpty())
            look();
    });
    const QString objects = QStringLiteral("org.freedesktop.DBus.ObjectManager");
    bus.connect(service(), {}, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("PropertiesChanged"),
        {QStringLiteral("org.bluez.Adapter1")}, {}, this, SLOT(propertiesChanged(QString,QVariantMap,QStringList)));
    bus.connect(service(), QStringLiteral("/"), objects, QStringLiteral("InterfacesAdded"), this, SLOT(interfacesAdded()));
    bus.connect(service(), QStringLiteral("/"), objects, QStringLiteral("InterfacesRemoved"), this, SLOT(interfacesRemoved()));
    look();
}

void AdapterWatch::propertiesChanged(const QString &interface, const QVariantMap &properties, const QStringList &)
{
    if (interface == QLatin1String("org.bluez.Adapter1") && properties.contains(QStringLiteral("Powered")))
        look();
}

void AdapterWatch::interfacesAdded()
{
    if (!m_poll.isActive())
        m_poll.start(m_state == RadioState::Scanning ? 1'000 : soonMs);
}

void AdapterWatch::interfacesRemoved()
{
    if (!m_poll.isActive())
        m_poll.start(soonMs);
}

void AdapterWatch::look()
{
    if (m_looking) {
        m_lookAgain = true;
        return;
    }
    m_looking = true;
    const QDBusMessage call = QDBusMessage::createMethodCall(service(), QStringLiteral("/"), QStringLiteral("org.freedesktop.DBus.ObjectManager"),
        QStringLiteral("GetManagedObjects"));
    auto *const waiting = new QDBusPendingCallWatcher(QDBusConnection::systemBus().asyncCall(call, answerMs), this);
    connect(waiting, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *answered) {
        answered->deleteLater();
        m_looking = false;
        Tree tree;
        if (!visitObjects(answered->reply(), [&tree](const QString &, const QString &interface, const QVariantMap &properties) { readObject(interface, properties, tree); })) {
            // Nobody there answers quickly; there, but mute, is as good as not there, and is asked again.
            set(RadioState::NoService);
            m_poll.start(laterMs);
        } else {
            if (tree.random.size() <= maxAddresses)
                m_random = tree.random;
            set(!tree.hasAdapter ? RadioState::NoAdapter : tree.isOn ? RadioState::Scanning : RadioState::Off);
        }
        if (std::exchange(m_lookAgain, false))
            look();
    });
}

void AdapterWatch::set(RadioState state)
{
    if (std::exchange(m_looked, true) && m_state == state)
        return;
    m_state = state;
    Q_EMIT changed(state);
}

} // namespace muster::ble
