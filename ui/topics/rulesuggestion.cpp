#include "ui/topics/rulesuggestion.h"

#include <algorithm>
#include <vector>

namespace muster {

namespace {

// What a level is called that says what comes rather than who sends it.
bool isPlainWord(const QString &level)
{
    static const QStringList words {QStringLiteral("state"), QStringLiteral("status"), QStringLiteral("value"), QStringLiteral("values"), QStringLiteral("data"),
        QStringLiteral("json"), QStringLiteral("telemetry"), QStringLiteral("tele"), QStringLiteral("up"), QStringLiteral("event"), QStringLiteral("sensor"),
        QStringLiteral("sensors"), QStringLiteral("measurement"), QStringLiteral("measurements")};
    return words.contains(level.toLower());
}

// Text or bytes that begin like a JSON object or a map of CBOR or MessagePack.
bool isDocument(const QByteArray &payload)
{
    const QByteArray text = payload.trimmed();
    const auto first = text.isEmpty() ? 0U : static_cast<unsigned char>(text.front());
    return first == '{' || (first >= 0x80 && first <= 0x8F) || (first >= 0xA0 && first <= 0xBF) || first == 0xDE || first == 0xDF;
}

// Per level: whether there is a topic that differs in this one alone.
std::vector<bool> changing(const QStringList &levels, const QStringList &topics)
{
    std::vector<bool> changes(size_t(levels.size()));
    for (const QString &topic : topics) {
        const auto others = QStringView(topic).split(u'/');
        if (others.size() != levels.size())
            continue;
        qsizetype where = -1;
        int differences = 0;
        for (qsizetype i = 0; i < levels.size() && differences < 2; ++i) {
            if (others[i] != levels[i]) {
                where = i;
                ++differences;
            }
        }
        if (differences == 1)
            changes[size_t(where)] = true;
    }
    return changes;
}

// The last level before `end` that changes and is no plain word; else the last one that is no plain word; -1: there is none.
qsizetype deviceLevel(const QStringList &levels, const std::vector<bool> &changes, qsizetype end)
{
    qsizetype fallback = -1;
    for (qsizetype i = end - 1; i >= 0; --i) {
        if (levels[i].isEmpty() || isPlainWord(levels[i]))
            continue;
        if (changes[size_t(i)])
            return i;
        fallback = std::max(fallback, i);
    }
    return fallback;
}

// As it may stand in a pattern.
QString written(const QString &level)
{
    return level.contains(u';') || level.contains(u'{') || level.contains(u'}') || level != level.trimmed() ? QStringLiteral("+") : level;
}

} // namespace

QString suggestedRule(const QString &topic, const QByteArray &payload, const QStringList &topics)
{
    const QStringList levels = topic.split(u'/');
    const std::vector<bool> changes = changing(levels, topics);
    const bool document = isDocument(payload);
    const qsizetype last = levels.size() - 1;
    const qsizetype metric = document || last < 1 ? levels.size() : last >= 2 && isPlainWord(levels[last]) ? last - 1 : last;
    const qsizetype device = deviceLevel(levels, changes, metric);
    int groups = 0;
    QStringList pattern;
    for (qsizetype i = 0; i <= last; ++i) {
        if (i == device)
            pattern.append(QStringLiteral("{device}"));
        else if (i == metric)
            pattern.append(QStringLiteral("{metric}"));
        else if (i < device && changes[size_t(i)] && !levels[i].isEmpty())
            pattern.append(++groups == 1 ? QStringLiteral("{group}") : QStringLiteral("{group%1}").arg(groups));
        else
            pattern.append(written(levels[i]));
    }
    return pattern.join(u'/');
}

} // namespace muster
