#pragma once

#include "backends/serial/portclaims.h"
#include "backends/serial/portlistener.h"
#include "codec/profileshelf.h"
#include "core/backend.h"
#include "script/scriptrunner.h"

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

    /// Where profiles are found. Before the first backend is made.
    void setShelf(const codec::ProfileShelf &shelf) { m_shelf = shelf; }
    /// Whoever listens to unknown ports; to be moved to muster-io before it is told to.
    [[nodiscard]] std::unique_ptr<serial::PortListener> makeListener() const;

private:
    codec::ProfileShelf m_shelf;
    mutable serial::PortClaims m_claims; ///< used by the backends it made, on muster-io
    mutable script::Budget m_scripts;    ///< likewise
};

} // namespace muster
