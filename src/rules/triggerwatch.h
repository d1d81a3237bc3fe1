#pragma once

#include "rules/triggertable.h"

#include <QObject>

#include <functional>

namespace muster {

/// A TriggerTable in the event loop: behind Ingest on muster-io for metrics, on the main thread for the presence of devices. Says what happened
/// once per batch; a timer does what is due without a new value.
class TriggerWatch : public QObject
{
    Q_OBJECT

public:
    /// What is due without a new value is done so much later, when every sample measured before has come through Ingest: a dry run sees the same.
    static constexpr Micros settling = 50'000;

    explicit TriggerWatch(std::function<Micros()> clock = nowMicros, QObject *parent = nullptr);
    ~TriggerWatch() override;

    /// Before anything else happens.
    void setClock(std::function<Micros()> now) { m_clock = std::move(now); }
    [[nodiscard]] qsizetype watched() const { return m_table.size(); }

public Q_SLOTS:
    void set(const muster::RunningTriggers &triggers);
    void take(const muster::SampleBatch &batch);
    /// Does what is due by now.
    void pass();

Q_SIGNALS:
    void changed(const QList<muster::TriggerNews> &news);

private:
    void settle();

    std::function<Micros()> m_clock;
    TriggerTable m_table;
    DueTimer m_timer;
};

} // namespace muster
