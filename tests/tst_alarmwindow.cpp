// Alarms as a person sees them: the dock, the dialog with its look at the past, the lines on a chart, and what the desktop is told.

#include "app/notifying.h"
#include "core/past.h"
#include "tests/support/madeupfleet.h"
#include "ui/chart/chartparts.h"
#include "ui/chart/chartview.h"
#include "ui/chart/watches.h"
#include "ui/models/alarmmodel.h"
#include "ui/rules/alarmdialog.h"
#include "ui/rules/alarmlines.h"
#include "ui/rules/alarmrulesdialog.h"
#include "ui/rules/alarmview.h"
#include "ui/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include <memory>

using namespace muster;
using namespace muster::support;

namespace {

AlarmRule above(double limit, AlarmSeverity severity = AlarmSeverity::Major)
{
    AlarmRule rule;
    rule.name = QStringLiteral("Hot <b>");
    rule.key = QStringLiteral("temperature");
    rule.limit = limit;
    rule.severity = severity;
    return rule;
}

struct Stage
{
    explicit Stage(quint32 devices)
    {
        fleet.adopt(announceSome(fleet, devices));
    }
    [[nodiscard]] AlarmKey keyOf(AlarmRuleId rule, quint32 device) const { return {rule, metricOf({device}, 0)}; }
    void raise(AlarmRuleId rule, quint32 first, quint32 last, AlarmChange change = AlarmChange::Raised)
    {
        QList<AlarmNews> news;
        for (quint32 n = first; n <= last; ++n)
            news.append({keyOf(rule, n), {n}, change, nowMicros(), {change == AlarmChange::Raised, false, 0, 0, nowMicros(), 31}});
        alarms.take(news);
    }

    Fleet fleet;
    FleetColumns columns {fleet};
    Alarms alarms {fleet, columns};
    Past past;
};

} // namespace

class TestAlarmWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theModelFollowsRaisedAndOver();
    void aStormIsOneClosedRow();
    void filtersShowSomeOfThem();
    void keysAcknowledgeAndShelve();
    void theDialogSaysHowOftenItWouldHaveFired();
    void theDialogNamesTheRuleUntilAPersonDoes();
    void everyDeviceThatFitsNeedsASearch();
    void rulesAreCopiedAndPastedAsJson();
    void limitsAreDrawnOnTheChart();
    void theDesktopIsToldOnceOfMany();
    void everyControlHasAName();

private:
    QTemporaryDir m_settings;
};

void TestAlarmWindow::initTestCase()
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    QLocale::setDefault(QLocale::c());
    theme::apply(*qApp, theme::Mode::Light);
}

void TestAlarmWindow::theModelFollowsRaisedAndOver()
{
    Stage stage(5);
    const AlarmRuleId hot = stage.alarms.add(above(30)).value();
    const AlarmRuleId hotter = stage.alarms.add(above(40, AlarmSeverity::Critical)).value();
    AlarmModel model(stage.alarms);
    QAbstractItemModelTester tester(&model);
    stage.raise(hot, 1, 3);
    QTRY_COMPARE(model.rowCount(), 1);
    QTRY_COMPARE(model.rowCount(model.indexOf(hot)), 3);
    stage.raise(hotter, 2, 2);
    QTRY_COMPARE(model.rowCount(), 2);
    QCOMPARE(model.indexOf(hotter).row(), 0); // the graver one
    QCOMPARE(model.alarmAt(model.index(0, 0, model.indexOf(hotter)))->device, DeviceId {2});
    stage.alarms.acknowledge(model.keysAt(model.indexOf(hot)));
    stage.raise(hot, 2, 3, AlarmChange::Cleared);
    QTRY_COMPARE(model.rowCount(model.indexOf(hot)), 1);
    stage.raise(hot, 1, 1, AlarmChange::Cleared);
    QTRY_COMPARE(model.rowCount(), 1);
    stage.alarms.remove(hotter);
    QTRY_COMPARE(model.rowCount(), 0);
}

