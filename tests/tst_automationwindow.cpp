// Automations as a person sees them: the list, the editor that reads like a sentence, the traces.

#include "rules/automationwords.h"
#include "rules/scenes.h"
#include "tests/support/madeupfleet.h"
#include "tests/support/recordedpast.h"
#include "tests/support/widgets.h"
#include "ui/rules/automationeditor.h"
#include "ui/rules/automationtemplates.h"
#include "ui/rules/automationwindow.h"
#include "ui/rules/rulerow.h"
#include "ui/rules/scheduleedit.h"
#include "ui/rules/sitepage.h"
#include "ui/rules/steptry.h"
#include "ui/rules/trialdialog.h"
#include "ui/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace muster;
using namespace muster::support;

namespace {

struct Room
{
    explicit Room(quint32 devices)
    {
        stage.fleet.adopt(announceSome(stage.fleet, devices));
        QObject::connect(&stage.dispatcher, &Dispatcher::sendRequested, &automations, [this](const Command &command) {
            sent.append(command.key);
            stage.dispatcher.finish(command.id, {}, true);
        });
    }

    [[nodiscard]] AutomationId add()
    {
        Automation rule;
        rule.name = QStringLiteral("Hot <b>");
        Trigger trigger;
        trigger.key = QStringLiteral("temperature");
        trigger.limit = 26;
        trigger.address = QStringLiteral("mqtt:made-up/1");
        rule.triggers = {trigger};
        RuleStep step;
        step.key = QStringLiteral("power");
        step.argument = true;
        rule.steps = {step};
        return *automations.add(rule);
    }

    [[nodiscard]] AutomationRoom room() { return {stage.fleet, columns, automations, past, scenes}; }

    Stage stage;
    FleetColumns columns {stage.fleet};
    Automations automations {stage.fleet, columns, stage.dispatcher};
    Past past;
    Scenes scenes {stage.fleet, stage.dispatcher};
    AutomationWindow window {room(), nullptr};
    QStringList sent;
};

QTreeWidget *tree(QWidget &window, const QString &name)
{
    const QList<QTreeWidget *> all = window.findChildren<QTreeWidget *>();
    const auto it = std::find_if(all.cbegin(), all.cend(), [&name](const QTreeWidget *one) { return one->accessibleName() == name; });
    return it == all.cend() ? nullptr : *it;
}

template<class Field>
QList<Field *> visible(QWidget &in)
{
    QList<Field *> shown = in.findChildren<Field *>();
    shown.removeIf([](const Field *one) { return !one->isVisible(); });
    return shown;
}

} // namespace

class TestAutomationWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runNowLeavesATrace();
    void rulesAreSwitchedCopiedPastedAndDeleted();
    void whatCannotBePastedIsSaid();
    void theEditorReadsLikeASentence();
    void theEditorKeepsWhatItShows_data();
    void theEditorKeepsWhatItShows();
    void everyDeviceThatFitsNeedsASearch();
    void triedOnThePastItSaysWhenItWouldHaveRun();
    void aTrialReadsALotOfThePastInShortStretches();
    void aTrialKnowsWhatWasPlanned();
    void aTrialSaysWhyItCannotLook();
    void aTrialCanBeStopped();
    void nextRunsAreShownWhileTyping();
    void theSiteIsSetAndForgotten();
    void aStepIsTriedWhereItStands();
    void whatReachesFarIsAskedFirst();
    void everyTemplateCanBeStored();
    void everyFieldHasAName();
};

