#pragma once

#include "core/fleet.h"

#include <QStyledItemDelegate>

namespace muster {

/// Paints the rows of the left side's trees: a mark for a device, the name, and at the right a muted word, a count or the badge of what is new.
class TreeDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    TreeDelegate(const Fleet &fleet, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;

private:
    void paintDevice(QPainter &painter, QRect area, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintBranch(QPainter &painter, QRect area, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    const Fleet &m_fleet;
};

} // namespace muster
