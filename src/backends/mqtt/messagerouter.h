#pragma once

#include "backends/mqtt/entitydirectory.h"
#include "backends/mqtt/genericdevices.h"
#include "backends/mqtt/jsonleaves.h"
#include "backends/mqtt/lapses.h"
#include "backends/mqtt/mqttclient.h"
#include "backends/mqtt/routeroptions.h"
#include "backends/mqtt/topictable.h"

#include "core/connection.h"

#include <functional>

namespace muster {
class Ingest;
}

namespace muster::mqtt {

/// Executes what the topic table says with every message: one look-up by the topic's bytes, JSON parsed once, no QString and no allocation for a
/// message of a known shape. Unknown topics go to the convention that claims their shape, else to the first rule that selects them, else to the generic rule. Lives on muster-io.
///
/// Retained messages: those that repeat what was last heard on their topic (the broker tells them anew after a reconnect) only refresh
/// "last seen". While holdRetained is on, a retained message that no entity wants yet waits: its discovery may be on its way.
class MessageRouter
{
public:
    static constexpr size_t maxLeavesPerMessage = 4'096;
    static constexpr qsizetype maxAttributes = 64;                 ///< of one message
    static constexpr qsizetype maxKept = 16 * 1024;                ///< bytes per topic
    static constexpr qsizetype maxKeptInAll = 64 * 1024 * 1024;

    MessageRouter(Ingest &ingest, ConnectionId connection, RouterOptions options);
    ~MessageRouter();

    void receive(const MqttMessage &message);
    void holdRetained(bool hold);
    /// A session with the broker begins.
    void sessionBegan(Micros now);
    /// When tick() wants to be called for conventions that act by themselves; 0: never.
    [[nodiscard]] Micros due() const;
    void tick(Micros now);
    [[nodiscard]] const EntityDirectory &entities() const { return m_entities; }
    /// How a command of a device is carried out; null: it has no such command here.
    [[nodiscard]] const EntityDirectory::Command *command(DeviceId device, const QString &key) const;
    /// Values that were good for some time only, and that time is over by `now`.
    void lapse(Micros now);
    [[nodiscard]] bool isLapsing() const { return !m_lapses.isEmpty(); }
    /// The clock that such times are counted by.
    std::function<Micros()> clock = nowMicros;
    /// A person decided anew which addresses are one device.
    void announceAgain(const QStringList &addresses);
    /// Takes everything back that this connection announced.
    void withdrawAll();

    /// Called for the first fault of each kind; the others are only counted.
    std::function<void(Count kind, const QString &text)> faulted {};
    /// While set: called with every value (text: what the text is, null for numbers) of a live message.
    std::function<void(MetricId metric, double value, const QString *text)> watched {};
    /// Called with what devices answer to commands.
    std::function<void(const Answer &answer)> answered {};
    /// Called with what a convention wants to be sent.
    std::function<void(const Outgoing &message)> asked {};

private:
    struct Output
    {
        MetricId metric {};
        double value = 0;
        int text = -1;  ///< index into m_texts
    };
    struct Run
    {
        quint32 only = 0;   ///< replay: the owner it is for
        bool repeated = false;
        bool retained = false;
        Micros time = 0;
        const Topic *topic = nullptr;
    };
    [[nodiscard]] Topic *firstSight(QByteArrayView name);
    void route(Topic &topic, QByteArrayView payload);
    [[nodiscard]] bool digestIfNew(Topic &topic, QByteArrayView payload, bool same);
    [[nodiscard]] bool digest(Topic &topic, QByteArrayView payload);
    void carryOut(const Digest &digest);
    void replayFor(const std::vector<quint32> &owners);
    [[nodiscard]] int claimant(QByteArrayView name, int after) const;
    void report(const Reading &reading);
    void takeAttributes(const Target &target, QByteArrayView json);
    void replay(Topic &topic, quint32 owner);
    void keep(Topic &topic, QByteArrayView payload, bool retained);
    void beginGeneric(Topic &topic, QByteArrayView payload);
    void readComputed(Topic &topic, QByteArrayView payload);
    void applyComputed(Target &target, const QByteArray &text);
    void readLeaves(Topic &topic, QByteArrayView payload);
    void readBinary(Topic &topic, QByteArrayView payload);
    void readPairs(Topic &topic, QByteArrayView payload);
    [[nodiscard]] bool takeLeaf(Topic &topic, std::string_view path, const Scalar &scalar);
    [[nodiscard]] const Step *expected(const Topic &topic, size_t at, std::string_view path) const;
    [[nodiscard]] bool takeNewLeaf(Topic &topic, size_t at, std::string_view path, const Scalar &scalar);
    void take(Topic &topic, size_t at, quint32 number, const Scalar &scalar);
    void takeOpenLeaf(Topic &topic, quint32 number, const Scalar &scalar);
    void apply(Target &target, const Scalar &scalar);
    void takeText(Target &target, QByteArrayView bytes);
    void read(Target &target, const Scalar &scalar);
    void remember(const Target &target, const Output &output);
    void hear(Target &target, const Scalar &scalar);
    void commit(Topic &topic);
    void tap(const Topic &topic, QByteArrayView payload);
    void fault(Count kind, QByteArrayView topic, const QString &reason = {});

    Ingest &m_ingest;
    ConnectionId m_connection;
    RouterOptions m_options;
    Counters &m_counters;
    TopicTable m_topics;
    EntityDirectory m_entities;
    GenericDevices m_generics;
    JsonLeaves m_json;
    Run m_run;
    size_t m_position = 0;
    bool m_parsed = false;  ///< m_json holds the message under way
    std::vector<DeviceId> m_reporting;  ///< devices that conventions read values of out of the message under way
    std::vector<Output> m_outputs;
    QStringList m_texts;
    QByteArray m_buffer;
    std::vector<Topic *> m_waiting;
    qsizetype m_keptBytes = 0;
    Lapses m_lapses;
    bool m_hold = false;
    std::array<bool, size_t(Count::Last_) + 1> m_told {};
};

} // namespace muster::mqtt
