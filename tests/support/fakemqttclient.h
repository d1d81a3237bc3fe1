#pragma once

#include "backends/mqtt/mqttclient.h"

#include <QList>

namespace muster::test {

/// An MqttClient without a network: records what it is asked, and lets a test play the broker by calling its listener.
class FakeMqttClient : public MqttClient
{
public:
    struct Published
    {
        int token = 0;
        QByteArray topic {};
        QByteArray payload {};
        int qos = 0;
        bool retain = false;
    };

    explicit FakeMqttClient(Listener &listener) : listener(listener) {}

    void connectToBroker(const MqttOptions &options) override
    {
        ++attempts;
        lastOptions = options;
    }
    void disconnectFromBroker() override { ++goodbyes; }
    Result<void> subscribe(const QByteArray &filter, int) override
    {
        filters.append(filter);
        return {};
    }
    Result<void> unsubscribe(const QByteArray &) override { return {}; }
    Result<int> publish(const QByteArray &topic, const QByteArray &payload, int qos, bool retain) override
    {
        published.append({++lastToken, topic, payload, qos, retain});
        return lastToken;
    }

    void message(const QByteArray &topic, const QByteArray &payload, bool retained = false)
    {
        listener.mqttBurst(true);
        listener.mqttReceived({topic, payload, 0, retained});
        listener.mqttBurst(false);
    }

    Listener &listener;
    MqttOptions lastOptions;
    QByteArrayList filters;
    QList<Published> published;
    int attempts = 0;
    int goodbyes = 0;
    int lastToken = 0;
};

} // namespace muster::test
