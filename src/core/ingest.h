#pragma once

#include "core/connection.h"
#include "core/device.h"
#include "core/earliermetrics.h"
#include "core/identity.h"
#include "core/wire.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <memory>
#include <vector>

namespace muster {

/// Bounds on what the outside may make Muster remember.
struct IngestLimits
{
    int devices = 200'000;
    int metrics = 1'000'000;            ///< known at a time
    quint32 lastMetric = 1U << 24;      ///< ids are dense and never reused: many tables are indexed by them
    int metricsPerDevice = 2'000;
    int addressesPerPart = 64;          ///< of what one connection announced as one device
    int partsPerDevice = Identity::maxParts;
    qsizetype backlog = 4'000'000;      ///< samples on their way to the window; beyond it they are dropped and counted
    qsizetype recordingBacklog = 8'000'000; ///< likewise on their way to the history
    Micros future = 24LL * 3'600 * 1'000'000; ///< a device time further ahead than this is not believed
    Micros past = 10LL * 365 * 86'400 * 1'000'000; ///< nor one older than this
};

/// The door every reading comes through: names become ids once, samples become batches. Lives on muster-io and is called directly
/// by the backends there, so nothing on the way of a sample is looked up by name or queued on its own.
///
/// Backends announce() a device, keep the DeviceId, resolve each metric() once, keep the MetricId and then push().
/// Everything pushed or announced within one tick leaves in one signal each, devices first.
///
/// To a backend a device is what it announced: nobody else's withdrawal or presence touches that. Whatever names the same hardware (see
/// namesHardware()) is told to the rest of the program as one device, whose parts these are; it goes when the last of them is withdrawn.
class Ingest : public QObject
{
    Q_OBJECT

public:
    static constexpr int tickMs = 20;
    static constexpr qsizetype maxBatch = 65'536; ///< samples; a full batch leaves before the tick
    static constexpr qsizetype wirePerTick = 256 * 1024; ///< bytes, of all connections that are listened in on
    static constexpr qsizetype wireBacklog = 4 * 1024 * 1024; ///< bytes on their way to the window

    explicit Ingest(IngestLimits limits = {}, QObject *parent = nullptr);
    ~Ingest() override;

    /// Makes what the fleet already knows keep its ids. Call before the first backend starts. New ids start behind
    /// the largest ones given here and behind `lastDevice` and `lastMetric`.
    void seed(const QList<Device> &known, DeviceId lastDevice, MetricId lastMetric);
    /// Which connection showed a part last, in an earlier session. Another one that announces its addresses means a device of its own, unless
    /// they name hardware. Call before the first backend starts.
    void setHomes(const QHash<DeviceId, ConnectionId> &homes) { m_homes = homes; }
    /// The connection is no more (not merely closed): what it showed may come back over any other.
    void releaseHomes(ConnectionId connection);
    /// What a person decided about which addresses are one device. Takes effect at once, on what is known as on what comes.
    void setIdentity(const muster::Identity &identity);
    /// The addresses that announce(), given these, goes by.
    [[nodiscard]] QStringList meant(const QStringList &addresses) const { return m_identity.isEmpty() ? addresses : m_identity.parted(addresses); }
    /// Metrics of devices that may come back: they get their ids back when they do. Call after seed().
    void remember(const QList<KnownMetric> &metrics);

    /// Makes or updates the device that shares an address with `device` (its id is ignored) and that this connection announced, or that no
    /// connection shows now. Non-empty fields win over what was known, addresses are united, metrics are merged by key (their id is
    /// ignored) and keep their ids; commands are replaced by key. A metric whose type changed gets a new id. Returns an invalid id when
    /// a limit is reached (counted).
    DeviceId announce(const Device &device);

    /// The id of a metric of an announced device; makes it on first sight. Invalid when a limit is reached (counted).
    MetricId metric(DeviceId device, const Metric &metric);

    void setPresence(DeviceId device, Presence presence);

    /// The device's road is gone or the device withdrew (its discovery was removed). Its ids stay reserved.
    void withdraw(DeviceId device);
    /// Takes metrics and commands away from a device, by key.
    void withdrawParts(DeviceId device, const QStringList &metricKeys, const QStringList &commandKeys);

