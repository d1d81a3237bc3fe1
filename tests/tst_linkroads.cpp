// A link from one road to another, through the real ones: a knob on a serial line (pseudo terminal) dims a bulb behind a real MQTT broker.

#include "app/services.h"
#include "tests/support/broker.h"
#include "tests/support/ptypair.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace muster;

class TestLinkRoads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aSerialKnobDimsAnMqttBulb();

private:
    [[nodiscard]] QStringList toBroker(const char *topic) const
    {
        return {QStringLiteral("-h"), QStringLiteral("127.0.0.1"), QStringLiteral("-p"), QString::number(m_broker.port()), QStringLiteral("-t"), QLatin1String(topic)};
    }
    [[nodiscard]] bool publish(const char *topic, const QByteArray &payload)
    {
        return QProcess::execute(QStringLiteral("mosquitto_pub"), toBroker(topic) + QStringList {QStringLiteral("-r"), QStringLiteral("-m"), QString::fromUtf8(payload)}) == 0;
    }

    test::Broker m_broker;
};

void TestLinkRoads::initTestCase()
{
    if (const QString missing = test::Broker::missing({}); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    QVERIFY2(m_broker.start({}), m_broker.log().constData());
}

void TestLinkRoads::aSerialKnobDimsAnMqttBulb()
{
    test::PtyPair knob;
    QVERIFY(knob.isOpen());
    QVERIFY(publish("homeassistant/number/bulb/brightness/config",
        R"({"name":"Brightness","uniq_id":"bulb_b","cmd_t":"bulb/set","stat_t":"bulb/state","min":0,"max":255,"step":1,"dev":{"ids":["bulb"],"name":"Bulb"}})"));
    QVERIFY(publish("bulb/state", "10"));
    QProcess bulb; // hears what it is told
    QByteArray told;
    connect(&bulb, &QProcess::readyReadStandardOutput, this, [this, &bulb, &told] {
        told += bulb.readAllStandardOutput();
        const QByteArray last = told.left(told.lastIndexOf('\n'));
        QVERIFY(publish("bulb/state", last.mid(last.lastIndexOf('\n') + 1))); // and does it
    });
    bulb.start(QStringLiteral("mosquitto_sub"), toBroker("bulb/set"));
    QVERIFY(bulb.waitForStarted());

    const QTemporaryDir folder;
    Options options;
    options.data = folder.path();
    options.endpoints = {QUrl(QStringLiteral("mqtt://127.0.0.1:%1").arg(m_broker.port())), QUrl(QStringLiteral("serial://%1").arg(knob.path()))};
    LinkId id;
    {
        Services services(options);
        QVERIFY(services.start());
        const Fleet &fleet = services.fleet();
        const auto device = [&fleet](const char *metric) {
            const QList<DeviceId> all = fleet.devices();
            for (const DeviceId one : all)
                if (fleet.findMetric(one, QLatin1String(metric)).isValid())
                    return one;
            return DeviceId {};
        };
        const auto lamp = [&fleet]() -> const Device * {
            const QList<DeviceId> all = fleet.devices();
            for (const DeviceId one : all)
                if (!fleet.device(one)->commands.isEmpty() && fleet.displayName(one) == QLatin1String("Bulb"))
                    return fleet.device(one);
            return nullptr;
        };
        QTRY_VERIFY_WITH_TIMEOUT(lamp() != nullptr, 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(knob.say("knob=0.25\n") && device("knob").isValid(), 60'000);
        services.fleet().adopt(fleet.devices());
        DeviceLink link;
        link.fromAddress = fleet.device(device("knob"))->addresses.constFirst();
        link.fromKey = QStringLiteral("knob");
        link.toAddress = lamp()->addresses.constFirst();
        link.toKey = lamp()->commands.constFirst().key;
        link.scale = 200;
        link.apart = 20'000;
        const auto added = services.links().add(link);
        QVERIFY(added.has_value());
        id = *added;
        QCOMPARE(services.links().state(id).problem, QString());

        // Some of these may meet a command that is under way; the last one always arrives.
        for (const char *line : {"knob=0.1\n", "knob=0.3\n", "knob=0.55\n"})
            QVERIFY(knob.say(line));
        QTRY_VERIFY2_WITH_TIMEOUT(told.endsWith("110\n"), told.constData(), 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(services.links().state(id).last, 110.0, 60'000);
        QVERIFY(services.links().state(id).sent >= 1);
        QVERIFY2(services.links().state(id).error.isEmpty(), qPrintable(services.links().state(id).error));
        QElapsedTimer clock;
        clock.start();
        QVERIFY(knob.say("knob=0.6\n"));
        QTRY_VERIFY2_WITH_TIMEOUT(told.endsWith("120\n"), told.constData(), 60'000);
        qInfo("from the serial line to a subscriber of the broker in %lld ms", clock.elapsed());
        QTRY_COMPARE_WITH_TIMEOUT(services.links().state(id).last, 120.0, 60'000);
    }
    // It is there again after a restart, and goes on.
    options.endpoints.clear();
    Services services(options);
    QVERIFY(services.start());
    QVERIFY(services.links().find(id));
    QVERIFY(services.links().state(id).sent >= 2);
    QTRY_VERIFY_WITH_TIMEOUT(knob.say("knob=1\n") && told.endsWith("200\n"), 60'000);
    bulb.kill();
    bulb.waitForFinished();
}

QTEST_GUILESS_MAIN(TestLinkRoads)
#include "tst_linkroads.moc"
