// MainWindow: the dock of the alarms, the windows of the automations, links and scenes, and what leads there.
#include "core/fleet.h"
#include "rules/alarms.h"
#include "ui/chart/chartarea.h"
#include "ui/docktitle.h"
#include "ui/fleetview.h"
#include "ui/inspector.h"
#include "ui/mainwindow.h"
#include "ui/rules/alarmdesk.h"
#include "ui/rules/alarmview.h"
#include "ui/rules/automationwindow.h"
#include "ui/rules/linkdesk.h"
#include "ui/rules/scenewindow.h"
#include "ui/windowactions.h"

#include <QAction>
#include <QDockWidget>

#include <numeric>

namespace muster {

namespace {

constexpr int countMs = 200;

} // namespace

void MainWindow::buildAlarms(const MainWindowParts &parts)
{
    m_alarms = parts.alarms;
    m_actions->alarms->setVisible(m_alarms && parts.columns);
    if (!m_alarms || !parts.columns)
        return;
    auto *view = new AlarmView(parts.fleet, *m_alarms);
    m_alarmsDock = makeDock("alarms", view, Qt::BottomDockWidgetArea);
    m_alarmsTitle = static_cast<DockTitle *>(m_alarmsDock->titleBarWidget());
    auto *desk = new AlarmDesk({parts.fleet, *parts.columns, *m_alarms, parts.past}, this);
    connect(view, &AlarmView::newRequested, desk, &AlarmDesk::add);
    connect(view, &AlarmView::editRequested, desk, &AlarmDesk::edit);
    connect(view, &AlarmView::rulesRequested, desk, &AlarmDesk::showRules);
    connect(view, &AlarmView::plotRequested, m_charts, &ChartArea::plot);
    connect(view, &AlarmView::deviceRequested, this, [this](DeviceId device) {
        m_fleetView->selectDevices({device});
        m_inspector->showDevice(device);
        showDetails(true);
    });
    m_inspector->setCanAlarm(true);
    connect(m_inspector, &Inspector::alarmRequested, desk, &AlarmDesk::addFor);
    connect(m_charts, &ChartArea::alarmRequested, desk, &AlarmDesk::addFor);
    connect(m_actions->alarms, &QAction::triggered, m_alarmsDock, [this](bool shown) {
        m_alarmsDock->setVisible(shown);
        if (shown)
            m_alarmsDock->raise();
    });
    connect(m_alarmsDock, &QDockWidget::visibilityChanged, this, [this] { m_actions->alarms->setChecked(!m_alarmsDock->isHidden()); });
    m_alarmCount.setSingleShot(true);
    m_alarmCount.setInterval(countMs);
    connect(&m_alarmCount, &QTimer::timeout, this, &MainWindow::showAlarmCount);
    connect(m_alarms, &Alarms::alarmsChanged, this, [this] {
        if (!m_alarmCount.isActive())
            m_alarmCount.start();
    });
}

void MainWindow::buildAutomations(const MainWindowParts &parts)
{
    m_mail = parts.mail;
    m_actions->automations->setVisible(parts.automations && parts.columns && parts.scenes);
    if (!parts.automations || !parts.columns || !parts.scenes)
        return;
    m_automations = parts.automations;
    const AutomationRoom room {parts.fleet, *parts.columns, *parts.automations, parts.past, *parts.scenes};
    connect(m_actions->automations, &QAction::triggered, this, [this, room] {
        if (!m_automationWindow)
            m_automationWindow = new AutomationWindow(room, this);
        m_automationWindow->show();
        m_automationWindow->raise();
        m_automationWindow->activateWindow();
    });
}

void MainWindow::buildLinks(const MainWindowParts &parts)
{
    m_actions->links->setVisible(parts.links != nullptr);
    if (!parts.links)
        return;
    auto *desk = new LinkDesk(parts.fleet, *parts.links, this);
    connect(m_actions->links, &QAction::triggered, desk, &LinkDesk::showLinks);
    m_inspector->setCanLink(true);
    connect(m_inspector, &Inspector::linkRequested, desk, &LinkDesk::addFor);
}

void MainWindow::buildScenes(const MainWindowParts &parts)
{
    m_actions->scenes->setVisible(parts.scenes != nullptr);
    if (!parts.scenes)
        return;
    const auto open = [this, scenes = parts.scenes] {
        if (!m_sceneWindow)
            m_sceneWindow = new SceneWindow(m_fleet, *scenes, this);
        m_sceneWindow->show();
        m_sceneWindow->raise();
        m_sceneWindow->activateWindow();
    };
    connect(m_actions->scenes, &QAction::triggered, this, open);
    m_fleetView->setCanKeepScenes(true);
    connect(m_fleetView, &FleetView::sceneRequested, this, [this, open](const QList<DeviceId> &devices) {
        open();
        m_sceneWindow->capture(devices);
    });
}

void MainWindow::showAlarmCount()
{
    if (!m_alarmsDock)
        return;
    const auto counts = m_alarms->counts();
    const int open = std::accumulate(counts.begin(), counts.end(), 0);
    m_alarmsTitle->setCount(open);
    m_actions->showAlarms(open, counts.at(size_t(AlarmSeverity::Major)) + counts.at(size_t(AlarmSeverity::Critical)) > 0);
}

} // namespace muster
