#pragma once

#include "backends/sim/simcatalogue.h"

#include "core/backend.h"

#include <QTimer>

#include <functional>
#include <map>

namespace muster {

/// A fleet that does not exist. Runs its machines against the clock, makes up their last half hour at the start, lets commands take their
/// time. Lives on muster-io like every backend; the work of one wake-up is bounded.
class SimBackend : public Backend
{
    Q_OBJECT

public:
    using Clock = std::function<Micros()>;

    static constexpr int tickMs = 50;
    static constexpr int maxPending = 10'000;            ///< commands under way; more are refused
    static constexpr Micros catchUp = 10'000'000;        ///< after a longer stand-still (a suspended computer) the time between is skipped
    static constexpr Micros historyPeriod = 1'000'000;   ///< the made-up past has at most one sample a second per metric

    SimBackend(ConnectionId connection, const sim::Options &options, Ingest &ingest, Clock clock = nowMicros, QObject *parent = nullptr);
    ~SimBackend() override;

    void start() override;
    void stop() override;
    void send(const Command &command) override;
    void abandon(CommandId id) override;

private:
    struct Body
    {
        sim::Machine machine {};
        DeviceId id {};
        QList<MetricId> metrics {};
        bool online = true;
        bool hasHistory = false;
    };
    struct Pending
    {
        Command command {};
        size_t body = 0;
        bool refused = false;
        QString reason {};
    };

    void open();
    void announce(Body &body);
    void makeUpHistory();
    void tick();
    void live(Body &body, Micros until, const sim::Pace &pace);
    void push(const Body &body, const QList<sim::Reading> &readings);
    void tellRaw(const Body &body, const QList<sim::Reading> &readings);
    void tell(const Body &body, bool outgoing, const QJsonObject &object, Micros time);
    void carryOut(CommandId id);
    [[nodiscard]] sim::Pace pace() const;

    ConnectionId m_connection {};
    sim::Options m_options {};
    Ingest &m_ingest;
    Clock m_clock;
    Counters &m_counters;
    QTimer m_tick;
    QTimer m_history;
    std::vector<Body> m_fleet;
    size_t m_nextHistory = 0;
    Micros m_start = 0;
    QList<sim::Reading> m_readings;
    std::map<quint32, Pending> m_pending; ///< by CommandId
    bool m_open = false;
};

} // namespace muster
