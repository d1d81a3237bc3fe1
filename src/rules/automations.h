#pragma once

#include "rules/automationjudge.h"
#include "rules/documents.h"
#include "rules/loopguard.h"
#include "rules/timetable.h"
#include "rules/triggerwatch.h"

#include "core/dispatcher.h"
#include "query/livequery.h"

#include <deque>
#include <map>
#include <memory>
#include <unordered_map>

namespace muster {

class Alarms;
class Scenes;
class WebAddresses;
struct Alarm;
struct SceneRun;

/// The automations, their runs, and what they do. Main thread; fleet, columns and dispatcher outlive it. app/ hands the triggers about metrics to a
/// TriggerWatch on muster-io, brings its news back, and stores what is to be kept: what a run or a hold time still waits for counts on after the
/// program was killed. The clock is handed in at one place; pass() does what is due.
///
/// Loop guard: who is set off within loopWindow by a device that a run has just commanded is caused by that run. An automation that is its own cause
/// for the loopRounds-th time is stopped until a person switches it on again.
class Automations : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype mostRules = 20'000;
    static constexpr qsizetype mostKept = 20;        ///< finished runs of one automation
    static constexpr qsizetype mostKeptInAll = 5'000;
    static constexpr qsizetype mostTargets = 1'000;  ///< devices of one command step
    static constexpr int gatherMs = DocumentQueue::gatherMs;
    static constexpr int loopRounds = 3;
    static constexpr Micros loopWindow = LoopGuard::window;
    static constexpr Micros startGrace = 60'000'000; ///< so long after a start a command waits for its connection to come up

    Automations(const Fleet &fleet, FleetColumns &columns, Dispatcher &dispatcher, QObject *parent = nullptr);
    ~Automations() override;
    void setClock(std::function<Micros()> now);
    void setZone(const QTimeZone &zone);
    /// Where this computer is, for sunrise and sunset; kept. Nothing: nobody said so.
    void setSite(const std::optional<Site> &site);
    [[nodiscard]] const std::optional<Site> &site() const { return m_timetable.site(); }
    [[nodiscard]] const QTimeZone &zone() const { return m_timetable.zone(); }
    [[nodiscard]] const Timetable &timetable() const { return m_timetable; }
    /// What sets off by alarms, and where steps raise them; it outlives the automations. Before anything happens.
    void listenTo(Alarms &alarms);
    /// What steps that apply a scene take; it outlives the automations. Before anything happens.
    void setScenes(Scenes &scenes);
    /// What keeps the secrets of web addresses; it outlives the automations. Before anything happens. Without it addresses stay as they are.
    void setAddresses(WebAddresses &addresses);

    [[nodiscard]] QList<AutomationId> all() const { return m_order; }
    [[nodiscard]] const Automation *rule(AutomationId id) const;
    Result<AutomationId> add(Automation rule);
    Result<void> change(Automation rule); ///< ends its runs, and what stopped it is forgotten
    void remove(AutomationId id);
    void setEnabled(AutomationId id, bool on);
    /// As if it was set off now; its conditions count.
    Result<void> runNow(AutomationId id);
    /// Sets off what waits for this name, whatever its case; its conditions count. Returns which automations these are.
    QList<AutomationId> setOff(const QString &name);
    void stopRuns(AutomationId id);
    /// Does this step alone, at once, as if `device` had set it off (invalid: none had). It need not be of a stored automation; stepTried() says under
    /// the number returned what came of it, not from within. Waiting is not tried.
    Result<AutomationId> tryStep(const Automation &rule, qsizetype step, DeviceId device, bool mayBeDangerous);
    [[nodiscard]] StepReach reach(const RuleStep &step, DeviceId device);

    /// Refuses what can never work here with a sentence.
    [[nodiscard]] Result<void> check(const Automation &rule) const;
    /// When a schedule runs from now on, without the automation having to be stored.
    [[nodiscard]] QList<Micros> upcoming(const Schedule &schedule, int count) const;
    [[nodiscard]] Micros nextRun(AutomationId id) const { return m_timetable.next(id); } ///< 0: no schedule will set it off

    [[nodiscard]] QList<const AutomationRun *> runs(AutomationId id) const; ///< newest first
    [[nodiscard]] QString halted(AutomationId id) const; ///< why the loop guard stopped it; empty: it did not
    [[nodiscard]] quint64 declined() const { return m_declined; } ///< triggers that could not be followed because too much was under way
    /// The triggers of a rule that need not be among all(), for a dry run.
    [[nodiscard]] RunningTriggers triggersOf(const Automation &rule);
    [[nodiscard]] const AutomationJudge &judge() const { return m_judge; }

