#include "query/livequery.h"

#include <QCoreApplication>

#include <algorithm>

namespace muster {

namespace {

constexpr qsizetype manyDevices = 256; ///< up to so many are asked one by one, whatever the size of the fleet

Bits grownTo(Bits bits, Row rows)
{
    bits.resize(rows);
    return bits;
}

QList<DeviceId> listed(const Bits &bits)
{
    QList<DeviceId> result;
    bits.forEach([&](Row row) { result.append(DeviceId {row}); });
    return result;
}

} // namespace

LiveQuery::LiveQuery(FleetColumns &columns, Scope scope, QObject *parent)
    : QObject(parent)
    , m_columns(columns)
    , m_scope(scope)
    , m_timeTimer(this)
    , m_orderTimer(this)
{
    m_timeTimer.setInterval(timeMs);
    m_orderTimer.setInterval(orderMs);
    m_orderTimer.setSingleShot(true);
    connect(&m_timeTimer, &QTimer::timeout, this, &LiveQuery::refresh);
    connect(&m_orderTimer, &QTimer::timeout, this, &LiveQuery::updateOrder);
    connect(&columns, &FleetColumns::changed, this, &LiveQuery::take);
    connect(&columns, &FleetColumns::removed, this, &LiveQuery::takeRemoved);
    connect(&columns, &FleetColumns::valuesChanged, this, &LiveQuery::takeValues);
    setQuery({});
}

LiveQuery::~LiveQuery() = default;

void LiveQuery::setQuery(const Query &query)
{
    m_query = query;
    // The new ones first, so that columns both need are not made twice.
    auto predicate = std::make_unique<Predicate>(query, m_columns);
    auto ordering = std::make_unique<Ordering>(query.order(), m_columns);
    m_predicate = std::move(predicate);
    m_ordering = std::move(ordering);
    if (m_predicate->dependsOnTime())
        m_timeTimer.start();
    else
        m_timeTimer.stop();
    refresh();
    updateOrder();
}

bool LiveQuery::inScope(Row row) const
{
    return m_scope == Scope::All || m_columns.members().test(row) == (m_scope == Scope::Members);
}

Bits LiveQuery::candidates() const
{
    Bits rows = m_columns.present();
    if (m_scope == Scope::Members)
        rows &= m_columns.members();
    else if (m_scope == Scope::Discovered)
        rows.remove(m_columns.members());
    return rows;
}

void LiveQuery::refresh()
{
    apply(m_predicate->evaluate(candidates(), m_now()));
}

void LiveQuery::take(const QList<DeviceId> &devices)
{
    if (devices.size() > std::max<qsizetype>(manyDevices, m_columns.rows() / 16))
        takeMany(devices, m_now());
    else
        takeFew(devices, m_now());
    if (!m_query.order().isEmpty())
        scheduleOrder(); // what they are sorted by may have changed
}

void LiveQuery::takeMany(const QList<DeviceId> &devices, Micros now)
{
    Bits asked(m_columns.rows());
    for (const DeviceId id : devices)
        if (id.n < m_columns.rows())
            asked.set(id.n);
    Bits matching = grownTo(m_matching, m_columns.rows());
    matching.remove(asked);
    Bits within = candidates();
    within &= asked;
    matching |= m_predicate->evaluate(within, now);
    apply(matching);
}

/// As apply(), but at no cost for the devices that did not change.
void LiveQuery::takeFew(const QList<DeviceId> &devices, Micros now)
{
    m_shown.resize(m_columns.rows());
    m_matching.resize(m_columns.rows());
    const bool limited = m_query.limit() > 0;
    QList<DeviceId> leaving;
    QList<DeviceId> entering;
    for (const DeviceId id : devices) {
        if (id.n >= m_columns.rows())
            continue;
        const bool fits = inScope(id.n) && m_predicate->matches(id.n, now);
        if (fits == m_matching.test(id.n))
            continue;
        m_matching.set(id.n, fits);
        m_matchCount += fits ? 1 : -1;
        if (limited)
            scheduleOrder(); // who enters, and who takes the place of one that leaves, is a matter of order
        if (fits == m_shown.test(id.n) || (fits && limited))
            continue;
        m_shown.set(id.n, fits);
        m_shownCount += fits ? 1 : -1;
        (fits ? entering : leaving).append(id);
    }
    tell(leaving, entering);
}

void LiveQuery::takeRemoved(const QList<DeviceId> &devices)
{
    Bits matching = m_matching;
    for (const DeviceId id : devices)
        if (matching.test(id.n))
            matching.set(id.n, false);
    apply(matching);
}

void LiveQuery::takeValues(const MetricColumn &column, const QList<DeviceId> &devices)
{
    if (m_predicate->reads(column))
        take(devices);
    else if (m_ordering->reads(column))
        scheduleOrder();
}

void LiveQuery::scheduleOrder()
{
    if (!m_orderTimer.isActive())
        m_orderTimer.start();
}

void LiveQuery::apply(const Bits &matching)
{
    const Row rows = m_columns.rows();
    m_shown.resize(rows);
    m_matching.resize(rows);
    if (matching == m_matching)
        return;
    m_matching = matching;
    m_matchCount = matching.count();
    if (m_query.limit() == 0) {
        show(matching);
        return;
    }
    // What fits no longer leaves at once; who takes its place is a matter of order.
    Bits shown = m_shown;
    shown &= matching;
    show(shown);
    scheduleOrder();
}

void LiveQuery::show(Bits shown)
{
    Bits gone = m_shown;
    gone.remove(shown);
    Bits fresh = shown;
    fresh.remove(m_shown);
    m_shown = std::move(shown);
    m_shownCount = m_shown.count();
    tell(listed(gone), listed(fresh));
}

void LiveQuery::tell(const QList<DeviceId> &leaving, const QList<DeviceId> &entering)
{
    if (leaving.isEmpty() && entering.isEmpty())
        return;
    m_sorted.reset();
    if (!leaving.isEmpty())
        Q_EMIT left(leaving);
    if (!entering.isEmpty())
        Q_EMIT entered(entering);
}

void LiveQuery::updateOrder()
{
    m_orderTimer.stop();
    if (m_query.order().isEmpty() && m_query.limit() == 0)
        return;
    QList<DeviceId> sorted = m_ordering->sorted(m_matching, m_query.limit());
    if (m_query.limit() > 0) {
        Bits shown(m_columns.rows());
        for (const DeviceId id : std::as_const(sorted))
            shown.set(id.n);
        if (shown != m_shown) {
            show(std::move(shown));
            m_sorted = std::move(sorted);
            return;
        }
    }
    if (m_sorted != sorted) {
        m_sorted = std::move(sorted);
        Q_EMIT reordered();
    }
}

QList<DeviceId> LiveQuery::devices() const
{
    if (!m_sorted)
        m_sorted = m_ordering->sorted(m_shown, 0);
    return *m_sorted;
}

QString LiveQuery::problem() const
{
    if (m_predicate->exhausted())
        return QCoreApplication::translate("Query", "A regular expression of this query takes too long; what it found may not be all. Simplify it.");
    return {};
}

} // namespace muster
