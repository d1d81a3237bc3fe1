#pragma once

#include "rules/alarms.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace muster {

class UndoBar;

/// All alarm rules: on or off, edited, deleted, copied as JSON and pasted. Deletes itself.
class AlarmRulesDialog : public QDialog
{
    Q_OBJECT

public:
    AlarmRulesDialog(const Fleet &fleet, Alarms &alarms, QWidget *parent);

Q_SIGNALS:
    void newRequested();
    void editRequested(muster::AlarmRuleId rule);

private:
    void build();
    void refresh();
    void toggled(QTreeWidgetItem *item);
    void removeSelected();
    void copy();
    void paste();
    [[nodiscard]] QList<AlarmRuleId> selected() const;

    const Fleet &m_fleet;
    Alarms &m_alarms;
    QTreeWidget *m_list;
    QPushButton *m_edit = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_copy = nullptr;
    QLabel *m_problem = nullptr;
    UndoBar *m_undo = nullptr;
    bool m_filling = false;
};

} // namespace muster
