#include "backends/mqtt/conventions/zigbee2mqtt.h"

#include "backends/mqtt/conventions/report.h"
#include "backends/mqtt/conventions/scalars.h"
#include "backends/mqtt/conventions/template/program.h"
#include "backends/mqtt/conventions/topics.h"
#include "backends/mqtt/conventions/valuepath.h"
#include "backends/mqtt/conventions/words.h"
#include "backends/mqtt/conventions/zigbee2mqttgroups.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace muster::mqtt {

namespace {

QByteArray jsonString(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray {text}).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

// Availability and the bridge's state are {"state":"online"}, in old versions the plain word. A template reads both.
Place stateWord()
{
    return {Place::Kind::Template, QByteArrayLiteral("{{ value_json.state if value_json is mapping else value }}"), {}, false};
}

class Zigbee2Mqtt : public Convention
{
public:
    [[nodiscard]] QByteArray name() const override { return QByteArrayLiteral("zigbee2mqtt"); }
    [[nodiscard]] bool reports() const override { return false; }
    [[nodiscard]] bool claims(QByteArrayView topic) const override
    {
        const qsizetype at = topic.indexOf("/bridge/");
        if (at <= 0)
            return false;
        const QByteArrayView what = topic.sliced(at + 8);
        static constexpr const char *known[] = {"devices", "groups", "info", "state", "definitions", "extensions", "converters", "health", "event", "logging", "log", "config"};
        return what.startsWith("response/") || what.startsWith("request/") || std::any_of(std::begin(known), std::end(known), [&](const char *word) { return what == word; });
    }
    [[nodiscard]] Digest digest(QByteArrayView topic, QByteArrayView payload) override;

private:
    void addDevice(Digest &digest, const QByteArray &base, const QJsonObject &device);
    void addGroup(Digest &digest, const QByteArray &base, const QJsonObject &group);
    void addBridge(Digest &digest, const QByteArray &base);
    void withdrawMissing(Digest &digest, const QByteArray &prefix, const QSet<QByteArray> &seen);

