// How the program ends when the session does.

#include <QFile>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

class TestEnding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSignalEndsItAsClosingTheWindowDoes_data();
    void aSignalEndsItAsClosingTheWindowDoes();
};

void TestEnding::aSignalEndsItAsClosingTheWindowDoes_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("terminate") << SIGTERM;
    QTest::newRow("hang up") << SIGHUP;
    QTest::newRow("interrupt") << SIGINT;
}

void TestEnding::aSignalEndsItAsClosingTheWindowDoes()
{
    QFETCH(int, signal);
    const QTemporaryDir folder;
    QProcess muster;
    muster.setProcessChannelMode(QProcess::ForwardedChannels);
    muster.start(QStringLiteral(MUSTER_PROGRAM), {QStringLiteral("--data"), folder.path(), QStringLiteral("sim://demo?devices=2")});
    QVERIFY(muster.waitForStarted());
    // It is on its way: signals are taken from the first.
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(folder.filePath(QStringLiteral("history.db"))), 60'000);
    QCOMPARE(::kill(pid_t(muster.processId()), signal), 0);
    QVERIFY(muster.waitForFinished(60'000));
    QCOMPARE(muster.exitStatus(), QProcess::NormalExit);
    QCOMPARE(muster.exitCode(), 0);
    const QSettings settings(folder.filePath(QStringLiteral("muster/muster.ini")), QSettings::IniFormat);
    QVERIFY(settings.contains(QStringLiteral("window/geometry")));
}

QTEST_GUILESS_MAIN(TestEnding)
#include "tst_ending.moc"
