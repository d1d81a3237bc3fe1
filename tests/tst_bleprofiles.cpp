// Bluetooth devices that are known by a profile: what the file may say, and through a simulated BlueZ a bulb that is switched, a fan that turns faster
// and a watch that is read.

#include "backends/ble/commands.h"
#include "codec/bleprofile.h"
#include "codec/profileshelf.h"
#include "tests/support/blestage.h"
#include "tests/support/peripherals.h"
#include "tests/support/simulatedbluez.h"

#include <QBluetoothUuid>
#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <functional>
#include <optional>

using namespace muster;
using namespace muster::test;

namespace {

const QString thing = QStringLiteral("C0:00:00:00:00:07");

SimCharacteristic characteristic(const QString &uuid, const QStringList &flags, const QByteArray &value = {})
{
    return {uuid, flags, value, {}};
}

/// A board that answers as a multimeter does; what it is told to do, it takes in silence.
void measure(FakeBlueZ &bluez, QByteArray &heard)
{
    bluez.onWrite = [&](const QString &, const QString &, const QByteArray &bytes) {
        heard += bytes;
        if (heard.endsWith("READ?\n"))
            bluez.notify(demo::Nus, demo::NusTx, "+1.5E+00\n");
    };
}

bool has(const Device &device, const char *command)
{
    return std::any_of(device.commands.cbegin(), device.commands.cend(), [command](const CommandInfo &each) { return each.key == QLatin1StringView(command); });
}

/// A bulb that keeps what it is told and tells its state when it is asked.
SimPeripheral bulb()
{
    SimPeripheral made;
    made.address = thing;
    made.name = QStringLiteral("Triones-FFFF000081");
    made.services = {{simUuid(0xFFD5), true, {characteristic(simUuid(0xFFD9), {QStringLiteral("write-without-response")})}},
        {simUuid(0xFFD0), true, {characteristic(simUuid(0xFFD4), {QStringLiteral("notify")})}}};
    return made;
}

void behave(FakeBlueZ &bluez, QByteArray &state, QList<QByteArray> &heard)
{
    bluez.onWrite = [&](const QString &, const QString &, const QByteArray &bytes) {
        if (bytes == QByteArray::fromHex("ef0177")) {
            bluez.notify(thing, simUuid(0xFFD4), state);
            return;
        }
        heard.append(bytes);
        if (bytes.startsWith('\xCC'))
            state[2] = bytes[1];
        else if (bytes.startsWith('\x56'))
            state.replace(6, 4, bytes.sliced(1, 4));
    };
}

} // namespace

class TestBleProfiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void profilesAreFound_data();
    void profilesAreFound();
    void faultsAreNamed_data();
    void faultsAreNamed();
    void bulbIsSwitched();
    void fanTurnsFaster();
    void watchIsRead();
    void installedProfileTakesHoldAtOnce();
    void boardIsReadByItsProfile();
    void boardIsReadAnotherWayFromNowOn();
    void boardIsReadByAScript();

private:
    /// Near, in the fleet and connected.
    [[nodiscard]] std::unique_ptr<BleStage> stageWith(const SimPeripheral &peripheral, const BleBackend::Options &options = {}, const std::function<void(FakeBlueZ &)> &teach = {});

    const QString m_address = bleAddress(thing);
    std::optional<SimulatedBlueZ> m_bluez;
};

std::unique_ptr<BleStage> TestBleProfiles::stageWith(const SimPeripheral &peripheral, const BleBackend::Options &options,
    const std::function<void(FakeBlueZ &)> &teach)
{
    const QString address = bleAddress(peripheral.address);
    m_bluez.emplace();
    if (!m_bluez->startWithAdapter())
        return nullptr;
    m_bluez->call([&](FakeBlueZ &bluez) {
        bluez.addPeripheral(peripheral);
        if (teach)
            teach(bluez);
    });
    auto stage = std::make_unique<BleStage>(options);
    if (!QTest::qWaitFor([&] { return stage->record.device(address).id.isValid(); }))
        return nullptr;
    stage->adopt(address);
    return stage;
}