void TestAutomationWindow::runNowLeavesATrace()
{
    Room room(2);
    room.window.show();
    QVERIFY(buttonSaying(room.window, QStringLiteral("Run now")) && !buttonSaying(room.window, QStringLiteral("Run now"))->isEnabled());
    const AutomationId id = room.add();
    QTRY_COMPARE(tree(room.window, QStringLiteral("Automations"))->topLevelItemCount(), 1);
    room.window.select(id);
    buttonSaying(room.window, QStringLiteral("Run now"))->click();
    QCOMPARE(room.sent, QStringList {QStringLiteral("power")});
    QTreeWidget *const runs = tree(room.window, QStringLiteral("Last runs"));
    QTRY_COMPARE(runs->topLevelItemCount(), 1);
    const QTreeWidgetItem *const run = runs->topLevelItem(0);
    QCOMPARE(run->text(1), QStringLiteral("Done"));
    QCOMPARE(run->childCount(), 3);
    QCOMPARE(run->child(0)->text(1), QStringLiteral("Started by a person."));
    QVERIFY2(run->child(1)->text(1).contains(QStringLiteral("confirmed")), qPrintable(run->child(1)->text(1)));
    QTRY_VERIFY(tree(room.window, QStringLiteral("Automations"))->topLevelItem(0)->text(2).startsWith(QStringLiteral("Done")));
}

void TestAutomationWindow::rulesAreSwitchedCopiedPastedAndDeleted()
{
    Room room(1);
    room.window.show();
    const AutomationId id = room.add();
    QTreeWidget *const list = tree(room.window, QStringLiteral("Automations"));
    QTRY_COMPARE(list->topLevelItemCount(), 1);
    list->topLevelItem(0)->setCheckState(0, Qt::Unchecked);
    QVERIFY(!room.automations.rule(id)->enabled);
    QTRY_VERIFY(list->topLevelItem(0)->isSelected());
    buttonSaying(room.window, QStringLiteral("Copy as JSON"))->click();
    buttonSaying(room.window, QStringLiteral("Paste"))->click();
    QTRY_COMPARE(list->topLevelItemCount(), 2);
    const QList<AutomationId> all = room.automations.all();
    Automation pasted = *room.automations.rule(all.last());
    QVERIFY(pasted.id != id);
    pasted.id = id;
    QCOMPARE(pasted, *room.automations.rule(id));
    list->selectAll();
    buttonSaying(room.window, QStringLiteral("Delete"))->click();
    QTRY_COMPARE(list->topLevelItemCount(), 0);
    buttonSaying(room.window, QStringLiteral("Undo"))->click();
    QTRY_COMPARE(list->topLevelItemCount(), 2);
    pasted.id = room.automations.all().last();
    QCOMPARE(*room.automations.rule(pasted.id), pasted);
}

void TestAutomationWindow::whatCannotBePastedIsSaid()
{
    Room room(1);
    room.window.show();
    const auto paste = [&room](const QString &text) {
        QGuiApplication::clipboard()->setText(text);
        buttonSaying(room.window, QStringLiteral("Paste"))->click();
    };
    paste(QStringLiteral("hello"));
    QVERIFY(shows(room.window, QStringLiteral("The clipboard holds no automation. Copy one as JSON first.")));
    paste(QStringLiteral(R"({"automation":1,"name":"x","when":[{"type":"above","metric":"t","limit":"warm"}],"then":[]})"));
    QVERIFY(shows(room.window, QStringLiteral("“limit” in trigger 1 must be a number.")));
    paste(QStringLiteral(R"({"automation":99})"));
    QVERIFY(shows(room.window, QStringLiteral("This automation was written by a newer Muster.")));
    QVERIFY(room.automations.all().isEmpty());
}

