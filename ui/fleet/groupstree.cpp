#include "ui/fleet/groupstree.h"

#include "ui/cellpaint.h"
#include "ui/dragdata.h"
#include "ui/drophint.h"
#include "ui/fleet/treedelegate.h"
#include "ui/format.h"
#include "ui/models/groupmodel.h"

#include <QDropEvent>
#include <QMimeData>

namespace muster {

GroupsTree::GroupsTree(Fleet &fleet, GroupModel &model, QWidget *parent)
    : QTreeView(parent)
    , m_fleet(fleet)
    , m_model(model)
    , m_hint(new DropHint(viewport()))
{
    setModel(&model);
    setItemDelegate(new TreeDelegate(fleet, this));
    setAccessibleName(tr("Groups"));
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setFrameShape(NoFrame);
    setIndentation(14);
    setEditTriggers(EditKeyPressed);
    setExpandsOnDoubleClick(false);
    setDragDropMode(DropOnly);
    setDropIndicatorShown(false);
    viewport()->setAttribute(Qt::WA_Hover);
    setContextMenuPolicy(Qt::CustomContextMenu);
    expandAll();
}

GroupId GroupsTree::groupAt(const QPoint &at) const
{
    const QModelIndex index = indexAt(at);
    return index.isValid() ? m_model.groupAt(index) : GroupId {};
}

void GroupsTree::rowsInserted(const QModelIndex &parent, int first, int last)
{
    QTreeView::rowsInserted(parent, first, last);
    expand(parent);
}

// Beside the rows is the fleet as a whole.
QModelIndex GroupsTree::target(const QDropEvent &event) const
{
    const QModelIndex index = indexAt(event.position().toPoint());
    return index.isValid() ? index : m_model.index(0, 0);
}

void GroupsTree::dragEnterEvent(QDragEnterEvent *event)
{
    dragMoveEvent(event);
}

void GroupsTree::dragMoveEvent(QDragMoveEvent *event)
{
    if (dragdata::devices(*event->mimeData()).isEmpty() || m_model.dynamicAt(target(*event)).isValid()) {
        m_hint->hide();
        event->ignore();
        return;
    }
    const QModelIndex row = target(*event);
    const GroupId group = m_model.groupAt(row);
    const QString name = format::plain(row.data().toString(), 60);
    m_hint->invite(group.isValid() ? tr("Add to %1").arg(name) : tr("Add to the fleet"), visualRect(row));
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void GroupsTree::dragLeaveEvent(QDragLeaveEvent *event)
{
    Q_UNUSED(event)
    m_hint->hide();
}

void GroupsTree::dropEvent(QDropEvent *event)
{
    m_hint->hide();
    const QList<DeviceId> devices = dragdata::devices(*event->mimeData());
    if (devices.isEmpty())
        return;
    m_model.take(devices, target(*event));
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void GroupsTree::initViewItemOption(QStyleOptionViewItem *option) const
{
    QTreeView::initViewItemOption(option);
    cellpaint::softenSelection(*option);
}

} // namespace muster
