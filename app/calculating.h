#pragma once

#include "analysis/calculations.h"
#include "analysis/calculator.h"

class QThread;

namespace muster {

class Inventory;

/// Calculated metrics in the running program: their definitions on the main thread, the calculator on muster-io, what is stored in fleet.db. Main thread.
class Calculating : public QObject
{
    Q_OBJECT

public:
    Calculating(Fleet &fleet, Ingest &ingest, QObject *parent = nullptr);
    /// The calculator lives on until `io` has run what was queued for it: call stop() before that thread ends.
    ~Calculating() override;

    [[nodiscard]] Calculations &calculations() { return m_calculations; }

    /// Puts back what was stored and runs it on `io`, where Ingest lives. What a person changes is written by `inventory`. Returns how many
    /// calculations could not be read.
    int start(QThread &io, const QString &stored, Inventory &inventory);
    void stop();

    /// The name of the document in the inventory.
    [[nodiscard]] static QString document() { return QStringLiteral("calculations"); }

private:
    Calculations m_calculations;
    std::unique_ptr<Calculator> m_calculator; ///< lives on muster-io
    bool m_moved = false;
};

} // namespace muster
