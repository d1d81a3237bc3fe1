#pragma once

#include "core/sample.h"

#include <QByteArray>
#include <QHash>

#include <set>
#include <vector>

namespace muster::mqtt::sparkplug {

/// Which edge nodes are to be asked for their births, and when: a node that does not answer is asked after 10 s, 20 s, 40 s … 10 min, one that was just born at
/// the earliest 10 s after it was last asked, and at most perSecond are asked in a second, so that a thousand nodes are not all born in the same one.
class Rebirths
{
public:
    static constexpr Micros first = 500'000;          ///< it may be about to be born anyway
    static constexpr Micros again = 10'000'000;
    static constexpr Micros longest = 600'000'000;
    static constexpr int perSecond = 10;

    void wish(const QByteArray &node, Micros now);
    void answered(const QByteArray &node);
    void forget(const QByteArray &node);
    /// Those to be asked now.
    [[nodiscard]] std::vector<QByteArray> take(Micros now);
    /// When take() has something; 0: never.
    [[nodiscard]] Micros due() const;
    [[nodiscard]] bool wishes(const QByteArray &node) const { return m_nodes.value(node).at != 0; }

private:
    struct Node
    {
        Micros at = 0;       ///< when to ask; 0: nothing to ask
        Micros asked = 0;    ///< last
        int unanswered = 0;
    };
    void schedule(const QByteArray &key, Node &node, Micros at);

    QHash<QByteArray, Node> m_nodes;
    std::set<std::pair<Micros, QByteArray>> m_queue;
    Micros m_second = 0;     ///< when the second began in which
    int m_asked = 0;         ///< … so many were asked
};

} // namespace muster::mqtt::sparkplug
