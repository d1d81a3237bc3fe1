#pragma once

#include "backends/mqtt/conventions/convention.h"

#include <QString>

#include <string>
#include <string_view>

namespace muster::mqtt {

/// A path into a JSON document, flattened so that two paths are the same exactly when their bytes are:
/// 0x1F + a member's name, 0x1E + an element's number, one after the other. `a.b[0]` is "\x1F""a\x1F""b\x1E""0".
/// (A name that holds these control characters itself cannot be addressed.)
inline constexpr char memberMark = '\x1F';
inline constexpr char elementMark = '\x1E';

void appendMember(std::string &path, std::string_view name);
void appendElement(std::string &path, size_t index);

/// The path as people and metric keys write it: "a.b.0".
[[nodiscard]] QString dotted(std::string_view path);

/// The place a Home Assistant value template names: no template, `{{ value }}` and plain paths such as `{{ value_json.a.b['c'][0] }}`, also
/// with `| is_defined` behind, are read straight from the document; other templates are evaluated (template/program.h), and those that cannot
/// be are Place::Kind::None.
///   placeOf("{{ value_json.power }}") → {Json, "\x1Fpower"}     placeOf("") → {Text}     placeOf("{{ now() }}") → {None}
[[nodiscard]] Place placeOf(const QString &valueTemplate);

/// A command template with one plain `{{ value }}` in it and text around: `{"position": {{ value }}}`.
struct Around
{
    bool understood = false;
    QByteArray before {};
    QByteArray after {};
};
[[nodiscard]] Around aroundValue(const QString &commandTemplate);

} // namespace muster::mqtt
