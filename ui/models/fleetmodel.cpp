#include "ui/models/fleetmodel.h"

namespace muster {

namespace {

constexpr int columns = int(FleetColumn::Last_) + 1;

} // namespace

FleetModel::FleetModel(Fleet &fleet, FleetColumns *columns, QObject *parent)
    : QAbstractTableModel(parent)
    , m_fleet(fleet)
    , m_order(fleet)
    , m_ownColumns(columns ? nullptr : std::make_unique<FleetColumns>(fleet))
    , m_columns(columns ? *columns : *m_ownColumns)
    , m_dirty(this)
{
    m_resort.setSingleShot(true);
    m_resort.setInterval(resortMs);
    connect(&m_resort, &QTimer::timeout, this, &FleetModel::refresh);
    m_catchUp.setSingleShot(true);
    connect(&m_catchUp, &QTimer::timeout, this, &FleetModel::refresh);
    connect(&m_dirty, &DirtyIds::due, this, &FleetModel::tell);
    listen();
    refresh();
}

FleetModel::~FleetModel() = default;

void FleetModel::listen()
{
    connect(&m_fleet, &Fleet::entriesChanged, this, &FleetModel::update);
    connect(&m_fleet, &Fleet::devicesAdded, this, &FleetModel::update);
    connect(&m_fleet, &Fleet::devicesChanged, this, &FleetModel::update);
    connect(&m_fleet, &Fleet::devicesRemoved, this, &FleetModel::update);
    connect(&m_fleet, &Fleet::metricsChanged, this, &FleetModel::markMetrics);
    connect(&m_fleet, &Fleet::statusesChanged, this, [this](const QList<DeviceId> &devices) {
        for (const DeviceId id : devices) {
            if (rowOf(id) >= 0)
                m_dirty.mark(id.n);
        }
    });
    connect(&m_fleet, &Fleet::groupsChanged, this, [this] {
        readGroups();
        refresh();
    });
}

void FleetModel::setGroup(GroupId group)
{
    m_group = group;
    readGroups();
    refresh();
}

void FleetModel::readGroups()
{
    m_groups = {m_group};
    const QList<Group> groups = m_fleet.groups();
    for (qsizetype before = 0; before != m_groups.size();) {
        before = m_groups.size();
        for (const Group &group : groups) {
            if (group.parent.isValid() && m_groups.contains(group.parent))
                m_groups.insert(group.id);
        }
    }
}

std::unique_ptr<LiveQuery> FleetModel::answered(const Query &query)
{
    if (query.acceptsAll() && query.order().isEmpty() && query.limit() == 0)
        return nullptr;
    auto live = std::make_unique<LiveQuery>(m_columns, LiveQuery::Scope::Members);
    live->setClock([this] { return m_fleet.now(); });
    live->setQuery(query);
    connect(live.get(), &LiveQuery::entered, this, &FleetModel::requery);
    connect(live.get(), &LiveQuery::left, this, &FleetModel::requery);
    connect(live.get(), &LiveQuery::reordered, this, [this] {
        if (!m_resort.isActive())
            m_resort.start();
    });
    return live;
}

void FleetModel::setBase(const Query &query)
{
    if (m_base && m_base->query() == query)
        return;
    m_base = answered(query);
    m_columnChosen = false;
    refresh();
    Q_EMIT orderedByChanged();
}

void FleetModel::setFilter(const QString &text)
{
    const ParsedQuery query = parseQuery(text);
    if (!query || (m_search && m_search->query().text() == text))
        return;
    m_search = answered(query->unlimited());
    m_limit = query->limit();
    if (m_limit > 0 && !m_search) // limit: alone
        m_search = std::make_unique<LiveQuery>(m_columns);
    m_columnChosen = false;
    refresh();
    Q_EMIT orderedByChanged();
}

QString FleetModel::problem() const
{
    return m_search ? m_search->problem() : QString();
}

LiveQuery *FleetModel::orderedBy() const
{
    if (m_columnChosen)
        return nullptr;
    if (m_search && !m_search->query().order().isEmpty())
        return m_search.get();
    return m_base && !m_base->query().order().isEmpty() ? m_base.get() : nullptr;
}

void FleetModel::setMetricKey(const QString &key)
{
    if (m_order.metricKey == key)
        return;
    m_order.metricKey = key;
    const int value = int(FleetColumn::Value);
    Q_EMIT headerDataChanged(Qt::Horizontal, value, value);
    if (m_order.column == FleetColumn::Value || m_order.column == FleetColumn::Trend)
        refresh();
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, value), index(int(m_rows.size()) - 1, int(FleetColumn::Trend)));
}

