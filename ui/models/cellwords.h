#pragma once

#include <QModelIndex>
#include <QString>

#include <functional>

namespace muster {

/// How a cell reads: models hold meaning only, so the view that shows one lends it the words for Qt::DisplayRole, Qt::ToolTipRole and
/// Qt::AccessibleTextRole (what screen readers, type-ahead and copying see).
using CellWords = std::function<QString(const QModelIndex &index, int role)>;

[[nodiscard]] constexpr bool isWordRole(int role)
{
    return role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole;
}

/// What the models of the window answer beside words.
enum ModelRole : int {
    DeviceRole = Qt::UserRole, ///< quint32, DeviceId
    MetricRole,                ///< quint32, MetricId whose value the cell shows; 0: none
    StatusRole,                ///< int, DeviceStatus
    TimeRole,                  ///< qint64, Micros of the latest sign of life
    ValueRole,                 ///< double; invalid: none
    NewRole,                   ///< bool, not looked at yet
    CountRole,                 ///< int, devices below
    GroupRole,                 ///< quint32, GroupId
    ConnectionRole,            ///< quint32, ConnectionId
    DynamicRole,               ///< bool, a group whose devices a query finds
};

} // namespace muster
