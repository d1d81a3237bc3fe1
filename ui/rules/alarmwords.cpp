#include "ui/rules/alarmwords.h"

#include "core/fleet.h"
#include "ui/format.h"
#include "ui/theme.h"

#include <QCoreApplication>

#include <cmath>

namespace muster::alarmwords {

namespace {

QString quantity(double value, const Metric *metric)
{
    return metric ? format::quantity(*metric, value).joined() : format::number(value);
}

/// "30 °C", "setpoint", "setpoint + 2 °C".
QString limitOf(const AlarmRule &rule, double limit, const Metric *metric)
{
    if (!rule.isRelative())
        return quantity(limit, metric);
    const QString key = format::plain(rule.limitKey, 60);
    if (limit == 0)
        return key;
    return (limit > 0 ? QCoreApplication::translate("AlarmWords", "%1 + %2", "metric, number") : QCoreApplication::translate("AlarmWords", "%1 − %2", "metric, number"))
        .arg(key, quantity(std::abs(limit), metric));
}

} // namespace

QString severity(AlarmSeverity severity)
{
    switch (severity) {
    case AlarmSeverity::Info:
        return QCoreApplication::translate("AlarmWords", "Info");
    case AlarmSeverity::Warning:
        return QCoreApplication::translate("AlarmWords", "Warning");
    case AlarmSeverity::Minor:
        return QCoreApplication::translate("AlarmWords", "Minor");
    case AlarmSeverity::Major:
        return QCoreApplication::translate("AlarmWords", "Major");
    case AlarmSeverity::Critical:
        break;
    }
    return QCoreApplication::translate("AlarmWords", "Critical");
}

QColor colour(AlarmSeverity severity, const QPalette &palette)
{
    const theme::Colours &colours = theme::colours(palette);
    if (severity == AlarmSeverity::Info)
        return colours.muted;
    return severity <= AlarmSeverity::Minor ? colours.stale : colours.alarm;
}

const char *icon(AlarmSeverity severity)
{
    if (severity == AlarmSeverity::Info)
        return "info-circle";
    return severity <= AlarmSeverity::Minor ? "alert-triangle" : "alert-circle";
}

QString state(const Alarm &alarm)
{
    if (alarm.isShelved())
        return QCoreApplication::translate("AlarmWords", "Shelved until %1").arg(format::exactTime(alarm.shelvedUntil));
    if (alarm.active)
        return alarm.acknowledged ? QCoreApplication::translate("AlarmWords", "Active, acknowledged") : QCoreApplication::translate("AlarmWords", "Active");
    return QCoreApplication::translate("AlarmWords", "Over, not acknowledged");
}

QString condition(const AlarmRule &rule, const Metric *metric)
{
    using Test = AlarmRule::Test;
    const QString limit = limitOf(rule, rule.limit, metric);
    QString words;
    switch (rule.test) {
    case Test::Above:
        words = QCoreApplication::translate("AlarmWords", "above %1").arg(limit);
        break;
    case Test::Below:
        words = QCoreApplication::translate("AlarmWords", "below %1").arg(limit);
        break;
    case Test::Equal:
        words = QCoreApplication::translate("AlarmWords", "equal to %1").arg(limit);
        break;
    case Test::Unequal:
        words = QCoreApplication::translate("AlarmWords", "not %1").arg(limit);
        break;
    case Test::Outside:
        words = QCoreApplication::translate("AlarmWords", "outside %1 to %2").arg(limit, limitOf(rule, rule.upper, metric));
        break;
    case Test::Inside:
        words = QCoreApplication::translate("AlarmWords", "between %1 and %2").arg(limit, limitOf(rule, rule.upper, metric));
        break;
    case Test::Silent:
        return QCoreApplication::translate("AlarmWords", "silent for %1").arg(format::duration(rule.hold));
    case Test::Told:
        return QCoreApplication::translate("AlarmWords", "when an automation raises it");
    }
    if (rule.times > 1)
        words = QCoreApplication::translate("AlarmWords", "%1, %2 times in a row").arg(words, format::count(rule.times));
    return rule.hold == 0 ? words : QCoreApplication::translate("AlarmWords", "%1 for %2", "condition, duration").arg(words, format::duration(rule.hold));
}

QString name(const AlarmRule &rule, const Metric *metric)
{
    const QString what = metric ? format::metricName(*metric) : rule.key;
    return QCoreApplication::translate("AlarmWords", "%1 %2", "metric, condition").arg(format::plain(what, 60), condition(rule, metric));
}

QString device(const Fleet &fleet, DeviceId device)
{
    const QString name = fleet.displayName(device);
    return name.isEmpty() ? QCoreApplication::translate("AlarmWords", "a device that is gone") : format::plain(name, 100);
}

QString value(const Fleet &fleet, const AlarmKey &key, double value)
{
    const MetricState *const metric = fleet.metric(key.metric);
    if (metric)
        return format::quantity(metric->info, value).joined();
    return key.metric.isValid() ? format::number(value) : QString();
}

QString remark(const Alarm &alarm)
{
    const QString text = format::plain(alarm.text, Alarm::maxText);
    const QString comment = format::plain(alarm.comment, 200);
    if (text.isEmpty() || comment.isEmpty())
        return text + comment;
    return QCoreApplication::translate("AlarmWords", "%1 · %2", "what an alarm says, comment of a person").arg(text, comment);
}

QString event(AlarmLogEntry::Event event)
{
    using Event = AlarmLogEntry::Event;
    switch (event) {
    case Event::Raised:
        return QCoreApplication::translate("AlarmWords", "Raised");
    case Event::Cleared:
        return QCoreApplication::translate("AlarmWords", "Over");
    case Event::Acknowledged:
        return QCoreApplication::translate("AlarmWords", "Acknowledged");
    case Event::Shelved:
        return QCoreApplication::translate("AlarmWords", "Shelved");
    case Event::Unshelved:
        return QCoreApplication::translate("AlarmWords", "Back from the shelf");
    case Event::ToldAgain:
        return QCoreApplication::translate("AlarmWords", "Still active");
    case Event::Removed:
        break;
    }
    return QCoreApplication::translate("AlarmWords", "Removed");
}

} // namespace muster::alarmwords
