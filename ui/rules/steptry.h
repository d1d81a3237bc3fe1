#pragma once

#include "rules/automations.h"
#include "ui/rules/automationroom.h"

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace muster {

/// Does one step of an automation at once, as it stands in its line, and says below it what came of it. Asks first where the step is dangerous, goes to
/// several devices, or would go to a device that is a mere example.
class StepTry : public QWidget
{
    Q_OBJECT

public:
    /// What is to be tried, as it stands now.
    struct Trial
    {
        Automation rule {};
        qsizetype step = 0;
        DeviceId device {};     ///< that would have set it off; invalid: none
        bool isExample = false; ///< one of several
    };
    StepTry(const AutomationRoom &room, std::function<Trial()> current, QWidget *parent);

    /// Belongs beside the step.
    [[nodiscard]] QToolButton *button() const { return m_button; }
    /// The step was changed: what was said of it counts no longer.
    void forget(const RuleStep &now);

private:
    void ask();
    void start(const Trial &trial, bool isAllowed);
    void tell(bool good, const QString &said);
    [[nodiscard]] QString question(const Trial &trial) const;

    AutomationRoom m_room;
    std::function<Trial()> m_current;
    QToolButton *m_button;
    QLabel *m_said;
    QPushButton *m_yes;
    QPushButton *m_no;
    AutomationId m_running {}; ///< invalid: none
    Trial m_asked {};
};

} // namespace muster