void TestBleProfiles::profilesAreFound_data()
{
    QTest::addColumn<QString>("device");
    QTest::addColumn<QList<QUuid>>("announced");
    QTest::addColumn<QString>("model");
    const auto uuid = [](quint16 number) { return QUuid(QBluetoothUuid(number)); };
    QTest::newRow("bulb by name") << "triones-0815" << QList<QUuid>() << "RGBW bulb";
    QTest::newRow("bulb by service") << "" << QList<QUuid> {uuid(0x180F), uuid(0xFFD5)} << "RGBW bulb";
    QTest::newRow("fan") << "Kitchen fan" << QList<QUuid>() << "Fan";
    QTest::newRow("watch") << "InfiniTime" << QList<QUuid>() << "PineTime";
    QTest::newRow("nothing") << "" << QList<QUuid>() << "";
    QTest::newRow("something else") << "Fanny" << QList<QUuid> {uuid(0x180F)} << "";
    QTest::newRow("stars in a name") << QString(2'000, QLatin1Char('*')) << QList<QUuid>() << "";
}

void TestBleProfiles::profilesAreFound()
{
    QFETCH(QString, device);
    QFETCH(QList<QUuid>, announced);
    QFETCH(QString, model);
    const auto all = codec::ProfileShelf().bleProfiles();
    QCOMPARE(all.size(), size_t(3));
    const codec::BleProfile *const found = codec::bleProfileFor(all, device, announced, {});
    QCOMPARE(found ? found->model : QString(), model);
}

void TestBleProfiles::faultsAreNamed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("words");
    const auto with = [](const char *places) {
        return QByteArray(R"({"bleProfile":1,"name":"x","match":{"names":["x"]},"characteristics":[)") + places + "]}";
    };
    QTest::newRow("no JSON") << QByteArray("{\n\n]") << "Line 3, column";
    QTest::newRow("a text that is not ended") << QByteArray("{\"bleProfile\": \"1") << "Line 1, column";
    QTest::newRow("with its place") << QByteArray("{\"bleProfile\":1,\"name\":\"x\",\"match\":{\"names\":[\"x\"]},\n \"characteristics\":[{\"service\":\"ffd5\",\"characteristic\":\"ffd9\",\n  \"fields\":[{\"key\":\"a\", \"unitt\":1}]}]}")
                                    << "Line 3, column 25: “characteristics.0.fields.0.unitt” is not known here. Did you mean “unit”?";
    QTest::newRow("a key twice") << with(R"({"service":"ffd5","characteristic":"ffd9","fields":[{"key":"a"},{"key":"a"}]})") << "twice";
    QTest::newRow("nothing to send") << with(R"({"service":"ffd5","characteristic":"ffd9","commands":[{"key":"a"}]})") << "send";
    QTest::newRow("no match") << QByteArray(R"({"bleProfile":1,"name":"x"})") << "names no device";
    QTest::newRow("no profile") << QByteArray("{}") << "bleProfile";
    QTest::newRow("other version") << QByteArray(R"({"bleProfile":2,"name":"x"})") << "bleProfile";
    QTest::newRow("fits nothing") << QByteArray(R"({"bleProfile":1,"name":"x","match":{}})") << "names no device";
    QTest::newRow("no UUID") << with(R"({"service":"ffd","characteristic":"ffd9"})") << "no UUID";
    QTest::newRow("no company") << QByteArray(R"({"bleProfile":1,"name":"x","match":{"companies":["499"]}})") << "company";
    QTest::newRow("unknown member") << with(R"({"service":"ffd5","characteristic":"ffd9","comands":[]})") << "commands";
    QTest::newRow("wrong field") << with(R"({"service":"ffd5","characteristic":"ffd9","fields":[{"key":"a","typ":"u8"}]})") << "type";
    QTest::newRow("wrong command") << with(R"x({"service":"ffd5","characteristic":"ffd9","commands":[{"key":"a","send":"hex:GG"}]})x") << "send";
}

void TestBleProfiles::faultsAreNamed()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, words);
    qsizetype fault = -1;
    const auto read = codec::readBleProfile(json, &fault);
    QVERIFY(!read);
    QVERIFY(fault >= -1 && fault <= json.size());
    QVERIFY2(read.error().text.contains(words), qPrintable(read.error().text));
}

