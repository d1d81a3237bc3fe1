#pragma once

#include "core/fleet.h"

#include <QObject>

namespace muster {

/// Sets the stage for `muster --demo`: takes most of the made-up devices into groups, leaves some to be discovered and dragged, and says
/// which metrics make a good first chart. Does its work once, when the devices have appeared.
class Demo : public QObject
{
    Q_OBJECT

public:
    static constexpr int leftToDiscover = 6;

    explicit Demo(Fleet &fleet, QObject *parent = nullptr);

Q_SIGNALS:
    void ready(const QList<muster::MetricId> &firstChart, muster::DeviceId firstDevice);

private:
    void stage();
    [[nodiscard]] GroupId group(const QString &species);

    Fleet &m_fleet;
    QTimer m_settle;
    QHash<QString, GroupId> m_groups;
};

} // namespace muster
