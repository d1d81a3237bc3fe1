#include "backends/mqtt/mqttsettings.h"

#include "backends/mqtt/conventions/catalogue.h"
#include "backends/mqtt/conventions/topics.h"
#include "backends/mqtt/conventions/words.h"
#include "backends/mqtt/sparkplug/sparkplugtopic.h"

#include <QFileInfo>
#include <QUrlQuery>

#include <algorithm>

namespace muster::mqtt {

namespace {

quint16 usualPort(const MqttOptions &client)
{
    if (client.webPath.isEmpty())
        return client.tls ? 8883 : 1883;
    return client.tls ? 443 : 80;
}

tl::unexpected<Error> wrong(const QString &text)
{
    return failure(Error::Code::Invalid, text);
}

Result<void> takeNumber(const QString &name, const QString &text, qint64 low, qint64 high, qint64 &number)
{
    bool ok = false;
    const qint64 value = text.toLongLong(&ok);
    if (!ok || value < low || value > high)
        return wrong(Words::tr("Option %1 is “%2”; it must be a whole number from %3 to %4.").arg(name, text).arg(low).arg(high));
    number = value;
    return {};
}

template<class Number>
Result<void> take(const QString &name, const QString &text, qint64 low, qint64 high, Number &number)
{
    qint64 value = 0;
    const auto taken = takeNumber(name, text, low, high, value);
    if (taken)
        number = Number(value);
    return taken;
}

Result<void> takeSwitch(const QString &name, const QString &text, bool &value)
{
    const bool on = text == QLatin1String("on");
    if (!on && text != QLatin1String("off"))
        return wrong(Words::tr("Option %1 is “%2”; it can be on or off.").arg(name, text));
    value = on;
    return {};
}

Result<void> takeFilter(const QString &text, QByteArrayList &filters)
{
    const QByteArray filter = text.toUtf8();
    if (!isFilter(filter))
        return wrong(Words::tr("“%1” is no topic filter: + stands for a whole level, # for all that follow and only at the end.").arg(text));
    if (!filters.contains(filter))
        filters.append(filter);
    return {};
}

Result<void> takeProtocol(const QString &text, int &protocol)
{
    if (text == QLatin1String("3.1.1") || text == QLatin1String("4"))
        protocol = 4;
    else if (text == QLatin1String("5"))
        protocol = 5;
    else
        return wrong(Words::tr("Option protocol is “%1”; it can be 3.1.1 or 5.").arg(text));
    return {};
}

Result<void> takeFile(const QString &name, const QString &path, QString &file)
{
    const QFileInfo info(path);
    if (!info.isFile() || !info.isReadable())
        return wrong(Words::tr("The certificate file %1 cannot be read. Check the path of option %2.").arg(path, name));
    file = path;
    return {};
}

Result<void> takePin(const QString &text, QByteArray &pin)
{
    QString digits = text;
    digits.remove(QLatin1Char(':')).remove(QLatin1Char(' '));
    pin = QByteArray::fromHex(digits.toLatin1());
    if (pin.size() == 32 && digits.size() == 64)
        return {};
    return wrong(Words::tr("Option pin is “%1”; it must be the SHA-256 of a certificate, 64 hexadecimal digits.").arg(text));
}

Result<void> takeAlpn(const QString &text, QByteArrayList &protocols)
{
    const QStringList words = text.split(QLatin1Char(','));
    for (const QString &word : words) {
        protocols.append(word.trimmed().toUtf8());
        if (protocols.last().isEmpty() || protocols.last().size() > 255 || protocols.size() > 16) // RFC 7301 section 3.1 bounds a name
            return wrong(Words::tr("Option alpn is “%1”; it must be names of protocols with commas between, such as x-amzn-mqtt-ca.").arg(text));
    }
    return {};
}

const QStringList &tlsOptions()
{
    static const QStringList names {QStringLiteral("ca"), QStringLiteral("cert"), QStringLiteral("keyfile"), QStringLiteral("sni"), QStringLiteral("alpn"),
        QStringLiteral("tls"), QStringLiteral("pin")};
    return names;
}

Result<void> takeTls(const QString &name, const QString &text, MqttOptions &client)
{
    if (!client.tls)
        return wrong(Words::tr("Option %1 needs an encrypted connection: write %2:// instead of %3://.").arg(name, client.webPath.isEmpty() ? QStringLiteral("mqtts") : QStringLiteral("wss"), client.webPath.isEmpty() ? QStringLiteral("mqtt") : QStringLiteral("ws")));
    if (name == QLatin1String("ca"))
        return takeFile(name, text, client.caFile);
    if (name == QLatin1String("cert"))
        return takeFile(name, text, client.certificateFile);
    if (name == QLatin1String("keyfile"))
        return takeFile(name, text, client.keyFile);
    if (name == QLatin1String("alpn"))
        return takeAlpn(text, client.alpn);
    if (name == QLatin1String("pin"))
        return takePin(text, client.pin);
    if (name == QLatin1String("sni")) {
        client.serverName = text;
        return QUrl::toAce(text).isEmpty() ? wrong(Words::tr("Option sni is “%1”; it must be the name of a host.").arg(text)) : Result<void> {};
    }
    client.tls13 = text == QLatin1String("1.3");
    return client.tls13 || text == QLatin1String("1.2") ? Result<void> {} : wrong(Words::tr("Option tls is “%1”; it can be 1.2 or 1.3.").arg(text));
}

Result<void> takeDiscovery(const QString &text, QByteArray &prefix)
{
    if (text == QLatin1String("off")) {
        prefix.clear();
        return {};
    }
    prefix = text.toUtf8();
    if (!isTopic(prefix) || prefix.startsWith('/') || prefix.endsWith('/'))
        return wrong(Words::tr("Option discovery is “%1”; it can be a topic such as homeassistant, or off.").arg(text));
    return {};
}

// Names with commas between; a minus in front means "without".
Result<void> takeConventions(const QString &text, MqttSettings &settings)
{
    const QStringList words = text.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const bool without = word.trimmed().startsWith(QLatin1Char('-'));
        const QByteArray name = word.trimmed().sliced(without ? 1 : 0).toUtf8();
        if (!conventionNames().contains(name))
            return wrong(Words::tr("Option conventions names “%1”; there are %2.").arg(QString::fromUtf8(name), QString::fromUtf8(conventionNames().join(", "))));
        (without ? settings.withoutConventions : settings.conventions).append(name);
    }
    return {};
}

Result<void> takeSparkplug(const QString &text, sparkplug::HostOptions &options)
{
    if (text != QLatin1String("listen") && text != QLatin1String("host") && text != QLatin1String("primary"))
        return wrong(Words::tr("Option sparkplug is “%1”; it can be listen, host or primary.").arg(text));
    options.asksForBirths = text != QLatin1String("listen");
    return {};
}

Result<void> takeHost(const QString &text, sparkplug::HostOptions &options)
{
    options.host = text.toUtf8();
    if (text.isEmpty() || text.contains(QLatin1Char('/')) || !isTopic(sparkplug::stateTopic(options.host)))
        return wrong(Words::tr("Option host is “%1”; a host id has no /, + or # in it.").arg(text));
    return {};
}

// A host id is published, so it has to be asked for in so many words.
Result<void> checkSparkplug(const QUrlQuery &options)
{
    const bool isPrimary = options.queryItemValue(QStringLiteral("sparkplug")) == QLatin1String("primary");
    if (isPrimary == options.hasQueryItem(QStringLiteral("host")))
        return {};
    return wrong(isPrimary ? Words::tr("Option sparkplug=primary needs a host id: add host=… with the id that the edge nodes are set to.")
                           : Words::tr("Option host is the id of a primary host: add sparkplug=primary, or leave host out."));
}

Result<void> takeReorder(const QString &text, sparkplug::HostOptions &options)
{
    qint64 seconds = 0;
    const auto taken = takeNumber(QStringLiteral("reorder"), text, 1, 300, seconds);
    if (taken)
        options.reorder = seconds * 1'000'000;
    return taken;
}

Result<void> takeRule(const QString &text, MqttSettings &settings)
{
    if (settings.rules.size() >= size_t(TopicRule::maxRules))
        return wrong(Words::tr("A connection can have %1 rules that make devices of topics.").arg(TopicRule::maxRules));
    auto rule = topicRule(text);
    if (!rule)
        return wrong(Words::tr("The rule “%1” cannot be read, column %2: %3").arg(text.left(200)).arg(rule.error().column).arg(rule.error().text));
    settings.rules.push_back(*std::move(rule));
    return {};
}

Result<void> takeOption(const QString &name, const QString &text, MqttSettings &settings)
{
    if (name == QLatin1String("filter"))
        return takeFilter(text, settings.filters);
    if (name == QLatin1String("protocol"))
        return takeProtocol(text, settings.client.protocol);
    if (tlsOptions().contains(name))
        return takeTls(name, text, settings.client);
    if (name == QLatin1String("keepalive"))
        return take(name, text, 5, 65'535, settings.client.keepAlive);
    if (name == QLatin1String("qos"))
        return take(name, text, 0, 2, settings.qos);
    if (name == QLatin1String("maxpayload"))
        return take(name, text, 1, 268'435'455, settings.maxPayload);
    if (name == QLatin1String("discovery"))
        return takeDiscovery(text, settings.discovery);
    if (name == QLatin1String("conventions"))
        return takeConventions(text, settings);
    if (name == QLatin1String("sparkplug"))
        return takeSparkplug(text, settings.sparkplug);
    if (name == QLatin1String("host"))
        return takeHost(text, settings.sparkplug);
    if (name == QLatin1String("reorder"))
        return takeReorder(text, settings.sparkplug);
    if (name == QLatin1String("rule"))
        return takeRule(text, settings);
    if (name == QLatin1String("generic"))
        return takeSwitch(name, text, settings.generic);
    if (name == QLatin1String("retained"))
        return takeSwitch(name, text, settings.retained);
    if (name != QLatin1String("clientid") && name != QLatin1String("client"))
        return wrong(Words::tr("“%1” is no option of an MQTT connection. There are filter, protocol, clientid, ca, cert, keyfile, sni, alpn, tls, pin, "
                        "keepalive, qos, maxpayload, discovery, conventions, sparkplug, host, reorder, rule, generic and retained.").arg(name));
    if (text.isEmpty() || text.toUtf8().size() > 65'535)
        return wrong(Words::tr("Option clientid is empty or too long; leave it out to have one made up."));
    settings.client.clientId = text;
    return {};
}

Result<void> takeServer(const QUrl &url, MqttOptions &client)
{
    const QString scheme = url.scheme().toLower();
    const bool isWeb = scheme == QLatin1String("ws") || scheme == QLatin1String("wss");
    if (!isWeb && scheme != QLatin1String("mqtt") && scheme != QLatin1String("mqtts"))
        return wrong(Words::tr("“%1” does not begin with mqtt://, mqtts://, ws:// or wss://.").arg(url.toDisplayString()));
    if (!url.isValid())
        return wrong(Words::tr("This is no valid address: %1.").arg(url.errorString()));
    if (url.host().isEmpty())
        return wrong(Words::tr("The address names no broker. Write it like mqtt://broker.local:1883."));
    client.tls = scheme == QLatin1String("mqtts") || scheme == QLatin1String("wss");
    if (isWeb) {
        client.webPath = url.path(QUrl::FullyEncoded);
        if (client.webPath.isEmpty() || client.webPath == QLatin1String("/"))
            client.webPath = QStringLiteral("/mqtt");
    }
    const int port = url.port(usualPort(client));
    if (port < 1 || port > 65'535)
        return wrong(Words::tr("Port %1 does not exist; the usual ones are 1883 for mqtt, 8883 for mqtts, 80 for ws and 443 for wss.").arg(port));
    client.host = url.host();
    client.port = quint16(port);
    client.user = url.userName(QUrl::FullyDecoded);
    return {};
}

} // namespace

QByteArrayList MqttSettings::subscriptions(const QByteArrayList &discoveryFilters) const
{
    const QByteArrayList wanted = filters + discoveryFilters;
    QByteArrayList list;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        const bool covered = std::any_of(wanted.begin(), wanted.end(), [&](const QByteArray &other) {
            return &other != &wanted[i] && covers(other, wanted[i]) && (!covers(wanted[i], other) || &other < &wanted[i]);
        });
        if (!covered)
            list.append(wanted[i]);
    }
    return list;
}

QString MqttSettings::broker() const
{
    return client.port == usualPort(client) ? client.host : client.host + QLatin1Char(':') + QString::number(client.port);
}

Result<MqttSettings> mqttSettings(const QUrl &url)
{
    MqttSettings settings;
    settings.discovery = QByteArrayLiteral("homeassistant");
    if (const auto taken = takeServer(url, settings.client); !taken)
        return tl::unexpected(taken.error());
    const auto options = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    QStringList seen;
    qsizetype ruleLength = 0;
    for (const auto &[name, text] : options) {
        if (seen.contains(name) && name != QLatin1String("filter") && name != QLatin1String("rule"))
            return wrong(Words::tr("Option %1 is there twice.").arg(name));
        seen.append(name);
        ruleLength += name == QLatin1String("rule") ? text.size() : 0;
        if (ruleLength > TopicRule::maxTotal)
            return wrong(Words::tr("All rules of a connection together can be %1 characters long.").arg(TopicRule::maxTotal));
        if (const auto taken = takeOption(name, text, settings); !taken)
            return tl::unexpected(taken.error());
    }
    if (!settings.client.keyFile.isEmpty() && settings.client.certificateFile.isEmpty())
        return wrong(Words::tr("Option keyfile needs the certificate the key belongs to, in option cert."));
    if (const auto checked = checkSparkplug(QUrlQuery(url)); !checked)
        return tl::unexpected(checked.error());
    QString path = settings.client.webPath.isEmpty() ? url.path(QUrl::FullyDecoded) : QString();
    while (path.startsWith(QLatin1Char('/')))
        path.remove(0, 1);
    if (!path.isEmpty() && settings.filters.isEmpty()) {
        if (!hasWildcard(path.toUtf8()))
            path += path.endsWith(QLatin1Char('/')) ? QStringLiteral("#") : QStringLiteral("/#");
        if (const auto taken = takeFilter(path, settings.filters); !taken)
            return tl::unexpected(taken.error());
    }
    if (settings.filters.isEmpty())
        settings.filters = {QByteArrayLiteral("#")};
    return settings;
}

} // namespace muster::mqtt
