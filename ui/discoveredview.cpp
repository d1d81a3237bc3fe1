#include "ui/discoveredview.h"

#include "ui/emptystate.h"
#include "ui/fleet/devicemenu.h"
#include "ui/fleet/discoveredtree.h"
#include "ui/format.h"
#include "ui/icons.h"
#include "ui/models/discoveredmodel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace muster {

DiscoveredView::DiscoveredView(Fleet &fleet, const Diagnostics &diagnostics, const Connections &connections, QWidget *parent)
    : QWidget(parent)
    , m_fleet(fleet)
    , m_diagnostics(diagnostics)
    , m_connections(connections)
    , m_model(new DiscoveredModel(fleet, this))
    , m_filter(new DiscoveredFilter(fleet, *m_model, this))
    , m_search(new QLineEdit(this))
    , m_tree(new DiscoveredTree(fleet, *m_filter, this))
    , m_add(new QPushButton(tr("Add to fleet"), this))
    , m_pages(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_noMatch(new QLabel(tr("No discovered device matches."), this))
{
    m_model->setWords([this](const QModelIndex &index, int role) { return words(index, role); });
    build();
    listen();
    refresh();
}

void DiscoveredView::build()
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 4);
    column->setSpacing(4);

    m_search->setPlaceholderText(tr("Filter"));
    m_search->setAccessibleName(tr("Filter discovered devices"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaxLength(200);
    auto *searchRow = new QHBoxLayout;
    searchRow->setContentsMargins(8, 0, 8, 0);
    searchRow->addWidget(m_search);
    column->addLayout(searchRow);

    connect(m_empty->addButton(tr("Add a connection")), &QPushButton::clicked, this, &DiscoveredView::addConnectionRequested);
    m_demo = m_empty->addButton(tr("Demo fleet"));
    connect(m_demo, &QPushButton::clicked, this, &DiscoveredView::demoRequested);
    m_noMatch->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_noMatch->setMargin(16);
    m_noMatch->setWordWrap(true);
    m_noMatch->setForegroundRole(QPalette::PlaceholderText);
    m_pages->addWidget(m_tree);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_noMatch);
    column->addWidget(m_pages, 1);

    m_add->setIcon(icons::icon("plus"));
    m_add->setToolTip(tr("Add the selected devices to the fleet (Enter)"));
    auto *addRow = new QHBoxLayout;
    addRow->setContentsMargins(8, 0, 8, 0);
    addRow->addWidget(m_add);
    column->addLayout(addRow);
}

void DiscoveredView::listen()
{
    connect(m_search, &QLineEdit::textChanged, this, &DiscoveredView::setFilter);
    connect(m_add, &QPushButton::clicked, this, [this] { addSelected(); });
    connect(m_tree, &DiscoveredTree::customContextMenuRequested, this, &DiscoveredView::popupMenu);
    connect(m_tree, &DiscoveredTree::doubleClicked, this, [this](const QModelIndex &index) {
        if (index.data(DeviceRole).toUInt() != 0)
            m_fleet.adopt({DeviceId {index.data(DeviceRole).toUInt()}});
    });
    connect(m_tree, &DiscoveredTree::selectionChangedTo, this, [this](const QList<DeviceId> &devices) {
        m_add->setEnabled(!devices.isEmpty());
        // The last one was just taken into the fleet: whoever shows it may go on doing so.
        if (!devices.isEmpty())
            Q_EMIT deviceSelected(devices);
    });
    // What is clicked is shown, even where it was selected already and the other list's choice is being shown.
    connect(m_tree, &DiscoveredTree::clicked, this, [this] { Q_EMIT deviceSelected(m_tree->selectedDevices()); });
    m_tree->installEventFilter(this);
    m_search->installEventFilter(this);
    connect(m_model, &DiscoveredModel::newCountChanged, this, &DiscoveredView::newCountChanged);
    connect(m_filter, &DiscoveredFilter::rowsInserted, this, &DiscoveredView::refresh);
    connect(m_filter, &DiscoveredFilter::rowsRemoved, this, &DiscoveredView::refresh);
    connect(m_filter, &DiscoveredFilter::modelReset, this, &DiscoveredView::refresh);
    connect(&m_connections, &Connections::added, this, &DiscoveredView::refresh);
    connect(&m_connections, &Connections::removed, this, &DiscoveredView::refresh);
    const auto repaint = [this] { m_tree->viewport()->update(); };
    connect(&m_connections, &Connections::changed, this, repaint);
    connect(&m_diagnostics, &Diagnostics::statusChanged, this, repaint);
}

