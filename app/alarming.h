#pragma once

#include "rules/alarms.h"
#include "rules/alarmwatch.h"

class QThread;

namespace muster {

class Ingest;
class Inventory;

/// Alarms in the running program: rules and alarms on the main thread, their evaluation on muster-io, what is kept in fleet.db. Main thread.
class Alarming : public QObject
{
    Q_OBJECT

public:
    Alarming(const Fleet &fleet, FleetColumns &columns, Ingest &ingest, QObject *parent = nullptr);
    /// The evaluation lives on until `io` has run what was queued for it: call stop() before that thread ends.
    ~Alarming() override;

    [[nodiscard]] Alarms &alarms() { return *m_alarms; }

    /// Puts back what was stored and runs it on `io`, where Ingest lives. Returns how many rules could not be read.
    int start(QThread &io, const QHash<QString, QString> &documents, Inventory &inventory);
    /// Says what is still to be stored, too.
    void stop();

private:
    std::unique_ptr<Alarms> m_alarms;
    std::unique_ptr<AlarmWatch> m_watch; ///< lives on muster-io
    bool m_moved = false;
};

} // namespace muster
