#pragma once

namespace muster {

class Automations;
class Fleet;
class FleetColumns;
class Past;
class Scenes;

/// What the windows of the automations are about; all of it outlives them.
struct AutomationRoom
{
    const Fleet &fleet;
    FleetColumns &columns;
    Automations &automations;
    Past &past;
    const Scenes &scenes;
};

} // namespace muster
