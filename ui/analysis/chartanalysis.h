#pragma once

#include "ui/analysis/anomalymarks.h"
#include "ui/analysis/comparison.h"
#include "ui/chart/chartparts.h"

#include <QJsonObject>
#include <QPointer>
#include <QTimer>

class QMenu;

namespace muster {

class ChartView;
class HistogramPopup;
class StatisticsPanel;

/// What can be found out about one chart: statistics and histograms of what it shows, unusual values, the same time a day or a week before. Looks
/// again when the view moves or new samples came, as often as it is cheap. Main thread.
class ChartAnalysis : public QObject
{
    Q_OBJECT

public:
    static constexpr int quickestMs = 300;  ///< from a change of the view to looking again
    static constexpr int slowestMs = 5'000;
    static constexpr int patience = 10;     ///< a look that took 50 ms is followed by 500 ms of rest

    ChartAnalysis(const ChartParts &parts, ChartView &chart, QObject *parent = nullptr);
    ~ChartAnalysis() override;

    /// Goes below the chart; hidden until a person wants it.
    [[nodiscard]] StatisticsPanel *panel() { return m_panel; }
    [[nodiscard]] const RangeAnalysis &analysis() const { return m_analysis; }
    [[nodiscard]] Comparison &comparison() { return m_comparison; }
    [[nodiscard]] AnomalyMarks &marks() { return m_marks; }

    void addTo(QMenu &menu);
    void setStatisticsShown(bool shown);
    void setMarksShown(bool shown);
    void setComparedDays(int days);
    void showHistogram(MetricId metric, const QPoint &globalPos);
    /// Asks for a formula over the chart's traces; the result is plotted on the chart.
    void newCalculation();
    /// What the legend adds to the traces: "– – the day before · 3 unusual values"; empty: nothing.
    [[nodiscard]] QString note() const;

    [[nodiscard]] QJsonObject save() const;
    void restore(const QJsonObject &stored);

Q_SIGNALS:
    void changed();     ///< what save() returns
    void noteChanged();
    void plotRequested(const QList<muster::MetricId> &metrics);

private:
    void viewDrawn();
    void look();
    void show();
    void fillHistogram(HistogramPopup &popup) const;
    void tellNote();

    void plotWhenKnown(const QString &key);
    void plotAwaited();

    const Fleet &m_fleet;
    Calculations *m_calculations;
    ChartView &m_chart;
    RangeAnalysis m_analysis;
    Comparison m_comparison;
    AnomalyMarks m_marks;
    StatisticsPanel *m_panel;
    QPointer<HistogramPopup> m_histogram;
    QTimer m_rest;
    QString m_note;
    QStringList m_awaited; ///< calculations that are to be plotted as soon as they are known
    Micros m_from = 0; ///< what was looked at last
    Micros m_to = 0;
};

} // namespace muster
