#pragma once

#include "query/term.h"

#include <QByteArray>
#include <QRegularExpression>

#include <optional>
#include <vector>

namespace muster {

/// A compiled comparison of texts, given in lower case as UTF-8. A text may be a list, one value a line: then any of them will do.
///
/// A regular expression takes at most regexSteps per text; after regexFailures texts that needed more it accepts nothing any longer
/// (exhausted), so that a hostile one costs a bounded time.
class TextTest
{
public:
    static constexpr int regexSteps = 20'000;
    static constexpr int regexFailures = 16;

    struct Fault
    {
        qsizetype at = 0;
        QString text {}; ///< the words of the regular expression library; not translated
    };

    /// `pattern` as in Term. An invalid regular expression accepts nothing.
    TextTest(Term::Match match, const QString &pattern);

    [[nodiscard]] bool accepts(QByteArrayView text);
    [[nodiscard]] bool exhausted() const { return m_failures >= regexFailures; }

    /// What is wrong with a regular expression.
    [[nodiscard]] static std::optional<Fault> fault(const QString &regex);

private:
    struct Piece
    {
        enum class Type : quint8 { Byte, One, Any };
        Type type = Type::Byte;
        char byte = 0;
    };
    void compileGlob(const QString &pattern);
    void setNeedle(const QByteArray &needle);
    [[nodiscard]] bool contains(QByteArrayView text) const;
    [[nodiscard]] bool globFits(QByteArrayView value) const;
    [[nodiscard]] bool regexFits(QByteArrayView value);
    [[nodiscard]] bool fits(QByteArrayView value);

    Term::Match m_match;
    QByteArray m_needle;  ///< Contains, Whole; Regex: what every match has in it, or empty
    qsizetype m_rare = 0; ///< index of the needle's rarest byte, which is looked for first
    std::vector<Piece> m_glob;
    QRegularExpression m_regex;
    int m_failures = 0;
};

} // namespace muster
