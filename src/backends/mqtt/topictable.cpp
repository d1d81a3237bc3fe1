#include "backends/mqtt/topictable.h"

#include "backends/mqtt/conventions/topics.h"

#include <algorithm>

namespace muster::mqtt {

namespace {

// "a/b" of "a/b/#"; empty: the filter is of another form.
QByteArrayView prefixOf(QByteArrayView filter)
{
    if (filter.size() < 3 || !filter.endsWith("/#") || hasWildcard(filter.chopped(2)))
        return {};
    return filter.chopped(2);
}

} // namespace

Presence Reach::presence() const
{
    const auto says = [](Word word) { return [word](quint8 w) { return w == word; }; };
    const auto any = [&](Word word) { return std::any_of(words.begin(), words.end(), says(word)); };
    const auto all = [&](Word word) { return std::all_of(words.begin(), words.end(), says(word)); };
    switch (rule.mode) {
    case Availability::Mode::All:
        return any(NotAvailable) ? Presence::Offline : all(Available) ? Presence::Online : Presence::Unknown;
    case Availability::Mode::Any:
        return any(Available) ? Presence::Online : all(NotAvailable) ? Presence::Offline : Presence::Unknown;
    case Availability::Mode::Latest:
        break;
    }
    if (latest < 0)
        return Presence::Unknown;
    return words[size_t(latest)] == Available ? Presence::Online : Presence::Offline;
}

Topic *TopicTable::make(QByteArrayView name)
{
    if (Topic *known = find(name))
        return known;
    if (m_topics.size() >= maxTopics)
        return nullptr;
    auto made = std::make_unique<Topic>();
    Topic *topic = made.get();
    topic->name.assign(name.data(), size_t(name.size()));
    m_topics.emplace(topic->name, std::move(made));
    m_names.insert(topic->name);
    for (const Pattern &pattern : m_patterns) {
        if (matches(pattern.filter, name))
            take(*topic, pattern);
    }
    for (size_t end = 1; m_prefixCount > 0 && end <= topic->name.size(); ++end) {
        if (end != topic->name.size() && topic->name[end] != '/')
            continue;
        const auto it = m_prefixes.find(std::string_view(topic->name).substr(0, end));
        if (it != m_prefixes.end())
            std::for_each(it->second.begin(), it->second.end(), [&](const Pattern &pattern) { take(*topic, pattern); });
    }
    return topic;
}

void TopicTable::take(Topic &topic, const Pattern &pattern)
{
    if (pattern.claims)
        claimTopic(topic, pattern.target.owner);
    else
        put(topic, pattern.place, pattern.target);
}

template<class Apply>
bool TopicTable::select(const QByteArray &filter, Pattern pattern, Apply apply)
{
    if (!hasWildcard(filter)) {
        Topic *topic = make(filter);
        if (topic)
            apply(*topic);
        return topic != nullptr;
    }
    if (const QByteArrayView prefix = prefixOf(filter); !prefix.isEmpty()) {
        if (m_prefixCount >= maxPrefixes)
            return false;
        ++m_prefixCount;
        const std::string below = std::string(view(prefix)) + '/';
        if (Topic *const itself = find(prefix))
            apply(*itself);
        for (auto it = m_names.lower_bound(below); it != m_names.end() && it->starts_with(below); ++it)
            apply(*m_topics.find(*it)->second);
        m_owners[pattern.target.owner].prefixes.emplace_back(view(prefix));
        m_prefixes[std::string(view(prefix))].push_back(std::move(pattern));
        return true;
    }
    if (m_patterns.size() >= maxPatterns)
        return false;
    for (const auto &[name, topic] : m_topics) {
        if (matches(filter, QByteArrayView(name.data(), qsizetype(name.size()))))
            apply(*topic);
    }
    m_owners[pattern.target.owner].patterns = true;
    m_patterns.push_back(std::move(pattern));
    return true;
}

bool TopicTable::attach(const QByteArray &filter, const Place &place, const Target &target)
{
    return select(filter, {filter, place, target, false}, [&](Topic &topic) { put(topic, place, target); });
}

bool TopicTable::claim(const QByteArray &filter, quint32 owner)
{
    Target nobody;
    nobody.owner = owner;
    return select(filter, {filter, {}, nobody, true}, [&](Topic &topic) { claimTopic(topic, owner); });
}

void TopicTable::put(Topic &topic, const Place &place, const Target &target)
{
    if (place.kind == Place::Kind::Text) {
        topic.whole.push_back(target);
    } else if (place.kind == Place::Kind::Json) {
        Leaf *const leaf = this->leaf(topic, view(place.path));
        if (!leaf)
            return;
        leaf->targets.push_back(target);
        ++topic.leafTargets;
    } else if (place.kind == Place::Kind::Template) {
        const TemplateProgram *const wanted = program(place.path);
        if (!wanted)
            return;
        const auto same = std::find_if(topic.computed.begin(), topic.computed.end(), [wanted](const Computed &c) { return c.program == wanted; });
        if (same == topic.computed.end())
            topic.computed.push_back({wanted, {target}});
        else
            same->targets.push_back(target);
    }
    refreshDevices(topic);
    m_owners[target.owner].attached.push_back(&topic);
}

const TemplateProgram *TopicTable::program(const QByteArray &source)
{
    auto it = m_programs.find(source.toStdString());
    if (it != m_programs.end())
        return it->second.get();
    auto made = m_programs.size() < maxPrograms ? TemplateProgram::compile(QString::fromUtf8(source)) : tl::unexpected(Error());
    if (!made)
        return nullptr;
    return m_programs.emplace(source.toStdString(), std::make_unique<TemplateProgram>(*std::move(made))).first->second.get();
}

void TopicTable::claimTopic(Topic &topic, quint32 owner)
{
    ++topic.claims;
    m_owners[owner].claimed.push_back(&topic);
    if (topic.generic != Topic::Generic::None && claimed)
        claimed(topic);
}

void TopicTable::detach(quint32 owner)
{
    const auto it = m_owners.find(owner);
    if (it == m_owners.end())
        return;
    const auto mine = [owner](const Target &target) { return target.owner == owner; };
    for (Topic *topic : it->second.attached) {
        std::erase_if(topic->whole, mine);
        for (Computed &computed : topic->computed)
            std::erase_if(computed.targets, mine);
        std::erase_if(topic->computed, [](const Computed &computed) { return computed.targets.empty(); });
        for (Leaf &leaf : topic->leaves)
            topic->leafTargets -= int(std::erase_if(leaf.targets, mine));
        refreshDevices(*topic);
    }
    for (Topic *topic : it->second.claimed)
        --topic->claims;
    if (it->second.patterns)
        std::erase_if(m_patterns, [owner](const Pattern &pattern) { return pattern.target.owner == owner; });
    for (const std::string &prefix : it->second.prefixes) {
        const auto known = m_prefixes.find(prefix);
        if (known == m_prefixes.end())
            continue;
        m_prefixCount -= std::erase_if(known->second, [owner](const Pattern &pattern) { return pattern.target.owner == owner; });
        if (known->second.empty())
            m_prefixes.erase(known);
    }
    m_owners.erase(it);
}

Leaf *TopicTable::leaf(Topic &topic, std::string_view path, quint32 *number)
{
    auto it = topic.byPath.find(path);
    if (it == topic.byPath.end()) {
        if (m_leaves >= maxLeaves)
            return nullptr;
        ++m_leaves;
        it = topic.byPath.emplace(std::string(path), quint32(topic.leaves.size())).first;
        topic.leaves.emplace_back().path = &it->first;
    }
    if (number)
        *number = it->second;
    return &topic.leaves[it->second];
}

std::vector<Topic *> TopicTable::keptTopics(quint32 owner) const
{
    std::vector<Topic *> topics;
    const auto it = m_owners.find(owner);
    if (it == m_owners.end())
        return topics;
    for (Topic *topic : it->second.attached) {
        if (!topic->kept.isNull() && std::find(topics.begin(), topics.end(), topic) == topics.end())
            topics.push_back(topic);
    }
    return topics;
}

void TopicTable::refreshDevices(Topic &topic)
{
    topic.forgetSteps();
    topic.devices.clear();
    const auto add = [&topic](const Target &target) {
        if (!target.reach && std::find(topic.devices.begin(), topic.devices.end(), target.device) == topic.devices.end())
            topic.devices.push_back(target.device);
    };
    std::for_each(topic.whole.begin(), topic.whole.end(), add);
    for (const Computed &computed : topic.computed)
        std::for_each(computed.targets.begin(), computed.targets.end(), add);
    for (const Leaf &leaf : topic.leaves)
        std::for_each(leaf.targets.begin(), leaf.targets.end(), add);
}

} // namespace muster::mqtt
