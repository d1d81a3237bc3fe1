#pragma once

#include "core/device.h"
#include "core/diagnostics.h"
#include "ui/connectiondesk.h"
#include "ui/settingsdialog.h"

#include <QMainWindow>
#include <QPointer>
#include <QTimer>

class QDockWidget;
class QSplitter;
class QStackedWidget;

namespace muster {

class AlarmDesk;
class Alarms;
class AlarmView;
class Automations;
class AutomationWindow;
class Archive;
class Calculations;
class CalculationsDialog;
class CertificateBar;
class ArchiveDesk;
class ChartArea;
class Connections;
class ConsoleDesk;
class DiscoveredView;
class Dispatcher;
class DockTitle;
class Drawer;
class DropHint;
class DynamicGroups;
class Fleet;
class FleetColumns;
class FleetView;
class GroupsView;
class Identities;
class Inspector;
class Links;
class MailSetup;
class Listening;
class NoticeBar;
class NoticesView;
class Past;
class Pairings;
class PasswordBar;
class ProfileDesk;
class ReplayDesk;
class SceneWindow;
class Scenes;
class StatusBar;
class ToolBar;
class TopicDesk;
class Topics;
class Welcome;
class WebAddresses;
class WindowActions;
class Wire;

/// What the window shows and asks; all of it outlives the window.
struct MainWindowParts
{
    Fleet &fleet;
    Dispatcher &dispatcher;
    Diagnostics &diagnostics;
    Connections &connections;
    Past &past;
    Archive &archive;
    UrlCheck check {};             ///< BackendRegistry::check; empty: every valid URL will do
    QStringList libraries {};      ///< for the about box: "libmosquitto 2.0.11"
    Calculations *calculations = nullptr; ///< null: there are no calculated metrics
    Wire *wire = nullptr;          ///< null: there are no consoles
    FleetColumns *columns = nullptr;        ///< of the fleet, for searches; null: the views make their own
    DynamicGroups *dynamicGroups = nullptr; ///< null: there are none; else there are columns, too
    Pairings *pairings = nullptr;           ///< null: no device is paired
    Topics *topics = nullptr;      ///< null: topics cannot be browsed
    Listening *listening = nullptr; ///< null: nothing can be found out about ports
    QString profileFolder {};      ///< of installed profiles; empty: nothing can be installed
    Alarms *alarms = nullptr;               ///< likewise
    Automations *automations = nullptr;     ///< likewise
    Links *links = nullptr;                 ///< null: there are none
    Identities *identities = nullptr;       ///< null: devices cannot be merged and split
    Scenes *scenes = nullptr;               ///< null: there are none; else there are, where there are automations
    MailSetup *mail = nullptr;              ///< null: there is no e-mail
    WebAddresses *webAddresses = nullptr;   ///< null: rules tell none
};

/// The window: tool bar, docks, the fleet above its charts, status bar. Arranges and connects; what is shown is the views' own business.
/// Keeps geometry, layout, charts and appearance in QSettings (ui/settings.h).
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// Below this width the inspector is a drawer over the middle.
    static constexpr int foldWidth = 1'200;

    explicit MainWindow(const MainWindowParts &parts, QWidget *parent = nullptr);
    ~MainWindow() override;

public Q_SLOTS:
    void showRaw(const QList<muster::RawMessage> &messages);
    void showNotice(muster::Severity severity, const QString &text);
    /// Offers the connections of a .muster file.
    void openFile(const QString &path);
    void localBrokerState(bool running, int port, const QString &problem);
    /// Something to look at for a start: these metrics on a chart and this device in the inspector.
    void present(const QList<muster::MetricId> &metrics, muster::DeviceId device);

Q_SIGNALS:
    void tapRequested(muster::DeviceId device);
    void demoRequested();
    void localBrokerRequested(bool on);
    void languageChanged(const QString &language); ///< empty: the desktop's
    /// One was installed or removed.
    void profileChanged(const QString &id);
    void themeChanged(int mode);                   ///< theme::Mode; already applied

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void buildMiddle(const MainWindowParts &parts);
    void buildMerging(Identities *identities);
    void buildDocks();
    [[nodiscard]] QDockWidget *makeDock(const char *name, QWidget *content, Qt::DockWidgetArea area);
    void wireViews();
    void wireActions();
    void wireProfiles();
    void wireSwitches();
    void buildAlarms(const MainWindowParts &parts);
    void showAlarmCount();
    void buildAutomations(const MainWindowParts &parts);
    void buildLinks(const MainWindowParts &parts);
    void buildScenes(const MainWindowParts &parts);
    void retranslate();
    void resetLayout();
    void restoreLayout();
    void restoreCharts();
    void storeLayout();

    void selectDevices(const QList<DeviceId> &devices);
    void plotDevices(const QList<DeviceId> &devices);
    void pauseCharts(bool paused);
    void showWhetherPaused();
    void showWelcomeOrFleet();
    void fold(bool folded);
    void showDetails(bool shown);
    void showSettings();
    void showCalculations();
    void take(const Appearance &appearance);
    void applyDensity(); ///< row height and motion

    Fleet &m_fleet;
    Connections &m_connections;
    Calculations *m_calculations;
    Archive &m_archive;
    QStringList m_libraries;
    Appearance m_appearance;

    WindowActions *m_actions = nullptr;
    ConnectionDesk *m_desk = nullptr;
    ConsoleDesk *m_consoles = nullptr;
    TopicDesk *m_topicDesk = nullptr;
    ArchiveDesk *m_archiveDesk = nullptr;
    ProfileDesk *m_profiles = nullptr;
    ToolBar *m_toolBar = nullptr;
    StatusBar *m_statusBar = nullptr;
    PasswordBar *m_passwordBar = nullptr;
    CertificateBar *m_certificateBar = nullptr;
    NoticeBar *m_noticeBar = nullptr;
    QStackedWidget *m_stack = nullptr;
    QStackedWidget *m_fleetPlace = nullptr;   ///< the fleet as it is, or as it was
    QStackedWidget *m_detailsPlace = nullptr; ///< likewise the inspector
    ReplayDesk *m_replay = nullptr;
    Welcome *m_welcome = nullptr;
    QSplitter *m_middle = nullptr;
    FleetView *m_fleetView = nullptr;
    ChartArea *m_charts = nullptr;
    DiscoveredView *m_discovered = nullptr;
    GroupsView *m_groups = nullptr;
    Inspector *m_inspector = nullptr;
    NoticesView *m_notices = nullptr;
    DockTitle *m_discoveredTitle = nullptr;
    QDockWidget *m_discoveredDock = nullptr;
    QDockWidget *m_groupsDock = nullptr;
    QDockWidget *m_inspectorDock = nullptr;
    QDockWidget *m_messagesDock = nullptr;
    QDockWidget *m_alarmsDock = nullptr;  ///< null: there are no alarms
    DockTitle *m_alarmsTitle = nullptr;
    Alarms *m_alarms = nullptr;
    QTimer m_alarmCount;
    Drawer *m_drawer = nullptr;
    DropHint *m_dropHint = nullptr;
    QPointer<SettingsDialog> m_settings;
    QPointer<CalculationsDialog> m_calculationsDialog;
    QPointer<AutomationWindow> m_automationWindow;
    QPointer<SceneWindow> m_sceneWindow;
    Automations *m_automations = nullptr;
    MailSetup *m_mail = nullptr;
    bool m_restored = false;
    bool m_folded = false;
    bool m_detailsWanted = true; ///< beside the middle; the drawer opens on demand
};

} // namespace muster
