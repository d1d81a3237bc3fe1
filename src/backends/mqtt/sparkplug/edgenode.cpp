#include "backends/mqtt/sparkplug/edgenode.h"

#include "backends/mqtt/sparkplug/command.h"
#include "backends/mqtt/sparkplug/words.h"

#include <algorithm>
#include <limits>

namespace muster::mqtt::sparkplug {

namespace {

using Verb = SparkplugTopic::Verb;
constexpr Micros longestPast = 9LL * 365 * 86'400 * 1'000'000; ///< what Ingest still believes, and a margin

// bdSeq is an Int64 by the specification; UInt64 and whole numbers of other widths occur.
std::optional<quint64> bdSeqOf(const Payload &payload)
{
    for (const Metric &metric : payload.metrics) {
        if (metric.name != QByteArray(bdSeqName))
            continue;
        if (const auto *wide = std::get_if<quint64>(&metric.value))
            return *wide;
        if (const auto *number = std::get_if<quint32>(&metric.value))
            return *number;
    }
    return std::nullopt;
}

void malformed(Digest &digest, const QString &reason)
{
    digest.verdict = Digest::Verdict::Malformed;
    digest.reason = reason;
}

} // namespace

Micros microsOf(quint64 ms)
{
    constexpr quint64 most = quint64(std::numeric_limits<Micros>::max() / 1'000);
    return ms > most ? std::numeric_limits<Micros>::max() : Micros(ms) * 1'000;
}

EdgeNode::EdgeNode(const Place &place, Shared &shared)
    : m_shared(shared)
{
    m_self.place = {place.group, place.node, {}};
    m_self.origin = originOf(m_self.place);
}

EdgeNode::~EdgeNode()
{
    dropWaiting();
    m_shared.devices -= int(m_devices.size());
    m_shared.metrics -= int(m_self.table.metrics.size());
    for (const auto &[id, member] : m_devices)
        m_shared.metrics -= int(member->table.metrics.size());
}

void EdgeNode::hear(const SparkplugTopic &topic, QByteArrayView bytes, Micros now, Digest &digest)
{
    const auto payload = readPayload(bytes);
    if (!payload)
        return malformed(digest, payload.error().text);
    if (payload->sequence && *payload->sequence > 255)
        return malformed(digest, Words::tr("its sequence number is not between 0 and 255"));
    if (topic.verb == Verb::NodeBirth)
        nodeBorn(*payload, now, digest);
    else if (topic.verb == Verb::NodeDeath)
        nodeDied(*payload, digest);
    else
        inOrder(topic, bytes, *payload, now, digest);
}

// ---- births and deaths ----------------------------------------------------------------------------------------------------------

// Begins a session: what was known of the one before is gone, and its devices will be born again behind it.
void EdgeNode::nodeBorn(const Payload &payload, Micros now, Digest &digest)
{
    dropWaiting();
    m_aliases.clear();
    m_definitions.clear();
    m_bdSeq = bdSeqOf(payload);
    m_next = quint8(payload.sequence.value_or(0) + 1);
    m_wantsBirths = false;
    m_unsure = false;
    m_bornBy = 0;
    for (const auto &[id, member] : m_devices) {
        member->born = false;
        if (member->online)
            m_bornBy = now + m_shared.reorder;
    }
    learnDefinitions(payload, m_definitions);
    born(m_self, payload, now, digest);
}

// Only of the session that is known: the will of an earlier one may come late.
void EdgeNode::nodeDied(const Payload &payload, Digest &digest)
{
    m_wantsBirths = m_wantsBirths && m_self.born; // there is nobody to ask
    if (!m_self.born || bdSeqOf(payload) != m_bdSeq) {
        digest.verdict = Digest::Verdict::Ignored;
        return;
    }
    dropWaiting();
    died(m_self, digest);
    for (const auto &[id, member] : m_devices)
        died(*member, digest);
    m_aliases.clear();
    m_next.reset();
    m_bornBy = 0;
    m_wantsBirths = false;
}

void EdgeNode::born(Member &member, const Payload &payload, Micros now, Digest &digest)
{
    dropAliases(member);
    Birth birth = readBirth(payload, m_definitions);
    digest.unfit += birth.unfit;
    digest.beyond += birth.beyond;
    m_shared.metrics -= int(member.table.metrics.size());
    if (m_shared.metrics + int(birth.table.metrics.size()) > Shared::maxMetrics) {
        ++digest.beyond;
        birth.table = {};
    }
    m_shared.metrics += int(birth.table.metrics.size());
    member.table = std::move(birth.table);
    member.born = true;
    setAliases(member);
    birth.table = member.table;
    digest.announced.append(announcementOf(member.place, birth));
    present(member, true, digest);
    report(member, payload, true, now, digest);
}

void EdgeNode::died(Member &member, Digest &digest)
{
    member.born = false;
    dropAliases(member);
    present(member, false, digest);
}

void EdgeNode::present(Member &member, bool online, Digest &digest)
{
    if (!online && !std::exchange(member.online, false))
        return;
    member.online = online;
    digest.sightings.append({member.origin, online ? Presence::Online : Presence::Offline});
}

void EdgeNode::setAliases(Member &member)
{
    for (size_t i = 0; i < member.table.metrics.size(); ++i) {
        Known &known = member.table.metrics[i];
        if (!known.alias)
            continue;
        Alias &alias = m_aliases[*known.alias];
        if (!alias.member) {
            alias = {&member, int(i)};
            continue;
        }
        if (alias.metric >= 0)
            alias.member->table.metrics[size_t(alias.metric)].alias.reset();
        alias.metric = -1;
        known.alias.reset();
    }
}

void EdgeNode::dropAliases(const Member &member)
{
    m_aliases.removeIf([&member](const auto &it) { return it.value().member == &member; });
}

EdgeNode::Member *EdgeNode::device(const Place &place, bool make, Digest &digest)
{
    const std::string id = place.device.toStdString();
    if (const auto it = m_devices.find(id); it != m_devices.end())
        return it->second.get();
    if (!make)
        return nullptr;
    if (m_shared.devices >= Shared::maxDevices) {
        ++digest.beyond;
        return nullptr;
    }
    ++m_shared.devices;
    auto made = std::make_unique<Member>();
    made->place = place;
    made->origin = originOf(place);
    return m_devices.emplace(id, std::move(made)).first->second.get();
}

// ---- order ------------------------------------------------------------------------------------------------------------------------

void EdgeNode::inOrder(const SparkplugTopic &topic, QByteArrayView bytes, const Payload &payload, Micros now, Digest &digest)
{
    if (!m_self.born) { // nothing is known of it yet, or it is said to be gone
        m_wantsBirths = true;
        digest.verdict = Digest::Verdict::Ignored;
        return;
    }
    if (!payload.sequence) // it has to have one; names are believed all the same
        return deliver(topic, payload, now, digest);
    const auto sequence = quint8(*payload.sequence);
    if (m_next && sequence != *m_next)
        return wait(sequence, topic, bytes, now, digest);
    m_next = quint8(sequence + 1);
    deliver(topic, payload, now, digest);
    drain(now, digest);
}

void EdgeNode::wait(quint8 sequence, const SparkplugTopic &topic, QByteArrayView bytes, Micros now, Digest &digest)
{
    m_waiting.push_back({sequence, topic, bytes.toByteArray()});
    m_shared.held += bytes.size();
    if (m_reorderBy == 0)
        m_reorderBy = now + m_shared.reorder;
    if (m_waiting.size() > maxWaiting || m_shared.held > Shared::maxHeld)
        giveUpWaiting(now, digest);
}

// Those that were waited for have come: on with the ones behind them.
void EdgeNode::drain(Micros now, Digest &digest)
{
    while (!m_waiting.empty()) {
        const auto it = std::find_if(m_waiting.begin(), m_waiting.end(), [this](const Waiting &waiting) { return waiting.sequence == *m_next; });
        if (it == m_waiting.end())
            return;
        const Waiting next = std::move(*it);
        m_waiting.erase(it);
        m_shared.held -= next.payload.size();
        m_next = quint8(next.sequence + 1);
        if (const auto payload = readPayload(next.payload))
            deliver(next.topic, *payload, now, digest);
    }
    m_reorderBy = 0;
}

void EdgeNode::giveUpWaiting(Micros now, Digest &digest)
{
    m_unsure = true;
    m_wantsBirths = true;
    std::vector<Waiting> waiting = std::move(m_waiting);
    dropWaiting();
    const quint8 from = m_next.value_or(0);
    std::stable_sort(waiting.begin(), waiting.end(), [from](const Waiting &a, const Waiting &b) { return quint8(a.sequence - from) < quint8(b.sequence - from); });
    for (const Waiting &next : waiting) {
        m_shared.held -= next.payload.size();
        m_next = quint8(next.sequence + 1);
        if (const auto payload = readPayload(next.payload))
            deliver(next.topic, *payload, now, digest);
    }
}

void EdgeNode::dropWaiting()
{
    for (const Waiting &waiting : m_waiting)
        m_shared.held -= waiting.payload.size();
    m_waiting.clear();
    m_reorderBy = 0;
}

void EdgeNode::deliver(const SparkplugTopic &topic, const Payload &payload, Micros now, Digest &digest)
{
    if (topic.verb == Verb::NodeData)
        return report(m_self, payload, false, now, digest);
    Member *const member = device(topic.place, topic.verb == Verb::DeviceBirth, digest);
    if (topic.verb == Verb::DeviceBirth) {
        if (member)
            born(*member, payload, now, digest);
    } else if (!member || !member->born) {
        m_wantsBirths = m_wantsBirths || topic.verb == Verb::DeviceData;
        digest.verdict = Digest::Verdict::Ignored;
    } else if (topic.verb == Verb::DeviceDeath) {
        died(*member, digest);
    } else {
        report(*member, payload, false, now, digest);
    }
}

// ---- time -------------------------------------------------------------------------------------------------------------------------

Micros EdgeNode::deadline() const
{
    if (m_reorderBy == 0 || m_bornBy == 0)
        return std::max(m_reorderBy, m_bornBy);
    return std::min(m_reorderBy, m_bornBy);
}

void EdgeNode::tick(Micros now, Digest &digest)
{
    if (m_reorderBy != 0 && m_reorderBy <= now)
        giveUpWaiting(now, digest);
    if (m_bornBy == 0 || m_bornBy > now)
        return;
    m_bornBy = 0;
    for (const auto &[id, member] : m_devices) {
        if (!member->born)
            died(*member, digest);
    }
}

void EdgeNode::doubt()
{
    dropWaiting();
    m_next.reset();
    m_unsure = m_self.born;
    m_wantsBirths = m_wantsBirths || m_self.born;
}

// ---- values -----------------------------------------------------------------------------------------------------------------------

int EdgeNode::find(const Member &member, const Metric &metric) const
{
    if (metric.name && !metric.name->isEmpty())
        return member.table.find(*metric.name);
    if (!metric.alias || m_unsure)
        return -1;
    const Alias alias = m_aliases.value(*metric.alias);
    return alias.member == &member ? alias.metric : -1;
}

void EdgeNode::report(Member &member, const Payload &payload, bool isBirth, Micros now, Digest &digest)
{
    for (const Metric &metric : payload.metrics) {
        if (metric.instance && metric.instance->isDefinition)
            continue;
        const int at = find(member, metric);
        if (at < 0) {
            digest.unfit += isBirth ? 0 : 1; // a birth has counted it
            m_wantsBirths = m_wantsBirths || !isBirth;
            continue;
        }
        // A birth says what is so now, however long ago it became so.
        const std::optional<quint64> stamp = isBirth && payload.timestamp && !metric.isHistorical ? payload.timestamp : metric.timestamp ? metric.timestamp : payload.timestamp;
        take(member, at, metric, stamp ? microsOf(*stamp) : 0, now, digest);
    }
}

void EdgeNode::take(Member &member, int at, const Metric &metric, Micros time, Micros now, Digest &digest)
{
    Known &known = member.table.metrics[size_t(at)];
    if (metric.type != 0 && metric.type != quint32(known.type)) {
        ++digest.unfit;
        m_wantsBirths = true; // it is not the metric that was born
        return;
    }
    if (known.type == DataType::Template) {
        if (metric.instance)
            takeInstance(member, known.name + '/', *metric.instance, time, now, digest);
        return;
    }
    tell(member, known, metric, time, now, digest);
}

void EdgeNode::takeInstance(Member &member, const QByteArray &prefix, const Template &instance, Micros time, Micros now, Digest &digest)
{
    for (const Metric &part : instance.metrics) {
        const int at = part.name ? member.table.find(prefix + *part.name) : find(member, part);
        if (at >= 0)
            take(member, at, part, part.timestamp ? microsOf(*part.timestamp) : time, now, digest);
        else
            ++digest.unfit;
    }
    for (const Parameter &parameter : instance.parameters) {
        Metric metric;
        metric.value = parameter.value;
        if (const int at = member.table.find(prefix + parameter.name); at >= 0)
            tell(member, member.table.metrics[size_t(at)], metric, time, now, digest);
    }
}

void EdgeNode::tell(Member &member, Known &known, const Metric &metric, Micros time, Micros now, Digest &digest)
{
    auto value = valueOf(known.type, metric);
    if (!value) {
        ++digest.unfit;
        return;
    }
    if (metric.isHistorical) {
        // It belongs into the past, and only there: without a time of its own before the latest live value it has no place.
        if (!metric.timestamp || time >= known.live || time > now || time < now - longestPast) {
            digest.verdict = Digest::Verdict::Ignored;
            return;
        }
        digest.readings.append({member.origin, known.info, *std::move(value), time, true});
        return;
    }
    if (const auto quality = qualityOf(metric)) {
        if (known.quality >= 0) {
            const muster::Metric &shown = member.table.metrics[size_t(known.quality)].info;
            digest.readings.append({member.origin, shown, shown.options.value(*quality), time, false});
        }
        if (*quality != goodQuality)
            value = Value(); // what is there is not the metric's value
    }
    known.live = std::max(known.live, time != 0 ? time : now);
    digest.readings.append({member.origin, known.info, *std::move(value), time, false});
}

} // namespace muster::mqtt::sparkplug