void TestAutomationWindow::theEditorReadsLikeASentence()
{
    Room room(2);
    AutomationEditor editor(room.room(), {}, nullptr);
    editor.setAttribute(Qt::WA_DeleteOnClose, false);
    editor.show();
    QVERIFY(shows(editor, QStringLiteral("An automation needs a name.")));
    QVERIFY(!buttonSaying(editor, QStringLiteral("Create automation"))->isEnabled());
    editor.findChild<QLineEdit *>()->setText(QStringLiteral("Hot"));
    auto *trigger = editor.findChild<TriggerRow *>();
    const QList<QComboBox *> fields = visible<QComboBox>(*trigger);
    fields.at(0)->setCurrentText(QStringLiteral("temperature"));
    fields.at(1)->setCurrentText(QStringLiteral("Device 2"));
    auto *step = editor.findChild<StepRow *>();
    QComboBox *const command = visible<QComboBox>(*step).at(1);
    QCOMPARE(command->itemText(0), QStringLiteral("power")); // of the device that sets it off
    command->setCurrentText(QStringLiteral("power"));
    QTRY_VERIFY(shows(editor, QStringLiteral("When temperature of Device 2 rises above 0: power = on.")));
    QSignalSpy stored(&editor, &AutomationEditor::stored);
    buttonSaying(editor, QStringLiteral("Create automation"))->click();
    QCOMPARE(stored.size(), 1);
    QCOMPARE(room.automations.all().size(), 1);
    QCOMPARE(room.automations.rule(room.automations.all().first())->steps.first().argument, Value(true));
}

void TestAutomationWindow::theEditorKeepsWhatItShows_data()
{
    QTest::addColumn<QString>("json");
    const auto row = [](const char *name, const char *json) { QTest::newRow(name) << QString::fromUtf8(json); };
    row("everything of a metric", R"({"automation":1,"name":"x","when":[{"type":"outside","metric":"temperature","device":"mqtt:made-up/1","limit":1,"upper":9,"hysteresis":0.5,"for":90}],
        "if":[{"type":"metric","metric":"battery","is":"inside","limit":1,"upper":2,"not":true},{"type":"time","from":"22:30","to":"06:00","days":["mon","sun"]},
        {"type":"query","query":"tag:a","any":true},{"type":"query","query":"tag:b"},{"type":"metric","metric":"power","device":"mqtt:made-up/2","is":"unequal","value":"on"}],
        "then":[{"type":"command","command":"power","device":"mqtt:made-up/2","value":false},{"type":"delay","for":300},
        {"type":"wait","until":{"type":"metric","metric":"battery","is":"above","limit":5},"for":60,"goOn":true},{"type":"notify","text":"Hello {device}"},
        {"type":"notice","text":"Oh","severity":"warning"},{"type":"scene","scene":"Evening"},{"type":"webhook","url":"https://example.org/hook?key=s3cret","text":"Hello"},{"type":"mail","to":"bo@example.org, cy@example.org","subject":"From {rule}","text":"Hello"},{"type":"mail","subject":"To nobody named"},
        {"type":"raiseAlarm","alarm":"Pump dry","severity":"critical","device":"mqtt:made-up/2","text":"At {value}"},{"type":"raiseAlarm","alarm":"Pump dry","severity":"info"},{"type":"clearAlarm","alarm":"Pump dry"}],"mode":"queued","most":3,"perDevice":true,"retries":2,"retryAfter":7,"goOn":true,"late":"skip","dangerous":true,"enabled":false})");
    row("of many devices", R"({"automation":1,"name":"x","when":[{"type":"offline","query":"kind:iot","for":60},{"type":"changesTo","metric":"power","value":"on"},
        {"type":"alarmRaised","alarm":"Hot"},{"type":"manual"},{"type":"told","name":"Good night"}],"then":[{"type":"command","command":"level","query":"group:\"Hall\"","value":12.5}]})");
    row("a device that is not there", R"({"automation":1,"name":"x","when":[{"type":"silent","metric":"t","device":"mqtt:gone","for":60}],
        "then":[{"type":"command","command":"c","device":"ble:gone","value":"text"}]})");
    row("by the clock", R"({"automation":1,"name":"x","when":[{"type":"schedule","schedule":{"kind":"daily","times":["06:30","22:00:15"],"weekdays":["mon","sun"],"missed":"all"}},
        {"type":"schedule","schedule":{"kind":"interval","every":300,"from":7,"missed":"run"}},{"type":"schedule","schedule":{"kind":"cron","cron":"0 6 * * mon-fri","missed":"ask"}},
        {"type":"schedule","schedule":{"kind":"sun","event":"dusk","offset":-600,"missed":"skip"}},
        {"type":"schedule","schedule":{"kind":"week","blocks":[{"day":"tue","from":"06:00","to":"24:00","value":21.5}],"between":16,"missed":"run"}}],
        "then":[{"type":"command","command":"power","device":"mqtt:made-up/1","value":"{value}"}]})");
}

