// Replays recorded MQTT payloads and compares what Muster makes of them with what must come out. Prints a table and every wrong case;
// skipped (exit code 77) where the payloads are not at hand.
#include "support/corpus.h"

#include "backends/mqtt/conventions/haentity.h"
#include "backends/mqtt/conventions/haexpansion.h"
#include "backends/mqtt/conventions/homeassistant.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace muster;
using namespace muster::mqtt;

namespace {

const QByteArray prefix = QByteArrayLiteral("homeassistant");

QByteArray topicOf(const QJsonObject &line)
{
    return line.value(QStringLiteral("topic")).toString().toUtf8();
}

std::optional<HaTopic> behindPrefix(const QByteArray &topic)
{
    return haTopic(QByteArrayView(topic).sliced(prefix.size() + 1));
}

// The expectation's form of an entity.
QJsonObject described(const HaEntity &entity)
{
    QJsonObject object {{QStringLiteral("component"), entity.component}, {QStringLiteral("object_id"), entity.object}};
    object.insert(QStringLiteral("node_id"), entity.node.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(entity.node));
    if (entity.removed)
        object.insert(QStringLiteral("removed"), true);
    else
        object.insert(QStringLiteral("config"), entity.config);
    return object;
}

QByteArray brief(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).left(1'500);
}

// What a template may be if values are to be read with it: judged here on its own, not by the code under test.
bool isPlainPath(const QJsonObject &config, const char *key)
{
    static const QRegularExpression plain(QStringLiteral(
        "\\A\\s*\\{\\{\\s*(value|value_json(\\.\\w+|\\[\\s*('[^'\\\\]*'|\"[^\"\\\\]*\"|\\d+)\\s*\\])*(\\s*\\|\\s*is_defined)?)\\s*\\}\\}\\s*\\z"));
    const QJsonValue text = config.value(QLatin1String(key));
    return text.isUndefined() || text.isNull() || plain.match(text.toString()).hasMatch();
}

} // namespace

class CorpusMqtt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void discoveryMessagesExpandAsHomeAssistantDoes();
    void entitiesAreReadRightOrListedAsNotYet();
    void negativesAreRefused();
};

void CorpusMqtt::discoveryMessagesExpandAsHomeAssistantDoes()
{
    support::Tally tally(QStringLiteral("ha-discovery: expansion"));
    for (const QJsonObject &line : support::corpusLines("mqtt/ha-discovery.jsonl")) {
        const QJsonObject expected = line.value(QStringLiteral("expect")).toObject();
        const QByteArray topic = topicOf(line);
        const auto parts = behindPrefix(topic);
        const QByteArray payload = line.value(QStringLiteral("payload")).toString().toUtf8();
        if (expected.contains(QStringLiteral("values"))) {
            tally.count("(state topic)", parts ? support::Wrong : support::Right, topic);
            continue;
        }
        const auto expansion = parts ? expandHa(*parts, payload) : Result<HaExpansion>(HaExpansion());
        if (expected.contains(QStringLiteral("remove_all_components_of"))) {
            tally.count("device", expansion && expansion->removesAll ? support::Right : support::Wrong, topic);
            continue;
        }
        const QJsonArray entities = expected.value(QStringLiteral("entities")).toArray();
        for (qsizetype i = 0; i < entities.size(); ++i) {
            const QJsonObject wanted = entities.at(i).toObject();
            const bool there = expansion && i < expansion->entities.size() && entities.size() == expansion->entities.size();
            const QJsonObject got = there ? described(expansion->entities[i]) : QJsonObject();
            tally.count(wanted.value(QStringLiteral("component")).toString(), got == wanted ? support::Right : support::Wrong,
                        topic + "\n    wanted " + brief(wanted) + "\n    got    " + brief(got));
        }
    }
    QVERIFY2(tally.report() == 0, "some discovery messages were expanded wrongly");
}

// Second stage: a state or command that is understood has a binding or an encoding, any other a sentence that says why not.
void CorpusMqtt::entitiesAreReadRightOrListedAsNotYet()
{
    static const QStringList full {QStringLiteral("sensor"), QStringLiteral("binary_sensor"), QStringLiteral("switch"), QStringLiteral("number"),
                                   QStringLiteral("select"), QStringLiteral("button"), QStringLiteral("light")};
    support::Tally states(QStringLiteral("ha-discovery: states"));
    support::Tally commands(QStringLiteral("ha-discovery: commands"));
    for (const QJsonObject &line : support::corpusLines("mqtt/ha-discovery.jsonl")) {
        const QJsonArray entities = line.value(QStringLiteral("expect")).toObject().value(QStringLiteral("entities")).toArray();
        for (const QJsonValue &value : entities) {
            const QJsonObject wanted = value.toObject();
            if (wanted.value(QStringLiteral("removed")).toBool())
                continue;
            const QString component = wanted.value(QStringLiteral("component")).toString();
            const QJsonObject config = wanted.value(QStringLiteral("config")).toObject();
            const QByteArray payload = line.value(QStringLiteral("payload")).toString().toUtf8();
            const Digest digest = homeAssistant(prefix).digest(topicOf(line), payload);
            if (digest.announced.size() != entities.size()) {
                states.count(component, support::Wrong, topicOf(line) + ": " + digest.reason.toUtf8());
                continue;
            }
            const Announcement &announcement = digest.announced.first();
            const bool light = component == QLatin1String("light");
            const bool known = full.contains(component) && (!light || config.value(QStringLiteral("schema")) == QLatin1String("json"));
            for (const Metric &metric : announcement.device.metrics) {
                const auto bound = std::count_if(announcement.bindings.begin(), announcement.bindings.end(),
                                                 [&](const Binding &binding) { return binding.metric == metric.key; });
                const bool readable = known && (light || isPlainPath(config, "value_template"));
                const bool right = metric.problem.isEmpty() ? bound == 1 && readable : bound == 0;
                const auto verdict = !right ? support::Wrong : metric.problem.isEmpty() ? support::Right : support::NotYet;
                states.count(component, verdict, topicOf(line) + ' ' + metric.key.toUtf8() + ": " + metric.problem.toUtf8());
            }
            for (const CommandInfo &command : announcement.device.commands) {
                const auto encoded = std::count_if(announcement.commands.begin(), announcement.commands.end(),
                                                   [&](const CommandEncoding &encoding) { return encoding.command == command.key; });
                const bool right = command.problem.isEmpty() ? encoded == 1 && known : encoded == 0;
                const auto verdict = !right ? support::Wrong : command.problem.isEmpty() ? support::Right : support::NotYet;
                commands.count(component, verdict, topicOf(line) + ' ' + command.key.toUtf8() + ": " + command.problem.toUtf8());
            }
        }
    }
    const int wrong = states.report() + commands.report();
    QVERIFY2(wrong == 0, "some entities have a value where none can be told");
}

void CorpusMqtt::negativesAreRefused()
{
    support::Tally tally(QStringLiteral("negative: discovery"));
    const Convention convention = homeAssistant(prefix);
    for (const QJsonObject &line : support::corpusLines("mqtt/negative.jsonl")) {
        const QByteArray topic = topicOf(line);
        if (!convention.claims(topic))
            continue;
        const Digest digest = convention.digest(topic, line.value(QStringLiteral("payload")).toString().toUtf8());
        tally.count("refused", digest.announced.isEmpty() && digest.verdict != Digest::Verdict::Understood ? support::Right : support::Wrong, topic);
    }
    QVERIFY(tally.report() == 0);
}

MUSTER_CORPUS_MAIN(CorpusMqtt)
#include "tst_corpus_mqtt.moc"
