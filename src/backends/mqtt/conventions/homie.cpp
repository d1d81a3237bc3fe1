#include "backends/mqtt/conventions/homie.h"

#include "backends/mqtt/conventions/report.h"
#include "backends/mqtt/conventions/topics.h"
#include "backends/mqtt/conventions/words.h"

#include <QRegularExpression>

namespace muster::mqtt {

namespace {

constexpr qsizetype maxUnits = 20'000;
constexpr qsizetype maxAttributes = 20'000; ///< of one device
constexpr qsizetype maxProperties = 1'000;
constexpr int maxArray = 100;

// An id may hold what its version allows; old devices write capitals and underscores as well.
bool isId(const QByteArray &id, bool strict)
{
    return !id.isEmpty() && id.size() < 100 && std::all_of(id.begin(), id.end(), [strict](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || (!strict && ((c >= 'A' && c <= 'Z') || c == '_'));
    });
}

bool isState(const QByteArray &word)
{
    static const QByteArrayList words {"init", "ready", "disconnected", "sleeping", "lost", "alert"};
    return words.contains(word);
}

// A device as far as it is known.
struct Unit
{
    QByteArray base {};                        ///< "homie/lamp", "homie/5/lamp"
    QHash<QByteArray, QByteArray> attributes {}; ///< 3 and 4: by the topic behind base
    QJsonObject description {};                ///< 5
    QByteArray state {};
    QByteArray root {};                        ///< 5: base of the device whose connection it shares; empty: it has its own
    QSet<QByteArray> targets {};               ///< 5: properties ("node/property") that say what they are on the way to

    [[nodiscard]] QByteArray at(const QByteArray &key, const char *otherwise = "") const { return attributes.value(key, otherwise); }
};

class Homie : public Convention
{
public:
    [[nodiscard]] QByteArray name() const override { return QByteArrayLiteral("homie"); }
    [[nodiscard]] bool reports() const override { return false; }
    [[nodiscard]] bool claims(QByteArrayView topic) const override;
    [[nodiscard]] Digest digest(QByteArrayView topic, QByteArrayView payload) override;

private:
    Unit &unit(const QByteArray &base);
    Digest attribute(const QByteArrayList &levels, const QByteArray &payload);
    Digest five(const QByteArrayList &levels, QByteArrayView payload);
    Digest described(Unit &unit, QByteArrayView payload);
    Digest told(Unit &unit, const QByteArrayList &rest, const QByteArray &payload);
    Digest state(Unit &unit, const QByteArray &payload);
    void sight(Digest &digest, const Unit &unit) const;
    void announceOld(Digest &digest, const Unit &unit);
    void announceNew(Digest &digest, const Unit &unit);

