#include "app/restoring.h"

#include "store/exchange/backup.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QLockFile>

namespace muster {

namespace {

/// Files moved from one place to another, all or none.
class Moves
{
public:
    [[nodiscard]] bool move(const QString &from, const QString &to)
    {
        if (!QFile::exists(from))
            return true;
        if (QFile::rename(from, to) || (QFile::copy(from, to) && QFile::remove(from))) {
            m_done.append({from, to});
            return true;
        }
        return false;
    }
    void undo()
    {
        for (auto done = m_done.crbegin(); done != m_done.crend(); ++done)
            (void) (QFile::rename(done->second, done->first) || (QFile::copy(done->second, done->first) && QFile::remove(done->second)));
        m_done.clear();
    }

private:
    QList<std::pair<QString, QString>> m_done;
};

bool moveAll(Moves &moves, const QDir &data, const QDir &restored, const QDir &aside, const QString &settingsFile)
{
    for (const char *name : {"fleet.db", "history.db"}) {
        const QString file = QLatin1StringView(name);
        for (const char *suffix : {"", "-wal", "-shm"}) {
            const QString whole = file + QLatin1StringView(suffix);
            if (!moves.move(data.filePath(whole), aside.filePath(whole)))
                return false;
        }
        if (!moves.move(restored.filePath(file), data.filePath(file)))
            return false;
    }
    const QString settings = restored.filePath(QStringLiteral("settings.ini"));
    if (settingsFile.isEmpty() || QFileInfo(settings).size() == 0)
        return true;
    return QDir().mkpath(QFileInfo(settingsFile).path()) && moves.move(settingsFile, aside.filePath(QStringLiteral("settings.ini")))
        && moves.move(settings, settingsFile);
}

} // namespace

Result<QString> putBackRestored(const QString &folder, const QString &settingsFile)
{
    const QDir data(folder);
    QDir restored(data.filePath(QLatin1StringView(backup::folder)));
    if (!restored.exists(QLatin1StringView(backup::readyFile)))
        return QString();
    QLockFile lock(data.filePath(QStringLiteral("muster.lock")));
    lock.setStaleLockTime(0);
    if (!lock.tryLock(0))
        return QString(); // the start will say so
    const QDir aside(data.filePath(QStringLiteral("before-restore-") + QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"))));
    Moves moves;
    if (QDir().mkpath(aside.path()) && moveAll(moves, data, restored, aside, settingsFile)) {
        restored.removeRecursively();
        return aside.path();
    }
    moves.undo();
    QDir().rmdir(aside.path());
    return failure(Error::Code::Io, QCoreApplication::translate("muster::Archiving", "The backup could not be put into %1, so everything is as before. Check that the folder can be written and has room.").arg(folder));
}

} // namespace muster
