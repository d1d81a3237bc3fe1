#include "ui/rules/automationtemplates.h"

#include <QCoreApplication>

namespace muster::automationtemplates {

namespace {

constexpr Micros second = 1'000'000;
constexpr Micros minute = 60 * second;

QString say(const char *text)
{
    return QCoreApplication::translate("AutomationTemplates", text);
}

Trigger crossing(Trigger::Type type, const char *key, double limit, Micros hold, double hysteresis)
{
    Trigger trigger;
    trigger.type = type;
    trigger.key = QString::fromLatin1(key);
    trigger.limit = limit;
    trigger.hold = hold;
    trigger.hysteresis = hysteresis;
    return trigger;
}

RuleStep power(bool on)
{
    RuleStep step;
    step.key = QStringLiteral("power");
    step.argument = on;
    return step;
}

RuleStep tell(const char *text)
{
    RuleStep step;
    step.type = RuleStep::Type::Notify;
    step.text = say(text);
    return step;
}

Automation rule(const char *name, const Trigger &trigger, const QList<RuleStep> &steps)
{
    Automation made;
    made.name = say(name);
    made.triggers = {trigger};
    made.steps = steps;
    return made;
}

Template dark()
{
    return {say(QT_TRANSLATE_NOOP("AutomationTemplates", "Dark → lights on")), say(QT_TRANSLATE_NOOP("AutomationTemplates", "When it gets dark, the light goes on; when it is bright again, off.")),
        {rule(QT_TRANSLATE_NOOP("AutomationTemplates", "Dark: lights on"), crossing(Trigger::Type::Below, "illuminance", 50, minute, 20), {power(true)}),
            rule(QT_TRANSLATE_NOOP("AutomationTemplates", "Bright: lights off"), crossing(Trigger::Type::Above, "illuminance", 200, minute, 50), {power(false)})}};
}

Template hot()
{
    return {say(QT_TRANSLATE_NOOP("AutomationTemplates", "Hot → cooling on")),
        say(QT_TRANSLATE_NOOP("AutomationTemplates", "Above 26 for a minute, the cooling goes on; below 24 it goes off. In between nothing changes.")),
        {rule(QT_TRANSLATE_NOOP("AutomationTemplates", "Hot: cooling on"), crossing(Trigger::Type::Above, "temperature", 26, minute, 2), {power(true)}),
            rule(QT_TRANSLATE_NOOP("AutomationTemplates", "Cool: cooling off"), crossing(Trigger::Type::Below, "temperature", 24, 0, 2), {power(false)})}};
}

Template empty()
{
    Trigger still;
    still.type = Trigger::Type::ChangesTo;
    still.key = QStringLiteral("motion");
    still.word = QStringLiteral("off");
    still.hold = 10 * minute;
    return {say(QT_TRANSLATE_NOOP("AutomationTemplates", "Empty room → off")), say(QT_TRANSLATE_NOOP("AutomationTemplates", "When nothing has moved for ten minutes, everything goes off.")),
        {rule(QT_TRANSLATE_NOOP("AutomationTemplates", "Empty room: off"), still, {power(false)})}};
}

Template frost()
{
    return {say(QT_TRANSLATE_NOOP("AutomationTemplates", "Frost guard")), say(QT_TRANSLATE_NOOP("AutomationTemplates", "Below 5 the heating goes on, and somebody is told.")),
        {rule(QT_TRANSLATE_NOOP("AutomationTemplates", "Frost guard"), crossing(Trigger::Type::Below, "temperature", 5, 0, 2),
            {power(true), tell(QT_TRANSLATE_NOOP("AutomationTemplates", "Frost: {device} is at {value}."))})}};
}

Template battery()
{
    return {say(QT_TRANSLATE_NOOP("AutomationTemplates", "Battery low → tell")), say(QT_TRANSLATE_NOOP("AutomationTemplates", "When the battery of any device falls below 15, somebody is told.")),
        {rule(QT_TRANSLATE_NOOP("AutomationTemplates", "Battery low"), crossing(Trigger::Type::Below, "battery", 15, 0, 5),
            {tell(QT_TRANSLATE_NOOP("AutomationTemplates", "The battery of {device} is at {value}."))})}};
}

Template offline()
{
    Trigger gone;
    gone.type = Trigger::Type::Offline;
    gone.hold = 5 * minute;
    return {say(QT_TRANSLATE_NOOP("AutomationTemplates", "Offline → tell")), say(QT_TRANSLATE_NOOP("AutomationTemplates", "When any device has been offline for five minutes, somebody is told.")),
        {rule(QT_TRANSLATE_NOOP("AutomationTemplates", "Device offline"), gone, {tell(QT_TRANSLATE_NOOP("AutomationTemplates", "{device} is offline."))})}};
}

} // namespace

QList<Template> all()
{
    return {dark(), hot(), empty(), frost(), battery(), offline()};
}

} // namespace muster::automationtemplates