    /// The hot way. `time` 0 means "now, as of this tick's start"; a time the limits do not believe becomes the arrival (counted).
    void push(ConnectionId connection, MetricId metric, Micros time, double value, quint16 flags = 0)
    {
        if (time == 0)
            time = m_now ? m_now : arrival();
        else
            time = believed(connection, time, flags);
        m_batch.samples.append({time, value, metric, flags, 0});
        if (m_batch.samples.size() == 1)
            schedule();
        else if (m_batch.samples.size() >= maxBatch) [[unlikely]]
            flush();
    }
    /// A text or event value. Longer than 4 KiB is cut.
    void pushText(ConnectionId connection, MetricId metric, Micros time, const QString &text, quint16 flags = 0);

    /// Something about a device was heard without a value in it (a heartbeat): refreshes "last seen".
    void seen(DeviceId device);

    /// Raw messages are only kept for the device being looked at; ask before building one.
    [[nodiscard]] bool isTapped(DeviceId device) const { return m_tapped.isValid() && wholeOf(device) == m_tapped; }
    void raw(RawMessage message);

    /// Bytes of a connection are only kept while somebody listens in on it (core/wire.h); ask first. Beyond wirePerTick, or while the window has
    /// not taken in wireBacklog, they are left out and counted.
    [[nodiscard]] bool isWireTapped(ConnectionId connection) const { return !m_wireTaps.isEmpty() && m_wireTaps.contains(connection); }
    void wire(ConnectionId connection, bool outgoing, const QString &where, QByteArrayView bytes, bool whole = false);

    /// Whether a person took the device into the fleet. A road that costs something, such as an open port, is only kept up for those.
    [[nodiscard]] bool isMember(DeviceId device) const { return m_members.contains(wholeOf(device)); }

    /// The counters of a connection, to be raised in place; the reference stays valid as long as the Ingest.
    [[nodiscard]] Counters &counters(ConnectionId connection);
    /// The connection dropped (its devices' presence becomes Lost) or is back (Lost becomes Unknown). BackendHost calls it.
    void setReachable(ConnectionId connection, bool reachable);
    /// The connection was closed: withdraws its devices and starts its counters again at 0. BackendHost calls it.
    void forget(ConnectionId connection);

    /// The time a burst of messages arrived: a backend sets it once per wake-up and clears it with 0, so that a burst costs one clock call.
    void setArrival(Micros now) { m_now = now; }

