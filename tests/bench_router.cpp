// What a message costs between the MQTT client and the Ingest, by its shape: nanoseconds a message, without a network.
//
//   bench_router [--quick]
//
// 1000 topics in turn; the Ingest is flushed every 256 messages as by its tick. The best of five rounds is shown.
#include "backends/mqtt/conventions/homeassistant.h"
#include "backends/mqtt/messagerouter.h"
#include "core/ingest.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace muster;
using namespace muster::mqtt;

namespace {

constexpr int topics = 1'000;

struct Shape
{
    const char *name;
    QByteArray (*config)(int topic);  ///< a discovery message, or nothing
    QByteArray (*payload)(int topic, int round);
};

QByteArray none(int)
{
    return {};
}

QByteArray number(int topic, int round)
{
    return QByteArray::number(topic * 0.25 + round);
}

QByteArray threeMembers(int topic, int round)
{
    return "{\"temperature\":" + QByteArray::number(20 + topic * 0.01) + ",\"humidity\":" + QByteArray::number(40 + round) + ",\"power\":1.5}";
}

QByteArray twentyMembers(int topic, int round)
{
    QByteArray payload = "{\"state\":\"ON\",\"last_seen\":\"2026-01-01T00:00:00Z\",\"update\":{\"state\":\"idle\",\"installed\":17}";
    for (int i = 0; i < 16; ++i)
        payload += ",\"member" + QByteArray::number(i) + "\":" + QByteArray::number(topic + round + i * 0.5);
    return payload + '}';
}

QByteArray sensor(int topic)
{
    return R"({"stat_t":"plant/line/device)" + QByteArray::number(topic) + R"(","val_tpl":"{{ value_json.power }}","unit_of_meas":"W","dev":{"ids":"d)"
        + QByteArray::number(topic) + R"("}})";
}

double measure(const Shape &shape, int rounds)
{
    Ingest ingest;
    QObject::connect(&ingest, &Ingest::sampled, &ingest, [&ingest](const SampleBatch &batch) { ingest.acknowledge(batch.samples.size()); });
    RouterOptions options;
    options.broker = QStringLiteral("bench");
    options.conventions.push_back(homeAssistant("homeassistant"));
    MessageRouter router(ingest, ConnectionId {1}, std::move(options));
    std::vector<std::pair<QByteArray, QByteArray>> messages;
    for (int round = 0; round < 8; ++round) {
        for (int topic = 0; topic < topics; ++topic)
            messages.emplace_back("plant/line/device" + QByteArray::number(topic), shape.payload(topic, round));
    }
    for (int topic = 0; topic < topics; ++topic) {
        if (const QByteArray config = shape.config(topic); !config.isEmpty())
            router.receive({"homeassistant/sensor/d" + QByteArray::number(topic) + "/power/config", config, 0, true});
    }
    double best = 1e9;
    for (int round = 0; round < rounds; ++round) {
        QElapsedTimer clock;
        clock.start();
        size_t n = 0;
        for (const auto &[topic, payload] : messages) {
            if (n % 256 == 0)
                ingest.setArrival(nowMicros());
            router.receive({topic, payload, 0, false});
            if (++n % 256 == 0)
                ingest.flush();
        }
        if (round > 0) // the first one makes the devices
            best = std::min(best, double(clock.nsecsElapsed()) / double(messages.size()));
    }
    return best;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const int rounds = app.arguments().contains(QStringLiteral("--quick")) ? 3 : 40;
    const Shape shapes[] = {{"plain number, generic", none, number},
                            {"3 members, generic", none, threeMembers},
                            {"3 members, one discovered sensor", sensor, threeMembers},
                            {"20 members, generic", none, twentyMembers},
                            {"20 members, one discovered sensor", sensor, twentyMembers}};
    std::printf("%-36s %10s\n", "message", "ns");
    for (const Shape &shape : shapes)
        std::printf("%-36s %10.0f\n", shape.name, measure(shape, rounds));
    return 0;
}
