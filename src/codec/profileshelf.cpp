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

QString shippedPath(const QString &id)
{
    return QStringLiteral(":/profiles/%1.json").arg(id);
}

} // namespace

ProfileShelf::ProfileShelf(QString folder)
    : m_folder(std::move(folder))
{
}

QString ProfileShelf::path(const QString &id) const
{
    return m_folder + QLatin1Char('/') + id + QStringLiteral(".json");
}

QStringList ProfileShelf::ids() const
{
    QStringList all = shippedProfiles();
    if (!m_folder.isEmpty()) {
        const QStringList files = QDir(m_folder).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
        for (const QString &file : files.first(std::min(files.size(), most))) {
            if (const QString id = file.chopped(5); isId(id))
                all.append(id);
        }
    }
    all.sort();
    all.removeDuplicates();
    return all;
}

bool ProfileShelf::isInstalled(const QString &id) const
{
    return !m_folder.isEmpty() && isId(id) && QFile::exists(path(id));
}

bool ProfileShelf::isShipped(const QString &id) const
{
    return isId(id) && QFile::exists(shippedPath(id));
}

Result<Profile> ProfileShelf::find(const QString &id) const
{
    if (!isInstalled(id) && !isShipped(id))
        return failure(Error::Code::NotFound, tr("There is no profile “%1”. Choose another, or drop its file on the window to install it.").arg(id));
    return profileFromFile(isInstalled(id) ? path(id) : shippedPath(id));
}

Result<QByteArray> ProfileShelf::text(const QString &id) const
{
    QFile file(isInstalled(id) ? path(id) : shippedPath(id));
    if (!isId(id) || !file.open(QIODevice::ReadOnly))
        return failure(Error::Code::NotFound, tr("There is no profile “%1”.").arg(id));
    return file.read(maxProfile + 1);
}

Result<void> ProfileShelf::install(const QString &id, const QByteArray &json) const
{
    if (const auto profile = readProfile(json); !profile)
        return tl::unexpected(profile.error());
    if (!isId(id))
        return failure(Error::Code::Invalid, tr("“%1” cannot be the id of a profile: it is made of small letters, digits and “-”.").arg(id.left(80)));
    if (m_folder.isEmpty())
        return failure(Error::Code::Unsupported, tr("Nothing is kept in the demo, profiles neither. Export the profile to a file instead."));
    if (!isInstalled(id) && QDir(m_folder).entryList({QStringLiteral("*.json")}, QDir::Files).size() >= most)
        return failure(Error::Code::TooLarge, tr("%1 profiles are installed already. Remove one first.").arg(most));
    QSaveFile file(path(id));
    if (!QDir().mkpath(m_folder) || !file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit())
        return failure(Error::Code::Io, tr("The profile cannot be written to %1: %2").arg(m_folder, file.errorString()));
    return {};
}

Result<void> ProfileShelf::remove(const QString &id) const
{
    if (!isInstalled(id))
        return failure(Error::Code::NotFound, tr("“%1” is not installed.").arg(id));
    QFile file(path(id));
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
