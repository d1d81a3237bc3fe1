#include "backends/ble/bleplugin.h"

#include "backends/ble/blebackend.h"

#include <QUrlQuery>

namespace muster {

namespace {

Result<BleBackend::Options> readOptions(const QUrl &url)
{
    BleBackend::Options options;
    if (!url.host().isEmpty() || (!url.path().isEmpty() && url.path() != QLatin1String("/")))
        return failure(Error::Code::Invalid, BlePlugin::tr("“%1” names a place, but Bluetooth is everywhere near: write ble:// alone.").arg(url.toDisplayString()));
    const auto items = QUrlQuery(url).queryItems();
    for (const auto &[key, value] : items) {
        if (key != QLatin1String("nameless") || (value != QLatin1String("0") && value != QLatin1String("1")))
            return failure(Error::Code::Invalid, BlePlugin::tr("“%1=%2” means nothing to a Bluetooth connection. It knows nameless=1.").arg(key, value));
        options.showNameless = value == QLatin1String("1");
    }
    return options;
}

} // namespace

Result<void> BlePlugin::check(const QUrl &url) const
{
    return readOptions(url).map([](const BleBackend::Options &) {});
}

std::unique_ptr<Backend> BlePlugin::create(const Connection &connection, const Credentials &, Ingest &ingest) const
{
    auto backend = std::make_unique<BleBackend>(connection.id, readOptions(connection.url).value_or(BleBackend::Options {}), ingest, m_radioThread);
    connect(backend.get(), &BleBackend::keyWanted, this, &BlePlugin::keyWanted, Qt::DirectConnection);
    connect(backend.get(), &BleBackend::keyGiven, this, &BlePlugin::keyGiven, Qt::DirectConnection);
    connect(backend.get(), &BleBackend::pairingAsked, this, &BlePlugin::pairingAsked, Qt::DirectConnection);
    connect(backend.get(), &BleBackend::pairingTakenBack, this, &BlePlugin::pairingTakenBack, Qt::DirectConnection);
    connect(this, &BlePlugin::keyOffered, backend.get(), &BleBackend::takeKey);
    connect(this, &BlePlugin::pairingAnswered, backend.get(), &BleBackend::answerPairing);
    return backend;
}

} // namespace muster
