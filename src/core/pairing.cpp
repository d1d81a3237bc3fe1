#include "core/pairing.h"

namespace muster {

void Pairings::ask(const PairingQuestion &question)
{
    if (m_waiting.size() >= maxWaiting) {
        Q_EMIT answered(question.id, false, {});
        return;
    }
    m_waiting.append(question);
    if (m_waiting.size() == 1)
        Q_EMIT changed();
}

bool Pairings::remove(quint32 id)
{
    for (qsizetype i = 0; i < m_waiting.size(); ++i) {
        if (m_waiting[i].id != id)
            continue;
        m_waiting.removeAt(i);
        if (i == 0)
            Q_EMIT changed();
        return true;
    }
    return false;
}

void Pairings::takeBack(quint32 id)
{
    remove(id);
}

void Pairings::answer(quint32 id, bool yes, const QString &code)
{
    if (remove(id))
        Q_EMIT answered(id, yes, code);
}

} // namespace muster
