// The real program without a window and without a display, beside a real broker: records, raises alarms, ends on a signal with everything saved.

#include "app/services.h"
#include "app/telling.h"
#include "tests/support/broker.h"
#include "tests/support/secretsearch.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <functional>
#include <memory>
#include <vector>

using namespace muster;

namespace {

const QString topic = QStringLiteral("plant/kiln/temperature");

/// A child without a display, without a desktop's bus and in English.
QProcessEnvironment bare()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "JOURNAL_STREAM"})
        environment.remove(QLatin1String(name));
    environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nonexistent/bus"));
    return environment;
}

} // namespace

class TestHeadless : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void recordsRaisesAlarmsAndEndsOnASignal_data();
    void recordsRaisesAlarmsAndEndsOnASignal();
    void linesForTheJournalHaveTheirSeverity();
    void refusesWhatNeedsAWindow_data();
    void refusesWhatNeedsAWindow();
    void aFolderThatIsInUseIsRefused();
    void passwordsComeFromFiles_data();
    void passwordsComeFromFiles();
    void whatItIsToldFromOutsideSetsOff();
    void hostileBytesAreRefusedAndCounted_data();
    void hostileBytesAreRefusedAndCounted();
    void tellingNeedsARunningMuster();

private:
    [[nodiscard]] bool publish(double value);
    /// Takes the device into the fleet and makes an alarm for more than 1000 degrees, as a person does with the window.
    void prepare();
    void start(QProcess &muster, const QStringList &more = {}, const QProcessEnvironment &environment = bare());
    /// `muster --tell` on the same folder: its exit code, and all it says.
    [[nodiscard]] int tell(const QString &name, QByteArray &said) const;
    /// What was recorded of the metric, oldest first.
    [[nodiscard]] QList<double> recorded();
    [[nodiscard]] QStringList arguments() const { return {QStringLiteral("--headless"), QStringLiteral("--language"), QStringLiteral("en"), QStringLiteral("--data"), m_folder->path()}; }

    test::Broker m_broker;
    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_said;
};

void TestHeadless::initTestCase()
{
    if (const QString missing = test::Broker::missing({}); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    QVERIFY2(m_broker.start({}), m_broker.log().constData());
}

void TestHeadless::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_said.clear();
}

bool TestHeadless::publish(double value)
{
    return QProcess::execute(QStringLiteral("mosquitto_pub"), {QStringLiteral("-h"), QStringLiteral("127.0.0.1"), QStringLiteral("-p"), QString::number(m_broker.port()),
        QStringLiteral("-t"), topic, QStringLiteral("-m"), QString::number(value), QStringLiteral("-q"), QStringLiteral("1")}) == 0;
}

