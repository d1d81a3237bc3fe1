#pragma once

#include "app/webhooks.h"
#include "rules/automations.h"
#include "rules/scenes.h"

class QThread;

namespace muster {

class Ingest;
class Inventory;

/// Scenes and automations in the running program: rules and runs on the main thread, triggers about metrics evaluated on muster-io, what is kept in fleet.db.
/// Main thread.
class Automating : public QObject
{
    Q_OBJECT

public:
    /// All of it outlives this, or stop() is called before.
    Automating(const Fleet &fleet, FleetColumns &columns, Dispatcher &dispatcher, Alarms &alarms, Ingest &ingest, QObject *parent = nullptr);
    /// The evaluation lives on until `io` has run what was queued for it: call stop() before that thread ends.
    ~Automating() override;

    [[nodiscard]] Automations &automations() { return *m_automations; }
    [[nodiscard]] Scenes &scenes() { return *m_scenes; }

    /// What keeps the secrets of web addresses; outlives this, or stop() is called before. Before start().
    void setAddresses(WebAddresses &addresses);

    /// What time it is for whatever is done without a person, on any thread; the wall's unless a test has its own. Before start().
    void setClock(const std::function<Micros()> &now);
    /// The clock on the wall for schedules and conditions; this computer's unless a test has its own. Before start().
    void setZone(const QTimeZone &zone) { m_automations->setZone(zone); }
    /// Does what is due by now, for when the clock was set.
    void pass();

    /// What could not be read of what was stored.
    struct Lost
    {
        int rules = 0;
        int scenes = 0;
    };
    /// Puts back what was stored and runs it on `io`, where Ingest lives.
    [[nodiscard]] Lost start(QThread &io, const QHash<QString, QString> &documents, Inventory &inventory);
    /// Says what is still to be stored, too.
    void stop();

private:
    Webhooks m_webhooks;
    std::unique_ptr<Scenes> m_scenes;
    std::unique_ptr<Automations> m_automations;
    std::unique_ptr<TriggerWatch> m_watch; ///< lives on muster-io
    bool m_moved = false;
};

} // namespace muster
