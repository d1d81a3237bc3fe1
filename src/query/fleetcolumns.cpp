#include "query/fleetcolumns.h"

#include "query/literals.h"

#include "core/connections.h"

#include <algorithm>

namespace muster {

namespace {

constexpr std::array dictionaryFields {Field::Model, Field::Manufacturer, Field::Link, Field::Backend, Field::Tag, Field::Group, Field::Firmware};
constexpr std::array wordFields {Field::Kind, Field::Status, Field::Alarm, Field::Severity};
constexpr qsizetype maxGroupTexts = 10'000;

/// Lists have one value a line.
QString oneLine(QString text)
{
    return text.replace(u'\n', u' ');
}

QString lines(const QStringList &values)
{
    QStringList clean;
    for (const QString &value : values)
        if (!value.isEmpty())
            clean.append(oneLine(value));
    return clean.join(u'\n');
}

} // namespace

FleetColumns::FleetColumns(const Fleet &fleet, const Connections *connections, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_connections(connections)
    , m_metrics(fleet)
{
    connect(&fleet, &Fleet::devicesAdded, this, &FleetColumns::takeIn);
    connect(&fleet, &Fleet::devicesChanged, this, &FleetColumns::takeIn);
    connect(&fleet, &Fleet::devicesRemoved, this, &FleetColumns::drop);
    connect(&fleet, &Fleet::entriesChanged, this, &FleetColumns::takeEntries);
    connect(&fleet, &Fleet::statusesChanged, this, &FleetColumns::takeStatuses);
    connect(&fleet, &Fleet::groupsChanged, this, &FleetColumns::takeGroups);
    connect(&fleet, &Fleet::metricsChanged, this, &FleetColumns::takeValues);
    if (connections) {
        connect(connections, &Connections::added, this, &FleetColumns::takeLinks);
        connect(connections, &Connections::changed, this, &FleetColumns::takeLinks);
        connect(connections, &Connections::removed, this, &FleetColumns::takeLinks);
    }
    grow({0});
    reload();
}

FleetColumns::~FleetColumns() = default;

void FleetColumns::reload()
{
    m_groupTexts.clear();
    takeIn(m_fleet.devices());
}

const Dictionary &FleetColumns::dictionary(Field field) const
{
    return m_dictionaries[size_t(field)];
}

const std::vector<quint8> &FleetColumns::words(Field field) const
{
    return m_words[size_t(field)];
}

const Dictionary *FleetColumns::attribute(const QString &key) const
{
    constexpr std::array<QLatin1StringView, AttributeCount> names {
        QLatin1StringView("hardware"), QLatin1StringView("serial"), QLatin1StringView("via"), QLatin1StringView("convention")};
    const auto it = std::find(names.begin(), names.end(), key);
    return it == names.end() ? nullptr : &m_attributes[size_t(it - names.begin())];
}

void FleetColumns::grow(DeviceId device)
{
    if (device.n < m_rows)
        return;
    m_rows = std::max<Row>({device.n + 1, m_rows + m_rows / 2, 64});
    m_present.resize(m_rows);
    m_members.resize(m_rows);
    m_texts.resize(m_rows);
    for (const Field field : dictionaryFields)
        mutableDictionary(field).resize(m_rows);
    for (Dictionary &attribute : m_attributes)
        attribute.resize(m_rows);
    for (const Field field : wordFields)
        mutableWords(field).resize(m_rows, 0);
    m_metrics.resize(m_rows);
}

// --- learning from the fleet

void FleetColumns::takeIn(const QList<DeviceId> &devices)
{
    for (const DeviceId id : devices) {
        const Device *device = m_fleet.device(id);
        if (!device)
            continue;
        grow(id);
        m_present.set(id.n);
        describe(*device);
        describeEntry(*device);
        describeLink(*device);
        m_metrics.learn(*device);
    }
    if (!devices.isEmpty())
        Q_EMIT changed(devices);
}

void FleetColumns::describe(const Device &device)
{
    const Row row = device.id.n;
    mutableDictionary(Field::Model).set(row, oneLine(device.model));
    mutableDictionary(Field::Manufacturer).set(row, oneLine(device.manufacturer));
    mutableDictionary(Field::Firmware).set(row, oneLine(device.firmware));
    m_attributes[Hardware].set(row, oneLine(device.hardware));
    m_attributes[Serial].set(row, oneLine(device.serialNumber));
    m_attributes[Via].set(row, oneLine(device.via));
    m_attributes[Convention].set(row, oneLine(device.convention));
    mutableWords(Field::Status)[row] = quint8(1U << unsigned(m_fleet.status(device.id)));
}

/// What a person decided about a device, and what that may override.
void FleetColumns::describeEntry(const Device &device)
{
    const Row row = device.id.n;
    const FleetEntry *entry = m_fleet.entry(device.id);
    m_members.set(row, entry != nullptr);
    m_texts.set(row, folded(oneLine(m_fleet.displayName(device.id))), folded(lines(device.addresses)));
    mutableDictionary(Field::Tag).set(row, entry ? lines(entry->tags) : QString());
    mutableDictionary(Field::Group).set(row, entry ? groupText(*entry) : QString());
    mutableWords(Field::Kind)[row] = quint8(1U << unsigned(m_fleet.kind(device.id)));
}

void FleetColumns::describeLink(const Device &device)
{
    const Connection *connection = m_connections ? m_connections->find(device.connection) : nullptr;
    const QString scheme = connection ? connection->url.scheme() : device.connection.isValid() ? device.addresses.value(0).section(u':', 0, 0) : QString();
    mutableDictionary(Field::Link).set(device.id.n, connection ? oneLine(connection->name) : QString());
    mutableDictionary(Field::Backend).set(device.id.n, scheme);
}

/// The names and paths of a device's groups and of those they lie in.
QString FleetColumns::groupText(const FleetEntry &entry)
{
    QList<quint32> ids;
    for (const GroupId id : entry.groups)
        ids.append(id.n);
    if (ids.isEmpty())
        return {};
    std::sort(ids.begin(), ids.end());
    if (const auto it = m_groupTexts.constFind(ids); it != m_groupTexts.cend())
        return *it;
    QStringList words;
    for (const quint32 id : std::as_const(ids)) {
        QStringList names; // from the top
        const Group *group = m_fleet.group({id});
        for (int depth = 0; group && depth < 64; ++depth) {
            names.prepend(oneLine(group->name));
            group = group->parent.isValid() ? m_fleet.group(group->parent) : nullptr;
        }
        for (qsizetype i = 0; i < names.size(); ++i) {
            words.append(names.at(i));
            if (i > 0)
                words.append(names.mid(0, i + 1).join(u'/'));
        }
    }
    words.removeDuplicates();
    if (m_groupTexts.size() >= maxGroupTexts)
        m_groupTexts.clear();
    return *m_groupTexts.insert(ids, words.join(u'\n'));
}

void FleetColumns::takeEntries(const QList<DeviceId> &devices)
{
    for (const DeviceId id : devices)
        if (const Device *device = m_fleet.device(id); device && m_present.test(id.n))
            describeEntry(*device);
    Q_EMIT changed(devices);
}

void FleetColumns::takeStatuses(const QList<DeviceId> &devices)
{
    for (const DeviceId id : devices)
        if (m_present.test(id.n))
            mutableWords(Field::Status)[id.n] = quint8(1U << unsigned(m_fleet.status(id)));
    Q_EMIT changed(devices);
}

void FleetColumns::takeValues(const QList<MetricId> &metrics)
{
    const MetricColumns::Changes changes = m_metrics.update(metrics);
    for (const auto &[column, devices] : changes)
        Q_EMIT valuesChanged(*column, devices);
}

void FleetColumns::takeGroups()
{
    m_groupTexts.clear();
    QList<DeviceId> devices;
    m_members.forEach([&](Row row) {
        const FleetEntry *entry = m_fleet.entry({row});
        if (!entry || entry->groups.isEmpty())
            return;
        mutableDictionary(Field::Group).set(row, groupText(*entry));
        devices.append(DeviceId {row});
    });
    if (!devices.isEmpty())
        Q_EMIT changed(devices);
}

void FleetColumns::takeLinks()
{
    QList<DeviceId> devices;
    m_present.forEach([&](Row row) {
        if (const Device *device = m_fleet.device({row})) {
            describeLink(*device);
            devices.append(DeviceId {row});
        }
    });
    if (!devices.isEmpty())
        Q_EMIT changed(devices);
}

void FleetColumns::drop(const QList<DeviceId> &devices)
{
    for (const DeviceId id : devices) {
        if (!m_present.test(id.n))
            continue;
        m_present.set(id.n, false);
        m_members.set(id.n, false);
        m_texts.clear(id.n);
        for (const Field field : dictionaryFields)
            mutableDictionary(field).set(id.n, {});
        for (Dictionary &attribute : m_attributes)
            attribute.set(id.n, {});
        for (const Field field : wordFields)
            mutableWords(field)[id.n] = 0;
        m_metrics.forget(id.n);
    }
    Q_EMIT removed(devices);
}

void FleetColumns::setAlarms(DeviceId device, quint8 states, quint8 severity)
{
    if (!m_present.test(device.n))
        return;
    quint8 &knownStates = mutableWords(Field::Alarm)[device.n];
    quint8 &knownSeverity = mutableWords(Field::Severity)[device.n];
    if (knownStates == states && knownSeverity == severity)
        return;
    knownStates = states;
    knownSeverity = severity;
    Q_EMIT changed({device});
}

Vocabulary FleetColumns::vocabulary() const
{
    const auto values = [this](Field field) { return dictionary(field).values(Vocabulary::maxWords); };
    Vocabulary vocabulary {m_metrics.keys(Vocabulary::maxWords), values(Field::Tag), {}, values(Field::Model), values(Field::Manufacturer),
        values(Field::Firmware), values(Field::Link), values(Field::Backend)};
    for (const Group &group : m_fleet.groups())
        if (vocabulary.groups.size() < Vocabulary::maxWords)
            vocabulary.groups.append(group.name);
    vocabulary.tags.removeDuplicates();
    vocabulary.groups.removeDuplicates();
    return vocabulary;
}

} // namespace muster
