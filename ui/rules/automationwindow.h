#pragma once

#include "rules/automations.h"
#include "ui/rules/automationroom.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QMenu;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace muster {

class UndoBar;

/// All automations: on or off, edited, started, copied as JSON and pasted; below them the last runs of the one that is chosen, line by line.
class AutomationWindow : public QDialog
{
    Q_OBJECT

public:
    AutomationWindow(const AutomationRoom &room, QWidget *parent);

    void select(AutomationId id);

private:
    void build();
    void buildButtons();
    void buildTemplates(QMenu &menu);
    void refresh();
    void showRow(QTreeWidgetItem &item, AutomationId id);
    void refreshRows(const QList<AutomationId> &ids);
    void showRuns();
    [[nodiscard]] QString title() const;
    void toggled(QTreeWidgetItem *item);
    void edit(const Automation &rule);
    void plan(const Automation &rule);
    void removeSelected();
    void copy();
    void paste();
    void tell(const QString &problem);
    [[nodiscard]] QList<AutomationId> selected() const;
    [[nodiscard]] static AutomationId idOf(const QTreeWidgetItem &item);

    AutomationRoom m_room;
    QTreeWidget *m_list;
    QTreeWidget *m_runs;
    QLabel *m_title;
    UndoBar *m_undo;
    QMenu *m_new = nullptr; ///< what a new one can begin with
    QLabel *m_problem;
    QList<QPushButton *> m_forOne;  ///< of use while one is chosen
    QList<QPushButton *> m_forSome;
    AutomationId m_shown {};
    quint64 m_newest = 0;           ///< run that was opened by itself
    bool m_filling = false;
};

} // namespace muster
