#include "store/history/reader.h"

#include <algorithm>

namespace muster::history {

namespace {

constexpr int maxHeaders = 6'000; // raw blocks read for one envelope, when rollups would do as well
constexpr Micros farPast = -(1LL << 60);
constexpr Micros farFuture = 1LL << 60;

bool within(const EnvelopeColumn &run, Micros from, Micros to)
{
    return run.time >= from && run.endTime < to;
}

bool sameNumber(double a, double b)
{
    return a == b || (std::isnan(a) && std::isnan(b));
}

} // namespace

Result<Envelope> Reader::envelope(MetricId metric, Micros from, Micros to, int pixels)
{
    if (from >= to || pixels <= 0)
        return Envelope();
    EnvelopeBuilder builder(std::max(from, farPast), std::min(to, farFuture), pixels);
    const auto raw = addRaw(metric, builder);
    if (!raw)
        return tl::unexpected(raw.error());
    Result<void> done;
    if (*raw) {
        done = addExpired(metric, builder);
    } else {
        builder.clearColumns();
        const Tier tier = builder.columnWidth() >= 2 * widthOf(Tier::Hour) ? Tier::Hour : Tier::Minute;
        done = addRollups(metric, tier, builder, builder.from(), builder.to());
    }
    if (done)
        done = addNeighbours(metric, builder);
    if (!done)
        return tl::unexpected(done.error());
    addOpen(metric, builder);
    return builder.take();
}

Result<bool> Reader::addRaw(MetricId metric, EnvelopeBuilder &builder)
{
    const bool rollupsWouldDo = builder.columnWidth() >= 2 * widthOf(Tier::Minute);
    int headers = 0;
    const auto done = m_store.file->readHeaders(metric, Tier::Raw, builder.from() - m_store.extent(metric).span, builder.to(), [&](const Header &header) {
        if (header.kind == BlockKind::Numbers)
            addBlock(header, builder);
        return ++headers < maxHeaders || !rollupsWouldDo;
    });
    if (!done)
        return tl::unexpected(done.error());
    return headers < maxHeaders || !rollupsWouldDo;
}

void Reader::addBlock(const Header &header, EnvelopeBuilder &builder)
{
    const Summary &summary = header.summary;
    if (summary.endTime < builder.from()) {
        builder.addOutside(summary);
        return;
    }
    if (within(summary, builder.from(), builder.to())) {
        if (summary.count <= qint64(BlockCoder::stretch)) {
            if (builder.fits(summary))
                return builder.add(summary);
        } else {
            // Parts of it, where it does not lie in one column: so a column's edge is as sharp as the sketch.
            BlockCoder::readSketch(header, m_sketch);
            const auto fits = [&](const EnvelopeColumn &part) { return within(part, builder.from(), builder.to()) && builder.fits(part); };
            if (std::all_of(m_sketch.begin(), m_sketch.end(), fits)) {
                for (const EnvelopeColumn &part : m_sketch)
                    builder.add(part);
                return;
            }
        }
    }
    if (m_store.load(header, m_samples))
        builder.add(std::span<const Point>(m_samples.points));
    else if (within(summary, builder.from(), builder.to()) && builder.fits(summary))
        builder.add(summary); // damaged, but its header still tells how far it went
}

Result<void> Reader::addRollups(MetricId metric, Tier tier, EnvelopeBuilder &builder, Micros from, Micros to)
{
    const Micros reach = m_store.extent(metric).span + widthOf(tier);
    const auto addBucket = [&](const Summary &bucket) {
        if (bucket.time >= from && bucket.time < to)
            builder.add(bucket);
        else
            builder.addOutside(bucket);
    };
    auto done = m_store.file->readHeaders(metric, tier, from - reach, to, [&](const Header &header) {
        if (within(header.summary, from, to) && builder.fits(header.summary)) {
            builder.add(header.summary);
        } else if (header.summary.endTime >= from && m_store.loadBuckets(header, m_buckets)) {
            for (const Summary &bucket : m_buckets)
                addBucket(bucket);
        }
        return true;
    });
    if (!done)
        return done;
    return m_store.file->readBuckets(metric, tier, from - widthOf(tier), to, addBucket);
}

Result<void> Reader::addExpired(MetricId metric, EnvelopeBuilder &builder)
{
    // Before the first raw block there may be minutes, and before those hours.
    const Extent &extent = m_store.extent(metric);
    Micros end = std::min(builder.to(), extent.samples ? extent.from : builder.to());
    for (const Tier tier : {Tier::Minute, Tier::Hour}) {
        if (builder.from() >= end)
            return {};
        if (auto done = addRollups(metric, tier, builder, builder.from(), end); !done)
            return done;
        const auto first = m_store.file->firstTime(metric, tier);
        if (!first)
            return tl::unexpected(first.error());
        end = std::min(end, *first);
    }
    return {};
}

Result<void> Reader::addNeighbours(MetricId metric, EnvelopeBuilder &builder)
{
    const auto outside = [&](const Header &header) {
        if (header.kind == BlockKind::Numbers)
            builder.addOutside(header.summary);
        return header.kind != BlockKind::Numbers;
    };
    if (!builder.hasBefore()) {
        if (auto done = m_store.file->readHeadersBackwards(metric, Tier::Raw, builder.from(), outside); !done)
            return done;
    }
    // Always: a block that reaches over the edge may not hold the nearest sample behind it.
    return m_store.file->readHeaders(metric, Tier::Raw, builder.to(), farFuture, outside);
}

void Reader::addOpen(MetricId metric, EnvelopeBuilder &builder)
{
    if (!m_store.open.find(metric))
        return;
    m_store.open.sort(metric);
    builder.add(std::span<const Point>(m_store.open.find(metric)->numbers.points));
}

namespace {

/// Collects samples of blocks that may overlap and hands them out in time order.
class Gathering
{
public:
    Gathering(MetricId metric, Micros from, Micros to)
        : m_metric(metric)
        , m_from(from)
        , m_to(to)
    {}

