#include "ui/rules/alarmpreview.h"

namespace muster {

AlarmPreview::AlarmPreview(const Fleet &fleet, Past &past, QObject *parent)
    : QObject(parent)
    , m_reader(fleet, past, this)
{
    connect(&m_reader, &RangeReader::samplesRead, this, [this](const QList<Sample> &samples) {
        if (m_run)
            m_run->feed(samples);
    });
    connect(&m_reader, &RangeReader::summariesRead, this, [this](const Envelope &columns) {
        m_result.isExact = false;
        QList<Sample> samples;
        for (const EnvelopeColumn &column : columns) {
            samples.append({column.time, column.min, {}, 0, 0});
            samples.append({column.endTime, column.max, {}, 0, 0});
        }
        if (m_run)
            m_run->feed(samples);
    });
    connect(&m_reader, &RangeReader::finished, this, [this](const QString &problem) {
        if (!problem.isEmpty())
            m_result.problem = problem;
        if (m_run) {
            m_run->end(m_to);
            m_result.firings += m_run->count();
            ++m_result.metrics;
        }
        next();
    });
}

void AlarmPreview::look(const AlarmRule &rule, const QList<MetricId> &metrics)
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
}

void AlarmPreview::next()
{
    if (m_waiting.isEmpty()) {
        m_run.reset();
        Q_EMIT looked(m_result);
        return;
    }
    m_run.emplace(m_rule, m_from);
    m_reader.read(m_waiting.takeFirst(), m_from, m_to);
}

} // namespace muster
