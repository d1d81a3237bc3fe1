#include "tests/support/peripherals.h"

namespace muster::test {

SimPeripheral demo::btHomeThermometer()
{
    SimPeripheral p;
    p.address = BtHome;
    p.name = QStringLiteral("DIY-sensor");
    p.rssi = -67;
    p.advertisedUuids = {simUuid(0xFCD2)};
    p.serviceData = {{simUuid(0xFCD2), QByteArray::fromHex("4002c40903bf13")}}; // 25.00 C, 50.55 %
    return p;
}

SimPeripheral demo::nusPeripheral()
{
    SimPeripheral p;
    p.address = Nus;
    p.name = QStringLiteral("NUS board");
    p.addressType = QStringLiteral("random");
    p.rssi = -48;
    p.advertisedUuids = {NusService};
    p.manufacturerData = {{0x0059, QByteArray::fromHex("0102030405")}}; // Nordic Semiconductor
    SimCharacteristic rx {NusRx, {QStringLiteral("write"), QStringLiteral("write-without-response")}, {}, {}};
    SimCharacteristic tx {NusTx, {QStringLiteral("notify")}, {}, {}};
    p.services = {{NusService, true, {rx, tx}}};
    return p;
}

SimPeripheral demo::essPeripheral()
{
    SimPeripheral p;
    p.address = Ess;
    p.name = QStringLiteral("ESS node");
    p.rssi = -72;
    p.advertisedUuids = {simUuid(0x181A), simUuid(0x180F)};
    auto rn = QStringList {QStringLiteral("read"), QStringLiteral("notify")};
    auto ro = QStringList {QStringLiteral("read")};
    SimCharacteristic temp {simUuid(0x2A6E), rn, QByteArray::fromHex("2909"), {{simUuid(0x2901), "inside"}}}; // 23.45 C
    SimCharacteristic hum {simUuid(0x2A6F), rn, QByteArray::fromHex("c411"), {}};                             // 45.48 %
    SimCharacteristic press {simUuid(0x2A6D), ro, QByteArray::fromHex("b8770f00"), {}};                       // 101.3688 kPa (0.1 Pa)
    SimCharacteristic batt {simUuid(0x2A19), rn, QByteArray(1, char(87)), {}};
    SimCharacteristic mfr {simUuid(0x2A29), ro, "Muster Sim", {}};
    p.services = {{simUuid(0x181A), true, {temp, hum, press}}, {simUuid(0x180F), true, {batt}}, {simUuid(0x180A), true, {mfr}}};
    return p;
}

void demo::install(FakeBlueZ &sim)
{
    sim.addAdapter(QStringLiteral("hci0"), Adapter);
    sim.addPeripheral(btHomeThermometer());
    sim.addPeripheral(nusPeripheral());
    sim.addPeripheral(essPeripheral());
    sim.onWrite = [&sim](const QString &a, const QString &u, const QByteArray &v) {
        if (a == Nus && u == NusRx) {
            if (v.startsWith("stream ")) { // "stream COUNT SIZE INTERVAL_US"
                const auto f = v.split(' ');
                sim.stream(a, NusTx, f.value(1).toInt(), f.value(2).toInt(), f.value(3).toInt());
            } else {
                sim.notify(a, NusTx, "echo:" + v);
            }
        }
    };
}

} // namespace muster::test
