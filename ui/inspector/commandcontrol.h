#pragma once

#include "core/device.h"
#include "core/fleet.h"

#include <QWidget>

namespace muster {

/// The control of one command: a switch, a slider with a field, a list, a line or a button. Shows what the device reports and asks for what a person
/// sets; what is being edited is left alone until it was sent or given up (Esc).
class CommandControl : public QWidget
{
    Q_OBJECT

public:
    [[nodiscard]] static CommandControl *make(const CommandInfo &info, QWidget *parent);

    /// The metric that shows the command's effect; null: the device reports none.
    virtual void report(const MetricState *state) = 0;

Q_SIGNALS:
    void asked(const muster::Value &argument);

protected:
    using QWidget::QWidget;
};

} // namespace muster
