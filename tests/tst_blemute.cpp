// A Bluetooth service that is alive but answers nothing keeps whoever asks it waiting for 25 s. Nobody else in the program waits: other connections
// go on, and the program ends when it is told to, with everything saved.

#include "app/services.h"
#include "store/inventory.h"
#include "tests/support/simulatedbluez.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace muster;
using namespace muster::test;

class TestBleMute : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_bluez.reset(); }
    void otherConnectionsGoOn();
    void programEndsAtOnce();

private:
    [[nodiscard]] bool isMute()
    {
        return m_bluez->call([](FakeBlueZ &bluez) { return bluez.frozen; });
    }
    /// Whether the connection to Bluetooth was stored there.
    [[nodiscard]] static bool hasStored(const QString &folder)
    {
        Inventory inventory(folder + QStringLiteral("/fleet.db"));
        const auto contents = inventory.load();
        return contents && !contents->connections.isEmpty() && contents->connections.constFirst().url.scheme() == QLatin1String("ble");
    }

    std::optional<SimulatedBlueZ> m_bluez;
};

void TestBleMute::init()
{
    m_bluez.emplace();
    QVERIFY(m_bluez->startWithAdapter());
    m_bluez->call([](FakeBlueZ &bluez) { bluez.addPeripheral(demo::essPeripheral()); });
}

void TestBleMute::otherConnectionsGoOn()
{
    const QTemporaryDir folder;
    Options options;
    options.data = folder.path();
    options.endpoints = {QUrl(QStringLiteral("ble://")), QUrl(QStringLiteral("sim://demo?devices=3&seed=1"))};
    auto services = std::make_unique<Services>(options);
    QVERIFY(services->start());
    const auto node = [&] { return services->fleet().findByAddress(QStringLiteral("ble:") + demo::Ess); };
    QTRY_VERIFY(node().isValid());
    m_bluez->call([](FakeBlueZ &bluez) { bluez.frozen = true; });
    services->fleet().adopt({node()}); // it is to be connected to: the radio's thread hangs from now on
    QTRY_COMPARE(services->fleet().devices().size(), 4);
    qint64 longest = 0;
    qsizetype samples = 0;
    QElapsedTimer since;
    connect(&services->fleet(), &Fleet::observed, this, [&](qsizetype number) {
        samples += number;
        longest = std::max(longest, since.restart());
    });
    QTest::qWait(500); // the connecting is asked for within this time
    samples = 0;
    longest = 0;
    since.start();
    QTRY_VERIFY_WITH_TIMEOUT(samples > 20, 10'000);
    QVERIFY2(longest < 5'000, qPrintable(QString::number(longest))); // a hanging thread hangs for 25

    QElapsedTimer clock;
    clock.start();
    const bool whole = services->stop();
    qInfo("%lld ms to stop, the longest silence before %lld ms", clock.elapsed(), longest);
    QVERIFY(!whole);
    QVERIFY(clock.elapsed() < 10'000);
    services.reset();
    QVERIFY(hasStored(folder.path()));
    m_bluez->call([](FakeBlueZ &bluez) { bluez.thaw(); }); // and the thread goes its way
}

void TestBleMute::programEndsAtOnce()
{
    m_bluez->call([](FakeBlueZ &bluez) { bluez.freezesOnceDiscovering = true; });
    const QTemporaryDir folder;
    const QString picture = folder.filePath(QStringLiteral("window.png"));
    QProcess muster;
    muster.setProcessChannelMode(QProcess::ForwardedChannels);
    muster.start(QStringLiteral(MUSTER_PROGRAM),
        {QStringLiteral("--data"), folder.path(), QStringLiteral("--screenshot"), picture, QStringLiteral("--after"), QStringLiteral("3"), QStringLiteral("ble://")});
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(picture), 60'000);
    QElapsedTimer clock;
    clock.start();
    if (!isMute())
        QSKIP("the program had not come to listening yet: this computer is too busy");
    QVERIFY(muster.waitForFinished(60'000));
    qInfo("the process ended after %lld ms", clock.elapsed());
    QVERIFY(clock.elapsed() < 12'000); // 1 s is waited for the service; a computer that is busy needs some for the rest
    QCOMPARE(muster.exitStatus(), QProcess::NormalExit);
    QCOMPARE(muster.exitCode(), 0);
    QVERIFY(hasStored(folder.path()));
}

MUSTER_BLUEZ_MAIN(QCoreApplication, TestBleMute)
#include "tst_blemute.moc"
