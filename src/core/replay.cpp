#include "core/replay.h"

#include <algorithm>

namespace muster {

namespace {

constexpr Micros second = 1'000'000;
constexpr double slowest = 0.1;
constexpr double fastest = 1'000;
constexpr double secondsAhead = 2; // of now, that playing reads ahead

} // namespace

Replay::Replay(const Fleet &live, Past &past, const QString &commandsRefused, QObject *parent)
    : QObject(parent)
    , m_past(past)
    , m_tick(this)
{
    m_fleet.mirror(live, [&](Device &device) {
        for (CommandInfo &command : device.commands)
            command.problem = commandsRefused;
    });
    for (const DeviceId id : m_fleet.devices()) {
        for (const Metric &metric : m_fleet.device(id)->metrics)
            m_metrics.append(metric.id);
    }
    m_tick.setInterval(tickMs);
    connect(&m_tick, &QTimer::timeout, this, &Replay::advance);
    connect(&past, &Past::momentArrived, this, &Replay::take);
    connect(&past, &Past::refused, this, [this](quint64 query) { take(query, {}); });
}

Replay::~Replay() = default;

void Replay::seek(Micros time)
{
    time = std::clamp<Micros>(time, second, nowMicros());
    m_waiting.clear();
    m_ahead = {};
    m_given = 0;
    m_time = time;
    m_askedTo = time + 1;
    m_fleet.rewind(time);
    ask(time - context, time + 1, true);
    Q_EMIT loadingChanged(isLoading());
    Q_EMIT timeChanged(time);
}

void Replay::ask(Micros from, Micros to, bool before)
{
    for (qsizetype first = 0; first < m_metrics.size(); first += metricsAtOnce)
        m_waiting.insert(m_past.askMoment(m_metrics.mid(first, metricsAtOnce), from, to, before));
}

void Replay::take(quint64 query, const RecordedSamples &samples)
{
    if (!m_waiting.remove(query))
        return;
    const qsizetype offset = m_ahead.texts.size();
    m_ahead.texts += samples.texts;
    const qsizetype middle = m_ahead.samples.size();
    for (Sample sample : samples.samples) {
        if (sample.flags & Sample::Text)
            sample.value += double(offset);
        m_ahead.samples.append(sample);
    }
    const auto earlier = [](const Sample &a, const Sample &b) { return a.time < b.time; };
    std::inplace_merge(m_ahead.samples.begin() + m_given, m_ahead.samples.begin() + middle, m_ahead.samples.end(), earlier);
    if (m_waiting.isEmpty())
        Q_EMIT loadingChanged(false);
    deliver();
}

void Replay::deliver()
{
    const auto begin = m_ahead.samples.cbegin() + m_given;
    const auto end = std::upper_bound(begin, m_ahead.samples.cend(), m_time, [](Micros time, const Sample &sample) { return time < sample.time; });
    const qsizetype count = end - begin;
    if (count > 0)
        m_fleet.observe({QList<Sample>(begin, end), m_ahead.texts});
    m_given += count;
    m_fleet.setClock(m_time); // after what was heard: it decides who is silent
    if (m_given == m_ahead.samples.size() && m_waiting.isEmpty()) {
        m_ahead = {};
        m_given = 0;
    }
}

void Replay::play()
{
    if (isPlaying())
        return;
    m_clock.start();
    m_tick.start();
    Q_EMIT playingChanged(true);
}

void Replay::pause()
{
    if (!isPlaying())
        return;
    m_tick.stop();
    Q_EMIT playingChanged(false);
}

void Replay::setSpeed(double speed)
{
    m_speed = std::clamp(speed, slowest, fastest);
}

void Replay::advance()
{
    const qint64 elapsedMs = m_clock.restart();
    // What comes next must be here before the clock goes on; so a slow disk slows the replay down, and nothing is left out.
    if (isLoading())
        return;
    const Micros now = nowMicros();
    const auto passed = Micros(double(std::min<qint64>(elapsedMs, 1'000)) * 1'000 * m_speed);
    m_time = std::min({m_time + passed, m_askedTo > m_time ? std::max(m_askedTo - 1, m_time) : m_time, now});
    deliver();
    const auto ahead = Micros(secondsAhead * m_speed * double(second));
    if (m_askedTo - m_time <= ahead / 2 && m_askedTo <= now) {
        const Micros to = std::min(m_askedTo + ahead, now + 1);
        ask(m_askedTo, to, false);
        m_askedTo = to;
    }
    Q_EMIT timeChanged(m_time);
    if (now - m_time < second && m_speed > 1)
        pause(); // the present is caught up with
}

} // namespace muster
