#include "store/history/block.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <numeric>

namespace muster::history {

namespace {

constexpr qsizetype checksumSize = 8;
constexpr quint8 noExponent = 255;

/// The coarsest of second, millisecond and microsecond that loses nothing.
template <class Times>
qint64 timeUnit(const Times &times)
{
    for (const qint64 unit : {1'000'000LL, 1'000LL}) {
        if (std::all_of(times.begin(), times.end(), [&](const Point &point) { return point.time % unit == 0; }))
            return unit;
    }
    return 1;
}

quint64 bitsOf(double value)
{
    if (std::isnan(value))
        return 0x7ff8000000000000; // SQLite keeps NaN as NULL and forgets the sign of 0
    return std::bit_cast<quint64>(value == 0 ? 0.0 : value);
}

/// Over everything that makes a block: a byte changed anywhere in header or data shows.
quint64 checksumOf(const Header &header, QByteArrayView payload)
{
    const Summary &s = header.summary;
    Bytes head;
    head.reserve(160);
    for (const quint64 part : {quint64(header.metric.n), quint64(header.tier), quint64(header.kind), quint64(s.time), quint64(s.endTime), quint64(s.count),
             bitsOf(s.min), bitsOf(s.max), bitsOf(s.sum), bitsOf(s.first), bitsOf(s.last)})
        putFixed64(head, part);
    const quint64 seed = XXH3_64bits_withSeed(header.sketch.constData(), size_t(header.sketch.size()), XXH3_64bits(head.data(), head.size()));
    return XXH3_64bits_withSeed(payload.data(), size_t(payload.size()), seed);
}

void seal(Block &block)
{
    const QByteArrayView payload(reinterpret_cast<const char *>(block.bytes.data()) + checksumSize, qsizetype(block.bytes.size()) - checksumSize);
    qToLittleEndian(checksumOf(block.header, payload), block.bytes.data());
}

/// A reader behind the checksum; one that is not ok() when it does not fit.
ByteReader opened(const Header &header, QByteArrayView bytes)
{
    ByteReader reader(bytes);
    const quint64 stored = reader.fixed64();
    if (!reader.ok() || stored != checksumOf(header, bytes.sliced(checksumSize)))
        (void)reader.take(~0ULL);
    return reader;
}

double snapped(double sum, int exponent)
{
    if (exponent <= 0 || !(std::fabs(sum) < 1e15))
        return sum;
    const double power = std::pow(10.0, exponent);
    return std::round(sum * power) / power;
}

} // namespace

void Samples::sort()
{
    const auto earlier = [](const Point &a, const Point &b) { return a.time < b.time; };
    if (std::is_sorted(points.begin(), points.end(), earlier))
        return;
    if (flags.empty()) {
        std::stable_sort(points.begin(), points.end(), earlier);
        return;
    }
    std::vector<quint32> order(points.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](quint32 a, quint32 b) { return points[a].time < points[b].time; });
    std::vector<Point> sortedPoints(points.size());
    std::vector<quint16> sortedFlags(points.size());
    for (size_t i = 0; i < order.size(); ++i) {
        sortedPoints[i] = points[order[i]];
        sortedFlags[i] = flags[order[i]];
    }
    points = std::move(sortedPoints);
    flags = std::move(sortedFlags);
}

void BlockCoder::encodeTimes(std::span<const Point> points, Bytes &to)
{
    const qint64 unit = timeUnit(points);
    to.push_back(unit == 1 ? 0 : unit == 1'000 ? 1 : 2);
    m_numbers.resize(points.size());
    switch (unit) { // spelt out, so that the division is by a constant
    case 1'000'000:
        for (size_t i = 0; i < points.size(); ++i)
            m_numbers[i] = points[i].time / 1'000'000;
        break;
    case 1'000:
        for (size_t i = 0; i < points.size(); ++i)
            m_numbers[i] = points[i].time / 1'000;
        break;
    default:
        for (size_t i = 0; i < points.size(); ++i)
            m_numbers[i] = points[i].time;
    }
    m_columns.encode(std::span<const qint64>(m_numbers), to);
}

bool BlockCoder::decodeTimes(ByteReader &from, std::vector<Point> &points)
{
    constexpr qint64 units[] = {1, 1'000, 1'000'000};
    const quint8 unit = from.byte();
    m_numbers.resize(points.size());
    if (!from.ok() || unit > 2 || !m_columns.decode(from, std::span(m_numbers)))
        return false;
    for (size_t i = 0; i < points.size(); ++i)
        points[i].time = Micros(quint64(m_numbers[i]) * quint64(units[unit]));
    return true;
}

void BlockCoder::encodeFlags(const Samples &samples, size_t from, size_t to, Bytes &out)
{
    m_numbers.resize(to - from);
    for (size_t i = from; i < to; ++i)
        m_numbers[i - from] = samples.flagsAt(i);
    m_columns.encode(std::span<const qint64>(m_numbers), out);
}

bool BlockCoder::decodeFlags(ByteReader &from, Samples &samples)
{
    m_numbers.resize(samples.points.size());
    if (!m_columns.decode(from, std::span(m_numbers)))
        return false;
    samples.commonFlags = quint16(m_numbers[0]);
    if (std::all_of(m_numbers.begin(), m_numbers.end(), [&](qint64 flags) { return flags == m_numbers[0]; }))
        return true;
    samples.flags.resize(m_numbers.size());
    std::transform(m_numbers.begin(), m_numbers.end(), samples.flags.begin(), [](qint64 flags) { return quint16(flags); });
    return true;
}

void BlockCoder::encodeTexts(std::span<const Point> points, const QStringList &texts, Bytes &to)
{
    // Only those used, numbered in the order of their appearance.
    std::vector<qint64> codes(size_t(texts.size()), -1);
    Bytes dictionary;
    qint64 used = 0;
    m_numbers.resize(points.size());
    for (size_t i = 0; i < points.size(); ++i) {
        qint64 &code = codes[size_t(points[i].value)];
        if (code < 0) {
            code = used++;
            const QByteArray utf8 = texts[qsizetype(points[i].value)].toUtf8();
            putVarint(dictionary, quint64(utf8.size()));
            dictionary.insert(dictionary.end(), utf8.begin(), utf8.end());
        }
        m_numbers[i] = code;
    }
    putVarint(to, quint64(used));
    m_columns.encodeBytes(dictionary, to);
    m_columns.encode(std::span<const qint64>(m_numbers), to);
}

bool BlockCoder::decodeTexts(ByteReader &from, Samples &samples)
{
    constexpr quint64 dictionaryLimit = 256 << 20;
    const quint64 used = from.varint();
    if (!from.ok() || used > samples.points.size() || !m_columns.decodeBytes(from, m_plane, dictionaryLimit))
        return false;
    ByteReader dictionary(QByteArrayView(m_plane.data(), qsizetype(m_plane.size())));
    for (quint64 i = 0; i < used; ++i) {
        const quint64 size = dictionary.varint();
        const quint8 *const utf8 = dictionary.take(size);
        if (!utf8)
            return false;
        samples.texts.append(QString::fromUtf8(reinterpret_cast<const char *>(utf8), qsizetype(size)));
    }
    m_numbers.resize(samples.points.size());
    if (!m_columns.decode(from, std::span(m_numbers)))
        return false;
    for (size_t i = 0; i < m_numbers.size(); ++i) {
        if (m_numbers[i] < 0 || quint64(m_numbers[i]) >= used)
            return false;
        samples.points[i].value = double(m_numbers[i]);
    }
    return true;
}

QByteArray BlockCoder::sketchOf(std::span<const Point> points) const
{
    if (points.size() <= stretch)
        return {};
    const bool whole = m_scaled.decimal && !m_scaled.single && m_scaled.exceptions.empty();
    const qint64 unit = timeUnit(points);
    Bytes bytes;
    bytes.reserve(256);
    bytes.push_back(whole ? quint8(m_scaled.exponent) : noExponent);
    bytes.push_back(quint8(unit == 1 ? 0 : unit == 1'000 ? 1 : 2));
    Micros time = 0;
    qint64 gap = 0;
    qint64 duration = 0;
    qint64 floor = 0;
    const auto putChange = [&](qint64 &from, qint64 number) {
        putSigned(bytes, number - from);
        from = number;
    };
    for (size_t at = 0; at < points.size(); at += stretch) {
        const size_t n = std::min(stretch, points.size() - at);
        const Summary s = summaryOf(points.subspan(at, n));
        putChange(gap, (s.time - time) / unit);
        putChange(duration, (s.endTime - s.time) / unit);
        time = s.endTime;
        if (!whole) {
            for (const double value : {s.min, s.max, s.first, s.last})
                putDouble(bytes, value);
            continue;
        }
        const auto numbers = std::span(m_scaled.numbers).subspan(at, n);
        const auto [min, max] = std::minmax_element(numbers.begin(), numbers.end());
        putChange(floor, *min);
        putVarint(bytes, quint64(*max - *min));
        putVarint(bytes, quint64(numbers.front() - *min));
        putVarint(bytes, quint64(numbers.back() - *min));
    }
    return {reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size())};
}

void BlockCoder::readSketch(const Header &header, std::vector<EnvelopeColumn> &entries)
{
    entries.clear();
    ByteReader from(header.sketch);
    const quint8 exponent = from.byte();
    const quint8 unitCode = from.byte();
    const quint64 unit = unitCode == 0 ? 1 : unitCode == 1 ? 1'000 : 1'000'000;
    const double power = exponent == noExponent ? 1 : std::pow(10.0, exponent);
    // Modulo 2^64: a sketch is not checked before it is used.
    quint64 time = 0;
    quint64 gap = 0;
    quint64 duration = 0;
    quint64 floor = 0;
    for (qint64 at = 0; at < header.summary.count && from.ok(); at += qint64(stretch)) {
        EnvelopeColumn column;
        column.count = std::min(qint64(stretch), header.summary.count - at);
        gap += quint64(from.signedVarint());
        duration += quint64(from.signedVarint());
        column.time = Micros(time += gap * unit);
        column.endTime = Micros(time += duration * unit);
        if (exponent == noExponent) {
            for (double *const value : {&column.min, &column.max, &column.first, &column.last})
                *value = from.number();
        } else {
            floor += quint64(from.signedVarint());
            column.min = double(qint64(floor)) / power;
            for (double *const value : {&column.max, &column.first, &column.last})
                *value = double(qint64(floor + from.varint())) / power;
        }
        entries.push_back(column);
    }
    if (entries.empty() || !from.ok())
        entries.assign(1, header.summary);
}

Block BlockCoder::encode(MetricId metric, BlockKind kind, const Samples &samples, size_t from, size_t to)
{
    const std::span<const Point> points = std::span(samples.points).subspan(from, to - from);
    Block block;
    block.header.metric = metric;
    block.header.kind = kind;
    block.bytes.resize(checksumSize);
    block.bytes.reserve(points.size() * 3 + 256);
    putVarint(block.bytes, points.size());
    encodeTimes(points, block.bytes);
    encodeFlags(samples, from, to, block.bytes);
    if (kind == BlockKind::Texts) {
        encodeTexts(points, samples.texts, block.bytes);
        const double nan = std::numeric_limits<double>::quiet_NaN();
        static_cast<EnvelopeColumn &>(block.header.summary) = {points.front().time, points.back().time, nan, nan, nan, nan, qint64(points.size())};
    } else {
        m_values.resize(points.size());
        std::transform(points.begin(), points.end(), m_values.begin(), [](const Point &point) { return point.value; });
        m_columns.scale(m_values, m_scaled);
        m_columns.encode(m_values, m_scaled, block.bytes);
        block.exponent = m_scaled.decimal && !m_scaled.single ? m_scaled.exponent : -1;
        block.header.summary = summaryOf(points);
        block.header.summary.sum = snapped(block.header.summary.sum, block.exponent);
        block.header.sketch = sketchOf(points);
    }
    seal(block);
    return block;
}

bool BlockCoder::decode(const Header &header, QByteArrayView bytes, Samples &samples)
{
    samples.clear();
    ByteReader from = opened(header, bytes);
    const quint64 n = from.varint();
    if (!from.ok() || n == 0 || n > maxSamples || qint64(n) != header.summary.count)
        return false;
    samples.points.resize(n);
    if (!decodeTimes(from, samples.points) || !decodeFlags(from, samples))
        return false;
    if (header.kind == BlockKind::Texts)
        return decodeTexts(from, samples) && from.atEnd();
    m_values.resize(n);
    if (header.kind != BlockKind::Numbers || !m_columns.decode(from, std::span(m_values)))
        return false;
    for (size_t i = 0; i < n; ++i)
        samples.points[i].value = m_values[i];
    return from.atEnd();
}

void BlockCoder::rollUp(std::span<const Point> points, Tier tier, int exponent, std::vector<Summary> &buckets)
{
    const Micros width = widthOf(tier);
    buckets.clear();
    for (size_t at = 0; at < points.size();) {
        const Micros end = (floorDiv(points[at].time, width) + 1) * width;
        size_t to = at + 1;
        while (to < points.size() && points[to].time < end)
            ++to;
        buckets.push_back(summaryOf(points.subspan(at, to - at)));
        buckets.back().sum = snapped(buckets.back().sum, exponent);
        at = to;
    }
}

void BlockCoder::encodeBucketValues(std::span<const Summary> buckets, Bytes &to)
{
    const size_t n = buckets.size();
    m_values.clear();
    for (const auto member : {&EnvelopeColumn::min, &EnvelopeColumn::max, &EnvelopeColumn::first, &EnvelopeColumn::last}) {
        for (const Summary &bucket : buckets)
            m_values.push_back(bucket.*member);
    }
    for (const Summary &bucket : buckets)
        m_values.push_back(bucket.sum);
    m_columns.scale(m_values, m_scaled);
    const bool relative = m_scaled.decimal && !m_scaled.single && m_scaled.exceptions.empty();
    to.push_back(relative ? quint8(m_scaled.exponent) : noExponent);
    if (!relative) {
        m_columns.encode(m_values, m_scaled, to);
        return;
    }
    // The minimum as it is, the others by how far they are above it: nothing at all where a bucket has one sample.
    std::vector<qint64> &numbers = m_scaled.numbers;
    for (size_t i = n; i < 5 * n; ++i) {
        const qint64 floor = numbers[i % n];
        numbers[i] -= i < 4 * n ? floor : floor * buckets[i % n].count;
    }
    for (size_t column = 0; column < 5; ++column)
        m_columns.encode(std::span<const qint64>(numbers).subspan(column * n, n), to);
}

bool BlockCoder::decodeBucketValues(ByteReader &from, std::vector<Summary> &buckets)
{
    const size_t n = buckets.size();
    const quint8 exponent = from.byte();
    m_values.resize(5 * n);
    if (exponent == noExponent) {
        if (!m_columns.decode(from, std::span(m_values)))
            return false;
    } else {
        const double power = std::pow(10.0, exponent);
        std::vector<qint64> &numbers = m_scaled.numbers;
        numbers.resize(5 * n);
        for (size_t column = 0; column < 5; ++column) {
            if (!m_columns.decode(from, std::span(numbers).subspan(column * n, n)))
                return false;
        }
        for (size_t i = 0; i < 5 * n; ++i) {
            const quint64 floor = i < n ? 0 : quint64(numbers[i % n]) * (i < 4 * n ? 1 : quint64(buckets[i % n].count));
            m_values[i] = double(qint64(quint64(numbers[i]) + floor)) / power;
        }
    }
    for (size_t i = 0; i < n; ++i) {
        Summary &bucket = buckets[i];
        bucket.min = m_values[i];
        bucket.max = m_values[n + i];
        bucket.first = m_values[2 * n + i];
        bucket.last = m_values[3 * n + i];
        bucket.sum = m_values[4 * n + i];
    }
    return true;
}

Block BlockCoder::encodeBuckets(MetricId metric, Tier tier, std::span<const Summary> buckets)
{
    const Micros width = widthOf(tier);
    const Micros unit = width / 60;
    Block block;
    block.header.metric = metric;
    block.header.tier = tier;
    block.header.kind = BlockKind::Buckets;
    block.bytes.resize(checksumSize);
    putVarint(block.bytes, buckets.size());
    m_numbers.resize(buckets.size());
    const auto column = [&](auto numberOf) {
        std::transform(buckets.begin(), buckets.end(), m_numbers.begin(), numberOf);
        m_columns.encode(std::span<const qint64>(m_numbers), block.bytes);
    };
    const auto start = [&](const Summary &bucket) { return floorDiv(bucket.time, width); };
    column(start);
    column([&](const Summary &bucket) { return (bucket.time - start(bucket) * width) / unit; });
    column([&](const Summary &bucket) { return (bucket.endTime - start(bucket) * width + unit - 1) / unit; });
    column([](const Summary &bucket) { return bucket.count; });
    encodeBucketValues(buckets, block.bytes);
    for (const Summary &bucket : buckets)
        absorb(block.header.summary, bucket);
    seal(block);
    return block;
}

bool BlockCoder::decodeBuckets(const Header &header, QByteArrayView bytes, std::vector<Summary> &buckets)
{
    const Micros width = widthOf(header.tier);
    buckets.clear();
    ByteReader from = opened(header, bytes);
    const quint64 n = from.varint();
    if (!from.ok() || header.kind != BlockKind::Buckets || width == 0 || n == 0 || n > maxSamples)
        return false;
    buckets.resize(n);
    m_numbers.resize(n);
    const auto column = [&](auto take) {
        if (!m_columns.decode(from, std::span(m_numbers)))
            return false;
        for (size_t i = 0; i < n; ++i)
            take(buckets[i], m_numbers[i]);
        return true;
    };
    std::vector<qint64> starts;
    if (!column([&](Summary &, qint64 number) { starts.push_back(number * width); }))
        return false;
    size_t at = 0;
    if (!column([&](Summary &bucket, qint64 number) { bucket.time = starts[at++] + number * (width / 60); }))
        return false;
    at = 0;
    if (!column([&](Summary &bucket, qint64 number) {
            bucket.endTime = std::min(starts[at] + number * (width / 60), starts[at] + width - 1);
            ++at;
        }))
        return false;
    return column([](Summary &bucket, qint64 number) { bucket.count = number; }) && decodeBucketValues(from, buckets) && from.atEnd();
}

} // namespace muster::history
