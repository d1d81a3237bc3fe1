#pragma once

#include "ui/connectionform.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace muster {

class Diagnostics;

/// Whether the broker on this computer runs; `problem` is a sentence when it should and does not.
struct BrokerState
{
    bool running = false;
    int port = 0;
    QString problem {};
};

/// All connections with their state: add, edit, switch on and off, remove, export, import, and the broker on this computer. Not modal.
class ConnectionsDialog : public QDialog
{
    Q_OBJECT

public:
    ConnectionsDialog(Connections &connections, const Diagnostics &diagnostics, QWidget *parent = nullptr);

    void showBroker(const BrokerState &broker);

Q_SIGNALS:
    void addRequested();
    void editRequested(muster::ConnectionId id);
    void importRequested();
    void exportRequested();
    void localBrokerRequested(bool on);
    void consoleRequested(muster::ConnectionId id);
    void topicsRequested(muster::ConnectionId id);
    void topicRulesRequested(muster::ConnectionId id);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void wire();
    void retranslate();
    void rebuild();
    void refresh(ConnectionId id);
    void updateButtons();
    void askToRemove();
    void editCurrent();
    [[nodiscard]] ConnectionId current() const;

    Connections &m_connections;
    const Diagnostics &m_diagnostics;
    BrokerState m_broker;
    bool m_rebuilding = false;
    QTreeWidget *m_list = nullptr;
    QLabel *m_empty = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_topics = nullptr;
    QPushButton *m_topicRules = nullptr;
    QPushButton *m_console = nullptr;
    QPushButton *m_import = nullptr;
    QPushButton *m_export = nullptr;
    QLabel *m_brokerTitle = nullptr;
    QLabel *m_brokerState = nullptr;
    QPushButton *m_brokerButton = nullptr;
    QPushButton *m_close = nullptr;
};

} // namespace muster