void TestBleProfiles::bulbIsSwitched()
{
    QByteArray state = QByteArray::fromHex("661524412000ff0000000699"); // off, red
    QList<QByteArray> heard;
    const auto stage = stageWith(bulb());
    QVERIFY(stage);
    m_bluez->call([&](FakeBlueZ &bluez) { behave(bluez, state, heard); });
    QTRY_VERIFY(stage->record.metric(m_address, QStringLiteral("power")).id.isValid()); // it is asked once it is connected
    QTRY_COMPARE(stage->last(m_address, "power"), 0.0);
    QTRY_COMPARE(stage->last(m_address, "red"), 100.0);
    QCOMPARE(stage->record.device(m_address).model, QStringLiteral("RGBW bulb"));
    QVERIFY(heard.isEmpty());

    stage->send(m_address, "power", true);
    QTRY_COMPARE(stage->last(m_address, "power"), 1.0); // and after each command
    stage->send(m_address, "colour", QStringLiteral("green"));
    QTRY_COMPARE(stage->last(m_address, "green"), 100.0);
    QCOMPARE(stage->last(m_address, "red"), 0.0);
    stage->send(m_address, "white", 20.0);
    QTRY_COMPARE(stage->last(m_address, "white"), 20.0);
    stage->send(m_address, "power", false);
    QTRY_COMPARE(stage->last(m_address, "power"), 0.0);
    QList<QByteArray> bytes;
    m_bluez->call([&](FakeBlueZ &) { bytes = heard; });
    QCOMPARE(bytes, (QList<QByteArray> {QByteArray::fromHex("cc2333"), QByteArray::fromHex("5600ff0000f0aa"), QByteArray::fromHex("56000000330faa"), QByteArray::fromHex("cc2433")}));
    for (quint32 id = 1; id <= 4; ++id)
        QVERIFY(stage->finished.value(id).first);
    stage->send(m_address, "white", 200.0); // beyond its limits
    QTRY_VERIFY(stage->finished.contains(5));
    QVERIFY(!stage->finished.value(5).first);
    m_bluez->call([](FakeBlueZ &bluez) { bluez.notify(thing, simUuid(0xFFD4), QByteArray::fromHex("65ffffffffffffffffffffff")); }); // something else
    QTest::qWait(50);
    QCOMPARE(stage->last(m_address, "power"), 0.0);
}

void TestBleProfiles::fanTurnsFaster()
{
    SimPeripheral fan;
    fan.address = thing;
    fan.name = QStringLiteral("Kitchen fan");
    const QStringList all {QStringLiteral("read"), QStringLiteral("write"), QStringLiteral("notify")};
    fan.services = {{simUuid(0x1815), true, {characteristic(simUuid(0x2A56), all, QByteArray(1, 0)), characteristic(simUuid(0x2A58), all, QByteArray(2, 0))}}};
    const auto stage = stageWith(fan);
    QVERIFY(stage);
    m_bluez->call([](FakeBlueZ &bluez) {
        bluez.onWrite = [&bluez](const QString &, const QString &uuid, const QByteArray &bytes) { bluez.notify(thing, uuid, bytes); };
    });
    QTRY_COMPARE(stage->last(m_address, "speed"), 0.0);
    stage->send(m_address, "power", true);
    QTRY_COMPARE(stage->last(m_address, "power"), 1.0);
    stage->send(m_address, "speed", 50.0);
    QTRY_VERIFY(qAbs(stage->last(m_address, "speed") - 50) < 0.01);
    QVERIFY(stage->finished.value(2).first && stage->finished.value(2).second);
    QCOMPARE(m_bluez->call([](FakeBlueZ &bluez) { return bluez.characteristic(thing, simUuid(0x2A58))->value; }), QByteArray::fromHex("0080"));
}

