#pragma once

#include "core/device.h"
#include "core/series.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace muster {

/// A static group of the fleet's tree; parent 0 is the top. Ids are never reused.
struct Group
{
    GroupId id {};
    GroupId parent {};
    QString name {};

    friend bool operator==(const Group &, const Group &) = default;
};

/// What a person decided about a device: that it belongs to the fleet, what it is called here, where it belongs.
struct FleetEntry
{
    DeviceId device {};
    QString name {};          ///< empty: the device's own name
    QSet<GroupId> groups {};
    QStringList tags {};
    int kind = -1;            ///< -1: as the device's road says; else Kind
    Micros added = 0;

    friend bool operator==(const FleetEntry &, const FleetEntry &) = default;
};

/// How a device is doing, all things considered: what its road says and how long it has been silent.
enum class DeviceStatus : quint8 { Unknown, Live, Stale, Offline };

/// The latest value of a metric and its live memory.
struct MetricState
{
    Metric info {};
    DeviceId device {};
    Micros time = 0;      ///< of the latest value; 0: none yet
    double value = 0;     ///< as in Sample
    QString text {};      ///< of a Text or Event metric
    quint16 flags = 0;
    Series series {};
};

/// Every device there is, those in the fleet and those merely discovered, with latest values and live memory. Main thread.
/// Learns from Ingest, tells everybody else; one signal per batch. What is asked for by an unknown id is null or empty.
class Fleet : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype memoryBudget = 512LL << 20; ///< bytes of live memory over all series, before the watched ones

    explicit Fleet(QObject *parent = nullptr);
    ~Fleet() override;

    // Devices
    [[nodiscard]] const Device *device(DeviceId id) const;
    [[nodiscard]] DeviceId findByAddress(const QString &address) const;
    [[nodiscard]] QList<DeviceId> devices() const { return m_order; } ///< all, in order of discovery
    [[nodiscard]] QList<DeviceId> members() const;           ///< those in the fleet
    [[nodiscard]] bool isMember(DeviceId id) const { return m_entries.contains(id); }
    [[nodiscard]] const FleetEntry *entry(DeviceId id) const;///< null for a device that is not in the fleet
    [[nodiscard]] QString displayName(DeviceId id) const;
    [[nodiscard]] Kind kind(DeviceId id) const;
    [[nodiscard]] DeviceStatus status(DeviceId id) const;
    [[nodiscard]] Micros lastSeen(DeviceId id) const;        ///< 0: never

    // Metrics
    [[nodiscard]] const MetricState *metric(MetricId id) const;
    [[nodiscard]] MetricId findMetric(DeviceId device, const QString &key) const;
    [[nodiscard]] MetricId metricOfRole(DeviceId device, Role role) const;
    /// While a metric is watched (on a chart) its memory may reach `samples` back; 0 ends it.
    void watch(MetricId id, qsizetype samples);
    /// Samples that came too late for the live memory.
    [[nodiscard]] quint64 late() const { return m_late; }

    // What a person decides
    void adopt(const QList<DeviceId> &devices, GroupId group = {});
    void release(const QList<DeviceId> &devices);            ///< out of the fleet; still discovered while its road shows it
    void rename(DeviceId id, const QString &name);
    void setTags(DeviceId id, const QStringList &tags);
    void setKind(DeviceId id, int kind);
    [[nodiscard]] const QList<Group> &groups() const { return m_groups; }
    [[nodiscard]] const Group *group(GroupId id) const;
    [[nodiscard]] QList<DeviceId> membersOf(GroupId group) const; ///< including those of its subgroups; group 0: all members
    GroupId addGroup(const QString &name, GroupId parent = {});
    void renameGroup(GroupId id, const QString &name);
    void removeGroup(GroupId id);                            ///< with its subgroups; the devices stay in the fleet
    void assign(const QList<DeviceId> &devices, GroupId group);
    void unassign(const QList<DeviceId> &devices, GroupId group);

    /// Puts back what was stored, and tells of it like of anything new. Call once, before anything else.
    void restore(const QList<Device> &devices, const QList<FleetEntry> &entries, const QList<Group> &groups);

    // A past moment (Replay)
    /// Takes in what another fleet knows and what a person decided there; nobody's values and nobody's presence. Call once, instead of restore().
    void mirror(const Fleet &other, const std::function<void(Device &)> &change);
    /// Forgets all values; it is `now` from here on.
    void rewind(Micros now);
    /// What time it is: from the first call on it stands still in between.
    void setClock(Micros now);
    [[nodiscard]] Micros now() const { return m_clock != 0 ? m_clock : nowMicros(); }
    /// It shows what was: nothing a person decides may be changed in it.
    [[nodiscard]] bool isPast() const { return m_clock != 0; }

