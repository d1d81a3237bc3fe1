// The serial road as a person walks it, through the real window: nothing is set up, a board is plugged into USB, shows up, is dragged into the fleet,
// plotted and told something, is pulled out and plugged in elsewhere. The boards are made up by umockdev; udev, QSerialPort and the rest are real.

#include "tests/support/pointer.h"
#include "tests/support/program.h"
#include "tests/support/usbbench.h"
#include "ui/chart/chartarea.h"
#include "ui/chart/chartpanel.h"
#include "ui/console/consoleview.h"
#include "ui/fleet/discoveredtree.h"
#include "ui/fleet/fleettable.h"
#include "ui/inspector.h"
#include "ui/inspector/metriclist.h"
#include "ui/profiles/probedialog.h"
#include "ui/profiles/profiledesk.h"
#include "ui/profiles/readingdialog.h"
#include "ui/serialendpoint.h"
#include "ui/statusbar.h"

#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace muster;
using test::find;
using test::place;
namespace pointer = muster::test::pointer;

namespace {

QString s_missing;

} // namespace

class TestSerialWindow : public test::Walk
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void commandLineNamesPorts();
    void boardShowsUpByItself();
    void boardIsDraggedIntoTheFleet();
    void metricIsDraggedOntoTheChart();
    void boardIsToldSomething();
    void consoleShowsWhatIsSaid();
    void boardIsListenedToAndReadItsOwnWay();
    void boardComesBackOnAnotherPort();
    void otherBoardIsAnotherDevice();
    void boardIsOpenedAtTheNextStart();
    void removedConnectionStaysAway();
    void cleanupTestCase() { m_program.stop(); }

private:
    [[nodiscard]] Fleet &fleet() { return m_program.services().fleet(); }
    [[nodiscard]] DeviceId board() { return fleet().findByAddress(QStringLiteral("serial:0403:6001:A50285BI")); }
    [[nodiscard]] double value(const char *key)
    {
        const MetricState *state = fleet().metric(fleet().findMetric(board(), QLatin1StringView(key)));
        return state ? state->value : -1;
    }
    [[nodiscard]] qsizetype samples()
    {
        const MetricState *state = fleet().metric(fleet().findMetric(board(), QStringLiteral("temperature")));
        return state ? state->series.size() : 0;
    }
    [[nodiscard]] bool noDialog() { return m_program.window().findChildren<QDialog *>().isEmpty() && !QApplication::activeModalWidget(); }
    template<class T>
    [[nodiscard]] T *part() const
    {
        return m_program.part<T>();
    }

    test::UsbBench m_usb;
    test::CsvBoard m_board {m_usb, "A50285BI"};
};

void TestSerialWindow::initTestCase()
{
    if (!s_missing.isEmpty())
        QSKIP(qPrintable(s_missing));
    if (const QString why = pointer::missing(); !why.isEmpty())
        QSKIP(qPrintable(why));
    const auto started = m_program.start({});
    QVERIFY2(started, started ? "" : qPrintable(started.error().text));
    QVERIFY(m_program.services().connections().all().isEmpty());
}

void TestSerialWindow::commandLineNamesPorts()
{
    const auto verdict = parseOptions({QStringLiteral("muster"), QStringLiteral("/dev/ttyUSB7"), QStringLiteral("/tmp/x.muster"), QStringLiteral("serial:auto")});
    QCOMPARE(verdict.options.endpoints, (QList<QUrl> {QUrl(QStringLiteral("serial:///dev/ttyUSB7")), QUrl(QStringLiteral("serial:auto"))}));
    QCOMPARE(verdict.options.files, QStringList {QStringLiteral("/tmp/x.muster")});
    QVERIFY(parseOptions({QStringLiteral("muster"), QStringLiteral("--help")}).text.contains(QStringLiteral("/dev/ttyUSB0")));
}

void TestSerialWindow::boardShowsUpByItself()
{
    m_board.plugIn();
    auto *tree = part<DiscoveredTree>();
    QTRY_VERIFY(find(*tree->model(), QStringLiteral("FT232R USB UART")).isValid());
    QCOMPARE(m_program.services().connections().all().size(), 1);
    QCOMPARE(samples(), 0); // nobody has touched it
    m_program.photograph("serial-discovered");
}

