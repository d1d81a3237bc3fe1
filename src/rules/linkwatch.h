#pragma once

#include "rules/due.h"
#include "rules/link.h"
#include "rules/metricuses.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <vector>

namespace muster {

/// Evaluates the links. Lives on muster-io, beside the samples' way: a sample no link reads costs one look into a table. Says what is to be sent once
/// per batch; nothing is sent from here.
///
/// Loop guard: a value that is what a link has just commanded continues that link's chain. A chain longer than longestChain stops its last link.
class LinkWatch : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype longestChain = 8;
    static constexpr Micros echoWithin = 5'000'000; ///< so long after a command a value may be its echo

    /// Microseconds of a clock that is never set.
    [[nodiscard]] static Micros steadyMicros();

    explicit LinkWatch(std::function<Micros()> clock = steadyMicros, QObject *parent = nullptr);

public Q_SLOTS:
    /// What is to be evaluated from now on. What is as before goes on where it is.
    void setLinks(const QList<muster::RunningLink> &links);
    void take(const muster::SampleBatch &batch);
    /// Does what is due by now.
    void pass();

Q_SIGNALS:
    void changed(const QList<muster::LinkNews> &news);

private:
    using Chain = QList<LinkId>;
    struct Slot
    {
        RunningLink running {};
        LinkTrack track {};
        Chain chain {};      ///< of what is waiting
        bool isStopped = false;
        Micros due = 0;      ///< as it stands in m_due; 0: it does not
    };
    struct Echo
    {
        double value = 0;
        double tolerance = 0;
        Micros until = 0;
        Chain chain {};
    };
    void feed(quint32 index, const Sample &sample, Micros now);
    void send(Slot &slot, double value, const Chain &chain, Micros now);
    void settle(quint32 index);
    void tell();

    std::function<Micros()> m_clock;
    std::vector<Slot> m_slots;
    MetricUses m_uses;
    QHash<MetricId, Echo> m_echoes; ///< by where the effect shows: at most one per link
    DueTable m_due;
    QList<LinkNews> m_news;
    DueTimer m_timer;
};

} // namespace muster