void TestAutomationWindow::theEditorKeepsWhatItShows()
{
    QFETCH(QString, json);
    Room room(2);
    const Result<Automation> rule = automationjson::ruleOf(QJsonDocument::fromJson(json.toUtf8()).object());
    QVERIFY2(rule, rule ? "" : qPrintable(rule.error().text));
    AutomationEditor editor(room.room(), *rule, nullptr);
    editor.setAttribute(Qt::WA_DeleteOnClose, false);
    editor.show();
    const Automation back = editor.rule();
    QCOMPARE(QString::fromUtf8(QJsonDocument(automationjson::toJson(back)).toJson()), QString::fromUtf8(QJsonDocument(automationjson::toJson(*rule)).toJson()));
}

void TestAutomationWindow::everyDeviceThatFitsNeedsASearch()
{
    Room room(2);
    const Automation rule = *room.automations.rule(room.add());
    AutomationEditor editor(room.room(), rule, nullptr);
    editor.setAttribute(Qt::WA_DeleteOnClose, false);
    editor.show();
    QVERIFY(buttonSaying(editor, QStringLiteral("Save"))->isEnabled());
    auto *step = editor.findChild<StepRow *>();
    QComboBox *const devices = visible<QComboBox>(*step).last();
    devices->setCurrentText(QStringLiteral("every device that fits"));
    QTRY_VERIFY(shows(editor, QStringLiteral("“Every device that fits” needs a search: write which ones, name:* for all.")));
    QVERIFY(!buttonSaying(editor, QStringLiteral("Save"))->isEnabled());
    visible<QLineEdit>(*step).last()->setText(QStringLiteral("name:*"));
    QTRY_VERIFY(buttonSaying(editor, QStringLiteral("Save"))->isEnabled());
    QCOMPARE(editor.rule().steps.first().query, QStringLiteral("name:*"));
    auto *trigger = editor.findChild<TriggerRow *>();
    const QList<QComboBox *> boxes = visible<QComboBox>(*trigger);
    const auto which = std::find_if(boxes.cbegin(), boxes.cend(), [](const QComboBox *box) { return box->accessibleName() == QStringLiteral("Device"); });
    QVERIFY(which != boxes.cend());
    (*which)->setCurrentText(QStringLiteral("every device that fits"));
    QTRY_VERIFY(!buttonSaying(editor, QStringLiteral("Save"))->isEnabled());
    (*which)->setCurrentText(QStringLiteral("every device"));
    QTRY_VERIFY(buttonSaying(editor, QStringLiteral("Save"))->isEnabled());
    QVERIFY(editor.rule().triggers.first().query.isEmpty());
}

