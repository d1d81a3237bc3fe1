#pragma once

#include "core/command.h"
#include "core/device.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace muster {

class CommandRow;
class Dispatcher;
class Fleet;

/// The commands of one device, one row each. Rows are made anew only when what the device takes has changed, so nothing jumps under the hand.
class CommandsPanel : public QWidget
{
    Q_OBJECT

public:
    static constexpr qsizetype mostRows = 100;
    static constexpr int refreshMs = 50;

    CommandsPanel(Fleet &fleet, Dispatcher &dispatcher, QWidget *parent = nullptr);

    void setDevice(DeviceId device);
    [[nodiscard]] bool isEmpty() const { return m_rows.isEmpty(); }

private:
    void sync();
    void dropRows();
    void refreshRows();
    void finish(const CommandOutcome &outcome);

    Fleet &m_fleet;
    Dispatcher &m_dispatcher;
    DeviceId m_device {};
    QList<CommandInfo> m_infos;
    QList<CommandRow *> m_rows;
    QVBoxLayout *m_column;
    QLabel *m_more;
    QTimer m_refresh;
};

} // namespace muster
