#pragma once

#include "core/archive.h"

#include <QThread>

namespace muster {

class DataExport;
class History;

/// Does what the archive is asked for: makes the workers, which live on muster-store beside the history, and connects them. Main thread.
class Archiving : public QObject
{
    Q_OBJECT

public:
    explicit Archiving(Archive &archive, QObject *parent = nullptr);
    ~Archiving() override;

    /// `history` may be null; it lives on `store`, which is running or about to.
    void start(QThread &store, History *history);
    /// Before the history goes: what is under way is dropped.
    void stop();

private:
    Archive &m_archive;
    QThread *m_store = nullptr;
    DataExport *m_export = nullptr; ///< lives on m_store, deleted there
};

} // namespace muster
