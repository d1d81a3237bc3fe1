#include "rules/link.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace muster {

namespace {

constexpr int format = 1;

tl::unexpected<Error> invalid(const QString &text)
{
    return failure(Error::Code::Invalid, text);
}

double toStep(const CommandInfo &command, double value)
{
    const double low = std::min(command.minimum, command.maximum);
    const double high = std::max(command.minimum, command.maximum);
    double stepped = value;
    if (command.step > 0 && std::isfinite(low))
        stepped = low + std::round((value - low) / command.step) * command.step;
    return std::clamp(stepped, low, high);
}

} // namespace

bool DeviceLink::decidesLike(const DeviceLink &other) const
{
    DeviceLink same = other;
    same.id = id;
    same.name = name;
    return same == *this;
}

Result<void> DeviceLink::validate() const
{
    if (fromAddress.isEmpty() || fromKey.isEmpty())
        return invalid(QCoreApplication::translate("Links", "The link reads nothing. Choose a device and one of its metrics."));
    if (toAddress.isEmpty() || toKey.isEmpty())
        return invalid(QCoreApplication::translate("Links", "The link commands nothing. Choose a device and one of its commands."));
    for (const double number : {scale, offset, least.value_or(0), most.value_or(0), whenStale.value_or(0)})
        if (!std::isfinite(number))
            return invalid(QCoreApplication::translate("Links", "One of the link's numbers is none. Enter a finite one."));
    if (least && most && *least > *most)
        return invalid(QCoreApplication::translate("Links", "The least value is larger than the most. Exchange them."));
    if (apart < leastApart || apart > mostApart)
        return invalid(QCoreApplication::translate("Links", "Commands are at least 20 ms and at most one day apart."));
    if (stale < 0 || stale > 31 * mostApart)
        return invalid(QCoreApplication::translate("Links", "The silence after which a link stops is at most 31 days."));
    if (name.size() > maxName)
        return invalid(QCoreApplication::translate("Links", "The name has more than %1 characters. Shorten it.").arg(maxName));
    return {};
}

namespace linklogic {

std::optional<double> asTaken(const CommandInfo &command, double value)
{
    if (!std::isfinite(value))
        return std::nullopt;
    switch (command.argument) {
    case ArgumentType::Boolean:
        return value >= 0.5 ? 1 : 0;
    case ArgumentType::Number:
        return toStep(command, value);
    case ArgumentType::Enumeration:
        if (value < -0.5 || value >= double(command.options.size()) - 0.5)
            return std::nullopt;
        return std::max(0.0, std::round(value));
    case ArgumentType::Text:
        return value;
    case ArgumentType::None:
        break;
    }
    return std::nullopt;
}

std::optional<double> outcome(const DeviceLink &link, const CommandInfo &command, double value)
{
    double out = value * link.scale + link.offset;
    if (std::isnan(out))
        return std::nullopt;
    if (link.least)
        out = std::max(out, *link.least);
    if (link.most)
        out = std::min(out, *link.most);
    return asTaken(command, out);
}

Value argument(const CommandInfo &command, double outcome)
{
    switch (command.argument) {
    case ArgumentType::Boolean:
        return outcome >= 0.5;
    case ArgumentType::Number:
        return outcome;
    case ArgumentType::Enumeration:
        return command.options.value(qsizetype(outcome));
    case ArgumentType::Text:
        return QString::number(outcome, 'g', 12);
    case ArgumentType::None:
        break;
    }
    return {};
}

Result<void> canDrive(const Metric &metric)
{
    if (metric.type == MetricType::Text || metric.type == MetricType::Event)
        return invalid(QCoreApplication::translate("Links", "“%1” is text, and a link needs numbers, switches or choices.").arg(metric.key));
    return {};
}

Result<void> canBeDriven(const CommandInfo &command, bool mayBeDangerous)
{
    if (!command.problem.isEmpty())
        return invalid(QCoreApplication::translate("Links", "“%1” cannot be sent: %2").arg(command.key, command.problem));
    if (command.argument == ArgumentType::None)
        return invalid(QCoreApplication::translate("Links", "“%1” takes no value, so a link has nothing to give it.").arg(command.key));
    if (command.dangerous && !mayBeDangerous)
        return invalid(QCoreApplication::translate("Links", "“%1” is dangerous. Allow it for this link if it is to be sent without asking.").arg(command.key));
    return {};
}

std::optional<double> feed(const DeviceLink &link, const CommandInfo &command, LinkTrack &track, Micros now, double value)
{
    const std::optional<double> out = outcome(link, command, value);
    if (!out)
        return std::nullopt;
    track.heard = now;
    track.isStale = false;
    if (link.onChange && *out == track.last) {
        track.waiting.reset();
        return std::nullopt;
    }
    if (track.sent != 0 && now - track.sent < link.apart) {
        track.waiting = out;
        return std::nullopt;
    }
    track.waiting.reset();
    track.sent = now;
    track.last = *out;
    return out;
}

Micros due(const DeviceLink &link, const LinkTrack &track)
{
    const Micros send = track.waiting ? track.sent + link.apart : 0;
    const Micros stale = link.stale > 0 && track.heard != 0 && !track.isStale ? track.heard + link.stale : 0;
    return send == 0 || stale == 0 ? std::max(send, stale) : std::min(send, stale);
}

std::optional<double> pass(const DeviceLink &link, const CommandInfo &command, LinkTrack &track, Micros now)
{
    std::optional<double> out;
    if (link.stale > 0 && track.heard != 0 && !track.isStale && now - track.heard >= link.stale) {
        track.isStale = true;
        track.waiting.reset();
        if (link.whenStale)
            out = asTaken(command, *link.whenStale);
        if (out == track.last)
            out.reset();
    } else if (track.waiting && now - track.sent >= link.apart) {
        out = track.waiting;
        track.waiting.reset();
    }
    if (out) {
        track.sent = now;
        track.last = *out;
    }
    return out;
}

} // namespace linklogic

