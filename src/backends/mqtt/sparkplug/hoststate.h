#pragma once

#include "core/sample.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace muster::mqtt::sparkplug {

/// What a STATE message says of a host application.
struct HostState
{
    bool online = false;
    qint64 timestamp = 0; ///< ms
};

/// {"online":true,"timestamp":1700000000000}; none: it is no such thing.
[[nodiscard]] std::optional<HostState> hostState(QByteArrayView payload);
[[nodiscard]] QByteArray hostStatePayload(bool online, qint64 timestamp);

/// Muster's own STATE on one connection: only where the person turned it on. What to publish when; the topic is stateTopic(), QoS 1, retained.
/// The will and the birth of a session carry the same time, which each connection keeps for itself.
class OwnState
{
public:
    /// The will of the session that is about to begin.
    [[nodiscard]] QByteArray will(Micros now);
    /// To be published once the own STATE topic is subscribed.
    [[nodiscard]] QByteArray birth();
    /// To be published before a goodbye.
    [[nodiscard]] QByteArray death(Micros now);
    /// A message on the own STATE topic. What to publish because of it: somebody's "offline" (an earlier session's will) must not stand. Empty: nothing.
    [[nodiscard]] QByteArray heard(QByteArrayView payload) const;
    /// Whether the birth was published in this session.
    [[nodiscard]] bool isOnline() const { return m_online; }
    void sessionEnded() { m_online = false; }

private:
    qint64 m_timestamp = 0; ///< ms
    bool m_online = false;
};

} // namespace muster::mqtt::sparkplug
