#pragma once

#include "codec/profileshelf.h"
#include "core/listening.h"

#include <QObject>

#include <memory>

namespace muster {

class Connections;
class SerialPlugin;

namespace serial {
class PortListener;
}

/// What the serial backend shares with the window: the shelf of profiles and whoever listens to unknown ports. Main thread; the listener lives on
/// muster-io.
class SerialPorts : public QObject
{
    Q_OBJECT

public:
    /// `folder`: of what is installed; empty: nothing can be. Before the first backend is made.
    SerialPorts(Connections &connections, const QString &folder, QObject *parent = nullptr);
    ~SerialPorts() override;

    void start(QThread &io);
    /// Before muster-io ends.
    void stop();
    [[nodiscard]] const codec::ProfileShelf &shelf() const { return m_shelf; }
    [[nodiscard]] Listening &listening() { return m_listening; }
    /// Tells Connections which profiles there are now, and asks for every connection that `changed` may concern to be opened anew.
    void look(const QString &changed = {});

Q_SIGNALS:
    /// A connection that has the port shall let go of it, or may have it back.
    void closeWanted(muster::ConnectionId id);
    void openWanted(muster::ConnectionId id);

private:
    void begin(const ListenOrder &order);
    void ended(quint64 id, const Result<void> &result);

    Connections &m_connections;
    codec::ProfileShelf m_shelf;
    Listening m_listening;
    SerialPlugin *m_plugin = nullptr;
    std::unique_ptr<serial::PortListener> m_listener; ///< lives on muster-io
    quint64 m_order = 0;
    QList<ConnectionId> m_closed;                     ///< while their port is listened to
};

} // namespace muster
