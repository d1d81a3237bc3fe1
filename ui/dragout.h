#pragma once

#include "core/fleet.h"

class QWidget;

/// Starts a drag of devices or metrics from a widget, with a small card under the pointer that says what is carried. Returns when it was dropped or given up.
namespace muster::dragout {

void devices(QWidget *from, const Fleet &fleet, const QList<DeviceId> &devices);
void metrics(QWidget *from, const Fleet &fleet, const QList<MetricId> &metrics);

} // namespace muster::dragout
