#pragma once

#include <QKeySequence>
#include <QObject>

class QAction;
class QMenu;

namespace muster {

/// What the main window can do, each with its shortcut and icon: the same actions in the menu, in the tool bar and on the keyboard.
/// MainWindow connects them.
class WindowActions : public QObject
{
    Q_OBJECT

public:
    explicit WindowActions(QWidget *window);

    void retranslate();
    /// What the alarm button says: how many are open, and whether one is major or worse.
    void showAlarms(int open, bool grave);
    /// The whole menu, for the ☰ button. Rebuilt by retranslate(); the pointer stays.
    [[nodiscard]] QMenu *menu() const { return m_menu; }
    [[nodiscard]] QList<QAction *> all() const;
    /// Where the window hangs the switches of its docks.
    [[nodiscard]] QMenu *viewMenu() const { return m_view; }

    QAction *addConnection = nullptr;
    QAction *connections = nullptr;
    QAction *importConnections = nullptr;
    QAction *exportConnections = nullptr;
    QAction *profiles = nullptr;     ///< how devices on serial ports are read
    QAction *installProfile = nullptr;
    QAction *localBroker = nullptr;  ///< checked while it runs
    QAction *demo = nullptr;
    QAction *exportChart = nullptr;
    QAction *exportData = nullptr;
    QAction *importTable = nullptr;
    QAction *backUp = nullptr;
    QAction *restore = nullptr;
    QAction *quit = nullptr;
    QAction *find = nullptr;
    QAction *settings = nullptr;
    QAction *links = nullptr;        ///< metrics that command other devices
    QAction *calculated = nullptr;   ///< the calculated metrics
    QAction *automations = nullptr;  ///< what happens without a person
    QAction *scenes = nullptr;       ///< states of devices under a name
    QAction *pause = nullptr;        ///< checked: charts stand still
    QAction *replay = nullptr;       ///< checked: the window shows a past moment
    QAction *details = nullptr;      ///< checked: the inspector is seen
    QAction *charts = nullptr;       ///< checked: the chart area is seen
    QAction *alarms = nullptr;       ///< checked: the alarms are seen
    QAction *messages = nullptr;     ///< checked: the messages are seen
    QAction *dark = nullptr;         ///< checked: dark
    QAction *fullScreen = nullptr;
    QAction *resetLayout = nullptr;
    QAction *shortcuts = nullptr;
    QAction *about = nullptr;
    QAction *openMenu = nullptr;     ///< F10

private:
    [[nodiscard]] QAction *make(const char *icon, const QKeySequence &key = {}, bool checkable = false);
    void buildMenu();
    void showPause();
    void showTheme();

    QWidget *m_window = nullptr;
    QMenu *m_menu = nullptr;
    QMenu *m_file = nullptr;
    QMenu *m_edit = nullptr;
    QMenu *m_view = nullptr;
    QMenu *m_help = nullptr;
};

} // namespace muster
