#pragma once

#include "core/connection.h"
#include "core/fleet.h"
#include "core/result.h"

#include <QObject>

#include <memory>

namespace muster {

class Sqlite;

/// Everything that is put back at the next start.
struct InventoryContents
{
    QList<Device> devices {};       ///< those in the fleet, as last described
    QList<FleetEntry> entries {};
    QList<Group> groups {};
    QList<Connection> connections {};
    DeviceId lastDevice {};         ///< ids are never reused: the largest ever stored
    MetricId lastMetric {};
    ConnectionId lastConnection {};
    QHash<QString, QString> documents {}; ///< by name; what a text means is its owner's business
};

/// fleet.db: the devices a person took in, their names, groups and tags, and the connections (without secrets). An SQLite file with a
/// schema version. load() runs before the threads do; everything else on muster-store.
class Inventory : public QObject
{
    Q_OBJECT

public:
    static constexpr int schemaVersion = 2;

    /// `path` may be ":memory:".
    explicit Inventory(const QString &path, QObject *parent = nullptr);
    ~Inventory() override;

    /// Opens or makes the file and reads it. An unreadable file is set aside as "<name>.broken-<time>" and a new one begun; a file of a newer
    /// program is refused. The error names the file.
    [[nodiscard]] Result<InventoryContents> load();
    /// What had to be set aside by load(), for a notice; empty if nothing.
    [[nodiscard]] QString setAside() const { return m_setAside; }

    /// For copying; null before load().
    [[nodiscard]] Sqlite *database() { return m_db.get(); }

public Q_SLOTS:
    void storeDevices(const QList<muster::Device> &devices, const QList<muster::FleetEntry> &entries);
    void forgetDevices(const QList<muster::DeviceId> &devices);
    void storeGroups(const QList<muster::Group> &groups);
    void storeConnections(const QList<muster::Connection> &connections, muster::ConnectionId last);
    void storeDocument(const QString &name, const QString &text);
    /// In one go; an empty text takes a document away.
    void storeDocuments(const QHash<QString, QString> &documents);
    /// Writes the file anew, so that nothing stays in it of what was stored before and is no longer.
    void shrink();

Q_SIGNALS:
    void failed(const muster::Error &error);

private:
    [[nodiscard]] Result<void> open();
    [[nodiscard]] Result<void> migrate();
    void report(const Result<void> &result);

    QString m_path;
    QString m_setAside;
    std::unique_ptr<Sqlite> m_db;
};

} // namespace muster
