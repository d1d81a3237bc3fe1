#include "backends/mqtt/messagerouter.h"

#include "backends/mqtt/binaryleaves.h"
#include "backends/mqtt/conventions/decoding.h"
#include "backends/mqtt/conventions/scalars.h"
#include "backends/mqtt/conventions/secrets.h"
#include "backends/mqtt/conventions/words.h"
#include "backends/mqtt/payloadshape.h"
#include "core/ingest.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace muster::mqtt {

namespace {

QByteArrayView bytes(const std::string &text)
{
    return {text.data(), qsizetype(text.size())};
}

bool isOddTopic(QByteArrayView topic)
{
    return !isUtf8(topic) || std::any_of(topic.begin(), topic.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

QString describe(Count kind, const QString &topic, const QString &reason)
{
    switch (kind) {
    case Count::Malformed:
        return reason.isEmpty() ? Words::tr("A message on “%1” could not be read.").arg(topic) : Words::tr("A message on “%1” could not be read: %2.").arg(topic, reason);
    case Count::Oversized:
        return Words::tr("A message on “%1” was larger than the limit (option maxpayload) and was dropped.").arg(topic);
    case Count::TypeChanged:
        return Words::tr("A value on “%1” is of another type than before and was not stored.").arg(topic);
    default:
        return Words::tr("A limit was reached at “%1”: not everything that arrives is shown.").arg(topic);
    }
}

} // namespace

MessageRouter::MessageRouter(Ingest &ingest, ConnectionId connection, RouterOptions options)
    : m_ingest(ingest)
    , m_connection(connection)
    , m_options(std::move(options))
    , m_counters(ingest.counters(connection))
    , m_entities(ingest, connection, m_topics)
    , m_generics(ingest, connection, m_options.broker, m_options.rule)
{
    m_topics.claimed = [this](Topic &topic) { m_generics.withdraw(topic); };
    m_generics.isShared = [this](DeviceId device) { return m_entities.has(device); };
    m_entities.isShared = [this](DeviceId device) { return m_generics.has(device); };
}

MessageRouter::~MessageRouter() = default;

void MessageRouter::receive(const MqttMessage &message)
{
    ++at(m_counters, Count::Messages);
    at(m_counters, Count::Bytes) += quint64(message.topic.size() + message.payload.size());
    if (message.payload.size() > m_options.maxPayload) [[unlikely]]
        return fault(Count::Oversized, message.topic);
    Topic *topic = m_topics.find(message.topic);
    if (!topic || !topic->heard) [[unlikely]] { // one that an entity waits for is there before it is heard
        topic = firstSight(message.topic);
        if (!topic)
            return;
    }
    const size_t hash = qHashBits(message.payload.data(), size_t(message.payload.size()), 0x6D757374);
    const bool same = topic->heard && topic->hash == hash;
    m_run = {0, message.retained && same, message.retained, 0, topic};
    topic->heard = true;
    topic->hash = hash;
    if (topic->convention >= 0 && digestIfNew(*topic, message.payload, same))
        return;
    if (message.retained || !topic->kept.isNull())
        keep(*topic, message.payload, message.retained);
    if (!message.retained || topic->kept.isNull()) // live, or too large to wait
        topic->waits = false;
    if (topic->waits || (m_run.repeated && !topic->isWanted() && topic->claims == 0))
        return;
    route(*topic, message.payload);
    tap(*topic, message.payload);
}

Topic *MessageRouter::firstSight(QByteArrayView name)
{
    if (isOddTopic(name)) {
        fault(Count::Malformed, name, Words::tr("its topic is no plain text"));
        return nullptr;
    }
    Topic *const topic = m_topics.make(name);
    if (!topic) {
        fault(Count::LimitReached, name);
        return nullptr;
    }
    topic->convention = claimant(name, -1);
    topic->rule = match(m_options.rules, name);
    topic->waits = m_hold && topic->convention < 0 && topic->claims == 0 && !topic->isWanted();
    if (topic->waits)
        m_waiting.push_back(topic);
    return topic;
}

void MessageRouter::route(Topic &topic, QByteArrayView payload)
{
    m_outputs.clear();
    m_texts.clear();
    m_parsed = false;
    if (!topic.isWanted() && topic.generic == Topic::Generic::None) {
        if (topic.claims > 0)
            return; // part of an entity, but nothing is read from it
        beginGeneric(topic, payload);
    }
    if (topic.leafTargets > 0 || topic.isGenericObject())
        readLeaves(topic, payload);
    for (Target &target : topic.whole)
        apply(target, target.owner == 0 ? scalarOf(payload) : Scalar::string(payload));
    if (!topic.computed.empty())
        readComputed(topic, payload);
    commit(topic);
}

// ---- discovery ----------------------------------------------------------------------------------------------------------------

void MessageRouter::replay(Topic &topic, quint32 owner)
{
    m_run = {owner, false, true, 0, &topic};
    const QByteArray payload = topic.kept;
    route(topic, payload);
}

void MessageRouter::keep(Topic &topic, QByteArrayView payload, bool retained)
{
    m_keptBytes -= topic.kept.size();
    // A retained message may be wanted by an entity that is announced later; from then on the newest takes its place.
    const bool fits = payload.size() <= maxKept && m_keptBytes + payload.size() <= maxKeptInAll;
    if (!fits || (payload.isEmpty() && retained))
        topic.kept = QByteArray();
    else
        topic.kept.replace(qsizetype(0), topic.kept.size(), payload.data(), payload.size());
    m_keptBytes += topic.kept.size();
}

void MessageRouter::holdRetained(bool hold)
{
    m_hold = hold;
    if (hold)
        return;
    const std::vector<Topic *> waiting = std::exchange(m_waiting, {});
    for (Topic *topic : waiting) {
        if (!std::exchange(topic->waits, false) || topic->claims > 0 || topic->kept.isNull())
            continue;
        m_run = {0, false, true, 0, topic};
        const QByteArray payload = topic->kept;
        route(*topic, payload);
    }
}

// ---- values -------------------------------------------------------------------------------------------------------------------

// Decides on the first message of an unclaimed topic what it is; undecided ones are looked at again with the next.
void MessageRouter::beginGeneric(Topic &topic, QByteArrayView payload)
{
    const bool mayBe = topic.rule || m_options.generic;
    switch (mayBe ? payloadShape(payload, topic.rule ? topic.rule->rule->format : RuleFormat::Auto, m_json) : PayloadShape::Nothing) {
    case PayloadShape::Nothing: ++at(m_counters, Count::Ignored); return;
    case PayloadShape::Malformed: fault(Count::Malformed, bytes(topic.name)); return;
    case PayloadShape::Object: topic.generic = Topic::Generic::Object; return;
    case PayloadShape::Cbor: topic.generic = Topic::Generic::Cbor; return;
    case PayloadShape::MessagePack: topic.generic = Topic::Generic::MessagePack; return;
    case PayloadShape::Pairs: topic.generic = Topic::Generic::Pairs; return;
    case PayloadShape::Scalar: break;
    }
    topic.generic = Topic::Generic::Scalar;
    const Target target = m_generics.target(topic, {}, scalarOf(payload));
    if (!target.metric.isValid()) {
        topic.generic = Topic::Generic::None;
        ++at(m_counters, Count::Ignored);
        return;
    }
    topic.whole.push_back(target);
    TopicTable::refreshDevices(topic);
}

void MessageRouter::readLeaves(Topic &topic, QByteArrayView payload)
{
    if (payload.isEmpty()) {
        ++at(m_counters, Count::Ignored);
        return;
    }
    if (topic.generic == Topic::Generic::Cbor || topic.generic == Topic::Generic::MessagePack)
        return readBinary(topic, payload);
    if (topic.generic == Topic::Generic::Pairs)
        return readPairs(topic, payload);
    const QByteArrayView text = payload.trimmed();
    if (topic.generic == Topic::Generic::Object && !text.startsWith('{'))
        return fault(Count::TypeChanged, bytes(topic.name));
    if (!m_json.parse(text))
        return fault(Count::Malformed, bytes(topic.name));
    m_parsed = true;
    m_position = 0;
    m_json.walk([&](std::string_view path, const Scalar &scalar) { return takeLeaf(topic, path, scalar); });
}

void MessageRouter::readBinary(Topic &topic, QByteArrayView payload)
{
    const BinaryForm form = topic.generic == Topic::Generic::Cbor ? BinaryForm::Cbor : BinaryForm::MessagePack;
    if (binaryForm(payload) != form) // checked whole before the first value counts
        return fault(Count::TypeChanged, bytes(topic.name));
    m_position = 0;
    walkBinary(payload, form, [&](std::string_view path, const Scalar &scalar) { return takeLeaf(topic, path, scalar); });
}

void MessageRouter::readPairs(Topic &topic, QByteArrayView payload)
{
    m_position = 0;
    if (!walkPairs(payload, [&](std::string_view path, const Scalar &scalar) { return takeLeaf(topic, path, scalar); }))
        fault(Count::TypeChanged, bytes(topic.name));
}

// What templates make of a payload, each evaluated once for all who want it. One that fails on this payload changes nothing.
void MessageRouter::readComputed(Topic &topic, QByteArrayView payload)
{
    const bool json = m_parsed || m_json.parse(payload.trimmed());
    for (Computed &computed : topic.computed) {
        const Rendering rendering = computed.program->render(payload, json ? &m_json.root() : nullptr);
        if (rendering.state == Rendered::Exhausted)
            fault(Count::LimitReached, bytes(topic.name));
        if (rendering.state != Rendered::Value) {
            ++at(m_counters, Count::Ignored);
            continue;
        }
        const QByteArray text = rendering.text.toUtf8();
        for (Target &target : computed.targets)
            applyComputed(target, text);
    }
}

void MessageRouter::applyComputed(Target &target, const QByteArray &text)
{
    if (!target.binding || target.binding->place.member.isEmpty())
        return apply(target, Scalar::string(text));
    const Place &place = target.binding->place;
    if (!text.startsWith('{')) {
        if (place.orPlain)
            apply(target, Scalar::string(text));
        return;
    }
    const QJsonValue value = QJsonDocument::fromJson(text).object().value(QString::fromUtf8(place.member));
    const QByteArray form = pythonForm(value);
    if (!value.isUndefined() && !value.isNull())
        apply(target, Scalar::string(form));
}

// What the last message had at this place, if it is the same member. Messages of one topic mostly have the same members in the same order.
const Step *MessageRouter::expected(const Topic &topic, size_t at, std::string_view path) const
{
    if (at >= topic.steps.size())
        return nullptr;
    const Step &step = topic.steps[at];
    const size_t begin = at > 0 ? topic.steps[at - 1].pathEnd : 0;
    const std::string_view before(topic.stepPaths.data() + begin, step.pathEnd - begin);
    return before == path ? &step : nullptr;
}

bool MessageRouter::takeLeaf(Topic &topic, std::string_view path, const Scalar &scalar)
{
    const size_t at = m_position++;
    const Step *const step = expected(topic, at, path);
    if (!step) [[unlikely]]
        return takeNewLeaf(topic, at, path, scalar);
    if (step->kind == Step::Kind::Skip)
        return true;
    if (step->kind == Step::Kind::Number && scalar.isNumber() && m_run.only == 0 && !m_run.repeated) [[likely]]
        m_outputs.push_back({step->metric, scalar.number, -1});
    else
        take(topic, at, step->leaf, scalar);
    return true;
}

// Another member than in the last message: looked up by its path, and remembered as the next step.
bool MessageRouter::takeNewLeaf(Topic &topic, size_t at, std::string_view path, const Scalar &scalar)
{
    topic.forgetSteps(at);
    if (at >= maxLeavesPerMessage) {
        fault(Count::LimitReached, bytes(topic.name));
        return false;
    }
    quint32 number = 0;
    // A topic with ever new members remembers a bounded number of them.
    const bool full = topic.leaves.size() >= maxLeavesPerMessage && topic.byPath.find(path) == topic.byPath.end();
    if (full || !m_topics.leaf(topic, path, &number)) {
        if (topic.isGenericObject())
            fault(Count::LimitReached, bytes(topic.name));
        return true;
    }
    take(topic, at, number, scalar);
    if (at != topic.steps.size())
        return true;
    const Leaf &leaf = topic.leaves[number];
    const bool open = leaf.isTime || (leaf.isOpen && topic.isGenericObject());
    const bool plain = leaf.targets.size() == 1 && leaf.targets[0].binding && leaf.targets[0].binding->decoding == Decoding::Number && leaf.targets[0].binding->knownFor == 0 && !leaf.isTime;
    topic.stepPaths += path;
    topic.steps.push_back({quint32(topic.stepPaths.size()), number, plain ? leaf.targets[0].metric : MetricId(),
        plain                           ? Step::Kind::Number
        : leaf.targets.empty() && !open ? Step::Kind::Skip
                                        : Step::Kind::Other});
    return true;
}

void MessageRouter::take(Topic &topic, size_t at, quint32 number, const Scalar &scalar)
{
    Leaf &leaf = topic.leaves[number];
    if (leaf.isTime)
        m_run.time = messageTime(scalar);
    for (Target &target : leaf.targets)
        apply(target, scalar);
    if (!topic.isGenericObject() || !leaf.isOpen || !leaf.targets.empty()) [[likely]]
        return;
    takeOpenLeaf(topic, number, scalar);
    if (!leaf.isOpen)
        topic.forgetSteps(at); // it is remembered anew with what it has become
}

void MessageRouter::takeOpenLeaf(Topic &topic, quint32 number, const Scalar &scalar)
{
    Leaf &leaf = topic.leaves[number];
    if (isTimeMember(*leaf.path)) {
        m_run.time = messageTime(scalar);
        leaf.isTime = m_run.time != 0;
        leaf.isOpen = !leaf.isTime;
        if (leaf.isTime)
            return;
    }
    if (!genericBinding(scalar))
        return;
    leaf.isOpen = false;
    const Target target = m_generics.target(topic, *leaf.path, scalar);
    if (!target.metric.isValid())
        return;
    leaf.targets.push_back(target);
    ++topic.leafTargets;
    if (topic.devices.empty())
        topic.devices.push_back(target.device);
    apply(leaf.targets.back(), scalar);
}

void MessageRouter::apply(Target &target, const Scalar &scalar)
{
    if (target.reach)
        return hear(target, scalar);
    if (m_run.retained && target.binding->decoding == Decoding::Event)
        return; // an event that the broker kept is long over
    if (m_run.repeated || (m_run.only != 0 && target.owner != m_run.only))
        return;
    if (target.binding->decoding == Decoding::Attributes) [[unlikely]]
        return takeAttributes(target, scalar.form(m_buffer));
    const size_t before = m_outputs.size();
    read(target, scalar);
    if ((target.binding->knownFor != 0 || target.binding->onFor != 0) && m_outputs.size() > before) [[unlikely]]
        remember(target, m_outputs.back());
}

void MessageRouter::read(Target &target, const Scalar &scalar)
{
    if (target.binding->decoding == Decoding::Number && scalar.isNumber()) [[likely]] {
        m_outputs.push_back({target.metric, scalar.number, -1});
        return;
    }
    if (scalar.kind == Scalar::Kind::String && !target.lastText.isNull() && target.lastBytes == scalar.text) {
        m_texts.append(target.lastText);
        m_outputs.push_back({target.metric, 0, int(m_texts.size()) - 1});
        return;
    }
    const Decoded decoded = decode(*target.binding, scalar, m_buffer);
    switch (decoded.outcome) {
    case Decoded::Outcome::Number:
        m_outputs.push_back({target.metric, decoded.number, -1});
        break;
    case Decoded::Outcome::Text:
        takeText(target, decoded.text);
        break;
    case Decoded::Outcome::Nothing:
        ++at(m_counters, Count::Ignored);
        break;
    case Decoded::Outcome::Unfit:
        // An entity names the texts it knows and others are of no concern; a number that is none is a fault.
        if (target.owner == 0 || target.binding->decoding == Decoding::Number)
            fault(Count::TypeChanged, bytes(m_run.topic->name));
        else
            ++at(m_counters, Count::Ignored);
        break;
    }
}

void MessageRouter::takeText(Target &target, QByteArrayView text)
{
    if (target.owner == 0 && text.size() > maxGenericText) {
        ++at(m_counters, Count::Ignored);
        return;
    }
    if (target.lastText.isNull() || target.lastBytes != text) {
        target.lastBytes = text.toByteArray();
        target.lastText = QString::fromUtf8(text);
    }
    m_texts.append(target.lastText);
    m_outputs.push_back({target.metric, 0, int(m_texts.size()) - 1});
}

void MessageRouter::hear(Target &target, const Scalar &scalar)
{
    const Availability::Topic &rule = target.reach->rule.topics[target.item];
    const QByteArrayView word = scalar.form(m_buffer).trimmed();
    if (word == rule.available)
        target.reach->words[size_t(target.item)] = Reach::Available;
    else if (word == rule.notAvailable)
        target.reach->words[size_t(target.item)] = Reach::NotAvailable;
    else
        return;
    target.reach->latest = target.item;
    m_ingest.setPresence(target.reach->device, target.reach->presence());
}

void MessageRouter::commit(Topic &topic)
{
    if (m_run.retained && !m_options.retained)
        m_outputs.clear();
    const quint16 flags = m_run.retained ? Sample::Retained : 0;
    for (const Output &output : m_outputs) {
        if (output.text < 0) [[likely]]
            m_ingest.push(m_connection, output.metric, m_run.time, output.value, flags);
        else
            m_ingest.pushText(m_connection, output.metric, m_run.time, m_texts[output.text], flags);
        if (watched && !m_run.retained) [[unlikely]]
            watched(output.metric, output.value, output.text < 0 ? nullptr : &m_texts[output.text]);
    }
    at(m_counters, Count::Samples) += m_outputs.size();
    if (!m_outputs.empty() || m_run.retained) // what the broker kept is no sign of life
        return;
    for (const DeviceId device : topic.devices)
        m_ingest.seen(device);
}

// ---- what else ------------------------------------------------------------------------------------------------------------------

void MessageRouter::tap(const Topic &topic, QByteArrayView payload)
{
    const auto tell = [&](DeviceId device) {
        if (!m_ingest.isTapped(device)) [[likely]]
            return;
        RawMessage raw;
        raw.time = nowMicros();
        raw.device = device;
        raw.where = QString::fromUtf8(bytes(topic.name));
        raw.payload = withoutSecrets(payload);
        m_ingest.raw(std::move(raw));
    };
    std::for_each(topic.devices.begin(), topic.devices.end(), tell);
    std::for_each(m_reporting.begin(), m_reporting.end(), tell);
    m_reporting.clear();
}

void MessageRouter::fault(Count kind, QByteArrayView topic, const QString &reason)
{
    ++at(m_counters, kind);
    if (std::exchange(m_told[size_t(kind)], true) || !faulted)
        return;
    faulted(kind, describe(kind, QString::fromUtf8(topic.first(std::min<qsizetype>(topic.size(), 200))), reason));
}

const EntityDirectory::Command *MessageRouter::command(DeviceId device, const QString &key) const
{
    const EntityDirectory::Command *const announced = m_entities.command(device, key);
    return announced ? announced : m_generics.command(device, key);
}

void MessageRouter::withdrawAll()
{
    m_entities.withdrawAll();
    m_generics.withdrawAll();
}

} // namespace muster::mqtt