void TestAlarmWindow::aStormIsOneClosedRow()
{
    Stage stage(10'000);
    const AlarmRuleId hot = stage.alarms.add(above(30)).value();
    AlarmView view(stage.fleet, stage.alarms);
    view.resize(900, 300);
    view.show();
    stage.raise(hot, 1, 10'000);
    auto *tree = view.findChild<QTreeView *>(QStringLiteral("alarmTree"));
    auto *model = qobject_cast<AlarmModel *>(tree->model());
    QTRY_COMPARE(model->rowCount(), 1);
    QCOMPARE(model->rowCount(model->indexOf(hot)), 10'000);
    QVERIFY(!tree->isExpanded(model->indexOf(hot)));
    tree->setCurrentIndex(model->indexOf(hot));
    QTRY_VERIFY(tree->isVisible());
    view.acknowledgeSelected();
    const auto &all = stage.alarms.all();
    QVERIFY(std::all_of(all.cbegin(), all.cend(), [](const Alarm &alarm) { return alarm.acknowledged; }));
}

void TestAlarmWindow::filtersShowSomeOfThem()
{
    Stage stage(4);
    const AlarmRuleId hot = stage.alarms.add(above(30)).value();
    stage.raise(hot, 1, 4);
    stage.raise(hot, 4, 4, AlarmChange::Cleared);
    stage.alarms.acknowledge({stage.keyOf(hot, 1)});
    stage.alarms.shelve({stage.keyOf(hot, 2)}, nowMicros() + 3'600'000'000);
    AlarmModel model(stage.alarms);
    QAbstractItemModelTester tester(&model);
    const auto shown = [&](AlarmFilter::State state, quint8 severities = 0x1F) {
        model.setFilter({state, severities});
        return model.rowCount(model.indexOf(hot)) * model.rowCount();
    };
    QCOMPARE(shown(AlarmFilter::State::Open), 3);
    QCOMPARE(shown(AlarmFilter::State::Active), 2);
    QCOMPARE(shown(AlarmFilter::State::Unacknowledged), 2);
    QCOMPARE(shown(AlarmFilter::State::Shelved), 1);
    QCOMPARE(shown(AlarmFilter::State::All), 4);
    QCOMPARE(shown(AlarmFilter::State::All, 0x17), 0);
}

void TestAlarmWindow::keysAcknowledgeAndShelve()
{
    Stage stage(2);
    const AlarmRuleId hot = stage.alarms.add(above(30)).value();
    AlarmView view(stage.fleet, stage.alarms);
    view.show();
    QApplication::setActiveWindow(&view);
    stage.raise(hot, 1, 2);
    auto *tree = view.findChild<QTreeView *>(QStringLiteral("alarmTree"));
    auto *model = qobject_cast<AlarmModel *>(tree->model());
    QTRY_COMPARE(model->rowCount(), 1);
    QTRY_VERIFY(tree->isVisible());
    tree->setFocus();
    const Alarm first = *model->alarmAt(model->index(0, 0, model->indexOf(hot)));
    tree->setCurrentIndex(model->index(0, 0, model->indexOf(hot)));
    QTest::keyClick(tree, Qt::Key_A);
    QVERIFY(stage.alarms.find(first.key)->acknowledged);
    QTest::keyClick(tree, Qt::Key_S);
    QVERIFY(stage.alarms.find(first.key)->isShelved());
    QTRY_COMPARE(model->rowCount(model->indexOf(hot)), 1);
}

void TestAlarmWindow::theDialogSaysHowOftenItWouldHaveFired()
{
    Stage stage(1);
    const Micros now = nowMicros();
    for (int n = 0; n < 20; ++n) // ten times above 30
        say(stage.fleet, metricOf({1}, 0), n % 2 == 0 ? 31 : 20, now - (20 - n) * 1'000'000LL);
    AlarmRule rule = above(30);
    rule.address = QStringLiteral("mqtt:made-up/1");
    const auto dialog = std::make_unique<AlarmDialog>(AlarmDialog::Parts {stage.fleet, stage.columns, stage.alarms, stage.past}, rule, metricOf({1}, 0), nullptr);
    dialog->show();
    const auto says = [&dialog](const QString &words) {
        const auto labels = dialog->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->text().contains(words); });
    };
    QTRY_VERIFY(says(QStringLiteral("would have fired 10")));
    const auto boxes = dialog->findChildren<QDoubleSpinBox *>();
    const auto limit = std::find_if(boxes.begin(), boxes.end(), [](const QDoubleSpinBox *box) { return box->accessibleName() == QLatin1String("Limit"); });
    QVERIFY(limit != boxes.end());
    (*limit)->setValue(40);
    QTRY_VERIFY(says(QStringLiteral("would have fired 0")));
}

void TestAlarmWindow::theDialogNamesTheRuleUntilAPersonDoes()
{
    Stage stage(1);
    AlarmRule rule = above(30);
    rule.name.clear();
    rule.address = QStringLiteral("mqtt:made-up/1");
    rule.hold = 60'000'000;
    const auto dialog = std::make_unique<AlarmDialog>(AlarmDialog::Parts {stage.fleet, stage.columns, stage.alarms, stage.past}, rule, metricOf({1}, 0), nullptr);
    AlarmRule made = dialog->rule();
    QVERIFY2(made.name.startsWith(QStringLiteral("temperature above 30")), qPrintable(made.name));
    made.name.clear();
    QCOMPARE(made, rule); // the form loses nothing
}

void TestAlarmWindow::everyDeviceThatFitsNeedsASearch()
{
    Stage stage(1);
    AlarmRule rule = above(30);
    rule.address = QStringLiteral("mqtt:made-up/1");
    const auto dialog = std::make_unique<AlarmDialog>(AlarmDialog::Parts {stage.fleet, stage.columns, stage.alarms, stage.past}, rule, metricOf({1}, 0), nullptr);
    dialog->show();
    const auto boxes = dialog->findChildren<QComboBox *>();
    const auto of = std::find_if(boxes.begin(), boxes.end(), [](const QComboBox *box) { return box->findText(QStringLiteral("every device that fits")) >= 0; });
    QVERIFY(of != boxes.end());
    const auto buttons = dialog->findChildren<QPushButton *>();
    const auto found = std::find_if(buttons.begin(), buttons.end(), [](const QPushButton *button) { return button->text() == QStringLiteral("Create alarm"); });
    QVERIFY(found != buttons.end());
    QPushButton *const store = *found;
    QVERIFY(store->isEnabled());
    (*of)->setCurrentText(QStringLiteral("every device that fits"));
    QVERIFY(!store->isEnabled());
    const auto labels = dialog->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) { return label->text() == QStringLiteral("“Every device that fits” needs a search: write which ones, name:* for all."); }));
    (*of)->setCurrentText(QStringLiteral("every device"));
    QVERIFY(store->isEnabled());
    QVERIFY(dialog->rule().address.isEmpty() && dialog->rule().query.isEmpty());
    rule.address.clear();
    rule.query = QStringLiteral("group:Hall");
    const auto other = std::make_unique<AlarmDialog>(AlarmDialog::Parts {stage.fleet, stage.columns, stage.alarms, stage.past}, rule, metricOf({1}, 0), nullptr);
    QCOMPARE(other->rule().query, rule.query); // the form loses nothing
}

