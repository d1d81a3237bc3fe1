#include "backends/mqtt/conventions/shelly.h"

#include "backends/mqtt/conventions/report.h"
#include "backends/mqtt/conventions/topics.h"
#include "backends/mqtt/conventions/words.h"

#include <QJsonArray>
#include <QMap>
#include <QRegularExpression>

namespace muster::mqtt {

namespace {

constexpr qsizetype maxUnits = 20'000;
constexpr qsizetype maxComponents = 256;
constexpr qsizetype maxEvents = 64;

QString text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

// What the components measure in, by the ends of the values' names ("em:0.a_act_power"). Longer ends first.
QString unitOf(const QString &key)
{
    struct Unit
    {
        const char *end;
        const char *unit;
    };
    static constexpr Unit units[] = {{"aenergy.total", "Wh"}, {"act_energy", "Wh"}, {"act_ret_energy", "Wh"}, {"total_act", "Wh"}, {"total_act_ret", "Wh"}, {"aprt_power", "VA"}, {"apower", "W"},
                                     {"act_power", "W"}, {"voltage", "V"}, {"current", "A"}, {"freq", "Hz"}, {"tC", "°C"}, {"tF", "°F"}, {".rh", "%"}, {".lux", "lx"}, {"percent", "%"},
                                     {"battery.V", "V"}, {".rssi", "dBm"}, {".uptime", "s"}, {".ram_size", "B"}, {".ram_free", "B"}, {".fs_size", "B"}, {".fs_free", "B"}, {"_pos", "%"},
                                     {".brightness", "%"}, {".ct", "K"}, {"target_C", "°C"}, {"current_C", "°C"}, {".battery", "%"}};
    const auto it = std::find_if(std::begin(units), std::end(units), [&key](const Unit &unit) { return key.endsWith(QLatin1String(unit.end)); });
    return it == std::end(units) ? QString() : QString::fromUtf8(it->unit);
}

// Components with a number ("switch:0") may be of any name; those without one are the device's own parts.
bool isNumbered(QByteArrayView component)
{
    const qsizetype colon = component.indexOf(':');
    const auto isWord = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    return colon > 0 && component.size() - colon > 1 && component.size() < 40 && std::all_of(component.begin(), component.begin() + colon, isWord)
        && std::all_of(component.begin() + colon + 1, component.end(), isDigit);
}

bool isOwnPart(QByteArrayView component)
{
    static const QByteArrayList parts {"sys", "wifi", "eth", "mqtt", "cloud", "ble", "ws", "modbus", "bthome", "matter", "knx", "ui", "plugs_ui", "powerstrip_ui", "script", "zigbee"};
    return parts.contains(component.toByteArray());
}

bool isShellyName(const QByteArray &prefix)
{
    return prefix.sliced(prefix.lastIndexOf('/') + 1).toLower().startsWith("shelly");
}

// "shellyplus1pm-b0b21c10a478": what it is, and its hardware address.
bool isDeviceId(const QString &id)
{
    static const QRegularExpression shape(QStringLiteral("\\A[A-Za-z0-9]{2,40}-[0-9A-Fa-f]{12}\\z"));
    return shape.match(id).hasMatch();
}

struct Parts
{
    enum class What : quint8 { Status, Events, Rpc, Online };
    QByteArray prefix {};
    What what = What::Status;
    QByteArray component {};
};

std::optional<Parts> partsOf(QByteArrayView topic)
{
    const qsizetype last = topic.lastIndexOf('/');
    if (last <= 0 || topic.size() > 300)
        return std::nullopt;
    const QByteArrayView before = topic.first(last);
    const QByteArrayView word = topic.sliced(last + 1);
    if (before.endsWith("/status") && before.size() > 7 && (isNumbered(word) || isOwnPart(word)))
        return Parts {before.chopped(7).toByteArray(), Parts::What::Status, word.toByteArray()};
    if (before.endsWith("/events") && before.size() > 7 && word == "rpc")
        return Parts {before.chopped(7).toByteArray(), Parts::What::Events, {}};
    if (word == "rpc")
        return Parts {before.toByteArray(), Parts::What::Rpc, {}};
    if (word == "online" && isShellyName(before.toByteArray()))
        return Parts {before.toByteArray(), Parts::What::Online, {}};
    return std::nullopt;
}

// A device as far as it is known.
struct Unit
{
    QByteArray prefix {};
    QString mac {};
    QString name {};
    QString model {};
    QString firmware {};
    QMap<QString, QString> components {}; ///< "switch:0" → the name a person gave it
    bool isNews = true;                   ///< to be announced

