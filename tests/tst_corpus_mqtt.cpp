// Replays recorded MQTT payloads and compares what Muster makes of them with what must come out. Prints a table and every wrong case;
// skipped (exit code 77) where the payloads are not at hand.
#include "support/corpus.h"
#include "support/ingestrecord.h"

#include "backends/mqtt/conventions/haentity.h"
#include "backends/mqtt/conventions/haexpansion.h"
#include "backends/mqtt/conventions/homeassistant.h"
#include "backends/mqtt/conventions/template/program.h"
#include "backends/mqtt/messagerouter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace muster;
using namespace muster::mqtt;
using muster::test::IngestRecord;

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

// What a template asks for that no payload can answer, or that is a program rather than a template: only then may an entity be refused.
bool mayBeRefused(const QJsonObject &config)
{
    static const QRegularExpression beyond(QStringLiteral("\\bnow\\(|\\bstates\\b|\\bnamespace\\(|\\{%-?\\s*for\\b"));
    return beyond.match(QString::fromUtf8(QJsonDocument(config).toJson())).hasMatch();
}

// The way of a message from the client to the Ingest.
struct Road
{
    Road() : record(ingest), router(ingest, ConnectionId {1}, options()) {}

    static RouterOptions options()
    {
        RouterOptions options;
        options.broker = QStringLiteral("broker");
        options.conventions.push_back(homeAssistant(prefix));
        return options;
    }
    void message(const QByteArray &topic, const QByteArray &payload) { router.receive({topic, payload, 0, false}); }
    quint64 count(Count what) { return at(ingest.counters(ConnectionId {1}), what); }

    Ingest ingest;
    IngestRecord record;
    MessageRouter router;
};

QString genericAddress(const QByteArray &topic)
{
    return QStringLiteral("mqtt:broker/") + QString::fromUtf8(topic);
}

} // namespace

class CorpusMqtt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void discoveryMessagesExpandAsHomeAssistantDoes();
    void entitiesAreReadRightOrListedAsNotYet();
    void templatesRenderAsHomeAssistantDoes();
    void negativesAreRefused();
    void numericMembersBecomeNumbers();
    void lookAlikesStayWhatTheyAre();
    void mutatedPayloadsNeverCrash();
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
            const Digest digest = homeAssistant(prefix)->digest(topicOf(line), payload);
            if (digest.announced.size() != entities.size()) {
                states.count(component, support::Wrong, topicOf(line) + ": " + digest.reason.toUtf8());
                continue;
            }
            const Announcement &announcement = digest.announced.first();
            for (const Metric &metric : announcement.device.metrics) {
                const auto bound = std::count_if(announcement.bindings.begin(), announcement.bindings.end(),
                                                 [&](const Binding &binding) { return binding.metric == metric.key; });
                const bool right = metric.problem.isEmpty() ? bound == 1 : bound == 0 && mayBeRefused(config);
                const auto verdict = !right ? support::Wrong : metric.problem.isEmpty() ? support::Right : support::NotYet;
                states.count(component, verdict, topicOf(line) + ' ' + metric.key.toUtf8() + ": " + metric.problem.toUtf8());
            }
            for (const CommandInfo &command : announcement.device.commands) {
                const auto encoded = std::count_if(announcement.commands.begin(), announcement.commands.end(),
                                                   [&](const CommandEncoding &encoding) { return encoding.command == command.key; });
                const bool right = command.problem.isEmpty() ? encoded == 1 : encoded == 0 && mayBeRefused(config);
                const auto verdict = !right ? support::Wrong : command.problem.isEmpty() ? support::Right : support::NotYet;
                commands.count(component, verdict, topicOf(line) + ' ' + command.key.toUtf8() + ": " + command.problem.toUtf8());
            }
        }
    }
    const int wrong = states.report() + commands.report();
    QVERIFY2(wrong == 0, "some entities have a value where none can be told");
}

// Those that ask for the clock must be refused; any other either gives exactly what Home Assistant gives, or is refused as a whole.
void CorpusMqtt::templatesRenderAsHomeAssistantDoes()
{
    support::Tally tally(QStringLiteral("ha-template"));
    for (const QJsonObject &line : support::corpusLines("mqtt/ha-template.jsonl")) {
        const QJsonObject expected = line.value(QStringLiteral("expect")).toObject();
        const QString text = line.value(QStringLiteral("template")).toString();
        const QByteArray payload = line.value(QStringLiteral("payload")).toString().toUtf8();
        const QString level = expected.value(QStringLiteral("level")).toString();
        const QByteArray where = text.toUtf8().left(300) + " on " + payload.left(300);
        const auto program = TemplateProgram::compile(text);
        const bool refusable = expected.value(QStringLiteral("unsupported_nondeterministic")).toBool();
        if (!program || refusable) {
            const auto verdict = program ? support::Wrong : refusable ? support::Right : support::NotYet;
            tally.count(refusable ? QStringLiteral("(the clock) refused") : level, verdict, where + (program ? QByteArray() : program.error().text.toUtf8()));
            continue;
        }
        simdjson::dom::parser parser;
        simdjson::dom::element root;
        const bool json = parser.parse(payload.constData(), size_t(payload.size()), true).get(root) == simdjson::SUCCESS;
        const Rendering got = program->render(payload, json ? &root : nullptr);
        const bool right = expected.contains(QStringLiteral("no_update")) ? got.state == Rendered::NoUpdate
            : expected.contains(QStringLiteral("error"))                 ? got.state == Rendered::Error
            : got.state == Rendered::Value && got.text == expected.value(QStringLiteral("value")).toString();
        tally.count(level, right ? support::Right : support::Wrong,
                    where + "\n    wanted " + brief(expected) + "\n    got    " + QByteArray::number(int(got.state)) + ' ' + got.text.toUtf8().left(300));
    }
    QVERIFY2(tally.report(true) == 0, "some templates give a wrong value");
}

