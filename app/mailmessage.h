#pragma once

#include "core/mail.h"

#include <QByteArray>
#include <QDateTime>

namespace muster {

/// One mail on its way: who gets it, and its bytes.
struct MailMessage
{
    QString sender {};
    QStringList recipients {};
    QByteArray bytes {}; ///< RFC 5322, ASCII, short lines that end in CRLF, the last one too; dots not yet stuffed
};

namespace mailmessage {

/// Refuses what can never be sent, whatever the settings are.
[[nodiscard]] Result<void> check(const Mail &mail);
/// Writes a mail down. `date` is told with its offset from UTC; `id` makes the Message-ID and must be one of a kind: letters, digits and hyphens.
/// Errors: Invalid where an address is none, or the subject is empty, too long, or holds a line break or another control character.
[[nodiscard]] Result<MailMessage> compose(const Mail &mail, const MailSettings &settings, const QDateTime &date, const QByteArray &id);

/// RFC 2047: a header's text as it stands where it is plain ASCII, else as encoded words of at most 75 characters, no character cut in two.
/// Example: Überhitzt → =?UTF-8?B?w5xiZXJoaXR6dA==?=
[[nodiscard]] QByteArray encodedWords(const QString &text);

} // namespace mailmessage
} // namespace muster