    void note(QString &field, const QString &text)
    {
        if (text.isEmpty() || field == text)
            return;
        field = text;
        isNews = true;
    }
    void noteId(const QString &text)
    {
        if (!isDeviceId(text))
            return;
        noteMac(text.section(QLatin1Char('-'), -1));
        if (model.isEmpty())
            note(model, text.section(QLatin1Char('-'), 0, 0));
    }
    void noteMac(const QString &text) { note(mac, hardwareAddress(text)); }
    void noteComponent(const QString &component, const QString &label = {})
    {
        if (const auto it = components.find(component); it != components.end())
            return note(*it, label);
        if (components.size() >= maxComponents)
            return;
        components.insert(component, label);
        isNews = true;
    }
};

class Shelly : public Convention
{
public:
    [[nodiscard]] QByteArray name() const override { return QByteArrayLiteral("shelly"); }
    [[nodiscard]] QByteArrayList filters() const override { return {m_own + "/rpc"}; }
    [[nodiscard]] bool claims(QByteArrayView topic) const override { return partsOf(topic).has_value(); }
    [[nodiscard]] Digest digest(QByteArrayView topic, QByteArrayView payload) override;

private:
    Unit &unit(const QByteArray &prefix);
    Digest status(const Parts &parts, const QJsonObject &message);
    Digest event(const Parts &parts, const QJsonObject &message);
    Digest call(const Parts &parts, const QJsonObject &message);
    void takeResult(Digest &digest, const QByteArray &prefix, const QJsonObject &message);
    void announce(Digest &digest, Unit &unit);
    void addCommands(Announcement &made, const Unit &unit) const;
    [[nodiscard]] QByteArray request(const char *method, const QByteArray &params) const;

