#include "rules/webaddress.h"

#include <QUrl>

namespace muster {

bool isWebAddress(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    const bool isWeb = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    return url.isValid() && isWeb && !url.host().isEmpty() && address.size() <= maxWebAddress;
}

} // namespace muster
