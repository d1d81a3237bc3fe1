#include "backends/serial/serialplugin.h"

#include "backends/serial/serialbackend.h"
#include "backends/serial/serialsettings.h"

namespace muster {

Result<void> SerialPlugin::check(const QUrl &url) const
{
    return serial::serialSettings(url).map([](const serial::SerialSettings &) {});
}

std::unique_ptr<Backend> SerialPlugin::create(const Connection &connection, const Credentials &, Ingest &ingest) const
{
    return std::make_unique<SerialBackend>(connection, ingest, m_claims);
}

} // namespace muster
