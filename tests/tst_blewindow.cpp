// The Bluetooth road as a person walks it, through the real window: a sensor that advertises, a node with standard services and a board with a
// UART are near, are dragged into the fleet, plotted and told something; the link breaks, the adapter goes off, the service dies. The radio is
// simulated on a bus of its own; D-Bus, Qt Bluetooth and the rest are real.

#include "tests/support/pointer.h"
#include "tests/support/program.h"
#include "tests/support/simulatedbluez.h"
#include "ui/chart/chartarea.h"
#include "ui/chart/chartpanel.h"
#include "ui/fleet/discoveredtree.h"
#include "ui/fleet/fleettable.h"
#include "ui/inspector.h"
#include "ui/inspector/metriclist.h"
#include "ui/pairingbar.h"
#include "ui/profiles/profiledesk.h"
#include "ui/profiles/readingdialog.h"

#include <QApplication>
#include <QDialog>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include <algorithm>

using namespace muster;
using namespace muster::test;

class TestBleWindow : public Walk
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whatIsNearShowsUp();
    void devicesAreDraggedIntoTheFleet();
    void whatTheySayIsPlotted();
    void nodeIsLetGoAndTakenAgain();
    void boardIsToldSomething();
    void boardIsReadByAProfile();
    void boardIsPaired();
    void brokenLinkIsBackSoon();
    void adapterGoesOffAndOn();
    void serviceDiesAndReturns();
    void nobodyWasAskedAnything();
    void cleanupTestCase() { m_program.stop(); }

private:
    [[nodiscard]] Fleet &fleet() { return m_program.services().fleet(); }
    [[nodiscard]] DeviceId device(const QString &address) { return fleet().findByAddress(QStringLiteral("ble:") + address); }
    [[nodiscard]] const MetricState *metric(const QString &address, const char *key)
    {
        return fleet().metric(fleet().findMetric(device(address), QLatin1StringView(key)));
    }
    [[nodiscard]] double value(const QString &address, const char *key)
    {
        const MetricState *state = metric(address, key);
        return state ? state->value : -1'000;
    }
    /// The board says its next line; false while nobody listens.
    bool speak()
    {
        return m_bluez.call([this](FakeBlueZ &bluez) { return bluez.notify(demo::Nus, demo::NusTx, "speed=" + QByteArray::number(++m_said) + '\n'); });
    }
    /// Drags a row of Discovered into the middle of the window.
    [[nodiscard]] bool dragIn(const QString &name)
    {
        const QPoint from = place(*m_program.part<DiscoveredTree>(), name);
        auto *middle = m_program.window().centralWidget();
        return !from.isNull() && pointer::drag(from, middle->mapToGlobal(QPoint(middle->width() / 2, middle->height() / 4)));
    }
    [[nodiscard]] bool noDialog() { return m_program.window().findChildren<QDialog *>().isEmpty() && !QApplication::activeModalWidget(); }

    int m_said = 0;
    QByteArray m_received;
    SimulatedBlueZ m_bluez;
};

