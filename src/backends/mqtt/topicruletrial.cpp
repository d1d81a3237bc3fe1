#include "backends/mqtt/topicruletrial.h"

#include "backends/mqtt/conventions/decoding.h"
#include "backends/mqtt/conventions/words.h"
#include "backends/mqtt/genericdevices.h"
#include "backends/mqtt/payloadshape.h"

#include <QSet>

#include <numeric>

namespace muster::mqtt {

namespace {

constexpr qsizetype mostValues = 200; ///< of one message

QString asStored(const Binding &binding, const Scalar &scalar, QByteArray &buffer)
{
    const Decoded decoded = decode(binding, scalar, buffer);
    if (decoded.outcome == Decoded::Outcome::Text)
        return QString::fromUtf8(decoded.text);
    if (decoded.outcome != Decoded::Outcome::Number)
        return {};
    return binding.decoding == Decoding::Boolean ? QLatin1String(decoded.number != 0 ? "true" : "false") : QString::fromLatin1(plainNumber(decoded.number));
}

/// One message read as the router reads it.
class Reader
{
public:
    explicit Reader(const RuleMatch &match)
        : m_match(match) {}

    [[nodiscard]] QList<TopicTrial::Value> read(PayloadShape shape, QByteArrayView payload, JsonLeaves &json)
    {
        const auto visit = [this](std::string_view path, const Scalar &scalar) { return take(path, scalar); };
        if (shape == PayloadShape::Object)
            json.walk(visit);
        else if (shape == PayloadShape::Cbor || shape == PayloadShape::MessagePack)
            walkBinary(payload, shape == PayloadShape::Cbor ? BinaryForm::Cbor : BinaryForm::MessagePack, visit);
        else if (shape == PayloadShape::Pairs)
            walkPairs(payload, visit);
        else
            take({}, scalarOf(payload));
        return m_values;
    }

private:
    bool take(std::string_view path, const Scalar &scalar)
    {
        const Binding *const binding = isTimeMember(path) && messageTime(scalar) != 0 ? nullptr : genericBinding(path, scalar);
        const auto metric = binding ? m_match.metric(dotted(path)) : std::nullopt;
        if (metric)
            m_values.append({metric->key, metric->name, metric->unit, asStored(*binding, scalar, m_buffer),
                m_match.rule->command(metric->key) && !m_match.commandTopic(*metric).isEmpty()});
        return m_values.size() < mostValues;
    }

    const RuleMatch &m_match;
    QList<TopicTrial::Value> m_values;
    QByteArray m_buffer;
};

void read(const RuleMatch &match, const TopicMessage &message, JsonLeaves &json, TopicTrial::Made &made)
{
    const PayloadShape shape = message.whole ? payloadShape(message.payload, match.rule->format, json) : PayloadShape::Nothing;
    if (shape != PayloadShape::Nothing && shape != PayloadShape::Malformed)
        made.values = Reader(match).read(shape, message.payload, json);
    if (!made.values.isEmpty())
        return;
    if (!message.whole)
        made.problem = Words::tr("The payload is too long to be shown here.");
    else if (shape == PayloadShape::Malformed)
        made.problem = Words::tr("The payload is not in this format.");
    else
        made.problem = match.rule->keep.empty() ? Words::tr("There is no value in the payload.") : Words::tr("None of the values to keep is in the payload.");
}

} // namespace

TopicTrial tryTopicRule(const QStringList &rules, qsizetype which, const QList<TopicMessage> &messages)
{
    TopicTrial trial;
    const qsizetype length = std::accumulate(rules.cbegin(), rules.cend(), qsizetype(0), [](qsizetype sum, const QString &text) { return sum + text.size(); });
    if (rules.size() > TopicRule::maxRules || length > TopicRule::maxTotal) {
        trial.error = Words::tr("A connection can have %1 rules with %2 characters in all.").arg(TopicRule::maxRules).arg(TopicRule::maxTotal);
        return trial;
    }
    const auto rule = topicRule(rules.value(which));
    if (!rule) {
        trial.error = rule.error().text;
        trial.column = rule.error().column;
        return trial;
    }
    std::vector<TopicRule> before;
    for (qsizetype i = 0; i < std::min(which, TopicRule::maxRules); ++i) {
        if (auto other = topicRule(rules[i]))
            before.push_back(*std::move(other));
    }
    JsonLeaves json;
    QSet<QByteArray> devices;
    for (const TopicMessage &message : messages) {
        const QByteArray topic = message.topic.toUtf8();
        const auto found = match(*rule, topic);
        if (!found)
            continue;
        if (match(before, topic)) {
            ++trial.earlier;
            continue;
        }
        ++trial.matching;
        devices.insert(found->device);
        if (trial.made.size() >= TopicTrial::mostMade)
            continue;
        TopicTrial::Made made {message.topic, QString::fromUtf8(found->device), {}, {}};
        read(*found, message, json, made);
        trial.made.append(made);
    }
    trial.devices = devices.size();
    return trial;
}

} // namespace muster::mqtt
