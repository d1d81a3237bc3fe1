// Alarms as a person sees them: the dock, the dialog with its look at the past, the lines on a chart, and what the desktop is told.

#include "app/notifying.h"
#include "core/past.h"
#include "tests/support/madeupfleet.h"
#include "ui/chart/chartparts.h"
#include "ui/chart/chartview.h"
#include "ui/chart/watches.h"
#include "ui/emptyhint.h"
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
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>
#include <QTreeWidget>

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
    void whatAutomationsRaiseIsShownAndCleared();
    void howAnAutomationsAlarmIsToldCanBeChanged();
    void theDialogSaysHowOftenItWouldHaveFired();
    void theDialogNamesTheRuleUntilAPersonDoes();
    void everyDeviceThatFitsNeedsASearch();
    void rulesAreCopiedAndPastedAsJson();
    void limitsAreDrawnOnTheChart();
    void theDesktopIsToldOnceOfMany();
    void whatIsStillActiveIsSaidSo();
    void withoutNotificationsTheTrayTells();
    void theDialogKeepsEveryField();
    void theDialogFitsASmallScreen();
    void tabulatorGoesThroughBothPagesInOrder();
    void theLookBackComparesTwoMetrics();
    void emptyListsSayWhatToDo();
    void everyControlHasAName();

private:
    QTemporaryDir m_settings;
};

