#include "secrets/credentialfolder.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

#include <utility>

namespace muster {

namespace {

constexpr qsizetype maxName = 200;

QString tr(const char *text)
{
    return QCoreApplication::translate("CredentialFolder", text);
}

tl::unexpected<Error> refuse(const char *sentence, const QString &path)
{
    return failure(Error::Code::Refused, tr(sentence).arg(path));
}

Result<std::optional<QString>> textOf(const QByteArray &bytes, const QString &path)
{
    if (bytes.size() > CredentialFolder::maxSize)
        return refuse(QT_TRANSLATE_NOOP("CredentialFolder", "%1 has more than 4 KiB, which is no password. It was not used."), path);
    QByteArrayView secret = bytes;
    if (secret.endsWith('\n'))
        secret.chop(1);
    QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decode(secret);
    if (secret.contains('\0') || decode.hasError())
        return refuse(QT_TRANSLATE_NOOP("CredentialFolder", "%1 is not a line of text in UTF-8. It was not used."), path);
    return std::optional<QString>(text);
}

} // namespace

CredentialFolder::CredentialFolder(QString path, bool isSystems)
    : m_path(std::move(path))
    , m_isSystems(isSystems)
{
}

QString CredentialFolder::fileFor(const QString &entry)
{
    const QByteArray bytes = (entry.endsWith(QLatin1String(":-1")) ? entry.chopped(3) : entry).toUtf8(); // the scheme's own port
    const qsizetype host = bytes.lastIndexOf('@');
    const qsizetype kind = bytes.indexOf(' ', bytes.startsWith("ble ") ? 4 : 0);
    QString name;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes.at(i);
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '@' || c == '-';
        if (isPlain)
            name += QLatin1Char(c);
        else if ((c == ' ' && i <= kind) || (c == ':' && i > host))
            name += u'-';
        else
            name += QStringLiteral("_%1").arg(uint(uchar(c)), 2, 16, QLatin1Char('0'));
    }
    if (name.size() <= maxName)
        return name;
    const QString digest = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().left(32));
    return name.left(maxName - digest.size() - 1) + u'-' + digest;
}

bool CredentialFolder::isOpenToOthers(const QString &path) const
{
#ifdef Q_OS_WIN
    Q_UNUSED(path) // its permissions are no such bits
    return false;
#else
    QFile::Permissions foreign = QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    if (!m_isSystems)
        foreign |= QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup;
    return (QFile::permissions(path) & foreign) != 0;
#endif
}

Result<std::optional<QString>> CredentialFolder::read(const QString &entry) const
{
    if (!QFileInfo(m_path).isDir())
        return refuse(QT_TRANSLATE_NOOP("CredentialFolder", "There is no folder %1 to read passwords from."), m_path);
    const QString path = m_path + u'/' + fileFor(entry);
    const QFileInfo info(path);
    if (!info.exists())
        return std::optional<QString>();
    if (isOpenToOthers(m_path))
        return refuse(QT_TRANSLATE_NOOP("CredentialFolder", "Others have access to the folder %1, so nothing in it was used. Run “chmod 700” on it."), m_path);
    if (isOpenToOthers(path))
        return refuse(QT_TRANSLATE_NOOP("CredentialFolder", "Others have access to %1, so it was not used. Run “chmod 600” on it."), path);
    QFile file(path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly))
        return refuse(QT_TRANSLATE_NOOP("CredentialFolder", "%1 cannot be read. Give it to the user that Muster runs as."), path);
    return textOf(file.read(maxSize + 1), path);
}

} // namespace muster
