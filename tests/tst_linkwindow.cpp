// The links as a person sees and makes them: dragged, by the keyboard, in the list, on the map.

#include "rules/linkwatch.h"
#include "ui/dragdata.h"
#include "ui/rules/linkdesk.h"
#include "ui/rules/linkdialog.h"
#include "ui/rules/linkends.h"
#include "ui/rules/linkmap.h"
#include "ui/rules/linkswindow.h"
#include "ui/theme.h"

#include "tests/support/madeupfleet.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QTest>

using namespace muster;
using namespace muster::support;

namespace {

CommandInfo dimmer()
{
    CommandInfo command;
    command.key = QStringLiteral("brightness");
    command.name = QStringLiteral("Brightness");
    command.argument = ArgumentType::Number;
    command.maximum = 255;
    command.metric = QStringLiteral("temperature");
    return command;
}

/// The program's parts about links, with four devices; the watch in the same thread.
class Stage
{
public:
    Stage()
    {
        QList<Device> devices;
        const QStringList names {QStringLiteral("Knob"), QStringLiteral("Bulb hall"), QStringLiteral("Bulb stairs"), QStringLiteral("Fan")};
        for (quint32 n = 1; n <= 4; ++n) {
            Device device = madeUpDevice(n);
            device.name = names.at(qsizetype(n) - 1);
            device.commands.prepend(dimmer());
            devices.append(device);
        }
        fleet.announce(devices);
        fleet.adopt({{1}, {2}, {3}, {4}});
        for (quint32 n = 1; n <= 4; ++n)
            support::say(fleet, metricOf({n}, 0), 20 + n);
        QObject::connect(&links, &Links::runChanged, &watch, &LinkWatch::setLinks);
        QObject::connect(&watch, &LinkWatch::changed, &links, &Links::take);
        QObject::connect(&dispatcher, &Dispatcher::sendRequested, &links, [this](const Command &command) { sent.append(command); });
        desk = new LinkDesk(fleet, links, &window);
        desk->showLinks();
    }
    void say(quint32 device, double value) { watch.take({{Sample {.time = nowMicros(), .value = value, .metric = metricOf({device}, 0)}}, {}}); }
    LinkId add(quint32 from, quint32 to, double scale = 1)
    {
        DeviceLink link;
        link.fromAddress = QStringLiteral("mqtt:made-up/%1").arg(from);
        link.fromKey = QStringLiteral("temperature");
        link.toAddress = QStringLiteral("mqtt:made-up/%1").arg(to);
        link.toKey = QStringLiteral("brightness");
        link.scale = scale;
        return links.add(link).value_or(LinkId {});
    }
    [[nodiscard]] LinksWindow &view() const { return *window.findChild<LinksWindow *>(); }
    [[nodiscard]] LinkDialog *dialog() const { return window.findChild<LinkDialog *>(); }
    [[nodiscard]] LinkEnds &ends(const char *name) const
    {
        const QList<LinkEnds *> all = view().findChildren<LinkEnds *>();
        return all.at(0)->accessibleName() == QLatin1String(name) ? *all.at(0) : *all.at(1);
    }
    [[nodiscard]] QTreeWidget &list() const
    {
        const QList<QTreeWidget *> all = view().findChildren<QTreeWidget *>();
        for (QTreeWidget *const one : all)
            if (!qobject_cast<LinkEnds *>(one))
                return *one;
        Q_UNREACHABLE();
    }
    [[nodiscard]] QPushButton *button(const char *text) const
    {
        const QList<QPushButton *> all = view().findChildren<QPushButton *>();
        for (QPushButton *const one : all)
            if (one->text() == QLatin1String(text))
                return one;
        return nullptr;
    }

    Fleet fleet;
    Dispatcher dispatcher {fleet};
    Links links {fleet, dispatcher};
    LinkWatch watch;
    QList<Command> sent;
    QWidget window;
    LinkDesk *desk = nullptr;
};

} // namespace

class TestLinkWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMetricDroppedOnACommandIsALink();
    void theKeyboardMakesALink();
    void theFormSaysWhatIsSentAndWhatIsWrong();
    void theListSwitchesLinksOffAndDeletesThem();
    void theMapGoesFromLinkToLink();
    void theMapHasRoomForSeveralBetweenTwo();
    void showsCountsAndTroubles();
};

