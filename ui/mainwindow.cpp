#include "ui/mainwindow.h"

#include "core/connections.h"
#include "core/fleet.h"
#include "ui/aboutdialog.h"
#include "ui/addressbar.h"
#include "ui/analysis/calculationsdialog.h"
#include "ui/archive/archivedesk.h"
#include "ui/certificatebar.h"
#include "ui/chart/chartarea.h"
#include "ui/chart/chartpanel.h"
#include "ui/console/consoledesk.h"
#include "ui/discoveredview.h"
#include "ui/docktitle.h"
#include "ui/drawer.h"
#include "ui/drophint.h"
#include "ui/fleet/mergedesk.h"
#include "ui/fleetview.h"
#include "ui/groupsview.h"
#include "ui/icons.h"
#include "ui/inspector.h"
#include "ui/noticebar.h"
#include "ui/noticesview.h"
#include "ui/pairingbar.h"
#include "ui/passwordbar.h"
#include "ui/plotchoice.h"
#include "ui/profiles/profiledesk.h"
#include "ui/replay/replaydesk.h"
#include "ui/statusbar.h"
#include "ui/toolbar.h"
#include "ui/topics/topicdesk.h"
#include "ui/welcome.h"
#include "ui/windowactions.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QMenu>
#include <QMimeData>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace muster {

MainWindow::MainWindow(const MainWindowParts &parts, QWidget *parent)
    : QMainWindow(parent)
    , m_fleet(parts.fleet)
    , m_connections(parts.connections)
    , m_calculations(parts.calculations)
    , m_archive(parts.archive)
    , m_libraries(parts.libraries)
    , m_appearance(Appearance::load())
    , m_actions(new WindowActions(this))
    , m_desk(new ConnectionDesk(parts.connections, parts.diagnostics, parts.check, this))
    , m_consoles(new ConsoleDesk(parts.connections, parts.wire, this))
    , m_topicDesk(new TopicDesk(parts.connections, parts.topics, this))
    , m_archiveDesk(new ArchiveDesk(parts.fleet, parts.archive, parts.past, this))
    , m_toolBar(new ToolBar(*m_actions, this))
    , m_statusBar(new StatusBar(parts.connections, parts.diagnostics, parts.fleet, this))
    , m_passwordBar(new PasswordBar(parts.connections))
    , m_certificateBar(new CertificateBar(parts.connections, parts.diagnostics))
    , m_noticeBar(new NoticeBar)
    , m_welcome(new Welcome)
    , m_fleetView(new FleetView(parts.fleet, parts.columns))
    , m_charts(new ChartArea(parts.fleet, parts.past))
    , m_discovered(new DiscoveredView(parts.fleet, parts.diagnostics, parts.connections))
    , m_groups(new GroupsView(parts.fleet, parts.dynamicGroups, parts.columns))
    , m_inspector(new Inspector(parts.fleet, parts.dispatcher))
    , m_notices(new NoticesView(parts.diagnostics, parts.connections))
{
    theme::apply(*qApp, m_appearance.mode);
    m_toolBar->setColumns(parts.columns);
    m_fleetView->setCanKeepQueries(parts.dynamicGroups != nullptr);
    m_charts->setArchive(&parts.archive);
    m_charts->setCalculations(parts.calculations);
    m_charts->setAlarms(parts.alarms);
    m_actions->calculated->setEnabled(parts.calculations != nullptr);
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(icons::application());
    setAcceptDrops(true);
    addToolBar(m_toolBar);
    setStatusBar(m_statusBar);
    buildMiddle(parts);
    buildDocks();
    m_dropHint = new DropHint(this);
    m_profiles = new ProfileDesk({m_fleet, m_connections, parts.wire, parts.listening, parts.profileFolder}, m_noticeBar, this);
    m_replay = new ReplayDesk(m_fleet, parts.past, m_archive, {qobject_cast<QVBoxLayout *>(centralWidget()->layout()), m_fleetPlace, m_detailsPlace, m_fleetView, m_charts}, this);
    buildAlarms(parts);
    buildAutomations(parts);
    buildLinks(parts);
    buildScenes(parts);
    buildMerging(parts.identities);
    wireViews();
    wireActions();
    wireProfiles();
    wireSwitches();
    retranslate();
    restoreLayout();
    showWelcomeOrFleet();
    applyDensity();
}

MainWindow::~MainWindow()
{
    hide(); // while this is still a MainWindow: ~QWidget would hide the docks, whose slots are ours
}

