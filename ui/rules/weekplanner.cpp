#include "ui/rules/weekplanner.h"

#include "core/fleet.h"
#include "rules/automationwords.h"
#include "ui/format.h"
#include "ui/rules/plantarget.h"
#include "ui/rules/weekplanedit.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace muster {

namespace {

// What a new plan has: a set point that got lost would last until the next change.
constexpr int newRetries = 3;
constexpr Micros newPause = 10'000'000;
constexpr std::array<MissedRuns, 3> policies {MissedRuns::Run, MissedRuns::Skip, MissedRuns::Ask};

bool isPlan(const Trigger &trigger)
{
    return trigger.isSchedule() && trigger.schedule.kind == Schedule::Kind::Week && trigger.schedule.missed != MissedRuns::All;
}

bool sendsValue(const RuleStep &step)
{
    return step.type == RuleStep::Type::Command && step.argument == Value(QStringLiteral("{value}"));
}

} // namespace

WeekPlanner::WeekPlanner(const Fleet &fleet, FleetColumns &columns, Automations &automations, const Automation &rule, QWidget *parent)
    : QDialog(parent)
    , m_fleet(fleet)
    , m_columns(columns)
    , m_automations(automations)
    , m_rule(rule)
    , m_name(new QLineEdit)
    , m_enabled(new QCheckBox(tr("This plan is on")))
    , m_plan(new WeekPlanEdit)
    , m_rows(new QVBoxLayout)
    , m_add(new QPushButton(tr("And to…")))
    , m_missed(new QComboBox)
    , m_atOnce(new QCheckBox(tr("Send the value of now at once")))
    , m_next(new QLabel)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(rule.id.isValid() ? tr("Edit week plan") : tr("New week plan"));
    resize(980, 600);
    build();
    fill();
    m_filling = false;
    changed();
}

bool WeekPlanner::fits(const Automation &rule)
{
    return rule.triggers.size() == 1 && isPlan(rule.triggers.first()) && rule.conditions.isEmpty() && std::all_of(rule.steps.cbegin(), rule.steps.cend(), sendsValue)
        && rule.mode == Automation::Mode::Restart && rule.goOn && !rule.mayBeDangerous;
}

void WeekPlanner::build()
{
    m_name->setMaxLength(int(Automation::maxName));
    m_name->setAccessibleName(tr("Name"));
    m_name->setPlaceholderText(tr("Name, such as “Heating of the living room”"));
    auto *head = new QHBoxLayout;
    head->addWidget(m_name, 1);
    head->addWidget(m_enabled);
    m_rows->setSpacing(4);
    m_next->setTextFormat(Qt::PlainText);
    m_next->setWordWrap(true);
    m_next->setAccessibleName(tr("Next changes"));
    m_next->setMinimumHeight(2 * fontMetrics().lineSpacing());
    m_next->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_store = buttons->addButton(m_rule.id.isValid() ? tr("Save") : tr("Create week plan"), QDialogButtonBox::AcceptRole);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_atOnce);
    foot->addStretch();
    foot->addWidget(buttons);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(10);
    column->addLayout(head);
    column->addWidget(m_plan, 1);
    column->addLayout(m_rows);
    column->addLayout(buildAfter());
    column->addWidget(m_next);
    column->addLayout(foot);
    connect(buttons, &QDialogButtonBox::accepted, this, &WeekPlanner::store);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_name, &QLineEdit::textChanged, this, &WeekPlanner::changed);
    connect(m_plan, &WeekPlanEdit::changed, this, &WeekPlanner::changed);
    connect(m_missed, &QComboBox::currentIndexChanged, this, &WeekPlanner::changed);
    connect(m_add, &QPushButton::clicked, this, [this] { add(RuleStep()); });
}

/// What there is below the commands: one more of them, and what is done after a pause.
QLayout *WeekPlanner::buildAfter()
{
    m_add->setAutoDefault(false);
    m_missed->setAccessibleName(tr("After Muster was not running or the computer slept"));
    m_missed->addItems({tr("send the value that holds then"), tr("wait for the next change"), tr("ask me")});
    auto *after = new QHBoxLayout;
    after->addWidget(m_add);
    after->addStretch();
    auto *word = new QLabel(tr("After a pause of Muster or the computer:"));
    word->setBuddy(m_missed);
    after->addWidget(word);
    after->addWidget(m_missed);
    return after;
}

