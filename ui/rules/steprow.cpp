#include "ui/rules/rulerow.h"

#include "core/fleet.h"
#include "core/mail.h"
#include "rules/scenes.h"
#include "ui/format.h"
#include "ui/rules/alarmwords.h"
#include "ui/rules/devicechoice.h"
#include "ui/rules/durationedit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>

#include <algorithm>

namespace muster {

namespace {

bool hasText(RuleStep::Type type)
{
    using Type = RuleStep::Type;
    return type == Type::Notify || type == Type::Notice || type == Type::Webhook || type == Type::Mail || type == Type::RaiseAlarm;
}

} // namespace

StepRow::StepRow(const Fleet &fleet, FleetColumns &columns, const Scenes &scenes, const RuleStep &step, QWidget *parent)
    : RuleRow(fleet, columns, tr("Then"), parent)
    , m_step(step)
    , m_type(choice(tr("What is done"), {tr("send the command"), tr("wait"), tr("wait until"), tr("tell on the desktop"), tr("write the message"), tr("apply the scene"), tr("tell the web address"), tr("send an e-mail"),
                  tr("raise the alarm"), tr("clear the alarm")}))
    , m_key(choice(tr("Command"), {}))
    , m_to(say(tr("=")))
    , m_value(choice(tr("Value"), {}))
    , m_of(say(tr("to")))
    , m_devices(deviceField(true, true))
    , m_span(nullptr)
    , m_until(nullptr)
    , m_goOn(new QCheckBox(tr("go on all the same")))
    , m_url(textField(tr("Web address"), QStringLiteral("https://example.org/hook")))
    , m_recipient(textField(tr("To"), tr("whom the settings name")))
    , m_subject(textField(tr("Subject"), tr("{rule}: {device}")))
    , m_text(nullptr)
    , m_scene(choice(tr("Scene"), {}))
    , m_alarm(textField(tr("Name of the alarm"), tr("its name")))
    , m_gravity(choice(tr("Severity"), {}))
    , m_aboutWord(say(tr("of")))
    , m_about(deviceField(true, false))
{
    m_text = textField(tr("Text"), tr("{device} is at {value}"));
    for (int n = 0; n < alarmSeverities; ++n)
        m_gravity->addItem(alarmwords::severity(AlarmSeverity(n)));
    m_gravity->setCurrentIndex(int(step.gravity));
    m_alarm->setMinimumWidth(200);
    m_alarm->setMaxLength(int(AlarmRule::maxName));
    m_alarm->setToolTip(tr("There is one alarm of this name for each device: raised again, it goes on. It is cleared by the same name."));
    if (step.isAboutAlarm()) {
        m_alarm->setText(step.key);
        m_about->set(step.address, {});
    } else {
        m_about->set({}, {});
    }
    RuleCondition until = step.until;
    m_until = new ConditionRow(fleet, columns, until, true, this);
    put(m_until);
    connect(m_until, &RuleRow::changed, this, &RuleRow::changed);
    m_span = spanField(tr("For how long"));
    put(m_goOn);
    connect(m_goOn, &QCheckBox::toggled, this, &RuleRow::changed);
    m_text->setMinimumWidth(300);
    m_text->setMaxLength(int(Automation::maxText));
    m_url->setMinimumWidth(300);
    m_url->setMaxLength(int(RuleStep::maxUrl));
    m_url->setToolTip(tr("What set it off is sent there as JSON. What stands behind the host may be a secret: it is kept in the keychain, not with the automation."));
    m_recipient->setMinimumWidth(200);
    m_recipient->setToolTip(tr("One address, or several with commas between them. The mail server is named in the settings, under E-mail."));
    m_subject->setMinimumWidth(200);
    m_subject->setMaxLength(int(mail::maxSubject));
    for (const Scene &scene : scenes.all())
        m_scene->addItem(format::plain(scene.name, Scene::maxName));
    for (QComboBox *box : {m_key, m_value, m_scene}) {
        box->setEditable(true);
        box->setMinimumContentsLength(10);
        connect(box, &QComboBox::currentTextChanged, this, &RuleRow::changed);
    }
    if (step.type == RuleStep::Type::Scene)
        m_scene->setCurrentText(step.key);
    if (step.type == RuleStep::Type::Webhook)
        m_url->setText(webaddress::shown(step.key));
    if (step.type == RuleStep::Type::Mail)
        m_recipient->setText(step.key);
    m_subject->setText(step.subject);
    m_devices->set(step.type == RuleStep::Type::Command ? step.address : QString(), step.query);
    m_type->setCurrentIndex(int(step.type));
    m_span->setValue(step.span == 0 ? 60'000'000 : step.span);
    m_goOn->setChecked(step.goOn);
    m_text->setText(step.text);
    offerCommands();
    connect(m_devices, &DeviceChoice::changed, this, &StepRow::offerCommands);
    connect(m_key, &QComboBox::currentTextChanged, this, &StepRow::offerArguments);
    connect(this, &RuleRow::changed, this, &StepRow::showWhatCounts);
    showWhatCounts();
}

void StepRow::setExample(DeviceId device)
{
    if (std::exchange(m_example, device) != device)
        offerCommands();
}

/// Those of the device, or of one that fits; any other can be typed.
void StepRow::offerCommands()
{
    const DeviceId chosen = m_devices->example();
    const Device *const device = m_fleet.device(chosen.isValid() ? chosen : m_example);
    const QString before = m_key->count() == 0 ? (m_step.type == RuleStep::Type::Command ? m_step.key : QString()) : m_key->currentText();
    {
        const QSignalBlocker quiet(m_key);
        m_key->clear();
        if (device)
            for (const CommandInfo &info : device->commands)
                if (info.problem.isEmpty())
                    m_key->addItem(format::plain(info.key, 60));
        if (!before.isEmpty() || m_key->count() == 0)
            m_key->setCurrentText(before);
    }
    offerArguments();
}

const CommandInfo *StepRow::info() const
{
    const DeviceId chosen = m_devices->example();
    const Device *const device = m_fleet.device(chosen.isValid() ? chosen : m_example);
    if (!device)
        return nullptr;
    const auto it = std::find_if(device->commands.cbegin(), device->commands.cend(), [this](const CommandInfo &one) { return one.key == m_key->currentText().trimmed(); });
    return it == device->commands.cend() ? nullptr : &*it;
}

void StepRow::offerArguments()
{
    const CommandInfo *const command = info();
    QString before = m_value->currentText();
    if (before.isEmpty()) {
        if (const bool *const on = std::get_if<bool>(&m_step.argument))
            before = *on ? QStringLiteral("on") : QStringLiteral("off");
        else if (const double *const number = std::get_if<double>(&m_step.argument))
            before = QString::number(*number, 'g', 12);
        else if (const QString *const text = std::get_if<QString>(&m_step.argument))
            before = *text;
    }
    const QSignalBlocker quiet(m_value);
    m_value->clear();
    if (command && command->argument == ArgumentType::Boolean)
        m_value->addItems({QStringLiteral("on"), QStringLiteral("off")});
    else if (command && command->argument == ArgumentType::Enumeration)
        m_value->addItems(command->options);
    if (!before.isEmpty())
        m_value->setCurrentText(before);
    Q_EMIT changed();
}

void StepRow::showWhatCounts()
{
    using Type = RuleStep::Type;
    const auto type = Type(m_type->currentIndex());
    const CommandInfo *const command = type == Type::Command ? info() : nullptr;
    const bool takesValue = type == Type::Command && (!command || command->argument != ArgumentType::None);
    showEach({m_key, m_of, m_devices}, type == Type::Command);
    showEach({m_to, m_value}, takesValue);
    showEach({m_until, m_goOn}, type == Type::Wait);
    showEach({m_span}, type == Type::Delay || type == Type::Wait);
    showEach({m_text}, hasText(type));
    showEach({m_recipient, m_subject}, type == Type::Mail);
    showEach({m_url}, type == Type::Webhook);
    showEach({m_scene}, type == Type::Scene);
    showEach({m_alarm, m_aboutWord, m_about}, type == Type::RaiseAlarm || type == Type::ClearAlarm);
    showEach({m_gravity}, type == Type::RaiseAlarm);
    m_goOn->setToolTip(tr("When the time is over and it has not come"));
    m_value->setToolTip(command && command->argument == ArgumentType::Number
            ? tr("From %1 to %2").arg(format::number(command->minimum), format::number(command->maximum)) : QString());
}

/// As the command wants it; where it is not known, on and off, a number or a text, whatever it looks like.
Value StepRow::argument() const
{
    const CommandInfo *const command = info();
    const QString text = m_value->currentText().trimmed();
    if (text.isEmpty() || (command && command->argument == ArgumentType::None))
        return {};
    if (command && (command->argument == ArgumentType::Text || command->argument == ArgumentType::Enumeration))
        return text;
    const bool isOn = text.compare(QLatin1StringView("on"), Qt::CaseInsensitive) == 0;
    if (isOn || text.compare(QLatin1StringView("off"), Qt::CaseInsensitive) == 0)
        return isOn;
    bool isNumber = false;
    double number = QLocale::c().toDouble(text, &isNumber);
    if (!isNumber)
        number = QLocale().toDouble(text, &isNumber);
    return isNumber ? Value(number) : Value(text);
}

bool StepRow::lacksSearch() const
{
    return RuleStep::Type(m_type->currentIndex()) == RuleStep::Type::Command && m_devices->lacksSearch();
}

QString StepRow::keyOf(RuleStep::Type type) const
{
    using Type = RuleStep::Type;
    switch (type) {
    case Type::Command:
        return m_key->currentText().trimmed();
    case Type::Scene:
        return m_scene->currentText().trimmed();
    case Type::Webhook:
        return m_url->text() == webaddress::shown(m_step.key) ? m_step.key : m_url->text().trimmed();
    case Type::Mail:
        return m_recipient->text().trimmed();
    case Type::RaiseAlarm:
    case Type::ClearAlarm:
        return m_alarm->text().trimmed();
    case Type::Delay:
    case Type::Wait:
    case Type::Notify:
    case Type::Notice:
        break;
    }
    return {};
}

RuleStep StepRow::step() const
{
    using Type = RuleStep::Type;
    RuleStep step = m_step;
    step.type = Type(m_type->currentIndex());
    const bool isCommand = step.type == Type::Command;
    step.key = keyOf(step.type);
    step.address = isCommand ? m_devices->address() : step.isAboutAlarm() ? m_about->address() : QString();
    step.query = isCommand ? m_devices->query() : QString();
    step.argument = isCommand ? argument() : Value();
    step.span = step.type == Type::Delay || step.type == Type::Wait ? m_span->value() : 0;
    step.until = step.type == Type::Wait ? m_until->condition() : RuleCondition();
    step.goOn = step.type == Type::Wait && m_goOn->isChecked();
    step.text = hasText(step.type) ? m_text->text() : QString();
    step.gravity = step.type == Type::RaiseAlarm ? AlarmSeverity(m_gravity->currentIndex()) : AlarmSeverity::Major;
    step.subject = step.type == Type::Mail ? m_subject->text().trimmed() : QString();
    return step;
}

} // namespace muster
