// The components of Home Assistant that are made of parts, each with a state topic or a command topic or both: covers, fans, climate … Keys and
// defaults: home-assistant.io, integrations "MQTT …".
#include "backends/mqtt/conventions/haparts.h"
#include "backends/mqtt/conventions/scalars.h"
#include "backends/mqtt/conventions/topics.h"

#include <QCoreApplication>

namespace muster::mqtt {

namespace {

QStringList words(const HaConfig &config, std::initializer_list<std::pair<const char *, const char *>> keysAndDefaults)
{
    QStringList list;
    for (const auto &[key, otherwise] : keysAndDefaults)
        list.append(QString::fromUtf8(config.payload(key, otherwise)));
    list.removeDuplicates();
    return list;
}

QStringList listed(const HaConfig &config, const char *key, const QStringList &otherwise)
{
    const QStringList given = config.texts(key);
    return given.isEmpty() ? otherwise : given;
}

void describeCover(const HaConfig &config, Announcement &announcement)
{
    HaPart state;
    state.name = config.name();
    state.stateTopic = "state_topic";
    state.type = MetricType::Enumeration;
    state.options = words(config, {{"state_closed", "closed"}, {"state_opening", "opening"}, {"state_open", "open"}, {"state_closing", "closing"}, {"state_stopped", "stopped"}});
    addPart(config, announcement, state);
    addChoice(config, announcement, {}, config.name(), {{QT_TRANSLATE_NOOP("muster::mqtt::Words", "open"), "payload_open", "OPEN"}, {QT_TRANSLATE_NOOP("muster::mqtt::Words", "close"), "payload_close", "CLOSE"}, {QT_TRANSLATE_NOOP("muster::mqtt::Words", "stop"), "payload_stop", "STOP"}});
    HaPart position = numberPart(QStringLiteral("position"), word(QT_TRANSLATE_NOOP("muster::mqtt::Words", "Position")), "position_topic", "position_template", "set_position_topic", "set_position_template", "position");
    position.minimum = std::min(config.number("position_closed", 0), config.number("position_open", 100));
    position.maximum = std::max(config.number("position_closed", 0), config.number("position_open", 100));
    addPart(config, announcement, position);
    HaPart tilt = numberPart(QStringLiteral("tilt"), word(QT_TRANSLATE_NOOP("muster::mqtt::Words", "Tilt")), "tilt_status_topic", "tilt_status_template", "tilt_command_topic", "tilt_command_template", "tilt_position");
    tilt.minimum = config.number("tilt_min", 0);
    tilt.maximum = config.number("tilt_max", 100);
    addPart(config, announcement, tilt);
}

void describeValve(const HaConfig &config, Announcement &announcement)
{
    if (config.flag("reports_position")) {
        HaPart position = numberPart({}, config.name(), "state_topic", "value_template", "command_topic", "command_template");
        position.minimum = config.number("position_closed", 0);
        position.maximum = config.number("position_open", 100);
        return addPart(config, announcement, position);
    }
    HaPart state;
    state.name = config.name();
    state.stateTopic = "state_topic";
    state.type = MetricType::Enumeration;
    state.options = words(config, {{"state_closed", "closed"}, {"state_opening", "opening"}, {"state_open", "open"}, {"state_closing", "closing"}});
    addPart(config, announcement, state);
    addChoice(config, announcement, {}, config.name(), {{QT_TRANSLATE_NOOP("muster::mqtt::Words", "open"), "payload_open", "OPEN"}, {QT_TRANSLATE_NOOP("muster::mqtt::Words", "close"), "payload_close", "CLOSE"}, {QT_TRANSLATE_NOOP("muster::mqtt::Words", "stop"), "payload_stop", nullptr}});
}

void describeLock(const HaConfig &config, Announcement &announcement)
{
    HaPart state;
    state.name = config.name();
    state.stateTopic = "state_topic";
    state.type = MetricType::Enumeration;
    state.options = words(config, {{"state_locked", "LOCKED"}, {"state_unlocked", "UNLOCKED"}, {"state_locking", "LOCKING"}, {"state_unlocking", "UNLOCKING"}, {"state_jammed", "JAMMED"}});
    addPart(config, announcement, state);
    addChoice(config, announcement, {}, config.name(), {{QT_TRANSLATE_NOOP("muster::mqtt::Words", "lock"), "payload_lock", "LOCK"}, {QT_TRANSLATE_NOOP("muster::mqtt::Words", "unlock"), "payload_unlock", "UNLOCK"}, {QT_TRANSLATE_NOOP("muster::mqtt::Words", "open"), "payload_open", nullptr}}, true);
}

HaPart temperature(const HaConfig &config, const QString &key, const QString &name, const char *stateTopic, const char *stateTemplate, const char *commandTopic,
                 const char *commandTemplate)
{
    HaPart part = numberPart(key, name, stateTopic, stateTemplate, commandTopic, commandTemplate);
    const bool fahrenheit = config.text("temperature_unit") == QLatin1String("F");
    part.unit = fahrenheit ? QStringLiteral("°F") : QStringLiteral("°C");
    part.minimum = config.number("min_temp", fahrenheit ? 45 : 7);
    part.maximum = config.number("max_temp", fahrenheit ? 95 : 35);
    part.step = config.number("temp_step", 1);
    return part;
}

void describeClimate(const HaConfig &config, Announcement &announcement)
{
    const QStringList modes {QStringLiteral("auto"), QStringLiteral("off"), QStringLiteral("cool"), QStringLiteral("heat"), QStringLiteral("dry"), QStringLiteral("fan_only")};
    const QStringList fans {QStringLiteral("auto"), QStringLiteral("low"), QStringLiteral("medium"), QStringLiteral("high")};
    addPart(config, announcement, modePart(QStringLiteral("mode"), word(QT_TRANSLATE_NOOP("muster::mqtt::Words", "Mode")), "mode_state_topic", "mode_state_template", "mode_command_topic", "mode_command_template", listed(config, "modes", modes)));
    addPart(config, announcement, temperature(config, QStringLiteral("temperature"), word(QT_TRANSLATE_NOOP("muster::mqtt::Words", "Target temperature")), "temperature_state_topic", "temperature_state_template", "temperature_command_topic", "temperature_command_template"));
    addPart(config, announcement, temperature(config, QStringLiteral("low"), word(QT_TRANSLATE_NOOP("muster::mqtt::Words", "Lowest temperature")), "temperature_low_state_topic", "temperature_low_state_template", "temperature_low_command_topic", "temperature_low_command_template"));
    addPart(config, announcement, temperature(config, QStringLiteral("high"), word(QT_TRANSLATE_NOOP("muster::mqtt::Words", "Highest temperature")), "temperature_high_state_topic", "temperature_high_state_template", "temperature_high_command_topic", "temperature_high_command_template"));
    addPart(config, announcement, temperature(config, QStringLiteral("current"), word(QT_TRANSLATE_NOOP("muster::mqtt::Words", "Current temperature")), "current_temperature_topic", "current_temperature_template", nullptr, ""));
    HaPart humidity = numberPart(QStringLiteral("humidity"), word(QT_TRANSLATE_NOOP("muster::mqtt::Words", "Target humidity")), "target_humidity_state_topic", "target_humidity_state_template", "target_humidity_command_topic", "target_humidity_command_template");
    humidity.minimum = config.number("min_humidity", 30);
    humidity.maximum = config.number("max_humidity", 99);
    humidity.unit = QStringLiteral("%");
    addPart(config, announcement, humidity);
    HaPart current = numberPart(QStringLiteral("current_humidity"), word(QT_TRANSLATE_NOOP("muster::mqtt::Words", "Current humidity")), "current_humidity_topic", "current_humidity_template");
    current.unit = QStringLiteral("%");
    addPart(config, announcement, current);
    addPart(config, announcement, modePart(QStringLiteral("action"), word(QT_TRANSLATE_NOOP("muster::mqtt::Words", "Action")), "action_topic", "action_template", nullptr, "", {}));
    addPart(config, announcement, modePart(QStringLiteral("fan"), word(QT_TRANSLATE_NOOP("muster::mqtt::Words", "Fan")), "fan_mode_state_topic", "fan_mode_state_template", "fan_mode_command_topic", "fan_mode_command_template", listed(config, "fan_modes", fans)));
    addPart(config, announcement, modePart(QStringLiteral("swing"), word(QT_TRANSLATE_NOOP("muster::mqtt::Words", "Swing")), "swing_mode_state_topic", "swing_mode_state_template", "swing_mode_command_topic", "swing_mode_command_template", listed(config, "swing_modes", {QStringLiteral("on"), QStringLiteral("off")})));
    addPart(config, announcement, modePart(QStringLiteral("preset"), word(QT_TRANSLATE_NOOP("muster::mqtt::Words", "Preset")), "preset_mode_state_topic", "preset_mode_value_template", "preset_mode_command_topic", "preset_mode_command_template", config.texts("preset_modes")));
    HaPart power = onOffPart(config, "");
    power.key = QStringLiteral("power");
    power.name = word(QT_TRANSLATE_NOOP("muster::mqtt::Words", "Power"));
    power.stateTopic = nullptr;
    power.commandTopic = "power_command_topic";
    power.commandTemplate = "power_command_template";
    addPart(config, announcement, power);
}

void describeWaterHeater(const HaConfig &config, Announcement &announcement)
{
    const QStringList modes {QStringLiteral("off"), QStringLiteral("eco"), QStringLiteral("electric"), QStringLiteral("gas"), QStringLiteral("heat_pump"), QStringLiteral("high_demand"), QStringLiteral("performance")};
    addPart(config, announcement, modePart(QStringLiteral("mode"), word(QT_TRANSLATE_NOOP("muster::mqtt::Words", "Mode")), "mode_state_topic", "mode_state_template", "mode_command_topic", "mode_command_template", listed(config, "modes", modes)));
    HaPart wanted = temperature(config, QStringLiteral("temperature"), word(QT_TRANSLATE_NOOP("muster::mqtt::Words", "Target temperature")), "temperature_state_topic", "temperature_state_template", "temperature_command_topic", "temperature_command_template");
    wanted.minimum = config.number("min_temp", wanted.unit == QStringLiteral("°F") ? 110 : 43.3);
    wanted.maximum = config.number("max_temp", wanted.unit == QStringLiteral("°F") ? 140 : 60);
    addPart(config, announcement, wanted);
    addPart(config, announcement, temperature(config, QStringLiteral("current"), word(QT_TRANSLATE_NOOP("muster::mqtt::Words", "Current temperature")), "current_temperature_topic", "current_temperature_template", nullptr, ""));
}

void describeFan(const HaConfig &config, Announcement &announcement)
{
    addPart(config, announcement, onOffPart(config, "state_value_template"));
    HaPart speed = numberPart(QStringLiteral("speed"), word(QT_TRANSLATE_NOOP("muster::mqtt::Words", "Speed")), "percentage_state_topic", "percentage_value_template", "percentage_command_topic", "percentage_command_template");
    speed.minimum = config.number("speed_range_min", 1) - 1; // off
    speed.maximum = config.number("speed_range_max", 100);
    addPart(config, announcement, speed);
    addPart(config, announcement, modePart(QStringLiteral("preset"), word(QT_TRANSLATE_NOOP("muster::mqtt::Words", "Preset")), "preset_mode_state_topic", "preset_mode_value_template", "preset_mode_command_topic", "preset_mode_command_template", config.texts("preset_modes")));
    addPart(config, announcement, modePart(QStringLiteral("direction"), word(QT_TRANSLATE_NOOP("muster::mqtt::Words", "Direction")), "direction_state_topic", "direction_value_template", "direction_command_topic", "direction_command_template", {QStringLiteral("forward"), QStringLiteral("reverse")}));
    HaPart swing = onOffPart(config, "oscillation_value_template");
    swing.key = QStringLiteral("oscillation");
    swing.name = word(QT_TRANSLATE_NOOP("muster::mqtt::Words", "Oscillation"));
    swing.stateTopic = "oscillation_state_topic";
    swing.commandTopic = "oscillation_command_topic";
    swing.commandTemplate = "oscillation_command_template";
    swing.on = config.payload("payload_oscillation_on", "oscillate_on");
    swing.off = config.payload("payload_oscillation_off", "oscillate_off");
    addPart(config, announcement, swing);
}

void describeHumidifier(const HaConfig &config, Announcement &announcement)
{
    addPart(config, announcement, onOffPart(config, "state_value_template"));
    HaPart humidity = numberPart(QStringLiteral("humidity"), word(QT_TRANSLATE_NOOP("muster::mqtt::Words", "Target humidity")), "target_humidity_state_topic", "target_humidity_state_template", "target_humidity_command_topic", "target_humidity_command_template");
    humidity.minimum = config.number("min_humidity", 0);
    humidity.maximum = config.number("max_humidity", 100);
    humidity.unit = QStringLiteral("%");
    addPart(config, announcement, humidity);
    HaPart current = numberPart(QStringLiteral("current_humidity"), word(QT_TRANSLATE_NOOP("muster::mqtt::Words", "Current humidity")), "current_humidity_topic", "current_humidity_template");
    current.unit = QStringLiteral("%");
    addPart(config, announcement, current);
    addPart(config, announcement, modePart(QStringLiteral("mode"), word(QT_TRANSLATE_NOOP("muster::mqtt::Words", "Mode")), "mode_state_topic", "mode_state_template", "mode_command_topic", "mode_command_template", config.texts("modes")));
    addPart(config, announcement, modePart(QStringLiteral("action"), word(QT_TRANSLATE_NOOP("muster::mqtt::Words", "Action")), "action_topic", "action_template", nullptr, "", {}));
}

void describeText(const HaConfig &config, Announcement &announcement)
{
    HaPart part;
    part.name = config.name();
    part.stateTopic = "state_topic";
    part.commandTopic = "command_topic";
    addPart(config, announcement, part);
}

// A message that is written, or a scene that is called.
void describeNotify(const HaConfig &config, Announcement &announcement)
{
    HaPart part;
    part.name = config.name();
    part.commandTopic = "command_topic";
    addPart(config, announcement, part);
}

void describeScene(const HaConfig &config, Announcement &announcement)
{
    HaPart part;
    part.name = config.name();
    part.commandTopic = "command_topic";
    part.argument = ArgumentType::None;
    part.on = config.payload("payload_on", "ON");
    addPart(config, announcement, part);
}

// The state is the installed version, or a JSON object with it and more.
void describeUpdate(const HaConfig &config, Announcement &announcement)
{
    HaPart installed;
    installed.name = word(QT_TRANSLATE_NOOP("muster::mqtt::Words", "Installed version"));
    installed.key = QStringLiteral("installed");
    installed.stateTopic = "state_topic";
    installed.member = QByteArrayLiteral("installed_version");
    addPart(config, announcement, installed);
    HaPart latest = installed;
    latest.name = word(QT_TRANSLATE_NOOP("muster::mqtt::Words", "Latest version"));
    latest.key = QStringLiteral("latest");
    latest.member = QByteArrayLiteral("latest_version");
    if (config.has("latest_version_topic")) {
        latest.stateTopic = "latest_version_topic";
        latest.stateTemplate = "latest_version_template";
    }
    addPart(config, announcement, latest);
    if (!config.has("latest_version_topic")) { // a plain text is the installed version alone
        for (Binding &binding : announcement.bindings)
            binding.place.orPlain = binding.place.member == "installed_version";
    }
    HaPart progress = installed;
    progress.name = word(QT_TRANSLATE_NOOP("muster::mqtt::Words", "Update progress"));
    progress.key = QStringLiteral("progress");
    progress.member = QByteArrayLiteral("update_percentage");
    progress.type = MetricType::Number;
    progress.unit = QStringLiteral("%");
    const QString shape = config.text("value_template");
    if (shape.isEmpty() || shape.contains(QLatin1String("update_percentage"))) {
        addPart(config, announcement, progress);
        for (Binding &binding : announcement.bindings)
            binding.place.orPlain = binding.place.orPlain && binding.place.member != "update_percentage";
    }
    HaPart install;
    install.name = word(QT_TRANSLATE_NOOP("muster::mqtt::Words", "Install update"));
    install.key = QStringLiteral("install");
    install.commandTopic = "command_topic";
    install.argument = ArgumentType::None;
    install.on = config.payload("payload_install", "");
    install.dangerous = true;
    if (config.has("payload_install"))
        addPart(config, announcement, install);
}

void describeEvent(const HaConfig &config, Announcement &announcement)
{
    HaPart part;
    part.name = config.name();
    part.stateTopic = "state_topic";
    part.type = MetricType::Event;
    part.options = config.texts("event_types");
    part.member = QByteArrayLiteral("event_type");
    addPart(config, announcement, part);
    for (Binding &binding : announcement.bindings)
        binding.place.orPlain = false;
}

// A trigger: its subtype and type are the event, which the payload only stands for.
void describeTrigger(const HaConfig &config, Announcement &announcement)
{
    HaPart part;
    part.name = (config.text("type") + QLatin1Char(' ') + config.text("subtype")).trimmed();
    part.stateTopic = "topic";
    part.type = MetricType::Event;
    part.on = part.name.toUtf8();
    if (config.has("payload"))
        part.options = QStringList {QString::fromUtf8(config.payload("payload", ""))};
    addPart(config, announcement, part);
}

void describeTag(const HaConfig &config, Announcement &announcement)
{
    HaPart part;
    part.name = config.has("name") ? config.name() : word(QT_TRANSLATE_NOOP("muster::mqtt::Words", "Tag"));
    part.stateTopic = "topic";
    part.type = MetricType::Event;
    addPart(config, announcement, part);
}

// Its state may be a word or a JSON object with "state"; its commands are JSON where no template makes them.
void describeSiren(const HaConfig &config, Announcement &announcement)
{
    HaPart part = onOffPart(config, "state_value_template");
    part.on = config.payload("state_on", config.payload("payload_on", "ON").constData());
    part.off = config.payload("state_off", config.payload("payload_off", "OFF").constData());
    part.member = QByteArrayLiteral("state");
    addPart(config, announcement, part);
    for (CommandEncoding &encoding : announcement.commands) {
        const QByteArray on = config.payload("payload_on", "ON");
        const QByteArray off = config.payload("payload_off", "OFF");
        const bool shaped = config.has("command_template");
        encoding.on = shaped ? config.throughTemplate(on) : QByteArrayLiteral("{\"state\":\"") + on + "\"}";
        encoding.off = shaped ? config.throughTemplate(off) : QByteArrayLiteral("{\"state\":\"") + off + "\"}";
    }
}

void describeVacuum(const HaConfig &config, Announcement &announcement)
{
    HaPart state;
    state.name = config.name();
    state.stateTopic = "state_topic";
    state.member = QByteArrayLiteral("state");
    addPart(config, announcement, state);
    HaPart fan = modePart(QStringLiteral("fan"), word(QT_TRANSLATE_NOOP("muster::mqtt::Words", "Fan")), "state_topic", "value_template", "set_fan_speed_topic", "", config.texts("fan_speed_list"));
    fan.member = QByteArrayLiteral("fan_speed");
    addPart(config, announcement, fan);
    HaPart battery = numberPart(QStringLiteral("battery"), word(QT_TRANSLATE_NOOP("muster::mqtt::Words", "Battery")), "state_topic", "value_template");
    battery.member = QByteArrayLiteral("battery_level");
    battery.unit = QStringLiteral("%");
    addPart(config, announcement, battery);
    for (Binding &binding : announcement.bindings)
        binding.place.orPlain = false;
    addChoice(config, announcement, {}, config.name(),
              {{QT_TRANSLATE_NOOP("muster::mqtt::Words", "start"), "payload_start", "start"}, {QT_TRANSLATE_NOOP("muster::mqtt::Words", "pause"), "payload_pause", "pause"},
               {QT_TRANSLATE_NOOP("muster::mqtt::Words", "stop"), "payload_stop", "stop"}, {QT_TRANSLATE_NOOP("muster::mqtt::Words", "return"), "payload_return_to_base", "return_to_base"},
               {QT_TRANSLATE_NOOP("muster::mqtt::Words", "locate"), "payload_locate", "locate"}});
}

void describeMower(const HaConfig &config, Announcement &announcement)
{
    addPart(config, announcement, modePart({}, config.name(), "activity_state_topic", "activity_value_template", nullptr, "", {}));
    struct Order
    {
        const char *key, *name, *topic, *shape, *payload, *otherwise;
    };
    static constexpr Order orders[] = {
        {"start", QT_TRANSLATE_NOOP("muster::mqtt::Words", "Start mowing"), "start_mowing_command_topic", "start_mowing_command_template", "payload_start_mowing", "start_mowing"},
        {"pause", QT_TRANSLATE_NOOP("muster::mqtt::Words", "Pause"), "pause_command_topic", "pause_command_template", "payload_pause", "pause"},
        {"dock", QT_TRANSLATE_NOOP("muster::mqtt::Words", "Dock"), "dock_command_topic", "dock_command_template", "payload_dock", "dock"}};
    for (const Order &order : orders) {
        HaPart part;
        part.key = QLatin1String(order.key);
        part.name = word(order.name);
        part.commandTopic = order.topic;
        part.commandTemplate = order.shape;
        part.argument = ArgumentType::None;
        part.on = config.payload(order.payload, order.otherwise);
        addPart(config, announcement, part);
    }
}

void describeAlarm(const HaConfig &config, Announcement &announcement)
{
    HaPart state;
    state.name = config.name();
    state.stateTopic = "state_topic";
    addPart(config, announcement, state);
    if (config.has("code") || config.text("command_template").contains(QLatin1String("code"))) {
        CommandInfo command = config.command(ArgumentType::None);
        command.problem = word(QT_TRANSLATE_NOOP("muster::mqtt::Words", "It wants a code, which is not kept here"));
        add(announcement, command, {});
        return;
    }
    addChoice(config, announcement, {}, config.name(),
              {{QT_TRANSLATE_NOOP("muster::mqtt::Words", "disarm"), "payload_disarm", "DISARM"}, {QT_TRANSLATE_NOOP("muster::mqtt::Words", "arm at home"), "payload_arm_home", "ARM_HOME"},
               {QT_TRANSLATE_NOOP("muster::mqtt::Words", "arm away"), "payload_arm_away", "ARM_AWAY"}, {QT_TRANSLATE_NOOP("muster::mqtt::Words", "arm for the night"), "payload_arm_night", "ARM_NIGHT"},
               {QT_TRANSLATE_NOOP("muster::mqtt::Words", "trigger"), "payload_trigger", "TRIGGER"}}, true);
}

void describeImage(const HaConfig &config, Announcement &announcement)
{
    HaPart part;
    part.name = config.name();
    part.stateTopic = "url_topic";
    part.stateTemplate = "url_template";
    addPart(config, announcement, part);
}

} // namespace

bool describeParts(const HaConfig &config, Announcement &announcement)
{
    struct Row
    {
        const char *component;
        void (*describe)(const HaConfig &, Announcement &);
    };
    static constexpr Row rows[] = {
        {"light", describePlainLight}, {"cover", describeCover}, {"valve", describeValve}, {"lock", describeLock}, {"climate", describeClimate},
        {"water_heater", describeWaterHeater}, {"fan", describeFan}, {"humidifier", describeHumidifier}, {"text", describeText}, {"date", describeText},
        {"time", describeText}, {"datetime", describeText}, {"device_tracker", describeText}, {"notify", describeNotify}, {"scene", describeScene},
        {"update", describeUpdate}, {"event", describeEvent}, {"device_automation", describeTrigger}, {"tag", describeTag}, {"siren", describeSiren},
        {"vacuum", describeVacuum}, {"lawn_mower", describeMower}, {"alarm_control_panel", describeAlarm}, {"image", describeImage}};
    const auto row = std::find_if(std::begin(rows), std::end(rows), [&](const Row &r) { return config.entity().component == QLatin1String(r.component); });
    if (row == std::end(rows))
        return false;
    row->describe(config, announcement);
    return !announcement.device.metrics.isEmpty() || !announcement.device.commands.isEmpty();
}

} // namespace muster::mqtt
