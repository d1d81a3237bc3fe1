#include "backends/mqtt/conventions/haconfig.h"

#include "backends/mqtt/conventions/commandencoding.h"
#include "backends/mqtt/conventions/scalars.h"
#include "backends/mqtt/conventions/topics.h"
#include "backends/mqtt/conventions/valuepath.h"
#include "backends/mqtt/conventions/words.h"

#include <QJsonArray>

namespace muster::mqtt {

bool HaConfig::has(const char *key) const
{
    const QJsonValue value = m_entity.config.value(QLatin1String(key));
    return !value.isUndefined() && !value.isNull();
}

QString HaConfig::text(const char *key) const
{
    const QJsonValue value = m_entity.config.value(QLatin1String(key));
    return value.isDouble() ? QString::fromLatin1(plainNumber(value.toDouble())) : value.toString();
}

QByteArray HaConfig::payload(const char *key, const char *otherwise) const
{
    return has(key) ? pythonForm(m_entity.config.value(QLatin1String(key))) : QByteArray(otherwise);
}

double HaConfig::number(const char *key, double otherwise) const
{
    const QJsonValue value = m_entity.config.value(QLatin1String(key));
    return value.isDouble() ? value.toDouble() : strictNumber(value.toString().toUtf8()).value_or(otherwise);
}

bool HaConfig::flag(const char *key, bool otherwise) const
{
    const QJsonValue value = m_entity.config.value(QLatin1String(key));
    if (value.isBool())
        return value.toBool();
    const QString word = value.toString().toLower();
    if (word == QLatin1String("true") || word == QLatin1String("on") || word == QLatin1String("yes") || word == QLatin1String("1"))
        return true;
    return word.isEmpty() ? otherwise : false;
}

QStringList HaConfig::texts(const char *key) const
{
    QStringList list;
    const QJsonArray array = m_entity.config.value(QLatin1String(key)).toArray();
    for (const QJsonValue &value : array)
        list.append(QString::fromUtf8(pythonForm(value)));
    return list;
}

QString HaConfig::key() const
{
    QString object = m_entity.object;
    object.replace(QLatin1Char(' '), QLatin1Char('_'));
    if (m_entity.component == QLatin1String("sensor") || object == m_entity.component || object.startsWith(m_entity.component + QLatin1Char('_')))
        return object;
    return m_entity.component + QLatin1Char('.') + object;
}

QString HaConfig::name() const
{
    if (const QString name = text("name"); !name.isEmpty())
        return name;
    QString words = has("device_class") ? text("device_class") : m_entity.node.isEmpty() ? m_entity.component : m_entity.object;
    words.replace(QLatin1Char('_'), QLatin1Char(' '));
    return words.isEmpty() ? words : words.front().toUpper() + words.sliced(1);
}

Metric HaConfig::metric(MetricType type, const char *templateKey) const
{
    Metric metric;
    metric.key = key();
    metric.name = name();
    metric.type = type;
    metric.unit = text("unit_of_measurement");
    metric.diagnostic = has("entity_category");
    if (placeOf(text(templateKey)).kind == Place::Kind::None)
        metric.problem = Words::tr("Template not supported yet: %1").arg(text(templateKey).simplified().left(200));
    return metric;
}

Binding HaConfig::binding(Decoding decoding, const char *templateKey) const
{
    Binding binding;
    binding.topic = topic("state_topic");
    binding.decoding = decoding;
    binding.place = placeOf(text(templateKey));
    return binding;
}

CommandInfo HaConfig::command(ArgumentType argument) const
{
    CommandInfo command;
    command.key = key();
    command.name = name();
    command.argument = argument;
    command.unit = text("unit_of_measurement");
    if (!TemplateProgram::compile(text("command_template")))
        command.problem = Words::tr("Template not supported yet: %1").arg(text("command_template").simplified().left(200));
    return command;
}

CommandEncoding HaConfig::encoding(CommandEncoding::Form form) const
{
    CommandEncoding encoding;
    encoding.topic = topic("command_topic");
    encoding.qos = std::clamp(int(number("qos", 0)), 0, 2);
    encoding.retain = flag("retain");
    encoding.form = form;
    return encoding;
}

QByteArray HaConfig::throughTemplate(const QByteArray &payload, const char *templateKey) const
{
    if (!has(templateKey))
        return payload;
    return rendered(text(templateKey).toUtf8(), {{QStringLiteral("value"), Datum::string(QString::fromUtf8(payload))}}).value_or(QByteArray());
}

bool HaConfig::echoes() const
{
    return has("state_topic") && !flag("optimistic");
}

Result<void> HaConfig::require(const char *topicKey) const
{
    const QByteArray filter = topic(topicKey);
    const bool written = QByteArrayView(topicKey) == "command_topic";
    if (filter.isEmpty())
        return failure(Error::Code::Corrupt, Words::tr("%1 without its %2").arg(m_entity.component, QLatin1String(topicKey)));
    if (written ? !isTopic(filter) : !isFilter(filter))
        return failure(Error::Code::Corrupt, Words::tr("%1 whose %2 is no valid topic").arg(m_entity.component, QLatin1String(topicKey)));
    return {};
}

void add(Announcement &announcement, const Metric &metric, Binding binding)
{
    announcement.device.metrics.append(metric);
    binding.metric = metric.key;
    if (metric.problem.isEmpty() && !binding.topic.isEmpty())
        announcement.bindings.append(std::move(binding));
}

void add(Announcement &announcement, const CommandInfo &command, CommandEncoding encoding)
{
    announcement.device.commands.append(command);
    encoding.command = command.key;
    if (command.problem.isEmpty())
        announcement.commands.append(std::move(encoding));
}

} // namespace muster::mqtt
