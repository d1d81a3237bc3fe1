#include "backends/ble/link.h"

#include "backends/ble/gatt/values.h"
#include "backends/ble/uartservices.h"

#include <algorithm>
#include <utility>

namespace muster::ble {

namespace {

constexpr quint16 userDescription = 0x2901;
constexpr quint16 configuration = 0x2902;
constexpr quint16 presentationFormat = 0x2904;
constexpr qsizetype maxValue = 512; // of an attribute, by the standard

QUuid plain(const QBluetoothUuid &uuid)
{
    return uuid;
}

quint8 abilitiesOf(QLowEnergyCharacteristic::PropertyTypes properties)
{
    quint8 abilities = 0;
    if (properties & QLowEnergyCharacteristic::Read)
        abilities |= Characteristic::Read;
    if (properties & QLowEnergyCharacteristic::Write)
        abilities |= Characteristic::Write;
    if (properties & QLowEnergyCharacteristic::WriteNoResponse)
        abilities |= Characteristic::WriteBlindly;
    if (properties & (QLowEnergyCharacteristic::Notify | QLowEnergyCharacteristic::Indicate))
        abilities |= Characteristic::Tell;
    return abilities;
}

/// Texts about the device itself: they do not change while it is connected.
bool staysTheSame(quint16 uuid)
{
    return (uuid >= 0x2A23 && uuid <= 0x2A2A) || uuid == 0x2A50 || uuid == 0x2A00 || uuid == 0x2A01;
}

} // namespace

Link::Link(NodeKey node, const QBluetoothDeviceInfo &device, std::optional<codec::BleProfile> profile, QObject *parent)
    : QObject(parent)
    , m_node(node)
    , m_profile(std::move(profile))
    , m_controller(QLowEnergyController::createCentral(device))
{
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, &Link::timedOut);
    m_again.setInterval(readAgainMs);
    connect(&m_again, &QTimer::timeout, this, &Link::readAgain);
    // Queued: Qt calls from inside of its own work, and here services and the controller may be let go.
    connect(m_controller.get(), &QLowEnergyController::stateChanged, this, &Link::controllerChanged, Qt::QueuedConnection);
    connect(m_controller.get(), &QLowEnergyController::discoveryFinished, this, &Link::discoverDetails, Qt::QueuedConnection);
}

Link::~Link()
{
    // Deleted from the event loop, never from inside one of their slots; services first, for they lean on the controller.
    m_controller->disconnect(this);
    for (QLowEnergyService *const service : m_services) {
        service->disconnect(this);
        delete service;
    }
}

void Link::open()
{
    m_stage = Stage::Connecting;
    m_limit.start(connectMs);
    m_controller->connectToDevice();
}

void Link::close()
{
    if (m_stage == Stage::Over || m_stage == Stage::Closing)
        return;
    m_stage = Stage::Closing;
    m_again.stop();
    m_limit.start(closeMs);
    m_controller->disconnectFromDevice();
}

void Link::end(const QString &reason)
{
    if (std::exchange(m_stage, Stage::Over) == Stage::Over)
        return;
    m_limit.stop();
    m_again.stop();
    for (const Job &job : std::exchange(m_jobs, {})) {
        if (job.kind == Job::Kind::Write)
            Q_EMIT written(job.token, reason);
    }
    Q_EMIT ended(reason);
}

void Link::controllerChanged(QLowEnergyController::ControllerState state)
{
    if (m_stage == Stage::Over)
        return;
    // The one sign of every kind of loss: neither errors nor disconnected() come reliably (Qt 6.4).
    if (state == QLowEnergyController::UnconnectedState) {
        end(m_stage == Stage::Closing        ? tr("The link was closed.")
                : m_stage == Stage::Connecting ? tr("The device did not let itself be connected to.")
                                               : tr("The link to the device broke."));
    } else if (state == QLowEnergyController::ConnectedState && m_stage == Stage::Connecting) {
        m_stage = Stage::Services;
        m_limit.start(discoverMs);
        m_controller->discoverServices();
    }
}

