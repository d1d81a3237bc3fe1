// A backup of everything while it is in use, and putting it back: never half, never over what is there.

#include "store/exchange/backup.h"
#include "store/history/history.h"
#include "store/inventory.h"
#include "store/sqlite.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace muster;

namespace {

constexpr Micros start = 1'700'000'000'000'000;

SampleBatch ramp(int from, int to)
{
    SampleBatch batch;
    for (int i = from; i < to; ++i)
        batch.samples.append({start + i * 1'000'000LL, i / 10.0, {1}, 0, 0});
    return batch;
}

} // namespace

class TestBackup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everythingComesBack();
    void whatIsRecordedMeanwhileIsInIt();
    void aBackupIsNoHistoryAndNoSecretIsInIt();
    void cancellingLeavesNothingBehind();
    void aFullFileSystemLeavesNothingBehind();
    void whatIsNoBackupIsRefused_data();
    void whatIsNoBackupIsRefused();
    void damagedBackupsAreRefused();
    void theDemoRestoresNothing();

private:
    [[nodiscard]] QString path(const char *name) const { return m_dir->filePath(QLatin1String(name)); }
    Result<qint64> make(const QString &to, const std::function<void(Backup &)> &meanwhile = {});
    Result<qint64> restore(const QString &from, const QString &folder);
    [[nodiscard]] static QStringList in(const QString &folder) { return QDir(folder).entryList(QDir::Files); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<History> m_history;
    std::unique_ptr<Inventory> m_inventory;
};

