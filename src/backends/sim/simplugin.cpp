#include "backends/sim/simplugin.h"

#include "backends/sim/simbackend.h"

namespace muster {

Result<void> SimPlugin::check(const QUrl &url) const
{
    return sim::readOptions(url).map([](const sim::Options &) {});
}

std::unique_ptr<Backend> SimPlugin::create(const Connection &connection, const Credentials &, Ingest &ingest) const
{
    return std::make_unique<SimBackend>(connection.id, sim::readOptions(connection.url).value_or(sim::Options {}), ingest);
}

} // namespace muster
