#pragma once

#include "core/fleet.h"
#include "core/past.h"

#include <QElapsedTimer>

namespace muster {

/// A past moment of the fleet, and time passing there: a fleet of its own, which is given the descriptions of the live one and the recorded values
/// up to the moment. What happens now goes on elsewhere; nothing here is recorded or sent. Main thread.
class Replay : public QObject
{
    Q_OBJECT

public:
    static constexpr int tickMs = 100;
    static constexpr Micros context = 10LL * 60 * 1'000'000; ///< before the moment, for trends
    static constexpr qsizetype metricsAtOnce = 256;          ///< in one question

    /// `commandsRefused`: the reason why commands cannot be sent here, for people.
    Replay(const Fleet &live, Past &past, const QString &commandsRefused, QObject *parent = nullptr);
    ~Replay() override;

    [[nodiscard]] Fleet &fleet() { return m_fleet; }
    [[nodiscard]] Micros time() const { return m_time; }
    [[nodiscard]] bool isPlaying() const { return m_tick.isActive(); }
    [[nodiscard]] double speed() const { return m_speed; }
    /// Some values of the moment are still on their way.
    [[nodiscard]] bool isLoading() const { return !m_waiting.isEmpty(); }

public Q_SLOTS:
    /// Goes to a moment, which is not after the present.
    void seek(muster::Micros time);
    void step(muster::Micros by) { seek(m_time + by); }
    void play();
    void pause();
    /// Seconds of then in a second of now.
    void setSpeed(double speed);

Q_SIGNALS:
    void timeChanged(muster::Micros time);
    void playingChanged(bool playing);
    void loadingChanged(bool loading);

private:
    void advance();
    void ask(Micros from, Micros to, bool before);
    void take(quint64 query, const RecordedSamples &samples);
    void deliver();

    Past &m_past;
    Fleet m_fleet;
    QList<MetricId> m_metrics;
    Micros m_time = 0;
    double m_speed = 1;
    QTimer m_tick;
    QElapsedTimer m_clock;
    QSet<quint64> m_waiting;     ///< questions of this moment that are not answered yet
    SampleBatch m_ahead;         ///< recorded samples behind the moment, in order of time
    qsizetype m_given = 0;       ///< of m_ahead, already observed
    Micros m_askedTo = 0;        ///< what is recorded up to here was asked for
};

} // namespace muster
