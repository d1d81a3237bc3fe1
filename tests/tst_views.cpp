#include "tests/support/widgets.h"
#include "ui/discoveredview.h"
#include "ui/dragdata.h"
#include "ui/drophint.h"
#include "ui/fleet/fleettable.h"
#include "ui/fleet/groupstree.h"
#include "ui/fleetview.h"
#include "ui/groupsview.h"
#include "ui/inspector.h"
#include "ui/models/fleetmodel.h"
#include "ui/search/queryedit.h"
#include "ui/search/queryhint.h"
#include "ui/theme.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QCompleter>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>
#include <QVBoxLayout>

#include <memory>

using namespace muster;
using namespace muster::support;

class TestViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void aQueryIsAskedWhileItIsTyped();
    void wordsAreOfferedWhileOneTypes();
    void whatIsWrongIsToldBelowTheFieldAndCanBePutRight();
    void aSearchCanBeKeptAsAGroup();

    void anEmptyFleetOffersTheNextStep();
    void waitingDevicesCanBeAddedAtOnce();
    void aFilterWithoutMatchCanBeCleared();
    void theHeaderSaysWhatIsShown();
    void removingCanBeUndoneWithEverythingSaid();
    void devicesDroppedOnTheFleetJoinTheShownGroup();
    void devicesThatAreThereAlreadyAreNotAccepted();
    void renamingSurvivesValuesThatArrive();
    void selectionSurvivesAWholeNewList();
    void narrowTablesGiveUpColumnsInsteadOfScrolling();
    void columnsAndSortingComeBack();
    void theContextMenuOffersWhatKeysDo();
    void devicesDroppedOnAGroupJoinIt();
    void deletingAGroupCanBeUndone();
    void enterAddsDiscoveredDevicesOneAfterTheOther();
    void lookingTakesTheBadgeAway();
    void everyControlHasAName();
};

namespace {

// Shortcuts only reach the active window.
void focus(QWidget &widget)
{
    widget.window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(widget.window()));
    widget.setFocus();
}

// Enters with devices at `at`; true if that is accepted.
bool dragOver(QWidget &target, const QMimeData &data, const QPoint &at)
{
    QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    enter.setAccepted(false);
    QApplication::sendEvent(&target, &enter);
    return enter.isAccepted();
}

void drop(QWidget &target, const QMimeData &data, const QPoint &at)
{
    QDropEvent event(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&target, &event);
}

} // namespace

