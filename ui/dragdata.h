#pragma once

#include "core/ids.h"

#include <QList>

class QMimeData;

/// What is dragged inside the window: devices (from Discovered or the fleet) or metrics (from the inspector). Ids only, valid in this process.
namespace muster::dragdata {

inline constexpr char devicesType[] = "application/x-muster-devices";
inline constexpr char metricsType[] = "application/x-muster-metrics";

/// The caller (QDrag, a model) takes ownership.
[[nodiscard]] QMimeData *ofDevices(const QList<DeviceId> &devices);
[[nodiscard]] QMimeData *ofMetrics(const QList<MetricId> &metrics);

/// Empty when the data is something else, or from another process.
[[nodiscard]] QList<DeviceId> devices(const QMimeData &data);
[[nodiscard]] QList<MetricId> metrics(const QMimeData &data);

} // namespace muster::dragdata
