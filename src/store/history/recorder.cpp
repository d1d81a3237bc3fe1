#include "store/history/recorder.h"

#include <QCoreApplication>

#include <algorithm>

namespace muster::history {

namespace {

constexpr size_t agedPerFlush = 4'000; // metrics sealed only because the journal is long or old: a flush stays short
constexpr size_t bucketsAsRows = 4;    // fewer buckets than this are rows that add up; more are worth a block
constexpr Micros farthest = 1LL << 59; // 18 000 years; no sum or difference of such times overflows

} // namespace

Recorder::Recorder(Store &store, const RecorderLimits &limits)
    : m_store(store)
    , m_limits(limits)
{}

Result<void> Recorder::recover()
{
    auto done = m_store.file->readExtents([&](MetricId metric, const Extent &extent) { m_store.extent(metric) = extent; });
    if (!done)
        return done;
    const auto last = m_store.file->lastJournalRow();
    if (!last)
        return tl::unexpected(last.error());
    m_rowNumber = *last + 1;
    return m_store.file->readJournal([&](quint64 row, QByteArrayView bytes) {
        const bool read = JournalRow::read(m_store.columns, bytes, [&](const JournalEntry &entry) {
            if (m_store.extent(entry.metric).sealed >= row)
                return; // is in a block
            if (entry.flags & Sample::Text)
                m_store.open.appendText(entry.metric, entry.time, entry.text, entry.flags, row);
            else
                m_store.open.append(entry.metric, entry.time, entry.value, entry.flags, row);
        });
        if (!read)
            m_store.report(
                -qint64(row), QCoreApplication::translate("muster::History", "A moment of recording in %1 is damaged and was left out. The rest is intact.")
                                  .arg(m_store.file->path()));
        m_journal.push_back({row, bytes.size(), Clock::now()});
        m_journalBytes += bytes.size();
    });
}

void Recorder::append(const SampleBatch &batch, bool stalled)
{
    for (const Sample &sample : batch.samples) {
        const bool full = stalled && m_store.open.bytes() + m_row.bytes() > m_limits.openBytes / 2 * 3;
        if (full || !sample.metric.isValid() || sample.time < -farthest || sample.time > farthest) [[unlikely]] {
            ++m_dropped;
            continue;
        }
        m_row.append(sample, batch.texts);
        if (sample.flags & Sample::Text) [[unlikely]] {
            const auto index = qsizetype(sample.value);
            const QString text = index >= 0 && index < batch.texts.size() ? batch.texts[index] : QString();
            m_store.open.appendText(sample.metric, sample.time, text, sample.flags, m_rowNumber);
        } else {
            m_store.open.append(sample.metric, sample.time, sample.value, sample.flags, m_rowNumber);
        }
    }
}

std::vector<MetricId> Recorder::toSeal()
{
    std::vector<MetricId> metrics = m_store.open.takeDue();
    if (m_store.open.overBudget()) {
        const std::vector<MetricId> largest = m_store.open.largest();
        metrics.insert(metrics.end(), largest.begin(), largest.end());
    }
    // The newest journal row that has to go, for its age or for the journal's size.
    const auto oldest = Clock::now() - m_limits.age;
    quint64 last = 0;
    qsizetype bytes = m_journalBytes;
    for (const JournalRowInfo &row : m_journal) {
        const bool tooLong = m_journalBytes > m_limits.journalBytes && bytes > m_limits.journalBytes / 4 * 3;
        if (row.written > oldest && !tooLong)
            break;
        last = row.row;
        bytes -= row.bytes;
    }
    if (last > 0) {
        const std::vector<MetricId> aged = m_store.open.begunBy(last, agedPerFlush);
        metrics.insert(metrics.end(), aged.begin(), aged.end());
    }
    std::sort(metrics.begin(), metrics.end());
    metrics.erase(std::unique(metrics.begin(), metrics.end()), metrics.end());
    return metrics;
}

Result<void> Recorder::flush()
{
    const std::vector<MetricId> seal = toSeal();
    const quint64 oldest = m_store.open.oldestRow();
    const quint64 firstKept = oldest ? oldest : m_rowNumber;
    const bool trim = !m_journal.empty() && m_journal.front().row < firstKept;
    if (m_row.isEmpty() && seal.empty() && !trim)
        return {};
    auto done = m_store.file->transaction([&]() -> Result<void> {
        if (trim) {
            if (auto trimmed = m_store.file->trimJournal(firstKept); !trimmed)
                return trimmed;
        }
        return write(seal);
    });
    if (!done) {
        m_store.open.makeDue(seal); // to be tried again
        return done;
    }
    if (trim)
        forgetTrimmed(firstKept);
    for (const auto &[metric, extent] : m_newExtents) {
        m_store.extent(metric) = extent;
        m_store.open.clear(metric);
    }
    m_newExtents.clear();
    if (!m_row.isEmpty()) {
        m_journal.push_back({m_rowNumber, qsizetype(m_rowBuffer.size()), Clock::now()});
        m_journalBytes += qsizetype(m_rowBuffer.size());
        m_recorded += quint64(m_row.samples());
        m_row.clear();
        ++m_rowNumber;
    }
    return {};
}

void Recorder::forgetTrimmed(quint64 firstKept)
{
    while (!m_journal.empty() && m_journal.front().row < firstKept) {
        m_journalBytes -= m_journal.front().bytes;
        m_journal.pop_front();
    }
}

Result<void> Recorder::write(const std::vector<MetricId> &seal)
{
    m_newExtents.clear();
    if (!m_row.isEmpty()) {
        m_row.finish(m_store.columns, m_rowBuffer);
        const QByteArrayView bytes(m_rowBuffer.data(), qsizetype(m_rowBuffer.size()));
        if (auto written = m_store.file->appendJournal(m_rowNumber, nowMicros(), m_row.samples(), bytes); !written)
            return written;
    }
    for (const MetricId metric : seal) {
        Extent extent = m_store.extent(metric);
        if (auto sealed = sealMetric(metric, extent); !sealed)
            return sealed;
        extent.sealed = m_rowNumber;
        if (auto put = m_store.file->putExtent(metric, extent); !put)
            return put;
        m_newExtents.emplace_back(metric, extent);
    }
    return {};
}

Result<void> Recorder::sealMetric(MetricId metric, Extent &extent)
{
    m_store.open.sort(metric);
    const auto seal = [&](BlockKind kind, const Samples &samples) -> Result<void> {
        // What is older than the last block makes a block of its own, so that blocks overlap as little as can be.
        const std::vector<Point> &points = samples.points;
        const Micros newest = extent.samples ? extent.to : std::numeric_limits<Micros>::min();
        const auto late =
            size_t(std::upper_bound(points.begin(), points.end(), newest, [](Micros time, const Point &point) { return time < point.time; }) - points.begin());
        auto done = sealRun(metric, kind, samples, 0, late, extent);
        return done ? sealRun(metric, kind, samples, late, points.size(), extent) : done;
    };
    const OpenBlocks::Open *const open = m_store.open.find(metric);
    if (!open)
        return {};
    auto done = seal(BlockKind::Numbers, open->numbers);
    const OpenBlocks::Texts *const texts = m_store.open.texts(metric);
    return done && texts ? seal(BlockKind::Texts, texts->samples) : done;
}

Result<void> Recorder::sealRun(MetricId metric, BlockKind kind, const Samples &samples, size_t from, size_t to, Extent &extent)
{
    const size_t n = to - from;
    const size_t pieces = (n + m_limits.blockSamples - 1) / m_limits.blockSamples;
    for (size_t piece = 0; piece < pieces; ++piece) {
        const size_t begin = from + n * piece / pieces;
        const size_t end = from + n * (piece + 1) / pieces;
        Block block = m_store.coder.encode(metric, kind, samples, begin, end);
        if (auto done = m_store.file->insert(block); !done)
            return done;
        const Summary &summary = block.header.summary;
        extent.from = extent.samples ? std::min(extent.from, summary.time) : summary.time;
        extent.to = extent.samples ? std::max(extent.to, summary.endTime) : summary.endTime;
        extent.span = std::max(extent.span, summary.endTime - summary.time);
        extent.samples += summary.count;
        extent.bytes += qint64(block.bytes.size()) + block.header.sketch.size();
        extent.small += end - begin < m_limits.blockSamples / 2 ? 1 : 0;
        if (kind != BlockKind::Numbers)
            continue;
        if (auto done = addRollups(metric, std::span(samples.points).subspan(begin, end - begin), block.exponent, extent); !done)
            return done;
    }
    return {};
}

Result<void> Recorder::addRollups(MetricId metric, std::span<const Point> points, int exponent, Extent &extent)
{
    BlockCoder::rollUp(points, Tier::Minute, exponent, m_minutes);
    m_hours.clear();
    for (const Summary &minute : m_minutes) {
        const Micros hour = widthOf(Tier::Hour);
        if (m_hours.empty() || floorDiv(m_hours.back().time, hour) != floorDiv(minute.time, hour))
            m_hours.push_back(minute);
        else
            absorb(m_hours.back(), minute);
    }
    auto done = addBuckets(metric, Tier::Minute, m_minutes, extent);
    return done ? addBuckets(metric, Tier::Hour, m_hours, extent) : done;
}

Result<void> Recorder::addBuckets(MetricId metric, Tier tier, std::span<const Summary> buckets, Extent &extent)
{
    if (buckets.size() > bucketsAsRows) {
        Block block = m_store.coder.encodeBuckets(metric, tier, buckets);
        extent.span = std::max(extent.span, block.header.summary.endTime - block.header.summary.time);
        return m_store.file->insert(block);
    }
    for (const Summary &bucket : buckets) {
        if (auto done = m_store.file->addBucket(metric, tier, bucket); !done)
            return done;
    }
    return {};
}

Result<void> Recorder::sealAll()
{
    m_store.open.makeDue(m_store.open.all());
    if (auto done = flush(); !done)
        return done;
    return flush(); // trims what the first one emptied
}

Result<void> Recorder::moveIn()
{
    m_store.extents.clear();
    m_journal.clear();
    m_journalBytes = 0;
    m_recorded += quint64(m_row.samples());
    m_row.clear(); // all of it is in the open blocks
    return sealAll();
}

} // namespace muster::history
