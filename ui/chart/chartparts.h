#pragma once

namespace muster {

class Alarms;
class Archive;
class Calculations;
class CursorLink;
class Fleet;
class Past;
class Watches;

/// What every chart is built from; all of it outlives the charts.
struct ChartParts
{
    Fleet &fleet;
    Watches &watches;
    Past &past;
    CursorLink &cursors;
    Calculations *calculations = nullptr; ///< null: there are no calculated metrics
    Archive *archive = nullptr; ///< writes charts to files; null: they cannot be exported as tables
    const Alarms *alarms = nullptr; ///< whose limits are drawn; null: none
};

} // namespace muster
