// The week planner as a person uses it: blocks dragged, moved, resized, copied, with the mouse and with the keyboard alone, and what is kept of them.

#include "core/past.h"
#include "rules/scenes.h"
#include "tests/support/madeupfleet.h"
#include "tests/support/widgets.h"
#include "ui/rules/automationwindow.h"
#include "ui/rules/weekblocks.h"
#include "ui/rules/weekplan.h"
#include "ui/rules/weekplanedit.h"
#include "ui/rules/weekplanner.h"

#include <QApplication>
#include <QComboBox>
#include <QDateTime>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimeEdit>
#include <QToolButton>

using namespace muster;
using namespace muster::support;

namespace {

constexpr int hour = 3'600;

/// "mon 06:00-08:00 21"
QString text(const WeekBlock &block)
{
    static const QStringList days {QStringLiteral("mon"), QStringLiteral("tue"), QStringLiteral("wed"), QStringLiteral("thu"), QStringLiteral("fri"), QStringLiteral("sat"), QStringLiteral("sun")};
    const auto clock = [](int seconds) { return QStringLiteral("%1:%2").arg(seconds / hour, 2, 10, QLatin1Char('0')).arg(seconds / 60 % 60, 2, 10, QLatin1Char('0')); };
    return QStringLiteral("%1 %2-%3 %4").arg(days.at(block.weekday - 1), clock(block.from), clock(block.to)).arg(block.value);
}

QString texts(const QList<WeekBlock> &blocks)
{
    QStringList all;
    for (const WeekBlock &block : blocks)
        all.append(text(block));
    return all.join(QStringLiteral(", "));
}

WeekBlock block(int weekday, double from, double to, double value)
{
    return {weekday, int(from * hour), int(to * hour), value};
}

/// With a boiler that takes a set point, and the clock on a Monday at seven.
struct Room
{
    Room()
    {
        Device boiler = madeUpDevice(1);
        CommandInfo command;
        command.key = QStringLiteral("setpoint");
        command.argument = ArgumentType::Number;
        command.minimum = 5;
        command.maximum = 30;
        command.step = 0.5;
        command.unit = QStringLiteral("°C");
        boiler.commands.append(command);
        fleet.announce({boiler});
        fleet.adopt({{1}});
        automations.setZone(QTimeZone::utc());
        automations.setClock([] { return QDateTime(QDate(2026, 5, 4), QTime(7, 0), Qt::UTC).toMSecsSinceEpoch() * 1'000; });
        QObject::connect(&dispatcher, &Dispatcher::sendRequested, &dispatcher, [this](const Command &one) {
            sent.append(std::get<double>(one.argument));
            dispatcher.finish(one.id, {}, true);
        });
    }

    Fleet fleet;
    FleetColumns columns {fleet};
    Dispatcher dispatcher {fleet};
    Automations automations {fleet, columns, dispatcher};
    Past past;
    QList<double> sent;
};

/// A plan on the screen, of a size that makes an hour 30 px wide.
struct Canvas
{
    Canvas()
    {
        plan.resize(24 * 30 + 84 + 12, 22 + 7 * 34 + 1);
        plan.setNewValue(21);
        plan.show();
    }
    [[nodiscard]] QPoint at(int weekday, double hours) const { return plan.rectOf(block(weekday, hours, hours + 1, 0)).center().toPoint() - QPoint(15, 0); }
    void drag(const QPoint &from, const QPoint &to, bool release = true)
    {
        QTest::mousePress(&plan, Qt::LeftButton, {}, from);
        QTest::mouseMove(&plan, (from + to) / 2);
        QTest::mouseMove(&plan, to);
        if (release)
            QTest::mouseRelease(&plan, Qt::LeftButton, {}, to);
    }

    WeekPlan plan;
};

template<class Field>
Field *named(QWidget &in, const char *name)
{
    const QList<Field *> all = in.findChildren<Field *>();
    const auto it = std::find_if(all.cbegin(), all.cend(), [name](const Field *one) { return one->accessibleName() == QLatin1StringView(name); });
    return it == all.cend() ? nullptr : *it;
}

} // namespace

class TestWeekPlanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBlockCutsWhatItLiesOver_data();
    void aBlockCutsWhatItLiesOver();
    void theWeekIsBounded();
    void blocksAreMadeMovedAndResizedWithTheMouse();
    void escapePutsTheDraggedBlockBack();
    void everythingWorksWithTheKeyboard();
    void itSaysWhereTheKeyboardIs();
    void daysAreCopied();
    void fieldsChangeTheBlock();
    void aPlanIsCreatedAndSendsItsValue();
    void aPlanIsEditedAgain();
    void whatIsMoreThanAPlanGoesToTheEditor();
};

void TestWeekPlanner::aBlockCutsWhatItLiesOver_data()
{
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    QTest::addColumn<QString>("left");
    QTest::newRow("beside") << 12.0 << 13.0 << QStringLiteral("mon 06:00-12:00 21, mon 12:00-13:00 5");
    QTest::newRow("over its end") << 10.0 << 13.0 << QStringLiteral("mon 06:00-10:00 21, mon 10:00-13:00 5");
    QTest::newRow("over its beginning") << 5.0 << 7.0 << QStringLiteral("mon 05:00-07:00 5, mon 07:00-12:00 21");
    QTest::newRow("within") << 8.0 << 9.0 << QStringLiteral("mon 06:00-08:00 21, mon 08:00-09:00 5, mon 09:00-12:00 21");
    QTest::newRow("over all of it") << 0.0 << 24.0 << QStringLiteral("mon 00:00-24:00 5");
}

void TestWeekPlanner::aBlockCutsWhatItLiesOver()
{
    QFETCH(double, from);
    QFETCH(double, to);
    QFETCH(QString, left);
    const auto blocks = weekblocks::put({block(1, 6, 12, 21)}, block(1, from, to, 5));
    QVERIFY(blocks);
    QCOMPARE(texts(*blocks), left);
    QCOMPARE(weekblocks::put({block(2, 6, 12, 21)}, block(1, from, to, 5))->size(), 2); // another day is left alone
}

void TestWeekPlanner::theWeekIsBounded()
{
    QList<WeekBlock> blocks;
    for (int day = 1; day <= 7; ++day)
        for (int i = 0; i < 48; ++i)
            blocks.append({day, i * 1'800, (i + 1) * 1'800, double(i)});
    QCOMPARE(blocks.size(), Schedule::mostBlocks);
    QVERIFY(!weekblocks::put(blocks, {1, 600, 1'200, 99})); // would make three of one
    QVERIFY(weekblocks::put(blocks, {1, 0, 3'600, 99}));
    QVERIFY(weekblocks::copied(blocks, 1, Schedule::everyDay));
    QCOMPARE(text(weekblocks::moved(block(7, 20, 24, 1), 3, 3 * hour)), QStringLiteral("sun 20:00-24:00 1"));
    QCOMPARE(text(weekblocks::moved(block(1, 1, 3, 1), -1, -9 * hour)), QStringLiteral("mon 00:00-02:00 1"));
    QCOMPARE(text(weekblocks::resized(block(1, 6, 8, 1), false, 5 * hour)), QStringLiteral("mon 06:00-06:15 1"));
    QCOMPARE(text(weekblocks::resized(block(1, 6, 8, 1), true, 9 * hour)), QStringLiteral("mon 07:45-08:00 1"));
}

void TestWeekPlanner::blocksAreMadeMovedAndResizedWithTheMouse()
{
    Canvas canvas;
    QSignalSpy changed(&canvas.plan, &WeekPlan::changed);
    canvas.drag(canvas.at(1, 6), canvas.at(1, 8));
    QCOMPARE(texts(canvas.plan.blocks()), QStringLiteral("mon 06:00-08:00 21"));
    canvas.drag(canvas.at(1, 7), canvas.at(3, 17.5)); // as a whole, two days on
    QCOMPARE(texts(canvas.plan.blocks()), QStringLiteral("wed 16:30-18:30 21"));
    canvas.drag(canvas.at(3, 18.5) - QPoint(2, 0), canvas.at(3, 22));
    QCOMPARE(texts(canvas.plan.blocks()), QStringLiteral("wed 16:30-22:00 21"));
    canvas.drag(canvas.at(3, 16.5) + QPoint(2, 0), canvas.at(3, 15));
    QCOMPARE(texts(canvas.plan.blocks()), QStringLiteral("wed 15:00-22:00 21"));
    canvas.plan.setNewValue(18);
    canvas.drag(canvas.at(3, 24) + QPoint(5, 0), canvas.at(3, 23)); // from beyond the edge nothing begins
    QCOMPARE(changed.size(), 4);
    canvas.drag(canvas.at(5, 10), canvas.at(5, 0) - QPoint(60, 0)); // backwards, and beyond midnight
    QCOMPARE(texts(canvas.plan.blocks()), QStringLiteral("wed 15:00-22:00 21, fri 00:00-10:00 18"));
    canvas.drag(canvas.at(7, 12), canvas.at(7, 12) + QPoint(2, 0)); // a click makes nothing
    QCOMPARE(canvas.plan.blocks().size(), 2);
    QCOMPARE(canvas.plan.weekday(), 7);
    QCOMPARE(changed.size(), 5);
}

void TestWeekPlanner::escapePutsTheDraggedBlockBack()
{
    Canvas canvas;
    canvas.plan.setBlocks({block(1, 6, 8, 21), block(1, 9, 12, 18)}, 16);
    QSignalSpy changed(&canvas.plan, &WeekPlan::changed);
    canvas.drag(canvas.at(1, 7), canvas.at(1, 10), false); // over the other one
    QVERIFY(texts(canvas.plan.blocks()) != QStringLiteral("mon 06:00-08:00 21, mon 09:00-12:00 18"));
    QTest::keyClick(&canvas.plan, Qt::Key_Escape);
    QTest::mouseRelease(&canvas.plan, Qt::LeftButton, {}, canvas.at(1, 10));
    QCOMPARE(texts(canvas.plan.blocks()), QStringLiteral("mon 06:00-08:00 21, mon 09:00-12:00 18"));
    QVERIFY(changed.isEmpty());
}

void TestWeekPlanner::everythingWorksWithTheKeyboard()
{
    Canvas canvas;
    WeekPlan &plan = canvas.plan;
    const auto press = [&plan](int key, Qt::KeyboardModifiers modifiers = {}, int times = 1) {
        for (int i = 0; i < times; ++i)
            QTest::keyClick(&plan, Qt::Key(key), modifiers);
    };
    press(Qt::Key_Insert);
    QCOMPARE(texts(plan.blocks()), QStringLiteral("mon 06:00-07:00 21"));
    press(Qt::Key_Right, Qt::ShiftModifier, 4);
    press(Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier, 2);
    QCOMPARE(texts(plan.blocks()), QStringLiteral("mon 05:30-08:00 21"));
    press(Qt::Key_Right, Qt::ControlModifier, 2);
    press(Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(texts(plan.blocks()), QStringLiteral("tue 06:00-08:30 21"));
    press(Qt::Key_Insert); // the first hour that is free
    QCOMPARE(texts(plan.blocks()), QStringLiteral("tue 06:00-08:30 21, tue 09:00-10:00 21"));
    press(Qt::Key_Left);
    QCOMPARE(text(*plan.selected()), QStringLiteral("tue 06:00-08:30 21"));
    QSignalSpy wanted(&plan, &WeekPlan::valueRequested);
    press(Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    press(Qt::Key_Delete);
    QCOMPARE(texts(plan.blocks()), QStringLiteral("tue 09:00-10:00 21"));
    press(Qt::Key_Down, {}, 9);
    QCOMPARE(plan.weekday(), 7);
    QVERIFY(!plan.selected());
    press(Qt::Key_Insert);
    QCOMPARE(text(*plan.selected()), QStringLiteral("sun 06:00-07:00 21"));
}

void TestWeekPlanner::itSaysWhereTheKeyboardIs()
{
    Canvas canvas;
    QCOMPARE(canvas.plan.accessibleName(), QStringLiteral("Week plan"));
    QVERIFY(canvas.plan.accessibleDescription().startsWith(QStringLiteral("Monday, no block")));
    canvas.plan.setUnit(QStringLiteral("°C"));
    QTest::keyClick(&canvas.plan, Qt::Key_Insert);
    QCOMPARE(canvas.plan.accessibleDescription(), QStringLiteral("Monday 06:00 to 07:00: 21 °C"));
    QTest::keyClick(&canvas.plan, Qt::Key_Down);
    QVERIFY(canvas.plan.accessibleDescription().startsWith(QStringLiteral("Tuesday, no block")));
    WeekPlanEdit edit;
    edit.show();
    const QList<QWidget *> all = edit.findChildren<QWidget *>();
    for (const QWidget *one : all)
        if (one->isVisible() && one->focusPolicy() != Qt::NoFocus && !qobject_cast<const QLineEdit *>(one))
            QVERIFY2(!one->accessibleName().isEmpty() || !one->property("text").toString().isEmpty(), one->metaObject()->className());
}

void TestWeekPlanner::daysAreCopied()
{
    WeekPlanEdit edit;
    edit.set({block(1, 6, 8, 21), block(1, 16, 22, 20), block(3, 1, 2, 5), block(6, 9, 23, 19)}, 16);
    edit.show();
    const QList<QAction *> actions = edit.findChild<QMenu *>()->actions();
    const auto copy = [&actions](const char *to) {
        const auto it = std::find_if(actions.cbegin(), actions.cend(), [to](const QAction *one) { return one->text() == QLatin1StringView(to); });
        QVERIFY(it != actions.cend());
        (*it)->trigger();
    };
    copy("Monday to Friday");
    QCOMPARE(edit.blocks().size(), 11);
    QVERIFY(!texts(edit.blocks()).contains(QStringLiteral("01:00")));
    QVERIFY(texts(edit.blocks()).contains(QStringLiteral("wed 16:00-22:00 20")));
    edit.plan().select(block(6, 9, 23, 19));
    copy("Sunday");
    QVERIFY(texts(edit.blocks()).endsWith(QStringLiteral("sat 09:00-23:00 19, sun 09:00-23:00 19")));
}

void TestWeekPlanner::fieldsChangeTheBlock()
{
    WeekPlanEdit edit;
    edit.set({block(1, 6, 8, 21.125)}, 16.0625);
    edit.show();
    auto *from = named<QTimeEdit>(edit, "From");
    auto *to = named<QTimeEdit>(edit, "To");
    QVERIFY(!from->isEnabled());
    edit.plan().select(block(1, 6, 8, 21.125));
    QVERIFY(from->isEnabled());
    const auto set = [](QTimeEdit *field, int hours) {
        field->setTime(QTime(hours, 0));
        Q_EMIT field->editingFinished();
    };
    set(from, 18); // beyond its end: it goes there as a whole
    QCOMPARE(texts(edit.blocks()), QStringLiteral("mon 18:00-20:00 21.125"));
    set(to, 0); // midnight
    QCOMPARE(texts(edit.blocks()), QStringLiteral("mon 18:00-24:00 21.125"));
    auto *day = named<QComboBox>(edit, "Weekday of the block");
    day->setCurrentIndex(4);
    Q_EMIT day->activated(4);
    QCOMPARE(texts(edit.blocks()), QStringLiteral("fri 18:00-24:00 21.125")); // as exact as it came
    named<QDoubleSpinBox>(edit, "Value of the block")->setValue(19.5);
    QCOMPARE(texts(edit.blocks()), QStringLiteral("fri 18:00-24:00 19.5"));
    QCOMPARE(edit.between(), 16.0625);
    named<QDoubleSpinBox>(edit, "Value between the blocks")->setValue(15);
    QCOMPARE(edit.between(), 15.0);
    edit.plan().removeSelected();
    QVERIFY(edit.blocks().isEmpty() && !from->isEnabled());
}

void TestWeekPlanner::aPlanIsCreatedAndSendsItsValue()
{
    Room room;
    WeekPlanner planner(room.fleet, room.columns, room.automations, {}, nullptr);
    planner.setAttribute(Qt::WA_DeleteOnClose, false);
    planner.show();
    QPushButton *const create = buttonSaying(planner, QStringLiteral("Create week plan"));
    QVERIFY(!create->isEnabled());
    QVERIFY(shows(planner, QStringLiteral("An automation needs a name.")));
    named<QLineEdit>(planner, "Name")->setText(QStringLiteral("Heating"));
    QVERIFY(shows(planner, QStringLiteral("The week has no block. Draw one on a day.")));
    QTest::keyClick(named<WeekPlan>(planner, "Week plan"), Qt::Key_Insert);
    QTest::keyClick(named<WeekPlan>(planner, "Week plan"), Qt::Key_Right, Qt::ShiftModifier); // 06:00 to 07:15
    QVERIFY(shows(planner, QStringLiteral("A schedule, or what is told from outside, is about no device. Choose where the command goes.")));
    named<QComboBox>(planner, "Device")->setCurrentText(QStringLiteral("Device 1"));
    QCOMPARE(named<QComboBox>(planner, "Command")->currentText(), QStringLiteral("setpoint")); // what takes a number comes first
    QCOMPARE(named<QDoubleSpinBox>(planner, "Value between the blocks")->suffix(), QStringLiteral(" °C"));
    const QString next = named<QLabel>(planner, "Next changes")->text();
    QVERIFY2(next.startsWith(QStringLiteral("Next: Mon 4 May 2026 07:15 → 16 · Mon 11 May 06:00 → 21")), qPrintable(next));
    QSignalSpy stored(&planner, &WeekPlanner::stored);
    QVERIFY(create->isEnabled());
    create->click();
    QCOMPARE(stored.size(), 1);
    QCOMPARE(room.sent, QList<double> {21}); // what holds at seven
    const Automation kept = *room.automations.rule(room.automations.all().first());
    QVERIFY(WeekPlanner::fits(kept));
    QCOMPARE(texts(kept.triggers.first().schedule.blocks), QStringLiteral("mon 06:00-07:15 21"));
    QCOMPARE(kept.triggers.first().schedule.missed, MissedRuns::Run);
}

void TestWeekPlanner::aPlanIsEditedAgain()
{
    Room room;
    Automation rule;
    {
        WeekPlanner planner(room.fleet, room.columns, room.automations, {}, nullptr);
        rule = planner.rule();
    }
    rule.name = QStringLiteral("Heating");
    rule.triggers.first().schedule.blocks = {block(1, 6, 8, 21), block(7, 9, 24, 20.5)};
    rule.triggers.first().schedule.missed = MissedRuns::Ask;
    rule.steps.first().key = QStringLiteral("setpoint");
    rule.steps.first().address = QStringLiteral("mqtt:made-up/1");
    RuleStep gone = rule.steps.first();
    gone.address = QStringLiteral("mqtt:gone");
    rule.steps.append(gone);
    rule.id = *room.automations.add(rule);
    WeekPlanner planner(room.fleet, room.columns, room.automations, rule, nullptr);
    planner.setAttribute(Qt::WA_DeleteOnClose, false);
    QVERIFY(planner.rule() == rule);
    const Scenes scenes(room.fleet, room.dispatcher);
    AutomationWindow window({room.fleet, room.columns, room.automations, room.past, scenes}, nullptr);
    window.show();
    window.select(rule.id);
    buttonSaying(window, QStringLiteral("Edit…"))->click();
    QVERIFY(window.findChild<WeekPlanner *>());
}

void TestWeekPlanner::whatIsMoreThanAPlanGoesToTheEditor()
{
    Room room;
    WeekPlanner planner(room.fleet, room.columns, room.automations, {}, nullptr);
    planner.setAttribute(Qt::WA_DeleteOnClose, false);
    const Automation plain = planner.rule();
    QVERIFY(WeekPlanner::fits(plain));
    Automation other = plain;
    other.conditions.append(RuleCondition());
    QVERIFY(!WeekPlanner::fits(other));
    other = plain;
    other.steps.first().argument = 20.0;
    QVERIFY(!WeekPlanner::fits(other));
    other = plain;
    other.triggers.append(other.triggers.first());
    QVERIFY(!WeekPlanner::fits(other));
    other = plain;
    other.mayBeDangerous = true;
    QVERIFY(!WeekPlanner::fits(other));
}

QTEST_MAIN(TestWeekPlanner)
#include "tst_weekplanner.moc"