namespace linkjson {

QJsonObject toJson(const DeviceLink &link)
{
    QJsonObject json {{QStringLiteral("format"), format}, {QStringLiteral("id"), qint64(link.id.n)}, {QStringLiteral("name"), link.name},
        {QStringLiteral("enabled"), link.enabled}, {QStringLiteral("from"), link.fromAddress}, {QStringLiteral("metric"), link.fromKey},
        {QStringLiteral("to"), link.toAddress}, {QStringLiteral("command"), link.toKey}, {QStringLiteral("scale"), link.scale},
        {QStringLiteral("offset"), link.offset}, {QStringLiteral("apart"), double(link.apart) / 1e6}, {QStringLiteral("onChange"), link.onChange},
        {QStringLiteral("stale"), double(link.stale) / 1e6}, {QStringLiteral("dangerous"), link.mayBeDangerous}};
    const auto add = [&json](const QString &name, const std::optional<double> &number) {
        if (number)
            json.insert(name, *number);
    };
    add(QStringLiteral("least"), link.least);
    add(QStringLiteral("most"), link.most);
    add(QStringLiteral("whenStale"), link.whenStale);
    return json;
}

Result<DeviceLink> linkOf(const QJsonObject &json)
{
    const auto at = [&json](const char *name) { return json.value(QLatin1StringView(name)); };
    if (at("format").toInt(format) > format)
        return failure(Error::Code::Unsupported, QCoreApplication::translate("Links", "This link was written by a newer Muster."));
    const auto text = [&at](const char *name, qsizetype most) { return at(name).toString().left(most); };
    const auto number = [&at](const char *name) { return at(name).isDouble() ? std::optional(at(name).toDouble()) : std::nullopt; };
    const auto micros = [&number](const char *name, double otherwise) { return Micros(std::llround(std::clamp(number(name).value_or(otherwise), -1.0, 1e8) * 1e6)); };
    DeviceLink link;
    link.id = {quint32(std::clamp<qint64>(at("id").toInteger(), 0, std::numeric_limits<qint32>::max()))};
    link.name = text("name", DeviceLink::maxName).simplified();
    link.enabled = at("enabled").toBool(true);
    link.fromAddress = text("from", 1'000);
    link.fromKey = text("metric", 1'000);
    link.toAddress = text("to", 1'000);
    link.toKey = text("command", 1'000);
    link.scale = number("scale").value_or(1);
    link.offset = number("offset").value_or(0);
    link.least = number("least");
    link.most = number("most");
    link.whenStale = number("whenStale");
    link.apart = micros("apart", 0.2);
    link.stale = micros("stale", 0);
    link.onChange = at("onChange").toBool(true);
    link.mayBeDangerous = at("dangerous").toBool();
    if (const auto valid = link.validate(); !valid)
        return tl::unexpected(valid.error());
    return link;
}

} // namespace linkjson
} // namespace muster
