#include "backends/mqtt/sparkplug/hoststate.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace muster::mqtt::sparkplug {

std::optional<HostState> hostState(QByteArrayView payload)
{
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromRawData(payload.data(), payload.size())).object();
    const QJsonValue online = object.value(QStringLiteral("online"));
    const QJsonValue timestamp = object.value(QStringLiteral("timestamp"));
    if (!online.isBool() || !timestamp.isDouble())
        return std::nullopt;
    return HostState {online.toBool(), timestamp.toInteger()};
}

QByteArray hostStatePayload(bool online, qint64 timestamp)
{
    return QByteArray("{\"online\":") + (online ? "true" : "false") + ",\"timestamp\":" + QByteArray::number(timestamp) + '}';
}

QByteArray OwnState::will(Micros now)
{
    m_online = false;
    m_timestamp = now / 1'000;
    return hostStatePayload(false, m_timestamp);
}

QByteArray OwnState::birth()
{
    m_online = true;
    return hostStatePayload(true, m_timestamp);
}

QByteArray OwnState::death(Micros now)
{
    m_online = false;
    return hostStatePayload(false, now / 1'000);
}

QByteArray OwnState::heard(QByteArrayView payload) const
{
    const auto state = hostState(payload);
    return m_online && state && !state->online ? hostStatePayload(true, m_timestamp) : QByteArray();
}

} // namespace muster::mqtt::sparkplug