void CorpusMqtt::negativesAreRefused()
{
    support::Tally tally(QStringLiteral("negative: discovery"));
    const auto convention = homeAssistant(prefix);
    for (const QJsonObject &line : support::corpusLines("mqtt/negative.jsonl")) {
        const QByteArray topic = topicOf(line);
        if (!convention->claims(topic))
            continue;
        const Digest digest = convention->digest(topic, line.value(QStringLiteral("payload")).toString().toUtf8());
        tally.count("refused", digest.announced.isEmpty() && digest.verdict != Digest::Verdict::Understood ? support::Right : support::Wrong, topic);
    }
    QVERIFY(tally.report() == 0);
}

// Through the whole router: the members that must be numbers are, with a value, and no other is.
void CorpusMqtt::numericMembersBecomeNumbers()
{
    support::Tally tally(QStringLiteral("generic-json: members"));
    for (const QJsonObject &line : support::corpusLines("mqtt/generic-json.jsonl")) {
        Road road;
        const QByteArray payload = line.value(QStringLiteral("payload")).toString().toUtf8();
        road.message(topicOf(line), payload);
        QStringList wanted;
        const QJsonArray fields = line.value(QStringLiteral("expect")).toObject().value(QStringLiteral("numeric_fields")).toArray();
        for (const QJsonValue &field : fields)
            wanted.append(field.toString());
        const QJsonObject document = QJsonDocument::fromJson(payload).object();
        for (auto it = document.begin(); it != document.end(); ++it) {
            const Metric metric = road.record.metric(genericAddress(topicOf(line)), it.key());
            const QList<double> values = road.record.numbers(genericAddress(topicOf(line)), it.key());
            const bool number = metric.id.isValid() && metric.type == MetricType::Number && values.size() == 1
                && values[0] == (it->isString() ? it->toString().toDouble() : it->toDouble());
            tally.count(wanted.contains(it.key()) ? "number" : "no number", number == wanted.contains(it.key()) ? support::Right : support::Wrong,
                        it.key().toUtf8());
        }
    }
    QVERIFY(tally.report() == 0);
}

void CorpusMqtt::lookAlikesStayWhatTheyAre()
{
    support::Tally tally(QStringLiteral("negative: other topics"));
    for (const QJsonObject &line : support::corpusLines("mqtt/negative.jsonl")) {
        Road road;
        const QByteArray topic = topicOf(line);
        const QByteArray payload = line.value(QStringLiteral("payload")).toString().toUtf8();
        road.message(topic, payload);
        const QJsonObject values = line.value(QStringLiteral("expect")).toObject().value(QStringLiteral("numeric_values")).toObject();
        const auto judge = [&](const char *kind, bool right) { tally.count(kind, right ? support::Right : support::Wrong, topic); };
        if (topic == "home/humidity")
            judge("a number stays one", road.record.numbers(QStringLiteral("mqtt:broker/home"), QStringLiteral("humidity")) == QList<double>({payload.toDouble()}));
        else if (values.isEmpty())
            judge("no device", road.record.addresses().isEmpty());
        for (auto it = values.begin(); it != values.end(); ++it)
            judge("never cut", road.record.numbers(genericAddress(topic), it.key()) == QList<double>({it->toDouble()}));
    }
    QVERIFY(tally.report() == 0);
}

// Every recorded message, then each of them with bytes changed, cut and doubled at random (always the same random).
void CorpusMqtt::mutatedPayloadsNeverCrash()
{
    Road road;
    QList<std::pair<QByteArray, QByteArray>> messages;
    const QStringList files = QDir(support::corpusFolder() + QStringLiteral("/mqtt")).entryList({QStringLiteral("*.jsonl")});
    for (const QString &file : files) {
        for (const QJsonObject &line : support::corpusLines(("mqtt/" + file.toUtf8()).constData())) {
            const QByteArray binary = QByteArray::fromBase64(line.value(QStringLiteral("payload_b64")).toString().toLatin1());
            const QByteArray payload = binary.isEmpty() ? line.value(QStringLiteral("payload")).toString().toUtf8() : binary;
            if (line.contains(QStringLiteral("topic")) && payload.size() < 20'000)
                messages.append({topicOf(line), payload});
        }
    }
    quint32 state = 4711;
    const auto random = [&state](qsizetype below) {
        state = state * 1'664'525u + 1'013'904'223u;
        return qsizetype((state >> 8) % quint32(std::max<qsizetype>(below, 1)));
    };
    for (int round = 0; round < 20; ++round) {
        for (auto [topic, payload] : messages) {
            for (qsizetype changes = round == 0 ? 0 : random(5); changes > 0 && !payload.isEmpty(); --changes) {
                const qsizetype at = random(payload.size());
                switch (random(4)) {
                case 0: payload[at] = char(random(256)); break;
                case 1: payload.truncate(at); break;
                case 2: payload.insert(at, payload.mid(at, random(200))); break;
                default: payload.remove(at, random(8)); break;
                }
            }
            road.router.receive({topic, payload, 0, random(4) == 0});
        }
        road.ingest.flush();
    }
    QCOMPARE(road.count(Count::Messages), quint64(20 * messages.size()));
}

MUSTER_CORPUS_MAIN(CorpusMqtt)
#include "tst_corpus_mqtt.moc"
