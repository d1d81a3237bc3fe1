#pragma once

#include "rules/alarm.h"
#include "rules/documents.h"
#include "rules/due.h"

#include "query/livequery.h"

#include <QJsonArray>
#include <QSet>

#include <deque>
#include <memory>
#include <vector>

namespace muster {

class WebAddresses;

/// The alarm rules, the alarms they raised and the log of what happened to them. Main thread; fleet and columns outlive it. Finds which metrics
/// a rule is about and says what is to run; app/ hands that to AlarmWatch, brings its news back, and stores what is to be kept.
///
/// An alarm goes away when it is over and was acknowledged; the log keeps what happened.
class Alarms : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype mostRules = 1'000;
    static constexpr qsizetype mostAlarms = 50'000;  ///< beyond it new ones are counted, logged and otherwise left out
    static constexpr qsizetype mostEntries = 5'000;  ///< of the log
    static constexpr qsizetype maxComment = 500;
    static constexpr int gatherMs = DocumentQueue::gatherMs;

    Alarms(const Fleet &fleet, FleetColumns &columns, QObject *parent = nullptr);
    ~Alarms() override;
    /// What keeps the secrets of web addresses; it outlives the alarms. Before anything happens. Without it addresses stay as they are.
    void setAddresses(WebAddresses &addresses);
    void setClock(std::function<Micros()> now) { m_now = std::move(now); }
    /// The clock on the wall for the hours of rules; this computer's unless a test has its own.
    void setZone(const QTimeZone &zone) { m_zone = zone; }

    // Rules
    [[nodiscard]] QList<AlarmRule> rules() const;
    [[nodiscard]] const AlarmRule *rule(AlarmRuleId id) const;
    /// Those that are about this metric now, enabled ones only.
    [[nodiscard]] QList<AlarmRule> rulesOf(MetricId metric) const;
    Result<AlarmRuleId> add(AlarmRule rule);
    Result<void> change(AlarmRule rule);
    void remove(AlarmRuleId id); ///< with its alarms

    // Alarms
    [[nodiscard]] const QHash<AlarmKey, Alarm> &all() const { return m_alarms; }
    [[nodiscard]] const Alarm *find(const AlarmKey &key) const;
    /// Active or unacknowledged, not shelved, by severity.
    [[nodiscard]] std::array<int, alarmSeverities> counts() const;
    [[nodiscard]] quint64 leftOut() const { return m_leftOut; }
    void acknowledge(const QList<AlarmKey> &keys, const QString &comment = {});
    void shelve(const QList<AlarmKey> &keys, Micros until);
    void unshelve(const QList<AlarmKey> &keys);

    // Alarms that automations raise: each name is a rule without a condition, made when it is first needed
    enum class Raising : quint8 { News, Known, Off }; ///< raised, or graver than before; it was there already; a person switched it off
    Result<Raising> raise(const QString &name, AlarmSeverity severity, DeviceId device, const QString &text);
    /// False: there is no such active alarm.
    bool clear(const QString &name, DeviceId device, const QString &why);
    /// Those of them that are active and raised by automations are over: no rule may ever say so.
    void clear(const QList<AlarmKey> &keys, const QString &why);
    [[nodiscard]] bool canClear(const AlarmKey &key) const;
    [[nodiscard]] const std::deque<AlarmLogEntry> &log() const { return m_log; } ///< oldest first

    /// Documents by name, those of others left alone. Call once, after the fleet was restored. Returns how many could not be read.
    int restore(const QHash<QString, QString> &documents);

public Q_SLOTS:
    void take(const QList<muster::AlarmNews> &news);
    /// Tells again of what is due by now.
    void pass();

Q_SIGNALS:
    void rulesChanged();
    void alarmsChanged(const QList<muster::AlarmKey> &keys); ///< new, changed or gone; once per batch
    void raised(const QList<muster::Alarm> &alarms);         ///< news for a person; none that is shelved
    void cleared(const QList<muster::Alarm> &alarms);        ///< likewise
    void toldAgain(const QList<muster::Alarm> &alarms);      ///< still active, nobody acknowledged them; likewise
    void runChanged(const QList<muster::RunningAlarm> &rules);
    /// To be written; an empty text: to be forgotten. Gathered over gatherMs.
    void documentsToStore(const QHash<QString, QString> &documents);

private:
    struct Entry
    {
        AlarmRule rule {};
        std::unique_ptr<LiveQuery> scope {}; ///< null: one device, or all
        QSet<MetricId> metrics {};
        OpenHours hours {rule.hours, QTimeZone::utc()};
    };
    void scope(Entry &entry);
    void watchWithLimit(RunningAlarm &running, const MetricState &metric, DeviceId device) const;
    [[nodiscard]] Entry *entry(AlarmRuleId id);
    [[nodiscard]] QList<DeviceId> devicesOf(const Entry &entry) const;
    void runSoon();
    void endUnwatched();
    void run();
    void takeOne(const AlarmNews &news, QList<AlarmKey> &touched, QList<Alarm> &fresh, QList<Alarm> &over);
    void write(const Alarm &alarm, AlarmLogEntry::Event event, Micros time, const QString &why);
    void forget(const AlarmKey &key);
    [[nodiscard]] Entry *toldEntry(const QString &name);
    [[nodiscard]] Result<AlarmRuleId> toldRule(const QString &name, AlarmSeverity severity);
    [[nodiscard]] bool isWatched(const Alarm &alarm, const Entry &about) const;
    void changeEach(const QList<AlarmKey> &keys, AlarmLogEntry::Event event, const QString &why, const std::function<void(Alarm &)> &change);
    void touch(const QList<AlarmKey> &keys);
    void paintDevice(DeviceId device);
    void endShelving();
    [[nodiscard]] Micros againAt(const Alarm &alarm);
    void awaitAgain(const AlarmKey &key);
    void awaitAgainAll();
    void tellAgain(const QList<AlarmKey> &keys);
    void storeRecord(const AlarmKey &key);
    void storeRules();
    void restoreRecord(const QString &text);

    const Fleet &m_fleet;
    FleetColumns &m_columns;
    std::function<Micros()> m_now = nowMicros;
    std::vector<Entry> m_rules;
    quint32 m_lastRule = 0;
    QJsonArray m_unread; ///< rules of a newer format: kept as they are
    QHash<AlarmKey, Alarm> m_alarms;
    QHash<AlarmKey, AlarmTrack> m_tracks;
    QHash<DeviceId, QSet<AlarmKey>> m_byDevice;
    std::deque<AlarmLogEntry> m_log;
    quint64 m_lastEntry = 0;
    quint64 m_leftOut = 0;
    WebAddresses *m_addresses = nullptr;
    QTimer m_run;
    DocumentQueue m_store;
    QTimer m_shelf;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    DueTable m_again;                   ///< by packed AlarmKey
    QHash<AlarmKey, Micros> m_againDue; ///< as it stands in m_again
    DueTimer m_againTimer;
};

} // namespace muster
