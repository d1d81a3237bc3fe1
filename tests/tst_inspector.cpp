#include "tests/support/widgets.h"
#include "ui/inspector.h"
#include "ui/inspector/commandlog.h"
#include "ui/inspector/commandrow.h"
#include "ui/inspector/metriclist.h"
#include "ui/inspector/rawview.h"
#include "ui/inspector/section.h"
#include "ui/inspector/toggleswitch.h"
#include "ui/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>

using namespace muster;
using namespace muster::support;

class TestInspector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void aSwitchShowsWhatTheDeviceReports();
    void aNumberIsLeftAloneWhileItIsEdited();
    void aSliderSendsWhenLetGo();
    void aListShowsTheReportedOption();
    void dangerousCommandsAskOnceAndNameTheTarget();
    void commandsThatCannotBeSentSayWhy();
    void outcomesAreListed();
    void refusedCommandsSayWhyAtOnce();
    void metricsThatCannotBeDecodedSaySo();
    void enterPlotsMetrics();
    void rawMessagesAreWantedOnlyWhileLookedAt();
    void rawMessagesAreBoundedPlainText();
    void aVanishedDeviceLeavesTheInspector();
};

namespace {

Device commandable(const QList<CommandInfo> &commands, const QList<Metric> &metrics = {})
{
    Device device = madeUpDevice(1);
    device.name = QStringLiteral("Pump 1");
    device.commands = commands;
    device.metrics += metrics;
    return device;
}

// The inspector of one device with these commands; what is sent goes to `sent` and stays unanswered.
struct Commanded : Stage
{
    explicit Commanded(const QList<CommandInfo> &commands, const QList<Metric> &metrics = {})
    {
        fleet.announce({commandable(commands, metrics)});
        QObject::connect(&dispatcher, &Dispatcher::sendRequested, &inspector, [this](const Command &command) { sent.append(command); });
        inspector.resize(360, 800);
        inspector.show();
        inspector.showDevice({1});
        Q_UNUSED(QTest::qWaitForWindowExposed(&inspector))
    }

    Inspector inspector {fleet, dispatcher};
    QList<Command> sent;
};

CommandInfo speedCommand()
{
    return {.key = QStringLiteral("speed"), .name = QStringLiteral("Speed"), .argument = ArgumentType::Number, .unit = QStringLiteral("%"),
        .metric = QStringLiteral("temperature")};
}

} // namespace

