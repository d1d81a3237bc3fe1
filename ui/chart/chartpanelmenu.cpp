// ChartPanel's menu, drops, export and storage.
#include "ui/chart/chartpanel.h"

#include "ui/analysis/chartanalysis.h"
#include "ui/chart/exportdialog.h"
#include "ui/chart/picture.h"
#include "ui/chart/timejump.h"
#include "ui/chart/valuetable.h"
#include "ui/dragdata.h"
#include "ui/drophint.h"
#include "ui/format.h"
#include "ui/icons.h"
#include "ui/plotchoice.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QJsonObject>
#include <QMenu>
#include <QMimeData>

namespace muster {

QMenu *ChartPanel::menu(std::optional<double> at)
{
    auto *menu = new QMenu(this);
    const bool any = !m_view->traces().isEmpty();
    menu->addAction(icons::icon("plus"), tr("Add metric…"), this, &ChartPanel::pickMetric);
    menu->addSeparator();
    menu->addAction(icons::icon("file-export"), tr("Export chart…"), this, &ChartPanel::exportChart)->setEnabled(any);
    menu->addAction(icons::icon("photo"), tr("Copy picture"), this, &ChartPanel::copyPicture)->setEnabled(any);
    menu->addSeparator();
    menu->addAction(icons::icon("zoom-reset"), tr("Fit"), m_view, &ChartView::fit)->setEnabled(any);
    const bool paused = m_view->time().isPaused();
    menu->addAction(icons::icon(paused ? "player-play" : "player-pause"), paused ? tr("Resume") : tr("Pause"), this,
        [this, paused] { m_view->setPaused(!paused); });
    addMenuOfTimes(*menu, at);
    menu->addSeparator();
    m_analysis->addTo(*menu);
    if (m_parts.calculations)
        menu->addAction(tr("New calculated metric…"), m_analysis, &ChartAnalysis::newCalculation);
    if (m_parts.alarms && any)
        addMenuOfAlarms(*menu->addMenu(tr("New alarm for")));
    menu->addSeparator();
    menu->addAction(icons::icon("columns"), tr("Split"), this, &ChartPanel::splitRequested);
    menu->addAction(icons::icon("x"), tr("Close"), this, &ChartPanel::closeRequested);
    return menu;
}

void ChartPanel::addMenuOfAlarms(QMenu &menu)
{
    for (const Trace &trace : m_view->traces().all()) {
        const MetricState *const metric = m_fleet.metric(trace.metric);
        if (!metric || metric->info.type == MetricType::Text || metric->info.type == MetricType::Event)
            continue;
        const QString name = tr("%1 · %2", "device, metric").arg(format::label(m_fleet.displayName(metric->device)), format::label(format::metricName(metric->info)));
        menu.addAction(name, this, [this, id = trace.metric] { Q_EMIT alarmRequested(id); });
    }
}

void ChartPanel::addMenuOfTimes(QMenu &menu, std::optional<double> at)
{
    const bool any = !m_view->traces().isEmpty();
    const bool following = m_view->time().isFollowing() && !m_view->time().isPaused();
    menu.addAction(icons::icon("player-skip-forward"), tr("Follow live"), QKeySequence(Qt::Key_L), m_view, &ChartView::follow)->setEnabled(any && !following);
    menu.addAction(icons::icon("search"), tr("Jump to time…"), QKeySequence(Qt::Key_J), this, &ChartPanel::askForTime)->setEnabled(any);
    QAction *gaps = menu.addAction(tr("Break lines at gaps"), m_view, &ChartView::setShowsGaps);
    gaps->setCheckable(true);
    gaps->setChecked(m_view->showsGaps());
    menu.addSeparator();
    menu.addAction(at ? tr("Place a mark here") : tr("Place a mark"), QKeySequence(Qt::Key_M), this, [this, at] { m_view->placeMark(at); })->setEnabled(any);
    menu.addAction(tr("Clear the marks"), QKeySequence(Qt::SHIFT | Qt::Key_M), &m_cursors, &CursorLink::clearMarks)->setEnabled(m_cursors.hasMarks());
    QAction *table = menu.addAction(icons::icon("table"), tr("Value table"), QKeySequence(Qt::Key_T), this, &ChartPanel::showTable);
    table->setCheckable(true);
    table->setChecked(!m_table->isHidden());
}

void ChartPanel::showTable(bool shown)
{
    if (shown == !m_table->isHidden())
        return;
    m_table->setVisible(shown);
    Q_EMIT changed();
}

void ChartPanel::askForTime()
{
    if (m_view->traces().isEmpty())
        return;
    const TimeView::Range shown = m_view->shownRange();
    auto *jump = new TimeJump(shown.from + shown.length() / 2, this);
    connect(jump, &TimeJump::chosen, m_view, &ChartView::jumpTo);
    connect(jump, &TimeJump::liveRequested, m_view, &ChartView::follow);
    jump->popup(m_view->mapToGlobal(QPoint(m_view->width() / 2 - jump->sizeHint().width() / 2, 32)));
}

ExportDialog *ChartPanel::exportChart()
{
    auto *dialog = new ExportDialog(*m_view, m_parts, this);
    dialog->open();
    return dialog;
}

void ChartPanel::copyPicture()
{
    QGuiApplication::clipboard()->setImage(picture::image(*m_view));
}

QList<MetricId> ChartPanel::droppedMetrics(const Fleet &fleet, const QMimeData &data)
{
    return dragdata::metrics(data) + metricsToPlot(fleet, dragdata::devices(data), TraceSet::most);
}

QString ChartPanel::invitation(const QList<MetricId> &metrics) const
{
    const MetricState *first = metrics.isEmpty() ? nullptr : m_fleet.metric(metrics.first());
    if (!first)
        return {};
    const auto side = m_view->traces().place(first->info);
    if (!side)
        return side.error().text;
    if (metrics.size() == 1 && first->info.type != MetricType::Number)
        return first->info.type == MetricType::Event ? tr("Show its events on this chart") : tr("Show its states on this chart");
    const QString unit = format::plain(first->info.unit, 20);
    if (metrics.size() > 1)
        return tr("Plot %n metric(s) on this chart", nullptr, int(metrics.size()));
    if (unit.isEmpty())
        return *side == Side::Right ? tr("Plot on this chart, right axis") : tr("Plot on this chart, left axis");
    return *side == Side::Right ? tr("Plot on this chart, right axis %1").arg(unit) : tr("Plot on this chart, left axis %1").arg(unit);
}

void ChartPanel::dragEnterEvent(QDragEnterEvent *event)
{
    const QString sentence = invitation(droppedMetrics(m_fleet, *event->mimeData()));
    if (sentence.isEmpty())
        return;
    m_hint->invite(sentence);
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void ChartPanel::dragLeaveEvent(QDragLeaveEvent *event)
{
    QWidget::dragLeaveEvent(event);
    m_hint->hide();
}

void ChartPanel::dropEvent(QDropEvent *event)
{
    m_hint->hide();
    plot(droppedMetrics(m_fleet, *event->mimeData()));
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

QJsonObject ChartPanel::save() const
{
    QJsonObject stored {{QStringLiteral("traces"), m_view->traces().save()}};
    stored.insert(QStringLiteral("windowUs"), qint64(m_view->time().window()));
    if (const QJsonObject analysis = m_analysis->save(); !analysis.isEmpty())
        stored.insert(QStringLiteral("analysis"), analysis);
    stored.insert(QStringLiteral("gaps"), m_view->showsGaps());
    stored.insert(QStringLiteral("table"), !m_table->isHidden());
    return stored;
}

void ChartPanel::restore(const QJsonObject &stored)
{
    m_analysis->restore(stored.value(QStringLiteral("analysis")).toObject());
    m_view->edit([&](TraceSet &traces) { traces.restore(stored.value(QStringLiteral("traces")).toArray()); });
    m_view->setShowsGaps(stored.value(QStringLiteral("gaps")).toBool(true));
    showTable(stored.value(QStringLiteral("table")).toBool());
    const double window = stored.value(QStringLiteral("windowUs")).toDouble(60e6);
    if (window >= 0 && window <= double(TimeView::longest))
        m_view->setWindow(Micros(window));
}

} // namespace muster
