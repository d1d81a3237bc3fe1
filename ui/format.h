#pragma once

#include "core/command.h"
#include "core/fleet.h"

#include <QLocale>

/// The one place where values become text: numbers with units, ages, words for states. Everything is translated and follows the locale;
/// everything from outside comes back as one line of plain text. Pure functions; "now" is a parameter where time matters.
namespace muster::format {

/// What is shown for "there is no value".
[[nodiscard]] QString none();

/// Text from outside on one line: line breaks and control characters become spaces, direction overrides vanish, what is longer than `most`
/// is cut with an ellipsis.
[[nodiscard]] QString plain(const QString &text, qsizetype most = 500);
/// The same, safe where Qt guesses whether text is markup (tool tips).
[[nodiscard]] QString tip(const QString &text);
/// The same, for menus and buttons, where & marks a shortcut.
[[nodiscard]] QString label(const QString &text);

/// A value cut into what is read first and what is painted smaller beside it.
struct Quantity
{
    QString number {}; ///< or a word: "On", "open", none()
    QString unit {};   ///< empty: none

    [[nodiscard]] QString joined() const;
};

/// `decimals` digits after the point; -1: as many as needed, at most three. NaN is none().
[[nodiscard]] QString number(double value, int decimals = -1, const QLocale &locale = QLocale());
[[nodiscard]] Quantity quantity(const MetricState &state, const QLocale &locale = QLocale());
/// What a metric would show for a given number: for axes, cursors and legends.
[[nodiscard]] Quantity quantity(const Metric &metric, double value, const QLocale &locale = QLocale());
/// The same with every digit there is, whatever is declared for display: for tool tips.
[[nodiscard]] QString exact(const MetricState &state, const QLocale &locale = QLocale());
/// A command's argument as a person gave it.
[[nodiscard]] QString argument(const CommandInfo &info, const Value &value, const QLocale &locale = QLocale());
[[nodiscard]] QString metricName(const Metric &metric);
[[nodiscard]] QString commandName(const CommandInfo &info);

/// How long ago, as short as it can be said: "2 s", "14 min"; beyond an hour the time of day, beyond a day the date. 0 is none().
[[nodiscard]] QString age(Micros time, Micros now, const QLocale &locale = QLocale());
/// Local date and time to the second, for tool tips; "never" for 0.
[[nodiscard]] QString exactTime(Micros time, const QLocale &locale = QLocale());
/// Local time of day to the second.
[[nodiscard]] QString clock(Micros time, const QLocale &locale = QLocale());
/// "84 ms", "1.2 s", "3 min 20 s".
[[nodiscard]] QString duration(Micros span, const QLocale &locale = QLocale());

[[nodiscard]] QString bytes(qint64 bytes, const QLocale &locale = QLocale());
/// "412/s".
[[nodiscard]] QString rate(double perSecond, const QLocale &locale = QLocale());
[[nodiscard]] QString count(qint64 count, const QLocale &locale = QLocale());

/// The words of states: sentence case, fit for a tool tip or an accessible name.
[[nodiscard]] QString status(DeviceStatus status);
[[nodiscard]] QString kind(Kind kind);
/// The road of a device in a word, from its address ("mqtt:…"): "MQTT", "Bluetooth", "serial".
[[nodiscard]] QString link(const Device &device);
/// How a command ended: "✓ confirmed in 84 ms", "sent, not confirmed", "timed out after 10 s".
[[nodiscard]] QString outcome(const CommandOutcome &outcome, const QLocale &locale = QLocale());
/// "24 devices".
[[nodiscard]] QString devices(qsizetype count, const QLocale &locale = QLocale());

} // namespace muster::format
