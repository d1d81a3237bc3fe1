#pragma once

#include "query/queryerror.h"
#include "query/term.h"

#include "core/ids.h"
#include "core/result.h"
#include "core/sample.h"

namespace muster {

class Columns;
struct Vocabulary;

/// A question to the fleet, as typed into the search box, kept as a dynamic group or asked by a rule. A plain value; parse() makes it,
/// Predicate or LiveQuery answers it. The language:
///
///     pump                           a bare word occurs in the name, an address, the make and model, or a tag
///     "heat pump" mqtt               a phrase; two terms side by side must both hold, as with AND
///     status:offline OR battery<20   AND, OR, NOT in capitals; NOT binds closest, then AND, then OR
///     -tag:spare NOT (kind:m2m)      a minus in front is NOT
///     tag:(roof OR attic -broken)    a field in front of a group: each word in it is a value of that field
///     battery:*                      there is a value
///     name:pump-??  model:*plus*     * any characters, ? one; then the whole value must fit. \* or "*" is a star itself
///     name:/^pump-\d+$/              regular expression, found anywhere in the value unless anchored with ^ and $
///     temperature:[18 TO 24}         range; [ ] include the end, { } exclude it, * leaves it open
///     battery<20 rssi>=-70 id=7      < <= > >= = !=; spaces around them are fine; battery:<20 is the same
///     battery<20%  temperature>25°C  a unit must be the metric's own, else the device does not fit: nothing is converted
///     lastSeen>5m  lastSeen<1h30m    heard longer ago or within; ms s m h d w. A device never heard has no lastSeen
///     sort:-temperature,name         order, a minus for the largest first; what has no value comes last
///     limit:100                      the first so many in that order
///
/// Case does not matter, but for AND, OR, NOT and units. `field:value` of name, address, model, manufacturer finds the value anywhere
/// in the text; of every other field it must be the whole value; `field=value` is always the whole one.
///
///     name address model manufacturer   texts             link backend   the connection's name; its scheme (mqtt, serial …)
///     tag group                         any of them; a group includes its subgroups, and can be written as a path "house/attic"
///     firmware                          compares as a version: firmware<1.10          id battery signal   numbers
///     kind      m2m iot                 status   unknown live stale offline (online and silent are live and stale)
///     alarm     active cleared acked unacked shelved       severity  info < warning < minor < major < critical (the gravest active)
///     attr.x    hardware serial via convention …           anything else is a metric's key: its latest value
///
/// `metric.status:3` or `"status":3` is a metric although a field has its name. A boolean metric is on off true false yes no 1 0 or its
/// own words, an enumeration or text its words. In a group of numbers -5 is a number; write NOT 5.
class Query
{
public:
    static constexpr qsizetype maxLength = 4'096; ///< characters
    static constexpr int maxDepth = 64;           ///< of parentheses and NOTs
    static constexpr int maxTerms = 256;
    static constexpr int maxSortKeys = 4;
    static constexpr int maxLimit = 1'000'000;
    static constexpr qsizetype maxRegex = 256; ///< characters of one regular expression or pattern
    static constexpr int maxRegexes = 16;

    /// Everything: no condition, no order, no limit.
    Query();

    [[nodiscard]] const QString &text() const { return m_text; }
    /// Whether it accepts every device.
    [[nodiscard]] bool acceptsAll() const { return m_nodes.at(m_root).type == Node::Type::All; }
    [[nodiscard]] const QList<SortKey> &order() const { return m_order; }
    [[nodiscard]] int limit() const { return m_limit; } ///< 0: none
    /// The same without its limit, for who cuts by himself.
    [[nodiscard]] Query unlimited() const
    {
        Query query = *this;
        query.m_limit = 0;
        return query;
    }

    /// Whether one device fits, sort and limit aside. Compiles the query: to ask about many devices, keep a Predicate or LiveQuery.
    [[nodiscard]] bool matches(Columns &columns, DeviceId device, Micros now = nowMicros()) const;
    /// What is well formed but probably not meant: a metric no device has, `offline` for `status:offline`, `or` for OR.
    [[nodiscard]] QList<QueryError> doubts(const Vocabulary &vocabulary) const;

    [[nodiscard]] const QList<Node> &nodes() const { return m_nodes; }
    [[nodiscard]] const QList<Term> &terms() const { return m_terms; }
    [[nodiscard]] int root() const { return m_root; }

    friend bool operator==(const Query &a, const Query &b) { return a.m_text == b.m_text; }

private:
    friend class Parser;
    QString m_text;
    QList<Node> m_nodes;
    QList<Term> m_terms;
    int m_root = 0;
    QList<SortKey> m_order;
    int m_limit = 0;
};

using ParsedQuery = tl::expected<Query, QueryError>;

/// Understands a text, or says what is wrong with it and where. Costs microseconds; bounded whatever the text.
[[nodiscard]] ParsedQuery parseQuery(const QString &text);

} // namespace muster

Q_DECLARE_METATYPE(muster::Query)
