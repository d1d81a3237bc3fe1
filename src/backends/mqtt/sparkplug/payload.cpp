#include "backends/mqtt/sparkplug/payload.h"

namespace muster::mqtt::sparkplug {

const Property *propertyOf(const PropertySet &set, QByteArrayView key)
{
    for (const Property &property : set.properties) {
        if (property.key.size() == key.size() && qstrnicmp(property.key.constData(), property.key.size(), key.data(), key.size()) == 0)
            return &property;
    }
    return nullptr;
}

} // namespace muster::mqtt::sparkplug
