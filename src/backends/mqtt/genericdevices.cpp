#include "backends/mqtt/genericdevices.h"

#include "backends/mqtt/conventions/secrets.h"
#include "backends/mqtt/conventions/valuepath.h"
#include "core/ingest.h"

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

QString metricKey(const GenericPlace &place, std::string_view path)
{
    const QString member = dotted(path);
    if (place.key.isEmpty())
        return member;
    return member.isEmpty() ? place.key : place.key + QLatin1Char('.') + member;
}

} // namespace

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
        device.convention = QStringLiteral("MQTT topics");
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
    const Binding *binding = genericBinding(first);
    if (!binding || isFarElement(path) || (binding->decoding == Decoding::Text && isSecretPath(path)))
        return target;
    const bool object = topic.isGenericObject();
    const GenericPlace place = placeOf(m_rule, bytes(topic.name), object);
    target.device = device(topic, place);
    if (!target.device.isValid())
        return target;
    target.binding = binding;
    target.metric = m_ingest.metric(target.device, genericMetric(metricKey(place, path), binding->decoding));
    return target;
}

void GenericDevices::withdraw(Topic &topic)
{
    const GenericPlace place = placeOf(m_rule, bytes(topic.name), topic.isGenericObject());
    const auto generic = [](const Target &target) { return target.owner == 0; };
    QStringList keys;
    if (std::erase_if(topic.whole, generic) > 0)
        keys.append(metricKey(place, {}));
    for (Leaf &leaf : topic.leaves) {
        const auto gone = std::erase_if(leaf.targets, generic);
        topic.leafTargets -= int(gone);
        if (gone > 0)
            keys.append(metricKey(place, *leaf.path));
        leaf.isTime = false;
        leaf.isOpen = true;
    }
    topic.generic = Topic::Generic::None;
    const DeviceId device = std::exchange(topic.genericDevice, {});
    TopicTable::refreshDevices(topic);
    const auto it = m_devices.find(view(place.device));
    if (!device.isValid() || it == m_devices.end())
        return;
    m_ingest.withdrawParts(device, keys, {});
    if (--it->second.topics > 0)
        return;
    m_ids.remove(device);
    m_devices.erase(it);
    if (!isShared || !isShared(device))
        m_ingest.withdraw(device);
}

void GenericDevices::withdrawAll()
{
    for (const auto &[topic, made] : m_devices)
        m_ingest.withdraw(made.id);
    m_devices.clear();
    m_ids.clear();
}

} // namespace muster::mqtt
