#pragma once

#include "backends/mqtt/conventions/convention.h"
#include "backends/mqtt/conventions/template/program.h"

namespace muster::mqtt {

/// The payload that carries out a command. Errors: Invalid, with a sentence, when the argument is of the wrong type or out of range.
///   {OnOff, on "ON", off "OFF"}, true → ON            {Value}, 21.0 → 21
///   {Json, on {"state":"ON","brightness":, off }}, 128 → {"state":"ON","brightness":128}
///   {Xy, …}, "#ff0000" → {"state":"ON","color":{"x":0.6401,"y":0.33}}
[[nodiscard]] Result<QByteArray> encode(const CommandEncoding &encoding, const CommandInfo &command, const Value &argument);

/// A command template with its variables. Errors: Unsupported or Corrupt, with a phrase or sentence.
[[nodiscard]] Result<QByteArray> rendered(const QByteArray &source, const QList<TemplateProgram::Variable> &variables);

} // namespace muster::mqtt