void TestAutomationWindow::triedOnThePastItSaysWhenItWouldHaveRun()
{
    Room room(1);
    RecordedPast recorded(room.past);
    Automation rule = *room.automations.rule(room.add());
    RuleCondition condition;
    condition.key = QStringLiteral("battery");
    condition.test = AlarmRule::Test::Below;
    condition.limit = 50;
    rule.conditions = {condition};
    RuleStep scene;
    scene.type = RuleStep::Type::Scene;
    scene.key = QStringLiteral("Evening");
    rule.steps.append(scene);
    QVERIFY(room.scenes.add({{}, scene.key, {{QStringLiteral("mqtt:made-up/1"), QStringLiteral("power"), true}, {QStringLiteral("mqtt:gone"), QStringLiteral("level"), 4.0}}}));
    constexpr Micros hour = 3'600'000'000;
    const Micros now = nowMicros();
    say(room.stage.fleet, metricOf({1}, 0), 99, now - hour); // what is now is not what it starts from
    say(room.stage.fleet, metricOf({1}, 1), 99, now - hour);
    recorded.record(metricOf({1}, 0), now - 200 * hour, 30); // so already when it begins
    recorded.record(metricOf({1}, 1), now - 199 * hour, 40);
    for (const auto &[ago, value] : {std::pair(80, 20.0), {60, 27.0}, {40, 25.0}, {12, 28.0}})
        recorded.record(metricOf({1}, 0), now - ago * hour, value);
    recorded.record(metricOf({1}, 1), now - 13 * hour, 60);
    AutomationEditor editor(room.room(), rule, nullptr);
    editor.setAttribute(Qt::WA_DeleteOnClose, false);
    editor.show();
    buttonSaying(editor, QStringLiteral("Try on the past…"))->click();
    auto *dialog = editor.findChild<TrialDialog *>();
    QVERIFY(dialog);
    QTRY_VERIFY(shows(*dialog, QStringLiteral("It would have been set off 2 time(s), and run in 1 of these.")));
    QTreeWidget *const list = tree(*dialog, QStringLiteral("When it would have been set off"));
    QTRY_COMPARE(list->topLevelItemCount(), 2);
    QCOMPARE(list->topLevelItem(0)->text(1), QStringLiteral("Nothing: a condition did not hold."));
    const QTreeWidgetItem *const ran = list->topLevelItem(1);
    QCOMPARE(ran->text(1), QStringLiteral("It would have run."));
    QCOMPARE(ran->childCount(), 4);
    QVERIFY2(ran->child(0)->text(1).contains(QStringLiteral("27")), qPrintable(ran->child(0)->text(1)));
    QVERIFY2(ran->child(1)->text(1).contains(QStringLiteral("40")), qPrintable(ran->child(1)->text(1)));
    QCOMPARE(ran->child(2)->text(1), QStringLiteral("It would have done: power = on"));
    QVERIFY2(ran->child(3)->text(1) == QStringLiteral("It would have done: apply the scene “Evening” (Device 1: Power = on, mqtt:gone: level = 4)"), qPrintable(ran->child(3)->text(1)));
    QVERIFY(room.sent.isEmpty());
    dialog->findChild<QComboBox *>()->setCurrentIndex(0); // the last day
    QTRY_VERIFY(shows(*dialog, QStringLiteral("It would have been set off 1 time(s), and run in 0 of these.")));
}

void TestAutomationWindow::aTrialReadsALotOfThePastInShortStretches()
{
    Room room(1);
    RecordedPast recorded(room.past);
    const Automation rule = *room.automations.rule(room.add());
    constexpr qsizetype count = PastTrial::manyInStretch + PastTrial::manyInStretch / 2;
    recorded.mostInMoment = PastTrial::manyInStretch + 1;
    const Micros to = nowMicros();
    const Micros from = to - 7'200'000'000;
    Series &series = recorded.series(metricOf({1}, 0));
    for (qsizetype i = 0; i < count; ++i)
        series.append(from + i * 10'000, i % 100 == 99 ? 30 : 20);
    PastTrial trial(room.automations, room.past);
    QSignalSpy finished(&trial, &PastTrial::finished);
    trial.run(rule, from, to);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);
    QCOMPARE(finished.first().first().toString(), QString());
    QCOMPARE(trial.trial()->count(), count / 100);
    QCOMPARE(qsizetype(trial.trial()->told().size()), AutomationTrial::mostTold);
    QCOMPARE(trial.percent(), 100);
}