void TestAlarmWindow::rulesAreCopiedAndPastedAsJson()
{
    Stage stage(1);
    QVERIFY(stage.alarms.add(above(30)));
    auto *dialog = new AlarmRulesDialog(stage.fleet, stage.alarms, nullptr);
    dialog->show();
    const auto press = [dialog](const char *text) {
        const auto buttons = dialog->findChildren<QPushButton *>();
        for (QPushButton *button : buttons)
            if (button->text() == QLatin1String(text))
                button->click();
    };
    dialog->findChild<QTreeView *>()->selectAll();
    press("Copy as JSON");
    press("Paste");
    QCOMPARE(stage.alarms.rules().size(), 2);
    AlarmRule pasted = stage.alarms.rules().last();
    pasted.id = stage.alarms.rules().first().id;
    QCOMPARE(pasted, stage.alarms.rules().first());
    QApplication::clipboard()->setText(QStringLiteral("no alarm"));
    press("Paste");
    QCOMPARE(stage.alarms.rules().size(), 2);
    dialog->findChild<QTreeView *>()->selectAll();
    press("Delete");
    QVERIFY(stage.alarms.rules().isEmpty());
    press("Undo");
    QCOMPARE(stage.alarms.rules().size(), 2);
    pasted.id = stage.alarms.rules().last().id;
    QCOMPARE(stage.alarms.rules().last(), pasted);
    delete dialog;
}

