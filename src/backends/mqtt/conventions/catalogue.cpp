#include "backends/mqtt/conventions/catalogue.h"

#include "backends/mqtt/conventions/homeassistant.h"
#include "backends/mqtt/conventions/openmqttgateway.h"
#include "backends/mqtt/conventions/shelly.h"
#include "backends/mqtt/conventions/tasmota.h"
#include "backends/mqtt/conventions/zigbee2mqtt.h"

namespace muster::mqtt {

namespace {

struct Entry
{
    const char *name;
    std::unique_ptr<Convention> (*make)();
};
constexpr Entry entries[] = {{"zigbee2mqtt", zigbee2mqtt}, {"tasmota", tasmota}, {"shellygen1", shellyFirst}, {"shelly", shelly}, {"openmqttgateway", openMqttGateway}};

} // namespace

QByteArrayList conventionNames()
{
    QByteArrayList names {QByteArrayLiteral("homeassistant")};
    for (const Entry &entry : entries)
        names.append(entry.name);
    return names;
}

std::vector<std::unique_ptr<Convention>> conventionsOf(const ConventionChoice &choice)
{
    std::vector<std::unique_ptr<Convention>> made;
    if (!choice.discoveryPrefix.isEmpty() && choice.takes("homeassistant"))
        made.push_back(homeAssistant(choice.discoveryPrefix));
    for (const Entry &entry : entries) {
        if (choice.takes(entry.name))
            made.push_back(entry.make());
    }
    return made;
}

} // namespace muster::mqtt
