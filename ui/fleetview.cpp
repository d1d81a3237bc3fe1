#include "ui/fleetview.h"

#include "ui/cellpaint.h"
#include "ui/dragdata.h"
#include "ui/drophint.h"
#include "ui/emptystate.h"
#include "ui/fleet/devicemenu.h"
#include "ui/fleet/fleettable.h"
#include "ui/fleet/removal.h"
#include "ui/format.h"
#include "ui/icons.h"
#include "ui/models/fleetmodel.h"
#include "ui/theme.h"
#include "ui/undobar.h"

#include <QAction>
#include <QDropEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace muster {

namespace {

constexpr int refreshSoonMs = 50;

} // namespace

FleetView::FleetView(Fleet &fleet, FleetColumns *columns, QWidget *parent)
    : QWidget(parent)
    , m_fleet(fleet)
    , m_model(new FleetModel(fleet, columns, this))
    , m_table(new FleetTable(fleet, *m_model, this))
    , m_title(new QLabel(this))
    , m_count(new QLabel(this))
    , m_pages(new QStackedWidget(this))
    , m_undo(new UndoBar(this))
    , m_hint(nullptr)
{
    setAcceptDrops(true);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    column->addWidget(m_pages, 1);
    column->addWidget(m_undo);
    makePages();
    makeShortcuts();
    m_hint = new DropHint(this);
    listen();
    refreshHeader();
}

QWidget *FleetView::makeHeader()
{
    auto *header = new QWidget(this);
    header->setFixedHeight(36);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(12, 0, 12, 0);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setFont(theme::title(font()));
    m_title->setMinimumWidth(40);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_count->setTextFormat(Qt::PlainText);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_keep = new QPushButton(icons::icon("filter"), tr("Save as group…"), header);
    m_keep->setToolTip(tr("Keep this search as a group that holds whatever fits it"));
    m_keep->hide();
    connect(m_keep, &QPushButton::clicked, this, [this] { Q_EMIT keepQueryRequested(m_filter); });
    row->addWidget(m_title, 1);
    row->addWidget(m_keep);
    row->addWidget(m_count);
    return header;
}

void FleetView::makePages()
{
    m_pages->addWidget(m_table);

    auto *first = new EmptyState(this);
    first->setText(tr("No devices yet."), tr("Add a connection to something your devices talk to, or look around with made-up ones."));
    connect(first->addButton(tr("Add a connection")), &QPushButton::clicked, this, &FleetView::addConnectionRequested);
    connect(first->addButton(tr("Try the demo fleet")), &QPushButton::clicked, this, &FleetView::demoRequested);
    m_pages->addWidget(first);

    m_waiting = new EmptyState(this);
    connect(m_waiting->addButton(tr("Add them all")), &QPushButton::clicked, this, [this] { m_fleet.adopt(m_fleet.devices()); });
    m_pages->addWidget(m_waiting);

    m_emptyGroup = new EmptyState(this);
    connect(m_emptyGroup->addButton(tr("Show all devices")), &QPushButton::clicked, this, [this] {
        setGroup({});
        Q_EMIT groupRequested({});
    });
    m_pages->addWidget(m_emptyGroup);

    m_noMatch = new EmptyState(this);
    connect(m_noMatch->addButton(tr("Clear the filter")), &QPushButton::clicked, this, [this] {
        setFilter({});
        Q_EMIT clearFilterRequested();
    });
    m_pages->addWidget(m_noMatch);
}

void FleetView::makeShortcuts()
{
    const auto add = [this](const QString &text, const QKeySequence &keys, void (FleetView::*order)()) {
        auto *action = new QAction(text, this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, order);
        m_table->addAction(action);
    };
    add(tr("Plot"), QKeySequence(Qt::CTRL | Qt::Key_P), &FleetView::plotSelected);
    add(tr("Rename"), QKeySequence(Qt::Key_F2), &FleetView::renameSelected);
    add(tr("Remove from fleet"), QKeySequence(Qt::Key_Delete), &FleetView::removeSelected);
}

