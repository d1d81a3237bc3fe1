// Scenes as a person sees them: captured from devices, edited, applied, deleted and put back, shared as JSON.

#include "tests/support/madeupfleet.h"
#include "tests/support/widgets.h"
#include "ui/rules/scenedialog.h"
#include "ui/rules/scenevalues.h"
#include "ui/rules/scenewindow.h"
#include "ui/undobar.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QTest>

using namespace muster;
using namespace muster::support;

namespace {

struct Room
{
    explicit Room(quint32 devices)
    {
        QList<Device> made;
        QList<DeviceId> ids;
        for (quint32 n = 1; n <= devices; ++n) {
            Device device = madeUpDevice(n);
            CommandInfo limit;
            limit.key = QStringLiteral("limit");
            limit.name = QStringLiteral("Limit");
            limit.argument = ArgumentType::Number;
            limit.metric = QStringLiteral("temperature");
            CommandInfo valve = limit;
            valve.key = QStringLiteral("valve");
            valve.name = QStringLiteral("Valve");
            valve.dangerous = true;
            device.commands += {limit, valve};
            made.append(device);
            ids.append(device.id);
        }
        stage.fleet.announce(made);
        stage.fleet.adopt(ids);
        for (const DeviceId id : ids) {
            say(stage.fleet, metricOf(id, 0), 20 + id.n);
            say(stage.fleet, metricOf(id, 3), 1);
        }
        QObject::connect(&stage.dispatcher, &Dispatcher::sendRequested, &scenes, [this](const Command &command) {
            sent.append(QStringLiteral("%1 %2 %3").arg(command.device.n).arg(command.key, scenelogic::textOf(command.argument)));
            open.append(command.id);
            if (obeys)
                stage.dispatcher.finish(command.id, {}, true);
        });
    }
    [[nodiscard]] SceneDialog *dialog() { return window.findChild<SceneDialog *>(); }
    [[nodiscard]] SceneId add(const QString &name, const QList<SceneValue> &values = {{QStringLiteral("mqtt:made-up/1"), QStringLiteral("power"), true}})
    {
        const Result<SceneId> added = scenes.add({{}, name, values});
        return added ? *added : SceneId();
    }

    Stage stage;
    Scenes scenes {stage.fleet, stage.dispatcher};
    SceneWindow window {stage.fleet, scenes, nullptr};
    QStringList sent;
    QList<CommandId> open;
    bool obeys = true;
};

QTreeWidget *tree(QWidget &window, const QString &name)
{
    const QList<QTreeWidget *> all = window.findChildren<QTreeWidget *>();
    const auto it = std::find_if(all.cbegin(), all.cend(), [&name](const QTreeWidget *one) { return one->accessibleName() == name; });
    return it == all.cend() ? nullptr : *it;
}

QString said(QWidget &in)
{
    QStringList all;
    const QList<QLabel *> labels = in.findChildren<QLabel *>();
    for (const QLabel *label : labels)
        if (label->isVisible())
            all.append(label->text());
    return all.join(u'\n');
}

} // namespace

class TestSceneWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatChosenDevicesAreBecomesAScene();
    void devicesCanBeFoundAndTakenIn();
    void aValueIsEditedInItsCell();
    void whatCannotBeSetIsSaidAndTakenBack();
    void thePresentValuesAreTakenAgain();
    void applyingShowsProgressAndFailures();
    void dangerousCommandsAreAskedAboutFirst();
    void aDeletedSceneComesBack();
    void scenesAreSharedAsJson();
    void aDeviceThatIsGoneStays();
    void everythingHasANameAndAKey();
};

