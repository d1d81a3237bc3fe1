#include "ui/rules/linkdesk.h"

#include "ui/rules/linkdialog.h"
#include "ui/rules/linkswindow.h"

namespace muster {

LinkDesk::LinkDesk(const Fleet &fleet, Links &links, QWidget *window)
    : QObject(window)
    , m_fleet(fleet)
    , m_links(links)
    , m_window(window)
{
}

void LinkDesk::showLinks()
{
    if (!m_open) {
        m_open = new LinksWindow(m_fleet, m_links, m_window);
        connect(m_open, &LinksWindow::newRequested, this, &LinkDesk::add);
        connect(m_open, &LinksWindow::editRequested, this, &LinkDesk::edit);
    }
    m_open->show();
    m_open->raise();
    m_open->activateWindow();
}

void LinkDesk::add(const DeviceLink &link)
{
    (new LinkDialog(m_fleet, m_links, link, m_open ? static_cast<QWidget *>(m_open) : m_window))->show();
}

void LinkDesk::addFor(MetricId metric)
{
    const MetricState *const state = m_fleet.metric(metric);
    const Device *const device = state ? m_fleet.device(state->device) : nullptr;
    if (!device)
        return;
    DeviceLink link;
    link.fromAddress = device->addresses.value(0);
    link.fromKey = state->info.key;
    add(link);
}

void LinkDesk::edit(LinkId id)
{
    if (const DeviceLink *const link = m_links.find(id))
        add(*link);
}

} // namespace muster
