#pragma once

#include "core/result.h"

#include <QStringList>

#include <optional>

namespace muster {

/// An e-mail somebody wants to send: plain text.
struct Mail
{
    QString to {};      ///< as mail::recipients() reads it; empty: whom the settings name
    QString subject {}; ///< one line
    QString text {};    ///< any lines

    friend bool operator==(const Mail &, const Mail &) = default;
};

/// How e-mail is sent. Everything but the password, which is nobody's but the keychain's.
struct MailSettings
{
    enum class Security : quint8 {
        Tls,      ///< from the first byte
        StartTls, ///< before the login; where the server has none, nothing is sent
        None,     ///< without a login, too
    };

    QString server {};    ///< a host name or an address; empty: no e-mail is sent
    int port = 465;
    Security security = Security::Tls;
    QString user {};      ///< empty: without a login
    QString sender {};
    QString recipient {}; ///< of mail that names none; as mail::recipients() reads it
    QString caFile {};    ///< PEM, authorities that are trusted instead of the system's; empty: the system's

    [[nodiscard]] static int usualPort(Security security);
    [[nodiscard]] bool isEmpty() const { return server.isEmpty(); }
    /// Whether mail can be sent with them; else what is missing.
    [[nodiscard]] Result<void> validate() const;

    [[nodiscard]] QString toText() const;
    /// Nothing: the text is none of ours. Empty text: no settings.
    [[nodiscard]] static std::optional<MailSettings> fromText(const QString &text);
    friend bool operator==(const MailSettings &, const MailSettings &) = default;
};

namespace mail {

constexpr qsizetype maxSubject = 200;
constexpr qsizetype maxText = 64 * 1'024;   ///< characters
constexpr qsizetype maxAddress = 254;       ///< RFC 5321, 4.5.3.1.3: a path has 256 with its brackets
constexpr qsizetype maxRecipients = 10;

/// An address as it goes over the wire, or nothing: RFC 5321's dot-string or a domain in other letters, which becomes its xn-- form (RFC 5891). Neither quoted
/// names nor names beyond ASCII. Example: " ada@müller.example " is ada@xn--mller-kva.example.
[[nodiscard]] std::optional<QString> address(const QString &text);
/// 1 to maxRecipients addresses with commas or semicolons between them; nothing where one is wrong.
[[nodiscard]] std::optional<QStringList> recipients(const QString &text);

} // namespace mail
} // namespace muster

Q_DECLARE_METATYPE(muster::Mail)
