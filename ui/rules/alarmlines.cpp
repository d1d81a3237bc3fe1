#include "ui/rules/alarmlines.h"

#include "ui/chart/chartview.h"
#include "ui/format.h"
#include "ui/rules/alarmwords.h"
#include "ui/theme.h"

#include <QGraphicsScene>
#include <QPainter>

namespace muster {

namespace {

constexpr double over = 55; ///< z: above the traces, below what is marked on them
constexpr double margin = 4;

} // namespace

class AlarmLines::Item : public QGraphicsItem
{
public:
    struct Line
    {
        double y = 0;
        QColor colour {};
        QString text {};

        friend bool operator==(const Line &, const Line &) = default;
    };
    void setLines(QList<Line> lines, const QRectF &area, const QFont &font, const QColor &halo)
    {
        if (lines == m_lines && area == m_area && font == m_font && halo == m_halo)
            return;
        prepareGeometryChange();
        m_lines = std::move(lines);
        m_area = area;
        m_font = font;
        m_halo = halo;
        update();
    }
    [[nodiscard]] const QList<Line> &lines() const { return m_lines; }
    [[nodiscard]] QRectF boundingRect() const override { return m_area; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override
    {
        painter->setClipRect(m_area);
        painter->setFont(m_font);
        const QFontMetricsF metrics(m_font);
        for (const Line &line : std::as_const(m_lines)) {
            painter->setPen(QPen(line.colour, 1, Qt::DashLine));
            painter->drawLine(QPointF(m_area.left(), line.y), QPointF(m_area.right(), line.y));
            const double width = metrics.horizontalAdvance(line.text);
            const bool below = line.y - metrics.height() < m_area.top();
            const QRectF place(m_area.left() + margin, below ? line.y + 1 : line.y - metrics.height() - 1, width + 2 * margin, metrics.height());
            QColor halo = m_halo;
            halo.setAlphaF(0.8F);
            painter->fillRect(place, halo);
            painter->setPen(line.colour);
            painter->drawText(place, Qt::AlignCenter, line.text);
        }
    }

private:
    QList<Line> m_lines;
    QRectF m_area;
    QFont m_font;
    QColor m_halo;
};

AlarmLines::AlarmLines(ChartView &chart, const Alarms &alarms, QObject *parent)
    : QObject(parent)
    , m_chart(chart)
    , m_alarms(alarms)
    , m_item(new Item)
{
    m_item->setZValue(over);
    chart.scene()->addItem(m_item);
    connect(&chart, &ChartView::drawn, this, &AlarmLines::redraw);
    connect(&alarms, &Alarms::rulesChanged, this, &AlarmLines::redraw);
}

AlarmLines::~AlarmLines() = default;

qsizetype AlarmLines::inView() const
{
    return m_item->lines().size();
}

void AlarmLines::redraw()
{
    QList<Item::Line> lines;
    const TraceSet &traces = m_chart.traces();
    for (qsizetype trace = 0; trace < traces.size(); ++trace) {
        if (!traces.at(trace).shown)
            continue;
        const tracepaint::Map map = m_chart.map(trace);
        const QList<AlarmRule> rules = m_alarms.rulesOf(traces.at(trace).metric);
        for (const AlarmRule &rule : rules) {
            QList<double> limits {rule.limit};
            if (rule.test == AlarmRule::Test::Silent || rule.isRelative())
                limits.clear();
            else if (rule.test == AlarmRule::Test::Outside || rule.test == AlarmRule::Test::Inside)
                limits.append(rule.upper);
            for (const double limit : std::as_const(limits)) {
                const Item::Line line {map.y(limit), alarmwords::colour(rule.severity, m_chart.palette()), format::plain(rule.name, 60)};
                if (line.y >= map.area.top() && line.y <= map.area.bottom() && lines.size() < most && !lines.contains(line))
                    lines.append(line);
            }
        }
    }
    const QRectF area = traces.isEmpty() ? QRectF() : m_chart.map(0).area;
    m_item->setLines(std::move(lines), area, theme::small(m_chart.font()), theme::colours(m_chart.palette()).surface);
}

} // namespace muster
