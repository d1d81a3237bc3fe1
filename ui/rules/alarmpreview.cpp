#include "ui/rules/alarmpreview.h"

#include "core/fleet.h"

#include <algorithm>

namespace muster {

namespace {

constexpr Micros notable = 3'600'000'000; ///< a limit that is not known for longer at the beginning is worth a word

} // namespace

AlarmPreview::AlarmPreview(const Fleet &fleet, Past &past, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_reader(fleet, past, this)
{
    connect(&m_reader, &RangeReader::samplesRead, this, [this](const QList<Sample> &samples) {
        if (m_readsLimit)
            m_limits += samples;
        else if (m_run)
            m_run->feed(samples);
    });
    connect(&m_reader, &RangeReader::summariesRead, this, [this](const Envelope &columns) {
        m_result.isExact = false;
        if (m_rule.isRelative()) // the extremes of two metrics need not have been at the same time
            m_result.isKnown = false;
        QList<Sample> samples;
        for (const EnvelopeColumn &column : columns) {
            samples.append({column.time, column.min, {}, 0, 0});
            samples.append({column.endTime, column.max, {}, 0, 0});
        }
        if (m_run && !m_readsLimit)
            m_run->feed(samples);
    });
    connect(&m_reader, &RangeReader::finished, this, &AlarmPreview::finish);
}

void AlarmPreview::look(const AlarmRule &rule, const QList<Looked> &metrics)
{
    stop();
    m_rule = rule;
    m_result = {};
    m_result.isWhole = metrics.size() <= mostMetrics;
    m_waiting = metrics.mid(0, mostMetrics);
    m_to = nowMicros();
    m_from = m_to - span;
    next();
}

void AlarmPreview::stop()
{
    m_reader.stop();
    m_waiting.clear();
    m_run.reset();
    m_limit = {};
    m_limits.clear();
    m_readsLimit = false;
}

void AlarmPreview::next()
{
    if (m_waiting.isEmpty() || !m_result.isKnown) {
        stop();
        Q_EMIT looked(m_result);
        return;
    }
    m_now = m_waiting.takeFirst();
    if (m_rule.isRelative() && m_now.limit != m_limit)
        readLimit(m_now.limit);
    else
        read();
}

void AlarmPreview::readLimit(MetricId limit)
{
    m_limit = limit;
    m_limits.clear();
    m_readsLimit = true;
    if (m_fleet.metric(limit))
        m_reader.read(limit, m_from, m_to);
    else
        limitRead();
}

/// A limit that was not told all the time is as it is told now, as setpoints are; one that changed was told when it did.
void AlarmPreview::limitRead()
{
    m_readsLimit = false;
    const MetricState *const state = m_fleet.metric(m_limit);
    if (m_limits.isEmpty() && state && state->time != 0 && state->time < m_from)
        m_limits.append({m_from, state->value, m_limit, 0, 0});
    m_result.isKnown = m_result.isKnown && (!m_limits.isEmpty() || !state);
    if (!m_limits.isEmpty() && m_limits.first().time > m_from + notable)
        m_result.limitFrom = std::max(m_result.limitFrom, m_limits.first().time);
    if (m_result.isKnown)
        read();
    else
        next();
}

void AlarmPreview::read()
{
    m_run.emplace(m_rule, m_from);
    if (m_rule.isRelative())
        m_run->setReferences(m_limits);
    m_reader.read(m_now.metric, m_from, m_to);
}

void AlarmPreview::finish(const QString &problem)
{
    if (!problem.isEmpty())
        m_result.problem = problem;
    if (m_readsLimit)
        return limitRead();
    if (m_run) {
        m_run->end(m_to);
        m_result.firings += m_run->count();
        ++m_result.metrics;
    }
    next();
}

} // namespace muster
