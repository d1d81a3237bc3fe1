#pragma once

#include "core/fleet.h"

#include <QStyledItemDelegate>
#include <QTableView>
#include <QTimer>

namespace muster {

class MetricModel;

/// The metrics of one device: name, live value with unit, age, sparkline. Rows are dragged onto charts, or plotted by double click, Enter and menu.
class MetricList : public QTableView
{
    Q_OBJECT

public:
    explicit MetricList(const Fleet &fleet, QWidget *parent = nullptr);

    void setDevice(DeviceId device);
    [[nodiscard]] QList<MetricId> selectedMetrics() const; ///< those that can be plotted
    [[nodiscard]] bool isEmpty() const;
    void setCanAlarm(bool can) { m_canAlarm = can; }
    void setCanLink(bool can) { m_canLink = can; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

public Q_SLOTS:
    void plotSelected();

Q_SIGNALS:
    void plotRequested(const QList<muster::MetricId> &metrics);
    void alarmRequested(muster::MetricId metric); ///< a new one
    void linkRequested(muster::MetricId metric);  ///< likewise
    void selectionChangedTo(const QList<muster::MetricId> &metrics);

protected:
    void initViewItemOption(QStyleOptionViewItem *option) const override;
    void startDrag(Qt::DropActions supported) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void resizeEvent(QResizeEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    [[nodiscard]] QString words(const QModelIndex &index, int role) const;
    void fitColumns();
    void widenWords();

    const Fleet &m_fleet;
    MetricModel *m_model;
    QTimer m_ages;
    bool m_canAlarm = false;
    bool m_canLink = false;
};

/// Paints a row of the list.
class MetricDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    MetricDelegate(const Fleet &fleet, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Fleet &m_fleet;
};

} // namespace muster
