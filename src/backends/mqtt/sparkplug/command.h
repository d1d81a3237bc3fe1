#pragma once

#include "backends/mqtt/sparkplug/datatypes.h"

#include "core/sample.h"

namespace muster::mqtt::sparkplug {

inline constexpr char rebirthName[] = "Node Control/Rebirth";
inline constexpr char bdSeqName[] = "bdSeq";

/// A metric to be written, without its value: its alias where it has one, else its name, and its type. Edge nodes built on Eclipse Tahu read nothing of a
/// command without a type, so it is there although the specification would rather leave it out.
[[nodiscard]] QByteArray commandMetric(const QByteArray &name, std::optional<quint64> alias, DataType type);

/// The payload of an NCMD or DCMD that writes `argument` to the metric; of a command without an argument: true. No sequence number.
/// Errors: Invalid, with a sentence, when the argument is not of the metric's type or beyond what the type or the device takes.
[[nodiscard]] Result<QByteArray> commandPayload(const QByteArray &metric, const CommandInfo &command, const Value &argument, Micros now);

/// The payload of an NCMD that asks an edge node for its births. By name: a rebirth has no alias.
[[nodiscard]] QByteArray rebirthPayload(Micros now);

/// How a metric of this type is commanded: argument and range. None: not at all (data sets, templates, arrays, bytes).
[[nodiscard]] std::optional<CommandInfo> commandOf(DataType type, const PropertySet &properties);

} // namespace muster::mqtt::sparkplug
