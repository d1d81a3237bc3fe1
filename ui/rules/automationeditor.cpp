#include "ui/rules/automationeditor.h"

#include "core/fleet.h"
#include "rules/automationwords.h"
#include "ui/rules/devicechoice.h"
#include "ui/rules/durationedit.h"
#include "ui/rules/rulelist.h"
#include "ui/rules/rulerow.h"
#include "ui/rules/trialdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace muster {

AutomationEditor::AutomationEditor(const AutomationRoom &room, const Automation &rule, QWidget *parent)
    : QDialog(parent)
    , m_room(room)
    , m_rule(rule)
    , m_name(new QLineEdit)
    , m_enabled(new QCheckBox(tr("This automation is on")))
    , m_mode(new QComboBox)
    , m_most(new QSpinBox)
    , m_perDevice(new QCheckBox(tr("for each device by itself")))
    , m_retries(new QSpinBox)
    , m_retryAfter(new DurationEdit(tr("Pause before a command is repeated")))
    , m_goOn(new QCheckBox(tr("Go on after a step that failed")))
    , m_late(new QComboBox)
    , m_dangerous(new QCheckBox(tr("May send dangerous commands without asking")))
    , m_sentence(new QLabel)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(rule.id.isValid() ? tr("Edit automation") : tr("New automation"));
    rulelist::resize(*this, {900, 620});
    build();
    fill();
    m_filling = false;
    changed();
}

void AutomationEditor::build()
{
    m_name->setMaxLength(int(Automation::maxName));
    m_name->setAccessibleName(tr("Name"));
    m_name->setPlaceholderText(tr("Name"));
    auto *head = new QHBoxLayout;
    head->addWidget(m_name, 1);
    head->addWidget(m_enabled);
    auto *inside = new QWidget;
    auto *parts = new QVBoxLayout(inside);
    parts->setSpacing(12);
    m_when = part(*parts, tr("When"), tr("Or when…"));
    m_if = part(*parts, tr("If"), tr("Only if…"));
    m_then = part(*parts, tr("Then"), tr("Then…"));
    parts->addWidget(buildMore());
    parts->addStretch();
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(inside);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setMinimumHeight(2 * fontMetrics().lineSpacing());
    m_sentence->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_try = buttons->addButton(tr("Try on the past…"), QDialogButtonBox::ActionRole);
    m_try->setAutoDefault(false);
    m_try->setToolTip(tr("When it would have been set off lately, and what it would have done. Nothing is sent."));
    m_store = buttons->addButton(m_rule.id.isValid() ? tr("Save") : tr("Create automation"), QDialogButtonBox::AcceptRole);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addLayout(head);
    column->addWidget(scroll, 1);
    column->addWidget(m_sentence);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &AutomationEditor::store);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_try, &QPushButton::clicked, this, &AutomationEditor::tryOut);
    connect(m_name, &QLineEdit::textChanged, this, &AutomationEditor::changed);
    connect(m_when.add, &QPushButton::clicked, this, [this] { add(Trigger()); });
    connect(m_if.add, &QPushButton::clicked, this, [this] { add(RuleCondition()); });
    connect(m_then.add, &QPushButton::clicked, this, [this] { add(RuleStep()); });
}

AutomationEditor::Part AutomationEditor::part(QVBoxLayout &column, const QString &heading, const QString &more)
{
    auto *title = new QLabel(heading);
    QFont font = title->font();
    font.setBold(true);
    title->setFont(font);
    column.addWidget(title);
    Part part;
    part.rows = new QVBoxLayout;
    part.rows->setSpacing(8);
    column.addLayout(part.rows);
    part.add = new QPushButton(more);
    part.add->setAutoDefault(false);
    column.addWidget(part.add, 0, Qt::AlignLeft);
    return part;
}

QWidget *AutomationEditor::buildMore()
{
    auto *more = new QWidget;
    auto *form = new QFormLayout(more);
    form->setContentsMargins(0, 0, 0, 0);
    m_mode->setAccessibleName(tr("Set off again while it runs"));
    m_mode->addItems({tr("let it finish"), tr("start anew"), tr("run again afterwards"), tr("run beside it")});
    m_most->setRange(1, Automation::maxRuns);
    m_most->setAccessibleName(tr("Runs at most"));
    auto *mode = new QHBoxLayout;
    mode->addWidget(m_mode);
    auto *most = new QLabel(tr("at most"));
    mode->addWidget(most);
    mode->addWidget(m_most);
    m_perDevice->setToolTip(tr("Runs that another device set off are not in the way"));
    mode->addWidget(m_perDevice);
    mode->addStretch();
    form->addRow(tr("Set off again while it runs"), mode);
    connect(m_mode, &QComboBox::currentIndexChanged, this, [this, most](int chosen) {
        most->setVisible(chosen >= int(Automation::Mode::Queued));
        m_most->setVisible(chosen >= int(Automation::Mode::Queued));
    });
    m_mode->setCurrentIndex(1); // so that filling it in is a change
    m_retries->setRange(0, Automation::maxRetries);
    m_retries->setAccessibleName(tr("How often a failed command is repeated"));
    m_retries->setSuffix(tr(" times"));
    m_retries->setSpecialValueText(tr("not"));
    auto *retries = new QHBoxLayout;
    retries->addWidget(m_retries);
    retries->addWidget(new QLabel(tr("each after")));
    retries->addWidget(m_retryAfter);
    retries->addStretch();
    form->addRow(tr("Repeat a command that failed"), retries);
    m_late->setAccessibleName(tr("What came due while Muster was not running"));
    m_late->addItems({tr("do it late"), tr("skip it")});
    auto *late = new QHBoxLayout;
    late->addWidget(m_late);
    late->addStretch();
    form->addRow(tr("Came due while Muster was not running"), late);
    form->addRow(QString(), m_goOn);
    form->addRow(QString(), m_dangerous);
    return more;
}

