#include "backends/ble/bleprofile.h"

#include "codec/jsonfields.h"
#include "codec/profilejson.h"

#include <QBluetoothUuid>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>

namespace muster::ble {

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
    return isShort ? QUuid(QBluetoothUuid(number)) : QUuid::fromString(text);
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

QUuid readUuid(codec::JsonFields &fields, const char *name)
{
    QString text;
    fields.text(name, text, true);
    const QUuid uuid = uuidOf(text);
    if (uuid.isNull())
        fields.fail(name, sentence(QT_TRANSLATE_NOOP("Profile", "is no UUID, such as ffd5 or 0000ffd5-0000-1000-8000-00805f9b34fb.")));
    return uuid;
}

void readMatch(codec::JsonFields &fields, BleProfile &profile)
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
void readPlace(codec::JsonFields &fields, ProfilePlace &place)
{
    place.service = readUuid(fields, "service");
    place.characteristic = readUuid(fields, "characteristic");
    fields.bytes("begins", place.begins);
    fields.bytes("ask", place.ask);
    QJsonObject inner {{QStringLiteral("profile"), 1}, {QStringLiteral("name"), QStringLiteral("-")}, {QStringLiteral("decoder"), QStringLiteral("binary")},
        {QStringLiteral("framing"), QJsonObject {{QStringLiteral("kind"), QStringLiteral("idle")}, {QStringLiteral("idleMs"), 1}}}};
    for (const char *list : {"fields", "commands"}) {
        if (const QJsonValue value = fields.take(list, QJsonValue::Array); value.isArray())
            inner.insert(QLatin1StringView(list), value);
    }
    auto read = codec::readProfile(QJsonDocument(inner).toJson());
    if (read)
        place.profile = *std::move(read);
    else // its lines and columns are those of the text made here
        fields.fail(fields.has("fields") ? "fields" : "commands", read.error().text.section(QStringLiteral(": "), 1));
}

/// "characteristics.2.service" for people.
tl::unexpected<Error> invalid(QByteArrayView json, const codec::JsonFault &fault)
{
    const qsizetype offset = std::max<qsizetype>(0, codec::jsonOffset(json, fault.path));
    const qsizetype line = 1 + std::count(json.begin(), json.begin() + offset, '\n');
    return failure(Error::Code::Invalid,
        QCoreApplication::translate("Profile", "Line %1: “%2” %3").arg(line).arg(fault.path.join(u'.'), fault.text));
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

Result<BleProfile> readBleProfile(QByteArrayView json)
{
    if (json.size() > codec::maxProfile)
        return failure(Error::Code::TooLarge, sentence(QT_TRANSLATE_NOOP("Profile", "A profile has at most 1 MiB.")));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json.toByteArray(), &error);
    if (!document.isObject()) {
        const qsizetype line = 1 + std::count(json.begin(), json.begin() + std::clamp<qsizetype>(error.offset, 0, json.size()), '\n');
        return failure(Error::Code::Corrupt, QCoreApplication::translate("Profile", "Line %1: this is no JSON. %2").arg(line).arg(error.errorString()));
    }
    BleProfile profile;
    codec::JsonFault fault;
    codec::JsonFields fields(document.object(), {}, fault);
    int version = 0;
    fields.integer("bleProfile", version, 1, 1, true);
    fields.text("name", profile.name, true);
    fields.text("manufacturer", profile.manufacturer);
    fields.text("model", profile.model);
    fields.object("match", [&](codec::JsonFields &match) { readMatch(match, profile); });
    QList<ProfilePlace> places;
    fields.list("characteristics", places, readPlace);
    fields.refuseUnknown();
    if (fault.text.isEmpty() && places.size() > maxPlaces)
        fields.fail("characteristics", sentence(QT_TRANSLATE_NOOP("Profile", "names more than 64 characteristics.")));
    if (!fault.text.isEmpty())
        return invalid(json, fault);
    profile.places.assign(places.begin(), places.end());
    return profile;
}

std::span<const BleProfile> shippedBleProfiles()
{
    static const std::vector<BleProfile> all = [] {
        std::vector<BleProfile> read;
        const QDir folder(QStringLiteral(":/profiles/ble"));
        const QStringList names = folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
        for (const QString &name : names) {
            QFile file(folder.filePath(name));
            if (!file.open(QIODevice::ReadOnly))
                continue;
            auto profile = readBleProfile(file.readAll());
            Q_ASSERT_X(profile, qPrintable(name), profile ? "" : qPrintable(profile.error().text));
            if (profile)
                read.push_back(*std::move(profile));
        }
        return read;
    }();
    return all;
}

const BleProfile *bleProfileFor(const QString &device, const QList<QUuid> &announced, const QList<quint16> &companies)
{
    const auto all = shippedBleProfiles();
    const auto it = std::find_if(all.begin(), all.end(), [&](const BleProfile &profile) { return profile.fits(device, announced, companies); });
    return it == all.end() ? nullptr : &*it;
}

} // namespace muster::ble
