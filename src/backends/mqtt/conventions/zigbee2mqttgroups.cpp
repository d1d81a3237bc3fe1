#include "backends/mqtt/conventions/zigbee2mqttgroups.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace muster::mqtt {

namespace {

constexpr qsizetype mostFeatures = 32; ///< of one light or the like
constexpr qsizetype mostParts = 16;    ///< of one device
constexpr int readBit = 1;             ///< of `access`: it is in the state

QString textOf(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

/// Without the endpoint in its name: what a group calls it.
QJsonObject withoutEndpoint(QJsonObject feature)
{
    const QString property = textOf(feature, "property");
    const QString suffix = QLatin1Char('_') + textOf(feature, "endpoint");
    if (suffix.size() > 1 && property.endsWith(suffix))
        feature.insert(QStringLiteral("property"), property.chopped(suffix.size()));
    feature.remove(QStringLiteral("endpoint"));
    feature.remove(QStringLiteral("label")); // "State (left)"
    return feature;
}

bool isKnownToGroups(const QJsonObject &feature)
{
    static constexpr std::array names {QLatin1StringView("state"), QLatin1StringView("brightness"), QLatin1StringView("color_temp"), QLatin1StringView("color_xy"),
        QLatin1StringView("color_hs"), QLatin1StringView("position"), QLatin1StringView("tilt")};
    return std::find(names.begin(), names.end(), textOf(feature, "name")) != names.end();
}

bool isToldOfGroups(const QString &property)
{
    return property == QLatin1String("state") || property == QLatin1String("brightness") || property == QLatin1String("color_temp") || property == QLatin1String("color");
}

QJsonArray valuesOfBoth(const QJsonArray &a, const QJsonArray &b)
{
    QJsonArray both;
    for (const QJsonValue &value : a) {
        if (b.contains(value))
            both.append(value);
    }
    return both;
}

/// The narrower one of two limits, of which either may be missing.
void narrow(QJsonObject &object, const QJsonObject &other, const char *key, bool greater)
{
    const QJsonValue a = object.value(QLatin1String(key));
    const QJsonValue b = other.value(QLatin1String(key));
    if (b.isDouble() && (!a.isDouble() || (b.toDouble() > a.toDouble()) == greater))
        object.insert(QLatin1String(key), b);
}

std::optional<QJsonArray> commonFeatures(const QJsonArray &a, const QJsonArray &b);

/// What two devices take and tell alike; none where they do not.
std::optional<QJsonObject> commonFeature(const QJsonObject &a, const QJsonObject &b)
{
    for (const char *key : {"type", "name", "property", "unit"}) {
        if (a.value(QLatin1String(key)) != b.value(QLatin1String(key)))
            return {};
    }
    QJsonObject both = a;
    both.insert(QStringLiteral("access"), a.value(QStringLiteral("access")).toInt() & b.value(QStringLiteral("access")).toInt());
    const QString type = textOf(a, "type");
    if (type == QLatin1String("numeric")) {
        narrow(both, b, "value_min", true);
        narrow(both, b, "value_max", false);
        narrow(both, b, "value_step", true);
        const QJsonValue least = both.value(QStringLiteral("value_min"));
        const QJsonValue most = both.value(QStringLiteral("value_max"));
        if (least.isDouble() && most.isDouble() && least.toDouble() >= most.toDouble())
            return {};
    } else if (type == QLatin1String("binary")) {
        if (a.value(QStringLiteral("value_on")) != b.value(QStringLiteral("value_on")) || a.value(QStringLiteral("value_off")) != b.value(QStringLiteral("value_off")))
            return {};
    } else if (type == QLatin1String("enum")) {
        const QJsonArray values = valuesOfBoth(a.value(QStringLiteral("values")).toArray(), b.value(QStringLiteral("values")).toArray());
        if (values.isEmpty())
            return {};
        both.insert(QStringLiteral("values"), values);
    } else if (type == QLatin1String("composite")) {
        const auto features = commonFeatures(a.value(QStringLiteral("features")).toArray(), b.value(QStringLiteral("features")).toArray());
        if (!features)
            return {};
        both.insert(QStringLiteral("features"), *features);
    } else {
        return {};
    }
    return both;
}

std::optional<QJsonArray> commonFeatures(const QJsonArray &a, const QJsonArray &b)
{
    QJsonArray common;
    for (const QJsonValue &mine : a) {
        for (const QJsonValue &other : b) {
            if (const auto both = commonFeature(mine.toObject(), other.toObject())) {
                common.append(*both);
                break;
            }
        }
    }
    return common.isEmpty() ? std::nullopt : std::optional(common);
}

} // namespace

QJsonArray groupParts(const QJsonArray &exposes)
{
    QJsonArray parts;
    for (const QJsonValue &value : exposes) {
        const QJsonObject exposed = value.toObject();
        const QString type = textOf(exposed, "type");
        const bool isShared = type == QLatin1String("light") || type == QLatin1String("switch") || type == QLatin1String("cover") || type == QLatin1String("lock");
        const QJsonArray features = exposed.value(QStringLiteral("features")).toArray();
        if (!isShared || features.isEmpty() || features.size() > mostFeatures || parts.size() >= mostParts)
            continue;
        QJsonArray part;
        for (const QJsonValue &feature : features) {
            if (isKnownToGroups(feature.toObject()))
                part.append(withoutEndpoint(feature.toObject()));
        }
        parts.append(part);
    }
    return parts;
}

QJsonArray commonExposes(const QList<QJsonArray> &members)
{
    std::optional<QJsonArray> common;
    for (const QJsonArray &parts : members) {
        for (const QJsonValue &part : parts) {
            common = commonFeatures(common.value_or(part.toArray()), part.toArray());
            if (!common)
                return {};
        }
    }
    QJsonArray exposes;
    const QJsonArray features = common.value_or(QJsonArray());
    for (const QJsonValue &value : features) {
        QJsonObject feature = value.toObject();
        const int access = feature.value(QStringLiteral("access")).toInt();
        if (textOf(feature, "type") != QLatin1String("composite") && !isToldOfGroups(textOf(feature, "property")))
            feature.insert(QStringLiteral("access"), access & ~readBit);
        exposes.append(feature);
    }
    return exposes;
}

bool ZigbeeGroups::setDevices(const QByteArray &base, const QJsonArray &devices)
{
    if (!hasRoomFor(base))
        return false;
    Base &known = m_bases[base];
    m_parts -= known.parts.size();
    known.parts.clear();
    bool fits = true;
    for (const QJsonValue &value : devices) {
        const QJsonObject device = value.toObject();
        const QJsonArray parts = groupParts(device.value(QStringLiteral("definition")).toObject().value(QStringLiteral("exposes")).toArray());
        fits = fits && m_parts + known.parts.size() < maxParts;
        if (fits)
            known.parts.insert(textOf(device, "ieee_address"), parts);
    }
    m_parts += known.parts.size();
    return fits;
}

bool ZigbeeGroups::setGroups(const QByteArray &base, const QJsonArray &groups)
{
    if (!hasRoomFor(base))
        return false;
    m_bases[base].groups = groups;
    return true;
}

std::optional<QJsonArray> ZigbeeGroups::exposes(const QByteArray &base, const QJsonObject &group) const
{
    const auto known = m_bases.constFind(base);
    if (known == m_bases.cend())
        return std::nullopt;
    QSet<QString> told;
    QList<QJsonArray> members;
    const QJsonArray list = group.value(QStringLiteral("members")).toArray();
    for (const QJsonValue &value : list) {
        const QString ieee = textOf(value.toObject(), "ieee_address");
        const auto parts = known->parts.constFind(ieee);
        if (parts == known->parts.cend())
            return std::nullopt;
        if (!told.contains(ieee) && !parts->isEmpty())
            members.append(*parts);
        told.insert(ieee);
    }
    return members.isEmpty() ? std::nullopt : std::optional(commonExposes(members));
}

} // namespace muster::mqtt
