#pragma once

#include "query/dynamicgroups.h"

#include "core/fleet.h"

#include <QWidget>

class QMenu;

namespace muster {

class GroupModel;
class GroupsTree;
class UndoBar;

/// The groups of the fleet as a tree below "All devices": choosing one shows it, dropping devices on one adds them to it.
/// Beside them are the dynamic groups, which hold whatever fits their query.
class GroupsView : public QWidget
{
    Q_OBJECT

public:
    /// `dynamic` outlives it; null: there are none.
    explicit GroupsView(Fleet &fleet, DynamicGroups *dynamic = nullptr, FleetColumns *columns = nullptr, QWidget *parent = nullptr);

    [[nodiscard]] GroupId currentGroup() const;

public Q_SLOTS:
    void setCurrentGroup(muster::GroupId group);
    void addGroup(muster::GroupId below = {});
    void renameCurrent();
    void removeCurrent();
    void editCurrent(); ///< the query of a dynamic group
    /// Asks for a name and keeps the query under it.
    void keepQuery(const QString &query);

Q_SIGNALS:
    void groupSelected(muster::GroupId group);
    /// Also when what was selected changes.
    void dynamicGroupSelected(const muster::DynamicGroup &group);
    void queryKept(); ///< and its group is selected

private:
    void build();
    void popupMenu(const QPoint &at);
    void follow(const QModelIndex &current);
    void fillMenu(QMenu &menu, GroupId group);
    void removeDynamic();
    void tellDynamic();
    [[nodiscard]] QString dynamicWords(DynamicGroupId id, int role) const;

    Fleet &m_fleet;
    DynamicGroups *m_dynamic;
    FleetColumns *m_columns;
    GroupModel *m_model;
    GroupsTree *m_tree;
    UndoBar *m_undo;
    GroupId m_current {};
    DynamicGroupId m_currentDynamic {};
};

} // namespace muster
