#include "core/backendhost.h"
#include "core/backendregistry.h"
#include "core/dispatcher.h"
#include "core/fleet.h"

#include <QSignalSpy>
#include <QTest>

Q_IMPORT_PLUGIN(SimPlugin)

using namespace muster;

namespace {

Connection demo(quint32 id = 1, const char *url = "sim://demo?devices=8&seed=3&history=0&faults=0")
{
    return {{id}, QStringLiteral("Demo"), QUrl(QLatin1StringView(url)), true};
}

} // namespace

/// The host with a real backend behind it (the made-up fleet), on one thread.
class TestBackendHost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qRegisterMetaType<ConnectionId>();
        m_registry.addStatic();
        QVERIFY(m_registry.find(QStringLiteral("SIM")));
    }

    void init()
    {
        m_ingest = std::make_unique<Ingest>();
        m_host = std::make_unique<BackendHost>(m_registry, *m_ingest);
        m_fleet = std::make_unique<Fleet>();
        m_dispatcher = std::make_unique<Dispatcher>(*m_fleet);
        connect(m_ingest.get(), &Ingest::devicesAnnounced, m_fleet.get(), &Fleet::announce);
        connect(m_ingest.get(), &Ingest::devicesWithdrawn, m_fleet.get(), &Fleet::withdraw);
        connect(m_ingest.get(), &Ingest::sampled, m_fleet.get(), &Fleet::observe);
        connect(m_dispatcher.get(), &Dispatcher::sendRequested, m_host.get(), &BackendHost::send);
        connect(m_host.get(), &BackendHost::commandFinished, m_dispatcher.get(), &Dispatcher::finish);
    }

    void cleanup()
    {
        m_host.reset();
        m_ingest.reset();
    }

    void openConnectionShowsItsDevices()
    {
        QSignalSpy status(m_host.get(), &BackendHost::statusChanged);
        m_host->open(demo(), {});
        QTRY_COMPARE(m_fleet->devices().size(), 8);
        QCOMPARE(status.last()[1].value<ConnectionStatus>().state, ConnectionState::Open);
        QSignalSpy counted(m_host.get(), &BackendHost::counted);
        QTRY_VERIFY(!counted.isEmpty());
    }

    void closedConnectionTakesItsDevicesAway()
    {
        m_host->open(demo(), {});
        QTRY_COMPARE(m_fleet->devices().size(), 8);
        const DeviceId kept = m_fleet->devices().first();
        m_fleet->adopt({kept});
        m_host->close({1});
        QTRY_COMPARE(m_fleet->devices(), QList<DeviceId> {kept});
        QVERIFY(!m_fleet->device(kept)->connection.isValid());
    }

    void reopenedConnectionBringsTheSameDevicesBack()
    {
        m_host->open(demo(), {});
        QTRY_COMPARE(m_fleet->devices().size(), 8);
        const QList<DeviceId> before = m_fleet->devices();
        m_host->close({1});
        QTRY_VERIFY(m_fleet->devices().isEmpty());
        m_host->open(demo(), {});
        QTRY_COMPARE(m_fleet->devices().size(), 8);
        QCOMPARE(QSet<DeviceId>(before.cbegin(), before.cend()), QSet<DeviceId>(m_fleet->devices().cbegin(), m_fleet->devices().cend()));
    }

    void commandReachesTheDeviceAndItsAnswerComesBack()
    {
        m_host->open(demo(1, "sim://demo?devices=40&seed=3&history=0&faults=0"), {});
        QTRY_COMPARE(m_fleet->devices().size(), 40);
        const QList<DeviceId> devices = m_fleet->devices();
        const auto plug = std::find_if(devices.cbegin(), devices.cend(), [&](DeviceId id) { return m_fleet->findMetric(id, QStringLiteral("switch")).isValid(); });
        QVERIFY(plug != devices.cend());
        const MetricId metric = m_fleet->findMetric(*plug, QStringLiteral("switch"));
        QTRY_VERIFY(m_fleet->metric(metric)->time > 0);
        const bool on = m_fleet->metric(metric)->value > 0;
        QSignalSpy finished(m_dispatcher.get(), &Dispatcher::finished);
        Command command;
        command.device = *plug;
        command.key = QStringLiteral("switch");
        command.argument = !on;
        const auto id = m_dispatcher->submit(command);
        QVERIFY2(id, id ? "" : qPrintable(id.error().text));
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(finished[0][0].value<CommandOutcome>().result);
        QTRY_COMPARE(m_fleet->metric(metric)->value > 0, !on);
    }

    void commandWithoutAConnectionFails()
    {
        QSignalSpy finished(m_host.get(), &BackendHost::commandFinished);
        Command command;
        command.id = {5};
        command.connection = {9};
        m_host->send(command);
        QCOMPARE(finished.size(), 1);
        QCOMPARE(finished[0][1].value<Result<void>>().error().code, Error::Code::Unreachable);
    }

    void testAnswersOnceAndLearnsNothing()
    {
        QSignalSpy tested(m_host.get(), &BackendHost::tested);
        m_host->test(demo(3), {});
        QTRY_COMPARE(tested.size(), 1);
        QVERIFY(tested[0][1].value<Result<void>>());
        QVERIFY(m_fleet->devices().isEmpty());
    }

    void wrongAddressIsOneSentence_data()
    {
        QTest::addColumn<QUrl>("url");
        QTest::newRow("nothing") << QUrl();
        QTest::newRow("no scheme") << QUrl(QStringLiteral("broker.local"));
        QTest::newRow("unknown scheme") << QUrl(QStringLiteral("gopher://x"));
        QTest::newRow("bad option") << QUrl(QStringLiteral("sim://demo?devices=many"));
    }

    void wrongAddressIsOneSentence()
    {
        QFETCH(QUrl, url);
        const auto verdict = m_registry.check(url);
        QVERIFY(!verdict);
        QVERIFY(verdict.error().text.endsWith(u'.'));
        QSignalSpy status(m_host.get(), &BackendHost::statusChanged);
        m_host->open({{1}, {}, url, true}, {});
        QCOMPARE(status.last()[1].value<ConnectionStatus>().state, ConnectionState::Failed);
    }

private:
    BackendRegistry m_registry;
    std::unique_ptr<Ingest> m_ingest;
    std::unique_ptr<BackendHost> m_host;
    std::unique_ptr<Fleet> m_fleet;
    std::unique_ptr<Dispatcher> m_dispatcher;
};

QTEST_GUILESS_MAIN(TestBackendHost)
#include "tst_backendhost.moc"
