#include "line/exchange.h"

#include "core/sample.h"

#include <algorithm>

namespace muster::line {

namespace {

constexpr int usualTimeoutMs = 2'000;
constexpr int shortestPollMs = 10;
constexpr int holdStepMs = 50; // how soon the end of a hold-off is noticed

} // namespace

Exchange::Exchange(codec::LinkCodec &codec, Write write, QObject *parent)
    : QObject(parent)
    , m_codec(codec)
    , m_write(std::move(write))
    , m_limit(this)
    , m_hold(this)
{
    m_hold.setSingleShot(true);
    connect(&m_hold, &QTimer::timeout, this, &Exchange::next);
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, &Exchange::timeOut);
}

void Exchange::start()
{
    m_isOpen = true;
    const QList<codec::Poll> &polls = m_codec.polls();
    for (qsizetype i = 0; i < polls.size(); ++i) {
        auto timer = std::make_unique<QTimer>();
        connect(timer.get(), &QTimer::timeout, this, [this, i] { ask(size_t(i)); });
        timer->start(std::max(shortestPollMs, polls[i].everyMs));
        m_polls.push_back(std::move(timer));
        ask(size_t(i));
    }
}

void Exchange::stop(const Error &reason)
{
    m_isOpen = false;
    m_limit.stop();
    m_hold.stop();
    m_polls.clear();
    std::deque<Item> items = std::exchange(m_waiting, {});
    if (m_current)
        items.push_front(*std::exchange(m_current, {}));
    for (const CommandId id : std::exchange(m_draining, {}))
        items.push_back({id, {}});
    for (const Item &item : items) {
        if (item.id.isValid())
            Q_EMIT finished(item.id, tl::unexpected(reason), false);
    }
}

void Exchange::send(CommandId id, const codec::Outgoing &outgoing)
{
    if (m_waiting.size() >= maxWaiting || m_draining.size() >= maxWaiting) {
        Q_EMIT finished(id, failure(Error::Code::TooLarge, tr("Too many commands wait for %1. Try again when some are done.").arg(m_name)), false);
        return;
    }
    if (outgoing.answer < 0) {
        writeNow({id, outgoing});
        return;
    }
    m_waiting.push_back({id, outgoing});
    next();
}

// A question still waiting, or waiting for its answer, is not asked a second time.
void Exchange::ask(size_t poll)
{
    const QList<codec::Poll> &polls = m_codec.polls();
    if (!m_isOpen || qsizetype(poll) >= polls.size())
        return;
    const codec::Outgoing &outgoing = polls[qsizetype(poll)].outgoing;
    if (outgoing.answer < 0) {
        writeNow({{}, outgoing});
        return;
    }
    const auto same = [&](const Item &item) { return !item.id.isValid() && item.outgoing.bytes == outgoing.bytes; };
    if ((m_current && same(*m_current)) || std::any_of(m_waiting.begin(), m_waiting.end(), same))
        return;
    m_waiting.push_back({{}, outgoing});
    next();
}

void Exchange::next()
{
    m_hold.stop();
    while (m_isOpen && !m_current && !m_waiting.empty()) {
        if (m_codec.isAmbiguous(m_waiting.front().outgoing, nowMicros())) {
            m_hold.start(holdStepMs);
            return;
        }
        const Item item = m_waiting.front();
        m_waiting.pop_front();
        writeNow(item);
    }
}

void Exchange::writeNow(const Item &item)
{
    if (const auto written = m_write(item.outgoing.bytes, item.id); !written) {
        if (item.id.isValid())
            Q_EMIT finished(item.id, written, false);
        return;
    }
    if (item.outgoing.answer < 0) {
        if (item.id.isValid())
            m_draining.push_back(item.id);
        return;
    }
    m_current = item;
    m_codec.await(item.outgoing, item.id);
    m_limit.start(item.outgoing.timeoutMs > 0 ? item.outgoing.timeoutMs : usualTimeoutMs);
}

// Called from inside the codec's feed(): the next one is written when that is done.
void Exchange::answered(CommandId id, const Result<void> &result)
{
    if (!m_current || m_current->id != id)
        return;
    m_current.reset();
    m_limit.stop();
    QMetaObject::invokeMethod(this, &Exchange::next, Qt::QueuedConnection);
    if (id.isValid())
        Q_EMIT finished(id, result, true);
}

void Exchange::timeOut()
{
    if (!m_current)
        return;
    const Item item = *std::exchange(m_current, {});
    giveUp(item);
    if (item.id.isValid()) {
        const QString limit = QString::number(m_limit.interval());
        Q_EMIT finished(item.id, failure(Error::Code::TimedOut, tr("%1 did not answer within %2 ms.").arg(m_name, limit)), false);
    }
    next();
}

// It was written: its answer may still come.
void Exchange::giveUp(const Item &item)
{
    const int given = item.outgoing.timeoutMs > 0 ? item.outgoing.timeoutMs : usualTimeoutMs;
    const int ms = m_holdOff >= 0 ? m_holdOff : std::min(given, longestHoldOff);
    m_codec.abandon(item.id, nowMicros() + ms * 1'000LL);
}

void Exchange::heard()
{
    if (m_hold.isActive())
        next();
}

void Exchange::abandon(CommandId id)
{
    std::erase_if(m_waiting, [id](const Item &item) { return item.id == id; });
    std::erase(m_draining, id);
    if (!m_current || m_current->id != id)
        return;
    m_limit.stop();
    const Item item = *m_current;
    m_current.reset();
    giveUp(item);
    next();
}

void Exchange::written(CommandId id, const Result<void> &result, bool confirmed)
{
    if (std::erase(m_draining, id) > 0)
        Q_EMIT finished(id, result, confirmed && result);
    else if (!result && m_current && m_current->id == id) {
        m_current.reset();
        m_limit.stop();
        m_codec.abandon(id);
        Q_EMIT finished(id, result, false);
        next();
    }
}

void Exchange::drained()
{
    for (const CommandId id : std::exchange(m_draining, {}))
        Q_EMIT finished(id, {}, false);
}

} // namespace muster::line
