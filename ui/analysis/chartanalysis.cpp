#include "ui/analysis/chartanalysis.h"

#include "core/fleet.h"
#include "ui/analysis/calculationdialog.h"
#include "ui/analysis/histogrampopup.h"
#include "ui/analysis/statisticspanel.h"
#include "ui/chart/chartview.h"

#include <QMenu>
#include <QShortcut>

#include <algorithm>

namespace muster {

ChartAnalysis::ChartAnalysis(const ChartParts &parts, ChartView &chart, QObject *parent)
    : QObject(parent)
    , m_fleet(parts.fleet)
    , m_calculations(parts.calculations)
    , m_chart(chart)
    , m_analysis(parts.fleet, parts.past)
    , m_comparison(parts.fleet, parts.past, chart)
    , m_marks(chart)
    , m_panel(new StatisticsPanel)
    , m_rest(this)
{
    m_panel->hide();
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, &ChartAnalysis::look);
    connect(&m_analysis, &RangeAnalysis::finished, this, &ChartAnalysis::show);
    connect(&chart, &ChartView::drawn, this, &ChartAnalysis::viewDrawn);
    connect(&chart, &ChartView::tracesChanged, this, &ChartAnalysis::viewDrawn);
    auto *key = new QShortcut(Qt::Key_S, &chart, this, [this] { setStatisticsShown(m_panel->isHidden()); }, Qt::WidgetShortcut);
    key->setObjectName(QStringLiteral("statistics"));
    connect(&m_comparison, &Comparison::emptyChanged, this, &ChartAnalysis::tellNote);
    connect(&m_fleet, &Fleet::devicesAdded, this, &ChartAnalysis::plotAwaited);
    connect(&m_fleet, &Fleet::devicesChanged, this, &ChartAnalysis::plotAwaited);
    connect(m_panel, &StatisticsPanel::closeRequested, this, [this] { setStatisticsShown(false); });
    connect(m_panel, &StatisticsPanel::histogramRequested, this, &ChartAnalysis::showHistogram);
}

ChartAnalysis::~ChartAnalysis() = default;

void ChartAnalysis::addTo(QMenu &menu)
{
    const bool any = !m_chart.traces().isEmpty();
    QAction *statistics = menu.addAction(tr("Statistics"), QKeySequence(Qt::Key_S), this, &ChartAnalysis::setStatisticsShown);
    statistics->setCheckable(true);
    statistics->setChecked(!m_panel->isHidden());
    QMenu *histograms = menu.addMenu(tr("Histogram"));
    histograms->setEnabled(any);
    for (const Trace &trace : m_chart.traces().all()) {
        if (trace.metric.isValid() && !trace.isText())
            histograms->addAction(trace.name().replace(u'&', QStringLiteral("&&")), this,
                [this, metric = trace.metric] { showHistogram(metric, m_chart.mapToGlobal(QPoint(m_chart.width(), m_chart.height()))); });
    }
    QAction *unusual = menu.addAction(tr("Mark unusual values"), this, &ChartAnalysis::setMarksShown);
    unusual->setCheckable(true);
    unusual->setChecked(m_marks.isShown());
    QMenu *compare = menu.addMenu(tr("Compare with"));
    compare->setEnabled(any);
    const auto offer = [&](const QString &text, int days) {
        QAction *action = compare->addAction(text, this, [this, days] { setComparedDays(days); });
        action->setCheckable(true);
        action->setChecked(m_comparison.days() == days);
    };
    offer(tr("Nothing"), 0);
    offer(tr("The day before"), 1);
    offer(tr("The week before"), 7);
}

void ChartAnalysis::setStatisticsShown(bool shown)
{
    m_panel->setVisible(shown);
    viewDrawn();
    Q_EMIT changed();
}

void ChartAnalysis::setMarksShown(bool shown)
{
    m_marks.setShown(shown);
    viewDrawn();
    tellNote();
    Q_EMIT changed();
}

void ChartAnalysis::setComparedDays(int days)
{
    m_comparison.setDays(days);
    tellNote();
    Q_EMIT changed();
}

void ChartAnalysis::viewDrawn()
{
    const bool wanted = m_panel->isVisible() || m_marks.isShown() || m_histogram;
    if (!wanted || m_rest.isActive() || m_analysis.isBusy())
        return;
    m_rest.start(std::clamp(int(std::min<qint64>(m_analysis.tookMs(), slowestMs)) * patience, quickestMs, slowestMs));
}

void ChartAnalysis::look()
{
    QList<RangeAnalysis::Subject> subjects;
    for (const Trace &trace : m_chart.traces().all())
        if (trace.shown && trace.metric.isValid() && !trace.isText())
            subjects.append({trace.metric, trace.isState()});
    const TimeView::Range range = m_chart.shownRange();
    if (range.length() <= 0)
        return;
    m_from = range.from;
    m_to = range.to;
    m_analysis.start(subjects, m_from, m_to);
}

