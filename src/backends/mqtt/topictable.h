#pragma once

#include "backends/mqtt/topic.h"

#include <functional>
#include <memory>
#include <set>

namespace muster::mqtt {

/// All topics of a connection and the filters with wildcards that new ones have to be compared with. Bounded.
class TopicTable
{
public:
    static constexpr size_t maxTopics = 200'000;
    static constexpr size_t maxPatterns = 20'000;  ///< every new topic is compared with each
    static constexpr size_t maxPrefixes = 200'000; ///< filters such as a/b/#, which are looked up
    static constexpr size_t maxLeaves = 2'000'000; ///< of all topics
    static constexpr size_t maxPrograms = 50'000;  ///< different templates

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
    /// To be called when targets of a topic were added or removed.
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
    [[nodiscard]] const TemplateProgram *program(const QByteArray &source);
    void claimTopic(Topic &topic, quint32 owner);
    void take(Topic &topic, const Pattern &pattern);
    template<class Apply>
    bool select(const QByteArray &filter, Pattern pattern, Apply apply);

    struct Holdings
    {
        std::vector<Topic *> attached {};
        std::vector<Topic *> claimed {};
        bool patterns = false;
        std::vector<std::string> prefixes {};
    };
    std::unordered_map<std::string_view, std::unique_ptr<Topic>, ByteHash, std::equal_to<>> m_topics;
    std::unordered_map<std::string, std::unique_ptr<TemplateProgram>> m_programs; ///< by source: compiled once however many entities have it
    std::set<std::string_view> m_names;                   ///< of m_topics, in order
    std::vector<Pattern> m_patterns;
    ByteMap<std::vector<Pattern>> m_prefixes;             ///< those that are a prefix and /#, by the prefix
    size_t m_prefixCount = 0;
    std::unordered_map<quint32, Holdings> m_owners;
    size_t m_leaves = 0;
};

} // namespace muster::mqtt
