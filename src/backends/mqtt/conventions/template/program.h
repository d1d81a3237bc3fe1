#pragma once

#include "core/result.h"

#include "backends/mqtt/conventions/template/syntax.h"

namespace muster::mqtt {

/// What a template made of a payload. `text` is trimmed; it is valid for Rendered::Value only.
struct Rendering
{
    Rendered state = Rendered::Error;
    QString text {};
};

/// A Home Assistant template (Jinja with Home Assistant's filters), ready to run: bounded in steps, depth and output, without side effects.
/// What it cannot evaluate exactly as Home Assistant would is refused by compile(); a wrong value never comes out of it.
///   compile("{{ value_json.pa | float / 100 }}") on {"pa":101325} → "1013.25"
///   compile("{{ now() }}") → Unsupported: “now” in a template is not supported
class TemplateProgram
{
public:
    static constexpr qsizetype maxSize = 16 * 1024; ///< characters

    /// Errors: Unsupported, Corrupt or TooLarge, with a phrase for people.
    [[nodiscard]] static Result<TemplateProgram> compile(const QString &text);

    struct Variable
    {
        QString name {};
        Datum value {};
    };
    [[nodiscard]] Rendering render(const QList<Variable> &variables) const;
    /// `value` is the payload's text; `json` the payload parsed, or null where it is no JSON.
    [[nodiscard]] Rendering render(QByteArrayView value, const simdjson::dom::element *json) const;

private:
    Syntax m_syntax;
};

} // namespace muster::mqtt
