#pragma once

#include "core/past.h"
#include "rules/automationtrial.h"

#include <QTimer>

#include <memory>

namespace muster {

class Automations;

/// An automation tried on the recorded past: read by the history's thread stretch by stretch, evaluated here in small portions, so that the window
/// never waits. Nothing is sent. Main thread.
class PastTrial : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype mostMetrics = 200;
    static constexpr qint64 mostSamples = 50'000'000;  ///< then it ends before its time, and says so
    static constexpr qsizetype portion = 2'000;        ///< samples in one turn of the event loop
    static constexpr qsizetype manyInStretch = 200'000;///< then it is asked for a shorter one
    static constexpr qsizetype answer = 1 << 20;       ///< samples the history answers with at most, shared evenly among the metrics
    static constexpr Micros shortest = 1'000'000;
    static constexpr Micros longest = 86'400'000'000;
    static constexpr Micros longestPlanned = 3'600'000'000; ///< likewise where a schedule may be due every second of it
    static constexpr int patienceMs = 20'000;          ///< for one answer

    PastTrial(Automations &automations, Past &past, QObject *parent = nullptr);

    /// Begins anew.
    void run(const Automation &rule, Micros from, Micros to);
    void stop();
    [[nodiscard]] bool isRunning() const { return m_running; }
    /// What was found so far; null before the first answer.
    [[nodiscard]] const AutomationTrial *trial() const { return m_trial.get(); }
    [[nodiscard]] int percent() const;
    [[nodiscard]] qsizetype metrics() const { return m_metrics.size(); }
    [[nodiscard]] bool isWhole() const { return m_isWhole; } ///< all metrics are looked at

Q_SIGNALS:
    void progressed();
    /// `problem`: a sentence why it ended before its time; empty: it did not.
    void finished(const QString &problem);

private:
    void choose(const Automation &rule);
    void begin(const RecordedSamples &before);
    void take(quint64 query, const RecordedSamples &samples);
    [[nodiscard]] bool isTooMuch(const QList<Sample> &samples) const;
    void refused(quint64 query, const QString &problem);
    void askNext();
    void feed();
    void end(const QString &problem);

    Automations &m_automations;
    Past &m_past;
    Automation m_rule;
    RunningTriggers m_triggers;
    QList<MetricId> m_metrics;
    std::unique_ptr<AutomationTrial> m_trial;
    RecordedSamples m_answer;
    qsizetype m_fed = 0;       ///< of m_answer
    qint64 m_samples = 0;
    quint64 m_query = 0;       ///< 0: no answer is awaited
    Micros m_from = 0;
    Micros m_to = 0;
    Micros m_at = 0;           ///< read so far
    Micros m_next = 0;         ///< where the stretch that was asked for ends
    Micros m_stretch = 0;
    bool m_running = false;
    bool m_isWhole = true;
    QTimer m_turn;
    QTimer m_patience;
};

} // namespace muster
