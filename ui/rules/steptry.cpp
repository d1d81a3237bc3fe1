#include "ui/rules/steptry.h"

#include "core/fleet.h"
#include "rules/automationwords.h"
#include "ui/format.h"
#include "ui/icons.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

namespace muster {

StepTry::StepTry(const AutomationRoom &room, std::function<Trial()> current, QWidget *parent)
    : QWidget(parent)
    , m_room(room)
    , m_current(std::move(current))
    , m_button(new QToolButton(parent))
    , m_said(new QLabel(this))
    , m_yes(new QPushButton(tr("Do it now"), this))
    , m_no(new QPushButton(tr("Leave it"), this))
{
    m_button->setIcon(icons::icon("player-play"));
    m_button->setAutoRaise(true);
    m_button->setToolTip(tr("Try this step: do it now, alone"));
    m_button->setAccessibleName(tr("Try this step"));
    m_button->setFocusPolicy(Qt::StrongFocus);
    m_said->setTextFormat(Qt::PlainText);
    m_said->setWordWrap(true);
    m_said->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_said, 1);
    for (QPushButton *button : {m_yes, m_no}) {
        button->setAutoDefault(false);
        row->addWidget(button, 0, Qt::AlignTop);
    }
    hide();
    connect(m_button, &QToolButton::clicked, this, &StepTry::ask);
    connect(m_yes, &QPushButton::clicked, this, [this] { start(m_asked, true); });
    connect(m_no, &QPushButton::clicked, this, [this] {
        m_button->setFocus();
        hide();
    });
    connect(&room.automations, &Automations::stepTried, this, [this](AutomationId trial, bool good, const QString &said) {
        if (m_running.isValid() && trial == m_running)
            tell(good, said);
    });
}

/// What is to be known before it is done; empty: nothing.
QString StepTry::question(const Trial &trial) const
{
    const RuleStep step = trial.rule.steps.value(trial.step);
    const StepReach reach = m_room.automations.reach(step, trial.device);
    QStringList parts;
    if (reach.isDangerous)
        parts.append(tr("This is dangerous."));
    if (reach.devices.size() > 1)
        parts.append(tr("It goes to %n devices.", nullptr, int(reach.devices.size())));
    else if (trial.isExample && step.isForDevices() && step.address.isEmpty() && step.query.isEmpty())
        parts.append(tr("Any of several devices can set it off; tried, it goes to %1.").arg(automationwords::device(m_room.fleet, trial.device)));
    return parts.join(u' ');
}

void StepTry::ask()
{
    const Trial trial = m_current();
    const QString why = question(trial);
    if (why.isEmpty())
        return start(trial, false);
    m_asked = trial;
    m_said->setPalette(palette());
    m_said->setText(why);
    m_yes->setProperty("dangerous", m_room.automations.reach(trial.rule.steps.value(trial.step), trial.device).isDangerous);
    m_yes->style()->polish(m_yes);
    m_yes->setAccessibleName(tr("%1 %2", "what is to be known, what the button does").arg(why, m_yes->text()));
    m_yes->show();
    m_no->show();
    show();
    m_no->setFocus();
}

void StepTry::start(const Trial &trial, bool isAllowed)
{
    m_asked = trial;
    m_yes->hide();
    m_no->hide();
    const Result<AutomationId> started = m_room.automations.tryStep(trial.rule, trial.step, trial.device, isAllowed);
    if (!started)
        return tell(false, started.error().text);
    m_running = *started;
    m_button->setEnabled(false);
    m_said->setPalette(palette());
    m_said->setText(tr("Under way…"));
    show();
}

void StepTry::tell(bool good, const QString &said)
{
    const bool hadFocus = m_running.isValid() && !m_button->isEnabled();
    m_running = {};
    m_button->setEnabled(true);
    if (hadFocus)
        m_button->setFocus();
    QPalette colours = palette();
    if (!good)
        colours.setColor(QPalette::WindowText, theme::colours(colours).alarm);
    m_said->setPalette(colours);
    m_said->setText(good ? tr("Tried: %1").arg(format::plain(said)) : tr("It did not work: %1").arg(format::plain(said)));
    show();
}

void StepTry::forget(const RuleStep &now)
{
    const bool isTried = now.type != RuleStep::Type::Delay && now.type != RuleStep::Type::Wait;
    m_button->setVisible(isTried);
    if (!m_running.isValid() && now != m_asked.rule.steps.value(m_asked.step))
        hide();
}

} // namespace muster
