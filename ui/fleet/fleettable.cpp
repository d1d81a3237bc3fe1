#include "ui/fleet/fleettable.h"

#include "ui/cellpaint.h"
#include "ui/dragout.h"
#include "ui/fleet/fleetdelegate.h"
#include "ui/fleet/fleetwords.h"
#include "ui/format.h"
#include "ui/models/fleetmodel.h"
#include "ui/theme.h"

#include <QActionGroup>
#include <QDataStream>
#include <QHeaderView>
#include <QIODevice>
#include <QMenu>

#include <algorithm>
#include <array>

namespace muster {

namespace {

constexpr int columns = int(FleetColumn::Last_) + 1;
constexpr int narrowestName = 150;
constexpr qsizetype mostRestored = 1'000;
constexpr qsizetype mostLookedAt = 2'000;
constexpr qsizetype mostOffered = 24;

// Pixels at the usual font; the name takes what is left.
constexpr std::array<int, columns> widths {30, 200, 52, 78, 110, 66, 66, 86, 104, 96};

// Which columns a narrow window does without, the first first.
constexpr std::array givenUp {FleetColumn::Link, FleetColumn::Model, FleetColumn::Kind, FleetColumn::Signal, FleetColumn::Trend, FleetColumn::Battery};

} // namespace

FleetTable::FleetTable(Fleet &fleet, FleetModel &model, QWidget *parent)
    : QTableView(parent)
    , m_fleet(fleet)
    , m_model(model)
{
    model.setWords(fleetWords(fleet, model));
    setModel(&model);
    setItemDelegate(new FleetDelegate(fleet, model, this));
    setAccessibleName(tr("Devices of the fleet"));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers); // FleetView starts it: F2 anywhere in the row
    setDragDropMode(DragOnly);
    viewport()->setAcceptDrops(false);
    viewport()->setAttribute(Qt::WA_Hover);
    setFrameShape(NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setUpHeader();
    keepSelectionOverResets();
    // "2 s" becomes "3 s" without anything arriving.
    connect(&m_ages, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update));
    m_ages.start(1'000);
}

void FleetTable::setUpHeader()
{
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(theme::rowHeight());
    verticalHeader()->setDefaultSectionSize(theme::rowHeight());
    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setMinimumSectionSize(30);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    header->setSectionResizeMode(int(FleetColumn::Status), QHeaderView::Fixed);
    for (int column = 0; column < columns; ++column)
        setColumnWidth(column, widths[size_t(column)]);
    setSortingEnabled(true);
    sortByColumn(int(FleetColumn::Name), Qt::AscendingOrder);
    connect(header, &QHeaderView::customContextMenuRequested, this, &FleetTable::popupHeaderMenu);
    connect(header, &QHeaderView::sectionResized, this, [this](int column) {
        if (column != int(FleetColumn::Name))
            fitColumns();
    });
}

void FleetTable::keepSelectionOverResets()
{
    connect(&m_model, &FleetModel::modelAboutToBeReset, this, [this] {
        m_kept = selectedDevices().mid(0, mostRestored);
        m_restoring = true;
    });
    connect(&m_model, &FleetModel::modelReset, this, [this] {
        m_restoring = false;
        select(m_kept);
        m_kept.clear();
        Q_EMIT selectionChangedTo(selectedDevices());
    });
}

QList<DeviceId> FleetTable::selectedDevices() const
{
    QList<int> rows;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.resize(std::distance(rows.begin(), std::unique(rows.begin(), rows.end())));
    QList<DeviceId> devices;
    devices.reserve(rows.size());
    for (const int row : std::as_const(rows))
        devices.append(m_model.deviceAt(row));
    return devices;
}

void FleetTable::select(const QList<DeviceId> &devices)
{
    QItemSelection selection;
    QModelIndex first;
    for (const DeviceId id : devices) {
        const int row = m_model.rowOf(id);
        if (row < 0)
            continue;
        const QModelIndex index = m_model.index(row, int(FleetColumn::Name));
        selection.select(index, index);
        if (!first.isValid())
            first = index;
    }
    if (first.isValid()) {
        selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
        scrollTo(first);
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void FleetTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    if (!m_restoring)
        Q_EMIT selectionChangedTo(selectedDevices());
}

void FleetTable::startDrag(Qt::DropActions)
{
    dragout::devices(this, m_fleet, selectedDevices());
}

void FleetTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

// The name gets what the others leave; when that is too little, the least important columns step back until the window is wider again.
void FleetTable::fitColumns()
{
    if (m_fitting)
        return;
    m_fitting = true;
    QSet<int> hidden = m_unwanted;
    const auto left = [&] {
        int width = viewport()->width();
        for (int column = 0; column < columns; ++column) {
            if (column != int(FleetColumn::Name) && !hidden.contains(column))
                width -= std::max(isColumnHidden(column) ? widths[size_t(column)] : columnWidth(column), 30);
        }
        return width;
    };
    for (const FleetColumn column : givenUp) {
        if (left() >= narrowestName)
            break;
        hidden.insert(int(column));
    }
    const int name = std::max(left(), narrowestName);
    for (int column = 0; column < columns; ++column)
        setColumnHidden(column, hidden.contains(column));
    setColumnWidth(int(FleetColumn::Name), name);
    m_fitting = false;
}

void FleetTable::showColumn(FleetColumn column, bool shown)
{
    if (shown)
        m_unwanted.remove(int(column));
    else if (column != FleetColumn::Name)
        m_unwanted.insert(int(column));
    fitColumns();
}

void FleetTable::popupHeaderMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QMenu *metrics = menu->addMenu(tr("Value to show"));
    auto *choice = new QActionGroup(menu);
    const auto offer = [&](const QString &text, const QString &key) {
        QAction *action = metrics->addAction(text, this, [this, key] { m_model.setMetricKey(key); });
        action->setCheckable(true);
        action->setChecked(m_model.order().metricKey == key);
        choice->addAction(action);
    };
    offer(tr("Each device's main one"), {});
    metrics->addSeparator();
    for (const QString &key : commonMetrics(m_fleet))
        offer(format::label(key), key);
    menu->addSeparator();
    for (int column = 0; column < columns; ++column) {
        if (column == int(FleetColumn::Name))
            continue;
        const QString title = m_model.headerData(column, Qt::Horizontal, Qt::AccessibleTextRole).toString();
        QAction *action = menu->addAction(format::label(title), this, [this, column](bool shown) { showColumn(FleetColumn(column), shown); });
        action->setCheckable(true);
        action->setChecked(showsColumn(FleetColumn(column)));
    }
    menu->popup(horizontalHeader()->mapToGlobal(at));
}

QByteArray FleetTable::saveState() const
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << quint8(1) << m_unwanted << m_model.order().metricKey << qint32(horizontalHeader()->sortIndicatorSection())
        << qint32(horizontalHeader()->sortIndicatorOrder());
    for (int column = 0; column < columns; ++column)
        out << qint32(isColumnHidden(column) ? widths[size_t(column)] : columnWidth(column));
    return bytes;
}

