#include "analysis/tryout.h"

#include <algorithm>
#include <cmath>

namespace muster {

std::vector<TriedPoint> tryOut(Program program, const QList<const Series *> &inputs, Micros from, qsizetype most)
{
    struct Event
    {
        Micros time = 0;
        double value = 0;
        int input = 0;
    };
    std::vector<Event> events;
    const qsizetype share = std::max<qsizetype>(1, most / std::max<qsizetype>(1, inputs.size()));
    for (qsizetype i = 0; i < inputs.size(); ++i) {
        const Series *const series = inputs.at(i);
        if (!series)
            continue;
        const qsizetype begin = std::max(series->lowerBound(from), series->size() - share);
        if (begin > 0)
            program.set(int(i), series->valueAt(begin - 1)); // what still held then
        for (qsizetype k = begin; k < series->size(); ++k)
            events.push_back({series->timeAt(k), series->valueAt(k), int(i)});
    }
    std::stable_sort(events.begin(), events.end(), [](const Event &a, const Event &b) { return a.time < b.time; });
    std::vector<TriedPoint> points;
    for (size_t i = 0; i < events.size(); ++i) {
        program.set(events[i].input, events[i].value);
        if (i + 1 < events.size() && events[i + 1].time == events[i].time)
            continue;
        if (const double value = program.run(events[i].time); !std::isnan(value))
            points.push_back({events[i].time, value});
    }
    return points;
}

} // namespace muster