    void add(const Samples &samples)
    {
        const qsizetype offset = texts.size();
        texts.append(samples.texts);
        for (size_t i = 0; i < samples.points.size(); ++i) {
            const Point &point = samples.points[i];
            if (point.time < m_from || point.time >= m_to)
                continue;
            const quint16 flags = samples.flagsAt(i);
            m_sorted = m_sorted && (found.isEmpty() || found.last().time <= point.time);
            found.append({point.time, flags & Sample::Text ? point.value + double(offset) : point.value, m_metric, flags, 0});
        }
    }
    void sort()
    {
        if (!m_sorted)
            std::stable_sort(found.begin(), found.end(), [](const Sample &a, const Sample &b) { return a.time < b.time; });
        m_sorted = true;
    }
    /// How many samples are older than `time`.
    [[nodiscard]] qsizetype before(Micros time)
    {
        sort();
        return std::lower_bound(found.cbegin(), found.cend(), time, [](const Sample &sample, Micros t) { return sample.time < t; }) - found.cbegin();
    }

    QList<Sample> found {};
    QStringList texts {};

private:
    MetricId m_metric;
    Micros m_from;
    Micros m_to;
    bool m_sorted = true;
};

} // namespace

Result<RecordedSamples> Reader::range(MetricId metric, Micros from, Micros to, qsizetype limit)
{
    Gathering gathering(metric, from, to);
    limit = std::max<qsizetype>(limit, 1);
    bool more = false;
    Micros reached = to;
    const Micros start = std::max(from, farPast) - m_store.extent(metric).span;
    const auto done = m_store.file->readHeaders(metric, Tier::Raw, start, std::min(to, farFuture), [&](const Header &header) {
        if (header.summary.endTime < from)
            return true;
        // What comes from here on is not older than this block.
        if (gathering.found.size() > limit && gathering.before(header.summary.time) > limit) {
            more = true;
            reached = header.summary.time;
            return false;
        }
        if (m_store.load(header, m_samples))
            gathering.add(m_samples);
        return true;
    });
    if (!done)
        return tl::unexpected(done.error());
    if (const OpenBlocks::Open *const open = m_store.open.find(metric)) {
        gathering.add(open->numbers);
        if (const OpenBlocks::Texts *const texts = m_store.open.texts(metric))
            gathering.add(texts->samples);
    }
    qsizetype count = gathering.before(reached);
    if (count > limit) {
        const Micros last = gathering.found.at(limit - 1).time;
        const qsizetype whole = gathering.before(last + 1);
        more = more || whole < gathering.found.size();
        count = whole;
    }
    RecordedSamples result {std::move(gathering.found), std::move(gathering.texts), to, !more};
    result.samples.resize(count);
    if (more && count > 0)
        result.next = result.samples.constLast().time + 1;
    return result;
}

Result<RecordedSamples> Reader::lastBefore(MetricId metric, Micros time)
{
    // From the latest block that begins before it; those still open, and late ones that overlap, come with it.
    Micros start = farPast;
    const auto done = m_store.file->readHeadersBackwards(metric, Tier::Raw, time, [&](const Header &header) {
        start = header.summary.time;
        return false;
    });
    if (!done)
        return tl::unexpected(done.error());
    auto found = range(metric, start, time, std::numeric_limits<int>::max());
    if (found && found->samples.size() > 1)
        found->samples.remove(0, found->samples.size() - 1);
    return found;
}

Result<RecordedSamples> Reader::moment(const MomentQuery &query, qsizetype limit)
{
    RecordedSamples all;
    const qsizetype each = std::max<qsizetype>(64, limit / std::max<qsizetype>(1, query.metrics.size()));
    const auto add = [&](RecordedSamples &&found) {
        const qsizetype skipped = std::max<qsizetype>(0, found.samples.size() - each);
        for (Sample sample : std::as_const(found.samples).mid(skipped)) {
            if (sample.flags & Sample::Text) {
                all.texts.append(found.texts.value(qsizetype(sample.value)));
                sample.value = double(all.texts.size() - 1);
            }
            all.samples.append(sample);
        }
    };
    for (const MetricId metric : query.metrics) {
        auto before = query.before ? lastBefore(metric, query.from) : Result<RecordedSamples>(RecordedSamples());
        auto within = range(metric, query.from, query.to, std::numeric_limits<int>::max());
        if (!before || !within)
            return before ? within : before;
        add(std::move(*before));
        add(std::move(*within));
    }
    std::stable_sort(all.samples.begin(), all.samples.end(), [](const Sample &a, const Sample &b) { return a.time < b.time; });
    return all;
}

void Reader::checkBlock(const Header &header, HistoryCheck &check)
{
    ++check.blocks;
    if (header.tier != Tier::Raw) {
        check.damaged += m_store.loadBuckets(header, m_buckets) ? 0 : 1;
        return;
    }
    bool good = m_store.load(header, m_samples);
    if (good && header.kind == BlockKind::Numbers) {
        const Summary found = summaryOf(m_samples.points);
        const Summary &told = header.summary;
        good = found.time == told.time && found.endTime == told.endTime && found.count == told.count && sameNumber(found.min, told.min) &&
               sameNumber(found.max, told.max) && sameNumber(found.first, told.first) && sameNumber(found.last, told.last);
    }
    check.samples += good ? header.summary.count : 0;
    check.damaged += good ? 0 : 1;
}

Result<HistoryCheck> Reader::check()
{
    HistoryCheck check;
    for (size_t n = 1; n < m_store.extents.size(); ++n) {
        for (const Tier tier : {Tier::Raw, Tier::Minute, Tier::Hour}) {
            const auto done = m_store.file->readHeaders({quint32(n)}, tier, farPast, farFuture, [&](const Header &header) {
                checkBlock(header, check);
                return true;
            });
            if (!done)
                return tl::unexpected(done.error());
        }
    }
    return check;
}

} // namespace muster::history
