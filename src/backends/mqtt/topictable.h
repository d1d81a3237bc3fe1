#pragma once

#include "backends/mqtt/conventions/convention.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace muster::mqtt {

/// Hashes bytes so that maps keyed by std::string are searched with the bytes of a message, without making a string of them.
struct ByteHash
{
    using is_transparent = void;
    size_t operator()(std::string_view bytes) const { return std::hash<std::string_view>()(bytes); }
};
template<class T>
using ByteMap = std::unordered_map<std::string, T, ByteHash, std::equal_to<>>;

[[nodiscard]] inline std::string_view view(QByteArrayView bytes) { return {bytes.data(), size_t(bytes.size())}; }

/// What is known about a device being reachable: its rule and the last word of each of its topics.
struct Reach
{
    enum Word : quint8 { Silent, Available, NotAvailable };
    Availability rule {};
    std::vector<quint8> words {};  ///< a Word per topic of the rule
    int latest = -1;               ///< the topic that spoke last
    DeviceId device {};
    quint32 owner = 0;             ///< of its targets
    int users = 0;                 ///< entities with this rule

    [[nodiscard]] Presence presence() const;
};

/// What happens with a value: it becomes a sample of `metric`, or the word of `reach`.
struct Target
{
    quint32 owner = 0;                ///< the entity that wants it; 0: the generic rule
    const Binding *binding = nullptr; ///< not owned; null for an availability
    Reach *reach = nullptr;           ///< not owned
    int item = 0;                     ///< the topic of `reach`
    MetricId metric {};
    DeviceId device {};
    QByteArray lastBytes {};          ///< Text: what it was last, so that a repetition costs no conversion
    QString lastText {};
};

/// One member of a topic's JSON documents and what is done with it.
struct Leaf
{
    const std::string *path = nullptr; ///< the key of Topic::byPath
    std::vector<Target> targets {};
    bool isTime = false;     ///< it states the time of the message
    bool isOpen = true;      ///< the generic rule has not seen a value in it yet
};

/// A topic that was heard or is waited for, and everything that is to happen with its messages.
struct Topic
{
    enum class Generic : quint8 { None, Scalar, Object };
    std::string name {};
    std::vector<Target> whole {};      ///< for the payload as it is
    std::vector<Leaf> leaves {};       ///< for its JSON members; those without targets are only remembered
    std::vector<quint32> order {};     ///< the leaves of the last message in their order: the next one is mostly the same
    ByteMap<quint32> byPath {};
    std::vector<DeviceId> devices {};  ///< whose values come here
    int leafTargets = 0;
    int convention = -1;               ///< index of the convention that claims its shape
    quint32 claims = 0;                ///< entities it belongs to
    Generic generic = Generic::None;
    DeviceId genericDevice {};
    bool heard = false;
    bool waits = false;                ///< a retained message is kept until it is clear that no entity claims the topic
    size_t hash = 0;                   ///< of the last payload
    QByteArray kept {};                ///< the last payload, if one of them was retained
};

/// All topics of a connection and the filters with wildcards that new ones have to be compared with. Bounded.
class TopicTable
{
public:
    static constexpr size_t maxTopics = 200'000;
    static constexpr size_t maxPatterns = 20'000;
    static constexpr size_t maxLeaves = 2'000'000; ///< of all topics

    [[nodiscard]] Topic *find(QByteArrayView name)
    {
        const auto it = m_topics.find(view(name));
        return it == m_topics.end() ? nullptr : it->second.get();
    }
    /// Finds or makes a topic; a new one gets what filters want of it. Null when there are too many.
    [[nodiscard]] Topic *make(QByteArrayView name);

    /// Lets `target` have the values at `place` of every topic that `filter` selects, now and later. False at a limit.
    bool attach(const QByteArray &filter, const Place &place, const Target &target);
    /// Makes what `filter` selects part of an entity.
    bool claim(const QByteArray &filter, quint32 owner);
    /// Undoes all attach() and claim() of an entity.
    void detach(quint32 owner);

    /// The leaf at a path of a topic, made if need be. Null when there are too many.
    [[nodiscard]] Leaf *leaf(Topic &topic, std::string_view path, quint32 *number = nullptr);

    /// The topics of an entity that have a kept payload.
    [[nodiscard]] std::vector<Topic *> keptTopics(quint32 owner) const;

    /// Called with a topic that becomes part of an entity while the generic rule has a device for it.
    std::function<void(Topic &)> claimed {};
    static void refreshDevices(Topic &topic);

private:
    struct Pattern
    {
        QByteArray filter {};
        Place place {};
        Target target {};
        bool claims = false;
    };
    void put(Topic &topic, const Place &place, const Target &target);
    void claimTopic(Topic &topic, quint32 owner);
    template<class Apply>
    bool select(const QByteArray &filter, Pattern pattern, Apply apply);

    struct Holdings
    {
        std::vector<Topic *> attached {};
        std::vector<Topic *> claimed {};
        bool patterns = false;
    };
    std::unordered_map<std::string_view, std::unique_ptr<Topic>, ByteHash, std::equal_to<>> m_topics;
    std::vector<Pattern> m_patterns;
    std::unordered_map<quint32, Holdings> m_owners;
    size_t m_leaves = 0;
};

} // namespace muster::mqtt
