#pragma once

#include "ui/analysis/rangeanalysis.h"

class QGraphicsScene;

namespace muster {

class ChartView;

/// Rings around the values of a chart that fall out of their rolling band. Follows the chart; knows only what it is given. Main thread.
class AnomalyMarks : public QObject
{
    Q_OBJECT

public:
    explicit AnomalyMarks(ChartView &chart, QObject *parent = nullptr);
    ~AnomalyMarks() override;

    void setShown(bool shown);
    [[nodiscard]] bool isShown() const { return m_shown; }
    void setMarks(const std::vector<TraceAnalysis> &analyses);
    /// How many rings the chart shows.
    [[nodiscard]] qsizetype inView() const;

private:
    class Item;
    struct Marks
    {
        MetricId metric {};
        QList<TraceAnalysis::Mark> marks {};
    };
    void redraw();

    ChartView &m_chart;
    Item *m_item; ///< the scene owns it
    std::vector<Marks> m_marks;
    bool m_shown = false;
};

} // namespace muster
