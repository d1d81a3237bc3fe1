#include "ui/chart/gaps.h"

#include <algorithm>
#include <vector>

namespace muster {

namespace {

constexpr qsizetype remembered = 64; ///< samples of live memory that tell what is usual when the view does not

std::optional<GapRule::Usual> ranked(std::vector<Micros> &distances)
{
    if (qsizetype(distances.size()) < GapRule::fewest)
        return std::nullopt;
    const auto at = [&](size_t place) {
        std::nth_element(distances.begin(), distances.begin() + qsizetype(place), distances.end());
        return distances[place];
    };
    const size_t last = distances.size() - 1;
    return GapRule::Usual {at(last / 2), at(last * 9 / 10)};
}

std::optional<GapRule::Usual> usualOf(const Series &series)
{
    std::vector<Micros> distances;
    for (qsizetype i = std::max<qsizetype>(1, series.size() - remembered); i < series.size(); ++i)
        distances.push_back(series.timeAt(i) - series.timeAt(i - 1));
    return ranked(distances);
}

} // namespace

std::optional<GapRule::Usual> GapRule::usual(const Envelope &envelope)
{
    std::vector<Micros> distances;
    distances.reserve(size_t(envelope.size()));
    for (qsizetype i = 0; i + 1 < envelope.size(); ++i) {
        const EnvelopeColumn &column = envelope.at(i);
        distances.push_back((envelope.at(i + 1).time - column.time) / std::max<qint64>(1, column.count));
    }
    return ranked(distances);
}

Micros GapRule::limit(const Usual &usual, Micros column)
{
    return std::max({5 * usual.median, 3 * usual.most, 2 * column});
}

Micros GapRule::limit(const Envelope &envelope, const Series &series, Micros column, bool fresh)
{
    if (fresh || column != m_column || !m_usual) {
        m_column = column;
        if (const auto seen = usual(envelope))
            m_usual = seen;
        else if (!m_usual)
            m_usual = usualOf(series);
    }
    return m_usual ? limit(*m_usual, column) : 0;
}

} // namespace muster
