#include "ui/fleet/discoveredtree.h"

#include "ui/cellpaint.h"
#include "ui/dragout.h"
#include "ui/fleet/treedelegate.h"
#include "ui/models/cellwords.h"

#include <QSet>

namespace muster {

DiscoveredTree::DiscoveredTree(const Fleet &fleet, QAbstractItemModel &model, QWidget *parent)
    : QTreeView(parent)
    , m_fleet(fleet)
{
    setModel(&model);
    setItemDelegate(new TreeDelegate(fleet, this));
    setAccessibleName(tr("Discovered devices"));
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setFrameShape(NoFrame);
    setIndentation(14);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setExpandsOnDoubleClick(false);
    setDragDropMode(DragOnly);
    viewport()->setAcceptDrops(false);
    viewport()->setAttribute(Qt::WA_Hover);
    setContextMenuPolicy(Qt::CustomContextMenu);
    expandAll();
}

void DiscoveredTree::rowsInserted(const QModelIndex &parent, int first, int last)
{
    QTreeView::rowsInserted(parent, first, last);
    // A connection that shows up shows its devices; one that the person has closed stays closed.
    if (!parent.isValid()) {
        for (int row = first; row <= last; ++row)
            expand(model()->index(row, 0));
    }
}

QList<DeviceId> DiscoveredTree::selectedDevices() const
{
    QList<DeviceId> devices;
    QSet<DeviceId> taken;
    const auto take = [&](const QModelIndex &index) {
        const DeviceId id {index.data(DeviceRole).toUInt()};
        if (id.isValid() && !taken.contains(id)) {
            taken.insert(id);
            devices.append(id);
        }
    };
    const QModelIndexList selected = selectionModel()->selectedIndexes();
    for (const QModelIndex &index : selected) {
        take(index);
        for (int row = 0; row < model()->rowCount(index); ++row)
            take(model()->index(row, 0, index));
    }
    return devices;
}

void DiscoveredTree::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTreeView::selectionChanged(selected, deselected);
    Q_EMIT selectionChangedTo(selectedDevices());
}

void DiscoveredTree::startDrag(Qt::DropActions)
{
    dragout::devices(this, m_fleet, selectedDevices());
}

void DiscoveredTree::initViewItemOption(QStyleOptionViewItem *option) const
{
    QTreeView::initViewItemOption(option);
    cellpaint::softenSelection(*option);
}

} // namespace muster
