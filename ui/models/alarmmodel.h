#pragma once

#include "rules/alarms.h"
#include "ui/models/cellwords.h"

#include <QAbstractItemModel>
#include <QSet>

#include <memory>
#include <vector>

namespace muster {

/// Which alarms are shown.
struct AlarmFilter
{
    enum class State : quint8 {
        Open,           ///< active or not acknowledged, and not shelved
        Active,         ///< not shelved
        Unacknowledged, ///< not shelved
        Shelved,
        All
    };
    State state = State::Open;
    quint8 severities = 0x1F; ///< bit n: AlarmSeverity

    [[nodiscard]] bool accepts(const Alarm &alarm) const;
    friend bool operator==(const AlarmFilter &, const AlarmFilter &) = default;
};

/// The alarms by rule: ten thousand of one rule are one row as long as it is closed. Follows at most ten times a second; beyond `mostSingly`
/// changes at once it is a new tree rather than a changed one.
class AlarmModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { What, State, Number, Since, Comment, Columns };
    static constexpr int tickMs = 100;
    static constexpr qsizetype mostSingly = 200;

    explicit AlarmModel(const Alarms &alarms, QObject *parent = nullptr);
    ~AlarmModel() override;

    void setWords(CellWords words) { m_words = std::move(words); }
    void setFilter(const AlarmFilter &filter);
    [[nodiscard]] const AlarmFilter &filter() const { return m_filter; }

    /// Of a rule's row, or of an alarm's.
    [[nodiscard]] AlarmRuleId ruleAt(const QModelIndex &index) const;
    /// Null for a rule's row.
    [[nodiscard]] const Alarm *alarmAt(const QModelIndex &index) const;
    /// The alarm of a row, or all below a rule's.
    [[nodiscard]] QList<AlarmKey> keysAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(AlarmRuleId rule) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Group
    {
        AlarmRuleId rule {};
        QList<AlarmKey> keys {}; ///< the latest first
    };
    void reload();
    void update();
    void show(const AlarmKey &key);
    void hide(const AlarmKey &key);
    [[nodiscard]] bool isWanted(const AlarmKey &key) const;
    [[nodiscard]] int rowOf(AlarmRuleId rule) const; ///< -1: none
    [[nodiscard]] bool isBefore(AlarmRuleId a, AlarmRuleId b) const;
    [[nodiscard]] Group *groupOf(const QModelIndex &index) const { return static_cast<Group *>(index.internalPointer()); }

    const Alarms &m_alarms;
    AlarmFilter m_filter;
    std::vector<std::unique_ptr<Group>> m_groups;
    QSet<AlarmKey> m_shown;
    QSet<AlarmKey> m_dirty;
    QTimer m_tick;
    CellWords m_words;
};

} // namespace muster
