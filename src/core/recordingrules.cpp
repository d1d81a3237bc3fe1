#include "core/recordingrules.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <cmath>

namespace muster {

namespace {

constexpr qsizetype mostPatterns = 1'000;
constexpr Micros longest = 100LL * 366 * 86'400 * 1'000'000;

QRegularExpression wildcard(const QString &pattern)
{
    QString expression = QRegularExpression::escape(pattern.trimmed());
    expression.replace(QStringLiteral("\\*"), QStringLiteral(".*")).replace(QStringLiteral("\\?"), QStringLiteral("."));
    return QRegularExpression(QRegularExpression::anchoredPattern(expression), QRegularExpression::CaseInsensitiveOption);
}

/// Seconds in the text, so that it can be read by people.
Micros span(const QJsonValue &seconds)
{
    const double value = seconds.toDouble();
    return value > 0 && value * 1e6 < double(longest) ? Micros(value) * 1'000'000 : 0;
}

} // namespace

QString recordingRulesText(const RecordingRules &rules)
{
    QJsonArray kept;
    for (const HistoryRule &rule : rules.policy.rules)
        kept.append(QJsonObject {{QStringLiteral("pattern"), rule.pattern}, {QStringLiteral("samples"), rule.raw / 1'000'000},
            {QStringLiteral("minutes"), rule.minutes / 1'000'000}, {QStringLiteral("hours"), rule.hours / 1'000'000}});
    const QJsonObject object {{QStringLiteral("what"), int(rules.what)}, {QStringLiteral("patterns"), QJsonArray::fromStringList(rules.patterns)},
        {QStringLiteral("keep"), kept}, {QStringLiteral("maxBytes"), rules.policy.maxBytes}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

RecordingRules recordingRules(const QString &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    RecordingRules rules;
    const int what = object.value(QStringLiteral("what")).toInt();
    rules.what = what >= 0 && what <= int(RecordingRules::What::Patterns) ? RecordingRules::What(what) : RecordingRules::What::Everything;
    const QJsonArray patterns = object.value(QStringLiteral("patterns")).toArray();
    for (const QJsonValue &pattern : patterns) {
        if (rules.patterns.size() < mostPatterns && !pattern.toString().trimmed().isEmpty())
            rules.patterns.append(pattern.toString().trimmed());
    }
    const QJsonArray keep = object.value(QStringLiteral("keep")).toArray();
    for (const QJsonValue &value : keep) {
        const QJsonObject rule = value.toObject();
        if (rules.policy.rules.size() < mostPatterns && !rule.value(QStringLiteral("pattern")).toString().isEmpty())
            rules.policy.rules.append({rule.value(QStringLiteral("pattern")).toString(), span(rule.value(QStringLiteral("samples"))),
                span(rule.value(QStringLiteral("minutes"))), span(rule.value(QStringLiteral("hours")))});
    }
    rules.policy.maxBytes = std::max<qint64>(0, object.value(QStringLiteral("maxBytes")).toInteger());
    return rules;
}

RecordingChoice recordingChoice(const RecordingRules &rules, const Fleet &fleet)
{
    RecordingChoice choice;
    choice.everything = rules.what == RecordingRules::What::Everything;
    if (choice.everything)
        return choice;
    QList<QRegularExpression> patterns;
    for (const QString &pattern : rules.patterns)
        patterns.append(wildcard(pattern));
    for (const DeviceId id : fleet.devices()) {
        const Device *device = fleet.device(id);
        if (!device || (rules.what == RecordingRules::What::Fleet && !fleet.isMember(id)))
            continue;
        for (const Metric &metric : device->metrics) {
            const QString name = fleet.displayName(id) + u'/' + metric.key;
            if (rules.what == RecordingRules::What::Fleet
                || std::any_of(patterns.begin(), patterns.end(), [&](const QRegularExpression &pattern) { return pattern.match(name).hasMatch(); }))
                choice.metrics.append(metric.id);
        }
    }
    return choice;
}

std::optional<Micros> diskLasts(qint64 freeBytes, qint64 grownBytes, Micros in)
{
    if (freeBytes < 0 || grownBytes <= 0 || in <= 0)
        return std::nullopt;
    return Micros(std::min(double(freeBytes) / double(grownBytes) * double(in), double(longest)));
}

} // namespace muster
