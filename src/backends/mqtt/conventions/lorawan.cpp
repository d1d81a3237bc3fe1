#include "backends/mqtt/conventions/lorawan.h"

#include "backends/mqtt/conventions/genericrule.h"
#include "backends/mqtt/conventions/report.h"
#include "backends/mqtt/conventions/words.h"

#include <QJsonArray>

namespace muster::mqtt {

namespace {

constexpr int usualPort = 1;

QString textIn(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

Micros timeIn(const QJsonObject &object, const char *key)
{
    const QByteArray text = textIn(object, key).toUtf8();
    return messageTime(Scalar::string(text));
}

// "0101010101010101" as an address; empty: it is no EUI.
QString euiAddress(const QString &text)
{
    const auto isHex = [](QChar c) { return c.isDigit() || (c.toUpper() >= QLatin1Char('A') && c.toUpper() <= QLatin1Char('F')); };
    return text.size() == 16 && std::all_of(text.begin(), text.end(), isHex) ? QStringLiteral("eui:") + text.toUpper() : QString();
}

void addDownlink(Announcement &made, const QByteArray &topic, const QByteArray &before, const QByteArray &after)
{
    CommandInfo info;
    info.key = QStringLiteral("downlink");
    info.name = Words::tr("Downlink (base64)");
    info.argument = ArgumentType::Text;
    addCommand(made, info, topic, CommandEncoding::Form::Json, before, after);
}

// How well the best gateway heard it, and how many did.
void addReception(Report &report, const QJsonArray &gateways)
{
    QJsonObject best;
    for (const QJsonValue &value : gateways) {
        const QJsonObject gateway = value.toObject();
        if (best.isEmpty() || gateway.value(QStringLiteral("rssi")).toDouble(-999) > best.value(QStringLiteral("rssi")).toDouble(-999))
            best = gateway;
    }
    if (best.isEmpty())
        return;
    report.scalar(QStringLiteral("rssi"), best.value(QStringLiteral("rssi")), QStringLiteral("dBm"));
    report.scalar(QStringLiteral("snr"), best.value(QStringLiteral("snr")), QStringLiteral("dB"));
    report.number(QStringLiteral("gateways"), double(gateways.size()));
}

void addLocation(Report &report, const QJsonObject &location)
{
    for (const char *key : {"latitude", "longitude"})
        report.scalar(QLatin1String(key), location.value(QLatin1String(key)), QStringLiteral("°"));
    report.scalar(QStringLiteral("altitude"), location.value(QStringLiteral("altitude")), QStringLiteral("m"));
}

// ---- ChirpStack -----------------------------------------------------------------------------------------------------------------------

class ChirpStack : public Convention
{
public:
    [[nodiscard]] QByteArray name() const override { return QByteArrayLiteral("chirpstack"); }
    [[nodiscard]] bool claims(QByteArrayView topic) const override
    {
        const QByteArrayList levels = levelsOf(topic, 8);
        return levels.size() == 6 && levels[0] == "application" && levels[2] == "device" && (levels[4] == "event" || levels[4] == "command");
    }
    [[nodiscard]] Digest digest(QByteArrayView topic, QByteArrayView payload) override;

private:
    Announced m_announced;
};

void addEvent(Report &report, const QByteArray &event, const QJsonObject &message)
{
    if (event == "up") {
        report.leaves({}, message.value(QStringLiteral("object")));
        report.setDiagnostic(true);
        report.scalar(QStringLiteral("fCnt"), message.value(QStringLiteral("fCnt")));
        report.scalar(QStringLiteral("fPort"), message.value(QStringLiteral("fPort")));
        report.scalar(QStringLiteral("dr"), message.value(QStringLiteral("dr")));
        report.scalar(QStringLiteral("data"), message.value(QStringLiteral("data")));
        addReception(report, message.value(QStringLiteral("rxInfo")).toArray());
    } else if (event == "status") {
        report.scalar(QStringLiteral("margin"), message.value(QStringLiteral("margin")), QStringLiteral("dB"));
        if (!message.value(QStringLiteral("batteryLevelUnavailable")).toBool())
            report.scalar(QStringLiteral("battery"), message.value(QStringLiteral("batteryLevel")), QStringLiteral("%"));
        report.scalar(QStringLiteral("externalPowerSource"), message.value(QStringLiteral("externalPowerSource")));
    } else if (event == "location") {
        addLocation(report, message.value(QStringLiteral("location")).toObject());
    } else if (event == "log") {
        report.event(QStringLiteral("log"), (textIn(message, "level") + QLatin1Char(' ') + textIn(message, "code") + QStringLiteral(": ") + textIn(message, "description")).trimmed());
    } else if (event == "integration") {
        report.leaves(QStringLiteral("integration.") + textIn(message, "integrationName"), message.value(QStringLiteral("object")));
    } else { // join, ack, txack
        const QJsonValue taken = message.value(QStringLiteral("acknowledged"));
        report.event(QStringLiteral("event"), QString::fromUtf8(event) + (taken.isBool() ? taken.toBool() ? QStringLiteral(": acknowledged") : QStringLiteral(": not acknowledged") : QString()));
    }
}

Digest ChirpStack::digest(QByteArrayView topic, QByteArrayView payload)
{
    const QByteArrayList levels = levelsOf(topic, 8);
    if (levels[4] == "command")
        return ignored();
    const auto message = objectOf(payload);
    const QJsonObject info = message ? message->value(QStringLiteral("deviceInfo")).toObject() : QJsonObject();
    const QString eui = QString::fromUtf8(levels[3]);
    if (info.isEmpty() || euiAddress(eui).isEmpty() || textIn(info, "devEui").compare(eui, Qt::CaseInsensitive) != 0)
        return notMine();
    Announcement made = announcementFor("chirpstack/" + levels[1] + '/' + levels[3], QStringLiteral("ChirpStack"), {euiAddress(eui)});
    made.device.name = textIn(info, "deviceName").isEmpty() ? eui : textIn(info, "deviceName");
    made.device.model = textIn(info, "deviceProfileName");
    made.topics = {levels.first(4).join('/') + "/#"};
    addDownlink(made, levels.first(4).join('/') + "/command/down", R"({"devEui":")" + levels[3] + R"(","confirmed":false,"fPort":)" + QByteArray::number(usualPort) + R"(,"data":)", "}");
    Digest digest;
    m_announced.put(digest, made);
    Report report(digest, made.origin, timeIn(*message, "time"));
    addEvent(report, levels[5], *message);
    return digest;
}

// ---- The Things Stack -----------------------------------------------------------------------------------------------------------------

class TheThingsStack : public Convention
{
public:
    [[nodiscard]] QByteArray name() const override { return QByteArrayLiteral("ttn"); }
    [[nodiscard]] bool claims(QByteArrayView topic) const override
    {
        static const QByteArrayList events {"join", "up", "down", "service", "location"};
        const QByteArrayList levels = levelsOf(topic, 8);
        return levels.size() >= 5 && levels[0] == "v3" && levels[2] == "devices" && events.contains(levels[4]);
    }
    [[nodiscard]] Digest digest(QByteArrayView topic, QByteArrayView payload) override;

private:
    Announced m_announced;
};

// Fields that are zero, false or empty are left out of its messages.
void addUplink(Report &report, const QJsonObject &uplink)
{
    report.leaves({}, uplink.value(QStringLiteral("decoded_payload")));
    if (uplink.contains(QStringLiteral("locations")))
        addLocation(report, uplink.value(QStringLiteral("locations")).toObject().value(QStringLiteral("frm-payload")).toObject());
    report.setDiagnostic(true);
    report.number(QStringLiteral("f_cnt"), uplink.value(QStringLiteral("f_cnt")).toDouble(0));
    report.number(QStringLiteral("f_port"), uplink.value(QStringLiteral("f_port")).toDouble(0));
    report.scalar(QStringLiteral("frm_payload"), uplink.value(QStringLiteral("frm_payload")));
    addReception(report, uplink.value(QStringLiteral("rx_metadata")).toArray());
    const QJsonObject battery = uplink.value(QStringLiteral("last_battery_percentage")).toObject();
    report.scalar(QStringLiteral("battery"), battery.value(QStringLiteral("value")), QStringLiteral("%"));
}

Digest TheThingsStack::digest(QByteArrayView topic, QByteArrayView payload)
{
    const QByteArrayList levels = levelsOf(topic, 8);
    const QByteArray event = levels.sliced(4).join('/');
    const auto message = objectOf(payload);
    if (message && (event == "down/push" || event == "down/replace"))
        return message->contains(QStringLiteral("downlinks")) ? ignored() : notMine();
    const QJsonObject ids = message ? message->value(QStringLiteral("end_device_ids")).toObject() : QJsonObject();
    if (textIn(ids, "device_id").toUtf8() != levels[3])
        return notMine();
    const QByteArray base = levels.first(4).join('/');
    Announcement made = announcementFor("ttn/" + levels[1] + '/' + levels[3], QStringLiteral("The Things Stack"),
                                        {euiAddress(textIn(ids, "dev_eui")), QStringLiteral("ttn:") + QString::fromUtf8(levels[1] + '/' + levels[3])});
    made.device.name = QString::fromUtf8(levels[3]);
    made.topics = {base + "/#"};
    addDownlink(made, base + "/down/push", R"({"downlinks":[{"f_port":)" + QByteArray::number(usualPort) + R"(,"frm_payload":)", R"(,"priority":"NORMAL"}]})");
    Digest digest;
    m_announced.put(digest, made);
    Report report(digest, made.origin, timeIn(*message, "received_at"));
    if (event == "up") {
        addUplink(report, message->value(QStringLiteral("uplink_message")).toObject());
    } else if (event == "location/solved") {
        addLocation(report, message->value(QStringLiteral("location_solved")).toObject().value(QStringLiteral("location")).toObject());
    } else {
        report.event(QStringLiteral("event"), QString::fromUtf8(event));
    }
    return digest;
}

} // namespace

std::unique_ptr<Convention> chirpStack()
{
    return std::make_unique<ChirpStack>();
}

std::unique_ptr<Convention> theThingsStack()
{
    return std::make_unique<TheThingsStack>();
}

} // namespace muster::mqtt
