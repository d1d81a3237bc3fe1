#include "ui/groupsview.h"

#include "ui/fleet/devicemenu.h"
#include "ui/fleet/groupstree.h"
#include "ui/format.h"
#include "ui/icons.h"
#include "ui/models/groupmodel.h"
#include "ui/undobar.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace muster {

namespace {

/// A group and all below it, with their devices, to be made anew.
struct RemovedGroup
{
    Group group {};
    QList<DeviceId> devices {};
    QList<RemovedGroup> below {};
};

RemovedGroup remember(const Fleet &fleet, const Group &group)
{
    RemovedGroup removed {group, {}, {}};
    for (const DeviceId id : fleet.membersOf(group.id)) {
        if (fleet.entry(id)->groups.contains(group.id))
            removed.devices.append(id);
    }
    for (const Group &other : fleet.groups()) {
        if (other.parent == group.id && other.id != group.id)
            removed.below.append(remember(fleet, other));
    }
    return removed;
}

void makeAnew(Fleet &fleet, const RemovedGroup &removed, GroupId parent)
{
    const GroupId group = fleet.addGroup(removed.group.name, parent);
    fleet.assign(removed.devices, group);
    for (const RemovedGroup &one : removed.below)
        makeAnew(fleet, one, group);
}

} // namespace

GroupsView::GroupsView(Fleet &fleet, QWidget *parent)
    : QWidget(parent)
    , m_fleet(fleet)
    , m_model(new GroupModel(fleet, this))
    , m_tree(new GroupsTree(fleet, *m_model, this))
    , m_undo(new UndoBar(this))
{
    m_model->setWords([this](const QModelIndex &index, int role) -> QString {
        const Group *group = m_fleet.group(m_model->groupAt(index));
        const QString name = group ? format::plain(group->name, 100) : tr("All devices");
        if (role == Qt::AccessibleTextRole)
            return tr("%1, %2", "group, devices").arg(name, format::devices(index.data(CountRole).toInt()));
        return role == Qt::ToolTipRole ? format::tip(name) : name;
    });
    build();
    m_tree->setCurrentIndex(m_model->indexOf(GroupId {}));
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &current) { follow(current.isValid() ? m_model->groupAt(current) : GroupId {}); });
    connect(m_tree, &GroupsTree::customContextMenuRequested, this, &GroupsView::popupMenu);
}

void GroupsView::build()
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 4);
    column->setSpacing(4);
    column->addWidget(m_tree, 1);
    column->addWidget(m_undo);
    auto *add = new QPushButton(icons::icon("plus"), tr("New group"), this);
    add->setToolTip(tr("Add a group below the selected one"));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(8, 0, 8, 0);
    row->addWidget(add);
    column->addLayout(row);
    connect(add, &QPushButton::clicked, this, [this] { addGroup(m_current); });

    auto *remove = new QAction(tr("Delete group"), this);
    remove->setShortcut(QKeySequence(Qt::Key_Delete));
    remove->setShortcutContext(Qt::WidgetShortcut);
    connect(remove, &QAction::triggered, this, &GroupsView::removeCurrent);
    m_tree->addAction(remove);
}

GroupId GroupsView::currentGroup() const
{
    return m_current;
}

void GroupsView::setCurrentGroup(GroupId group)
{
    const QModelIndex index = m_model->indexOf(group);
    m_tree->setCurrentIndex(index.isValid() ? index : m_model->indexOf(GroupId {}));
}

void GroupsView::follow(GroupId group)
{
    if (group == m_current)
        return;
    m_current = group;
    Q_EMIT groupSelected(group);
}

void GroupsView::addGroup(GroupId below)
{
    devicemenu::askNewGroup(this, m_fleet, below, [this](GroupId group) { setCurrentGroup(group); });
}

void GroupsView::renameCurrent()
{
    if (m_current.isValid())
        m_tree->edit(m_model->indexOf(m_current));
}

void GroupsView::removeCurrent()
{
    const Group *group = m_fleet.group(m_current);
    if (!group)
        return;
    const RemovedGroup removed = remember(m_fleet, *group);
    const GroupId parent = group->parent;
    setCurrentGroup(parent);
    m_fleet.removeGroup(removed.group.id);
    m_undo->offer(tr("“%1” was deleted.").arg(format::plain(removed.group.name, 40)),
        [this, removed, parent] { makeAnew(m_fleet, removed, m_fleet.group(parent) ? parent : GroupId {}); });
}

void GroupsView::popupMenu(const QPoint &at)
{
    const GroupId group = m_tree->groupAt(at);
    setCurrentGroup(group);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icons::icon("plus"), group.isValid() ? tr("New group in here…") : tr("New group…"), this, [this, group] { addGroup(group); });
    if (group.isValid()) {
        menu->addAction(tr("Rename"), this, &GroupsView::renameCurrent)->setShortcut(QKeySequence(Qt::Key_F2));
        menu->addAction(tr("Delete group"), this, &GroupsView::removeCurrent)->setShortcut(QKeySequence(Qt::Key_Delete));
    }
    menu->popup(m_tree->viewport()->mapToGlobal(at));
}

} // namespace muster
