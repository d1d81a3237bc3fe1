#include "ui/models/metricchoice.h"

#include <algorithm>

namespace muster {

namespace {

constexpr quintptr atTop = 0; // internal id of a device; a metric's is its device's row + 1

} // namespace

MetricChoice::MetricChoice(const Fleet &fleet, const QList<DeviceId> &checked, QObject *parent)
    : QAbstractItemModel(parent)
{
    const QSet<DeviceId> all(checked.cbegin(), checked.cend());
    for (const DeviceId id : fleet.devices()) {
        const Device *device = fleet.device(id);
        if (!device || device->metrics.isEmpty())
            continue;
        Branch branch {fleet.displayName(id), {}, {}};
        for (const Metric &metric : device->metrics) {
            branch.metrics.append(metric.id);
            const QString name = metric.name.isEmpty() ? metric.key : metric.name;
            branch.names.append(metric.unit.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, metric.unit));
            if (all.contains(id))
                m_chosen.insert(metric.id);
        }
        m_branches.push_back(std::move(branch));
    }
    std::stable_sort(m_branches.begin(), m_branches.end(), [](const Branch &a, const Branch &b) { return a.name.localeAwareCompare(b.name) < 0; });
}

QList<MetricId> MetricChoice::chosen() const
{
    QList<MetricId> chosen;
    chosen.reserve(m_chosen.size());
    for (const Branch &branch : m_branches)
        std::copy_if(branch.metrics.begin(), branch.metrics.end(), std::back_inserter(chosen), [this](MetricId id) { return m_chosen.contains(id); });
    return chosen;
}

void MetricChoice::choose(const QModelIndex &index, bool checked)
{
    const bool device = index.internalId() == atTop;
    const Branch &branch = m_branches[device ? size_t(index.row()) : size_t(index.internalId()) - 1];
    const QList<MetricId> metrics = device ? branch.metrics : QList<MetricId> {branch.metrics.at(index.row())};
    for (const MetricId id : metrics) {
        if (checked)
            m_chosen.insert(id);
        else
            m_chosen.remove(id);
    }
    const QModelIndex top = device ? index : parent(index);
    Q_EMIT dataChanged(top, top, {Qt::CheckStateRole});
    Q_EMIT dataChanged(this->index(0, 0, top), this->index(int(branch.metrics.size()) - 1, 0, top), {Qt::CheckStateRole});
}

void MetricChoice::setChecked(const QModelIndexList &indexes, bool checked)
{
    for (const QModelIndex &index : indexes)
        choose(index, checked);
    Q_EMIT chosenChanged();
}

Qt::CheckState MetricChoice::stateOf(const Branch &branch) const
{
    const auto chosen = std::count_if(branch.metrics.begin(), branch.metrics.end(), [this](MetricId id) { return m_chosen.contains(id); });
    return chosen == 0 ? Qt::Unchecked : chosen == branch.metrics.size() ? Qt::Checked : Qt::PartiallyChecked;
}

QModelIndex MetricChoice::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : atTop);
}

QModelIndex MetricChoice::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == atTop)
        return {};
    return createIndex(int(index.internalId()) - 1, 0, atTop);
}

int MetricChoice::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_branches.size());
    return parent.internalId() == atTop && parent.column() == 0 ? int(m_branches[size_t(parent.row())].metrics.size()) : 0;
}

int MetricChoice::columnCount(const QModelIndex &parent) const
{
    Q_UNUSED(parent)
    return 1;
}

QVariant MetricChoice::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const bool device = index.internalId() == atTop;
    const Branch &branch = m_branches[device ? size_t(index.row()) : size_t(index.internalId()) - 1];
    if (role == Qt::DisplayRole)
        return device ? branch.name : branch.names.at(index.row());
    if (role == Qt::CheckStateRole)
        return device ? stateOf(branch) : m_chosen.contains(branch.metrics.at(index.row())) ? Qt::Checked : Qt::Unchecked;
    return {};
}

bool MetricChoice::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::CheckStateRole)
        return false;
    setChecked({index}, value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags MetricChoice::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable : Qt::NoItemFlags;
}

} // namespace muster
