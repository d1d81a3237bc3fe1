#pragma once

#include <QList>
#include <QString>

#include <limits>

namespace muster {

/// What a term of a query asks about. Any: the fields a bare word searches. Metric and Attribute have a key beside it.
enum class Field : quint8 {
    Any,
    Name,
    Address,
    Model,
    Manufacturer,
    Link,
    Backend,
    Tag,
    Group,
    Firmware,
    Id,
    Kind,
    Status,
    LastSeen,
    Battery,
    Signal,
    Alarm,
    Severity,
    Metric,
    Attribute
};

/// Numbers from `low` to `high`; an open end is not part of it.
struct Range
{
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
    bool lowOpen = false;
    bool highOpen = false;

    [[nodiscard]] bool contains(double value) const { return (lowOpen ? value > low : value >= low) && (highOpen ? value < high : value <= high); }
    friend bool operator==(const Range &, const Range &) = default;
};

/// One question about one device. Which members count depends on `test` (and for Value on what the device's metric is).
struct Term
{
    enum class Test : quint8 {
        Exists,  ///< there is a value
        Words,   ///< one of the enumeration's words in `words`
        Text,    ///< `pattern`, compared as `match` says
        Version, ///< between `low` and `high`, compared as version numbers; empty: no bound
        Number,  ///< in `range`
        Age,     ///< in `range`, seconds
        Value,   ///< of a metric: in `range` if `isNumber`, or `pattern` if `isText`, or the boolean `truth`
    };
    enum class Match : quint8 { Contains, Whole, Glob, Regex };

    Field field = Field::Any;
    Test test = Test::Exists;
    Match match = Match::Contains;
    bool isNumber = false;
    bool isText = false;
    qint8 truth = -1;   ///< Value: 0 or 1 if the word means a boolean
    quint8 words = 0;   ///< Words: bit n for the n-th word of the field
    QString key {};     ///< Metric, Attribute: lower case
    QString pattern {}; ///< lower case, but for Regex; Glob: \ in front of what is meant literally
    QString unit {};    ///< the number's, as written; empty: any
    Range range {};
    QString low {};
    QString high {};
    bool lowOpen = false;
    bool highOpen = false;
    qsizetype column = 0; ///< where it stands in the text
    qsizetype length = 0;

    friend bool operator==(const Term &, const Term &) = default;
};

/// A node of the tree: All has nothing below it, Not one node, And and Or any number; a Leaf is a term.
struct Node
{
    enum class Type : quint8 { All, And, Or, Not, Leaf };
    Type type = Type::All;
    QList<int> children {}; ///< indices of nodes
    int term = -1;

    friend bool operator==(const Node &, const Node &) = default;
};

struct SortKey
{
    Field field = Field::Name;
    QString key {};
    bool descending = false;

    friend bool operator==(const SortKey &, const SortKey &) = default;
};

} // namespace muster
