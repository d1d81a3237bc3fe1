#pragma once

#include "core/backend.h"

#include <QObject>

namespace muster {

/// The door of the made-up fleet into the program.
class SimPlugin : public QObject, public BackendPlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID MusterBackendPlugin_iid FILE "sim.json")
    Q_INTERFACES(muster::BackendPlugin)

public:
    [[nodiscard]] Result<void> check(const QUrl &url) const override;
    [[nodiscard]] std::unique_ptr<Backend> create(const Connection &connection, const Credentials &credentials, Ingest &ingest) const override;
};

} // namespace muster
