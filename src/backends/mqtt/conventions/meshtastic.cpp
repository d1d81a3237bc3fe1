#include "backends/mqtt/conventions/meshtastic.h"

#include "backends/mqtt/conventions/genericrule.h"
#include "backends/mqtt/conventions/report.h"
#include "backends/mqtt/conventions/words.h"

namespace muster::mqtt {

namespace {

constexpr qsizetype maxNodes = 50'000;

// A node's number as its id, "!7efeee00". Old firmware writes large numbers as negative ones.
QString nodeId(const QJsonValue &number)
{
    const double value = number.toDouble(0);
    if (value == 0 || value < -2'147'483'648.0 || value > 4'294'967'295.0)
        return {};
    return QLatin1Char('!') + QString::number(quint32(qint64(value)), 16).rightJustified(8, QLatin1Char('0'));
}

QString unitOf(const QString &key)
{
    static const QHash<QString, QString> units {
        {QStringLiteral("battery_level"), QStringLiteral("%")}, {QStringLiteral("voltage"), QStringLiteral("V")}, {QStringLiteral("channel_utilization"), QStringLiteral("%")},
        {QStringLiteral("air_util_tx"), QStringLiteral("%")}, {QStringLiteral("uptime_seconds"), QStringLiteral("s")}, {QStringLiteral("temperature"), QStringLiteral("°C")},
        {QStringLiteral("relative_humidity"), QStringLiteral("%")}, {QStringLiteral("humidity"), QStringLiteral("%")}, {QStringLiteral("barometric_pressure"), QStringLiteral("hPa")},
        {QStringLiteral("gas_resistance"), QStringLiteral("MΩ")}, {QStringLiteral("lux"), QStringLiteral("lx")}, {QStringLiteral("white_lux"), QStringLiteral("lx")},
        {QStringLiteral("current"), QStringLiteral("mA")}, {QStringLiteral("wind_direction"), QStringLiteral("°")}, {QStringLiteral("wind_speed"), QStringLiteral("m/s")},
        {QStringLiteral("wind_gust"), QStringLiteral("m/s")}, {QStringLiteral("weight"), QStringLiteral("kg")}, {QStringLiteral("altitude"), QStringLiteral("m")},
        {QStringLiteral("voltage_ch1"), QStringLiteral("V")}, {QStringLiteral("voltage_ch2"), QStringLiteral("V")}, {QStringLiteral("voltage_ch3"), QStringLiteral("V")},
        {QStringLiteral("current_ch1"), QStringLiteral("mA")}, {QStringLiteral("current_ch2"), QStringLiteral("mA")}, {QStringLiteral("current_ch3"), QStringLiteral("mA")}};
    return units.value(key);
}

struct Node
{
    QString name {};
    QString hardware {};
    QString gateway {};
    QByteArray downlink {}; ///< where an order to it is published; empty: the gateway's number is not known
    QByteArray sender {};   ///< the gateway's number
    bool isNews = true;

    void note(QString &field, const QString &text)
    {
        if (text.isEmpty() || field == text)
            return;
        field = text;
        isNews = true;
    }
};

class Meshtastic : public Convention
{
public:
    [[nodiscard]] QByteArray name() const override { return QByteArrayLiteral("meshtastic"); }
    [[nodiscard]] bool claims(QByteArrayView topic) const override { return topic.startsWith("msh/") && topic.indexOf("/2/json/") > 0; }
    [[nodiscard]] Digest digest(QByteArrayView topic, QByteArrayView payload) override;

private:
    void announce(Digest &digest, const QString &id, Node &node);