public Q_SLOTS:
    void announce(const QList<muster::Device> &devices);
    void withdraw(const QList<muster::DeviceId> &devices);
    /// Devices that went into others: what a person decided about them holds for those.
    void unite(const QList<muster::DeviceMove> &moves);
    /// Devices that came out of others: they get back what they had before they went in, or else are in the fleet where the others are.
    void part(const QList<muster::DeviceMove> &moves);
    void see(const QList<muster::DeviceId> &devices, muster::Micros time);
    void observe(const muster::SampleBatch &batch);

Q_SIGNALS:
    void devicesAdded(const QList<muster::DeviceId> &devices);
    void devicesChanged(const QList<muster::DeviceId> &devices);    ///< description, presence, metrics or commands
    void devicesRemoved(const QList<muster::DeviceId> &devices);
    void statusesChanged(const QList<muster::DeviceId> &devices);   ///< live, stale, offline
    void entriesChanged(const QList<muster::DeviceId> &devices);    ///< adopted, released, renamed, tagged, grouped
    void groupsChanged();
    void metricsChanged(const QList<muster::MetricId> &metrics);    ///< new latest values, once per batch, each metric once
    void observed(qsizetype samples);                               ///< back-pressure for Ingest

private:
    struct Member;
    [[nodiscard]] Member *member(DeviceId id) const;
    [[nodiscard]] QSet<GroupId> withSubgroups(GroupId id) const;
    template<class Change>
    void changeEntry(DeviceId id, Change change);
    void takeIn(const Device &device);
    void indexMetrics(Member &known);
    void claimMetric(MetricState &state, const Member &owner);
    void dropGone();
    void dropMetric(MetricId id);
    void drop(const QList<DeviceId> &devices);
    void heard(Member &known, Micros time);
    void updateStatuses();
    void applyLimits();

    std::vector<std::unique_ptr<Member>> m_devices;        ///< by DeviceId
    std::vector<std::unique_ptr<MetricState>> m_metrics;   ///< by MetricId
    QList<DeviceId> m_order;
    QHash<QString, DeviceId> m_byAddress;
    QHash<DeviceId, FleetEntry> m_entries;
    QSet<MetricId> m_watched;
    QTimer m_statusTimer;
    QList<Group> m_groups;
    quint32 m_lastGroup = 0;
    std::vector<quint32> m_batchMark;                      ///< by MetricId: the batch it was last marked in
    quint32 m_batch = 0;
    quint64 m_late = 0;
    Micros m_clock = 0;                                    ///< 0: the wall's
    qsizetype m_metricCount = 0;
    struct Joined
    {
        FleetEntry from {};
        FleetEntry into {};   ///< invalid device: it was not in the fleet
        FleetEntry joined {};
    };
    QHash<DeviceId, Joined> m_joined;                      ///< by the device that went into another
    QList<std::pair<DeviceId, MetricId>> m_gone;           ///< metrics a device no longer has; another one may have them now
    qsizetype m_seriesLimit = Series::defaultLimit;
};

} // namespace muster
