#include "backends/ble/bleplugin.h"

#include "backends/ble/blebackend.h"

namespace muster {

Result<void> BlePlugin::check(const QUrl &url) const
{
    return BleBackend::options(url).map([](const BleBackend::Options &) {});
}

std::unique_ptr<Backend> BlePlugin::create(const Connection &connection, const Credentials &, Ingest &ingest) const
{
    BleBackend::Options options = BleBackend::options(connection.url).value_or(BleBackend::Options {});
    options.shelf = m_shelf;
    options.scripts = &m_scripts;
    auto backend = std::make_unique<BleBackend>(connection.id, options, ingest, m_radioThread);
    connect(backend.get(), &BleBackend::keyWanted, this, &BlePlugin::keyWanted, Qt::DirectConnection);
    connect(backend.get(), &BleBackend::keyGiven, this, &BlePlugin::keyGiven, Qt::DirectConnection);
    connect(backend.get(), &BleBackend::pairingAsked, this, &BlePlugin::pairingAsked, Qt::DirectConnection);
    connect(backend.get(), &BleBackend::pairingTakenBack, this, &BlePlugin::pairingTakenBack, Qt::DirectConnection);
    connect(this, &BlePlugin::keyOffered, backend.get(), &BleBackend::takeKey);
    connect(this, &BlePlugin::pairingAnswered, backend.get(), &BleBackend::answerPairing);
    return backend;
}

} // namespace muster
