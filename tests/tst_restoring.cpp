// A backup of the whole program, and the way back: restored while it runs, put in place at the next start.

#include "app/restoring.h"
#include "app/services.h"

#include <QDir>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace muster;

class TestRestoring : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anImportMakesADeviceOfTheFleet();
    void theNextStartIsAsInTheBackup();
    void whatCannotBePutBackLeavesEverythingAsItWas();
    void nothingIsPutBackWithoutARestore();

private:
    [[nodiscard]] Options options() const;
    [[nodiscard]] QString file(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    [[nodiscard]] QString settingsFile() const { return m_settings->filePath(QStringLiteral("muster/muster.ini")); }
    /// What the order ended with; -1 after an error, which is printed.
    [[nodiscard]] static qint64 outcome(Services &services, quint64 job);
    /// Imports a table of three rows into a new device of this name.
    [[nodiscard]] qint64 import(Services &services, const QString &name) const;
    [[nodiscard]] static QStringList members(Services &services);
    [[nodiscard]] static qsizetype recorded(Services &services, const QString &member);
    /// A program that has the device Kiln, and a restored backup of that, and after it one more device.
    void prepare() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTemporaryDir> m_settings;
};

void TestRestoring::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QTemporaryDir>();
    QCoreApplication::setApplicationName(QStringLiteral("muster"));
    QCoreApplication::setOrganizationName(QStringLiteral("muster"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings->path());
}

Options TestRestoring::options() const
{
    Options options;
    options.data = m_folder->path();
    return options;
}

qint64 TestRestoring::outcome(Services &services, quint64 job)
{
    qint64 ended = -2;
    const auto connection = connect(&services.archive(), &Archive::finished, &services, [&](quint64 number, const Result<qint64> &result) {
        if (number != job)
            return;
        ended = result ? *result : -1;
        if (!result)
            qWarning("%s", qPrintable(result.error().text));
    });
    (void) QTest::qWaitFor([&] { return ended != -2; });
    disconnect(connection);
    return ended;
}

qint64 TestRestoring::import(Services &services, const QString &name) const
{
    QFile table(m_folder->filePath(name + QStringLiteral(".csv")));
    if (!table.open(QIODevice::WriteOnly) || table.write("time,heat,state\n2026-01-01T00:00:00Z,20.5,on\n2026-01-01T00:00:01Z,21,on\n2026-01-01T00:00:02Z,21.5,off\n") < 0)
        return -1;
    table.close();
    ImportRequest request;
    request.path = table.fileName();
    request.name = name;
    request.format.timeColumn = 0;
    request.format.columns = {{QStringLiteral("time"), {}, false}, {QStringLiteral("heat"), QStringLiteral("°C")}, {QStringLiteral("state")}};
    return outcome(services, services.archive().importTable(request));
}

QStringList TestRestoring::members(Services &services)
{
    QStringList names;
    for (const DeviceId id : services.fleet().members())
        names.append(services.fleet().displayName(id));
    names.sort();
    return names;
}

qsizetype TestRestoring::recorded(Services &services, const QString &member)
{
    for (const DeviceId id : services.fleet().members()) {
        if (services.fleet().displayName(id) != member)
            continue;
        QSignalSpy arrived(&services.past(), &Past::samplesArrived);
        (void) services.past().askSamples(services.fleet().device(id)->metrics.constFirst().id, 0, nowMicros(), 100);
        return arrived.wait() ? arrived[0][2].value<RecordedSamples>().samples.size() : -1;
    }
    return -1;
}

void TestRestoring::anImportMakesADeviceOfTheFleet()
{
    {
        Services services(options());
        QVERIFY(services.start());
        QCOMPARE(import(services, QStringLiteral("Kiln")), 6);
        QTRY_COMPARE(members(services), QStringList {QStringLiteral("Kiln")});
        const Device &kiln = *services.fleet().device(services.fleet().members().constFirst());
        QCOMPARE(kiln.metrics.size(), 2);
        QCOMPARE(kiln.metrics[0].unit, QStringLiteral("°C"));
        QCOMPARE(kiln.metrics[1].type, MetricType::Text);
        QCOMPARE(recorded(services, QStringLiteral("Kiln")), 3);
    }
    Services again(options());
    QVERIFY(again.start());
    QCOMPARE(members(again), QStringList {QStringLiteral("Kiln")});
    QCOMPARE(recorded(again, QStringLiteral("Kiln")), 3);
}

void TestRestoring::prepare() const
{
    Services services(options());
    QVERIFY(services.start());
    QSettings().setValue(QStringLiteral("theme"), QStringLiteral("dark"));
    QCOMPARE(import(services, QStringLiteral("Kiln")), 6);
    QTRY_COMPARE(members(services).size(), 1);
    QVERIFY(outcome(services, services.archive().backUp(file("all.musterbackup"))) > 0);
    QSettings().setValue(QStringLiteral("theme"), QStringLiteral("light"));
    QCOMPARE(import(services, QStringLiteral("Press")), 6);
    QTRY_COMPARE(members(services).size(), 2);
    QVERIFY(outcome(services, services.archive().restore(file("all.musterbackup"))) > 0);
    QCOMPARE(members(services).size(), 2); // not before the next start
    QCOMPARE(recorded(services, QStringLiteral("Press")), 3);
}

void TestRestoring::theNextStartIsAsInTheBackup()
{
    prepare();
    const auto aside = putBackRestored(m_folder->path(), settingsFile());
    QVERIFY2(aside, qPrintable(aside ? QString() : aside.error().text));
    for (const char *name : {"fleet.db", "history.db", "settings.ini"})
        QVERIFY2(QFile::exists(QDir(*aside).filePath(QString::fromLatin1(name))), name);
    QCOMPARE(QSettings(settingsFile(), QSettings::IniFormat).value(QStringLiteral("theme")).toString(), QStringLiteral("dark"));
    {
        Services services(options());
        QVERIFY(services.start());
        QCOMPARE(members(services), QStringList {QStringLiteral("Kiln")});
        QCOMPARE(recorded(services, QStringLiteral("Kiln")), 3);
    }
    const auto twice = putBackRestored(m_folder->path(), settingsFile());
    QVERIFY(twice && twice->isEmpty());
}

void TestRestoring::whatCannotBePutBackLeavesEverythingAsItWas()
{
    prepare();
    // The settings would have to go below something that is no folder.
    const auto aside = putBackRestored(m_folder->path(), file("Kiln.csv/muster.ini"));
    QVERIFY(!aside);
    QVERIFY(aside.error().text.contains(m_folder->path()));
    Services services(options());
    QVERIFY(services.start());
    QCOMPARE(members(services), (QStringList {QStringLiteral("Kiln"), QStringLiteral("Press")}));
    QCOMPARE(recorded(services, QStringLiteral("Press")), 3);
}

void TestRestoring::nothingIsPutBackWithoutARestore()
{
    {
        Services services(options());
        QVERIFY(services.start());
        QCOMPARE(import(services, QStringLiteral("Kiln")), 6);
        QTRY_COMPARE(members(services).size(), 1);
        QVERIFY(outcome(services, services.archive().backUp(file("all.musterbackup"))) > 0);
    }
    const auto aside = putBackRestored(m_folder->path(), settingsFile());
    QVERIFY(aside && aside->isEmpty());
    QVERIFY(QFile::exists(file("fleet.db")));
}

QTEST_MAIN(TestRestoring)
#include "tst_restoring.moc"