    /// Documents by name, those of others left alone. Call once, after the fleet was restored. Returns how many rules could not be read.
    int restore(const QHash<QString, QString> &documents);

public Q_SLOTS:
    void take(const QList<muster::TriggerNews> &news);
    /// What became of postRequested() or mailRequested().
    void takePosted(quint64 call, const muster::Result<void> &result);
    /// Does what is due by now.
    void pass();

Q_SIGNALS:
    void rulesChanged();
    void runsChanged(const QList<muster::AutomationId> &rules); ///< gathered
    void stepTried(muster::AutomationId trial, bool good, const QString &said);
    void triggersChanged(const muster::RunningTriggers &triggers);
    void notifyRequested(const QString &title, const QString &text);
    /// To be told to a web address, or what stands for it (see WebAddresses); takePosted() is called afterwards, not from within.
    void postRequested(quint64 call, const QString &url, const QByteArray &json);
    /// Likewise, to be sent by e-mail; an empty `to`: whom the settings name.
    void mailRequested(quint64 call, const QString &to, const QString &subject, const QString &text);
    void noticed(muster::Severity severity, const QString &text);
    void siteChanged();
    /// To be written; an empty text: to be forgotten. Gathered over gatherMs.
    void documentsToStore(const QHash<QString, QString> &documents);

private:
    struct Entry
    {
        Automation rule {};
        QString halted {};
        QList<quint64> runs {};       ///< kept or active, oldest first
        QSet<DeviceId> present {};    ///< watched for their presence
        bool presenceKnown = false;
    };
    using Order = StepOrder;

    // automations.cpp: rules and what sets them off
    [[nodiscard]] Entry *entry(AutomationId id);
    [[nodiscard]] QList<DeviceId> devicesFor(const QString &query);
    void refreshSoon();
    void refresh();
    void refreshPresence();
    void takePresence(const QList<DeviceId> &devices);
    void fire(Entry &entry, const Firing &firing, const QList<TraceLine> &remarks = {});
    [[nodiscard]] bool isLoop(Entry &entry, AutomationRun &run);
    void admit(Entry &entry, AutomationRun &run);
    void decline(Entry &entry, AutomationRun &run, const QString &why);

    // automations_alarms.cpp: alarms that set off, or are raised
    void hearAlarms(const QList<Alarm> &alarms, Trigger::Type type);
    void takeAlarms(const QList<Alarm> &alarms, Trigger::Type type);
    [[nodiscard]] bool tellAlarm(AutomationRun &run, const Automation &rule);
    [[nodiscard]] Result<QString> raiseAlarm(const RuleStep &step, DeviceId device, const QString &text);
    [[nodiscard]] Result<QString> clearAlarm(const RuleStep &step, DeviceId device, const Automation &rule);

    // automations_schedules.cpp: what time sets off
    void planAll();
    void plan(const Entry &entry, Micros until);
    void takeSchedules(Micros now);
    void takeScheduled(const Timetable::Run &run);
    void passOver(Entry &entry, const Timetable::Run &run, AutomationRun passed);
    void storeMark(const Timetable::Key &key, Micros until);
    void restoreMark(const QString &text);
    void restoreSite(const QString &text);
    [[nodiscard]] double planned(const Automation &rule) const;