void TestLinkWindow::aMetricDroppedOnACommandIsALink()
{
    Stage stage;
    LinkEnds &commands = stage.ends("Commands");
    QTreeWidgetItem *bulb = nullptr;
    for (int i = 0; i < commands.topLevelItemCount(); ++i)
        if (commands.topLevelItem(i)->text(0) == QLatin1String("Bulb hall"))
            bulb = commands.topLevelItem(i)->child(0);
    QVERIFY(bulb);
    commands.scrollToItem(bulb);
    const QPointF place = commands.visualItemRect(bulb).center();
    const std::unique_ptr<QMimeData> metric(dragdata::ofMetrics({metricOf({1}, 0)}));
    QDragEnterEvent enter(place.toPoint(), Qt::CopyAction, metric.get(), Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(commands.viewport(), &enter);
    QVERIFY(enter.isAccepted());
    QDragMoveEvent move(place.toPoint(), Qt::CopyAction, metric.get(), Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(commands.viewport(), &move);
    QVERIFY(move.isAccepted());
    QDropEvent drop(place, Qt::CopyAction, metric.get(), Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(commands.viewport(), &drop);
    LinkDialog *const dialog = stage.dialog();
    QVERIFY(dialog);
    QCOMPARE(dialog->link().fromAddress, QStringLiteral("mqtt:made-up/1"));
    QCOMPARE(dialog->link().fromKey, QStringLiteral("temperature"));
    QCOMPARE(dialog->link().toAddress, QStringLiteral("mqtt:made-up/2"));
    QCOMPARE(dialog->link().toKey, QStringLiteral("brightness"));
    Q_EMIT dialog->findChild<QDialogButtonBox *>()->accepted();
    QCOMPARE(stage.links.all().size(), 1);
    stage.say(1, 77);
    QCOMPARE(stage.sent.size(), 1);
    QCOMPARE(stage.sent.constFirst().device, DeviceId {2});
}

void TestLinkWindow::theKeyboardMakesALink()
{
    Stage stage;
    LinkEnds &metrics = stage.ends("Metrics");
    metrics.setCurrentItem(metrics.topLevelItem(0)->child(0));
    QTest::keyClick(&metrics, Qt::Key_Return);
    LinkDialog *const dialog = stage.dialog();
    QVERIFY(dialog);
    QVERIFY(!dialog->link().fromKey.isEmpty());
    QVERIFY(!dialog->link().toKey.isEmpty()); // the first there is
    Q_EMIT dialog->findChild<QDialogButtonBox *>()->accepted();
    QCOMPARE(stage.links.all().size(), 1);
}

void TestLinkWindow::theFormSaysWhatIsSentAndWhatIsWrong()
{
    Stage stage;
    const LinkId id = stage.add(1, 2, 10);
    stage.desk->edit(id);
    LinkDialog *const dialog = stage.dialog();
    QVERIFY(dialog);
    const auto says = [dialog](const char *text) {
        const QList<QLabel *> labels = dialog->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [text](const QLabel *label) { return label->text().contains(QLatin1String(text)); });
    };
    QVERIFY(says("becomes 210")); // 21 × 10
    dialog->findChild<QDoubleSpinBox *>()->setValue(2);
    QVERIFY(says("becomes 42"));
    const QList<QCheckBox *> boxes = dialog->findChildren<QCheckBox *>();
    for (QCheckBox *const box : boxes)
        if (box->text().startsWith(QLatin1String("at ")))
            box->click();
    const QList<QDoubleSpinBox *> numbers = dialog->findChildren<QDoubleSpinBox *>();
    for (QDoubleSpinBox *const number : numbers)
        if (number->accessibleName() == QLatin1String("Least value"))
            number->setValue(500);
    QVERIFY(says("The least value is larger than the most."));
}

void TestLinkWindow::theListSwitchesLinksOffAndDeletesThem()
{
    Stage stage;
    const LinkId id = stage.add(1, 2);
    QTreeWidget &list = stage.list();
    QCOMPARE(list.topLevelItemCount(), 1);
    list.topLevelItem(0)->setCheckState(0, Qt::Unchecked);
    QTRY_VERIFY(!stage.links.find(id)->enabled);
    QVERIFY(!stage.button("Delete")->isEnabled());
    list.topLevelItem(0)->setSelected(true);
    stage.button("Copy as JSON")->click();
    stage.button("Paste")->click();
    QCOMPARE(stage.links.all().size(), 2);
    QVERIFY(stage.button("Delete")->isEnabled());
    stage.button("Delete")->click();
    QCOMPARE(stage.links.all().size(), 1);
    QVERIFY(!stage.links.find(id));
    stage.button("Undo")->click();
    QCOMPARE(stage.links.all().size(), 2);
}

void TestLinkWindow::theMapGoesFromLinkToLink()
{
    Stage stage;
    const LinkId first = stage.add(1, 2);
    const LinkId second = stage.add(2, 1);
    auto *const map = stage.view().findChild<LinkMap *>();
    QVERIFY(map->boxOf(QStringLiteral("mqtt:made-up/1")).isValid());
    QVERIFY(map->boxOf(QStringLiteral("mqtt:made-up/3")).isNull());
    QTest::keyClick(map, Qt::Key_Right);
    QCOMPARE(map->current(), first);
    QTest::keyClick(map, Qt::Key_Right);
    QCOMPARE(map->current(), second);
    QVERIFY(stage.list().topLevelItem(1)->isSelected());
    QTest::keyClick(map, Qt::Key_Right);
    QCOMPARE(map->current(), first);
    QTest::keyClick(map, Qt::Key_Return);
    QVERIFY(stage.dialog());
    QCOMPARE(stage.dialog()->link().id, first);
}

void TestLinkWindow::theMapHasRoomForSeveralBetweenTwo()
{
    Stage stage;
    const LinkId first = stage.add(1, 2);
    const LinkId second = stage.add(1, 2, 3);
    auto *const map = stage.view().findChild<LinkMap *>();
    const QRectF from = map->boxOf(QStringLiteral("mqtt:made-up/1"));
    const QRectF to = map->boxOf(QStringLiteral("mqtt:made-up/2"));
    const QPoint middle(int(from.right() + to.left()) / 2, int(from.center().y()));
    QTest::mouseClick(map, Qt::LeftButton, {}, middle - QPoint(0, 14));
    QCOMPARE(map->current(), first);
    QTest::mouseClick(map, Qt::LeftButton, {}, middle + QPoint(0, 14));
    QCOMPARE(map->current(), second);
    QVERIFY(from.height() >= 72);
}

void TestLinkWindow::showsCountsAndTroubles()
{
    Stage stage;
    const LinkId works = stage.add(1, 2, 4);
    const LinkId fails = stage.add(1, 3);
    stage.add(2, 4);
    DeviceLink off = *stage.links.find(stage.add(3, 4));
    off.enabled = false;
    QVERIFY(stage.links.change(off));
    DeviceLink gone = off;
    gone.enabled = true;
    gone.toAddress = QStringLiteral("mqtt:gone");
    QVERIFY(stage.links.add(gone));
    stage.say(1, 30);
    QCOMPARE(stage.sent.size(), 2);
    stage.dispatcher.finish(stage.sent.at(0).id, {}, true);
    stage.dispatcher.finish(stage.sent.at(1).id, failure(Error::Code::TimedOut, QStringLiteral("Bulb stairs did not answer within 10 s.")), false);
    QCOMPARE(stage.links.state(works).sent, 1);
    QTRY_COMPARE(stage.list().topLevelItem(0)->text(4), QStringLiteral("1"));
    QCOMPARE(stage.list().topLevelItem(0)->text(6), QStringLiteral("Running"));
    QCOMPARE(stage.list().topLevelItem(1)->text(6), QStringLiteral("Failed: Bulb stairs did not answer within 10 s."));
    QCOMPARE(stage.list().topLevelItem(3)->text(6), QStringLiteral("Off"));
    QCOMPARE(stage.list().topLevelItem(4)->text(6), QStringLiteral("The device it commands (mqtt:gone) is not there."));
    QCOMPARE(linkwords::mood(*stage.links.find(fails), stage.links.state(fails)), linkwords::Mood::Trouble);
    stage.view().findChild<LinkMap *>()->setCurrent(works);
    const QString folder = qEnvironmentVariable("MUSTER_PICTURES"); // for whoever wants to look
    for (const theme::Mode mode : {theme::Mode::Light, theme::Mode::Dark}) {
        theme::apply(*qApp, mode);
        const QPixmap picture = stage.view().grab();
        QVERIFY(!picture.isNull());
        if (!folder.isEmpty())
            QVERIFY(picture.save(folder + (mode == theme::Mode::Light ? QStringLiteral("/links-light.png") : QStringLiteral("/links-dark.png"))));
    }
    stage.desk->edit(works);
    if (!folder.isEmpty())
        QVERIFY(stage.dialog()->grab().save(folder + QStringLiteral("/link-dialog.png")));
}

QTEST_MAIN(TestLinkWindow)
#include "tst_linkwindow.moc"
