// Replays recorded MQTT payloads and compares what Muster makes of them with what must come out. Prints a table and every wrong case;
// skipped (exit code 77) where the payloads are not at hand.
#include "support/broker.h"
#include "support/corpus.h"
#include "support/mqttroad.h"

#include "backends/mqtt/conventions/catalogue.h"
#include "backends/mqtt/conventions/haentity.h"
#include "backends/mqtt/conventions/haexpansion.h"
#include "backends/mqtt/conventions/homeassistant.h"
#include "backends/mqtt/conventions/commandencoding.h"
#include "backends/mqtt/conventions/template/program.h"
#include "backends/mqtt/messagerouter.h"
#include "backends/mqtt/mqttbackend.h"
#include "backends/mqtt/sparkplug/datatypes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace muster;
using namespace muster::mqtt;
using muster::test::IngestRecord;
using Road = muster::test::MqttRoad;

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

// A JSON object with one value at a dotted path.
QJsonObject objectAt(QStringList path, const QJsonValue &value)
{
    const QString last = path.takeLast();
    QJsonObject object {{last, value}};
    while (!path.isEmpty())
        object = QJsonObject {{path.takeLast(), object}};
    return object;
}

MetricType exposedType(const QJsonObject &exposed)
{
    const QString type = exposed.value(QStringLiteral("type")).toString();
    if (exposed.value(QStringLiteral("path")) == QLatin1String("action"))
        return MetricType::Event;
    return type == QLatin1String("numeric") ? MetricType::Number : type == QLatin1String("binary") ? MetricType::Boolean : type == QLatin1String("enum") ? MetricType::Enumeration : MetricType::Text;
}

void judgeCommand(support::Tally &tally, const Announcement &announcement, const QJsonObject &wanted)
{
    const QString key = wanted.value(QStringLiteral("path")).toString();
    const auto info = std::find_if(announcement.device.commands.begin(), announcement.device.commands.end(), [&](const CommandInfo &c) { return c.key == key; });
    const auto encoding = std::find_if(announcement.commands.begin(), announcement.commands.end(), [&](const CommandEncoding &c) { return c.command == key; });
    const QByteArray where = announcement.origin + " command " + key.toUtf8();
    if (info == announcement.device.commands.end() || encoding == announcement.commands.end())
        return tally.count("command", support::Wrong, where);
    const QString type = wanted.value(QStringLiteral("type")).toString();
    Value argument = QStringLiteral("[1]");
    QJsonValue written = QJsonArray {1};
    bool limits = true;
    if (type == QLatin1String("numeric")) {
        limits = wanted.value(QStringLiteral("value_min")).toDouble(info->minimum) == info->minimum && wanted.value(QStringLiteral("value_max")).toDouble(info->maximum) == info->maximum
            && wanted.value(QStringLiteral("unit")).toString() == info->unit && wanted.value(QStringLiteral("value_step")).toDouble(info->step) == info->step;
        argument = info->minimum;
        written = info->minimum;
    } else if (type == QLatin1String("binary")) {
        argument = true;
        written = wanted.value(QStringLiteral("value_on"));
    } else if (type == QLatin1String("enum")) {
        argument = info->options.value(0);
        written = info->options.value(0);
        limits = info->options.size() == wanted.value(QStringLiteral("values")).toArray().size();
    } else if (type == QLatin1String("text")) {
        argument = QStringLiteral("a \"b\"");
        written = QStringLiteral("a \"b\"");
    }
    const auto payload = encode(*encoding, *info, argument);
    const bool right = payload && QJsonDocument::fromJson(*payload).object() == objectAt(key.split(QLatin1Char('.')), written) && limits;
    tally.count("command", right ? support::Right : support::Wrong, where + ' ' + (payload ? *payload : payload.error().text.toUtf8()));
}

void judgeExposed(support::Tally &tally, const Announcement &announcement, const QJsonObject &device)
{
    const QJsonArray metrics = device.value(QStringLiteral("metrics")).toArray();
    const QJsonArray commands = device.value(QStringLiteral("commands")).toArray();
    QStringList wanted;
    for (const QJsonValue &value : metrics) {
        const QJsonObject exposed = value.toObject();
        const QString key = exposed.value(QStringLiteral("path")).toString();
        wanted.append(key);
        const auto metric = std::find_if(announcement.device.metrics.begin(), announcement.device.metrics.end(), [&](const Metric &m) { return m.key == key; });
        const bool right = metric != announcement.device.metrics.end() && metric->type == exposedType(exposed) && metric->unit == exposed.value(QStringLiteral("unit")).toString();
        tally.count("metric", right ? support::Right : support::Wrong, announcement.origin + " metric " + key.toUtf8());
    }
    for (const Metric &metric : announcement.device.metrics) {
        if (!wanted.contains(metric.key))
            tally.count("metric", support::Wrong, announcement.origin + " too many: " + metric.key.toUtf8());
    }
    for (const QJsonValue &value : commands)
        judgeCommand(tally, announcement, value.toObject());
    QSet<QString> keys;
    for (const QJsonValue &value : commands)
        keys.insert(value[QStringLiteral("path")].toString());
    if (keys.size() != announcement.device.commands.size())
        tally.count("command", support::Wrong, announcement.origin + ": not as many commands as are to be");
}

