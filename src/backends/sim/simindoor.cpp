// Climate sensors, door contacts, plugs and bulbs.

#include "backends/sim/simparts.h"

#include <algorithm>
#include <numbers>

namespace muster::sim {

namespace {

namespace climate { enum : int { Temperature, Humidity, Co2, Setpoint, Heating, Battery }; }
namespace contact { enum : int { Open, Openings, Last, Battery }; }
namespace plug { enum : int { Power, Current, Voltage, Energy, On }; }
namespace bulb { enum : int { On, Brightness, ColourTemperature, Effect, Power }; }

QStringList effects() { return {QStringLiteral("none"), QStringLiteral("breathe"), QStringLiteral("candle"), QStringLiteral("rainbow")}; }

/// What a bulb's effect makes of its brightness: a factor.
double flicker(int effect, Micros time, Random &random)
{
    const double seconds = double(time % (60 * second)) * 1e-6;
    switch (effect) {
    case 1: return 0.55 + 0.45 * std::sin(seconds * std::numbers::pi / 2); // four seconds a breath
    case 2: return random.between(0.6, 1);
    case 3: return 0.8 + 0.2 * std::sin(seconds * std::numbers::pi / 5);
    default: return 1;
    }
}

} // namespace

// A room with a heater on a thermostat: falls towards the outside (day and night), is heated in a saw-tooth, people breathe in it.
void vary(Climate &climate, Random &random)
{
    climate.setpoint = 19.5 + 0.5 * random.below(6);
    climate.temperature = climate.setpoint + random.between(-0.6, 0.6);
    climate.humidity = random.between(38, 55);
    climate.co2 = random.between(430, 900);
    climate.battery = random.between(55, 100);
    climate.heating = random.unit() < 0.4;
    climate.occupied = random.unit() < 0.6;
}

void equip(Fitter &fit, const Climate &)
{
    fit.number("temperature", "Temperature", "°C", 2, 2 * second);
    fit.number("humidity", "Humidity", "%", 1, 5 * second);
    fit.number("co2", "CO₂", "ppm", 0, 5 * second);
    fit.number("setpoint", "Target temperature", "°C", 1, 0);
    fit.boolean("heating", "Heating", "off", "heating");
    fit.number("battery", "Battery", "%", 0, 60 * second).role = Role::Battery;
    fit.signal(15 * second);
    fit.range("setpoint", "Target temperature", 5, 30, 0.5, "°C", "setpoint");
}

void live(Climate &climate, Machine &machine, const Step &now)
{
    Random &random = machine.random;
    const double hour = hourOfDay(now.time);
    const double outside = 9 + 6 * std::sin((hour - 9) * std::numbers::pi / 12);
    const bool night = hour < 5 || hour >= 22;
    const double wanted = climate.setpoint - (night ? 2 : 0);
    if (climate.temperature < wanted - 0.3)
        climate.heating = true;
    else if (climate.temperature > wanted + 0.3)
        climate.heating = false;
    climate.temperature += ((outside - climate.temperature) / 14'000 + (climate.heating ? 0.0032 : 0)) * now.seconds;
    if (random.happens(climate.occupied ? 1'800 : 900, now.seconds))
        climate.occupied = !night && !climate.occupied;
    approach(climate.co2, climate.occupied ? 1'150 : 430, now.seconds, climate.occupied ? 2'400 : 1'500);
    approach(climate.humidity, (climate.occupied ? 52 : 44) - (climate.temperature - 21) * 2, now.seconds, 1'200);
    climate.battery = std::max(1.0, climate.battery - now.seconds / 400'000);
    channel(machine, climate::Temperature) = climate.temperature + random.noise(0.02);
    channel(machine, climate::Humidity) = climate.humidity + random.noise(0.2);
    channel(machine, climate::Co2) = climate.co2 + random.noise(6);
    channel(machine, climate::Setpoint) = climate.setpoint;
    channel(machine, climate::Heating) = climate.heating;
    channel(machine, climate::Battery) = climate.battery;
}

bool take(Climate &climate, Machine &, const QString &key, const Value &argument)
{
    return key == QLatin1String("setpoint") && assign(climate.setpoint, argument, 5, 30);
}

// A door: opened now and then, more by day; its battery runs down and is replaced when it is empty.
void vary(Contact &contact, Random &random)
{
    contact.battery = random.between(30, 100);
    contact.openings = 200 + random.below(4'000);
}

void equip(Fitter &fit, const Contact &)
{
    fit.boolean("contact", "Door", "closed", "open");
    fit.number("openings", "Openings", "", 0, 0);
    fit.text("event", "Last event");
    fit.number("battery", "Battery", "%", 0, 30 * second).role = Role::Battery;
    fit.signal(20 * second);
}

void live(Contact &contact, Machine &machine, const Step &now)
{
    Random &random = machine.random;
    const double hour = hourOfDay(now.time);
    if (contact.open) {
        contact.closesIn -= now.seconds;
        if (contact.closesIn <= 0) {
            contact.open = false;
            machine.said.append({contact::Last, QStringLiteral("closed")});
        }
    } else if (random.happens(hour > 6 && hour < 20 ? 240 : 1'500, now.seconds)) {
        contact.open = true;
        contact.openings += 1;
        contact.closesIn = random.between(4, 60);
        machine.said.append({contact::Last, QStringLiteral("opened")});
    }
    contact.battery -= now.seconds / contact.drain;
    if (contact.battery <= 1) {
        contact.battery = 100;
        machine.said.append({contact::Last, QStringLiteral("battery replaced")});
    }
    channel(machine, contact::Open) = contact.open;
    channel(machine, contact::Openings) = contact.openings;
    channel(machine, contact::Battery) = contact.battery;
}

bool take(Contact &, Machine &, const QString &, const Value &) { return false; }

// A plug with an appliance on it that works in cycles.
void vary(Plug &plug, Random &random)
{
    static constexpr std::array ratings {45.0, 95.0, 140.0, 620.0, 1'150.0, 1'900.0};
    plug.rating = ratings[size_t(random.below(int(ratings.size())))];
    plug.cycle = random.between(240, 1'200);
    plug.phase = random.unit();
    plug.energy = random.between(3, 900);
}

void equip(Fitter &fit, const Plug &)
{
    fit.number("power", "Power", "W", 1, second);
    fit.number("current", "Current", "A", 3, second);
    fit.number("voltage", "Voltage", "V", 1, 2 * second);
    fit.number("energy", "Energy", "kWh", 3, 10 * second);
    fit.boolean("switch", "Switch", "off", "on");
    fit.signal(10 * second);
    fit.command("switch", "Switch", ArgumentType::Boolean, "switch");
}

void live(Plug &plug, Machine &machine, const Step &now)
{
    Random &random = machine.random;
    plug.phase = std::fmod(plug.phase + now.seconds / plug.cycle, 1);
    approach(plug.voltage, 231 + 4 * std::sin(hourOfDay(now.time) * std::numbers::pi / 6), now.seconds, 60);
    const double voltage = plug.voltage + random.noise(0.5);
    const double wanted = plug.phase < 0.45 ? plug.rating : plug.rating * 0.08;
    const double power = plug.on ? std::max(0.0, wanted * (1 + random.noise(0.03)) + random.noise(0.3)) : 0;
    plug.energy += power * now.seconds / 3.6e6;
    channel(machine, plug::Power) = power;
    channel(machine, plug::Current) = power / voltage;
    channel(machine, plug::Voltage) = voltage;
    channel(machine, plug::Energy) = plug.energy;
    channel(machine, plug::On) = plug.on;
}

bool take(Plug &plug, Machine &, const QString &key, const Value &argument) { return key == QLatin1String("switch") && assign(plug.on, argument); }

void vary(Bulb &bulb, Random &random)
{
    bulb.on = random.unit() < 0.7;
    bulb.brightness = 10 + random.below(91);
    bulb.colourTemperature = 2'200 + 100 * random.below(30);
}

void equip(Fitter &fit, const Bulb &)
{
    fit.boolean("light", "Light", "off", "on");
    fit.number("brightness", "Brightness", "%", 0, 0);
    fit.number("color_temperature", "Colour temperature", "K", 0, 0);
    fit.choice("effect", "Effect", effects());
    fit.number("power", "Power", "W", 2, second);
    fit.signal(10 * second);
    fit.command("light", "Light", ArgumentType::Boolean, "light");
    fit.range("brightness", "Brightness", 1, 100, 1, "%", "brightness");
    fit.range("color_temperature", "Colour temperature", 2'200, 6'500, 50, "K", "color_temperature");
    fit.command("effect", "Effect", ArgumentType::Enumeration, "effect").options = effects();
}

void live(Bulb &bulb, Machine &machine, const Step &now)
{
    const double light = bulb.on ? bulb.brightness * flicker(bulb.effect, now.time, machine.random) : 0;
    channel(machine, bulb::On) = bulb.on;
    channel(machine, bulb::Brightness) = bulb.brightness;
    channel(machine, bulb::ColourTemperature) = bulb.colourTemperature;
    channel(machine, bulb::Effect) = bulb.effect;
    channel(machine, bulb::Power) = 0.4 + 0.085 * light + machine.random.noise(0.02);
}

bool take(Bulb &bulb, Machine &, const QString &key, const Value &argument)
{
    if (key == QLatin1String("light"))
        return assign(bulb.on, argument);
    if (key == QLatin1String("brightness"))
        return assign(bulb.brightness, argument, 1, 100);
    if (key == QLatin1String("color_temperature"))
        return assign(bulb.colourTemperature, argument, 2'200, 6'500);
    return key == QLatin1String("effect") && assign(bulb.effect, argument, effects());
}

} // namespace muster::sim