void WeekPlanner::fill()
{
    const bool isNew = m_rule.triggers.isEmpty();
    m_name->setText(m_rule.name);
    m_enabled->setChecked(m_rule.enabled);
    m_atOnce->setChecked(true);
    if (!isNew) {
        const Schedule &schedule = m_rule.triggers.first().schedule;
        m_plan->set(schedule.blocks, schedule.between);
        m_missed->setCurrentIndex(std::max(0, int(std::find(policies.cbegin(), policies.cend(), schedule.missed) - policies.cbegin())));
    }
    for (const RuleStep &step : std::as_const(m_rule.steps))
        add(step);
    if (m_targets.isEmpty())
        add(RuleStep());
}

void WeekPlanner::add(const RuleStep &step)
{
    auto *row = new PlanTarget(m_fleet, m_columns, step, this);
    m_targets.append(row);
    m_rows->addWidget(row);
    connect(row, &RuleRow::changed, this, &WeekPlanner::changed);
    connect(row, &RuleRow::removeRequested, this, [this, row] {
        m_targets.removeOne(row);
        row->hide();
        row->deleteLater();
        changed();
    });
    changed();
    if (!m_filling)
        row->setFocus();
}

Automation WeekPlanner::rule() const
{
    Automation rule = m_rule;
    if (!rule.id.isValid()) {
        rule.retries = newRetries;
        rule.retryAfter = newPause;
    }
    rule.name = m_name->text();
    rule.enabled = m_enabled->isChecked();
    rule.mode = Automation::Mode::Restart; // a later value makes an earlier one worthless
    rule.goOn = true;                      // one device that does not obey keeps the others from nothing
    Trigger trigger;
    trigger.type = Trigger::Type::Schedule;
    trigger.schedule.kind = Schedule::Kind::Week;
    trigger.schedule.blocks = m_plan->blocks();
    trigger.schedule.between = m_plan->between();
    trigger.schedule.missed = policies.at(size_t(std::max(0, m_missed->currentIndex())));
    rule.triggers = {trigger};
    rule.steps.clear();
    for (const PlanTarget *row : m_targets)
        rule.steps.append(row->step());
    return rule;
}

void WeekPlanner::changed()
{
    if (m_filling)
        return;
    const CommandInfo *const info = m_targets.isEmpty() ? nullptr : m_targets.first()->info();
    const bool isNumber = info && info->argument == ArgumentType::Number;
    m_plan->setRange(isNumber ? info->minimum : 0, isNumber ? info->maximum : 0, isNumber ? info->step : 1, isNumber ? info->unit : QString());
    const Automation now = rule();
    const Result<void> valid = m_automations.check(now);
    m_store->setEnabled(valid.has_value());
    m_next->setForegroundRole(valid ? QPalette::PlaceholderText : QPalette::WindowText);
    if (valid)
        showNext(now);
    else
        m_next->setText(valid.error().text);
}

void WeekPlanner::showNext(const Automation &now)
{
    const Schedule &schedule = now.triggers.first().schedule;
    const QList<Micros> runs = m_automations.upcoming(schedule, shownRuns);
    QStringList texts = automationwords::moments(runs, m_automations.zone());
    for (qsizetype i = 0; i < texts.size(); ++i)
        texts[i] = tr("%1 → %2", "moment, value").arg(texts.at(i), format::number(schedule.valueAt(runs.at(i), m_automations.zone())));
    m_next->setText(tr("Next: %1").arg(texts.join(QStringLiteral(" · "))));
}

void WeekPlanner::store()
{
    const Automation wanted = rule();
    const Result<AutomationId> stored = wanted.id.isValid() ? m_automations.change(wanted).map([&wanted] { return wanted.id; }) : m_automations.add(wanted);
    if (!stored) {
        m_next->setText(stored.error().text);
        return;
    }
    if (m_atOnce->isChecked() && wanted.enabled)
        std::ignore = m_automations.runNow(*stored);
    Q_EMIT this->stored(*stored);
    accept();
}

} // namespace muster
