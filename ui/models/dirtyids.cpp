#include "ui/models/dirtyids.h"

#include <algorithm>

namespace muster {

DirtyIds::DirtyIds(QObject *parent)
    : QObject(parent)
{
    m_tick.setSingleShot(true);
    m_tick.setInterval(tickMs);
    connect(&m_tick, &QTimer::timeout, this, &DirtyIds::flush);
}

void DirtyIds::mark(quint32 id)
{
    if (id >= m_marked.size())
        m_marked.resize(size_t(id) + 1 + m_marked.size() / 2, false);
    if (m_marked[id])
        return;
    m_marked[id] = true;
    m_ids.append(id);
    if (!m_tick.isActive())
        m_tick.start();
}

void DirtyIds::clear()
{
    for (const quint32 id : std::as_const(m_ids))
        m_marked[id] = false;
    m_ids.clear();
    m_tick.stop();
}

void DirtyIds::flush()
{
    const QList<quint32> ids = m_ids;
    clear();
    Q_EMIT due(ids);
}

QList<std::pair<int, int>> rowRuns(QList<int> rows, qsizetype mostRuns)
{
    std::sort(rows.begin(), rows.end());
    QList<std::pair<int, int>> runs;
    for (const int row : std::as_const(rows)) {
        if (!runs.isEmpty() && row <= runs.last().second + 1)
            runs.last().second = row;
        else
            runs.append({row, row});
    }
    if (runs.size() > mostRuns)
        runs = {{runs.first().first, runs.last().second}};
    return runs;
}

} // namespace muster
