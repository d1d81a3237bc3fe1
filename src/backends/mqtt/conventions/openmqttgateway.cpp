#include "backends/mqtt/conventions/openmqttgateway.h"

#include "backends/mqtt/conventions/report.h"
#include "backends/mqtt/conventions/words.h"

namespace muster::mqtt {

namespace {

// Units of the Theengs decoder's properties (decoder.theengs.io, "Properties").
QString unitOf(const QString &key)
{
    static const QHash<QString, QString> units {
        {QStringLiteral("tempc"), QStringLiteral("°C")}, {QStringLiteral("tempc2"), QStringLiteral("°C")}, {QStringLiteral("tempc3"), QStringLiteral("°C")}, {QStringLiteral("tempc4"), QStringLiteral("°C")},
        {QStringLiteral("tempf"), QStringLiteral("°F")}, {QStringLiteral("tempf2"), QStringLiteral("°F")}, {QStringLiteral("hum"), QStringLiteral("%")}, {QStringLiteral("batt"), QStringLiteral("%")},
        {QStringLiteral("volt"), QStringLiteral("V")}, {QStringLiteral("pres"), QStringLiteral("hPa")}, {QStringLiteral("lux"), QStringLiteral("lx")}, {QStringLiteral("moi"), QStringLiteral("%")},
        {QStringLiteral("fer"), QStringLiteral("µS/cm")}, {QStringLiteral("co2"), QStringLiteral("ppm")}, {QStringLiteral("pm25"), QStringLiteral("µg/m³")}, {QStringLiteral("pm10"), QStringLiteral("µg/m³")},
        {QStringLiteral("accx"), QStringLiteral("m/s²")}, {QStringLiteral("accy"), QStringLiteral("m/s²")}, {QStringLiteral("accz"), QStringLiteral("m/s²")}, {QStringLiteral("rssi"), QStringLiteral("dBm")},
        {QStringLiteral("distance"), QStringLiteral("m")}, {QStringLiteral("power"), QStringLiteral("W")}, {QStringLiteral("energy"), QStringLiteral("kWh")}, {QStringLiteral("current"), QStringLiteral("A")},
        {QStringLiteral("temperature_C"), QStringLiteral("°C")}, {QStringLiteral("humidity"), QStringLiteral("%")}, {QStringLiteral("uptime"), QStringLiteral("s")}, {QStringLiteral("freemem"), QStringLiteral("B")}};
    return units.value(key);
}

struct Parts
{
    QByteArray base {};
    QByteArray word {};   ///< "BTtoMQTT", "LWT" …
    QByteArray rest {};
};

std::optional<Parts> partsOf(QByteArrayView topic)
{
    const QByteArrayList levels = topic.toByteArray().split('/');
    for (qsizetype i = 1; i < levels.size(); ++i) {
        if (levels[i].size() > 6 && levels[i].endsWith("toMQTT"))
            return Parts {levels.first(i).join('/'), levels[i], levels.sliced(i + 1).join('/')};
    }
    if (levels.size() == 3 && levels[2] == "LWT" && levels[0] != "tele" && levels[1] != "tele")
        return Parts {levels[0] + '/' + levels[1], levels[2], {}};
    return std::nullopt;
}

class OpenMqttGateway : public Convention
{
public:
    [[nodiscard]] QByteArray name() const override { return QByteArrayLiteral("openmqttgateway"); }
    [[nodiscard]] bool claims(QByteArrayView topic) const override { return partsOf(topic).has_value(); }
    [[nodiscard]] Digest digest(QByteArrayView topic, QByteArrayView payload) override;

private:
    QByteArray gateway(Digest &digest, const Parts &parts);
    Announced m_announced;
};

QByteArray OpenMqttGateway::gateway(Digest &digest, const Parts &parts)
{
    const QString base = QString::fromUtf8(parts.base);
    Announcement made = announcementFor("openmqttgateway/" + parts.base, QStringLiteral("OpenMQTTGateway"), {QStringLiteral("omg:") + base});
    made.device.name = base.section(QLatin1Char('/'), -1);
    made.device.manufacturer = QStringLiteral("OMG");
    CommandInfo restart;
    restart.key = QStringLiteral("restart");
    restart.name = Words::tr("Restart");
    restart.dangerous = true;
    addCommand(made, restart, parts.base + "/commands/MQTTtoSYS/config", CommandEncoding::Form::Fixed, "{\"cmd\":\"restart\"}");
    m_announced.put(digest, made);
    return made.origin;
}

void addValues(Report &report, const QJsonObject &message, const QString &base)
{
    static const QStringList descriptive {QStringLiteral("id"), QStringLiteral("mac"), QStringLiteral("brand"), QStringLiteral("model"), QStringLiteral("model_id"), QStringLiteral("name"),
                                          QStringLiteral("type"), QStringLiteral("manufacturerdata"), QStringLiteral("servicedata"), QStringLiteral("servicedatauuid"), QStringLiteral("mac_type")};
    for (auto it = message.begin(); it != message.end(); ++it) {
        if (!descriptive.contains(it.key()))
            report.leaves(it.key(), *it, unitOf);
    }
    if (const QJsonValue rssi = message.value(QStringLiteral("rssi")); rssi.isDouble())
        report.number(QStringLiteral("rssi.") + base.section(QLatin1Char('/'), -1), rssi.toDouble(), QStringLiteral("dBm"));
}

Digest OpenMqttGateway::digest(QByteArrayView topic, QByteArrayView payload)
{
    const auto parts = partsOf(topic);
    if (!parts)
        return notMine();
    Digest digest;
    if (parts->word == "LWT") {
        if (payload != "online" && payload != "offline")
            return notMine();
        Report(digest, gateway(digest, *parts)).presence(payload == "online");
        return digest;
    }
    const auto message = objectOf(payload);
    if (!message)
        return payload.trimmed().startsWith('{') ? malformed(Words::tr("no JSON")) : ignored();
    const QString base = QString::fromUtf8(parts->base);
    const QByteArray origin = gateway(digest, *parts);
    if (parts->word == "SYStoMQTT") {
        Report(digest, origin).leaves({}, *message, unitOf);
        return digest;
    }
    const auto text = [&](const char *key) { return message->value(QLatin1String(key)).toVariant().toString(); };
    const QString mac = hardwareAddress(text("id"));
    const bool bluetooth = parts->word == "BTtoMQTT";
    if (bluetooth && mac.isEmpty())
        return digest;
    const QString own = bluetooth ? QStringLiteral("ble:") + mac : QStringLiteral("omg:%1/%2").arg(QString::fromUtf8(parts->word), parts->rest.isEmpty() ? text("model") + text("id") : QString::fromUtf8(parts->rest));
    Announcement made = announcementFor("openmqttgateway/" + own.toUtf8(), QStringLiteral("OpenMQTTGateway"), {own, bluetooth ? QStringLiteral("mac:") + mac : QString()});
    made.device.name = text("name").isEmpty() ? (text("model").isEmpty() ? own.section(QLatin1Char(':'), 1) : text("model")) : text("name");
    made.device.manufacturer = text("brand");
    made.device.model = text("model");
    made.device.hardware = text("model_id");
    made.device.via = QStringLiteral("omg:") + base;
    if (!m_announced.contains(made.origin) || !text("model").isEmpty()) // a message without its description does not take it back
        m_announced.put(digest, made);
    Report report(digest, made.origin);
    addValues(report, *message, base);
    return digest;
}

} // namespace

std::unique_ptr<Convention> openMqttGateway()
{
    return std::make_unique<OpenMqttGateway>();
}

} // namespace muster::mqtt