void AutomationEditor::fill()
{
    m_name->setText(m_rule.name);
    m_enabled->setChecked(m_rule.enabled);
    m_mode->setCurrentIndex(int(m_rule.mode));
    m_most->setValue(m_rule.most);
    m_perDevice->setChecked(m_rule.perDevice);
    m_retries->setValue(m_rule.retries);
    m_retryAfter->setValue(m_rule.retryAfter);
    m_late->setCurrentIndex(m_rule.runLate ? 0 : 1);
    m_goOn->setChecked(m_rule.goOn);
    m_dangerous->setChecked(m_rule.mayBeDangerous);
    for (const Trigger &trigger : std::as_const(m_rule.triggers))
        add(trigger);
    for (const RuleCondition &condition : std::as_const(m_rule.conditions))
        add(condition);
    for (const RuleStep &step : std::as_const(m_rule.steps))
        add(step);
    if (m_triggers.isEmpty())
        add(Trigger());
    if (m_steps.isEmpty())
        add(RuleStep());
}

template<class Row>
void AutomationEditor::adopt(Row *row, QList<Row *> &rows, const Part &part)
{
    rows.append(row);
    part.rows->addWidget(row);
    connect(row, &RuleRow::changed, this, &AutomationEditor::changed);
    connect(row, &RuleRow::removeRequested, this, [this, row, &rows] {
        rows.removeOne(row);
        row->hide();
        row->deleteLater();
        changed();
    });
    changed();
    if (!m_filling)
        row->setFocus();
}

void AutomationEditor::add(const Trigger &trigger)
{
    adopt(new TriggerRow(m_room.fleet, m_room.columns, m_room.automations, trigger, this), m_triggers, m_when);
}

void AutomationEditor::add(const RuleCondition &condition)
{
    adopt(new ConditionRow(m_room.fleet, m_room.columns, condition, false, this), m_conditions, m_if);
}

void AutomationEditor::add(const RuleStep &step)
{
    auto *row = new StepRow(m_room.fleet, m_room.columns, m_room.scenes, step, this);
    offerTrial(row);
    adopt(row, m_steps, m_then);
}

void AutomationEditor::offerTrial(StepRow *row)
{
    auto *trial = new StepTry(m_room, [this, row] { return trialOf(row); }, row);
    row->putBeside(trial->button());
    row->putBelow(trial);
    connect(row, &RuleRow::changed, trial, [row, trial] { trial->forget(row->step()); });
    trial->forget(row->step());
}

/// A device is meant where the first thing that sets it off is about one; of those that are about several, one is an example.
StepTry::Trial AutomationEditor::trialOf(const StepRow *row) const
{
    StepTry::Trial trial {rule(), m_steps.indexOf(row), {}, false};
    const Trigger first = trial.rule.triggers.value(0);
    if (first.type >= Trigger::Type::Manual)
        return trial;
    trial.device = m_triggers.first()->example();
    trial.isExample = first.address.isEmpty();
    return trial;
}

Automation AutomationEditor::rule() const
{
    Automation rule = m_rule;
    rule.name = m_name->text();
    rule.enabled = m_enabled->isChecked();
    rule.mode = Automation::Mode(m_mode->currentIndex());
    rule.most = m_most->value();
    rule.perDevice = m_perDevice->isChecked();
    rule.retries = m_retries->value();
    rule.retryAfter = m_retryAfter->value();
    rule.runLate = m_late->currentIndex() == 0;
    rule.goOn = m_goOn->isChecked();
    rule.mayBeDangerous = m_dangerous->isChecked();
    rule.triggers.clear();
    for (const TriggerRow *row : m_triggers)
        rule.triggers.append(row->trigger());
    rule.conditions.clear();
    for (const ConditionRow *row : m_conditions)
        rule.conditions.append(row->condition());
    rule.steps.clear();
    for (const StepRow *row : m_steps)
        rule.steps.append(row->step());
    return rule;
}

void AutomationEditor::changed()
{
    if (m_filling)
        return;
    if (!m_triggers.isEmpty()) {
        const DeviceId example = m_triggers.first()->example();
        const QList<StepRow *> steps = m_steps;
        for (StepRow *row : steps)
            row->setExample(example);
    }
    const Automation now = rule();
    const Result<void> valid = check(now);
    m_store->setEnabled(valid.has_value());
    m_try->setEnabled(valid.has_value());
    m_sentence->setText(valid ? automationwords::sentence(now, m_room.fleet) : valid.error().text);
}

Result<void> AutomationEditor::check(const Automation &rule) const
{
    const auto lacks = [](const auto *row) { return row->lacksSearch(); };
    if (std::any_of(m_triggers.cbegin(), m_triggers.cend(), lacks) || std::any_of(m_steps.cbegin(), m_steps.cend(), lacks))
        return failure(Error::Code::Invalid, tr("“Every device that fits” needs a search: write which ones, name:* for all."));
    return m_room.automations.check(rule);
}

void AutomationEditor::tryOut()
{
    (new TrialDialog(m_room, rule(), this))->show();
}

void AutomationEditor::store()
{
    const Automation wanted = rule();
    const Result<AutomationId> stored = wanted.id.isValid() ? m_room.automations.change(wanted).map([&wanted] { return wanted.id; }) : m_room.automations.add(wanted);
    if (!stored) {
        m_sentence->setText(stored.error().text);
        return;
    }
    Q_EMIT this->stored(*stored);
    accept();
}

} // namespace muster
