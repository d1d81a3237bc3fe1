// The main job as a person does it, through the real window: a real broker, devices that announce themselves from other processes, a real
// pointer that drags them into the fleet and onto a chart, a command that another process receives, a file that holds every value.

#include "tests/support/pointer.h"
#include "tests/support/program.h"
#include "ui/chart/chartarea.h"
#include "ui/chart/chartpanel.h"
#include "ui/chart/exportdialog.h"
#include "ui/fleet/discoveredtree.h"
#include "ui/fleet/fleettable.h"
#include "ui/inspector.h"
#include "ui/inspector/metriclist.h"
#include "ui/inspector/toggleswitch.h"

#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>

using namespace muster;
using test::find;
using test::place;
namespace pointer = muster::test::pointer;

namespace {

constexpr char sensorTopic[] = "bench/sensor";
constexpr char switchState[] = "bench/switch/state";
constexpr char switchCommand[] = "bench/switch/set";

/// The rows of a CSV file without quotes inside fields, header included.
QList<QStringList> readCsv(const QString &path)
{
    QFile file(path);
    QList<QStringList> rows;
    if (!file.open(QIODevice::ReadOnly))
        return rows;
    const auto lines = QString::fromUtf8(file.readAll()).split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
    for (const QString &line : lines)
        rows.append(line.split(u','));
    return rows;
}

} // namespace

class TestMainJob : public test::Walk
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void devicesAppearByThemselves();
    void deviceIsDraggedIntoTheFleet();
    void deviceIsAddedByKeyboard();
    void metricIsDraggedOntoTheChart();
    void traceMovesWithTheData();
    void brokerDiesAndReturnsWithoutDuplicates();
    void switchIsSwitched();
    void chartIsExportedWithEveryValue();
    void everythingIsBackAtTheNextStart();
    void cleanupTestCase();

private:
    void startProgram();
    [[nodiscard]] bool publish(const char *topic, const QByteArray &payload) { return test::publishRetained(m_broker, QString::fromUtf8(topic), payload); }
    [[nodiscard]] bool publishValue(double value);
    [[nodiscard]] DeviceId device(const char *name) const { return m_program.device(QString::fromUtf8(name)); }
    [[nodiscard]] const MetricState *temperature();
    [[nodiscard]] Fleet &fleet() { return m_program.services().fleet(); }
    void photograph(const char *name) { m_program.photograph(name); }
    template<class T>
    [[nodiscard]] T *part() const
    {
        return m_program.part<T>();
    }

    test::Broker m_broker;
    QTemporaryDir m_folder; ///< of the broker
    QStringList m_published; ///< values, as text
};

