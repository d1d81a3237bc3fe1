#include "codec/profileshelf.h"

#include "codec/profilefiles.h"
#include "codec/profilejson.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <algorithm>

namespace muster::codec {

namespace {

constexpr qsizetype longestId = 64;

QString tr(const char *text)
{
    return QCoreApplication::translate("muster::codec::ProfileShelf", text);
}

bool isPlain(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
}

QString shippedPath(const QString &id, bool ble)
{
    return (ble ? QStringLiteral(":/profiles/ble/%1.json") : QStringLiteral(":/profiles/%1.json")).arg(id);
}

QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
}

} // namespace

ProfileShelf::ProfileShelf(QString folder)
    : m_folder(std::move(folder))
{
}

QString ProfileShelf::path(const QString &id, bool ble) const
{
    return m_folder + (ble ? QStringLiteral("/ble/") : QStringLiteral("/")) + id + QStringLiteral(".json");
}

QStringList ProfileShelf::installedIn(const QString &folder) const
{
    QStringList ids;
    if (m_folder.isEmpty())
        return ids;
    const QStringList files = filesIn(folder);
    for (const QString &file : files.first(std::min(files.size(), most))) {
        if (const QString id = file.chopped(5); isId(id))
            ids.append(id);
    }
    return ids;
}

QStringList ProfileShelf::ids() const
{
    QStringList all = shippedProfiles() + installedIn(m_folder);
    all.sort();
    all.removeDuplicates();
    return all;
}

QStringList ProfileShelf::bleIds() const
{
    QStringList all = filesIn(QStringLiteral(":/profiles/ble"));
    for (QString &id : all)
        id.chop(5);
    all += installedIn(m_folder + QStringLiteral("/ble"));
    all.sort();
    all.removeDuplicates();
    return all;
}

bool ProfileShelf::isBle(const QString &id) const
{
    return isId(id) && ((!m_folder.isEmpty() && QFile::exists(path(id, true))) || QFile::exists(shippedPath(id, true)));
}

std::vector<BleProfile> ProfileShelf::bleProfiles() const
{
    std::vector<BleProfile> installed;
    std::vector<BleProfile> shipped;
    const QStringList all = bleIds();
    for (const QString &id : all) {
        const auto json = text(id);
        if (auto profile = json ? readBleProfile(*json) : tl::unexpected(json.error()))
            (isInstalled(id) ? installed : shipped).push_back(*std::move(profile));
    }
    installed.insert(installed.end(), shipped.begin(), shipped.end());
    return installed;
}

Result<QString> ProfileShelf::check(QByteArrayView json, qsizetype *fault)
{
    if (isBleProfile(json))
        return readBleProfile(json, fault).map([](const BleProfile &profile) { return profile.name; });
    return readProfile(json, fault).map([](const Profile &profile) { return profile.name; });
}

bool ProfileShelf::isInstalled(const QString &id) const
{
    return !m_folder.isEmpty() && isId(id) && (QFile::exists(path(id, false)) || QFile::exists(path(id, true)));
}

bool ProfileShelf::isShipped(const QString &id) const
{
    return isId(id) && (QFile::exists(shippedPath(id, false)) || QFile::exists(shippedPath(id, true)));
}

QString ProfileShelf::file(const QString &id) const
{
    return isInstalled(id) ? path(id, isBle(id)) : shippedPath(id, isBle(id));
}

Result<Profile> ProfileShelf::find(const QString &id) const
{
    if (isBle(id))
        return failure(Error::Code::Invalid, tr("The profile “%1” is one of a Bluetooth device, not of a serial line. Choose another.").arg(id));
    if (!isInstalled(id) && !isShipped(id))
        return failure(Error::Code::NotFound, tr("There is no profile “%1”. Choose another, or drop its file on the window to install it.").arg(id));
    return profileFromFile(file(id));
}

Result<QByteArray> ProfileShelf::text(const QString &id) const
{
    QFile file(this->file(id));
    if (!isId(id) || !file.open(QIODevice::ReadOnly))
        return failure(Error::Code::NotFound, tr("There is no profile “%1”.").arg(id));
    return file.read(maxProfile + 1);
}

Result<void> ProfileShelf::install(const QString &id, const QByteArray &json) const
{
    if (const auto name = check(json); !name)
        return tl::unexpected(name.error());
    if (!isId(id))
        return failure(Error::Code::Invalid, tr("“%1” cannot be the id of a profile: it is made of small letters, digits and “-”.").arg(id.left(80)));
    if (m_folder.isEmpty())
        return failure(Error::Code::Unsupported, tr("Nothing is kept in the demo, profiles neither. Export the profile to a file instead."));
    const bool ble = isBleProfile(json);
    if ((isInstalled(id) || isShipped(id)) && isBle(id) != ble)
        return failure(Error::Code::Invalid, tr("“%1” is the id of a profile of another kind: one is of a serial line, the other of a Bluetooth device. Choose another id.").arg(id));
    const QString folder = ble ? m_folder + QStringLiteral("/ble") : m_folder;
    if (!isInstalled(id) && filesIn(folder).size() >= most)
        return failure(Error::Code::TooLarge, tr("%1 profiles are installed already. Remove one first.").arg(most));
    QSaveFile file(path(id, ble));
    if (!QDir().mkpath(folder) || !file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit())
        return failure(Error::Code::Io, tr("The profile cannot be written to %1: %2").arg(folder, file.errorString()));
    return {};
}

Result<void> ProfileShelf::remove(const QString &id) const
{
    if (!isInstalled(id))
        return failure(Error::Code::NotFound, tr("“%1” is not installed.").arg(id));
    QFile file(this->file(id));
    if (!file.remove())
        return failure(Error::Code::Io, tr("%1 cannot be removed: %2").arg(file.fileName(), file.errorString()));
    return {};
}

QString ProfileShelf::idFor(const QString &name)
{
    QString id;
    const QString plain = name.toLower().remove(QStringLiteral(".json"));
    for (const QChar c : plain) {
        if (isPlain(c))
            id.append(c);
        else if (!id.isEmpty() && !id.endsWith(u'-'))
            id.append(u'-');
    }
    id.truncate(longestId);
    while (id.endsWith(u'-'))
        id.chop(1);
    return id.isEmpty() ? QStringLiteral("profile") : id;
}

bool ProfileShelf::isId(const QString &id)
{
    const auto fits = [](QChar c) { return isPlain(c) || c == u'-' || c == u'_' || c == u'.'; };
    return !id.isEmpty() && id.size() <= longestId && isPlain(id[0]) && std::all_of(id.cbegin(), id.cend(), fits);
}

} // namespace muster::codec
