#include "ui/chart/seam.h"

#include <algorithm>
#include <cmath>

namespace muster::seam {

namespace {

/// The most columns that a coarser one is spread over: a chart is not wider.
constexpr Micros mostSpread = 16'384;

void absorb(EnvelopeColumn &into, const EnvelopeColumn &part)
{
    if (part.time < into.time) {
        into.time = part.time;
        into.first = part.first;
    }
    if (part.endTime >= into.endTime) {
        into.endTime = part.endTime;
        into.last = part.last;
    }
    into.min = std::fmin(into.min, part.min); // prefers a number over NaN
    into.max = std::fmax(into.max, part.max);
    into.count += part.count;
}

EnvelopeColumn single(Micros time, double value)
{
    return {time, time, value, value, value, value, 1};
}

EnvelopeColumn lastOf(const EnvelopeColumn &column)
{
    return single(column.endTime, column.last);
}

EnvelopeColumn firstOf(const EnvelopeColumn &column)
{
    return single(column.time, column.first);
}

/// Adds a column behind those that are there; one of the same place is united with it.
void append(Envelope &to, const EnvelopeColumn &column, const Grid &grid)
{
    if (!to.isEmpty() && grid.floor(to.constLast().time) == grid.floor(column.time))
        absorb(to.last(), column);
    else
        to.append(column);
}

/// A column of many samples over several narrower ones: where between its ends they are is not known yet.
void spread(Envelope &to, const EnvelopeColumn &column, const Grid &grid)
{
    const Micros from = std::max(column.time, grid.from - grid.width);
    const Micros end = std::min(column.endTime, grid.to() + grid.width);
    const Micros pieces = std::min((end - from) / grid.width, mostSpread);
    for (Micros i = 0; i <= pieces; ++i) {
        EnvelopeColumn piece = column;
        piece.time = i == 0 ? from : grid.floor(from + i * grid.width);
        piece.endTime = i == pieces ? std::max(piece.time, end) : grid.floor(piece.time) + grid.width - 1;
        append(to, piece, grid);
    }
}

/// Where the past ends: every sample before it is taken from `told`, every other one from live memory.
Micros border(const Told &told, const Series &series, const Grid &grid)
{
    const Micros begin = liveFrom(series);
    if (begin == never)
        return never;
    const Micros whole = grid.ceil(begin);
    if (whole <= told.complete)
        return whole;
    // The column it falls into goes beyond what the store knew then: as far as it did know, and from there on live.
    Micros known = begin - 1;
    for (auto column = told.envelope.crbegin(); column != told.envelope.crend(); ++column) {
        if (column->time < told.grid.to()) {
            known = std::max(known, column->endTime);
            break;
        }
    }
    return known + 1;
}

struct Parts
{
    Envelope columns {};
    Envelope before {}; ///< at most one: the last sample before the grid
    Envelope after {};  ///< at most one: the first one behind it
};

void addTold(Parts &parts, const Envelope &told, const Grid &grid, Micros end)
{
    for (const EnvelopeColumn &column : told) {
        if (column.time >= end)
            break;
        if (column.endTime < grid.from) {
            parts.before = {lastOf(column)};
        } else if (column.time < grid.to()) {
            append(parts.columns, column, grid);
        } else {
            parts.after = {firstOf(column)};
            break;
        }
    }
}

void addLive(Parts &parts, const Series &series, const Envelope &live, const Grid &grid, Micros begin)
{
    for (EnvelopeColumn column : live) {
        if (column.endTime < grid.from) {
            if (column.time >= begin || parts.before.isEmpty())
                parts.before = {column};
            continue;
        }
        if (column.time >= grid.to()) {
            if (parts.after.isEmpty())
                parts.after = {column};
            continue;
        }
        const bool there = !parts.columns.isEmpty() && grid.floor(parts.columns.constLast().time) == grid.floor(column.time);
        if (column.endTime < begin) {
            // The store should have these; when it does not (it was not recording), live memory does.
            if (there && parts.columns.constLast().count < column.count)
                parts.columns.last() = column;
            else if (parts.columns.isEmpty() || grid.floor(parts.columns.constLast().time) < grid.floor(column.time))
                parts.columns.append(column);
            continue;
        }
        if (column.time < begin) {
            const Envelope rest = series.envelope(begin, grid.floor(column.time) + grid.width, 1);
            const auto part = std::find_if(rest.begin(), rest.end(), [&](const EnvelopeColumn &each) { return each.time >= begin; });
            column = *part;
        }
        append(parts.columns, column, grid);
    }
}

} // namespace

Micros Grid::floor(Micros time) const
{
    const Micros past = time - from;
    return from + (past >= 0 ? past / width : -((-past + width - 1) / width)) * width;
}

Micros liveFrom(const Series &series)
{
    if (series.isEmpty())
        return never;
    const Micros first = series.timeAt(0);
    if (series.size() < series.limit())
        return first;
    // It forgets: others of the same time may be gone already.
    return first + 1;
}

Envelope regrid(const Told &told, const Grid &grid)
{
    Envelope result;
    for (const EnvelopeColumn &column : told.envelope) {
        const bool outside = column.endTime < grid.from || column.time >= grid.to();
        if (!outside && column.count > 2 && column.endTime - column.time > grid.width)
            spread(result, column, grid);
        else
            append(result, column, grid);
    }
    return result;
}

Envelope join(const Told &told, const Series &series, const Envelope &live, const Grid &grid)
{
    const Micros end = border(told, series, grid);
    Parts parts;
    addTold(parts, told.grid.matches(grid) ? told.envelope : regrid(told, grid), grid, end);
    addLive(parts, series, live, grid, end);
    return parts.before + parts.columns + parts.after;
}

} // namespace muster::seam
