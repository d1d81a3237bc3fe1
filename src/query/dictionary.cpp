#include "query/dictionary.h"

#include "query/literals.h"

#include <QStringList>

namespace muster {

quint32 Dictionary::codeFor(const QString &text)
{
    if (text.isEmpty())
        return 0;
    if (const auto it = m_exact.constFind(text); it != m_exact.cend())
        return *it;
    const QByteArray key = muster::folded(text);
    if (const auto it = m_index.constFind(key); it != m_index.cend())
        return *it;
    quint32 code = quint32(m_entries.size());
    if (m_free.empty()) {
        m_entries.push_back({key, text, 0});
    } else {
        code = m_free.back();
        m_free.pop_back();
        m_entries[code] = {key, text, 0};
        ++m_epoch;
    }
    m_index.insert(key, code);
    m_exact.insert(text, code);
    return code;
}

void Dictionary::set(quint32 row, const QString &text)
{
    const quint32 before = m_codes[row];
    if (m_entries[before].shown == text)
        return;
    const quint32 now = codeFor(text);
    ++m_entries[now].uses;
    m_codes[row] = now;
    if (before != 0 && --m_entries[before].uses == 0) {
        m_index.remove(m_entries[before].folded);
        m_exact.remove(m_entries[before].shown);
        m_entries[before] = {};
        m_free.push_back(before);
    }
}

QStringList Dictionary::values(qsizetype most) const
{
    QStringList result;
    for (const Entry &entry : m_entries) {
        const QStringList lines = entry.shown.split(u'\n', Qt::SkipEmptyParts);
        for (const QString &line : lines)
            if (result.size() < most && (lines.size() == 1 || !result.contains(line)))
                result.append(line);
    }
    return result;
}

} // namespace muster
