#include "backends/mqtt/conventions/commandencoding.h"

#include "backends/mqtt/conventions/scalars.h"
#include "backends/mqtt/conventions/template/program.h"
#include "backends/mqtt/conventions/words.h"
#include "backends/mqtt/sparkplug/command.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>
#include <cmath>

namespace muster::mqtt {

namespace {

using Form = CommandEncoding::Form;

tl::unexpected<Error> wrong(const CommandInfo &command, const QString &wanted)
{
    return failure(Error::Code::Invalid, Words::tr("“%1” wants %2.").arg(command.name.isEmpty() ? command.key : command.name, wanted));
}

// ---- colours ------------------------------------------------------------------------------------------------------------------

using Rgb = std::array<double, 3>; // 0…255 each

// "#rrggbb", or three numbers 0…255 with commas between.
std::optional<Rgb> parsedColor(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.size() == 7 && trimmed.startsWith(QLatin1Char('#'))) {
        bool ok = false;
        const uint bits = QStringView(trimmed).sliced(1).toUInt(&ok, 16);
        return ok ? std::optional<Rgb>({double(bits >> 16), double((bits >> 8) & 255), double(bits & 255)}) : std::nullopt;
    }
    const QStringList parts = trimmed.split(QLatin1Char(','));
    if (parts.size() != 3)
        return std::nullopt;
    Rgb color {};
    for (size_t i = 0; i < 3; ++i) {
        const auto part = strictNumber(parts[qsizetype(i)].toUtf8());
        if (!part || *part < 0 || *part > 255)
            return std::nullopt;
        color[i] = std::round(*part);
    }
    return color;
}

double rounded(double value, double step)
{
    return std::round(value / step) * step;
}

// Hue 0…360°, saturation 0…100 %.
QByteArray hueSaturation(const Rgb &c)
{
    const double high = std::max({c[0], c[1], c[2]});
    const double span = high - std::min({c[0], c[1], c[2]});
    double hue = 0;
    if (span > 0)
        hue = high == c[0] ? (c[1] - c[2]) / span : high == c[1] ? 2 + (c[2] - c[0]) / span : 4 + (c[0] - c[1]) / span;
    hue = std::fmod(hue * 60 + 360, 360);
    const double saturation = high > 0 ? span / high * 100 : 0;
    return "{\"h\":" + QByteArray::number(rounded(hue, 0.001), 'g', 6) + ",\"s\":" + QByteArray::number(rounded(saturation, 0.001), 'g', 6) + '}';
}

// CIE 1931 x and y for sRGB with the D65 white point (IEC 61966-2-1): linearise, then the standard matrix. Black has no colour: white.
QByteArray chromaticity(const Rgb &color)
{
    Rgb c {};
    for (size_t i = 0; i < 3; ++i) {
        const double v = color[i] / 255;
        c[i] = v > 0.04045 ? std::pow((v + 0.055) / 1.055, 2.4) : v / 12.92;
    }
    const double x = 0.4124 * c[0] + 0.3576 * c[1] + 0.1805 * c[2];
    const double y = 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2];
    const double sum = x + y + 0.0193 * c[0] + 0.1192 * c[1] + 0.9505 * c[2];
    const double cx = sum > 0 ? x / sum : 0.3127;
    const double cy = sum > 0 ? y / sum : 0.329;
    return "{\"x\":" + QByteArray::number(cx, 'g', 4) + ",\"y\":" + QByteArray::number(cy, 'g', 4) + '}';
}

QByteArray colorObject(Form form, const Rgb &c)
{
    if (form == Form::Hs)
        return hueSaturation(c);
    if (form == Form::Xy)
        return chromaticity(c);
    const char *whites = form == Form::Rgbw ? ",\"w\":0}" : form == Form::Rgbww ? ",\"c\":0,\"w\":0}" : "}";
    return "{\"r\":" + plainNumber(c[0]) + ",\"g\":" + plainNumber(c[1]) + ",\"b\":" + plainNumber(c[2]) + whites;
}

// ---- arguments ----------------------------------------------------------------------------------------------------------------

QByteArray jsonString(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray {text}).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2);
}

Result<QByteArray> numberText(const CommandInfo &command, const Value &argument)
{
    const double *number = std::get_if<double>(&argument);
    if (!number || !std::isfinite(*number) || *number < command.minimum || *number > command.maximum) {
        return wrong(command, Words::tr("a number between %1 and %2").arg(QString::fromLatin1(plainNumber(command.minimum)),
                                                                   QString::fromLatin1(plainNumber(command.maximum))));
    }
    return plainNumber(*number);
}

