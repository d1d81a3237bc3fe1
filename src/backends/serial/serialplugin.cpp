#include "backends/serial/serialplugin.h"

#include "backends/serial/serialbackend.h"
#include "backends/serial/serialsettings.h"

namespace muster {

Result<void> SerialPlugin::check(const QUrl &url) const
{
    return serial::serialSettings(url, m_shelf).map([](const serial::SerialSettings &) {});
}

std::unique_ptr<Backend> SerialPlugin::create(const Connection &connection, const Credentials &, Ingest &ingest) const
{
    return std::make_unique<SerialBackend>(connection, ingest, m_claims, serial::systemPorts, m_shelf, &m_scripts);
}

std::unique_ptr<serial::PortListener> SerialPlugin::makeListener() const
{
    return std::make_unique<serial::PortListener>(m_claims);
}

} // namespace muster
