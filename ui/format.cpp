#include "ui/format.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace muster::format {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(muster::format)
};

constexpr QChar noBreakSpace(0x00A0);
constexpr Micros second = 1'000'000;
constexpr Micros minute = 60 * second;
constexpr Micros hour = 60 * minute;
constexpr Micros day = 24 * hour;

QString withUnit(const QString &number, const QString &unit)
{
    return unit.isEmpty() ? number : number + noBreakSpace + unit;
}

// At most three digits after the point, below 1 four significant ones, without trailing zeros: 21.02542 reads 21.025, 0.30000000000000004
// reads 0.3, 1234567.8 reads 1,234,568. Enough to read; exact() tells all.
QString asNeeded(double value, const QLocale &locale)
{
    const double size = std::abs(value);
    if (size != 0 && (size >= 1e15 || size < 1e-6))
        return locale.toString(value, 'g', 6);
    const int magnitude = size == 0 ? 0 : int(std::floor(std::log10(size)));
    QString text = locale.toString(value, 'f', size < 1 ? 3 - magnitude : std::clamp(5 - magnitude, 0, 3));
    const QString point = locale.decimalPoint();
    if (!text.contains(point))
        return text;
    while (text.endsWith(locale.zeroDigit()))
        text.chop(1);
    if (text.endsWith(point))
        text.chop(point.size());
    return text;
}

QDateTime local(Micros time)
{
    return QDateTime::fromMSecsSinceEpoch(time / 1'000);
}

bool changesDirection(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= 0x202A && u <= 0x202E) || (u >= 0x2066 && u <= 0x2069) || u == 0x200E || u == 0x200F;
}

QString truth(bool on, const QStringList &options)
{
    if (options.size() == 2)
        return plain(options.at(on ? 1 : 0), 80);
    return on ? Words::tr("On") : Words::tr("Off");
}

QString option(double value, const QStringList &options, const QLocale &locale)
{
    if (value >= 0 && value < double(options.size()))
        return plain(options.at(qsizetype(value)), 80);
    return asNeeded(value, locale);
}

} // namespace

QString none()
{
    return QStringLiteral("–");
}

QString plain(const QString &text, qsizetype most)
{
    QString line;
    line.reserve(std::min(text.size(), most));
    for (const QChar c : text) {
        if (changesDirection(c))
            continue;
        if (line.size() >= most) {
            if (line.back().isHighSurrogate())
                line.chop(1);
            line += QChar(0x2026);
            break;
        }
        const bool control = c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
        line += control ? QChar(u' ') : c;
    }
    return line.trimmed();
}

QString tip(const QString &text)
{
    return text.toHtmlEscaped();
}

QString label(const QString &text)
{
    QString safe = plain(text, 80);
    safe.replace(u'&', QStringLiteral("&&"));
    return safe;
}

QString Quantity::joined() const
{
    return withUnit(number, unit);
}

QString number(double value, int decimals, const QLocale &locale)
{
    if (std::isnan(value))
        return none();
    if (std::isinf(value))
        return value < 0 ? QStringLiteral("−∞") : QStringLiteral("∞");
    if (decimals < 0)
        return asNeeded(value, locale);
    if (std::abs(value) >= 1e15)
        return locale.toString(value, 'g', 6);
    return locale.toString(value, 'f', std::min(decimals, 9));
}

Quantity quantity(const Metric &metric, double value, const QLocale &locale)
{
    if (std::isnan(value))
        return {none(), {}};
    switch (metric.type) {
    case MetricType::Boolean:
        return {truth(value != 0, metric.options), {}};
    case MetricType::Enumeration:
        return {option(value, metric.options, locale), {}};
    case MetricType::Number:
    case MetricType::Text:
    case MetricType::Event:
        break;
    }
    return {number(value, metric.decimals, locale), plain(metric.unit, 16)};
}

Quantity quantity(const MetricState &state, const QLocale &locale)
{
    if (state.time == 0)
        return {none(), {}};
    if (state.info.type != MetricType::Text && state.info.type != MetricType::Event)
        return quantity(state.info, state.value, locale);
    const QString text = plain(state.text);
    return {text.isEmpty() ? none() : text, {}};
}

QString exact(const MetricState &state, const QLocale &locale)
{
    if (state.info.type != MetricType::Number || state.time == 0 || !std::isfinite(state.value))
        return quantity(state, locale).joined();
    return withUnit(locale.toString(state.value, 'g', QLocale::FloatingPointShortest), plain(state.info.unit, 16));
}

QString argument(const CommandInfo &info, const Value &value, const QLocale &locale)
{
    if (const auto *on = std::get_if<bool>(&value))
        return truth(*on, info.options);
    if (const auto *amount = std::get_if<double>(&value))
        return withUnit(number(*amount, -1, locale), plain(info.unit, 16));
    if (const auto *text = std::get_if<QString>(&value))
        return plain(*text, 80);
    return {};
}