void Link::timedOut()
{
    switch (m_stage) {
    case Stage::Details: describe(); return; // with what did answer
    case Stage::Descriptors:
    case Stage::Ready:
        if (m_busy) {
            if (m_jobs.front().kind == Job::Kind::Read)
                m_places[size_t(m_jobs.front().place)].deaf = true;
            finished(tr("The device did not answer in time."));
        }
        return;
    case Stage::Closing: end(tr("The link was closed.")); return;
    default: break;
    }
    m_controller->disconnectFromDevice();
    end(m_stage == Stage::Connecting ? tr("The device did not answer in time. Is it near, and is nothing else connected to it?")
                                     : tr("The device did not tell its services in time."));
}

/// All services in one go, right after they are known, and without their values: anything else gets stuck in Qt 6.4.
void Link::discoverDetails()
{
    if (m_stage != Stage::Services)
        return;
    m_stage = Stage::Details;
    m_limit.start(discoverMs);
    const QList<QBluetoothUuid> uuids = m_controller->services();
    for (const QBluetoothUuid &uuid : uuids) {
        if (m_services.size() >= maxServices) {
            ++m_description.silent;
            continue;
        }
        if (QLowEnergyService *const service = m_controller->createServiceObject(uuid, this)) {
            listen(service);
            m_services.push_back(service);
        }
    }
    for (QLowEnergyService *const service : m_services)
        service->discoverDetails(QLowEnergyService::SkipValueDiscovery);
    if (m_services.empty())
        describe();
}

void Link::listen(QLowEnergyService *service)
{
    connect(service, &QLowEnergyService::stateChanged, this, &Link::serviceChanged, Qt::QueuedConnection);
    connect(service, &QLowEnergyService::errorOccurred, this, &Link::serviceFailed);
    connect(service, &QLowEnergyService::characteristicChanged, this,
        [this](const QLowEnergyCharacteristic &which, const QByteArray &bytes) { arrived(which, bytes, false); });
    connect(service, &QLowEnergyService::characteristicRead, this,
        [this](const QLowEnergyCharacteristic &which, const QByteArray &bytes) { arrived(which, bytes, true); });
    connect(service, &QLowEnergyService::characteristicWritten, this, [this] {
        if (m_busy && m_jobs.front().kind == Job::Kind::Write)
            finished();
    });
    connect(service, &QLowEnergyService::descriptorWritten, this, [this] {
        if (m_busy && m_jobs.front().kind == Job::Kind::Subscribe)
            finished();
    });
    connect(service, &QLowEnergyService::descriptorRead, this, &Link::descriptorArrived);
}

void Link::serviceChanged()
{
    if (m_stage != Stage::Details)
        return;
    const bool all = std::all_of(m_services.begin(), m_services.end(), [](const QLowEnergyService *service) {
        return service->state() == QLowEnergyService::RemoteServiceDiscovered || service->state() == QLowEnergyService::InvalidService;
    });
    if (all)
        describe();
}

void Link::serviceFailed(QLowEnergyService::ServiceError error)
{
    if (!m_busy || error == QLowEnergyService::NoError)
        return;
    switch (error) {
    case QLowEnergyService::CharacteristicWriteError: finished(tr("The device refused what was written. It may want to be paired first.")); break;
    case QLowEnergyService::CharacteristicReadError:
        m_places[size_t(m_jobs.front().place)].deaf = true;
        finished(tr("The device refused to be read."));
        break;
    default: finished(tr("The device refused.")); break;
    }
}

void Link::describe()
{
    m_stage = Stage::Descriptors;
    m_limit.stop();
    for (QLowEnergyService *const service : m_services) {
        if (service->state() != QLowEnergyService::RemoteServiceDiscovered) {
            ++m_description.silent;
            continue;
        }
        const QList<QLowEnergyCharacteristic> found = service->characteristics();
        for (const QLowEnergyCharacteristic &characteristic : found) {
            if (m_places.size() >= maxCharacteristics) {
                ++m_description.left;
                continue;
            }
            m_description.characteristics.append({plain(service->serviceUuid()), plain(characteristic.uuid()), abilitiesOf(characteristic.properties()), {}, {}});
            m_places.push_back({service, characteristic, false});
            planDescriptors(int(m_places.size()) - 1, characteristic);
        }
    }
    if (m_jobs.empty())
        beReady();
    else
        next();
}

