#include "backends/mqtt/conventions/tasmota.h"

#include "backends/mqtt/conventions/report.h"
#include "backends/mqtt/conventions/words.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace muster::mqtt {

namespace {

constexpr qsizetype maxKnown = 50'000;

// The parts of a telemetry topic: tele/<topic>/STATE or <topic>/tele/STATE.
struct Parts
{
    QByteArray device {};
    QByteArray before {};  ///< with the word cmnd in place of tele or stat, up to the command's name
    QByteArray what {};
};

std::optional<Parts> partsOf(QByteArrayView topic)
{
    const QByteArrayList levels = topic.toByteArray().split('/');
    const auto isPrefix = [](const QByteArray &level) { return level == "tele" || level == "stat"; };
    if (levels.size() == 3 && isPrefix(levels[0]))
        return Parts {levels[1], "cmnd/" + levels[1] + '/', levels[2]};
    if (levels.size() == 3 && isPrefix(levels[1]))
        return Parts {levels[0], levels[0] + "/cmnd/", levels[2]};
    return std::nullopt;
}

bool isKnownWord(const QByteArray &what)
{
    static const QByteArrayList words {"LWT", "STATE", "SENSOR", "RESULT", "INFO1", "INFO2", "INFO3", "UPTIME", "LOGGING", "MARGINS", "HASS_STATE"};
    static const QRegularExpression numbered(QStringLiteral("\\A(POWER|STATUS|SHUTTER|BUTTON|SWITCH)[0-9]{0,2}\\z"));
    return words.contains(what) || numbered.match(QString::fromLatin1(what)).hasMatch();
}

bool isPower(const QString &key)
{
    static const QRegularExpression shape(QStringLiteral("\\APOWER[0-9]{0,2}\\z"));
    return shape.match(key).hasMatch();
}

// What Tasmota's sensors measure in, by the name of the value (hatasmota's table; temperature, pressure and speed say theirs in the message).
QString fixedUnit(const QString &key)
{
    static const QHash<QString, QString> units {
        {QStringLiteral("Power"), QStringLiteral("W")}, {QStringLiteral("ApparentPower"), QStringLiteral("VA")}, {QStringLiteral("ReactivePower"), QStringLiteral("var")},
        {QStringLiteral("Voltage"), QStringLiteral("V")}, {QStringLiteral("Current"), QStringLiteral("A")}, {QStringLiteral("Total"), QStringLiteral("kWh")},
        {QStringLiteral("Yesterday"), QStringLiteral("kWh")}, {QStringLiteral("Today"), QStringLiteral("kWh")}, {QStringLiteral("TotalTariff"), QStringLiteral("kWh")},
        {QStringLiteral("ExportActive"), QStringLiteral("kWh")}, {QStringLiteral("Period"), QStringLiteral("Wh")}, {QStringLiteral("Frequency"), QStringLiteral("Hz")},
        {QStringLiteral("Humidity"), QStringLiteral("%")}, {QStringLiteral("Illuminance"), QStringLiteral("lx")}, {QStringLiteral("CarbonDioxide"), QStringLiteral("ppm")},
        {QStringLiteral("CO2"), QStringLiteral("ppm")}, {QStringLiteral("eCO2"), QStringLiteral("ppm")}, {QStringLiteral("TVOC"), QStringLiteral("ppb")},
        {QStringLiteral("PM1"), QStringLiteral("µg/m³")}, {QStringLiteral("PM2.5"), QStringLiteral("µg/m³")}, {QStringLiteral("PM10"), QStringLiteral("µg/m³")},
        {QStringLiteral("Distance"), QStringLiteral("cm")}, {QStringLiteral("Weight"), QStringLiteral("kg")}, {QStringLiteral("Moisture"), QStringLiteral("%")},
        {QStringLiteral("Battery"), QStringLiteral("%")}, {QStringLiteral("Signal"), QStringLiteral("dBm")}, {QStringLiteral("RSSI"), QStringLiteral("%")}};
    return units.value(key);
}

// "Shutter1" of {"Shutter1":{"Position":54,"Direction":0,"Target":54,"Tilt":0}}, and of the plain topic SHUTTER1; 0: none.
int shutterOf(const QString &word)
{
    static const QRegularExpression shape(QStringLiteral("\\ASHUTTER([1-9][0-9]?)\\z"), QRegularExpression::CaseInsensitiveOption);
    return shape.match(word).captured(1).toInt();
}

// Where it is, 0 is closed, and how its slats stand; its direction is a sign without a unit.
QString shutterUnit(const QString &name)
{
    if (name == QLatin1String("Position") || name == QLatin1String("Target"))
        return QStringLiteral("%");
    return name == QLatin1String("Tilt") ? QStringLiteral("°") : QString();
}

// Units of a SENSOR message: fixed ones, and those that stand beside the values.
void addSensors(Report &report, const QString &key, const QJsonValue &value, const QJsonObject &message, int depth)
{
    if (depth > 4)
        return;
    if (value.isObject() || value.isArray()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            addSensors(report, key + QLatin1Char('.') + it.key(), *it, message, depth + 1);
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < std::min<qsizetype>(array.size(), 16); ++i)
            addSensors(report, key + QLatin1Char('.') + QString::number(i), array.at(i), message, depth + 1);
        return;
    }
    const QStringList names = key.split(QLatin1Char('.'));
    QString unit = shutterOf(names.constFirst()) > 0 ? shutterUnit(names.constLast()) : QString();
    for (qsizetype i = names.size() - 1; i > 0 && unit.isEmpty(); --i) {
        const QString &name = names[i];
        if (name == QLatin1String("Temperature") || name == QLatin1String("DewPoint"))
            unit = QStringLiteral("°") + message.value(QStringLiteral("TempUnit")).toString(QStringLiteral("C"));
        else if (name == QLatin1String("Pressure") || name == QLatin1String("SeaPressure"))
            unit = message.value(QStringLiteral("PressureUnit")).toString(QStringLiteral("hPa"));
        else if (name == QLatin1String("Speed"))
            unit = message.value(QStringLiteral("SpeedUnit")).toString();
        else
            unit = fixedUnit(name);
    }
    report.scalar(key, value, value.isDouble() ? unit : QString());
}

