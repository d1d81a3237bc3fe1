#pragma once

#include "core/device.h"
#include "core/past.h"
#include "core/recording.h"
#include "store/history/compaction.h"
#include "store/history/reader.h"

#include <QElapsedTimer>
#include <QLockFile>
#include <QObject>
#include <QTimer>

namespace muster {

/// history.db: every sample, durable within a quarter of a second, in compressed blocks (FORMAT.md). Lives on muster-store; everything
/// but the signals is called there. One process at a time writes (a lock file says which); any number may read.
class History : public QObject
{
    Q_OBJECT

public:
    enum class Access : quint8 { ReadWrite, ReadOnly };
    static constexpr qsizetype maxAnswer = 1 << 20; ///< samples

    explicit History(history::RecorderLimits limits = {}, QObject *parent = nullptr);
    ~History() override; ///< closes

    /// Makes the file if there is none. A damaged file is set aside as "<name>.broken-<time>" and a new one begun; one of a newer program, of
    /// another program or in use is refused. Each error names the file and the remedy.
    [[nodiscard]] Result<void> open(const QString &path, Access access = Access::ReadWrite);
    void close();
    [[nodiscard]] HistoryState state() const { return m_state; }
    [[nodiscard]] bool isCompacting() const { return m_compaction && m_compaction->isRunning(); }
    /// What open() or recording had to set aside; empty if nothing.
    [[nodiscard]] QString setAside() const { return m_setAside; }

    /// The largest id the file knows: Ingest::seed() must start behind it, so that no other metric continues a history.
    [[nodiscard]] MetricId lastMetric() const;
    [[nodiscard]] QList<history::MetricRow> metrics() const;
    /// The same, for Ingest::remember().
    [[nodiscard]] QList<KnownMetric> knownMetrics() const;
    [[nodiscard]] HistoryStatistics statistics();

    [[nodiscard]] Result<Envelope> envelope(MetricId metric, Micros from, Micros to, int pixels);
    /// About `limit` samples in [from, to); go on with RecordedSamples::next.
    [[nodiscard]] Result<RecordedSamples> read(MetricId metric, Micros from, Micros to, qsizetype limit);
    /// About how many samples there are in [from, to), without reading any: as if a metric's were spread evenly.
    [[nodiscard]] qint64 roughCount(MetricId metric, Micros from, Micros to) const;
    /// Records what does not come from Ingest (an import), whatever is chosen.
    void take(const SampleBatch &batch);
    /// For copying; null while none is open. Replaced when a damaged file is set aside.
    [[nodiscard]] Sqlite *database() { return m_store && m_store->file ? &m_store->file->database() : nullptr; }
    /// The samples of many metrics in [from, to), and the last of each before that; in order of time.
    [[nodiscard]] Result<RecordedSamples> moment(const MomentQuery &query);
    /// Opens every block.
    [[nodiscard]] Result<HistoryCheck> check();

public Q_SLOTS:
    void append(const muster::SampleBatch &batch);
    /// Connect to Ingest::devicesAnnounced: who the metrics are.
    void describe(const QList<muster::Device> &devices);
    void setPolicy(const muster::HistoryPolicy &policy);
    /// What append() records of what it is given; all of it at first.
    void setChoice(const muster::RecordingChoice &choice);
    /// Answered by envelopeReady() or refused(), unless a newer question of the same asker about the same metric came before that.
    void askEnvelope(const muster::EnvelopeQuery &query);
    /// Answered by samplesReady() or refused(), with at most maxAnswer samples and those of the last one's time.
    /// Answered by momentReady() or refused().
    void askMoment(const muster::MomentQuery &query);
    void askSamples(const muster::SamplesQuery &query);
    void askStatistics() { Q_EMIT statisticsReady(statistics()); }
    /// Writes what is not durable yet.
    void flush();
    /// Seals, merges small blocks, applies the rules and gives free room back, in slices; compacted() says when it is done.
    void compact();

Q_SIGNALS:
    void envelopeReady(quint64 query, muster::MetricId metric, const muster::Envelope &envelope);
    void compacted();
    void samplesReady(quint64 query, muster::MetricId metric, const muster::RecordedSamples &samples);
    void momentReady(quint64 query, const muster::RecordedSamples &samples);
    void refused(quint64 query, const muster::Error &error);
    void statisticsReady(const muster::HistoryStatistics &statistics);
    /// append() took in that many samples, recorded or not: back-pressure for Ingest.
    void taken(qsizetype samples);
    /// Samples lost since open(), in all (HistoryStatistics::dropped).
    void dropped(quint64 samplesInAll);
    void stateChanged(muster::HistoryState state);
    /// Once per fault; the sentence is for a notice.
    void failed(const muster::Error &error);
    /// The size bound took the oldest: samples (0: only their summaries), up to that time.
    void oldestRemoved(qint64 samples, muster::Micros upTo);

private:
    [[nodiscard]] Result<void> lock(const QString &path);
    [[nodiscard]] Result<void> openFile(Access access);
    [[nodiscard]] Result<void> startOver();
    [[nodiscard]] Result<void> load();
    void setState(HistoryState state);
    [[nodiscard]] static Error noHistory();
    template <class Query>
    void queue(QList<Query> &queries, const Query &query);
    void answer();
    void upkeep();
    void goOnCompacting();
    void diskRefused(const Error &error);
    void tellProblems();
    [[nodiscard]] bool putMetrics();

    history::RecorderLimits m_limits;
    QString m_path;
    QString m_setAside;
    HistoryState m_state = HistoryState::Closed;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<history::Store> m_store;
    std::unique_ptr<history::Recorder> m_recorder;
    std::unique_ptr<history::Reader> m_reader;
    std::unique_ptr<history::Upkeep> m_upkeep;
    std::unique_ptr<history::Compaction> m_compaction;
    HistoryPolicy m_policy;
    bool m_recordsAll = true;
    std::vector<bool> m_chosen; ///< by MetricId, unless all are
    QSet<quint32> m_undescribed; ///< metrics whose row is not written yet
    QList<EnvelopeQuery> m_envelopeQueries;
    QList<SamplesQuery> m_samplesQueries;
    QList<MomentQuery> m_momentQueries;
    QTimer m_flushTimer;
    QTimer m_answerTimer;
    QTimer m_upkeepTimer;
    qint64 m_lastWalk = 0; ///< ms since start of the last walk of upkeep over all metrics
    QElapsedTimer m_clock;
    quint64 m_droppedTold = 0;
};

} // namespace muster
