#include "query/texttest.h"

#include "query/literals.h"

#include <algorithm>
#include <cstring>

namespace muster {

namespace {

/// PCRE reads these limits from the start of a pattern, and nothing further on can raise them.
QString bounded(const QString &regex)
{
    return QStringLiteral("(*LIMIT_MATCH=%1)(*LIMIT_DEPTH=1000)").arg(TextTest::regexSteps) + regex;
}

bool isContinuation(char c)
{
    return (quint8(c) & 0xC0) == 0x80;
}

/// How common a byte is in names of things, roughly: rare ones make a search fast.
int commonness(char c)
{
    constexpr char byFrequency[] = "qjzxkvwybfghpdmcul/-_.:0123456789snoritae ";
    const char *const at = std::strchr(byFrequency, c);
    return at && c ? int(at - byFrequency) : 0;
}

/// Where a set such as [^]a-z] ends: at its closing bracket; the end of the text when there is none.
qsizetype endOfSet(const QString &regex, qsizetype at)
{
    if (++at < regex.size() && regex[at] == u'^')
        ++at;
    for (++at; at < regex.size() && regex[at] != u']'; ++at)
        if (regex[at] == u'\\')
            ++at;
    return at;
}

bool isPlain(QChar c)
{
    // s and k have relatives outside of ASCII that match without regard to case.
    return c.unicode() < 128 && (c.isLetterOrNumber() || c == u' ' || c == u'-' || c == u'_') && c.toLower() != u's' && c.toLower() != u'k';
}

/// The longest run of plain letters and digits that every match must contain; empty when there is none or it is not obvious.
QByteArray requiredText(const QString &regex)
{
    if (regex.contains(QLatin1StringView("(?")) || regex.contains(QLatin1StringView("(*")) || regex.contains(QLatin1StringView("[[")))
        return {};
    QByteArray best;
    QByteArray run;
    int depth = 0;
    const auto end = [&] {
        if (run.size() > best.size())
            best = run;
        run.clear();
    };
    for (qsizetype i = 0; i < regex.size(); ++i) {
        const QChar c = regex[i];
        if (c == u'|' && depth == 0)
            return {};
        if (c == u'\\') {
            end();
            if (++i >= regex.size() || !QStringView(u"dDwWsSbB.-/:").contains(regex[i]))
                return {};
        } else if (QStringView(u"*?{").contains(c)) {
            run.chop(1); // the last one need not be there
            end();
            if (c == u'{')
                i = std::max(i, regex.indexOf(u'}', i));
        } else if (c == u'(' || c == u')') {
            end();
            depth += c == u'(' ? 1 : -1;
        } else if (c == u'[') {
            end();
            i = endOfSet(regex, i);
        } else if (depth == 0 && isPlain(c)) {
            run += char(c.toLower().unicode());
        } else {
            end();
        }
    }
    end();
    return best;
}

} // namespace

TextTest::TextTest(Term::Match match, const QString &pattern)
    : m_match(match)
{
    switch (match) {
    case Term::Match::Contains:
    case Term::Match::Whole:
        setNeedle(folded(pattern));
        break;
    case Term::Match::Glob:
        compileGlob(pattern);
        break;
    case Term::Match::Regex:
        m_regex = QRegularExpression(bounded(pattern), QRegularExpression::CaseInsensitiveOption);
        setNeedle(requiredText(pattern));
        break;
    }
}

std::optional<TextTest::Fault> TextTest::fault(const QString &regex)
{
    if (regex.startsWith(QLatin1StringView("(*")))
        return Fault {0, QStringLiteral("(*VERB) not recognized or malformed")};
    const QRegularExpression expression(regex, QRegularExpression::CaseInsensitiveOption);
    if (expression.isValid())
        return std::nullopt;
    return Fault {expression.patternErrorOffset(), expression.errorString()};
}

void TextTest::setNeedle(const QByteArray &needle)
{
    m_needle = needle;
    m_rare = std::min_element(needle.cbegin(), needle.cend(), [](char a, char b) { return commonness(a) < commonness(b); }) - needle.cbegin();
}

void TextTest::compileGlob(const QString &pattern)
{
    const QByteArray bytes = folded(pattern);
    bool plain = true;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (c == '*') {
            if (m_glob.empty() || m_glob.back().type != Piece::Type::Any)
                m_glob.push_back({Piece::Type::Any, 0});
        } else if (c == '?') {
            m_glob.push_back({Piece::Type::One, 0});
            plain = false;
        } else {
            if (c == '\\' && i + 1 < bytes.size())
                ++i;
            m_glob.push_back({Piece::Type::Byte, bytes[i]});
        }
    }
    // *text* is a search for it.
    const auto isByte = [](const Piece &piece) { return piece.type == Piece::Type::Byte; };
    if (plain && m_glob.size() >= 3 && !isByte(m_glob.front()) && !isByte(m_glob.back()) && std::all_of(m_glob.begin() + 1, m_glob.end() - 1, isByte)) {
        QByteArray needle;
        for (auto it = m_glob.begin() + 1; it != m_glob.end() - 1; ++it)
            needle += it->byte;
        setNeedle(needle);
        m_match = Term::Match::Contains;
    }
}