void TestSceneWindow::whatChosenDevicesAreBecomesAScene()
{
    Room room(3);
    room.window.show();
    QVERIFY(said(room.window).contains(QStringLiteral("No scenes yet.")));
    room.window.capture({DeviceId {1}, DeviceId {3}});
    SceneDialog *const dialog = room.dialog();
    QVERIFY(dialog);
    QVERIFY(said(*dialog).contains(QStringLiteral("A scene needs a name.")));
    dialog->findChild<QLineEdit *>()->setText(QStringLiteral("Morning"));
    buttonSaying(*dialog, QStringLiteral("Create scene"))->click();
    QCOMPARE(room.scenes.all().size(), 1);
    const QList<SceneValue> wanted {{QStringLiteral("mqtt:made-up/1"), QStringLiteral("power"), true}, {QStringLiteral("mqtt:made-up/1"), QStringLiteral("limit"), 21.0},
        {QStringLiteral("mqtt:made-up/3"), QStringLiteral("power"), true}, {QStringLiteral("mqtt:made-up/3"), QStringLiteral("limit"), 23.0}};
    QCOMPARE(room.scenes.all().first().values, wanted); // what is dangerous is not captured
    QTRY_COMPARE(tree(room.window, QStringLiteral("Scenes"))->topLevelItemCount(), 1);
    QTRY_COMPARE(tree(room.window, QStringLiteral("What it sets"))->topLevelItemCount(), 4);
}

void TestSceneWindow::devicesCanBeFoundAndTakenIn()
{
    Room room(12);
    room.window.show();
    room.window.capture({});
    SceneDialog *const dialog = room.dialog();
    auto *values = dialog->findChild<SceneValues *>();
    QCOMPARE(values->topLevelItemCount(), 12);
    const QList<QLineEdit *> fields = dialog->findChildren<QLineEdit *>();
    for (QLineEdit *field : fields)
        if (field->accessibleName() == QStringLiteral("Search devices"))
            field->setText(QStringLiteral("device 12"));
    QCOMPARE(values->topLevelItemCount(), 1);
    values->topLevelItem(0)->setCheckState(0, Qt::Checked);
    QCOMPARE(values->chosen().size(), 2);
    for (QLineEdit *field : fields)
        field->setText(field->accessibleName() == QStringLiteral("Name") ? QStringLiteral("x") : QStringLiteral("device 3"));
    QCOMPARE(values->topLevelItemCount(), 2); // those of the scene stay
    QCOMPARE(values->topLevelItem(0)->text(0), QStringLiteral("Device 12"));
    values->topLevelItem(0)->child(0)->setCheckState(0, Qt::Unchecked);
    QCOMPARE(values->chosen().size(), 1);
    QVERIFY(buttonSaying(*dialog, QStringLiteral("Create scene"))->isEnabled());
}

