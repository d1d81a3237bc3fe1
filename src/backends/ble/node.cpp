#include "backends/ble/node.h"

#include "backends/ble/commands.h"
#include "backends/ble/gatt/values.h"
#include "backends/ble/uartservices.h"

#include <algorithm>

namespace muster::ble {

namespace {

/// Services that make a nameless device worth showing: what they say can be read.
bool isOfUse(const QUuid &service)
{
    static constexpr quint16 useful[] {0x1802, 0x1808, 0x1809, 0x180D, 0x180F, 0x1810, 0x1814, 0x1816, 0x1818, 0x1819, 0x181A, 0x181B, 0x181D, 0x1822, 0x1826};
    const quint16 number = gatt::shortUuid(service);
    return uartService(service) || std::find(std::begin(useful), std::end(useful), number) != std::end(useful);
}

/// The two top bits of a made-up address: 11 stays the same until the battery is changed, others change every quarter of an hour.
bool isFleeting(const Heard &heard)
{
    return heard.randomAddress && heard.advert.mac >> 46U != 3;
}

/// Where a serial line by other means takes bytes.
bool isLineEnd(const Characteristic &what)
{
    const UartService *const uart = uartService(what.service);
    return uart && uart->write == what.uuid;
}

} // namespace

Node::Node(NodeKey key, Ingest &ingest, ConnectionId connection)
    : m_key(key)
    , m_ingest(ingest)
    , m_connection(connection)
{}

Node::~Node() = default;
Node::Node(Node &&) noexcept = default;

QString Node::displayName() const
{
    return m_name.isEmpty() ? m_fallbackName : m_name;
}

bool Node::isWorthShowing(const Heard &heard, const Decoded &decoded, bool showNameless) const
{
    return isAnnounced() || showNameless || decoded.format || !heard.advert.name.isEmpty()
        || std::any_of(heard.services.cbegin(), heard.services.cend(), isOfUse);
}

bool Node::hear(const Heard &heard, bool showNameless, Micros now)
{
    m_lastHeard = now;
    m_address = heard.address;
    takeAnnounced(heard);
    const Decoded decoded = decode(heard.advert, m_secret);
    if (!isWorthShowing(heard, decoded, showNameless))
        return false;
    if (decoded.encrypted)
        m_lastSealed = heard;
    const bool isNew = !isAnnounced();
    if (isNew || (m_name.isEmpty() && !heard.advert.name.isEmpty()) || decoded.encrypted != m_offersKey)
        announce(heard, decoded);
    if (!isAnnounced())
        return false; // beyond the limits, counted by Ingest
    m_speaks = m_speaks || !decoded.readings.isEmpty() || decoded.encrypted;
    setPresence(Presence::Online);
    m_ingest.seen(m_id);
    pushSignal(heard.rssi, now);
    if (heard.changed || isNew) {
        for (const auto &[uuid, data] : heard.advert.serviceData)
            tellRaw(QStringLiteral("service %1").arg(uuid, 4, 16, QLatin1Char('0')), data, now, false);
        for (const auto &[company, data] : heard.advert.manufacturerData)
            tellRaw(QStringLiteral("company %1").arg(company, 4, 16, QLatin1Char('0')), data, now, false);
    }
    const bool again = !heard.changed && !isNew;
    if (!isRefused(decoded, now) && (!again || now - m_pushedAt >= sameAgain))
        push(decoded.readings, now, again);
    const bool wantsKey = decoded.problem == Decoded::Problem::NeedsKey && !m_askedForKey;
    m_askedForKey = m_askedForKey || wantsKey;
    return wantsKey;
}

void Node::takeAnnounced(const Heard &heard)
{
    for (const QUuid &service : heard.services) {
        if (!m_services.contains(service) && m_services.size() < maxAnnounced)
            m_services.append(service);
    }
    for (const auto &[company, data] : heard.advert.manufacturerData) {
        if (!m_companies.contains(company) && m_companies.size() < maxAnnounced)
            m_companies.append(company);
    }
}

bool Node::announcesUse() const
{
    return std::any_of(m_services.cbegin(), m_services.cend(), isOfUse);
}

const codec::BleProfile *Node::profileAmong(const std::vector<codec::BleProfile> &all) const
{
    return codec::bleProfileFor(all, m_name, m_services, m_companies);
}

void Node::forgetProfile()
{
    QStringList keys;
    for (const auto &[index, line] : m_lines) {
        for (const CommandInfo &command : line->codec().commands())
            keys.append(command.key);
    }
    if (isAnnounced())
        m_ingest.withdrawParts(m_id, {}, keys);
}

/// What was recorded and is played back, what is said twice, and what the wrong key makes of it.
bool Node::isRefused(const Decoded &decoded, Micros now)
{
    Counters &counters = m_ingest.counters(m_connection);
    if (decoded.problem == Decoded::Problem::WrongKey || decoded.problem == Decoded::Problem::Plain || decoded.problem == Decoded::Problem::Cut)
        ++at(counters, Count::Malformed);
    if (decoded.readings.isEmpty())
        return true;
    if (decoded.counter) {
        if (m_counter && *decoded.counter < *m_counter && now - m_countedAt < newCount) {
            ++at(counters, Count::Ignored);
            return true;
        }
        m_counter = decoded.counter;
        m_countedAt = now;
    }
    const bool same = decoded.packet && decoded.packet == m_packet && now - m_pushedAt < sameAgain;
    m_packet = decoded.packet;
    return same;
}

Device Node::sketch() const
{
    Device device;
    device.connection = m_connection;
    device.addresses = m_addresses;
    device.link = QStringLiteral("ble");
    device.kind = Kind::M2M;
    return device;
}

void Node::announce(const Heard &heard, const Decoded &decoded)
{
    if (m_addresses.isEmpty()) {
        if (isFleeting(heard) && !decoded.identity.isEmpty())
            m_addresses = {decoded.identity};
        else
            m_addresses = {QStringLiteral("ble:") + heard.address};
        if (!heard.randomAddress && heard.advert.mac != 0)
            m_addresses.append(QStringLiteral("mac:") + text(heard.advert.mac));
    }
    m_name = heard.advert.name.isEmpty() ? m_name : heard.advert.name;
    const QString what = !decoded.model.isEmpty() ? decoded.model : decoded.format ? QString::fromLatin1(decoded.format) : QStringLiteral("Bluetooth");
    m_fallbackName = what + u' ' + heard.address.right(5).remove(u':');
    m_offersKey = decoded.encrypted;
    Device device = sketch();
    device.name = displayName();
    device.manufacturer = decoded.manufacturer;
    device.model = decoded.model;
    device.firmware = decoded.firmware;
    device.convention = decoded.format ? QString::fromLatin1(decoded.format) : QString();
    device.presence = Presence::Online;
    if (m_offersKey)
        device.commands.append(keyCommand());
    if (!decoded.format)
        device.commands.append(linkCommands());
    m_id = m_ingest.announce(device);
    m_presence = Presence::Online;
}

void Node::setSecret(const QByteArray &secret, Micros now)
{
    m_secret = secret;
    m_counter.reset();
    m_packet.reset();
    m_pushedAt = 0;
    if (!m_lastSealed.address.isEmpty() && !secret.isEmpty()) {
        Heard last = m_lastSealed; // what was said last can be read now
        last.changed = true;
        last.rssi = 0;
        hear(last, false, now);
    }
}

void Node::setPresence(Presence presence)
{
    // Ingest may know better: the road was down in between.
    if (isAnnounced() && (std::exchange(m_presence, presence) != presence || presence == Presence::Online))
        m_ingest.setPresence(m_id, presence);
}

void Node::withdraw()
{
    if (isAnnounced())
        m_ingest.withdraw(m_id);
    m_id = {};
    m_metrics.clear();
    m_signal = {};
}

MetricId Node::metricId(const Quantity &what, int ordinal)
{
    for (const Known &known : m_metrics) {
        if (known.what == &what && known.ordinal == ordinal)
            return known.id;
    }
    if (qsizetype(m_metrics.size()) >= maxMetrics)
        return {};
    m_metrics.push_back({&what, ordinal, m_ingest.metric(m_id, metricOf(what, ordinal))});
    return m_metrics.back().id;
}

void Node::push(const Readings &readings, Micros time, bool again)
{
    for (const Reading &reading : readings) {
        const MetricType type = reading.what->type;
        if (again && (type == MetricType::Text || type == MetricType::Event))
            continue; // it did not happen again
        pushOne(reading, time);
    }
    m_pushedAt = time;
}

void Node::pushOne(const Reading &reading, Micros time)
{
    Q_UNUSED(time) // the arrival of the burst, as Ingest was told
    const MetricId id = metricId(*reading.what, reading.ordinal);
    if (!id.isValid())
        return;
    ++at(m_ingest.counters(m_connection), Count::Samples);
    if (reading.what->type == MetricType::Text || reading.what->type == MetricType::Event)
        m_ingest.pushText(m_connection, id, 0, reading.text);
    else
        m_ingest.push(m_connection, id, 0, reading.value);
}

void Node::pushSignal(int rssi, Micros time)
{
    Q_UNUSED(time)
    if (rssi == 0 || rssi < -127 || rssi > 20)
        return; // not known: an advertisement of earlier, told again
    if (!m_signal.isValid()) {
        Metric metric;
        metric.key = QStringLiteral("rssi");
        metric.name = QStringLiteral("Signal");
        metric.unit = QStringLiteral("dBm");
        metric.role = Role::Signal;
        metric.diagnostic = true;
        m_signal = m_ingest.metric(m_id, metric);
    }
    if (m_signal.isValid())
        m_ingest.push(m_connection, m_signal, 0, rssi);
}

void Node::tellRaw(const QString &where, const QByteArray &bytes, Micros time, bool outgoing)
{
    if (!m_ingest.isTapped(m_id))
        return;
    RawMessage message;
    message.time = time;
    message.device = m_id;
    message.outgoing = outgoing;
    message.where = where;
    message.payload = bytes.toHex(' ');
    m_ingest.raw(std::move(message));
}

// --- connected

void Node::describe(const LinkDescription &description, const codec::BleProfile *profile)
{
    m_description = description;
    m_described.assign(size_t(description.characteristics.size()), MetricId {});
    m_lineWrite = -1;
    for (qsizetype i = 0; i < description.characteristics.size() && m_lineWrite < 0 && m_line; ++i) {
        if (isLineEnd(description.characteristics[i]))
            m_lineWrite = int(i);
    }
    Device device = sketch();
    if (profile) {
        beProfiled(*profile);
        device.manufacturer = profile->manufacturer;
        device.model = profile->model;
        device.convention = profile->name;
    }
    device.commands = linkCommands() + commandsOf(description);
    m_id = m_ingest.announce(device);
    if (m_lineWrite >= 0)
        tellLine();
    setPresence(Presence::Online);
}

void Node::tellLine()
{
    Device device = sketch();
    const codec::Profile &profile = m_line->profile();
    device.manufacturer = profile.manufacturer;
    device.model = profile.model;
    device.convention = profile.name;
    device.commands = lineCommands();
    m_id = m_ingest.announce(device);
    m_line->setDevice(m_id, displayName());
}

bool Node::hasLine(const LinkDescription &description)
{
    return std::any_of(description.characteristics.cbegin(), description.characteristics.cend(), isLineEnd);
}

void Node::setLine(std::unique_ptr<line::Line> line)
{
    if (m_line && isAnnounced()) {
        QStringList keys;
        for (const CommandInfo &command : m_line->codec().commands())
            keys.append(command.key);
        m_ingest.withdrawParts(m_id, {}, keys);
    }
    m_line = std::move(line);
    m_line->setDevice(m_id, displayName());
}

bool Node::isForLine(const QString &command) const
{
    return m_line && m_lineWrite >= 0 && (command == QLatin1StringView(sendKey) || m_line->knows(command));
}

void Node::beProfiled(const codec::BleProfile &profile)
{
    for (qsizetype i = 0; i < m_description.characteristics.size(); ++i) {
        const Characteristic &what = m_description.characteristics[i];
        if (const codec::ProfilePlace *const place = profile.place(what.service, what.uuid))
            m_lines.emplace(int(i), std::make_unique<ProfileLine>(m_ingest, m_connection, m_id, *place));
    }
}

QList<Node::Write> Node::questions() const
{
    QList<Write> all;
    for (const auto &[index, line] : m_lines) {
        if (!line->ask().isEmpty())
            all.append({index, line->ask(), acknowledges(index)});
    }
    return all;
}

void Node::unlink()
{
    m_lines.clear();
    m_description = {};
    m_described.clear();
    m_lineWrite = -1;
    m_turning.reset();
}

int Node::ordinalOf(int index) const
{
    const auto begin = m_description.characteristics.cbegin();
    return 1 + int(std::count_if(begin, begin + index, [&](const Characteristic &one) { return one.uuid == begin[index].uuid; }));
}

void Node::takeFact(quint16 uuid, const QString &text)
{
    Device device = sketch();
    switch (uuid) {
    case 0x2A24: device.model = text; break;
    case 0x2A25: device.serialNumber = text; break;
    case 0x2A26:
    case 0x2A28: device.firmware = text; break;
    case 0x2A27: device.hardware = text; break;
    case 0x2A29: device.manufacturer = text; break;
    default: return;
    }
    m_ingest.announce(device);
}

void Node::take(const NodeValue &value)
{
    if (value.characteristic >= m_description.characteristics.size() || !isAnnounced())
        return;
    const Characteristic &what = m_description.characteristics[value.characteristic];
    Counters &counters = m_ingest.counters(m_connection);
    ++at(counters, Count::Messages);
    at(counters, Count::Bytes) += quint64(value.bytes.size());
    m_lastHeard = value.time;
    m_ingest.seen(m_id);
    const quint16 number = gatt::shortUuid(what.uuid);
    if (m_ingest.isTapped(m_id))
        tellRaw(number ? QString::number(number, 16) : what.uuid.toString(QUuid::WithoutBraces), value.bytes, value.time, false);
    if (const UartService *const uart = uartService(what.service); uart && uart->tell == what.uuid && m_line) {
        if (m_ingest.isWireTapped(m_connection))
            m_ingest.wire(m_connection, false, m_address, value.bytes);
        m_line->feed(value.bytes, value.time);
        return;
    }
    if (const auto line = m_lines.find(value.characteristic); line != m_lines.end() && line->second->reads()) {
        const codec::LinkCounters before = line->second->codec().counters();
        line->second->take(value.bytes, value.time);
        codec::addTo(counters, before, line->second->codec().counters());
        return;
    }
    if (!gatt::isKnown(number)) {
        takeDescribed(value.characteristic, value);
        return;
    }
    gatt::Values values = gatt::decode(number, value.bytes);
    if (!values.intact)
        ++at(counters, Count::Malformed);
    if (number == 0x2A5B || number == 0x2A63)
        deriveTurning(value, number, values.readings);
    const int ordinal = ordinalOf(value.characteristic);
    for (Reading reading : std::as_const(values.readings)) {
        if (reading.what->type == MetricType::Text && number >= 0x2A24 && number <= 0x2A29) {
            takeFact(number, reading.text);
            continue;
        }
        reading.ordinal += ordinal - 1;
        pushOne(reading, value.time);
    }
}

// A power meter often counts what a speed sensor in the same case counts, too.
void Node::deriveTurning(const NodeValue &value, quint16 number, Readings &readings)
{
    if (!m_turning)
        m_turning.emplace(value.characteristic, gatt::Revolutions(number));
    if (m_turning->first == value.characteristic)
        m_turning->second.derive(readings, value.time);
}

void Node::takeDescribed(int index, const NodeValue &value)
{
    const Characteristic &what = m_description.characteristics[index];
    const auto presentation = gatt::presentation(what.presentation);
    const auto scalar = presentation ? gatt::scalar(*presentation, value.bytes) : std::nullopt;
    if (!scalar) {
        ++at(m_ingest.counters(m_connection), presentation ? Count::Malformed : Count::Ignored);
        return;
    }
    MetricId &id = m_described[size_t(index)];
    if (!id.isValid()) {
        Metric metric;
        metric.key = QStringLiteral("characteristic.") + what.uuid.toString(QUuid::WithoutBraces);
        if (const int ordinal = ordinalOf(index); ordinal > 1)
            metric.key += u'_' + QString::number(ordinal);
        metric.name = what.description.isEmpty() ? what.uuid.toString(QUuid::WithoutBraces).first(8) : what.description;
        metric.type = scalar->isText ? MetricType::Text : scalar->isBoolean ? MetricType::Boolean : MetricType::Number;
        metric.unit = gatt::unitText(presentation->unit);
        id = m_ingest.metric(m_id, metric);
    }
    if (!id.isValid())
        return;
    ++at(m_ingest.counters(m_connection), Count::Samples);
    if (scalar->isText)
        m_ingest.pushText(m_connection, id, 0, scalar->text);
    else
        m_ingest.push(m_connection, id, 0, scalar->number);
}

} // namespace muster::ble