void TestMainJob::initTestCase()
{
    if (const QString why = pointer::missing(); !why.isEmpty())
        QSKIP(qPrintable(why));
    test::Broker::Options options;
    options.configuration = "persistence true\nautosave_interval 1\nautosave_on_changes true\npersistence_location " + m_folder.path().toUtf8() + "/\n";
    if (const QString why = test::Broker::missing(options); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY2(m_broker.start(options), m_broker.log().constData());

    QVERIFY(publish("homeassistant/sensor/bench1/temperature/config",
        R"({"name":"Temperature","uniq_id":"b1t","stat_t":"bench/sensor","unit_of_meas":"°C","dev_cla":"temperature","val_tpl":"{{ value_json.temperature }}","dev":{"ids":["bench1"],"name":"Bench sensor","mf":"Acme","mdl":"T1"}})"));
    QVERIFY(publish("homeassistant/switch/bench2/relay/config",
        R"({"name":"Relay","uniq_id":"b2r","stat_t":"bench/switch/state","cmd_t":"bench/switch/set","dev":{"ids":["bench2"],"name":"Bench switch"}})"));
    QVERIFY(publish("homeassistant/light/bench3/lamp/config",
        R"({"name":"Lamp","uniq_id":"b3l","schema":"json","brightness":true,"stat_t":"bench/light","cmd_t":"bench/light/set","dev":{"ids":["bench3"],"name":"Bench lamp"}})"));
    QVERIFY(publishValue(20.5));
    QVERIFY(publish(switchState, "OFF"));
    QVERIFY(publish("bench/light", R"({"state":"OFF","brightness":128})"));

    startProgram();
}

void TestMainJob::startProgram()
{
    const auto started = m_program.start({QUrl(QStringLiteral("mqtt://127.0.0.1:%1").arg(m_broker.port()))});
    QVERIFY2(started, started ? "" : qPrintable(started.error().text));
}

void TestMainJob::cleanupTestCase()
{
    m_program.stop();
}

bool TestMainJob::publishValue(double value)
{
    m_published.append(QString::number(value));
    return publish(sensorTopic, QStringLiteral(R"({"temperature":%1})").arg(m_published.last()).toUtf8());
}

const MetricState *TestMainJob::temperature()
{
    const Device *sensor = fleet().device(device("Bench sensor"));
    return sensor && !sensor->metrics.isEmpty() ? fleet().metric(sensor->metrics.first().id) : nullptr;
}

void TestMainJob::devicesAppearByThemselves()
{
    auto *tree = part<DiscoveredTree>();
    QVERIFY(tree);
    for (const char *name : {"Bench sensor", "Bench switch", "Bench lamp"})
        QTRY_VERIFY2(find(*tree->model(), QString::fromUtf8(name)).isValid(), name);
    QTRY_COMPARE(fleet().devices().size(), 3);
    QVERIFY(fleet().members().isEmpty());
}

void TestMainJob::deviceIsDraggedIntoTheFleet()
{
    photograph("discovered");
    const QPoint from = place(*part<DiscoveredTree>(), QStringLiteral("Bench sensor"));
    QVERIFY(!from.isNull());
    auto *middle = m_program.window().centralWidget();
    QVERIFY(pointer::drag(from, middle->mapToGlobal(QPoint(middle->width() / 2, middle->height() / 4))));
    QTRY_VERIFY(fleet().isMember(device("Bench sensor")));
    QTRY_VERIFY(!find(*part<DiscoveredTree>()->model(), QStringLiteral("Bench sensor")).isValid());
    QTRY_VERIFY(find(*part<FleetTable>()->model(), QStringLiteral("Bench sensor")).isValid());
}

void TestMainJob::deviceIsAddedByKeyboard()
{
    const QPoint at = place(*part<DiscoveredTree>(), QStringLiteral("Bench switch"));
    QVERIFY(!at.isNull());
    QVERIFY(pointer::click(at));
    QVERIFY(pointer::key(QStringLiteral("Return")));
    QTRY_VERIFY(fleet().isMember(device("Bench switch")));
    QTRY_VERIFY(find(*part<FleetTable>()->model(), QStringLiteral("Bench switch")).isValid());
}

void TestMainJob::metricIsDraggedOntoTheChart()
{
    QVERIFY(pointer::click(place(*part<FleetTable>(), QStringLiteral("Bench sensor"))));
    auto *metrics = part<MetricList>();
    QTRY_VERIFY(metrics && metrics->isVisible() && find(*metrics->model(), QStringLiteral("Temperature")).isValid());
    auto *area = part<ChartArea>();
    QVERIFY(pointer::drag(place(*metrics, QStringLiteral("Temperature")), pointer::middle(*area)));
    QTRY_COMPARE(area->charts().size(), 1);
    QTRY_COMPARE(area->charts().first()->view().traces().size(), 1);
    QCOMPARE(area->charts().first()->view().traces().at(0).metric, temperature()->info.id);
}

void TestMainJob::traceMovesWithTheData()
{
    ChartView &view = part<ChartArea>()->charts().first()->view();
    const QImage before = view.grab().toImage();
    for (int i = 0; i < 20; ++i)
        QVERIFY(publishValue(21 + i * 0.25));
    QTRY_COMPARE(temperature()->series.size(), m_published.size());
    QTRY_VERIFY(view.grab().toImage() != before);
    QTRY_COMPARE(view.latest(0).section(u'\u00a0', 0, 0).section(u' ', 0, 0), QLocale().toString(25.75));
    photograph("plotted");
}

void TestMainJob::brokerDiesAndReturnsWithoutDuplicates()
{
    const ConnectionId connection = m_program.services().connections().all().first().id;
    QTest::qWait(1'500); // the broker saves its retained messages once a second
    m_broker.kill();
    QTRY_VERIFY(m_program.services().diagnostics().status(connection).state != ConnectionState::Open);
    QTRY_COMPARE(fleet().status(device("Bench sensor")), DeviceStatus::Stale);
    QVERIFY2(m_broker.restart(), m_broker.log().constData());
    QTRY_COMPARE_WITH_TIMEOUT(m_program.services().diagnostics().status(connection).state, ConnectionState::Open, 20'000);
    for (int i = 0; i < 5; ++i)
        QVERIFY(publishValue(30 + i));
    QTRY_COMPARE(temperature()->value, 34.0);
    QCOMPARE(temperature()->series.size(), m_published.size());
    QCOMPARE(fleet().devices().size(), 3);
    QVERIFY(m_program.window().findChildren<QDialog *>().isEmpty());
}

void TestMainJob::switchIsSwitched()
{
    QProcess listener;
    listener.start(QStringLiteral("mosquitto_sub"),
        {QStringLiteral("-h"), QStringLiteral("127.0.0.1"), QStringLiteral("-p"), QString::number(m_broker.port()), QStringLiteral("-t"), QString::fromUtf8(switchCommand), QStringLiteral("-C"), QStringLiteral("1")});
    QVERIFY(listener.waitForStarted());
    QVERIFY(pointer::click(place(*part<FleetTable>(), QStringLiteral("Bench switch"))));
    QTRY_VERIFY(part<Inspector>()->findChild<ToggleSwitch *>());
    auto *toggle = part<Inspector>()->findChild<ToggleSwitch *>();
    QTRY_COMPARE(toggle->shown(), std::optional<bool>(false));
    QTest::qWait(300); // mosquitto_sub does not say when it is subscribed
    QVERIFY(pointer::click(pointer::middle(*toggle)));
    QTRY_COMPARE(listener.state(), QProcess::NotRunning);
    QCOMPARE(listener.readAllStandardOutput(), QByteArray("ON\n"));
    // It flips when the device says so, not before.
    QCOMPARE(toggle->shown(), std::optional<bool>(false));
    QVERIFY(publish(switchState, "ON"));
    QTRY_COMPARE(toggle->shown(), std::optional<bool>(true));
    QTRY_COMPARE(m_program.services().dispatcher().pending(), 0);
    QCOMPARE(m_program.services().dispatcher().journal().size(), 1);
    QVERIFY(m_program.services().dispatcher().journal().back().result);
    QVERIFY(m_program.services().dispatcher().journal().back().confirmed);
    photograph("switched");
}

void TestMainJob::chartIsExportedWithEveryValue()
{
    const QString path = m_program.file(QStringLiteral("chart.csv"));
    ChartView &view = part<ChartArea>()->charts().first()->view();
    QVERIFY(pointer::click(view.viewport()->mapToGlobal(view.frame().area.center().toPoint())));
    QVERIFY(pointer::key(QStringLiteral("ctrl+e")));
    QTRY_VERIFY(m_program.window().findChild<ExportDialog *>() && m_program.window().findChild<ExportDialog *>()->isVisible());
    auto *dialog = m_program.window().findChild<ExportDialog *>();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    photograph("export");
    const auto buttons = dialog->findChildren<QRadioButton *>();
    QCOMPARE(buttons.size(), 4);
    QVERIFY(pointer::click(pointer::middle(*buttons.last()) - QPoint(buttons.last()->width() / 2 - 10, 0))); // everything
    QVERIFY(buttons.last()->isChecked());
    auto *edit = dialog->findChild<QLineEdit *>(QStringLiteral("exportPath"));
    QVERIFY(pointer::click(pointer::middle(*edit)));
    QVERIFY(pointer::key(QStringLiteral("ctrl+a")));
    QVERIFY(pointer::type(path));
    QTRY_COMPARE(edit->text(), path);
    QVERIFY(pointer::click(pointer::middle(*dialog->findChild<QPushButton *>(QStringLiteral("exportButton")))));
    QTRY_VERIFY(QFile::exists(path));

    const QList<QStringList> rows = readCsv(path);
    QCOMPARE(rows.size(), m_published.size() + 1);
    const qsizetype value = rows.first().size() - 1;
    for (qsizetype i = 0; i < m_published.size(); ++i) {
        QCOMPARE(rows[i + 1].value(value), m_published[i]);
        QVERIFY2(QDateTime::fromString(rows[i + 1].first(), Qt::ISODateWithMs).isValid(), qPrintable(rows[i + 1].first()));
    }
    QTRY_VERIFY(pointer::key(QStringLiteral("Escape")));
    QTRY_VERIFY(!m_program.window().findChild<ExportDialog *>());
}

void TestMainJob::everythingIsBackAtTheNextStart()
{
    fleet().rename(device("Bench sensor"), QStringLiteral("Cellar"));
    m_program.stop();
    startProgram();
    QCOMPARE(m_program.services().connections().all().size(), 1);
    QCOMPARE(fleet().members().size(), 2);
    const DeviceId cellar = device("Cellar");
    QVERIFY(cellar.isValid());
    QTRY_COMPARE(part<ChartArea>()->charts().size(), 1);
    QTRY_VERIFY(part<ChartArea>()->charts().first()->view().traces().at(0).metric.isValid());
    const MetricId metric = fleet().device(cellar)->metrics.first().id;
    QTRY_COMPARE(fleet().metric(metric)->value, 34.0); // kept by the broker: a value, but no sign of life
    QCOMPARE(fleet().status(cellar), DeviceStatus::Unknown);
    QVERIFY(publishValue(40));
    QTRY_COMPARE(fleet().metric(metric)->value, 40.0);
    QTRY_COMPARE(fleet().status(cellar), DeviceStatus::Live);
}

QTEST_MAIN(TestMainJob)
#include "tst_mainjob.moc"