void FleetView::listen()
{
    connect(m_table, &FleetTable::selectionChangedTo, this, &FleetView::deviceSelected);
    // What is clicked is shown, even where it was selected already and the other list's choice is being shown.
    connect(m_table, &FleetTable::clicked, this, [this] { Q_EMIT deviceSelected(m_table->selectedDevices()); });
    connect(m_table, &FleetTable::customContextMenuRequested, this, &FleetView::popupMenu);
    connect(m_table, &FleetTable::activated, this, [this](const QModelIndex &index) {
        if (const DeviceId id = m_model->deviceAt(index.row()); id.isValid())
            Q_EMIT inspectRequested(id);
    });
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(refreshSoonMs);
    connect(&m_refresh, &QTimer::timeout, this, &FleetView::refreshHeader);
    const auto soon = [this] {
        if (!m_refresh.isActive())
            m_refresh.start();
    };
    connect(&m_fleet, &Fleet::devicesAdded, this, soon);
    connect(&m_fleet, &Fleet::devicesRemoved, this, soon);
    connect(&m_fleet, &Fleet::statusesChanged, this, soon);
    connect(&m_fleet, &Fleet::entriesChanged, this, soon);
    connect(&m_fleet, &Fleet::groupsChanged, this, soon);
    connect(m_model, &FleetModel::rowsInserted, this, soon);
    connect(m_model, &FleetModel::rowsRemoved, this, soon);
    connect(m_model, &FleetModel::modelReset, this, soon);
    connect(m_model, &FleetModel::orderedByChanged, this, [this] { m_table->horizontalHeader()->setSortIndicatorShown(!m_model->isOrderedByQuery()); });
}

QList<DeviceId> FleetView::selectedDevices() const
{
    return m_table->selectedDevices();
}

GroupId FleetView::group() const
{
    return m_model->group();
}

QByteArray FleetView::saveState() const
{
    return m_table->saveState();
}

bool FleetView::restoreState(const QByteArray &state)
{
    return m_table->restoreState(state);
}

void FleetView::setGroup(GroupId group)
{
    m_dynamicGroup = {};
    m_model->setBase({});
    m_model->setGroup(group);
    refreshHeader();
}

void FleetView::setDynamicGroup(const DynamicGroup &group)
{
    m_dynamicGroup = group;
    m_model->setGroup({});
    m_model->setBase(parseQuery(group.query).value_or(Query()));
    refreshHeader();
}

void FleetView::setFilter(const QString &text)
{
    if (!parseQuery(text))
        return;
    m_filter = text;
    m_model->setFilter(text);
    refreshHeader();
}

void FleetView::selectDevices(const QList<DeviceId> &devices)
{
    m_table->select(devices);
}

FleetView::Page FleetView::page() const
{
    if (m_model->rowCount() > 0)
        return Table;
    if (m_model->isFiltered())
        return NoMatch;
    if (m_model->group().isValid() || m_dynamicGroup.id.isValid())
        return EmptyGroup;
    return m_fleet.devices().isEmpty() ? FirstStart : Waiting;
}

void FleetView::refreshHeader()
{
    m_refresh.stop();
    const QList<DeviceId> members = m_model->scope();
    const auto offline = std::count_if(members.begin(), members.end(), [this](DeviceId id) { return m_fleet.status(id) == DeviceStatus::Offline; });
    QString count = format::devices(members.size());
    if (m_model->isFiltered())
        count = tr("%1 of %2", "devices").arg(format::count(m_model->rowCount()), count);
    if (offline > 0)
        count = tr("%1 · %2 offline", "devices").arg(count, format::count(offline));
    m_count->setText(members.isEmpty() ? QString() : count);
    m_count->setToolTip(format::tip(m_model->problem()));
    m_waiting->setText(tr("The fleet is empty. Discovered devices wait to be added: %1.").arg(format::count(m_fleet.devices().size())),
        tr("Drag them here from Discovered, or add them all at once."));
    refreshTitle();
    m_noMatch->setText(tr("No device matches “%1”.").arg(format::plain(m_filter, 60)));
    m_pages->setCurrentIndex(page());
}

void FleetView::refreshTitle()
{
    const bool dynamic = m_dynamicGroup.id.isValid();
    const QString path = dynamic ? format::plain(m_dynamicGroup.name, 60) : groupPath(m_fleet, m_model->group());
    m_title->setText(path.isEmpty() ? tr("Fleet") : tr("Fleet ▸ %1").arg(path));
    m_title->setToolTip(dynamic ? format::tip(m_dynamicGroup.query) : QString());
    m_keep->setVisible(m_canKeep && m_model->isFiltered());
    if (dynamic)
        m_emptyGroup->setText(tr("No device fits “%1” now.").arg(path), tr("It holds whatever fits: %1").arg(format::plain(m_dynamicGroup.query, 100)));
    else
        m_emptyGroup->setText(tr("“%1” is empty.").arg(path), tr("Drag devices onto it, or use “Add to group” in a device's menu."));
}

