#pragma once

#include "core/series.h"

#include <optional>

namespace muster {

/// When a device was silent for so long that a straight line over it would tell a story nobody heard. A silence is a gap when it exceeds all of
///   5 × the median distance of the samples in view (a missed value or two is normal),
///   3 × the distance that 90 % of them keep (devices that talk in bursts, or when something changes),
///   2 pixels.
/// What is usual is remembered for views that hold too few samples to tell, such as one inside of a gap.
class GapRule
{
public:
    /// How samples of a metric follow each other.
    struct Usual
    {
        Micros median = 0;
        Micros most = 0;   ///< what 90 % keep
    };
    static constexpr qsizetype fewest = 8; ///< distances needed to tell

    /// None: too few samples.
    [[nodiscard]] static std::optional<Usual> usual(const Envelope &envelope);
    [[nodiscard]] static Micros limit(const Usual &usual, Micros column);

    /// The longest silence that is no gap; 0: not known. Looks at the envelope when `fresh` or when the columns are others than before.
    [[nodiscard]] Micros limit(const Envelope &envelope, const Series &series, Micros column, bool fresh);

private:
    std::optional<Usual> m_usual;
    Micros m_column = 0;
};

} // namespace muster
