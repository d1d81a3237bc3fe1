#include "backends/ble/uartservices.h"

#include "backends/ble/gatt/values.h"

#include <algorithm>
#include <array>

namespace muster::ble {

const UartService *uartService(const QUuid &service)
{
    const auto uuid = [](const char *text) { return QUuid::fromString(QLatin1StringView(text)); };
    static const std::array<UartService, 4> known {{
        {"Nordic UART", uuid("6e400001-b5a3-f393-e0a9-e50e24dcca9e"), uuid("6e400002-b5a3-f393-e0a9-e50e24dcca9e"), uuid("6e400003-b5a3-f393-e0a9-e50e24dcca9e")},
        {"HM-10", gatt::fullUuid(0xFFE0), gatt::fullUuid(0xFFE1), gatt::fullUuid(0xFFE1)},
        {"Microchip transparent UART", uuid("49535343-fe7d-4ae5-8fa9-9fafd205e455"), uuid("49535343-8841-43f4-a8d4-ecbe34729bb3"),
            uuid("49535343-1e4d-4bd9-ba61-23c647249616")},
        {"u-blox serial port", uuid("2456e1b9-26e2-8f83-e744-f34f01e9d701"), uuid("2456e1b9-26e2-8f83-e744-f34f01e9d703"),
            uuid("2456e1b9-26e2-8f83-e744-f34f01e9d703")},
    }};
    const auto *const it = std::find_if(known.begin(), known.end(), [&](const UartService &one) { return one.service == service; });
    return it == known.end() ? nullptr : &*it;
}

} // namespace muster::ble