void TestAlarmWindow::initTestCase()
{
    if (!qEnvironmentVariableIsSet("MUSTER_EMPTY_BUS")) // one of its own, where nobody offers notifications
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus"); // nobody's desktop is told
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

void TestAlarmWindow::whatAutomationsRaiseIsShownAndCleared()
{
    Stage stage(2);
    AlarmView view(stage.fleet, stage.alarms);
    view.show();
    QApplication::setActiveWindow(&view);
    QVERIFY(stage.alarms.raise(QStringLiteral("Pump <b>dry"), AlarmSeverity::Major, {2}, QStringLiteral("It hums <i>")));
    auto *tree = view.findChild<QTreeView *>(QStringLiteral("alarmTree"));
    auto *model = qobject_cast<AlarmModel *>(tree->model());
    QTRY_COMPARE(model->rowCount(), 1);
    QTRY_VERIFY(tree->isVisible());
    const QModelIndex group = model->index(0, 0);
    const QModelIndex row = model->index(0, 0, group);
    QCOMPARE(group.data().toString(), QStringLiteral("Pump <b>dry"));
    QCOMPARE(row.data().toString(), QStringLiteral("Device 2"));
    QCOMPARE(row.siblingAtColumn(AlarmModel::Number).data().toString(), QString());
    QCOMPARE(row.siblingAtColumn(AlarmModel::Comment).data().toString(), QStringLiteral("It hums <i>"));
    const AlarmKey key = model->keysAt(row).first();
    stage.alarms.acknowledge({key}, QStringLiteral("On my way"));
    QTRY_COMPARE(model->index(0, AlarmModel::Comment, model->index(0, 0)).data().toString(), QStringLiteral("It hums <i> · On my way"));
    const Notifying::Words words = Notifying::wordsFor(stage.fleet, stage.alarms, {*stage.alarms.find(key)}, 1, 0);
    QCOMPARE(words.body, QStringLiteral("Device 2: Pump <b>dry: It hums <i>"));
    // No rule will say that it is over, so a person can.
    tree->setFocus();
    tree->setCurrentIndex(model->index(0, 0, model->index(0, 0)));
    QTest::keyClick(tree, Qt::Key_O);
    QVERIFY(!stage.alarms.find(key));
    QCOMPARE(stage.alarms.log().back().event, AlarmLogEntry::Event::Cleared);
    QTRY_COMPARE(model->rowCount(), 0);
}

void TestAlarmWindow::howAnAutomationsAlarmIsToldCanBeChanged()
{
    Stage stage(1);
    QVERIFY(stage.alarms.raise(QStringLiteral("Pump dry"), AlarmSeverity::Major, {1}, {}));
    const AlarmRule before = stage.alarms.rules().first();
    AlarmRulesDialog rules(stage.fleet, stage.alarms, nullptr);
    rules.setAttribute(Qt::WA_DeleteOnClose, false);
    QCOMPARE(rules.findChild<QTreeWidget *>()->topLevelItem(0)->text(2), QStringLiteral("when an automation raises it"));
    const auto dialog = std::make_unique<AlarmDialog>(AlarmDialog::Parts {stage.fleet, stage.columns, stage.alarms, stage.past}, before, MetricId(), nullptr);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    dialog->show();
    const auto fields = dialog->findChildren<QLineEdit *>();
    const auto post = std::find_if(fields.begin(), fields.end(), [](const QLineEdit *edit) { return edit->accessibleName() == QLatin1String("Web address that is told"); });
    QVERIFY(post != fields.end() && (*post)->isVisible());
    QVERIFY(std::none_of(fields.begin(), fields.end(), [](const QLineEdit *edit) { return edit->accessibleName() == QLatin1String("Name") && edit->isVisible(); }));
    (*post)->setText(QStringLiteral("https://example.org/hook"));
    const auto buttons = dialog->findChildren<QPushButton *>();
    const auto save = std::find_if(buttons.begin(), buttons.end(), [](const QPushButton *button) { return button->text() == QLatin1String("Save"); });
    QVERIFY(save != buttons.end() && (*save)->isEnabled());
    (*save)->click();
    AlarmRule expected = before;
    expected.postTo = QStringLiteral("https://example.org/hook");
    QCOMPARE(stage.alarms.rules().first(), expected);
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
    QVERIFY(body.contains(QLatin1String("Device 1: Hot <b>"))); // escaped on its way to a desktop that may understand it
    QCOMPARE(body.count(u'\n'), qsizetype(3));
}

void TestAlarmWindow::whatIsStillActiveIsSaidSo()
{
    Stage stage(3);
    const AlarmRuleId hot = stage.alarms.add(above(30)).value();
    stage.raise(hot, 1, 3);
    const QList<Alarm> all = stage.alarms.all().values();
    const auto title = [&stage, &all](qint64 count, qint64 again) { return Notifying::wordsFor(stage.fleet, stage.alarms, all, count, again).title; };
    QCOMPARE(title(3, 0), QStringLiteral("3 new alarm(s)"));
    QCOMPARE(title(3, 3), QStringLiteral("3 alarm(s) still active"));
    QCOMPARE(title(3, 1), QStringLiteral("2 new alarm(s), 1 alarm(s) still active"));
    AlarmRule rule = *stage.alarms.rule(hot);
    rule.again = AlarmRule::leastAgain;
    QVERIFY(stage.alarms.change(rule));
    const Notifying notifying(stage.fleet, stage.alarms);
    QSignalSpy said(&notifying, &Notifying::said);
    stage.alarms.setClock([] { return nowMicros() + AlarmRule::leastAgain; });
    stage.alarms.pass();
    QTRY_COMPARE(said.size(), 1);
    QCOMPARE(said.first().at(0).toString(), QStringLiteral("3 alarm(s) still active"));
}

void TestAlarmWindow::withoutNotificationsTheTrayTells()
{
    Stage stage(1);
    const AlarmRuleId hot = stage.alarms.add(above(30)).value();
    Notifying notifying(stage.fleet, stage.alarms);
    QList<Notifying::Words> told;
    notifying.setTray([&told](const Notifying::Words &words) { told.append(words); });
    stage.raise(hot, 1, 1);
    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(told.first().title, QStringLiteral("1 new alarm(s)"));
    QCOMPARE(told.first().body, QStringLiteral("Device 1: Hot <b>")); // the tray knows no markup
}

void TestAlarmWindow::theDialogKeepsEveryField()
{
    Stage stage(2);
    AlarmRule rule = above(2.5);
    rule.id = {3};
    rule.test = AlarmRule::Test::Outside;
    rule.upper = 7;
    rule.limitKey = QStringLiteral("battery");
    rule.limitAddress = QStringLiteral("mqtt:made-up/2");
    rule.hold = 90'000'000;
    rule.times = 3;
    rule.deadband = 0.5;
    rule.offDelay = 60'000'000;
    rule.silencePolicy = SilencePolicy::Normal;
    rule.silence = 3'600'000'000;
    rule.hours = {0x15, 22 * 60 + 30, 6 * 60};
    rule.again = 300'000'000;
    rule.postTo = QStringLiteral("https://example.org/hook?key=1");
    rule.mailTo = QStringLiteral("ops@example.org");
    const AlarmDialog::Parts parts {stage.fleet, stage.columns, stage.alarms, stage.past};
    const auto all = std::make_unique<AlarmDialog>(parts, rule, MetricId(), nullptr);
    QCOMPARE(all->rule(), rule);
    rule.limitAddress.clear();
    rule.hours = {0x1f, 0, 0};
    rule.again = 0;
    const auto some = std::make_unique<AlarmDialog>(parts, rule, MetricId(), nullptr);
    QCOMPARE(some->rule(), rule);
}

void TestAlarmWindow::theDialogFitsASmallScreen()
{
    Stage stage(1);
    AlarmRule rule = above(30); // everything that can be shown is
    rule.test = AlarmRule::Test::Outside;
    rule.upper = 40;
    rule.query = QStringLiteral("group:Hall");
    rule.hours = {0x1f, 60, 120};
    const auto dialog = std::make_unique<AlarmDialog>(AlarmDialog::Parts {stage.fleet, stage.columns, stage.alarms, stage.past}, rule, MetricId(), nullptr);
    dialog->show();
    const QSize most(1'000, 580); // 1024×640 without a frame and a panel
    auto *pages = dialog->findChild<QTabWidget *>();
    QCOMPARE(pages->count(), 2);
    for (int page = 0; page < pages->count(); ++page) {
        pages->setCurrentIndex(page);
        QCoreApplication::processEvents();
        QVERIFY2(dialog->minimumSizeHint().width() <= most.width() && dialog->minimumSizeHint().height() <= most.height(), qPrintable(QStringLiteral("%1×%2").arg(dialog->minimumSizeHint().width()).arg(dialog->minimumSizeHint().height())));
        QVERIFY(dialog->height() <= most.height());
        const auto widgets = pages->currentWidget()->findChildren<QWidget *>();
        for (const QWidget *widget : widgets)
            if (widget->isVisible() && widget->focusPolicy() != Qt::NoFocus && !widget->accessibleName().isEmpty())
                QVERIFY2(dialog->rect().contains(QRect(widget->mapTo(dialog.get(), QPoint()), widget->size())) && widget->height() >= widget->minimumSizeHint().height(), qPrintable(widget->accessibleName()));
    }
}

void TestAlarmWindow::tabulatorGoesThroughBothPagesInOrder()
{
    Stage stage(1);
    AlarmRule rule = above(30);
    rule.limitKey = QStringLiteral("battery");
    rule.hours = {0x1f, 60, 120};
    rule.again = AlarmRule::leastAgain;
    const auto dialog = std::make_unique<AlarmDialog>(AlarmDialog::Parts {stage.fleet, stage.columns, stage.alarms, stage.past}, rule, MetricId(), nullptr);
    dialog->show();
    auto *pages = dialog->findChild<QTabWidget *>();
    for (int page = 0; page < pages->count(); ++page) {
        pages->setCurrentIndex(page);
        QCoreApplication::processEvents();
        QPoint before(-1, -1);
        const QWidget *const own = pages->currentWidget();
        for (const QWidget *widget = pages; (widget = widget->nextInFocusChain()) != pages;) {
            if (!own->isAncestorOf(widget) || !widget->isVisible() || !widget->isEnabled() || !(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy())
                continue;
            const QPoint centre = widget->mapTo(own, widget->rect().center());
            const bool isLower = centre.y() > before.y() + 8;
            const bool isRight = centre.x() > before.x() && centre.y() > before.y() - 8;
            QVERIFY2(isLower || isRight, qPrintable(QStringLiteral("%1 %2,%3").arg(widget->accessibleName()).arg(centre.x()).arg(centre.y())));
            before = centre;
        }
        QVERIFY(before.y() > 0);
    }
}

void TestAlarmWindow::theLookBackComparesTwoMetrics()
{
    Stage stage(2);
    const Micros now = nowMicros();
    say(stage.fleet, metricOf({1}, 1), 25, now - 30'000'000LL);
    for (int n = 0; n < 20; ++n) { // ten times above 25, the last five of them below 40
        if (n == 10)
            say(stage.fleet, metricOf({1}, 1), 40, now - (20 - n) * 1'000'000LL);
        say(stage.fleet, metricOf({1}, 0), n % 2 == 0 ? 31 : 20, now - (20 - n) * 1'000'000LL);
    }
    AlarmRule rule = above(0);
    rule.address = QStringLiteral("mqtt:made-up/1");
    rule.limitKey = QStringLiteral("battery");
    const auto says = [](const AlarmDialog &dialog, const QString &words) {
        const auto labels = dialog.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->text().contains(words); });
    };
    const AlarmDialog::Parts parts {stage.fleet, stage.columns, stage.alarms, stage.past};
    const auto dialog = std::make_unique<AlarmDialog>(parts, rule, metricOf({1}, 0), nullptr);
    QTRY_VERIFY(says(*dialog, QStringLiteral("would have fired 5 time(s)")));
    QVERIFY(says(*dialog, QStringLiteral("there was no limit.")));
    rule.limitAddress = QStringLiteral("mqtt:made-up/2"); // says nothing
    const auto other = std::make_unique<AlarmDialog>(parts, rule, metricOf({1}, 0), nullptr);
    QTRY_VERIFY(says(*other, QStringLiteral("is not known")));
}

void TestAlarmWindow::emptyListsSayWhatToDo()
{
    Stage stage(1);
    auto *dialog = new AlarmRulesDialog(stage.fleet, stage.alarms, nullptr);
    dialog->show();
    auto *hint = dialog->findChild<EmptyHint *>();
    QVERIFY(hint && hint->isVisible());
    QVERIFY(!dialog->findChild<QTreeView *>()->header()->isVisible());
    const QSignalSpy wanted(dialog, &AlarmRulesDialog::newRequested);
    hint->findChild<QPushButton *>()->click();
    QCOMPARE(wanted.size(), 1);
    const AlarmRuleId id = stage.alarms.add(above(30)).value();
    QTRY_VERIFY(!hint->isVisible());
    QVERIFY(dialog->findChild<QTreeView *>()->header()->isVisible());
    stage.alarms.remove(id);
    QTRY_VERIFY(hint->isVisible());
    dialog->resize(900, 500);
    QCoreApplication::processEvents();
    QCOMPARE(hint->size(), dialog->findChild<QTreeView *>()->viewport()->size());
    delete dialog;
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
