#pragma once
#include "tests/support/fakebluez.h"
namespace muster::test::demo {
inline const QString Adapter = QStringLiteral("00:1A:7D:DA:71:01");
inline const QString BtHome = QStringLiteral("54:48:E6:8F:80:A5");
inline const QString Nus = QStringLiteral("E1:02:03:04:05:06");
inline const QString Ess = QStringLiteral("C0:FF:EE:00:18:1A");
inline const QString NusService = QStringLiteral("6e400001-b5a3-f393-e0a9-e50e24dcca9e");
inline const QString NusRx = QStringLiteral("6e400002-b5a3-f393-e0a9-e50e24dcca9e"); // central writes
inline const QString NusTx = QStringLiteral("6e400003-b5a3-f393-e0a9-e50e24dcca9e"); // peripheral notifies
SimPeripheral btHomeThermometer();
SimPeripheral nusPeripheral();
SimPeripheral essPeripheral();
void install(FakeBlueZ &sim); // adapter hci0 + the three + the NUS echo
} // namespace muster::test::demo