bool TextTest::contains(QByteArrayView text) const
{
    const qsizetype size = m_needle.size();
    if (size > text.size())
        return false;
    if (size == 0)
        return true;
    const char *at = text.data() + m_rare;
    const char *const last = text.data() + text.size() - size + m_rare; // of the rare byte
    while (at <= last) {
        at = static_cast<const char *>(std::memchr(at, m_needle[m_rare], size_t(last - at) + 1));
        if (!at)
            return false;
        const char *const from = at - m_rare;
        if (*from == m_needle.front() && from[size - 1] == m_needle.back() && std::memcmp(from, m_needle.constData(), size_t(size)) == 0)
            return true;
        ++at;
    }
    return false;
}

bool TextTest::globFits(QByteArrayView value) const
{
    size_t piece = 0;
    qsizetype at = 0;
    size_t starPiece = m_glob.size(); // behind the last * passed; m_glob.size() + 1 would be none yet
    qsizetype starAt = -1;
    while (at < value.size()) {
        const bool more = piece < m_glob.size();
        if (more && m_glob[piece].type == Piece::Type::Any) {
            starPiece = ++piece;
            starAt = at;
        } else if (more && m_glob[piece].type == Piece::Type::One) {
            ++piece;
            for (++at; at < value.size() && isContinuation(value[at]); ++at) {
            }
        } else if (more && m_glob[piece].byte == value[at]) {
            ++piece;
            ++at;
        } else if (starAt >= 0) {
            for (++starAt; starAt < value.size() && isContinuation(value[starAt]); ++starAt) {
            }
            at = starAt;
            piece = starPiece;
        } else {
            return false;
        }
    }
    while (piece < m_glob.size() && m_glob[piece].type == Piece::Type::Any)
        ++piece;
    return piece == m_glob.size();
}

bool TextTest::regexFits(QByteArrayView value)
{
    if (exhausted() || !m_regex.isValid() || !contains(value))
        return false;
    const auto match = m_regex.match(QString::fromUtf8(value));
    if (!match.isValid())
        ++m_failures;
    return match.hasMatch();
}

bool TextTest::fits(QByteArrayView value)
{
    switch (m_match) {
    case Term::Match::Contains:
        return contains(value);
    case Term::Match::Whole:
        return value == m_needle;
    case Term::Match::Glob:
        return globFits(value);
    case Term::Match::Regex:
        break;
    }
    return regexFits(value);
}

bool TextTest::accepts(QByteArrayView text)
{
    if (text.isEmpty())
        return false;
    if (m_match == Term::Match::Contains)
        return contains(text);
    for (qsizetype from = 0; from <= text.size();) {
        const auto *const end = static_cast<const char *>(std::memchr(text.data() + from, '\n', size_t(text.size() - from)));
        const qsizetype to = end ? end - text.data() : text.size();
        if (fits(text.sliced(from, to - from)))
            return true;
        from = to + 1;
    }
    return false;
}

} // namespace muster
