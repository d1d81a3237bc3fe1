#include "store/history/upkeep.h"

#include <algorithm>

namespace muster::history {

namespace {

constexpr Micros farPast = -(1LL << 60);
constexpr Micros farFuture = 1LL << 60;
constexpr size_t blocksAtOnce = 512; // erased in one transaction
constexpr size_t mergedAtOnce = 48;  // in one transaction: up to 200 000 samples of small blocks
constexpr qint64 worthMerging = 8;   // small blocks of a metric before compaction looks at it

Header detached(const Header &header)
{
    Header copy = header;
    copy.sketch = QByteArray(header.sketch.constData(), header.sketch.size());
    return copy;
}

/// * and ? across slashes too, unlike a path's.
QRegularExpression wildcard(const QString &pattern)
{
    QString expression = QRegularExpression::escape(pattern);
    expression.replace(QStringLiteral("\\*"), QStringLiteral(".*")).replace(QStringLiteral("\\?"), QStringLiteral("."));
    return QRegularExpression(QRegularExpression::anchoredPattern(expression), QRegularExpression::CaseInsensitiveOption);
}

} // namespace

void Upkeep::setPolicy(const HistoryPolicy &policy)
{
    m_rules.clear();
    for (const HistoryRule &rule : policy.rules)
        m_rules.push_back({wildcard(rule.pattern), rule});
    m_maxBytes = policy.maxBytes;
}

const HistoryRule *Upkeep::ruleOf(MetricId metric) const
{
    const QString name = m_store.nameOf(metric);
    for (const Pattern &pattern : m_rules) {
        if (pattern.expression.match(name).hasMatch())
            return &pattern.rule;
    }
    return nullptr;
}

Result<void> Upkeep::slice(Micros now, std::chrono::milliseconds budget)
{
    const auto end = std::chrono::steady_clock::now() + budget;
    for (; !isDone() && std::chrono::steady_clock::now() < end; ++m_next) {
        const MetricId metric {quint32(m_next)};
        if (m_store.extents[m_next].sealed == 0)
            continue;
        auto done = expire(metric, now);
        if (done && m_store.extents[m_next].small >= worthMerging)
            done = compact(metric);
        if (!done)
            return done;
    }
    return {};
}

Result<void> Upkeep::expire(MetricId metric, Micros now)
{
    const HistoryRule *const rule = ruleOf(metric);
    if (!rule)
        return {};
    for (const auto &[tier, kept] : {std::pair(Tier::Raw, rule->raw), std::pair(Tier::Minute, rule->minutes), std::pair(Tier::Hour, rule->hours)}) {
        if (kept <= 0)
            continue;
        for (;;) {
            const auto erased = expireBlocks(metric, tier, now - kept, blocksAtOnce);
            if (!erased)
                return tl::unexpected(erased.error());
            if (*erased < qint64(blocksAtOnce))
                break;
        }
        if (tier == Tier::Raw)
            continue;
        // A bucket goes when all of it is too old.
        if (auto done = m_store.file->eraseBuckets(metric, tier, now - kept - widthOf(tier)); !done)
            return done;
    }
    return {};
}

Result<qint64> Upkeep::expireBlocks(MetricId metric, Tier tier, Micros before, size_t limit)
{
    if (tier == Tier::Raw && (m_store.extent(metric).samples == 0 || m_store.extent(metric).from >= before))
        return 0;
    std::vector<Header> old;
    auto done = m_store.file->readHeaders(metric, tier, farPast, before, [&](const Header &header) {
        if (header.summary.endTime < before)
            old.push_back(detached(header));
        return old.size() < limit;
    });
    if (!done || old.empty())
        return done ? Result<qint64>(0) : tl::unexpected(done.error());
    const Extent extent = m_store.extent(metric);
    done = m_store.file->transaction([&]() -> Result<void> {
        for (const Header &header : old) {
            if (auto erased = noteErased(header); !erased)
                return erased;
        }
        return tier == Tier::Raw ? refreshStart(metric) : Result<void>();
    });
    if (!done) {
        m_store.extent(metric) = extent;
        return tl::unexpected(done.error());
    }
    m_expired.blocks += qint64(old.size());
    for (const Header &header : old) {
        m_expired.samples += tier == Tier::Raw ? header.summary.count : 0;
        m_expired.upTo = std::max(m_expired.upTo, header.summary.endTime);
    }
    return qint64(old.size());
}

Result<void> Upkeep::noteErased(const Header &header)
{
    if (header.tier == Tier::Raw) {
        Extent &extent = m_store.extent(header.metric);
        extent.samples -= header.summary.count;
        extent.bytes -= header.size + header.sketch.size();
    }
    return m_store.file->erase(header);
}

Result<void> Upkeep::refreshStart(MetricId metric)
{
    Extent &extent = m_store.extent(metric);
    extent.from = extent.to;
    auto done = m_store.file->readHeaders(metric, Tier::Raw, farPast, farFuture, [&](const Header &header) {
        extent.from = header.summary.time;
        return false;
    });
    return done ? m_store.file->putExtent(metric, extent) : done;
}

Result<bool> Upkeep::enforceSize()
{
    if (m_maxBytes <= 0)
        return false;
    const auto used = m_store.file->usedBytes();
    if (!used)
        return tl::unexpected(used.error());
    if (*used <= m_maxBytes)
        return false;
    m_expired = {};
    auto more = eraseOldestRaw();
    for (const Tier tier : {Tier::Minute, Tier::Hour}) {
        if (more && !*more)
            more = eraseOldestDay(tier);
    }
    m_removed.samples += m_expired.samples;
    m_removed.blocks += m_expired.blocks;
    m_removed.upTo = std::max(m_removed.upTo, m_expired.upTo);
    return more;
}

Result<bool> Upkeep::eraseOldestRaw()
{
    constexpr int metricsAtOnce = 8;
    constexpr size_t blocksOfEach = 16;
    bool any = false;
    for (int i = 0; i < metricsAtOnce; ++i) {
        quint32 oldest = 0;
        for (quint32 n = 1; n < m_store.extents.size(); ++n) {
            if (m_store.extents[n].samples > 0 && (oldest == 0 || m_store.extents[n].from < m_store.extents[oldest].from))
                oldest = n;
        }
        if (oldest == 0)
            break;
        const auto erased = expireBlocks({oldest}, Tier::Raw, farFuture, blocksOfEach);
        if (!erased)
            return tl::unexpected(erased.error());
        any = any || *erased > 0;
    }
    return any;
}

Result<bool> Upkeep::eraseOldestDay(Tier tier)
{
    constexpr Micros day = 86'400LL * 1'000'000;
    Micros oldest = farFuture;
    for (quint32 n = 1; n < m_store.extents.size(); ++n) {
        const auto first = m_store.file->firstTime({n}, tier);
        if (!first)
            return tl::unexpected(first.error());
        oldest = std::min(oldest, *first);
    }
    if (oldest == farFuture)
        return false;
    for (quint32 n = 1; n < m_store.extents.size(); ++n) {
        const auto erased = expireBlocks({n}, tier, oldest + day + m_store.extents[n].span, blocksAtOnce);
        const auto buckets = m_store.file->eraseBuckets({n}, tier, oldest + day);
        if (!erased || !buckets)
            return tl::unexpected(erased ? buckets.error() : erased.error());
    }
    return true;
}

Result<std::vector<Header>> Upkeep::runs(MetricId metric, std::vector<size_t> &ends, bool &more)
{
    // Blocks that touch each other in time, as long as they are small or overlap; only runs of two and more count.
    std::vector<Header> headers;
    std::vector<Header> run;
    Micros runEnd = farPast;
    qint64 samples = 0;
    const auto close = [&] {
        if (run.size() > 1) {
            headers.insert(headers.end(), run.begin(), run.end());
            ends.push_back(headers.size());
        }
        run.clear();
        samples = 0;
    };
    auto done = m_store.file->readHeaders(metric, Tier::Raw, farPast, farFuture, [&](const Header &header) {
        const bool overlaps = !run.empty() && header.summary.time <= runEnd;
        const bool small = header.summary.count < qint64(m_blockSamples / 2);
        const bool joins = !run.empty() && run.front().kind == header.kind &&
                           (overlaps || (small && run.back().summary.count < qint64(m_blockSamples / 2) && samples < qint64(m_blockSamples)));
        if (!joins || samples >= 64 * qint64(m_blockSamples))
            close();
        if (!m_store.unreadable.contains(header.id)) {
            run.push_back(detached(header));
            samples += header.summary.count;
            runEnd = std::max(run.size() > 1 ? runEnd : farPast, header.summary.endTime);
        }
        more = headers.size() + run.size() >= mergedAtOnce;
        return !more;
    });
    if (!done)
        return tl::unexpected(done.error());
    close();
    return headers;
}

Result<void> Upkeep::compact(MetricId metric)
{
    std::vector<size_t> ends;
    bool more = false;
    const auto headers = runs(metric, ends, more);
    if (!headers)
        return tl::unexpected(headers.error());
    const Extent before = m_store.extent(metric);
    auto done = m_store.file->transaction([&]() -> Result<void> {
        size_t at = 0;
        qint64 fewer = 0;
        for (const size_t end : ends) {
            const auto merged = merge(std::span(*headers).subspan(at, end - at));
            if (!merged)
                return tl::unexpected(merged.error());
            fewer += *merged;
            at = end;
        }
        // Where nothing got less, trying again would not end.
        qint64 &small = m_store.extent(metric).small;
        small = more && fewer > 0 ? std::max<qint64>(1, small - fewer) : 0;
        return m_store.file->putExtent(metric, m_store.extent(metric));
    });
    if (!done)
        m_store.extent(metric) = before;
    return done;
}

bool Upkeep::gather(std::span<const Header> headers, Samples &merged)
{
    Samples part;
    QHash<QString, qsizetype> codes; // one text may stand in several dictionaries
    for (const Header &header : headers) {
        if (!m_store.load(header, part))
            return false;
        std::vector<double> code;
        for (const QString &text : part.texts) {
            if (!codes.contains(text)) {
                codes.insert(text, merged.texts.size());
                merged.texts.append(text);
            }
            code.push_back(double(codes.value(text)));
        }
        for (size_t i = 0; i < part.points.size(); ++i) {
            const Point &point = part.points[i];
            merged.points.push_back({point.time, code.empty() ? point.value : code[size_t(point.value)]});
            merged.flags.push_back(part.flagsAt(i));
        }
    }
    merged.sort();
    return true;
}

Result<qint64> Upkeep::merge(std::span<const Header> headers)
{
    Samples merged;
    if (!gather(headers, merged))
        return 0; // told; what cannot be read is not touched, nor are its neighbours
    qint64 oldBytes = 0;
    for (const Header &header : headers) {
        oldBytes += header.size + header.sketch.size();
        if (auto done = m_store.file->erase(header); !done)
            return tl::unexpected(done.error());
    }
    Extent &extent = m_store.extent(headers.front().metric);
    const size_t pieces = (merged.points.size() + m_blockSamples - 1) / m_blockSamples;
    for (size_t piece = 0; piece < pieces; ++piece) {
        Block block = m_store.coder.encode(
            headers.front().metric, headers.front().kind, merged, merged.points.size() * piece / pieces, merged.points.size() * (piece + 1) / pieces);
        extent.span = std::max(extent.span, block.header.summary.endTime - block.header.summary.time);
        extent.bytes += qint64(block.bytes.size()) + block.header.sketch.size();
        if (auto done = m_store.file->insert(block); !done)
            return tl::unexpected(done.error());
    }
    extent.bytes -= oldBytes;
    return qint64(headers.size()) - qint64(pieces);
}

} // namespace muster::history
