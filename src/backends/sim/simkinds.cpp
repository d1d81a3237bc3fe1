#include "backends/sim/simkinds.h"

#include "backends/sim/simparts.h"

#include <QCoreApplication>

#include <algorithm>
#include <numbers>

namespace muster::sim {

namespace {

QString latin(const char *text) { return QString::fromUtf8(text); }

State fresh(Species species)
{
    switch (species) {
    case Species::Climate: return Climate {};
    case Species::Pump: return Pump {};
    case Species::Contact: return Contact {};
    case Species::Plug: return Plug {};
    case Species::Bulb: return Bulb {};
    case Species::Meter: return Meter {};
    case Species::Gateway: return Gateway {};
    case Species::Tracker: return Tracker {};
    case Species::Load: break;
    }
    return Load {};
}

void equipLoad(Fitter &fit, int metrics, double rate)
{
    for (int i = 1; i <= metrics; ++i) {
        const QByteArray key = "value" + QByteArray::number(i);
        fit.number(key.constData(), "", "", 3, Micros(1e6 / rate));
    }
}

void liveLoad(Load &load, Machine &machine, const Step &now)
{
    load.phase += now.seconds * 0.1;
    for (size_t i = 0; i < machine.channels.size(); ++i)
        machine.channels[i].value = std::sin(load.phase * double(i + 1)) * 100;
}

/// Radio is never still: a slow walk around where the machine hangs.
void liveSignal(Machine &machine, const Step &now)
{
    machine.signal = std::clamp(machine.signal + machine.random.noise(0.4) * std::sqrt(now.seconds), -95.0, -38.0);
    for (size_t i = 0; i < machine.channels.size(); ++i) {
        if (machine.device.metrics.at(qsizetype(i)).role == Role::Signal)
            machine.channels[i].value = machine.signal;
    }
}

} // namespace

Metric &Fitter::add(const char *key, const char *name, MetricType type, Micros period)
{
    Metric metric;
    metric.key = latin(key);
    metric.name = latin(name);
    metric.type = type;
    m_machine.channels.push_back({});
    m_machine.channels.back().period = period;
    m_machine.device.metrics.append(metric);
    return m_machine.device.metrics.last();
}

Metric &Fitter::number(const char *key, const char *name, const char *unit, int decimals, Micros period)
{
    Metric &metric = add(key, name, MetricType::Number, period);
    metric.unit = latin(unit);
    metric.decimals = decimals;
    return metric;
}

Metric &Fitter::boolean(const char *key, const char *name, const char *off, const char *on)
{
    Metric &metric = add(key, name, MetricType::Boolean, 0);
    metric.options = {latin(off), latin(on)};
    return metric;
}

Metric &Fitter::choice(const char *key, const char *name, const QStringList &options)
{
    Metric &metric = add(key, name, MetricType::Enumeration, 0);
    metric.options = options;
    return metric;
}

Metric &Fitter::text(const char *key, const char *name, MetricType type) { return add(key, name, type, 0); }

void Fitter::wave(const char *key, const char *name, const char *unit, int decimals, Micros period)
{
    number(key, name, unit, decimals, period);
    m_machine.channels.back().wave = true;
}

void Fitter::signal(Micros period)
{
    Metric &metric = number("rssi", "Signal", "dBm", 0, period);
    metric.role = Role::Signal;
    metric.diagnostic = true;
}

CommandInfo &Fitter::command(const char *key, const char *name, ArgumentType argument, const char *metric)
{
    CommandInfo info;
    info.key = latin(key);
    info.name = latin(name);
    info.argument = argument;
    info.metric = latin(metric);
    m_machine.device.commands.append(info);
    return m_machine.device.commands.last();
}

CommandInfo &Fitter::range(const char *key, const char *name, double minimum, double maximum, double step, const char *unit, const char *metric)
{
    CommandInfo &info = command(key, name, ArgumentType::Number, metric);
    info.minimum = minimum;
    info.maximum = maximum;
    info.step = step;
    info.unit = latin(unit);
    return info;
}

bool assign(bool &target, const Value &argument)
{
    const bool *const given = std::get_if<bool>(&argument);
    if (given)
        target = *given;
    return given;
}

bool assign(double &target, const Value &argument, double minimum, double maximum)
{
    const double *const given = std::get_if<double>(&argument);
    if (!given || !(*given >= minimum && *given <= maximum))
        return false;
    target = *given;
    return true;
}

bool assign(int &target, const Value &argument, const QStringList &options)
{
    const QString *const given = std::get_if<QString>(&argument);
    const qsizetype index = given ? options.indexOf(*given) : -1;
    if (index >= 0)
        target = int(index);
    return index >= 0;
}

double hourOfDay(Micros time) { return double((time / second) % 86'400) / 3'600; }

QString word(Species species)
{
    static constexpr std::array words {"climate", "pump", "contact", "plug", "bulb", "meter", "gateway", "tracker", "load"};
    return latin(words[size_t(species)]);
}

Machine make(Species species, Random random, int metrics, double rate)
{
    Machine machine;
    machine.random = random;
    machine.state = fresh(species);
    machine.signal = machine.random.between(-82, -48);
    const bool pointToPoint = species == Species::Pump || species == Species::Contact || species == Species::Meter;
    machine.device.kind = pointToPoint ? Kind::M2M : Kind::IoT;
    machine.device.presence = Presence::Online;
    machine.device.link = QStringLiteral("sim");
    machine.device.convention = QStringLiteral("demo");
    Fitter fit(machine);
    std::visit(
        [&]<class S>(S &state) {
            if constexpr (std::is_same_v<S, Load>) {
                equipLoad(fit, metrics, rate);
                state.phase = machine.random.between(0, 2 * std::numbers::pi);
            } else {
                vary(state, machine.random);
                equip(fit, state);
            }
        },
        machine.state);
    for (int i = 0; i < machine.device.metrics.size(); ++i) {
        if (machine.device.metrics.at(i).type == MetricType::Text)
            machine.said.append({i, QStringLiteral("not set")});
    }
    return machine;
}

void step(Machine &machine, const Step &now)
{
    std::visit(
        [&]<class S>(S &state) {
            if constexpr (std::is_same_v<S, Load>)
                liveLoad(state, machine, now);
            else
                live(state, machine, now);
        },
        machine.state);
    if (!std::holds_alternative<Load>(machine.state))
        liveSignal(machine, now);
}

Answer answer(Machine &machine, const QString &key, bool faults)
{
    Answer how;
    how.latencyMs = machine.device.kind == Kind::M2M ? int(machine.random.between(60, 250)) : int(machine.random.between(25, 120));
    if (!machine.online) {
        how.kind = Answer::Kind::Silent;
    } else if (faults && std::holds_alternative<Meter>(machine.state)) {
        // The flaky one: of ten commands six are obeyed, two refused and two lost on the air.
        const double fate = machine.random.unit();
        how.latencyMs = int(machine.random.between(300, 1'500));
        how.kind = fate < 0.6 ? Answer::Kind::Obeys : fate < 0.8 ? Answer::Kind::Refuses : Answer::Kind::Silent;
    }
    if (how.kind == Answer::Kind::Refuses)
        how.reason = QCoreApplication::translate("muster::sim", "%1 is busy measuring and refused. Try again in a moment.").arg(machine.device.name);
    const Pump *const pump = std::get_if<Pump>(&machine.state);
    if (pump && pump->condition == Pump::Fault && key == QLatin1String("run")) {
        how.kind = Answer::Kind::Refuses;
        how.reason = QCoreApplication::translate("muster::sim", "%1 has a fault and refused. Reset the fault first.").arg(machine.device.name);
    }
    return how;
}

Result<void> obey(Machine &machine, const QString &key, const Value &argument)
{
    const bool done = std::visit(
        [&]<class S>(S &state) {
            if constexpr (std::is_same_v<S, Load>)
                return false;
            else
                return take(state, machine, key, argument);
        },
        machine.state);
    if (!done)
        return failure(Error::Code::Invalid, QCoreApplication::translate("muster::sim", "%1 takes no command \"%2\" with that value.").arg(machine.device.name, key));
    return {};
}

} // namespace muster::sim
