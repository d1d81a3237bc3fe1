#include "backends/mqtt/mosquittoproperties.h"

#include <mosquitto.h>
#include <mqtt_protocol.h>

#include <cstdlib>
#include <cstring>
#include <memory>

namespace muster {

namespace {

struct Free
{
    void operator()(void *memory) const { std::free(memory); }
};
/// The library's reading functions make copies for us.
using Text = std::unique_ptr<char, Free>;

qsizetype sizeOf(const Text &text)
{
    return text ? qsizetype(std::strlen(text.get())) : 0;
}

std::optional<QString> textOf(const mosquitto_property *property, int identifier, MessageProperties &room)
{
    char *bytes = nullptr;
    const bool isRead = mosquitto_property_read_string(property, identifier, &bytes, false) != nullptr;
    const Text text(bytes);
    if (!isRead || !room.hasRoomFor(2 * sizeOf(text)))
        return {};
    return QString::fromUtf8(text.get(), sizeOf(text));
}

std::optional<QByteArray> bytesOf(const mosquitto_property *property, int identifier, MessageProperties &room)
{
    void *bytes = nullptr;
    uint16_t size = 0;
    const bool isRead = mosquitto_property_read_binary(property, identifier, &bytes, &size, false) != nullptr;
    const std::unique_ptr<void, Free> memory(bytes);
    if (!isRead || !room.hasRoomFor(size))
        return {};
    return QByteArray(static_cast<const char *>(bytes), size);
}

void addUserProperty(const mosquitto_property *property, MessageProperties &to)
{
    char *nameBytes = nullptr;
    char *valueBytes = nullptr;
    const bool isRead = mosquitto_property_read_string_pair(property, MQTT_PROP_USER_PROPERTY, &nameBytes, &valueBytes, false) != nullptr;
    const Text name(nameBytes);
    const Text value(valueBytes);
    if (isRead && to.hasRoomFor(2 * (sizeOf(name) + sizeOf(value))))
        to.user.append({QString::fromUtf8(name.get(), sizeOf(name)), QString::fromUtf8(value.get(), sizeOf(value))});
}

} // namespace

MessageProperties MosquittoProperties::read() const
{
    MessageProperties all;
    for (const mosquitto_property *property = m_list; property; property = mosquitto_property_next(property)) {
        const int identifier = mosquitto_property_identifier(property);
        switch (identifier) {
        case MQTT_PROP_PAYLOAD_FORMAT_INDICATOR:
            if (uint8_t format = 0; mosquitto_property_read_byte(property, identifier, &format, false))
                all.isText = format == 1;
            break;
        case MQTT_PROP_MESSAGE_EXPIRY_INTERVAL:
            if (uint32_t seconds = 0; mosquitto_property_read_int32(property, identifier, &seconds, false))
                all.expiry = seconds;
            break;
        case MQTT_PROP_CONTENT_TYPE:
            all.contentType = textOf(property, identifier, all);
            break;
        case MQTT_PROP_RESPONSE_TOPIC:
            all.responseTopic = textOf(property, identifier, all);
            break;
        case MQTT_PROP_CORRELATION_DATA:
            all.correlation = bytesOf(property, identifier, all);
            break;
        case MQTT_PROP_USER_PROPERTY:
            addUserProperty(property, all);
            break;
        default: // topic alias and subscription identifier are between the broker and the library
            break;
        }
    }
    return all;
}

} // namespace muster