// Whether a metric's last value is what JSON says.
bool valueIs(Road &road, const Device &device, const QString &key, const QJsonValue &wanted)
{
    const QString address = device.addresses.value(0);
    const QList<IngestRecord::Value> values = road.record.values(address, key);
    if (values.isEmpty())
        return wanted.isNull();
    if (wanted.isString())
        return values.constLast().text == wanted.toString();
    return values.constLast().number == (wanted.isBool() ? double(wanted.toBool()) : wanted.toDouble());
}

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
    void zigbeeDevicesHaveWhatTheyExpose();
    void tasmotaReportsAreRead();
    void gatewaysTellOfBluetoothDevices();
    void shelliesAreReadAndNamed();
    void homieDevicesAreWhatTheyDescribe();
    void espHomeDevicesAreRead();
    void lightsMeshesAndLoRaAreRead();
    void shadowsAreRead();
    void negativesAreRefused();
    void numericMembersBecomeNumbers();
    void lookAlikesStayWhatTheyAre();
    void sparkplugPayloadsAreReadRight();
    void devicesAppearOverARealBroker();
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

// Every device of the bridge, with exactly the metrics and commands it exposes, and what its commands write.
void CorpusMqtt::zigbeeDevicesHaveWhatTheyExpose()
{
    support::Tally tally(QStringLiteral("zigbee2mqtt"));
    QList<QJsonObject> lines = support::corpusLines("mqtt/zigbee2mqtt-exposes.jsonl");
    lines += support::corpusLines("mqtt/zigbee2mqtt.jsonl");
    for (const QJsonObject &line : std::as_const(lines)) {
        const auto convention = std::move(conventionsOf({{"zigbee2mqtt"}, {}, {}, {}}).front());
        const QJsonObject expected = line.value(QStringLiteral("expect")).toObject();
        if (!expected.contains(QStringLiteral("devices")))
            continue;
        const Digest digest = convention->digest(topicOf(line), line.value(QStringLiteral("payload")).toString().toUtf8());
        for (const QJsonValue &value : expected.value(QStringLiteral("devices")).toArray()) {
            const QJsonObject device = value.toObject();
            const QString address = QStringLiteral("ieee:") + device.value(QStringLiteral("ieee_address")).toString();
            const auto it = std::find_if(digest.announced.begin(), digest.announced.end(), [&](const Announcement &a) { return a.device.addresses.contains(address); });
            if (it == digest.announced.end()) {
                tally.count("device", support::Wrong, address.toUtf8());
                continue;
            }
            const bool named = it->device.name == device.value(QStringLiteral("friendly_name")).toString() && it->device.model == device.value(QStringLiteral("model")).toString()
                && it->device.manufacturer == device.value(QStringLiteral("vendor")).toString();
            tally.count("device", named ? support::Right : support::Wrong, address.toUtf8() + it->device.name.toUtf8());
            judgeExposed(tally, *it, device);
        }
    }
    QVERIFY(tally.report() == 0);
}

void CorpusMqtt::tasmotaReportsAreRead()
{
    support::Tally tally(QStringLiteral("tasmota"));
    for (const QJsonObject &line : support::corpusLines("mqtt/tasmota.jsonl")) {
        Road road;
        const QByteArray payload = line.value(QStringLiteral("payload")).toString().toUtf8();
        const QJsonObject document = QJsonDocument::fromJson(payload).object();
        road.message(topicOf(line), payload);
        const QJsonObject expected = line.value(QStringLiteral("expect")).toObject();
        const QStringList addresses = road.record.addresses();
        const QString address = addresses.value(0);
        for (const QJsonValue &value : expected.value(QStringLiteral("sensors")).toArray()) {
            QStringList path;
            QJsonValue leaf = document;
            for (const QJsonValue &part : value[QStringLiteral("path")].toArray()) {
                path.append(part.toVariant().toString());
                leaf = path.size() == 1 && document.contains(QLatin1String("sn")) ? document.value(QStringLiteral("sn")).toObject().value(part.toString())
                    : part.isDouble() ? QJsonValue(leaf.toArray().at(part.toInt())) : leaf[part.toString()];
            }
            const Metric metric = road.record.metric(address, path.join(QLatin1Char('.')));
            const QList<IngestRecord::Value> values = road.record.values(address, metric.key);
            const bool worth = leaf.isNull() || leaf.isObject() || leaf.isArray()
                || (metric.id.isValid() && values.size() == 1 && (!leaf.isDouble() || values[0].number == leaf.toDouble()) && (!leaf.isString() || values[0].text == leaf.toString()));
            tally.count("sensor", worth ? support::Right : support::Wrong, topicOf(line) + ' ' + path.join(QLatin1Char('.')).toUtf8());
            QString unit = value[QStringLiteral("unit")].toString();
            if (unit == QLatin1String("C") || unit == QLatin1String("F"))
                unit.prepend(QStringLiteral("°"));
            if (!unit.isEmpty() && leaf.isDouble())
                tally.count("unit", metric.unit == unit ? support::Right : support::Wrong, path.join(QLatin1Char('.')).toUtf8() + ": " + metric.unit.toUtf8() + " wanted " + unit.toUtf8());
        }
        const QJsonObject power = expected.value(QStringLiteral("power")).toObject();
        for (auto it = power.begin(); it != power.end(); ++it)
            tally.count("power", road.record.numbers(address, it.key()) == QList<double>({it->toString() == QLatin1String("ON") ? 1.0 : 0.0}) ? support::Right : support::Wrong, topicOf(line) + payload.left(200));
        if (expected.contains(QStringLiteral("online")))
            tally.count("presence", road.record.device(address).presence == (expected.value(QStringLiteral("online")).toBool() ? Presence::Online : Presence::Offline) ? support::Right : support::Wrong, topicOf(line));
        if (expected.contains(QStringLiteral("rssi")))
            tally.count("signal", road.record.numbers(address, QStringLiteral("Wifi.RSSI")) == QList<double>({expected.value(QStringLiteral("rssi")).toDouble()}) ? support::Right : support::Wrong, topicOf(line));
    }
    QVERIFY(tally.report() == 0);
}

