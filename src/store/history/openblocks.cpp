#include "store/history/openblocks.h"

#include <algorithm>

namespace muster::history {

namespace {

constexpr qsizetype textLimit = 256 << 10; // a dictionary larger than this makes a block due
constexpr qsizetype textOverhead = 80;     // a short QString in a list and in a hash

qsizetype bytesOf(const Samples &samples)
{
    return qsizetype(samples.points.capacity()) * qsizetype(sizeof(Point)) + qsizetype(samples.flags.capacity()) * qsizetype(sizeof(quint16));
}

} // namespace

void OpenBlocks::grow(Samples &samples)
{
    const qsizetype before = bytesOf(samples);
    const size_t capacity = samples.points.capacity();
    samples.points.reserve(capacity < 16 ? 16 : capacity < 1024 ? capacity * 2 : capacity + capacity / 2);
    m_bytes += bytesOf(samples) - before;
}

void OpenBlocks::begin(MetricId metric, Open &open, quint64 row)
{
    if (open.firstRow)
        return;
    open.firstRow = row;
    m_order.emplace_back(metric, row);
}

void OpenBlocks::noteFlags(MetricId metric, Open &open, quint16 flags, quint64 row)
{
    begin(metric, open, row);
    Samples &samples = open.numbers;
    if (samples.points.empty()) {
        samples.commonFlags = flags;
        return;
    }
    const qsizetype before = bytesOf(samples);
    if (samples.flags.empty())
        samples.flags.assign(samples.points.size(), samples.commonFlags);
    samples.flags.push_back(flags);
    m_bytes += bytesOf(samples) - before;
}

void OpenBlocks::makeDue(MetricId metric, Open &open)
{
    open.due = true;
    m_due.push_back(metric);
}

void OpenBlocks::appendText(MetricId metric, Micros time, const QString &text, quint16 flags, quint64 row)
{
    if (metric.n >= m_open.size())
        m_open.resize(metric.n + 1);
    Open &open = m_open[metric.n];
    begin(metric, open, row);
    open.hasTexts = true;
    Texts &texts = m_texts[metric.n];
    int code = texts.codes.value(text, -1);
    if (code < 0) {
        const qsizetype bytes = textOverhead + 2 * text.size();
        texts.bytes += bytes;
        m_bytes += bytes;
        code = int(texts.samples.texts.size());
        texts.codes.insert(text, code);
        texts.samples.texts.append(text);
    }
    const qsizetype before = bytesOf(texts.samples);
    texts.samples.points.push_back({time, double(code)});
    texts.samples.flags.push_back(flags);
    m_bytes += bytesOf(texts.samples) - before;
    ++m_samples;
    if ((texts.samples.points.size() >= m_target || texts.bytes > textLimit) && !open.due)
        makeDue(metric, open);
}

std::vector<MetricId> OpenBlocks::takeDue()
{
    std::vector<MetricId> due = std::move(m_due);
    m_due.clear();
    std::erase_if(due, [&](MetricId metric) { return !m_open[metric.n].due; });
    return due;
}

void OpenBlocks::makeDue(const std::vector<MetricId> &metrics)
{
    m_due.insert(m_due.end(), metrics.begin(), metrics.end());
    for (const MetricId metric : metrics)
        m_open[metric.n].due = true;
}

quint64 OpenBlocks::oldestRow()
{
    while (!m_order.empty() && m_open[m_order.front().first.n].firstRow != m_order.front().second)
        m_order.pop_front();
    return m_order.empty() ? 0 : m_order.front().second;
}

std::vector<MetricId> OpenBlocks::begunBy(quint64 row, size_t limit) const
{
    std::vector<MetricId> metrics;
    for (const auto &[metric, first] : m_order) {
        if (first > row || metrics.size() >= limit)
            break;
        if (m_open[metric.n].firstRow == first)
            metrics.push_back(metric);
    }
    return metrics;
}

std::vector<MetricId> OpenBlocks::largest() const
{
    std::vector<std::pair<qsizetype, MetricId>> sizes;
    for (const MetricId metric : all()) {
        const Open &open = m_open[metric.n];
        sizes.emplace_back(bytesOf(open.numbers) + (open.hasTexts ? m_texts[metric.n].bytes : 0), metric);
    }
    std::sort(sizes.rbegin(), sizes.rend());
    std::vector<MetricId> metrics;
    qsizetype left = m_bytes;
    for (const auto &[size, metric] : sizes) {
        if (left <= m_budget / 4 * 3)
            break;
        left -= size;
        metrics.push_back(metric);
    }
    return metrics;
}

std::vector<MetricId> OpenBlocks::all() const
{
    std::vector<MetricId> metrics;
    for (size_t n = 0; n < m_open.size(); ++n) {
        if (m_open[n].firstRow)
            metrics.push_back({quint32(n)});
    }
    return metrics;
}

const OpenBlocks::Texts *OpenBlocks::texts(MetricId metric) const
{
    const auto found = m_texts.constFind(metric.n);
    return found == m_texts.cend() ? nullptr : &*found;
}

void OpenBlocks::sort(MetricId metric)
{
    m_open[metric.n].numbers.sort();
    if (m_open[metric.n].hasTexts)
        m_texts[metric.n].samples.sort();
}

void OpenBlocks::clear(MetricId metric)
{
    Open &open = m_open[metric.n];
    m_samples -= qint64(open.numbers.points.size());
    if (open.hasTexts) {
        const Texts texts = m_texts.take(metric.n);
        m_samples -= qint64(texts.samples.points.size());
        m_bytes -= texts.bytes + bytesOf(texts.samples);
    }
    // What filled up once will do so again; anything else gives its memory back.
    const bool keep = m_bytes <= m_budget / 4 * 3 && open.numbers.points.size() >= m_target / 2 && open.numbers.points.capacity() <= 2 * m_target &&
                      open.numbers.flags.empty();
    if (keep) {
        open.numbers.points.clear();
    } else {
        m_bytes -= bytesOf(open.numbers);
        open.numbers = {};
    }
    open.firstRow = 0;
    open.hasTexts = false;
    open.due = false;
}

} // namespace muster::history
