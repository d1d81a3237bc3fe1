#include "backends/mqtt/conventions/template/lexer.h"

#include "backends/mqtt/conventions/words.h"

#include <array>

namespace muster::mqtt {

namespace {

tl::unexpected<Error> broken()
{
    return failure(Error::Code::Corrupt, Words::tr("the template is not well formed"));
}

bool isDigit(QChar c)
{
    return c >= QLatin1Char('0') && c <= QLatin1Char('9');
}

bool isWord(QChar c)
{
    return isDigit(c) || c == QLatin1Char('_') || c.isLetter();
}

class Lexer
{
public:
    explicit Lexer(const QString &text) : m_text(text) {}

    Result<QList<Token>> run()
    {
        if (m_text.endsWith(QLatin1Char('\n'))) // Jinja keeps all line ends but the last
            m_text.chop(1);
        while (m_at < m_text.size()) {
            if (!data() || !inside())
                return broken();
        }
        add(Token::Kind::End, {});
        return m_tokens;
    }

private:
    void add(Token::Kind kind, const QString &text) { m_tokens.append({kind, text}); }
    [[nodiscard]] QChar at(qsizetype index) const { return index < m_text.size() ? m_text[index] : QChar(); }
    [[nodiscard]] bool sees(const char *word) const { return QStringView(m_text).sliced(m_at).startsWith(QLatin1String(word)); }

    bool data();
    bool inside();
    bool comment();
    bool token();
    bool string(QChar quote);
    bool escape(QString &out);
    void number();
    bool sign();

