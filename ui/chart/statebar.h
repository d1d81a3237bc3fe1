#pragma once

#include "core/device.h"
#include "core/series.h"
#include "ui/chart/texttrail.h"
#include "ui/chart/tracepaint.h"

#include <QFont>
#include <QPalette>

/// States as a band with their words, events as flags: what is drawn for metrics that are no numbers. Pure functions.
namespace muster::statebar {

/// A stretch of time in one state.
struct Segment
{
    Micros from = 0;
    Micros to = 0;
    QString word {};
    int colour = 0;   ///< theme::trace; neutral or mixed
    static constexpr int neutral = -1; ///< off, closed, false
    static constexpr int mixed = -2;   ///< several states, too short to be told apart

    friend bool operator==(const Segment &, const Segment &) = default;
};

struct Flag
{
    Micros time = 0;
    QString text {};
    int more = 0;     ///< other events so close that they share the flag
};

struct Lane
{
    QRectF area {};
    QString name {};
    QColor colour {};
    QList<Segment> segments {};
    QList<Flag> flags {};
};

inline constexpr int laneGap = 4; ///< above each lane

/// `on`: the colour of a boolean that is on. A state lasts until the next one, the last one to `end`; what lasts
/// shorter than `shortest` is mixed.
[[nodiscard]] QList<Segment> segments(const Envelope &envelope, const Metric &metric, int on, Micros end, Micros shortest);
/// Of texts within [from, to); what lasts shorter than `shortest` is mixed.
[[nodiscard]] QList<Segment> segments(const QList<TextTrail::Said> &said, Micros from, Micros to, Micros shortest);
/// Events within [from, to), those closer than `apart` under one flag.
[[nodiscard]] QList<Flag> flags(const QList<TextTrail::Said> &said, Micros from, Micros to, Micros apart);

/// The same word has the same colour in every chart.
[[nodiscard]] int colourOf(const QString &word);

struct Look
{
    QPalette palette {};
    QFont font {};
};

/// `map` says where times are; `plot`: the area of the lines, into which flags send a thin line.
void paint(QPainter &painter, const Lane &lane, const tracepaint::Map &map, const QRectF &plot, const Look &look);

} // namespace muster::statebar
