#include "ui/rules/rulerow.h"

#include "core/fleet.h"
#include "query/fleetcolumns.h"
#include "ui/chart/flowlayout.h"
#include "ui/icons.h"
#include "ui/rules/devicechoice.h"
#include "ui/rules/durationedit.h"
#include "ui/rules/numberbox.h"
#include "ui/rules/scheduleedit.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace muster {

namespace {

constexpr double widest = 1e12;

bool hasWord(const Trigger &trigger)
{
    return trigger.type == Trigger::Type::ChangesTo || trigger.isAboutAlarm() || trigger.isTold();
}

} // namespace

RuleRow::RuleRow(const Fleet &fleet, FleetColumns &columns, const QString &name, QWidget *parent)
    : QFrame(parent)
    , m_fleet(fleet)
    , m_columns(columns)
    , m_fields(new QWidget(this))
    , m_line(new FlowLayout(m_fields, 4))
{
    setAccessibleName(name);
    auto *remove = new QToolButton(this);
    remove->setIcon(icons::icon("x"));
    remove->setAutoRaise(true);
    remove->setToolTip(tr("Take this line away"));
    remove->setAccessibleName(tr("Take this line away"));
    connect(remove, &QToolButton::clicked, this, &RuleRow::removeRequested);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred); // Minimum would keep room for one field below the other
    policy.setHeightForWidth(true);
    m_fields->setSizePolicy(policy);
    m_row = new QHBoxLayout(this);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(4);
    m_column = new QVBoxLayout;
    m_column->setSpacing(4);
    m_column->addWidget(m_fields);
    m_row->addLayout(m_column, 1);
    m_row->addWidget(remove, 0, Qt::AlignTop);
}

void RuleRow::put(QWidget *widget)
{
    m_line->addWidget(widget);
}

void RuleRow::putBelow(QWidget *widget)
{
    m_column->addWidget(widget);
}

void RuleRow::putBeside(QWidget *button)
{
    m_row->insertWidget(1, button, 0, Qt::AlignTop);
}

QLabel *RuleRow::say(const QString &word)
{
    auto *label = new QLabel(word);
    label->setTextFormat(Qt::PlainText);
    label->setMinimumHeight(28);
    put(label);
    return label;
}

QComboBox *RuleRow::choice(const QString &name, const QStringList &words)
{
    auto *box = new QComboBox;
    box->setAccessibleName(name);
    box->addItems(words);
    put(box);
    connect(box, &QComboBox::currentIndexChanged, this, &RuleRow::changed);
    return box;
}

QComboBox *RuleRow::metricField()
{
    auto *box = new QComboBox;
    box->setEditable(true);
    box->setAccessibleName(tr("Metric"));
    box->setMinimumContentsLength(14);
    box->addItems(m_columns.vocabulary().metrics);
    put(box);
    connect(box, &QComboBox::currentTextChanged, this, &RuleRow::changed);
    return box;
}

QDoubleSpinBox *RuleRow::numberField(const QString &name)
{
    auto *box = new NumberBox;
    box->setAccessibleName(name);
    box->setRange(-widest, widest);
    box->setDecimals(3);
    box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    box->setMaximumWidth(130);
    box->setMinimumHeight(28);
    put(box);
    connect(box, &QDoubleSpinBox::valueChanged, this, &RuleRow::changed);
    return box;
}

QLineEdit *RuleRow::textField(const QString &name, const QString &placeholder)
{
    auto *edit = new QLineEdit;
    edit->setAccessibleName(name);
    edit->setPlaceholderText(placeholder);
    edit->setMinimumWidth(140);
    put(edit);
    connect(edit, &QLineEdit::textChanged, this, &RuleRow::changed);
    return edit;
}

DurationEdit *RuleRow::spanField(const QString &name)
{
    auto *edit = new DurationEdit(name);
    put(edit);
    connect(edit, &DurationEdit::changed, this, &RuleRow::changed);
    return edit;
}

DeviceChoice *RuleRow::deviceField(bool own, bool search)
{
    auto *choice = new DeviceChoice(m_fleet, m_columns, own, search);
    put(choice);
    connect(choice, &DeviceChoice::changed, this, &RuleRow::changed);
    return choice;
}

