#pragma once

#include "ui/models/cellwords.h"
#include "ui/models/fleetmodel.h"

namespace muster {

/// How the cells of the fleet table read: aloud, in tool tips (escaped) and when copied.
[[nodiscard]] CellWords fleetWords(const Fleet &fleet, const FleetModel &model);

/// "temperature: 21.5 °C" and when it was said, for tool tips of any cell that shows a metric.
[[nodiscard]] QString metricTip(const MetricState &state);

} // namespace muster