void TestBleWindow::initTestCase()
{
    if (const QString why = pointer::missing(); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(m_bluez.startWithAdapter());
    m_bluez.call([this](FakeBlueZ &bluez) {
        bluez.addPeripheral(demo::btHomeThermometer());
        bluez.addPeripheral(demo::essPeripheral());
        bluez.addPeripheral(demo::nusPeripheral());
        bluez.onWrite = [this, &bluez](const QString &, const QString &, const QByteArray &bytes) {
            m_received += bytes;
            bluez.notify(demo::Nus, demo::NusTx, "heard=" + QByteArray::number(m_received.size()) + '\n');
        };
    });
    const auto started = m_program.start({QUrl(QStringLiteral("ble://"))});
    QVERIFY2(started, started ? "" : qPrintable(started.error().text));
}

void TestBleWindow::whatIsNearShowsUp()
{
    auto *tree = m_program.part<DiscoveredTree>();
    for (const char *name : {"DIY-sensor", "ESS node", "NUS board"})
        QTRY_VERIFY(find(*tree->model(), QLatin1StringView(name)).isValid());
    QTRY_COMPARE(value(demo::BtHome, "temperature"), 25.0); // without a connection
    QCOMPARE(m_bluez.call([](FakeBlueZ &bluez) { return bluez.counters.connects; }), 0);
    m_program.photograph("ble-discovered");
}

void TestBleWindow::devicesAreDraggedIntoTheFleet()
{
    for (const char *name : {"DIY-sensor", "ESS node", "NUS board"})
        QVERIFY(dragIn(QLatin1StringView(name)));
    for (const QString &address : {demo::BtHome, demo::Ess, demo::Nus})
        QTRY_VERIFY(fleet().isMember(device(address)));
    QTRY_COMPARE(value(demo::Ess, "temperature"), 23.45);
    QTRY_COMPARE(value(demo::Ess, "battery"), 87.0);
    QTRY_VERIFY(speak() && speak() && speak());
    QTRY_COMPARE(value(demo::Nus, "speed"), double(m_said));
    for (const QString &address : {demo::BtHome, demo::Ess, demo::Nus}) {
        QTRY_COMPARE(fleet().status(device(address)), DeviceStatus::Live);
        QCOMPARE(fleet().kind(device(address)), Kind::M2M);
    }
}

void TestBleWindow::whatTheySayIsPlotted()
{
    QVERIFY(pointer::click(place(*m_program.part<FleetTable>(), QStringLiteral("NUS board"))));
    auto *metrics = m_program.part<MetricList>();
    QTRY_VERIFY(metrics && metrics->isVisible() && find(*metrics->model(), QStringLiteral("speed")).isValid());
    auto *area = m_program.part<ChartArea>();
    QVERIFY(pointer::drag(place(*metrics, QStringLiteral("speed")), pointer::middle(*area)));
    QTRY_COMPARE(area->charts().size(), 1);
    QTRY_COMPARE(area->charts().first()->view().traces().size(), 1);
    const QImage before = area->charts().first()->view().grab().toImage();
    QTRY_VERIFY(speak() && area->charts().first()->view().grab().toImage() != before);
    const auto add = [&](const QString &name, qsizetype traces) {
        if (!pointer::click(place(*m_program.part<FleetTable>(), name)) || !QTest::qWaitFor([&] { return find(*metrics->model(), QStringLiteral("Temperature")).isValid(); }))
            return false;
        const auto &view = area->charts().first()->view();
        return pointer::drag(place(*metrics, QStringLiteral("Temperature")), pointer::middle(view)) && QTest::qWaitFor([&] { return view.traces().size() == traces; });
    };
    QVERIFY(add(QStringLiteral("ESS node"), 2));
    QVERIFY(add(QStringLiteral("DIY-sensor"), 3));
    QCOMPARE(area->charts().size(), 1);
    m_program.photograph("ble-plotted");
}

void TestBleWindow::nodeIsLetGoAndTakenAgain()
{
    QVERIFY(pointer::click(place(*m_program.part<FleetTable>(), QStringLiteral("ESS node"))));
    const auto press = [&](const char *name) {
        const QList<QPushButton *> buttons = m_program.part<Inspector>()->findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            if (!button->isVisible() || button->accessibleName() != QLatin1StringView(name))
                continue;
            button->click();
            return true;
        }
        return false;
    };
    const auto counters = [&] { return m_bluez.call([](FakeBlueZ &bluez) { return bluez.counters; }); };
    const auto before = counters();
    QTRY_VERIFY(press("Disconnect"));
    QTRY_COMPARE(counters().disconnects, before.disconnects + 1);
    QCOMPARE(counters().connects, before.connects); // and stays so
    QTRY_VERIFY(press("Connect"));
    QTRY_COMPARE(counters().connects, before.connects + 1);
    QTRY_COMPARE(m_program.services().dispatcher().pending(), 0);
    QTRY_COMPARE(fleet().status(device(demo::Ess)), DeviceStatus::Live);
}

void TestBleWindow::boardIsReadByAProfile()
{
    const int connects = m_bluez.call([](FakeBlueZ &bluez) { return bluez.counters.connects; });
    const DeviceId board = device(demo::Nus);
    auto *desk = m_program.part<ProfileDesk>();
    QVERIFY(desk && desk->canRead(board) && !desk->canRead(device(demo::BtHome)));
    desk->read(board);
    QTRY_VERIFY(m_program.part<ReadingDialog>());
    m_program.photograph("ble-reading");
    m_program.part<ReadingDialog>()->take(0, QStringLiteral("nordic-uart"));
    m_program.part<ReadingDialog>()->accept();
    QTRY_VERIFY(noDialog());
    QTRY_COMPARE(fleet().device(board)->convention, QStringLiteral("Nordic UART board"));
    QTRY_VERIFY(speak());
    QTRY_COMPARE(value(demo::Nus, "speed"), double(m_said));
    QCOMPARE(m_bluez.call([](FakeBlueZ &bluez) { return bluez.counters.connects; }), connects); // the links stayed
}

void TestBleWindow::boardIsToldSomething()
{
    QVERIFY(pointer::click(place(*m_program.part<FleetTable>(), QStringLiteral("NUS board"))));
    QLineEdit *field = nullptr;
    const auto findField = [&] {
        const QList<QLineEdit *> fields = m_program.part<Inspector>()->findChildren<QLineEdit *>();
        for (QLineEdit *candidate : fields) {
            if (candidate->isVisible() && candidate->accessibleName().contains(QStringLiteral("Send a line")))
                field = candidate;
        }
        return field != nullptr;
    };
    QTRY_VERIFY(findField());
    QVERIFY(pointer::click(pointer::middle(*field)));
    QVERIFY(pointer::type(QStringLiteral("hello")));
    QVERIFY(pointer::key(QStringLiteral("Return")));
    QTRY_VERIFY(m_bluez.call([this](FakeBlueZ &) { return m_received.startsWith("hello"); }));
    QTRY_VERIFY(value(demo::Nus, "heard") >= 5);
    m_program.photograph("ble-commanded");
}

