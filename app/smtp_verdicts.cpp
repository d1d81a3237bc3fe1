// What went wrong with a mail, in words: what happened, to whom, and what helps.
#include "app/smtp.h"

#include "ui/format.h"

#include <curl/curl.h>

#include <algorithm>

namespace muster {

namespace {

constexpr qsizetype mostAnswer = 160;

// What CURLINFO_SSL_VERIFYRESULT says: X509_V_ERR_… of OpenSSL's x509_vfy.h.
constexpr long unasked = 1; ///< nothing was wrong so far
constexpr long notYetValid = 9;
constexpr long expired = 10;

SmtpVerdict never(Error::Code code, const QString &text)
{
    return {failure(code, text), false};
}

SmtpVerdict perhapsLater(Error::Code code, const QString &text)
{
    return {failure(code, text), true};
}

} // namespace

/// The server's own words, or its number alone where it repeats a secret.
QString Smtp::answer() const
{
    const bool repeats = std::any_of(m_secrets.cbegin(), m_secrets.cend(), [this](const QByteArray &secret) { return m_said.contains(secret); });
    return format::plain(QString::fromUtf8(repeats ? m_said.left(3) : m_said), mostAnswer).simplified();
}

QString Smtp::place() const
{
    return QStringLiteral("%1:%2").arg(m_settings.server).arg(m_settings.port);
}

SmtpVerdict Smtp::judged(int code) const
{
    const int status = m_said.left(3).toInt();
    switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
        return perhapsLater(Error::Code::NotFound, tr("There is no mail server %1 in the network. Check its name.").arg(m_settings.server));
    case CURLE_COULDNT_CONNECT:
        return perhapsLater(Error::Code::Unreachable, tr("Nobody answers at %1. Check server and port, and whether a firewall is between.").arg(place()));
    case CURLE_OPERATION_TIMEDOUT:
        return late();
    case CURLE_LOGIN_DENIED:
    case CURLE_AUTH_ERROR:
        if (status / 100 == 4)
            return perhapsLater(Error::Code::Refused, tr("%1 cannot check the login of %2 now (%3).").arg(m_settings.server, m_settings.user).arg(status));
        return never(Error::Code::Unauthorized, status < 400 ? tr("%1 knows no way of logging in that Muster knows, too.").arg(m_settings.server)
                                                             : tr("%1 refused the login of %2 (%3). Check user name and password.").arg(m_settings.server, m_settings.user).arg(status));
    case CURLE_USE_SSL_FAILED:
        return never(Error::Code::Refused, tr("%1 offers no STARTTLS, so nothing was sent. Choose TLS, or the port for STARTTLS, which mostly is 587.").arg(place()));
    case CURLE_SSL_CACERT_BADFILE:
        return never(Error::Code::NotFound, tr("The file %1 holds no certificates of authorities in PEM. Choose another one.").arg(m_settings.caFile));
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
        return untrusted(code);
    default:
        break;
    }
    return status >= 400 ? refused(status) : lost();
}

SmtpVerdict Smtp::untrusted(int code) const
{
    long verified = 0;
    curl_easy_getinfo(m_easy, CURLINFO_SSL_VERIFYRESULT, &verified);
    if (code == CURLE_SSL_CONNECT_ERROR && verified <= unasked)
        return never(Error::Code::Refused, tr("%1 does not speak TLS, or none that is safe. Choose STARTTLS, or the port for TLS, which mostly is 465.").arg(place()));
    if (verified == expired || verified == notYetValid)
        return never(Error::Code::Refused, tr("The certificate of %1 is not valid now. Check this computer's clock, or tell whoever runs the server.").arg(m_settings.server));
    if (verified > unasked)
        return never(Error::Code::Refused, tr("The certificate of %1 comes from an authority that is not trusted. If it is your own, choose its file.").arg(m_settings.server));
    return never(Error::Code::Refused, tr("The certificate of %1 is for another name. Write the server's name as its certificate has it.").arg(m_settings.server));
}

SmtpVerdict Smtp::refused(int status) const
{
    QString text;
    if (status == 530)
        text = tr("%1 wants a login (%2). Write user name and password.").arg(m_settings.server, answer());
    else if (m_phase == Phase::Sender)
        text = tr("%1 takes no mail from %2 (%3). Check the sender.").arg(m_settings.server, m_message.sender, answer());
    else if (m_phase == Phase::Recipient)
        text = tr("%1 takes no mail for %2 (%3). Check the address.").arg(m_settings.server, m_message.recipients.value(m_recipient), answer());
    else if (m_phase == Phase::Connecting)
        text = tr("%1 does not talk to this computer (%2). Ask whoever runs the server.").arg(place(), answer());
    else
        text = tr("%1 refused the mail (%2).").arg(m_settings.server, answer());
    return {failure(Error::Code::Refused, text), status / 100 == 4};
}

SmtpVerdict Smtp::lost() const
{
    return perhapsLater(Error::Code::Unreachable, tr("%1 broke off in the middle. Check the port, and whether it is a mail server.").arg(place()));
}

SmtpVerdict Smtp::late() const
{
    const QString seconds = QString::number(std::max(1, m_limit.interval() / 1'000));
    return perhapsLater(Error::Code::TimedOut, m_phase == Phase::Connecting ? tr("%1 did not answer within %2 s. Check server, port and encryption.").arg(place(), seconds)
                                                                            : tr("%1 was silent for too long; the mail was given up after %2 s.").arg(place(), seconds));
}

} // namespace muster
