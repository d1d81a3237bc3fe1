#include "backends/mqtt/localbroker.h"
#include "backends/mqtt/mqttclient.h"

#include <QFile>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <unistd.h>

using namespace muster;

namespace {

class Visitor : public MqttClient::Listener
{
public:
    void mqttConnected() override { connected = true; }
    void mqttDisconnected(const Error &, bool) override { connected = false; }
    void mqttReceived(const MqttMessage &message) override { received = message.payload.toByteArray(); }
    void mqttBurst(bool) override {}
    void mqttPublished(int) override { published = true; }
    void mqttSubscribed(const QByteArray &, bool) override {}

    bool connected = false;
    bool published = false;
    QByteArray received;
};

MqttOptions optionsFor(const LocalBroker &broker)
{
    MqttOptions options;
    options.host = broker.url().host();
    options.port = quint16(broker.url().port());
    return options;
}

/// The first child of this process; 0: none.
qint64 childProcess()
{
    QFile children(QStringLiteral("/proc/self/task/%1/children").arg(getpid()));
    return children.open(QIODevice::ReadOnly) ? children.readAll().split(' ').value(0).toLongLong() : 0;
}

bool isAlive(qint64 process)
{
    QFile status(QStringLiteral("/proc/%1/stat").arg(process));
    return status.open(QIODevice::ReadOnly) && !status.readAll().contains(") Z ");
}

} // namespace

class TestLocalBroker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void startsAndLetsClientsIn();
    void takesAnotherPortWhenTheUsualOneIsTaken();
    void stopsOnRequest();
    void stopsWithItsObject();
    void diesWithMuster();
    void remembersRetainedMessagesInItsFolder();
    void tellsWhenItEndsByItself();
    void saysWhatToInstall();
    void saysWhenItsProgramDoesNotRun_data();
    void saysWhenItsProgramDoesNotRun();
    void saysWhenItsFolderCannotBeMade();
    void startsAgain();
};

void TestLocalBroker::initTestCase()
{
    if (LocalBroker::findProgram().isEmpty()) {
        qWarning("skipped: mosquitto is not installed");
        std::exit(77);
    }
}

void TestLocalBroker::startsAndLetsClientsIn()
{
    LocalBroker broker;
    QSignalSpy started(&broker, &LocalBroker::started);
    QVERIFY(broker.url().isEmpty());
    broker.start();
    broker.start(); // twice is once
    QCOMPARE(broker.state(), LocalBroker::State::Starting);
    QTRY_COMPARE(started.size(), 1);
    QCOMPARE(broker.state(), LocalBroker::State::Running);
    QCOMPARE(started.first().first().value<quint16>(), broker.port());
    QCOMPARE(broker.url(), QUrl(QStringLiteral("mqtt://127.0.0.1:%1").arg(broker.port())));
    Visitor visitor;
    const auto client = MqttClient::create(visitor);
    client->connectToBroker(optionsFor(broker));
    QTRY_VERIFY(visitor.connected);
}

void TestLocalBroker::takesAnotherPortWhenTheUsualOneIsTaken()
{
    QTcpServer occupant; // or somebody else has it already
    (void)occupant.listen(QHostAddress::LocalHost, LocalBroker::usualPort);
    LocalBroker broker;
    QSignalSpy started(&broker, &LocalBroker::started);
    broker.start();
    QTRY_COMPARE(started.size(), 1);
    QVERIFY(broker.port() != LocalBroker::usualPort);
}

void TestLocalBroker::stopsOnRequest()
{
    LocalBroker broker;
    QSignalSpy started(&broker, &LocalBroker::started);
    QSignalSpy stopped(&broker, &LocalBroker::stopped);
    QSignalSpy failed(&broker, &LocalBroker::failed);
    broker.stop();
    broker.start();
    QTRY_COMPARE(started.size(), 1);
    const qint64 process = childProcess();
    QVERIFY(isAlive(process));
    broker.stop();
    broker.stop();
    QTRY_COMPARE(stopped.size(), 1);
    QVERIFY(!isAlive(process));
    QCOMPARE(broker.state(), LocalBroker::State::Stopped);
    QCOMPARE(broker.port(), quint16(0));
    QCOMPARE(failed.size(), 0);
}

void TestLocalBroker::stopsWithItsObject()
{
    qint64 process = 0;
    {
        LocalBroker broker;
        QSignalSpy started(&broker, &LocalBroker::started);
        broker.start();
        QTRY_COMPARE(started.size(), 1);
        process = childProcess();
        QVERIFY(isAlive(process));
    }
    QVERIFY(!isAlive(process));
}