void CorpusMqtt::gatewaysTellOfBluetoothDevices()
{
    support::Tally tally(QStringLiteral("openmqttgateway"));
    for (const QJsonObject &line : support::corpusLines("mqtt/openmqttgateway.jsonl")) {
        Road road;
        road.message(topicOf(line), line.value(QStringLiteral("payload")).toString().toUtf8());
        const QJsonObject expected = line.value(QStringLiteral("expect")).toObject();
        if (expected.contains(QStringLiteral("online"))) {
            const Device gateway = road.record.device(QStringLiteral("omg:home/OpenMQTTGateway"));
            tally.count("presence", gateway.presence == (expected.value(QStringLiteral("online")).toBool() ? Presence::Online : Presence::Offline) ? support::Right : support::Wrong, topicOf(line));
        }
        const QJsonObject wanted = expected.value(QStringLiteral("device")).toObject();
        if (wanted.isEmpty())
            continue;
        const QString address = QStringLiteral("ble:") + wanted.value(QStringLiteral("id")).toString();
        const Device device = road.record.device(address);
        const bool right = device.manufacturer == wanted.value(QStringLiteral("manufacturer")).toString() && device.model == wanted.value(QStringLiteral("model")).toString();
        tally.count("device", right ? support::Right : support::Wrong, address.toUtf8());
        const QJsonObject values = expected.value(QStringLiteral("numeric_values")).toObject();
        for (auto it = values.begin(); it != values.end(); ++it)
            tally.count("value", road.record.numbers(address, it.key()) == QList<double>({it->toDouble()}) ? support::Right : support::Wrong, address.toUtf8() + ' ' + it.key().toUtf8());
    }
    QVERIFY(tally.report() == 0);
}

// Statuses with each of their values; what a device answers names it and its parts; questions of others are no device.
void CorpusMqtt::shelliesAreReadAndNamed()
{
    support::Tally tally(QStringLiteral("shelly"));
    for (const QJsonObject &line : support::corpusLines("mqtt/shelly-gen2.jsonl")) {
        Road road;
        const QByteArray payload = line.value(QStringLiteral("payload")).toString().toUtf8();
        road.message(topicOf(line), payload);
        const QJsonObject expected = line.value(QStringLiteral("expect")).toObject();
        const auto judge = [&](const char *kind, bool right, const QString &what = {}) { tally.count(kind, right ? support::Right : support::Wrong, topicOf(line) + ' ' + what.toUtf8()); };
        const QString prefix = expected.value(QStringLiteral("topic_prefix")).toString(QString::fromUtf8(topicOf(line)).section(QLatin1Char('/'), 0, 0));
        const Device device = road.record.device(QStringLiteral("shelly:") + prefix);
        if (expected.contains(QStringLiteral("rpc_request")))
            judge("question", road.record.addresses().isEmpty() && road.count(Count::Malformed) == 0);
        if (expected.contains(QStringLiteral("online")))
            judge("presence", device.presence == (expected.value(QStringLiteral("online")).toBool() ? Presence::Online : Presence::Offline));
        const QString component = expected.value(QStringLiteral("component")).toString();
        const QJsonObject values = expected.value(QStringLiteral("values")).toObject();
        for (auto it = values.begin(); it != values.end(); ++it)
            judge("value", valueIs(road, device, component + QLatin1Char('.') + it.key(), *it), component + QLatin1Char('.') + it.key());
        if (!expected.contains(QStringLiteral("rpc_response_from")))
            continue;
        const QJsonArray components = expected.value(QStringLiteral("components")).toArray();
        const bool named = !expected.value(QStringLiteral("topic_prefix")).isString() || (device.id.isValid() && device.addresses.contains(QStringLiteral("mac:AA:BB:CC:DD:EE:FF")));
        judge("answer", named && road.record.addresses().filter(QStringLiteral("mqtt:")).isEmpty());
        for (const QJsonValue &part : components) {
            const bool commandable = part.toString().startsWith(QLatin1String("switch:")) || part.toString().startsWith(QLatin1String("light:"));
            judge("component", !commandable || road.router.entities().command(device.id, part.toString()));
        }
        const QJsonObject names = expected.value(QStringLiteral("names")).toObject();
        for (auto it = names.begin(); it != names.end(); ++it) {
            const auto has = [&](const auto &list) { return std::any_of(list.begin(), list.end(), [&](const auto &item) { return item.key.startsWith(it.key()) && item.name == it->toString(); }); };
            judge("name", has(device.metrics) || has(device.commands), it.key());
        }
    }
    QVERIFY(tally.report() == 0);
}

