#include "backends/sim/simbackend.h"

#include "backends/sim/simkinds.h"

#include "core/ingest.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace muster {

namespace {

constexpr int historyPerTurn = 2; ///< machines whose past is made up in one go: some 10 ms of muster-io

QJsonValue plain(const Metric &metric, const sim::Reading &reading)
{
    switch (metric.type) {
    case MetricType::Text:
    case MetricType::Event: return reading.text;
    case MetricType::Boolean: return reading.value != 0;
    case MetricType::Enumeration: return metric.options.value(qsizetype(reading.value));
    case MetricType::Number: break;
    }
    return reading.value;
}

QJsonValue plain(const Value &argument)
{
    if (const bool *const boolean = std::get_if<bool>(&argument))
        return *boolean;
    if (const double *const number = std::get_if<double>(&argument))
        return *number;
    if (const QString *const text = std::get_if<QString>(&argument))
        return *text;
    return {};
}

} // namespace

SimBackend::SimBackend(ConnectionId connection, const sim::Options &options, Ingest &ingest, Clock clock, QObject *parent)
    : Backend(parent)
    , m_connection(connection)
    , m_options(options)
    , m_ingest(ingest)
    , m_clock(std::move(clock))
    , m_counters(ingest.counters(connection))
{
    m_tick.setInterval(options.load ? Ingest::tickMs : tickMs);
    m_tick.setTimerType(Qt::PreciseTimer);
    connect(&m_tick, &QTimer::timeout, this, &SimBackend::tick);
    connect(&m_history, &QTimer::timeout, this, &SimBackend::makeUpHistory);
}

SimBackend::~SimBackend() = default;

void SimBackend::start()
{
    m_open = true;
    Q_EMIT statusChanged({ConnectionState::Connecting, tr("Making up the demo fleet…"), 0});
    QTimer::singleShot(0, this, &SimBackend::open);
}

void SimBackend::open()
{
    if (!m_open)
        return;
    m_start = m_clock();
    Q_EMIT statusChanged({ConnectionState::Open, tr("%n simulated devices", nullptr, m_options.devices), 0});
    std::vector<sim::Machine> machines = sim::makeFleet(m_options);
    m_fleet.reserve(machines.size());
    for (sim::Machine &machine : machines) {
        if (m_options.historyMinutes == 0) // those of a load not all in the same instant
            machine.clock = m_start - (m_options.load ? Micros(machine.random.unit() * double(pace().step)) : m_start % pace().step);
        m_fleet.push_back({std::move(machine), {}, {}, true, m_options.historyMinutes == 0});
        announce(m_fleet.back());
    }
    m_nextHistory = 0;
    if (m_options.historyMinutes > 0)
        m_history.start(0);
    m_tick.start();
}

void SimBackend::announce(Body &body)
{
    body.machine.device.connection = m_connection;
    body.id = m_ingest.announce(body.machine.device);
    for (const Metric &metric : std::as_const(body.machine.device.metrics))
        body.metrics.append(m_ingest.metric(body.id, metric));
    ++at(m_counters, Count::Messages);
}

void SimBackend::stop()
{
    if (!std::exchange(m_open, false))
        return;
    m_tick.stop();
    m_history.stop();
    for (const auto &pending : std::exchange(m_pending, {}))
        Q_EMIT commandFinished({pending.first}, failure(Error::Code::Cancelled, tr("The demo fleet was closed before the device answered.")), false);
    m_fleet.clear();
    Q_EMIT statusChanged({});
}

