// Scenes on the real road: what devices behind a real MQTT broker are is captured, changed, and brought about again; what is sent is heard by a
// subscriber of its own. And an automation tried on what was really recorded.

#include "app/services.h"
#include "tests/support/broker.h"
#include "ui/rules/pasttrial.h"

#include <QJsonDocument>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace muster;

class TestSceneRoads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whatDevicesWereIsBroughtAboutAgain();
    void whatWasRecordedIsTried();

private:
    [[nodiscard]] QStringList toBroker(const QString &topic) const
    {
        return {QStringLiteral("-h"), QStringLiteral("127.0.0.1"), QStringLiteral("-p"), QString::number(m_broker.port()), QStringLiteral("-t"), topic};
    }
    [[nodiscard]] bool publish(const QString &topic, const QByteArray &payload) const
    {
        return QProcess::execute(QStringLiteral("mosquitto_pub"), toBroker(topic) + QStringList {QStringLiteral("-r"), QStringLiteral("-m"), QString::fromUtf8(payload)}) == 0;
    }
    [[nodiscard]] Options options(bool withBroker) const
    {
        Options options;
        options.data = m_folder.path();
        if (withBroker)
            options.endpoints = {QUrl(QStringLiteral("mqtt://127.0.0.1:%1").arg(m_broker.port()))};
        return options;
    }

    void obey(QProcess &devices, QByteArray &told, QByteArray &done);

    test::Broker m_broker;
    QTemporaryDir m_folder;
};

namespace {

constexpr int patience = 60'000;

DeviceId called(const Fleet &fleet, const QString &name)
{
    const QList<DeviceId> all = fleet.devices();
    const auto it = std::find_if(all.cbegin(), all.cend(), [&](DeviceId id) { return fleet.displayName(id) == name && !fleet.device(id)->commands.isEmpty(); });
    return it == all.cend() ? DeviceId() : *it;
}

QList<SceneValue> present(const Fleet &fleet)
{
    return scenelogic::captured(fleet, called(fleet, QStringLiteral("Plug"))) + scenelogic::captured(fleet, called(fleet, QStringLiteral("Shade")));
}

QStringList lines(const QByteArray &heard)
{
    QStringList all = QString::fromUtf8(heard).split(u'\n', Qt::SkipEmptyParts);
    all.sort();
    return all;
}

} // namespace

