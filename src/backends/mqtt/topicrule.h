#pragma once

#include <QByteArrayView>
#include <QStringList>

#include <tl/expected.hpp>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace muster::mqtt {

/// How the payloads of a rule's topics are written. Auto: as the first one looks. Text: the payload is one value. Pairs: `t=21.5, h=40`.
enum class RuleFormat : quint8 { Auto, Json, Cbor, MessagePack, Text, Pairs };

/// What is wrong with a rule, and where.
struct RuleFault
{
    int column = 0;  ///< of its text, from 1
    QString text {}; ///< one sentence
};

/// A rule that makes devices of topics, as one writes it: a pattern of topics, then what there is to say about it, with semicolons between.
///   plant/{line}/{device}/state; device {line} {device}; keep t = temperature [°C] Oil temperature, speed
///   sensors/{device}/{metric}; keep hum [%]
///   site/+/{device}/#; format cbor
///   plant/{line}/{device}/state; command speed 0..1500, mode at plant/{line}/{device}/set/{metric} send {"v": {value}}
/// The pattern: `+` is any level, `#` all that follow, a name in braces any level that is named; {metric} is part of the metrics' keys.
///   device    the device's id and name; left out: all names but {metric}, with blanks between
///   format    auto, json, cbor, msgpack, text or pairs
///   keep      which values: key as it comes, "= another key", [unit], name for people. Left out: every number, switch and short text
///   command   which keys can be set, with the range of a number, `at` which topic, and what to `send` (left out: {value})
/// The key of a value is what {metric} and # stand for, then its place in the document: `air.co2`. A plain value without these is called as the
/// last level of the pattern where that is written out, else "value". In a command {metric} is the key as it comes.
struct TopicRule
{
    static constexpr qsizetype maxRules = 64;         ///< of a connection
    static constexpr qsizetype maxLength = 1'000;     ///< characters of one
    static constexpr qsizetype maxTotal = 8 * 1'024; ///< of all
    static constexpr qsizetype maxLevels = 32;
    static constexpr qsizetype maxItems = 64;         ///< values kept, keys that can be set

    struct Level
    {
        enum class Kind : quint8 { Written, Any, Named, Rest };
        Kind kind = Kind::Written;
        QByteArray text {};   ///< Written
        qsizetype name = -1;  ///< Named: in `names`
    };
    struct Kept
    {
        QString place {};     ///< the key as it comes
        QString key {};
        QString unit {};
        QString name {};
    };
    struct Settable
    {
        QString key {};
        double minimum = -1e6;
        double maximum = 1e6;
    };
    std::vector<Level> levels {};
    QStringList names {};
    QString device {};        ///< a template: text with names in braces
    RuleFormat format = RuleFormat::Auto;
    std::vector<Kept> keep {}; ///< empty: everything
    std::vector<Settable> settable {};
    QString commandTopic {};  ///< a template
    QString commandPayload {}; ///< likewise, with {value} in it

    /// Whether what is sent is JSON, so that what is put in is written as JSON, too.
    [[nodiscard]] bool sendsJson() const { return commandPayload.startsWith(QLatin1Char('{')) && !commandPayload.startsWith(QLatin1String("{value}")); }

    /// What to subscribe to hear its topics.
    [[nodiscard]] QByteArray filter() const;
    [[nodiscard]] const Settable *command(const QString &key) const;
};

[[nodiscard]] tl::expected<TopicRule, RuleFault> topicRule(const QString &text);

/// What a rule says of one topic. Made once for a topic.
struct RuleMatch
{
    const TopicRule *rule = nullptr; ///< not owned
    QStringList values {};    ///< what the names stand for
    QByteArray device {};     ///< id and name
    QString prefix {};        ///< what stands before a document's keys; empty: nothing
    QString plainKey {};      ///< of a plain value

    /// The metric of a value with this place in the document (dotted; empty: the payload itself); none: it is not kept.
    [[nodiscard]] std::optional<TopicRule::Kept> metric(const QString &place) const;
    /// The topic that sets a metric; empty: none does, or a level of it would be no name. The payload before and behind the value.
    [[nodiscard]] QByteArray commandTopic(const TopicRule::Kept &metric) const;
    [[nodiscard]] std::pair<QByteArray, QByteArray> commandPayload(const TopicRule::Kept &metric) const;
};

/// Empty: the rule does not select the topic, or its device would have no name. As with filters, `#` selects the level before it, too, and what begins
/// with `$` is only selected by what is written out.
[[nodiscard]] std::unique_ptr<RuleMatch> match(const TopicRule &rule, QByteArrayView topic);

/// Likewise by the first of several that selects it.
[[nodiscard]] std::unique_ptr<RuleMatch> match(const std::vector<TopicRule> &rules, QByteArrayView topic);

} // namespace muster::mqtt
