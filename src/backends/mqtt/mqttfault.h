#pragma once

#include "core/connection.h"
#include "core/result.h"

#include <QCoreApplication>

namespace muster {

struct MqttOptions;

/// Why a session ended or did not come up, in the words people read: what happened, to which broker, and what to do.
/// The same sentences whichever library is behind MqttClient.
struct MqttFault
{
    Q_DECLARE_TR_FUNCTIONS(MqttFault)

public:
    Error error {};
    bool permanent = false; ///< trying again with the same options is pointless
    bool keyLocked = false; ///< another passphrase may help
    ServerCertificate untrusted {}; ///< pinning it may help

    enum class Certificate : quint8 { Untrusted, Expired, NotYetValid, WrongHost, Revoked, NotPinned, Bad };
    enum class Identity : quint8 { Wanted, Refused, BadFile, BadKey, Mismatch, Locked, WrongPassphrase };

    static MqttFault unknownHost(const MqttOptions &options);
    /// The host answered, but nothing listens on that port.
    static MqttFault portClosed(const MqttOptions &options);
    /// Any other failure to get through to the host; `reason` is the operating system's.
    static MqttFault unreachable(const MqttOptions &options, const QString &reason);
    static MqttFault timedOut(const MqttOptions &options);
    /// The connection ended before the broker answered the login.
    static MqttFault hungUp(const MqttOptions &options);
    /// An established session broke: end of file, reset, no answer to a ping.
    static MqttFault lost(const MqttOptions &options);
    static MqttFault silent(const MqttOptions &options);

    static MqttFault badCaFile(const MqttOptions &options);
    static MqttFault badCertificate(const MqttOptions &options, Certificate problem, const QString &detail);
    /// Something is wrong with our own certificate or its key; `detail` is the library's.
    static MqttFault badIdentity(const MqttOptions &options, Identity problem, const QString &detail = {});
    /// It does not speak the TLS version we want at least, or none of the protocols (ALPN) we offer.
    static MqttFault oldTls(const MqttOptions &options);
    static MqttFault noProtocol(const MqttOptions &options);
    /// What answers there does not speak TLS, or not a version that is still safe.
    static MqttFault noTls(const MqttOptions &options, const QString &detail);

    /// The library of this build goes without them.
    static MqttFault webSocketsUnsupported();
    /// A web server answered the request for a WebSocket with this status of HTTP, or with something that is none (0).
    static MqttFault noWebSocket(const MqttOptions &options, int status, const QString &reason);

    /// The broker answered the login with this code, not 0: CONNACK of MQTT 3.1.1 (1 … 5, table 3.1) or MQTT 5 (128 …, table 3-1).
    static MqttFault refused(const MqttOptions &options, int code);
    /// The broker ended the session with a DISCONNECT of MQTT 5 (table 3-10).
    static MqttFault ended(const MqttOptions &options, int code);
    /// The other side broke the protocol.
    static MqttFault protocol(const MqttOptions &options);
    static MqttFault invalid(const QString &text);
    static MqttFault cancelled();

    // What a single order meets
    static MqttFault notConnected(const MqttOptions &options);
    static MqttFault badTopic(const QString &topic);
    static MqttFault tooLarge(const QString &topic);
    static MqttFault tooMany(const MqttOptions &options);
    static MqttFault notSupported(const MqttOptions &options);
    /// PUBACK or PUBREC of MQTT 5 with a code from 128 on.
    static MqttFault refusedMessage(const MqttOptions &options, int code);
};

} // namespace muster