// The argument as text, or as a JSON scalar.
Result<QByteArray> argumentText(const CommandInfo &command, const Value &argument, bool json)
{
    if (command.argument == ArgumentType::Number)
        return numberText(command, argument);
    const QString *text = std::get_if<QString>(&argument);
    if (command.argument == ArgumentType::Boolean) {
        const bool *flag = std::get_if<bool>(&argument);
        return flag ? Result<QByteArray>(*flag ? "true" : "false") : wrong(command, Words::tr("on or off"));
    }
    if (!text)
        return wrong(command, Words::tr("a text"));
    if (command.argument == ArgumentType::Enumeration && !command.options.contains(*text))
        return wrong(command, Words::tr("one of: %1").arg(command.options.join(QStringLiteral(", "))));
    return json ? jsonString(*text) : text->toUtf8();
}

// The argument as a template sees it: whole numbers without a point.
Datum datumOf(const Value &argument)
{
    if (const bool *flag = std::get_if<bool>(&argument))
        return Datum::boolean(*flag);
    if (const QString *text = std::get_if<QString>(&argument))
        return Datum::string(*text);
    const double *number = std::get_if<double>(&argument);
    if (!number)
        return Datum::none();
    return std::floor(*number) == *number && std::abs(*number) < 1e15 ? Datum::number(qint64(*number)) : Datum::number(*number);
}

Result<QByteArray> templateText(const CommandEncoding &encoding, const CommandInfo &command, const Value &argument)
{
    if (const auto valid = argumentText(command, argument, false); !valid && command.argument != ArgumentType::None)
        return valid;
    QList<TemplateProgram::Variable> variables {{QStringLiteral("value"), datumOf(argument)}, {QStringLiteral("state"), Datum::string(QStringLiteral("on"))}};
    if (!encoding.off.isEmpty())
        variables.append({QString::fromUtf8(encoding.off), datumOf(argument)});
    if (const QString *text = std::get_if<QString>(&argument); text && command.argument == ArgumentType::Text) {
        if (const auto color = parsedColor(*text)) {
            for (size_t i = 0; i < 3; ++i)
                variables.append({QLatin1String(i == 0 ? "red" : i == 1 ? "green" : "blue"), Datum::number(qint64((*color)[i]))});
        }
    }
    return rendered(encoding.on, variables);
}

} // namespace

Result<QByteArray> rendered(const QByteArray &source, const QList<TemplateProgram::Variable> &variables)
{
    const auto program = TemplateProgram::compile(QString::fromUtf8(source));
    if (!program)
        return tl::unexpected(program.error());
    const Rendering rendering = program->render(variables);
    if (rendering.state != Rendered::Value)
        return failure(Error::Code::Unsupported, Words::tr("The device's template made nothing of this value."));
    return rendering.text.toUtf8();
}

Result<QByteArray> encode(const CommandEncoding &encoding, const CommandInfo &command, const Value &argument)
{
    switch (encoding.form) {
    case Form::Fixed:
        return encoding.on;
    case Form::Choice: {
        const QString *text = std::get_if<QString>(&argument);
        const qsizetype at = text ? command.options.indexOf(*text) : -1;
        if (at < 0 || at >= encoding.payloads.size())
            return wrong(command, Words::tr("one of: %1").arg(command.options.join(QStringLiteral(", "))));
        return encoding.payloads[at];
    }
    case Form::Sparkplug:
        return sparkplug::commandPayload(encoding.on, command, argument, nowMicros());
    case Form::Template:
        return templateText(encoding, command, argument);
    case Form::OnOff: {
        const bool *on = std::get_if<bool>(&argument);
        return on ? Result<QByteArray>(*on ? encoding.on : encoding.off) : wrong(command, Words::tr("on or off"));
    }
    case Form::Value:
    case Form::Json: {
        const auto text = argumentText(command, argument, encoding.form == Form::Json);
        return text ? Result<QByteArray>(encoding.on + *text + encoding.off) : text;
    }
    default: {
        const QString *text = std::get_if<QString>(&argument);
        const auto color = text ? parsedColor(*text) : std::nullopt;
        if (!color)
            return wrong(command, Words::tr("a colour such as #ff8000 or 255,128,0"));
        return encoding.on + colorObject(encoding.form, *color) + encoding.off;
    }
    }
}

} // namespace muster::mqtt
