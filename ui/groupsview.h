#pragma once

#include "core/fleet.h"

#include <QWidget>

namespace muster {

class GroupModel;
class GroupsTree;
class UndoBar;

/// The groups of the fleet as a tree below "All devices": choosing one shows it, dropping devices on one adds them to it.
class GroupsView : public QWidget
{
    Q_OBJECT

public:
    explicit GroupsView(Fleet &fleet, QWidget *parent = nullptr);

    [[nodiscard]] GroupId currentGroup() const;

public Q_SLOTS:
    void setCurrentGroup(muster::GroupId group);
    void addGroup(muster::GroupId below = {});
    void renameCurrent();
    void removeCurrent();

Q_SIGNALS:
    void groupSelected(muster::GroupId group);

private:
    void build();
    void popupMenu(const QPoint &at);
    void follow(GroupId group);

    Fleet &m_fleet;
    GroupModel *m_model;
    GroupsTree *m_tree;
    UndoBar *m_undo;
    GroupId m_current {};
};

} // namespace muster