// What a Homie property must have become.
bool propertyIsRight(Road &road, const QString &address, const QString &base, const QJsonObject &wanted)
{
    const QString path = wanted.value(QStringLiteral("path")).toString();
    const QString key = QString(path).replace(QLatin1Char('/'), QLatin1Char('.'));
    const QString datatype = wanted.value(QStringLiteral("datatype")).toString();
    const Metric metric = road.record.metric(address, key);
    const bool retained = wanted.value(QStringLiteral("retained")).toBool(true);
    const bool number = datatype == QLatin1String("float") || datatype == QLatin1String("integer");
    const MetricType type = number ? MetricType::Number : !retained ? MetricType::Event : datatype == QLatin1String("boolean") ? MetricType::Boolean : datatype == QLatin1String("enum") ? MetricType::Enumeration : MetricType::Text;
    if (!metric.id.isValid() || metric.type != type || metric.unit != wanted.value(QStringLiteral("unit")).toString())
        return false;
    if (wanted.contains(QStringLiteral("value")) && road.last(address, key).section(QLatin1Char(' '), 0, 0) != wanted.value(QStringLiteral("value")).toString())
        return false;
    const auto *command = road.router.entities().command(road.record.device(address).id, key);
    if (!wanted.value(QStringLiteral("settable")).toBool())
        return command == nullptr;
    const bool limits = !wanted.contains(QStringLiteral("min")) || (command && command->info.minimum == wanted.value(QStringLiteral("min")).toDouble() && command->info.maximum == wanted.value(QStringLiteral("max")).toDouble());
    return command && limits && command->encoding.topic == (base + QLatin1Char('/') + path + QStringLiteral("/set")).toUtf8() && !command->encoding.retain;
}

// Groups are played into one road; each message with an expectation is the last of its group.
void CorpusMqtt::homieDevicesAreWhatTheyDescribe()
{
    support::Tally tally(QStringLiteral("homie"));
    QMap<QString, std::shared_ptr<Road>> groups;
    int number = 0;
    for (const QJsonObject &line : support::corpusLines("mqtt/homie.jsonl")) {
        std::shared_ptr<Road> &road = groups[line.value(QStringLiteral("group_id")).toString(QString::number(++number))];
        if (!road)
            road = std::make_shared<Road>();
        const QByteArray payload = line.value(QStringLiteral("payload")).toString().toUtf8();
        const QJsonObject expected = line.value(QStringLiteral("expect")).toObject();
        const QString topic = line.value(QStringLiteral("topic")).toString();
        const bool five = topic.section(QLatin1Char('/'), 1, 1) == QLatin1String("5");
        const QString base = topic.section(QLatin1Char('/'), 0, five ? 2 : 1);
        const QString address = QStringLiteral("homie:") + base;
        const auto judge = [&](const char *kind, bool right, const QString &what = {}) { tally.count(kind, right ? support::Right : support::Wrong, topicOf(line) + ' ' + what.toUtf8()); };
        if (expected.contains(QStringLiteral("value")) && five) // alone, a value says nothing: somebody has to have described it
            road->message((base + QStringLiteral("/$description")).toUtf8(), R"({"homie":"5.0","version":1,"nodes":{"n":{"properties":{"p":{"datatype":"string"}}}}})");
        road->message(topicOf(line), payload, line.value(QStringLiteral("retain")).toBool());
        const QJsonObject device = expected.value(QStringLiteral("device")).toObject();
        if (!device.isEmpty()) {
            const Device found = road->record.device(address);
            const bool online = device.value(QStringLiteral("state")) == QLatin1String("ready");
            judge("device", found.name == device.value(QStringLiteral("name")).toString() && (found.presence == Presence::Online) == online
                      && found.convention == QStringLiteral("Homie ") + device.value(QStringLiteral("version")).toString().left(1));
        }
        for (const QJsonValue &property : expected.value(QStringLiteral("properties")).toArray())
            judge("property", propertyIsRight(*road, address, base, property.toObject()), property[QStringLiteral("path")].toString());
        if (expected.contains(QStringLiteral("log")))
            judge("log", road->record.texts(address, QStringLiteral("$log.") + expected[QStringLiteral("log")][QStringLiteral("level")].toString()) == QStringList({QString::fromUtf8(payload)}));
        if (expected.contains(QStringLiteral("value")))
            judge("value", road->record.texts(address, topic.section(QLatin1Char('/'), 3).replace(QLatin1Char('/'), QLatin1Char('.'))) == QStringList({expected.value(QStringLiteral("value")).toString()}));
        const QString rule = expected.value(QStringLiteral("rule")).toString();
        if (!rule.isEmpty())
            judge("rule", road->record.device(address).id.isValid() && road->record.metric(address, QStringLiteral("n.p")).id.isValid() == rule.contains(QLatin1String("objects kept")), rule);
    }
    QVERIFY(tally.report() == 0);
}