void TestAutomationWindow::aTrialKnowsWhatWasPlanned()
{
    Room room(1);
    room.automations.setZone(QTimeZone::utc());
    Automation rule = *room.automations.rule(room.add());
    rule.triggers.first() = {};
    rule.triggers.first().type = Trigger::Type::Schedule;
    Schedule &schedule = rule.triggers.first().schedule;
    schedule.kind = Schedule::Kind::Week;
    schedule.blocks = {{1, 6 * 3'600, 8 * 3'600, 21}}; // Monday
    schedule.between = 16;
    rule.steps.first().address = QStringLiteral("mqtt:made-up/1");
    rule.steps.first().argument = QStringLiteral("{value}");
    TrialDialog dialog(room.room(), rule, nullptr); // nothing is recorded, and nothing needs to be
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    QTRY_VERIFY(shows(dialog, QStringLiteral("It would have been set off and run 2 time(s).")));
    QTreeWidget *const list = tree(dialog, QStringLiteral("When it would have been set off"));
    QTRY_COMPARE(list->topLevelItemCount(), 2);
    const QTreeWidgetItem *const earlier = list->topLevelItem(1);
    const bool isWarm = earlier->child(1)->text(1).contains(QStringLiteral("= 21"));
    QVERIFY2(isWarm || earlier->child(1)->text(1).contains(QStringLiteral("= 16")), qPrintable(earlier->child(1)->text(1)));
    QVERIFY2(earlier->child(0)->text(1).contains(isWarm ? QStringLiteral("06:00") : QStringLiteral("08:00")), qPrintable(earlier->child(0)->text(1)));
}

void TestAutomationWindow::aTrialSaysWhyItCannotLook()
{
    Room room(1);
    Automation rule = *room.automations.rule(room.add());
    const auto said = [&room](const Automation &tried) {
        PastTrial trial(room.automations, room.past);
        QSignalSpy finished(&trial, &PastTrial::finished);
        trial.run(tried, 1, 2);
        return finished.wait() ? finished.first().first().toString() : QString();
    };
    QVERIFY(said(rule).startsWith(QStringLiteral("Nothing is recorded.")));
    rule.triggers.first().type = Trigger::Type::Offline;
    QVERIFY(said(rule).startsWith(QStringLiteral("No metric of the fleet is what it waits for.")));
}

