#pragma once

#include "rules/links.h"

#include <QPointer>

class QWidget;

namespace muster {

class LinksWindow;

/// Opens the windows about links.
class LinkDesk : public QObject
{
    Q_OBJECT

public:
    LinkDesk(const Fleet &fleet, Links &links, QWidget *window);

public Q_SLOTS:
    void showLinks();
    /// A new one, with what is known of it.
    void add(const muster::DeviceLink &link);
    /// One that reads this metric.
    void addFor(muster::MetricId metric);
    void edit(muster::LinkId link);

private:
    const Fleet &m_fleet;
    Links &m_links;
    QWidget *m_window;
    QPointer<LinksWindow> m_open;
};

} // namespace muster
