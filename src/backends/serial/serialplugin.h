#pragma once

#include "backends/serial/portclaims.h"

#include "core/backend.h"

namespace muster {

/// Serial ports as a kind of connection; their URLs are described in serialsettings.h.
class SerialPlugin : public QObject, public BackendPlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID MusterBackendPlugin_iid FILE "serial.json")
    Q_INTERFACES(muster::BackendPlugin)

public:
    [[nodiscard]] Result<void> check(const QUrl &url) const override;
    [[nodiscard]] std::unique_ptr<Backend> create(const Connection &connection, const Credentials &credentials, Ingest &ingest) const override;

private:
    mutable serial::PortClaims m_claims; ///< used by the backends it made, on muster-io
};

} // namespace muster
