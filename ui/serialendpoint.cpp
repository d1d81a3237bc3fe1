#include "ui/serialendpoint.h"

#include <array>
#include <utility>

namespace muster {

namespace {

using Field = std::pair<const char *, QString SerialEndpoint::*>;
constexpr std::array fields {Field {"bits", &SerialEndpoint::bits}, Field {"parity", &SerialEndpoint::parity}, Field {"stop", &SerialEndpoint::stop},
    Field {"flow", &SerialEndpoint::flow}, Field {"dtr", &SerialEndpoint::dtr}, Field {"rts", &SerialEndpoint::rts},
    Field {"profile", &SerialEndpoint::profile}, Field {"ending", &SerialEndpoint::ending}};

} // namespace

bool SerialEndpoint::hasUnusual() const
{
    SerialEndpoint plain = *this;
    plain.profile.clear();
    for (const auto &[name, field] : fields) {
        if (!(plain.*field).isEmpty())
            return true;
    }
    return false;
}

bool isSerial(const QUrl &url)
{
    return url.scheme() == QLatin1String("serial");
}

SerialEndpoint serialEndpoint(const QUrl &url)
{
    SerialEndpoint endpoint;
    endpoint.port = url.path(QUrl::FullyDecoded);
    QUrlQuery query(url);
    bool isNumber = false;
    const int baud = query.queryItemValue(QStringLiteral("baud")).toInt(&isNumber);
    if (isNumber) {
        endpoint.baud = baud;
        query.removeAllQueryItems(QStringLiteral("baud"));
    }
    for (const auto &[name, field] : fields) {
        const QString key = QLatin1StringView(name);
        endpoint.*field = query.queryItemValue(key, QUrl::FullyDecoded);
        query.removeAllQueryItems(key);
    }
    endpoint.others = query;
    return endpoint;
}

QUrl toUrl(const SerialEndpoint &endpoint)
{
    QUrl url;
    url.setScheme(QStringLiteral("serial"));
    if (endpoint.port.startsWith(QLatin1Char('/')))
        url.setHost(QStringLiteral("")); // for its two slashes
    url.setPath(endpoint.port, QUrl::DecodedMode);
    QUrlQuery query = endpoint.others;
    if (endpoint.baud != SerialEndpoint::usualBaud)
        query.addQueryItem(QStringLiteral("baud"), QString::number(endpoint.baud));
    for (const auto &[name, field] : fields) {
        if (const QString &value = endpoint.*field; !value.isEmpty())
            query.addQueryItem(QLatin1StringView(name), QString::fromLatin1(QUrl::toPercentEncoding(value, "/:,")));
    }
    if (!query.isEmpty())
        url.setQuery(query);
    return url;
}

} // namespace muster
