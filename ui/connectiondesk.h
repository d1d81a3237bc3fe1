#pragma once

#include "core/diagnostics.h"
#include "ui/connectionsdialog.h"

#include <QObject>
#include <QPointer>

class QMimeData;

namespace muster {

/// The windows around connections: the list, the form, files, and what is dropped on the main window. One list and one form at a time.
class ConnectionDesk : public QObject
{
    Q_OBJECT

public:
    ConnectionDesk(Connections &connections, const Diagnostics &diagnostics, UrlCheck check, QWidget *window);

    /// What a drop would do, as a sentence; empty: nothing.
    [[nodiscard]] QString offer(const QMimeData &data) const;
    void accept(const QMimeData &data);

public Q_SLOTS:
    void add();
    void edit(muster::ConnectionId id);
    void showList();
    void importFile();
    void exportFile();
    void importFrom(const QString &path);
    void showBroker(const muster::BrokerState &broker);

Q_SIGNALS:
    void localBrokerRequested(bool on);
    void consoleRequested(muster::ConnectionId id);
    void topicsRequested(muster::ConnectionId id);
    void topicRulesRequested(muster::ConnectionId id);
    void noted(muster::Severity severity, const QString &text);
    void probeRequested(const QUrl &port, const QString &title, muster::ConnectionForm *form);

private:
    void openForm(const Connection &connection);
    void offerAll(const QList<Connection> &connections, const QString &path);
    [[nodiscard]] QUrl urlOf(const QMimeData &data) const;
    [[nodiscard]] bool isKnown(const QUrl &url) const;

    Connections &m_connections;
    const Diagnostics &m_diagnostics;
    UrlCheck m_check;
    QWidget *m_window = nullptr;
    BrokerState m_broker;
    QPointer<ConnectionsDialog> m_list;
    QPointer<ConnectionForm> m_form;
};

} // namespace muster
