#pragma once

#include "analysis/program.h"

#include "core/series.h"

namespace muster {

struct TriedPoint
{
    Micros time = 0;
    double value = 0;
};

/// What a program would have given lately: runs it over the samples of its inputs that are in live memory from `from` on, at most `most` of them
/// (the newest), as Calculator does. Null inputs never have a value. For previews.
[[nodiscard]] std::vector<TriedPoint> tryOut(Program program, const QList<const Series *> &inputs, Micros from, qsizetype most);

} // namespace muster