int FleetModel::rowOf(DeviceId id) const
{
    return id.n < m_rowOf.size() ? m_rowOf[id.n] : -1;
}

MetricId FleetModel::metricAt(const QModelIndex &index) const
{
    const DeviceId id = deviceAt(index.row());
    switch (FleetColumn(index.column())) {
    case FleetColumn::Battery:
        return m_fleet.metricOfRole(id, Role::Battery);
    case FleetColumn::Signal:
        return m_fleet.metricOfRole(id, Role::Signal);
    case FleetColumn::Value:
    case FleetColumn::Trend:
        return m_order.valueOf(id);
    default:
        return {};
    }
}

int FleetModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int FleetModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant FleetModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    if (isWordRole(role) && m_words)
        return m_words(index, role);
    const DeviceId id = deviceAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return index.column() == int(FleetColumn::Name) ? m_fleet.displayName(id) : QVariant();
    case DeviceRole:
        return id.n;
    case MetricRole:
        return metricAt(index).n;
    case StatusRole:
        return int(m_fleet.status(id));
    case TimeRole:
        return m_fleet.lastSeen(id);
    case ValueRole: {
        const MetricState *state = m_fleet.metric(metricAt(index));
        return state && state->time ? QVariant(state->value) : QVariant();
    }
    default:
        return {};
    }
}

bool FleetModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || index.column() != int(FleetColumn::Name))
        return false;
    const DeviceId id = deviceAt(index.row());
    const QString name = value.toString().trimmed();
    if (id.isValid() && name != m_fleet.displayName(id))
        m_fleet.rename(id, name);
    return id.isValid();
}

QVariant FleetModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns)
        return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return section == int(FleetColumn::Status) && role == Qt::DisplayRole ? QVariant(QString()) : columnTitle(section);
    if (role == Qt::TextAlignmentRole && section >= int(FleetColumn::Seen) && section != int(FleetColumn::Trend))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == int(FleetColumn::Status))
        return columnTitle(section);
    return {};
}

QVariant FleetModel::columnTitle(int column) const
{
    switch (FleetColumn(column)) {
    case FleetColumn::Status:
        return tr("Status");
    case FleetColumn::Name:
        return tr("Name");
    case FleetColumn::Kind:
        return tr("Kind");
    case FleetColumn::Link:
        return tr("Link");
    case FleetColumn::Model:
        return tr("Model");
    case FleetColumn::Seen:
        return tr("Seen");
    case FleetColumn::Battery:
        return tr("Battery");
    case FleetColumn::Signal:
        return tr("Signal");
    case FleetColumn::Value:
        return m_order.metricKey.isEmpty() ? tr("Value") : m_order.metricKey.left(40).simplified();
    case FleetColumn::Trend:
        return tr("Trend");
    }
    return {};
}

Qt::ItemFlags FleetModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid())
        flags |= Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
    if (index.column() == int(FleetColumn::Name) && !m_fleet.isPast())
        flags |= Qt::ItemIsEditable;
    return flags;
}

void FleetModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columns)
        return;
    m_order.column = FleetColumn(column);
    m_order.direction = order;
    m_columnChosen = true;
    refresh();
    Q_EMIT orderedByChanged();
}

void FleetModel::markMetrics(const QList<MetricId> &metrics)
{
    for (const MetricId metric : metrics) {
        const MetricState *state = m_fleet.metric(metric);
        if (state && rowOf(state->device) >= 0)
            m_dirty.mark(state->device.n);
    }
}

void FleetModel::tell(const QList<quint32> &ids)
{
    QList<int> rows;
    rows.reserve(ids.size());
    for (const quint32 id : ids) {
        if (const int row = rowOf(DeviceId {id}); row >= 0)
            rows.append(row);
    }
    for (const auto &[first, last] : rowRuns(std::move(rows)))
        Q_EMIT dataChanged(index(first, 0), index(last, columns - 1));
    if (m_order.isLive() && !m_resort.isActive())
        m_resort.start();
}

} // namespace muster
