#include "backends/mqtt/conventions/homie.h"

#include "backends/mqtt/conventions/report.h"
#include "backends/mqtt/conventions/scalars.h"
#include "backends/mqtt/conventions/words.h"

#include <cmath>

namespace muster::mqtt {

namespace {

// "-20:120:0.5": every part may be missing. Homie 5, "Property formats".
struct Range
{
    double least = -1e9;
    double most = 1e9;
    double step = 0;
    bool isValid = true;
};

Range rangeOf(const QByteArray &format)
{
    Range range;
    if (format.isEmpty())
        return range;
    const QByteArrayList parts = format.split(':');
    range.isValid = parts.size() == 2 || parts.size() == 3;
    for (qsizetype i = 0; i < parts.size() && range.isValid; ++i) {
        if (parts[i].isEmpty())
            continue;
        const auto number = strictNumber(parts[i]);
        range.isValid = number.has_value();
        (i == 0 ? range.least : i == 1 ? range.most : range.step) = number.value_or(0);
    }
    range.isValid = range.isValid && range.least <= range.most && range.step >= 0;
    return range;
}

bool isColor(const QByteArray &format)
{
    const QByteArrayList models = format.split(',');
    return std::all_of(models.begin(), models.end(), [](const QByteArray &model) { return model == "rgb" || model == "hsv" || model == "xyz"; });
}

bool isNumber(const HomieProperty &property)
{
    return property.datatype == "integer" || property.datatype == "float";
}

QStringList optionsOf(const HomieProperty &property)
{
    return QString::fromUtf8(property.format).split(QLatin1Char(','));
}

Metric metricOf(const HomieProperty &property)
{
    Metric metric;
    metric.key = property.key();
    metric.name = property.name;
    metric.unit = property.unit;
    metric.type = isNumber(property)          ? MetricType::Number
        : property.datatype == "boolean" ? MetricType::Boolean
        : property.datatype == "enum"    ? MetricType::Enumeration
                                         : MetricType::Text;
    if (!property.retained && metric.type != MetricType::Number)
        metric.type = MetricType::Event; // a door bell: what happened, not what is
    if (metric.type == MetricType::Enumeration)
        metric.options = optionsOf(property);
    if (property.id == "battery" || property.id == "battery-level")
        metric.role = metric.type == MetricType::Number ? Role::Battery : Role::None;
    return metric;
}

Binding bindingOf(const HomieProperty &property, const Metric &metric, const QByteArray &topic)
{
    Binding binding;
    binding.topic = topic;
    binding.metric = metric.key;
    binding.decoding = metric.type == MetricType::Number ? Decoding::Number
        : metric.type == MetricType::Boolean             ? Decoding::Boolean
        : metric.type == MetricType::Enumeration         ? Decoding::Enumeration
        : metric.type == MetricType::Event               ? Decoding::Event
                                                         : Decoding::Text;
    binding.on = metric.type == MetricType::Boolean ? "true" : "";
    binding.off = metric.type == MetricType::Boolean ? "false" : "";
    if (property.datatype == "enum" && property.retained)
        binding.options = property.format.split(',');
    return binding;
}

void addSetter(Announcement &announcement, const HomieProperty &property, const QByteArray &topic)
{
    CommandInfo info;
    info.key = property.key();
    info.name = property.name;
    info.unit = property.unit;
    info.metric = property.hasTarget ? info.key + QStringLiteral(".$target") : property.retained ? info.key : QString();
    CommandEncoding::Form form = CommandEncoding::Form::Value;
    QByteArray on;
    QByteArray off;
    if (isNumber(property)) {
        const Range range = rangeOf(property.format);
        info.argument = ArgumentType::Number;
        info.minimum = range.least;
        info.maximum = range.most;
        info.step = range.step > 0 ? range.step : property.datatype == "integer" ? 1 : 0.1;
    } else if (property.datatype == "boolean") {
        info.argument = ArgumentType::Boolean;
        form = CommandEncoding::Form::OnOff;
        on = "true";
        off = "false";
    } else if (property.datatype == "enum") {
        info.argument = ArgumentType::Enumeration;
        info.options = optionsOf(property);
    } else {
        info.argument = ArgumentType::Text;
    }
    addCommand(announcement, info, topic + "/set", form, on, off);
    announcement.commands.last().qos = property.retained ? 1 : 0;
    announcement.device.commands.last().metric = property.retained ? property.key() : QString();
}

} // namespace

bool isValid(const HomieProperty &property)
{
    const QByteArray &type = property.datatype;
    if (isNumber(property))
        return rangeOf(property.format).isValid;
    if (type == "enum")
        return !property.format.isEmpty() && !property.format.split(',').contains(QByteArray());
    if (type == "color")
        return isColor(property.format);
    return type == "boolean" || type == "string" || type == "datetime" || type == "duration" || type == "json";
}

void addProperty(Announcement &announcement, const HomieProperty &property, const QByteArray &base)
{
    const QByteArray topic = base + '/' + property.node + '/' + property.id;
    const Metric metric = metricOf(property);
    announcement.device.metrics.append(metric);
    announcement.bindings.append(bindingOf(property, metric, topic));
    if (property.hasTarget) {
        Metric target = metric;
        target.key += QStringLiteral(".$target");
        target.name = Words::tr("%1 (on its way to)").arg(metric.name.isEmpty() ? metric.key : metric.name);
        target.diagnostic = true;
        announcement.device.metrics.append(target);
        announcement.bindings.append(bindingOf(property, target, topic + "/$target"));
    }
    if (property.settable)
        addSetter(announcement, property, topic);
}

} // namespace muster::mqtt
