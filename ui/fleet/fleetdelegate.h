#pragma once

#include "core/fleet.h"

#include <QStyledItemDelegate>

namespace muster {

class FleetModel;

/// Paints the fleet table: marks, muted stale values, units, sparklines. Asks the Fleet, not the model's words, so a repaint makes no detours.
class FleetDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    FleetDelegate(const Fleet &fleet, const FleetModel &model, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;

private:
    void paintMetric(QPainter &painter, const QRect &area, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintTrend(QPainter &painter, const QRect &area, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    const Fleet &m_fleet;
    const FleetModel &m_model;
};

} // namespace muster
