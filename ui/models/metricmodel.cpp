#include "ui/models/metricmodel.h"

#include <algorithm>

namespace muster {

MetricModel::MetricModel(const Fleet &fleet, QObject *parent)
    : QAbstractTableModel(parent)
    , m_fleet(fleet)
    , m_dirty(this)
{
    const auto syncIfOurs = [this](const QList<DeviceId> &devices) {
        if (devices.contains(m_device))
            sync();
    };
    connect(&fleet, &Fleet::devicesAdded, this, syncIfOurs);
    connect(&fleet, &Fleet::devicesChanged, this, syncIfOurs);
    connect(&fleet, &Fleet::devicesRemoved, this, syncIfOurs);
    connect(&fleet, &Fleet::metricsChanged, this, [this](const QList<MetricId> &metrics) {
        for (const MetricId id : metrics) {
            if (m_rowOf.contains(id))
                m_dirty.mark(id.n);
        }
    });
    connect(&m_dirty, &DirtyIds::due, this, &MetricModel::tell);
}

void MetricModel::setDevice(DeviceId device)
{
    if (device == m_device)
        return;
    m_device = device;
    m_dirty.clear();
    sync();
}

QList<MetricId> MetricModel::wanted() const
{
    QList<MetricId> main;
    QList<MetricId> diagnostic;
    if (const Device *device = m_fleet.device(m_device)) {
        for (const Metric &metric : device->metrics)
            (metric.diagnostic ? diagnostic : main).append(metric.id);
    }
    return main + diagnostic;
}

// A device that merely grew keeps its rows, and with them selection and place; anything else is a new list.
void MetricModel::sync()
{
    const QList<MetricId> next = wanted();
    const qsizetype before = m_rows.size();
    const bool grew = next.size() >= before && std::equal(m_rows.begin(), m_rows.end(), next.begin());
    if (grew && next.size() > before)
        beginInsertRows({}, int(before), int(next.size()) - 1);
    else if (!grew)
        beginResetModel();
    m_rows = next;
    m_rowOf.clear();
    for (int row = 0; row < m_rows.size(); ++row)
        m_rowOf.insert(m_rows.at(row), row);
    if (grew && next.size() > before)
        endInsertRows();
    else if (!grew)
        endResetModel();
    if (grew && before > 0)
        Q_EMIT dataChanged(index(0, 0), index(int(before) - 1, ColumnCount - 1));
}

void MetricModel::tell(const QList<quint32> &ids)
{
    QList<int> rows;
    for (const quint32 id : ids) {
        if (const int row = m_rowOf.value({id}, -1); row >= 0)
            rows.append(row);
    }
    for (const auto &[first, last] : rowRuns(std::move(rows)))
        Q_EMIT dataChanged(index(first, Value), index(last, Age));
}

int MetricModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int MetricModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant MetricModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    if (isWordRole(role) && m_words)
        return m_words(index, role);
    const MetricState *state = m_fleet.metric(metricAt(index.row()));
    if (!state)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Name ? (state->info.name.isEmpty() ? state->info.key : state->info.name) : QVariant();
    case MetricRole:
        return state->info.id.n;
    case DeviceRole:
        return state->device.n;
    case TimeRole:
        return state->time;
    case ValueRole:
        return state->time ? QVariant(state->value) : QVariant();
    default:
        return {};
    }
}

QVariant MetricModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Metric");
    case Value:
        return tr("Value");
    case Age:
        return tr("Age");
    case Trend:
        return tr("Trend");
    default:
        return {};
    }
}

Qt::ItemFlags MetricModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return QAbstractTableModel::flags(index);
    Qt::ItemFlags flags = QAbstractTableModel::flags(index) | Qt::ItemNeverHasChildren;
    const MetricState *state = m_fleet.metric(metricAt(index.row()));
    if (state && state->info.problem.isEmpty())
        flags |= Qt::ItemIsDragEnabled;
    return flags;
}

} // namespace muster