void TestViews::initTestCase()
{
    theme::apply(*qApp, theme::Mode::Light);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void TestViews::anEmptyFleetOffersTheNextStep()
{
    Stage stage;
    FleetView view(stage.fleet);
    view.show();
    QVERIFY(shows(view, QStringLiteral("No devices yet.")));
    const QSignalSpy connection(&view, &FleetView::addConnectionRequested);
    const QSignalSpy demo(&view, &FleetView::demoRequested);
    buttonSaying(view, QStringLiteral("Add a connection"))->click();
    buttonSaying(view, QStringLiteral("Try the demo fleet"))->click();
    QCOMPARE(connection.size(), 1);
    QCOMPARE(demo.size(), 1);
}

void TestViews::waitingDevicesCanBeAddedAtOnce()
{
    Stage stage;
    announceSome(stage.fleet, 3);
    FleetView view(stage.fleet);
    view.show();
    buttonSaying(view, QStringLiteral("Add them all"))->click();
    QCOMPARE(stage.fleet.members().size(), 3);
    QTRY_VERIFY(view.findChild<FleetTable *>()->isVisible());
}

void TestViews::aFilterWithoutMatchCanBeCleared()
{
    Stage stage;
    stage.fleet.adopt(announceSome(stage.fleet, 3));
    FleetView view(stage.fleet);
    view.show();
    view.setFilter(QStringLiteral("nothing like it"));
    QVERIFY(shows(view, QStringLiteral("No device matches “nothing like it”.")));
    const QSignalSpy cleared(&view, &FleetView::clearFilterRequested);
    buttonSaying(view, QStringLiteral("Clear the filter"))->click();
    QCOMPARE(cleared.size(), 1);
    QVERIFY(view.findChild<FleetTable *>()->isVisible());
}

void TestViews::theHeaderSaysWhatIsShown()
{
    Stage stage;
    stage.fleet.adopt(announceSome(stage.fleet, 5));
    const GroupId hall = stage.fleet.addGroup(QStringLiteral("Hall <b>B</b>"));
    stage.fleet.assign({{1}, {2}}, hall);
    Device quiet = madeUpDevice(2);
    quiet.presence = Presence::Offline;
    stage.fleet.announce({quiet});
    FleetView view(stage.fleet);
    view.show();
    QVERIFY(shows(view, QStringLiteral("5 devices · 1 offline")));
    view.setGroup(hall);
    QVERIFY(shows(view, QStringLiteral("Fleet ▸ Hall <b>B</b>")));
    QVERIFY(shows(view, QStringLiteral("2 devices · 1 offline")));
    view.setFilter(QStringLiteral("Device 1"));
    QVERIFY(shows(view, QStringLiteral("1 of 2 devices · 1 offline")));
}

void TestViews::removingCanBeUndoneWithEverythingSaid()
{
    Stage stage;
    stage.fleet.adopt(announceSome(stage.fleet, 3));
    const GroupId hall = stage.fleet.addGroup(QStringLiteral("Hall"));
    stage.fleet.assign({{2}}, hall);
    stage.fleet.rename({2}, QStringLiteral("Boiler"));
    stage.fleet.setTags({2}, {QStringLiteral("hot")});
    stage.fleet.setKind({2}, int(Kind::M2M));
    stage.fleet.withdraw({{2}}); // only the fleet remembers it now
    FleetView view(stage.fleet);
    view.show();
    view.selectDevices({{2}});
    focus(*view.findChild<FleetTable *>());
    QTest::keyClick(view.findChild<FleetTable *>(), Qt::Key_Delete);
    QVERIFY(!stage.fleet.isMember({2}));
    QVERIFY(shows(view, QStringLiteral("“Boiler” was removed from the fleet.")));
    buttonSaying(view, QStringLiteral("Undo"))->click();
    const FleetEntry *entry = stage.fleet.entry({2});
    QVERIFY(entry);
    QCOMPARE(entry->name, QStringLiteral("Boiler"));
    QCOMPARE(entry->tags, QStringList {QStringLiteral("hot")});
    QCOMPARE(entry->kind, int(Kind::M2M));
    QVERIFY(entry->groups.contains(hall));
    QVERIFY(stage.fleet.device({2}));
}

void TestViews::devicesDroppedOnTheFleetJoinTheShownGroup()
{
    Stage stage;
    announceSome(stage.fleet, 4);
    stage.fleet.adopt({{1}});
    const GroupId hall = stage.fleet.addGroup(QStringLiteral("Hall B"));
    FleetView view(stage.fleet);
    view.resize(600, 400);
    view.show();
    view.setGroup(hall);
    const QSignalSpy selected(&view, &FleetView::deviceSelected);
    const std::unique_ptr<QMimeData> data(dragdata::ofDevices({{2}, {3}}));
    QVERIFY(dragOver(view, *data, {300, 200}));
    const auto *hint = view.findChild<DropHint *>();
    QVERIFY(hint->isVisible());
    QCOMPARE(hint->sentence(), QStringLiteral("Add to Hall B"));
    drop(view, *data, {300, 200});
    QVERIFY(!hint->isVisible());
    QCOMPARE(stage.fleet.membersOf(hall).size(), 2);
    QCOMPARE(view.selectedDevices(), (QList<DeviceId> {{2}, {3}}));
    QVERIFY(!selected.isEmpty());
}

void TestViews::devicesThatAreThereAlreadyAreNotAccepted()
{
    Stage stage;
    announceSome(stage.fleet, 4);
    stage.fleet.adopt({{1}});
    FleetView view(stage.fleet);
    view.show();
    const std::unique_ptr<QMimeData> there(dragdata::ofDevices({{1}}));
    const std::unique_ptr<QMimeData> metrics(dragdata::ofMetrics({{1}}));
    QVERIFY(!dragOver(view, *there, {10, 10}));
    QVERIFY(!dragOver(view, *metrics, {10, 10}));
}

void TestViews::renamingSurvivesValuesThatArrive()
{
    Stage stage;
    stage.fleet.adopt(announceSome(stage.fleet, 3));
    FleetView view(stage.fleet);
    view.show();
    view.selectDevices({{2}});
    auto *table = view.findChild<FleetTable *>();
    focus(*table);
    QTest::keyClick(table, Qt::Key_F2);
    auto *editor = table->viewport()->findChild<QLineEdit *>();
    QVERIFY(editor);
    QCOMPARE(editor->text(), QStringLiteral("Device 2"));
    editor->setText(QStringLiteral("Boil"));
    QSignalSpy changed(table->model(), &QAbstractItemModel::dataChanged);
    say(stage.fleet, metricOf({2}, 0), 20);
    QTRY_VERIFY(!changed.isEmpty());
    QCOMPARE(editor->text(), QStringLiteral("Boil"));
    QTest::keyClicks(editor, QStringLiteral("er"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(stage.fleet.displayName({2}), QStringLiteral("Boiler"));
}

void TestViews::selectionSurvivesAWholeNewList()
{
    Stage stage;
    stage.fleet.adopt(announceSome(stage.fleet, 5'000));
    FleetView view(stage.fleet);
    view.show();
    view.selectDevices({{4'321}});
    const QSignalSpy reset(view.findChild<FleetTable *>()->model(), &QAbstractItemModel::modelReset);
    view.setFilter(QStringLiteral("4321"));
    QCOMPARE(reset.size(), 1);
    QCOMPARE(view.selectedDevices(), QList<DeviceId> {{4'321}});
}

void TestViews::narrowTablesGiveUpColumnsInsteadOfScrolling()
{
    Stage stage;
    stage.fleet.adopt(announceSome(stage.fleet, 3));
    FleetView view(stage.fleet);
    auto *table = view.findChild<FleetTable *>();
    view.resize(1'100, 400);
    view.show();
    for (int column = 0; column <= int(FleetColumn::Last_); ++column)
        QVERIFY(!table->isColumnHidden(column));
    view.resize(430, 400);
    QTRY_VERIFY(table->isColumnHidden(int(FleetColumn::Link)));
    QVERIFY(!table->isColumnHidden(int(FleetColumn::Name)));
    QTRY_COMPARE(table->horizontalScrollBar()->maximum(), 0);
    view.resize(1'100, 400);
    QTRY_VERIFY(!table->isColumnHidden(int(FleetColumn::Link)));
}

void TestViews::columnsAndSortingComeBack()
{
    Stage stage;
    stage.fleet.adopt(announceSome(stage.fleet, 3));
    FleetView before(stage.fleet);
    before.resize(1'100, 400);
    before.show();
    auto *table = before.findChild<FleetTable *>();
    table->showColumn(FleetColumn::Model, false);
    table->sortByColumn(int(FleetColumn::Signal), Qt::DescendingOrder);
    static_cast<FleetModel *>(table->model())->setMetricKey(QStringLiteral("power"));

    FleetView after(stage.fleet);
    after.resize(1'100, 400);
    after.show();
    QVERIFY(after.restoreState(before.saveState()));
    auto *restored = after.findChild<FleetTable *>();
    QVERIFY(!restored->showsColumn(FleetColumn::Model));
    QVERIFY(restored->isColumnHidden(int(FleetColumn::Model)));
    const FleetOrder &order = static_cast<FleetModel *>(restored->model())->order();
    QCOMPARE(int(order.column), int(FleetColumn::Signal));
    QCOMPARE(order.direction, Qt::DescendingOrder);
    QCOMPARE(order.metricKey, QStringLiteral("power"));
    QVERIFY(!after.restoreState(QByteArray("rubbish")));
    QVERIFY(!after.restoreState({}));
}

void TestViews::theContextMenuOffersWhatKeysDo()
{
    Stage stage;
    stage.fleet.adopt(announceSome(stage.fleet, 3));
    stage.fleet.addGroup(QStringLiteral("R&D"));
    FleetView view(stage.fleet);
    view.resize(700, 400);
    view.show();
    view.selectDevices({{1}, {2}});
    auto *table = view.findChild<FleetTable *>();
    Q_EMIT table->customContextMenuRequested({5, 5});
    auto *menu = view.findChild<QMenu *>();
    QVERIFY(menu);
    QStringList texts;
    QMenu *groups = nullptr;
    for (QAction *action : menu->actions()) {
        texts.append(action->text());
        if (action->text() == QStringLiteral("Add to group"))
            groups = action->menu();
    }
    for (const auto &text : {QStringLiteral("Plot"), QStringLiteral("Rename…"), QStringLiteral("Tags…"), QStringLiteral("Kind"), QStringLiteral("Remove from fleet")})
        QVERIFY2(texts.contains(text), qPrintable(text));
    QVERIFY(groups);
    QCOMPARE(groups->actions().first()->text(), QStringLiteral("R&&D"));
    groups->actions().first()->trigger();
    QCOMPARE(stage.fleet.membersOf(stage.fleet.groups().first().id).size(), 2);
    const QSignalSpy plotted(&view, &FleetView::plotDevicesRequested);
    menu->actions().first()->trigger();
    QCOMPARE(plotted.size(), 1);
    menu->close();
}

void TestViews::devicesDroppedOnAGroupJoinIt()
{
    Stage stage;
    announceSome(stage.fleet, 3);
    const GroupId hall = stage.fleet.addGroup(QStringLiteral("Hall B"));
    GroupsView view(stage.fleet);
    view.resize(240, 300);
    view.show();
    auto *tree = view.findChild<GroupsTree *>();
    const QPoint at = tree->visualRect(tree->model()->index(0, 0, tree->model()->index(0, 0))).center();
    const std::unique_ptr<QMimeData> data(dragdata::ofDevices({{2}}));
    QVERIFY(dragOver(*tree->viewport(), *data, at));
    QCOMPARE(tree->viewport()->findChild<DropHint *>()->sentence(), QStringLiteral("Add to Hall B"));
    drop(*tree->viewport(), *data, at);
    QCOMPARE(stage.fleet.membersOf(hall), QList<DeviceId> {{2}});
}

void TestViews::deletingAGroupCanBeUndone()
{
    Stage stage;
    stage.fleet.adopt(announceSome(stage.fleet, 3));
    const GroupId hall = stage.fleet.addGroup(QStringLiteral("Hall"));
    const GroupId corner = stage.fleet.addGroup(QStringLiteral("Corner"), hall);
    stage.fleet.assign({{1}}, hall);
    stage.fleet.assign({{2}}, corner);
    GroupsView view(stage.fleet);
    view.resize(240, 300);
    view.show();
    const QSignalSpy selected(&view, &GroupsView::groupSelected);
    view.setCurrentGroup(hall);
    view.removeCurrent();
    QVERIFY(stage.fleet.groups().isEmpty());
    QCOMPARE(view.currentGroup(), GroupId {});
    QCOMPARE(selected.size(), 2);
    buttonSaying(view, QStringLiteral("Undo"))->click();
    QCOMPARE(stage.fleet.groups().size(), 2);
    QCOMPARE(stage.fleet.membersOf(stage.fleet.groups().first().id).size(), 2);
}

void TestViews::enterAddsDiscoveredDevicesOneAfterTheOther()
{
    Stage stage;
    announceSome(stage.fleet, 4);
    DiscoveredView view(stage.fleet, stage.diagnostics, stage.connections);
    view.resize(240, 400);
    view.show();
    auto *tree = view.findChild<QTreeView *>();
    tree->setCurrentIndex(tree->model()->index(1, 0, tree->model()->index(0, 0)));
    QTest::keyClick(tree, Qt::Key_Return);
    QVERIFY(stage.fleet.isMember({2}));
    QTest::keyClick(tree, Qt::Key_Return);
    QVERIFY(stage.fleet.isMember({3}));
    QTest::keyClick(tree, Qt::Key_Return);
    QTest::keyClick(tree, Qt::Key_Return);
    QCOMPARE(stage.fleet.members().size(), 4);
    QTRY_VERIFY(!tree->isVisible());
}

void TestViews::lookingTakesTheBadgeAway()
{
    Stage stage;
    announceSome(stage.fleet, 4);
    DiscoveredView view(stage.fleet, stage.diagnostics, stage.connections);
    view.show();
    const QSignalSpy counted(&view, &DiscoveredView::newCountChanged);
    QCOMPARE(view.newCount(), 4);
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(&view, &leave); // only passing
    QCOMPARE(view.newCount(), 4);
    QFocusEvent away(QEvent::FocusOut);
    QApplication::sendEvent(view.findChild<QTreeView *>(), &away);
    QCOMPARE(view.newCount(), 0);
    QCOMPARE(counted.size(), 1);
    announceSome(stage.fleet, 1, 9);
    QCOMPARE(view.newCount(), 1);
}

void TestViews::everyControlHasAName()
{
    const QStringList options {QStringLiteral("eco")};
    Device device = madeUpDevice(1);
    device.commands = {{.key = QStringLiteral("n"), .argument = ArgumentType::Number}, {.key = QStringLiteral("a"), .argument = ArgumentType::Boolean},
        {.key = QStringLiteral("b"), .argument = ArgumentType::Enumeration, .options = options}, {.key = QStringLiteral("c"), .argument = ArgumentType::Text},
        {.key = QStringLiteral("d"), .dangerous = true}};
    Stage stage;
    stage.fleet.announce({device});
    Inspector inspector(stage.fleet, stage.dispatcher);
    inspector.showDevice({1});
    FleetView fleet(stage.fleet);
    GroupsView groups(stage.fleet);
    DiscoveredView discovered(stage.fleet, stage.diagnostics, stage.connections);
    QStringList nameless;
    for (const QWidget *view : {static_cast<QWidget *>(&inspector), static_cast<QWidget *>(&fleet), static_cast<QWidget *>(&groups), static_cast<QWidget *>(&discovered)}) {
        const QList<QWidget *> all = view->findChildren<QWidget *>();
        for (QWidget *one : all) {
            const auto *button = qobject_cast<QAbstractButton *>(one);
            const bool isPart = qobject_cast<QAbstractSpinBox *>(one->parentWidget()) || qobject_cast<QComboBox *>(one->parentWidget())
                || qobject_cast<QLineEdit *>(one->parentWidget()) || one->inherits("QScrollArea") || one->inherits("QHeaderView") || one->inherits("QLabel") || one->inherits("QComboBoxListView");
            if (one->focusPolicy() == Qt::NoFocus || isPart || one->focusProxy())
                continue;
            if (one->accessibleName().isEmpty() && !(button && !button->text().isEmpty()))
                nameless.append(QLatin1String(one->metaObject()->className()) + u' ' + one->objectName());
        }
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
}

void TestViews::aQueryIsAskedWhileItIsTyped()
{
    QueryEdit edit;
    const QSignalSpy queried(&edit, &QueryEdit::queried);
    const QSignalSpy complained(&edit, &QueryEdit::complaintChanged);
    QTest::keyClicks(&edit, QStringLiteral("a>1"));
    QCOMPARE(queried.size(), 2); // "a" and "a>1"; "a>" is no query
    QVERIFY(!edit.error());
    QCOMPARE(complained.size(), 0);
}

void TestViews::wordsAreOfferedWhileOneTypes()
{
    Stage stage;
    stage.fleet.adopt(announceSome(stage.fleet, 3));
    const FleetColumns columns(stage.fleet);
    QueryEdit edit;
    edit.setColumns(&columns);
    edit.show();
    auto *completer = edit.findChild<QCompleter *>();
    QTest::keyClicks(&edit, QStringLiteral("tempe"));
    QVERIFY(completer->popup()->isVisible());
    QVERIFY(!completer->popup()->currentIndex().isValid()); // Return searches what was typed
    QTest::keyClick(completer->popup(), Qt::Key_Down);
    QTest::keyClick(completer->popup(), Qt::Key_Return);
    QCOMPARE(edit.text(), QStringLiteral("temperature:"));
    completer->popup()->hide();
    edit.clear();
    QTest::keyClicks(&edit, QStringLiteral("status:off"));
    QTest::keyClick(completer->popup(), Qt::Key_Down);
    QTest::keyClick(completer->popup(), Qt::Key_Return);
    QCOMPARE(edit.text(), QStringLiteral("status:offline "));
}

void TestViews::whatIsWrongIsToldBelowTheFieldAndCanBePutRight()
{
    Stage stage;
    stage.fleet.adopt(announceSome(stage.fleet, 3));
    const FleetColumns columns(stage.fleet);
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *edit = new QueryEdit;
    column->addWidget(edit);
    column->addStretch();
    auto *hint = new QueryHint(*edit);
    edit->setColumns(&columns);
    window.resize(500, 200);
    window.show();
    edit->setText(QStringLiteral("status:ofline"));
    QVERIFY(edit->error());
    QVERIFY(!hint->isVisible()); // not in the middle of a word
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(hint->isVisible());
    QVERIFY(hint->y() >= edit->geometry().bottom());
    QVERIFY(window.rect().contains(hint->geometry()));
    hint->findChild<QPushButton *>()->click();
    QCOMPARE(edit->text(), QStringLiteral("status:offline"));
    QVERIFY(!hint->isVisible());
    edit->setText(QStringLiteral("temprature>5")); // well formed, but no device has it
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(!edit->error() && hint->isVisible());
}

void TestViews::aSearchCanBeKeptAsAGroup()
{
    Stage stage;
    stage.fleet.adopt(announceSome(stage.fleet, 9));
    FleetColumns columns(stage.fleet);
    DynamicGroups dynamic(columns);
    GroupsView groups(stage.fleet, &dynamic, &columns);
    FleetView view(stage.fleet, &columns);
    view.setCanKeepQueries(true);
    connect(&view, &FleetView::keepQueryRequested, &groups, &GroupsView::keepQuery);
    connect(&groups, &GroupsView::dynamicGroupSelected, &view, &FleetView::setDynamicGroup);
    groups.show();
    view.show();
    view.setFilter(QStringLiteral("model:M1"));
    buttonSaying(view, QStringLiteral("Save as group…"))->click();
    auto *dialog = groups.findChild<QInputDialog *>();
    QVERIFY(dialog);
    dialog->setTextValue(QStringLiteral("Ones"));
    dialog->accept();
    QCOMPARE(dynamic.all().size(), 1);
    view.setFilter({});
    QVERIFY(shows(view, QStringLiteral("Fleet ▸ Ones")));
    QVERIFY(shows(view, QStringLiteral("3 devices")));
    QVERIFY(dynamic.change({dynamic.all().first().id, QStringLiteral("Eights"), QStringLiteral("name:*8")}));
    QVERIFY(shows(view, QStringLiteral("Fleet ▸ Eights")));
    QVERIFY(shows(view, QStringLiteral("1 device")));
    groups.removeCurrent();
    QVERIFY(dynamic.all().isEmpty());
}

QTEST_MAIN(TestViews)
#include "tst_views.moc"
