#pragma once

#include "ingestrecord.h"

#include "backends/mqtt/conventions/catalogue.h"
#include "backends/mqtt/conventions/commandencoding.h"
#include "backends/mqtt/messagerouter.h"

#include <QRegularExpression>

namespace muster::test {

/// The way of a message from the client to the Ingest, with all conventions, and back from a command to its topic and payload.
struct MqttRoad
{
    explicit MqttRoad(mqtt::RouterOptions with = options()) : record(ingest), router(ingest, ConnectionId {1}, std::move(with)) {}

    static mqtt::RouterOptions options()
    {
        mqtt::RouterOptions options;
        options.broker = QStringLiteral("broker");
        options.conventions = mqtt::conventionsOf({{}, {}, QByteArrayLiteral("homeassistant"), QStringLiteral("broker")});
        return options;
    }
    void message(const QByteArray &topic, const QByteArray &payload, bool retained = false) { router.receive({topic, payload, 0, retained}); }
    [[nodiscard]] quint64 count(Count what) { return at(ingest.counters(ConnectionId {1}), what); }
    /// "topic payload" of a command; the number of a request is written as 7, this program's name as "me". Empty: there is no such command.
    [[nodiscard]] QByteArray written(const QString &address, const QString &key, const Value &argument)
    {
        const Device device = record.device(address);
        const auto *command = router.command(device.id, key);
        for (const DevicePart &part : device.parts) {
            if (!command && part.commands.contains(key))
                command = router.command(part.id, part.commands.value(key));
        }
        if (!command)
            return {};
        auto payload = mqtt::encode(command->encoding, command->info, argument);
        if (!payload)
            return payload.error().text.toUtf8();
        payload->replace(mqtt::requestMark, "7");
        static const QRegularExpression own(QStringLiteral("muster-[0-9a-f]{8}"));
        return command->encoding.topic + ' ' + QString::fromUtf8(*payload).replace(own, QStringLiteral("me")).toUtf8();
    }
    /// The last value of a metric with its unit, as "21.5 °C", "true" or "text"; "none": there is none.
    [[nodiscard]] QString last(const QString &address, const QString &key)
    {
        const QList<IngestRecord::Value> values = record.values(address, key);
        if (values.isEmpty())
            return QStringLiteral("none");
        const Metric metric = record.metric(address, key);
        if (metric.type == MetricType::Boolean)
            return values.constLast().number != 0 ? QStringLiteral("true") : QStringLiteral("false");
        if (metric.type == MetricType::Enumeration)
            return metric.options.value(int(values.constLast().number));
        if (metric.type != MetricType::Number)
            return values.constLast().text;
        return (QString::number(values.constLast().number, 'g', 12) + QLatin1Char(' ') + metric.unit).trimmed();
    }

    Ingest ingest;
    IngestRecord record;
    mqtt::MessageRouter router;
};

} // namespace muster::test