// One household, descriptions first, as a broker that keeps them tells them.
void CorpusMqtt::espHomeDevicesAreRead()
{
    support::Tally tally(QStringLiteral("esphome"));
    Road road;
    QList<QJsonObject> lines = support::corpusLines("mqtt/esphome.jsonl");
    std::stable_sort(lines.begin(), lines.end(), [](const QJsonObject &a, const QJsonObject &b) {
        const auto describes = [](const QJsonObject &line) { return topicOf(line).startsWith("homeassistant/") || topicOf(line).startsWith("esphome/"); };
        return describes(a) && !describes(b);
    });
    for (const QJsonObject &line : std::as_const(lines)) {
        const QByteArray payload = line.value(QStringLiteral("payload")).toString().toUtf8();
        const QJsonObject expected = line.value(QStringLiteral("expect")).toObject();
        const QString topic = line.value(QStringLiteral("topic")).toString();
        const QString node = topic.section(QLatin1Char('/'), 0, 0);
        const auto judge = [&](const char *kind, bool right, const QString &what = {}) { tally.count(kind, right ? support::Right : support::Wrong, topicOf(line) + ' ' + what.toUtf8()); };
        road.message(topicOf(line), payload, line.value(QStringLiteral("retain")).toBool());
        const QJsonArray entities = expected.value(QStringLiteral("entities")).toArray();
        if (!entities.isEmpty()) {
            const auto parts = behindPrefix(topicOf(line));
            const auto expansion = expandHa(*parts, payload);
            judge("entity", expansion && expansion->entities.size() == 1 && described(expansion->entities.first()) == entities.at(0).toObject());
        }
        const QJsonObject device = expected.value(QStringLiteral("device")).toObject();
        const Device known = road.record.device(QStringLiteral("mqtt:broker/") + (device.isEmpty() ? node : device.value(QStringLiteral("name")).toString()));
        if (!device.isEmpty()) {
            QString mac = device.value(QStringLiteral("mac")).toString().toUpper();
            for (qsizetype i = 10; i > 0; i -= 2)
                mac.insert(i, QLatin1Char(':'));
            judge("device", known.name == device.value(QStringLiteral("friendly_name")).toString() && known.addresses.contains(QStringLiteral("mac:") + mac)
                      && known.firmware.startsWith(device.value(QStringLiteral("sw_version")).toString()));
        }
        if (expected.contains(QStringLiteral("online")))
            judge("presence", known.presence == (expected.value(QStringLiteral("online")).toBool() ? Presence::Online : Presence::Offline));
        const QJsonObject values = expected.value(QStringLiteral("values")).toObject();
        for (auto it = values.begin(); it != values.end(); ++it) {
            const auto metric = std::find_if(known.metrics.begin(), known.metrics.end(), [&](const Metric &m) { return m.name == it.key(); });
            judge("value", metric != known.metrics.end() && valueIs(road, known, metric->key, *it), it.key());
        }
        if (expected.contains(QStringLiteral("object_id")))
            judge("value", valueIs(road, known, expected.value(QStringLiteral("component")).toString() + QLatin1Char('.') + expected.value(QStringLiteral("object_id")).toString(), expected.value(QStringLiteral("value"))));
    }
    QVERIFY(tally.report() == 0);
}

// Conventions whose messages stand alone: who it is, and every value.
void CorpusMqtt::lightsMeshesAndLoRaAreRead()
{
    int wrong = 0;
    for (const char *file : {"wled", "meshtastic", "chirpstack", "ttn-v3"}) {
        support::Tally tally(QString::fromLatin1(file));
        for (const QJsonObject &line : support::corpusLines(("mqtt/" + QByteArray(file) + ".jsonl").constData())) {
            Road road;
            road.message(topicOf(line), line.value(QStringLiteral("payload")).toString().toUtf8());
            const QJsonObject expected = line.value(QStringLiteral("expect")).toObject();
            const QString address = road.record.addresses().value(0);
            const Device known = road.record.device(address);
            const auto judge = [&](const char *kind, bool right, const QString &what = {}) { tally.count(kind, right ? support::Right : support::Wrong, topicOf(line) + ' ' + what.toUtf8()); };
            QJsonObject device = expected.value(QStringLiteral("device")).toObject();
            if (device.isEmpty())
                device = expected.value(QStringLiteral("node")).toObject();
            const auto says = [&](const char *key, const QString &what) { return !device.value(QLatin1String(key)).isString() || device.value(QLatin1String(key)).toString() == what; };
            const auto lives = [&](const QString &at) { return known.addresses.contains(at); };
            if (!device.isEmpty() && expected.value(QStringLiteral("event")) != QLatin1String("down/push"))
                judge("device", says("name", known.name) && says("longname", known.name) && says("profile", known.model) && says("device_id", known.name)
                          && (!device.value(QStringLiteral("dev_eui")).isString() || lives(QStringLiteral("eui:") + device.value(QStringLiteral("dev_eui")).toString().toUpper())));
            if (expected.contains(QStringLiteral("from_id")))
                judge("device", lives(QStringLiteral("meshtastic:") + expected.value(QStringLiteral("from_id")).toString()));
            if (expected.contains(QStringLiteral("gateway")) && !lives(QStringLiteral("meshtastic:") + expected.value(QStringLiteral("gateway")).toString()))
                judge("gateway", known.via == QStringLiteral("meshtastic:") + expected.value(QStringLiteral("gateway")).toString());
            if (expected.contains(QStringLiteral("online")))
                judge("presence", known.presence == (expected.value(QStringLiteral("online")).toBool() ? Presence::Online : Presence::Offline));
            if (expected.value(QStringLiteral("command")).toBool() || expected.value(QStringLiteral("event")) == QLatin1String("down/push") || expected.value(QStringLiteral("event")) == QLatin1String("down/replace"))
                judge("order of others", road.record.addresses().isEmpty() && road.count(Count::Malformed) == 0);
            for (const char *key : {"color", "brightness", "battery", "margin"}) {
                if (expected.contains(QLatin1String(key)))
                    judge("value", valueIs(road, known, QLatin1String(key), expected.value(QLatin1String(key))), QLatin1String(key));
            }
            const bool below = expected.value(QStringLiteral("type")) == QLatin1String("waypoint");
            const QJsonObject values = expected.value(QStringLiteral("values")).toObject();
            for (auto it = values.begin(); it != values.end(); ++it)
                judge("value", valueIs(road, known, below ? QStringLiteral("waypoint.") + it.key() : it.key(), *it), it.key());
            judge("read", road.count(Count::Malformed) == 0 && road.record.addresses().filter(QStringLiteral("mqtt:")).isEmpty());
        }
        wrong += tally.report();
    }
    QVERIFY(wrong == 0);
}