/// What has no number of the standard's may describe itself.
void Link::planDescriptors(int place, const QLowEnergyCharacteristic &characteristic)
{
    if (gatt::isKnown(gatt::shortUuid(characteristic.uuid())))
        return;
    const QList<QLowEnergyDescriptor> descriptors = characteristic.descriptors();
    for (const QLowEnergyDescriptor &descriptor : descriptors) {
        const quint16 number = gatt::shortUuid(descriptor.uuid());
        if (number == userDescription || number == presentationFormat)
            enqueue({Job::Kind::Descriptor, place, {}, 0, plain(descriptor.uuid())});
    }
}

void Link::descriptorArrived(const QLowEnergyDescriptor &descriptor, const QByteArray &bytes)
{
    if (!m_busy || m_jobs.front().kind != Job::Kind::Descriptor)
        return;
    Characteristic &described = m_description.characteristics[m_jobs.front().place];
    if (gatt::shortUuid(descriptor.uuid()) == presentationFormat)
        described.presentation = bytes.first(std::min<qsizetype>(bytes.size(), 7));
    else
        described.description = QString::fromUtf8(bytes.first(std::min<qsizetype>(bytes.size(), 64)));
    finished();
}

void Link::beReady()
{
    m_stage = Stage::Ready;
    Q_EMIT described(m_description);
    int subscriptions = 0;
    for (const bool answers : {true, false}) {
        for (size_t i = 0; i < m_places.size(); ++i) {
            const Characteristic &what = m_description.characteristics[qsizetype(i)];
            if ((what.abilities & Characteristic::Tell) && isOfUse(what) && mayAnswer(what) == answers && subscriptions < maxSubscriptions) {
                ++subscriptions;
                enqueue({Job::Kind::Subscribe, int(i), {}, 0, {}});
            }
        }
    }
    for (size_t i = 0; i < m_places.size(); ++i) {
        const Characteristic &what = m_description.characteristics[qsizetype(i)];
        if ((what.abilities & Characteristic::Read) && isOfUse(what) && !uartService(what.service))
            enqueue({Job::Kind::Read, int(i), {}, 0, {}});
    }
    m_again.start();
    next();
}

/// Whether it says what a device answers to what is written: it is listened to before anything is.
bool Link::mayAnswer(const Characteristic &what) const
{
    const UartService *const uart = uartService(what.service);
    return (uart && uart->tell == what.uuid) || (m_profile && m_profile->place(what.service, what.uuid));
}

/// Whether anything can be made of what it says. The others are left alone: a device may want to be paired before it lets itself be read.
bool Link::isOfUse(const Characteristic &what) const
{
    const UartService *const uart = uartService(what.service);
    const codec::ProfilePlace *const place = m_profile ? m_profile->place(what.service, what.uuid) : nullptr;
    return gatt::isKnown(gatt::shortUuid(what.uuid)) || !what.presentation.isEmpty() || (uart && uart->tell == what.uuid)
        || (place && !place->profile.fields.isEmpty());
}

void Link::readAgain()
{
    if (m_jobs.size() > 1)
        return; // it is slow enough
    for (size_t i = 0; i < m_places.size(); ++i) {
        const Characteristic &what = m_description.characteristics[qsizetype(i)];
        const bool asks = (what.abilities & Characteristic::Read) && !(what.abilities & Characteristic::Tell) && !m_places[i].deaf;
        const quint16 number = gatt::shortUuid(what.uuid);
        if (asks && !staysTheSame(number) && isOfUse(what))
            enqueue({Job::Kind::Read, int(i), {}, 0, {}});
    }
    next();
}