    Announced m_announced;
    ZigbeeGroups m_groups;
    QHash<QByteArray, QSet<QByteArray>> m_origins; ///< by base and kind: what the last list had
};

void addAvailability(Announcement &announcement, const QByteArray &topic)
{
    announcement.availability.mode = Availability::Mode::Latest;
    announcement.availability.topics = {{topic + "/availability", stateWord(), "online", "offline"}};
    announcement.topics = {topic, topic + "/availability", topic + "/set", topic + "/set/#", topic + "/get", topic + "/get/#"};
}

void Zigbee2Mqtt::addBridge(Digest &digest, const QByteArray &base)
{
    Announcement made = announcementFor("zigbee2mqtt/" + base + "/bridge", QStringLiteral("Zigbee2MQTT"), {QStringLiteral("zigbee2mqtt:") + QString::fromUtf8(base)});
    made.device.name = Words::tr("Zigbee2MQTT bridge");
    made.device.manufacturer = QStringLiteral("Zigbee2MQTT");
    made.availability.topics = {{base + "/bridge/state", stateWord(), "online", "offline"}};
    const QByteArray request = base + "/bridge/request/";
    CommandInfo permit;
    permit.key = QStringLiteral("permit_join");
    permit.name = Words::tr("Let devices join (seconds)");
    permit.argument = ArgumentType::Number;
    permit.maximum = 254;
    permit.unit = QStringLiteral("s");
    addCommand(made, permit, request + "permit_join", CommandEncoding::Form::Json, "{\"time\":", "}");
    CommandInfo restart;
    restart.key = QStringLiteral("restart");
    restart.name = Words::tr("Restart");
    restart.dangerous = true;
    addCommand(made, restart, request + "restart", CommandEncoding::Form::Fixed, "{}");
    m_announced.put(digest, made);
}

void Zigbee2Mqtt::addDevice(Digest &digest, const QByteArray &base, const QJsonObject &device)
{
    const QString ieee = device.value(QStringLiteral("ieee_address")).toString();
    const QString friendly = device.value(QStringLiteral("friendly_name")).toString();
    const QByteArray topic = base + '/' + friendly.toUtf8();
    if (ieee.isEmpty() || friendly.isEmpty() || !isTopic(topic))
        return;
    Announcement made = announcementFor("zigbee2mqtt/" + base + '/' + ieee.toUtf8(), QStringLiteral("Zigbee2MQTT"), {QStringLiteral("ieee:") + ieee.toLower()});
    const QJsonObject definition = device.value(QStringLiteral("definition")).toObject();
    made.device.name = friendly;
    made.device.manufacturer = definition.value(QStringLiteral("vendor")).toString();
    made.device.model = definition.value(QStringLiteral("model")).toString();
    made.device.firmware = device.value(QStringLiteral("software_build_id")).toString();
    made.device.via = QStringLiteral("zigbee2mqtt:") + QString::fromUtf8(base);
    if (device.value(QStringLiteral("type")) == QLatin1String("Coordinator")) {
        made.device.via.clear();
    } else {
        addAvailability(made, topic);
        addExposes(made, definition.value(QStringLiteral("exposes")).toArray(), topic);
    }
    m_announced.put(digest, made);
}

void Zigbee2Mqtt::addGroup(Digest &digest, const QByteArray &base, const QJsonObject &group)
{
    const QString friendly = group.value(QStringLiteral("friendly_name")).toString();
    const QByteArray id = QByteArray::number(group.value(QStringLiteral("id")).toInt());
    const QByteArray topic = base + '/' + friendly.toUtf8();
    if (friendly.isEmpty() || !isTopic(topic))
        return;
    Announcement made = announcementFor("zigbee2mqtt/" + base + "/group/" + id, QStringLiteral("Zigbee2MQTT"),
                                        {QStringLiteral("zigbee2mqtt:%1/group/%2").arg(QString::fromUtf8(base), QString::fromLatin1(id))});
    made.device.name = friendly;
    made.device.model = Words::tr("Group of %n device(s)", nullptr, int(group.value(QStringLiteral("members")).toArray().size()));
    made.device.via = QStringLiteral("zigbee2mqtt:") + QString::fromUtf8(base);
    addAvailability(made, topic);
    const QJsonObject state {{QStringLiteral("type"), QStringLiteral("binary")}, {QStringLiteral("property"), QStringLiteral("state")}, {QStringLiteral("access"), 7},
                             {QStringLiteral("name"), QStringLiteral("state")}, {QStringLiteral("value_on"), QStringLiteral("ON")}, {QStringLiteral("value_off"), QStringLiteral("OFF")}};
    addExposes(made, m_groups.exposes(base, group).value_or(QJsonArray {state}), topic);
    m_announced.put(digest, made);
}

void Zigbee2Mqtt::withdrawMissing(Digest &digest, const QByteArray &prefix, const QSet<QByteArray> &seen)
{
    QSet<QByteArray> &before = m_origins[prefix];
    for (const QByteArray &origin : std::as_const(before)) {
        if (!seen.contains(origin)) {
            digest.withdrawn.append(origin);
            m_announced.forget(origin);
        }
    }
    before = seen;
}

Digest Zigbee2Mqtt::digest(QByteArrayView topic, QByteArrayView payload)
{
    const qsizetype at = topic.indexOf("/bridge/");
    const QByteArray base = topic.first(at).toByteArray();
    const QByteArrayView what = topic.sliced(at + 8);
    const bool devices = what == "devices";
    if (!devices && what != "groups")
        return ignored();
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromRawData(payload.data(), payload.size()));
    if (!document.isArray())
        return payload.isEmpty() ? ignored() : malformed(Words::tr("no list of devices"));
    Digest digest;
    addBridge(digest, base);
    const QJsonArray list = document.array();
    digest.beyond += (devices ? m_groups.setDevices(base, list) : m_groups.setGroups(base, list)) ? 0 : 1;
    QSet<QByteArray> seen;
    for (const QJsonValue &value : list) {
        const QJsonObject object = value.toObject();
        if (devices) {
            seen.insert("zigbee2mqtt/" + base + '/' + object.value(QStringLiteral("ieee_address")).toString().toUtf8());
            addDevice(digest, base, object);
        } else {
            seen.insert("zigbee2mqtt/" + base + "/group/" + QByteArray::number(object.value(QStringLiteral("id")).toInt()));
            addGroup(digest, base, object);
        }
    }
    withdrawMissing(digest, base + (devices ? "/devices" : "/groups"), seen);
    const QJsonArray groups = devices ? m_groups.groups(base) : QJsonArray();
    for (const QJsonValue &group : groups) // what their members can do may have changed
        addGroup(digest, base, group.toObject());
    return digest;
}

