#pragma once

#include "backends/serial/hotplug.h"
#include "backends/serial/port.h"
#include "core/connections.h"

#include <QObject>

namespace muster {

class Inventory;

/// Sees to it that what is plugged in is there to be had: tells Connections which serial ports there are, and when a board is plugged into USB for
/// the first time ever, adds the connection that shows all of them. Once: whoever removes that connection does not get it back. Main thread.
class PortWatch : public QObject
{
    Q_OBJECT

public:
    explicit PortWatch(Connections &connections, serial::ListPorts list = serial::systemPorts, QObject *parent = nullptr);

    /// `text`: what was stored as document().
    void start(const QString &text, Inventory &inventory);
    /// The name of the document in the inventory: whether the connection has been offered.
    [[nodiscard]] static QString document() { return QStringLiteral("serial"); }

private:
    void look();
    void offer();

    Connections &m_connections;
    serial::ListPorts m_list;
    serial::HotPlug m_hotPlug;
    Inventory *m_inventory = nullptr;
    bool m_wasOffered = false;
};

} // namespace muster