void TestSerialWindow::boardIsDraggedIntoTheFleet()
{
    const QPoint from = place(*part<DiscoveredTree>(), QStringLiteral("FT232R USB UART"));
    QVERIFY(!from.isNull());
    auto *middle = m_program.window().centralWidget();
    QVERIFY(pointer::drag(from, middle->mapToGlobal(QPoint(middle->width() / 2, middle->height() / 4))));
    QTRY_VERIFY(fleet().isMember(board()));
    QTRY_COMPARE(fleet().status(board()), DeviceStatus::Live);
    QTRY_VERIFY(samples() > 5);
    QVERIFY(value("temperature") >= 20.5 && value("temperature") <= 29.5);
    QCOMPARE(fleet().kind(board()), Kind::M2M);
}

void TestSerialWindow::metricIsDraggedOntoTheChart()
{
    QVERIFY(pointer::click(place(*part<FleetTable>(), QStringLiteral("FT232R USB UART"))));
    auto *metrics = part<MetricList>();
    QTRY_VERIFY(metrics && metrics->isVisible() && find(*metrics->model(), QStringLiteral("temperature")).isValid());
    auto *area = part<ChartArea>();
    QVERIFY(pointer::drag(place(*metrics, QStringLiteral("temperature")), pointer::middle(*area)));
    QTRY_COMPARE(area->charts().size(), 1);
    QTRY_COMPARE(area->charts().first()->view().traces().size(), 1);
    const QImage before = area->charts().first()->view().grab().toImage();
    QTRY_VERIFY(area->charts().first()->view().grab().toImage() != before);
    m_program.photograph("serial-plotted");
}

void TestSerialWindow::boardIsToldSomething()
{
    QLineEdit *line = nullptr;
    for (auto *edit : part<Inspector>()->findChildren<QLineEdit *>())
        line = edit->accessibleName() == QLatin1String("Send a line") ? edit : line;
    QVERIFY(line && line->isVisible());
    QVERIFY(pointer::click(pointer::middle(*line)));
    QVERIFY(pointer::type(QStringLiteral("led 1")));
    QVERIFY(pointer::key(QStringLiteral("Return")));
    QTRY_COMPARE(m_board.heard(), QByteArray("led 1\n"));
    QTRY_COMPARE(value("led"), 1.0); // the board says so itself
    QTRY_COMPARE(m_program.services().dispatcher().pending(), 0);
    QCOMPARE(m_program.services().dispatcher().journal().size(), 1);
    QVERIFY(m_program.services().dispatcher().journal().back().result);
    m_program.photograph("serial-told");
}

void TestSerialWindow::consoleShowsWhatIsSaid()
{
    auto *chip = part<ConnectionChip>();
    QVERIFY(chip);
    QVERIFY(pointer::click(pointer::middle(*chip)));
    QTRY_VERIFY(QApplication::activePopupWidget());
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QAction *open = nullptr;
    for (QAction *action : menu->actions())
        open = action->text() == QLatin1String("Open console") ? action : open;
    QVERIFY(open);
    QVERIFY(pointer::click(menu->mapToGlobal(menu->actionGeometry(open).center())));
    QTRY_VERIFY(part<ConsoleView>() && part<ConsoleView>()->isVisible());
    auto *console = part<ConsoleView>();
    QVERIFY(QTest::qWaitForWindowActive(console));
    auto *text = console->findChild<QPlainTextEdit *>();
    QTRY_VERIFY(text->toPlainText().contains(QStringLiteral("temperature,humidity,led")));
    QVERIFY(pointer::type(QStringLiteral("led 0")));
    QVERIFY(pointer::key(QStringLiteral("Return")));
    QTRY_VERIFY(m_board.heard().endsWith("led 0\n"));
    QTRY_VERIFY(text->toPlainText().contains(QStringLiteral("→ led 0")));
    QTRY_COMPARE(value("led"), 0.0);
    if (const QString folder = qEnvironmentVariable("MUSTER_PICTURES"); !folder.isEmpty())
        QVERIFY(console->grab().save(folder + QStringLiteral("/serial-console.png")));
    console->close();
    QTRY_VERIFY(!part<ConsoleView>());
    m_program.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_program.window()));
}

