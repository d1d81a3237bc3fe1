#include "backends/mqtt/conventions/genericrule.h"

#include "backends/mqtt/conventions/valuepath.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <limits>

namespace muster::mqtt {

namespace {

constexpr Micros second = 1'000'000;

bool isPrintable(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0x20 ? byte != 0x7F : c == '\t' || c == '\n' || c == '\r';
    });
}

// Reads exactly `digits` digits at `p`.
bool take(const char *&p, const char *end, int digits, int &value)
{
    if (end - p < digits)
        return false;
    const auto [stop, error] = std::from_chars(p, p + digits, value);
    if (error != std::errc() || stop != p + digits || *p == '-')
        return false;
    p = stop;
    return true;
}

bool take(const char *&p, const char *end, std::string_view any)
{
    if (p == end || any.find(*p) == std::string_view::npos)
        return false;
    ++p;
    return true;
}

Micros takeFraction(const char *&p, const char *end)
{
    Micros fraction = 0;
    for (Micros unit = second / 10; p != end && *p >= '0' && *p <= '9'; ++p, unit /= 10)
        fraction += (*p - '0') * unit;
    return fraction;
}

// "Z", "+02:00" or "+0200"; seconds east of Greenwich.
bool takeZone(const char *&p, const char *end, int &offset)
{
    if (take(p, end, "Zz"))
        return p == end;
    const bool west = p != end && *p == '-';
    int hours = 0;
    int minutes = 0;
    if (!take(p, end, "+-") || !take(p, end, 2, hours))
        return false;
    if (p != end && *p == ':')
        ++p;
    if (!take(p, end, 2, minutes) || p != end || hours > 14 || minutes > 59)
        return false;
    offset = (hours * 60 + minutes) * (west ? -60 : 60);
    return true;
}

// ISO 8601 with a zone; a time without one could mean anything and is not used.
Micros isoTime(QByteArrayView text)
{
    const char *p = text.begin();
    const char *const end = text.end();
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, seconds = 0, offset = 0;
    if (!take(p, end, 4, year) || !take(p, end, "-") || !take(p, end, 2, month) || !take(p, end, "-") || !take(p, end, 2, day)
        || !take(p, end, "Tt ") || !take(p, end, 2, hour) || !take(p, end, ":") || !take(p, end, 2, minute) || !take(p, end, ":")
        || !take(p, end, 2, seconds))
        return 0;
    const Micros fraction = take(p, end, ".,") ? takeFraction(p, end) : 0;
    if (!takeZone(p, end, offset) || hour > 24 || minute > 59 || seconds > 60)
        return 0;
    const std::chrono::year_month_day date {std::chrono::year(year), std::chrono::month(unsigned(month)), std::chrono::day(unsigned(day))};
    if (!date.ok())
        return 0;
    const Micros days = std::chrono::sys_days(date).time_since_epoch().count();
    return (((days * 24 + hour) * 60 + minute) * 60 + seconds - offset) * second + fraction;
}

Micros epochTime(double value)
{
    constexpr double earliest = 1e8; // 1973; below it is an uptime, not a date
    if (value < earliest)
        return 0;
    const double micros = value < 1e11 ? value * 1e6 : value < 1e14 ? value * 1e3 : value < 1e17 ? value : value / 1e3;
    constexpr double latest = 9e18;
    return Micros(std::min(micros, latest));
}

} // namespace

namespace {

// <name>/<component>/<object>/state is ESPHome's way: one device, not one for each of its parts.
std::optional<GenericPlace> espHomePlace(QByteArrayView topic)
{
    static const QByteArrayList components {"sensor", "binary_sensor", "text_sensor", "switch", "light", "number", "select", "fan", "cover", "climate", "lock", "text", "event", "valve"};
    if (!topic.endsWith("/state"))
        return std::nullopt;
    const QByteArrayList levels = topic.toByteArray().split('/');
    if (levels.size() < 4 || levels.size() > 5 || levels[0].isEmpty() || !components.contains(levels[1]))
        return std::nullopt;
    return GenericPlace {levels[0], QString::fromUtf8(levels.sliced(1, levels.size() - 2).join('.'))};
}

} // namespace

GenericPlace placeOf(const GenericRule &rule, QByteArrayView topic, bool object)
{
    if (rule.scalarLevels == GenericRule().scalarLevels) {
        if (const auto place = espHomePlace(topic))
            return *place;
    }
    qsizetype cut = topic.size();
    for (int levels = object ? rule.objectLevels : rule.scalarLevels; levels > 0; --levels) {
        const qsizetype slash = topic.first(cut).lastIndexOf('/');
        if (slash <= 0)
            break;
        cut = slash;
    }
    GenericPlace place {topic.first(cut).toByteArray(), {}};
    if (cut < topic.size())
        place.key = QString::fromUtf8(topic.sliced(cut + 1)).replace(QLatin1Char('/'), QLatin1Char('.'));
    if (place.key.isEmpty() && !object)
        place.key = QStringLiteral("value");
    return place;
}

Scalar scalarOf(QByteArrayView payload)
{
    const QByteArrayView text = payload.trimmed();
    if (const auto number = strictNumber(text))
        return {Scalar::Kind::Real, false, 0, *number, text};
    if (text == "true" || text == "false")
        return {Scalar::Kind::Boolean, text == "true", 0, 0, text};
    if (text.isEmpty() || text == "null" || text.size() > maxGenericText || !isPrintable(text) || !isUtf8(text))
        return {};
    return Scalar::string(text);
}

const Binding *genericBinding(const Scalar &first)
{
    static const Binding number {{}, {}, Decoding::Number, {}, {}, {}, {}};
    static const Binding boolean {{}, {}, Decoding::Boolean, {}, "True", "False", {}};
    static const Binding text {{}, {}, Decoding::Text, {}, {}, {}, {}};
    switch (first.kind) {
    case Scalar::Kind::Null: return nullptr;
    case Scalar::Kind::Boolean: return &boolean;
    case Scalar::Kind::String: break;
    default: return &number;
    }
    if (numericString(first.text))
        return &number;
    const QByteArrayView trimmed = first.text.trimmed();
    return isNoValue(trimmed) || trimmed.size() > maxGenericText || !isPrintable(trimmed) ? nullptr : &text;
}

Metric genericMetric(const QString &key, Decoding decoding)
{
    Metric metric;
    metric.key = key;
    metric.type = decoding == Decoding::Number ? MetricType::Number : decoding == Decoding::Boolean ? MetricType::Boolean : MetricType::Text;
    if (decoding != Decoding::Number)
        return metric;
    const QString last = key.sliced(key.lastIndexOf(QLatin1Char('.')) + 1).toLower();
    if (last == QLatin1String("battery") || last == QLatin1String("battery_level"))
        metric.role = Role::Battery;
    else if (last == QLatin1String("rssi") || last == QLatin1String("linkquality"))
        metric.role = Role::Signal;
    return metric;
}

bool isTimeMember(std::string_view path)
{
    if (path.empty() || path.front() != memberMark)
        return false;
    const std::string_view name = path.substr(1);
    return name == "ts" || name == "timestamp" || name == "time";
}

Micros messageTime(const Scalar &scalar)
{
    if (scalar.isNumber())
        return epochTime(scalar.number);
    if (scalar.kind != Scalar::Kind::String)
        return 0;
    if (const auto number = numericString(scalar.text))
        return epochTime(*number);
    return isoTime(scalar.text);
}

} // namespace muster::mqtt
