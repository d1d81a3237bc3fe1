// Lights of Home Assistant's basic and template schemas.
#include "backends/mqtt/conventions/commandencoding.h"
#include "backends/mqtt/conventions/haparts.h"
#include "backends/mqtt/conventions/topics.h"

#include <QCoreApplication>

namespace muster::mqtt {

namespace {

double maximumBrightness(const HaConfig &config)
{
    const double scale = config.number("brightness_scale", 255);
    return scale >= 1 ? scale : 255;
}

HaPart warmth(const HaConfig &config, const char *topic, const char *shape, const char *commandTopic, const char *commandTemplate)
{
    HaPart part = numberPart(QStringLiteral("color_temp"), word(QT_TRANSLATE_NOOP("muster::mqtt::Words", "Colour temperature")), topic, shape, commandTopic, commandTemplate, "color_temp");
    const bool kelvin = config.flag("color_temp_kelvin");
    part.unit = kelvin ? QStringLiteral("K") : QStringLiteral("mired");
    part.minimum = kelvin ? config.number("min_kelvin", 2'000) : config.number("min_mireds", 153);
    part.maximum = kelvin ? config.number("max_kelvin", 6'535) : config.number("max_mireds", 500);
    return part;
}

// A colour as three or more numbers with commas between; only RGB is written.
void addColors(const HaConfig &config, Announcement &announcement)
{
    struct Row
    {
        const char *key, *topic, *shape;
    };
    static constexpr Row rows[] = {{"rgbw", "rgbw_state_topic", "rgbw_value_template"}, {"rgbww", "rgbww_state_topic", "rgbww_value_template"},
                                   {"hs", "hs_state_topic", "hs_value_template"}, {"xy", "xy_state_topic", "xy_value_template"}};
    const QString name = word(QT_TRANSLATE_NOOP("muster::mqtt::Words", "Colour"));
    addPart(config, announcement, modePart(QStringLiteral("color"), name, "rgb_state_topic", "rgb_value_template", nullptr, "", {}));
    for (const Row &row : rows)
        addPart(config, announcement, modePart(QLatin1String(row.key), name, row.topic, row.shape, nullptr, "", {}));
    if (!isTopic(config.topic("rgb_command_topic")))
        return;
    CommandInfo command = config.command(ArgumentType::Text);
    command.key = config.key() + QStringLiteral(".color");
    command.name = name;
    command.problem.clear();
    CommandEncoding encoding = config.encoding(CommandEncoding::Form::Template);
    encoding.topic = config.topic("rgb_command_topic");
    encoding.on = config.has("rgb_command_template") ? config.text("rgb_command_template").toUtf8() : QByteArrayLiteral("{{ red }},{{ green }},{{ blue }}");
    add(announcement, command, encoding);
}

void describeBasic(const HaConfig &config, Announcement &announcement)
{
    addPart(config, announcement, onOffPart(config, "state_value_template"));
    HaPart brightness = numberPart(QStringLiteral("brightness"), word(QT_TRANSLATE_NOOP("muster::mqtt::Words", "Brightness")), "brightness_state_topic",
                                   "brightness_value_template", "brightness_command_topic", "brightness_command_template", "brightness");
    brightness.maximum = maximumBrightness(config);
    addPart(config, announcement, brightness);
    addPart(config, announcement, warmth(config, "color_temp_state_topic", "color_temp_value_template", "color_temp_command_topic", "color_temp_command_template"));
    HaPart white = numberPart(QStringLiteral("white"), word(QT_TRANSLATE_NOOP("muster::mqtt::Words", "White")), nullptr, "", "white_command_topic", "");
    white.maximum = config.number("white_scale", 255);
    addPart(config, announcement, white);
    addPart(config, announcement, modePart(QStringLiteral("effect"), word(QT_TRANSLATE_NOOP("muster::mqtt::Words", "Effect")), "effect_state_topic", "effect_value_template",
                                           "effect_command_topic", "effect_command_template", config.texts("effect_list")));
    addPart(config, announcement, modePart(QStringLiteral("color_mode"), word(QT_TRANSLATE_NOOP("muster::mqtt::Words", "Colour mode")), "color_mode_state_topic",
                                           "color_mode_value_template", nullptr, "", {}));
    addColors(config, announcement);
}

QByteArray switched(const HaConfig &config, const char *key, const char *state)
{
    return rendered(config.text(key).toUtf8(), {{QStringLiteral("state"), Datum::string(QLatin1String(state))}}).value_or(QByteArray());
}

// The parts come out of one topic, each by its own template; the command to turn on takes what is to change.
void describeTemplated(const HaConfig &config, Announcement &announcement)
{
    HaPart state = onOffPart(config, "state_template");
    state.on = QByteArrayLiteral("on");
    state.off = QByteArrayLiteral("off");
    state.commandTopic = nullptr;
    if (config.has("state_template"))
        addPart(config, announcement, state);
    if (isTopic(config.topic("command_topic"))) {
        CommandInfo command = config.command(ArgumentType::Boolean);
        CommandEncoding encoding = config.encoding(CommandEncoding::Form::OnOff);
        encoding.on = switched(config, "command_on_template", "on");
        encoding.off = switched(config, "command_off_template", "off");
        if (encoding.on.isEmpty() || encoding.off.isEmpty())
            command.problem = word(QT_TRANSLATE_NOOP("muster::mqtt::Words", "Template not supported yet: %1")).arg(config.text("command_on_template").simplified().left(200));
        if (config.has("state_template"))
            command.metric = encoding.echo = command.key;
        add(announcement, command, encoding);
    }
    HaPart brightness = numberPart(QStringLiteral("brightness"), word(QT_TRANSLATE_NOOP("muster::mqtt::Words", "Brightness")), "state_topic", "brightness_template", "command_topic",
                                   "command_on_template", "brightness");
    brightness.maximum = 255;
    if (config.has("brightness_template"))
        addPart(config, announcement, brightness);
    if (config.has("color_temp_template"))
        addPart(config, announcement, warmth(config, "state_topic", "color_temp_template", "command_topic", "command_on_template"));
    HaPart effect = modePart(QStringLiteral("effect"), word(QT_TRANSLATE_NOOP("muster::mqtt::Words", "Effect")), "state_topic", "effect_template", "command_topic", "command_on_template",
                             config.texts("effect_list"));
    effect.variable = "effect";
    if (config.has("effect_template") && !effect.options.isEmpty())
        addPart(config, announcement, effect);
    for (const char *channel : {"red", "green", "blue"}) {
        const QByteArray shape = QByteArray(channel) + "_template";
        if (config.has(shape.constData()))
            addPart(config, announcement, numberPart(QLatin1String(channel), word(QT_TRANSLATE_NOOP("muster::mqtt::Words", "Colour %1")).arg(QLatin1String(channel)), "state_topic", shape.constData()));
    }
}

} // namespace

void describePlainLight(const HaConfig &config, Announcement &announcement)
{
    if (config.text("schema") == QLatin1String("template"))
        describeTemplated(config, announcement);
    else
        describeBasic(config, announcement);
}

} // namespace muster::mqtt
