#pragma once

#include "core/command.h"
#include "core/device.h"

#include <QWidget>

class QLabel;
class QLayout;
class QPushButton;

namespace muster {

class CommandControl;
class Dispatcher;
class Fleet;

/// One command of a device: its name, its control, and below them what was asked for while it is under way, a question before something dangerous, or
/// why it cannot be sent.
class CommandRow : public QWidget
{
    Q_OBJECT

public:
    CommandRow(Fleet &fleet, Dispatcher &dispatcher, DeviceId device, const CommandInfo &info, QWidget *parent);

    [[nodiscard]] const CommandInfo &info() const { return m_info; }
    /// The device reported something: shows it.
    void refresh();
    void finish(const CommandOutcome &outcome);

private:
    void build();
    [[nodiscard]] QLayout *makeLine();
    void buildQuestion();
    void ask(const Value &argument);
    void submit(const Value &argument);
    void say(const QString &text, bool isTrouble);

    Fleet &m_fleet;
    Dispatcher &m_dispatcher;
    DeviceId m_device;
    CommandInfo m_info;
    CommandControl *m_control;
    QLabel *m_note;
    QWidget *m_question;
    QLabel *m_questionText;
    QPushButton *m_confirm;
    CommandId m_pending {};
    Value m_asked {};
};

} // namespace muster
