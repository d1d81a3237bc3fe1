#pragma once

#include <QList>
#include <QString>

class QKeyEvent;

namespace muster {
class ChartView;
}

/// What the keys do in a chart.
namespace muster::chartkeys {

struct Key
{
    QString what {};
    QString keys {};
};

/// For the list of shortcuts.
[[nodiscard]] QList<Key> all();

/// False: this key means nothing here.
bool press(ChartView &chart, const QKeyEvent &event);

} // namespace muster::chartkeys
