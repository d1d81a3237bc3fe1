#include "store/exchange/backup.h"

#include "store/exchange/backupparts.h"
#include "store/history/history.h"
#include "store/inventory.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#include <cstdio>

namespace muster {

namespace {

constexpr int pagesAtOnce = 64;

} // namespace

struct Backup::Job
{
    quint64 id = 0;
    QString path {};
    QByteArray settings {};
    bool restoring = false;
    QString part {};                    ///< what is being written; removed unless it is finished
    std::unique_ptr<Sqlite> source {};  ///< restoring: the backup
    std::unique_ptr<Sqlite> target {};
    Sqlite *copied = nullptr;           ///< what is copied, to see whether it is still the same
    std::unique_ptr<SqliteCopy> copy {};
};

Backup::Backup(History *history, Inventory *inventory, QString folder, QObject *parent)
    : QObject(parent)
    , m_history(history)
    , m_inventory(inventory)
    , m_folder(std::move(folder))
    , m_next(this)
{
    m_next.setInterval(0);
    connect(&m_next, &QTimer::timeout, this, &Backup::slice);
}

Backup::~Backup()
{
    if (m_job)
        end(failure(Error::Code::Cancelled, tr("The program ended before the backup did; nothing was written.")));
}

bool Backup::begin(quint64 job, const QString &path)
{
    if (m_job) {
        Q_EMIT finished(job, failure(Error::Code::Refused, tr("Another backup is still being written or read.")));
        return false;
    }
    m_job = std::make_unique<Job>();
    m_job->id = job;
    m_job->path = path;
    return true;
}

void Backup::make(quint64 job, const QString &path, const QByteArray &settings)
{
    if (!begin(job, path))
        return;
    m_job->settings = settings;
    if (auto opened = openForMaking(); !opened)
        return end(tl::unexpected(opened.error()));
    m_next.start();
}

Result<void> Backup::openForMaking()
{
    m_job->part = m_job->path + QStringLiteral(".part");
    QFile::remove(m_job->part); // of a backup that was cut off
    auto target = Sqlite::open(m_job->part);
    // A database is made with the first write; a folder that is not there, or may not be written, shows then.
    if (target) {
        if (auto written = (*target)->execute("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA page_size=16384; CREATE TABLE t(x); DROP TABLE t"); !written)
            target = tl::unexpected(written.error());
    }
    if (!target)
        return failure(Error::Code::Io, tr("“%1” cannot be written: %2. Choose another place.").arg(m_job->path, target.error().text));
    m_job->target = std::move(*target);
    m_history->flush();
    m_job->copied = m_history->database();
    if (!m_job->copied)
        return {};
    auto copy = SqliteCopy::begin(*m_job->copied, *m_job->target);
    if (!copy)
        return tl::unexpected(copy.error());
    m_job->copy = std::move(*copy);
    return {};
}

void Backup::restore(quint64 job, const QString &path)
{
    if (!begin(job, path))
        return;
    m_job->restoring = true;
    if (auto opened = openForRestoring(); !opened)
        return end(tl::unexpected(opened.error()));
    m_next.start();
}

Result<void> Backup::openForRestoring()
{
    if (m_folder.isEmpty())
        return failure(Error::Code::Refused, tr("“%1” cannot be restored into the demo, which keeps nothing. Start Muster without it.").arg(m_job->path));
    auto source = backup::openChecked(m_job->path);
    if (!source)
        return tl::unexpected(source.error());
    m_job->source = std::move(*source);
    const QDir folder(m_folder + u'/' + QLatin1StringView(backup::folder));
    if (!QDir(folder).removeRecursively() || !QDir().mkpath(folder.path()))
        return failure(Error::Code::Io, tr("The folder %1 cannot be made. Check that the folder above it can be written.").arg(folder.path()));
    m_job->part = folder.filePath(QStringLiteral("history.db"));
    auto target = Sqlite::open(m_job->part);
    if (!target)
        return tl::unexpected(target.error());
    m_job->target = std::move(*target);
    m_job->copied = m_job->source.get();
    auto ready = m_job->target->execute("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF");
    auto copy = SqliteCopy::begin(*m_job->source, *m_job->target);
    if (!ready || !copy)
        return tl::unexpected(ready ? copy.error() : ready.error());
    m_job->copy = std::move(*copy);
    return {};
}

void Backup::slice()
{
    if (!m_job->restoring && m_job->copied != m_history->database())
        return end(failure(Error::Code::Corrupt, tr("The history was found damaged while “%1” was being written. Make the backup again.").arg(m_job->path)));
    QElapsedTimer clock;
    clock.start();
    Result<bool> more = m_job->copy != nullptr;
    while (more && *more && clock.elapsed() < sliceMs)
        more = m_job->copy->step(pagesAtOnce);
    if (!more)
        return end(failure(Error::Code::Io, tr("“%1” could not be copied to its end: %2. Make room, or check the disk.").arg(m_job->path, more.error().text)));
    if (*more) {
        Q_EMIT progressed(m_job->id, QFileInfo(m_job->part).size(), m_job->copy->part());
        return;
    }
    m_job->copy.reset();
    end(m_job->restoring ? finishRestoring() : finishMaking());
}

Result<qint64> Backup::finishMaking()
{
    auto done = backup::addParts(*m_job->target, m_inventory ? m_inventory->database() : nullptr, m_job->part, m_job->settings);
    m_job->target.reset();
    if (done)
        done = backup::syncFile(m_job->part);
    if (!done)
        return failure(Error::Code::Io, tr("“%1” could not be written to its end: %2. Make room or choose another place.").arg(m_job->path, done.error().text));
    const qint64 size = QFileInfo(m_job->part).size();
    if (std::rename(QFile::encodeName(m_job->part).constData(), QFile::encodeName(m_job->path).constData()) != 0)
        return failure(Error::Code::Io, tr("“%1” could not be put in place: %2. Choose another place.").arg(m_job->path, qt_error_string()));
    m_job->part.clear();
    return size;
}

Result<qint64> Backup::finishRestoring()
{
    const QDir folder = QFileInfo(m_job->part).dir();
    auto done = backup::takeParts(*m_job->source, *m_job->target, folder.path());
    m_job->target.reset();
    m_job->source.reset();
    qint64 size = 0;
    for (const QFileInfo &file : folder.entryInfoList(QDir::Files)) {
        size += file.size();
        if (done)
            done = backup::syncFile(file.filePath());
    }
    QFile ready(folder.filePath(QLatin1StringView(backup::readyFile)));
    if (done && (!ready.open(QIODevice::WriteOnly) || ready.write(m_job->path.toUtf8()) < 0 || !ready.flush()))
        done = failure(Error::Code::Io, ready.errorString());
    if (!done)
        return failure(Error::Code::Io, tr("“%1” could not be restored: %2. Nothing was changed.").arg(m_job->path, done.error().text));
    m_job->part.clear();
    return size;
}

void Backup::cancel(quint64 job)
{
    if (m_job && m_job->id == job)
        end(failure(Error::Code::Cancelled, m_job->restoring ? tr("Restoring was cancelled; nothing was changed.") : tr("The backup was cancelled; nothing was written.")));
}

void Backup::end(const Result<qint64> &result)
{
    m_next.stop();
    const std::unique_ptr<Job> job = std::move(m_job);
    job->copy.reset();
    job->target.reset();
    if (!job->part.isEmpty() && job->restoring)
        QFileInfo(job->part).dir().removeRecursively();
    else if (!job->part.isEmpty())
        QFile::remove(job->part);
    Q_EMIT finished(job->id, result);
}

} // namespace muster
