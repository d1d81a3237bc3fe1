#include "ui/groupsview.h"

#include "ui/asktext.h"
#include "ui/fleet/devicemenu.h"
#include "ui/fleet/groupstree.h"
#include "ui/format.h"
#include "ui/icons.h"
#include "ui/models/groupmodel.h"
#include "ui/search/dynamicgroupdialog.h"
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

GroupsView::GroupsView(Fleet &fleet, DynamicGroups *dynamic, FleetColumns *columns, QWidget *parent)
    : QWidget(parent)
    , m_fleet(fleet)
    , m_dynamic(dynamic)
    , m_columns(columns)
    , m_model(new GroupModel(fleet, dynamic, this))
    , m_tree(new GroupsTree(fleet, *m_model, this))
    , m_undo(new UndoBar(this))
{
    m_model->setWords([this](const QModelIndex &index, int role) -> QString {
        if (const DynamicGroupId id = m_model->dynamicAt(index); id.isValid())
            return dynamicWords(id, role);
        const Group *group = m_fleet.group(m_model->groupAt(index));
        const QString name = group ? format::plain(group->name, 100) : tr("All devices");
        if (role == Qt::AccessibleTextRole)
            return tr("%1, %2", "group, devices").arg(name, format::devices(index.data(CountRole).toInt()));
        return role == Qt::ToolTipRole ? format::tip(name) : name;
    });
    build();
    m_tree->setCurrentIndex(m_model->indexOf(GroupId {}));
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &GroupsView::follow);
    if (dynamic)
        connect(dynamic, &DynamicGroups::changed, this, &GroupsView::tellDynamic);
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

QString GroupsView::dynamicWords(DynamicGroupId id, int role) const
{
    const DynamicGroup *group = m_dynamic->find(id);
    if (!group)
        return {};
    const QString name = format::plain(group->name, 100);
    if (role == Qt::AccessibleTextRole)
        return tr("%1, dynamic group, %2", "group, devices").arg(name, format::devices(m_dynamic->count(id)));
    if (role != Qt::ToolTipRole)
        return name;
    const QString problem = m_dynamic->problem(id);
    const QString query = format::plain(group->query, 200);
    return format::tip(problem.isEmpty() ? tr("%1: whatever fits %2").arg(name, query) : tr("%1: the search %2 cannot be used. %3").arg(name, query, problem));
}

void GroupsView::follow(const QModelIndex &current)
{
    const GroupId group = current.isValid() ? m_model->groupAt(current) : GroupId {};
    const DynamicGroupId dynamic = m_model->dynamicAt(current);
    if (group == m_current && dynamic == m_currentDynamic)
        return;
    m_current = group;
    m_currentDynamic = dynamic;
    if (dynamic.isValid())
        tellDynamic();
    else
        Q_EMIT groupSelected(group);
}

void GroupsView::tellDynamic()
{
    if (const DynamicGroup *group = m_currentDynamic.isValid() ? m_dynamic->find(m_currentDynamic) : nullptr)
        Q_EMIT dynamicGroupSelected(*group);
}

void GroupsView::keepQuery(const QString &query)
{
    if (!m_dynamic)
        return;
    askText(this, tr("Save as group"), tr("Name of the group that holds whatever fits this search:"), {}, [this, query](const QString &name) {
        if (const auto id = m_dynamic->add(name, query)) {
            m_tree->setCurrentIndex(m_model->indexOfDynamic(*id));
            Q_EMIT queryKept();
        }
    });
}

void GroupsView::editCurrent()
{
    const DynamicGroup *group = m_dynamic ? m_dynamic->find(m_currentDynamic) : nullptr;
    if (group && m_columns)
        (new DynamicGroupDialog(*m_dynamic, *m_columns, *group, this))->show();
}

void GroupsView::removeDynamic()
{
    const DynamicGroup *found = m_dynamic->find(m_currentDynamic);
    if (!found)
        return;
    const DynamicGroup group = *found;
    setCurrentGroup({});
    m_dynamic->remove(group.id);
    m_undo->offer(tr("“%1” was deleted.").arg(format::plain(group.name, 40)), [this, group] { std::ignore = m_dynamic->add(group.name, group.query); });
}

void GroupsView::addGroup(GroupId below)
{
    devicemenu::askNewGroup(this, m_fleet, below, [this](GroupId group) { setCurrentGroup(group); });
}

void GroupsView::renameCurrent()
{
    if (m_current.isValid() || m_currentDynamic.isValid())
        m_tree->edit(m_tree->currentIndex());
}

void GroupsView::removeCurrent()
{
    if (m_currentDynamic.isValid()) {
        removeDynamic();
        return;
    }
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

void GroupsView::fillMenu(QMenu &menu, GroupId group)
{
    if (m_currentDynamic.isValid())
        menu.addAction(icons::icon("filter"), tr("Edit search…"), this, &GroupsView::editCurrent);
    else
        menu.addAction(icons::icon("plus"), group.isValid() ? tr("New group in here…") : tr("New group…"), this, [this, group] { addGroup(group); });
    if (group.isValid() || m_currentDynamic.isValid()) {
        menu.addAction(tr("Rename"), this, &GroupsView::renameCurrent)->setShortcut(QKeySequence(Qt::Key_F2));
        menu.addAction(tr("Delete group"), this, &GroupsView::removeCurrent)->setShortcut(QKeySequence(Qt::Key_Delete));
    }
}

void GroupsView::popupMenu(const QPoint &at)
{
    const QModelIndex index = m_tree->indexAt(at);
    m_tree->setCurrentIndex(index.isValid() ? index : m_model->indexOf(GroupId {}));
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*menu, m_current);
    menu->popup(m_tree->viewport()->mapToGlobal(at));
}

} // namespace muster