// Whether every scalar of a document is the last value of its metric.
bool leavesAre(Road &road, const Device &device, const QString &key, const QJsonValue &value)
{
    const auto below = [&key](const QString &name) { return key.isEmpty() ? name : key + QLatin1Char('.') + name; };
    bool right = true;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        right = leavesAre(road, device, below(it.key()), *it) && right;
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i)
        right = leavesAre(road, device, below(QString::number(i)), array.at(i)) && right;
    return value.isObject() || value.isArray() ? right : valueIs(road, device, key, value);
}

void CorpusMqtt::shadowsAreRead()
{
    support::Tally tally(QStringLiteral("aws-shadow"));
    for (const QJsonObject &line : support::corpusLines("mqtt/aws-shadow.jsonl")) {
        Road road;
        road.message(topicOf(line), line.value(QStringLiteral("payload")).toString().toUtf8());
        const QJsonObject expected = line.value(QStringLiteral("expect")).toObject();
        const Device thing = road.record.device(QStringLiteral("aws:") + expected.value(QStringLiteral("thing")).toString());
        const QString op = expected.value(QStringLiteral("op")).toString();
        for (const char *part : {"reported", "desired", "delta"}) {
            const QJsonValue values = expected.value(QLatin1String(part));
            if (values.isObject())
                tally.count(part, leavesAre(road, thing, QLatin1String(part) == QLatin1String("reported") ? QString() : QLatin1String(part), values) ? support::Right : support::Wrong, topicOf(line));
        }
        const bool settable = expected.value(QStringLiteral("desired")).toObject().contains(QStringLiteral("color"));
        if (settable)
            tally.count("command", road.router.entities().command(thing.id, QStringLiteral("color")) ? support::Right : support::Wrong, topicOf(line));
        tally.count("read", road.count(Count::Malformed) == 0 ? support::Right : support::Wrong, topicOf(line) + op.toUtf8());
    }
    QVERIFY(tally.report() == 0);
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

namespace {

namespace spb = muster::mqtt::sparkplug;

// The lines of the Sparkplug file, whose numbers may be NaN and infinite: here as texts.
QList<QJsonObject> sparkplugLines()
{
    QList<QJsonObject> lines;
    QFile in(QDir(support::corpusFolder()).filePath(QStringLiteral("mqtt/sparkplug.jsonl")));
    if (!in.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(in.fileName()));
    while (!in.atEnd()) {
        QByteArray line = in.readLine();
        for (const char *word : {"NaN", "-Infinity", "Infinity"})
            line.replace(QByteArray(": ") + word, QByteArray(": \"") + word + '"');
        lines.append(QJsonDocument::fromJson(line).object());
    }
    return lines;
}

bool isNumber(const QJsonValue &wanted, double got, double tolerance)
{
    if (wanted.isString())
        return wanted.toString() == QLatin1String(std::isnan(got) ? "NaN" : got < 0 ? "-Infinity" : "Infinity");
    return wanted.isDouble() && std::abs(wanted.toDouble() - got) <= tolerance * std::abs(got);
}

bool isScalar(spb::DataType type, const spb::Scalar &value, const QJsonValue &wanted)
{
    if (const auto number = spb::signedNumber(type, value))
        return wanted.toInteger(0) == *number && wanted.isDouble();
    if (const auto number = spb::unsignedNumber(type, value))
        return *number > quint64(std::numeric_limits<qint64>::max()) ? wanted.toDouble() == double(*number) : wanted.isDouble() && wanted.toInteger(-1) == qint64(*number);
    if (const auto number = spb::realNumber(value))
        return isNumber(wanted, *number, std::holds_alternative<float>(value) ? 1e-7 : 0);
    if (const auto *flag = std::get_if<bool>(&value))
        return wanted.isBool() && wanted.toBool() == *flag;
    if (const auto *text = std::get_if<spb::Text>(&value))
        return wanted.isString() && wanted.toString().toUtf8() == text->utf8;
    const auto *bytes = std::get_if<spb::Bytes>(&value);
    return bytes ? QByteArray::fromBase64(wanted[QStringLiteral("base64")].toString().toLatin1()) == bytes->data : wanted.isNull() || wanted.isUndefined();
}

spb::DataType typeNamed(const QString &name)
{
    for (quint32 type = 1; type <= quint32(spb::DataType::Last_); ++type) {
        if (spb::nameOf(spb::DataType(type)) == name)
            return spb::DataType(type);
    }
    return spb::DataType::Unknown;
}

bool isDataSet(const spb::DataSet &set, const QJsonValue &wanted)
{
    const QJsonArray columns = wanted[QStringLiteral("columns")].toArray();
    const QJsonArray types = wanted[QStringLiteral("types")].toArray();
    const QJsonArray rows = wanted[QStringLiteral("rows")].toArray();
    bool right = columns.size() == set.columns.size() && types.size() == set.types.size() && rows.size() == qsizetype(set.rows.size()) && spb::dataSetText(set).has_value();
    for (qsizetype i = 0; right && i < columns.size(); ++i)
        right = columns[i].toString().toUtf8() == set.columns[i] && typeNamed(types[i].toString()) == spb::dataType(set.types[i]);
    for (qsizetype row = 0; right && row < rows.size(); ++row) {
        for (qsizetype i = 0; right && i < columns.size(); ++i)
            right = isScalar(spb::dataType(set.types[i]), set.rows[size_t(row)][size_t(i)], rows[row][i]);
    }
    return right;
}

// `known`: the type that the birth gave an alias.
bool isMetric(const spb::Metric &metric, const QJsonObject &wanted, spb::DataType known)
{
    const auto flag = [&wanted](const char *key) { return wanted.value(QLatin1String(key)).toBool(); };
    bool right = QString::fromUtf8(metric.name.value_or(QByteArray())) == wanted.value(QStringLiteral("name")).toString()
        && wanted.value(QStringLiteral("alias")).toInteger(-1) == (metric.alias ? qint64(*metric.alias) : -1)
        && wanted.value(QStringLiteral("timestamp")).toInteger(-1) == (metric.timestamp ? qint64(*metric.timestamp) : -1)
        && typeNamed(wanted.value(QStringLiteral("datatype")).toString()) == spb::dataType(metric.type)
        && metric.isNull == flag("is_null") && metric.isHistorical == flag("is_historical") && metric.isTransient == flag("is_transient");
    const QJsonObject properties = wanted.value(QStringLiteral("properties")).toObject();
    for (auto it = properties.begin(); right && it != properties.end(); ++it) {
        const spb::Property *const property = spb::propertyOf(metric.properties, it.key().toUtf8());
        right = property && isScalar(spb::dataType(property->type), property->value, *it);
    }
    const QJsonValue value = wanted.value(QStringLiteral("value"));
    if (!right || !metric.instance)
        return right && (metric.dataSet ? isDataSet(*metric.dataSet, value) : isScalar(metric.type != 0 ? spb::dataType(metric.type) : known, metric.value, value));
    const QJsonArray members = value[QStringLiteral("metrics")].toArray();
    const QJsonArray parameters = value[QStringLiteral("parameters")].toArray();
    right = members.size() == qsizetype(metric.instance->metrics.size()) && parameters.size() == qsizetype(metric.instance->parameters.size())
        && value[QStringLiteral("is_definition")].toBool() == metric.instance->isDefinition
        && value[QStringLiteral("template_ref")].toString().toUtf8() == metric.instance->reference.value_or(QByteArray());
    for (qsizetype i = 0; right && i < members.size(); ++i)
        right = isMetric(metric.instance->metrics[size_t(i)], members[i].toObject(), spb::DataType::Unknown);
    for (qsizetype i = 0; right && i < parameters.size(); ++i) {
        const spb::Parameter &parameter = metric.instance->parameters[size_t(i)];
        right = parameters[i][QStringLiteral("name")].toString().toUtf8() == parameter.name && typeNamed(parameters[i][QStringLiteral("type")].toString()) == spb::dataType(parameter.type)
            && isScalar(spb::dataType(parameter.type), parameter.value, parameters[i][QStringLiteral("value")]);
    }
    return right;
}

} // namespace

// Every message against what Google's protobuf makes of it; aliases by the births before. Then whether the host makes of the metrics what they are.
void CorpusMqtt::sparkplugPayloadsAreReadRight()
{
    support::Tally tally(QStringLiteral("sparkplug"));
    QHash<quint64, spb::DataType> types;
    const auto host = spb::host({});
    for (const QJsonObject &line : sparkplugLines()) {
        const QByteArray topic = topicOf(line);
        const QJsonObject expected = line.value(QStringLiteral("expect")).toObject();
        const auto judge = [&](const char *kind, bool right) { tally.count(kind, right ? support::Right : support::Wrong, topic + ' ' + brief(expected)); };
        const QByteArray bytes = line.contains(QLatin1String("payload")) ? line.value(QStringLiteral("payload")).toString().toUtf8() : QByteArray::fromBase64(line.value(QStringLiteral("payload_b64")).toString().toLatin1());
        const Digest digest = host->hear({topic, bytes, line.value(QStringLiteral("retain")).toBool(), nowMicros()});
        if (expected.contains(QLatin1String("host_online"))) {
            judge("state", digest.sightings.size() == 1 && (digest.sightings[0].presence == Presence::Online) == expected.value(QStringLiteral("host_online")).toBool());
            continue;
        }
        if (expected.contains(QLatin1String("malformed_or_empty")) || expected.contains(QLatin1String("malformed"))) {
            judge("malformed", digest.verdict == Digest::Verdict::Malformed);
            continue;
        }
        const auto payload = spb::readPayload(bytes);
        const QJsonArray metrics = expected.value(QStringLiteral("metrics")).toArray();
        if (!payload || qsizetype(payload->metrics.size()) != metrics.size()) {
            judge("payload", false);
            continue;
        }
        judge("payload", expected.value(QStringLiteral("timestamp")).toInteger(-1) == (payload->timestamp ? qint64(*payload->timestamp) : -1)
                  && expected.value(QStringLiteral("seq")).toInteger(-1) == (payload->sequence ? qint64(*payload->sequence) : -1));
        for (qsizetype i = 0; i < metrics.size(); ++i) {
            const spb::Metric &metric = payload->metrics[size_t(i)];
            if (metric.alias && metric.type != 0)
                types.insert(*metric.alias, spb::dataType(metric.type));
            // an alias of no birth has no type: 99 is one of them, and a double on the wire
            const auto known = types.value(metric.alias.value_or(0), spb::DataType::Double);
            judge("metric", isMetric(metric, metrics[i].toObject(), known));
        }
    }
    QVERIFY(tally.report() == 0);
}

// Recorded messages through mosquitto and its own publisher, into a backend as the program has it: devices with metrics and commands come out, and a
// command of one arrives at mosquitto's own subscriber.
void CorpusMqtt::devicesAppearOverARealBroker()
{
    const test::Broker::Options options;
    if (const QString why = test::Broker::missing(options); !why.isEmpty())
        QSKIP(qPrintable(why));
    test::Broker broker;
    QVERIFY2(broker.start(options), broker.log().constData());
    const QStringList server {QStringLiteral("-h"), QStringLiteral("127.0.0.1"), QStringLiteral("-p"), QString::number(broker.port())};
    const auto publish = [&](const QByteArray &topic, const QByteArray &payload, bool retain) {
        QProcess process;
        process.start(QStringLiteral("mosquitto_pub"), server + QStringList {QStringLiteral("-t"), QString::fromUtf8(topic), QStringLiteral("-s")} + (retain ? QStringList {QStringLiteral("-r")} : QStringList()));
        process.write(payload);
        process.closeWriteChannel();
        return process.waitForFinished() && process.exitCode() == 0;
    };
    QStringList wanted;
    int number = 0;
    for (const QJsonObject &line : support::corpusLines("mqtt/zigbee2mqtt-exposes.jsonl")) {
        if (++number > 20)
            break;
        const QByteArray base = "house" + QByteArray::number(number);
        QVERIFY(publish(base + "/bridge/devices", line.value(QStringLiteral("payload")).toString().toUtf8(), true));
        wanted.append(QStringLiteral("ieee:") + line[QStringLiteral("expect")][QStringLiteral("devices")][0][QStringLiteral("ieee_address")].toString());
    }
    for (const QJsonObject &line : support::corpusLines("mqtt/ha-discovery.jsonl").mid(0, 20))
        QVERIFY(publish(topicOf(line), line.value(QStringLiteral("payload")).toString().toUtf8(), true));
    Ingest ingest;
    IngestRecord record(ingest);
    MqttBackend backend(Connection {ConnectionId {1}, QStringLiteral("real"), QUrl(QStringLiteral("mqtt://127.0.0.1:%1").arg(broker.port())), true}, {}, ingest);
    backend.start();
    for (const QString &address : std::as_const(wanted)) {
        QTRY_VERIFY(record.device(address).id.isValid());
        QVERIFY(!record.device(address).metrics.isEmpty() || !record.device(address).commands.isEmpty());
    }
    for (const QJsonObject &line : support::corpusLines("mqtt/openmqttgateway.jsonl").mid(0, 20))
        QVERIFY(publish(topicOf(line), line.value(QStringLiteral("payload")).toString().toUtf8(), false));
    QTRY_VERIFY(record.addresses().filter(QStringLiteral("ble:")).size() >= 10);
    // a command of a discovered device, and what mosquitto_sub hears
    Device device;
    CommandInfo command;
    for (const QString &address : std::as_const(wanted)) {
        for (const CommandInfo &info : record.device(address).commands) {
            if (info.argument == ArgumentType::Boolean) {
                device = record.device(address);
                command = info;
            }
        }
    }
    QVERIFY(device.id.isValid());
    QProcess listener;
    listener.start(QStringLiteral("mosquitto_sub"), server + QStringList {QStringLiteral("-t"), QStringLiteral("+/+/set"), QStringLiteral("-C"), QStringLiteral("1"), QStringLiteral("-W"), QStringLiteral("20")});
    QVERIFY(listener.waitForStarted());
    QSignalSpy finished(&backend, &Backend::commandFinished);
    Command order;
    order.id = {1};
    order.device = device.id;
    order.key = command.key;
    order.argument = true;
    // mosquitto_sub does not tell when it listens, so the order is repeated until it is heard
    for (int i = 0; i < 100 && listener.state() != QProcess::NotRunning; ++i) {
        backend.send(order);
        QTest::qWait(100);
    }
    if (!finished.isEmpty() && !finished[0][1].value<Result<void>>())
        qInfo("%s %s", qPrintable(device.name), qPrintable(finished[0][1].value<Result<void>>().error().text));
    const QJsonObject heard = QJsonDocument::fromJson(listener.readAllStandardOutput()).object();
    QVERIFY(heard.contains(command.key.section(QLatin1Char('.'), 0, 0)));
    backend.stop();
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
