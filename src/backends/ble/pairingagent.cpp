#include "backends/ble/pairingagent.h"

#include <QDBusConnection>

#include <utility>

namespace muster::ble {

namespace {

QString rejected()
{
    return QStringLiteral("org.bluez.Error.Rejected");
}

QString sixDigits(quint32 passkey)
{
    return QStringLiteral("%1").arg(passkey, 6, 10, QLatin1Char('0'));
}

} // namespace

PairingAgent::PairingAgent(QObject *parent)
    : QObject(parent)
{
    QDBusConnection::systemBus().registerObject(path(), this, QDBusConnection::ExportScriptableSlots);
}

PairingAgent::~PairingAgent()
{
    QDBusConnection::systemBus().unregisterObject(path());
}

QString PairingAgent::path()
{
    return QStringLiteral("/io/github/muster_fleet/agent");
}

void PairingAgent::take(const QDBusObjectPath &device, PairingQuestion::Kind kind, const QString &code)
{
    if (device.path() != m_device || m_open.type() == QDBusMessage::MethodCallMessage) {
        sendErrorReply(rejected(), QStringLiteral("One device is paired at a time"));
        return;
    }
    if (kind != PairingQuestion::Kind::TypeThere) {
        setDelayedReply(true);
        m_open = message();
        m_kind = kind;
    }
    Q_EMIT asked(kind, code);
}

void PairingAgent::answer(bool yes, const QString &code)
{
    const QDBusMessage question = std::exchange(m_open, {});
    if (question.type() != QDBusMessage::MethodCallMessage)
        return;
    bool isNumber = true;
    const quint32 passkey = m_kind == PairingQuestion::Kind::TypeHere ? code.toUInt(&isNumber) : 0;
    QDBusMessage reply;
    if (!yes || !isNumber || passkey > 999'999)
        reply = question.createErrorReply(rejected(), QStringLiteral("Not allowed"));
    else if (m_kind == PairingQuestion::Kind::TypeHere)
        reply = question.createReply(passkey);
    else if (m_kind == PairingQuestion::Kind::TypePin)
        reply = question.createReply(code.left(16)); // the longest there is
    else
        reply = question.createReply();
    QDBusConnection::systemBus().send(reply);
}

void PairingAgent::Release() {}

QString PairingAgent::RequestPinCode(const QDBusObjectPath &device)
{
    take(device, PairingQuestion::Kind::TypePin);
    return {};
}

void PairingAgent::DisplayPinCode(const QDBusObjectPath &device, const QString &pin)
{
    take(device, PairingQuestion::Kind::TypeThere, pin.left(16));
}

quint32 PairingAgent::RequestPasskey(const QDBusObjectPath &device)
{
    take(device, PairingQuestion::Kind::TypeHere);
    return 0;
}

void PairingAgent::DisplayPasskey(const QDBusObjectPath &device, quint32 passkey, quint16 entered)
{
    if (entered == 0) // told again with each digit
        take(device, PairingQuestion::Kind::TypeThere, sixDigits(passkey));
}

void PairingAgent::RequestConfirmation(const QDBusObjectPath &device, quint32 passkey)
{
    take(device, PairingQuestion::Kind::Compare, sixDigits(passkey));
}

void PairingAgent::RequestAuthorization(const QDBusObjectPath &device)
{
    take(device, PairingQuestion::Kind::Allow);
}

void PairingAgent::AuthorizeService(const QDBusObjectPath &device, const QString &)
{
    if (device.path() != m_device)
        sendErrorReply(rejected(), QStringLiteral("Not the device that is being paired"));
}

void PairingAgent::Cancel()
{
    m_open = {};
    Q_EMIT cancelled();
}

} // namespace muster::ble
