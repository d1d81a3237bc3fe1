#include "store/inventory.h"

#include "store/devicejson.h"
#include "store/sqlite.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

namespace muster {

namespace {

// Version 1. Descriptions are JSON (store/devicejson.h); what a person decided has columns of its own.
constexpr char schema[] = R"(
CREATE TABLE meta(key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE device(id INTEGER PRIMARY KEY, description TEXT NOT NULL, name TEXT NOT NULL, kind INTEGER NOT NULL, tags TEXT NOT NULL,
                    groups TEXT NOT NULL, added INTEGER NOT NULL);
CREATE TABLE metric(id INTEGER PRIMARY KEY, device INTEGER NOT NULL REFERENCES device(id) ON DELETE CASCADE, description TEXT NOT NULL);
CREATE INDEX metric_of_device ON metric(device);
CREATE TABLE grp(id INTEGER PRIMARY KEY, parent INTEGER NOT NULL, name TEXT NOT NULL);
CREATE TABLE connection(id INTEGER PRIMARY KEY, name TEXT NOT NULL, url TEXT NOT NULL, enabled INTEGER NOT NULL);
PRAGMA user_version = 1;
)";

// Version 2: what other modules keep with the fleet, each as one text of its own making.
constexpr char toVersion2[] = R"(
CREATE TABLE document(name TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;
PRAGMA user_version = 2;
)";

QString compact(const QJsonObject &json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QJsonObject object(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

QString groupList(const QSet<GroupId> &groups)
{
    QStringList numbers;
    for (const GroupId group : groups)
        numbers.append(QString::number(group.n));
    numbers.sort();
    return numbers.join(u',');
}

QSet<GroupId> groupSet(const QString &text)
{
    QSet<GroupId> groups;
    const auto numbers = text.split(u',', Qt::SkipEmptyParts);
    for (const QString &number : numbers)
        groups.insert({number.toUInt()});
    return groups;
}

/// Runs a query and hands every row to `take`.
template<class Take>
Result<void> each(Sqlite &db, const char *sql, Take take)
{
    auto statement = db.prepare(sql);
    if (!statement)
        return tl::unexpected(statement.error());
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return {};
        take(*statement);
    }
}

template<class... Values>
Result<void> run(Sqlite &db, const char *sql, const Values &...values)
{
    auto statement = db.prepare(sql);
    if (!statement)
        return tl::unexpected(statement.error());
    int parameter = 0;
    (statement->bind(++parameter, values), ...);
    return statement->run();
}

Result<void> raiseMark(Sqlite &db, const char *key, quint32 value)
{
    return run(db, "INSERT INTO meta VALUES(?1, ?2) ON CONFLICT(key) DO UPDATE SET value = max(value, excluded.value)", QString::fromLatin1(key),
        qint64(value));
}

Result<void> storeDevice(Sqlite &db, const Device &device, const FleetEntry &entry)
{
    auto result = run(db,
        "INSERT INTO device VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT(id) DO UPDATE SET description = excluded.description, "
        "name = excluded.name, kind = excluded.kind, tags = excluded.tags, groups = excluded.groups, added = excluded.added",
        qint64(device.id.n), compact(devicejson::ofDevice(device)), entry.name, qint64(entry.kind),
        QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(entry.tags)).toJson(QJsonDocument::Compact)), groupList(entry.groups), entry.added);
    if (result)
        result = run(db, "DELETE FROM metric WHERE device = ?1", qint64(device.id.n));
    quint32 last = 0;
    for (const Metric &metric : device.metrics) {
        if (!result)
            return result;
        last = std::max(last, metric.id.n);
        result = run(db, "INSERT OR REPLACE INTO metric VALUES(?1, ?2, ?3)", qint64(metric.id.n), qint64(device.id.n),
            compact(devicejson::ofMetric(metric)));
    }
    quint32 lastDevice = device.id.n;
    for (const DevicePart &part : device.parts)
        lastDevice = std::max(lastDevice, part.id.n);
    if (result)
        result = raiseMark(db, "lastDevice", lastDevice);
    if (result)
        result = raiseMark(db, "lastMetric", last);
    return result;
}

Result<void> readDevices(Sqlite &db, InventoryContents &contents)
{
    QHash<quint32, qsizetype> index;
    auto result = each(db, "SELECT id, description, name, kind, tags, groups, added FROM device ORDER BY id", [&](const SqliteStatement &row) {
        Device device = devicejson::device(object(row.text(1)));
        device.id = {quint32(row.integer(0))};
        FleetEntry entry {device.id, row.text(2), groupSet(row.text(5)), {}, int(row.integer(3)), row.integer(6)};
        const QJsonArray tags = QJsonDocument::fromJson(row.blob(4)).array();
        for (const auto &tag : tags)
            entry.tags.append(tag.toString());
        index.insert(device.id.n, contents.devices.size());
        contents.devices.append(device);
        contents.entries.append(entry);
    });
    if (!result)
        return result;
    return each(db, "SELECT id, device, description FROM metric ORDER BY id", [&](const SqliteStatement &row) {
        const auto at = index.constFind(quint32(row.integer(1)));
        if (at == index.cend())
            return;
        Metric metric = devicejson::metric(object(row.text(2)));
        metric.id = {quint32(row.integer(0))};
        contents.devices[*at].metrics.append(metric);
    });
}

Result<InventoryContents> read(Sqlite &db)
{
    InventoryContents contents;
    auto result = readDevices(db, contents);
    if (result)
        result = each(db, "SELECT id, parent, name FROM grp ORDER BY id", [&](const SqliteStatement &row) {
            contents.groups.append({{quint32(row.integer(0))}, {quint32(row.integer(1))}, row.text(2)});
        });
    if (result)
        result = each(db, "SELECT id, name, url, enabled FROM connection ORDER BY id", [&](const SqliteStatement &row) {
            contents.connections.append({{quint32(row.integer(0))}, row.text(1), QUrl(row.text(2)), row.integer(3) != 0});
        });
    if (result)
        result = each(db, "SELECT key, value FROM meta", [&](const SqliteStatement &row) {
            const auto value = quint32(row.integer(1));
            if (row.text(0) == QLatin1String("lastDevice"))
                contents.lastDevice = {value};
            else if (row.text(0) == QLatin1String("lastMetric"))
                contents.lastMetric = {value};
            else if (row.text(0) == QLatin1String("lastConnection"))
                contents.lastConnection = {value};
        });
    if (result)
        result = each(db, "SELECT name, text FROM document", [&](const SqliteStatement &row) { contents.documents.insert(row.text(0), row.text(1)); });
    if (!result)
        return tl::unexpected(result.error());
    return contents;
}

} // namespace