bool isPercentage(QByteArrayView text)
{
    bool isNumber = false;
    const int number = text.size() <= 3 ? text.toByteArray().toInt(&isNumber) : -1;
    return isNumber && number >= 0 && number <= 100;
}

void addMembers(Report &report, const QJsonObject &message, const QString &on)
{
    for (auto it = message.begin(); it != message.end(); ++it) {
        const QString key = it.key();
        if (key == QLatin1String("Time") || key.endsWith(QLatin1String("Unit")) || key.contains(QLatin1String("Password")) || key.contains(QLatin1String("Key")))
            continue;
        if (key.startsWith(QLatin1String("Shutter")) && !it->isObject())
            continue; // the echo of a command: {"ShutterPosition1":30}
        if (isPower(key) && it->isString())
            report.boolean(key, it->toString() == on);
        else
            addSensors(report, key, *it, message, 0);
    }
}

class Tasmota : public Convention
{
public:
    [[nodiscard]] QByteArray name() const override { return QByteArrayLiteral("tasmota"); }
    [[nodiscard]] bool claims(QByteArrayView topic) const override
    {
        if (topic.startsWith("tasmota/discovery/"))
            return topic.endsWith("/config") || topic.endsWith("/sensors");
        const auto parts = partsOf(topic);
        return parts && isKnownWord(parts->what);
    }
    [[nodiscard]] Digest digest(QByteArrayView topic, QByteArrayView payload) override
    {
        return topic.startsWith("tasmota/discovery/") ? describe(topic, payload) : report(topic, payload);
    }

private:
    struct Known
    {
        QByteArray origin {};
        QString on {};
        QString online {};
    };
    Digest describe(QByteArrayView topic, QByteArrayView payload);
    Digest firstValues(const QByteArray &origin, const QString &mac, QByteArrayView payload);
    Digest report(QByteArrayView topic, QByteArrayView payload);
    void addCommands(Announcement &made, const QJsonObject &config, const QByteArray &before) const;
    Known &known(Digest &digest, const Parts &parts);

    Announced m_announced;
    QHash<QByteArray, Known> m_known;  ///< by the device's topic
};