    QHash<QString, Node> m_nodes;
};

void Meshtastic::announce(Digest &digest, const QString &id, Node &node)
{
    if (!std::exchange(node.isNews, false))
        return;
    Announcement made = announcementFor("meshtastic/" + id.toLatin1(), QStringLiteral("Meshtastic"), {QStringLiteral("meshtastic:") + id});
    made.device.name = node.name.isEmpty() ? id : node.name;
    made.device.manufacturer = QStringLiteral("Meshtastic");
    made.device.hardware = node.hardware;
    made.device.via = node.gateway == id ? QString() : QStringLiteral("meshtastic:") + node.gateway;
    if (!node.downlink.isEmpty()) {
        CommandInfo text;
        text.key = QStringLiteral("sendtext");
        text.name = Words::tr("Send a text");
        text.argument = ArgumentType::Text;
        const QByteArray to = QByteArray::number(id.sliced(1).toUInt(nullptr, 16));
        addCommand(made, text, node.downlink, CommandEncoding::Form::Json, R"({"from":)" + node.sender + R"(,"to":)" + to + R"(,"type":"sendtext","payload":)", "}");
    }
    digest.announced.append(made);
}

// What a packet of this type measured. Members of rarer types go below their type's name, because a way point's place is not the node's.
void addValues(Report &report, const QString &type, const QJsonObject &payload)
{
    const bool plain = type == QLatin1String("telemetry") || type == QLatin1String("position");
    for (auto it = payload.begin(); it != payload.end(); ++it) {
        const bool powered = it.key() == QLatin1String("battery_level") && it->toDouble() > 100; // 101: it has external power
        if (powered)
            report.boolean(QStringLiteral("powered"), true);
        else
            report.leaves(plain ? it.key() : type + QLatin1Char('.') + it.key(), *it, unitOf);
    }
    const QJsonValue latitude = payload.value(QStringLiteral("latitude_i"));
    const QJsonValue longitude = payload.value(QStringLiteral("longitude_i"));
    if (type != QLatin1String("position") || !latitude.isDouble() || !longitude.isDouble())
        return;
    report.number(QStringLiteral("latitude"), latitude.toDouble() / 1e7, QStringLiteral("°"));
    report.number(QStringLiteral("longitude"), longitude.toDouble() / 1e7, QStringLiteral("°"));
}

Digest Meshtastic::digest(QByteArrayView topic, QByteArrayView payload)
{
    const auto message = objectOf(payload);
    if (!message)
        return payload.isEmpty() ? ignored() : malformed(Words::tr("no packet of Meshtastic"));
    const QString type = message->value(QStringLiteral("type")).toString();
    if (type.startsWith(QLatin1String("send"))) // what somebody wants to have sent
        return ignored();
    const QString id = nodeId(message->value(QStringLiteral("from")));
    const QString sender = message->value(QStringLiteral("sender")).toString();
    if (id.isEmpty() || type.size() > 32)
        return malformed(Words::tr("no packet of Meshtastic"));
    if (m_nodes.size() >= maxNodes)
        m_nodes.clear();
    Digest digest;
    Node &node = m_nodes[id];
    const QJsonValue body = message->value(QStringLiteral("payload"));
    if (sender.startsWith(QLatin1Char('!')) && node.gateway != sender) {
        node.note(node.gateway, sender);
        bool ok = false;
        node.sender = QByteArray::number(QStringView(sender).sliced(1).toUInt(&ok, 16));
        node.downlink = ok ? topic.first(topic.indexOf("/json/")).toByteArray() + "/json/mqtt/" : QByteArray();
    }
    if (type == QLatin1String("nodeinfo")) {
        node.note(node.name, body[QStringLiteral("longname")].toString().left(100));
        node.note(node.hardware, body[QStringLiteral("hardware")].toVariant().toString());
    }
    announce(digest, id, node);
    Report report(digest, "meshtastic/" + id.toLatin1(), messageTime({Scalar::Kind::Real, false, 0, message->value(QStringLiteral("timestamp")).toDouble(), {}}));
    if (type == QLatin1String("text"))
        report.event(QStringLiteral("text"), body.isObject() ? body[QStringLiteral("text")].toString() : body.toString());
    else if (type != QLatin1String("nodeinfo"))
        addValues(report, type, body.toObject());
    report.setDiagnostic(true);
    report.scalar(QStringLiteral("rssi"), message->value(QStringLiteral("rssi")), QStringLiteral("dBm"));
    report.scalar(QStringLiteral("snr"), message->value(QStringLiteral("snr")), QStringLiteral("dB"));
    report.scalar(QStringLiteral("hops_away"), message->value(QStringLiteral("hops_away")));
    return digest;
}

} // namespace

std::unique_ptr<Convention> meshtastic()
{
    return std::make_unique<Meshtastic>();
}

} // namespace muster::mqtt
