// Devices merged and split by hand, as a person does it.
#include "core/fleet.h"
#include "core/identities.h"
#include "ui/fleet/mergedesk.h"
#include "ui/fleet/mergedialog.h"
#include "ui/fleetview.h"
#include "ui/inspector/detailspanel.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace muster;

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

/// For a person to look at, where MUSTER_PICTURES names a folder.
void picture(QWidget &widget, const char *name)
{
    const QString folder = qEnvironmentVariable("MUSTER_PICTURES");
    if (folder.isEmpty())
        return;
    widget.show();
    QCoreApplication::processEvents();
    widget.grab().save(folder + QLatin1Char('/') + QLatin1StringView(name));
}

Device device(quint32 id, const char *name, const QStringList &addresses)
{
    Device made;
    made.id = {id};
    made.connection = {1};
    made.name = text(name);
    made.addresses = addresses;
    return made;
}

} // namespace

class TestMerging : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOtherDeviceIsSearchedAndChosen()
    {
        Fleet fleet;
        fleet.announce({device(1, "Fridge", {text("ble:X")}), device(2, "Oven", {text("mqtt:b/oven")}), device(3, "Fridge top", {text("mqtt:b/fridge")})});
        MergeDialog dialog(fleet, {1});
        QSignalSpy chosen(&dialog, &MergeDialog::chosen);
        auto *list = dialog.findChild<QListWidget *>();
        QCOMPARE(list->count(), 2); // not itself
        const auto buttons = dialog.findChildren<QPushButton *>();
        const auto merge = std::find_if(buttons.cbegin(), buttons.cend(), [](const QPushButton *button) { return button->isDefault(); });
        QVERIFY(merge != buttons.cend());
        QVERIFY(!(*merge)->isEnabled());
        dialog.findChild<QLineEdit *>()->setText(text("fridge"));
        QCOMPARE(list->count(), 1);
        QVERIFY((*merge)->isEnabled());
        const auto labels = dialog.findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) { return label->text().contains(text("mqtt:b/fridge")); }));
        picture(dialog, "merge.png");
        (*merge)->click();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.at(0).at(0).value<DeviceId>(), DeviceId {3});
    }

    void mergingSaysWhatItDidAndIsUndone()
    {
        Fleet fleet;
        fleet.announce({device(1, "Fridge", {text("ble:X")}), device(2, "Oven", {text("mqtt:b/oven")})});
        Identities identities(fleet);
        FleetView view(fleet);
        MergeDesk desk(fleet, identities, &view);
        QObject::connect(&desk, &MergeDesk::done, &view, &FleetView::offerUndo);
        view.show();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        desk.merge({{1}, {2}});
        QCOMPARE(identities.current().together, QList<QStringList>({{text("ble:X"), text("mqtt:b/oven")}}));
        const auto labels = view.findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) { return label->isVisible() && label->text().contains(text("“Fridge”, “Oven”")); }));
        QTest::keyClick(&view, Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(identities.current().isEmpty());
    }

    void tooManyAreNotMerged()
    {
        Fleet fleet;
        QList<Device> devices;
        QList<DeviceId> ids;
        for (quint32 id = 1; id <= Identity::maxParts + 1; ++id) {
            devices.append(device(id, "Plug", {text("mqtt:b/%1").arg(id)}));
            ids.append(DeviceId {id});
        }
        fleet.announce(devices);
        Identities identities(fleet);
        FleetView view(fleet);
        MergeDesk desk(fleet, identities, &view);
        QSignalSpy done(&desk, &MergeDesk::done);
        desk.merge(ids);
        QVERIFY(identities.current().isEmpty());
        QVERIFY(done.at(0).at(0).toString().contains(text("64")));
        QVERIFY(!done.at(0).at(1).value<std::function<void()>>());
    }

    void addressesThatCanBeToldApartAreSplitOff()
    {
        Fleet fleet;
        Device both = device(1, "Fridge", {text("ble:X"), text("mac:X"), text("ha:9")});
        both.sources = {{text("ble:X"), text("mac:X")}, {text("ha:9"), text("mac:X")}};
        fleet.announce({both});
        Identities identities(fleet);
        DetailsPanel details(fleet);
        details.setDevice({1});
        QVERIFY(details.findChildren<QToolButton *>().isEmpty());
        details.setIdentities(&identities);
        const auto buttons = details.findChildren<QToolButton *>();
        QCOMPARE(buttons.size(), 2); // not what every source has
        picture(details, "split.png");
        QSignalSpy split(&details, &DetailsPanel::splitRequested);
        buttons.constLast()->click();
        QCOMPARE(split.at(0).at(1).toString(), text("ha:9"));
        MergeDesk desk(fleet, identities, &details);
        QSignalSpy done(&desk, &MergeDesk::done);
        desk.split({1}, text("ha:9"));
        QCOMPARE(identities.current().apart.size(), 1);
        QCOMPARE(identities.current().apart.constFirst().own, QStringList {text("ha:9")});
        QCOMPARE(done.size(), 1);
        done.at(0).at(1).value<std::function<void()>>()();
        QVERIFY(identities.current().isEmpty());
    }
};

QTEST_MAIN(TestMerging)
#include "tst_merging.moc"
