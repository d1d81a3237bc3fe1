#include "rules/links.h"

#include "rules/linkwatch.h"

#include <QJsonDocument>

#include <algorithm>

namespace muster {

namespace {

constexpr qsizetype mostUnread = 1'000;

QTimer &single(QTimer &timer, int ms)
{
    timer.setSingleShot(true);
    timer.setInterval(ms);
    return timer;
}

void soon(QTimer &timer)
{
    if (!timer.isActive())
        timer.start();
}

} // namespace

Links::Links(const Fleet &fleet, Dispatcher &dispatcher, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_dispatcher(dispatcher)
    , m_store(this)
    , m_retry(this)
{
    connect(&single(m_run, gatherMs), &QTimer::timeout, this, &Links::run);
    connect(&single(m_states, gatherMs), &QTimer::timeout, this, &Links::statesChanged);
    connect(&single(m_store, storeMs), &QTimer::timeout, this, &Links::flush);
    connect(&single(m_retry, retryMs), &QTimer::timeout, this, &Links::retry);
    connect(&single(m_patience, patienceMs), &QTimer::timeout, this, &Links::giveUpTheSlow);
    m_store.setObjectName(QStringLiteral("store"));
    m_retry.setObjectName(QStringLiteral("retry"));
    connect(&fleet, &Fleet::devicesAdded, this, &Links::runSoon);
    connect(&fleet, &Fleet::devicesChanged, this, &Links::runSoon);
    connect(&fleet, &Fleet::devicesRemoved, this, &Links::runSoon);
    connect(&dispatcher, &Dispatcher::finished, this, &Links::finished);
}

Links::~Links()
{
    flush();
}

QList<DeviceLink> Links::all() const
{
    QList<DeviceLink> links;
    for (const auto &[id, entry] : m_links)
        links.append(entry.link);
    return links;
}

const DeviceLink *Links::find(LinkId id) const
{
    const auto found = m_links.find(id.n);
    return found == m_links.end() ? nullptr : &found->second.link;
}

LinkState Links::state(LinkId id) const
{
    const auto found = m_links.find(id.n);
    return found == m_links.end() ? LinkState() : found->second.state;
}

Links::Entry *Links::entry(LinkId id)
{
    const auto found = m_links.find(id.n);
    return found == m_links.end() ? nullptr : &found->second;
}

Result<LinkId> Links::add(DeviceLink link)
{
    if (const auto valid = link.validate(); !valid)
        return tl::unexpected(valid.error());
    if (qsizetype(m_links.size()) >= most)
        return failure(Error::Code::TooLarge, tr("There are %1 links already. Delete one first.").arg(most));
    link.id = {++m_last};
    m_links[link.id.n].link = link;
    run();
    touch(true);
    Q_EMIT linksChanged();
    return link.id;
}

Result<void> Links::change(DeviceLink link)
{
    Entry *const found = entry(link.id);
    if (!found)
        return failure(Error::Code::NotFound, tr("This link is gone."));
    if (const auto valid = link.validate(); !valid)
        return valid;
    if (!found->link.decidesLike(link)) {
        found->state.loop.clear();
        found->waiting.reset();
        found->isToRetry = false;
    }
    found->link = std::move(link);
    run();
    touch(true);
    Q_EMIT linksChanged();
    return {};
}

void Links::remove(LinkId id)
{
    if (m_links.erase(id.n) == 0)
        return;
    run();
    touch(true);
    Q_EMIT linksChanged();
}

void Links::startAgain(LinkId id)
{
    Entry *const found = entry(id);
    if (!found || found->state.loop.isEmpty())
        return;
    found->state.loop.clear();
    run();
    touch(false);
}

void Links::runSoon()
{
    if (!m_links.empty())
        soon(m_run);
}

void Links::run()
{
    m_run.stop();
    QList<RunningLink> running;
    for (auto &[id, entry] : m_links) {
        RunningLink one;
        entry.state.problem = resolve(entry, one);
        if (entry.state.problem.isEmpty() && entry.state.loop.isEmpty() && entry.link.enabled)
            running.append(one);
    }
    Q_EMIT runChanged(running);
    touch(false);
}

/// What the names of a link mean now; the sentence says what is missing.
QString Links::resolve(Entry &entry, RunningLink &running) const
{
    const DeviceLink &link = entry.link;
    const DeviceId from = m_fleet.findByAddress(link.fromAddress);
    entry.to = m_fleet.findByAddress(link.toAddress);
    if (!m_fleet.device(from))
        return tr("The device it reads (%1) is not there.").arg(link.fromAddress);
    const Device *const to = m_fleet.device(entry.to);
    if (!to)
        return tr("The device it commands (%1) is not there.").arg(link.toAddress);
    running.source = m_fleet.findMetric(from, link.fromKey);
    const MetricState *const metric = m_fleet.metric(running.source);
    if (!metric)
        return tr("%1 has no metric “%2” at the moment.").arg(m_fleet.displayName(from), link.fromKey);
    const auto command = std::find_if(to->commands.begin(), to->commands.end(), [&link](const CommandInfo &info) { return info.key == link.toKey; });
    if (command == to->commands.end())
        return tr("%1 has no command “%2” at the moment.").arg(m_fleet.displayName(entry.to), link.toKey);
    if (const auto can = linklogic::canDrive(metric->info); !can)
        return can.error().text;
    if (const auto can = linklogic::canBeDriven(*command, link.mayBeDangerous); !can)
        return can.error().text;
    entry.command = *command;
    running.link = link;
    running.command = *command;
    running.effect = command->metric.isEmpty() ? MetricId() : m_fleet.findMetric(entry.to, command->metric);
    return {};
}

void Links::take(const QList<LinkNews> &news)
{
    for (const LinkNews &one : news)
        takeOne(one);
    touch(false);
}

void Links::takeOne(const LinkNews &news)
{
    Entry *const found = entry(news.link);
    if (!found || !found->link.enabled)
        return;
    switch (news.what) {
    case LinkNews::What::Send:
        if (found->underWay.isValid()) {
            found->state.skipped += found->waiting ? 1 : 0;
            found->waiting = news.value;
            soon(m_patience);
        } else {
            found->tries = 0;
            submit(*found, news.value);
        }
        break;
    case LinkNews::What::Stale:
    case LinkNews::What::Fresh:
        found->state.isStale = news.what == LinkNews::What::Stale;
        if (found->state.isStale && !found->link.whenStale) {
            found->waiting.reset();
            found->isToRetry = false;
        }
        break;
    case LinkNews::What::Loop:
        found->state.loop = nameOf(news.loop);
        found->waiting.reset();
        found->isToRetry = false;
        Q_EMIT stopped(news.link, found->state.loop);
        run(); // at once: it is not evaluated before somebody starts it again
        break;
    }
}

void Links::submit(Entry &entry, double value)
{
    entry.isToRetry = false;
    entry.asked = value;
    Command command;
    command.device = entry.to;
    command.key = entry.link.toKey;
    command.argument = linklogic::argument(entry.command, value);
    command.origin = QStringLiteral("link");
    const auto id = m_dispatcher.submit(command);
    if (!id) {
        failed(entry, id.error().text);
        return;
    }
    entry.underWay = *id;
    entry.submitted = LinkWatch::steadyMicros();
    m_underWay.insert(*id, entry.link.id.n);
}

void Links::finished(const CommandOutcome &outcome)
{
    const auto found = m_underWay.constFind(outcome.command.id);
    if (found == m_underWay.cend())
        return;
    Entry *const owner = entry({*found});
    m_underWay.erase(found);
    if (!owner)
        return;
    owner->underWay = {};
    if (outcome.result) {
        ++owner->state.sent;
        owner->state.last = owner->asked;
        owner->state.lastTime = outcome.finished;
        owner->state.error.clear();
        owner->tries = 0;
    } else if (outcome.result.error().code == Error::Code::Cancelled) {
        ++owner->state.skipped;
    } else {
        failed(*owner, outcome.result.error().text);
    }
    if (const auto next = std::exchange(owner->waiting, std::nullopt); next && owner->link.enabled && owner->state.problem.isEmpty()) {
        owner->tries = 0;
        submit(*owner, *next);
    }
    touch(true);
}

void Links::failed(Entry &entry, const QString &why)
{
    ++entry.state.failed;
    entry.state.error = why;
    entry.state.errorTime = nowMicros();
    if (entry.tries >= retries)
        return;
    ++entry.tries;
    entry.isToRetry = true;
    soon(m_retry);
    touch(true);
}

void Links::retry()
{
    for (auto &[id, entry] : m_links)
        if (std::exchange(entry.isToRetry, false) && !entry.underWay.isValid() && entry.link.enabled && entry.state.problem.isEmpty() && entry.state.loop.isEmpty())
            submit(entry, entry.asked);
    touch(false);
}

/// A device that does not answer shall not keep newer values waiting.
void Links::giveUpTheSlow()
{
    const Micros now = LinkWatch::steadyMicros();
    QList<CommandId> slow;
    bool isWaiting = false;
    for (const auto &[id, entry] : m_links) {
        if (!entry.waiting || !entry.underWay.isValid())
            continue;
        if (now - entry.submitted >= patienceMs * 1'000LL)
            slow.append(entry.underWay);
        else
            isWaiting = true;
    }
    for (const CommandId id : std::as_const(slow))
        m_dispatcher.cancel(id); // finished() sends what waits
    if (isWaiting)
        soon(m_patience);
}

/// The part of a chain that repeats, as devices with arrows between them.
QString Links::nameOf(const QList<LinkId> &chain) const
{
    if (chain.isEmpty())
        return {};
    const qsizetype before = chain.lastIndexOf(chain.constLast(), chain.size() - 2);
    QStringList names;
    for (qsizetype i = std::max<qsizetype>(before, 0); i < chain.size(); ++i)
        if (const DeviceLink *const link = find(chain.at(i)))
            names.append(m_fleet.displayName(m_fleet.findByAddress(link->fromAddress)));
    if (before < 0)
        if (const DeviceLink *const link = find(chain.constLast()))
            names.append(m_fleet.displayName(m_fleet.findByAddress(link->toAddress)));
    return names.join(QStringLiteral(" → "));
}

void Links::touch(bool store)
{
    soon(m_states);
    if (!store)
        return;
    m_dirty = true;
    soon(m_store);
}

QString Links::document()
{
    return QStringLiteral("links");
}

void Links::flush()
{
    m_store.stop();
    if (!std::exchange(m_dirty, false))
        return;
    QJsonArray links = m_unread;
    for (const auto &[id, entry] : m_links) {
        QJsonObject json = linkjson::toJson(entry.link);
        json.insert(QStringLiteral("sent"), qint64(entry.state.sent));
        json.insert(QStringLiteral("failed"), qint64(entry.state.failed));
        json.insert(QStringLiteral("lastValue"), entry.state.last);
        json.insert(QStringLiteral("lastTime"), entry.state.lastTime);
        links.append(json);
    }
    Q_EMIT documentToStore(QString::fromUtf8(QJsonDocument(QJsonObject {{QStringLiteral("last"), qint64(m_last)}, {QStringLiteral("links"), links}}).toJson(QJsonDocument::Compact)));
}

int Links::restore(const QString &text)
{
    if (text.isEmpty())
        return 0;
    const QJsonObject stored = QJsonDocument::fromJson(text.toUtf8()).object();
    int lost = stored.isEmpty() ? 1 : 0;
    const auto number = [](const QJsonObject &json, const char *name) { return std::clamp<qint64>(json.value(QLatin1StringView(name)).toInteger(), 0, 1LL << 58); };
    m_last = quint32(std::min<qint64>(number(stored, "last"), std::numeric_limits<qint32>::max()));
    const QJsonArray links = stored.value(QLatin1StringView("links")).toArray();
    for (const QJsonValue &value : links) {
        const QJsonObject json = value.toObject();
        const auto read = linkjson::linkOf(json);
        if (!read || !read->id.isValid() || find(read->id) || qsizetype(m_links.size()) >= most) {
            ++lost;
            if (m_unread.size() < mostUnread)
                m_unread.append(value);
            continue;
        }
        m_last = std::max(m_last, read->id.n);
        Entry &entry = m_links[read->id.n];
        entry.link = *read;
        entry.state.sent = quint64(number(json, "sent"));
        entry.state.failed = quint64(number(json, "failed"));
        entry.state.last = json.value(QLatin1StringView("lastValue")).toDouble();
        entry.state.lastTime = number(json, "lastTime");
    }
    run();
    Q_EMIT linksChanged();
    return lost;
}

} // namespace muster
