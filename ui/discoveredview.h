#pragma once

#include "core/connections.h"
#include "core/diagnostics.h"
#include "core/fleet.h"

#include <QElapsedTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace muster {

class DiscoveredFilter;
class DiscoveredModel;
class DiscoveredTree;
class EmptyState;

/// What could join the fleet, by connection, with what is new marked until it was looked at. Devices leave it by being dragged, by double click, by Enter,
/// by the button or by the menu.
class DiscoveredView : public QWidget
{
    Q_OBJECT

public:
    static constexpr int lookMs = 800; ///< a pointer that stays less long was only passing

    DiscoveredView(Fleet &fleet, const Diagnostics &diagnostics, const Connections &connections, QWidget *parent = nullptr);

    /// How many nobody has looked at yet: the badge.
    [[nodiscard]] int newCount() const;
    [[nodiscard]] QList<DeviceId> selectedDevices() const;

public Q_SLOTS:
    void addSelected(muster::GroupId group = {});

Q_SIGNALS:
    void newCountChanged(int count);
    void deviceSelected(const QList<muster::DeviceId> &devices);
    void plotDevicesRequested(const QList<muster::DeviceId> &devices);
    void addConnectionRequested();
    void readingRequested(muster::DeviceId device);
    void demoRequested();

protected:
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void listen();
    void refresh();
    void setFilter(const QString &text);
    void popupMenu(const QPoint &at);
    [[nodiscard]] QString emptyText() const;
    [[nodiscard]] QString words(const QModelIndex &index, int role) const;

    Fleet &m_fleet;
    const Diagnostics &m_diagnostics;
    const Connections &m_connections;
    DiscoveredModel *m_model;
    DiscoveredFilter *m_filter;
    QLineEdit *m_search;
    DiscoveredTree *m_tree;
    QPushButton *m_add;
    QStackedWidget *m_pages;
    EmptyState *m_empty;
    QPushButton *m_demo = nullptr;
    QLabel *m_noMatch;
    QElapsedTimer m_entered;
};

} // namespace muster