sim::Pace SimBackend::pace() const
{
    sim::Pace pace;
    pace.speed = m_options.speed;
    pace.faults = m_options.faults;
    if (m_options.load)
        pace.step = std::clamp<Micros>(Micros(1e6 / m_options.rate), 1'000, 1'000'000);
    return pace;
}

void SimBackend::makeUpHistory()
{
    sim::Pace past = pace();
    past.step = past.shortestPeriod = historyPeriod;
    for (int i = 0; i < historyPerTurn && m_nextHistory < m_fleet.size(); ++i) {
        Body &body = m_fleet[m_nextHistory++];
        m_readings.clear();
        sim::advance(body.machine, m_start - Micros(m_options.historyMinutes) * 60 * 1'000'000, past, m_readings);
        live(body, m_start, past);
        body.hasHistory = true;
    }
    if (m_nextHistory == m_fleet.size())
        m_history.stop();
}

void SimBackend::tick()
{
    const Micros now = m_clock();
    const sim::Pace present = pace();
    m_ingest.setArrival(now);
    for (Body &body : m_fleet) {
        if (!body.hasHistory)
            continue;
        if (body.machine.clock > m_start && now - body.machine.clock > catchUp)
            sim::skip(body.machine, now - now % present.step);
        live(body, now, present);
    }
    m_ingest.setArrival(0);
}

void SimBackend::live(Body &body, Micros until, const sim::Pace &pace)
{
    m_readings.clear();
    sim::advance(body.machine, until, pace, m_readings);
    if (!m_readings.isEmpty()) {
        push(body, m_readings);
        if (m_ingest.isTapped(body.id) || m_ingest.isWireTapped(m_connection))
            tellRaw(body, m_readings);
    }
    if (std::exchange(body.online, body.machine.online) != body.machine.online)
        m_ingest.setPresence(body.id, body.online ? Presence::Online : Presence::Offline);
}

void SimBackend::push(const Body &body, const QList<sim::Reading> &readings)
{
    ++at(m_counters, Count::Messages);
    at(m_counters, Count::Samples) += quint64(readings.size());
    at(m_counters, Count::Bytes) += quint64(readings.size()) * sizeof(Sample);
    for (const sim::Reading &reading : readings) {
        const MetricId metric = body.metrics.at(reading.channel);
        if (!metric.isValid())
            continue;
        const MetricType type = body.machine.device.metrics.at(reading.channel).type;
        if (type == MetricType::Text || type == MetricType::Event)
            m_ingest.pushText(m_connection, metric, reading.time, reading.text, Sample::DeviceTime);
        else
            m_ingest.push(m_connection, metric, reading.time, reading.value, Sample::DeviceTime);
    }
}

/// The readings of one wake-up as the message a real device might have sent: the newest value of each metric.
void SimBackend::tellRaw(const Body &body, const QList<sim::Reading> &readings)
{
    QJsonObject object;
    for (const sim::Reading &reading : readings) {
        const Metric &metric = body.machine.device.metrics.at(reading.channel);
        object.insert(metric.key, plain(metric, reading));
    }
    tell(body, false, object, readings.last().time);
}

/// A message for whoever looks at the device, and for whoever listens in on the connection.
void SimBackend::tell(const Body &body, bool outgoing, const QJsonObject &object, Micros time)
{
    RawMessage message;
    message.time = time;
    message.device = body.id;
    message.outgoing = outgoing;
    message.where = body.machine.device.addresses.first() + (outgoing ? QStringLiteral("/set") : QStringLiteral("/state"));
    message.payload = QJsonDocument(object).toJson(QJsonDocument::Compact);
    if (m_ingest.isWireTapped(m_connection))
        m_ingest.wire(m_connection, outgoing, message.where, message.payload, true);
    if (m_ingest.isTapped(body.id))
        m_ingest.raw(std::move(message));
}

void SimBackend::send(const Command &command)
{
    const auto body = std::find_if(m_fleet.begin(), m_fleet.end(), [&](const Body &b) { return b.id == command.device; });
    if (body == m_fleet.end()) {
        Q_EMIT commandFinished(command.id, failure(Error::Code::NotFound, tr("The demo fleet has no such device.")), false);
        return;
    }
    if (m_pending.size() >= maxPending) {
        Q_EMIT commandFinished(command.id, failure(Error::Code::TooLarge, tr("Too many commands are under way in the demo fleet. Wait for some to finish.")), false);
        return;
    }
    ++at(m_counters, Count::Sent);
    if (m_ingest.isTapped(body->id) || m_ingest.isWireTapped(m_connection))
        tell(*body, true, {{command.key, plain(command.argument)}}, m_clock());
    const sim::Answer answer = sim::answer(body->machine, command.key, m_options.faults);
    const bool refused = answer.kind == sim::Answer::Kind::Refuses;
    m_pending.insert_or_assign(command.id.n, Pending {command, size_t(body - m_fleet.begin()), refused, answer.reason});
    if (answer.kind != sim::Answer::Kind::Silent)
        QTimer::singleShot(answer.latencyMs, Qt::PreciseTimer, this, [this, id = command.id] { carryOut(id); });
}

void SimBackend::carryOut(CommandId id)
{
    const auto it = m_pending.find(id.n);
    if (it == m_pending.end())
        return;
    const Pending pending = it->second;
    m_pending.erase(it);
    Result<void> result;
    if (pending.refused)
        result = failure(Error::Code::Refused, pending.reason);
    else
        result = sim::obey(m_fleet[pending.body].machine, pending.command.key, pending.command.argument);
    Q_EMIT commandFinished(id, result, true);
}

void SimBackend::abandon(CommandId id) { m_pending.erase(id.n); }

} // namespace muster