QString metricName(const Metric &metric)
{
    return plain(metric.name.isEmpty() ? metric.key : metric.name, 80);
}

QString commandName(const CommandInfo &info)
{
    return plain(info.name.isEmpty() ? info.key : info.name, 80);
}

QString age(Micros time, Micros now, const QLocale &locale)
{
    if (time == 0)
        return none();
    const Micros span = now - time;
    if (span >= -minute && span < second)
        return Words::tr("now");
    if (span >= 0 && span < minute)
        return Words::tr("%1 s", "seconds ago").arg(locale.toString(span / second));
    if (span >= 0 && span < hour)
        return Words::tr("%1 min", "minutes ago").arg(locale.toString(span / minute));
    const QDateTime then = local(time);
    if (then.date() == local(now).date())
        return locale.toString(then.time(), QLocale::ShortFormat);
    return locale.toString(then.date(), QLocale::ShortFormat);
}

QString exactTime(Micros time, const QLocale &locale)
{
    if (time == 0)
        return Words::tr("never");
    const QDateTime then = local(time);
    return Words::tr("%1, %2", "date, time").arg(locale.toString(then.date(), QLocale::ShortFormat), then.toString(QStringLiteral("HH:mm:ss")));
}

QString clock(Micros time, const QLocale &locale)
{
    Q_UNUSED(locale)
    return time == 0 ? none() : local(time).toString(QStringLiteral("HH:mm:ss"));
}

QString duration(Micros span, const QLocale &locale)
{
    if (span < second)
        return Words::tr("%1 ms").arg(locale.toString(std::max<Micros>(span / 1'000, 0)));
    if (span < minute)
        return Words::tr("%1 s", "duration").arg(asNeeded(std::round(double(span) / 100'000) / 10, locale));
    if (span < hour && span % minute < second)
        return Words::tr("%1 min").arg(locale.toString(span / minute));
    if (span < hour)
        return Words::tr("%1 min %2 s").arg(locale.toString(span / minute), locale.toString(span % minute / second));
    if (span < 2 * day && span % hour < minute)
        return Words::tr("%1 h").arg(locale.toString(span / hour));
    if (span < 2 * day)
        return Words::tr("%1 h %2 min").arg(locale.toString(span / hour), locale.toString(span % hour / minute));
    if (span < 100 * day)
        return Words::tr("%1 d %2 h", "days, hours").arg(locale.toString(span / day), locale.toString(span % day / hour));
    return Words::tr("%1 d", "days").arg(locale.toString(span / day));
}

QString bytes(qint64 bytes, const QLocale &locale)
{
    return locale.formattedDataSize(bytes, bytes < 10'000 ? 0 : 1, QLocale::DataSizeSIFormat);
}

QString rate(double perSecond, const QLocale &locale)
{
    const int decimals = perSecond > 0 && perSecond < 10 ? 1 : 0;
    return Words::tr("%1/s", "per second").arg(locale.toString(perSecond, 'f', decimals));
}

QString count(qint64 count, const QLocale &locale)
{
    return locale.toString(count);
}

QString status(DeviceStatus status)
{
    switch (status) {
    case DeviceStatus::Live:
        return Words::tr("Live");
    case DeviceStatus::Stale:
        return Words::tr("Silent for a while");
    case DeviceStatus::Offline:
        return Words::tr("Offline");
    case DeviceStatus::Unknown:
        break;
    }
    return Words::tr("Not heard yet");
}

QString kind(Kind kind)
{
    return kind == Kind::M2M ? Words::tr("M2M") : Words::tr("IoT");
}

QString link(const Device &device)
{
    const QString &scheme = device.link;
    if (scheme == QLatin1String("mqtt"))
        return QStringLiteral("MQTT");
    if (scheme == QLatin1String("modbus"))
        return QStringLiteral("Modbus");
    if (scheme == QLatin1String("ble"))
        return Words::tr("Bluetooth");
    if (scheme == QLatin1String("serial"))
        return Words::tr("Serial");
    if (scheme == QLatin1String("sim"))
        return Words::tr("Demo");
    if (scheme == QLatin1String("calculated"))
        return Words::tr("Calculated");
    return plain(scheme, 20);
}

QString outcome(const CommandOutcome &outcome, const QLocale &locale)
{
    const QString taken = duration(outcome.finished - outcome.command.submitted, locale);
    if (outcome.result)
        return outcome.confirmed ? Words::tr("✓ confirmed in %1").arg(taken) : Words::tr("sent, not confirmed");
    if (outcome.result.error().code == Error::Code::TimedOut)
        return Words::tr("timed out after %1").arg(taken);
    if (outcome.result.error().code == Error::Code::Cancelled)
        return Words::tr("cancelled");
    return Words::tr("✗ %1", "command failed").arg(plain(outcome.result.error().text));
}

QString devices(qsizetype count, const QLocale &locale)
{
    return (count == 1 ? Words::tr("%1 device") : Words::tr("%1 devices")).arg(locale.toString(count));
}

} // namespace muster::format