void TestSceneRoads::initTestCase()
{
    if (const QString missing = test::Broker::missing({}); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    QVERIFY2(m_broker.start({}), m_broker.log().constData());
    QVERIFY(publish(QStringLiteral("homeassistant/switch/plug/p/config"), R"({"name":"Power","uniq_id":"plug_p","cmd_t":"plug/set","stat_t":"plug/state","dev":{"ids":["plug"],"name":"Plug"}})"));
    QVERIFY(publish(QStringLiteral("homeassistant/number/shade/h/config"),
        R"({"name":"Height","uniq_id":"shade_h","cmd_t":"shade/height/set","stat_t":"shade/height","min":0,"max":100,"dev":{"ids":["shade"],"name":"Shade"}})"));
    QVERIFY(publish(QStringLiteral("homeassistant/select/shade/m/config"),
        R"({"name":"Mode","uniq_id":"shade_m","cmd_t":"shade/mode/set","stat_t":"shade/mode","options":["day","night"],"dev":{"ids":["shade"],"name":"Shade"}})"));
    QVERIFY(publish(QStringLiteral("plug/state"), "ON"));
    QVERIFY(publish(QStringLiteral("shade/height"), "70"));
    QVERIFY(publish(QStringLiteral("shade/mode"), "night"));
}

/// Hears what devices are told, the topic and what for, and does it.
void TestSceneRoads::obey(QProcess &devices, QByteArray &told, QByteArray &done)
{
    connect(&devices, &QProcess::readyReadStandardOutput, this, [this, &devices, &told, &done] {
        told += devices.readAllStandardOutput();
        const QList<QByteArray> heard = told.mid(done.size()).split('\n');
        done = told.left(told.lastIndexOf('\n') + 1);
        for (qsizetype i = 0; i + 1 < heard.size(); ++i) {
            const qsizetype space = heard.at(i).indexOf(' ');
            const QString topic = QString::fromUtf8(heard.at(i).left(space)).remove(QStringLiteral("/set"));
            QVERIFY(publish(topic == QLatin1String("plug") ? QStringLiteral("plug/state") : topic, heard.at(i).mid(space + 1)));
        }
    });
    devices.start(QStringLiteral("mosquitto_sub"), toBroker(QStringLiteral("+/set")) + QStringList {QStringLiteral("-t"), QStringLiteral("+/+/set"), QStringLiteral("-v")});
}

void TestSceneRoads::whatDevicesWereIsBroughtAboutAgain()
{
    QProcess devices;
    QByteArray told;
    QByteArray done;
    obey(devices, told, done);
    QVERIFY(devices.waitForStarted());
    SceneId id;
    {
        Services services(options(true));
        QVERIFY(services.start());
        const Fleet &fleet = services.fleet();
        QTRY_COMPARE_WITH_TIMEOUT(present(fleet).size(), 3, patience);
        services.fleet().adopt({called(fleet, QStringLiteral("Plug")), called(fleet, QStringLiteral("Shade"))});
        const Result<SceneId> added = services.scenes().add({{}, QStringLiteral("Evening"), present(fleet)});
        QVERIFY2(added, added ? "" : qPrintable(added.error().text));
        id = *added;
    }
    // Somebody else changes them while the program is not running.
    QVERIFY(publish(QStringLiteral("plug/state"), "OFF"));
    QVERIFY(publish(QStringLiteral("shade/height"), "5"));
    QVERIFY(publish(QStringLiteral("shade/mode"), "day"));
    Services services(options(false));
    QVERIFY(services.start());
    const Scene *const scene = services.scenes().scene(id);
    QVERIFY(scene);
    QTRY_VERIFY_WITH_TIMEOUT(present(services.fleet()).size() == 3 && present(services.fleet()) != scene->values, patience);
    QVERIFY(told.isEmpty());
    QSignalSpy ended(&services.scenes(), &Scenes::ended);
    // The connection may still be coming up; until it is there the scene says so.
    QTRY_VERIFY_WITH_TIMEOUT([&] {
        if (services.scenes().last(id) && !services.scenes().last(id)->isOver())
            return false;
        if (ended.isEmpty() || ended.last().first().value<SceneRun>().failed() > 0) {
            std::ignore = services.scenes().apply(id, QStringLiteral("person"), false);
            return false;
        }
        return true;
    }(), patience);
    QCOMPARE(ended.last().first().value<SceneRun>().good, 3);
    const QStringList wanted {QStringLiteral("plug/set ON"), QStringLiteral("shade/height/set 70"), QStringLiteral("shade/mode/set night")};
    QTRY_COMPARE_WITH_TIMEOUT(lines(told), wanted, patience);
    // And by an automation.
    told.clear();
    done.clear();
    const Result<Automation> rule = automationjson::ruleOf(QJsonDocument::fromJson(R"({"automation":1,"name":"Dusk","when":[{"type":"manual"}],"then":[{"type":"scene","scene":"Evening"}]})").object());
    const Result<AutomationId> dusk = services.automations().add(*rule);
    QVERIFY2(dusk, dusk ? "" : qPrintable(dusk.error().text));
    QVERIFY(services.automations().runNow(*dusk));
    QTRY_COMPARE_WITH_TIMEOUT(lines(told), wanted, patience);
    QTRY_COMPARE_WITH_TIMEOUT(services.automations().runs(*dusk).first()->state, AutomationRun::State::Done, patience);
    devices.kill();
    devices.waitForFinished();
}

void TestSceneRoads::whatWasRecordedIsTried()
{
    Services services(options(false));
    QVERIFY(services.start());
    const Fleet &fleet = services.fleet();
    QTRY_COMPARE_WITH_TIMEOUT(present(fleet).size(), 3, patience);
    const QString address = fleet.device(called(fleet, QStringLiteral("Shade")))->addresses.first();
    const Result<Automation> rule = automationjson::ruleOf(QJsonDocument::fromJson(R"({"automation":1,"name":"Up","when":[{"type":"above","metric":")" + scenelogic::captured(fleet, called(fleet, QStringLiteral("Shade"))).first().key.toUtf8()
        + R"(","device":")" + address.toUtf8() + R"(","limit":50}],"then":[{"type":"notice","text":"up"}]})").object());
    QVERIFY2(rule, rule ? "" : qPrintable(rule.error().text));
    const Micros from = nowMicros();
    const auto height = [&fleet] {
        const QList<SceneValue> values = scenelogic::captured(fleet, called(fleet, QStringLiteral("Shade")));
        return values.isEmpty() ? QString() : scenelogic::textOf(values.first().argument);
    };
    for (const char *value : {"10", "60", "20", "80", "90"}) {
        QVERIFY(publish(QStringLiteral("shade/height"), value));
        QTRY_COMPARE_WITH_TIMEOUT(height(), QString::fromLatin1(value), patience);
    }
    PastTrial trial(services.automations(), services.past());
    QSignalSpy finished(&trial, &PastTrial::finished);
    const auto count = [&] {
        if (trial.isRunning() || finished.isEmpty())
            return qint64(-1);
        if (trial.trial() && trial.trial()->count() == 2)
            return qint64(2);
        trial.run(*rule, from, nowMicros()); // what came last may still be on its way to the history
        return qint64(-1);
    };
    trial.run(*rule, from, nowMicros());
    QTRY_COMPARE_WITH_TIMEOUT(count(), 2, patience);
    QCOMPARE(finished.last().first().toString(), QString());
    QVERIFY(services.automations().all().size() <= 1); // trying one does not make it
}

QTEST_GUILESS_MAIN(TestSceneRoads)
#include "tst_sceneroads.moc"