void MainWindow::buildMiddle(const MainWindowParts &parts)
{
    m_middle = new QSplitter(Qt::Vertical);
    m_fleetPlace = new QStackedWidget;
    m_fleetPlace->addWidget(m_fleetView);
    m_middle->addWidget(m_fleetPlace);
    m_middle->addWidget(m_charts);
    m_middle->setChildrenCollapsible(false);
    m_middle->setStretchFactor(0, 3);
    m_middle->setStretchFactor(1, 2);
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_welcome);
    m_stack->addWidget(m_middle);
    auto *middle = new QWidget(this);
    auto *layout = new QVBoxLayout(middle);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_passwordBar);
    layout->addWidget(m_certificateBar);
    if (parts.pairings)
        layout->addWidget(new PairingBar(*parts.pairings));
    if (parts.webAddresses)
        layout->addWidget(new AddressBar(*parts.webAddresses));
    layout->addWidget(m_noticeBar);
    layout->addWidget(m_stack, 1);
    setCentralWidget(middle);
    m_drawer = new Drawer(middle);
}

QDockWidget *MainWindow::makeDock(const char *name, QWidget *content, Qt::DockWidgetArea area)
{
    auto *dock = new QDockWidget(this);
    dock->setObjectName(QLatin1StringView(name));
    dock->setWidget(content);
    auto *title = new DockTitle(dock);
    dock->setTitleBarWidget(title);
    if (content == m_discovered)
        m_discoveredTitle = title;
    addDockWidget(area, dock);
    return dock;
}

void MainWindow::buildDocks()
{
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    m_discoveredDock = makeDock("discovered", m_discovered, Qt::LeftDockWidgetArea);
    m_groupsDock = makeDock("groups", m_groups, Qt::LeftDockWidgetArea);
    m_detailsPlace = new QStackedWidget;
    m_detailsPlace->addWidget(m_inspector);
    m_inspectorDock = makeDock("inspector", m_detailsPlace, Qt::RightDockWidgetArea);
    m_messagesDock = makeDock("messages", m_notices, Qt::BottomDockWidgetArea);
    for (auto *dock : {m_discoveredDock, m_groupsDock})
        m_actions->viewMenu()->addAction(dock->toggleViewAction());
}

void MainWindow::buildMerging(Identities *identities)
{
    if (!identities)
        return;
    auto *merging = new MergeDesk(m_fleet, *identities, this);
    m_fleetView->setCanMerge(true);
    m_inspector->setIdentities(identities);
    connect(m_fleetView, &FleetView::mergeRequested, merging, &MergeDesk::merge);
    connect(m_inspector, &Inspector::mergeRequested, merging, &MergeDesk::merge);
    connect(m_inspector, &Inspector::splitRequested, merging, &MergeDesk::split);
    connect(merging, &MergeDesk::done, m_fleetView, &FleetView::offerUndo);
}

