#pragma once

#include "ui/models/fleetorder.h"

#include <QSet>
#include <QTableView>
#include <QTimer>

namespace muster {

class FleetModel;

/// The table of the fleet: its columns and their header menu, dragging rows out, keeping the selection over a new list, ages that go on.
class FleetTable : public QTableView
{
    Q_OBJECT

public:
    FleetTable(Fleet &fleet, FleetModel &model, QWidget *parent = nullptr);

    [[nodiscard]] QList<DeviceId> selectedDevices() const; ///< top to bottom
    void select(const QList<DeviceId> &devices);

    void showColumn(FleetColumn column, bool shown);
    [[nodiscard]] bool showsColumn(FleetColumn column) const { return !m_unwanted.contains(int(column)); }
    [[nodiscard]] QByteArray saveState() const;
    bool restoreState(const QByteArray &state);

Q_SIGNALS:
    void selectionChangedTo(const QList<muster::DeviceId> &devices);

protected:
    void initViewItemOption(QStyleOptionViewItem *option) const override;
    void startDrag(Qt::DropActions supported) override;
    void resizeEvent(QResizeEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    void setUpHeader();
    void keepSelectionOverResets();
    void fitColumns();
    void popupHeaderMenu(const QPoint &at);

    Fleet &m_fleet;
    FleetModel &m_model;
    QSet<int> m_unwanted;  ///< columns the person has hidden; narrow windows hide further ones for a while
    QList<DeviceId> m_kept;
    QTimer m_ages;
    bool m_fitting = false;
    bool m_restoring = false;
};

/// The metrics that most devices have, for choosing one as a column: keys, the commonest first.
[[nodiscard]] QStringList commonMetrics(const Fleet &fleet);

} // namespace muster