    [[nodiscard]] const IngestLimits &limits() const { return m_limits; }

public Q_SLOTS:
    void tap(muster::DeviceId device) { m_tapped = device; }
    void tapWire(muster::ConnectionId connection, bool on);
    /// The window has taken in that many bytes (Wire::taken).
    void acknowledgeWire(qsizetype bytes) { m_unacknowledgedWire -= bytes; }
    void setMembers(const QList<muster::DeviceId> &devices, bool areMembers);
    /// The window has taken in that many samples (Fleet::observed).
    void acknowledge(qsizetype samples) { m_unacknowledged -= samples; }
    /// Whether somebody records; without that nothing leaves through recorded().
    void setRecording(bool on) { m_recording = on; }
    /// The history has taken in that many samples (History::taken).
    void acknowledgeRecorded(qsizetype samples) { m_unrecorded -= samples; }
    void flush();

Q_SIGNALS:
    void devicesAnnounced(const QList<muster::Device> &devices);
    void devicesWithdrawn(const QList<muster::DeviceId> &devices);
    /// Two devices turned out to be one. Comes after the announcement of `other`, which then has the metrics of both.
    void devicesUnited(const QList<muster::DeviceMove> &moves);
    /// `device` came out of `other`; comes after the announcement of both.
    void devicesParted(const QList<muster::DeviceMove> &moves);
    /// What was announced by these addresses is to be announced anew, for it may be another device now.
    void identityChanged(const QStringList &addresses);
    void devicesSeen(const QList<muster::DeviceId> &devices, muster::Micros time);
    void sampled(const muster::SampleBatch &batch);
    /// The same samples for what works on them beside Ingest, on its thread; what it pushes leaves with the next tick.
    void arrived(const muster::SampleBatch &batch);
    /// The same samples for the history: all of them, however slow the window is.
    void recorded(const muster::SampleBatch &batch);
    void rawArrived(const QList<muster::RawMessage> &messages);
    void wired(const muster::WireBatch &batch);
    void membersChanged(const QList<muster::DeviceId> &devices);
    void dropped(quint64 samplesInAll); ///< lost because the window did not keep up (IngestLimits::backlog)
    void unrecorded(quint64 samplesInAll); ///< lost because the history did not keep up (IngestLimits::recordingBacklog)

private:
    [[nodiscard]] Micros arrival() const { return nowMicros(); }
    [[nodiscard]] Micros believed(ConnectionId connection, Micros time, quint16 &flags);
    void schedule();
    void flushSamples();
    void record(const SampleBatch &batch);
    void giveUp(const Device &device, const Metric &metric);
    [[nodiscard]] bool mayMakeMetric() const { return m_metricCount < m_limits.metrics && m_lastMetric < m_limits.lastMetric; }
    [[nodiscard]] Device *known(DeviceId device);
    [[nodiscard]] Device *findPart(const Device &news) const;
    [[nodiscard]] bool mayTakeUp(const Device &part, const Device &news, const QString &address) const;
    [[nodiscard]] bool mayUnite(const Device &part, DeviceId other);
    [[nodiscard]] bool mayAddAddress(const Device &part);
    [[nodiscard]] Device *makePart();
    [[nodiscard]] bool addAddress(Device &part, const QString &address);
    // One device of several parts (ingest_parts.cpp)
    struct Whole
    {
        QList<DeviceId> parts {};           ///< the one whose id it has comes first
        QHash<MetricId, QString> keys {};   ///< as they were first told
    };
    [[nodiscard]] DeviceId wholeOf(DeviceId part) const { return m_wholeOf.isEmpty() ? part : m_wholeOf.value(part, part); }
    [[nodiscard]] QList<DeviceId> partsOf(DeviceId whole) const;
    [[nodiscard]] Device composed(DeviceId whole);
    void addSources(Device &device, const Device &part) const;
    [[nodiscard]] bool isGone(DeviceId whole) const;
    void seedParts(const Device &known);
    void uniteBy(const Device &part, const QString &address);
    // What a person decided (ingest_identity.cpp)
    [[nodiscard]] QSet<DeviceId> wholesOf(const QStringList &addresses) const;
    void readdress(Device &part);
    void takeOut(Device &part, const QStringList &addresses);
    void regroup(const QSet<DeviceId> &wholes);
    void settle(const QList<DeviceId> &cluster, const QHash<DeviceId, DeviceId> &before, const Whole &keys);
    [[nodiscard]] bool isSame(const Device &a, const Device &b) const;
    void remember(Device &part, const QStringList &source);
    void unite(DeviceId a, DeviceId b);
    [[nodiscard]] QSet<DeviceId> takeWholes(QSet<DeviceId> &parts) const;
    [[nodiscard]] bool mergeMetric(Device &device, const Metric &metric, MetricId &id);
    void touch(DeviceId device);

    IngestLimits m_limits;
    SampleBatch m_batch;
    QTimer m_tick;
    Micros m_now = 0;
    DeviceId m_tapped {};
    qsizetype m_unacknowledged = 0;
    quint64 m_dropped = 0;
    qsizetype m_unrecorded = 0;
    quint64 m_lostToHistory = 0;
    bool m_recording = false;
    quint32 m_lastDevice = 0;
    quint32 m_lastMetric = 0;
    int m_metricCount = 0;
    EarlierMetrics m_earlier;

    std::vector<std::unique_ptr<Device>> m_devices;            ///< by DeviceId: what each connection announced
    QMultiHash<QString, DeviceId> m_byAddress;
    QHash<DeviceId, DeviceId> m_wholeOf;                       ///< of parts of several
    QHash<DeviceId, Whole> m_wholes;
    QList<DeviceMove> m_united;
    QList<DeviceMove> m_parted;
    Identity m_identity;
    QHash<DeviceId, ConnectionId> m_homes;                     ///< of parts that are absent
    QHash<DeviceId, DeviceId> m_cameFrom;                      ///< parts that were taken out of another: its metrics keep their ids
    std::vector<QHash<QString, qsizetype>> m_metricIndex;      ///< by DeviceId: key → index in Device::metrics
    QSet<DeviceId> m_touched;
    QSet<DeviceId> m_withdrawn;
    QSet<DeviceId> m_absent; ///< withdrawn and not announced again since
    QSet<DeviceId> m_seen;
    QList<RawMessage> m_raw;
    QSet<ConnectionId> m_wireTaps;
    WireBatch m_wire;
    qsizetype m_unacknowledgedWire = 0;
    QSet<DeviceId> m_members;
    std::vector<std::pair<ConnectionId, std::unique_ptr<Counters>>> m_counters;
};

} // namespace muster
