// The serial road over pseudo terminals, through the real QSerialPort: what shows up, what is opened, what comes back, what goes wrong.

#include "backends/serial/hotplug.h"
#include "backends/serial/portlistener.h"
#include "backends/serial/serialbackend.h"
#include "backends/serial/serialsettings.h"
#include "codec/profilefiles.h"
#include "codec/profilejson.h"
#include "line/exchange.h"
#include "tests/support/ingestrecord.h"
#include "tests/support/ptypair.h"

#include <QDir>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <grp.h>
#include <sys/stat.h>

using namespace muster;
using serial::Port;
using test::PtyPair;

namespace {

constexpr ConnectionId road {7};
constexpr char boardAddress[] = "serial:0403:6001:A1";

Port board(const QString &path, const QString &serialNumber = QStringLiteral("A1"))
{
    Port port;
    port.path = path;
    port.usb = true;
    port.vendor = 0x0403;
    port.product = 0x6001;
    port.serialNumber = serialNumber;
    port.socket = QStringLiteral("1-1");
    port.manufacturer = QStringLiteral("FTDI");
    port.description = QStringLiteral("FT232R USB UART");
    return port;
}

/// One connection with made-up ports, its Ingest, and what came of it.
struct Bench
{
    explicit Bench(const QString &url, serial::PortClaims *shared = nullptr, Ingest *sharedIngest = nullptr, ConnectionId id = road)
        : ingest(sharedIngest ? *sharedIngest : ownIngest)
        , record(ingest)
        , backend({id, QStringLiteral("bench"), QUrl(url), true}, ingest, shared ? *shared : claims, [this] { return ports; })
    {
        backend.setPace({5, 40});
        QObject::connect(&backend, &Backend::statusChanged, &backend, [this, id](const ConnectionStatus &s) {
            statuses.append(s);
            ingest.setReachable(id, s.state == ConnectionState::Open);
        });
        QObject::connect(&backend, &Backend::noted, &backend, [this](Severity, const QString &text) { notes.append(text); });
        QObject::connect(&backend, &Backend::commandFinished, &backend, [this](CommandId command, const Result<void> &result, bool confirmed) {
            outcomes.append({command, result ? QString() : result.error().text, confirmed});
        });
    }
    [[nodiscard]] ConnectionState state() const { return statuses.isEmpty() ? ConnectionState::Closed : statuses.last().state; }
    [[nodiscard]] Presence presence(const QString &address) { return record.device(address).presence; }
    void adopt(const QString &address) { ingest.setMembers({record.device(address).id}, true); }

    struct Outcome
    {
        CommandId command {};
        QString error {};
        bool confirmed = false;
    };
    Ingest ownIngest;
    Ingest &ingest;
    test::IngestRecord record;
    serial::PortClaims claims;
    QList<Port> ports;
    SerialBackend backend;
    QList<ConnectionStatus> statuses;
    QStringList notes;
    QList<Outcome> outcomes;
};

QString urlOf(const PtyPair &pty, const char *options = "")
{
    return QStringLiteral("serial://") + pty.path() + QLatin1StringView(options);
}

int openFiles()
{
    return int(QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System).size());
}

Command command(quint32 id, DeviceId device, const QString &text)
{
    Command command;
    command.id = {id};
    command.device = device;
    command.key = QStringLiteral("line");
    command.argument = text;
    command.connection = road;
    return command;
}

} // namespace

class TestSerial : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void urls_data();
    void urls();
    void boardsAreKnownByWhatTheyAre();
    void valuesArrive();
    void boardShowsUpUntouchedAndIsOpenedWhenAdopted();
    void unpluggedBoardIsTheSameOnAnotherPort();
    void boardThatWasNotAdoptedGoesWhenUnplugged();
    void boardsWithOneSerialNumberAreTwoDevices();
    void severalPortsAtOnce();
    void connectionOfItsOwnTakesTheBoardAndGivesItBack();
    void boardOfItsOwnIsFollowed();
    void pathLeadsToWhateverIsThereNow();
    void hangUpIsToldOnce();
    void hundredHangUpsLoseNothing();
    void missingRightsNameTheGroup();
    void wrongFilesAreNamed();
    void whatAPseudoTerminalCannotDoIsNoLoss();
    void portInUseIsNamed();
    void lineIsSent();
    void commandToWhatIsGoneEndsOnce();
    void deviceThatDoesNotReadIsBounded();
    void answersAreMatchedOnce_data();
    void answersAreMatchedOnce();
    void lateAnswerIsNotTakenForTheNext_data();
    void lateAnswerIsNotTakenForTheNext();
    void profileSaysHowToRead();
    void boardsCanBeReadEachItsOwnWay();
    void changedReadingOpensThatBoardAlone();
    void installedProfilesAreFound();
    void unknownPortIsHeard_data();
    void unknownPortIsHeard();
    void listeningTakesTheBoardAndGivesItBack();
    void portThatCannotBeHeardIsNamed();
    void profileCommandsAreAnswered_data();
    void profileCommandsAreAnswered();
    void profileAsksByItself();
    void bytesGoToWhoListens();
    void badInputIsSurvived_data();
    void badInputIsSurvived();
    void halfFramesAtEveryOffset();
    void stopEndsEverything();
};

void TestSerial::urls_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("verdict"); ///< what is opened; or a part of what is wrong
    const auto row = [](const char *url, const char *verdict) { QTest::newRow(url) << QString::fromUtf8(url) << QString::fromUtf8(verdict); };
    row("serial:auto", "all");
    row("serial:///dev/ttyUSB0", "/dev/ttyUSB0 115200 Bd");
    row("serial:ttyACM0?baud=9600&parity=even&bits=7", "/dev/ttyACM0 9600 Bd 7E1");
    row("serial:///dev/serial/by-id/usb-FTDI_x?stop=2", "/dev/serial/by-id/usb-FTDI_x 115200 Bd 8N2");
    row("serial:0403:6001:A50285BI", "0403:6001:A50285BI 115200 Bd");
    row("serial:1A86:7523:@1-1.2", "1a86:7523:@1-1.2 115200 Bd");
    row("serial:///dev/pts/7?dtr=off&rts=on&flow=rtscts&ending=crlf&profile=auto", "/dev/pts/7 115200 Bd");
    row("serial:", "names no port");
    row("serial:///", "names no port");
    row("serial://host/dev/ttyS0", "three slashes");
    row("mqtt://broker", "does not begin");
    row("serial:///dev/ttyS0?baud=fast", "baud");
    row("serial:///dev/ttyS0?baud=49", "baud");
    row("serial:///dev/ttyS0?baud=99999999999", "baud");
    row("serial:///dev/ttyS0?parity=maybe", "parity");
    row("serial:///dev/ttyS0?bits=9", "bits");
    row("serial:///dev/ttyS0?dtr=perhaps", "dtr");
    row("serial:///dev/ttyS0?ending=x", "ending");
    row("serial:///dev/ttyS0?speed=9600", "speed");
    row("serial:///dev/ttyS0?baud=9600&baud=1200", "twice");
    row("serial:///dev/a%00b", "no name");
}