// Each has two relays of kind 3 in a row, one for each way (hatasmota). `sht`: the least and greatest tilt in degrees, and the time it takes.
void addShutters(Announcement &made, const QJsonObject &config, const QByteArray &before)
{
    const QJsonArray relays = config.value(QStringLiteral("rl")).toArray();
    const QJsonArray tilts = config.value(QStringLiteral("sht")).toArray();
    int number = 0;
    const auto add = [&](const char *command, const QString &name, ArgumentType argument, const char *value, double least = 0, double most = 0) {
        CommandInfo info;
        info.key = QLatin1String(command) + QString::number(number);
        info.name = name.arg(number);
        info.argument = argument;
        info.minimum = least;
        info.maximum = most;
        info.step = argument == ArgumentType::Number ? 1 : info.step;
        info.unit = shutterUnit(QLatin1String(value));
        info.metric = *value ? QStringLiteral("Shutter%1.%2").arg(QString::number(number), QLatin1String(value)) : QString();
        addCommand(made, info, before + info.key.toLatin1(), argument == ArgumentType::None ? CommandEncoding::Form::Fixed : CommandEncoding::Form::Value);
    };
    for (qsizetype i = 0; i + 1 < std::min<qsizetype>(relays.size(), 32); ++i) {
        if (relays.at(i).toInt() != 3 || relays.at(i + 1).toInt() != 3)
            continue;
        ++i;
        ++number;
        add("ShutterOpen", Words::tr("Open shutter %1"), ArgumentType::None, "");
        add("ShutterClose", Words::tr("Close shutter %1"), ArgumentType::None, "");
        add("ShutterStop", Words::tr("Stop shutter %1"), ArgumentType::None, "");
        add("ShutterPosition", Words::tr("Position of shutter %1"), ArgumentType::Number, "Position", 0, 100);
        const QJsonArray tilt = tilts.at(number - 1).toArray();
        const int least = tilt.at(0).toInt();
        const int most = tilt.at(1).toInt();
        if (least < most && least >= -90 && most <= 90 && tilt.at(2).toInt() > 0)
            add("ShutterTilt", Words::tr("Tilt of shutter %1"), ArgumentType::Number, "Tilt", least, most);
    }
}

void Tasmota::addCommands(Announcement &made, const QJsonObject &config, const QByteArray &before) const
{
    const QJsonArray relays = config.value(QStringLiteral("rl")).toArray();
    const QJsonArray names = config.value(QStringLiteral("fn")).toArray();
    int count = 0;
    bool light = false;
    for (const QJsonValue &relay : relays)
        count += relay.toInt() > 0 ? 1 : 0; // those of shutters are counted as well
    for (qsizetype i = 0; i < std::min<qsizetype>(relays.size(), 32); ++i) {
        const int kind = relays.at(i).toInt();
        if (kind != 1 && kind != 2)
            continue;
        light = light || kind == 2;
        CommandInfo info;
        info.key = count == 1 && i == 0 ? QStringLiteral("POWER") : QStringLiteral("POWER%1").arg(i + 1);
        info.name = names.at(i).toString(info.key);
        info.argument = ArgumentType::Boolean;
        info.metric = info.key;
        addCommand(made, info, before + info.key.toLatin1(), CommandEncoding::Form::OnOff, "ON", "OFF");
    }
    const int subtype = config.value(QStringLiteral("lt_st")).toInt();
    const auto number = [&](const char *key, const QString &name, double least, double most) {
        CommandInfo info;
        info.key = QLatin1String(key);
        info.name = name;
        info.argument = ArgumentType::Number;
        info.minimum = least;
        info.maximum = most;
        info.metric = info.key;
        addCommand(made, info, before + key, CommandEncoding::Form::Value);
    };
    if (light && subtype >= 1)
        number("Dimmer", Words::tr("Brightness"), 0, 100);
    if (light && (subtype == 2 || subtype == 5))
        number("CT", Words::tr("Colour temperature"), 153, 500);
    addShutters(made, config, before);
    CommandInfo restart;
    restart.key = QStringLiteral("Restart");
    restart.name = Words::tr("Restart");
    restart.dangerous = true;
    addCommand(made, restart, before + "Restart", CommandEncoding::Form::Fixed, "1");
}

