#include "core/mail.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace muster {

namespace {

constexpr int format = 1;
constexpr const char *securities[] {"tls", "starttls", "none"};

QString say(const char *sentence)
{
    return QCoreApplication::translate("Mail", sentence);
}

tl::unexpected<Error> refuse(const char *sentence)
{
    return failure(Error::Code::Invalid, say(sentence));
}

} // namespace

int MailSettings::usualPort(Security security)
{
    switch (security) {
    case Security::Tls:
        return 465; // RFC 8314
    case Security::StartTls:
        return 587; // RFC 6409
    case Security::None:
        break;
    }
    return 25;
}

Result<void> MailSettings::validate() const
{
    static const QRegularExpression host(QStringLiteral(R"(^[A-Za-z0-9._-]{1,253}\z|^[0-9A-Fa-f:.]{2,45}\z)"));
    if (server.isEmpty())
        return refuse(QT_TRANSLATE_NOOP("Mail", "No mail server is set up. Name one in the settings, under E-mail."));
    if (!host.match(server).hasMatch())
        return refuse(QT_TRANSLATE_NOOP("Mail", "The mail server needs a name such as mail.example.org, without a port."));
    if (port < 1 || port > 65'535)
        return refuse(QT_TRANSLATE_NOOP("Mail", "The port of the mail server must be between 1 and 65535."));
    if (security == Security::None && !user.isEmpty())
        return refuse(QT_TRANSLATE_NOOP("Mail", "A password is sent over an encrypted connection only. Choose TLS or STARTTLS, or leave the user name empty."));
    if (!mail::address(sender))
        return refuse(QT_TRANSLATE_NOOP("Mail", "The sender needs an address such as muster@example.org."));
    if (!recipient.isEmpty() && !mail::recipients(recipient))
        return refuse(QT_TRANSLATE_NOOP("Mail", "The recipient needs an address such as ada@example.org, or at most 10 with commas between them."));
    return {};
}

QString MailSettings::toText() const
{
    const QJsonObject json {{QStringLiteral("mail"), format}, {QStringLiteral("server"), server}, {QStringLiteral("port"), port},
        {QStringLiteral("security"), QString::fromLatin1(securities[size_t(security)])}, {QStringLiteral("user"), user}, {QStringLiteral("sender"), sender},
        {QStringLiteral("recipient"), recipient}, {QStringLiteral("ca"), caFile}};
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

std::optional<MailSettings> MailSettings::fromText(const QString &text)
{
    MailSettings settings;
    if (text.isEmpty())
        return settings;
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    const auto at = [&json](const char *name) { return json.value(QLatin1StringView(name)); };
    const auto *const security = std::find_if(std::begin(securities), std::end(securities), [&at](const char *one) { return at("security").toString() == QLatin1StringView(one); });
    if (at("mail").toInt() != format || security == std::end(securities))
        return {};
    settings.server = at("server").toString();
    settings.port = at("port").toInt();
    settings.security = Security(security - std::begin(securities));
    settings.user = at("user").toString();
    settings.sender = at("sender").toString();
    settings.recipient = at("recipient").toString();
    settings.caFile = at("ca").toString();
    return settings;
}

namespace mail {

std::optional<QString> address(const QString &text)
{
    static const QRegularExpression local(QStringLiteral(R"(^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*\z)"),
        QRegularExpression::DontCaptureOption);
    static const QRegularExpression domain(QStringLiteral(R"(^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*\z)"),
        QRegularExpression::DontCaptureOption);
    const QString trimmed = text.trimmed();
    const qsizetype at = trimmed.lastIndexOf(u'@');
    if (at < 1 || at > 64 || trimmed.size() > maxAddress)
        return {};
    const QString name = trimmed.left(at);
    const QString place = QString::fromLatin1(QUrl::toAce(trimmed.mid(at + 1)));
    if (!local.match(name).hasMatch() || !domain.match(place).hasMatch() || at + 1 + place.size() > maxAddress)
        return {};
    return name + u'@' + place;
}

std::optional<QStringList> recipients(const QString &text)
{
    static const QRegularExpression between(QStringLiteral("[,;]"));
    QStringList all;
    const QStringList parts = text.split(between);
    for (const QString &part : parts) {
        const std::optional<QString> one = address(part);
        if (!one || all.size() >= maxRecipients)
            return {};
        if (!all.contains(*one))
            all.append(*one);
    }
    return all;
}

} // namespace mail
} // namespace muster
