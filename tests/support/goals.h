#pragma once

#include <cstdio>
#include <cstring>

/// What benchmarks print of what they measured: a line for each goal, "goal <name> <value> <unit> (wanted <op> <bound>) ok|short", and lines of notes.
namespace muster::test {

inline bool goalsReached = true; ///< so far, all of them; a benchmark ends with goalsExit()

/// `op`: "<=", "<", "=", ">=" or ">". What is no number reaches nothing. `valid`: false where the measurement itself went wrong.
inline bool goal(const char *name, double value, const char *unit, const char *op, double bound, bool valid = true)
{
    const bool equal = value == bound && (std::strlen(op) > 1 || *op == '=');
    const bool reached = valid && (equal || (*op == '<' && value < bound) || (*op == '>' && value > bound));
    goalsReached = goalsReached && reached;
    std::printf("goal %s %.4g %s (wanted %s %g) %s\n", name, value, unit, op, bound, reached ? "ok" : "short");
    std::fflush(stdout);
    return reached;
}

inline void note(const char *name, double value, const char *unit)
{
    std::printf("note %s %.4g %s\n", name, value, unit);
    std::fflush(stdout);
}

/// For main(): 1 if one was short.
[[nodiscard]] inline int goalsExit() { return goalsReached ? 0 : 1; }

} // namespace muster::test