Digest Tasmota::describe(QByteArrayView topic, QByteArrayView payload)
{
    const QByteArrayList levels = topic.toByteArray().split('/');
    const QString mac = hardwareAddress(QString::fromUtf8(levels.value(2)));
    const QByteArray origin = "tasmota/" + levels.value(2);
    if (levels.size() == 4 && levels[3] == "sensors")
        return firstValues(origin, mac, payload);
    if (levels.size() != 4)
        return ignored();
    Digest digest;
    if (payload.isEmpty()) {
        digest.withdrawn.append(origin);
        m_announced.forget(origin);
        return digest;
    }
    const auto config = objectOf(payload);
    if (!config || mac.isEmpty())
        return malformed(Words::tr("no description of a Tasmota device"));
    const auto text = [&](const char *key, const QString &otherwise = {}) { return config->value(QLatin1String(key)).toString(otherwise); };
    const QJsonArray prefixes = config->value(QStringLiteral("tp")).toArray();
    const QString device = text("t");
    QString full = text("ft", QStringLiteral("%prefix%/%topic%/"));
    if (!full.endsWith(QLatin1Char('/')))
        full += QLatin1Char('/');
    full.replace(QStringLiteral("%topic%"), device).replace(QStringLiteral("%hostname%"), text("hn")).replace(QStringLiteral("%id%"), text("mac").right(6));
    const auto at = [&](int i, const char *otherwise) { return QString(full).replace(QStringLiteral("%prefix%"), prefixes.at(i).toString(QLatin1String(otherwise))).toUtf8(); };
    Announcement made = announcementFor(origin, QStringLiteral("Tasmota"), {QStringLiteral("mac:") + mac, QStringLiteral("tasmota:") + device});
    made.device.name = text("dn", device);
    made.device.manufacturer = QStringLiteral("Tasmota");
    made.device.model = text("md");
    made.device.firmware = text("sw");
    made.availability.topics = {{at(2, "tele") + "LWT", {}, text("onln", QStringLiteral("Online")).toUtf8(), text("ofln", QStringLiteral("Offline")).toUtf8()}};
    made.topics = {at(0, "cmnd") + '#', at(1, "stat") + '#', at(2, "tele") + '#'};
    addCommands(made, *config, at(0, "cmnd"));
    if (m_known.size() >= maxKnown)
        m_known.clear();
    if (const Known before = m_known.value(device.toUtf8()); !before.origin.isEmpty() && before.origin != origin)
        digest.withdrawn.append(before.origin);
    m_known.insert(device.toUtf8(), {origin, config->value(QStringLiteral("state")).toArray().at(1).toString(QStringLiteral("ON")), text("onln", QStringLiteral("Online"))});
    m_announced.put(digest, made);
    return digest;
}

// What its sensors measured when it last came up: the same members as in SENSOR.
Digest Tasmota::firstValues(const QByteArray &origin, const QString &mac, QByteArrayView payload)
{
    const auto message = objectOf(payload);
    if (!message || mac.isEmpty())
        return ignored();
    Digest digest;
    if (!m_announced.contains(origin)) {
        Announcement made = announcementFor(origin, QStringLiteral("Tasmota"), {QStringLiteral("mac:") + mac});
        made.device.manufacturer = QStringLiteral("Tasmota");
        m_announced.put(digest, made);
    }
    Report report(digest, origin);
    addMembers(report, message->value(QStringLiteral("sn")).toObject(), QStringLiteral("ON"));
    return digest;
}

// A device that was never described is announced by what it reports.
Tasmota::Known &Tasmota::known(Digest &digest, const Parts &parts)
{
    if (m_known.size() >= maxKnown)
        m_known.clear();
    Known &entry = m_known[parts.device];
    if (entry.origin.isEmpty()) {
        entry = {"tasmota/" + parts.device, QStringLiteral("ON"), QStringLiteral("Online")};
        Announcement made = announcementFor(entry.origin, QStringLiteral("Tasmota"), {QStringLiteral("tasmota:") + QString::fromUtf8(parts.device)});
        made.device.name = QString::fromUtf8(parts.device);
        made.device.manufacturer = QStringLiteral("Tasmota");
        addCommands(made, {}, parts.before);
        m_announced.put(digest, made);
    }
    return entry;
}

Digest Tasmota::report(QByteArrayView topic, QByteArrayView payload)
{
    const auto parts = partsOf(topic);
    if (!parts)
        return notMine();
    const auto message = objectOf(payload);
    const int shutter = shutterOf(QString::fromLatin1(parts->what));
    const bool plain = parts->what == "LWT" || isPower(QString::fromLatin1(parts->what)) || (shutter > 0 && isPercentage(payload));
    if (!plain && !message)
        return payload.trimmed().startsWith('{') ? malformed(Words::tr("no JSON")) : ignored();
    Digest digest;
    const Known entry = known(digest, *parts);
    Report report(digest, entry.origin);
    if (parts->what == "LWT")
        report.presence(payload == entry.online.toUtf8());
    else if (shutter > 0 && !message)
        report.scalar(QStringLiteral("Shutter%1.Position").arg(shutter), payload.toByteArray().toInt(), shutterUnit(QStringLiteral("Position")));
    else if (plain && !message)
        report.boolean(QString::fromLatin1(parts->what), payload == entry.on.toUtf8());
    else if (message->contains(QStringLiteral("StatusSNS")))
        addMembers(report, message->value(QStringLiteral("StatusSNS")).toObject(), entry.on);
    else
        addMembers(report, *message, entry.on);
    return digest;
}

} // namespace

std::unique_ptr<Convention> tasmota()
{
    return std::make_unique<Tasmota>();
}

} // namespace muster::mqtt