void TestSerial::urls()
{
    QFETCH(QString, url);
    QFETCH(QString, verdict);
    const auto settings = serial::serialSettings(QUrl(url));
    if (!settings) {
        QVERIFY2(settings.error().text.contains(verdict), qPrintable(settings.error().text));
        return;
    }
    if (settings->target == serial::SerialSettings::Target::All)
        QCOMPARE(verdict, QStringLiteral("all"));
    else
        QCOMPARE(settings->name + u' ' + settings->words(), verdict);
}

void TestSerial::boardsAreKnownByWhatTheyAre()
{
    Port port = board(QStringLiteral("/dev/ttyUSB0"));
    QCOMPARE(port.identity(), QStringLiteral("0403:6001:A1"));
    Port elsewhere = board(QStringLiteral("/dev/ttyUSB5"));
    elsewhere.socket = QStringLiteral("2-1.4");
    QCOMPARE(elsewhere.identity(), port.identity());
    port.interface = 1;
    QCOMPARE(port.identity(), QStringLiteral("0403:6001:A1#1"));
    port.serialNumber.clear();
    port.interface = 0;
    QCOMPARE(port.identity(), QStringLiteral("0403:6001:@1-1"));
    QCOMPARE(Port().identity(), QString());
    const serial::HotPlug hotPlug; // told or polled, it is made everywhere
    Q_UNUSED(hotPlug)
    for (const Port &real : serial::systemPorts())
        QVERIFY(!real.path.isEmpty());
}

void TestSerial::valuesArrive()
{
    PtyPair pty;
    QVERIFY(pty.isOpen());
    Bench bench(urlOf(pty));
    bench.backend.start();
    QCOMPARE(bench.state(), ConnectionState::Open);
    const QString address = QStringLiteral("serial:") + pty.path();
    QTRY_COMPARE(bench.presence(address), Presence::Online);
    QCOMPARE(bench.record.device(address).kind, Kind::M2M);
    for (int i = 0; i < 10; ++i)
        QVERIFY(pty.say(QByteArray("t=") + QByteArray::number(20 + i) + " h=40\r\n"));
    QTRY_VERIFY(bench.record.numbers(address, QStringLiteral("t")).contains(29.0));
    QCOMPARE(bench.record.numbers(address, QStringLiteral("h")).constLast(), 40.0);
    QVERIFY(at(bench.ingest.counters(road), Count::Bytes) >= 90);
    QVERIFY(at(bench.ingest.counters(road), Count::Messages) >= 9);
}

void TestSerial::boardShowsUpUntouchedAndIsOpenedWhenAdopted()
{
    PtyPair pty;
    const QString address = QString::fromLatin1(boardAddress);
    Bench bench(QStringLiteral("serial:auto"));
    bench.ports = {board(pty.path())};
    bench.backend.start();
    QCOMPARE(bench.state(), ConnectionState::Open);
    QCOMPARE(bench.record.addresses(), QStringList {address});
    const Device device = bench.record.device(address);
    QCOMPARE(device.name, QStringLiteral("FT232R USB UART"));
    QCOMPARE(device.manufacturer, QStringLiteral("FTDI"));
    QCOMPARE(device.serialNumber, QStringLiteral("A1"));
    QCOMPARE(device.presence, Presence::Unknown);
    pty.say("t=1\nt=2\nt=3\n");
    QTest::qWait(50);
    QCOMPARE(bench.record.samples(), 0);

    bench.adopt(address);
    QTRY_COMPARE(bench.presence(address), Presence::Online);
    pty.say("t=1\nt=2\nt=3\n");
    QTRY_VERIFY(bench.record.numbers(address, QStringLiteral("t")).contains(3.0));

    bench.ingest.setMembers({device.id}, false);
    QTRY_COMPARE(bench.presence(address), Presence::Unknown);
    const qsizetype before = bench.record.samples();
    pty.say("t=1\nt=2\nt=3\n");
    QTest::qWait(50);
    QCOMPARE(bench.record.samples(), before);
}

void TestSerial::unpluggedBoardIsTheSameOnAnotherPort()
{
    PtyPair pty;
    const QString address = QString::fromLatin1(boardAddress);
    Bench bench(QStringLiteral("serial:auto"));
    bench.ports = {board(pty.path())};
    bench.backend.start();
    bench.adopt(address);
    QTRY_COMPARE(bench.presence(address), Presence::Online);
    const DeviceId id = bench.record.device(address).id;

    bench.ports.clear();
    pty.hangUp();
    bench.backend.look();
    QTRY_COMPARE(bench.presence(address), Presence::Offline);
    QCOMPARE(bench.state(), ConnectionState::Open); // the others go on
    const PtyPair other; // takes the old name, so that the board really lands elsewhere
    pty.open();
    QVERIFY(pty.path() != other.path());
    bench.ports = {board(pty.path())};
    bench.backend.look();
    QTRY_COMPARE(bench.presence(address), Presence::Online);
    pty.say("t=1\nt=2\nt=3\n");
    QTRY_VERIFY(bench.record.numbers(address, QStringLiteral("t")).contains(3.0));
    QCOMPARE(bench.record.addresses(), QStringList {address});
    QCOMPARE(bench.record.device(address).id, id);
}

void TestSerial::boardThatWasNotAdoptedGoesWhenUnplugged()
{
    PtyPair pty;
    Bench bench(QStringLiteral("serial:auto"));
    bench.ports = {board(pty.path())};
    bench.backend.start();
    QCOMPARE(bench.record.addresses().size(), 1);
    bench.ports.clear();
    bench.backend.look();
    QCOMPARE(bench.record.addresses(), QStringList());
    bench.ports = {board(pty.path())};
    bench.backend.look();
    QCOMPARE(bench.record.addresses(), QStringList {QString::fromLatin1(boardAddress)});
}

