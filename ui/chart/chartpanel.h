#pragma once

#include "core/fleet.h"
#include "ui/chart/chartview.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace muster {

class DropHint;
class ChartAnalysis;
class ExportDialog;
class LegendBar;
class ValueTable;

/// A chart with its legend, buttons and menu; accepts devices and metrics dropped on it.
class ChartPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ChartPanel(const ChartParts &parts, QWidget *parent = nullptr);

    [[nodiscard]] ChartView &view() { return *m_view; }
    [[nodiscard]] const ChartView &view() const { return *m_view; }
    [[nodiscard]] ChartAnalysis &analysis() { return *m_analysis; }

    /// Puts metrics on this chart. Those it cannot show are returned; why the first of them was refused is shown in the panel, with the
    /// offer of a new chart where that helps.
    QList<MetricId> plot(const QList<MetricId> &metrics);

    /// What dropping these would do, as a sentence; empty: nothing.
    [[nodiscard]] QString invitation(const QList<MetricId> &metrics) const;
    /// The metrics that are dragged, and of dragged devices what a person most likely means (metricsToPlot).
    [[nodiscard]] static QList<MetricId> droppedMetrics(const Fleet &fleet, const QMimeData &data);

    ExportDialog *exportChart();
    void copyPicture();
    void showTable(bool shown);
    [[nodiscard]] ValueTable *table() const { return m_table; }
    /// Caller owns it.
    /// `at`: the place of the view it was asked for, for what is done there.
    [[nodiscard]] QMenu *menu(std::optional<double> at = {});

    [[nodiscard]] QJsonObject save() const;
    void restore(const QJsonObject &stored);

Q_SIGNALS:
    void newChartRequested(const QList<muster::MetricId> &metrics);
    void splitRequested();
    void closeRequested();
    void changed(); ///< what save() returns
    void alarmRequested(muster::MetricId metric);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildHeader();
    void buildNotice();
    void buildOverlays();
    void retranslate();
    void showIcons();
    void followView();
    void refresh();
    void describe();
    void showNotice(const QString &text, const QList<MetricId> &others);
    void pickMetric();
    void askForTime();
    void addMenuOfAlarms(QMenu &menu);
    void addMenuOfTimes(QMenu &menu, std::optional<double> at);
    void placeOverlays();

    Fleet &m_fleet;
    ChartParts m_parts;
    ChartView *m_view;
    CursorLink &m_cursors;
    ValueTable *m_table;
    LegendBar *m_legend;
    ChartAnalysis *m_analysis;
    QComboBox *m_window;
    QToolButton *m_live;
    QToolButton *m_pause;
    QToolButton *m_fit;
    QToolButton *m_more;
    QLabel *m_ribbon;
    QWidget *m_notice;
    QLabel *m_noticeText;
    QToolButton *m_noticeNew;
    QToolButton *m_dismiss;
    QList<MetricId> m_refused;
    QWidget *m_empty;
    QLabel *m_emptyText;
    QPushButton *m_add = nullptr;
    DropHint *m_hint;
    QTimer m_refresh;
};

} // namespace muster
