#pragma once

#include "ui/chart/chartparts.h"
#include "ui/chart/envelopecache.h"
#include "ui/chart/gaps.h"
#include "ui/chart/pastcache.h"
#include "ui/chart/texttrail.h"
#include "ui/chart/traceset.h"

#include <array>
#include <memory>
#include <optional>

namespace muster {

/// Where the traces of one chart come from: live memory and, for what is older, the recorded past. Keeps their live memory long while they are
/// on the chart. Main thread.
class TraceSource : public QObject
{
    Q_OBJECT

public:
    /// What a trace was worth near a time.
    struct Reading
    {
        Micros time = 0;
        double value = 0;
        qint64 count = 1; ///< more than one: `value` is one of so many between low and high, which share a pixel
        double low = 0;
        double high = 0;
        QString text {}; ///< of a text or event

        /// With its unit.
        [[nodiscard]] QString words(const Metric &metric) const;
    };

    explicit TraceSource(const ChartParts &parts, QObject *parent = nullptr);
    ~TraceSource() override;

    void setTraces(const TraceSet &traces);
    [[nodiscard]] bool has(MetricId metric) const { return m_metrics.contains(metric); }

    /// Call once a frame, before envelope(): one trace a frame is looked at as a whole, for samples that came late.
    void beginFrame() { m_fresh = (m_fresh + 1) % m_caches.size(); }
    /// Without what came after `until`.
    [[nodiscard]] Envelope envelope(qsizetype trace, const seam::Grid &grid, Micros until);
    /// The longest silence over which a line goes on; 0: any.
    [[nodiscard]] Micros gapLimit(qsizetype trace, const Envelope &envelope, Micros column);

    /// The first sample of a trace, remembered or recorded, as far as known; 0: none.
    [[nodiscard]] Micros oldest(qsizetype trace) const;
    /// What a text metric said, as far as it is known; asks for the rest of the range.
    [[nodiscard]] const TextTrail *texts(qsizetype trace, const seam::Grid &grid);
    void hear(const QList<MetricId> &metrics); ///< those that have new values

    /// The sample nearest to a time and not after `until`; of a state or text the one that held then. What live memory does not have is read
    /// from `envelope`, as drawn.
    [[nodiscard]] std::optional<Reading> read(qsizetype trace, const Envelope &envelope, Micros time, Micros until) const;

Q_SIGNALS:
    void arrived(); ///< something of the past, which may be in view

private:
    [[nodiscard]] const Series *series(qsizetype trace) const;
    [[nodiscard]] TextTrail *trail(qsizetype trace) const;
    [[nodiscard]] std::unique_ptr<TextTrail> takeTrail(MetricId metric);

    Fleet &m_fleet;
    Watches &m_watches;
    Past &m_recorded;
    PastCache *m_past;
    QList<MetricId> m_metrics; ///< by trace; invalid while its device is not known
    std::array<EnvelopeCache, size_t(TraceSet::most)> m_caches;
    std::array<GapRule, size_t(TraceSet::most)> m_gaps;
    std::vector<std::unique_ptr<TextTrail>> m_trails; ///< of text traces
    QList<MetricType> m_types; ///< by trace
    size_t m_fresh = 0;
};

} // namespace muster
