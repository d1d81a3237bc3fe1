#include "backends/mqtt/topicrule.h"

#include "backends/mqtt/conventions/scalars.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QVarLengthArray>

#include <algorithm>

namespace muster::mqtt {

namespace {

using Kind = TopicRule::Level::Kind;

constexpr QLatin1String metricName("metric");

// A name or a key goes into a topic as one level or part of it, and never as a wildcard.
bool fitsTopic(const QString &text)
{
    return !text.isEmpty() && std::none_of(text.cbegin(), text.cend(), [](QChar c) { return c == u'/' || c == u'+' || c == u'#' || c.unicode() < 0x20; });
}

QString jsonText(const QString &text)
{
    const QByteArray list = QJsonDocument(QJsonArray {text}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.mid(2, list.size() - 4));
}

// The text with every "{name}" of these replaced, in one pass: what is put in is not looked at again.
QString expanded(const QString &pattern, const QStringList &names, const QStringList &values)
{
    QString text;
    for (qsizetype at = 0; at < pattern.size();) {
        const qsizetype end = pattern[at] == u'{' ? pattern.indexOf(u'}', at) : -1;
        const qsizetype known = end < 0 ? -1 : names.indexOf(pattern.mid(at + 1, end - at - 1));
        text += known >= 0 ? values[known] : QString(pattern[at]);
        at = known >= 0 ? end + 1 : at + 1;
    }
    return text;
}

using Views = QVarLengthArray<QByteArrayView, TopicRule::maxLevels>;

// Whether the pattern selects the topic; then what its names stand for, and `rest` what # stands for.
bool selects(const TopicRule &rule, QByteArrayView topic, Views &named, QByteArrayView &rest)
{
    if (topic.isEmpty() || (topic.front() == '$' && rule.levels.front().kind != Kind::Written))
        return false;
    qsizetype at = 0; // one behind the end: all levels are taken
    for (const TopicRule::Level &level : rule.levels) {
        if (level.kind == Kind::Rest) {
            rest = at <= topic.size() ? topic.sliced(at) : QByteArrayView();
            return true;
        }
        if (at > topic.size())
            return false;
        const qsizetype slash = topic.indexOf('/', at);
        const qsizetype end = slash < 0 ? topic.size() : slash;
        const QByteArrayView mine = topic.sliced(at, end - at);
        if (level.kind == Kind::Written ? mine != level.text : level.kind == Kind::Named && mine.isEmpty())
            return false;
        if (level.kind == Kind::Named)
            named.append(mine);
        at = end + 1;
    }
    return at > topic.size();
}

} // namespace

QByteArray TopicRule::filter() const
{
    QByteArray text;
    for (const Level &level : levels) {
        if (&level != &levels.front())
            text += '/';
        text += level.kind == Kind::Written ? level.text : level.kind == Kind::Rest ? QByteArrayLiteral("#") : QByteArrayLiteral("+");
    }
    return text;
}

const TopicRule::Settable *TopicRule::command(const QString &key) const
{
    const auto it = std::find_if(settable.begin(), settable.end(), [&key](const Settable &one) { return one.key == key; });
    return it == settable.end() ? nullptr : &*it;
}

std::optional<TopicRule::Kept> RuleMatch::metric(const QString &place) const
{
    TopicRule::Kept metric;
    metric.place = place.isEmpty() ? plainKey : prefix.isEmpty() ? place : prefix + QLatin1Char('.') + place;
    metric.key = metric.place;
    if (rule->keep.empty())
        return metric;
    const auto it = std::find_if(rule->keep.begin(), rule->keep.end(), [&metric](const TopicRule::Kept &kept) { return kept.place == metric.place; });
    return it == rule->keep.end() ? std::nullopt : std::optional(*it);
}

QByteArray RuleMatch::commandTopic(const TopicRule::Kept &metric) const
{
    QStringList all = values;
    const qsizetype own = rule->names.indexOf(metricName);
    if (own >= 0)
        all[own] = metric.place;
    if (rule->commandTopic.isEmpty() || !fitsTopic(metric.place) || !std::all_of(all.cbegin(), all.cend(), fitsTopic))
        return {};
    return expanded(rule->commandTopic, rule->names + QStringList(metricName), all + QStringList(metric.place)).toUtf8();
}

std::pair<QByteArray, QByteArray> RuleMatch::commandPayload(const TopicRule::Kept &metric) const
{
    QStringList all;
    for (qsizetype i = 0; i < values.size(); ++i)
        all.append(rule->names[i] == metricName ? metric.place : values[i]);
    all.append(metric.place);
    if (rule->sendsJson())
        std::transform(all.begin(), all.end(), all.begin(), jsonText);
    // Taken apart first: what the names stand for comes from outside.
    const QLatin1String mark("{value}");
    const qsizetype at = rule->commandPayload.indexOf(mark);
    const QStringList names = rule->names + QStringList(metricName);
    return {expanded(rule->commandPayload.left(at), names, all).toUtf8(), expanded(rule->commandPayload.sliced(at + mark.size()), names, all).toUtf8()};
}

std::unique_ptr<RuleMatch> match(const TopicRule &rule, QByteArrayView topic)
{
    Views named;
    QByteArrayView rest;
    if (!selects(rule, topic, named, rest))
        return {};
    auto match = std::make_unique<RuleMatch>();
    match->rule = &rule;
    match->values.reserve(named.size());
    for (const QByteArrayView value : named)
        match->values.append(QString::fromUtf8(value));
    match->device = expanded(rule.device, rule.names, match->values).trimmed().toUtf8();
    if (match->device.isEmpty())
        return {};
    const qsizetype own = rule.names.indexOf(metricName);
    QStringList prefix;
    if (own >= 0)
        prefix.append(match->values[own]);
    if (!rest.isEmpty())
        prefix.append(QString::fromUtf8(rest).replace(QLatin1Char('/'), QLatin1Char('.')));
    match->prefix = prefix.join(QLatin1Char('.'));
    const TopicRule::Level &last = rule.levels.back();
    match->plainKey = !match->prefix.isEmpty() ? match->prefix : last.kind == Kind::Written && !last.text.isEmpty() ? QString::fromUtf8(last.text) : QStringLiteral("value");
    return match;
}

std::unique_ptr<RuleMatch> match(const std::vector<TopicRule> &rules, QByteArrayView topic)
{
    for (const TopicRule &rule : rules)
        if (auto found = match(rule, topic))
            return found;
    return {};
}

} // namespace muster::mqtt