void TestSerialWindow::boardIsListenedToAndReadItsOwnWay()
{
    const DeviceId id = board();
    const QByteArray told = m_board.heard();
    auto *desk = part<ProfileDesk>();
    QVERIFY(desk && desk->canRead(id));
    desk->read(id);
    QTRY_VERIFY(part<ReadingDialog>());
    auto *reading = part<ReadingDialog>();
    Q_EMIT reading->probeRequested();
    QTRY_VERIFY(part<ProbeDialog>());
    QTRY_VERIFY_WITH_TIMEOUT(part<ProbeDialog>() && !part<ProbeDialog>()->guesses().isEmpty(), 30'000);
    for (auto *button : part<ProbeDialog>()->findChildren<QPushButton *>()) {
        if (button->isDefault())
            button->click();
    }
    QTRY_VERIFY(!part<ProbeDialog>());
    QCOMPARE(m_board.heard(), told); // not a byte was written
    reading->accept();
    QTRY_VERIFY(noDialog());
    const QUrl url = m_program.services().connections().all().first().url;
    QCOMPARE(boardReading(url, QStringLiteral("0403:6001:A50285BI")), (BoardReading {115'200, QStringLiteral("auto")}));
    QTRY_COMPARE(fleet().status(id), DeviceStatus::Live);
    const qsizetype before = samples();
    QTRY_VERIFY(samples() > before + 5);
    QCOMPARE(board(), id);
    QCOMPARE(fleet().devices().size(), 1);
}

void TestSerialWindow::boardComesBackOnAnotherPort()
{
    const DeviceId id = board();
    m_board.unplug();
    QTRY_COMPARE(fleet().status(id), DeviceStatus::Offline);
    QVERIFY(noDialog());
    m_program.photograph("serial-unplugged");
    const qsizetype before = samples();
    m_board.plugIn();
    QTRY_COMPARE(fleet().status(id), DeviceStatus::Live);
    QTRY_VERIFY(samples() > before + 5);
    QCOMPARE(board(), id);
    QCOMPARE(fleet().devices().size(), 1);
    QCOMPARE(part<ChartArea>()->charts().first()->view().traces().size(), 1);
    QVERIFY(noDialog());
}

void TestSerialWindow::otherBoardIsAnotherDevice()
{
    test::CsvBoard other(m_usb, "B7");
    other.plugIn();
    QTRY_COMPARE(fleet().devices().size(), 2);
    QVERIFY(!fleet().isMember(fleet().findByAddress(QStringLiteral("serial:0403:6001:B7"))));
    other.unplug();
    QTRY_COMPARE(fleet().devices().size(), 1);
}

void TestSerialWindow::boardIsOpenedAtTheNextStart()
{
    const DeviceId id = board();
    m_program.stop();
    const auto started = m_program.start({});
    QVERIFY2(started, started ? "" : qPrintable(started.error().text));
    QCOMPARE(m_program.services().connections().all().size(), 1);
    QTRY_COMPARE(fleet().status(id), DeviceStatus::Live);
    QTRY_VERIFY(samples() > 5);
}

void TestSerialWindow::removedConnectionStaysAway()
{
    m_program.services().connections().remove(m_program.services().connections().all().first().id);
    m_program.stop();
    m_board.unplug(); // not before: umockdev ends the program when a listener goes away while it is being told
    const auto started = m_program.start({});
    QVERIFY2(started, started ? "" : qPrintable(started.error().text));
    m_board.plugIn();
    QTRY_COMPARE(m_program.services().connections().nearby().size(), 1);
    QVERIFY(m_program.services().connections().all().isEmpty());
    QVERIFY(noDialog());
}

int main(int argc, char **argv)
{
    s_missing = test::enterMockedSystem(argv);
    QApplication app(argc, argv);
    TestSerialWindow test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_serialwindow.moc"