    QByteArray m_own = ownName();
    QHash<QByteArray, Unit> m_units;
    QHash<QString, QByteArray> m_prefixes; ///< by device id, for answers
};

QByteArray originOf(const QByteArray &prefix)
{
    return "shelly/" + prefix;
}

Unit &Shelly::unit(const QByteArray &prefix)
{
    if (m_units.size() >= maxUnits || m_prefixes.size() >= maxUnits) {
        m_units.clear();
        m_prefixes.clear();
    }
    Unit &unit = m_units[prefix];
    if (unit.prefix.isEmpty()) {
        unit.prefix = prefix;
        unit.noteId(QString::fromUtf8(prefix.sliced(prefix.lastIndexOf('/') + 1)));
    }
    return unit;
}

// ---- values -------------------------------------------------------------------------------------------------------------------

// Scalars of a component's status. Its number is in its name; "by_minute" repeats what was told; a list of words is one text.
void addStatus(Report &report, const QString &key, const QJsonObject &status, int depth = 0)
{
    for (auto it = status.begin(); it != status.end() && depth < 6; ++it) {
        const QString name = key + QLatin1Char('.') + it.key();
        if (it->isObject())
            addStatus(report, name, it->toObject(), depth + 1);
        else if (it->isArray() && it->toArray().at(0).isString())
            report.text(name, it->toVariant().toStringList().join(QStringLiteral(", ")));
        else if (!it->isArray() && it.key() != QLatin1String("id") && it.key() != QLatin1String("mac") && !it.key().contains(QLatin1String("unixtime")))
            report.scalar(name, *it, it->isDouble() ? unitOf(name) : QString());
    }
}

// The statuses in a message, by component.
void addStatuses(Digest &digest, Unit &unit, const QJsonObject &statuses, Micros time)
{
    Report report(digest, originOf(unit.prefix), time);
    for (auto it = statuses.begin(); it != statuses.end(); ++it) {
        const QByteArray component = it.key().toUtf8();
        if (!it->isObject() || !(isNumbered(component) || isOwnPart(component)))
            continue;
        const QJsonObject status = it->toObject();
        unit.noteMac(text(status, "mac"));
        unit.noteComponent(it.key());
        report.setDiagnostic(isOwnPart(component));
        addStatus(report, it.key(), status);
    }
}

// Seconds since 1970; a device that does not know the time sends how long it runs, or nothing.
Micros timeOf(const QJsonValue &seconds)
{
    const double value = seconds.toDouble();
    return value > 1e9 && value < 1e11 ? Micros(value * 1e6) : 0;
}

Digest Shelly::status(const Parts &parts, const QJsonObject &message)
{
    const bool known = m_units.contains(parts.prefix) || isShellyName(parts.prefix);
    const bool numbered = isNumbered(parts.component);
    const int number = parts.component.sliced(parts.component.indexOf(':') + 1).toInt();
    if (numbered ? message.value(QStringLiteral("id")).toInt(-1) != number : !known)
        return notMine();
    Digest digest;
    Unit &device = unit(parts.prefix);
    Digest values;
    addStatuses(values, device, {{QString::fromUtf8(parts.component), message}}, 0);
    announce(digest, device);
    digest.readings = values.readings;
    return digest;
}

Digest Shelly::event(const Parts &parts, const QJsonObject &message)
{
    const QString method = text(message, "method");
    const QJsonObject params = message.value(QStringLiteral("params")).toObject();
    if (!method.startsWith(QLatin1String("Notify")) || params.isEmpty())
        return notMine();
    Digest values;
    Unit &device = unit(parts.prefix);
    const QString source = text(message, "src");
    device.noteId(source);
    if (!source.isEmpty())
        m_prefixes.insert(source, parts.prefix);
    const Micros time = timeOf(params.value(QStringLiteral("ts")));
    if (method == QLatin1String("NotifyEvent")) {
        const QJsonArray events = params.value(QStringLiteral("events")).toArray();
        Report report(values, originOf(parts.prefix), time);
        for (qsizetype i = 0; i < std::min(events.size(), maxEvents); ++i) {
            const QJsonObject event = events.at(i).toObject();
            const QString component = text(event, "component");
            if (isNumbered(component.toUtf8()) || isOwnPart(component.toUtf8()))
                report.event(component + QStringLiteral(".event"), text(event, "event"));
        }
    } else {
        addStatuses(values, device, params, time);
    }
    Digest digest;
    announce(digest, device);
    digest.readings = values.readings;
    return digest;
}

// ---- questions and answers ------------------------------------------------------------------------------------------------------

// A question somebody asks is none of ours; an answer tells of its sender, whoever asked.
Digest Shelly::call(const Parts &parts, const QJsonObject &message)
{
    const QString source = text(message, "src");
    const bool question = message.contains(QStringLiteral("method")) && !source.isEmpty();
    const bool answer = message.contains(QStringLiteral("result")) || message.contains(QStringLiteral("error"));
    if (question)
        return ignored();
    if (!answer || text(message, "dst").toUtf8() != parts.prefix || !(isDeviceId(source) || m_prefixes.contains(source)))
        return notMine();
    Digest digest;
    if (parts.prefix == m_own) {
        const QJsonObject error = message.value(QStringLiteral("error")).toObject();
        const QString reason = text(error, "message").left(200);
        digest.answers.append({quint32(std::clamp(message.value(QStringLiteral("id")).toDouble(), 0.0, 4e9)),
                               error.isEmpty() ? QString() : Words::tr("The device refused: %1.").arg(reason.isEmpty() ? QString::number(error.value(QStringLiteral("code")).toInt()) : reason)});
    }
    takeResult(digest, m_prefixes.value(source, source.toUtf8()), message);
    return digest;
}

// Fills in what a configuration says of the device and its parts.
void takeConfiguration(Unit &unit, const QJsonObject &configuration)
{
    const QJsonObject device = configuration.value(QStringLiteral("sys")).toObject().value(QStringLiteral("device")).toObject();
    unit.note(unit.name, text(device, "name"));
    unit.noteMac(text(device, "mac"));
    unit.note(unit.firmware, text(device, "fw_id"));
    for (auto it = configuration.begin(); it != configuration.end(); ++it) {
        if (isNumbered(it.key().toUtf8()))
            unit.noteComponent(it.key(), text(it->toObject(), "name"));
    }
}

void Shelly::takeResult(Digest &digest, const QByteArray &usual, const QJsonObject &message)
{
    QJsonObject result = message.value(QStringLiteral("result")).toObject();
    QJsonObject statuses;
    const QJsonArray components = result.value(QStringLiteral("components")).toArray(); // Shelly.GetComponents: both in one
    for (qsizetype i = 0; i < std::min(components.size(), maxComponents); ++i) {
        const QJsonObject component = components.at(i).toObject();
        statuses.insert(text(component, "key"), component.value(QStringLiteral("status")));
        result.insert(text(component, "key"), component.value(QStringLiteral("config")));
    }
    const QJsonObject system = result.value(QStringLiteral("sys")).toObject();
    const bool describes = result.contains(QStringLiteral("mqtt")) || result.contains(QStringLiteral("gen")) || !system.isEmpty();
    if (!describes)
        return;
    const QByteArray told = text(result.value(QStringLiteral("mqtt")).toObject(), "topic_prefix").toUtf8();
    const QByteArray prefix = told.isEmpty() ? usual : told;
    if (!isTopic(prefix))
        return;
    Unit &device = unit(prefix);
    device.noteId(text(message, "src"));
    m_prefixes.insert(text(message, "src"), prefix);
    if (result.contains(QStringLiteral("gen"))) { // Shelly.GetDeviceInfo
        device.noteMac(text(result, "mac"));
        device.note(device.name, text(result, "name"));
        device.note(device.model, text(result, "model"));
        device.note(device.firmware, text(result, "ver"));
    } else if (!system.isEmpty() && !system.contains(QStringLiteral("device"))) {
        statuses = result; // Shelly.GetStatus
    } else {
        takeConfiguration(device, result);
    }
    Digest values;
    addStatuses(values, device, statuses, 0);
    announce(digest, device);
    digest.readings = values.readings;
}

// ---- the device -----------------------------------------------------------------------------------------------------------------

QByteArray Shelly::request(const char *method, const QByteArray &params) const
{
    return QByteArray("{\"id\":") + requestMark + ",\"src\":\"" + m_own + "\",\"method\":\"" + method + "\",\"params\":{" + params + "}}";
}

// What a component can be told, by its kind.
struct Order
{
    const char *kind;      ///< of component
    const char *method;
    const char *part;      ///< behind the component in the command's key; empty: the component itself
    ArgumentType argument;
    const char *before;    ///< the argument's name, or the parameters of none
    double least;
    double most;
    const char *unit;
    const char *echo;      ///< member of the status that shows it
};
constexpr Order orders[] = {
    {"switch", "Switch.Set", "", ArgumentType::Boolean, "on", 0, 0, "", "output"},
    {"light", "Light.Set", "", ArgumentType::Boolean, "on", 0, 0, "", "output"},
    {"light", "Light.Set", "brightness", ArgumentType::Number, "brightness", 0, 100, "%", "brightness"},
    {"rgb", "RGB.Set", "", ArgumentType::Boolean, "on", 0, 0, "", "output"},
    {"rgb", "RGB.Set", "brightness", ArgumentType::Number, "brightness", 0, 100, "%", "brightness"},
    {"rgbw", "RGBW.Set", "", ArgumentType::Boolean, "on", 0, 0, "", "output"},
    {"rgbw", "RGBW.Set", "brightness", ArgumentType::Number, "brightness", 0, 100, "%", "brightness"},
    {"cct", "CCT.Set", "", ArgumentType::Boolean, "on", 0, 0, "", "output"},
    {"cct", "CCT.Set", "brightness", ArgumentType::Number, "brightness", 0, 100, "%", "brightness"},
    {"cct", "CCT.Set", "ct", ArgumentType::Number, "ct", 2700, 6500, "K", "ct"},
    {"cover", "Cover.Open", "open", ArgumentType::None, "", 0, 0, "", ""},
    {"cover", "Cover.Close", "close", ArgumentType::None, "", 0, 0, "", ""},
    {"cover", "Cover.Stop", "stop", ArgumentType::None, "", 0, 0, "", ""},
    {"cover", "Cover.GoToPosition", "position", ArgumentType::Number, "pos", 0, 100, "%", "current_pos"},
    {"boolean", "Boolean.Set", "", ArgumentType::Boolean, "value", 0, 0, "", "value"},
    {"number", "Number.Set", "", ArgumentType::Number, "value", -1e9, 1e9, "", "value"},
    {"text", "Text.Set", "", ArgumentType::Text, "value", 0, 0, "", "value"},
    {"button", "Button.Trigger", "", ArgumentType::None, ",\"event\":\"single_push\"", 0, 0, "", ""},
};

QString partName(const char *part)
{
    const QByteArrayView word(part);
    return word == "brightness" ? Words::tr("Brightness")
        : word == "ct"          ? Words::tr("Colour temperature")
        : word == "open"        ? Words::tr("Open")
        : word == "close"       ? Words::tr("Close")
        : word == "stop"        ? Words::tr("Stop")
                                : Words::tr("Position");
}

void Shelly::addCommands(Announcement &made, const Unit &unit) const
{
    const QByteArray topic = unit.prefix + "/rpc";
    const auto put = [&](const CommandInfo &info, CommandEncoding::Form form, const QByteArray &on, const QByteArray &off = {}) {
        addCommand(made, info, topic, form, on, off);
        made.commands.last().answered = true;
        made.commands.last().qos = 1;
    };
    for (auto it = unit.components.begin(); it != unit.components.end(); ++it) {
        const QString kind = it.key().section(QLatin1Char(':'), 0, 0);
        const QByteArray id = "\"id\":" + it.key().section(QLatin1Char(':'), 1).toLatin1();
        for (const Order &order : orders) {
            if (kind != QLatin1String(order.kind))
                continue;
            CommandInfo info;
            info.key = *order.part ? it.key() + QLatin1Char('.') + QLatin1String(order.part) : it.key();
            info.name = *order.part ? (it->isEmpty() ? it.key() : *it) + QStringLiteral(": ") + partName(order.part) : *it;
            info.argument = order.argument;
            info.minimum = order.least;
            info.maximum = order.most;
            info.unit = QLatin1String(order.unit);
            info.metric = *order.echo ? it.key() + QLatin1Char('.') + QLatin1String(order.echo) : QString();
            const QByteArray member = id + ",\"" + order.before + "\":";
            if (order.argument == ArgumentType::Boolean) {
                put(info, CommandEncoding::Form::OnOff, request(order.method, member + "true"), request(order.method, member + "false"));
            } else if (order.argument == ArgumentType::None) {
                put(info, CommandEncoding::Form::Fixed, request(order.method, id + order.before));
            } else {
                put(info, CommandEncoding::Form::Json, request(order.method, member).chopped(2), "}}");
            }
        }
    }
    const auto simple = [&](const char *key, const QString &name, const char *method, const QByteArray &params, bool dangerous) {
        CommandInfo info;
        info.key = QLatin1String(key);
        info.name = name;
        info.dangerous = dangerous;
        put(info, CommandEncoding::Form::Fixed, request(method, params));
    };
    simple("read_status", Words::tr("Ask for all values"), "Shelly.GetStatus", {}, false);
    simple("read_config", Words::tr("Ask for names and version"), "Shelly.GetConfig", {}, false);
    simple("update", Words::tr("Update the firmware"), "Shelly.Update", "\"stage\":\"stable\"", true);
    simple("reboot", Words::tr("Restart"), "Shelly.Reboot", {}, true);
}

void Shelly::announce(Digest &digest, Unit &unit)
{
    if (!std::exchange(unit.isNews, false))
        return;
    const QString prefix = QString::fromUtf8(unit.prefix);
    Announcement made = announcementFor(originOf(unit.prefix), QStringLiteral("Shelly"), {unit.mac.isEmpty() ? QString() : QStringLiteral("mac:") + unit.mac, QStringLiteral("shelly:") + prefix});
    made.device.name = unit.name.isEmpty() ? prefix : unit.name;
    made.device.manufacturer = QStringLiteral("Shelly");
    made.device.model = unit.model;
    made.device.firmware = unit.firmware;
    made.availability.topics = {{unit.prefix + "/online", {}, "true", "false"}};
    for (const char *end : {"/online", "/rpc", "/events/rpc", "/status/#", "/command/#", "/announce", "/debug/#"})
        made.topics.append(unit.prefix + end);
    addCommands(made, unit);
    // What a person named is described under that name before its first value.
    for (auto it = unit.components.begin(); it != unit.components.end(); ++it) {
        const bool output = it.key().startsWith(QLatin1String("switch:")) || it.key().startsWith(QLatin1String("light:"));
        if (it->isEmpty() || !(output || it.key().startsWith(QLatin1String("input:"))))
            continue;
        Metric metric;
        metric.key = it.key() + (output ? QStringLiteral(".output") : QStringLiteral(".state"));
        metric.name = *it;
        metric.type = MetricType::Boolean;
        made.device.metrics.append(metric);
    }
    digest.announced.append(made);
}

Digest Shelly::digest(QByteArrayView topic, QByteArrayView payload)
{
    const auto parts = partsOf(topic);
    if (!parts)
        return notMine();
    if (parts->what == Parts::What::Online) { // its availability reads it
        if (payload != "true" && payload != "false")
            return payload.isEmpty() ? ignored() : notMine();
        Digest digest;
        announce(digest, unit(parts->prefix));
        return digest;
    }
    const auto message = objectOf(payload);
    if (!message)
        return m_units.contains(parts->prefix) ? malformed(Words::tr("no JSON")) : notMine();
    switch (parts->what) {
    case Parts::What::Status: return status(*parts, *message);
    case Parts::What::Events: return event(*parts, *message);
    default: return call(*parts, *message);
    }
}

} // namespace

std::unique_ptr<Convention> shelly()
{
    return std::make_unique<Shelly>();
}

} // namespace muster::mqtt
