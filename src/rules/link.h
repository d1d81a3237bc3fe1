#pragma once

#include "core/device.h"
#include "core/result.h"

#include <QJsonObject>

#include <limits>
#include <optional>

namespace muster {

using LinkId = Id<struct LinkTag>;

/// A metric of one device that commands another, with nobody in between. A plain value.
///
/// It begins with the next value that arrives. What is sent: value × scale + offset, kept within the limits, then made what the command takes: true
/// from 0.5 on, the nearest step within its range, the option of that number, or the number as text.
struct DeviceLink
{
    LinkId id {};             ///< never reused
    QString name {};          ///< empty: none was given
    bool enabled = true;
    QString fromAddress {};
    QString fromKey {};       ///< of the metric
    QString toAddress {};
    QString toKey {};         ///< of the command
    double scale = 1;
    double offset = 0;
    std::optional<double> least {};
    std::optional<double> most {};
    Micros apart = 200'000;   ///< between two commands; the latest value of those in between is sent at its end
    bool onChange = true;     ///< what was sent last is not sent again
    Micros stale = 0;         ///< after so long without a value nothing is sent any more; 0: for ever. With it, values a broker kept do not count.
    std::optional<double> whenStale {}; ///< is sent then, as it is
    bool mayBeDangerous = false; ///< a person allowed it to send a dangerous command

    static constexpr qsizetype maxName = 100;
    static constexpr Micros leastApart = 20'000;
    static constexpr Micros mostApart = 86'400LL * 1'000'000;

    /// Whether the same values lead to the same commands.
    [[nodiscard]] bool decidesLike(const DeviceLink &other) const;
    /// Refuses what can never work with a sentence.
    [[nodiscard]] Result<void> validate() const;
    friend bool operator==(const DeviceLink &, const DeviceLink &) = default;
};

/// Where a link stands. Times are those of a clock that is never set.
struct LinkTrack
{
    Micros heard = 0;  ///< 0: nothing yet
    Micros sent = 0;   ///< 0: nothing yet
    double last = std::numeric_limits<double>::quiet_NaN(); ///< what was sent
    std::optional<double> waiting {}; ///< for `apart` to be over
    bool isStale = false;
};

/// The evaluation: pure, without a clock. What comes back is what is to be sent.
namespace linklogic {

/// What a value becomes for this command; nothing: it cannot be sent.
/// Example: scale 100, a command from 0 to 255 in steps of 5: 0.63 → 65.
[[nodiscard]] std::optional<double> outcome(const DeviceLink &link, const CommandInfo &command, double value);
/// The same without scale, offset and limits.
[[nodiscard]] std::optional<double> asTaken(const CommandInfo &command, double value);
[[nodiscard]] Value argument(const CommandInfo &command, double outcome);
/// Whether a metric's values can drive a link, and a command be driven by one. The Error says why not.
[[nodiscard]] Result<void> canDrive(const Metric &metric);
[[nodiscard]] Result<void> canBeDriven(const CommandInfo &command, bool mayBeDangerous);

[[nodiscard]] std::optional<double> feed(const DeviceLink &link, const CommandInfo &command, LinkTrack &track, Micros now, double value);
/// When pass() has something to do; 0: never, unless a value arrives.
[[nodiscard]] Micros due(const DeviceLink &link, const LinkTrack &track);
[[nodiscard]] std::optional<double> pass(const DeviceLink &link, const CommandInfo &command, LinkTrack &track, Micros now);

} // namespace linklogic

/// JSON for fleet.db and for people. What cannot be read, or is of a newer format, is an Error with a sentence.
namespace linkjson {

[[nodiscard]] QJsonObject toJson(const DeviceLink &link);
[[nodiscard]] Result<DeviceLink> linkOf(const QJsonObject &json);

} // namespace linkjson

/// A link with what its names mean now, for muster-io.
struct RunningLink
{
    DeviceLink link {};
    CommandInfo command {};
    MetricId source {};
    MetricId effect {}; ///< where the command's effect shows; invalid: nowhere
};

/// What the evaluation on muster-io says.
struct LinkNews
{
    enum class What : quint8 { Send, Stale, Fresh, Loop };

    LinkId link {};
    What what = What::Send;
    double value = 0;
    QList<LinkId> loop {}; ///< Loop: the links of which each set off the next, the latest last
};

} // namespace muster

Q_DECLARE_METATYPE(muster::RunningLink)
Q_DECLARE_METATYPE(muster::LinkNews)
