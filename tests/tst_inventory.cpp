#include "store/inventory.h"

#include "store/sqlite.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace muster;

namespace {

Device lamp()
{
    Device device;
    device.id = {3};
    device.addresses = {QStringLiteral("mqtt:lamp"), QStringLiteral("mac:AA")};
    device.name = QStringLiteral("Lamp <b>");
    device.kind = Kind::M2M;
    device.convention = QStringLiteral("Home Assistant");
    Metric state;
    state.id = {11};
    state.key = QStringLiteral("state");
    state.type = MetricType::Boolean;
    state.options = {QStringLiteral("OFF"), QStringLiteral("ON")};
    Metric battery;
    battery.id = {12};
    battery.key = QStringLiteral("battery");
    battery.unit = QStringLiteral("%");
    battery.decimals = 0;
    battery.role = Role::Battery;
    battery.diagnostic = true;
    device.metrics = {state, battery};
    CommandInfo brightness;
    brightness.key = QStringLiteral("brightness");
    brightness.argument = ArgumentType::Number;
    brightness.maximum = 255;
    brightness.metric = QStringLiteral("brightness");
    brightness.dangerous = true;
    device.commands = {brightness};
    device.parts = {DevicePart {{3}, {}, QStringLiteral("mqtt"), device.convention, {QStringLiteral("mqtt:lamp")}, {}, {{{11}, state.key}}, {{brightness.key, brightness.key}}},
        DevicePart {{8}, {}, QStringLiteral("ble"), {}, {QStringLiteral("mac:AA")}, {}, {{{12}, QStringLiteral("level")}}, {}}};
    return device;
}

FleetEntry entryOf(const Device &device)
{
    return {device.id, QStringLiteral("Hall lamp"), {{1}, {2}}, {QStringLiteral("a,b"), QStringLiteral("ü")}, int(Kind::IoT), 1'234'567};
}

} // namespace

class TestInventory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void everythingComesBack()
    {
        {
            Inventory inventory(path());
            QVERIFY(inventory.load());
            inventory.storeDevices({lamp()}, {entryOf(lamp())});
            inventory.storeDevices({lamp()}, {entryOf(lamp())});
            inventory.storeGroups({{{1}, {}, QStringLiteral("Hall")}, {{2}, {1}, QStringLiteral("Door")}});
            inventory.storeConnections({{{4}, QStringLiteral("home"), QUrl(QStringLiteral("mqtt://ada@broker:1883?filter=%23")), true}}, {9});
        }
        Inventory inventory(path());
        const auto contents = inventory.load();
        QVERIFY(contents);
        QCOMPARE(contents->devices, QList<Device> {lamp()});
        QCOMPARE(contents->entries, QList<FleetEntry> {entryOf(lamp())});
        QCOMPARE(contents->groups.size(), 2);
        QCOMPARE(contents->groups[1].parent, GroupId {1});
        QCOMPARE(contents->connections.size(), 1);
        QCOMPARE(contents->connections[0].url, QUrl(QStringLiteral("mqtt://ada@broker:1883?filter=%23")));
        QCOMPARE(contents->lastConnection, ConnectionId {9});
        QCOMPARE(contents->lastMetric, MetricId {12});
        QCOMPARE(contents->lastDevice, DeviceId {8}); // parts have numbers of the same kind
    }

    void olderFileIsTakenOver()
    {
        {
            auto db = Sqlite::open(path());
            QVERIFY(db);
            QVERIFY((*db)->execute("CREATE TABLE meta(key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;"
                                   "CREATE TABLE device(id INTEGER PRIMARY KEY, description TEXT NOT NULL, name TEXT NOT NULL, kind INTEGER NOT NULL, "
                                   "tags TEXT NOT NULL, groups TEXT NOT NULL, added INTEGER NOT NULL);"
                                   "CREATE TABLE metric(id INTEGER PRIMARY KEY, device INTEGER NOT NULL, description TEXT NOT NULL);"
                                   "CREATE TABLE grp(id INTEGER PRIMARY KEY, parent INTEGER NOT NULL, name TEXT NOT NULL);"
                                   "CREATE TABLE connection(id INTEGER PRIMARY KEY, name TEXT NOT NULL, url TEXT NOT NULL, enabled INTEGER NOT NULL);"
                                   "INSERT INTO grp VALUES(7, 0, 'Hall'); PRAGMA user_version = 1"));
        }
        for (int start = 0; start < 2; ++start) {
            Inventory inventory(path());
            const auto contents = inventory.load();
            QVERIFY2(contents, contents ? "" : qPrintable(contents.error().text));
            QCOMPARE(contents->groups.size(), 1);
            QCOMPARE(contents->documents.value(QStringLiteral("calculations")), start == 0 ? QString() : QStringLiteral("second"));
            inventory.storeDocument(QStringLiteral("calculations"), QStringLiteral("first"));
            inventory.storeDocument(QStringLiteral("calculations"), QStringLiteral("second"));
        }
    }

    void forgottenDeviceLeavesItsIdBehind()
    {
        {
            Inventory inventory(path());
            QVERIFY(inventory.load());
            inventory.storeDevices({lamp()}, {entryOf(lamp())});
            inventory.forgetDevices({{3}});
        }
        Inventory inventory(path());
        const auto contents = inventory.load();
        QVERIFY(contents);
        QVERIFY(contents->devices.isEmpty());
        QCOMPARE(contents->lastDevice, DeviceId {8});
        QCOMPARE(contents->lastMetric, MetricId {12});
    }

    void noPasswordReachesTheFile()
    {
        {
            Inventory inventory(path());
            QVERIFY(inventory.load());
            inventory.storeConnections({{{1}, QStringLiteral("x"), QUrl(QStringLiteral("mqtt://ada:s3cr3t@broker")), true}}, {1});
        }
        for (const char *suffix : {"", "-wal"}) {
            QFile file(path() + QString::fromLatin1(suffix));
            if (file.open(QIODevice::ReadOnly))
                QVERIFY(!file.readAll().contains("s3cr3t"));
        }
    }

    void foreignFileIsSetAsideNotLost()
    {
        {
            QFile file(path());
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray(5'000, 'x'));
        }
        Inventory inventory(path());
        const auto contents = inventory.load();
        QVERIFY2(contents, contents ? "" : qPrintable(contents.error().text));
        QVERIFY(contents->devices.isEmpty());
        QVERIFY(!inventory.setAside().isEmpty());
        QFile aside(inventory.setAside());
        QVERIFY(aside.open(QIODevice::ReadOnly));
        QCOMPARE(aside.readAll(), QByteArray(5'000, 'x'));
    }

    void newerFileIsRefusedByName()
    {
        {
            auto db = Sqlite::open(path());
            QVERIFY(db);
            QVERIFY((*db)->execute("PRAGMA user_version = 99"));
        }
        Inventory inventory(path());
        const auto contents = inventory.load();
        QVERIFY(!contents);
        QCOMPARE(contents.error().code, Error::Code::Unsupported);
        QVERIFY(contents.error().text.contains(path()));
    }

    void missingFolderIsNamed()
    {
        Inventory inventory(m_folder->filePath(QStringLiteral("no/such/fleet.db")));
        const auto contents = inventory.load();
        QVERIFY(!contents);
        QVERIFY(contents.error().text.contains(QStringLiteral("no/such")));
    }

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("fleet.db")); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestInventory)
#include "tst_inventory.moc"