void Link::write(int characteristic, const QByteArray &bytes, quint32 token)
{
    if (m_stage != Stage::Ready || characteristic < 0 || size_t(characteristic) >= m_places.size()) {
        Q_EMIT written(token, tr("The device is not connected."));
        return;
    }
    if (m_jobs.size() >= maxJobs) {
        Q_EMIT written(token, tr("Too much is waiting to be written to the device."));
        return;
    }
    // In front of everything that waits, for a person waits for it; behind other writes, and behind listening to its answer.
    const auto from = m_jobs.begin() + (m_busy ? 1 : 0);
    const auto at = std::find_if(from, m_jobs.end(), [this](const Job &job) {
        return job.kind != Job::Kind::Write && (job.kind != Job::Kind::Subscribe || !mayAnswer(m_description.characteristics[job.place]));
    });
    m_jobs.insert(at, {Job::Kind::Write, characteristic, bytes, token, {}});
    next();
}

void Link::enqueue(Job job)
{
    if (m_jobs.size() < maxJobs)
        m_jobs.push_back(std::move(job));
}

void Link::next()
{
    if (m_busy || m_stage == Stage::Over || m_stage == Stage::Closing)
        return;
    if (m_jobs.empty()) {
        if (m_stage == Stage::Descriptors)
            beReady();
        return;
    }
    m_busy = true;
    m_justSaid.clear();
    m_limit.start(jobMs);
    begin(Job(m_jobs.front()));
}

void Link::begin(const Job &job)
{
    const Place &place = m_places[size_t(job.place)];
    switch (job.kind) {
    case Job::Kind::Descriptor:
        place.service->readDescriptor(place.characteristic.descriptor(QBluetoothUuid(job.descriptor)));
        return;
    case Job::Kind::Subscribe: {
        const QLowEnergyDescriptor switchOn = place.characteristic.descriptor(QBluetoothUuid(configuration));
        if (!switchOn.isValid()) {
            finished(tr("The device cannot be told to report."));
            return;
        }
        const bool notify = place.characteristic.properties() & QLowEnergyCharacteristic::Notify;
        place.service->writeDescriptor(switchOn, QByteArray::fromHex(notify ? "0100" : "0200"));
        return;
    }
    case Job::Kind::Read: place.service->readCharacteristic(place.characteristic); return;
    case Job::Kind::Write: {
        const bool blindly = !(place.characteristic.properties() & QLowEnergyCharacteristic::Write);
        place.service->writeCharacteristic(place.characteristic, job.bytes, blindly ? QLowEnergyService::WriteWithoutResponse : QLowEnergyService::WriteWithResponse);
        if (blindly)
            finished(); // nothing will answer
        return;
    }
    }
}

void Link::finished(const QString &problem)
{
    if (!std::exchange(m_busy, false))
        return;
    m_limit.stop();
    const Job job = std::move(m_jobs.front());
    m_jobs.pop_front();
    if (job.kind == Job::Kind::Write)
        Q_EMIT written(job.token, problem);
    // On a turn of its own: Qt may be in the middle of its queue.
    QMetaObject::invokeMethod(this, &Link::next, Qt::QueuedConnection);
}

void Link::arrived(const QLowEnergyCharacteristic &characteristic, const QByteArray &bytes, bool asked)
{
    const bool reading = m_busy && m_jobs.front().kind == Job::Kind::Read;
    int place = -1;
    if (asked) {
        if (!reading)
            return; // late: the time limit has passed it by
        place = m_jobs.front().place;
    } else {
        for (size_t i = 0; i < m_places.size() && place < 0; ++i) {
            if (m_places[i].characteristic == characteristic)
                place = int(i);
        }
    }
    if (place < 0 || m_stage != Stage::Ready)
        return;
    // BlueZ announces what was read as a change, too: once is enough.
    const bool twice = asked && !m_justSaid.isNull() && m_justSaid == bytes;
    if (!asked && reading && place == m_jobs.front().place)
        m_justSaid = bytes.isNull() ? QByteArray("") : bytes;
    if (!twice)
        Q_EMIT valued(place, bytes.first(std::min(bytes.size(), maxValue)));
    if (asked)
        finished();
}

} // namespace muster::ble