void MainWindow::wireViews()
{
    connect(m_toolBar, &ToolBar::searchEdited, m_fleetView, &FleetView::setFilter);
    connect(m_groups, &GroupsView::groupSelected, m_fleetView, &FleetView::setGroup);
    connect(m_groups, &GroupsView::dynamicGroupSelected, m_fleetView, &FleetView::setDynamicGroup);
    connect(m_groups, &GroupsView::queryKept, m_toolBar, &ToolBar::clearSearch);
    connect(m_fleetView, &FleetView::keepQueryRequested, m_groups, &GroupsView::keepQuery);
    connect(m_fleetView, &FleetView::deviceSelected, this, &MainWindow::selectDevices);
    connect(m_discovered, &DiscoveredView::deviceSelected, this, &MainWindow::selectDevices);
    connect(m_fleetView, &FleetView::inspectRequested, this, [this](DeviceId id) {
        m_inspector->showDevice(id);
        showDetails(true);
    });
    connect(m_fleetView, &FleetView::groupRequested, m_groups, &GroupsView::setCurrentGroup);
    connect(m_fleetView, &FleetView::clearFilterRequested, m_toolBar, &ToolBar::clearSearch);
    connect(m_discovered, &DiscoveredView::newCountChanged, m_discoveredDock, [this](int count) { m_discoveredTitle->setCount(count); });
    connect(m_discovered, &DiscoveredView::demoRequested, this, &MainWindow::demoRequested);
    connect(m_fleetView, &FleetView::plotDevicesRequested, this, &MainWindow::plotDevices);
    connect(m_discovered, &DiscoveredView::plotDevicesRequested, this, &MainWindow::plotDevices);
    connect(m_inspector, &Inspector::plotRequested, m_charts, &ChartArea::plot);
    connect(m_inspector, &Inspector::tapRequested, this, &MainWindow::tapRequested);
    connect(m_fleetView, &FleetView::addConnectionRequested, m_desk, &ConnectionDesk::add);
    connect(m_fleetView, &FleetView::demoRequested, this, &MainWindow::demoRequested);
    connect(m_discovered, &DiscoveredView::addConnectionRequested, m_desk, &ConnectionDesk::add);
    connect(m_welcome, &Welcome::addConnectionRequested, m_desk, &ConnectionDesk::add);
    connect(m_welcome, &Welcome::demoRequested, this, &MainWindow::demoRequested);
    connect(m_welcome, &Welcome::localBrokerRequested, this, &MainWindow::localBrokerRequested);
    connect(m_desk, &ConnectionDesk::localBrokerRequested, this, &MainWindow::localBrokerRequested);
    connect(m_desk, &ConnectionDesk::noted, this, &MainWindow::showNotice);
    connect(m_statusBar, &StatusBar::editRequested, m_desk, &ConnectionDesk::edit);
    connect(m_statusBar, &StatusBar::consoleRequested, m_consoles, &ConsoleDesk::open);
    connect(m_statusBar, &StatusBar::topicsRequested, m_topicDesk, &TopicDesk::open);
    connect(m_desk, &ConnectionDesk::topicsRequested, m_topicDesk, &TopicDesk::open);
    connect(m_statusBar, &StatusBar::topicRulesRequested, m_topicDesk, [this](ConnectionId id) { m_topicDesk->openRules(id); });
    connect(m_desk, &ConnectionDesk::topicRulesRequested, m_topicDesk, [this](ConnectionId id) { m_topicDesk->openRules(id); });
    connect(m_desk, &ConnectionDesk::consoleRequested, m_consoles, &ConsoleDesk::open);
    connect(m_statusBar, &StatusBar::enableRequested, &m_connections, &Connections::setEnabled);
    connect(m_statusBar, &StatusBar::messagesRequested, m_messagesDock, [this] {
        m_messagesDock->show();
        m_messagesDock->raise();
    });
    connect(&m_connections, &Connections::added, this, &MainWindow::showWelcomeOrFleet);
    connect(&m_connections, &Connections::removed, this, &MainWindow::showWelcomeOrFleet);
    connect(&m_fleet, &Fleet::devicesAdded, this, &MainWindow::showWelcomeOrFleet);
}

void MainWindow::wireActions()
{
    connect(m_actions->addConnection, &QAction::triggered, m_desk, &ConnectionDesk::add);
    connect(m_actions->connections, &QAction::triggered, m_desk, &ConnectionDesk::showList);
    connect(m_actions->importConnections, &QAction::triggered, m_desk, &ConnectionDesk::importFile);
    connect(m_actions->exportConnections, &QAction::triggered, m_desk, &ConnectionDesk::exportFile);
    connect(m_actions->localBroker, &QAction::triggered, this, &MainWindow::localBrokerRequested);
    connect(m_actions->demo, &QAction::triggered, this, &MainWindow::demoRequested);
    connect(m_actions->exportChart, &QAction::triggered, m_charts, &ChartArea::exportCurrent);
    connect(m_actions->replay, &QAction::triggered, m_replay, &ReplayDesk::setOn);
    connect(m_replay, &ReplayDesk::changed, m_actions->replay, &QAction::setChecked);
    connect(m_toolBar, &ToolBar::searchEdited, m_replay, &ReplayDesk::setFilter);
    connect(m_groups, &GroupsView::groupSelected, m_replay, &ReplayDesk::setGroup);
    connect(m_groups, &GroupsView::dynamicGroupSelected, m_replay, &ReplayDesk::setDynamicGroup);
    connect(m_actions->exportData, &QAction::triggered, m_archiveDesk, [this] { m_archiveDesk->exportData(m_fleetView->selectedDevices()); });
    connect(m_actions->importTable, &QAction::triggered, m_archiveDesk, &ArchiveDesk::importTable);
    connect(m_actions->backUp, &QAction::triggered, m_archiveDesk, &ArchiveDesk::backUp);
    connect(m_actions->restore, &QAction::triggered, m_archiveDesk, &ArchiveDesk::restore);
    connect(m_fleetView, &FleetView::exportRequested, m_archiveDesk, &ArchiveDesk::exportData);
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions->find, &QAction::triggered, m_toolBar, &ToolBar::focusSearch);
    connect(m_actions->openMenu, &QAction::triggered, m_toolBar, &ToolBar::openMenu);
    connect(m_actions->settings, &QAction::triggered, this, &MainWindow::showSettings);
    connect(m_actions->calculated, &QAction::triggered, this, &MainWindow::showCalculations);
    connect(m_actions->resetLayout, &QAction::triggered, this, &MainWindow::resetLayout);
    connect(m_actions->about, &QAction::triggered, this, [this] { (new AboutDialog(m_libraries, this))->show(); });
    connect(m_actions->shortcuts, &QAction::triggered, this, [this] { (new ShortcutsDialog(m_actions->all(), this))->show(); });
}

