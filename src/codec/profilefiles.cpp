#include "codec/profilefiles.h"

#include "codec/profilejson.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace muster::codec {

QStringList shippedProfiles()
{
    QStringList ids = QDir(QStringLiteral(":/profiles")).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (QString &id : ids)
        id.chop(5);
    return ids;
}

Result<Profile> shippedProfile(const QString &id)
{
    const QString path = QStringLiteral(":/profiles/%1.json").arg(id);
    if (id.contains(QLatin1Char('/')) || !QFile::exists(path))
        return failure(Error::Code::NotFound, QCoreApplication::translate("Profile", "Muster has no profile “%1”.").arg(id));
    return profileFromFile(path);
}

Result<Profile> profileFromFile(const QString &path)
{
    QFile file(path);
    const QString name = QFileInfo(path).fileName();
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Code::Io, QCoreApplication::translate("Profile", "“%1” cannot be read: %2").arg(name, file.errorString()));
    const QByteArray json = file.read(maxProfile + 1);
    Result<Profile> profile = readProfile(json);
    if (!profile)
        return failure(profile.error().code, QStringLiteral("%1: %2").arg(name, profile.error().text));
    return profile;
}

} // namespace muster::codec
