#pragma once

#include "core/fleet.h"

#include <QObject>

#include <functional>

class QMenu;
class QWidget;

namespace muster {

/// The parts of context menus that several views share.
namespace devicemenu {

/// A submenu of all groups, with their paths, and one for a new group; `chosen` gets the one picked. Group 0 is offered as `withoutGroup` when that is not empty.
void addGroups(QMenu &menu, Fleet &fleet, const QString &withoutGroup, const std::function<void(GroupId)> &chosen);

/// As reported, M2M or IoT, checked when all `devices` agree.
void addKinds(QMenu &menu, Fleet &fleet, const QList<DeviceId> &devices);

/// Asks for the tags of devices in a dialog: one line, separated by commas.
void askTags(QWidget *parent, Fleet &fleet, const QList<DeviceId> &devices);

/// Asks for a name and makes a group of it; `made` gets the new group.
void askNewGroup(QWidget *parent, Fleet &fleet, GroupId below, const std::function<void(GroupId)> &made);

/// Whether it speaks over a serial line, a port or one inside Bluetooth: it can be chosen how it is read.
[[nodiscard]] bool hasSerialLine(const Device &device);
/// Likewise, of one device.
[[nodiscard]] bool hasSerialLine(const Fleet &fleet, const QList<DeviceId> &devices);
[[nodiscard]] QString readingText();

} // namespace devicemenu

/// "Hall A ▸ Corner".
[[nodiscard]] QString groupPath(const Fleet &fleet, GroupId group);

} // namespace muster
