#include "backends/mqtt/conventions/homeassistant.h"

#include "backends/mqtt/conventions/haentity.h"

namespace muster::mqtt {

namespace {

Digest refused(const Error &error)
{
    Digest digest;
    digest.verdict = error.code == Error::Code::Unsupported ? Digest::Verdict::Ignored : Digest::Verdict::Malformed;
    digest.reason = error.text;
    return digest;
}

void take(const HaEntity &entity, QByteArrayView topic, Digest &digest)
{
    if (entity.removed) {
        digest.withdrawn.append(entity.identity());
        return;
    }
    auto announcement = announcementOf(entity);
    if (!announcement) {
        digest.verdict = Digest::Verdict::Malformed;
        digest.reason = announcement.error().text;
        return;
    }
    announcement->group = topic.toByteArray();
    digest.announced.append(*std::move(announcement));
}

Digest digest(const QByteArray &prefix, QByteArrayView topic, QByteArrayView payload)
{
    const auto parts = haTopic(topic.sliced(prefix.size() + 1));
    if (!parts) {
        Digest nothing;
        nothing.verdict = Digest::Verdict::Ignored;
        return nothing;
    }
    const auto expansion = expandHa(*parts, payload);
    if (!expansion)
        return refused(expansion.error());
    Digest digest;
    if (expansion->removesAll)
        digest.withdrawnGroups.append(topic.toByteArray());
    for (const HaEntity &entity : expansion->entities)
        take(entity, topic, digest);
    return digest;
}

bool claims(const QByteArray &prefix, QByteArrayView topic)
{
    if (topic.size() <= prefix.size() + 1 || !topic.startsWith(prefix) || topic[prefix.size()] != '/')
        return false;
    return topic.endsWith("/config") || topic.sliced(prefix.size() + 1) == "status";
}

class HomeAssistant : public Convention
{
public:
    explicit HomeAssistant(const QByteArray &prefix) : m_prefix(prefix) {}

    [[nodiscard]] QByteArray name() const override { return QByteArrayLiteral("homeassistant"); }
    [[nodiscard]] QByteArrayList filters() const override { return {m_prefix + "/+/+/config", m_prefix + "/+/+/+/config"}; }
    [[nodiscard]] bool claims(QByteArrayView topic) const override { return mqtt::claims(m_prefix, topic); }
    [[nodiscard]] Digest digest(QByteArrayView topic, QByteArrayView payload) override { return mqtt::digest(m_prefix, topic, payload); }
    [[nodiscard]] bool reports() const override { return false; }

private:
    QByteArray m_prefix;
};

} // namespace

std::unique_ptr<Convention> homeAssistant(const QByteArray &prefix)
{
    return std::make_unique<HomeAssistant>(prefix);
}

} // namespace muster::mqtt
