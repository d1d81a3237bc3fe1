#pragma once

#include "backends/mqtt/mqttclient.h"

struct mqtt5__property;
typedef struct mqtt5__property mosquitto_property;

namespace muster {

/// libmosquitto's list of a message's properties, which lives as long as the call that brought it.
class MosquittoProperties final : public MqttExtras
{
public:
    explicit MosquittoProperties(const mosquitto_property *list)
        : m_list(list)
    {}
    [[nodiscard]] MessageProperties read() const override;

private:
    const mosquitto_property *m_list;
};

} // namespace muster
