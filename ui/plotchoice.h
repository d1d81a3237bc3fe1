#pragma once

#include "core/ids.h"

#include <QList>

namespace muster {

class Fleet;

/// What a person means by "plot these devices": of one, everything it measures; of several, what they have in common: the first metric of each
/// that has the key of the first one's first, else its own first. Never diagnostics, text, or what cannot be decoded; at most `most`.
[[nodiscard]] QList<MetricId> metricsToPlot(const Fleet &fleet, const QList<DeviceId> &devices, qsizetype most = 8);

} // namespace muster
