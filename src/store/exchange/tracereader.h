#pragma once

#include "core/exporting.h"
#include "core/result.h"

#include <QStringList>

#include <span>

namespace muster {

class History;

/// The samples of one metric of an export, a stretch at a time: first what is recorded, from where the live memory begins on that. On
/// muster-store.
class TraceReader
{
public:
    /// `history` may be null. Reads about `stretch` samples at a time. All outlive it.
    TraceReader(History *history, const ExportRequest &request, const ExportTrace &trace, qsizetype stretch);

    /// Samples not yet taken; after load() said so there is at least one.
    [[nodiscard]] std::span<const Sample> samples() const { return {m_samples.constData() + m_taken, size_t(m_samples.size() - m_taken)}; }
    [[nodiscard]] const QStringList &texts() const { return m_texts; }
    void take(qsizetype samples) { m_taken += samples; }
    /// Reads on when nothing is left. False: that was all.
    [[nodiscard]] Result<bool> load();
    /// How far it came, from 0 to 1.
    [[nodiscard]] double part() const;

private:
    [[nodiscard]] Result<void> loadRecorded();
    void loadLive();

    History *m_history;
    const ExportTrace &m_trace;
    qsizetype m_stretch;
    Micros m_from;
    Micros m_next;         ///< where reading of the recorded goes on
    Micros m_recordedEnd;  ///< not included
    Micros m_end;
    size_t m_live = 0;     ///< first of the trace's own samples not yet loaded
    QList<Sample> m_samples;
    QStringList m_texts;
    qsizetype m_taken = 0;
};

} // namespace muster