void MainWindow::wireProfiles()
{
    connect(m_actions->profiles, &QAction::triggered, m_profiles, [this] { m_profiles->edit(); });
    connect(m_actions->installProfile, &QAction::triggered, m_profiles, &ProfileDesk::install);
    connect(m_profiles, &ProfileDesk::changed, this, &MainWindow::profileChanged);
    connect(m_inspector, &Inspector::readingRequested, m_profiles, &ProfileDesk::read);
    connect(m_fleetView, &FleetView::readingRequested, m_profiles, &ProfileDesk::read);
    connect(m_discovered, &DiscoveredView::readingRequested, m_profiles, &ProfileDesk::read);
    connect(m_consoles, &ConsoleDesk::profileRequested, m_profiles, &ProfileDesk::tryOn);
    connect(m_desk, &ConnectionDesk::probeRequested, m_profiles, [this](const QUrl &port, const QString &title, ConnectionForm *form) {
        m_profiles->probe(port, title, form, [form = QPointer<ConnectionForm>(form)](int baud, const QString &profile) {
            if (form)
                form->takeReading(baud, profile);
        });
    });
}

void MainWindow::wireSwitches()
{
    connect(m_actions->pause, &QAction::triggered, this, &MainWindow::pauseCharts);
    connect(m_charts, &ChartArea::changed, this, &MainWindow::showWhetherPaused);
    connect(m_actions->dark, &QAction::triggered, this, [this](bool dark) {
        Appearance appearance = m_appearance;
        appearance.mode = dark ? theme::Mode::Dark : theme::Mode::Light;
        take(appearance);
    });
    connect(m_actions->fullScreen, &QAction::triggered, this, [this](bool on) { on ? showFullScreen() : showNormal(); });
    connect(m_actions->details, &QAction::triggered, this, &MainWindow::showDetails);
    connect(m_inspectorDock, &QDockWidget::visibilityChanged, this, [this] {
        if (!m_folded)
            m_actions->details->setChecked(!m_inspectorDock->isHidden());
    });
    connect(m_drawer, &Drawer::closed, this, [this] { m_actions->details->setChecked(false); });
    connect(m_actions->messages, &QAction::triggered, m_messagesDock, &QWidget::setVisible);
    connect(m_messagesDock, &QDockWidget::visibilityChanged, this, [this] { m_actions->messages->setChecked(!m_messagesDock->isHidden()); });
    connect(m_actions->charts, &QAction::toggled, m_charts, &QWidget::setVisible);
    m_actions->charts->setChecked(true);
    m_actions->dark->setChecked(theme::isDark(palette()));
}

void MainWindow::showRaw(const QList<RawMessage> &messages)
{
    m_inspector->showRaw(messages);
}

void MainWindow::showNotice(Severity severity, const QString &text)
{
    m_noticeBar->say(severity, text);
}

void MainWindow::localBrokerState(bool running, int port, const QString &problem)
{
    m_actions->localBroker->setChecked(running);
    m_desk->showBroker({running, port, problem});
    if (!problem.isEmpty())
        showNotice(Severity::Error, problem);
}

void MainWindow::present(const QList<MetricId> &metrics, DeviceId device)
{
    m_charts->plot(metrics);
    m_fleetView->selectDevices({device});
    m_inspector->showDevice(device);
}

void MainWindow::selectDevices(const QList<DeviceId> &devices)
{
    m_inspector->showDevices(devices);
}

void MainWindow::plotDevices(const QList<DeviceId> &devices)
{
    m_charts->plot(metricsToPlot(m_fleet, devices));
}

void MainWindow::pauseCharts(bool paused)
{
    for (auto *panel : m_charts->charts())
        panel->view().setPaused(paused);
    showWhetherPaused();
}

void MainWindow::showWhetherPaused()
{
    const auto charts = m_charts->charts();
    for (auto *panel : charts)
        connect(&panel->view(), &ChartView::viewChanged, this, &MainWindow::showWhetherPaused, Qt::UniqueConnection);
    const bool all = !charts.isEmpty() && std::all_of(charts.cbegin(), charts.cend(), [](ChartPanel *panel) { return panel->view().time().isPaused(); });
    m_actions->pause->setChecked(all);
    m_actions->pause->setEnabled(!charts.isEmpty());
    m_actions->exportChart->setEnabled(!charts.isEmpty());
}

