// Links that break again and again, in the whole program with its window: a Bluetooth board whose link drops and a serial board that is pulled out and
// plugged in elsewhere, both at once. Nothing is lost, nothing is there twice, nobody is asked anything, and nothing is left behind: no descriptor,
// no memory. MUSTER_LOSSES says how often; 10 times by itself.

#include "tests/support/ownprocess.h"
#include "tests/support/pointer.h"
#include "tests/support/program.h"
#include "tests/support/simulatedbluez.h"
#include "tests/support/usbbench.h"

#include <QApplication>
#include <QDialog>
#include <QElapsedTimer>
#include <QTest>

using namespace muster;
using namespace muster::test;

namespace {

QString s_missing;

} // namespace

class TestLosses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void devicesJoin();
    void nothingIsLostOrLeftBehind();
    void cleanupTestCase() { m_program.stop(); }

private:
    [[nodiscard]] Fleet &fleet() { return m_program.services().fleet(); }
    [[nodiscard]] DeviceId radio() { return fleet().findByAddress(QStringLiteral("ble:") + demo::Nus); }
    [[nodiscard]] DeviceId serial() { return fleet().findByAddress(QStringLiteral("serial:0403:6001:A50285BI")); }
    [[nodiscard]] int links()
    {
        return m_bluez.call([](FakeBlueZ &bluez) { return bluez.counters.startNotify; });
    }
    [[nodiscard]] bool bothAre(DeviceStatus status) { return fleet().status(radio()) == status && fleet().status(serial()) == status; }
    [[nodiscard]] static int dialogs()
    {
        int number = 0;
        const QWidgetList all = QApplication::topLevelWidgets();
        for (const QWidget *widget : all)
            number += qobject_cast<const QDialog *>(widget) ? 1 : 0;
        return number;
    }
    void lose();

    SimulatedBlueZ m_bluez;
    UsbBench m_usb;
    CsvBoard m_board {m_usb, "A50285BI"};
    test::Program m_program;
    int m_dialogsSeen = 0;
};

void TestLosses::initTestCase()
{
    if (!s_missing.isEmpty())
        QSKIP(qPrintable(s_missing));
    if (const QString why = pointer::missing(); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(m_bluez.startWithAdapter());
    m_bluez.call([](FakeBlueZ &bluez) { bluez.addPeripheral(demo::nusPeripheral()); });
    const auto started = m_program.start({QUrl(QStringLiteral("ble://"))});
    QVERIFY2(started, started ? "" : qPrintable(started.error().text));
    m_board.plugIn();
}

void TestLosses::devicesJoin()
{
    QTRY_VERIFY(radio().isValid() && serial().isValid());
    fleet().adopt({radio(), serial()});
    QTRY_VERIFY(links() > 0);
    QTRY_VERIFY(bothAre(DeviceStatus::Live));
}

/// Both at once, and both are back.
void TestLosses::lose()
{
    const int had = links();
    m_board.unplug();
    m_bluez.call([](FakeBlueZ &bluez) { bluez.dropLink(demo::Nus); });
    QTRY_COMPARE(fleet().status(serial()), DeviceStatus::Offline);
    m_board.plugIn();
    QTRY_VERIFY_WITH_TIMEOUT(links() > had, 10'000);
    QTRY_VERIFY_WITH_TIMEOUT(bothAre(DeviceStatus::Live), 10'000);
    m_dialogsSeen += dialogs() + (QApplication::activeModalWidget() ? 1 : 0);
}

void TestLosses::nothingIsLostOrLeftBehind()
{
    const QList<DeviceId> members {radio(), serial()};
    for (int i = 0; i < 5 && !QTest::currentTestFailed(); ++i) // caches fill
        lose();
    const int files = openFiles();
    const qint64 heap = heapBytes();
    const qint64 resident = residentBytes();
    const int losses = std::max(10, qEnvironmentVariableIntValue("MUSTER_LOSSES"));
    QElapsedTimer clock;
    clock.start();
    for (int i = 0; i < losses && !QTest::currentTestFailed(); ++i)
        lose();
    qInfo("%d losses of each in %.1f s: %lld KiB more of the heap, %lld KiB more resident, %d → %d descriptors", losses, double(clock.elapsed()) / 1'000,
        static_cast<long long>((heapBytes() - heap) / 1'024), static_cast<long long>((residentBytes() - resident) / 1'024), files, openFiles());
    // What is recorded meanwhile is some 2 KiB; a link or a port that is forgotten is more than 10.
    const qint64 allowed = 256 * 1'024 + losses * 5 * 1'024;
    QVERIFY2(heapBytes() - heap < allowed, "memory was left behind");
    QVERIFY2(openFiles() <= files + 5, "descriptors were left open");
    QCOMPARE(fleet().devices().size(), 2);
    QCOMPARE(radio(), members[0]);
    QCOMPARE(serial(), members[1]);
    QCOMPARE(m_dialogsSeen, 0);
    QCOMPARE(m_program.services().connections().all().size(), 2);
}

int main(int argc, char **argv)
{
    s_missing = enterMockedSystem(argv);
    PrivateBus bus;
    if (!bus.start()) {
        std::printf("SKIPPED: no dbus-daemon (Debian: dbus-daemon)\n");
        return 77;
    }
    bus.exportAsSystemBus();
    Bluetooth::prepare();
    QApplication app(argc, argv);
    TestLosses test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_losses.moc"
