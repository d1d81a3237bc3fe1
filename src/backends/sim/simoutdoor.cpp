// Pumps, radio meters, gateways and vehicle trackers.

#include "backends/sim/simparts.h"

#include <algorithm>
#include <numbers>

namespace muster::sim {

namespace {

namespace pump { enum : int { Pressure, Flow, Temperature, Vibration, Speed, Running, Condition, Hours, Fault }; }
namespace meter { enum : int { Volume, Flow, Link, Interval }; }
namespace gateway { enum : int { Cpu, Memory, Clients, Uptime, LogLevel, Label, Event }; }
namespace tracker { enum : int { Speed, Latitude, Longitude, Heading, Condition, Fuel, Odometer, Immobiliser, Display, Event }; }

constexpr double yardLatitude = 53.5413;
constexpr double yardLongitude = 9.9842;
constexpr double metresPerDegree = 111'320;

QStringList pumpConditions() { return {QStringLiteral("stopped"), QStringLiteral("starting"), QStringLiteral("running"), QStringLiteral("fault")}; }
QStringList tripConditions() { return {QStringLiteral("parked"), QStringLiteral("idle"), QStringLiteral("driving")}; }
QStringList logLevels() { return {QStringLiteral("error"), QStringLiteral("info"), QStringLiteral("debug")}; }

/// A pump that is about to fail warms up and shakes for a while first; then it stands still until it recovers or is reset.
void wear(Pump &pump, Machine &machine, const Step &now)
{
    Random &random = machine.random;
    if (pump.condition == Pump::Fault) {
        pump.sinceFault += now.seconds;
        if (pump.sinceFault > pump.recovery) {
            pump.condition = Pump::Starting;
            machine.said.append({pump::Fault, QStringLiteral("recovered by itself")});
        }
        return;
    }
    if (pump.strain > 0) {
        pump.strain += now.seconds / 40;
        if (pump.strain >= 1) {
            static constexpr std::array reasons {"bearing too hot", "dry running", "over-pressure"};
            machine.said.append({pump::Fault, QString::fromLatin1(reasons[size_t(random.below(int(reasons.size())))])});
            pump.condition = Pump::Fault;
            pump.strain = 0;
            pump.sinceFault = 0;
            pump.recovery = random.between(45, 150);
        }
    } else if (now.faults && pump.condition == Pump::Running && random.happens(1'500, now.seconds)) {
        pump.strain = 1e-3;
    }
}

/// Where a vehicle goes: it wanders, and turns back when it is far from the yard.
void drive(Tracker &tracker, Machine &machine, const Step &now)
{
    Random &random = machine.random;
    const double distance = std::hypot(tracker.north, tracker.east);
    const double home = std::atan2(-tracker.east, -tracker.north) * 180 / std::numbers::pi;
    const double astray = distance > 6'000 ? std::remainder(home - tracker.heading, 360) : random.noise(80);
    tracker.heading = std::fmod(tracker.heading + astray * std::min(1.0, now.seconds / 12) + 360, 360);
    approach(tracker.speed, 48 + 22 * std::sin(tracker.remaining / 19), now.seconds, 7);
    const double metres = tracker.speed / 3.6 * now.seconds;
    const double angle = tracker.heading * std::numbers::pi / 180;
    tracker.north += metres * std::cos(angle);
    tracker.east += metres * std::sin(angle);
    tracker.odometer += metres / 1'000;
    tracker.fuel -= metres / 1'000 * 0.045;
    const double after = std::hypot(tracker.north, tracker.east);
    if ((distance < 400) != (after < 400))
        machine.said.append({tracker::Event, after < 400 ? QStringLiteral("entered the yard") : QStringLiteral("left the yard")});
    if (tracker.fuel < 8) {
        tracker.fuel = 95;
        machine.said.append({tracker::Event, QStringLiteral("refuelled")});
    }
}

} // namespace

void vary(Pump &pump, Random &random)
{
    pump.wanted = pump.speed = 45 + 5 * random.below(10);
    pump.temperature = 30 + 0.35 * pump.speed;
    pump.hours = random.between(120, 18'000);
}

void equip(Fitter &fit, const Pump &)
{
    fit.number("pressure", "Pressure", "bar", 2, second / 5);
    fit.number("flow", "Flow", "m³/h", 2, second / 2);
    fit.number("temperature", "Bearing temperature", "°C", 1, second);
    fit.wave("vibration", "Vibration", "mm/s", 3, second / 100);
    fit.number("speed", "Speed", "%", 0, second);
    fit.boolean("running", "Running", "stopped", "running");
    fit.choice("condition", "Condition", pumpConditions());
    fit.number("hours", "Operating hours", "h", 1, 30 * second).diagnostic = true;
    fit.text("fault", "Last fault");
    fit.command("run", "Run", ArgumentType::Boolean, "running");
    fit.range("speed", "Speed", 0, 100, 5, "%", "speed");
    fit.command("reset", "Reset fault", ArgumentType::None, "condition");
}

void live(Pump &pump, Machine &machine, const Step &now)
{
    Random &random = machine.random;
    wear(pump, machine, now);
    const bool turning = pump.condition == Pump::Starting || pump.condition == Pump::Running;
    const double target = turning ? pump.wanted : 0;
    pump.speed += std::clamp(target - pump.speed, -25 * now.seconds, 12 * now.seconds);
    if (pump.condition == Pump::Starting && std::abs(pump.speed - target) < 1)
        pump.condition = Pump::Running;
    const double share = pump.speed / 100;
    approach(pump.temperature, 24 + 38 * share + 45 * pump.strain, now.seconds, pump.strain > 0 ? 40 : 240);
    pump.hours += turning ? now.seconds / 3'600 : 0;
    const double demand = 1 + 0.06 * std::sin(double(now.time % (47 * second)) * 1e-6 * 2 * std::numbers::pi / 47);
    channel(machine, pump::Pressure) = std::max(0.0, 5.6 * share * share * demand + random.noise(0.02));
    channel(machine, pump::Flow) = std::max(0.0, 21 * share / demand + random.noise(0.08) * (share > 0.01));
    channel(machine, pump::Temperature) = pump.temperature + random.noise(0.08);
    channel(machine, pump::Vibration) = 0.05 + 2.2 * share + 7 * pump.strain;
    channel(machine, pump::Speed) = pump.speed;
    channel(machine, pump::Running) = turning;
    channel(machine, pump::Condition) = pump.condition;
    channel(machine, pump::Hours) = pump.hours;
}

bool take(Pump &pump, Machine &machine, const QString &key, const Value &argument)
{
    if (key == QLatin1String("speed"))
        return assign(pump.wanted, argument, 0, 100);
    if (key == QLatin1String("reset")) {
        if (pump.condition == Pump::Fault) {
            pump.condition = Pump::Starting;
            machine.said.append({pump::Fault, QStringLiteral("reset")});
        }
        return true;
    }
    bool run = false;
    if (key != QLatin1String("run") || !assign(run, argument))
        return false;
    if (!run) {
        pump.condition = Pump::Stopped;
        pump.strain = 0;
    } else if (pump.condition == Pump::Stopped) {
        pump.condition = Pump::Starting;
    }
    return true;
}

// A water meter on a poor radio link: it falls silent every few minutes and comes back.
void vary(Meter &meter, Random &random)
{
    meter.volume = random.between(90, 2'400);
    meter.link = random.between(35, 75);
}

void equip(Fitter &fit, const Meter &)
{
    fit.number("volume", "Volume", "m³", 3, 10 * second);
    fit.number("flow", "Flow", "l/h", 0, 2 * second);
    fit.number("link", "Link quality", "%", 0, 2 * second).diagnostic = true;
    fit.number("interval", "Interval", "s", 0, 0).diagnostic = true;
    fit.signal(5 * second);
    fit.range("interval", "Interval", 5, 300, 5, "s", "interval");
}

void live(Meter &meter, Machine &machine, const Step &now)
{
    Random &random = machine.random;
    if (random.happens(90, now.seconds))
        meter.flow = random.unit() < 0.5 ? 0 : random.between(60, 1'400);
    meter.volume += meter.flow * now.seconds / 3.6e6;
    meter.link = std::clamp(meter.link + random.noise(1.6) * std::sqrt(now.seconds), 5.0, 95.0);
    if (meter.silence > 0) {
        meter.silence -= now.seconds;
        meter.link = std::max(meter.link, 30.0);
    } else if (now.faults && random.happens(240, now.seconds)) {
        meter.silence = random.between(20, 80);
    }
    machine.online = meter.silence <= 0;
    channel(machine, meter::Volume) = meter.volume;
    channel(machine, meter::Flow) = meter.flow > 0 ? meter.flow + random.noise(12) : 0;
    channel(machine, meter::Link) = meter.link;
    channel(machine, meter::Interval) = meter.interval;
}

bool take(Meter &meter, Machine &machine, const QString &key, const Value &argument)
{
    if (key != QLatin1String("interval") || !assign(meter.interval, argument, 5, 300))
        return false;
    machine.channels[meter::Volume].period = Micros(meter.interval) * second;
    return true;
}

void vary(Gateway &gateway, Random &random)
{
    gateway.clients = 9 + random.below(12);
    gateway.uptime = random.between(9e4, 4e6);
}

void equip(Fitter &fit, const Gateway &)
{
    fit.number("cpu", "Processor", "%", 1, 2 * second);
    fit.number("memory", "Memory", "%", 1, 5 * second);
    fit.number("clients", "Clients", "", 0, 5 * second);
    fit.number("uptime", "Uptime", "s", 0, 10 * second).diagnostic = true;
    fit.choice("log_level", "Log level", logLevels()).diagnostic = true;
    fit.text("label", "Label", MetricType::Text);
    fit.text("event", "Last event");
    fit.signal(2 * second);
    fit.command("log_level", "Log level", ArgumentType::Enumeration, "log_level").options = logLevels();
    fit.command("label", "Label", ArgumentType::Text, "label");
    fit.command("restart", "Restart", ArgumentType::None, "uptime").dangerous = true;
}

void live(Gateway &gateway, Machine &machine, const Step &now)
{
    Random &random = machine.random;
    if (gateway.restart > 0) {
        gateway.restart -= now.seconds;
        gateway.uptime = 0;
        if (gateway.restart <= 0)
            machine.said.append({gateway::Event, QStringLiteral("started")});
    }
    machine.online = gateway.restart <= 0;
    gateway.uptime += now.seconds;
    if (random.happens(60, now.seconds)) {
        const bool joins = gateway.clients < 6 || random.unit() < 0.5;
        gateway.clients += joins ? 1 : -1;
        machine.said.append({gateway::Event, joins ? QStringLiteral("client joined") : QStringLiteral("client left")});
    }
    approach(gateway.cpu, 6 + gateway.clients * 0.7 + 18 * (gateway.logLevel == 2) + random.noise(14), now.seconds, 8);
    approach(gateway.memory, 34 + gateway.clients * 0.5, now.seconds, 200);
    channel(machine, gateway::Cpu) = std::clamp(gateway.cpu, 0.0, 100.0);
    channel(machine, gateway::Memory) = gateway.memory + random.noise(0.1);
    channel(machine, gateway::Clients) = gateway.clients;
    channel(machine, gateway::Uptime) = gateway.uptime;
    channel(machine, gateway::LogLevel) = gateway.logLevel;
}

bool take(Gateway &gateway, Machine &machine, const QString &key, const Value &argument)
{
    if (key == QLatin1String("log_level"))
        return assign(gateway.logLevel, argument, logLevels());
    if (key == QLatin1String("label")) {
        const QString *const text = std::get_if<QString>(&argument);
        if (text)
            machine.said.append({gateway::Label, text->left(64)});
        return text;
    }
    if (key != QLatin1String("restart"))
        return false;
    gateway.restart = 8;
    return true;
}

void vary(Tracker &tracker, Random &random)
{
    tracker.north = random.between(-300, 300);
    tracker.east = random.between(-300, 300);
    tracker.heading = random.between(0, 360);
    tracker.fuel = random.between(20, 95);
    tracker.odometer = random.between(4'000, 190'000);
    tracker.condition = Tracker::Condition(random.below(3));
    tracker.remaining = random.between(10, 120);
}

void equip(Fitter &fit, const Tracker &)
{
    fit.number("speed", "Speed", "km/h", 1, second / 2);
    fit.number("latitude", "Latitude", "°", 5, second);
    fit.number("longitude", "Longitude", "°", 5, second);
    fit.number("heading", "Heading", "°", 0, second);
    fit.choice("condition", "Condition", tripConditions());
    fit.number("fuel", "Fuel", "%", 1, 10 * second);
    fit.number("odometer", "Odometer", "km", 2, 10 * second);
    fit.boolean("immobiliser", "Immobiliser", "released", "engaged");
    fit.text("display", "Display", MetricType::Text);
    fit.text("event", "Last event");
    fit.signal(5 * second);
    fit.command("display", "Show on display", ArgumentType::Text, "display");
    fit.command("immobiliser", "Immobiliser", ArgumentType::Boolean, "immobiliser").dangerous = true;
}

void live(Tracker &tracker, Machine &machine, const Step &now)
{
    Random &random = machine.random;
    tracker.remaining -= now.seconds;
    if (tracker.blocked && tracker.speed < 1) {
        tracker.condition = Tracker::Parked;
    } else if (tracker.remaining <= 0) {
        tracker.condition = Tracker::Condition((tracker.condition + 1) % 3); // parked → idle → driving → parked
        tracker.remaining = tracker.condition == Tracker::Driving ? random.between(180, 600) : random.between(15, 90);
    }
    if (tracker.condition == Tracker::Driving && !tracker.blocked)
        drive(tracker, machine, now);
    else
        approach(tracker.speed, 0, now.seconds, 3);
    channel(machine, tracker::Latitude) = yardLatitude + tracker.north / metresPerDegree;
    channel(machine, tracker::Longitude) = yardLongitude + tracker.east / (metresPerDegree * std::cos(yardLatitude * std::numbers::pi / 180));
    channel(machine, tracker::Speed) = tracker.speed < 0.3 ? 0 : tracker.speed;
    channel(machine, tracker::Heading) = tracker.heading;
    channel(machine, tracker::Condition) = tracker.condition;
    channel(machine, tracker::Fuel) = tracker.fuel;
    channel(machine, tracker::Odometer) = tracker.odometer;
    channel(machine, tracker::Immobiliser) = tracker.blocked;
}

bool take(Tracker &tracker, Machine &machine, const QString &key, const Value &argument)
{
    if (key == QLatin1String("immobiliser"))
        return assign(tracker.blocked, argument);
    const QString *const text = std::get_if<QString>(&argument);
    if (key != QLatin1String("display") || !text)
        return false;
    machine.said.append({tracker::Display, text->left(64)});
    return true;
}

} // namespace muster::sim
