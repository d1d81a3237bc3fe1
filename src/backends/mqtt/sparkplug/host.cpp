#include "backends/mqtt/sparkplug/host.h"

#include "backends/mqtt/sparkplug/command.h"
#include "backends/mqtt/sparkplug/edgenode.h"
#include "backends/mqtt/sparkplug/hoststate.h"
#include "backends/mqtt/sparkplug/rebirths.h"
#include "backends/mqtt/sparkplug/words.h"

namespace muster::mqtt::sparkplug {

namespace {

using Verb = SparkplugTopic::Verb;

Digest verdict(Digest::Verdict verdict, const QString &reason = {})
{
    Digest digest;
    digest.verdict = verdict;
    digest.reason = reason;
    return digest;
}

class Host : public Convention
{
public:
    explicit Host(const HostOptions &options) : m_options(options) { m_shared.reorder = options.reorder; }

    [[nodiscard]] QByteArray name() const override { return QByteArrayLiteral("sparkplug"); }
    /// A host that publishes its STATE has to hear the whole namespace, whatever else the connection hears.
    [[nodiscard]] QByteArrayList filters() const override { return m_options.host.isEmpty() ? QByteArrayList() : QByteArrayList {QByteArrayLiteral("spBv1.0/#")}; }
    [[nodiscard]] bool claims(QByteArrayView topic) const override { return isSparkplug(topic); }
    [[nodiscard]] Digest digest(QByteArrayView topic, QByteArrayView payload) override { return hear({topic, payload, false, 0}); }
    [[nodiscard]] Digest hear(const Heard &heard) override;
    [[nodiscard]] Micros due() const override;
    [[nodiscard]] Digest tick(Micros now) override;
    void sessionBegan(Micros now) override;

private:
    [[nodiscard]] Digest state(const QByteArray &host, QByteArrayView payload);
    [[nodiscard]] EdgeNode *node(const Place &place);
    void settle(const QByteArray &key, EdgeNode &node, Micros before, Micros now);

    HostOptions m_options;
    Shared m_shared;
    std::unordered_map<std::string, std::unique_ptr<EdgeNode>> m_nodes; ///< by origin
    std::set<std::pair<Micros, QByteArray>> m_deadlines;
    Rebirths m_rebirths;
    QHash<QByteArray, Place> m_places;
    QHash<QByteArray, qint64> m_hosts;  ///< when they last came online, ms
};

Digest Host::hear(const Heard &heard)
{
    const auto topic = sparkplugTopic(heard.topic);
    if (!topic)
        return verdict(Digest::Verdict::Ignored);
    if (topic->verb == Verb::State)
        return state(topic->host, heard.payload);
    // Commands are for edge nodes; and births, data and deaths that a broker kept are of a session that may be over.
    if (topic->verb == Verb::NodeCommand || topic->verb == Verb::DeviceCommand || heard.retained)
        return verdict(Digest::Verdict::Ignored);
    EdgeNode *const found = node(topic->place);
    if (!found) {
        Digest digest = verdict(Digest::Verdict::Ignored);
        ++digest.beyond;
        return digest;
    }
    Digest digest;
    const Micros before = found->deadline();
    found->hear(*topic, heard.payload, heard.now, digest);
    settle(originOf({topic->place.group, topic->place.node, {}}), *found, before, heard.now);
    return digest;
}

EdgeNode *Host::node(const Place &place)
{
    const Place self {place.group, place.node, {}};
    const QByteArray key = originOf(self);
    auto &made = m_nodes[key.toStdString()];
    if (made)
        return made.get();
    if (m_nodes.size() > size_t(maxNodes)) {
        m_nodes.erase(key.toStdString());
        return nullptr;
    }
    m_places.insert(key, self);
    made = std::make_unique<EdgeNode>(self, m_shared);
    return made.get();
}

// Keeps the two queues in step with what became of a node.
void Host::settle(const QByteArray &key, EdgeNode &node, Micros before, Micros now)
{
    const Micros deadline = node.deadline();
    if (deadline != before) {
        m_deadlines.erase({before, key});
        if (deadline != 0)
            m_deadlines.insert({deadline, key});
    }
    if (!m_options.asksForBirths)
        return;
    if (node.wantsBirths())
        m_rebirths.wish(key, now);
    else
        m_rebirths.answered(key);
}

Micros Host::due() const
{
    const Micros deadline = m_deadlines.empty() ? 0 : m_deadlines.begin()->first;
    const Micros rebirth = m_rebirths.due();
    return deadline == 0 || rebirth == 0 ? std::max(deadline, rebirth) : std::min(deadline, rebirth);
}

Digest Host::tick(Micros now)
{
    Digest digest;
    while (!m_deadlines.empty() && m_deadlines.begin()->first <= now) {
        const QByteArray key = m_deadlines.begin()->second;
        const Micros before = m_deadlines.begin()->first;
        EdgeNode &node = *m_nodes.at(key.toStdString());
        node.tick(now, digest);
        settle(key, node, before, now);
    }
    for (const QByteArray &key : m_rebirths.take(now))
        digest.outgoing.append({commandTopic(m_places.value(key)), rebirthPayload(now), 0, false});
    return digest;
}

void Host::sessionBegan(Micros now)
{
    m_deadlines.clear();
    for (const auto &[key, node] : m_nodes) {
        const QByteArray origin = QByteArray::fromStdString(key);
        node->doubt();
        if (node->deadline() != 0)
            m_deadlines.insert({node->deadline(), origin});
        if (node->wantsBirths() && m_options.asksForBirths)
            m_rebirths.wish(origin, now);
    }
}

// Another host application. Its will may come after it is back: what is older than its last birth is over.
Digest Host::state(const QByteArray &id, QByteArrayView payload)
{
    const auto said = hostState(payload);
    if (!said)
        return payload.isEmpty() ? verdict(Digest::Verdict::Ignored) : verdict(Digest::Verdict::Malformed, Words::tr("it does not say “online” and “timestamp”"));
    if (id == m_options.host)
        return verdict(Digest::Verdict::Ignored);
    Digest digest;
    const QByteArray origin = "sparkplug/STATE/" + id;
    const auto known = m_hosts.constFind(id);
    if (known == m_hosts.cend()) {
        if (m_hosts.size() >= maxHosts) {
            ++digest.beyond;
            return digest;
        }
        Announcement made;
        made.origin = origin;
        made.group = origin;
        made.native = true;
        made.device.addresses = {QStringLiteral("sparkplug:STATE/") + QString::fromUtf8(id)};
        made.device.name = QString::fromUtf8(id);
        made.device.model = Words::tr("Host application");
        made.device.link = QStringLiteral("mqtt");
        made.device.convention = QStringLiteral("Sparkplug B");
        made.device.kind = Kind::IoT;
        digest.announced.append(made);
    } else if (said->timestamp < *known) {
        return verdict(Digest::Verdict::Ignored);
    }
    m_hosts.insert(id, said->timestamp);
    digest.sightings.append({origin, said->online ? Presence::Online : Presence::Offline});
    return digest;
}

} // namespace

std::unique_ptr<Convention> host(const HostOptions &options)
{
    return std::make_unique<Host>(options);
}

} // namespace muster::mqtt::sparkplug
