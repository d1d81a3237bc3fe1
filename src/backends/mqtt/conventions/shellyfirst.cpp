#include "backends/mqtt/conventions/shelly.h"

#include "backends/mqtt/conventions/report.h"
#include "backends/mqtt/conventions/scalars.h"
#include "backends/mqtt/conventions/topics.h"
#include "backends/mqtt/conventions/words.h"

#include <QRegularExpression>

namespace muster::mqtt {

namespace {

constexpr qsizetype maxUnits = 20'000;
constexpr qsizetype maxChannels = 64;

// What the first generation measures in (shelly-api-docs.shelly.cloud/gen1): energies of relays are watt-minutes, those of meters watt-hours.
QString unitOf(const QString &key)
{
    struct Unit
    {
        const char *begin;
        const char *end;
        const char *unit;
    };
    static constexpr Unit units[] = {{"emeter.", ".power", "W"}, {"emeter.", ".reactive_power", "var"}, {"emeter.", ".voltage", "V"}, {"emeter.", ".current", "A"}, {"emeter.", ".total", "Wh"},
                                     {"emeter.", ".total_returned", "Wh"}, {"emeter.", "energy", "W·min"}, {"", ".power", "W"}, {"", ".energy", "W·min"}, {"", "temperature", "°C"},
                                     {"ext_temperature", "", "°C"}, {"", "temperature_f", "°F"}, {"", "humidity", "%"}, {"ext_humidity", "", "%"}, {"", ".battery", "%"}, {"", ".lux", "lx"},
                                     {"", "voltage", "V"}, {"roller.", ".pos", "%"}, {"", ".concentration", "ppm"}, {"", ".tilt", "°"}};
    const auto fits = [&key](const Unit &unit) { return key.startsWith(QLatin1String(unit.begin)) && key.endsWith(QLatin1String(unit.end)); };
    const auto it = std::find_if(std::begin(units), std::end(units), fits);
    return it == std::end(units) ? QString() : QString::fromUtf8(it->unit);
}

struct Unit
{
    Device device {};
    QStringList channels {}; ///< "relay/0": what can be told something
    bool isNews = true;
};

class ShellyFirst : public Convention
{
public:
    [[nodiscard]] QByteArray name() const override { return QByteArrayLiteral("shellygen1"); }
    [[nodiscard]] bool claims(QByteArrayView topic) const override { return topic.startsWith("shellies/"); }
    [[nodiscard]] Digest digest(QByteArrayView topic, QByteArrayView payload) override;

private:
    Digest described(QByteArrayView id, QByteArrayView payload);
    Digest reported(const QByteArray &id, const QByteArray &path, QByteArrayView payload);
    void announce(Digest &digest, const QByteArray &id, Unit &unit) const;

