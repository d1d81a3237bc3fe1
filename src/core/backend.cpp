#include "core/backend.h"

namespace muster {

Result<void> Backend::write(const QString &, const QByteArray &)
{
    return failure(Error::Code::Unsupported, tr("Bytes cannot be sent by hand over a connection of this kind."));
}

} // namespace muster
