#include "ui/rules/pasttrial.h"

#include "rules/automations.h"

#include <QSet>

#include <algorithm>

namespace muster {

PastTrial::PastTrial(Automations &automations, Past &past, QObject *parent)
    : QObject(parent)
    , m_automations(automations)
    , m_past(past)
    , m_turn(this)
    , m_patience(this)
{
    m_turn.setSingleShot(true);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    connect(&m_turn, &QTimer::timeout, this, &PastTrial::feed);
    connect(&m_patience, &QTimer::timeout, this, [this] { end(tr("The recorded past did not answer in time. Try again later.")); });
    connect(&past, &Past::momentArrived, this, &PastTrial::take);
    connect(&past, &Past::refused, this, [this](quint64 query, const Error &error) { refused(query, error.text); });
}

void PastTrial::run(const Automation &rule, Micros from, Micros to)
{
    stop();
    m_rule = rule;
    m_from = from;
    m_to = std::max(from, to);
    m_at = from;
    m_stretch = 3'600'000'000;
    m_samples = 0;
    m_trial.reset();
    m_answer = {};
    m_fed = 0;
    m_running = true;
    choose(rule);
    if (m_metrics.isEmpty() && rule.hasSchedule())
        return begin({});
    if (m_metrics.isEmpty())
        return end(tr("No metric of the fleet is what it waits for. Only triggers about metrics and schedules can be tried: the past of devices and alarms is not recorded."));
    if (!m_past.isRecording())
        return end(tr("Nothing is recorded. Switch recording on in the settings of the history."));
    m_patience.start();
    m_query = m_past.askMoment(m_metrics, m_from, m_from, true);
}

void PastTrial::stop()
{
    m_running = false;
    m_query = 0;
    m_turn.stop();
    m_patience.stop();
}

int PastTrial::percent() const
{
    return m_to > m_from ? int((m_at - m_from) * 100 / (m_to - m_from)) : 100;
}

/// Which metrics are looked at: those that set it off, and those its conditions read.
void PastTrial::choose(const Automation &rule)
{
    m_triggers = m_automations.triggersOf(rule);
    QSet<MetricId> known;
    m_isWhole = true;
    const auto add = [&](MetricId metric) {
        if (known.contains(metric))
            return true;
        if (known.size() >= mostMetrics)
            return false;
        known.insert(metric);
        return true;
    };
    for (RunningTrigger &trigger : m_triggers.triggers)
        trigger.watched.removeIf([&](const RunningTrigger::Watched &watched) {
            const bool fits = add(watched.metric) && std::all_of(watched.reads.cbegin(), watched.reads.cend(), add);
            m_isWhole = m_isWhole && fits;
            return !fits;
        });
    for (const ReadValue &read : std::as_const(m_triggers.values))
        m_isWhole = add(read.metric) && m_isWhole;
    m_metrics = QList<MetricId>(known.cbegin(), known.cend());
    std::sort(m_metrics.begin(), m_metrics.end());
}

/// The values at the beginning are what it starts from, not those of today.
void PastTrial::begin(const RecordedSamples &before)
{
    QHash<MetricId, ReadValue> values;
    for (const Sample &sample : before.samples) {
        const bool isText = (sample.flags & Sample::Text) != 0;
        values.insert(sample.metric, {sample.metric, sample.time, isText ? 0 : sample.value, isText ? before.texts.value(qsizetype(sample.value)) : QString()});
    }
    for (RunningTrigger &trigger : m_triggers.triggers)
        for (RunningTrigger::Watched &watched : trigger.watched)
            watched.now = values.value(watched.metric, {watched.metric, 0, 0, {}});
    for (ReadValue &read : m_triggers.values)
        read = values.value(read.metric, {read.metric, 0, 0, {}});
    m_trial = std::make_unique<AutomationTrial>(m_automations.judge(), m_rule, m_triggers, m_from, m_automations.timetable());
    askNext();
}

void PastTrial::askNext()
{
    if (m_at >= m_to || m_samples >= mostSamples) {
        m_trial->end(m_at);
        return end(m_at < m_to ? tr("It ended at %n million values. Narrow down what it is about to look further.", nullptr, int(mostSamples / 1'000'000)) : QString());
    }
    m_next = std::min(m_at + m_stretch, m_to);
    if (m_metrics.isEmpty()) { // schedules alone: nothing is to be read
        m_turn.start();
        return;
    }
    m_patience.start();
    m_query = m_past.askMoment(m_metrics, m_at, m_next, false);
}

void PastTrial::take(quint64 query, const RecordedSamples &samples)
{
    if (query == 0 || query != m_query)
        return;
    m_query = 0;
    m_patience.stop();
    if (!m_trial)
        return begin(samples);
    if (m_stretch > shortest && isTooMuch(samples.samples)) {
        m_stretch = std::max(shortest, m_stretch / 4);
        return askNext();
    }
    if (samples.samples.size() < manyInStretch / 10)
        m_stretch = std::min(m_rule.hasSchedule() ? longestPlanned : longest, m_stretch * 2);
    m_answer = samples;
    m_fed = 0;
    m_turn.start();
}

/// Whether the answer may be cut short, or is more than one wants to hold.
bool PastTrial::isTooMuch(const QList<Sample> &samples) const
{
    if (samples.size() > manyInStretch)
        return true;
    QHash<MetricId, qsizetype> counts;
    for (const Sample &sample : samples)
        if (++counts[sample.metric] >= answer / m_metrics.size())
            return true;
    return false;
}

void PastTrial::feed()
{
    const qsizetype size = std::min(portion, m_answer.samples.size() - m_fed);
    m_trial->feed({m_answer.samples.mid(m_fed, size), m_answer.texts});
    m_fed += size;
    m_samples += size;
    if (m_fed < m_answer.samples.size()) {
        m_turn.start();
        return;
    }
    if (m_metrics.isEmpty())
        m_trial->end(m_next);
    m_at = m_next;
    m_answer = {};
    Q_EMIT progressed();
    if (m_running && !m_turn.isActive())
        askNext();
}

void PastTrial::refused(quint64 query, const QString &problem)
{
    if (query != 0 && query == m_query)
        end(problem);
}

void PastTrial::end(const QString &problem)
{
    stop();
    QMetaObject::invokeMethod(this, [this, problem] {
        if (!m_running)
            Q_EMIT finished(problem);
    }, Qt::QueuedConnection);
}

} // namespace muster
