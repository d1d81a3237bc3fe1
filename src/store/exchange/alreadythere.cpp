#include "store/exchange/alreadythere.h"

#include "store/history/history.h"

#include <algorithm>
#include <bit>
#include <vector>

namespace muster {

namespace {

constexpr qsizetype pageSamples = 65'536;

/// The samples of one metric in a batch, by time.
struct Candidates
{
    const SampleBatch &batch;
    std::vector<qsizetype> places {}; ///< in the batch
    std::vector<bool> &taken;

    [[nodiscard]] Micros time(qsizetype place) const { return batch.samples.at(place).time; }
    void take(const Sample &sample, const QStringList &texts, qsizetype itself);
};

bool saysTheSame(const Sample &a, const QStringList &textsOfA, const Sample &b, const QStringList &textsOfB)
{
    const bool isText = a.flags & Sample::Text;
    if (isText != bool(b.flags & Sample::Text))
        return false;
    return isText ? textsOfA.value(qsizetype(a.value)) == textsOfB.value(qsizetype(b.value)) : std::bit_cast<quint64>(a.value) == std::bit_cast<quint64>(b.value);
}

/// Takes out all that say the same as this one but the one at the place `itself`.
void Candidates::take(const Sample &sample, const QStringList &texts, qsizetype itself)
{
    auto place = std::lower_bound(places.cbegin(), places.cend(), sample.time, [this](qsizetype at, Micros wanted) { return time(at) < wanted; });
    for (; place != places.cend() && time(*place) == sample.time; ++place) {
        if (*place != itself && !taken[size_t(*place)] && saysTheSame(batch.samples.at(*place), batch.texts, sample, texts))
            taken[size_t(*place)] = true;
    }
}

Result<void> compareWithHistory(History &history, MetricId metric, Candidates &candidates)
{
    const Micros end = candidates.time(candidates.places.back()) + 1;
    Micros from = candidates.time(candidates.places.front());
    while (from < end) {
        const auto page = history.read(metric, from, end, pageSamples);
        if (!page)
            return tl::unexpected(page.error());
        for (const Sample &sample : page->samples)
            candidates.take(sample, page->texts, -1);
        if (page->complete)
            break;
        from = page->next;
    }
    return {};
}

} // namespace

Result<qint64> leaveOutRecorded(History &history, SampleBatch &batch)
{
    QHash<MetricId, std::vector<qsizetype>> places;
    for (qsizetype i = 0; i < batch.samples.size(); ++i)
        places[batch.samples.at(i).metric].push_back(i);
    std::vector<bool> taken(size_t(batch.samples.size()));
    for (auto metric = places.begin(); metric != places.end(); ++metric) {
        Candidates candidates {batch, std::move(metric.value()), taken};
        std::stable_sort(candidates.places.begin(), candidates.places.end(), [&](qsizetype a, qsizetype b) { return candidates.time(a) < candidates.time(b); });
        if (auto compared = compareWithHistory(history, metric.key(), candidates); !compared)
            return tl::unexpected(compared.error());
        for (const qsizetype place : candidates.places) {
            if (!taken[size_t(place)])
                candidates.take(batch.samples.at(place), batch.texts, place);
        }
    }
    qsizetype at = 0;
    return batch.samples.removeIf([&](const Sample &) { return taken[size_t(at++)]; });
}

} // namespace muster
