#pragma once

#include "backends/sim/simkinds.h"

/// What simkinds puts together: for each species how it is equipped, how it lives through one step and how it takes a command.
namespace muster::sim {

inline constexpr Micros second = 1'000'000;

/// Adds metrics and commands to a machine, in the order of the species' channel enumeration.
class Fitter
{
public:
    explicit Fitter(Machine &machine)
        : m_machine(machine)
    {
    }
    Metric &number(const char *key, const char *name, const char *unit, int decimals, Micros period);
    /// Reported when it changes.
    Metric &boolean(const char *key, const char *name, const char *off, const char *on);
    Metric &choice(const char *key, const char *name, const QStringList &options);
    Metric &text(const char *key, const char *name, MetricType type = MetricType::Event);
    void wave(const char *key, const char *name, const char *unit, int decimals, Micros period);
    /// Signal strength, in every radio machine at its end.
    void signal(Micros period);
    CommandInfo &command(const char *key, const char *name, ArgumentType argument, const char *metric = "");
    CommandInfo &range(const char *key, const char *name, double minimum, double maximum, double step, const char *unit, const char *metric);

private:
    Metric &add(const char *key, const char *name, MetricType type, Micros period);

    Machine &m_machine;
};

void equip(Fitter &fit, const Climate &);
void equip(Fitter &fit, const Pump &);
void equip(Fitter &fit, const Contact &);
void equip(Fitter &fit, const Plug &);
void equip(Fitter &fit, const Bulb &);
void equip(Fitter &fit, const Meter &);
void equip(Fitter &fit, const Gateway &);
void equip(Fitter &fit, const Tracker &);

// A machine's own beginnings, so that no two are alike.
void vary(Climate &climate, Random &random);
void vary(Pump &pump, Random &random);
void vary(Contact &contact, Random &random);
void vary(Plug &plug, Random &random);
void vary(Bulb &bulb, Random &random);
void vary(Meter &meter, Random &random);
void vary(Gateway &gateway, Random &random);
void vary(Tracker &tracker, Random &random);

void live(Climate &climate, Machine &machine, const Step &now);
void live(Pump &pump, Machine &machine, const Step &now);
void live(Contact &contact, Machine &machine, const Step &now);
void live(Plug &plug, Machine &machine, const Step &now);
void live(Bulb &bulb, Machine &machine, const Step &now);
void live(Meter &meter, Machine &machine, const Step &now);
void live(Gateway &gateway, Machine &machine, const Step &now);
void live(Tracker &tracker, Machine &machine, const Step &now);

/// False: it knows no such command, or not with that argument.
[[nodiscard]] bool take(Climate &climate, Machine &machine, const QString &key, const Value &argument);
[[nodiscard]] bool take(Pump &pump, Machine &machine, const QString &key, const Value &argument);
[[nodiscard]] bool take(Contact &contact, Machine &machine, const QString &key, const Value &argument);
[[nodiscard]] bool take(Plug &plug, Machine &machine, const QString &key, const Value &argument);
[[nodiscard]] bool take(Bulb &bulb, Machine &machine, const QString &key, const Value &argument);
[[nodiscard]] bool take(Meter &meter, Machine &machine, const QString &key, const Value &argument);
[[nodiscard]] bool take(Gateway &gateway, Machine &machine, const QString &key, const Value &argument);
[[nodiscard]] bool take(Tracker &tracker, Machine &machine, const QString &key, const Value &argument);

/// Sets `target` when the argument is of its kind and in range.
[[nodiscard]] bool assign(bool &target, const Value &argument);
[[nodiscard]] bool assign(double &target, const Value &argument, double minimum, double maximum);
/// By the option's text.
[[nodiscard]] bool assign(int &target, const Value &argument, const QStringList &options);

/// Hours since midnight UTC, 0 … 24.
[[nodiscard]] double hourOfDay(Micros time);
/// Follows `target` with a time constant of `seconds`.
inline void approach(double &value, double target, double dt, double seconds) { value += (target - value) * -std::expm1(-dt / seconds); }

inline double &channel(Machine &machine, int i) { return machine.channels[size_t(i)].value; }

} // namespace muster::sim
