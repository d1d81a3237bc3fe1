#include "backends/ble/scanner.h"

#include "backends/ble/adapterwatch.h"
#include "backends/ble/gatt/values.h"

#include <QBluetoothAddress>
#include <QBluetoothUuid>

#include <algorithm>
#include <vector>

namespace muster::ble {

namespace {

constexpr qsizetype maxName = 100;
constexpr qsizetype maxPayload = 255;
constexpr qsizetype maxParts = 16;

NodeKey keyOf(const QBluetoothDeviceInfo &info)
{
    if (const quint64 address = info.address().toUInt64(); address != 0)
        return address;
    // macOS gives a number of its own instead of the address.
    return NodeKey(qHash(info.deviceUuid().toString())) | 1ULL << 63U;
}

/// BlueZ calls what has no name by its address, with dashes.
bool isNamed(const QBluetoothDeviceInfo &info)
{
    const QString name = info.name();
    return !name.isEmpty() && QString(name).replace(u'-', u':') != info.address().toString();
}

/// The same with other service data: setting them on a copy would only add to those it has.
QBluetoothDeviceInfo withServiceData(const QBluetoothDeviceInfo &info, const ServiceData &data)
{
    QBluetoothDeviceInfo changed(info.address(), info.name(), 0);
    changed.setCoreConfigurations(info.coreConfigurations());
    changed.setRssi(info.rssi());
    changed.setServiceUuids(info.serviceUuids());
    const auto manufacturers = info.manufacturerData();
    for (auto it = manufacturers.cbegin(); it != manufacturers.cend(); ++it)
        changed.setManufacturerData(it.key(), it.value());
    for (auto it = data.cbegin(); it != data.cend(); ++it)
        changed.setServiceData(it.key(), it.value());
    return changed;
}

} // namespace

Scanner::Scanner(const AdapterWatch &watch, QObject *parent)
    : QObject(parent)
    , m_watch(watch)
{
    m_clock.start();
    m_duty.setSingleShot(true);
    connect(&m_duty, &QTimer::timeout, this, [this] { m_agent && m_agent->isActive() ? pause() : listen(); });
    m_batch.setSingleShot(true);
    m_batch.setInterval(batchMs);
    connect(&m_batch, &QTimer::timeout, this, &Scanner::flush);
}

Scanner::~Scanner()
{
    // Qt counts who listens: one that was not stopped would keep the next one from being started.
    if (m_agent) {
        m_agent->disconnect(this);
        m_agent->stop();
    }
}

void Scanner::start()
{
    stop();
    // A new one each time: after an error, or when the adapter was off, an old one never hears anything again.
    m_agent = std::make_unique<QBluetoothDeviceDiscoveryAgent>();
    m_agent->setLowEnergyDiscoveryTimeout(0);
    using Agent = QBluetoothDeviceDiscoveryAgent;
    connect(m_agent.get(), &Agent::deviceDiscovered, this, &Scanner::take);
    connect(m_agent.get(), &Agent::deviceUpdated, this, [this](const QBluetoothDeviceInfo &info) { take(info); });
    connect(m_agent.get(), &Agent::errorOccurred, this, [this](Agent::Error error) {
        if (error != Agent::NoError && m_agent)
            Q_EMIT failed(m_agent->errorString());
    });
    listen();
}

void Scanner::stop()
{
    m_duty.stop();
    if (!m_agent)
        return;
    m_agent->disconnect(this);
    if (m_agent->isActive())
        m_agent->stop();
    m_agent.release()->deleteLater();
}

void Scanner::listen()
{
    if (!m_agent)
        return;
    m_duty.start(onMs);
    m_agent->start(QBluetoothDeviceDiscoveryAgent::LowEnergyMethod);
}

void Scanner::pause()
{
    m_duty.start(offMs);
    m_agent->stop();
}

QBluetoothDeviceInfo Scanner::device(NodeKey node) const
{
    const auto it = m_known.constFind(node);
    return it == m_known.cend() ? QBluetoothDeviceInfo() : it->info;
}

void Scanner::supplement(quint64 address, const ServiceData &data)
{
    if (const auto it = m_known.constFind(address); m_agent && it != m_known.cend())
        take(withServiceData(it->info, data));
}

void Scanner::forget()
{
    m_known.clear();
    m_waiting.clear();
}

/// Both signals of Qt's lead here, often twice for one advertisement: only what is in it counts.
void Scanner::take(const QBluetoothDeviceInfo &info)
{
    const NodeKey node = keyOf(info);
    const qint64 now = m_clock.elapsed();
    auto it = m_known.find(node);
    // What BlueZ remembers of an earlier time, told again at each start: it has no signal, for it was not heard.
    if (info.rssi() == 0 && it != m_known.end())
        return;
    bool changed = it == m_known.end();
    if (changed) {
        if (m_known.size() >= maxNodes)
            makeRoom();
        it = m_known.insert(node, {});
    } else {
        const QBluetoothDeviceInfo &before = it->info;
        changed = before.manufacturerData() != info.manufacturerData() || before.serviceData() != info.serviceData() || before.name() != info.name();
        // The second signal of the same advertisement.
        if (!changed && before.rssi() == info.rssi() && now - it->toldAt < sameAgainMs)
            return;
    }
    ++m_adverts;
    it->info = info;
    if (!changed && now - it->toldAt < sameAgainMs)
        return;
    if (it->news >= maxNews) {
        ++m_dropped;
        return;
    }
    ++it->news;
    it->toldAt = now;
    Heard heard = heardOf(node, info);
    heard.changed = changed;
    m_waiting.append(std::move(heard));
    if (!m_batch.isActive())
        m_batch.start();
}

Heard Scanner::heardOf(NodeKey node, const QBluetoothDeviceInfo &info) const
{
    Heard heard;
    heard.node = node;
    heard.address = info.address().isNull() ? info.deviceUuid().toString(QUuid::WithoutBraces) : info.address().toString();
    heard.advert.mac = info.address().toUInt64();
    if (isNamed(info))
        heard.advert.name = info.name().left(maxName);
    heard.rssi = info.rssi();
    heard.randomAddress = m_watch.isRandom(heard.address);
    const auto manufacturers = info.manufacturerData();
    for (auto it = manufacturers.cbegin(); it != manufacturers.cend() && heard.advert.manufacturerData.size() < maxParts; ++it)
        heard.advert.manufacturerData.append({it.key(), it->left(maxPayload)});
    const auto services = info.serviceData();
    for (auto it = services.cbegin(); it != services.cend() && heard.advert.serviceData.size() < maxParts; ++it) {
        if (const quint16 number = gatt::shortUuid(it.key()))
            heard.advert.serviceData.append({number, it->left(maxPayload)});
    }
    const QList<QBluetoothUuid> announced = info.serviceUuids();
    for (const QBluetoothUuid &uuid : announced.first(std::min(announced.size(), maxParts)))
        heard.services.append(uuid);
    return heard;
}

/// Lets go of the tenth that was silent longest.
void Scanner::makeRoom()
{
    std::vector<qint64> times;
    times.reserve(size_t(m_known.size()));
    for (const Known &known : std::as_const(m_known))
        times.push_back(known.toldAt);
    const auto tenth = times.begin() + std::ptrdiff_t(times.size() / 10);
    std::nth_element(times.begin(), tenth, times.end());
    m_known.removeIf([limit = *tenth](const auto &entry) { return entry->toldAt <= limit; });
}

void Scanner::flush()
{
    for (const Heard &heard : std::as_const(m_waiting)) {
        if (const auto it = m_known.find(heard.node); it != m_known.end())
            it->news = 0;
    }
    if (!m_waiting.isEmpty())
        Q_EMIT heard(std::exchange(m_waiting, {}), std::exchange(m_adverts, 0), std::exchange(m_dropped, 0));
}

} // namespace muster::ble