    // automations_runs.cpp: what they do
    [[nodiscard]] AutomationRun *run(quint64 number);
    [[nodiscard]] QList<quint64> active(const Entry &entry) const;
    /// Those that are in the way of one that this device set off, or did not set off.
    [[nodiscard]] QList<quint64> active(const Entry &entry, DeviceId device) const;
    void begin(quint64 number);
    void advance(quint64 number);
    [[nodiscard]] bool perform(AutomationRun &run, const Automation &rule);
    void say(AutomationRun &run, TraceLine::Kind kind, bool good, const QString &text);
    [[nodiscard]] QString filled(const QString &text, const AutomationRun &run, const Automation &rule) const;
    [[nodiscard]] static std::optional<Value> argumentOf(const RuleStep &step, const AutomationRun &run, const Automation &rule);
    [[nodiscard]] QList<DeviceId> targets(const RuleStep &step, const AutomationRun &run);
    [[nodiscard]] bool command(AutomationRun &run, const Automation &rule, const QList<DeviceId> &devices);
    void submitOne(const AutomationRun &run, const Automation &rule, const RuleStep &step, DeviceId device);
    [[nodiscard]] Order *order(quint64 number);
    Order takeOrder(quint64 number);
    void takeOutcome(const CommandOutcome &outcome);
    [[nodiscard]] bool applyScene(AutomationRun &run, const Automation &rule, const QList<DeviceId> &only);
    void takeScene(const SceneRun &scene);
    [[nodiscard]] bool again(AutomationRun &run, const Automation &rule);
    [[nodiscard]] bool post(AutomationRun &run, const Automation &rule);
    [[nodiscard]] bool mail(AutomationRun &run, const Automation &rule);
    [[nodiscard]] quint64 expectAnswer(AutomationRun &run);
    [[nodiscard]] QByteArray postBody(const AutomationRun &run, const Automation &rule, const RuleStep &step) const;
    void proceed(quint64 number);
    static void count(Order &order, const CommandOutcome &outcome);
    [[nodiscard]] bool conclude(AutomationRun &run, const Automation &rule);
    [[nodiscard]] bool failed(AutomationRun &run, const Automation &rule, const QString &why);
    void wait(AutomationRun &run, AutomationRun::Waits what, Micros span);
    [[nodiscard]] bool waitFor(AutomationRun &run, const RuleStep &step);
    void wake(AutomationRun &run, const Automation &rule);
    void takeValues(const QList<MetricId> &metrics);
    void finish(quint64 number, AutomationRun::State state, const QString &why);
    void forgetWaits(const AutomationRun &run);
    void awaitNext();

    // automations_trial.cpp: steps that are tried
    void endTrial(AutomationId trial);
    [[nodiscard]] QString originOf(const Automation &rule) const;

    // automations_store.cpp: what is kept
    void keep(Entry &entry, AutomationRun run);
    void trim(Entry &entry);
    void drop(quint64 number);
    void touch(AutomationId id);
    [[nodiscard]] Automation hidden(Automation rule) const;
    void storeRule(const Entry &entry);
    void storeRun(const AutomationRun &run);
    void storeTrack(const TriggerKey &key);
    void forgetTracks(AutomationId id);
    void tell();
    void restoreRule(const QString &name, const QString &text, int &lost);
    void restoreTrack(const QString &text);
    void restoreRun(const QString &text);
    void skipLate();
    void resume();

    const Fleet &m_fleet;
    FleetColumns &m_columns;
    Dispatcher &m_dispatcher;
    AutomationJudge m_judge;
    std::function<Micros()> m_now = nowMicros;
    std::unordered_map<quint32, Entry> m_rules;
    QList<AutomationId> m_order;
    std::unordered_map<QString, std::unique_ptr<LiveQuery>> m_scopes; ///< by query: shared by all triggers that ask the same
    RunningTriggers m_running;
    TriggerWatch m_presence;
    QHash<TriggerKey, AlarmTrack> m_tracks;
    std::map<quint64, AutomationRun> m_runs;
    std::map<quint64, Order> m_orders;
    QHash<quint32, quint64> m_commands; ///< command → run
    Alarms *m_alarms = nullptr;
    bool m_isTelling = false;           ///< a step raises or clears an alarm
    Scenes *m_scenes = nullptr;         ///< null: there are none
    WebAddresses *m_addresses = nullptr;
    QHash<quint64, quint64> m_applied;  ///< the scene's run → run
    QHash<quint64, quint64> m_posts;    ///< call → run
    quint64 m_lastPost = 0;
    QHash<AutomationId, AutomationId> m_trials; ///< trial → of which automation
    DueTable m_due;
    Timetable m_timetable;
    std::map<Timetable::Key, Micros> m_marks; ///< from the session before: up to when runs are accounted for
    QHash<MetricId, QSet<quint64>> m_awaited;
    LoopGuard m_guard;
    quint32 m_lastRule = 0;
    quint64 m_lastRun = 0;
    quint64 m_trimmed = 0; ///< run that was looked at last
    quint64 m_declined = 0;
    QSet<AutomationId> m_touched;
    Micros m_startedAt = 0; ///< of restore()
    QTimer m_refresh;
    QTimer m_tell;
    DocumentQueue m_store;
    DueTimer m_timer;
};

} // namespace muster