void TestBleProfiles::watchIsRead()
{
    const QString service = QStringLiteral("00030000-78fc-48fe-8e23-433b3a1942d0");
    const QString steps = QStringLiteral("00030001-78fc-48fe-8e23-433b3a1942d0");
    SimPeripheral watch;
    watch.address = thing;
    watch.name = QStringLiteral("InfiniTime");
    const QStringList told {QStringLiteral("read"), QStringLiteral("notify")};
    watch.services = {{service, true, {characteristic(steps, told, QByteArray::fromHex("e8030000"))}},
        {simUuid(0x180D), true, {characteristic(simUuid(0x2A37), told, QByteArray::fromHex("0048"))}},
        {simUuid(0x180F), true, {characteristic(simUuid(0x2A19), told, QByteArray(1, char(87)))}}};
    const auto stage = stageWith(watch);
    QVERIFY(stage);
    QTRY_COMPARE(stage->last(m_address, "steps"), 1'000.0);
    QTRY_COMPARE(stage->last(m_address, "heart_rate"), 72.0);
    QTRY_COMPARE(stage->last(m_address, "battery"), 87.0);
    QTRY_VERIFY(m_bluez->call([&](FakeBlueZ &bluez) { return bluez.notify(thing, steps, QByteArray::fromHex("e9030000")); }));
    QTRY_COMPARE(stage->last(m_address, "steps"), 1'001.0);
    QCOMPARE(stage->record.device(m_address).model, QStringLiteral("PineTime"));
}

void TestBleProfiles::installedProfileTakesHoldAtOnce()
{
    const QTemporaryDir folder;
    BleBackend::Options options;
    options.shelf = codec::ProfileShelf(folder.path());
    options.listenFirstMs = 0;
    SimPeripheral made;
    made.address = thing;
    made.name = QStringLiteral("Kettle 3000");
    made.services = {{simUuid(0xFFF0), true, {characteristic(simUuid(0xFFF1), {QStringLiteral("read"), QStringLiteral("notify")}, QByteArray::fromHex("2a"))}}};
    const auto stage = stageWith(made, options);
    QVERIFY(stage);
    QTRY_VERIFY(has(stage->record.device(m_address), ble::disconnectKey));
    QTRY_COMPARE(m_bluez->call([](FakeBlueZ &bluez) { return bluez.counters.connects; }), 1);
    const auto json = [](const char *key) {
        return QByteArray(R"({"bleProfile":1,"name":"Kettle","match":{"names":["kettle*"]},"characteristics":[{"service":"fff0","characteristic":"fff1",)")
            + R"("fields":[{"key":")" + key + R"("}],"commands":[{"key":"boil","send":"hex:01"}]}]})";
    };
    QVERIFY(options.shelf.install(QStringLiteral("kettle"), json("heat")));
    QVERIFY(stage->backend().change({.id = {1}, .url = QUrl(QStringLiteral("ble://"))}));
    QTRY_COMPARE(stage->last(m_address, "heat"), 42.0);
    QCOMPARE(stage->record.device(m_address).convention, QStringLiteral("Kettle"));
    QTRY_VERIFY(has(stage->record.device(m_address), "boil"));
    const int connects = m_bluez->call([](FakeBlueZ &bluez) { return bluez.counters.connects; });
    QVERIFY(stage->backend().change({.id = {1}, .url = QUrl(QStringLiteral("ble://"))})); // nothing is another
    QVERIFY(options.shelf.remove(QStringLiteral("kettle")));
    QVERIFY(stage->backend().change({.id = {1}, .url = QUrl(QStringLiteral("ble://"))}));
    QTRY_VERIFY(!has(stage->record.device(m_address), "boil"));
    QTRY_COMPARE(m_bluez->call([](FakeBlueZ &bluez) { return bluez.counters.connects; }), connects + 1);
}

// --- serial lines over Bluetooth

void TestBleProfiles::boardIsReadByItsProfile()
{
    BleBackend::Options options;
    options.boards = {{demo::Nus, QStringLiteral("scpi-multimeter")}};
    QByteArray heard;
    const auto stage = stageWith(demo::nusPeripheral(), options, [&](FakeBlueZ &bluez) { measure(bluez, heard); });
    QVERIFY(stage);
    const QString address = bleAddress(demo::Nus);
    QTRY_COMPARE(stage->last(address, "reading"), 1.5); // asked for by itself
    QTRY_VERIFY(has(stage->record.device(address), "function"));
    QCOMPARE(stage->record.device(address).convention, QStringLiteral("SCPI multimeter"));

    stage->send(address, "function", QStringLiteral("Current DC"));
    QTRY_VERIFY(stage->finished.contains(1));
    QVERIFY(stage->finished.value(1).first && stage->finished.value(1).second); // the radio's acknowledgement
    QVERIFY(m_bluez->call([&](FakeBlueZ &) { return heard.contains("CONF:CURR:DC\n"); }));
    stage->send(address, "function", QStringLiteral("Nonsense"));
    QTRY_VERIFY(stage->finished.contains(2));
    QVERIFY(!stage->finished.value(2).first);
    stage->send(address, ble::sendKey, QStringLiteral("*IDN?"));
    QTRY_VERIFY(stage->finished.contains(3));
    QVERIFY(stage->finished.value(3).first);
    QVERIFY(m_bluez->call([&](FakeBlueZ &) { return heard.contains("*IDN?\n"); }));

    // It goes and comes: what is asked is asked again.
    m_bluez->call([&](FakeBlueZ &bluez) {
        heard.clear();
        bluez.dropLink(demo::Nus);
    });
    QTRY_VERIFY(m_bluez->call([&](FakeBlueZ &) { return heard.contains("READ?\n"); }));
}

void TestBleProfiles::boardIsReadAnotherWayFromNowOn()
{
    QByteArray heard;
    const auto stage = stageWith(demo::nusPeripheral(), {}, [&](FakeBlueZ &bluez) { measure(bluez, heard); });
    QVERIFY(stage);
    const QString address = bleAddress(demo::Nus);
    QTRY_VERIFY(has(stage->record.device(address), ble::sendKey));
    const int connects = m_bluez->call([](FakeBlueZ &bluez) { return bluez.counters.connects; });

    const auto url = [](const char *profile) { return QUrl(QStringLiteral("ble://?board=%1,%2").arg(demo::Nus, QLatin1StringView(profile))); };
    QVERIFY(stage->backend().change({.id = {1}, .url = url("scpi-multimeter")}));
    QTRY_COMPARE(stage->last(address, "reading"), 1.5);
    QTRY_VERIFY(has(stage->record.device(address), "function"));
    QVERIFY(stage->backend().change({.id = {1}, .url = url("unheard-of")})); // as if there were none
    QTRY_VERIFY(!has(stage->record.device(address), "function"));
    QVERIFY2(stage->notes.join(u' ').contains(QStringLiteral("unheard-of")), qPrintable(stage->notes.join(u' ')));
    QTRY_VERIFY(m_bluez->call([](FakeBlueZ &bluez) { return bluez.notify(demo::Nus, demo::NusTx, "speed=4\nspeed=5\n"); }));
    QTRY_COMPARE(stage->last(address, "speed"), 5.0);
    QCOMPARE(m_bluez->call([](FakeBlueZ &bluez) { return bluez.counters.connects; }), connects); // the link stayed
    QVERIFY(!stage->backend().change({.id = {1}, .url = QUrl(QStringLiteral("ble://?nameless=1"))}));
}

void TestBleProfiles::boardIsReadByAScript()
{
    const QTemporaryDir folder;
    script::Budget budget;
    BleBackend::Options options;
    options.boards = {{demo::Nus, QStringLiteral("scripted")}};
    options.shelf = codec::ProfileShelf(folder.path());
    options.scripts = &budget;
    QVERIFY(options.shelf.install(QStringLiteral("scripted"), R"x({"profile": 1, "name": "Scripted", "decoder": "script",
        "script": ["function decode(bytes, text) { return { half: Number(text) / 2 } }", "function encode(command, value) { return 'SET ' + value * 10 }"],
        "commands": [{"key": "level", "argument": {"type": "number"}, "answer": {"good": "OK"}}]})x"));
    QByteArray heard;
    const auto stage = stageWith(demo::nusPeripheral(), options, [&](FakeBlueZ &bluez) {
        bluez.onWrite = [&](const QString &, const QString &, const QByteArray &bytes) {
            heard += bytes;
            bluez.notify(demo::Nus, demo::NusTx, "OK\n");
        };
    });
    QVERIFY(stage);
    const QString address = bleAddress(demo::Nus);
    QTRY_VERIFY(has(stage->record.device(address), "level"));
    const auto tell = [&] { return m_bluez->call([](FakeBlueZ &bluez) { return bluez.notify(demo::Nus, demo::NusTx, "41\n42\n"); }); };
    QTRY_VERIFY(tell());
    QTRY_COMPARE_WITH_TIMEOUT(stage->last(address, "half"), 21.0, 20'000); // the process has to start
    stage->send(address, "level", 4.0);
    QTRY_VERIFY(stage->finished.contains(1));
    const auto [result, confirmed] = stage->finished.value(1);
    QVERIFY2(result, qPrintable(result ? QString() : result.error().text));
    QVERIFY(confirmed);
    QVERIFY(m_bluez->call([&](FakeBlueZ &) { return heard == "SET 40\n"; }));
}

MUSTER_BLUEZ_MAIN(QCoreApplication, TestBleProfiles)
#include "tst_bleprofiles.moc"
