#pragma once

#include "core/archive.h"
#include "core/device.h"

#include <QSet>
#include <QThread>
#include <QTimer>

namespace muster {

class Backup;
class DataExport;
class Fleet;
class History;
class Ingest;
class Inventory;
class TableImport;

/// Does what the archive is asked for: makes the workers, which live on muster-store beside the history, and connects them; gives imported
/// metrics their ids; tells the history what to record. Main thread.
class Archiving : public QObject
{
    Q_OBJECT

public:
    Archiving(Archive &archive, Fleet &fleet, Ingest &ingest, QObject *parent = nullptr);
    ~Archiving() override;

    /// The rules as they were stored: document() of fleet.db.
    [[nodiscard]] static QString document() { return QStringLiteral("recording"); }
    /// `history` and `inventory` live on `store`, which is running or about to. `folder`: of the data; empty: nothing is kept.
    void start(QThread &store, History *history, Inventory *inventory, const QString &folder, const QString &storedRules);
    /// Before the history goes: what is under way is dropped.
    void stop();

private:
    void wireExport();
    void wireImport();
    void wireBackup();
    void wireHistory();
    void makeMetrics(quint64 job, const QList<Metric> &metrics);
    void adoptArrived(const QList<DeviceId> &devices);
    void applyRules();
    void fleetChanged();
    void tellChoice();

    Archive &m_archive;
    Fleet &m_fleet;
    Ingest &m_ingest;                 ///< lives on muster-io
    History *m_history = nullptr;
    Inventory *m_inventory = nullptr;
    DataExport *m_export = nullptr;   ///< live on muster-store, deleted there
    TableImport *m_import = nullptr;
    Backup *m_backup = nullptr;
    ImportRequest m_request;          ///< of the import under way
    QSet<DeviceId> m_joining;         ///< made for an import, to be taken into the fleet once it is known there
    QTimer m_choiceTimer;
    quint64 m_compacting = 0;
};

} // namespace muster
