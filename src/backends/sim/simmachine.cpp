#include "backends/sim/simmachine.h"

#include "backends/sim/simkinds.h"

#include <algorithm>
#include <numbers>

namespace muster::sim {

namespace {

double rounded(double value, int decimals)
{
    if (decimals < 0)
        return value;
    static constexpr std::array<double, 7> powers {1, 10, 100, 1e3, 1e4, 1e5, 1e6};
    const double scale = powers[size_t(std::min(decimals, 6))];
    return std::round(value * scale) / scale;
}

void report(Machine &machine, int i, Micros time, double value, QList<Reading> &readings)
{
    machine.channels[size_t(i)].reported = value;
    if (machine.online)
        readings.append({i, time, value, {}});
}

/// A vibration of 12.5 Hz with an overtone and noise, sampled at the channel's period over the step that ends now.
void reportWave(Machine &machine, int i, QList<Reading> &readings)
{
    Channel &channel = machine.channels[size_t(i)];
    const int decimals = machine.device.metrics.at(i).decimals;
    for (; channel.next <= machine.clock; channel.next += channel.period) {
        const double turn = double(channel.next % 1'000'000) * 1e-6 * 2 * std::numbers::pi;
        const double shape = std::sin(12 * turn) + 0.3 * std::sin(25 * turn) + machine.random.noise(0.25);
        report(machine, i, channel.next, rounded(channel.value * shape, decimals), readings);
    }
}

void reportChannel(Machine &machine, int i, Micros shortestPeriod, QList<Reading> &readings)
{
    Channel &channel = machine.channels[size_t(i)];
    const Metric &metric = machine.device.metrics.at(i);
    if (metric.type == MetricType::Text || metric.type == MetricType::Event)
        return;
    const double value = rounded(channel.value, metric.decimals);
    if (channel.period == 0) {
        if (value != channel.reported)
            report(machine, i, machine.clock, value, readings);
        return;
    }
    const bool coarse = channel.period < shortestPeriod;
    if (channel.next == 0)
        channel.next = machine.clock + Micros(machine.random.unit() * double(coarse ? shortestPeriod : channel.period));
    if (channel.wave && !coarse)
        return reportWave(machine, i, readings);
    if (channel.next > machine.clock)
        return;
    const double now = channel.wave ? rounded(channel.value * machine.random.noise(0.9), metric.decimals) : value;
    report(machine, i, machine.clock, now, readings);
    const Micros period = std::max(channel.period, shortestPeriod);
    channel.next += period * ((machine.clock - channel.next) / period + 1);
}

} // namespace

void advance(Machine &machine, Micros until, const Pace &pace, QList<Reading> &readings)
{
    if (machine.clock == 0)
        machine.clock = until - until % pace.step;
    while (machine.clock + pace.step <= until) {
        machine.clock += pace.step;
        const double seconds = double(pace.step) * 1e-6 * pace.speed;
        const bool wasOnline = machine.online;
        step(machine, {machine.clock, seconds, pace.faults});
        if (machine.online && !wasOnline) {
            for (Channel &channel : machine.channels)
                channel.reported = std::numeric_limits<double>::quiet_NaN(); // whoever comes back says how it is
        }
        for (int i = 0; i < int(machine.channels.size()); ++i)
            reportChannel(machine, i, pace.shortestPeriod, readings);
        for (const auto &[channel, text] : std::as_const(machine.said)) {
            if (machine.online)
                readings.append({channel, machine.clock, 0, text});
        }
        machine.said.clear();
    }
}

void skip(Machine &machine, Micros to)
{
    machine.clock = to;
    for (Channel &channel : machine.channels)
        channel.next = 0;
}

} // namespace muster::sim