void TestSerial::boardsWithOneSerialNumberAreTwoDevices()
{
    PtyPair one;
    PtyPair two;
    Bench bench(QStringLiteral("serial:auto"));
    bench.ports = {board(one.path(), QStringLiteral("0001"))};
    bench.backend.start();
    Port twin = board(two.path(), QStringLiteral("0001"));
    twin.socket = QStringLiteral("1-2");
    bench.ports.prepend(twin); // listed first, but it came second
    bench.backend.look();
    QCOMPARE(bench.record.addresses(), (QStringList {QStringLiteral("serial:0403:6001:0001"), QStringLiteral("serial:0403:6001:0001@1-2")}));
    bench.adopt(QStringLiteral("serial:0403:6001:0001"));
    one.say("a=1\na=1\na=1\n");
    QTRY_VERIFY(bench.record.numbers(QStringLiteral("serial:0403:6001:0001"), QStringLiteral("a")).size() > 0);
}

void TestSerial::severalPortsAtOnce()
{
    constexpr int count = 8;
    std::vector<std::unique_ptr<PtyPair>> ptys;
    Bench bench(QStringLiteral("serial:auto"));
    for (int i = 0; i < count; ++i) {
        ptys.push_back(std::make_unique<PtyPair>());
        bench.ports.append(board(ptys.back()->path(), QStringLiteral("N%1").arg(i)));
    }
    bench.backend.start();
    const QStringList addresses = bench.record.addresses();
    QCOMPARE(addresses.size(), count);
    for (const QString &address : addresses)
        bench.adopt(address);
    for (int i = 0; i < count; ++i) {
        for (int j = 0; j < 100; ++j)
            QVERIFY(ptys[size_t(i)]->say("v=" + QByteArray::number(i * 1'000 + j) + '\n'));
    }
    for (int i = 0; i < count; ++i)
        QTRY_VERIFY(bench.record.numbers(QStringLiteral("serial:0403:6001:N%1").arg(i), QStringLiteral("v")).contains(i * 1'000 + 99.0));
}

void TestSerial::connectionOfItsOwnTakesTheBoardAndGivesItBack()
{
    PtyPair pty;
    const QString address = QString::fromLatin1(boardAddress);
    serial::PortClaims claims;
    Ingest ingest;
    Bench all(QStringLiteral("serial:auto"), &claims, &ingest);
    all.ports = {board(pty.path())};
    all.backend.start();
    all.adopt(address);
    QTRY_COMPARE(all.presence(address), Presence::Online);
    const DeviceId id = all.record.device(address).id;
    {
        Bench one(QStringLiteral("serial:0403:6001:A1?baud=9600"), &claims, &ingest, {8});
        one.ports = all.ports;
        one.backend.start();
        QTRY_COMPARE(one.state(), ConnectionState::Open);
        QCOMPARE(one.record.device(address).id, id);
        pty.say("t=1\nt=2\nt=3\n");
        QTRY_VERIFY(one.record.numbers(address, QStringLiteral("t")).contains(3.0));
        QVERIFY(all.notes.filter(QStringLiteral("unplugged")).isEmpty());
        one.backend.stop();
    }
    QTRY_COMPARE(all.presence(address), Presence::Online);
    QCOMPARE(all.record.device(address).id, id);
}

void TestSerial::boardOfItsOwnIsFollowed()
{
    PtyPair pty;
    Bench bench(QStringLiteral("serial:0403:6001:A1"));
    bench.backend.start();
    QCOMPARE(bench.state(), ConnectionState::Waiting);
    QVERIFY(bench.statuses.last().detail.contains(QStringLiteral("plugged in")));
    bench.ports = {board(pty.path(), QStringLiteral("B2")), board(pty.path())};
    bench.ports.first().path = QStringLiteral("/nonexistent/tty");
    bench.backend.look();
    QTRY_COMPARE(bench.state(), ConnectionState::Open);
    QCOMPARE(bench.record.addresses(), QStringList {QString::fromLatin1(boardAddress)});
    bench.ports.clear();
    pty.hangUp();
    QTRY_COMPARE(bench.state(), ConnectionState::Waiting);
    QTRY_COMPARE(bench.presence(QString::fromLatin1(boardAddress)), Presence::Offline);
    pty.open();
    bench.ports = {board(pty.path())};
    QTRY_COMPARE(bench.state(), ConnectionState::Open); // by itself
}

void TestSerial::pathLeadsToWhateverIsThereNow()
{
    const QTemporaryDir folder;
    const QString link = folder.filePath(QStringLiteral("board"));
    PtyPair pty;
    QVERIFY(QFile::link(pty.path(), link));
    Bench bench(QStringLiteral("serial://") + link);
    bench.backend.start();
    QTRY_COMPARE(bench.state(), ConnectionState::Open);
    for (int i = 0; i < 3; ++i) {
        QVERIFY(QFile::remove(link));
        pty.hangUp();
        QTRY_COMPARE(bench.state(), ConnectionState::Waiting);
        pty.open();
        QVERIFY(QFile::link(pty.path(), link));
        QTRY_COMPARE(bench.state(), ConnectionState::Open);
    }
}

void TestSerial::hangUpIsToldOnce()
{
    PtyPair pty;
    Bench bench(urlOf(pty));
    bench.backend.start();
    QTRY_COMPARE(bench.state(), ConnectionState::Open);
    pty.hangUp();
    QTRY_COMPARE(bench.state(), ConnectionState::Waiting);
    QTest::qWait(200);
    QCOMPARE(at(bench.ingest.counters(road), Count::Reconnects), 1u);
    QVERIFY2(bench.statuses.size() < 40, qPrintable(QString::number(bench.statuses.size())));
    QVERIFY(bench.notes.size() <= 1);
}

void TestSerial::hundredHangUpsLoseNothing()
{
    PtyPair pty;
    const QString address = QString::fromLatin1(boardAddress);
    Bench bench(QStringLiteral("serial:auto"));
    bench.ports = {board(pty.path())};
    bench.backend.start();
    bench.adopt(address);
    QTRY_COMPARE(bench.presence(address), Presence::Online);
    const DeviceId id = bench.record.device(address).id;
    const int files = openFiles();
    for (int i = 0; i < 100; ++i) {
        pty.hangUp();
        bench.ports.clear();
        if (i % 2)
            bench.backend.look();
        QTRY_COMPARE(bench.presence(address), Presence::Offline);
        pty.open();
        bench.ports = {board(pty.path())};
        bench.backend.look();
        QTRY_COMPARE(bench.presence(address), Presence::Online);
    }
    QCOMPARE(openFiles(), files);
    QCOMPARE(bench.record.addresses(), QStringList {address});
    QCOMPARE(bench.record.device(address).id, id);
    QCOMPARE(at(bench.ingest.counters(road), Count::Reconnects), 100u);
    pty.say("t=1\nt=2\nt=3\n");
    QTRY_VERIFY(bench.record.numbers(address, QStringLiteral("t")).contains(3.0));
}

void TestSerial::missingRightsNameTheGroup()
{
    if (::geteuid() != 0)
        QSKIP("only root can give up rights");
    PtyPair pty;
    QVERIFY(::chmod(pty.path().toLocal8Bit().constData(), 0600) == 0);
    const struct group *dialout = ::getgrnam("dialout");
    QVERIFY(dialout && ::chown(pty.path().toLocal8Bit().constData(), uid_t(-1), dialout->gr_gid) == 0);
    QVERIFY(::setresuid(65'534, 65'534, 0) == 0);
    Bench bench(urlOf(pty));
    bench.backend.start();
    const ConnectionStatus status = bench.statuses.last();
    QVERIFY(::setresuid(0, 0, 0) == 0);
    QCOMPARE(status.state, ConnectionState::Waiting);
    QVERIFY2(status.detail.contains(QStringLiteral("usermod -aG dialout")), qPrintable(status.detail));
    QTRY_COMPARE(bench.state(), ConnectionState::Open); // the rights came later, as udev gives them
    QVERIFY(bench.notes.isEmpty());
}

void TestSerial::wrongFilesAreNamed()
{
    Bench missing(QStringLiteral("serial:///dev/ttyNobody9"));
    missing.backend.start();
    QCOMPARE(missing.state(), ConnectionState::Waiting);
    QVERIFY(missing.statuses.last().detail.contains(QStringLiteral("/dev/ttyNobody9")));
    QCOMPARE(missing.record.addresses(), QStringList());

    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("plain")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    Bench plain(QStringLiteral("serial://") + file.fileName());
    plain.backend.start();
    QCOMPARE(plain.state(), ConnectionState::Waiting);
    QVERIFY2(plain.statuses.last().detail.contains(QStringLiteral("no serial port")), qPrintable(plain.statuses.last().detail));
    for (int i = 0; i < 20; ++i)
        QTest::qWait(10);
    QCOMPARE(plain.notes.size(), 1); // however often it is tried
}

void TestSerial::whatAPseudoTerminalCannotDoIsNoLoss()
{
    PtyPair pty;
    Bench bench(urlOf(pty, "?dtr=off&rts=on&stop=2&baud=250000"));
    bench.backend.start();
    QTRY_COMPARE(bench.state(), ConnectionState::Open);
    pty.say("t=1\nt=2\nt=3\n");
    QTRY_VERIFY(bench.record.numbers(QStringLiteral("serial:") + pty.path(), QStringLiteral("t")).contains(3.0));
    QCOMPARE(at(bench.ingest.counters(road), Count::Reconnects), 0u);

    PtyPair other;
    Bench parity(urlOf(other, "?parity=even&bits=7"));
    parity.backend.start();
    QVERIFY2(parity.statuses.last().detail.contains(QStringLiteral("7E1")), qPrintable(parity.statuses.last().detail));
}

void TestSerial::portInUseIsNamed()
{
    PtyPair pty;
    Bench first(urlOf(pty));
    first.backend.start();
    QTRY_COMPARE(first.state(), ConnectionState::Open);
    Bench second(urlOf(pty));
    second.backend.start();
    QCOMPARE(second.state(), ConnectionState::Waiting);
    QVERIFY2(second.statuses.last().detail.contains(QStringLiteral("in use")), qPrintable(second.statuses.last().detail));
    first.backend.stop();
    QTRY_COMPARE(second.state(), ConnectionState::Open);
}

void TestSerial::lineIsSent()
{
    PtyPair pty;
    Bench bench(urlOf(pty, "?ending=crlf"));
    bench.backend.start();
    QTRY_COMPARE(bench.state(), ConnectionState::Open);
    const Device device = bench.record.device(QStringLiteral("serial:") + pty.path());
    QCOMPARE(device.commands.constLast().key, QStringLiteral("line"));
    bench.backend.send(command(1, device.id, QStringLiteral("LED on ä")));
    QTRY_COMPARE(bench.outcomes.size(), 1);
    QCOMPARE(bench.outcomes[0].error, QString());
    QVERIFY(!bench.outcomes[0].confirmed);
    QCOMPARE(pty.heard(), QByteArray("LED on \xC3\xA4\r\n"));
    Command unknown = command(2, device.id, {});
    unknown.key = QStringLiteral("launch");
    bench.backend.send(unknown);
    QCOMPARE(bench.outcomes.size(), 2);
    QVERIFY(bench.outcomes[1].error.contains(QStringLiteral("launch")));
    QVERIFY(bench.backend.write(pty.path(), QByteArray("\x00\xFF\x01", 3)));
    QByteArray heard;
    QTRY_COMPARE(heard += pty.heard(), QByteArray("\x00\xFF\x01", 3));
    QVERIFY(!bench.backend.write(QStringLiteral("/dev/elsewhere"), "x"));
}

void TestSerial::commandToWhatIsGoneEndsOnce()
{
    PtyPair pty;
    Bench bench(urlOf(pty));
    bench.backend.start();
    QTRY_COMPARE(bench.state(), ConnectionState::Open);
    const DeviceId device = bench.record.device(QStringLiteral("serial:") + pty.path()).id;
    bench.backend.send(command(1, device, QString(60'000, u'x'))); // does not fit into the pseudo terminal
    QTest::qWait(20);
    QCOMPARE(bench.outcomes.size(), 0);
    pty.hangUp();
    QTRY_COMPARE(bench.outcomes.size(), 1);
    QVERIFY(!bench.outcomes[0].error.isEmpty());
    bench.backend.send(command(2, device, QStringLiteral("x")));
    QCOMPARE(bench.outcomes.size(), 2);
    QVERIFY(bench.outcomes[1].error.contains(QStringLiteral("not open")));
    bench.backend.send(command(3, {999}, QStringLiteral("x")));
    QCOMPARE(bench.outcomes.size(), 3);
    QTest::qWait(50);
    QCOMPARE(bench.outcomes.size(), 3);
}

void TestSerial::deviceThatDoesNotReadIsBounded()
{
    PtyPair pty;
    Bench bench(urlOf(pty));
    bench.backend.start();
    QTRY_COMPARE(bench.state(), ConnectionState::Open);
    const DeviceId device = bench.record.device(QStringLiteral("serial:") + pty.path()).id;
    for (quint32 i = 1; i <= 1'000; ++i)
        bench.backend.send(command(i, device, QString(1'000, u'x')));
    QTest::qWait(20);
    int refused = 0;
    for (const auto &outcome : std::as_const(bench.outcomes))
        refused += outcome.error.contains(QStringLiteral("flow control")) ? 1 : 0;
    QVERIFY2(refused > 800, qPrintable(QString::number(refused)));
    bench.backend.stop(); // does not wait for the device
    QCOMPARE(bench.outcomes.size(), 1'000);
}

void TestSerial::answersAreMatchedOnce_data()
{
    QTest::addColumn<QString>("story"); ///< w: time passes, a: the device answers, p: the plug is pulled, x: a person gives up
    QTest::addColumn<QString>("outcome");
    QTest::newRow("in time") << QStringLiteral("a") << QStringLiteral("confirmed");
    QTest::newRow("twice") << QStringLiteral("aa") << QStringLiteral("confirmed");
    QTest::newRow("never") << QStringLiteral("w") << QStringLiteral("did not answer");
    QTest::newRow("late") << QStringLiteral("wa") << QStringLiteral("did not answer");
    QTest::newRow("unplugged") << QStringLiteral("pa") << QStringLiteral("gone");
    QTest::newRow("given up") << QStringLiteral("xaw") << QString();
}

void TestSerial::answersAreMatchedOnce()
{
    QFETCH(QString, story);
    QFETCH(QString, outcome);
    struct Silent : codec::ReadingSink
    {
        void readingsArrived(std::span<const codec::Reading>, const QStringList &) override { }
    } sink;
    codec::LinkCodec codec(sink);
    QByteArrayList written;
    line::Exchange exchange(codec, [&written](const QByteArray &bytes, CommandId) {
        written.append(bytes);
        return Result<void>();
    });
    exchange.setName(QStringLiteral("Meter"));
    QStringList ends;
    connect(&exchange, &line::Exchange::finished, this, [&ends](CommandId id, const Result<void> &result, bool confirmed) {
        if (id.n == 1)
            ends.append(result ? confirmed ? QStringLiteral("confirmed") : QStringLiteral("sent") : result.error().text);
    });
    exchange.start();
    exchange.send({1}, {QByteArrayLiteral("first"), 0, 20});
    exchange.send({2}, {QByteArrayLiteral("second"), 0, 20});
    QCOMPARE(written, QByteArrayList {"first"}); // the second waits for the first
    for (const QChar step : story) {
        if (step == u'w')
            QTRY_VERIFY(!ends.isEmpty() || outcome.isEmpty());
        else if (step == u'a')
            exchange.answered({1}, {});
        else if (step == u'p')
            exchange.stop({Error::Code::Unreachable, QStringLiteral("gone")});
        else
            exchange.abandon({1});
    }
    if (!story.contains(u'p'))
        QTRY_COMPARE(written, (QByteArrayList {"first", "second"}));
    QCOMPARE(ends.size(), outcome.isEmpty() ? 0 : 1);
    QVERIFY(outcome.isEmpty() || ends[0].contains(outcome));
}

void TestSerial::lateAnswerIsNotTakenForTheNext_data()
{
    QTest::addColumn<QStringList>("commands");  ///< the second is asked when the first went unanswered
    QTest::addColumn<int>("holdOff");           ///< ms
    QTest::addColumn<QByteArray>("late");       ///< what the device says then
    QTest::addColumn<bool>("isHeld");           ///< the second is written only when that has come
    const QString on = QStringLiteral("on");
    const QString off = QStringLiteral("off");
    const QString rate = QStringLiteral("rate");
    const int forEver = 600'000;
    QTest::newRow("the same again") << QStringList {on, on} << forEver << QByteArray("OK\n") << true;
    QTest::newRow("another with such an answer") << QStringList {on, off} << forEver << QByteArray("OK\n") << true;
    QTest::newRow("refused late") << QStringList {on, off} << forEver << QByteArray("ERR\n") << true;
    QTest::newRow("beside a value") << QStringList {on, on} << forEver << QByteArray("t=21\nOK\n") << true;
    QTest::newRow("answers told apart") << QStringList {on, rate} << forEver << QByteArray("OK\n") << false;
    QTest::newRow("never answered") << QStringList {on, on} << 1 << QByteArray() << false;
}

void TestSerial::lateAnswerIsNotTakenForTheNext()
{
    QFETCH(QStringList, commands);
    QFETCH(int, holdOff);
    QFETCH(QByteArray, late);
    QFETCH(bool, isHeld);
    const auto profile = codec::readProfile(R"({"profile":1,"name":"Lamp","commands":[{"key":"on","send":"ON","answer":{"good":"OK","bad":"ERR","timeoutMs":1}},
        {"key":"off","send":"OFF","answer":{"good":"OK","bad":"ERR","timeoutMs":1}}, {"key":"rate","send":"RATE","answer":{"good":"RATE"}}]})");
    QVERIFY(profile);
    struct Sink : codec::ReadingSink
    {
        void readingsArrived(std::span<const codec::Reading>, const QStringList &) override { }
        void answered(CommandId id, const Result<void> &result) override { exchange->answered(id, result); }
        line::Exchange *exchange = nullptr;
    } sink;
    codec::LinkCodec codec(*profile, sink);
    QByteArray written;
    line::Exchange exchange(codec, [&written](const QByteArray &bytes, CommandId) {
        written.append(bytes);
        return Result<void>();
    });
    sink.exchange = &exchange;
    exchange.setHoldOff(holdOff);
    QStringList ends;
    connect(&exchange, &line::Exchange::finished, this, [&ends](CommandId id, const Result<void> &result, bool) {
        ends.append(QString::number(id.n) + (result ? QStringLiteral(" done") : QStringLiteral(" not")));
    });
    exchange.start();
    exchange.send({1}, *codec.encode(commands[0], {}));
    QTRY_COMPARE(ends, QStringList {QStringLiteral("1 not")});
    const QByteArray before = written;
    codec::Outgoing second = *codec.encode(commands[1], {});
    second.timeoutMs = 600'000;
    exchange.send({2}, second);
    if (isHeld)
        QCOMPARE(written, before);
    codec.feed(late, nowMicros());
    exchange.heard();
    QTRY_COMPARE(written, before + second.bytes);
    QCOMPARE(ends.size(), 1); // the late one ended nothing
    QCOMPARE(codec.counters().late, late.isEmpty() ? 0U : 1U);
    codec.feed(commands[1] == QLatin1String("rate") ? "RATE 5\n" : "OK\n", nowMicros());
    QCOMPARE(ends, (QStringList {QStringLiteral("1 not"), QStringLiteral("2 done")}));
}

void TestSerial::profileSaysHowToRead()
{
    const auto gps = serial::serialSettings(QUrl(QStringLiteral("serial:///dev/ttyS0?profile=gps-nmea")));
    QVERIFY(gps);
    QVERIFY(gps->profile.baud > 0);
    QCOMPARE(gps->baud, gps->profile.baud);
    QCOMPARE(serial::serialSettings(QUrl(QStringLiteral("serial:///dev/ttyS0?profile=gps-nmea&baud=19200")))->baud, 19'200);
    const auto unknown = serial::serialSettings(QUrl(QStringLiteral("serial:///dev/ttyS0?profile=unheard-of")));
    QVERIFY(!unknown);
    QVERIFY2(unknown.error().text.contains(QStringLiteral("unheard-of")), qPrintable(unknown.error().text));
    QVERIFY(!serial::serialSettings(QUrl(QStringLiteral("serial:///dev/ttyS0?profile=/nonexistent/x.json"))));

    PtyPair pty;
    Bench bench(urlOf(pty, "?profile=gps-nmea"));
    bench.backend.start();
    QTRY_COMPARE(bench.state(), ConnectionState::Open);
    const QString address = QStringLiteral("serial:") + pty.path();
    QCOMPARE(bench.record.device(address).convention, gps->profile.name);
    pty.say("$GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,*47\r\n");
    QTRY_VERIFY(!bench.record.numbers(address, QStringLiteral("latitude")).isEmpty());
    QVERIFY(std::abs(bench.record.numbers(address, QStringLiteral("latitude")).constLast() - 48.1173) < 1e-4);
}

void TestSerial::boardsCanBeReadEachItsOwnWay()
{
    PtyPair one;
    PtyPair other;
    Bench bench(QStringLiteral("serial:auto?baud=9600&board=0403:6001:A1,57600,gps-nmea&board=0403:6001:A,9,1200,unheard-of"));
    bench.ports = {board(one.path()), board(other.path(), QStringLiteral("A2")), board(QStringLiteral("/dev/none"), QStringLiteral("A,9"))};
    bench.backend.start();
    const QString first = QString::fromLatin1(boardAddress);
    const QString second = QStringLiteral("serial:0403:6001:A2");
    QTRY_VERIFY(bench.record.device(first).id.isValid() && bench.record.device(second).id.isValid());
    QCOMPARE(bench.record.device(first).convention, codec::shippedProfile(QStringLiteral("gps-nmea"))->name);
    QCOMPARE(bench.record.device(second).convention, QString());
    QVERIFY2(bench.notes.join(u' ').contains(QStringLiteral("unheard-of")), qPrintable(bench.notes.join(u' '))); // the others go on
    bench.adopt(first);
    bench.backend.look();
    QTRY_COMPARE(bench.presence(first), Presence::Online);
    one.say("$GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,*47\r\n");
    QTRY_VERIFY(!bench.record.numbers(first, QStringLiteral("latitude")).isEmpty());

    const auto all = serial::serialSettings(QUrl(QStringLiteral("serial:auto?baud=9600&board=0403:6001:A1,,gps-nmea&board=0403:6001:A2,57600,")));
    QVERIFY(all);
    const codec::ProfileShelf shelf;
    QCOMPARE(serial::settingsOf(QStringLiteral("0403:6001:A1"), *all, shelf)->baud, codec::shippedProfile(QStringLiteral("gps-nmea"))->baud);
    QCOMPARE(serial::settingsOf(QStringLiteral("0403:6001:A2"), *all, shelf)->baud, 57'600);
    QCOMPARE(serial::settingsOf(QStringLiteral("0403:6001:A3"), *all, shelf)->baud, 9'600);
}

void TestSerial::changedReadingOpensThatBoardAlone()
{
    PtyPair one;
    PtyPair other;
    Bench bench(QStringLiteral("serial:auto?board=0403:6001:A1,9600,scpi-multimeter"));
    bench.ports = {board(one.path()), board(other.path(), QStringLiteral("A2"))};
    bench.backend.start();
    const QString first = QString::fromLatin1(boardAddress);
    const QString second = QStringLiteral("serial:0403:6001:A2");
    QTRY_VERIFY(bench.record.device(first).id.isValid() && bench.record.device(second).id.isValid());
    bench.adopt(first);
    bench.adopt(second);
    bench.backend.look();
    QTRY_VERIFY(bench.presence(first) == Presence::Online && bench.presence(second) == Presence::Online);
    QList<Presence> otherWas;
    connect(&bench.ingest, &Ingest::devicesAnnounced, &bench.backend, [&] { otherWas.append(bench.presence(second)); });
    const auto hasCommand = [&](const char *key) {
        const QList<CommandInfo> all = bench.record.device(first).commands;
        return std::any_of(all.cbegin(), all.cend(), [key](const CommandInfo &each) { return each.key == QLatin1StringView(key); });
    };
    const QString key = codec::shippedProfile(QStringLiteral("scpi-multimeter"))->commands.constFirst().info.key;
    QTRY_VERIFY(hasCommand(key.toLatin1().constData()));

    QVERIFY(bench.backend.change({.id = road, .url = QUrl(QStringLiteral("serial:auto?board=0403:6001:A1,9600,gps-nmea"))}));
    QTRY_COMPARE(bench.record.device(first).convention, codec::shippedProfile(QStringLiteral("gps-nmea"))->name);
    QTRY_VERIFY(bench.presence(first) == Presence::Online && !hasCommand(key.toLatin1().constData()));
    one.say("$GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,*47\r\n");
    QTRY_VERIFY(!bench.record.numbers(first, QStringLiteral("latitude")).isEmpty());
    other.say("t=21\nt=22\n");
    QTRY_COMPARE(bench.record.numbers(second, QStringLiteral("t")).size(), 2); // it was never closed
    QVERIFY(!otherWas.isEmpty() && otherWas.count(Presence::Online) == otherWas.size());
    QVERIFY(!bench.backend.change({.id = road, .url = QUrl(QStringLiteral("serial:///dev/ttyS0"))}));
}

void TestSerial::installedProfilesAreFound()
{
    const QTemporaryDir folder;
    const codec::ProfileShelf shelf(folder.path());
    QVERIFY(shelf.install(QStringLiteral("mine"), R"({"profile": 1, "name": "Mine", "serial": {"baud": 4800}})"));
    const QUrl url(QStringLiteral("serial:///dev/ttyS0?profile=mine"));
    QCOMPARE(serial::serialSettings(url, shelf)->baud, 4'800);
    QVERIFY(!serial::serialSettings(url));
}

void TestSerial::unknownPortIsHeard_data()
{
    QTest::addColumn<QByteArray>("wake");
    QTest::newRow("silently") << QByteArray();
    QTest::newRow("spoken to") << QByteArray("\r\n");
}

void TestSerial::unknownPortIsHeard()
{
    QFETCH(QByteArray, wake);
    PtyPair pty;
    serial::PortClaims claims;
    serial::PortListener listener(claims);
    QList<int> rates;
    QByteArray bytes;
    connect(&listener, &serial::PortListener::heard, this, [&](quint64 id, int baud, const QByteArray &heard) {
        QCOMPARE(id, quint64(3));
        rates.append(baud);
        bytes += heard;
    });
    QSignalSpy ends(&listener, &serial::PortListener::ended);
    ListenOrder order {3, QUrl(urlOf(pty)), {9'600, 115'200}, 20, wake};
    QVERIFY(pty.say("t=1\nt=2\n"));
    listener.listen(order);
    QTRY_COMPARE(ends.size(), 1);
    QVERIFY(ends[0][1].value<Result<void>>());
    QCOMPARE(rates, (QList<int> {9'600, 115'200}));
    QVERIFY2(bytes.startsWith("t=1\n"), bytes.constData());
    QCOMPARE(pty.heard(), wake + wake); // nothing but what a person asked for

    order.id = 4;
    order.msEach = 600'000;
    listener.listen(order);
    QTRY_VERIFY(claims.isClaimed([&] { Port port; port.path = pty.path(); return port; }()));
    listener.stop(3); // somebody else's
    QCOMPARE(ends.size(), 1);
    listener.stop(4);
    QCOMPARE(ends.size(), 2);
    QCOMPARE(ends[1][1].value<Result<void>>().error().code, Error::Code::Cancelled);
}

void TestSerial::listeningTakesTheBoardAndGivesItBack()
{
    PtyPair pty;
    Bench bench(QStringLiteral("serial:auto"));
    bench.ports = {board(pty.path())};
    bench.backend.start();
    QTRY_VERIFY(bench.record.device(QString::fromLatin1(boardAddress)).id.isValid());
    bench.adopt(QString::fromLatin1(boardAddress));
    bench.backend.look();
    QTRY_COMPARE(bench.presence(QString::fromLatin1(boardAddress)), Presence::Online);
    serial::PortListener listener(bench.claims, [&bench] { return bench.ports; });
    QSignalSpy heard(&listener, &serial::PortListener::heard);
    QSignalSpy ends(&listener, &serial::PortListener::ended);
    listener.listen({1, QUrl(QStringLiteral("serial:0403:6001:A1")), {9'600}, 30, {}});
    QTRY_COMPARE(ends.size(), 1);
    QVERIFY(ends[0][1].value<Result<void>>());
    QCOMPARE(heard.size(), 1);
    bench.adopt(QString::fromLatin1(boardAddress));
    bench.backend.look();
    QTRY_COMPARE(bench.presence(QString::fromLatin1(boardAddress)), Presence::Online);
}

void TestSerial::portThatCannotBeHeardIsNamed()
{
    serial::PortClaims claims;
    serial::PortListener listener(claims, [] { return QList<Port>(); });
    QSignalSpy ends(&listener, &serial::PortListener::ended);
    listener.listen({1, QUrl(QStringLiteral("serial:0403:6001:A1")), {9'600}, 30, {}});
    listener.listen({2, QUrl(QStringLiteral("mqtt://x")), {9'600}, 30, {}});
    QCOMPARE(ends.size(), 2);
    QVERIFY(ends[0][1].value<Result<void>>().error().text.contains(QStringLiteral("0403:6001:A1")));
    QVERIFY(!ends[1][1].value<Result<void>>());
}

void TestSerial::profileCommandsAreAnswered_data()
{
    QTest::addColumn<QByteArrayList>("says"); ///< the device, each when it was asked; "-": nothing
    QTest::addColumn<QStringList>("outcomes");
    const auto row = [](const char *name, const QByteArrayList &says, const QStringList &outcomes) { QTest::newRow(name) << says << outcomes; };
    const QString confirmed = QStringLiteral("confirmed");
    row("in time", {"OK\n", "OK\n"}, {confirmed, confirmed});
    row("refused", {"ERR no such lamp\n", "OK\n"}, {QStringLiteral("no such lamp"), confirmed});
    row("between values", {"t=21\nt=22\nOK\n", "OK\n"}, {confirmed, confirmed});
    row("twice", {"OK\nOK\n", "OK\n"}, {confirmed, confirmed});
    row("never", {"-", "OK\n"}, {QStringLiteral("did not answer"), confirmed});
    row("never at all", {"-", "-"}, {QStringLiteral("did not answer"), QStringLiteral("did not answer")});
    row("half", {"O", "K\nOK\n"}, {QStringLiteral("did not answer"), confirmed});
}

void TestSerial::profileCommandsAreAnswered()
{
    QFETCH(QByteArrayList, says);
    QFETCH(QStringList, outcomes);
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("bench.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"profile":1,"name":"Bench lamp","decoder":"keyvalue","fields":[{"key":"t","name":"Temperature"}],
        "commands":[{"key":"lamp","name":"Lamp","send":"LAMP {value}","argument":{"type":"number","minimum":0,"maximum":9},"answer":{"good":"OK","bad":"ERR","timeoutMs":120}}]})");
    file.close();
    PtyPair pty;
    Bench bench(urlOf(pty, "?profile=") + file.fileName());
    bench.backend.start();
    QVERIFY2(bench.state() == ConnectionState::Open, qPrintable(bench.statuses.value(0).detail));
    const DeviceId device = bench.record.device(QStringLiteral("serial:") + pty.path()).id;
    for (quint32 i = 0; i < 2; ++i) {
        Command lamp = command(i + 1, device, {});
        lamp.key = QStringLiteral("lamp");
        lamp.argument = double(i);
        bench.backend.send(lamp);
    }
    for (int i = 0; i < 2; ++i) {
        QByteArray heard;
        QTRY_COMPARE(heard += pty.heard(), QByteArray("LAMP " + QByteArray::number(i) + '\n'));
        QCOMPARE(bench.outcomes.size(), i); // one after the other
        if (says[i] != "-")
            QVERIFY(pty.say(says[i]));
        QTRY_COMPARE(bench.outcomes.size(), i + 1);
        QCOMPARE(bench.outcomes[i].command.n, quint32(i + 1));
        const QString how = bench.outcomes[i].confirmed && bench.outcomes[i].error.isEmpty() ? QStringLiteral("confirmed") : bench.outcomes[i].error;
        QVERIFY2(how.contains(outcomes[i]), qPrintable(how));
    }
    pty.say("OK\nt=1\nt=2\n"); // too late for anybody
    QTRY_VERIFY(bench.record.numbers(QStringLiteral("serial:") + pty.path(), QStringLiteral("t")).contains(2.0));
    QCOMPARE(bench.outcomes.size(), 2);
}

void TestSerial::profileAsksByItself()
{
    PtyPair pty;
    Bench bench(urlOf(pty, "?profile=scpi-power-supply"));
    bench.backend.start();
    QTRY_COMPARE(bench.state(), ConnectionState::Open);
    const QString address = QStringLiteral("serial:") + pty.path();
    QByteArray heard;
    QTRY_COMPARE(heard += pty.heard(), QByteArray("MEAS:VOLT?\n"));
    QVERIFY(pty.say("12.001\n"));
    QTRY_COMPARE(heard += pty.heard(), QByteArray("MEAS:VOLT?\nMEAS:CURR?\n"));
    QVERIFY(pty.say("0.250\n"));
    QTRY_COMPARE(bench.record.numbers(address, QStringLiteral("voltage")), QList<double> {12.001});
    QTRY_COMPARE(bench.record.numbers(address, QStringLiteral("current")), QList<double> {0.25});
}

void TestSerial::bytesGoToWhoListens()
{
    PtyPair pty;
    Bench bench(urlOf(pty));
    QList<WireChunk> heard;
    connect(&bench.ingest, &Ingest::wired, this, [&heard](const WireBatch &batch) { heard += batch.chunks; });
    bench.backend.start();
    QTRY_COMPARE(bench.state(), ConnectionState::Open);
    pty.say("t=1\n");
    QTRY_VERIFY(at(bench.ingest.counters(road), Count::Bytes) > 0);
    bench.ingest.flush();
    QCOMPARE(heard.size(), 0);
    bench.ingest.tapWire(road, true);
    pty.say(QByteArray("\x00t=2\n", 5));
    QTRY_COMPARE(heard.size(), 1);
    QCOMPARE(heard[0].bytes, QByteArray("\x00t=2\n", 5));
    QCOMPARE(heard[0].where, pty.path());
    QVERIFY(bench.backend.write({}, "hello"));
    QTRY_COMPARE(heard.size(), 2);
    QVERIFY(heard[1].outgoing);
}

void TestSerial::badInputIsSurvived_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("baud");
    QRandomGenerator random(4);
    QByteArray noise(64 * 1024, '\0');
    for (char &byte : noise)
        byte = char(random.bounded(256));
    for (const int baud : {300, 1'200, 9'600, 57'600, 115'200, 460'800, 921'600, 4'000'000})
        QTest::addRow("noise at %d Bd", baud) << noise << baud;
    QTest::newRow("endless line") << QByteArray(1 << 20, 'x') << 115'200;
    QTest::newRow("NULs") << QByteArray(1 << 18, '\0') << 115'200;
    QTest::newRow("empty lines") << QByteArray(1 << 18, '\n') << 115'200;
    QTest::newRow("commas") << QByteArray(1 << 18, ',') + '\n' << 115'200;
    QTest::newRow("open brackets") << QByteArray(1 << 18, '{') + '\n' << 115'200;
    QTest::newRow("huge numbers") << QByteArray("a=1e999999 b=-99999999999999999999999999\n").repeated(100) << 115'200;
    QByteArray names;
    for (int i = 0; i < 20'000; ++i)
        names += "n" + QByteArray::number(i) + "=1\n" + "n" + QByteArray::number(i) + "=2\n";
    QTest::newRow("ever new names") << names << 115'200;
}

void TestSerial::badInputIsSurvived()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, baud);
    PtyPair pty;
    Bench bench(urlOf(pty, "?baud=") + QString::number(baud));
    bench.backend.start();
    QTRY_COMPARE(bench.state(), ConnectionState::Open);
    const QString address = QStringLiteral("serial:") + pty.path();
    for (qsizetype at = 0; at < bytes.size();) {
        const ssize_t sent = ::write(pty.device(), bytes.constData() + at, size_t(std::min<qsizetype>(bytes.size() - at, 4'096)));
        if (sent > 0)
            at += sent;
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE(at(bench.ingest.counters(road), Count::Bytes), quint64(bytes.size()));
    pty.say("\nzz_good=1\nzz_good=2\nzz_good=3\n");
    if (qstrcmp(QTest::currentDataTag(), "ever new names") == 0) {
        QTRY_VERIFY(at(bench.ingest.counters(road), Count::LimitReached) > 0);
        return;
    }
    QTRY_VERIFY(bench.record.numbers(address, QStringLiteral("zz_good")).contains(3.0));
    QCOMPARE(bench.state(), ConnectionState::Open);
    QVERIFY(bench.record.device(address).metrics.size() <= codec::LinkCodec::maxColumns);
}

void TestSerial::halfFramesAtEveryOffset()
{
    const QByteArray line = R"({"t":21.5,"h":40})" "\n";
    const QString address = QString::fromLatin1(boardAddress);
    Bench bench(QStringLiteral("serial:auto"));
    PtyPair pty;
    bench.ports = {board(pty.path())};
    bench.backend.start();
    bench.adopt(address);
    for (qsizetype cut = 0; cut < line.size(); ++cut) {
        QTRY_COMPARE(bench.presence(address), Presence::Online);
        const auto before = bench.record.numbers(address, QStringLiteral("t")).size();
        QVERIFY(pty.say(line.first(cut))); // and then the plug is pulled
        QCoreApplication::processEvents();
        pty.hangUp();
        pty.open();
        bench.ports = {board(pty.path())};
        bench.backend.look();
        QTRY_COMPARE(bench.presence(address), Presence::Online);
        QVERIFY(pty.say(line + line));
        QTRY_VERIFY(bench.record.numbers(address, QStringLiteral("t")).size() > before);
        QVERIFY(!bench.record.numbers(address, QStringLiteral("t")).contains(2.0)); // never half a number
    }
}

void TestSerial::stopEndsEverything()
{
    PtyPair pty;
    const int files = openFiles();
    {
        Bench bench(urlOf(pty));
        bench.backend.start();
        QTRY_COMPARE(bench.state(), ConnectionState::Open);
        bench.backend.stop();
        QCOMPARE(bench.state(), ConnectionState::Closed);
        bench.backend.stop();
        pty.say("t=1\n");
        QTest::qWait(20);
        QCOMPARE(bench.record.samples(), 0);
    }
    QCOMPARE(openFiles(), files);
}

QTEST_GUILESS_MAIN(TestSerial)
#include "tst_serial.moc"
