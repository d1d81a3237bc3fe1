#pragma once

#include "backends/mqtt/conventions/convention.h"
#include "backends/mqtt/conventions/template/program.h"
#include "backends/mqtt/topicrule.h"

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

/// A template and those who want what it makes of a topic's payloads.
struct Computed
{
    const TemplateProgram *program = nullptr; ///< not owned
    std::vector<Target> targets {};
};

/// One scalar of the last message of a topic, in its order: what to do with the next one at the same place. Kept side by side, so that a message
/// like the last one touches little memory.
struct Step
{
    enum class Kind : quint8 {
        Skip,    ///< nobody wants it
        Number,  ///< one target, which takes numbers
        Other,   ///< look at the leaf
    };
    quint32 pathEnd = 0; ///< in Topic::stepPaths; it begins where the step before ends
    quint32 leaf = 0;
    MetricId metric {};  ///< Number
    Kind kind = Kind::Other;
};

/// A topic that was heard or is waited for, and everything that is to happen with its messages.
struct Topic
{
    enum class Generic : quint8 { None, Scalar, Object, Cbor, MessagePack, Pairs };
    std::string name {};
    std::vector<Target> whole {};      ///< for the payload as it is
    std::vector<Computed> computed {}; ///< for what templates make of it
    std::vector<Leaf> leaves {};       ///< for its JSON members; those without targets are only remembered
    std::vector<Step> steps {};        ///< the last message; to be forgotten when targets change
    std::string stepPaths {};
    ByteMap<quint32> byPath {};
    std::vector<DeviceId> devices {};  ///< whose values come here
    int leafTargets = 0;
    int convention = -1;               ///< index of the convention that claims its shape
    quint32 claims = 0;                ///< entities it belongs to
    std::unique_ptr<const RuleMatch> rule {}; ///< of the rule that selects it, if one does
    Generic generic = Generic::None;
    DeviceId genericDevice {};
    bool heard = false;
    bool waits = false;                ///< a retained message is kept until it is clear that no entity claims the topic
    size_t hash = 0;                   ///< of the last payload
    QByteArray kept {};                ///< the last payload, if one of them was retained

    /// Whether the generic rule takes every member of its messages.
    [[nodiscard]] bool isGenericObject() const { return generic >= Generic::Object; }
    /// Whether somebody wants values of it.
    [[nodiscard]] bool isWanted() const { return leafTargets > 0 || !whole.empty() || !computed.empty(); }
    /// Keeps the first `count` steps.
    void forgetSteps(size_t count = 0)
    {
        if (count >= steps.size())
            return;
        steps.resize(count);
        stepPaths.resize(count > 0 ? steps.back().pathEnd : 0);
    }
};

} // namespace muster::mqtt
