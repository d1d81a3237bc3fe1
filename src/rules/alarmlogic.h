#pragma once

#include "rules/alarmrule.h"

#include <QList>

#include <limits>

namespace muster {

/// Where a rule stands with one metric. Plain: kept in fleet.db.
struct AlarmTrack
{
    bool active = false;
    bool silent = false; ///< SilencePolicy has been applied
    int count = 0;       ///< values in a row that said so
    Micros since = 0;    ///< since when it is so (or over, while active); 0: it is not
    Micros last = 0;     ///< of the latest value, or of the beginning
    double value = std::numeric_limits<double>::quiet_NaN();
    double reference = std::numeric_limits<double>::quiet_NaN(); ///< latest value of the metric that is the limit

    friend bool operator==(const AlarmTrack &a, const AlarmTrack &b)
    {
        return a.active == b.active && a.silent == b.silent && a.count == b.count && a.since == b.since && a.last == b.last;
    }
};

enum class AlarmChange : quint8 { None, Raised, Cleared };

/// The evaluation: pure, without a clock. Whoever has the time calls pass() at every due() before it feeds what is later.
/// `hours`: those of the rule; null: it counts always.
namespace alarmlogic {

inline constexpr double none = std::numeric_limits<double>::quiet_NaN();
inline constexpr Micros clockStep = 60'000'000;

/// A value arrived, or one of the metric that is the limit, or both at once. NaN is no value; a time before the one before is none either, unless the
/// clock went back by more than `clockStep`. What is the limit is taken whenever it comes.
[[nodiscard]] AlarmChange feed(const AlarmRule &rule, AlarmTrack &track, Micros time, double value, double reference = none, const OpenHours *hours = nullptr);

/// When pass() has something to do; 0: never, unless a value arrives.
[[nodiscard]] Micros due(const AlarmRule &rule, const AlarmTrack &track, const OpenHours *hours = nullptr);
/// It is that time now, which due() said.
[[nodiscard]] AlarmChange pass(const AlarmRule &rule, AlarmTrack &track, Micros now, const OpenHours *hours = nullptr);

/// Values of a metric and of its limit, put together where they are of the same time: one message often holds both. Of several the last one counts.
struct Gathered
{
    Micros time = 0; ///< 0: none
    double value = none;
    double reference = none;

    void put(const Sample &sample, bool isReference);
};

/// One firing of a dry run.
struct Firing
{
    Micros raised = 0;
    Micros cleared = 0; ///< 0: not before the end
    double value = 0;

    friend bool operator==(const Firing &, const Firing &) = default;
};

/// What the rule would have done over recorded values. First those of the metric that is the limit, if it has one; then pages in order of time; then end().
class DryRun
{
public:
    static constexpr qsizetype most = 10'000; ///< firings that are kept; all are counted

    DryRun(AlarmRule rule, Micros from, const QTimeZone &zone = QTimeZone::systemTimeZone());
    /// All of them, in order of time; kept until the end.
    void setReferences(QList<Sample> samples) { m_references = std::move(samples); }
    void feed(const QList<Sample> &samples);
    void end(Micros to);

    [[nodiscard]] const QList<Firing> &firings() const { return m_firings; }
    [[nodiscard]] qint64 count() const { return m_count; }

private:
    void feedReferences(Micros until);
    void gather(const Sample &sample, bool isReference);
    void feedGathered();
    void catchUp(Micros until);
    void take(AlarmChange change, Micros time);

    AlarmRule m_rule;
    OpenHours m_hours;
    AlarmTrack m_track {};
    QList<Sample> m_references {};
    qsizetype m_nextReference = 0;
    Gathered m_gathered {};
    QList<Firing> m_firings {};
    qint64 m_count = 0;
};

} // namespace alarmlogic
} // namespace muster
