#pragma once

#include "rules/links.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace muster {

class LinkEnds;
class LinkMap;
class UndoBar;

/// All links: what there is to link on both sides, the map between them, and the list below. Deletes itself.
class LinksWindow : public QDialog
{
    Q_OBJECT

public:
    LinksWindow(const Fleet &fleet, Links &links, QWidget *parent);

Q_SIGNALS:
    /// With what is known of it so far.
    void newRequested(const muster::DeviceLink &link);
    void editRequested(muster::LinkId link);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    [[nodiscard]] QWidget *makeEnds(LinkEnds *ends, const QString &title);
    [[nodiscard]] QWidget *makeMap();
    [[nodiscard]] QLayout *makeButtons();
    void listen();
    void refresh();
    void refreshStates();
    void showState(QTreeWidgetItem *item, const DeviceLink &link);
    void showButtons();
    void toggled(QTreeWidgetItem *item);
    void select(LinkId link);
    void ask(MetricId metric, DeviceId device, const QString &key);
    void removeSelected();
    void copy();
    void paste();
    [[nodiscard]] QList<LinkId> selected() const;

    const Fleet &m_fleet;
    Links &m_links;
    LinkEnds *m_metrics;
    LinkEnds *m_commands;
    LinkMap *m_map;
    QTreeWidget *m_list;
    QPushButton *m_edit = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_again = nullptr;
    QPushButton *m_copy = nullptr;
    QLabel *m_problem = nullptr;
    UndoBar *m_undo = nullptr;
    bool m_filling = false;
};

} // namespace muster
