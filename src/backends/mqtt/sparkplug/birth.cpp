#include "backends/mqtt/sparkplug/birth.h"

#include "backends/mqtt/sparkplug/command.h"
#include "backends/mqtt/sparkplug/words.h"

#include <QUtf8StringView>

namespace muster::mqtt::sparkplug {

namespace {

QString textProperty(const PropertySet &set, std::initializer_list<const char *> keys)
{
    for (const char *key : keys) {
        const Property *property = propertyOf(set, key);
        const auto *text = property && !property->isNull ? std::get_if<Text>(&property->value) : nullptr;
        if (text && !text->utf8.isEmpty())
            return QString::fromUtf8(text->utf8.left(64));
    }
    return {};
}

bool isReadOnly(const Metric &metric)
{
    const Property *property = propertyOf(metric.properties, "readOnly");
    const bool *flag = property && !property->isNull ? std::get_if<bool>(&property->value) : nullptr;
    return flag && *flag;
}

bool isControl(const QByteArray &name)
{
    return name.startsWith("Node Control/") || name.startsWith("Device Control/");
}

Role roleOf(const QByteArray &name, DataType type)
{
    if (metricType(type) != MetricType::Number)
        return Role::None;
    const QByteArray leaf = name.sliced(name.lastIndexOf('/') + 1).toLower();
    return leaf == "battery" || leaf == "battery level" ? Role::Battery : leaf == "rssi" ? Role::Signal : Role::None;
}

/// Fills a Birth from the metrics of a payload, templates with their members.
class BirthReader
{
public:
    explicit BirthReader(const Definitions &definitions) : m_definitions(definitions) {}

    void read(const std::vector<Metric> &metrics)
    {
        for (const Metric &metric : metrics)
            take({}, metric, metric.type);
    }
    [[nodiscard]] Birth birth() { return std::move(m_birth); }

private:
    void take(const QByteArray &prefix, const Metric &metric, quint32 type);
    void takeMembers(const QByteArray &name, const Template &instance);
    void takeParameters(const QByteArray &name, const Template &instance);
    [[nodiscard]] bool add(Known known);
    void describe(Known &known, const Metric &metric, bool isMember);
    void addQuality(const QByteArray &name);