    QHash<QByteArray, Unit> m_units;
};

QByteArray originOf(const QByteArray &id)
{
    return "shellygen1/" + id;
}

// ---- commands -------------------------------------------------------------------------------------------------------------------

void addSwitch(Announcement &made, const QString &key, const QByteArray &topic)
{
    CommandInfo info;
    info.key = key;
    info.argument = ArgumentType::Boolean;
    info.metric = key;
    addCommand(made, info, topic + "/command", CommandEncoding::Form::OnOff, "on", "off");
}

void addLevel(Announcement &made, const QString &key, const QString &name, const QByteArray &topic, const QByteArray &before, const QByteArray &after)
{
    CommandInfo info;
    info.key = key;
    info.name = name;
    info.argument = ArgumentType::Number;
    info.unit = QStringLiteral("%");
    info.metric = key;
    addCommand(made, info, topic, CommandEncoding::Form::Value, before, after);
}

void addChannel(Announcement &made, const QByteArray &base, const QString &channel)
{
    const QString key = QString(channel).replace(QLatin1Char('/'), QLatin1Char('.'));
    const QString kind = channel.section(QLatin1Char('/'), 0, 0);
    const QByteArray topic = base + channel.toUtf8();
    if (kind == QLatin1String("roller")) {
        CommandInfo info;
        info.key = key;
        info.argument = ArgumentType::Enumeration;
        info.options = {QStringLiteral("open"), QStringLiteral("close"), QStringLiteral("stop")};
        info.metric = key;
        addCommand(made, info, topic + "/command", CommandEncoding::Form::Value);
        addLevel(made, key + QStringLiteral(".pos"), Words::tr("Position"), topic + "/command/pos", {}, {});
        return;
    }
    addSwitch(made, key, topic);
    if (kind == QLatin1String("light") || kind == QLatin1String("white"))
        addLevel(made, key + QStringLiteral(".status.brightness"), Words::tr("Brightness"), topic + "/set", "{\"brightness\":", "}");
}

void ShellyFirst::announce(Digest &digest, const QByteArray &id, Unit &unit) const
{
    if (!std::exchange(unit.isNews, false))
        return;
    const QByteArray base = "shellies/" + id + '/';
    Announcement made = announcementFor(originOf(id), QStringLiteral("Shelly"), unit.device.addresses);
    made.device.name = QString::fromUtf8(id);
    made.device.manufacturer = QStringLiteral("Shelly");
    made.device.model = unit.device.model;
    made.device.firmware = unit.device.firmware;
    made.availability.topics = {{base + "online", {}, "true", "false"}};
    made.topics = {base + '#'};
    for (const QString &channel : unit.channels)
        addChannel(made, base, channel);
    CommandInfo update;
    update.key = QStringLiteral("update");
    update.name = Words::tr("Update the firmware");
    update.dangerous = true;
    addCommand(made, update, base + "command", CommandEncoding::Form::Fixed, "update_fw");
    CommandInfo ask;
    ask.key = QStringLiteral("read_status");
    ask.name = Words::tr("Ask for all values");
    addCommand(made, ask, base + "command", CommandEncoding::Form::Fixed, "update");
    digest.announced.append(made);
}

// ---- what it says -----------------------------------------------------------------------------------------------------------------

// "shellies/announce", or "shellies/<id>/announce" and "…/info": what the device is.
Digest ShellyFirst::described(QByteArrayView id, QByteArrayView payload)
{
    const auto message = objectOf(payload);
    if (!message)
        return payload.isEmpty() ? ignored() : malformed(Words::tr("no description of a Shelly"));
    const auto text = [&](const char *key) { return message->value(QLatin1String(key)).toString(); };
    const QByteArray name = id.isEmpty() ? text("id").toUtf8() : id.toByteArray();
    if (name.isEmpty() || name.contains('/') || !isTopic(name))
        return malformed(Words::tr("no description of a Shelly"));
    Digest digest;
    Unit &unit = m_units[name];
    Device told;
    const QString mac = hardwareAddress(text("mac"));
    told.addresses = {mac.isEmpty() ? unit.device.addresses.filter(QStringLiteral("mac:")).value(0) : QStringLiteral("mac:") + mac, QStringLiteral("shelly:") + QString::fromUtf8(name)};
    told.model = text("model").isEmpty() ? unit.device.model : text("model");
    const QString firmware = text("fw_ver").isEmpty() ? message->value(QStringLiteral("update")).toObject().value(QStringLiteral("old_version")).toString() : text("fw_ver");
    told.firmware = firmware.isEmpty() ? unit.device.firmware : firmware;
    unit.isNews = unit.isNews || told != unit.device;
    unit.device = told;
    announce(digest, name, unit);
    Report report(digest, originOf(name));
    report.setDiagnostic(true);
    const QJsonObject wifi = message->value(QStringLiteral("wifi_sta")).toObject();
    report.scalar(QStringLiteral("info.rssi"), wifi.value(QStringLiteral("rssi")), QStringLiteral("dBm"));
    report.scalar(QStringLiteral("info.ip"), wifi.contains(QStringLiteral("ip")) ? wifi.value(QStringLiteral("ip")) : message->value(QStringLiteral("ip")));
    report.scalar(QStringLiteral("info.uptime"), message->value(QStringLiteral("uptime")), QStringLiteral("s"));
    report.scalar(QStringLiteral("info.ram_free"), message->value(QStringLiteral("ram_free")), QStringLiteral("B"));
    report.scalar(QStringLiteral("info.new_firmware"), message->value(QStringLiteral("new_fw")));
    return digest;
}

bool isChannel(const QByteArray &path)
{
    static const QRegularExpression shape(QStringLiteral("\\A(relay|roller|light|color|white)/[0-9]{1,2}\\z"));
    return shape.match(QString::fromLatin1(path)).hasMatch();
}

// One plain value, as what its place says it is.
void addValue(Report &report, const QByteArray &path, QByteArrayView payload)
{
    const QString key = QString::fromUtf8(path).replace(QLatin1Char('/'), QLatin1Char('.'));
    const QByteArrayView text = payload.trimmed();
    const bool roller = path.startsWith("roller/");
    const bool flag = path.startsWith("input/") || path.startsWith("longpush/") || path == "overtemperature";
    if (isChannel(path) && !roller) {
        if (text == "on" || text == "off")
            report.boolean(key, text == "on");
        else
            report.event(key + QStringLiteral(".fault"), QString::fromUtf8(text)); // "overpower"
    } else if (flag && (text == "0" || text == "1")) {
        report.boolean(key, text == "1");
    } else if (text == "true" || text == "false") {
        report.boolean(key, text == "true");
    } else if (const auto number = strictNumber(text)) {
        if (!path.startsWith("ext_") || *number < 999) // 999: no sensor there
            report.number(key, *number, unitOf(key));
    } else if (!text.isEmpty() && isUtf8(text)) {
        report.text(key, QString::fromUtf8(text));
    }
}

Digest ShellyFirst::reported(const QByteArray &id, const QByteArray &path, QByteArrayView payload)
{
    Digest digest;
    Unit &unit = m_units[id];
    if (unit.device.addresses.isEmpty())
        unit.device.addresses = {QStringLiteral("shelly:") + QString::fromUtf8(id)};
    if (isChannel(path) && !unit.channels.contains(QLatin1String(path)) && unit.channels.size() < maxChannels) {
        unit.channels.append(QString::fromLatin1(path));
        unit.isNews = true;
    }
    announce(digest, id, unit);
    if (path == "online") // its availability reads it
        return digest;
    Report report(digest, originOf(id));
    const auto message = payload.trimmed().startsWith('{') ? objectOf(payload) : std::nullopt;
    const QString key = QString::fromUtf8(path).replace(QLatin1Char('/'), QLatin1Char('.'));
    if (!message) {
        addValue(report, path, payload);
    } else if (path.startsWith("input_event/")) {
        const QString event = message->value(QStringLiteral("event")).toString();
        if (!event.isEmpty())
            report.event(key, event);
    } else {
        report.leaves(key, *message, unitOf);
    }
    return digest;
}

Digest ShellyFirst::digest(QByteArrayView topic, QByteArrayView payload)
{
    const QByteArrayList levels = levelsOf(topic, 8);
    if (levels.size() == 2)
        return levels[1] == "announce" ? described({}, payload) : levels[1] == "command" ? ignored() : notMine();
    if (levels.size() < 3 || levels[1].isEmpty())
        return notMine();
    if (levels.contains("command") || levels.constLast() == "set")
        return ignored(); // what somebody wants of it
    if (m_units.size() >= maxUnits)
        m_units.clear();
    if (levels.size() == 3 && (levels[2] == "info" || levels[2] == "announce"))
        return described(levels[1], payload);
    return reported(levels[1], levels.sliced(2).join('/'), payload);
}

} // namespace

std::unique_ptr<Convention> shellyFirst()
{
    return std::make_unique<ShellyFirst>();
}

} // namespace muster::mqtt
