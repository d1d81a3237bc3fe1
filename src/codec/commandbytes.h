#pragma once

#include "codec/profile.h"

namespace muster::codec {

/// What is wrong with a `send` of a profile; empty: nothing.
[[nodiscard]] QString sendFault(const QByteArray &send, bool bytes, bool hasArgument);

/// The payload of a command, without framing. Invalid: the argument is missing, of another type or out of range, in a sentence naming it.
[[nodiscard]] Result<QByteArray> commandPayload(const CommandSpec &command, const Value &argument);
/// What a script is given for a command it makes the bytes of: {"command": "speed", "value": 3}. The argument is checked and written as for `send`;
/// without one there is no value. Errors likewise.
[[nodiscard]] Result<QByteArray> scriptOrder(const CommandSpec &command, const Value &argument);
[[nodiscard]] QByteArray pollPayload(const PollSpec &poll);

} // namespace muster::codec
