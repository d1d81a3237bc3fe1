#include "analysis/calculations.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace muster {

namespace {

constexpr qsizetype maxName = 100;
constexpr qsizetype maxUnit = 20;

QJsonObject jsonOf(const Calculation &calculation)
{
    QJsonArray inputs;
    for (const CalculationInput &input : calculation.inputs)
        inputs.append(QJsonObject {
            {QStringLiteral("label"), input.label}, {QStringLiteral("address"), input.address}, {QStringLiteral("key"), input.key}});
    return {{QStringLiteral("key"), calculation.key}, {QStringLiteral("name"), calculation.name}, {QStringLiteral("expression"), calculation.expression},
        {QStringLiteral("unit"), calculation.unit}, {QStringLiteral("decimals"), calculation.decimals}, {QStringLiteral("inputs"), inputs}};
}

Calculation calculationOf(const QJsonObject &json)
{
    Calculation calculation {json.value(QStringLiteral("key")).toString(), json.value(QStringLiteral("name")).toString().left(maxName),
        json.value(QStringLiteral("expression")).toString(), json.value(QStringLiteral("unit")).toString().left(maxUnit),
        std::clamp(json.value(QStringLiteral("decimals")).toInt(-1), -1, 9), {}};
    const QJsonArray inputs = json.value(QStringLiteral("inputs")).toArray();
    for (const auto &value : inputs) {
        const QJsonObject input = value.toObject();
        if (calculation.inputs.size() < Expression::maxInputs)
            calculation.inputs.append({input.value(QStringLiteral("label")).toString(), input.value(QStringLiteral("address")).toString(),
                input.value(QStringLiteral("key")).toString()});
    }
    return calculation;
}

} // namespace