void MainWindow::showWelcomeOrFleet()
{
    const bool nothing = m_connections.all().isEmpty() && m_fleet.devices().isEmpty();
    m_stack->setCurrentWidget(nothing ? static_cast<QWidget *>(m_welcome) : m_middle);
}

void MainWindow::fold(bool folded)
{
    if (folded == m_folded)
        return;
    if (folded) {
        m_detailsWanted = !m_inspectorDock->isHidden();
        m_folded = true;
        m_inspectorDock->hide();
        m_drawer->take(m_detailsPlace, tr("Details"));
        m_drawer->hide();
        m_actions->details->setChecked(false);
    } else {
        m_folded = false;
        m_drawer->hide();
        m_inspectorDock->setWidget(m_drawer->give());
        m_inspectorDock->setVisible(m_detailsWanted);
        m_actions->details->setChecked(m_detailsWanted);
    }
}

void MainWindow::showDetails(bool shown)
{
    (m_folded ? static_cast<QWidget *>(m_drawer) : m_inspectorDock)->setVisible(shown);
    m_actions->details->setChecked(shown);
    if (shown)
        m_detailsPlace->currentWidget()->setFocus();
}

void MainWindow::showSettings()
{
    if (!m_settings) {
        m_settings = new SettingsDialog(m_appearance, &m_archive, this);
        m_settings->setAttribute(Qt::WA_DeleteOnClose);
        if (m_automations)
            m_settings->addSite(*m_automations);
        if (m_mail)
            m_settings->addMail(*m_mail);
        connect(m_settings, &SettingsDialog::changed, this, &MainWindow::take);
    }
    m_settings->show();
    m_settings->raise();
    m_settings->activateWindow();
}

void MainWindow::showCalculations()
{
    if (!m_calculations)
        return;
    if (!m_calculationsDialog) {
        m_calculationsDialog = new CalculationsDialog(*m_calculations, m_fleet, this);
        connect(m_calculationsDialog, &CalculationsDialog::plotRequested, m_charts, &ChartArea::plot);
    }
    m_calculationsDialog->show();
    m_calculationsDialog->raise();
    m_calculationsDialog->activateWindow();
}

void MainWindow::take(const Appearance &appearance)
{
    const Appearance before = std::exchange(m_appearance, appearance);
    appearance.store();
    if (m_settings)
        m_settings->showAppearance(appearance);
    if (before.mode != appearance.mode) {
        theme::apply(*qApp, appearance.mode);
        Q_EMIT themeChanged(int(appearance.mode));
    }
    if (before.language != appearance.language)
        Q_EMIT languageChanged(appearance.language);
    applyDensity();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        m_actions->dark->setChecked(theme::isDark(palette()));
    else if (event->type() == QEvent::WindowStateChange)
        m_actions->fullScreen->setChecked(isFullScreen());
    QMainWindow::changeEvent(event);
}

void MainWindow::showEvent(QShowEvent *event)
{
    // Not before: the metrics that the charts name are put back between construction and showing.
    if (!std::exchange(m_restored, true))
        restoreCharts();
    showWelcomeOrFleet();
    QMainWindow::showEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    storeLayout();
    QMainWindow::closeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    fold(width() < foldWidth);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    QString offer = m_desk->offer(*event->mimeData());
    if (offer.isEmpty())
        offer = m_profiles->offer(*event->mimeData());
    if (offer.isEmpty())
        return;
    event->acceptProposedAction();
    m_dropHint->invite(offer);
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent *)
{
    m_dropHint->hide();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    m_dropHint->hide();
    event->acceptProposedAction();
    if (!m_desk->offer(*event->mimeData()).isEmpty())
        m_desk->accept(*event->mimeData());
    else
        m_profiles->accept(*event->mimeData());
}

void MainWindow::openFile(const QString &path)
{
    m_desk->importFrom(path);
}

void MainWindow::retranslate()
{
    setWindowTitle(tr("Muster"));
    m_actions->retranslate();
    m_discoveredDock->setWindowTitle(tr("Discovered"));
    m_groupsDock->setWindowTitle(tr("Groups"));
    m_inspectorDock->setWindowTitle(tr("Details"));
    m_messagesDock->setWindowTitle(tr("Messages"));
    if (m_alarmsDock)
        m_alarmsDock->setWindowTitle(tr("Alarms"));
    showAlarmCount();
    m_drawer->setTitle(tr("Details"));
}

} // namespace muster
