#pragma once

#include "core/connections.h"
#include "core/wire.h"

#include <QHash>
#include <QObject>
#include <QPointer>

class QWidget;

namespace muster {

/// The windows of the consoles, one per connection at most; they go with their connection.
class ConsoleDesk : public QObject
{
    Q_OBJECT

public:
    ConsoleDesk(Connections &connections, Wire *wire, QWidget *window);

    /// Whether there is a wire to listen to at all.
    [[nodiscard]] bool isPossible() const { return m_wire != nullptr; }

public Q_SLOTS:
    void open(muster::ConnectionId id);

Q_SIGNALS:
    /// What came is to be tried with a profile.
    void profileRequested(const QByteArray &bytes);

private:
    void name(ConnectionId id);

    Connections &m_connections;
    Wire *m_wire = nullptr;
    QWidget *m_window = nullptr;
    QHash<ConnectionId, QPointer<QWidget>> m_open;
};

} // namespace muster
