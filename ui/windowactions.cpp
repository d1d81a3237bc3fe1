#include "ui/windowactions.h"

#include "ui/icons.h"

#include <QAction>
#include <QLocale>
#include <QMenu>
#include <QWidget>

namespace muster {

WindowActions::WindowActions(QWidget *window)
    : QObject(window)
    , m_window(window)
{
    addConnection = make("plus", QKeySequence(QStringLiteral("Ctrl+N")));
    connections = make("plug-connected", QKeySequence(QStringLiteral("Ctrl+Shift+N")));
    importConnections = make("file-import");
    exportConnections = make("file-export");
    profiles = make("usb", QKeySequence(QStringLiteral("Ctrl+Shift+J")));
    installProfile = make("file-import");
    localBroker = make("server", {}, true);
    demo = make("player-play");
    exportChart = make("chart-line", QKeySequence(QStringLiteral("Ctrl+E")));
    exportData = make("file-export", QKeySequence(QStringLiteral("Ctrl+Shift+E")));
    importTable = make("file-import", QKeySequence(QStringLiteral("Ctrl+Shift+I")));
    backUp = make("stack-2");
    restore = make("arrow-back-up");
    quit = make("door-exit", QKeySequence(QStringLiteral("Ctrl+Q")));
    find = make("search", QKeySequence(QStringLiteral("Ctrl+F")));
    settings = make("settings", QKeySequence(QStringLiteral("Ctrl+,")));
    links = make("link", QKeySequence(QStringLiteral("Ctrl+Shift+L")));
    calculated = make("adjustments");
    automations = make("player-play", QKeySequence(QStringLiteral("Ctrl+Shift+U")));
    scenes = make("photo", QKeySequence(QStringLiteral("Ctrl+Shift+S")));
    pause = make("player-pause", QKeySequence(QStringLiteral("Ctrl+Shift+P")), true);
    replay = make("player-skip-forward", QKeySequence(QStringLiteral("Ctrl+R")), true);
    details = make("layout-sidebar-right", QKeySequence(QStringLiteral("Ctrl+I")), true);
    charts = make("heart-rate-monitor", QKeySequence(QStringLiteral("Ctrl+G")), true);
    alarms = make("alert-triangle", QKeySequence(QStringLiteral("Ctrl+Shift+A")), true);
    messages = make("message", QKeySequence(QStringLiteral("Ctrl+M")), true);
    dark = make("moon", QKeySequence(QStringLiteral("Ctrl+Shift+D")), true);
    fullScreen = make("maximize", QKeySequence(Qt::Key_F11), true);
    resetLayout = make("arrow-back-up");
    shortcuts = make("keyboard", QKeySequence(Qt::Key_F1));
    about = make("info-circle");
    openMenu = make("menu-2", QKeySequence(Qt::Key_F10));
    quit->setMenuRole(QAction::QuitRole);
    about->setMenuRole(QAction::AboutRole);
    settings->setMenuRole(QAction::PreferencesRole);
    buildMenu();
    connect(pause, &QAction::toggled, this, &WindowActions::showPause);
    connect(dark, &QAction::toggled, this, &WindowActions::showTheme);
    retranslate();
}

QAction *WindowActions::make(const char *icon, const QKeySequence &key, bool checkable)
{
    auto *action = new QAction(icons::icon(icon), QString(), this);
    action->setShortcut(key);
    action->setCheckable(checkable);
    m_window->addAction(action); // so that the shortcut works while no menu is open
    return action;
}

void WindowActions::buildMenu()
{
    m_menu = new QMenu(m_window);
    m_file = m_menu->addMenu(QString());
    m_file->addActions({addConnection, connections, importConnections, exportConnections});
    m_file->addSeparator();
    m_file->addActions({profiles, installProfile});
    m_file->addSeparator();
    m_file->addActions({localBroker, demo});
    m_file->addSeparator();
    m_file->addActions({exportChart, exportData, importTable});
    m_file->addSeparator();
    m_file->addActions({backUp, restore});
    m_file->addSeparator();
    m_file->addActions({quit});
    m_edit = m_menu->addMenu(QString());
    m_edit->addActions({find, calculated, automations, links, scenes, settings});
    m_view = m_menu->addMenu(QString());
    m_view->addActions({pause, replay, dark, fullScreen, resetLayout});
    m_view->addSeparator();
    m_view->addActions({details, charts, alarms, messages});
    m_help = m_menu->addMenu(QString());
    m_help->addActions({shortcuts, about});
}

QList<QAction *> WindowActions::all() const
{
    return {addConnection, connections, importConnections, exportConnections, profiles, installProfile, localBroker, demo, exportChart, exportData, importTable,
         backUp, restore, find, pause, replay, calculated, automations, links, scenes, settings, dark, details, charts,
        alarms, messages, fullScreen, resetLayout, openMenu, shortcuts, about, quit};
}

void WindowActions::showPause()
{
    pause->setIcon(icons::icon(pause->isChecked() ? "player-play" : "player-pause"));
    pause->setIconText(pause->isChecked() ? tr("Paused") : tr("Live"));
    pause->setToolTip(pause->isChecked() ? tr("The charts stand still, recording continues. Go on (%1)").arg(pause->shortcut().toString(QKeySequence::NativeText))
                                         : tr("Make the charts stand still (%1)").arg(pause->shortcut().toString(QKeySequence::NativeText)));
}

void WindowActions::showAlarms(int open, bool grave)
{
    alarms->setIcon(icons::icon(grave ? "alert-circle" : "alert-triangle"));
    alarms->setIconText(open > 0 ? tr("Alarms %1").arg(QLocale().toString(open)) : QString());
    const QString key = alarms->shortcut().toString(QKeySequence::NativeText);
    alarms->setToolTip(open > 0 ? tr("%n open alarm(s) (%1)", nullptr, open).arg(key) : tr("Alarms (%1)").arg(key));
}

void WindowActions::showTheme()
{
    dark->setIcon(icons::icon(dark->isChecked() ? "sun" : "moon"));
    const QString key = dark->shortcut().toString(QKeySequence::NativeText);
    dark->setToolTip(dark->isChecked() ? tr("Switch to the light theme (%1)").arg(key) : tr("Switch to the dark theme (%1)").arg(key));
}

void WindowActions::retranslate()
{
    m_file->setTitle(tr("&File"));
    m_edit->setTitle(tr("&Edit"));
    m_view->setTitle(tr("&View"));
    m_help->setTitle(tr("&Help"));
    addConnection->setText(tr("&Add connection…"));
    addConnection->setIconText(tr("Add"));
    connections->setText(tr("&Connections…"));
    importConnections->setText(tr("&Import connections…"));
    exportConnections->setText(tr("E&xport connections…"));
    profiles->setText(tr("Device pr&ofiles…"));
    installProfile->setText(tr("Install a profi&le…"));
    localBroker->setText(tr("&Broker on this computer"));
    demo->setText(tr("&Try the demo fleet"));
    exportChart->setText(tr("Export &chart…"));
    exportData->setText(tr("Export &data…"));
    importTable->setText(tr("Import a &table…"));
    backUp->setText(tr("Back &up everything…"));
    restore->setText(tr("&Restore a backup…"));
    quit->setText(tr("&Quit"));
    find->setText(tr("&Find devices"));
    settings->setText(tr("&Settings…"));
    calculated->setText(tr("Calculated &metrics…"));
    automations->setText(tr("A&utomations…"));
    links->setText(tr("&Links…"));
    scenes->setText(tr("S&cenes…"));
    pause->setText(tr("&Pause charts"));
    replay->setText(tr("&Replay"));
    details->setText(tr("&Details"));
    charts->setText(tr("&Charts"));
    alarms->setText(tr("&Alarms"));
    messages->setText(tr("&Messages"));
    dark->setText(tr("Dar&k theme"));
    fullScreen->setText(tr("&Full screen"));
    resetLayout->setText(tr("&Reset layout"));
    shortcuts->setText(tr("&Keyboard shortcuts"));
    about->setText(tr("&About Muster"));
    openMenu->setText(tr("Menu"));
    showPause();
    showTheme();
    showAlarms(0, false);
}

} // namespace muster
