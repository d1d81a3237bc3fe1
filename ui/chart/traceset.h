#pragma once

#include "core/device.h"
#include "core/result.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace muster {

class Fleet;

enum class Side : quint8 { Left, Right };

/// One metric on one chart. What identifies it over a restart is a device address and the metric's key; its id is looked up again
/// whenever devices come, go or change.
struct Trace
{
    MetricId metric {};       ///< invalid while its device is not known
    QString address {};       ///< an address of its device
    Metric info {};           ///< as last known; id is not used
    QString device {};        ///< its device's name, as last known
    int colour = 0;           ///< theme::trace
    Side side = Side::Left;
    bool shown = true;

    [[nodiscard]] bool isState() const { return info.type == MetricType::Boolean || info.type == MetricType::Enumeration; }
    [[nodiscard]] bool isNumber() const { return info.type == MetricType::Number; }
    /// Its values are kept by the text, not by the number.
    [[nodiscard]] bool isText() const { return info.type == MetricType::Text || info.type == MetricType::Event; }
    /// "Pump 3 · pressure"
    [[nodiscard]] QString name() const;
};

/// The traces of one chart and the rules they keep: at most eight; numbers on axes, at most one unit per side; everything else below them, as a band.
class TraceSet
{
    Q_DECLARE_TR_FUNCTIONS(muster::TraceSet)

public:
    static constexpr qsizetype most = 8;

    [[nodiscard]] const QList<Trace> &all() const { return m_traces; }
    [[nodiscard]] qsizetype size() const { return m_traces.size(); }
    [[nodiscard]] bool isEmpty() const { return m_traces.isEmpty(); }
    [[nodiscard]] const Trace &at(qsizetype i) const { return m_traces.at(i); }
    [[nodiscard]] qsizetype indexOf(MetricId metric) const;
    [[nodiscard]] bool uses(Side side) const;
    [[nodiscard]] QList<qsizetype> bands() const; ///< those shown that are no numbers
    /// The unit of a side's numbers; empty: none, or no numbers.
    [[nodiscard]] QString unit(Side side) const;

    /// The side a metric would go to (left for a band); or a sentence why this chart cannot show it. A metric that is already there is not refused.
    [[nodiscard]] Result<Side> place(const Metric &metric) const;
    Result<void> add(const Fleet &fleet, MetricId metric);

    void remove(qsizetype i) { m_traces.removeAt(i); }
    void clear() { m_traces.clear(); }
    void setShown(qsizetype i, bool shown) { m_traces[i].shown = shown; }
    void showOnly(qsizetype i);
    void showAll();
    void setColour(qsizetype i, int colour) { m_traces[i].colour = colour; }
    /// Moves a trace to the other side; if another unit is there, the two units change places.
    void changeSide(qsizetype i);

    /// Looks the metrics up again. True if anything changed.
    bool resolve(const Fleet &fleet);

    [[nodiscard]] QJsonArray save() const;
    void restore(const QJsonArray &stored);

private:
    [[nodiscard]] int freeColour() const;

    QList<Trace> m_traces;
};

} // namespace muster
