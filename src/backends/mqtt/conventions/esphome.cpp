#include "backends/mqtt/conventions/esphome.h"

#include "backends/mqtt/conventions/report.h"
#include "backends/mqtt/conventions/topics.h"
#include "backends/mqtt/conventions/words.h"

namespace muster::mqtt {

namespace {

class EspHome : public Convention
{
public:
    explicit EspHome(const QString &broker) : m_broker(broker) {}
    [[nodiscard]] QByteArray name() const override { return QByteArrayLiteral("esphome"); }
    [[nodiscard]] bool claims(QByteArrayView topic) const override { return topic.startsWith("esphome/discover/") && topic.count('/') == 2; }
    [[nodiscard]] Digest digest(QByteArrayView topic, QByteArrayView payload) override;

private:
    QString m_broker;
    Announced m_announced;
};

Digest EspHome::digest(QByteArrayView topic, QByteArrayView payload)
{
    const QByteArray node = topic.sliced(17).toByteArray();
    const QByteArray origin = "esphome/" + node;
    Digest digest;
    if (payload.isEmpty()) {
        digest.withdrawn.append(origin);
        m_announced.forget(origin);
        return digest;
    }
    const auto message = objectOf(payload);
    if (!message || !message->contains(QStringLiteral("version")) || node.isEmpty())
        return malformed(Words::tr("no description of an ESPHome device"));
    const auto text = [&](const char *key) { return message->value(QLatin1String(key)).toString(); };
    const QString mac = hardwareAddress(text("mac"));
    Announcement made = announcementFor(origin, QStringLiteral("ESPHome"), {mac.isEmpty() ? QString() : QStringLiteral("mac:") + mac, QStringLiteral("mqtt:%1/%2").arg(m_broker, QString::fromUtf8(node))});
    made.native = false; // Home Assistant's discovery tells more of it
    made.device.name = text("friendly_name").isEmpty() ? QString::fromUtf8(node) : text("friendly_name");
    made.device.manufacturer = text("project_name").isEmpty() ? QStringLiteral("ESPHome") : text("project_name").section(QLatin1Char('.'), 0, 0);
    made.device.model = text("board");
    made.device.hardware = text("platform");
    made.device.firmware = text("version");
    made.availability.topics = {{node + "/status", {}, "online", "offline"}};
    made.topics = {node + "/status", node + "/debug"};
    m_announced.put(digest, made);
    Report report(digest, origin);
    report.setDiagnostic(true);
    report.scalar(QStringLiteral("ip"), message->value(QStringLiteral("ip")));
    return digest;
}

} // namespace

std::unique_ptr<Convention> espHome(const QString &broker)
{
    return std::make_unique<EspHome>(broker);
}

} // namespace muster::mqtt
