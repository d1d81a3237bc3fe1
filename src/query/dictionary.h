#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <vector>

namespace muster {

/// A column of texts that many devices share: each row has the number of its text, and each different text is kept once. A text may be
/// a list, one value a line. Number 0 is "no text". The number of a text nobody uses any longer is given away again: then epoch() changes.
class Dictionary
{
public:
    void resize(size_t rows) { m_codes.resize(rows, 0); }
    void set(quint32 row, const QString &text);

    [[nodiscard]] quint32 code(quint32 row) const { return m_codes[row]; }
    [[nodiscard]] const QByteArray &folded(quint32 code) const { return m_entries[code].folded; } ///< lower case
    [[nodiscard]] size_t size() const { return m_entries.size(); }                                ///< one above the largest number
    [[nodiscard]] quint32 epoch() const { return m_epoch; }
    /// The different values, as they were first written, at most `most`.
    [[nodiscard]] QStringList values(qsizetype most) const;

private:
    struct Entry
    {
        QByteArray folded {};
        QString shown {};
        quint32 uses = 0;
    };
    quint32 codeFor(const QString &text);

    std::vector<quint32> m_codes;
    std::vector<Entry> m_entries {Entry {}};
    QHash<QByteArray, quint32> m_index; ///< lower case
    QHash<QString, quint32> m_exact;    ///< as first written; spares the lower case where a text is common
    std::vector<quint32> m_free;
    quint32 m_epoch = 0;
};

} // namespace muster
