#pragma once

class QThread;

namespace muster {

class Fleet;
class Past;
class Watches;

/// What every chart is built from; all of it outlives the charts.
struct ChartParts
{
    Fleet &fleet;
    Watches &watches;
    Past &past;
    QThread *exportThread = nullptr; ///< where charts are written to files; null: on the main one
};

} // namespace muster