void TestAlarmWindow::limitsAreDrawnOnTheChart()
{
    Stage stage(2);
    const Micros now = nowMicros();
    for (int n = 0; n < 10; ++n)
        say(stage.fleet, metricOf({1}, 0), 20 + 2 * n, now - (10 - n) * 1'000'000LL);
    Watches watches(stage.fleet);
    CursorLink cursors;
    const ChartParts parts {stage.fleet, watches, stage.past, cursors};
    ChartView chart(parts);
    const AlarmLines lines(chart, stage.alarms);
    chart.resize(500, 300);
    chart.show();
    QVERIFY(chart.add(metricOf({1}, 0)));
    AlarmRule rule = above(30);
    rule.test = AlarmRule::Test::Outside;
    rule.limit = 25;
    rule.upper = 30;
    const AlarmRuleId id = stage.alarms.add(rule).value();
    chart.draw();
    QTRY_COMPARE(lines.inView(), 2);
    rule.id = id;
    rule.upper = 3'000; // far above what is shown
    QVERIFY(stage.alarms.change(rule));
    QCOMPARE(lines.inView(), 1);
    stage.alarms.remove(id);
    QCOMPARE(lines.inView(), 0);
}

void TestAlarmWindow::theDesktopIsToldOnceOfMany()
{
    Stage stage(100);
    const AlarmRuleId hot = stage.alarms.add(above(30)).value();
    const AlarmRuleId news = stage.alarms.add(above(10, AlarmSeverity::Info)).value();
    const Notifying notifying(stage.fleet, stage.alarms);
    QSignalSpy said(&notifying, &Notifying::said);
    stage.raise(news, 1, 100); // too slight to be told
    stage.raise(hot, 1, 60);
    stage.raise(hot, 61, 100);
    QTRY_COMPARE(said.size(), 1);
    QCOMPARE(said.first().at(0).toString(), QStringLiteral("100 new alarm(s)"));
    const QString body = said.first().at(1).toString();
    QVERIFY(body.contains(QLatin1String("Device 1: Hot &lt;b&gt;")));
    QCOMPARE(body.count(u'\n'), qsizetype(3));
}

void TestAlarmWindow::everyControlHasAName()
{
    Stage stage(1);
    QVERIFY(stage.alarms.add(above(30)));
    AlarmView view(stage.fleet, stage.alarms);
    auto *dialog = new AlarmDialog({stage.fleet, stage.columns, stage.alarms, stage.past}, above(1), {}, nullptr);
    auto *rules = new AlarmRulesDialog(stage.fleet, stage.alarms, nullptr);
    for (const QWidget *window : QList<QWidget *> {&view, dialog, rules}) {
        const auto widgets = window->findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            const bool isPart = qobject_cast<const QAbstractSpinBox *>(widget->parentWidget()) || qobject_cast<const QComboBox *>(widget->parentWidget())
                || widget->inherits("QComboBoxListView") || widget->inherits("QHeaderView") || widget->inherits("QLabel");
            if (widget->focusPolicy() == Qt::NoFocus || isPart || widget->focusProxy())
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()), widget->metaObject()->className());
        }
    }
    delete dialog;
    delete rules;
}

QTEST_MAIN(TestAlarmWindow)
#include "tst_alarmwindow.moc"