void TestAutomationWindow::aTrialCanBeStopped()
{
    Room room(1);
    RecordedPast recorded(room.past);
    recorded.holdsBack = true;
    TrialDialog dialog(room.room(), *room.automations.rule(room.add()), nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    QPushButton *const stop = buttonSaying(dialog, QStringLiteral("Stop looking"));
    QVERIFY(stop->isEnabled());
    stop->click();
    QVERIFY(shows(dialog, QStringLiteral("You stopped it before the end.")));
    QVERIFY(!stop->isEnabled());
    recorded.answer(); // too late
    QVERIFY(shows(dialog, QStringLiteral("You stopped it before the end.")));
}

void TestAutomationWindow::nextRunsAreShownWhileTyping()
{
    Room room(1);
    room.automations.setClock([] { return 1'767'225'600 * Micros(1'000'000); }); // 2026-01-01, a Thursday
    room.automations.setZone(QTimeZone::utc());
    Schedule schedule;
    schedule.times = {23'400};
    ScheduleEdit edit(room.automations, schedule);
    edit.show();
    const auto line = [&edit](const QString &name) {
        const QList<QLineEdit *> all = edit.findChildren<QLineEdit *>();
        return *std::find_if(all.cbegin(), all.cend(), [&name](const QLineEdit *one) { return one->accessibleName() == name; });
    };
    const auto next = [&edit] {
        const QList<QLabel *> all = edit.findChildren<QLabel *>();
        return (*std::find_if(all.cbegin(), all.cend(), [](const QLabel *one) { return one->accessibleName() == QStringLiteral("Next runs"); }))->text();
    };
    QCOMPARE(next().count(QStringLiteral("06:30")), ScheduleEdit::shownRuns);
    QVERIFY2(next().startsWith(QStringLiteral("Next: Thu 1 Jan 2026 06:30 · Fri 2 Jan 06:30")), qPrintable(next()));
    line(QStringLiteral("Times of day"))->setText(QStringLiteral("6:30, 7"));
    QVERIFY2(next().contains(QStringLiteral("at least one time")), qPrintable(next()));
    line(QStringLiteral("Times of day"))->setText(QStringLiteral("6:30 7:15:30"));
    QVERIFY2(next().contains(QStringLiteral("06:30 · Thu 1 Jan 07:15:30")), qPrintable(next()));
    auto *kind = edit.findChild<QComboBox *>();
    kind->setCurrentText(QStringLiteral("as a cron line says"));
    line(QStringLiteral("Cron line"))->setText(QStringLiteral("0 6 * * mon-frx"));
    QVERIFY2(next().contains(QStringLiteral("frx")) && !next().contains(QStringLiteral("Next")), qPrintable(next()));
    line(QStringLiteral("Cron line"))->setText(QStringLiteral("0 6 29 2 *"));
    QVERIFY2(next().contains(QStringLiteral("29 Feb 2028")), qPrintable(next()));
    kind->setCurrentText(QStringLiteral("by the sun"));
    QVERIFY2(next().contains(QStringLiteral("latitude")), qPrintable(next()));
    room.automations.setSite(Site {52.52, 13.405}); // said in the settings meanwhile
    QVERIFY2(next().startsWith(QStringLiteral("Next: Thu 1 Jan 2026 15:02 · Fri 2 Jan 15:03")), qPrintable(next()));
}

void TestAutomationWindow::theSiteIsSetAndForgotten()
{
    Room room(1);
    SitePage page(room.automations);
    page.show();
    const QList<QDoubleSpinBox *> fields = visible<QDoubleSpinBox>(page);
    QCOMPARE(fields.size(), 2);
    QCOMPARE(fields.first()->text(), QStringLiteral("not set"));
    fields.first()->setValue(52.52);
    QVERIFY(!room.automations.site()); // half of it is no place
    QCOMPARE(fields.first()->value(), 52.52);
    fields.last()->setValue(13.405);
    QVERIFY(room.automations.site() == (Site {52.52, 13.405}));
    const QList<QLabel *> labels = page.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *one) { return one->text().startsWith(QStringLiteral("Today the sun rises at")); }));
    Automation rule = *room.automations.rule(room.add());
    rule.triggers.first() = {};
    rule.triggers.first().type = Trigger::Type::Schedule;
    rule.triggers.first().schedule.kind = Schedule::Kind::Sun;
    rule.steps.first().address = QStringLiteral("mqtt:made-up/1");
    QVERIFY(room.automations.change(rule));
    QTRY_COMPARE(tree(room.window, QStringLiteral("Automations"))->topLevelItemCount(), 1);
    room.window.select(rule.id);
    const auto says = [&room](const char *text) {
        const QList<QLabel *> all = room.window.findChildren<QLabel *>();
        return std::any_of(all.cbegin(), all.cend(), [text](const QLabel *one) { return one->text().contains(QString::fromLatin1(text)); });
    };
    QVERIFY(says("Next:"));
    fields.last()->setValue(fields.last()->minimum());
    QVERIFY(!room.automations.site());
    QVERIFY(says("latitude") && !says("Next:"));
}

void TestAutomationWindow::aStepIsTriedWhereItStands()
{
    Room room(2);
    AutomationEditor editor(room.room(), *room.automations.rule(room.add()), nullptr);
    editor.setAttribute(Qt::WA_DeleteOnClose, false);
    editor.show();
    auto *step = editor.findChild<StepRow *>();
    auto *const button = step->findChild<StepTry *>()->button();
    QCOMPARE(button->accessibleName(), QStringLiteral("Try this step"));
    QVERIFY(button->focusPolicy() & Qt::TabFocus);
    QTest::keyClick(button, Qt::Key_Space);
    QTRY_VERIFY(shows(editor, QStringLiteral("Tried: power = on: confirmed.")));
    QCOMPARE(room.sent, QStringList {QStringLiteral("power")});
    QVERIFY(button->isEnabled());
    // Another form is another step, and nothing was said of that.
    QComboBox *const type = visible<QComboBox>(*step).first();
    type->setCurrentText(QStringLiteral("apply the scene"));
    QTRY_VERIFY(!shows(editor, QStringLiteral("Tried: power = on: confirmed.")));
    button->click();
    QTRY_VERIFY(shows(editor, QStringLiteral("It did not work: A step needs the name of a scene.")));
    type->setCurrentText(QStringLiteral("wait"));
    QVERIFY(!button->isVisible());
}

void TestAutomationWindow::whatReachesFarIsAskedFirst()
{
    Room room(3);
    Automation rule = *room.automations.rule(room.add());
    rule.steps.first().query = QStringLiteral("name:*");
    AutomationEditor editor(room.room(), rule, nullptr);
    editor.setAttribute(Qt::WA_DeleteOnClose, false);
    editor.show();
    auto *trial = editor.findChild<StepRow *>()->findChild<StepTry *>();
    trial->button()->click();
    QVERIFY(shows(editor, QStringLiteral("It goes to 3 devices.")));
    buttonSaying(editor, QStringLiteral("Leave it"))->click();
    QVERIFY(!trial->isVisible());
    QVERIFY(room.sent.isEmpty());
    trial->button()->click();
    buttonSaying(editor, QStringLiteral("Do it now"))->click();
    QTRY_COMPARE(room.sent.size(), 3);
    // Of a search that sets it off one device is an example, which is named.
    rule.steps.first().query.clear();
    rule.triggers.first().address.clear();
    AutomationEditor any(room.room(), rule, nullptr);
    any.setAttribute(Qt::WA_DeleteOnClose, false);
    any.show();
    any.findChild<StepRow *>()->findChild<StepTry *>()->button()->click();
    QVERIFY(shows(any, QStringLiteral("Any of several devices can set it off; tried, it goes to Device 1.")));
    // Dangerous, and nothing is sent before it is allowed.
    rule.triggers.first().address = QStringLiteral("mqtt:made-up/2");
    Device device = madeUpDevice(2);
    device.commands.first().dangerous = true;
    room.stage.fleet.announce({device});
    AutomationEditor grave(room.room(), rule, nullptr);
    grave.setAttribute(Qt::WA_DeleteOnClose, false);
    grave.show();
    grave.findChild<StepRow *>()->findChild<StepTry *>()->button()->click();
    QVERIFY(shows(grave, QStringLiteral("This is dangerous.")));
    QCOMPARE(room.sent.size(), 3);
    buttonSaying(grave, QStringLiteral("Do it now"))->click();
    QTRY_COMPARE(room.sent.size(), 4);
}

void TestAutomationWindow::everyTemplateCanBeStored()
{
    Room room(1);
    const QList<automationtemplates::Template> all = automationtemplates::all();
    QCOMPARE(all.size(), 6);
    for (const automationtemplates::Template &one : all)
        for (const Automation &rule : one.rules) {
            const Result<AutomationId> added = room.automations.add(rule);
            QVERIFY2(added, added ? "" : qPrintable(added.error().text));
        }
}

void TestAutomationWindow::everyFieldHasAName()
{
    Room room(1);
    AutomationEditor editor(room.room(), automationtemplates::all().at(3).rules.first(), nullptr);
    editor.setAttribute(Qt::WA_DeleteOnClose, false);
    editor.show();
    const QList<QComboBox *> boxes = visible<QComboBox>(editor);
    for (const QComboBox *box : boxes)
        QVERIFY(!box->accessibleName().isEmpty());
    const QList<QAbstractSpinBox *> spins = visible<QAbstractSpinBox>(editor);
    for (const QAbstractSpinBox *spin : spins)
        QVERIFY(!spin->accessibleName().isEmpty());
}

QTEST_MAIN(TestAutomationWindow)
#include "tst_automationwindow.moc"
