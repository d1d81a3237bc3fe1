#include "ui/rules/weekblocks.h"

#include <algorithm>

namespace muster::weekblocks {

namespace {

void sort(QList<WeekBlock> &blocks)
{
    std::sort(blocks.begin(), blocks.end(), [](const WeekBlock &a, const WeekBlock &b) { return std::pair(a.weekday, a.from) < std::pair(b.weekday, b.from); });
}

} // namespace

std::optional<QList<WeekBlock>> put(QList<WeekBlock> blocks, const WeekBlock &block)
{
    QList<WeekBlock> all {block};
    for (const WeekBlock &one : std::as_const(blocks)) {
        if (one.weekday != block.weekday || one.to <= block.from || one.from >= block.to) {
            all.append(one);
            continue;
        }
        if (one.from < block.from)
            all.append({one.weekday, one.from, block.from, one.value});
        if (one.to > block.to)
            all.append({one.weekday, block.to, one.to, one.value});
    }
    if (all.size() > Schedule::mostBlocks)
        return std::nullopt;
    sort(all);
    return all;
}

QList<WeekBlock> without(QList<WeekBlock> blocks, const WeekBlock &block)
{
    blocks.removeAll(block);
    return blocks;
}

std::optional<QList<WeekBlock>> copied(const QList<WeekBlock> &blocks, int weekday, quint8 days)
{
    const auto isTarget = [weekday, days](int one) { return one != weekday && (unsigned(days) >> unsigned(one - 1) & 1U) != 0; };
    QList<WeekBlock> all;
    for (const WeekBlock &block : blocks)
        if (!isTarget(block.weekday))
            all.append(block);
    for (const WeekBlock &block : blocks)
        for (int target = 1; target <= 7 && block.weekday == weekday; ++target)
            if (isTarget(target))
                all.append({target, block.from, block.to, block.value});
    if (all.size() > Schedule::mostBlocks)
        return std::nullopt;
    sort(all);
    return all;
}

std::optional<WeekBlock> at(const QList<WeekBlock> &blocks, int weekday, int seconds)
{
    const auto it = std::find_if(blocks.cbegin(), blocks.cend(), [weekday, seconds](const WeekBlock &one) { return one.weekday == weekday && one.from <= seconds && seconds < one.to; });
    return it == blocks.cend() ? std::nullopt : std::optional(*it);
}

std::optional<WeekBlock> neighbour(QList<WeekBlock> blocks, const std::optional<WeekBlock> &block, bool after)
{
    if (blocks.isEmpty())
        return std::nullopt;
    sort(blocks);
    const qsizetype place = block ? blocks.indexOf(*block) : -1;
    if (place < 0)
        return after ? blocks.first() : blocks.last();
    return blocks.at(std::clamp<qsizetype>(place + (after ? 1 : -1), 0, blocks.size() - 1));
}

int snapped(int seconds)
{
    return std::clamp((seconds + snap / 2) / snap * snap, 0, day);
}

WeekBlock moved(WeekBlock block, int days, int seconds)
{
    const int length = block.to - block.from;
    block.weekday = std::clamp(block.weekday + days, 1, 7);
    block.from = std::clamp(block.from + seconds, 0, day - length);
    block.to = block.from + length;
    return block;
}

WeekBlock resized(WeekBlock block, bool begin, int to)
{
    if (begin)
        block.from = std::clamp(to, 0, block.to - std::min(snap, block.to - block.from));
    else
        block.to = std::clamp(to, block.from + std::min(snap, block.to - block.from), day);
    return block;
}

} // namespace muster::weekblocks