void FleetView::renameSelected()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid() || m_fleet.isPast())
        return;
    const QModelIndex name = current.siblingAtColumn(int(FleetColumn::Name));
    m_table->setCurrentIndex(name);
    m_table->edit(name);
}

void FleetView::removeSelected()
{
    if (m_fleet.isPast())
        return;
    const QList<RemovedDevice> removed = removeFromFleet(m_fleet, selectedDevices());
    if (removed.isEmpty())
        return;
    const QString what = removed.size() == 1
        ? tr("“%1” was removed from the fleet.").arg(format::plain(removed.first().entry.name.isEmpty() ? removed.first().device.name : removed.first().entry.name, 60))
        : tr("%1 were removed from the fleet.").arg(format::devices(removed.size()));
    m_undo->offer(what, [this, removed] { putBack(m_fleet, removed); });
}

void FleetView::offerUndo(const QString &sentence, const std::function<void()> &undo)
{
    m_undo->offer(sentence, undo);
}

void FleetView::plotSelected()
{
    if (const QList<DeviceId> devices = selectedDevices(); !devices.isEmpty())
        Q_EMIT plotDevicesRequested(devices);
}

void FleetView::popupMenu(const QPoint &at)
{
    const QList<DeviceId> devices = selectedDevices();
    if (devices.isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [this, menu](const QString &text, const QKeySequence &keys, void (FleetView::*order)()) {
        menu->addAction(text, this, order)->setShortcut(keys);
    };
    add(tr("Plot"), QKeySequence(Qt::CTRL | Qt::Key_P), &FleetView::plotSelected);
    menu->addAction(tr("Export data…"), this, [this, devices] { Q_EMIT exportRequested(devices); });
    if (m_fleet.isPast()) {
        menu->popup(m_table->viewport()->mapToGlobal(at));
        return;
    }
    menu->addSeparator();
    add(tr("Rename…"), QKeySequence(Qt::Key_F2), &FleetView::renameSelected);
    devicemenu::addGroups(*menu->addMenu(tr("Add to group")), m_fleet, {}, [this, devices](GroupId group) { m_fleet.assign(devices, group); });
    if (const GroupId group = m_model->group(); group.isValid()) {
        menu->addAction(tr("Take out of “%1”").arg(format::label(groupPath(m_fleet, group))), this,
            [this, devices, group] { m_fleet.unassign(devices, group); });
    }
    menu->addAction(tr("Tags…"), this, [this, devices] { devicemenu::askTags(this, m_fleet, devices); });
    devicemenu::addKinds(*menu->addMenu(tr("Kind")), m_fleet, devices);
    if (m_canMerge)
        menu->addAction(devices.size() > 1 ? tr("Merge into one device") : tr("Merge with…"), this, [this, devices] { Q_EMIT mergeRequested(devices); });
    if (m_canKeepScenes)
        menu->addAction(tr("Keep as a scene…"), this, [this, devices] { Q_EMIT sceneRequested(devices); });
    if (devicemenu::hasSerialLine(m_fleet, devices))
        menu->addAction(devicemenu::readingText(), this, [this, devices] { Q_EMIT readingRequested(devices.first()); });
    menu->addSeparator();
    add(tr("Remove from fleet"), QKeySequence(Qt::Key_Delete), &FleetView::removeSelected);
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

QList<DeviceId> FleetView::joining(const QList<DeviceId> &dragged) const
{
    QList<DeviceId> joining;
    const GroupId group = m_model->group();
    for (const DeviceId id : dragged) {
        const FleetEntry *entry = m_fleet.entry(id);
        if (!entry || (group.isValid() && !entry->groups.contains(group)))
            joining.append(id);
    }
    return joining;
}

void FleetView::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_fleet.isPast() || joining(dragdata::devices(*event->mimeData())).isEmpty())
        return;
    const QString path = groupPath(m_fleet, m_model->group());
    m_hint->invite(path.isEmpty() ? tr("Add to the fleet") : tr("Add to %1").arg(path));
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void FleetView::dragLeaveEvent(QDragLeaveEvent *event)
{
    Q_UNUSED(event)
    m_hint->hide();
}

void FleetView::dropEvent(QDropEvent *event)
{
    m_hint->hide();
    const QList<DeviceId> devices = joining(dragdata::devices(*event->mimeData()));
    if (devices.isEmpty())
        return;
    m_fleet.adopt(devices, m_model->group());
    event->setDropAction(Qt::CopyAction);
    event->accept();
    selectDevices(devices);
}

} // namespace muster
