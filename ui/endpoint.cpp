#include "ui/endpoint.h"

#include <QRegularExpression>

namespace muster {

namespace {

QString takeItem(QUrlQuery &query, const QString &key)
{
    const QString value = query.queryItemValue(key, QUrl::FullyDecoded);
    query.removeAllQueryItems(key);
    return value;
}

// QUrlQuery keeps "+", "&", "#" and "%" of a value only when they come encoded.
void addItem(QUrlQuery &query, const QString &key, const QString &value)
{
    if (!value.isEmpty())
        query.addQueryItem(key, QString::fromLatin1(QUrl::toPercentEncoding(value, "/:,")));
}

} // namespace

bool isMqtt(const QUrl &url)
{
    static const QStringList schemes {QStringLiteral("mqtt"), QStringLiteral("mqtts"), QStringLiteral("ws"), QStringLiteral("wss")};
    return url.isEmpty() || schemes.contains(url.scheme());
}

MqttEndpoint mqttEndpoint(const QUrl &url)
{
    MqttEndpoint endpoint;
    endpoint.tls = url.scheme() == QLatin1String("mqtts") || url.scheme() == QLatin1String("wss");
    endpoint.webSocket = url.scheme() == QLatin1String("ws") || url.scheme() == QLatin1String("wss");
    endpoint.host = url.host();
    endpoint.port = url.port() == endpoint.usualPort() ? -1 : url.port();
    endpoint.user = url.userName(QUrl::FullyDecoded);
    endpoint.path = url.path();
    QUrlQuery query(url);
    endpoint.caFile = takeItem(query, QStringLiteral("ca"));
    endpoint.certificateFile = takeItem(query, QStringLiteral("cert"));
    endpoint.keyFile = takeItem(query, QStringLiteral("keyfile"));
    endpoint.serverName = takeItem(query, QStringLiteral("sni"));
    endpoint.alpn = takeItem(query, QStringLiteral("alpn"));
    endpoint.tls13 = takeItem(query, QStringLiteral("tls")) == QLatin1String("1.3");
    endpoint.pin = takeItem(query, QStringLiteral("pin"));
    endpoint.clientId = takeItem(query, QStringLiteral("client"));
    endpoint.filters = query.allQueryItemValues(QStringLiteral("filter"), QUrl::FullyDecoded);
    endpoint.filters.removeAll(QString());
    query.removeAllQueryItems(QStringLiteral("filter"));
    endpoint.five = takeItem(query, QStringLiteral("protocol")).startsWith(QLatin1Char('5'));
    endpoint.others = query;
    return endpoint;
}

QUrl toUrl(const MqttEndpoint &endpoint)
{
    QUrl url;
    url.setScheme((endpoint.webSocket ? QStringLiteral("ws") : QStringLiteral("mqtt")) + (endpoint.tls ? QStringLiteral("s") : QString()));
    url.setHost(endpoint.host);
    url.setPort(endpoint.port);
    if (!endpoint.user.isEmpty()) // an empty one would leave its "@" behind
        url.setUserName(endpoint.user, QUrl::DecodedMode);
    const bool isLoose = endpoint.webSocket && !endpoint.path.isEmpty() && !endpoint.path.startsWith(QLatin1Char('/'));
    url.setPath(isLoose ? QLatin1Char('/') + endpoint.path : endpoint.path);
    QUrlQuery query = endpoint.others;
    addItem(query, QStringLiteral("ca"), endpoint.caFile);
    addItem(query, QStringLiteral("cert"), endpoint.certificateFile);
    addItem(query, QStringLiteral("keyfile"), endpoint.keyFile);
    addItem(query, QStringLiteral("sni"), endpoint.serverName);
    addItem(query, QStringLiteral("alpn"), endpoint.alpn);
    if (endpoint.tls13)
        addItem(query, QStringLiteral("tls"), QStringLiteral("1.3"));
    addItem(query, QStringLiteral("pin"), endpoint.pin);
    addItem(query, QStringLiteral("client"), endpoint.clientId);
    for (const auto &filter : endpoint.filters)
        addItem(query, QStringLiteral("filter"), filter);
    if (endpoint.five)
        addItem(query, QStringLiteral("protocol"), QStringLiteral("5"));
    if (!query.isEmpty())
        url.setQuery(query);
    return url;
}

QUrl pinned(const QUrl &url, const QByteArray &fingerprint)
{
    MqttEndpoint endpoint = mqttEndpoint(url);
    endpoint.pin = QString::fromLatin1(fingerprint.toHex());
    return toUrl(endpoint);
}

QStringList topicRules(const QUrl &url)
{
    return QUrlQuery(url).allQueryItemValues(QStringLiteral("rule"), QUrl::FullyDecoded);
}

QUrl withTopicRules(const QUrl &url, const QStringList &rules)
{
    QUrlQuery query(url);
    query.removeAllQueryItems(QStringLiteral("rule"));
    for (const QString &rule : rules)
        addItem(query, QStringLiteral("rule"), rule);
    QUrl changed = url;
    changed.setQuery(query.isEmpty() ? QString() : query.query(QUrl::FullyEncoded));
    return changed;
}

QUrl endpointFromText(const QString &text)
{
    const QString line = text.trimmed();
    // A scheme is followed by "://" or, for roads without a host, by ":/" or ":name"; "broker:1883" has digits behind the colon.
    static const QRegularExpression scheme(QStringLiteral("^[A-Za-z][A-Za-z0-9+.-]*:(?!\\d+(?:[/?#]|$))"));
    if (line.isEmpty())
        return {};
    if (scheme.match(line).hasMatch())
        return QUrl(line, QUrl::TolerantMode);
    static const QRegularExpression comPort(QStringLiteral("^COM\\d+$"), QRegularExpression::CaseInsensitiveOption);
    if (line.startsWith(QLatin1Char('/')))
        return QUrl(QStringLiteral("serial://") + line, QUrl::TolerantMode);
    if (comPort.match(line).hasMatch())
        return QUrl(QStringLiteral("serial:") + line.toUpper(), QUrl::TolerantMode);
    return QUrl(QStringLiteral("mqtt://") + line, QUrl::TolerantMode);
}

QString takePassword(QUrl &url)
{
    const QString password = url.password(QUrl::FullyDecoded);
    url.setPassword(QString());
    if (url.userName().isEmpty())
        url.setUserInfo(QString());
    return password;
}

} // namespace muster
