#pragma once

#include "core/ids.h"

#include <QList>
#include <QStringList>

namespace muster {

/// Microseconds since 1970-01-01T00:00:00Z. Everything inside Muster that has a time uses it.
using Micros = qint64;

/// The current wall-clock time.
[[nodiscard]] Micros nowMicros();

/// One value of one metric at one time: 24 bytes, no pointers. Numbers are themselves; booleans are 0 or 1; an enumeration is the
/// index into Metric::options; a text or event is the index into SampleBatch::texts (flag Text).
struct Sample
{
    enum Flag : quint16 {
        Text = 1,        ///< value is an index into SampleBatch::texts
        DeviceTime = 2,  ///< time came from the device; else it is the arrival
        Retained = 4,    ///< the broker kept it: it may be old, its time is the arrival
    };
    Micros time = 0;
    double value = 0;
    MetricId metric {};
    quint16 flags = 0;
    quint16 reserved = 0;
};
static_assert(sizeof(Sample) == 24);

/// Samples in order of arrival and the texts they refer to. Implicitly shared: passing it between threads copies nothing.
struct SampleBatch
{
    QList<Sample> samples {};
    QStringList texts {};
};

} // namespace muster

Q_DECLARE_METATYPE(muster::SampleBatch)