Calculations::Calculations(Fleet &fleet, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_gather(this)
{
    m_gather.setSingleShot(true);
    m_gather.setInterval(gatherMs);
    connect(&m_gather, &QTimer::timeout, this, &Calculations::update);
    connect(&fleet, &Fleet::devicesAdded, this, &Calculations::fleetChanged);
    connect(&fleet, &Fleet::devicesChanged, this, &Calculations::fleetChanged);
    connect(&fleet, &Fleet::devicesRemoved, this, &Calculations::fleetChanged);
}

Calculations::~Calculations() = default;

const Calculation *Calculations::find(const QString &key) const
{
    const auto it = std::find_if(m_all.cbegin(), m_all.cend(), [&](const Calculation &c) { return c.key == key; });
    return it == m_all.cend() ? nullptr : &*it;
}

MetricId Calculations::metric(const QString &key) const
{
    return m_fleet.findMetric(m_fleet.findByAddress(address()), key);
}

MetricId Calculations::bound(const CalculationInput &input) const
{
    return m_fleet.findMetric(m_fleet.findByAddress(input.address), input.key);
}

QString Calculations::currentExpression(const Calculation &calculation) const
{
    const auto parsed = parseExpression(calculation.expression);
    if (!parsed)
        return calculation.expression;
    QString text = calculation.expression;
    const auto &steps = parsed->steps();
    for (auto step = steps.crbegin(); step != steps.crend(); ++step) {
        if (step->op != ExpressionStep::Op::Input)
            continue;
        const QString &label = parsed->inputs().at(step->input).label;
        const auto input = std::find_if(calculation.inputs.cbegin(), calculation.inputs.cend(), [&](const CalculationInput &i) { return i.label == label; });
        const MetricId metric = input == calculation.inputs.cend() ? MetricId {} : bound(*input);
        // Only where the label would no longer find it: what a person wrote is kept otherwise.
        if (metric.isValid() && metricnames::find(m_fleet, label).metric != metric)
            text.replace(step->column, step->length, quotedLabel(metricnames::labelOf(m_fleet, metric)));
    }
    return text;
}

bool Calculations::leadsTo(const CalculationInput &from, const QString &key) const
{
    if (from.address != address())
        return false;
    QStringList open {from.key};
    QSet<QString> seen;
    while (!open.isEmpty()) {
        const QString next = open.takeLast();
        if (next == key)
            return true;
        const Calculation *const calculation = find(next);
        if (!calculation || seen.contains(next))
            continue;
        seen.insert(next);
        for (const CalculationInput &input : calculation->inputs)
            if (input.address == address())
                open.append(input.key);
    }
    return false;
}

tl::expected<CheckedExpression, ExpressionError> Calculations::check(
    const QString &expression, const QString &key, const QList<CalculationInput> &known) const
{
    const auto parsed = parseExpression(expression);
    if (!parsed)
        return tl::unexpected(parsed.error());
    CheckedExpression checked;
    QStringList units;
    for (const Expression::Input &input : parsed->inputs()) {
        const auto wrong = [&](const QString &text) { return tl::unexpected(ExpressionError {input.column, input.length, text, {}}); };
        const auto binding = std::find_if(known.cbegin(), known.cend(), [&](const CalculationInput &i) { return i.label == input.label; });
        metricnames::Found found;
        if (binding != known.cend()) {
            found.metric = bound(*binding);
            found.problem = tr("“%1” is not there: its device was removed, or has not reported it yet.").arg(input.label);
        } else {
            found = metricnames::find(m_fleet, input.label);
        }
        const MetricState *const state = m_fleet.metric(found.metric);
        const Device *const device = state ? m_fleet.device(state->device) : nullptr;
        if (!device)
            return wrong(found.problem);
        const CalculationInput lasting {input.label, device->addresses.value(0), state->info.key};
        if (!key.isEmpty() && leadsTo(lasting, key))
            return wrong(tr("“%1” is itself calculated from this metric; that would never end.").arg(input.label));
        checked.inputs.append(found.metric);
        checked.bindings.append(lasting);
        units.append(state->info.unit);
    }
    auto program = Program::compile(*parsed, units);
    if (!program)
        return tl::unexpected(program.error());
    checked.program = std::move(*program);
    return checked;
}

Result<void> Calculations::validate(Calculation &calculation) const
{
    calculation.name = calculation.name.simplified().left(maxName);
    calculation.unit = calculation.unit.simplified().left(maxUnit);
    calculation.decimals = std::clamp(calculation.decimals, -1, 9);
    if (calculation.name.isEmpty())
        return failure(Error::Code::Invalid, tr("Give the calculated metric a name."));
    for (const Calculation &other : std::as_const(m_all))
        if (other.key != calculation.key && other.name.compare(calculation.name, Qt::CaseInsensitive) == 0)
            return failure(Error::Code::Invalid, tr("There is already a calculated metric “%1”. Choose another name.").arg(other.name));
    const auto checked = check(calculation.expression, calculation.key, calculation.inputs);
    if (!checked)
        return failure(Error::Code::Invalid, checked.error().describe());
    calculation.inputs = checked->bindings;
    return {};
}

QString Calculations::freeKey(const QString &name) const
{
    QString base;
    const QString lower = name.toLower();
    for (const QChar c : lower)
        base += c.isLetterOrNumber() ? c : u'_';
    base = base.left(40);
    QString key = base;
    for (int n = 2; find(key) || metric(key).isValid(); ++n)
        key = base + u'_' + QString::number(n);
    return key;
}

Result<QString> Calculations::add(Calculation calculation)
{
    if (m_all.size() >= most)
        return failure(Error::Code::TooLarge, tr("There can be %1 calculated metrics. Remove one that is no longer needed.").arg(most));
    calculation.key.clear();
    if (const auto valid = validate(calculation); !valid)
        return tl::unexpected(valid.error());
    calculation.key = freeKey(calculation.name);
    m_all.append(calculation);
    update();
    Q_EMIT changed();
    return calculation.key;
}

Result<void> Calculations::change(Calculation calculation)
{
    const auto it = std::find_if(m_all.begin(), m_all.end(), [&](const Calculation &c) { return c.key == calculation.key; });
    if (it == m_all.end())
        return failure(Error::Code::NotFound, tr("The calculated metric “%1” has been removed meanwhile.").arg(calculation.name));
    if (const auto valid = validate(calculation); !valid)
        return valid;
    *it = calculation;
    update();
    Q_EMIT changed();
    return {};
}

void Calculations::remove(const QString &key)
{
    if (m_all.removeIf([&](const Calculation &c) { return c.key == key; }) == 0)
        return;
    update();
    if (const DeviceId device = m_fleet.findByAddress(address()); m_all.isEmpty() && m_fleet.isMember(device))
        m_fleet.release({device});
    Q_EMIT changed();
}

QString Calculations::save() const
{
    QJsonArray all;
    for (const Calculation &calculation : m_all)
        all.append(jsonOf(calculation));
    return QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

int Calculations::restore(const QString &stored)
{
    const QJsonArray all = QJsonDocument::fromJson(stored.toUtf8()).array();
    m_all.clear();
    int unreadable = !stored.isEmpty() && all.isEmpty() && stored != QLatin1StringView("[]") ? 1 : 0;
    for (const auto &value : all) {
        const Calculation calculation = calculationOf(value.toObject());
        if (calculation.key.isEmpty() || calculation.name.isEmpty() || find(calculation.key) || m_all.size() >= most)
            ++unreadable;
        else
            m_all.append(calculation);
    }
    update();
    return unreadable;
}

RunningCalculation Calculations::run(const Calculation &calculation) const
{
    RunningCalculation running;
    running.definition = calculation;
    running.unit = calculation.unit;
    auto checked = check(calculation.expression, calculation.key, calculation.inputs);
    if (!checked) {
        running.problem = checked.error().text;
        return running;
    }
    running.inputs = checked->inputs;
    for (const MetricId metric : std::as_const(running.inputs))
        running.units.append(m_fleet.metric(metric)->info.unit);
    running.program = std::move(checked->program);
    if (running.unit.isEmpty())
        running.unit = running.program.unit();
    return running;
}

void Calculations::fleetChanged(const QList<DeviceId> &devices)
{
    if (m_all.isEmpty())
        return;
    // It belongs to the fleet as long as there is something calculated: what is not in the fleet is not there after a restart.
    if (const DeviceId own = m_fleet.findByAddress(address()); devices.contains(own) && !m_fleet.isMember(own))
        m_fleet.adopt({own});
    if (!m_gather.isActive())
        m_gather.start();
}

bool Calculations::isCurrent(const RunningCalculation &running, const Calculation &calculation) const
{
    if (!running.problem.isEmpty() || running.definition != calculation)
        return false;
    for (qsizetype i = 0; i < running.inputs.size(); ++i) {
        const MetricState *const state = m_fleet.metric(bound(calculation.inputs.value(i)));
        if (!state || state->info.id != running.inputs[i] || state->info.unit != running.units.value(i))
            return false;
    }
    return true;
}

void Calculations::update()
{
    QList<RunningCalculation> all;
    QHash<QString, RunningCalculation> now;
    bool different = m_running.size() != m_all.size();
    bool otherProblems = false;
    for (const Calculation &calculation : std::as_const(m_all)) {
        const auto before = m_running.constFind(calculation.key);
        if (before != m_running.cend() && isCurrent(*before, calculation)) {
            all.append(*before);
        } else {
            all.append(run(calculation));
            const QString problem = before == m_running.cend() ? QString() : before->problem;
            otherProblems = otherProblems || problem != all.last().problem;
            // One that could not run before and still cannot, for the same reason, is nothing new.
            different = different || problem.isEmpty() || problem != all.last().problem || before->definition != calculation;
        }
        now.insert(calculation.key, all.last());
    }
    m_running = now;
    if (different)
        Q_EMIT runChanged(all);
    if (otherProblems)
        Q_EMIT problemsChanged();
}

} // namespace muster