void TestInspector::initTestCase()
{
    theme::apply(*qApp, theme::Mode::Light);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void TestInspector::aSwitchShowsWhatTheDeviceReports()
{
    Commanded stage(madeUpDevice(1).commands);
    auto *toggle = stage.inspector.findChild<ToggleSwitch *>();
    QVERIFY(toggle);
    QVERIFY(!toggle->shown().has_value());
    say(stage.fleet, metricOf({1}, 3), 0);
    QTRY_COMPARE(toggle->shown(), std::optional(false));
    QTest::keyClick(toggle, Qt::Key_Space);
    QCOMPARE(stage.sent.size(), 1);
    QCOMPARE(stage.sent.first().origin, QStringLiteral("person"));
    QCOMPARE(std::get<bool>(stage.sent.first().argument), true);
    QCOMPARE(toggle->shown(), std::optional(false)); // asked for, not reported
    QVERIFY(shows(stage.inspector, QStringLiteral("→ On …")));
    say(stage.fleet, metricOf({1}, 3), 1);
    QTRY_COMPARE(toggle->shown(), std::optional(true));
    QVERIFY(toggle->isChecked());
}

void TestInspector::aNumberIsLeftAloneWhileItIsEdited()
{
    Commanded stage({speedCommand()});
    auto *field = stage.inspector.findChild<QDoubleSpinBox *>();
    say(stage.fleet, metricOf({1}, 0), 40);
    QTRY_COMPARE(field->value(), 40.0);
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, QStringLiteral("75"));
    say(stage.fleet, metricOf({1}, 0), 41);
    QTest::qWait(150); // longer than the tick that would have overwritten it
    QCOMPARE(field->value(), 75.0);
    QTest::keyClick(field, Qt::Key_Escape);
    QCOMPARE(field->value(), 41.0);
    QVERIFY(stage.sent.isEmpty());
    field->selectAll();
    QTest::keyClicks(field, QStringLiteral("75"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(stage.sent.size(), 1);
    QCOMPARE(std::get<double>(stage.sent.first().argument), 75.0);
    QCOMPARE(field->value(), 41.0);
    say(stage.fleet, metricOf({1}, 0), 75);
    QTRY_COMPARE(field->value(), 75.0);
}

void TestInspector::aSliderSendsWhenLetGo()
{
    Commanded stage({speedCommand()});
    say(stage.fleet, metricOf({1}, 0), 40);
    auto *slider = stage.inspector.findChild<QSlider *>();
    QTRY_COMPARE(slider->value(), 40);
    slider->setSliderDown(true);
    slider->setSliderPosition(60);
    say(stage.fleet, metricOf({1}, 0), 42);
    QCOMPARE(slider->value(), 60);
    slider->setSliderDown(false);
    QCOMPARE(stage.sent.size(), 1);
    QCOMPARE(std::get<double>(stage.sent.first().argument), 60.0);
    QTRY_COMPARE(slider->value(), 42);
}

void TestInspector::aListShowsTheReportedOption()
{
    const QStringList options {QStringLiteral("eco"), QStringLiteral("boost")};
    Metric mode {.id = {7}, .key = QStringLiteral("mode"), .type = MetricType::Enumeration, .options = options};
    Commanded stage({{.key = QStringLiteral("mode"), .argument = ArgumentType::Enumeration, .options = options, .metric = QStringLiteral("mode")}}, {mode});
    auto *list = stage.inspector.findChild<QComboBox *>();
    QCOMPARE(list->currentIndex(), -1);
    say(stage.fleet, {7}, 1);
    QTRY_COMPARE(list->currentIndex(), 1);
    list->setCurrentIndex(0);
    Q_EMIT list->activated(0);
    QCOMPARE(stage.sent.size(), 1);
    QCOMPARE(std::get<QString>(stage.sent.first().argument), QStringLiteral("eco"));
    QCOMPARE(list->currentIndex(), 1);
}

void TestInspector::dangerousCommandsAskOnceAndNameTheTarget()
{
    Commanded stage({{.key = QStringLiteral("restart"), .name = QStringLiteral("Restart"), .dangerous = true}});
    QPushButton *button = buttonSaying(stage.inspector, QStringLiteral("Restart"));
    QVERIFY(button);
    QCOMPARE(button->property("dangerous").toBool(), true);
    button->click();
    QVERIFY(stage.sent.isEmpty());
    QVERIFY(shows(stage.inspector, QStringLiteral("Restart: Pump 1?")));
    buttonSaying(stage.inspector, QStringLiteral("Cancel"))->click();
    QVERIFY(!shows(stage.inspector, QStringLiteral("Restart: Pump 1?")));
    button->click();
    const QList<QPushButton *> all = stage.inspector.findChildren<QPushButton *>();
    for (QPushButton *one : all) {
        if (one != button && one->isVisible() && one->text() == QStringLiteral("Restart"))
            one->click();
    }
    QCOMPARE(stage.sent.size(), 1);
}

void TestInspector::commandsThatCannotBeSentSayWhy()
{
    Commanded stage({{.key = QStringLiteral("x"), .argument = ArgumentType::Text, .problem = QStringLiteral("The template is too clever.")}});
    QVERIFY(shows(stage.inspector, QStringLiteral("Not supported yet: The template is too clever.")));
    auto *row = stage.inspector.findChild<CommandRow *>();
    QVERIFY(!row->findChild<QLineEdit *>()->isEnabled());
}

void TestInspector::outcomesAreListed()
{
    Commanded stage({{.key = QStringLiteral("beep"), .name = QStringLiteral("Beep")}});
    auto *log = stage.inspector.findChild<CommandLog *>();
    QVERIFY(!log->isVisible());
    buttonSaying(stage.inspector, QStringLiteral("Beep"))->click();
    stage.dispatcher.finish(stage.sent.last().id, {}, false);
    QTRY_VERIFY(log->isVisible());
    QVERIFY(log->item(0)->text().endsWith(QStringLiteral("Beep  sent, not confirmed")));
    QVERIFY(shows(stage.inspector, QStringLiteral("sent, not confirmed")));
    for (int i = 0; i < 50; ++i) {
        buttonSaying(stage.inspector, QStringLiteral("Beep"))->click();
        stage.dispatcher.finish(stage.sent.last().id, {}, true);
    }
    QCOMPARE(log->count(), CommandLog::mostLines);
    QVERIFY(log->item(0)->text().contains(QStringLiteral("✓ confirmed in")));
}

void TestInspector::refusedCommandsSayWhyAtOnce()
{
    Commanded stage({{.key = QStringLiteral("beep"), .name = QStringLiteral("Beep")}});
    Device lost = commandable({{.key = QStringLiteral("beep"), .name = QStringLiteral("Beep")}});
    lost.connection = {};
    stage.fleet.announce({lost});
    buttonSaying(stage.inspector, QStringLiteral("Beep"))->click();
    QVERIFY(stage.sent.isEmpty());
    QVERIFY(shows(stage.inspector, QStringLiteral("No open connection leads to Pump 1. Open it in Connections.")));
}

void TestInspector::metricsThatCannotBeDecodedSaySo()
{
    Metric odd {.id = {8}, .key = QStringLiteral("odd"), .problem = QStringLiteral("Unknown filter <i>x</i>.")};
    Commanded stage({}, {odd});
    auto *list = stage.inspector.findChild<MetricList *>();
    int row = -1;
    for (int i = 0; i < list->model()->rowCount(); ++i) {
        if (list->model()->index(i, 0).data().toString() == QStringLiteral("odd"))
            row = i;
    }
    QVERIFY(row >= 0);
    QCOMPARE(list->model()->index(row, 1).data().toString(), QStringLiteral("not supported yet"));
    const QString tip = list->model()->index(row, 1).data(Qt::ToolTipRole).toString();
    QVERIFY(tip.contains(QStringLiteral("Unknown filter &lt;i&gt;x&lt;/i&gt;.")));
    list->selectRow(row);
    QVERIFY(list->selectedMetrics().isEmpty());
}

void TestInspector::enterPlotsMetrics()
{
    Commanded stage({});
    auto *list = stage.inspector.findChild<MetricList *>();
    list->setFocus();
    list->selectRow(0);
    const QSignalSpy plotted(&stage.inspector, &Inspector::plotRequested);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(plotted.size(), 1);
    QCOMPARE(plotted.at(0).at(0).value<QList<MetricId>>(), QList<MetricId> {metricOf({1}, 0)});
}

void TestInspector::rawMessagesAreWantedOnlyWhileLookedAt()
{
    Commanded stage({});
    const QSignalSpy tapped(&stage.inspector, &Inspector::tapRequested);
    Section *raw = nullptr;
    const QList<Section *> all = stage.inspector.findChildren<Section *>();
    for (Section *one : all) {
        if (one->findChild<RawView *>())
            raw = one;
    }
    QVERIFY(raw);
    raw->setOpen(true);
    QCOMPARE(tapped.size(), 1);
    QCOMPARE(tapped.at(0).at(0).value<DeviceId>(), DeviceId {1});
    stage.inspector.showRaw({{.time = 1, .device = {1}, .where = QStringLiteral("a/b"), .payload = "21.5", .size = 4}, {.time = 1, .device = {2}, .payload = "other", .size = 5}});
    auto *view = stage.inspector.findChild<RawView *>();
    QVERIFY(view->text().contains(QStringLiteral("a/b")));
    QVERIFY(!view->text().contains(QStringLiteral("other")));
    raw->setOpen(false);
    QCOMPARE(tapped.at(1).at(0).value<DeviceId>(), DeviceId {});
}

void TestInspector::rawMessagesAreBoundedPlainText()
{
    RawView view;
    view.show();
    QList<RawMessage> messages;
    for (int i = 0; i < 1'000; ++i)
        messages.append({.time = i, .device = {1}, .where = QStringLiteral("topic/%1").arg(i), .payload = "<b>bold</b>\n\x1b[31m", .size = 17});
    messages.last().payload = QByteArray("\xff\x00\x10", 3);
    view.add(messages);
    auto *text = view.findChild<QPlainTextEdit *>();
    QTRY_VERIFY(text->toPlainText().contains(QStringLiteral("topic/999")));
    QVERIFY(text->toPlainText().contains(QStringLiteral("<b>bold</b>  [31m")));
    QVERIFY(text->toPlainText().contains(QStringLiteral("ff 00 10")));
    QVERIFY(!text->toPlainText().contains(QStringLiteral("topic/799 ")));
    QVERIFY(view.text().contains(QStringLiteral("topic/800 ")));
    view.setPaused(true);
    view.add({messages.first()});
    QTest::qWait(2 * RawView::refreshMs); // what must not happen has no signal
    QVERIFY(!text->toPlainText().contains(QStringLiteral("topic/0 ")));
    view.setPaused(false);
    QVERIFY(text->toPlainText().contains(QStringLiteral("topic/0 ")));
    view.copy();
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("topic/0 ")));
}

void TestInspector::aVanishedDeviceLeavesTheInspector()
{
    Commanded stage({speedCommand()});
    stage.fleet.withdraw({{1}});
    QVERIFY(shows(stage.inspector, QStringLiteral("The device that was shown here is gone.")));
    QCOMPARE(stage.inspector.device(), DeviceId {});
}

QTEST_MAIN(TestInspector)
#include "tst_inspector.moc"
