// The part of MessageRouter that lets conventions read their messages.
#include "backends/mqtt/messagerouter.h"

#include "backends/mqtt/conventions/report.h"
#include "backends/mqtt/conventions/scalars.h"
#include "backends/mqtt/conventions/secrets.h"
#include "core/ingest.h"

#include <limits>

namespace muster::mqtt {

namespace {

QByteArrayView bytes(const std::string &text)
{
    return {text.data(), qsizetype(text.size())};
}

// What a Value is worth as a sample of a metric; none when it is of another type.
std::optional<std::variant<double, QString>> sampleOf(const EntityDirectory::Known &known, const Value &value)
{
    if (std::holds_alternative<std::monostate>(value)) { // it has none now
        const bool isText = known.type == MetricType::Text || known.type == MetricType::Event;
        return isText ? std::variant<double, QString>(QString()) : std::numeric_limits<double>::quiet_NaN();
    }
    const bool *const flag = std::get_if<bool>(&value);
    const double *const number = std::get_if<double>(&value);
    const QString *const text = std::get_if<QString>(&value);
    switch (known.type) {
    case MetricType::Number:
        if (number)
            return *number;
        return flag ? std::optional<std::variant<double, QString>>(double(*flag)) : std::nullopt;
    case MetricType::Boolean:
        return flag ? std::optional<std::variant<double, QString>>(double(*flag)) : std::nullopt;
    case MetricType::Enumeration: {
        const qsizetype at = text ? known.options.indexOf(*text) : -1;
        return at >= 0 ? std::optional<std::variant<double, QString>>(double(at)) : std::nullopt;
    }
    default:
        break;
    }
    if (text)
        return *text;
    if (number)
        return QString::fromLatin1(plainNumber(*number));
    return flag ? std::optional<std::variant<double, QString>>(QLatin1String(*flag ? "true" : "false")) : std::nullopt;
}

QByteArray lastName(const QString &key)
{
    return key.sliced(key.lastIndexOf(QLatin1Char('.')) + 1).toUtf8();
}

} // namespace

// The next convention that knows topics of this shape; -1: none.
int MessageRouter::claimant(QByteArrayView name, int after) const
{
    for (int i = after + 1; i < int(m_options.conventions.size()); ++i) {
        if (m_options.conventions[size_t(i)]->claims(name))
            return i;
    }
    return -1;
}

// True: the message is dealt with. A device that announces itself again says nothing new, kept by the broker or not.
bool MessageRouter::digestIfNew(Topic &topic, QByteArrayView payload, bool same)
{
    const bool again = same && (m_run.retained || !m_options.conventions[size_t(topic.convention)]->reports());
    if (!again && !digest(topic, payload))
        return false;
    tap(topic, payload);
    return !topic.isWanted();
}

// False: it was of no convention after all.
bool MessageRouter::digest(Topic &topic, QByteArrayView payload)
{
    const Heard heard {bytes(topic.name), payload, m_run.retained, nowMicros()};
    Digest digest = m_options.conventions[size_t(topic.convention)]->hear(heard);
    while (digest.verdict == Digest::Verdict::NotMine) {
        topic.convention = claimant(bytes(topic.name), topic.convention);
        if (topic.convention < 0)
            return false;
        digest = m_options.conventions[size_t(topic.convention)]->hear(heard);
    }
    if (digest.verdict == Digest::Verdict::Ignored)
        ++at(m_counters, Count::Ignored);
    else if (digest.verdict == Digest::Verdict::Malformed)
        fault(Count::Malformed, bytes(topic.name), digest.reason);
    carryOut(digest);
    return true;
}

void MessageRouter::carryOut(const Digest &digest)
{
    const QByteArrayView name = m_run.topic ? bytes(m_run.topic->name) : QByteArrayView();
    if (digest.unfit > 0) {
        at(m_counters, Count::TypeChanged) += quint64(digest.unfit - 1);
        fault(Count::TypeChanged, name);
    }
    if (digest.beyond > 0) {
        at(m_counters, Count::LimitReached) += quint64(digest.beyond - 1);
        fault(Count::LimitReached, name);
    }
    for (const Outgoing &message : digest.outgoing) {
        if (asked)
            asked(message);
    }
    replayFor(m_entities.apply(digest));
    for (const Answer &answer : std::as_const(digest.answers)) {
        if (answered && !m_run.retained)
            answered(answer);
    }
    if (m_run.retained && !m_options.retained)
        return;
    for (const Reading &reading : digest.readings)
        report(reading);
    for (const Sighting &sighting : digest.sightings) {
        const DeviceId device = m_entities.deviceOf(sighting.origin);
        if (device.isValid())
            m_ingest.setPresence(device, sighting.presence);
    }
}

void MessageRouter::replayFor(const std::vector<quint32> &owners)
{
    const Run run = m_run;
    for (const quint32 owner : owners) {
        for (Topic *kept : m_topics.keptTopics(owner))
            replay(*kept, owner);
    }
    m_run = run;
}

void MessageRouter::announceAgain(const QStringList &addresses)
{
    replayFor(m_entities.announceAgain(addresses));
}

void MessageRouter::sessionBegan(Micros now)
{
    for (const auto &convention : m_options.conventions)
        convention->sessionBegan(now);
}

Micros MessageRouter::due() const
{
    Micros first = 0;
    for (const auto &convention : m_options.conventions) {
        const Micros due = convention->due();
        first = first == 0 || due == 0 ? std::max(first, due) : std::min(first, due);
    }
    return first;
}

void MessageRouter::tick(Micros now)
{
    for (const auto &convention : m_options.conventions) {
        if (const Micros due = convention->due(); due == 0 || due > now)
            continue;
        m_run = {};
        carryOut(convention->tick(now));
        m_reporting.clear();
    }
}

// ---- values that are good for some time only -----------------------------------------------------------------------------------------

void MessageRouter::remember(const Target &target, const Output &output)
{
    if (m_run.retained && !m_options.retained)
        return;
    const Micros now = clock();
    const Binding &binding = *target.binding;
    const bool on = output.value != 0;
    m_lapses.put({binding.knownFor > 0 ? now + binding.knownFor : 0, output.metric, target.device, false, output.text >= 0});
    m_lapses.put({binding.onFor > 0 && on ? now + binding.onFor : 0, output.metric, target.device, true, false});
}

void MessageRouter::lapse(Micros now)
{
    m_lapses.take(now, [this](const Lapses::Lapse &lapse) {
        if (!m_entities.has(lapse.device))
            return;
        if (lapse.isText)
            m_ingest.pushText(m_connection, lapse.metric, lapse.due, {});
        else
            m_ingest.push(m_connection, lapse.metric, lapse.due, lapse.toOff ? 0 : std::numeric_limits<double>::quiet_NaN());
    });
}

// What is no JSON object says nothing, as in Home Assistant.
void MessageRouter::takeAttributes(const Target &target, QByteArrayView json)
{
    const Announcement *const announcement = m_entities.announcementOf(target.owner);
    const auto object = json.size() <= maxKept ? objectOf(json) : std::nullopt;
    if (!announcement || !object || (m_run.retained && !m_options.retained)) {
        ++at(m_counters, Count::Ignored);
        return;
    }
    Digest digest;
    Report told(digest, announcement->origin);
    told.setDiagnostic(true);
    told.leaves(target.binding->metric, *object);
    if (digest.readings.size() > maxAttributes) {
        digest.readings.remove(maxAttributes, digest.readings.size() - maxAttributes);
        fault(Count::LimitReached, bytes(m_run.topic->name));
    }
    const std::vector<DeviceId> reporting = m_reporting; // the topic belongs to the device already
    for (Reading &reading : digest.readings) {
        reading.metric.role = Role::None; // it is no metric that stands for the device
        report(reading);
    }
    m_reporting = reporting;
}

// A value that a convention decoded itself.
void MessageRouter::report(const Reading &reading)
{
    const EntityDirectory::Known known = m_entities.metric(reading.origin, reading.metric);
    if (!known.device.isValid())
        return;
    std::vector<DeviceId> &devices = m_reporting;
    if (std::find(devices.begin(), devices.end(), known.device) == devices.end())
        devices.push_back(known.device);
    if (!known.id.isValid() || (m_run.retained && known.type == MetricType::Event))
        return;
    if (std::holds_alternative<QString>(reading.value) && isSecretName(lastName(reading.metric.key)))
        return;
    const auto sample = sampleOf(known, reading.value);
    if (!sample)
        return fault(Count::TypeChanged, m_run.topic ? bytes(m_run.topic->name) : QByteArrayView());
    const quint16 flags = m_run.retained ? Sample::Retained : 0;
    const QString *const text = std::get_if<QString>(&*sample);
    const double number = text ? 0 : std::get<double>(*sample);
    if (text)
        m_ingest.pushText(m_connection, known.id, reading.time, *text, flags);
    else
        m_ingest.push(m_connection, known.id, reading.time, number, flags);
    ++at(m_counters, Count::Samples);
    if (watched && !m_run.retained && !reading.past)
        watched(known.id, number, text);
}

} // namespace muster::mqtt
