#include "app/plainlog.h"

#include "ui/format.h"
#include "ui/rules/alarmwords.h"

#include <QDateTime>

#include <algorithm>
#include <array>

namespace muster {

namespace {

constexpr qsizetype mostText = 1'000;

bool isPowerOfTen(quint32 number)
{
    while (number > 1 && number % 10 == 0)
        number /= 10;
    return number == 1;
}

QString word(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return PlainLog::tr("info");
    case Severity::Warning:
        return PlainLog::tr("warning");
    case Severity::Error:
        break;
    }
    return PlainLog::tr("error");
}

} // namespace

PlainLog::PlainLog(const Fleet &fleet, const Diagnostics &diagnostics, const Connections &connections, const Alarms &alarms, Sink sink, bool journal)
    : m_fleet(fleet)
    , m_diagnostics(diagnostics)
    , m_connections(connections)
    , m_alarms(alarms)
    , m_sink(std::move(sink))
    , m_journal(journal)
    , m_lastAlarm(alarms.log().empty() ? 0 : alarms.log().back().number)
{
    connect(&diagnostics, &Diagnostics::noted, this, &PlainLog::noted);
    connect(&connections, &Connections::passwordWanted, this, [this](ConnectionId id) { awaits(id, tr("a password")); });
    connect(&connections, &Connections::passphraseWanted, this, [this](ConnectionId id) { awaits(id, tr("the passphrase of its key")); });
    connect(&alarms, &Alarms::alarmsChanged, this, &PlainLog::alarmsChanged);
}

void PlainLog::say(Severity severity, const QString &text)
{
    const QString plain = format::plain(text, mostText);
    if (m_journal) {
        static constexpr std::array<char, 3> levels {'6', '4', '3'};
        m_sink(QStringLiteral("<%1>").arg(QLatin1Char(levels.at(size_t(severity)))) + plain);
        return;
    }
    const QString now = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzzZ"));
    m_sink(now + u' ' + word(severity) + u' ' + plain);
}

void PlainLog::noted()
{
    // The newest of all: a notice that repeats is found where it stands and has the latest time.
    const auto &notices = m_diagnostics.notices();
    const auto newest = std::max_element(notices.rbegin(), notices.rend(), [](const Notice &a, const Notice &b) { return a.time < b.time; });
    if (newest == notices.rend() || !isPowerOfTen(newest->times))
        return;
    const Connection *const connection = m_connections.find(newest->connection);
    QString text = connection ? tr("%1: %2", "connection, what happened to it").arg(format::plain(connection->name, 100), newest->text) : newest->text;
    if (newest->times > 1)
        text += u' ' + tr("(%n times)", nullptr, int(newest->times));
    say(newest->severity, text);
}

void PlainLog::awaits(ConnectionId id, const QString &what)
{
    if (const Connection *const connection = m_connections.find(id))
        say(Severity::Warning, tr("%1 waits for %2. Start Muster once with its window on this folder, and let the keychain keep it.").arg(format::plain(connection->name, 100), what));
}

void PlainLog::alarmsChanged()
{
    const auto &log = m_alarms.log();
    const auto first = std::find_if(log.rbegin(), log.rend(), [this](const AlarmLogEntry &entry) { return entry.number <= m_lastAlarm; }).base();
    int said = 0;
    for (auto entry = first; entry != log.end() && said < mostAtOnce; ++entry, ++said)
        sayAlarm(*entry);
    if (const auto more = log.end() - first - said; more > 0)
        say(Severity::Warning, tr("and %n more changes of alarms", nullptr, int(more)));
    if (!log.empty())
        m_lastAlarm = log.back().number;
}

void PlainLog::sayAlarm(const AlarmLogEntry &entry)
{
    const AlarmRule *const rule = m_alarms.rule(entry.key.rule);
    const QString name = rule ? format::plain(rule->name, 100) : QString();
    const QString device = alarmwords::device(m_fleet, entry.device);
    const QString value = entry.key.metric.isValid() ? alarmwords::value(m_fleet, entry.key, entry.value) : format::plain(entry.why, 200);
    const bool isNews = entry.event == AlarmLogEntry::Event::Raised || entry.event == AlarmLogEntry::Event::ToldAgain;
    const Severity severity = isNews && entry.severity >= AlarmSeverity::Warning ? Severity::Warning : Severity::Info;
    say(severity, tr("Alarm %1: %2, %3, %4 (%5)", "what happened to it, device, its name, value, severity")
        .arg(alarmwords::event(entry.event), device, name, value, alarmwords::severity(entry.severity)));
}

} // namespace muster