// ---- exposes ------------------------------------------------------------------------------------------------------------------------

constexpr int maxDepth = 8;
constexpr qsizetype maxMetrics = 1'000;

QByteArrayList bytesOf(const QJsonArray &values)
{
    QByteArrayList list;
    for (const QJsonValue &value : values)
        list.append(pythonForm(value));
    return list;
}

QStringList textsOf(const QJsonArray &values)
{
    QStringList list;
    const QByteArrayList words = bytesOf(values);
    for (const QByteArray &word : words)
        list.append(QString::fromUtf8(word));
    return list;
}

// One exposed value and the place of it: the members from the state's root to it.
struct Exposed
{
    QJsonObject object {};
    QStringList path {};

    [[nodiscard]] QString text(const char *key) const { return object.value(QLatin1String(key)).toString(); }
    [[nodiscard]] QString key() const { return path.join(QLatin1Char('.')); }
    [[nodiscard]] QString label() const { return text("label").isEmpty() ? text("name") : text("label"); }
};

MetricType typeOf(const QString &type)
{
    return type == QLatin1String("numeric") ? MetricType::Number
        : type == QLatin1String("binary")   ? MetricType::Boolean
        : type == QLatin1String("enum")     ? MetricType::Enumeration
                                            : MetricType::Text;
}

void addMetric(Announcement &announcement, const Exposed &exposed, const QByteArray &topic)
{
    const QString type = exposed.text("type");
    Metric metric;
    metric.key = exposed.key();
    metric.name = exposed.label();
    metric.type = typeOf(type);
    metric.unit = exposed.text("unit");
    metric.diagnostic = exposed.object.contains(QLatin1String("category"));
    if (metric.key == QLatin1String("battery"))
        metric.role = Role::Battery;
    else if (metric.key == QLatin1String("linkquality"))
        metric.role = Role::Signal;
    Binding binding;
    binding.topic = topic;
    binding.metric = metric.key;
    std::string path;
    for (const QString &name : exposed.path)
        appendMember(path, name.toUtf8().toStdString());
    binding.place = {Place::Kind::Json, QByteArray::fromStdString(path), {}, false};
    binding.decoding = metric.type == MetricType::Number ? Decoding::Number
        : metric.type == MetricType::Boolean             ? Decoding::Boolean
        : metric.type == MetricType::Enumeration         ? Decoding::Enumeration
                                                         : Decoding::Text;
    binding.on = pythonForm(exposed.object.value(QStringLiteral("value_on")));
    binding.off = pythonForm(exposed.object.value(QStringLiteral("value_off")));
    if (metric.type == MetricType::Enumeration) {
        metric.options = textsOf(exposed.object.value(QStringLiteral("values")).toArray());
        binding.options = bytesOf(exposed.object.value(QStringLiteral("values")).toArray());
    }
    if (metric.key == QLatin1String("action")) { // what a button or a remote says, not what it is
        metric.type = MetricType::Event;
        binding.decoding = Decoding::Event;
        binding.options.clear();
        metric.options.clear();
    }
    if (type == QLatin1String("list")) { // written as JSON by a template: there is no scalar at its place
        binding.place = {Place::Kind::Template, "{{ value_json" + QByteArray("['") + exposed.path.join(QStringLiteral("']['")).toUtf8() + "'] | is_defined | to_json }}", {}, false};
        if (!TemplateProgram::compile(QString::fromUtf8(binding.place.path)))
            return;
    }
    announcement.device.metrics.append(metric);
    announcement.bindings.append(binding);
}

