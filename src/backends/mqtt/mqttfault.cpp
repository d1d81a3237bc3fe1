#include "backends/mqtt/mqttfault.h"

#include "backends/mqtt/mqttclient.h"

namespace muster {
namespace {

using Code = Error::Code;

/// "broker.local:1883", "[fe80::1]:1883"
QString endpoint(const MqttOptions &options)
{
    const bool ipv6 = options.host.contains(QLatin1Char(':'));
    return (ipv6 ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2")).arg(options.host, QString::number(options.port));
}

MqttFault passing(Code code, const QString &text)
{
    return {Error {code, text}, false};
}

MqttFault lasting(Code code, const QString &text)
{
    return {Error {code, text}, true};
}

} // namespace

MqttFault MqttFault::unknownHost(const MqttOptions &options)
{
    return passing(Code::NotFound, tr("There is no host called “%1”. Check the name and your network.").arg(options.host));
}

MqttFault MqttFault::portClosed(const MqttOptions &options)
{
    return passing(Code::Unreachable, tr("Nothing listens at %1. Check the port, and whether the broker is running.").arg(endpoint(options)));
}

MqttFault MqttFault::unreachable(const MqttOptions &options, const QString &reason)
{
    return passing(Code::Unreachable, tr("The broker at %1 cannot be reached (%2). Check the address and your network.").arg(endpoint(options), reason));
}

MqttFault MqttFault::timedOut(const MqttOptions &options)
{
    return passing(
        Code::TimedOut, tr("The broker at %1 did not answer in time. Check the address, the port, and whether it wants TLS.").arg(endpoint(options)));
}

MqttFault MqttFault::hungUp(const MqttOptions &options)
{
    return passing(Code::Unreachable, options.tls
                                          ? tr("%1 hung up before the login. Check that the port is the broker's TLS port, and whether it wants a certificate of yours.").arg(endpoint(options))
                                          : tr("%1 hung up before the login. Check the port, and whether the broker wants TLS.").arg(endpoint(options)));
}

MqttFault MqttFault::lost(const MqttOptions &options)
{
    return passing(Code::Unreachable, tr("The connection to the broker at %1 broke. Check that it is running.").arg(endpoint(options)));
}

MqttFault MqttFault::silent(const MqttOptions &options)
{
    return passing(Code::TimedOut, tr("The broker at %1 went silent. Check the network.").arg(endpoint(options)));
}

MqttFault MqttFault::badCaFile(const MqttOptions &options)
{
    return lasting(Code::NotFound, tr("The CA file “%1” cannot be read as PEM certificates. Choose another one.").arg(options.caFile));
}

MqttFault MqttFault::badCertificate(const MqttOptions &options, Certificate problem, const QString &detail)
{
    const QString where = endpoint(options);
    switch (problem) {
    case Certificate::Untrusted:
        return lasting(
            Code::Refused, options.caFile.isEmpty()
                               ? tr("The certificate of %1 was not issued by an authority this computer trusts. Give the connection its CA file, or trust this one certificate.").arg(where)
                               : tr("The certificate of %1 was not issued by the authority in “%2”. Check the CA file, or trust this one certificate.").arg(where, options.caFile));
    case Certificate::Expired:
        return lasting(Code::Refused, tr("The certificate of %1 has expired. Renew it on the broker, or check this computer's clock.").arg(where));
    case Certificate::NotYetValid:
        return lasting(Code::Refused, tr("The certificate of %1 is not valid yet. Check this computer's clock.").arg(where));
    case Certificate::WrongHost:
        return lasting(Code::Refused, tr("The certificate of %1 is for another host. Connect by the name that is in it.").arg(where));
    case Certificate::Revoked:
        return lasting(Code::Refused, tr("The certificate of %1 was revoked. Renew it on the broker.").arg(where));
    case Certificate::NotPinned:
        return lasting(Code::Refused, tr("The certificate of %1 is not the one this connection trusts. If the broker has a new one, compare the fingerprints and "
                                         "trust that one instead.").arg(where));
    case Certificate::Bad:
        break;
    }
    return lasting(Code::Refused, tr("The certificate of %1 is not acceptable (%2). Renew it on the broker.").arg(where, detail));
}

MqttFault MqttFault::badIdentity(const MqttOptions &options, Identity problem, const QString &detail)
{
    const QString keyFile = options.keyFile.isEmpty() ? options.certificateFile : options.keyFile;
    const auto locked = [](const QString &text) {
        MqttFault fault = lasting(Code::Unauthorized, text);
        fault.keyLocked = true;
        return fault;
    };
    switch (problem) {
    case Identity::Wanted:
        return lasting(Code::Refused, tr("The broker at %1 wants a certificate of yours. Give the connection one, with its key.").arg(endpoint(options)));
    case Identity::Refused:
        return lasting(Code::Refused,
            tr("The broker at %1 does not accept the certificate in “%2” (%3). Choose one that it knows.").arg(endpoint(options), options.certificateFile, detail));
    case Identity::BadFile:
        return lasting(Code::NotFound, tr("The file “%1” cannot be read as a PEM or PKCS#12 certificate. Choose another one.").arg(options.certificateFile));
    case Identity::BadKey:
        return lasting(Code::NotFound, tr("There is no readable key in “%1”. Choose the key file of your certificate.").arg(keyFile));
    case Identity::Mismatch:
        return lasting(Code::Invalid, tr("The key in “%1” does not belong to the certificate in “%2”. Choose the right pair.").arg(keyFile, options.certificateFile));
    case Identity::Locked:
        return locked(tr("The key in “%1” is locked. Give its passphrase.").arg(keyFile));
    case Identity::WrongPassphrase:
        return locked(tr("The passphrase does not open the key in “%1”. Give the right one.").arg(keyFile));
    }
    return invalid(detail);
}

MqttFault MqttFault::oldTls(const MqttOptions &options)
{
    return lasting(Code::Unsupported, options.tls13
                                          ? tr("The broker at %1 does not speak TLS 1.3. Allow TLS 1.2 for this connection, or update the broker.").arg(endpoint(options))
                                          : tr("The broker at %1 speaks no TLS that is still safe. Update the broker.").arg(endpoint(options)));
}

MqttFault MqttFault::noProtocol(const MqttOptions &options)
{
    return lasting(Code::Unsupported, tr("The broker at %1 knows none of the protocols %2. Check the ALPN setting of the connection.")
                                          .arg(endpoint(options), QString::fromUtf8(options.alpn.join(", "))));
}

MqttFault MqttFault::noTls(const MqttOptions &options, const QString &detail)
{
    return lasting(
        Code::Unsupported, tr("No secure connection to %1 is possible (%2). Check that the port is the broker's TLS port.").arg(endpoint(options), detail));
}

MqttFault MqttFault::webSocketsUnsupported()
{
    return lasting(Code::Unsupported, tr("This Muster was built with Qt MQTT, which does not speak MQTT over WebSockets. Use mqtt:// or mqtts://."));
}

MqttFault MqttFault::noWebSocket(const MqttOptions &options, int status, const QString &reason)
{
    const QString where = endpoint(options) + options.webPath;
    const QString said = reason.isEmpty() ? QString::number(status) : QStringLiteral("%1 %2").arg(QString::number(status), reason);
    if (status == 401 || status == 403 || status == 407)
        return lasting(Code::Unauthorized, tr("The web server at %1 lets nobody in without a login of its own (%2). Ask the person who runs it.").arg(where, said));
    if (status >= 300 && status < 400)
        return lasting(Code::Refused, tr("The web server at %1 says that this is somewhere else (%2). Use the address that it leads to.").arg(where, said));
    if (status == 429 || status >= 500)
        return passing(Code::Unreachable, tr("The web server at %1 does not reach its broker now (%2). Wait a little, or ask the person who runs it.").arg(where, said));
    if (status >= 400)
        return lasting(Code::NotFound, tr("There is no WebSocket at %1 (%2). Check the path of the address.").arg(where, said));
    return passing(Code::Corrupt, tr("What answers at %1 is no WebSocket of a broker. Check the port and the path.").arg(where));
}

MqttFault MqttFault::refused(const MqttOptions &options, int code)
{
    const QString where = endpoint(options);
    switch (code) {
    case 0x01:
    case 0x84:
        return lasting(Code::Unsupported, options.protocol == 5
                                              ? tr("The broker at %1 does not speak MQTT 5. Choose MQTT 3.1.1 for this connection.").arg(where)
                                              : tr("The broker at %1 does not speak MQTT 3.1.1. Choose MQTT 5 for this connection.").arg(where));
    case 0x02:
    case 0x85:
        return lasting(Code::Refused, tr("The broker at %1 refused the client id. Give this connection another one.").arg(where));
    case 0x03:
    case 0x88:
    case 0x89:
    case 0x9F:
        return passing(Code::Unreachable, tr("The broker at %1 is too busy to take the connection. Wait a little.").arg(where));
    case 0x04:
    case 0x86:
    case 0x8C:
        return lasting(Code::Unauthorized, tr("The broker at %1 refused the user name or password. Check both in Connections.").arg(where));
    case 0x05: // Mosquitto says this for a wrong password as well, section 3.2.2.3 of MQTT 3.1.1 notwithstanding
    case 0x87:
        return lasting(Code::Unauthorized, options.user.isEmpty()
                                          ? tr("The broker at %1 wants a login. Set user name and password in Connections.").arg(where)
                                          : tr("The broker at %1 does not let “%2” in. Check user name and password in Connections.").arg(where, options.user));
    case 0x8A:
        return lasting(Code::Refused, tr("The broker at %1 has banned this client. Ask the person who runs it.").arg(where));
    case 0x9C:
    case 0x9D:
        return lasting(Code::Refused, tr("The broker at %1 says that it has moved. Ask the person who runs it for the new address.").arg(where));
    default:
        return lasting(Code::Refused, tr("The broker at %1 refused the connection (reason %2). Ask the person who runs it.").arg(where).arg(code));
    }
}

MqttFault MqttFault::ended(const MqttOptions &options, int code)
{
    const QString where = endpoint(options);
    switch (code) {
    case 0x8E: // taken over: trying again would only throw the other one out in turn, without end
        return lasting(Code::Refused, tr("Another client logged in to %1 with the same client id. Give this connection another one.").arg(where));
    case 0x87:
        return lasting(Code::Refused, tr("The broker at %1 withdrew the permission to stay connected. Check the login in Connections.").arg(where));
    case 0x8B:
        return passing(Code::Unreachable, tr("The broker at %1 is shutting down. Wait until it is back.").arg(where));
    default:
        return passing(Code::Unreachable, tr("The broker at %1 ended the connection (reason %2). Look into its log.").arg(where).arg(code));
    }
}

MqttFault MqttFault::protocol(const MqttOptions &options)
{
    return passing(Code::Corrupt, tr("What answers at %1 does not keep to MQTT. Check the port.").arg(endpoint(options)));
}

MqttFault MqttFault::invalid(const QString &text)
{
    return lasting(Code::Invalid, text);
}

MqttFault MqttFault::cancelled()
{
    return passing(Code::Cancelled, tr("Disconnected on request."));
}

MqttFault MqttFault::notConnected(const MqttOptions &options)
{
    return passing(Code::Unreachable, tr("There is no connection to the broker at %1. Wait until it is back.").arg(endpoint(options)));
}

MqttFault MqttFault::badTopic(const QString &topic)
{
    return lasting(Code::Invalid, tr("“%1” cannot be used as an MQTT topic here. Correct it.").arg(topic));
}

MqttFault MqttFault::tooLarge(const QString &topic)
{
    return lasting(Code::TooLarge, tr("The message to “%1” is larger than the broker takes. Make it shorter.").arg(topic));
}

MqttFault MqttFault::tooMany(const MqttOptions &options)
{
    return passing(Code::TooLarge, tr("Too many messages wait for the broker at %1. Send more slowly.").arg(endpoint(options)));
}

MqttFault MqttFault::notSupported(const MqttOptions &options)
{
    return lasting(Code::Unsupported, tr("The broker at %1 does not take messages of this QoS. Choose a lower one.").arg(endpoint(options)));
}

MqttFault MqttFault::refusedMessage(const MqttOptions &options, int code)
{
    if (code == 0x87)
        return lasting(Code::Refused, tr("The broker at %1 does not allow this login to send there. Ask the person who runs it.").arg(endpoint(options)));
    return passing(Code::Refused, tr("The broker at %1 refused the message (reason %2). Look into its log.").arg(endpoint(options)).arg(code));
}

} // namespace muster
