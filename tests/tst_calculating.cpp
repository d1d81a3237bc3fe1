// Calculated metrics in the running program: on their thread, into fleet.db and back.

#include "app/calculating.h"
#include "core/fleet.h"
#include "core/ingest.h"
#include "store/inventory.h"

#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace muster;

namespace {

/// What Services makes of them, with a thread for muster-io.
class Stage
{
public:
    explicit Stage(const QString &folder)
        : inventory(folder + QStringLiteral("/fleet.db"))
    {
        const auto contents = inventory.load();
        if (!contents)
            qFatal("%s", qPrintable(contents.error().text));
        QObject::connect(ingest.get(), &Ingest::devicesAnnounced, &fleet, &Fleet::announce);
        QObject::connect(ingest.get(), &Ingest::devicesWithdrawn, &fleet, &Fleet::withdraw);
        QObject::connect(ingest.get(), &Ingest::sampled, &fleet, &Fleet::observe);
        QObject::connect(&fleet, &Fleet::observed, ingest.get(), &Ingest::acknowledge);
        fleet.restore(contents->devices, contents->entries, contents->groups);
        ingest->seed(contents->devices, contents->lastDevice, contents->lastMetric);
        ingest->moveToThread(&io);
        io.start();
        lost = calculating.start(io, contents->documents.value(Calculating::document()), inventory);
    }
    ~Stage()
    {
        // What InventorySync does in the program.
        QList<Device> devices;
        QList<FleetEntry> entries;
        const QList<DeviceId> members = fleet.members();
        for (const DeviceId id : members) {
            devices.append(*fleet.device(id));
            entries.append(*fleet.entry(id));
        }
        inventory.storeDevices(devices, entries);
        calculating.stop();
        ingest.release()->deleteLater();
        io.quit();
        io.wait();
    }
    /// A device with one metric, which says a value.
    void say(double value)
    {
        QMetaObject::invokeMethod(ingest.get(), [door = ingest.get(), value] {
            Device device;
            device.addresses = {QStringLiteral("test:1")};
            device.name = QStringLiteral("Meter");
            Metric metric;
            metric.key = QStringLiteral("power");
            const DeviceId id = door->announce(device);
            door->push({}, door->metric(id, metric), nowMicros(), value);
        });
    }

    QThread io;
    std::unique_ptr<Ingest> ingest = std::make_unique<Ingest>();
    Fleet fleet;
    Inventory inventory;
    Calculating calculating {fleet, *ingest};
    int lost = 0;
};

} // namespace

class TestCalculating : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesARestartAsTheSameMetric()
    {
        const QTemporaryDir folder;
        QString key;
        MetricId metric;
        {
            Stage program(folder.path());
            program.say(1);
            QTRY_VERIFY(program.fleet.findByAddress(QStringLiteral("test:1")).isValid());
            const auto made = program.calculating.calculations().add({.name = QStringLiteral("Twice"), .expression = QStringLiteral("2 * \"Meter/power\"")});
            QVERIFY2(made, made ? "" : qPrintable(made.error().text));
            key = *made;
            QTRY_VERIFY(program.calculating.calculations().metric(key).isValid());
            metric = program.calculating.calculations().metric(key);
            program.say(21);
            QTRY_COMPARE(program.fleet.metric(metric)->value, 42.0);
            QVERIFY(program.fleet.isMember(program.fleet.metric(metric)->device));
        }
        Stage program(folder.path());
        QCOMPARE(program.lost, 0);
        Calculations &calculations = program.calculating.calculations();
        QCOMPARE(calculations.all().size(), 1);
        QCOMPARE(calculations.metric(key), metric);
        QVERIFY(!calculations.problem(key).isEmpty()); // its input has not reported yet
        program.say(4);
        QTRY_VERIFY(calculations.problem(key).isEmpty());
        QTRY_VERIFY((program.say(5), program.fleet.metric(metric)->value == 10.0));
        calculations.remove(key);
        QTRY_VERIFY(!calculations.metric(key).isValid());
    }
};

QTEST_GUILESS_MAIN(TestCalculating)
#include "tst_calculating.moc"