void TestBleWindow::boardIsPaired()
{
    m_bluez.call([](FakeBlueZ &bluez) {
        bluez.peripheral(demo::Nus)->pairing = QStringLiteral("RequestConfirmation");
        bluez.peripheral(demo::Nus)->passkey = 42'007;
    });
    QPushButton *pair = nullptr;
    const QList<QPushButton *> buttons = m_program.part<Inspector>()->findChildren<QPushButton *>();
    for (QPushButton *button : buttons)
        pair = button->isVisible() && button->accessibleName() == QLatin1String("Pair") ? button : pair;
    QVERIFY(pair);
    pair->click(); // it may be below what is visible
    auto *bar = m_program.part<PairingBar>();
    QTRY_VERIFY(bar->isVisible());
    const auto buttonOf = [&](const char *text) {
        const QList<QPushButton *> all = bar->findChildren<QPushButton *>();
        return *std::find_if(all.cbegin(), all.cend(), [&](const QPushButton *button) { return button->text() == QLatin1String(text); });
    };
    const auto hasRoom = [](const QWidget *part) { return !part->isVisible() || part->width() >= part->sizeHint().width(); };
    QVERIFY(hasRoom(buttonOf("Yes, pair")));
    const QList<QLabel *> labels = bar->findChildren<QLabel *>();
    const auto number = std::find_if(labels.cbegin(), labels.cend(), [](const QLabel *label) { return label->text() == QLatin1String("042007"); });
    QVERIFY(number != labels.cend() && hasRoom(*number));
    m_program.photograph("ble-pairing");
    QVERIFY(noDialog());
    QVERIFY(pointer::click(pointer::middle(*buttonOf("Yes, pair"))));
    QTRY_VERIFY(m_bluez.call([](FakeBlueZ &bluez) { return bluez.isPaired(demo::Nus); }));
    QVERIFY(!bar->isVisible());
    QTRY_VERIFY(speak()); // all the while it went on
}

void TestBleWindow::brokenLinkIsBackSoon()
{
    QElapsedTimer clock;
    clock.start();
    m_bluez.call([](FakeBlueZ &bluez) { bluez.dropLink(demo::Nus); });
    QTRY_COMPARE(fleet().status(device(demo::Nus)), DeviceStatus::Offline);
    QTRY_VERIFY(speak() && speak() && speak());
    QTRY_COMPARE(value(demo::Nus, "speed"), double(m_said));
    qInfo("streaming again after %lld ms", clock.elapsed());
    QVERIFY(clock.elapsed() < 5'000);
    QTRY_COMPARE(fleet().status(device(demo::Nus)), DeviceStatus::Live);
}

void TestBleWindow::adapterGoesOffAndOn()
{
    m_bluez.call([](FakeBlueZ &bluez) { bluez.setPowered(QStringLiteral("hci0"), false); });
    QTRY_VERIFY(fleet().status(device(demo::Ess)) != DeviceStatus::Live);
    m_program.photograph("ble-off");
    m_bluez.call([](FakeBlueZ &bluez) {
        bluez.characteristic(demo::Ess, simUuid(0x2A6E))->value = QByteArray::fromHex("6408");
        bluez.setPowered(QStringLiteral("hci0"), true);
    });
    QTRY_COMPARE(value(demo::Ess, "temperature"), 21.48);
    QTRY_COMPARE(fleet().status(device(demo::Ess)), DeviceStatus::Live);
}

void TestBleWindow::serviceDiesAndReturns()
{
    m_bluez.call([](FakeBlueZ &bluez) { bluez.crash(); });
    QTRY_VERIFY(fleet().status(device(demo::Ess)) != DeviceStatus::Live);
    QVERIFY(m_bluez.startWithAdapter());
    m_bluez.call([](FakeBlueZ &bluez) { bluez.characteristic(demo::Ess, simUuid(0x2A6E))->value = QByteArray::fromHex("18fc"); });
    QTRY_COMPARE(value(demo::Ess, "temperature"), -10.0);
    QTRY_COMPARE(fleet().status(device(demo::Ess)), DeviceStatus::Live);
    QCOMPARE(fleet().devices().size(), 3);
    m_program.photograph("ble-back");
}

void TestBleWindow::nobodyWasAskedAnything()
{
    QVERIFY(noDialog());
}

MUSTER_BLUEZ_MAIN(QApplication, TestBleWindow)
#include "tst_blewindow.moc"
