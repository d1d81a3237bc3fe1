#pragma once

#include "backends/mqtt/mqttclient.h"
#include "backends/mqtt/sparkplug/host.h"
#include "backends/mqtt/topicrule.h"

#include <QByteArrayList>
#include <QUrl>

namespace muster::mqtt {

/// What an endpoint URL of an MQTT connection says.
///
///   mqtt://broker.local                                everything, on port 1883, without a login
///   mqtts://ada@broker.example:8883?protocol=5&ca=/etc/ssl/plant.pem
///   mqtt://10.0.0.2/plant1                             short for ?filter=plant1/%23
///   mqtt://10.0.0.2?filter=plant1/%23&filter=plant2/%23&discovery=off
///   ws://broker.local:9001                             over a WebSocket at /mqtt on a web server; without a port at 80
///   wss://ada@broker.example/live/mqtt                 likewise with TLS, at a path of its own; without a port at 443
///
/// `#` is written %23 in a URL. The password is never part of it. Options behind the question mark, each at most once except filter:
///   filter=…       topics to hear, with + and #; may be repeated. Default: # (everything but $SYS)
///   protocol=…     3.1.1 (or 4) or 5. Default: 3.1.1
///   clientid=…     (or client=…) default: one is made up for each session
///   ca=…           a PEM file with the certificate that signed the broker's (mqtts and wss only, like all down to pin). Default: the system's
///   cert=…         our own certificate, for a broker that asks for one: a PEM or PKCS#12 file. Its passphrase is never part of the URL
///   keyfile=…      the key of it, a PEM file. Default: it is in the same file
///   sni=…          the name to ask the broker for, and that its certificate must have. Default: the host
///   alpn=…         protocols to offer, with commas between: x-amzn-mqtt-ca. Default: none
///   tls=…          1.2 or 1.3: the oldest version to speak. Default: 1.2
///   pin=…          SHA-256 of the only certificate to accept, whoever issued it, 64 hexadecimal digits. Default: any valid one
///   keepalive=…    seconds, 5 … 65535. Default: 30
///   qos=…          of the subscriptions, 0 … 2. Default: 0
///   maxpayload=…   bytes, 1 … 268435455: larger messages are dropped and counted. Default: 16777216, as a
///                  Zigbee2MQTT bridge tells of a thousand devices in one message
///   discovery=…    prefix of Home Assistant's discovery topics, or off. Default: homeassistant
///   conventions=…  the ways of announcing to understand, with commas between ("zigbee2mqtt,tasmota"), or with a minus those not to
///                  ("-tasmota"). Default: all, see conventions/catalogue.h
///   sparkplug=…    how to take part where Sparkplug B is spoken: listen (send nothing by itself), host (ask edge nodes for the births that are
///                  missing) or primary (besides, publish a STATE under the id in host=…). Default: host
///   host=…         the host id, with sparkplug=primary only
///   reorder=…      seconds, 1 … 300: how long a Sparkplug message may be late. Default: 5
///   rule=…         a rule that makes devices of topics (topicrule.h); may be repeated, the first that selects a topic has it
///   generic=…      on or off: whether topics that neither a device announced nor a rule selects become devices of their own. Default: on
///   retained=…     on or off: whether values the broker kept become samples. Default: on
struct MqttSettings
{
    MqttOptions client {};
    QByteArrayList filters {};
    QByteArray discovery {};         ///< empty: off
    QByteArrayList conventions {};   ///< these alone; empty: all
    QByteArrayList withoutConventions {};
    sparkplug::HostOptions sparkplug {};  ///< with a host id: its STATE is published
    int qos = 0;
    std::vector<TopicRule> rules {};
    bool generic = true;
    bool retained = true;
    qsizetype maxPayload = 16 << 20;

    /// The filters to subscribe: those above and, where they do not reach it, those of discovery and rules. None is covered by another.
    [[nodiscard]] QByteArrayList subscriptions(const QByteArrayList &discoveryFilters) const;
    /// The broker as part of an address: "broker.local", with the port where it is not the usual one.
    [[nodiscard]] QString broker() const;
};

/// Errors: Invalid, with one sentence that names the option and says what it may be.
[[nodiscard]] Result<MqttSettings> mqttSettings(const QUrl &url);

} // namespace muster::mqtt
