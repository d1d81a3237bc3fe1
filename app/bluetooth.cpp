#include "app/bluetooth.h"

#include "core/pairing.h"
#include "secrets/secretstore.h"

#ifdef MUSTER_HAS_BLE
#include "backends/ble/bleplugin.h"

#include <QPluginLoader>
#endif

#include <QLoggingCategory>

#ifdef MUSTER_HAS_BLE
Q_IMPORT_PLUGIN(BlePlugin)
#endif

namespace muster {

namespace {

/// One entry per device, so that a key fits whatever connection hears it.
QString entryOf(const QString &address)
{
    return QStringLiteral("ble key ") + address;
}

} // namespace

void Bluetooth::prepare()
{
#ifdef Q_OS_LINUX
    // Qt 6.4 looks once how old bluetoothd is. If it does not run at that moment, Qt takes another way of speaking to the adapter, which needs
    // rights that a person does not have, and keeps to it. Every BlueZ of these years is new enough.
    if (qEnvironmentVariableIsEmpty("BLUETOOTH_FORCE_DBUS_LE_VERSION"))
        qputenv("BLUETOOTH_FORCE_DBUS_LE_VERSION", "5.66");
#endif
    // It warns at every link, of nothing. QT_LOGGING_RULES brings it back.
    QLoggingCategory::setFilterRules(QStringLiteral("qt.bluetooth.warning=false\nqt.bluetooth.bluez.warning=false"));
}

#ifdef MUSTER_HAS_BLE

Bluetooth::Bluetooth(SecretStore &secrets, Pairings &pairings, bool keeps, QObject *parent)
    : QObject(parent)
    , m_secrets(secrets)
    , m_keeps(keeps)
{
    const QObjectList plugins = QPluginLoader::staticInstances();
    for (QObject *const plugin : plugins) {
        if (auto *const found = qobject_cast<BlePlugin *>(plugin))
            m_plugin = found;
    }
    if (!m_plugin)
        return;
    m_thread = std::make_unique<QThread>();
    m_thread->setObjectName(QStringLiteral("muster-radio"));
    m_thread->start();
    m_plugin->setRadioThread(m_thread.get());
    connect(m_plugin, &BlePlugin::keyWanted, this, &Bluetooth::answer);
    connect(m_plugin, &BlePlugin::keyGiven, this, &Bluetooth::keep);
    connect(m_plugin, &BlePlugin::pairingAsked, &pairings, &Pairings::ask);
    connect(m_plugin, &BlePlugin::pairingTakenBack, &pairings, &Pairings::takeBack);
    connect(&pairings, &Pairings::answered, m_plugin, &BlePlugin::answerPairing);
}

void Bluetooth::setShelf(const codec::ProfileShelf &shelf)
{
    if (m_plugin)
        m_plugin->setShelf(shelf);
}

bool Bluetooth::stop()
{
    if (!m_thread)
        return true;
    m_plugin->disconnect(this);
    m_plugin->setRadioThread(nullptr);
    m_thread->quit();
    if (m_thread->wait(patienceMs)) {
        m_thread.reset();
        return true;
    }
    // It must not be taken down under Qt Bluetooth's feet: it goes when it comes back, if the process lives so long.
    QThread *const left = m_thread.release();
    connect(left, &QThread::finished, left, &QObject::deleteLater);
    return false;
}

void Bluetooth::answer(const QString &address)
{
    m_secrets.read(entryOf(address), this, [this, address](const SecretAnswer &answer) {
        const QByteArray key = QByteArray::fromHex(answer.secret.toLatin1());
        if (key.size() == 16)
            m_plugin->offerKey(address, key);
    });
}

void Bluetooth::keep(const QString &address, const QByteArray &key)
{
    if (!m_keeps)
        return;
    if (key.isEmpty())
        m_secrets.remove(entryOf(address));
    else
        m_secrets.write(entryOf(address), QString::fromLatin1(key.toHex()));
}

#else

Bluetooth::Bluetooth(SecretStore &secrets, Pairings &, bool keeps, QObject *parent)
    : QObject(parent)
    , m_secrets(secrets)
    , m_keeps(keeps)
{}

void Bluetooth::setShelf(const codec::ProfileShelf &) {}
bool Bluetooth::stop() { return true; }
void Bluetooth::answer(const QString &) {}
void Bluetooth::keep(const QString &, const QByteArray &) {}

#endif

Bluetooth::~Bluetooth()
{
    stop();
}

} // namespace muster
