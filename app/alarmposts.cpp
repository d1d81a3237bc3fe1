#include "app/alarmposts.h"

#include "core/diagnostics.h"
#include "ui/format.h"
#include "ui/rules/alarmwords.h"

#include <QDateTime>
#include <QDeadlineTimer>
#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <utility>

namespace muster {

namespace {

qint64 monotonicMs()
{
    return QDeadlineTimer::current().deadline();
}

QString isoTime(Micros time)
{
    return QDateTime::fromMSecsSinceEpoch(time / 1'000, Qt::UTC).toString(Qt::ISODateWithMs);
}

} // namespace

AlarmPosts::AlarmPosts(const Fleet &fleet, const Alarms &alarms, Diagnostics &diagnostics, int retry, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_alarms(alarms)
    , m_diagnostics(diagnostics)
    , m_retry(retry)
    , m_timer(this)
{
    m_timer.setInterval(std::min(gatherMs, retry));
    connect(&m_timer, &QTimer::timeout, this, &AlarmPosts::pass);
    connect(&m_web, &Webhooks::ended, this, &AlarmPosts::ended);
    connect(&alarms, &Alarms::raised, this, [this](const QList<Alarm> &news) { take(News::Raised, news); });
    connect(&alarms, &Alarms::cleared, this, [this](const QList<Alarm> &news) { take(News::Cleared, news); });
    connect(&alarms, &Alarms::toldAgain, this, [this](const QList<Alarm> &news) { take(News::Again, news); });
}

void AlarmPosts::take(News news, const QList<Alarm> &alarms)
{
    const auto add = [](auto &waiting, qint64 &more, const auto &what) {
        if (waiting.size() < mostListed)
            waiting.append(what());
        else
            ++more;
    };
    for (const Alarm &alarm : alarms) {
        const AlarmRule *const rule = m_alarms.rule(alarm.key.rule);
        if (!rule)
            continue;
        if (!rule->postTo.isEmpty()) {
            Post &post = m_posts[rule->postTo];
            add(post.waiting, post.more, [&] { return jsonOf(news, alarm, *rule); });
        }
        if (!rule->mailTo.isEmpty()) {
            Mail &mail = m_mails[rule->mailTo];
            add(mail.lines, mail.more, [&] { return lineOf(news, alarm, *rule); });
            if (mail.lines.size() == 1)
                mail.first = tr("%1: %2", "device, alarm").arg(alarmwords::device(m_fleet, alarm.device), format::plain(rule->name, 100));
        }
    }
    if (!m_timer.isActive() && !(m_posts.isEmpty() && m_mails.isEmpty()))
        m_timer.start();
}

QJsonObject AlarmPosts::jsonOf(News news, const Alarm &alarm, const AlarmRule &rule) const
{
    const char *const event = news == News::Raised ? "raised" : news == News::Cleared ? "cleared" : "again";
    QJsonObject json {{QStringLiteral("event"), QLatin1StringView(event)}, {QStringLiteral("alarm"), rule.name},
        {QStringLiteral("severity"), alarmjson::toJson(alarm).value(QLatin1StringView("severity"))},
        {QStringLiteral("time"), isoTime(news == News::Again ? alarm.told : alarm.changed)}, {QStringLiteral("raised"), isoTime(alarm.raised)}};
    if (const Device *const device = m_fleet.device(alarm.device)) {
        json.insert(QStringLiteral("device"), m_fleet.displayName(alarm.device));
        json.insert(QStringLiteral("address"), device->addresses.value(0));
    }
    if (!alarm.text.isEmpty())
        json.insert(QStringLiteral("text"), alarm.text);
    if (rule.isTold())
        return json;
    json.insert(QStringLiteral("metric"), rule.key);
    if (std::isfinite(alarm.value))
        json.insert(QStringLiteral("value"), alarm.value);
    if (const MetricState *const metric = m_fleet.metric(alarm.key.metric); metric && !metric->info.unit.isEmpty())
        json.insert(QStringLiteral("unit"), metric->info.unit);
    return json;
}

QString AlarmPosts::lineOf(News news, const Alarm &alarm, const AlarmRule &rule) const
{
    using Event = AlarmLogEntry::Event;
    const Event event = news == News::Raised ? Event::Raised : news == News::Cleared ? Event::Cleared : Event::ToldAgain;
    const QString value = rule.isTold() ? format::plain(alarm.text, 200) : alarmwords::value(m_fleet, alarm.key, alarm.value);
    return tr("%1 %2: %3, %4, %5 (%6)", "time, what happened, device, alarm, value, severity")
        .arg(format::exactTime(news == News::Again ? alarm.told : alarm.changed), alarmwords::event(event), alarmwords::device(m_fleet, alarm.device),
            format::plain(rule.name, 100), value, alarmwords::severity(alarm.severity));
}

/// Sends what has waited long enough. An address that nothing waits for is forgotten.
void AlarmPosts::pass()
{
    const qint64 now = monotonicMs();
    m_posts.removeIf([](const auto &post) { return post->call == 0 && post->waiting.isEmpty(); });
    m_mails.removeIf([now](const auto &mail) { return mail->lines.isEmpty() && mail->next <= now; });
    for (auto it = m_posts.begin(); it != m_posts.end(); ++it)
        if (it->call == 0 && it->next <= now)
            send(it.key(), *it);
    for (auto it = m_mails.begin(); it != m_mails.end(); ++it)
        if (!it->lines.isEmpty() && it->next <= now)
            send(it.key(), *it);
    if (m_posts.isEmpty() && m_mails.isEmpty())
        m_timer.stop();
}

void AlarmPosts::send(const QString &address, Post &post)
{
    post.sent = std::exchange(post.waiting, {});
    post.sentMore = std::exchange(post.more, 0);
    post.call = ++m_lastCall;
    ++post.tried;
    QJsonArray list;
    for (const QJsonObject &one : std::as_const(post.sent))
        list.append(one);
    QJsonObject json {{QStringLiteral("time"), isoTime(nowMicros())}, {QStringLiteral("alarms"), list}};
    if (post.sentMore > 0)
        json.insert(QStringLiteral("more"), post.sentMore);
    m_web.post(post.call, address, storedjson::compact(json).toUtf8());
}

void AlarmPosts::send(const QString &address, Mail &mail)
{
    const qint64 count = mail.lines.size() + mail.more;
    const QString subject = count == 1 ? mail.first : tr("%n change(s) of alarms", nullptr, int(std::min<qint64>(count, 1'000'000)));
    QStringList lines = std::exchange(mail.lines, {});
    if (const qint64 more = std::exchange(mail.more, 0); more > 0)
        lines.append(tr("and %n more", nullptr, int(std::min<qint64>(more, 1'000'000))));
    mail.next = monotonicMs() + mailsApartMs;
    Q_EMIT mailWanted(address, subject, lines.join(u'\n'));
}

void AlarmPosts::ended(quint64 call, const Result<void> &result)
{
    const auto post = std::find_if(m_posts.begin(), m_posts.end(), [call](const Post &one) { return one.call == call; });
    if (post == m_posts.end())
        return;
    post->call = 0;
    const QList<QJsonObject> sent = std::exchange(post->sent, {});
    const qint64 sentMore = std::exchange(post->sentMore, 0);
    if (result || post->tried >= tries) {
        if (!result)
            m_diagnostics.note({nowMicros(), {}, Severity::Warning, tr("%1 What became of alarms was not told there.").arg(result.error().text), 1});
        post->tried = 0;
        return;
    }
    const QList<QJsonObject> waiting = sent + post->waiting;
    post->waiting = waiting.mid(0, mostListed);
    post->more += sentMore + waiting.size() - post->waiting.size();
    post->next = monotonicMs() + qint64(m_retry) * post->tried;
}

} // namespace muster
