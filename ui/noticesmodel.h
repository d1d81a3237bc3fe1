#pragma once

#include "core/diagnostics.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <vector>

namespace muster {

class Connections;

/// The last notices of Diagnostics as a table, newest first. Follows at most ten times a second, whatever the rate of notices; holds a copy of
/// at most Diagnostics::maxNotices. Main thread.
class NoticesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, From, What, Times, Columns };
    enum Role { SeverityRole = Qt::UserRole + 1 };
    static constexpr int tickMs = 100;

    NoticesModel(const Diagnostics &diagnostics, const Connections &connections, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// Hides what there is now; Diagnostics keeps it.
    void clear();
    void retranslate();
    /// A row as one line of text, for the clipboard.
    [[nodiscard]] QString line(int row) const;

Q_SIGNALS:
    /// Worse than what was shown before arrived: for the badge.
    void worsened(muster::Severity severity);

private:
    void update();
    [[nodiscard]] QString text(const Notice &notice, int column) const;

    const Diagnostics &m_diagnostics;
    const Connections &m_connections;
    std::vector<Notice> m_rows; ///< newest first
    Micros m_after = 0;         ///< notices up to this time were cleared away
    QTimer m_tick;
};

} // namespace muster