void TestSceneWindow::aValueIsEditedInItsCell()
{
    Room room(1);
    const SceneId id = room.add(QStringLiteral("x"));
    SceneDialog dialog(room.stage.fleet, room.scenes, *room.scenes.scene(id), nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    auto *values = dialog.findChild<SceneValues *>();
    QTreeWidgetItem *const device = values->topLevelItem(0);
    QCOMPARE(device->childCount(), 2);
    device->child(0)->setText(1, QStringLiteral("off"));
    QCOMPARE(values->chosen(), (QList<SceneValue> {{QStringLiteral("mqtt:made-up/1"), QStringLiteral("power"), false}}));
    device->child(1)->setText(1, QStringLiteral("37.5")); // who writes a value means it
    QCOMPARE(device->child(1)->checkState(0), Qt::Checked);
    QCOMPARE(values->chosen().last().argument, Value(37.5));
    buttonSaying(dialog, QStringLiteral("Save"))->click();
    QCOMPARE(room.scenes.scene(id)->values.size(), 2);
}

void TestSceneWindow::whatCannotBeSetIsSaidAndTakenBack()
{
    Room room(1);
    SceneDialog dialog(room.stage.fleet, room.scenes, *room.scenes.scene(room.add(QStringLiteral("x"))), nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    auto *values = dialog.findChild<SceneValues *>();
    values->topLevelItem(0)->child(1)->setText(1, QStringLiteral("hot"));
    QVERIFY2(shows(dialog, QStringLiteral("This must be a number from 0 to 100.")), qPrintable(said(dialog)));
    QCOMPARE(values->topLevelItem(0)->child(1)->text(1), QStringLiteral("21"));
    values->topLevelItem(0)->child(0)->setText(1, QStringLiteral("perhaps"));
    QVERIFY(shows(dialog, QStringLiteral("This must be on or off.")));
    QCOMPARE(values->chosen().size(), 1);
}

void TestSceneWindow::thePresentValuesAreTakenAgain()
{
    Room room(1);
    const SceneId id = room.add(QStringLiteral("x"), {{QStringLiteral("mqtt:made-up/1"), QStringLiteral("limit"), 5.0}, {QStringLiteral("mqtt:gone"), QStringLiteral("power"), true}});
    SceneDialog dialog(room.stage.fleet, room.scenes, *room.scenes.scene(id), nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    buttonSaying(dialog, QStringLiteral("Take the present values"))->click();
    auto *values = dialog.findChild<SceneValues *>();
    QCOMPARE(values->chosen().first().argument, Value(21.0));
    QCOMPARE(values->chosen().last().argument, Value(true));
    QVERIFY(said(dialog).contains(QStringLiteral("is not known; they stay as they were.")));
}

void TestSceneWindow::applyingShowsProgressAndFailures()
{
    Room room(2);
    room.obeys = false;
    room.window.show();
    const SceneId id = room.add(QStringLiteral("x"), {{QStringLiteral("mqtt:made-up/1"), QStringLiteral("power"), true}, {QStringLiteral("mqtt:made-up/2"), QStringLiteral("power"), true}, {QStringLiteral("mqtt:gone"), QStringLiteral("power"), true}});
    QTreeWidget *const list = tree(room.window, QStringLiteral("Scenes"));
    QTRY_COMPARE(list->topLevelItemCount(), 1);
    room.window.select(id);
    buttonSaying(room.window, QStringLiteral("Apply"))->click();
    QTRY_COMPARE(room.sent.size(), 2);
    QTRY_COMPARE(list->topLevelItem(0)->text(2), QStringLiteral("Being applied: 1 of 3, 1 failed"));
    QVERIFY(!buttonSaying(room.window, QStringLiteral("Apply"))->isEnabled());
    QVERIFY(buttonSaying(room.window, QStringLiteral("Stop"))->isEnabled());
    room.stage.dispatcher.finish(room.open.at(0), {}, true);
    room.stage.dispatcher.finish(room.open.at(1), {}, true);
    QTRY_COMPARE(list->topLevelItem(0)->text(2), QStringLiteral("2 of 3 set, 1 failed"));
    QVERIFY(tree(room.window, QStringLiteral("What it sets"))->topLevelItem(2)->text(3).contains(QStringLiteral("mqtt:gone")));
    QVERIFY(buttonSaying(room.window, QStringLiteral("Apply"))->isEnabled());
}

void TestSceneWindow::dangerousCommandsAreAskedAboutFirst()
{
    Room room(1);
    room.window.show();
    const SceneId id = room.add(QStringLiteral("x"), {{QStringLiteral("mqtt:made-up/1"), QStringLiteral("power"), true}, {QStringLiteral("mqtt:made-up/1"), QStringLiteral("valve"), 1.0}});
    QTRY_COMPARE(tree(room.window, QStringLiteral("Scenes"))->topLevelItemCount(), 1);
    room.window.select(id);
    buttonSaying(room.window, QStringLiteral("Apply"))->click();
    QVERIFY(said(room.window).contains(QStringLiteral("dangerous")));
    QCoreApplication::processEvents();
    QVERIFY(room.sent.isEmpty());
    buttonSaying(room.window, QStringLiteral("Leave these out"))->click();
    QTRY_COMPARE(room.sent, QStringList {QStringLiteral("1 power on")});
    QTRY_VERIFY(buttonSaying(room.window, QStringLiteral("Apply"))->isEnabled());
    buttonSaying(room.window, QStringLiteral("Apply"))->click();
    buttonSaying(room.window, QStringLiteral("Send these, too"))->click();
    QTRY_COMPARE(room.sent.size(), 3);
    QCOMPARE(room.sent.last(), QStringLiteral("1 valve 1"));
}

void TestSceneWindow::aDeletedSceneComesBack()
{
    Room room(1);
    room.window.show();
    const Scene scene = *room.scenes.scene(room.add(QStringLiteral("x")));
    QTRY_COMPARE(tree(room.window, QStringLiteral("Scenes"))->topLevelItemCount(), 1);
    room.window.select(scene.id);
    buttonSaying(room.window, QStringLiteral("Delete"))->click();
    QVERIFY(room.scenes.all().isEmpty());
    QTRY_VERIFY(shows(room.window, QStringLiteral("“x” was deleted.")));
    buttonSaying(room.window, QStringLiteral("Undo"))->click();
    QCOMPARE(room.scenes.all(), QList<Scene> {scene});
}

void TestSceneWindow::scenesAreSharedAsJson()
{
    Room room(1);
    room.window.show();
    const SceneId id = room.add(QStringLiteral("x"));
    QTRY_COMPARE(tree(room.window, QStringLiteral("Scenes"))->topLevelItemCount(), 1);
    room.window.select(id);
    buttonSaying(room.window, QStringLiteral("Copy as JSON"))->click();
    QVERIFY(!QGuiApplication::clipboard()->text().contains(QStringLiteral("\"id\"")));
    buttonSaying(room.window, QStringLiteral("Paste"))->click();
    QVERIFY(shows(room.window, QStringLiteral("There is a scene “x” already. Choose another name.")));
    room.scenes.remove(id);
    buttonSaying(room.window, QStringLiteral("Paste"))->click();
    QCOMPARE(room.scenes.all().size(), 1);
    QGuiApplication::clipboard()->setText(QStringLiteral("hello"));
    buttonSaying(room.window, QStringLiteral("Paste"))->click();
    QVERIFY(shows(room.window, QStringLiteral("The clipboard holds no scene. Copy one as JSON first.")));
}

void TestSceneWindow::aDeviceThatIsGoneStays()
{
    Room room(1);
    const SceneId id = room.add(QStringLiteral("x"), {{QStringLiteral("mqtt:<b>gone"), QStringLiteral("power"), true}});
    SceneDialog dialog(room.stage.fleet, room.scenes, *room.scenes.scene(id), nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    auto *values = dialog.findChild<SceneValues *>();
    QCOMPARE(values->topLevelItemCount(), 2);
    QCOMPARE(values->topLevelItem(0)->text(0), QStringLiteral("mqtt:<b>gone (not there now)"));
    buttonSaying(dialog, QStringLiteral("Save"))->click();
    QCOMPARE(room.scenes.scene(id)->values.size(), 1);
}

void TestSceneWindow::everythingHasANameAndAKey()
{
    Room room(1);
    room.window.show();
    room.window.capture({DeviceId {1}});
    for (QWidget *window : {static_cast<QWidget *>(&room.window), static_cast<QWidget *>(room.dialog())}) {
        const QList<QTreeWidget *> trees = window->findChildren<QTreeWidget *>();
        for (const QTreeWidget *one : trees)
            QVERIFY(!one->accessibleName().isEmpty());
        const QList<QAbstractButton *> buttons = window->findChildren<QAbstractButton *>();
        for (const QAbstractButton *button : buttons)
            QVERIFY2(!button->isVisible() || !button->text().isEmpty() || !button->accessibleName().isEmpty() || button->metaObject()->className() == QByteArray("QLineEditIconButton"),
                button->metaObject()->className());
    }
    const SceneId id = room.add(QStringLiteral("x"));
    QTreeWidget *const list = tree(room.window, QStringLiteral("Scenes"));
    QTRY_COMPARE(list->topLevelItemCount(), 1);
    room.window.select(id);
    room.dialog()->close();
    QTRY_VERIFY(!room.dialog());
    room.window.activateWindow();
    list->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(&room.window));
    QTest::keyClick(list, Qt::Key_F5);
    QTRY_COMPARE(room.sent.size(), 1);
    QTest::keyClick(list, Qt::Key_Delete);
    QVERIFY(room.scenes.all().isEmpty());
}

QTEST_MAIN(TestSceneWindow)
#include "tst_scenewindow.moc"
