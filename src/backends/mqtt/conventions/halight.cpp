#include "backends/mqtt/conventions/haconfig.h"
#include "backends/mqtt/conventions/valuepath.h"
#include "backends/mqtt/conventions/words.h"

namespace muster::mqtt {

namespace {

constexpr double defaultMinMireds = 153;
constexpr double defaultMaxMireds = 500;
constexpr double defaultMinKelvin = 2'000;
constexpr double defaultMaxKelvin = 6'535;

// What a light can do: the modes it lists, or those its older yes/no keys name.
QStringList modesOf(const HaConfig &config)
{
    QStringList modes = config.texts("supported_color_modes");
    for (const char *mode : {"color_temp", "hs", "rgb", "xy"}) {
        if (config.flag(mode) && !modes.contains(QLatin1String(mode)))
            modes.append(QLatin1String(mode));
    }
    return modes;
}

bool isDimmable(const HaConfig &config, const QStringList &modes)
{
    return config.flag("brightness") || std::any_of(modes.begin(), modes.end(), [](const QString &m) { return m != QLatin1String("onoff"); });
}

Place member(std::initializer_list<const char *> names)
{
    std::string path;
    for (const char *name : names)
        appendMember(path, name);
    return {Place::Kind::Json, QByteArray::fromStdString(path), {}, false};
}

// One aspect of the light: a metric and a command with the same key, "light.brightness".
struct Part
{
    Metric metric {};
    Binding binding {};
    CommandInfo command {};
    CommandEncoding encoding {};
};

Part part(const HaConfig &config, const char *name, const QString &label, MetricType type, ArgumentType argument, Decoding decoding)
{
    Part part;
    part.metric = config.metric(type, "");
    part.binding = config.binding(decoding, "");
    part.binding.place = member({name});
    part.command = config.command(argument);
    part.encoding = config.encoding(CommandEncoding::Form::Json);
    part.encoding.on = QByteArrayLiteral("{\"state\":\"ON\",\"") + name + "\":";
    part.encoding.off = QByteArrayLiteral("}");
    part.metric.key += QLatin1Char('.') + QLatin1String(name);
    part.metric.name = label;
    part.command.key = part.metric.key;
    part.command.name = label;
    return part;
}

void addPart(const HaConfig &config, Announcement &announcement, Part part)
{
    if (config.has("state_topic")) {
        add(announcement, part.metric, part.binding);
        part.command.metric = part.metric.key;
        if (config.echoes())
            part.encoding.echo = part.metric.key;
    }
    add(announcement, part.command, part.encoding);
}

void addState(const HaConfig &config, Announcement &announcement)
{
    Part state = part(config, "state", config.name(), MetricType::Boolean, ArgumentType::Boolean, Decoding::Boolean);
    state.metric.key = config.key();
    state.command.key = config.key();
    state.binding.on = QByteArrayLiteral("ON");
    state.binding.off = QByteArrayLiteral("OFF");
    state.encoding.form = CommandEncoding::Form::OnOff;
    state.encoding.on = QByteArrayLiteral("{\"state\":\"ON\"}");
    state.encoding.off = QByteArrayLiteral("{\"state\":\"OFF\"}");
    addPart(config, announcement, state);
}

void addBrightness(const HaConfig &config, Announcement &announcement)
{
    Part brightness = part(config, "brightness", Words::tr("Brightness"), MetricType::Number, ArgumentType::Number, Decoding::Number);
    const double scale = config.number("brightness_scale", 255);
    brightness.command.minimum = 1;
    brightness.command.maximum = scale >= 1 ? scale : 255;
    addPart(config, announcement, brightness);
}

void addColorTemperature(const HaConfig &config, Announcement &announcement)
{
    Part warmth = part(config, "color_temp", Words::tr("Colour temperature"), MetricType::Number, ArgumentType::Number, Decoding::Number);
    const bool kelvin = config.flag("color_temp_kelvin");
    warmth.metric.unit = warmth.command.unit = kelvin ? QStringLiteral("K") : QStringLiteral("mired");
    warmth.command.minimum = kelvin ? config.number("min_kelvin", defaultMinKelvin) : config.number("min_mireds", defaultMinMireds);
    warmth.command.maximum = kelvin ? config.number("max_kelvin", defaultMaxKelvin) : config.number("max_mireds", defaultMaxMireds);
    addPart(config, announcement, warmth);
}

void addEffect(const HaConfig &config, Announcement &announcement)
{
    const QStringList effects = config.texts("effect_list");
    if (effects.isEmpty())
        return;
    Part effect = part(config, "effect", Words::tr("Effect"), MetricType::Text, ArgumentType::Enumeration, Decoding::Text);
    effect.command.options = effects;
    addPart(config, announcement, effect);
}

void addColor(const HaConfig &config, Announcement &announcement, const QStringList &modes)
{
    struct Mode
    {
        const char *name;
        CommandEncoding::Form form;
        std::initializer_list<const char *> parts;
    };
    static const Mode known[] = {{"rgb", CommandEncoding::Form::Rgb, {"r", "g", "b"}},
                                 {"rgbw", CommandEncoding::Form::Rgbw, {"r", "g", "b", "w"}},
                                 {"rgbww", CommandEncoding::Form::Rgbww, {"r", "g", "b", "c", "w"}},
                                 {"xy", CommandEncoding::Form::Xy, {"x", "y"}},
                                 {"hs", CommandEncoding::Form::Hs, {"h", "s"}}};
    const auto mode = std::find_if(std::begin(known), std::end(known), [&](const Mode &m) { return modes.contains(QLatin1String(m.name)); });
    if (mode == std::end(known))
        return;
    const Part color = part(config, "color", Words::tr("Colour"), MetricType::Number, ArgumentType::Text, Decoding::Number);
    for (const char *name : mode->parts) {
        if (!config.has("state_topic"))
            break;
        Metric metric = color.metric;
        metric.key += QLatin1Char('.') + QLatin1String(name);
        metric.name = Words::tr("Colour %1").arg(QLatin1String(name));
        Binding binding = color.binding;
        binding.place = member({"color", name});
        add(announcement, metric, binding);
    }
    CommandEncoding encoding = color.encoding;
    encoding.form = mode->form;
    add(announcement, color.command, encoding);
}

} // namespace

Result<void> describeLight(const HaConfig &config, Announcement &announcement)
{
    if (const auto present = config.require("command_topic"); !present)
        return present;
    if (config.has("state_topic")) {
        if (const auto valid = config.require("state_topic"); !valid)
            return valid;
    }
    const QStringList modes = modesOf(config);
    addState(config, announcement);
    if (isDimmable(config, modes))
        addBrightness(config, announcement);
    if (modes.contains(QLatin1String("color_temp")))
        addColorTemperature(config, announcement);
    addColor(config, announcement, modes);
    addEffect(config, announcement);
    return {};
}

} // namespace muster::mqtt
