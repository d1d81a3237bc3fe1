#pragma once

#include "core/ids.h"
#include "ui/chart/chartparts.h"
#include "ui/chart/cursorlink.h"
#include "ui/chart/watches.h"

#include <QJsonObject>
#include <QPointer>
#include <QWidget>

class QLabel;
class QPushButton;
class QSplitter;
class QTabWidget;
class QToolButton;

namespace muster {

class ChartPanel;
class DropHint;

/// All open charts: tabs, each a stack of charts one above the other. Main thread.
///
///     auto *charts = new ChartArea(fleet, past);
///     charts->setArchive(&archive);                  // writes exports; without, there are none
///     charts->restore(settings.charts());            // traces appear as soon as their devices are known
///     charts->plot({metric});                        // on the current chart, or a new one
///     connect(charts, &ChartArea::changed, …);       // save() has something new to say
class ChartArea : public QWidget
{
    Q_OBJECT

public:
    static constexpr int mostCharts = 32; ///< in all tabs

    ChartArea(Fleet &fleet, Past &past, QWidget *parent = nullptr);
    ~ChartArea() override;

    void setArchive(Archive *archive) { m_parts.archive = archive; }
    void setAlarms(const Alarms *alarms) { m_parts.alarms = alarms; }
    void setCalculations(Calculations *calculations) { m_parts.calculations = calculations; }

    /// Puts metrics on the chart used last; what does not fit there is told in that chart, with the offer of a new one.
    void plot(const QList<MetricId> &metrics);
    /// A new chart in a tab of its own; null if there are too many.
    ChartPanel *addChart(const QList<MetricId> &metrics = {});
    /// A new chart below the current one.
    ChartPanel *split(const QList<MetricId> &metrics = {});
    void close(ChartPanel *panel);
    void renameTab(int index, const QString &name);
    /// Lets a person type a tab's name in its place.
    void editTabName(int index);

    [[nodiscard]] QList<ChartPanel *> charts() const;
    /// The chart used last in the current tab; null if there is none.
    [[nodiscard]] ChartPanel *current() const;

    [[nodiscard]] QJsonObject save() const;
    void restore(const QJsonObject &stored);

public Q_SLOTS:
    /// Opens the export dialog of the current chart.
    void exportCurrent();

Q_SIGNALS:
    void changed();
    void alarmRequested(muster::MetricId metric); ///< a new one

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    QSplitter *addPage(const QString &name);
    ChartPanel *addPanel(QSplitter &page, const QList<MetricId> &metrics);
    [[nodiscard]] QSplitter *page(int index) const;
    [[nodiscard]] QSplitter *pageOf(const ChartPanel &panel) const;
    [[nodiscard]] QString freeName() const;
    void closePage(int index);
    void showEmptiness();
    void showTabMenu(int index, const QPoint &globalPos);
    bool acceptDrag(QEvent &event, QWidget &place);

    Fleet &m_fleet;
    Watches m_watches;
    CursorLink m_cursors;
    ChartParts m_parts;
    QTabWidget *m_tabs;
    QToolButton *m_new;
    QWidget *m_empty;
    QLabel *m_emptyText = nullptr;
    QPushButton *m_start = nullptr;
    DropHint *m_tabHint = nullptr;
    DropHint *m_emptyHint = nullptr;
    QPointer<ChartPanel> m_used; ///< the chart used last
};

} // namespace muster
