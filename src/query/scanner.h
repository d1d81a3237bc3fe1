#pragma once

#include "query/queryerror.h"

#include <QString>

namespace muster {

/// A word or phrase of a query as it was read.
struct Word
{
    QString text {};    ///< without quotation marks and escapes
    QString pattern {}; ///< as `text`, but with \ in front of every * ? \ that is meant literally
    bool quoted = false;
    bool wild = false; ///< has a * or ? that stands for other characters
    qsizetype column = 0;
    qsizetype length = 0; ///< in the query, with marks and escapes

    /// A * alone, or several: any value at all.
    [[nodiscard]] bool isAnything() const { return wild && pattern.count(u'*') == pattern.size(); }
};

/// Reads the small pieces of a query: words, phrases, operators. Keeps the place and the first error. Never reads behind the end.
class Scanner
{
public:
    /// Where a word ends: a bare word also ends at : < > = and brackets of all kinds.
    enum class Place { Bare, Value };

    explicit Scanner(const QString &text)
        : m_text(text)
    {}

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] QChar peek(qsizetype ahead = 0) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : QChar(); }
    [[nodiscard]] qsizetype at() const { return m_at; }
    void moveTo(qsizetype at) { m_at = at; }
    [[nodiscard]] QString slice(qsizetype from, qsizetype to) const { return m_text.mid(from, to - from); }

    void skipSpace();
    /// Takes the characters if they stand here.
    bool take(QLatin1StringView characters);
    /// Takes a capital operator (AND, OR, NOT) if it stands here as a word of its own.
    bool takeOperator(QLatin1StringView word);
    [[nodiscard]] bool isOperator(QLatin1StringView word) const;

    /// A word or "phrase". Empty and without error when none starts here; fails on an open quotation mark.
    [[nodiscard]] Word word(Place place);
    /// An address such as AA:BB:CC:DD:EE:FF, which has colons but is one word; its length, 0 if none is here.
    [[nodiscard]] qsizetype hardwareAddress() const;
    /// What stands between two slashes, the first of which is here; \/ is a slash inside.
    [[nodiscard]] QString regex();

    /// Remembers the first thing that is wrong.
    void fail(qsizetype column, qsizetype length, const QString &text, const QString &suggestion = {});
    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] const QueryError &error() const { return m_error; }

private:
    void readQuoted(Word &word);
    void readPlain(Word &word, Place place);
    [[nodiscard]] bool endsWord(Place place) const;

    const QString &m_text;
    qsizetype m_at = 0;
    QueryError m_error {};
    bool m_failed = false;
};

} // namespace muster
