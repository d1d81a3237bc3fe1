#include "ui/replay/replaydesk.h"

#include "core/archive.h"
#include "core/dispatcher.h"
#include "core/replay.h"
#include "ui/chart/chartarea.h"
#include "ui/chart/chartpanel.h"
#include "ui/chart/chartview.h"
#include "ui/fleetview.h"
#include "ui/inspector.h"
#include "ui/replay/replaybar.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace muster {

namespace {

constexpr Micros startBack = 60'000'000; // a minute ago: so that there is something to see at once

} // namespace

ReplayDesk::ReplayDesk(Fleet &live, Past &past, Archive &archive, const ReplayStage &stage, QObject *parent)
    : QObject(parent)
    , m_live(live)
    , m_past(past)
    , m_archive(archive)
    , m_stage(stage)
{
    connect(&archive, &Archive::statisticsArrived, this, [this](const HistoryStatistics &facts) {
        if (m_bar && facts.oldest > 0)
            m_bar->setOldest(facts.oldest);
    });
}

ReplayDesk::~ReplayDesk()
{
    // The views go before the fleet they show.
    delete m_fleetView;
    delete m_inspector;
    delete m_bar;
}

void ReplayDesk::setOn(bool on)
{
    if (on == isOn())
        return;
    if (on)
        start();
    else
        stop();
    Q_EMIT changed(on);
}

void ReplayDesk::start()
{
    m_replay = std::make_unique<Replay>(m_live, m_past, tr("This is the past. Go back to live first."));
    m_dispatcher = std::make_unique<Dispatcher>(m_replay->fleet());
    m_bar = new ReplayBar(*m_replay);
    m_stage.bars->insertWidget(0, m_bar);
    m_fleetView = new FleetView(m_replay->fleet());
    m_fleetView->restoreState(m_stage.fleetView->saveState());
    m_fleetView->setGroup(m_stage.fleetView->group());
    if (const DynamicGroup &group = m_stage.fleetView->dynamicGroup(); group.id.isValid())
        m_fleetView->setDynamicGroup(group);
    m_fleetView->setFilter(m_filter);
    m_inspector = new Inspector(m_replay->fleet(), *m_dispatcher);
    m_stage.fleetPlace->setCurrentIndex(m_stage.fleetPlace->addWidget(m_fleetView));
    m_stage.detailsPlace->setCurrentIndex(m_stage.detailsPlace->addWidget(m_inspector));
    connect(m_fleetView, &FleetView::deviceSelected, m_inspector, &Inspector::showDevices);
    connect(m_fleetView, &FleetView::inspectRequested, m_inspector, &Inspector::showDevice);
    connect(m_fleetView, &FleetView::plotDevicesRequested, m_stage.fleetView, &FleetView::plotDevicesRequested);
    connect(m_inspector, &Inspector::plotRequested, m_stage.charts, &ChartArea::plot);
    connect(m_bar, &ReplayBar::leaveRequested, this, [this] { setOn(false); }, Qt::QueuedConnection);
    connect(m_replay.get(), &Replay::timeChanged, this, &ReplayDesk::placeCharts);
    m_replay->seek(nowMicros() - startBack);
    m_fleetView->selectDevices(m_stage.fleetView->selectedDevices());
    m_archive.askStatistics();
}

void ReplayDesk::stop()
{
    m_stage.fleetPlace->setCurrentIndex(0);
    m_stage.detailsPlace->setCurrentIndex(0);
    delete m_fleetView;
    delete m_inspector;
    delete m_bar;
    m_dispatcher.reset();
    m_replay.reset();
    for (ChartPanel *panel : m_stage.charts->charts())
        panel->view().setPaused(false);
}

void ReplayDesk::placeCharts(Micros time)
{
    for (ChartPanel *panel : m_stage.charts->charts())
        panel->view().standAt(time);
}

void ReplayDesk::setFilter(const QString &text)
{
    m_filter = text;
    if (m_fleetView)
        m_fleetView->setFilter(text);
}

void ReplayDesk::setDynamicGroup(const DynamicGroup &group)
{
    if (m_fleetView)
        m_fleetView->setDynamicGroup(group);
}

void ReplayDesk::setGroup(GroupId group)
{
    if (m_fleetView)
        m_fleetView->setGroup(group);
}

} // namespace muster