void TestHeadless::prepare()
{
    Options options;
    options.data = m_folder->path();
    options.endpoints = {QUrl(QStringLiteral("mqtt://127.0.0.1:%1").arg(m_broker.port()))};
    Services services(options);
    QVERIFY(services.start());
    const ConnectionId road = services.connections().all().constFirst().id;
    QTRY_COMPARE_WITH_TIMEOUT(services.diagnostics().status(road).state, ConnectionState::Open, 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(publish(20) && !services.fleet().devices().isEmpty(), 60'000);
    services.fleet().adopt(services.fleet().devices());
    AlarmRule rule;
    rule.name = QStringLiteral("Too hot");
    rule.key = services.fleet().device(services.fleet().members().constFirst())->metrics.constFirst().key;
    rule.limit = 1'000;
    QVERIFY(services.alarms().add(rule));
}

void TestHeadless::start(QProcess &muster, const QStringList &more, const QProcessEnvironment &environment)
{
    connect(&muster, &QProcess::readyReadStandardError, this, [this, &muster] { m_said += muster.readAllStandardError(); });
    muster.setProcessEnvironment(environment);
    muster.start(QStringLiteral(MUSTER_PROGRAM), arguments() + more);
    QVERIFY(muster.waitForStarted());
}

int TestHeadless::tell(const QString &name, QByteArray &said) const
{
    QProcess teller;
    teller.setProcessChannelMode(QProcess::MergedChannels);
    teller.setProcessEnvironment(bare());
    teller.start(QStringLiteral(MUSTER_PROGRAM), {QStringLiteral("--tell"), name, QStringLiteral("--data"), m_folder->path(), QStringLiteral("--language"), QStringLiteral("en")});
    if (!teller.waitForFinished(60'000))
        return -1;
    said = teller.readAll();
    return teller.exitCode();
}

QList<double> TestHeadless::recorded()
{
    Options options;
    options.data = m_folder->path();
    Services services(options);
    QList<double> values;
    if (!services.start() || services.fleet().members().isEmpty())
        return values;
    const MetricId metric = services.fleet().device(services.fleet().members().constFirst())->metrics.constFirst().id;
    QSignalSpy arrived(&services.past(), &Past::samplesArrived);
    (void)services.past().askSamples(metric, 0, nowMicros(), 1'000);
    if (!arrived.wait(60'000))
        return values;
    const QList<Sample> samples = arrived[0][2].value<RecordedSamples>().samples;
    for (const Sample &sample : samples)
        values.append(sample.value);
    return values;
}

void TestHeadless::recordsRaisesAlarmsAndEndsOnASignal_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("terminate") << SIGTERM;
    QTest::newRow("hang up") << SIGHUP;
    QTest::newRow("interrupt") << SIGINT;
}

void TestHeadless::recordsRaisesAlarmsAndEndsOnASignal()
{
    QFETCH(int, signal);
    prepare();
    QProcess muster;
    start(muster);
    QTRY_VERIFY2_WITH_TIMEOUT(m_said.contains("Connected."), m_said.constData(), 60'000);
    QVERIFY(m_said.contains("runs without a window: 1 connection, 1 device in the fleet, 1 alarm rule."));
    QVERIFY(publish(990));
    QVERIFY(publish(1'234.5));
    QTRY_VERIFY2_WITH_TIMEOUT(m_said.contains(" warning Alarm Raised: "), m_said.constData(), 60'000);
    QVERIFY2(m_said.contains(", Too hot, "), m_said.constData());
    QVERIFY(publish(20.25));
    QTRY_VERIFY2_WITH_TIMEOUT(m_said.contains(" info Alarm Over: "), m_said.constData(), 60'000);

    QElapsedTimer clock;
    clock.start();
    QCOMPARE(::kill(pid_t(muster.processId()), signal), 0);
    QVERIFY(muster.waitForFinished(60'000));
    qInfo("it ended after %lld ms", clock.elapsed());
    QCOMPARE(muster.exitStatus(), QProcess::NormalExit);
    QCOMPARE(muster.exitCode(), 0);
    m_said += muster.readAllStandardError();
    QVERIFY2(m_said.endsWith("Everything is saved. Goodbye.\n"), m_said.constData());

    const QList<double> values = recorded();
    QVERIFY(values.size() >= 4);
    QCOMPARE(values.mid(values.size() - 3), (QList<double> {990, 1'234.5, 20.25}));
}

void TestHeadless::linesForTheJournalHaveTheirSeverity()
{
    QProcess muster;
    QProcessEnvironment environment = bare();
    environment.insert(QStringLiteral("JOURNAL_STREAM"), QStringLiteral("8:1"));
    start(muster, {QStringLiteral("nonsense://somewhere")}, environment);
    QTRY_VERIFY2_WITH_TIMEOUT(m_said.contains("\n<6>Muster "), m_said.constData(), 60'000);
    QVERIFY2(m_said.startsWith("<3>"), m_said.constData()); // the address that is of no use
    ::kill(pid_t(muster.processId()), SIGTERM);
    QVERIFY(muster.waitForFinished(60'000));
}

void TestHeadless::refusesWhatNeedsAWindow_data()
{
    QTest::addColumn<QStringList>("more");
    QTest::newRow("picture") << QStringList {QStringLiteral("--screenshot"), QStringLiteral("a.png")};
    QTest::newRow("file") << QStringList {QStringLiteral("a.muster")};
}

void TestHeadless::refusesWhatNeedsAWindow()
{
    QFETCH(QStringList, more);
    QProcess muster;
    start(muster, more);
    QVERIFY(muster.waitForFinished(60'000));
    QCOMPARE(muster.exitCode(), 2);
    m_said += muster.readAllStandardError();
    QVERIFY2(m_said.contains("--headless"), m_said.constData());
}

void TestHeadless::aFolderThatIsInUseIsRefused()
{
    Options options;
    options.data = m_folder->path();
    Services services(options);
    QVERIFY(services.start());
    QProcess muster;
    start(muster);
    QVERIFY(muster.waitForFinished(60'000));
    QCOMPARE(muster.exitCode(), 1);
    m_said += muster.readAllStandardError();
    QVERIFY2(m_said.contains(" error Muster is already open on "), m_said.constData());
}

void TestHeadless::passwordsComeFromFiles_data()
{
    QTest::addColumn<bool>("isSystems");
    QTest::newRow("--credentials") << false;
    QTest::newRow("systemd") << true;
}

void TestHeadless::passwordsComeFromFiles()
{
    QFETCH(bool, isSystems);
    const QString password = QStringLiteral("seeded-password-a41c77");
    const QString passphrase = QStringLiteral("open sesame"); // see Broker::client()
    const test::Broker::Options options {.user = QStringLiteral("ada"), .password = password, .tls = true, .asksForCertificate = true};
    if (const QString missing = test::Broker::missing(options); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    test::Broker broker;
    QVERIFY(broker.start(options));
    const QString url = QStringLiteral("mqtts://ada@127.0.0.1:%1?ca=%2&cert=%3").arg(QString::number(broker.port()), broker.caFile(), broker.client("client.p12"));
    const QTemporaryDir files;
    QProcessEnvironment environment = bare();
    if (isSystems)
        environment.insert(QStringLiteral("CREDENTIALS_DIRECTORY"), files.path());
    const QStringList more = (isSystems ? QStringList() : QStringList {QStringLiteral("--credentials"), files.path()}) + QStringList {url};
    const auto provide = [&files](const QString &name, const QString &secret) {
        QFile file(files.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && file.write(secret.toUtf8() + '\n') > 0;
    };
    const QString passwordFile = QStringLiteral("mqtts-ada@127.0.0.1-%1").arg(broker.port());
    const QString keyFile = CredentialFolder::fileFor(QStringLiteral("key ") + broker.client("client.p12"));
    test::SecretSearch search;
    search.add(password);
    search.add(passphrase);
    // What is wanted, and what is not taken, is said; then it connects.
    struct Round { std::function<bool()> prepare; QString said; };
    const QList<Round> rounds {{[] { return true; }, QStringLiteral("read from a file named %1,").arg(passwordFile)},
        {[&] { return provide(passwordFile, password) && QFile::setPermissions(files.filePath(passwordFile), QFile::ReadOwner | QFile::ReadOther); }, QStringLiteral("Others have access to %1").arg(files.filePath(passwordFile))},
        {[&] { return QFile::setPermissions(files.filePath(passwordFile), QFile::ReadOwner); }, QStringLiteral("read from a file named %1,").arg(keyFile)},
        {[&] { return provide(keyFile, passphrase); }, QStringLiteral("Connected.")}};
    for (const Round &round : rounds) {
        QVERIFY(round.prepare());
        m_said.clear();
        QProcess muster;
        start(muster, more, environment);
        QTRY_VERIFY2_WITH_TIMEOUT(m_said.contains(round.said.toUtf8()), m_said.constData(), 60'000);
        QCOMPARE(m_said.contains("Connected."), round.said == QStringLiteral("Connected."));
        for (const char *name : {"cmdline", "environ"}) {
            QFile file(QStringLiteral("/proc/%1/%2").arg(muster.processId()).arg(QLatin1String(name)));
            QVERIFY(!file.exists() || (file.open(QIODevice::ReadOnly) && search.foundIn(file.readAll()).isEmpty()));
        }
        ::kill(pid_t(muster.processId()), SIGTERM);
        QVERIFY(muster.waitForFinished(60'000));
        m_said += muster.readAllStandardError();
        QCOMPARE(search.foundIn(m_said), QString());
        int count = 0;
        QCOMPARE(search.foundInFolder(m_folder->path(), count), QString());
        QVERIFY(count >= 2);
    }
}

void TestHeadless::whatItIsToldFromOutsideSetsOff()
{
    {
        Options options;
        options.data = m_folder->path();
        Services services(options);
        QVERIFY(services.start());
        Automation rule;
        rule.name = QStringLiteral("Evening");
        Trigger told;
        told.type = Trigger::Type::Told;
        told.word = QStringLiteral("good night");
        rule.triggers = {told};
        RuleStep step;
        step.type = RuleStep::Type::Notice;
        step.text = QStringLiteral("It is evening");
        rule.steps = {step};
        QVERIFY(services.automations().add(rule));
    }
    QProcess muster;
    start(muster);
    QTRY_VERIFY_WITH_TIMEOUT(m_said.contains("runs without a window"), 60'000);
    QByteArray said;
    QCOMPARE(tell(QStringLiteral("Good Night"), said), 0);
    QCOMPARE(said, QByteArray("Evening: Done\n"));
    QTRY_VERIFY2(m_said.contains("It is evening"), m_said.constData());
    QCOMPARE(tell(QStringLiteral("nothing of mine"), said), 1);
    QVERIFY2(said.startsWith("No automation that is on waits for "), said.constData());
    const QFileInfo socket(m_folder->filePath(QStringLiteral("muster.socket")));
    QVERIFY(!(socket.permissions() & (QFile::ReadOther | QFile::WriteOther | QFile::ReadGroup | QFile::WriteGroup)));
    // Killed, it leaves its socket behind; the next one takes it over.
    muster.kill();
    QVERIFY(muster.waitForFinished(60'000));
    QCOMPARE(tell(QStringLiteral("good night"), said), 1);
    QVERIFY2(said.startsWith("No Muster runs on "), said.constData());
    m_said.clear();
    QProcess next;
    start(next);
    QTRY_VERIFY_WITH_TIMEOUT(m_said.contains("runs without a window"), 60'000);
    QCOMPARE(tell(QStringLiteral("good night"), said), 0);
    next.terminate();
    QVERIFY(next.waitForFinished(60'000));
}

void TestHeadless::hostileBytesAreRefusedAndCounted_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no order") << QByteArray("GET / HTTP/1.1\r\n");
    QTest::newRow("no name") << QByteArray("tell \n");
    QTest::newRow("no text") << QByteArray("tell \xff\xfe\n");
    QTest::newRow("a zero") << QByteArray("tell a\0b\n", 9);
    QTest::newRow("too long a name") << QByteArray("tell ") + QByteArray(101, 'a') + '\n';
    QTest::newRow("too long a line") << QByteArray("tell ") + QByteArray(100'000, 'a');
}

void TestHeadless::hostileBytesAreRefusedAndCounted()
{
    QFETCH(QByteArray, bytes);
    Options options;
    options.data = m_folder->path();
    Services services(options);
    QVERIFY(services.start());
    Telling telling(services.automations(), services.diagnostics());
    telling.listen(m_folder->path());
    QLocalSocket socket;
    QSignalSpy ended(&socket, &QLocalSocket::disconnected);
    socket.connectToServer(Telling::socketOf(m_folder->path()));
    QVERIFY(socket.waitForConnected());
    socket.write(bytes);
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(socket.readAll().startsWith("nothing\n"));
    QCOMPARE(telling.refused(), 1U);
    QVERIFY(services.diagnostics().notices().back().text.startsWith(QStringLiteral("A request from outside was refused")));
    // More than it takes at once, of which none says a word: the rest is turned away, and the next one that does is heard.
    std::vector<std::unique_ptr<QLocalSocket>> silent;
    for (int i = 0; i < Telling::mostOpen + 3; ++i) {
        silent.push_back(std::make_unique<QLocalSocket>());
        silent.back()->connectToServer(Telling::socketOf(m_folder->path()));
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE(telling.refused(), 4U);
    silent.clear();
    QTRY_VERIFY(([&] {
        QLocalSocket good;
        good.connectToServer(Telling::socketOf(m_folder->path()));
        good.write("tell nobody\n");
        QByteArray answer;
        QElapsedTimer clock;
        for (clock.start(); clock.elapsed() < 2'000 && !answer.endsWith(".\n"); QCoreApplication::processEvents())
            answer += good.readAll();
        return answer.startsWith("nothing\nNo automation");
    }()));
}

void TestHeadless::tellingNeedsARunningMuster()
{
    QByteArray said;
    QCOMPARE(tell(QStringLiteral("good night"), said), 1);
    QVERIFY2(said.startsWith("No Muster runs on "), said.constData());
    QCOMPARE(tell(QString(), said), 2);
}

QTEST_GUILESS_MAIN(TestHeadless)
#include "tst_headless.moc"