    Announced m_announced;
    QHash<QByteArray, Unit> m_units;
    QSet<QByteArray> m_roots; ///< units that others share the connection of
};

// Level of the first attribute: <root>/<device>/$…, …/<node>/$…, …/<node>/<property>/$…, in Homie 5 with the level "5" behind the root.
qsizetype attributeLevel(const QByteArrayList &levels)
{
    for (qsizetype i = 2; i < std::min<qsizetype>(levels.size(), 6); ++i) {
        if (levels[i].startsWith('$'))
            return i;
    }
    return -1;
}

bool isFive(const QByteArrayList &levels)
{
    return levels.size() > 3 && levels[1] == "5";
}

bool Homie::claims(QByteArrayView topic) const
{
    if (topic.startsWith('$') || !topic.contains('$'))
        return false;
    static const QByteArrayList words {"$homie", "$name", "$state", "$nodes", "$extensions", "$implementation", "$localip", "$mac", "$fw", "$stats", "$type", "$properties", "$array",
                                       "$datatype", "$format", "$settable", "$retained", "$unit", "$description", "$log", "$alert", "$target", "$online"};
    const QByteArrayList levels = levelsOf(topic, 10);
    const qsizetype at = attributeLevel(levels);
    return at >= 2 && words.contains(levels[at]);
}

Unit &Homie::unit(const QByteArray &base)
{
    if (m_units.size() >= maxUnits)
        m_units.clear();
    Unit &unit = m_units[base];
    unit.base = base;
    return unit;
}

QByteArray originOf(const Unit &unit)
{
    return "homie/" + unit.base;
}

// What both ways have in common.
Announcement announcementOf(const Unit &unit, const QString &name, const QString &convention)
{
    const QString base = QString::fromUtf8(unit.base);
    Announcement made = announcementFor(originOf(unit), convention, {QStringLiteral("homie:") + base});
    made.device.name = name.isEmpty() ? base.section(QLatin1Char('/'), -1) : name;
    made.topics = {unit.base + "/#"};
    return made;
}

// ---- 3 and 4 --------------------------------------------------------------------------------------------------------------------

// The nodes of $nodes; an array ("lamp[]" with $array "0-3") is as many of them.
QByteArrayList nodesOf(const Unit &unit)
{
    QByteArrayList nodes;
    for (const QByteArray &word : unit.at("$nodes").split(',')) {
        const QByteArray id = word.trimmed();
        if (!id.endsWith("[]")) {
            nodes.append(id);
            continue;
        }
        const QByteArrayList range = unit.at(id.chopped(2) + "/$array").split('-');
        const int first = std::clamp(range.value(0).toInt(), 0, 1'000'000);
        for (int i = first; i <= std::min(range.value(1).toInt(), first + maxArray); ++i)
            nodes.append(id.chopped(2) + '_' + QByteArray::number(i));
    }
    nodes.removeAll(QByteArray());
    return nodes;
}

// A member of an array has its node's properties described under the array's own name.
QByteArray describedAt(const Unit &unit, const QByteArray &node)
{
    const QByteArray array = node.first(std::max<qsizetype>(node.lastIndexOf('_'), 0));
    return !unit.attributes.contains(node + "/$properties") && unit.attributes.contains(array + "/$array") ? array : node;
}

HomieProperty propertyOf(const Unit &unit, const QByteArray &node, const QByteArray &word)
{
    HomieProperty property;
    const qsizetype colon = word.indexOf(':'); // homie-esp8266 2: "led:settable"
    property.node = node;
    property.id = colon > 0 ? word.first(colon) : word;
    const QByteArray at = describedAt(unit, node) + '/' + property.id + '/';
    property.name = QString::fromUtf8(unit.at(at + "$name"));
    property.datatype = unit.at(at + "$datatype", "string");
    property.format = unit.at(at + "$format");
    property.unit = QString::fromUtf8(unit.at(at + "$unit"));
    property.settable = unit.at(at + "$settable") == "true" || (colon > 0 && word.sliced(colon + 1) == "settable");
    property.retained = unit.at(at + "$retained", "true") != "false";
    if (property.datatype != "enum" && property.datatype != "color" && !isValid(property))
        property.format.clear(); // a format of an older draft
    return property;
}

QString textAt(const Unit &unit, const char *key)
{
    return QString::fromUtf8(unit.at(key));
}

void Homie::announceOld(Digest &digest, const Unit &unit)
{
    const QByteArrayList nodes = nodesOf(unit);
    const bool complete = std::all_of(nodes.begin(), nodes.end(), [&](const QByteArray &node) { return unit.attributes.contains(describedAt(unit, node) + "/$properties"); });
    if (!unit.attributes.contains("$homie") || !unit.attributes.contains("$nodes") || !complete || unit.state.isEmpty() || unit.state == "init")
        return;
    Announcement made = announcementOf(unit, textAt(unit, "$name"), QStringLiteral("Homie ") + textAt(unit, "$homie").section(QLatin1Char('.'), 0, 0));
    if (const QString mac = hardwareAddress(textAt(unit, "$mac")); !mac.isEmpty())
        made.device.addresses.prepend(QStringLiteral("mac:") + mac);
    made.device.model = textAt(unit, "$implementation");
    made.device.firmware = (textAt(unit, "$fw/name") + QLatin1Char(' ') + textAt(unit, "$fw/version")).trimmed();
    qsizetype count = 0;
    for (const QByteArray &node : nodes) {
        const QByteArrayList words = isId(node, false) ? unit.at(describedAt(unit, node) + "/$properties").split(',') : QByteArrayList();
        for (const QByteArray &word : words) {
            const HomieProperty property = propertyOf(unit, node, word.trimmed());
            if (isId(property.id, false) && isValid(property) && ++count <= maxProperties)
                addProperty(made, property, unit.base);
        }
    }
    m_announced.put(digest, made);
}

Digest Homie::attribute(const QByteArrayList &levels, const QByteArray &payload)
{
    const QByteArray base = levels[0] + '/' + levels[1];
    const QByteArray key = levels.sliced(2).join('/');
    const bool known = m_units.contains(base);
    if (key == "$homie" && !(payload.startsWith("3.") || payload.startsWith("4.") || payload.startsWith("2.")) && !payload.isEmpty())
        return notMine();
    // Before $homie anything with such names may still be something else; it is remembered, and what it belongs to shows itself.
    Unit &device = unit(base);
    if (payload.isEmpty() && key == "$homie") {
        Digest digest;
        digest.withdrawn.append(originOf(device));
        m_announced.forget(originOf(device));
        m_units.remove(base);
        return digest;
    }
    if (device.attributes.size() >= maxAttributes && !device.attributes.contains(key))
        return known ? malformed(Words::tr("too many attributes")) : ignored();
    device.attributes.insert(key, payload);
    if (key == "$state" && isState(payload))
        device.state = payload;
    Digest digest;
    if (!key.startsWith("$stats"))
        announceOld(digest, device);
    if (m_announced.contains(originOf(device)) && (key == "$state" || !digest.announced.isEmpty()))
        sight(digest, device);
    return digest;
}

// ---- 5 ------------------------------------------------------------------------------------------------------------------------------

QString textIn(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

// None: something known in it is illegal, and the whole property is to be ignored.
std::optional<HomieProperty> propertyIn(const Unit &unit, const QByteArray &node, const QByteArray &id, const QJsonObject &object)
{
    HomieProperty property;
    property.node = node;
    property.id = id;
    property.name = textIn(object, "name");
    property.datatype = textIn(object, "datatype").toUtf8();
    property.format = textIn(object, "format").toUtf8();
    property.unit = textIn(object, "unit");
    const QJsonValue settable = object.value(QStringLiteral("settable"));
    const QJsonValue retained = object.value(QStringLiteral("retained"));
    property.settable = settable.toBool(false);
    property.retained = retained.toBool(true);
    property.hasTarget = unit.targets.contains(node + '/' + id);
    const bool flags = (settable.isUndefined() || settable.isBool()) && (retained.isUndefined() || retained.isBool());
    return flags && isId(id, true) && isValid(property) ? std::optional<HomieProperty>(property) : std::nullopt;
}

void Homie::announceNew(Digest &digest, const Unit &unit)
{
    Announcement made = announcementOf(unit, textIn(unit.description, "name"), QStringLiteral("Homie 5"));
    made.device.model = textIn(unit.description, "type");
    if (!unit.root.isEmpty())
        made.device.via = QStringLiteral("homie:") + QString::fromUtf8(unit.root);
    const QJsonObject nodes = unit.description.value(QStringLiteral("nodes")).toObject();
    qsizetype count = 0;
    for (auto node = nodes.begin(); node != nodes.end(); ++node) {
        if (!isId(node.key().toUtf8(), true))
            continue;
        const QJsonObject properties = node->toObject().value(QStringLiteral("properties")).toObject();
        for (auto it = properties.begin(); it != properties.end(); ++it) {
            const auto property = propertyIn(unit, node.key().toUtf8(), it.key().toUtf8(), it->toObject());
            if (property && ++count <= maxProperties)
                addProperty(made, *property, unit.base);
        }
    }
    m_announced.put(digest, made);
}

Digest Homie::described(Unit &unit, QByteArrayView payload)
{
    const auto object = objectOf(payload);
    if (!object || !textIn(*object, "homie").startsWith(QLatin1String("5.")) || !object->value(QStringLiteral("version")).isDouble())
        return payload.isEmpty() ? ignored() : malformed(Words::tr("no description of a Homie device"));
    unit.description = *object;
    const QByteArray root = textIn(*object, "root").toUtf8();
    unit.root = isId(root, true) ? unit.base.first(unit.base.lastIndexOf('/') + 1) + root : QByteArray();
    if (!unit.root.isEmpty() && m_roots.size() < maxUnits)
        m_roots.insert(unit.root);
    Digest digest;
    announceNew(digest, unit);
    sight(digest, unit);
    return digest;
}

// How it is reached. A device that shares its root's connection is lost with it.
void Homie::sight(Digest &digest, const Unit &unit) const
{
    const bool rootLost = !unit.root.isEmpty() && m_units.value(unit.root).state == "lost";
    const QByteArray &state = unit.state;
    if (state.isEmpty())
        return;
    Report report(digest, originOf(unit));
    report.setDiagnostic(true);
    report.text(QStringLiteral("$state"), QString::fromLatin1(state), Words::tr("State"));
    if (rootLost || state == "lost" || state == "disconnected")
        digest.sightings.append({originOf(unit), Presence::Offline});
    else if (state == "ready" || state == "alert" || state == "sleeping")
        digest.sightings.append({originOf(unit), Presence::Online});
}

Digest Homie::state(Unit &device, const QByteArray &payload)
{
    Digest digest;
    if (payload.isEmpty()) { // removed
        digest.withdrawn.append(originOf(device));
        m_announced.forget(originOf(device));
        m_units.remove(device.base);
        return digest;
    }
    if (!isState(payload))
        return malformed(Words::tr("no state of a Homie device"));
    device.state = payload;
    announceNew(digest, device);
    sight(digest, device);
    if (!m_roots.contains(device.base))
        return digest;
    for (const Unit &other : std::as_const(m_units)) {
        if (other.root == device.base)
            sight(digest, other);
    }
    return digest;
}

// $log/<level>, $alert/<id>, <node>/<property>/$target.
Digest Homie::told(Unit &device, const QByteArrayList &rest, const QByteArray &payload)
{
    Digest digest;
    const QString text = QString::fromUtf8(payload.left(4'000));
    if (rest.size() == 3 && rest[2] == "$target" && device.targets.size() < maxProperties) {
        device.targets.insert(rest[0] + '/' + rest[1]);
        announceNew(digest, device);
        return digest; // its binding reads it
    }
    if (!m_announced.contains(originOf(device)))
        announceNew(digest, device);
    Report report(digest, originOf(device));
    report.setDiagnostic(true);
    if (rest.size() == 2 && rest[0] == "$log")
        report.event(QStringLiteral("$log.") + QString::fromUtf8(rest[1]), text);
    else if (rest.size() == 2 && rest[0] == "$alert")
        report.text(QStringLiteral("$alert.") + QString::fromUtf8(rest[1]), text);
    return digest;
}

Digest Homie::five(const QByteArrayList &levels, QByteArrayView payload)
{
    const QByteArrayList rest = levels.sliced(3);
    if (!isId(levels[2], true))
        return notMine();
    const QByteArray base = levels.first(3).join('/');
    if (rest.size() == 1 && rest[0] == "$description")
        return described(unit(base), payload);
    if (rest.size() == 1 && rest[0] == "$state")
        return payload.isEmpty() || isState(payload.toByteArray()) ? state(unit(base), payload.toByteArray()) : notMine();
    if (rest[0] == "$log" || rest[0] == "$alert" || rest.constLast() == "$target")
        return told(unit(base), rest, payload.toByteArray());
    return ignored();
}

Digest Homie::digest(QByteArrayView topic, QByteArrayView payload)
{
    const QByteArrayList levels = levelsOf(topic, 10);
    if (attributeLevel(levels) < 2)
        return notMine();
    return isFive(levels) ? five(levels, payload) : attribute(levels, payload.toByteArray());
}

} // namespace

std::unique_ptr<Convention> homie()
{
    return std::make_unique<Homie>();
}

} // namespace muster::mqtt
