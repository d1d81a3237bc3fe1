#pragma once

#include "core/fleet.h"

#include <QTreeView>

namespace muster {

/// The tree of discovered devices: connections open by themselves, devices can be dragged out.
class DiscoveredTree : public QTreeView
{
    Q_OBJECT

public:
    DiscoveredTree(const Fleet &fleet, QAbstractItemModel &model, QWidget *parent = nullptr);

    [[nodiscard]] QList<DeviceId> selectedDevices() const; ///< those below a selected connection included

Q_SIGNALS:
    void selectionChangedTo(const QList<muster::DeviceId> &devices);

protected:
    void initViewItemOption(QStyleOptionViewItem *option) const override;
    void startDrag(Qt::DropActions supported) override;
    void rowsInserted(const QModelIndex &parent, int first, int last) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    const Fleet &m_fleet;
};

} // namespace muster
