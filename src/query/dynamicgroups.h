#pragma once

#include "query/livequery.h"

#include "core/result.h"

#include <memory>
#include <vector>

namespace muster {

using DynamicGroupId = Id<struct DynamicGroupTag>;

/// A query that was kept under a name.
struct DynamicGroup
{
    DynamicGroupId id {}; ///< never reused
    QString name {};
    QString query {};

    friend bool operator==(const DynamicGroup &, const DynamicGroup &) = default;
};

/// The dynamic groups of the fleet, each with a live count. Main thread; the columns outlive it. app/ stores save().
class DynamicGroups : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype most = 200;
    static constexpr qsizetype maxName = 100;
    static constexpr int countMs = 100; ///< changes of the counts are told together

    explicit DynamicGroups(FleetColumns &columns, QObject *parent = nullptr);
    ~DynamicGroups() override;

    [[nodiscard]] QList<DynamicGroup> all() const;
    [[nodiscard]] const DynamicGroup *find(DynamicGroupId id) const;
    [[nodiscard]] qsizetype count(DynamicGroupId id) const;
    /// Why a group's query cannot be understood, as a sentence; empty: it can.
    [[nodiscard]] QString problem(DynamicGroupId id) const;

    /// Refused with a sentence when the name is empty, the query cannot be understood or there are too many.
    Result<DynamicGroupId> add(const QString &name, const QString &query);
    Result<void> change(const DynamicGroup &group);
    void remove(DynamicGroupId id);

    /// As JSON text.
    [[nodiscard]] QString save() const;
    /// Puts back what was stored, without changed(). Returns how many could not be read. A query that cannot be understood is kept.
    int restore(const QString &stored);

Q_SIGNALS:
    void changed(); ///< save() has something new to say
    void countsChanged();

private:
    struct Entry
    {
        DynamicGroup group {};
        std::unique_ptr<LiveQuery> live {}; ///< null: the query cannot be understood
        QString problem {};
    };
    void answer(Entry &entry);
    [[nodiscard]] const Entry *entry(DynamicGroupId id) const;

    FleetColumns &m_columns;
    std::vector<Entry> m_entries;
    quint32 m_last = 0;
    QTimer m_counts;
};

} // namespace muster
