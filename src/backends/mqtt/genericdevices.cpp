#include "backends/mqtt/genericdevices.h"

#include "backends/mqtt/conventions/secrets.h"
#include "backends/mqtt/conventions/valuepath.h"
#include "core/ingest.h"

#include <tuple>

namespace muster::mqtt {

namespace {

QByteArrayView bytes(const std::string &text)
{
    return {text.data(), qsizetype(text.size())};
}

// Whether a path goes through an element far into an array: a long list is data, not a set of metrics.
bool isFarElement(std::string_view path)
{
    for (size_t at = path.find(elementMark); at != std::string_view::npos; at = path.find(elementMark, at + 1)) {
        size_t index = 0;
        for (size_t i = at + 1; i < path.size() && path[i] >= '0' && path[i] <= '9' && index < 1'000'000; ++i)
            index = index * 10 + size_t(path[i] - '0');
        if (index >= maxGenericElements)
            return true;
    }
    return false;
}

bool isSecretPath(std::string_view path)
{
    const std::string_view name = path.substr(path.find_last_of(memberMark) + 1);
    return isSecretName(QByteArrayView(name.data(), qsizetype(name.size())));
}

} // namespace

const Binding *genericBinding(std::string_view path, const Scalar &first)
{
    const Binding *const binding = genericBinding(first);
    return !binding || isFarElement(path) || (binding->decoding == Decoding::Text && isSecretPath(path)) ? nullptr : binding;
}

GenericPlace GenericDevices::place(const Topic &topic) const
{
    return topic.rule ? GenericPlace {topic.rule->device, {}} : placeOf(m_rule, bytes(topic.name), topic.isGenericObject());
}

std::optional<TopicRule::Kept> GenericDevices::metric(const Topic &topic, const GenericPlace &place, std::string_view path) const
{
    const QString member = dotted(path);
    if (topic.rule)
        return topic.rule->metric(member);
    TopicRule::Kept metric;
    metric.key = place.key.isEmpty() ? member : member.isEmpty() ? place.key : place.key + QLatin1Char('.') + member;
    return metric;
}

DeviceId GenericDevices::device(Topic &topic, const GenericPlace &place)
{
    if (topic.genericDevice.isValid())
        return topic.genericDevice;
    Made &made = m_devices[place.device.toStdString()];
    if (!made.id.isValid()) {
        Device device;
        const QString name = QString::fromUtf8(place.device);
        device.connection = m_connection;
        device.addresses = {QStringLiteral("mqtt:%1/%2").arg(m_broker, name)};
        device.link = QStringLiteral("mqtt");
        made.id = m_ingest.announce(device);
        device.name = name;
        device.convention = topic.rule ? QStringLiteral("MQTT rule") : QStringLiteral("MQTT topics");
        if (made.id.isValid() && (!isShared || !isShared(made.id))) // else it has better names
            m_ingest.announce(device);
        m_ids.insert(made.id);
    }
    if (made.id.isValid())
        ++made.topics;
    return topic.genericDevice = made.id;
}

Target GenericDevices::target(Topic &topic, std::string_view path, const Scalar &first)
{
    Target target;
    const Binding *binding = genericBinding(path, first);
    const GenericPlace place = this->place(topic);
    const auto kept = binding ? metric(topic, place, path) : std::nullopt;
    if (!kept)
        return target;
    target.device = device(topic, place);
    if (!target.device.isValid())
        return target;
    Metric metric = genericMetric(kept->key, binding->decoding);
    metric.unit = kept->unit;
    metric.name = kept->name;
    target.binding = binding;
    target.metric = m_ingest.metric(target.device, metric);
    if (topic.rule && target.metric.isValid())
        addCommand(topic, target.device, *kept, metric, target.metric);
    return target;
}

void GenericDevices::addCommand(const Topic &topic, DeviceId device, const TopicRule::Kept &kept, const Metric &metric, MetricId echo)
{
    const TopicRule::Settable *const settable = topic.rule->rule->command(kept.key);
    EntityDirectory::Command command;
    command.encoding.topic = settable ? topic.rule->commandTopic(kept) : QByteArray();
    if (command.encoding.topic.isEmpty())
        return;
    command.info.key = kept.key;
    command.info.name = kept.name;
    command.info.unit = kept.unit;
    command.info.metric = kept.key;
    command.info.argument = metric.type == MetricType::Number ? ArgumentType::Number : metric.type == MetricType::Boolean ? ArgumentType::Boolean : ArgumentType::Text;
    command.info.minimum = settable->minimum;
    command.info.maximum = settable->maximum;
    command.encoding.command = kept.key;
    command.encoding.form = topic.rule->rule->sendsJson() ? CommandEncoding::Form::Json : CommandEncoding::Form::Value;
    std::tie(command.encoding.on, command.encoding.off) = topic.rule->commandPayload(kept);
    command.encoding.echo = kept.key;
    command.echo = echo;
    command.echoMetric = metric;
    m_commands[device].insert(kept.key, command);
    Device news;
    news.connection = m_connection;
    news.addresses = {QStringLiteral("mqtt:%1/%2").arg(m_broker, QString::fromUtf8(topic.rule->device))};
    news.commands = {command.info};
    m_ingest.announce(news);
}

const EntityDirectory::Command *GenericDevices::command(DeviceId device, const QString &key) const
{
    const auto it = m_commands.constFind(device);
    if (it == m_commands.cend())
        return nullptr;
    const auto command = it->constFind(key);
    return command == it->cend() ? nullptr : &*command;
}

void GenericDevices::withdraw(Topic &topic)
{
    const GenericPlace place = this->place(topic);
    const auto generic = [](const Target &target) { return target.owner == 0; };
    QStringList keys;
    const auto add = [&](std::string_view path) {
        if (const auto kept = metric(topic, place, path))
            keys.append(kept->key);
    };
    if (std::erase_if(topic.whole, generic) > 0)
        add({});
    for (Leaf &leaf : topic.leaves) {
        const auto gone = std::erase_if(leaf.targets, generic);
        topic.leafTargets -= int(gone);
        if (gone > 0)
            add(*leaf.path);
        leaf.isTime = false;
        leaf.isOpen = true;
    }
    topic.generic = Topic::Generic::None;
    const DeviceId device = std::exchange(topic.genericDevice, {});
    TopicTable::refreshDevices(topic);
    const auto it = m_devices.find(view(place.device));
    if (!device.isValid() || it == m_devices.end())
        return;
    QStringList commands;
    if (const auto known = m_commands.find(device); known != m_commands.end())
        std::copy_if(keys.cbegin(), keys.cend(), std::back_inserter(commands), [&known](const QString &key) { return known->remove(key); });
    m_ingest.withdrawParts(device, keys, commands);
    if (--it->second.topics > 0)
        return;
    m_ids.remove(device);
    m_commands.remove(device);
    m_devices.erase(it);
    if (!isShared || !isShared(device))
        m_ingest.withdraw(device);
}

void GenericDevices::withdrawAll()
{
    for (const auto &[topic, made] : m_devices)
        m_ingest.withdraw(made.id);
    m_devices.clear();
    m_commands.clear();
    m_ids.clear();
}

} // namespace muster::mqtt
