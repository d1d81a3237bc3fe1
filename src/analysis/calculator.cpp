#include "analysis/calculator.h"

#include "analysis/calculations.h"

#include <algorithm>
#include <cmath>

namespace muster {

namespace {

constexpr Micros never = std::numeric_limits<Micros>::min();

bool isSame(const RunningCalculation &a, const RunningCalculation &b)
{
    return a.definition.expression == b.definition.expression && a.inputs == b.inputs && a.units == b.units && a.problem == b.problem;
}

Metric metricOf(const RunningCalculation &calculation)
{
    Metric metric;
    metric.key = calculation.definition.key;
    metric.name = calculation.definition.name;
    metric.unit = calculation.unit;
    metric.decimals = calculation.definition.decimals;
    metric.problem = calculation.problem;
    return metric;
}

} // namespace

Calculator::Calculator(Ingest &ingest, QObject *parent)
    : QObject(parent)
    , m_ingest(ingest)
{}

Calculator::~Calculator() = default;

void Calculator::announce(const QList<RunningCalculation> &calculations)
{
    QStringList gone = std::exchange(m_keys, {});
    for (const RunningCalculation &calculation : calculations) {
        gone.removeOne(calculation.definition.key);
        m_keys.append(calculation.definition.key);
    }
    if (!calculations.isEmpty()) {
        Device device;
        device.addresses = {Calculations::address()};
        device.name = Calculations::tr("Calculated");
        device.model = Calculations::tr("Metrics calculated from others");
        device.link = QStringLiteral("calculated");
        device.convention = Calculations::tr("calculated by Muster");
        for (const RunningCalculation &calculation : calculations)
            device.metrics.append(metricOf(calculation));
        m_device = m_ingest.announce(device);
    }
    if (!m_device.isValid())
        return;
    if (!gone.isEmpty())
        m_ingest.withdrawParts(m_device, gone, {});
    if (calculations.isEmpty())
        m_ingest.withdraw(m_device);
}

void Calculator::setCalculations(const QList<RunningCalculation> &calculations)
{
    announce(calculations);
    std::vector<Run> before = std::exchange(m_runs, {});
    QHash<QString, size_t> places;
    for (size_t i = 0; i < before.size(); ++i)
        places.insert(before[i].what.definition.key, i);
    m_runs.reserve(size_t(calculations.size()));
    for (const RunningCalculation &calculation : calculations) {
        Run run;
        const auto old = places.constFind(calculation.definition.key);
        if (old != places.cend() && isSame(before[*old].what, calculation)) {
            run = std::move(before[*old]);
            run.what.definition = calculation.definition;
        } else {
            run.what = calculation;
            run.times.assign(size_t(calculation.inputs.size()), never);
        }
        run.result = m_device.isValid() ? m_ingest.metric(m_device, metricOf(calculation)) : MetricId {};
        m_runs.push_back(std::move(run));
    }
    m_due.clear();
    for (Run &run : m_runs)
        run.due = false;
    index();
}

void Calculator::index()
{
    quint32 largest = 0;
    for (const Run &run : m_runs)
        for (const MetricId input : run.what.inputs)
            largest = std::max(largest, input.n);
    // Counted, summed up, filled in: all uses of a metric lie side by side.
    m_first.assign(size_t(largest) + 2, 0);
    const auto each = [this](auto visit) {
        for (size_t r = 0; r < m_runs.size(); ++r)
            if (m_runs[r].what.problem.isEmpty() && m_runs[r].result.isValid())
                for (qsizetype i = 0; i < m_runs[r].what.inputs.size(); ++i)
                    visit(m_runs[r].what.inputs[i].n, Use {quint32(r), int(i)});
    };
    each([this](quint32 metric, Use) { ++m_first[metric + 1]; });
    for (size_t i = 1; i < m_first.size(); ++i)
        m_first[i] += m_first[i - 1];
    m_uses.resize(m_first.back());
    std::vector<quint32> next = m_first;
    each([&](quint32 metric, Use use) { m_uses[next[metric]++] = use; });
}

void Calculator::restart(Run &run)
{
    run.what.program.restart();
    std::fill(run.times.begin(), run.times.end(), never);
    run.due = false;
    run.started = false;
}

void Calculator::finish(Run &run)
{
    run.due = false;
    run.started = true;
    const double result = run.what.program.run(run.time);
    if (!std::isnan(result))
        m_ingest.push({}, run.result, run.time, result);
}

void Calculator::feed(Use use, const Sample &sample)
{
    Run &run = m_runs[use.run];
    Micros &before = run.times[size_t(use.input)];
    if (sample.time < before) {
        if (before - sample.time <= clockStep) {
            ++m_late;
            return;
        }
        restart(run);
    }
    before = sample.time;
    const bool isNewer = !(run.due || run.started) || sample.time > run.time;
    if (run.due && isNewer)
        finish(run);
    run.what.program.set(use.input, sample.value);
    // The newest value of an input whose clock is behind is used with the next result.
    if (!isNewer && sample.time != run.time)
        return;
    run.time = sample.time;
    if (!std::exchange(run.due, true))
        m_due.push_back(use.run);
}

void Calculator::take(const SampleBatch &batch)
{
    if (m_uses.empty())
        return;
    const auto known = quint32(m_first.size()) - 1;
    for (const Sample &sample : batch.samples) {
        const quint32 metric = sample.metric.n;
        if (metric >= known || (sample.flags & Sample::Text))
            continue;
        for (quint32 use = m_first[metric]; use < m_first[metric + 1]; ++use)
            feed(m_uses[use], sample);
    }
    for (const quint32 run : m_due)
        if (m_runs[run].due)
            finish(m_runs[run]);
    m_due.clear();
}

} // namespace muster
