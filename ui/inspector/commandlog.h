#pragma once

#include "core/command.h"

#include <QListWidget>

namespace muster {

class Dispatcher;
class Fleet;

/// The last commands of one device and how they ended, the newest first.
class CommandLog : public QListWidget
{
    Q_OBJECT

public:
    static constexpr int mostLines = 20;

    CommandLog(const Fleet &fleet, const Dispatcher &dispatcher, QWidget *parent = nullptr);

    void setDevice(DeviceId device);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void lineAdded();

private:
    void add(const CommandOutcome &outcome);
    [[nodiscard]] QString words(const CommandOutcome &outcome) const;

    const Fleet &m_fleet;
    const Dispatcher &m_dispatcher;
    DeviceId m_device {};
};

} // namespace muster