QByteArray jsonScalar(const QJsonValue &value)
{
    const QByteArray array = QJsonDocument(QJsonArray {value}).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

void addSetter(Announcement &announcement, const Exposed &exposed, const QByteArray &topic, bool readable)
{
    CommandInfo info;
    info.key = exposed.key();
    info.name = exposed.label();
    info.unit = exposed.text("unit");
    const MetricType type = typeOf(exposed.text("type"));
    QByteArray before("{");
    QByteArray after("}");
    for (qsizetype i = 0; i < exposed.path.size(); ++i) {
        before += (i > 0 ? "{" : "") + jsonString(exposed.path[i]) + ':';
        after += i > 0 ? "}" : "";
    }
    CommandEncoding::Form form = CommandEncoding::Form::Json;
    if (type == MetricType::Number) {
        info.argument = ArgumentType::Number;
        const QJsonObject &object = exposed.object;
        info.minimum = object.value(QStringLiteral("value_min")).toDouble(-1e9);
        info.maximum = std::max(info.minimum, object.value(QStringLiteral("value_max")).toDouble(1e9));
        const double step = object.value(QStringLiteral("value_step")).toDouble(0);
        info.step = step > 0 ? step : 1;
    } else if (type == MetricType::Boolean) {
        info.argument = ArgumentType::Boolean;
        form = CommandEncoding::Form::OnOff;
        const QByteArray open = before;
        before = open + jsonScalar(exposed.object.value(QStringLiteral("value_on"))) + after;
        after = open + jsonScalar(exposed.object.value(QStringLiteral("value_off"))) + after;
    } else if (type == MetricType::Enumeration) {
        info.argument = ArgumentType::Enumeration;
        info.options = textsOf(exposed.object.value(QStringLiteral("values")).toArray());
    } else {
        info.argument = ArgumentType::Text;
        if (exposed.text("type") == QLatin1String("list"))
            form = CommandEncoding::Form::Value; // written as JSON by the person
    }
    info.metric = readable ? info.key : QString();
    info.dangerous = info.key == QLatin1String("factory_reset") || info.key == QLatin1String("reset");
    addCommand(announcement, info, topic + "/set", form, before, after);
}

void addExposed(Announcement &announcement, const QJsonObject &object, const QStringList &before, const QByteArray &topic, int depth);

void addFeatures(Announcement &announcement, const QJsonArray &features, const QStringList &before, const QByteArray &topic, int depth)
{
    for (const QJsonValue &feature : features)
        addExposed(announcement, feature.toObject(), before, topic, depth);
}

void addExposed(Announcement &announcement, const QJsonObject &object, const QStringList &before, const QByteArray &topic, int depth)
{
    if (depth > maxDepth || announcement.device.metrics.size() + announcement.device.commands.size() > maxMetrics)
        return;
    const QString property = object.value(QStringLiteral("property")).toString();
    const QStringList path = property.isEmpty() ? before : before + QStringList {property};
    const QString type = object.value(QStringLiteral("type")).toString();
    if (object.contains(QLatin1String("features"))) {
        // Lights, switches and the like only group what they do; a composite is a member of its own.
        addFeatures(announcement, object.value(QStringLiteral("features")).toArray(), type == QLatin1String("composite") ? path : before, topic, depth + 1);
        return;
    }
    const Exposed exposed {object, path};
    if (path.isEmpty() || exposed.key().size() > 200)
        return;
    const auto has = [](const auto &list, const QString &key) { return std::any_of(list.begin(), list.end(), [&](const auto &item) { return item.key == key; }); };
    const int access = object.value(QStringLiteral("access")).toInt();
    const bool readable = (access & 1) != 0;
    if (readable && !has(announcement.device.metrics, exposed.key()))
        addMetric(announcement, exposed, topic);
    if ((access & 2) != 0 && !has(announcement.device.commands, exposed.key()))
        addSetter(announcement, exposed, topic, readable);
}

} // namespace

void addExposes(Announcement &announcement, const QJsonArray &exposes, const QByteArray &topic)
{
    addFeatures(announcement, exposes, {}, topic, 0);
}

std::unique_ptr<Convention> zigbee2mqtt()
{
    return std::make_unique<Zigbee2Mqtt>();
}

} // namespace muster::mqtt