void TestLocalBroker::diesWithMuster()
{
    // This very program, run as "a Muster with a broker", which says the broker's process id and is then killed.
    QProcess muster;
    muster.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--keep-a-broker")});
    QTRY_VERIFY(muster.canReadLine());
    const qint64 process = muster.readLine().trimmed().toLongLong();
    QVERIFY(process > 0);
    QVERIFY(isAlive(process));
    muster.kill();
    QVERIFY(muster.waitForFinished());
    QTRY_VERIFY(!isAlive(process));
}

void TestLocalBroker::remembersRetainedMessagesInItsFolder()
{
    QTemporaryDir folder;
    const QString data = folder.filePath(QStringLiteral("with a blank/broker"));
    for (const bool first : {true, false}) {
        LocalBroker broker(data);
        QSignalSpy started(&broker, &LocalBroker::started);
        QSignalSpy stopped(&broker, &LocalBroker::stopped);
        broker.start();
        QTRY_COMPARE(started.size(), 1);
        Visitor visitor;
        const auto client = MqttClient::create(visitor);
        client->connectToBroker(optionsFor(broker));
        QTRY_VERIFY(visitor.connected);
        if (first) {
            QVERIFY(client->publish("kept", "yes", 1, true));
            QTRY_VERIFY(visitor.published);
        } else {
            QVERIFY(client->subscribe("kept", 0));
            QTRY_COMPARE(visitor.received, QByteArray("yes"));
        }
        broker.stop();
        QTRY_COMPARE(stopped.size(), 1);
    }
}

void TestLocalBroker::tellsWhenItEndsByItself()
{
    LocalBroker broker;
    QSignalSpy started(&broker, &LocalBroker::started);
    QSignalSpy failed(&broker, &LocalBroker::failed);
    QSignalSpy stopped(&broker, &LocalBroker::stopped);
    broker.start();
    QTRY_COMPARE(started.size(), 1);
    const auto process = pid_t(childProcess());
    QVERIFY(process > 0);
    ::kill(process, SIGKILL);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<Error>().code, Error::Code::Io);
    QCOMPARE(stopped.size(), 0);
    QCOMPARE(broker.state(), LocalBroker::State::Stopped);
    broker.start();
    QTRY_COMPARE(started.size(), 2);
}

void TestLocalBroker::saysWhatToInstall()
{
    LocalBroker broker;
    broker.setProgram({});
    QSignalSpy failed(&broker, &LocalBroker::failed);
    broker.start();
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<Error>().code, Error::Code::NotFound);
    QVERIFY(failed.first().first().value<Error>().text.contains(QStringLiteral("mosquitto package")));
}

void TestLocalBroker::saysWhenItsProgramDoesNotRun_data()
{
    QTest::addColumn<QString>("program");
    QTest::newRow("ends at once") << QStringLiteral("/bin/false");
    QTest::newRow("is none") << QStringLiteral("/etc/passwd");
}

void TestLocalBroker::saysWhenItsProgramDoesNotRun()
{
    QFETCH(QString, program);
    LocalBroker broker;
    broker.setProgram(program);
    QSignalSpy failed(&broker, &LocalBroker::failed);
    broker.start();
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<Error>().code, Error::Code::Io);
    QCOMPARE(broker.state(), LocalBroker::State::Stopped);
}

void TestLocalBroker::saysWhenItsFolderCannotBeMade()
{
    LocalBroker broker(QStringLiteral("/proc/no/such/place"));
    QSignalSpy failed(&broker, &LocalBroker::failed);
    broker.start();
    QTRY_COMPARE(failed.size(), 1);
    const auto error = failed.first().first().value<Error>();
    QCOMPARE(error.code, Error::Code::Io);
    QVERIFY(error.text.contains(QStringLiteral("/proc/no/such/place")));
}

void TestLocalBroker::startsAgain()
{
    LocalBroker broker;
    QSignalSpy started(&broker, &LocalBroker::started);
    QSignalSpy stopped(&broker, &LocalBroker::stopped);
    for (int i = 1; i <= 3; ++i) {
        broker.start();
        QTRY_COMPARE(started.size(), i);
        broker.stop();
        QTRY_COMPARE(stopped.size(), i);
    }
}

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    if (app.arguments().value(1) == QStringLiteral("--keep-a-broker")) {
        LocalBroker broker;
        QObject::connect(&broker, &LocalBroker::started, &app, [] {
            std::printf("%lld\n", static_cast<long long>(childProcess()));
            std::fflush(stdout);
        });
        broker.start();
        return app.exec();
    }
    TestLocalBroker test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_localbroker.moc"
