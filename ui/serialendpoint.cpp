#include "ui/serialendpoint.h"

#include <array>
#include <utility>

namespace muster {

namespace {

using Field = std::pair<const char *, QString SerialEndpoint::*>;
constexpr std::array fields {Field {"bits", &SerialEndpoint::bits}, Field {"parity", &SerialEndpoint::parity}, Field {"stop", &SerialEndpoint::stop},
    Field {"flow", &SerialEndpoint::flow}, Field {"dtr", &SerialEndpoint::dtr}, Field {"rts", &SerialEndpoint::rts},
    Field {"profile", &SerialEndpoint::profile}, Field {"ending", &SerialEndpoint::ending}};

constexpr QLatin1StringView boardOption("board");

QString identityOf(const QString &option)
{
    return option.section(QLatin1Char(','), 0, -3);
}

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

BoardReading boardReading(const QUrl &all, const QString &identity)
{
    const QStringList options = QUrlQuery(all).allQueryItemValues(boardOption, QUrl::FullyDecoded);
    for (const QString &option : options) {
        if (identityOf(option) == identity)
            return {option.section(QLatin1Char(','), -2, -2).toInt(), option.section(QLatin1Char(','), -1)};
    }
    return {};
}

QUrl withBoardReading(const QUrl &all, const QString &identity, const BoardReading &reading)
{
    QUrlQuery query(all);
    const QStringList options = query.allQueryItemValues(boardOption, QUrl::FullyDecoded);
    query.removeAllQueryItems(boardOption);
    const auto add = [&query](const QString &option) { query.addQueryItem(boardOption, QString::fromLatin1(QUrl::toPercentEncoding(option, "/:,@"))); };
    for (const QString &option : options) {
        if (identityOf(option) != identity)
            add(option);
    }
    if (!(reading == BoardReading()))
        add(QStringLiteral("%1,%2,%3").arg(identity, reading.baud > 0 ? QString::number(reading.baud) : QString(), reading.profile));
    QUrl url = all;
    url.setQuery(query.isEmpty() ? QString() : query.toString(QUrl::FullyEncoded));
    return url;
}

} // namespace muster