int DiscoveredView::newCount() const
{
    return m_model->newCount();
}

QList<DeviceId> DiscoveredView::selectedDevices() const
{
    return m_tree->selectedDevices();
}

void DiscoveredView::setFilter(const QString &text)
{
    m_filter->setFilter(text);
    refresh();
}

void DiscoveredView::refresh()
{
    const bool nothing = m_model->deviceCount() == 0;
    m_search->setVisible(!nothing || !m_search->text().isEmpty());
    m_add->setVisible(!nothing);
    m_add->setEnabled(!selectedDevices().isEmpty());
    m_demo->setVisible(m_connections.all().isEmpty());
    if (nothing)
        m_empty->setText(emptyText());
    m_pages->setCurrentIndex(nothing ? 1 : m_filter->rowCount() == 0 ? 2 : 0);
}

QString DiscoveredView::emptyText() const
{
    if (m_connections.all().isEmpty())
        return tr("Devices show up here once a connection is open.");
    return m_fleet.members().isEmpty() ? tr("No devices heard yet. They show up here as soon as they say something.")
                                       : tr("Nothing new. Everything that was heard is in the fleet.");
}

void DiscoveredView::addSelected(GroupId group)
{
    const QList<DeviceId> devices = selectedDevices();
    if (devices.isEmpty())
        return;
    // The next one takes the place of those that leave, so that Enter, Enter, Enter adds one after the other.
    const QModelIndex current = m_tree->currentIndex();
    const int row = current.row();
    const QPersistentModelIndex parent = current.parent();
    m_fleet.adopt(devices, group);
    if (parent.isValid() && m_filter->rowCount(parent) > 0)
        m_tree->setCurrentIndex(m_filter->index(std::min(row, m_filter->rowCount(parent) - 1), 0, parent));
}

void DiscoveredView::popupMenu(const QPoint &at)
{
    const QList<DeviceId> devices = selectedDevices();
    if (devices.isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icons::icon("plus"), devices.size() == 1 ? tr("Add to fleet") : tr("Add %1 to fleet").arg(format::devices(devices.size())), this,
        [this] { addSelected(); });
    devicemenu::addGroups(*menu->addMenu(tr("Add to group")), m_fleet, {}, [this](GroupId group) { addSelected(group); });
    menu->addSeparator();
    if (devicemenu::hasSerialLine(m_fleet, devices))
        menu->addAction(icons::icon("usb"), devicemenu::readingText(), this, [this, devices] { Q_EMIT readingRequested(devices.first()); });
    menu->addAction(tr("Plot"), this, [this, devices] { Q_EMIT plotDevicesRequested(devices); });
    menu->popup(m_tree->viewport()->mapToGlobal(at));
}

void DiscoveredView::enterEvent(QEnterEvent *event)
{
    QWidget::enterEvent(event);
    m_entered.start();
}

// Looked at: the pointer or the keyboard has been here for a while and moves on.
void DiscoveredView::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    if (m_entered.isValid() && m_entered.elapsed() >= lookMs)
        m_model->markSeen();
}

void DiscoveredView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

bool DiscoveredView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut && watched == m_tree)
        m_model->markSeen();
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (watched == m_tree && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        addSelected();
        return true;
    }
    if (watched == m_search && key == Qt::Key_Down) {
        m_tree->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

QString DiscoveredView::words(const QModelIndex &index, int role) const
{
    const DeviceId id {index.data(DeviceRole).toUInt()};
    if (const Device *device = m_fleet.device(id)) {
        const QString name = format::plain(m_fleet.displayName(id), 200);
        if (role == Qt::DisplayRole)
            return name;
        if (role == Qt::AccessibleTextRole)
            return tr("%1, %2", "device, status").arg(name, format::status(m_fleet.status(id)));
        QStringList lines {name, format::plain(device->manufacturer + u' ' + device->model, 200), format::plain(device->addresses.value(0), 200)};
        lines.removeAll(QString());
        return format::tip(lines.join(u'\n')).replace(u'\n', QStringLiteral("<br>"));
    }
    const ConnectionId connectionId {index.data(ConnectionRole).toUInt()};
    const Connection *connection = m_connections.find(connectionId);
    if (role == Qt::ToolTipRole)
        return format::tip(format::plain(m_diagnostics.status(connectionId).detail));
    return connection ? format::plain(connection->name, 100) : tr("No open connection");
}

} // namespace muster
