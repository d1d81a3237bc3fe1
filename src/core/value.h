#pragma once

#include <QMetaType>
#include <QString>

#include <variant>

namespace muster {

/// What a metric can be worth or a command can be given: nothing, a boolean, a number or text.
/// An enumeration's value is its option's text on the way in and out; a Sample carries the option's index.
using Value = std::variant<std::monostate, bool, double, QString>;

} // namespace muster

Q_DECLARE_METATYPE(muster::Value)
