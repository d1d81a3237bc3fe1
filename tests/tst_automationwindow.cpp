// Automations as a person sees them: the list, the editor that reads like a sentence, the traces.

#include "rules/automationwords.h"
#include "tests/support/madeupfleet.h"
#include "tests/support/widgets.h"
#include "ui/rules/automationeditor.h"
#include "ui/rules/automationtemplates.h"
#include "ui/rules/automationwindow.h"
#include "ui/rules/rulerow.h"
#include "ui/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QJsonDocument>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
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

    Stage stage;
    FleetColumns columns {stage.fleet};
    Automations automations {stage.fleet, columns, stage.dispatcher};
    AutomationWindow window {stage.fleet, columns, automations, nullptr};
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
    AutomationEditor editor(room.stage.fleet, room.columns, room.automations, {}, nullptr);
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
        {"type":"notice","text":"Oh","severity":"warning"}],"mode":"queued","most":3,"retries":2,"retryAfter":7,"goOn":true,"late":"skip","dangerous":true,"enabled":false})");
    row("of many devices", R"({"automation":1,"name":"x","when":[{"type":"offline","query":"kind:iot","for":60},{"type":"changesTo","metric":"power","value":"on"},
        {"type":"alarmRaised","alarm":"Hot"},{"type":"manual"}],"then":[{"type":"command","command":"level","query":"group:\"Hall\"","value":12.5}]})");
    row("a device that is not there", R"({"automation":1,"name":"x","when":[{"type":"silent","metric":"t","device":"mqtt:gone","for":60}],
        "then":[{"type":"command","command":"c","device":"ble:gone","value":"text"}]})");
}

void TestAutomationWindow::theEditorKeepsWhatItShows()
{
    QFETCH(QString, json);
    Room room(2);
    const Result<Automation> rule = automationjson::ruleOf(QJsonDocument::fromJson(json.toUtf8()).object());
    QVERIFY2(rule, rule ? "" : qPrintable(rule.error().text));
    AutomationEditor editor(room.stage.fleet, room.columns, room.automations, *rule, nullptr);
    editor.setAttribute(Qt::WA_DeleteOnClose, false);
    editor.show();
    const Automation back = editor.rule();
    QCOMPARE(QString::fromUtf8(QJsonDocument(automationjson::toJson(back)).toJson()), QString::fromUtf8(QJsonDocument(automationjson::toJson(*rule)).toJson()));
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
    AutomationEditor editor(room.stage.fleet, room.columns, room.automations, automationtemplates::all().at(3).rules.first(), nullptr);
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
