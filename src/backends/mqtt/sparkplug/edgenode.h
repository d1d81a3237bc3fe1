#pragma once

#include "backends/mqtt/sparkplug/birth.h"

#include <memory>
#include <unordered_map>
#include <vector>

namespace muster::mqtt::sparkplug {

/// What all edge nodes of a connection share.
struct Shared
{
    static constexpr qsizetype maxHeld = 32LL * 1024 * 1024; ///< bytes of messages that wait for an earlier one
    static constexpr int maxDevices = 100'000;
    static constexpr int maxMetrics = 1'000'000;

    Micros reorder = 5'000'000; ///< how long an earlier message may be under way
    qsizetype held = 0;
    int devices = 0;
    int metrics = 0;
};

/// The session of one edge node as a host sees it (specification, chapter 5): births and what they name, sequence numbers and their order, deaths. Pure:
/// what follows from a message goes into the Digest, what time brings about comes from tick().
///
/// A message whose number is not the next waits for those before it. When they do not come in time, the node is asked for its births, and until
/// they are here only values with a name are believed: what an alias stands for may have changed in between.
class EdgeNode
{
public:
    static constexpr size_t maxWaiting = 128; ///< messages

    EdgeNode(const Place &place, Shared &shared);
    ~EdgeNode();
    EdgeNode(const EdgeNode &) = delete;
    EdgeNode &operator=(const EdgeNode &) = delete;

    void hear(const SparkplugTopic &topic, QByteArrayView payload, Micros now, Digest &digest);
    void tick(Micros now, Digest &digest);
    /// When tick() has something to do; 0: never.
    [[nodiscard]] Micros deadline() const;
    /// Messages may have been missed: nothing is sure until the next births.
    void doubt();
    [[nodiscard]] bool wantsBirths() const { return m_wantsBirths; }
    [[nodiscard]] bool isBorn() const { return m_self.born; }

private:
    struct Member
    {
        Place place {};
        QByteArray origin {};
        MetricTable table {};
        bool born = false;
        bool online = false;   ///< as last told
    };
    struct Waiting
    {
        quint8 sequence = 0;
        SparkplugTopic topic {};
        QByteArray payload {};
    };
    struct Alias
    {
        Member *member = nullptr;
        int metric = -1;       ///< -1: two metrics have it, so it means nothing
    };

    void nodeBorn(const Payload &payload, Micros now, Digest &digest);
    void nodeDied(const Payload &payload, Digest &digest);
    void inOrder(const SparkplugTopic &topic, QByteArrayView bytes, const Payload &payload, Micros now, Digest &digest);
    void deliver(const SparkplugTopic &topic, const Payload &payload, Micros now, Digest &digest);
    void wait(quint8 sequence, const SparkplugTopic &topic, QByteArrayView bytes, Micros now, Digest &digest);
    void drain(Micros now, Digest &digest);
    void giveUpWaiting(Micros now, Digest &digest);
    void dropWaiting();

    void born(Member &member, const Payload &payload, Micros now, Digest &digest);
    void died(Member &member, Digest &digest);
    [[nodiscard]] Member *device(const Place &place, bool make, Digest &digest);
    void setAliases(Member &member);
    void dropAliases(const Member &member);

    void report(Member &member, const Payload &payload, bool isBirth, Micros now, Digest &digest);
    [[nodiscard]] int find(const Member &member, const Metric &metric) const;
    void take(Member &member, int at, const Metric &metric, Micros time, Micros now, Digest &digest);
    void takeInstance(Member &member, const QByteArray &prefix, const Template &instance, Micros time, Micros now, Digest &digest);
    void tell(Member &member, Known &known, const Metric &metric, Micros time, Micros now, Digest &digest);
    void present(Member &member, bool online, Digest &digest);

    Shared &m_shared;
    Member m_self;
    std::unordered_map<std::string, std::unique_ptr<Member>> m_devices;
    Definitions m_definitions;
    QHash<quint64, Alias> m_aliases;
    std::optional<quint64> m_bdSeq;
    std::optional<quint8> m_next;     ///< the sequence number that comes next; none: whichever
    bool m_wantsBirths = false;
    bool m_unsure = false;            ///< what an alias stands for may have changed
    std::vector<Waiting> m_waiting;
    Micros m_reorderBy = 0;           ///< 0: nothing waits
    Micros m_bornBy = 0;              ///< devices not born anew until then are gone; 0: all are
};

/// ms since 1970 as what Muster counts in; beyond what fits: the largest number, which nobody believes.
[[nodiscard]] Micros microsOf(quint64 ms);

} // namespace muster::mqtt::sparkplug