void ChartAnalysis::show()
{
    m_marks.setMarks(m_analysis.results());
    QList<StatisticsRow> rows;
    for (qsizetype i = 0; i < m_chart.traces().size(); ++i) {
        const Trace &trace = m_chart.traces().at(i);
        const TraceAnalysis *const analysis = m_analysis.find(trace.metric);
        if (trace.shown && trace.metric.isValid() && analysis)
            rows.append({trace.metric, trace.name(), m_chart.colour(i), trace.info, analysis->statistics, analysis->problem});
    }
    m_panel->setRows(rows, m_analysis.from(), m_analysis.to());
    if (m_histogram)
        fillHistogram(*m_histogram);
    tellNote();
    // The view may have moved on meanwhile; standing still it has not, and nothing is asked again.
    const TimeView::Range range = m_chart.shownRange();
    if (range.from != m_from || range.to != m_to)
        viewDrawn();
}

void ChartAnalysis::showHistogram(MetricId metric, const QPoint &globalPos)
{
    m_histogram = new HistogramPopup(metric, m_panel->parentWidget());
    fillHistogram(*m_histogram);
    m_histogram->popup(globalPos);
    viewDrawn();
}

void ChartAnalysis::fillHistogram(HistogramPopup &popup) const
{
    const qsizetype trace = m_chart.traces().indexOf(popup.shown());
    if (trace < 0)
        return;
    const TraceAnalysis *const analysis = m_analysis.find(popup.shown());
    const Trace &subject = m_chart.traces().at(trace);
    popup.show(subject.name(), subject.info, m_chart.colour(trace), analysis ? histogramOf(analysis->values) : Histogram {});
}

void ChartAnalysis::newCalculation()
{
    if (!m_calculations)
        return;
    QStringList labels;
    for (const Trace &trace : m_chart.traces().all())
        if (trace.shown && trace.metric.isValid() && trace.isNumber() && labels.size() < 2)
            labels.append(quotedLabel(metricnames::labelOf(m_fleet, trace.metric)));
    auto *dialog = new CalculationDialog(*m_calculations, m_fleet, {}, labels.join(QStringLiteral(" - ")), m_panel->window());
    connect(dialog, &CalculationDialog::finishedWith, this, &ChartAnalysis::plotWhenKnown);
    dialog->show();
}

void ChartAnalysis::plotWhenKnown(const QString &key)
{
    // It comes back from where samples are taken in, as every device does.
    m_awaited.append(key);
    plotAwaited();
}

void ChartAnalysis::plotAwaited()
{
    for (qsizetype i = m_awaited.size() - 1; i >= 0; --i) {
        const MetricId metric = m_calculations->metric(m_awaited.at(i));
        if (!metric.isValid() && m_calculations->find(m_awaited.at(i)))
            continue;
        m_awaited.removeAt(i);
        if (metric.isValid())
            Q_EMIT plotRequested({metric});
    }
}

QString ChartAnalysis::note() const
{
    QStringList parts;
    if (const QString compared = m_comparison.name(); !compared.isEmpty())
        parts.append(m_comparison.isEmpty() ? tr("– – %1: nothing recorded").arg(compared) : tr("– – %1").arg(compared));
    if (m_marks.isShown()) {
        qint64 marked = 0;
        for (const TraceAnalysis &analysis : m_analysis.results())
            marked += analysis.marked;
        parts.append(tr("○ %n unusual value(s)", nullptr, int(std::min<qint64>(marked, 1'000'000'000))));
    }
    return parts.join(QStringLiteral(" · "));
}

void ChartAnalysis::tellNote()
{
    if (const QString now = note(); std::exchange(m_note, now) != now)
        Q_EMIT noteChanged();
}

QJsonObject ChartAnalysis::save() const
{
    QJsonObject stored;
    if (!m_panel->isHidden())
        stored.insert(QStringLiteral("statistics"), true);
    if (m_marks.isShown())
        stored.insert(QStringLiteral("unusual"), true);
    if (m_comparison.days() > 0)
        stored.insert(QStringLiteral("comparedDays"), m_comparison.days());
    return stored;
}

void ChartAnalysis::restore(const QJsonObject &stored)
{
    setStatisticsShown(stored.value(QStringLiteral("statistics")).toBool());
    setMarksShown(stored.value(QStringLiteral("unusual")).toBool());
    setComparedDays(std::clamp(stored.value(QStringLiteral("comparedDays")).toInt(), 0, 366));
}

} // namespace muster
