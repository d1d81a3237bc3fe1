#pragma once

#include "core/device.h"

#include <QList>

#include <array>
#include <cmath>
#include <limits>
#include <variant>
#include <vector>

/// The made-up machines behind sim://. Plain values and pure functions: the same seed, start and commands give the same
/// readings, however the time is cut into pieces.
namespace muster::sim {

/// Numbers that look random and are the same on every computer (std's distributions are not): splitmix64,
/// https://prng.di.unimi.it/splitmix64.c
class Random
{
public:
    explicit Random(quint64 seed = 1)
        : m_state(seed)
    {
    }
    quint64 next()
    {
        quint64 z = (m_state += 0x9e3779b97f4a7c15u);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
        return z ^ (z >> 31);
    }
    double unit() { return double(next() >> 11) * 0x1p-53; }                ///< [0, 1)
    double between(double low, double high) { return low + (high - low) * unit(); }
    int below(int n) { return int(unit() * n); }                            ///< 0 … n - 1
    double noise(double width) { return (unit() + unit() + unit() - 1.5) * width; } ///< bell-shaped, |x| ≤ 1.5 width
    /// Whether something that happens once in `mean` seconds on average happens within `dt` seconds.
    bool happens(double mean, double dt) { return unit() < -std::expm1(-dt / mean); }

private:
    quint64 m_state = 0;
};

enum class Species : quint8 { Climate, Pump, Contact, Plug, Bulb, Meter, Gateway, Tracker, Load };
inline constexpr int demoSpecies = 8; ///< those of the demo fleet; Load is for measuring

// What each species is made of inside, in SI units or those of its metrics; times in seconds.
struct Climate
{
    double temperature = 20.5, humidity = 46, co2 = 480, setpoint = 21, battery = 90;
    bool heating = false, occupied = false;
};
struct Pump
{
    enum Condition : quint8 { Stopped, Starting, Running, Fault };
    double wanted = 70, speed = 70, temperature = 50, strain = 0, sinceFault = 0, recovery = 0, hours = 3'100;
    Condition condition = Running;
};
struct Contact
{
    double battery = 80, drain = 400'000, closesIn = 0, openings = 0; ///< drain: seconds per percent
    bool open = false;
};
struct Plug
{
    double rating = 60, cycle = 900, phase = 0, energy = 12, voltage = 231;
    bool on = true;
};
struct Bulb
{
    double brightness = 70, colourTemperature = 2'700;
    int effect = 0;
    bool on = true;
};
struct Meter
{
    double volume = 480, flow = 0, link = 60, silence = 0, interval = 10;
};
struct Gateway
{
    double cpu = 14, memory = 41, clients = 14, uptime = 250'000, restart = 0;
    int logLevel = 1;
};
struct Tracker
{
    enum Condition : quint8 { Parked, Idle, Driving };
    double north = 0, east = 0, heading = 0, speed = 0, fuel = 70, odometer = 41'000, remaining = 30; ///< metres from the yard, degrees, km/h
    Condition condition = Parked;
    bool blocked = false;
};
struct Load
{
    double phase = 0;
};
using State = std::variant<Climate, Pump, Contact, Plug, Bulb, Meter, Gateway, Tracker, Load>;

/// How one metric reports: at a period, or whenever it changes (period 0). metrics[i] of the device belongs to channels[i].
struct Channel
{
    Micros period = 0;
    Micros next = 0;       ///< 0: not started
    double value = 0;      ///< what it is now
    double reported = std::numeric_limits<double>::quiet_NaN();
    bool wave = false;     ///< a vibration: `value` is its amplitude, and its samples come in chunks, one chunk per step
};

struct Machine
{
    Device device {};      ///< as it is announced
    State state {};
    Random random {};
    std::vector<Channel> channels {};
    QList<std::pair<int, QString>> said {}; ///< texts and events of this step, by channel
    Micros clock = 0;      ///< advanced up to here
    double signal = -60;   ///< dBm
    bool online = true;
};

struct Reading
{
    int channel = 0;
    Micros time = 0;
    double value = 0;
    QString text {};       ///< of text and event metrics
};

/// How time passes: the step of the physics, how much faster than the clock they run, and whether things may fail.
struct Pace
{
    Micros step = 100'000;
    Micros shortestPeriod = 0; ///< report no more often than this (for history)
    double speed = 1;
    bool faults = true;
};

/// Lets a machine live until `until` and appends what it reports meanwhile, in time order per channel. The first call starts its clock
/// at `until`. A step that does not fit is left for the next call.
void advance(Machine &machine, Micros until, const Pace &pace, QList<Reading> &readings);
/// Lets the clock jump: what would have been reported meanwhile never was.
void skip(Machine &machine, Micros to);

} // namespace muster::sim
