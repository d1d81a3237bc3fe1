#pragma once

#include "rules/alarms.h"

namespace muster {

class ChartView;

/// The limits of the alarms of a chart's traces as dashed lines, in the colour of their severity. Follows the chart and the rules. Main thread.
class AlarmLines : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype most = 32;

    AlarmLines(ChartView &chart, const Alarms &alarms, QObject *parent = nullptr);
    ~AlarmLines() override;

    /// How many lines the chart shows.
    [[nodiscard]] qsizetype inView() const;

private:
    class Item;
    void redraw();

    ChartView &m_chart;
    const Alarms &m_alarms;
    Item *m_item; ///< the scene owns it
};

} // namespace muster