    QString m_text;
    qsizetype m_at = 0;
    bool m_strip = false;  ///< the last tag ended with a minus
    int m_open = 0;        ///< brackets open inside of a tag
    QList<Token> m_tokens;
};

// The text up to the next tag.
bool Lexer::data()
{
    qsizetype end = m_at;
    while (end < m_text.size() && !(m_text[end] == QLatin1Char('{') && (at(end + 1) == QLatin1Char('{') || at(end + 1) == QLatin1Char('%') || at(end + 1) == QLatin1Char('#'))))
        ++end;
    QString text = m_text.sliced(m_at, end - m_at);
    if (std::exchange(m_strip, false)) {
        qsizetype first = 0;
        while (first < text.size() && text[first].isSpace())
            ++first;
        text = text.sliced(first);
    }
    if (at(end + 2) == QLatin1Char('-')) {
        while (!text.isEmpty() && text.back().isSpace())
            text.chop(1);
    }
    if (!text.isEmpty())
        add(Token::Kind::Data, text);
    m_at = end;
    return true;
}

bool Lexer::comment()
{
    const qsizetype end = m_text.indexOf(QLatin1String("#}"), m_at + 2);
    if (end < 0)
        return false;
    m_strip = end > m_at + 2 && m_text[end - 1] == QLatin1Char('-');
    m_at = end + 2;
    return true;
}

// One tag, from its braces to its braces.
bool Lexer::inside()
{
    if (m_at >= m_text.size())
        return true;
    if (sees("{#"))
        return comment();
    const bool print = sees("{{");
    add(print ? Token::Kind::PrintBegin : Token::Kind::BlockBegin, {});
    m_at += 2;
    if (at(m_at) == QLatin1Char('-') || at(m_at) == QLatin1Char('+'))
        ++m_at;
    m_open = 0;
    const char *const end = print ? "}}" : "%}";
    while (m_at < m_text.size()) {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
        const bool minus = at(m_at) == QLatin1Char('-') && QStringView(m_text).sliced(m_at + 1).startsWith(QLatin1String(end));
        if (m_open == 0 && (minus || sees(end))) {
            m_strip = minus;
            m_at += minus ? 3 : 2;
            add(print ? Token::Kind::PrintEnd : Token::Kind::BlockEnd, {});
            return true;
        }
        if (m_at >= m_text.size() || !token())
            return false;
    }
    return false;
}

bool Lexer::token()
{
    const QChar c = m_text[m_at];
    if (c == QLatin1Char('\'') || c == QLatin1Char('"'))
        return string(c);
    if (isDigit(c)) {
        number();
        return true;
    }
    if (isWord(c)) {
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && isWord(m_text[m_at]))
            ++m_at;
        add(Token::Kind::Name, m_text.sliced(begin, m_at - begin));
        return true;
    }
    return sign();
}

bool Lexer::string(QChar quote)
{
    QString out;
    for (++m_at; m_at < m_text.size(); ++m_at) {
        if (m_text[m_at] == quote) {
            ++m_at;
            add(Token::Kind::String, out);
            return true;
        }
        if (m_text[m_at] != QLatin1Char('\\'))
            out += m_text[m_at];
        else if (!escape(out))
            return false;
    }
    return false;
}

// Python's escapes in a string; an unknown one stays as it is. Stops on its last character.
bool Lexer::escape(QString &out)
{
    const QChar c = at(++m_at);
    static constexpr std::array<std::pair<char, char>, 9> plain {{{'n', '\n'}, {'t', '\t'}, {'r', '\r'}, {'\\', '\\'}, {'\'', '\''}, {'"', '"'}, {'0', '\0'}, {'b', '\b'}, {'f', '\f'}}};
    for (const auto &[letter, meant] : plain) {
        if (c == QLatin1Char(letter)) {
            out += QLatin1Char(meant);
            return true;
        }
    }
    const int digits = c == QLatin1Char('x') ? 2 : c == QLatin1Char('u') ? 4 : c == QLatin1Char('U') ? 8 : 0;
    if (digits == 0) {
        if (c != QLatin1Char('\n'))
            out += QLatin1Char('\\') + QString(c);
        return true;
    }
    bool ok = false;
    const uint code = QStringView(m_text).mid(m_at + 1, digits).toUInt(&ok, 16);
    if (!ok || m_at + digits >= m_text.size() || code > 0x10FFFF)
        return false;
    const auto character = char32_t(code);
    out += QString::fromUcs4(&character, 1);
    m_at += digits;
    return true;
}

void Lexer::number()
{
    const qsizetype begin = m_at;
    const auto digits = [this] {
        while (isDigit(at(m_at)) || (at(m_at) == QLatin1Char('_') && isDigit(at(m_at + 1))))
            ++m_at;
    };
    if (at(m_at) == QLatin1Char('0') && at(m_at + 1).toLower() == QLatin1Char('x')) {
        m_at += 2;
        while (isxdigit(uchar(at(m_at).toLatin1())))
            ++m_at;
        return add(Token::Kind::Integer, m_text.sliced(begin, m_at - begin));
    }
    digits();
    bool real = false;
    // Behind a dot there is an index: a.0.1 is element 1 of element 0.
    const bool index = !m_tokens.isEmpty() && m_tokens.constLast().isOperator(".");
    if (!index && at(m_at) == QLatin1Char('.') && isDigit(at(m_at + 1))) {
        real = true;
        ++m_at;
        digits();
    }
    const qsizetype signless = at(m_at + 1) == QLatin1Char('-') || at(m_at + 1) == QLatin1Char('+') ? 2 : 1;
    if (!index && at(m_at).toLower() == QLatin1Char('e') && isDigit(at(m_at + signless))) {
        real = true;
        m_at += signless;
        digits();
    }
    add(real ? Token::Kind::Real : Token::Kind::Integer, m_text.sliced(begin, m_at - begin));
}

bool Lexer::sign()
{
    for (const char *two : {"==", "!=", "<=", ">=", "//", "**"}) {
        if (sees(two)) {
            m_at += 2;
            add(Token::Kind::Operator, QLatin1String(two));
            return true;
        }
    }
    const QChar c = m_text[m_at];
    if (!QStringLiteral("+-*/%~<>=.,:|()[]{}").contains(c))
        return false;
    if (QStringLiteral("([{").contains(c))
        ++m_open;
    else if (QStringLiteral(")]}").contains(c) && --m_open < 0)
        return false;
    ++m_at;
    add(Token::Kind::Operator, QString(c));
    return true;
}

} // namespace

Result<QList<Token>> tokensOf(const QString &text)
{
    return Lexer(text).run();
}

} // namespace muster::mqtt
