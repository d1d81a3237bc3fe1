#pragma once

#include <QList>
#include <QObject>
#include <QTimer>

#include <vector>

class QAbstractItemModel;

namespace muster {

/// Collects the ids of what changed and tells once per tick, each id once, so that a thousand changes cost a view one repaint. Ids are dense
/// (device and metric ids); rows are looked up when the tick comes, so rows may move in between.
class DirtyIds : public QObject
{
    Q_OBJECT

public:
    static constexpr int tickMs = 50;

    explicit DirtyIds(QObject *parent);

    void mark(quint32 id);
    void clear();

Q_SIGNALS:
    void due(const QList<quint32> &ids);

private:
    void flush();

    std::vector<bool> m_marked; ///< by id
    QList<quint32> m_ids;
    QTimer m_tick;
};

/// Puts rows in order and joins neighbours to runs [first, last]. Beyond `mostRuns` runs it is one from the first row to the last: a view
/// repaints its few visible rows either way.
[[nodiscard]] QList<std::pair<int, int>> rowRuns(QList<int> rows, qsizetype mostRuns = 64);

} // namespace muster