void RuleRow::showEach(const QList<QWidget *> &widgets, bool shown)
{
    for (QWidget *widget : widgets)
        widget->setVisible(shown);
}

// --- when

TriggerRow::TriggerRow(const Fleet &fleet, FleetColumns &columns, const Automations &automations, const Trigger &trigger, QWidget *parent)
    : RuleRow(fleet, columns, tr("When"), parent)
    , m_trigger(trigger)
    , m_key(metricField())
    , m_of(say(tr("of")))
    , m_devices(deviceField(false, true))
    , m_type(choice(tr("What happens"), {tr("rises above"), tr("falls below"), tr("comes between"), tr("leaves"), tr("changes to"), tr("is silent"), tr("appears"),
                  tr("goes offline"), tr("has a new alarm"), tr("has an alarm less"), tr("a person starts it"), tr("it is time"), tr("it is told from outside")}))
    , m_limit(numberField(tr("Limit")))
    , m_and(say(tr("and")))
    , m_upper(numberField(tr("Upper limit")))
    , m_word(textField(tr("Value"), tr("on")))
    , m_back(say(tr("and again after coming back by")))
    , m_hysteresis(numberField(tr("Hysteresis")))
    , m_for(say(tr("for")))
    , m_hold(spanField(tr("For how long")))
    , m_schedule(new ScheduleEdit(automations, trigger.schedule))
{
    putBelow(m_schedule);
    connect(m_schedule, &ScheduleEdit::changed, this, &RuleRow::changed);
    m_hysteresis->setMinimum(0);
    m_type->setCurrentIndex(int(trigger.type));
    m_key->setCurrentText(trigger.key);
    m_devices->offerAll();
    m_devices->set(trigger.address, trigger.query);
    m_limit->setValue(trigger.limit);
    m_upper->setValue(trigger.upper);
    m_word->setText(trigger.word);
    m_hysteresis->setValue(trigger.hysteresis);
    m_hold->setValue(trigger.hold);
    connect(this, &RuleRow::changed, this, &TriggerRow::showWhatCounts);
    showWhatCounts();
}

void TriggerRow::showWhatCounts()
{
    using Type = Trigger::Type;
    const Trigger now = trigger();
    const bool isBand = now.type == Type::Inside || now.type == Type::Outside;
    const bool isLimit = isBand || now.type == Type::Above || now.type == Type::Below;
    showEach({m_key}, now.isAboutMetric());
    showEach({m_of}, now.isAboutMetric());
    showEach({m_devices}, now.type < Type::Manual);
    showEach({m_limit, m_back, m_hysteresis}, isLimit);
    showEach({m_and, m_upper}, isBand);
    showEach({m_word}, hasWord(now));
    m_word->setPlaceholderText(now.isAboutAlarm() ? tr("any alarm, or its name") : now.isTold() ? tr("a name of its own") : tr("on"));
    m_word->setToolTip(now.isTold() ? tr("Set off by the command: muster --tell “name”") : QString());
    showEach({m_for, m_hold}, now.isAboutMetric() || now.isAboutPresence());
    showEach({m_schedule}, now.isSchedule());
}

DeviceId TriggerRow::example() const
{
    return m_devices->example();
}

bool TriggerRow::lacksSearch() const
{
    return Trigger::Type(m_type->currentIndex()) < Trigger::Type::Manual && m_devices->lacksSearch();
}

Trigger TriggerRow::trigger() const
{
    Trigger trigger = m_trigger;
    trigger.type = Trigger::Type(m_type->currentIndex());
    const bool hasDevices = trigger.type < Trigger::Type::Manual;
    trigger.key = trigger.isAboutMetric() ? m_key->currentText().trimmed() : QString();
    trigger.address = hasDevices ? m_devices->address() : QString();
    trigger.query = hasDevices ? m_devices->query() : QString();
    trigger.limit = m_limit->value();
    trigger.upper = m_upper->value();
    trigger.hysteresis = m_hysteresis->value();
    trigger.word = hasWord(trigger) ? m_word->text().trimmed() : QString();
    trigger.hold = trigger.isAboutMetric() || trigger.isAboutPresence() ? m_hold->value() : 0;
    trigger.schedule = trigger.isSchedule() ? m_schedule->schedule() : Schedule();
    return trigger;
}

} // namespace muster
