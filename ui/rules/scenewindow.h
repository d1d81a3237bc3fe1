#pragma once

#include "rules/scenes.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace muster {

class UndoBar;

/// All scenes: made, edited, applied, copied as JSON and pasted; below them what the one that is chosen sets, and how that went the last time.
class SceneWindow : public QDialog
{
    Q_OBJECT

public:
    /// All of it outlives the window.
    SceneWindow(const Fleet &fleet, Scenes &scenes, QWidget *parent);

    void select(SceneId id);
    /// Opens the form for a new one of what these devices are now; none: to be chosen there.
    void capture(const QList<DeviceId> &devices);

private:
    void build();
    QLayout *makeButtons();
    QLayout *makeQuestion();
    void refresh();
    void refreshRows();
    void showRow(QTreeWidgetItem &item, const Scene &scene);
    void showValues();
    void showFailures(const Scene &scene);
    void showButtons();
    void edit(const Scene &scene);
    void ask();
    void apply(bool mayBeDangerous);
    void stop();
    void removeSelected();
    void copy();
    void paste();
    void tell(const QString &sentence);
    [[nodiscard]] QList<SceneId> selected() const;
    [[nodiscard]] const Scene *current() const; ///< the only one that is selected
    [[nodiscard]] static QString outcome(const SceneRun &run);

    const Fleet &m_fleet;
    Scenes &m_scenes;
    QTreeWidget *m_list;
    QTreeWidget *m_values;
    QLabel *m_title;
    QLabel *m_problem;
    QWidget *m_question;       ///< about dangerous commands
    QLabel *m_asked;
    UndoBar *m_undo;
    QPushButton *m_edit = nullptr;
    QPushButton *m_apply = nullptr;
    QPushButton *m_stop = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_copy = nullptr;
    SceneId m_askedFor {};
    QTimer m_progress;         ///< gathers what is told of commands that ended
};

} // namespace muster
