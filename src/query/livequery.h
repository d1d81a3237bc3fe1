#pragma once

#include "query/fleetcolumns.h"
#include "query/ordering.h"
#include "query/predicate.h"
#include "query/query.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace muster {

/// A query that stays answered: asks anew only about devices that changed, and about all of them once a second if the query depends on
/// the time. Main thread; the columns outlive it.
///
/// With sort: or limit: the order is brought up to date orderMs after a change, so that a busy fleet costs one sort per tick; then, with a
/// limit, devices enter and leave as their places say. Without a limit they enter and leave at once.
class LiveQuery : public QObject
{
    Q_OBJECT

public:
    enum class Scope { Members, Discovered, All }; ///< those in the fleet, those that are not, both
    static constexpr int timeMs = 1'000;
    static constexpr int orderMs = 50;

    explicit LiveQuery(FleetColumns &columns, Scope scope = Scope::Members, QObject *parent = nullptr);
    ~LiveQuery() override;

    /// Asks something else; tells the difference by left() and entered().
    void setQuery(const Query &query);
    [[nodiscard]] const Query &query() const { return m_query; }
    /// Where "now" comes from; the wall clock unless a test has its own.
    void setClock(std::function<Micros()> now) { m_now = std::move(now); }

    [[nodiscard]] qsizetype count() const { return m_shownCount; }    ///< as far as limit: goes
    [[nodiscard]] qsizetype matching() const { return m_matchCount; } ///< without regard to limit:
    [[nodiscard]] bool contains(DeviceId device) const { return m_shown.test(device.n); }
    [[nodiscard]] QList<DeviceId> devices() const; ///< in order
    /// What the person should know about the running query; empty: nothing. Translated.
    [[nodiscard]] QString problem() const;

public Q_SLOTS:
    /// Asks about all devices now, rather than when time has passed.
    void refresh();

Q_SIGNALS:
    void entered(const QList<muster::DeviceId> &devices);
    void left(const QList<muster::DeviceId> &devices);
    void reordered(); ///< devices() may have another order, without anything having entered or left

private:
    void take(const QList<DeviceId> &devices);
    void takeFew(const QList<DeviceId> &devices, Micros now);
    void takeMany(const QList<DeviceId> &devices, Micros now);
    void tell(const QList<DeviceId> &leaving, const QList<DeviceId> &entering);
    void takeRemoved(const QList<DeviceId> &devices);
    void takeValues(const MetricColumn &column, const QList<DeviceId> &devices);
    void apply(const Bits &matching);
    void updateOrder();
    void scheduleOrder();
    void show(Bits shown);
    [[nodiscard]] Bits candidates() const;
    [[nodiscard]] bool inScope(Row row) const;

    FleetColumns &m_columns;
    Scope m_scope;
    Query m_query;
    std::unique_ptr<Predicate> m_predicate;
    std::unique_ptr<Ordering> m_ordering;
    Bits m_matching;
    Bits m_shown;
    qsizetype m_matchCount = 0;
    qsizetype m_shownCount = 0;
    mutable std::optional<QList<DeviceId>> m_sorted; ///< as of the last sort, while it holds
    QTimer m_timeTimer;
    QTimer m_orderTimer;
    std::function<Micros()> m_now = nowMicros;
};

} // namespace muster
