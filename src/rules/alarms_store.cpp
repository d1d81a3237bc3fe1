// Alarms: what is kept, and how it comes back. One document for the rules, one for each pair of rule and metric that is worth it, and a ring of
// documents for the log: a storm writes what changed and nothing else.
#include "rules/alarms.h"

#include "rules/webaddresses.h"

#include <QJsonArray>

#include <algorithm>

namespace muster {

namespace {

constexpr QLatin1StringView rulesName {"alarm rules"};
constexpr QLatin1StringView recordPrefix {"alarm/"};
constexpr QLatin1StringView logPrefix {"alarm log/"};

QString nameOf(const AlarmKey &key)
{
    const QString about = key.metric.isValid() ? QString::number(key.metric.n) : u'd' + QString::number(key.device.n);
    return recordPrefix + QString::number(key.rule.n) + u'/' + about;
}

bool isIdle(const AlarmTrack &track)
{
    return !track.active && track.since == 0 && !track.silent;
}

} // namespace

void Alarms::setAddresses(WebAddresses &addresses)
{
    m_addresses = &addresses;
    connect(&addresses, &WebAddresses::storedChanged, this, [this] {
        storeRules();
        m_store.flush();
    });
}

void Alarms::storeRules()
{
    QJsonArray rules = m_unread;
    for (const Entry &entry : m_rules) {
        AlarmRule rule = entry.rule;
        if (m_addresses)
            rule.postTo = m_addresses->stored(rule.postTo);
        rules.append(alarmjson::toJson(rule));
    }
    m_store.put(rulesName, QJsonObject {{QStringLiteral("last"), qint64(m_lastRule)}, {QStringLiteral("rules"), rules}});
}

void Alarms::storeRecord(const AlarmKey &key)
{
    const Alarm *const alarm = find(key);
    const auto track = m_tracks.constFind(key);
    const bool isTracked = track != m_tracks.cend() && !isIdle(*track);
    QJsonObject json;
    if (alarm)
        json.insert(QStringLiteral("alarm"), alarmjson::toJson(*alarm));
    if (isTracked || (alarm && track != m_tracks.cend()))
        json.insert(QStringLiteral("track"), alarmjson::toJson(*track));
    if (!json.isEmpty()) {
        json.insert(QStringLiteral("rule"), qint64(key.rule.n));
        json.insert(QStringLiteral("metric"), qint64(key.metric.n));
        json.insert(QStringLiteral("device"), qint64(key.device.n));
    }
    m_store.put(nameOf(key), json.isEmpty() ? QString() : storedjson::compact(json));
}

void Alarms::write(const Alarm &alarm, AlarmLogEntry::Event event, Micros time, const QString &why)
{
    AlarmLogEntry entry {++m_lastEntry, time, alarm.key, alarm.device, event, alarm.severity, alarm.value, why};
    m_store.put(logPrefix + QString::number(entry.number % quint64(mostEntries)), alarmjson::toJson(entry));
    m_log.push_back(std::move(entry));
    if (qsizetype(m_log.size()) > mostEntries)
        m_log.pop_front();
}

void Alarms::restoreRecord(const QString &text)
{
    const QJsonObject json = storedjson::objectOf(text);
    const AlarmKey key {{storedjson::idOf(json.value(QLatin1StringView("rule")))}, {storedjson::idOf(json.value(QLatin1StringView("metric")))},
        {storedjson::idOf(json.value(QLatin1StringView("device")))}};
    if (!rule(key.rule) || m_alarms.size() >= mostAlarms)
        return;
    if (json.contains(QLatin1StringView("track")))
        m_tracks.insert(key, alarmjson::trackOf(json.value(QLatin1StringView("track")).toObject()));
    const Alarm alarm = alarmjson::alarmOf(json.value(QLatin1StringView("alarm")).toObject());
    if (alarm.key != key || !alarm.device.isValid())
        return;
    m_alarms.insert(key, alarm);
    m_byDevice[alarm.device].insert(key);
}

int Alarms::restore(const QHash<QString, QString> &documents)
{
    const QJsonObject stored = storedjson::objectOf(documents.value(rulesName));
    int lost = documents.contains(rulesName) && stored.isEmpty() ? 1 : 0;
    m_lastRule = storedjson::idOf(stored.value(QLatin1StringView("last")));
    const QJsonArray rules = stored.value(QLatin1StringView("rules")).toArray();
    for (const auto &value : rules) {
        const Result<AlarmRule> read = alarmjson::ruleOf(value.toObject());
        if (!read || !read->id.isValid() || rule(read->id) || qsizetype(m_rules.size()) >= mostRules) {
            ++lost;
            if (qsizetype(m_unread.size()) < mostRules)
                m_unread.append(value);
            continue;
        }
        m_lastRule = std::max(m_lastRule, read->id.n);
        AlarmRule rule = *read;
        if (m_addresses)
            rule.postTo = m_addresses->adopt(rule.postTo);
        scope(m_rules.emplace_back(Entry {rule, nullptr, {}}));
    }
    for (auto it = documents.cbegin(); it != documents.cend(); ++it) {
        if (it.key().startsWith(recordPrefix))
            restoreRecord(it.value());
        else if (it.key().startsWith(logPrefix))
            m_log.push_back(alarmjson::entryOf(storedjson::objectOf(it.value())));
    }
    std::sort(m_log.begin(), m_log.end(), [](const AlarmLogEntry &a, const AlarmLogEntry &b) { return a.number < b.number; });
    m_lastEntry = m_log.empty() ? 0 : m_log.back().number;
    const QList<DeviceId> devices = m_byDevice.keys();
    for (const DeviceId device : devices)
        paintDevice(device);
    m_shelf.start();
    run();
    awaitAgainAll();
    Q_EMIT rulesChanged();
    Q_EMIT alarmsChanged(m_alarms.keys());
    return lost;
}

} // namespace muster
