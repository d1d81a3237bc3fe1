#include "query/scanner.h"

#include <QCoreApplication>

namespace muster {

namespace {

bool isWild(QChar c)
{
    return c == u'*' || c == u'?';
}

bool isHex(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

void addLiteral(Word &word, QChar c)
{
    word.text += c;
    if (isWild(c) || c == u'\\')
        word.pattern += u'\\';
    word.pattern += c;
}

} // namespace

void Scanner::skipSpace()
{
    while (!atEnd() && peek().isSpace())
        ++m_at;
}

bool Scanner::take(QLatin1StringView characters)
{
    if (!QStringView(m_text).sliced(m_at).startsWith(characters))
        return false;
    m_at += characters.size();
    return true;
}

bool Scanner::isOperator(QLatin1StringView word) const
{
    const QStringView rest = QStringView(m_text).sliced(m_at);
    if (!rest.startsWith(word))
        return false;
    const QChar next = rest.size() > word.size() ? rest[word.size()] : QChar(u' ');
    return next.isSpace() || next == u'(' || next == u')' || next == u'"';
}

bool Scanner::takeOperator(QLatin1StringView word)
{
    if (!isOperator(word))
        return false;
    m_at += word.size();
    return true;
}

bool Scanner::endsWord(Place place) const
{
    const QChar c = peek();
    if (c.isSpace() || c == u'(' || c == u')' || c == u']' || c == u'}' || c == u'"')
        return true;
    if (place == Place::Value)
        return false;
    return c == u':' || c == u'<' || c == u'>' || c == u'=' || c == u'[' || c == u'{' || (c == u'!' && peek(1) == u'=');
}

Word Scanner::word(Place place)
{
    Word word {.column = m_at};
    if (peek() == u'"')
        readQuoted(word);
    else
        readPlain(word, place);
    word.length = m_at - word.column;
    return word;
}

void Scanner::readQuoted(Word &word)
{
    word.quoted = true;
    for (++m_at; !atEnd(); ++m_at) {
        if (peek() == u'"') {
            ++m_at;
            return;
        }
        if (peek() == u'\\' && (peek(1) == u'"' || peek(1) == u'\\' || isWild(peek(1))))
            ++m_at;
        addLiteral(word, peek().isSpace() ? QChar(u' ') : peek());
    }
    fail(word.column, m_text.size() - word.column, QCoreApplication::translate("Query", "The quotation mark is not closed."),
        m_text.mid(word.column).trimmed() + u'"');
}

void Scanner::readPlain(Word &word, Place place)
{
    for (; !atEnd() && !endsWord(place); ++m_at) {
        if (peek() == u'\\' && m_at + 1 < m_text.size()) {
            ++m_at;
            addLiteral(word, peek());
        } else if (isWild(peek())) {
            word.wild = true;
            word.text += peek();
            word.pattern += peek();
        } else {
            addLiteral(word, peek());
        }
    }
}

qsizetype Scanner::hardwareAddress() const
{
    qsizetype i = 0;
    int pairs = 0;
    while (isHex(peek(i)) && isHex(peek(i + 1))) {
        ++pairs;
        i += 2;
        if (peek(i) != u':')
            break;
        ++i;
    }
    const QChar next = peek(i);
    const bool ends = m_at + i >= m_text.size() || next.isSpace() || next == u')';
    return pairs >= 3 && ends ? i : 0;
}

QString Scanner::regex()
{
    const qsizetype from = m_at;
    QString text;
    for (++m_at; !atEnd(); ++m_at) {
        if (peek() == u'/') {
            ++m_at;
            const QChar next = peek();
            if (atEnd() || next.isSpace() || next == u')')
                return text;
            fail(m_at, 1,
                QCoreApplication::translate(
                    "Query", "A regular expression ends at its second slash. Write \\/ for a slash inside, or quotation marks around a text with slashes."));
            return {};
        }
        if (peek() == u'\\' && m_at + 1 < m_text.size()) {
            if (peek(1) != u'/')
                text += peek();
            ++m_at;
        }
        text += peek();
    }
    const QString open = m_text.mid(from).trimmed();
    fail(from, m_text.size() - from, QCoreApplication::translate("Query", "The regular expression is not closed by a slash."), open + u'/');
    return {};
}

void Scanner::fail(qsizetype column, qsizetype length, const QString &text, const QString &suggestion)
{
    if (m_failed)
        return;
    m_failed = true;
    m_error = {column, length, text, suggestion};
    m_at = m_text.size();
}

} // namespace muster
