#include "ui/console/consoledesk.h"

#include "ui/console/consoleview.h"
#include "ui/format.h"

namespace muster {

namespace {

constexpr QSize usualSize {720, 480};

} // namespace

ConsoleDesk::ConsoleDesk(Connections &connections, Wire *wire, QWidget *window)
    : QObject(window)
    , m_connections(connections)
    , m_wire(wire)
    , m_window(window)
{
    connect(&connections, &Connections::changed, this, &ConsoleDesk::name);
    connect(&connections, &Connections::removed, this, [this](ConnectionId id) {
        if (QWidget *console = m_open.take(id))
            console->close();
    });
}

void ConsoleDesk::open(ConnectionId id)
{
    if (!m_wire || !m_connections.find(id))
        return;
    QPointer<QWidget> &console = m_open[id];
    if (!console) {
        auto *view = new ConsoleView(*m_wire, id, m_window);
        connect(view, &ConsoleView::profileRequested, this, &ConsoleDesk::profileRequested);
        console = view;
        console->setWindowFlag(Qt::Window);
        console->setAttribute(Qt::WA_DeleteOnClose);
        console->resize(usualSize);
        name(id);
    }
    console->show();
    console->raise();
    console->activateWindow();
    console->setFocus();
}

void ConsoleDesk::name(ConnectionId id)
{
    const Connection *connection = m_connections.find(id);
    if (QWidget *console = m_open.value(id); console && connection)
        console->setWindowTitle(tr("Console of %1").arg(format::plain(connection->name, 100)));
}

} // namespace muster
