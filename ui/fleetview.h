#pragma once

#include "query/dynamicgroups.h"

#include "core/fleet.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace muster {

class DropHint;
class EmptyState;
class FleetModel;
class FleetTable;
class UndoBar;

/// The middle of the window: the devices of one group, as a table. Says so above it, says what to do when there is nothing to show, takes in devices
/// that are dropped on it, and offers everything that can be done with the selected ones by menu and keyboard.
class FleetView : public QWidget
{
    Q_OBJECT

public:
    /// Without `columns`, which outlive it, it makes its own.
    explicit FleetView(Fleet &fleet, FleetColumns *columns = nullptr, QWidget *parent = nullptr);

    [[nodiscard]] QList<DeviceId> selectedDevices() const;
    /// Offers to make one device of several.
    void setCanMerge(bool can) { m_canMerge = can; }
    void setCanKeepScenes(bool can) { m_canKeepScenes = can; }
    /// Says what was done to devices, and how it is undone.
    void offerUndo(const QString &sentence, const std::function<void()> &undo);
    [[nodiscard]] GroupId group() const;
    [[nodiscard]] const DynamicGroup &dynamicGroup() const { return m_dynamicGroup; }
    /// Offers to keep what the search box says as a group.
    void setCanKeepQueries(bool can) { m_canKeep = can; }
    /// Columns, sorting and the metric shown, for the next start.
    [[nodiscard]] QByteArray saveState() const;
    bool restoreState(const QByteArray &state);

public Q_SLOTS:
    void setGroup(muster::GroupId group);
    void setDynamicGroup(const muster::DynamicGroup &group);
    /// In the fleet query language; what cannot be understood changes nothing.
    void setFilter(const QString &text);
    void selectDevices(const QList<muster::DeviceId> &devices);
    void renameSelected();
    void removeSelected();
    void plotSelected();

Q_SIGNALS:
    void deviceSelected(const QList<muster::DeviceId> &devices);
    void plotDevicesRequested(const QList<muster::DeviceId> &devices);
    void inspectRequested(muster::DeviceId device);
    void addConnectionRequested();
    void demoRequested();
    void exportRequested(const QList<muster::DeviceId> &devices);
    void readingRequested(muster::DeviceId device);
    /// One device: with another one, which is still to be asked for.
    void mergeRequested(const QList<muster::DeviceId> &devices);
    void sceneRequested(const QList<muster::DeviceId> &devices);
    void clearFilterRequested();
    void keepQueryRequested(const QString &query);
    void groupRequested(muster::GroupId group);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    enum Page : int { Table, FirstStart, Waiting, EmptyGroup, NoMatch };

    [[nodiscard]] QWidget *makeHeader();
    void makePages();
    void makeShortcuts();
    void listen();
    void refreshHeader();
    void refreshTitle();
    [[nodiscard]] Page page() const;
    void popupMenu(const QPoint &at);
    [[nodiscard]] QList<DeviceId> joining(const QList<DeviceId> &dragged) const;

    Fleet &m_fleet;
    FleetModel *m_model;
    FleetTable *m_table;
    QLabel *m_title;
    QLabel *m_count;
    QPushButton *m_keep = nullptr;
    QStackedWidget *m_pages;
    EmptyState *m_waiting = nullptr;
    EmptyState *m_emptyGroup = nullptr;
    EmptyState *m_noMatch = nullptr;
    UndoBar *m_undo;
    DropHint *m_hint;
    QString m_filter;  ///< as it was typed
    DynamicGroup m_dynamicGroup {};
    bool m_canMerge = false;
    bool m_canKeepScenes = false;
    bool m_canKeep = false;
    QTimer m_refresh;
};

} // namespace muster
