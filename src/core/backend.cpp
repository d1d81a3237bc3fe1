#include "core/backend.h"

namespace muster {

bool Backend::change(const Connection &)
{
    return false;
}

Result<void> Backend::write(const QString &, const QByteArray &)
{
    return failure(Error::Code::Unsupported, tr("Bytes cannot be sent by hand over a connection of this kind."));
}

void Backend::publish(const Publication &publication)
{
    Q_EMIT publicationFinished(publication.order, failure(Error::Code::Unsupported, tr("This connection has no topics to send to.")));
}

TopicTrial BackendPlugin::tryRule(const QStringList &, qsizetype, const QList<TopicMessage> &) const
{
    return {};
}

} // namespace muster