bool FleetTable::restoreState(const QByteArray &state)
{
    QDataStream in(state);
    in.setVersion(QDataStream::Qt_6_4);
    quint8 version = 0;
    QSet<int> unwanted;
    QString key;
    qint32 sorted = 0;
    qint32 order = 0;
    in >> version;
    if (version != 1)
        return false;
    in >> unwanted >> key >> sorted >> order;
    QList<int> sizes;
    for (qint32 width = 0, column = 0; column < columns; ++column) {
        in >> width;
        sizes.append(std::clamp(width, 20, 2'000));
    }
    if (in.status() != QDataStream::Ok)
        return false;
    m_unwanted = unwanted;
    m_unwanted.remove(int(FleetColumn::Name));
    m_model.setMetricKey(key);
    for (int column = 0; column < columns; ++column)
        setColumnWidth(column, sizes.at(column));
    sortByColumn(std::clamp(sorted, 0, columns - 1), order == Qt::DescendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder);
    fitColumns();
    return true;
}

QStringList commonMetrics(const Fleet &fleet)
{
    QHash<QString, int> counts;
    for (const DeviceId id : fleet.members().mid(0, mostLookedAt)) {
        const Device *device = fleet.device(id);
        for (const Metric &metric : device->metrics)
            ++counts[metric.key];
    }
    QStringList keys = counts.keys();
    std::sort(keys.begin(), keys.end(), [&counts](const QString &a, const QString &b) {
        return counts.value(a) != counts.value(b) ? counts.value(a) > counts.value(b) : a < b;
    });
    return keys.mid(0, mostOffered);
}

void FleetTable::initViewItemOption(QStyleOptionViewItem *option) const
{
    QTableView::initViewItemOption(option);
    cellpaint::softenSelection(*option);
}

} // namespace muster