void TestBackup::init()
{
    m_history.reset();
    m_inventory.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    m_history = std::make_unique<History>();
    QVERIFY(m_history->open(path("history.db")));
    m_history->take(ramp(0, 50'000));
    m_inventory = std::make_unique<Inventory>(path("fleet.db"));
    QVERIFY(m_inventory->load());
    Device pump;
    pump.id = {1};
    pump.addresses = {QStringLiteral("mqtt:pump")};
    pump.name = QStringLiteral("Pump 3");
    m_inventory->storeDevices({pump}, {FleetEntry {.device = {1}, .name = QStringLiteral("The pump")}});
}

Result<qint64> TestBackup::make(const QString &to, const std::function<void(Backup &)> &meanwhile)
{
    Backup backup(m_history.get(), m_inventory.get(), path(""));
    std::optional<Result<qint64>> result;
    if (meanwhile)
        connect(&backup, &Backup::progressed, this, [&] { meanwhile(backup); });
    connect(&backup, &Backup::finished, this, [&](quint64, const Result<qint64> &bytes) { result = bytes; });
    backup.make(1, to, "[look]\ntheme=2\n");
    if (meanwhile)
        meanwhile(backup);
    if (!QTest::qWaitFor([&] { return result.has_value(); }, 60'000))
        return failure(Error::Code::TimedOut, QStringLiteral("no answer"));
    return *result;
}

Result<qint64> TestBackup::restore(const QString &from, const QString &folder)
{
    Backup backup(m_history.get(), m_inventory.get(), folder);
    std::optional<Result<qint64>> result;
    connect(&backup, &Backup::finished, this, [&](quint64, const Result<qint64> &bytes) { result = bytes; });
    backup.restore(1, from);
    if (!QTest::qWaitFor([&] { return result.has_value(); }, 60'000))
        return failure(Error::Code::TimedOut, QStringLiteral("no answer"));
    return *result;
}

void TestBackup::everythingComesBack()
{
    const auto made = make(path("a.musterbackup"));
    QVERIFY2(made, made ? "" : qPrintable(made.error().text));
    QCOMPARE(*made, QFileInfo(path("a.musterbackup")).size());
    QVERIFY(!in(m_dir->path()).join(u' ').contains(QStringLiteral(".part")));
    QVERIFY(QDir().mkpath(path("other")));
    const auto restored = restore(path("a.musterbackup"), path("other"));
    QVERIFY2(restored, restored ? "" : qPrintable(restored.error().text));
    QCOMPARE(in(path("other/restore")), (QStringList {QStringLiteral("fleet.db"), QStringLiteral("history.db"), QStringLiteral("ready"), QStringLiteral("settings.ini")}));
    History history;
    const auto opened = history.open(path("other/restore/history.db"));
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().text));
    QVERIFY(history.setAside().isEmpty());
    QCOMPARE(history.read({1}, 0, 1LL << 58, 100'000)->samples.size(), 50'000);
    QCOMPARE(history.check()->damaged, 0);
    Inventory inventory(path("other/restore/fleet.db"));
    const auto contents = inventory.load();
    QCOMPARE(contents->entries.at(0).name, QStringLiteral("The pump"));
    QFile settings(path("other/restore/settings.ini"));
    QVERIFY(settings.open(QIODevice::ReadOnly));
    QCOMPARE(settings.readAll(), QByteArray("[look]\ntheme=2\n"));
}

void TestBackup::whatIsRecordedMeanwhileIsInIt()
{
    int next = 50'000;
    const auto made = make(path("b.musterbackup"), [&](Backup &) {
        m_history->append(ramp(next, next + 1'000));
        m_history->flush();
        next += 1'000;
    });
    QVERIFY(made);
    QVERIFY(next > 50'000);
    QVERIFY(restore(path("b.musterbackup"), path("b")));
    History history;
    QVERIFY(history.open(path("b/restore/history.db")));
    const auto samples = history.read({1}, 0, 1LL << 58, 10'000'000)->samples;
    QVERIFY2(samples.size() >= 50'000 && samples.size() % 1'000 == 0, qPrintable(QString::number(samples.size())));
    for (qsizetype i = 0; i < samples.size(); ++i)
        QCOMPARE(samples.at(i).value, double(i) / 10);
    QCOMPARE(m_history->read({1}, 0, 1LL << 58, 10'000'000)->samples.size(), next);
}

void TestBackup::aBackupIsNoHistoryAndNoSecretIsInIt()
{
    QUrl url(QStringLiteral("mqtts://me:hush-hush@host"));
    m_inventory->storeConnections({Connection {.id = {1}, .name = QStringLiteral("home"), .url = url}}, {1});
    QVERIFY(make(path("c.musterbackup")));
    History history;
    QVERIFY(!history.open(path("c.musterbackup")));
    QFile file(path("c.musterbackup"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("hush-hush"));
}

void TestBackup::cancellingLeavesNothingBehind()
{
    const auto done = make(path("d.musterbackup"), [](Backup &backup) {
        backup.cancel(9);
        backup.cancel(1);
    });
    QVERIFY(!done);
    QCOMPARE(done.error().code, Error::Code::Cancelled);
    QCOMPARE(QDir(m_dir->path()).entryList({QStringLiteral("d.*")}), QStringList());
}

void TestBackup::aFullFileSystemLeavesNothingBehind()
{
    const QString place = path("tiny");
    QVERIFY(QDir().mkpath(place));
    if (QProcess::execute(QStringLiteral("mount"), {QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"), QStringLiteral("size=96k"), QStringLiteral("tmpfs"), place}) != 0)
        QSKIP("Mounting a file system is not permitted here.");
    QVERIFY(make(path("e.musterbackup")));
    const auto done = make(place + QStringLiteral("/e.musterbackup"));
    const auto back = restore(path("e.musterbackup"), place);
    const QStringList left = in(place) + in(place + QStringLiteral("/restore"));
    QProcess::execute(QStringLiteral("umount"), {place});
    QVERIFY(!done && !back);
    QVERIFY2(done.error().text.contains(place) && done.error().text.contains(QStringLiteral("Make room")), qPrintable(done.error().text));
    QVERIFY2(back.error().text.contains(path("e.musterbackup")), qPrintable(back.error().text));
    QCOMPARE(left, QStringList());
}

void TestBackup::whatIsNoBackupIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("not a database, but long enough to be taken for the beginning of one, if one does not look closely at it");
}

void TestBackup::whatIsNoBackupIsRefused()
{
    QFETCH(QByteArray, bytes);
    QFile file(path("x.musterbackup"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    for (const QString &name : {path("x.musterbackup"), path("history.db"), path("missing")}) {
        const auto done = restore(name, path("r"));
        QVERIFY(!done);
        QVERIFY2(done.error().text.contains(name), qPrintable(done.error().text));
        QVERIFY(!QFile::exists(path("r/restore")));
    }
}

void TestBackup::damagedBackupsAreRefused()
{
    QVERIFY(make(path("whole.musterbackup")));
    QFile whole(path("whole.musterbackup"));
    QVERIFY(whole.open(QIODevice::ReadOnly));
    const QByteArray bytes = whole.readAll();
    const auto refused = [&](const QByteArray &damaged) {
        QFile file(path("damaged.musterbackup"));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(damaged) != damaged.size())
            return false;
        file.close();
        const auto done = restore(file.fileName(), path("r"));
        return !done && done.error().text.contains(file.fileName()) && !QFile::exists(path("r/restore"));
    };
    for (const double part : {0.1, 0.5, 0.9, 0.999})
        QVERIFY2(refused(bytes.left(qsizetype(double(bytes.size()) * part))), qPrintable(QString::number(part)));
    const qsizetype fleet = bytes.indexOf("The pump");
    QVERIFY(fleet > 0);
    QByteArray flipped = bytes;
    flipped[fleet] = 'X';
    QVERIFY(refused(flipped));
}

void TestBackup::theDemoRestoresNothing()
{
    QVERIFY(make(path("f.musterbackup")));
    const auto done = restore(path("f.musterbackup"), {});
    QVERIFY(!done);
    QCOMPARE(done.error().code, Error::Code::Refused);
}

QTEST_GUILESS_MAIN(TestBackup)
#include "tst_backup.moc"