    const Definitions &m_definitions;
    Birth m_birth;
};

bool BirthReader::add(Known known)
{
    MetricTable &table = m_birth.table;
    if (table.byName.contains(known.name)) // several values of one metric may stand in one payload
        return false;
    if (table.metrics.size() >= size_t(maxMetrics)) {
        ++m_birth.beyond;
        return false;
    }
    table.byName.insert(known.name, int(table.metrics.size()));
    table.metrics.push_back(std::move(known));
    return true;
}

void BirthReader::take(const QByteArray &prefix, const Metric &metric, quint32 type)
{
    if (metric.instance && metric.instance->isDefinition)
        return;
    Known known;
    known.type = dataType(type);
    known.name = prefix + metric.name.value_or(QByteArray());
    known.alias = metric.alias;
    const bool named = metric.name && !metric.name->isEmpty() && known.name.size() <= maxNameLength && QUtf8StringView(known.name).isValidUtf8();
    if (!named || known.type == DataType::Unknown || known.type == DataType::PropertySet || known.type == DataType::PropertySetList) {
        ++m_birth.unfit;
        return;
    }
    describe(known, metric, !prefix.isEmpty());
    const QByteArray name = known.name;
    const bool hasQuality = qualityOf(metric).has_value();
    if (!add(std::move(known)))
        return;
    if (hasQuality)
        addQuality(name);
    if (metric.instance) {
        takeMembers(name + '/', *metric.instance);
        takeParameters(name + '/', *metric.instance);
    }
}

// Members may leave out the type that their definition gives them.
void BirthReader::takeMembers(const QByteArray &prefix, const Template &instance)
{
    const QHash<QByteArray, quint32> types = m_definitions.value(instance.reference.value_or(QByteArray()));
    for (const Metric &member : instance.metrics)
        take(prefix, member, member.type != 0 ? member.type : types.value(member.name.value_or(QByteArray())));
}

void BirthReader::takeParameters(const QByteArray &prefix, const Template &instance)
{
    for (const Parameter &parameter : instance.parameters) {
        Metric metric;
        metric.name = parameter.name;
        take(prefix, metric, parameter.type);
        if (const int at = m_birth.table.find(prefix + parameter.name); at >= 0)
            m_birth.table.metrics[size_t(at)].info.diagnostic = true;
    }
}

void BirthReader::describe(Known &known, const Metric &metric, bool isMember)
{
    known.info.key = QString::fromUtf8(known.name);
    known.info.type = metricType(known.type);
    known.info.unit = textProperty(metric.properties, {"engUnit", "engUnits", "units", "unit"});
    known.info.role = roleOf(known.name, known.type);
    known.info.diagnostic = known.name == bdSeqName || isControl(known.name) || known.name.startsWith("Properties/");
    if (isMember || isReadOnly(metric) || known.name == bdSeqName || known.name.startsWith("Properties/"))
        return;
    known.command = commandOf(known.type, metric.properties);
    if (!known.command)
        return;
    CommandInfo &command = *known.command;
    command.key = known.info.key;
    command.unit = known.info.unit;
    command.metric = command.key;
    if (known.name == rebirthName)
        command.argument = ArgumentType::None;
    else
        command.dangerous = isControl(known.name);
}

void BirthReader::addQuality(const QByteArray &name)
{
    Known known;
    known.name = name + "/Quality";
    known.type = DataType::Int32;
    known.info.key = QString::fromUtf8(known.name);
    known.info.type = MetricType::Enumeration;
    known.info.options = {Words::tr("good"), Words::tr("bad"), Words::tr("stale")};
    known.info.diagnostic = true;
    const int at = int(m_birth.table.metrics.size());
    if (add(std::move(known)))
        m_birth.table.metrics[size_t(m_birth.table.find(name))].quality = at;
}

// The few properties by which edge nodes say what they are made of (specification, chapter 6.4.10 and Tahu's examples).
void identify(Device &device, const Payload &payload)
{
    for (const Metric &metric : payload.metrics) {
        const auto *text = std::get_if<Text>(&metric.value);
        if (!metric.name || !text)
            continue;
        const QString value = QString::fromUtf8(text->utf8.left(128));
        const QByteArray name = metric.name->toLower();
        if (name == "properties/hardware make")
            device.manufacturer = value;
        else if (name == "properties/hardware model")
            device.model = value;
        else if (name == "properties/hw_version")
            device.hardware = value;
        else if (name == "properties/sw_version" || name == "properties/fw" || name == "properties/firmware version")
            device.firmware = value;
    }
}

void addCommand(Announcement &made, const Place &place, const Known &known)
{
    CommandEncoding encoding;
    encoding.command = known.command->key;
    encoding.topic = commandTopic(place);
    encoding.form = CommandEncoding::Form::Sparkplug;
    encoding.on = commandMetric(known.name, known.name == rebirthName ? std::nullopt : known.alias, known.type);
    encoding.echo = known.command->metric;
    made.device.commands.append(*known.command);
    made.commands.append(encoding);
}

} // namespace

QByteArray originOf(const Place &place)
{
    const QByteArray node = "sparkplug/" + place.group + '/' + place.node;
    return place.device.isEmpty() ? node : node + '/' + place.device;
}

std::optional<int> qualityOf(const Metric &metric)
{
    const Property *property = propertyOf(metric.properties, "Quality");
    const auto *code = property && !property->isNull ? std::get_if<quint32>(&property->value) : nullptr;
    if (!code)
        return std::nullopt;
    return *code == 192 ? goodQuality : *code == 500 ? 2 : 1;
}

void learnDefinitions(const Payload &payload, Definitions &definitions)
{
    for (const Metric &metric : payload.metrics) {
        if (!metric.instance || !metric.instance->isDefinition || !metric.name)
            continue;
        QHash<QByteArray, quint32> types;
        for (const Metric &member : metric.instance->metrics)
            types.insert(member.name.value_or(QByteArray()), member.type);
        definitions.insert(*metric.name, types);
    }
}

Birth readBirth(const Payload &payload, const Definitions &definitions)
{
    BirthReader reader(definitions);
    reader.read(payload.metrics);
    Birth birth = reader.birth();
    identify(birth.identity, payload);
    return birth;
}

Announcement announcementOf(const Place &place, const Birth &birth)
{
    Announcement made;
    made.origin = originOf(place);
    made.group = originOf({place.group, place.node, {}});
    made.native = true;
    Device &device = made.device;
    device = birth.identity;
    const QString node = QString::fromUtf8(place.group + '/' + place.node);
    const QString address = QStringLiteral("sparkplug:") + node;
    device.addresses = {place.device.isEmpty() ? address : address + QLatin1Char('/') + QString::fromUtf8(place.device)};
    device.name = QString::fromUtf8(place.device.isEmpty() ? place.node : place.device);
    device.via = place.device.isEmpty() ? QString() : address;
    device.link = QStringLiteral("mqtt");
    device.convention = QStringLiteral("Sparkplug B");
    device.kind = Kind::IoT;
    for (const Known &known : birth.table.metrics) {
        if (known.type == DataType::Template)
            continue; // its members are there
        device.metrics.append(known.info);
        if (known.command)
            addCommand(made, place, known);
    }
    if (place.device.isEmpty() && birth.table.find(rebirthName) < 0) { // it has to be there; asking works all the same
        Known rebirth;
        rebirth.name = rebirthName;
        rebirth.type = DataType::Boolean;
        rebirth.command.emplace().key = QString::fromLatin1(rebirthName);
        addCommand(made, place, rebirth);
    }
    return made;
}

} // namespace muster::mqtt::sparkplug
