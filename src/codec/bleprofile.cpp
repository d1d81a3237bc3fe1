#include "codec/bleprofile.h"

#include "codec/jsonfields.h"
#include "codec/profilejson.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <algorithm>

namespace muster::codec {

namespace {

constexpr qsizetype maxPlaces = 64;

QString sentence(const char *text)
{
    return QCoreApplication::translate("Profile", text);
}

/// "ffd5", "0000ffd5-0000-1000-8000-00805f9b34fb"; null for anything else.
QUuid uuidOf(const QString &text)
{
    bool isShort = false;
    const quint16 number = text.size() == 4 ? text.toUShort(&isShort, 16) : 0;
    return isShort ? QUuid(number, 0x0000, 0x1000, 0x80, 0x00, 0x00, 0x80, 0x5F, 0x9B, 0x34, 0xFB) : QUuid::fromString(text);
}

/// `*` stands for anything, also for nothing. Linear: a name from outside cannot make it slow.
bool isLike(QStringView name, QStringView pattern)
{
    qsizetype at = 0;
    qsizetype in = 0;
    qsizetype star = -1;
    qsizetype mark = 0;
    while (at < name.size()) {
        if (in < pattern.size() && pattern[in] == u'*') {
            star = in++;
            mark = at;
        } else if (in < pattern.size() && pattern[in].toCaseFolded() == name[at].toCaseFolded()) {
            ++in;
            ++at;
        } else if (star >= 0) {
            in = star + 1;
            at = ++mark;
        } else {
            return false;
        }
    }
    while (in < pattern.size() && pattern[in] == u'*')
        ++in;
    return in == pattern.size();
}

QUuid readUuid(JsonFields &fields, const char *name)
{
    QString text;
    fields.text(name, text, true);
    const QUuid uuid = uuidOf(text);
    if (uuid.isNull())
        fields.fail(name, sentence(QT_TRANSLATE_NOOP("Profile", "is no UUID, such as ffd5 or 0000ffd5-0000-1000-8000-00805f9b34fb.")));
    return uuid;
}

void readMatch(JsonFields &fields, BleProfile &profile)
{
    fields.texts("names", profile.names);
    QStringList services;
    fields.texts("services", services);
    for (const QString &text : std::as_const(services)) {
        profile.services.append(uuidOf(text));
        if (profile.services.last().isNull())
            fields.fail("services", sentence(QT_TRANSLATE_NOOP("Profile", "is no UUID, such as ffd5 or 0000ffd5-0000-1000-8000-00805f9b34fb.")));
    }
    QStringList companies;
    fields.texts("companies", companies);
    for (const QString &text : std::as_const(companies)) {
        bool isNumber = false;
        profile.companies.append(text.toUShort(&isNumber, 16));
        if (!isNumber || text.size() != 4)
            fields.fail("companies", sentence(QT_TRANSLATE_NOOP("Profile", "is no company identifier of four hexadecimal digits, such as 0499.")));
    }
    if (profile.names.isEmpty() && profile.services.isEmpty() && profile.companies.isEmpty())
        fields.fail("names", sentence(QT_TRANSLATE_NOOP("Profile", "names no device: names, services or companies must say which ones are meant.")));
}

/// Fields and commands are written as in all profiles, and read by what reads those.
void readPlace(JsonFields &fields, ProfilePlace &place)
{
    place.service = readUuid(fields, "service");
    place.characteristic = readUuid(fields, "characteristic");
    fields.bytes("begins", place.begins);
    fields.bytes("ask", place.ask);
    place.profile.decoder = Profile::Decoder::Binary;
    place.profile.framing.kind = Framing::Kind::Idle; // one value is one frame
    place.profile.framing.idleMs = 1;
    readParts(fields, place.profile);
    for (const CommandSpec &command : std::as_const(place.profile.commands)) {
        if (command.scripted)
            fields.fail("commands", sentence(QT_TRANSLATE_NOOP("Profile", "must each say what to “send”: there are no scripts here.")));
    }
}

} // namespace

bool BleProfile::fits(const QString &device, const QList<QUuid> &announced, const QList<quint16> &heard) const
{
    return std::any_of(names.cbegin(), names.cend(), [&](const QString &pattern) { return isLike(device, pattern); })
        || std::any_of(services.cbegin(), services.cend(), [&](const QUuid &service) { return announced.contains(service); })
        || std::any_of(companies.cbegin(), companies.cend(), [&](quint16 company) { return heard.contains(company); });
}

const ProfilePlace *BleProfile::place(const QUuid &service, const QUuid &characteristic) const
{
    const auto it = std::find_if(places.begin(), places.end(),
        [&](const ProfilePlace &place) { return place.service == service && place.characteristic == characteristic; });
    return it == places.end() ? nullptr : &*it;
}

bool isBleProfile(QByteArrayView json)
{
    qsizetype place = -1;
    const auto object = profileObject(json, place);
    return object ? object->contains(QLatin1String("bleProfile")) : json.size() <= maxProfile && json.contains("\"bleProfile\"");
}

Result<BleProfile> readBleProfile(QByteArrayView json, qsizetype *fault)
{
    qsizetype nowhere = -1;
    qsizetype &place = fault ? *fault : nowhere;
    const auto object = profileObject(json, place);
    if (!object)
        return tl::unexpected(object.error());
    BleProfile profile;
    JsonFault found;
    JsonFields fields(*object, {}, found);
    int version = 0;
    fields.integer("bleProfile", version, 1, 1, true);
    fields.text("name", profile.name, true);
    fields.text("manufacturer", profile.manufacturer);
    fields.text("model", profile.model);
    fields.object("match", [&](JsonFields &match) { readMatch(match, profile); });
    QList<ProfilePlace> places;
    fields.list("characteristics", places, readPlace);
    fields.refuseUnknown();
    if (!fields.has("match"))
        fields.fail("match", sentence(QT_TRANSLATE_NOOP("Profile", "names no device: names, services or companies must say which ones are meant.")));
    if (places.size() > maxPlaces)
        fields.fail("characteristics", sentence(QT_TRANSLATE_NOOP("Profile", "names more than 64 characteristics.")));
    if (!found.text.isEmpty())
        return tl::unexpected(profileFault(json, found, place));
    profile.places.assign(places.begin(), places.end());
    return profile;
}

const BleProfile *bleProfileFor(const std::vector<BleProfile> &all, const QString &device, const QList<QUuid> &announced, const QList<quint16> &companies)
{
    const auto it = std::find_if(all.begin(), all.end(), [&](const BleProfile &profile) { return profile.fits(device, announced, companies); });
    return it == all.end() ? nullptr : &*it;
}

} // namespace muster::codec
