#pragma once

#include "rules/alarms.h"

#include <QWidget>

#include <array>

class QComboBox;
class QMenu;
class QPushButton;
class QStackedWidget;
class QToolButton;
class QTreeView;
class QTreeWidget;

namespace muster {

class AlarmModel;
class EmptyState;

/// The alarms: how many of each severity, which of them, and what is done about them, by mouse and by keyboard. Rules with few alarms are open,
/// those with many closed, so that a storm stays a line.
class AlarmView : public QWidget
{
    Q_OBJECT

public:
    static constexpr int mostOpen = 20; ///< alarms of a rule that is opened by itself
    static constexpr int mostLogged = 1'000; ///< lines of the log that are shown

    AlarmView(const Fleet &fleet, Alarms &alarms, QWidget *parent = nullptr);

public Q_SLOTS:
    void acknowledgeSelected();
    void acknowledgeWithComment();
    void shelveSelected(qint64 seconds);
    void unshelveSelected();
    /// Of those that automations raised.
    void clearSelected();

Q_SIGNALS:
    void newRequested();
    void rulesRequested();
    void editRequested(muster::AlarmRuleId rule);
    void plotRequested(const QList<muster::MetricId> &metrics);
    void deviceRequested(muster::DeviceId device);

private:
    [[nodiscard]] QWidget *makeBar();
    void makeTree();
    void makeActions();
    void refresh();
    void filter();
    void openFew();
    void popupMenu(const QPoint &at);
    void fillShelf(QMenu &menu);
    void showLog(bool shown);
    [[nodiscard]] QList<AlarmKey> selected() const;
    [[nodiscard]] QString words(const QModelIndex &index, int role) const;
    [[nodiscard]] QString ruleWords(AlarmRuleId rule, int column, int count) const;

    const Fleet &m_fleet;
    Alarms &m_alarms;
    AlarmModel *m_model;
    QTreeView *m_tree;
    QTreeWidget *m_log;
    EmptyState *m_empty;
    QStackedWidget *m_pages;
    std::array<QToolButton *, alarmSeverities> m_severities {};
    QComboBox *m_state = nullptr;
    QPushButton *m_acknowledge = nullptr;
    QPushButton *m_shelve = nullptr;
    QToolButton *m_logged = nullptr;
    QTimer m_refresh;
    QSet<AlarmRuleId> m_open; ///< while the tree is made anew
    QSet<AlarmRuleId> m_met; ///< opened by itself once, if it was to be; from then on a person decides
};

} // namespace muster
