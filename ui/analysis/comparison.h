#pragma once

#include "ui/chart/pastcache.h"
#include "ui/chart/tracepaint.h"

#include <QGraphicsItem>

namespace muster {

class ChartView;
class Fleet;

/// The traces of a chart as they were some days earlier, laid under those of now: dimmed, and dashed where there are few samples. Asks the recorded
/// past for what live memory does not hold. Main thread.
class Comparison : public QObject
{
    Q_OBJECT

public:
    Comparison(const Fleet &fleet, Past &past, ChartView &chart, QObject *parent = nullptr);
    ~Comparison() override;

    /// 0: none; 1: the day before, 7: the week before, by the local calendar.
    void setDays(int days);
    [[nodiscard]] int days() const { return m_days; }
    /// "the day before"; empty: none.
    [[nodiscard]] QString name() const;
    /// Whether nothing is known of that time.
    [[nodiscard]] bool isEmpty() const { return m_empty; }
    /// How much earlier it is what is laid under a chart that begins at `from`.
    [[nodiscard]] static Micros shift(Micros from, int days);

Q_SIGNALS:
    void emptyChanged();

private:
    struct Ghost
    {
        Envelope envelope {};
        tracepaint::Map map {};
        tracepaint::Style style {};
    };
    class Item;
    void follow();
    void redraw();

    const Fleet &m_fleet;
    ChartView &m_chart;
    PastCache m_past;
    Item *m_item; ///< the scene owns it
    int m_days = 0;
    bool m_empty = false;
};

} // namespace muster
