#include "backends/mqtt/conventions/haparts.h"

#include "backends/mqtt/conventions/commandencoding.h"
#include "backends/mqtt/conventions/topics.h"
#include "backends/mqtt/conventions/valuepath.h"
#include "backends/mqtt/conventions/words.h"

namespace muster::mqtt {

namespace {

Decoding decodingOf(MetricType type)
{
    return type == MetricType::Number    ? Decoding::Number
        : type == MetricType::Boolean    ? Decoding::Boolean
        : type == MetricType::Enumeration ? Decoding::Enumeration
        : type == MetricType::Event      ? Decoding::Event
                                         : Decoding::Text;
}

QString keyOf(const HaConfig &config, const HaPart &part)
{
    return part.key.isEmpty() ? config.key() : config.key() + QLatin1Char('.') + part.key;
}

bool addState(const HaConfig &config, Announcement &announcement, const HaPart &part)
{
    if (!part.stateTopic || !isFilter(config.topic(part.stateTopic)))
        return false;
    Metric metric = config.metric(part.type, part.stateTemplate);
    metric.key = keyOf(config, part);
    metric.name = part.name;
    metric.unit = part.unit;
    Binding binding = config.binding(decodingOf(part.type), part.stateTemplate);
    binding.topic = config.topic(part.stateTopic);
    binding.on = part.on;
    binding.off = part.off;
    if (part.type == MetricType::Enumeration)
        metric.options = part.options;
    if (part.type == MetricType::Enumeration || part.type == MetricType::Event) {
        for (const QString &option : part.options)
            binding.options.append(option.toUtf8());
    }
    if (!part.member.isEmpty() && binding.place.kind != Place::Kind::None) {
        const QString source = config.text(part.stateTemplate);
        binding.place = {Place::Kind::Template, source.isEmpty() ? QByteArrayLiteral("{{ value }}") : source.toUtf8(), part.member, true};
    }
    add(announcement, metric, binding);
    return metric.problem.isEmpty();
}

void shape(const HaConfig &config, const HaPart &part, const CommandInfo &command, CommandEncoding &encoding)
{
    const Around around = aroundValue(config.text(part.commandTemplate));
    if (command.argument == ArgumentType::Boolean) {
        encoding.form = CommandEncoding::Form::OnOff;
        encoding.on = config.throughTemplate(part.on, part.commandTemplate);
        encoding.off = config.throughTemplate(part.off, part.commandTemplate);
    } else if (command.argument == ArgumentType::None) {
        encoding.form = CommandEncoding::Form::Fixed;
        encoding.on = config.throughTemplate(part.on, part.commandTemplate);
    } else if (around.understood) {
        encoding.on = around.before;
        encoding.off = around.after;
    } else {
        encoding.form = CommandEncoding::Form::Template;
        encoding.on = config.text(part.commandTemplate).toUtf8();
        encoding.off = QByteArray(part.variable);
    }
}

void addCommand(const HaConfig &config, Announcement &announcement, const HaPart &part, bool readable)
{
    if (!part.commandTopic || !isTopic(config.topic(part.commandTopic)))
        return;
    CommandInfo command = config.command(part.argument);
    command.key = keyOf(config, part);
    command.name = part.name;
    command.unit = part.unit;
    command.options = part.argument == ArgumentType::Enumeration ? part.options : QStringList();
    command.minimum = part.minimum;
    command.maximum = std::max(part.minimum, part.maximum);
    command.step = part.step > 0 ? part.step : 1;
    command.dangerous = part.dangerous;
    command.problem.clear();
    if (!TemplateProgram::compile(config.text(part.commandTemplate)))
        command.problem = word("Template not supported yet: %1").arg(config.text(part.commandTemplate).simplified().left(200));
    CommandEncoding encoding = config.encoding(CommandEncoding::Form::Value);
    encoding.topic = config.topic(part.commandTopic);
    shape(config, part, command, encoding);
    if (part.stateTopic && isFilter(config.topic(part.stateTopic))) {
        command.metric = command.key;
        if (readable && !config.flag("optimistic"))
            encoding.echo = command.key;
    }
    add(announcement, command, encoding);
}

} // namespace

QString word(const char *text)
{
    return Words::tr(text);
}

void addPart(const HaConfig &config, Announcement &announcement, const HaPart &part)
{
    const bool readable = addState(config, announcement, part);
    addCommand(config, announcement, part, readable);
}

void addChoice(const HaConfig &config, Announcement &announcement, const QString &key, const QString &name, const std::initializer_list<HaWord> &words, bool dangerous)
{
    if (!isTopic(config.topic("command_topic")))
        return;
    CommandInfo command = config.command(ArgumentType::Enumeration);
    command.key = key.isEmpty() ? config.key() : config.key() + QLatin1Char('.') + key;
    command.name = name;
    command.dangerous = dangerous;
    CommandEncoding encoding = config.encoding(CommandEncoding::Form::Choice);
    for (const HaWord &offered : words) {
        const QJsonValue given = config.entity().config.value(QLatin1String(offered.payloadKey));
        if (given.isNull() || (given.isUndefined() && !offered.payload))
            continue;
        command.options.append(word(offered.word));
        encoding.payloads.append(config.throughTemplate(config.payload(offered.payloadKey, offered.payload)));
    }
    if (!command.options.isEmpty())
        add(announcement, command, encoding);
}

HaPart onOffPart(const HaConfig &config, const char *stateTemplate)
{
    HaPart part;
    part.name = config.name();
    part.stateTopic = "state_topic";
    part.stateTemplate = stateTemplate;
    part.commandTopic = "command_topic";
    part.type = MetricType::Boolean;
    part.argument = ArgumentType::Boolean;
    part.on = config.payload("payload_on", "ON");
    part.off = config.payload("payload_off", "OFF");
    return part;
}

HaPart numberPart(const QString &key, const QString &name, const char *stateTopic, const char *stateTemplate, const char *commandTopic,
                  const char *commandTemplate, const char *variable)
{
    HaPart part;
    part.key = key;
    part.name = name;
    part.stateTopic = stateTopic;
    part.stateTemplate = stateTemplate;
    part.commandTopic = commandTopic;
    part.commandTemplate = commandTemplate;
    part.variable = variable;
    part.type = MetricType::Number;
    part.argument = ArgumentType::Number;
    return part;
}

HaPart modePart(const QString &key, const QString &name, const char *stateTopic, const char *stateTemplate, const char *commandTopic, const char *commandTemplate,
          const QStringList &options)
{
    HaPart part = numberPart(key, name, stateTopic, stateTemplate, commandTopic, commandTemplate);
    part.type = MetricType::Text;
    part.argument = options.isEmpty() ? ArgumentType::Text : ArgumentType::Enumeration;
    part.options = options;
    return part;
}

} // namespace muster::mqtt
