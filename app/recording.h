#pragma once

#include "core/diagnostics.h"
#include "core/ingest.h"
#include "core/past.h"
#include "store/history/history.h"

#include <QTemporaryDir>
#include <QThread>

#include <memory>

namespace muster {

/// Keeps the history: opens it, connects it with what arrives and with who asks, tells Diagnostics how it does. Main thread; the History
/// itself lives on muster-store.
class Recording : public QObject
{
    Q_OBJECT

public:
    Recording(Ingest &ingest, Past &past, Diagnostics &diagnostics, QObject *parent = nullptr);
    ~Recording() override; ///< as stop()

    /// Opens history.db in this folder; in one of its own that goes with it for an empty name. What is wrong becomes a notice, and the program
    /// goes on without recording.
    void open(const QString &folder);
    /// Gives the devices' metrics other ids where the history says those belong to other metrics (one of the two files was replaced), tells
    /// Ingest which metrics there were, and the history which there are. Before the threads start.
    void introduce(QList<Device> &devices);
    [[nodiscard]] MetricId lastMetric() const { return m_lastMetric; }
    void start(QThread &storeThread);
    /// Writes everything that was handed over and closes.
    void stop();

    /// Lives on muster-store once started; null after stop().
    [[nodiscard]] History *history() { return m_history.get(); }

private:
    void stateChanged(HistoryState state);
    void failed(const Error &error);
    void trimmed();
    void tell();
    void note(Severity severity, const QString &text);

    Ingest &m_ingest;
    Past &m_past;
    Diagnostics &m_diagnostics;
    std::unique_ptr<QTemporaryDir> m_scratch;
    std::unique_ptr<History> m_history;
    RecordingStatus m_status;
    MetricId m_lastMetric {};
    quint64 m_lostByHistory = 0;
    quint64 m_lostBeforeHistory = 0;
    bool m_trimmed = false;
};

} // namespace muster
