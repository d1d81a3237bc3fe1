#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QImage>

namespace muster {
class ChartView;
}

/// A chart as a picture, with its legend.
namespace muster::picture {

/// `factor`: pixels per unit of the screen's size.
[[nodiscard]] QImage image(ChartView &chart, qreal factor = 2);
[[nodiscard]] QByteArray svg(ChartView &chart);
/// Writes bytes as a file, whole or not at all.
Result<void> write(const QString &path, const QByteArray &bytes);
Result<void> writePng(ChartView &chart, const QString &path);

} // namespace muster::picture
