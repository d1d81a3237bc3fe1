#include "app/mailmessage.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace muster::mailmessage {

namespace {

constexpr qsizetype plainLine = 66;  ///< of a header's text, its name beside it
constexpr qsizetype wordBytes = 45;  ///< 60 characters of base64, which leaves an encoded word below 75
constexpr qsizetype bodyBytes = 57;  ///< 76 characters of base64: RFC 2045, 6.8

tl::unexpected<Error> refuse(const char *sentence)
{
    return failure(Error::Code::Invalid, QCoreApplication::translate("Mail", sentence));
}

bool hasControl(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator; });
}

bool isPlain(const QString &text)
{
    return text.size() <= plainLine && !text.contains(QLatin1StringView("=?")) && text == text.trimmed()
           && std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7f; });
}

QByteArray encodedBody(QString text)
{
    text.replace(QLatin1StringView("\r\n"), QLatin1StringView("\n")).replace(u'\r', u'\n').replace(u'\n', QLatin1StringView("\r\n"));
    const QByteArray utf8 = (text + QStringLiteral("\r\n")).toUtf8();
    QByteArray body;
    body.reserve(utf8.size() * 3 / 2);
    for (qsizetype at = 0; at < utf8.size(); at += bodyBytes)
        body += utf8.mid(at, bodyBytes).toBase64() + "\r\n";
    return body;
}

/// RFC 5322, 3.3, in English whatever language the window speaks.
QByteArray dateOf(const QDateTime &date)
{
    const int offset = date.offsetFromUtc() / 60;
    const QString zone = QStringLiteral("%1%2%3").arg(QLatin1Char(offset < 0 ? '-' : '+')).arg(std::abs(offset) / 60, 2, 10, QLatin1Char('0')).arg(std::abs(offset) % 60, 2, 10, QLatin1Char('0'));
    return (QLocale::c().toString(date, QStringLiteral("ddd, d MMM yyyy HH:mm:ss ")) + zone).toLatin1();
}

} // namespace

QByteArray encodedWords(const QString &text)
{
    if (isPlain(text))
        return text.toLatin1();
    QByteArrayList words;
    QByteArray piece;
    const auto close = [&] {
        if (!piece.isEmpty())
            words.append("=?UTF-8?B?" + piece.toBase64() + "?=");
        piece.clear();
    };
    for (qsizetype i = 0; i < text.size();) {
        const qsizetype length = text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate() ? 2 : 1;
        const QByteArray character = text.mid(i, length).toUtf8();
        if (piece.size() + character.size() > wordBytes)
            close();
        piece += character;
        i += length;
    }
    close();
    return words.join("\r\n ");
}

Result<void> check(const Mail &mail)
{
    if (!mail.to.isEmpty() && !mail::recipients(mail.to))
        return refuse(QT_TRANSLATE_NOOP("Mail", "The recipient needs an address such as ada@example.org, or at most 10 with commas between them."));
    if (mail.subject.isEmpty() || mail.subject.size() > mail::maxSubject || hasControl(mail.subject))
        return refuse(QT_TRANSLATE_NOOP("Mail", "The subject of an e-mail must be one line of at most 200 characters."));
    return {};
}

Result<MailMessage> compose(const Mail &mail, const MailSettings &settings, const QDateTime &date, const QByteArray &id)
{
    if (const Result<void> valid = check(mail); !valid)
        return tl::unexpected(valid.error());
    const std::optional<QString> sender = mail::address(settings.sender);
    if (!sender)
        return refuse(QT_TRANSLATE_NOOP("Mail", "The sender needs an address such as muster@example.org."));
    const std::optional<QStringList> recipients = mail::recipients(mail.to.isEmpty() ? settings.recipient : mail.to);
    if (!recipients)
        return refuse(QT_TRANSLATE_NOOP("Mail", "This e-mail is for nobody. Name a recipient, or one for all mail in the settings, under E-mail."));
    MailMessage message {*sender, *recipients};
    message.bytes = "Date: " + dateOf(date) + "\r\nFrom: Muster <" + sender->toLatin1() + ">\r\nTo: " + recipients->join(QStringLiteral(",\r\n ")).toLatin1()
        + "\r\nSubject: " + encodedWords(mail.subject) + "\r\nMessage-ID: <" + id + '@' + sender->section(u'@', 1).toLatin1()
        + ">\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" // RFC 3834: nobody answers it from his holidays
        + encodedBody(mail.text.left(mail::maxText));
    return message;
}

} // namespace muster::mailmessage
