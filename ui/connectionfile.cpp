#include "ui/connectionfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QUrlQuery>

namespace muster::connectionfile {

namespace {

const QLatin1StringView formatName {"muster-connections"};
constexpr qsizetype maxAddress = 96 * 1'024; ///< characters; rules that make devices of topics are part of it

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(muster::connectionfile)
};

QUrl withoutSecrets(QUrl url)
{
    url.setPassword(QString());
    QUrlQuery query(url);
    for (const char *name : {"password", "passphrase", "passwd", "pwd", "pass", "token", "secret", "apikey", "key"})
        query.removeAllQueryItems(QLatin1String(name));
    url.setQuery(query.isEmpty() ? QString() : query.query(QUrl::FullyEncoded));
    return url;
}

Result<Connection> entry(const QJsonObject &object, int number)
{
    const QString text = object.value(QLatin1String("url")).toString();
    Connection connection;
    connection.url = QUrl(text, QUrl::StrictMode);
    connection.name = object.value(QLatin1String("name")).toString().left(200).simplified();
    connection.enabled = object.value(QLatin1String("enabled")).toBool(true);
    if (text.isEmpty())
        return failure(Error::Code::Corrupt, Text::tr("Connection %1 has no \"url\".").arg(number));
    if (text.size() > maxAddress)
        return failure(Error::Code::TooLarge, Text::tr("The address of connection %1 is too long.").arg(number));
    if (!connection.url.isValid() || connection.url.scheme().isEmpty())
        return failure(Error::Code::Corrupt, Text::tr("The address of connection %1 is not a valid one.").arg(number));
    if (!connection.url.password().isEmpty())
        return failure(Error::Code::Refused, Text::tr("Connection %1 has a password in its address. Take it out of the file; it is asked for when connecting.").arg(number));
    return connection;
}

} // namespace

QByteArray toJson(const QList<Connection> &connections)
{
    QJsonArray array;
    for (const auto &connection : connections) {
        array.append(QJsonObject {{QStringLiteral("name"), connection.name}, {QStringLiteral("url"), withoutSecrets(connection.url).toString(QUrl::FullyEncoded)},
            {QStringLiteral("enabled"), connection.enabled}});
    }
    const QJsonObject root {{QStringLiteral("format"), QString(formatName)}, {QStringLiteral("version"), 1}, {QStringLiteral("connections"), array}};
    return QJsonDocument(root).toJson(QJsonDocument::Indented);
}

Result<QList<Connection>> fromJson(const QByteArray &json)
{
    if (json.size() > maxBytes)
        return failure(Error::Code::TooLarge, Text::tr("It is larger than 1 MB, which no list of connections is."));
    QJsonParseError problem;
    const auto root = QJsonDocument::fromJson(json, &problem).object();
    if (problem.error != QJsonParseError::NoError)
        return failure(Error::Code::Corrupt, Text::tr("It is not valid JSON: %1 at character %2.").arg(problem.errorString()).arg(problem.offset));
    if (root.value(QLatin1String("format")).toString() != formatName)
        return failure(Error::Code::Corrupt, Text::tr("It is not a list of Muster connections."));
    if (root.value(QLatin1String("version")).toInt() != 1)
        return failure(Error::Code::Unsupported, Text::tr("It was written by a newer Muster."));
    const auto array = root.value(QLatin1String("connections")).toArray();
    if (array.isEmpty())
        return failure(Error::Code::NotFound, Text::tr("There is no connection in it."));
    if (array.size() > maxConnections)
        return failure(Error::Code::TooLarge, Text::tr("There are %1 connections in it; at most %2 are taken.").arg(array.size()).arg(maxConnections));
    QList<Connection> connections;
    for (const auto &value : array) {
        auto connection = entry(value.toObject(), int(connections.size()) + 1);
        if (!connection)
            return tl::unexpected(connection.error());
        connections.append(*connection);
    }
    return connections;
}

Result<void> write(const QString &path, const QList<Connection> &connections)
{
    QSaveFile file(path);
    const QByteArray json = toJson(connections);
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit())
        return failure(Error::Code::Io, Text::tr("%1 could not be written: %2.").arg(path, file.errorString()));
    return {};
}

Result<QList<Connection>> read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Code::Io, Text::tr("%1 could not be read: %2.").arg(path, file.errorString()));
    auto connections = fromJson(file.read(maxBytes + 1));
    if (!connections)
        return failure(connections.error().code, Text::tr("%1 was not taken in. %2").arg(path, connections.error().text));
    return connections;
}

} // namespace muster::connectionfile
