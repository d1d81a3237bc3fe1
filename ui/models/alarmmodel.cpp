#include "ui/models/alarmmodel.h"

#include <algorithm>

namespace muster {

bool AlarmFilter::accepts(const Alarm &alarm) const
{
    if ((severities >> unsigned(alarm.severity) & 1) == 0)
        return false;
    switch (state) {
    case State::Open:
        return !alarm.isShelved();
    case State::Active:
        return alarm.active && !alarm.isShelved();
    case State::Unacknowledged:
        return !alarm.acknowledged && !alarm.isShelved();
    case State::Shelved:
        return alarm.isShelved();
    case State::All:
        break;
    }
    return true;
}

AlarmModel::AlarmModel(const Alarms &alarms, QObject *parent)
    : QAbstractItemModel(parent)
    , m_alarms(alarms)
{
    m_tick.setSingleShot(true);
    m_tick.setInterval(tickMs);
    connect(&m_tick, &QTimer::timeout, this, &AlarmModel::update);
    connect(&alarms, &Alarms::alarmsChanged, this, [this](const QList<AlarmKey> &keys) {
        for (const AlarmKey &key : keys)
            m_dirty.insert(key);
        if (!m_tick.isActive())
            m_tick.start();
    });
    connect(&alarms, &Alarms::rulesChanged, this, &AlarmModel::reload);
    reload();
}

AlarmModel::~AlarmModel() = default;

void AlarmModel::setFilter(const AlarmFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    reload();
}

bool AlarmModel::isWanted(const AlarmKey &key) const
{
    const Alarm *const alarm = m_alarms.find(key);
    return alarm && m_filter.accepts(*alarm);
}

/// The gravest first, then the older rule.
bool AlarmModel::isBefore(AlarmRuleId a, AlarmRuleId b) const
{
    const AlarmRule *const first = m_alarms.rule(a);
    const AlarmRule *const second = m_alarms.rule(b);
    if (first && second && first->severity != second->severity)
        return first->severity > second->severity;
    return a < b;
}

int AlarmModel::rowOf(AlarmRuleId rule) const
{
    const auto it = std::find_if(m_groups.cbegin(), m_groups.cend(), [rule](const auto &group) { return group->rule == rule; });
    return it == m_groups.cend() ? -1 : int(it - m_groups.cbegin());
}

void AlarmModel::reload()
{
    beginResetModel();
    m_tick.stop();
    m_dirty.clear();
    m_groups.clear();
    m_shown.clear();
    QHash<AlarmRuleId, QList<const Alarm *>> byRule;
    for (const Alarm &alarm : m_alarms.all())
        if (m_filter.accepts(alarm))
            byRule[alarm.key.rule].append(&alarm);
    for (auto it = byRule.begin(); it != byRule.end(); ++it) {
        std::sort(it->begin(), it->end(), [](const Alarm *a, const Alarm *b) { return a->changed != b->changed ? a->changed > b->changed : a->key < b->key; });
        auto group = std::make_unique<Group>();
        group->rule = it.key();
        for (const Alarm *const alarm : std::as_const(*it)) {
            group->keys.append(alarm->key);
            m_shown.insert(alarm->key);
        }
        m_groups.push_back(std::move(group));
    }
    std::sort(m_groups.begin(), m_groups.end(), [this](const auto &a, const auto &b) { return isBefore(a->rule, b->rule); });
    endResetModel();
}

void AlarmModel::update()
{
    if (m_dirty.size() > mostSingly) {
        reload();
        return;
    }
    QSet<AlarmRuleId> touched;
    const QSet<AlarmKey> dirty = std::exchange(m_dirty, {});
    for (const AlarmKey &key : dirty) {
        touched.insert(key.rule);
        const bool wanted = isWanted(key);
        if (wanted != m_shown.contains(key)) {
            wanted ? show(key) : hide(key);
        } else if (wanted) {
            Group *const group = m_groups.at(size_t(rowOf(key.rule))).get();
            const int row = int(group->keys.indexOf(key));
            Q_EMIT dataChanged(createIndex(row, 0, group), createIndex(row, Columns - 1, group));
        }
    }
    for (const AlarmRuleId rule : std::as_const(touched))
        if (const int row = rowOf(rule); row >= 0)
            Q_EMIT dataChanged(index(row, 0), index(row, Columns - 1));
}

void AlarmModel::show(const AlarmKey &key)
{
    int row = rowOf(key.rule);
    if (row < 0) {
        const auto place = std::find_if(m_groups.cbegin(), m_groups.cend(), [&](const auto &group) { return isBefore(key.rule, group->rule); });
        row = int(place - m_groups.cbegin());
        beginInsertRows({}, row, row);
        auto group = std::make_unique<Group>();
        group->rule = key.rule;
        group->keys.append(key);
        m_groups.insert(place, std::move(group));
        m_shown.insert(key);
        endInsertRows();
        return;
    }
    beginInsertRows(index(row, 0), 0, 0);
    m_groups[size_t(row)]->keys.prepend(key);
    m_shown.insert(key);
    endInsertRows();
}

void AlarmModel::hide(const AlarmKey &key)
{
    const int row = rowOf(key.rule);
    Group *const group = m_groups.at(size_t(row)).get();
    const int child = int(group->keys.indexOf(key));
    m_shown.remove(key);
    if (group->keys.size() == 1) {
        beginRemoveRows({}, row, row);
        m_groups.erase(m_groups.begin() + row);
        endRemoveRows();
        return;
    }
    beginRemoveRows(index(row, 0), child, child);
    group->keys.removeAt(child);
    endRemoveRows();
}

AlarmRuleId AlarmModel::ruleAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    return index.internalPointer() ? groupOf(index)->rule : m_groups.at(size_t(index.row()))->rule;
}

const Alarm *AlarmModel::alarmAt(const QModelIndex &index) const
{
    return index.isValid() && index.internalPointer() ? m_alarms.find(groupOf(index)->keys.value(index.row())) : nullptr;
}

QList<AlarmKey> AlarmModel::keysAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    if (index.internalPointer())
        return {groupOf(index)->keys.value(index.row())};
    return m_groups.at(size_t(index.row()))->keys;
}

QModelIndex AlarmModel::indexOf(AlarmRuleId rule) const
{
    const int row = rowOf(rule);
    return row < 0 ? QModelIndex() : index(row, 0);
}

QModelIndex AlarmModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return parent.isValid() ? createIndex(row, column, m_groups.at(size_t(parent.row())).get()) : createIndex(row, column, nullptr);
}

QModelIndex AlarmModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || !index.internalPointer())
        return {};
    return createIndex(rowOf(groupOf(index)->rule), 0, nullptr);
}

int AlarmModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_groups.size());
    return parent.internalPointer() || parent.column() != 0 ? 0 : int(m_groups.at(size_t(parent.row()))->keys.size());
}

int AlarmModel::columnCount(const QModelIndex &) const
{
    return Columns;
}

QVariant AlarmModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (isWordRole(role) && m_words)
        return m_words(index, role);
    if (role == CountRole)
        return rowCount(index.siblingAtColumn(0));
    if (role == Qt::TextAlignmentRole && index.column() == Number)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QVariant AlarmModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == Number)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What:
        return tr("Alarm");
    case State:
        return tr("State");
    case Number:
        return tr("Value");
    case Since:
        return tr("Since");
    case Comment:
        return tr("Comment");
    default:
        return {};
    }
}

} // namespace muster
