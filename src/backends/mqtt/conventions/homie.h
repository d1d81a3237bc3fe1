#pragma once

#include "backends/mqtt/conventions/convention.h"

namespace muster::mqtt {

/// Homie 3, 4 and 5 (homieiot.github.io). 3 and 4 describe a device by one topic for each attribute, 5 by a JSON document in $description. What they
/// describe is read by bindings; settable properties are commands, confirmed by $target where the device uses it, else by the value.
[[nodiscard]] std::unique_ptr<Convention> homie();

/// A property of either version.
struct HomieProperty
{
    QByteArray node {};
    QByteArray id {};
    QString name {};
    QByteArray datatype {};  ///< integer, float, boolean, string, enum, color, datetime, duration, json
    QByteArray format {};
    QString unit {};
    bool settable = false;
    bool retained = true;
    bool hasTarget = false;  ///< the device says what it is on the way to

    [[nodiscard]] QString key() const { return QString::fromUtf8(node) + QLatin1Char('.') + QString::fromUtf8(id); }
};

/// Whether its datatype is known and its format one that the datatype may have.
[[nodiscard]] bool isValid(const HomieProperty &property);
/// Adds its metric, binding and command; `base` is the device's topic.
void addProperty(Announcement &announcement, const HomieProperty &property, const QByteArray &base);

} // namespace muster::mqtt
