#pragma once

#include "rules/links.h"
#include "rules/linkwatch.h"

#include <memory>

class QThread;

namespace muster {

class Ingest;
class Inventory;

/// Links in the running program: what there is of them on the main thread, their evaluation on muster-io, what is kept in fleet.db. Main thread.
class Linking : public QObject
{
    Q_OBJECT

public:
    Linking(const Fleet &fleet, Dispatcher &dispatcher, Ingest &ingest, QObject *parent = nullptr);
    /// The evaluation lives on until `io` has run what was queued for it: call stop() before that thread ends.
    ~Linking() override;

    [[nodiscard]] Links &links() { return *m_links; }

    /// Puts back what was stored and runs it on `io`, where Ingest lives. Returns how many links could not be read.
    int start(QThread &io, const QHash<QString, QString> &documents, Inventory &inventory);
    /// Says what is still to be stored, too.
    void stop();

private:
    std::unique_ptr<Links> m_links;
    std::unique_ptr<LinkWatch> m_watch; ///< lives on muster-io
    bool m_moved = false;
};

} // namespace muster
