#pragma once

#include "core/fleet.h"

#include <QTreeView>

namespace muster {

class DropHint;
class GroupModel;

/// The tree of groups. The row under devices that are dragged lights up and says what dropping does.
class GroupsTree : public QTreeView
{
    Q_OBJECT

public:
    GroupsTree(Fleet &fleet, GroupModel &model, QWidget *parent = nullptr);

    [[nodiscard]] GroupId groupAt(const QPoint &at) const;

protected:
    void initViewItemOption(QStyleOptionViewItem *option) const override;
    void rowsInserted(const QModelIndex &parent, int first, int last) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    [[nodiscard]] QModelIndex target(const QDropEvent &event) const;

    Fleet &m_fleet;
    GroupModel &m_model;
    DropHint *m_hint;
};

} // namespace muster