Inventory::Inventory(const QString &path, QObject *parent)
    : QObject(parent)
    , m_path(path)
{}

Inventory::~Inventory() = default;

Result<void> Inventory::open()
{
    auto opened = Sqlite::open(m_path);
    if (!opened)
        return tl::unexpected(opened.error());
    m_db = std::move(*opened);
    auto result = m_db->execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON");
    return result ? migrate() : result;
}

Result<void> Inventory::migrate()
{
    qint64 version = 0;
    auto result = each(*m_db, "PRAGMA user_version", [&](const SqliteStatement &row) { version = row.integer(0); });
    if (!result)
        return result;
    if (version > schemaVersion)
        return failure(Error::Code::Unsupported,
            tr("%1 was written by a newer Muster (format %2, this one knows %3). Use that version, or another folder with --data.")
                .arg(m_path)
                .arg(version)
                .arg(schemaVersion));
    return m_db->transaction([this, version]() -> Result<void> {
        auto migrated = version < 1 ? m_db->execute(schema) : Result<void>();
        return migrated && version < 2 ? m_db->execute(toVersion2) : migrated;
    });
}

Result<InventoryContents> Inventory::load()
{
    auto result = open();
    Result<InventoryContents> contents = result ? read(*m_db) : Result<InventoryContents>(tl::unexpected(result.error()));
    if (contents || contents.error().code != Error::Code::Corrupt)
        return contents;
    // Not a database, or a damaged one: keep it for whoever can mend it, and go on with a new one.
    m_db.reset();
    const QString aside = m_path + QStringLiteral(".broken-") + QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-hhmmss"));
    if (!QFile::rename(m_path, aside))
        return contents;
    QFile::rename(m_path + QStringLiteral("-wal"), aside + QStringLiteral("-wal"));
    m_setAside = aside;
    result = open();
    if (!result)
        return tl::unexpected(result.error());
    return read(*m_db);
}

void Inventory::report(const Result<void> &result)
{
    if (!result)
        Q_EMIT failed(result.error());
}

void Inventory::storeDevices(const QList<Device> &devices, const QList<FleetEntry> &entries)
{
    Q_ASSERT(devices.size() == entries.size());
    report(m_db->transaction([&]() -> Result<void> {
        for (qsizetype i = 0; i < devices.size(); ++i)
            if (auto result = storeDevice(*m_db, devices[i], entries[i]); !result)
                return result;
        return {};
    }));
}

void Inventory::forgetDevices(const QList<DeviceId> &devices)
{
    report(m_db->transaction([&]() -> Result<void> {
        for (const DeviceId id : devices)
            if (auto result = run(*m_db, "DELETE FROM device WHERE id = ?1", qint64(id.n)); !result)
                return result;
        return {};
    }));
}

void Inventory::storeGroups(const QList<Group> &groups)
{
    report(m_db->transaction([&]() -> Result<void> {
        auto result = m_db->execute("DELETE FROM grp");
        for (const Group &group : groups) {
            if (!result)
                return result;
            result = run(*m_db, "INSERT INTO grp VALUES(?1, ?2, ?3)", qint64(group.id.n), qint64(group.parent.n), group.name);
        }
        return result;
    }));
}

void Inventory::storeConnections(const QList<Connection> &connections, ConnectionId last)
{
    report(m_db->transaction([&]() -> Result<void> {
        auto result = m_db->execute("DELETE FROM connection");
        for (const Connection &connection : connections) {
            if (!result)
                return result;
            result = run(*m_db, "INSERT INTO connection VALUES(?1, ?2, ?3, ?4)", qint64(connection.id.n), connection.name,
                connection.url.toString(QUrl::FullyEncoded | QUrl::RemovePassword), qint64(connection.enabled));
        }
        return result ? raiseMark(*m_db, "lastConnection", last.n) : result;
    }));
}

void Inventory::storeDocument(const QString &name, const QString &text)
{
    report(run(*m_db, "INSERT INTO document VALUES(?1, ?2) ON CONFLICT(name) DO UPDATE SET text = excluded.text", name, text));
}

void Inventory::storeDocuments(const QHash<QString, QString> &documents)
{
    report(m_db->transaction([&]() -> Result<void> {
        Result<void> result;
        for (auto it = documents.cbegin(); it != documents.cend() && result; ++it) {
            if (it->isEmpty())
                result = run(*m_db, "DELETE FROM document WHERE name = ?1", it.key());
            else
                result = run(*m_db, "INSERT INTO document VALUES(?1, ?2) ON CONFLICT(name) DO UPDATE SET text = excluded.text", it.key(), it.value());
        }
        return result;
    }));
}

void Inventory::shrink()
{
    report(m_db->execute("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)"));
}

} // namespace muster
