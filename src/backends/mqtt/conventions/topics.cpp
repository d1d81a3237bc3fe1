#include "backends/mqtt/conventions/topics.h"

#include "backends/mqtt/conventions/scalars.h"

namespace muster::mqtt {

namespace {

// Takes the next level off `rest`; `last` tells that none follows.
QByteArrayView takeLevel(QByteArrayView &rest, bool &last)
{
    const qsizetype slash = rest.indexOf('/');
    last = slash < 0;
    const QByteArrayView level = last ? rest : rest.first(slash);
    rest = last ? QByteArrayView() : rest.sliced(slash + 1);
    return level;
}

bool isName(QByteArrayView name)
{
    return !name.isEmpty() && name.size() <= 65'535 && !name.contains('\0') && isUtf8(name);
}

// Compares level by level; `accept` says whether a level of the filter takes in one of the other side.
template<class Accept>
bool walk(QByteArrayView filter, QByteArrayView other, Accept accept)
{
    if (filter.isEmpty() || other.isEmpty() || (other.front() == '$') != (filter.front() == '$'))
        return false;
    bool filterEnds = false;
    bool otherEnds = false;
    while (true) {
        if (filterEnds || otherEnds)
            return filterEnds && otherEnds;
        const QByteArrayView mine = takeLevel(filter, filterEnds);
        if (mine == "#")
            return true;
        if (!accept(mine, takeLevel(other, otherEnds)))
            return false;
        if (otherEnds && !filterEnds && filter == "#")
            return true;
    }
}

} // namespace

bool isTopic(QByteArrayView topic)
{
    return isName(topic) && !hasWildcard(topic);
}

bool isFilter(QByteArrayView filter)
{
    if (!isName(filter))
        return false;
    bool last = false;
    while (!last) {
        const QByteArrayView level = takeLevel(filter, last);
        if ((level.contains('#') && (level.size() > 1 || !last)) || (level.contains('+') && level.size() > 1))
            return false;
    }
    return true;
}

bool hasWildcard(QByteArrayView filter)
{
    return filter.contains('+') || filter.contains('#');
}

bool matches(QByteArrayView filter, QByteArrayView topic)
{
    return walk(filter, topic, [](QByteArrayView mine, QByteArrayView level) { return mine == "+" || mine == level; });
}

bool covers(QByteArrayView outer, QByteArrayView inner)
{
    return walk(outer, inner, [](QByteArrayView mine, QByteArrayView level) { return level != "#" && (mine == "+" || mine == level); });
}

} // namespace muster::mqtt
