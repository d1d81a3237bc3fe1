#include "backends/mqtt/conventions/catalogue.h"

#include "backends/mqtt/conventions/awsshadow.h"
#include "backends/mqtt/conventions/esphome.h"
#include "backends/mqtt/conventions/homeassistant.h"
#include "backends/mqtt/conventions/homie.h"
#include "backends/mqtt/conventions/lorawan.h"
#include "backends/mqtt/conventions/meshtastic.h"
#include "backends/mqtt/conventions/openmqttgateway.h"
#include "backends/mqtt/conventions/shelly.h"
#include "backends/mqtt/conventions/tasmota.h"
#include "backends/mqtt/conventions/wled.h"
#include "backends/mqtt/conventions/zigbee2mqtt.h"

namespace muster::mqtt {

namespace {

using Made = std::unique_ptr<Convention>;
using Choice = ConventionChoice;

Made aws(const Choice &choice)
{
    return awsShadow(choice.broker.section(QLatin1Char(':'), 0, 0).endsWith(QLatin1String(".amazonaws.com")) || choice.only.contains("aws"));
}

struct Entry
{
    const char *name;
    Made (*make)(const Choice &);
};
constexpr Entry entries[] = {
    {"zigbee2mqtt", [](const Choice &) { return zigbee2mqtt(); }},
    {"homie", [](const Choice &) { return homie(); }},
    {"tasmota", [](const Choice &) { return tasmota(); }},
    {"shellygen1", [](const Choice &) { return shellyFirst(); }},
    {"shelly", [](const Choice &) { return shelly(); }},
    {"esphome", [](const Choice &choice) { return espHome(choice.broker); }},
    {"meshtastic", [](const Choice &) { return meshtastic(); }},
    {"chirpstack", [](const Choice &) { return chirpStack(); }},
    {"ttn", [](const Choice &) { return theThingsStack(); }},
    {"aws", aws},
    {"wled", [](const Choice &) { return wled(); }},
    {"openmqttgateway", [](const Choice &) { return openMqttGateway(); }},
};

} // namespace

QByteArrayList conventionNames()
{
    QByteArrayList names {QByteArrayLiteral("homeassistant"), QByteArrayLiteral("sparkplug")};
    for (const Entry &entry : entries)
        names.append(entry.name);
    return names;
}

std::vector<std::unique_ptr<Convention>> conventionsOf(const ConventionChoice &choice)
{
    std::vector<std::unique_ptr<Convention>> made;
    if (!choice.discoveryPrefix.isEmpty() && choice.takes("homeassistant"))
        made.push_back(homeAssistant(choice.discoveryPrefix));
    if (choice.takes("sparkplug"))
        made.push_back(sparkplug::host(choice.sparkplug));
    for (const Entry &entry : entries) {
        if (choice.takes(entry.name))
            made.push_back(entry.make(choice));
    }
    return made;
}

} // namespace muster::mqtt
