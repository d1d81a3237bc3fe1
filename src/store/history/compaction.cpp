#include "store/history/compaction.h"

namespace muster::history {

namespace {

constexpr size_t samplesAtOnce = 200'000; // sealed in one transaction: some 20 ms
constexpr int pagesAtOnce = 256;          // given back at a time: 4 MiB

} // namespace

void Compaction::begin()
{
    m_step = Step::Seal;
    m_unsealed = m_store.open.all();
    m_metric = 1;
}

Result<void> Compaction::slice(Micros now, std::chrono::milliseconds budget)
{
    const auto end = std::chrono::steady_clock::now() + budget;
    Result<void> done;
    while (done && isRunning() && std::chrono::steady_clock::now() < end)
        done = work(now, budget);
    if (!done)
        m_step = Step::Idle;
    return done;
}

Result<void> Compaction::work(Micros now, std::chrono::milliseconds budget)
{
    switch (m_step) {
    case Step::Idle:
        return {};
    case Step::Seal:
        return seal();
    case Step::Merge:
        return merge();
    case Step::Walk:
        if (m_upkeep.isDone())
            m_step = Step::Shrink;
        return m_upkeep.slice(now, budget);
    case Step::Shrink:
        return shrink();
    }
    return {};
}

Result<void> Compaction::seal()
{
    std::vector<MetricId> some;
    for (size_t samples = 0; samples < samplesAtOnce && !m_unsealed.empty(); m_unsealed.pop_back()) {
        const OpenBlocks::Open *const open = m_store.open.find(m_unsealed.back());
        if (!open)
            continue; // was due meanwhile
        samples += open->numbers.points.size() + 1;
        some.push_back(m_unsealed.back());
    }
    if (m_unsealed.empty())
        m_step = Step::Merge;
    m_store.open.makeDue(some);
    auto done = m_recorder.flush();
    // Once more, to trim the journal of what has been emptied.
    return done && m_step == Step::Merge ? m_recorder.flush() : done;
}

Result<void> Compaction::merge()
{
    while (m_metric < m_store.extents.size() && m_store.extents[m_metric].small == 0)
        ++m_metric;
    if (m_metric < m_store.extents.size())
        return m_upkeep.compact({m_metric});
    m_step = Step::Walk;
    m_upkeep.begin();
    return {};
}

Result<void> Compaction::shrink()
{
    const auto free = m_store.file->freePages();
    if (!free)
        return tl::unexpected(free.error());
    if (*free > 0)
        return m_store.file->shrink(pagesAtOnce);
    m_step = Step::Idle;
    return m_store.file->checkpoint();
}

} // namespace muster::history
