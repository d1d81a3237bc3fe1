#pragma once

#include "ui/analysis/statisticsmodel.h"

#include <QWidget>

class QLabel;
class QTableView;
class QToolButton;

namespace muster {

class RangeAnalysis;

/// The statistics of a chart's visible range, below the chart: a table, what it is about, and buttons.
class StatisticsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit StatisticsPanel(QWidget *parent = nullptr);

    [[nodiscard]] StatisticsModel &model() { return *m_model; }
    void setRows(const QList<StatisticsRow> &rows, Micros from, Micros to);
    void copy() const;

Q_SIGNALS:
    void histogramRequested(muster::MetricId metric, const QPoint &globalPos);
    void closeRequested();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void retranslate();
    void describe(Micros from, Micros to);
    void fitHeight();
    void askForHistogram();

    StatisticsModel *m_model;
    QTableView *m_table;
    QLabel *m_title;
    QLabel *m_about;
    QToolButton *m_histogram;
    QToolButton *m_copy;
    QToolButton *m_close;
};

} // namespace muster
