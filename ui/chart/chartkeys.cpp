#include "ui/chart/chartkeys.h"

#include "ui/chart/chartview.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QKeySequence>

#include <algorithm>

namespace muster::chartkeys {

namespace {

constexpr double keyFactor = 1.5;
constexpr double keyPan = 0.1;       ///< of what is shown
constexpr double keyCursor = 0.01;   ///< of the plot's width

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(muster::chartkeys)
};

QString name(const QKeySequence &keys)
{
    return keys.toString(QKeySequence::NativeText);
}

bool move(ChartView &chart, const QKeyEvent &event)
{
    const bool cursor = event.modifiers().testFlag(Qt::ControlModifier);
    const double direction = event.key() == Qt::Key_Left || event.key() == Qt::Key_Down ? -1 : 1;
    const QRectF area = chart.frame().area;
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (cursor) {
            const double x = (chart.cursor() ? chart.cursor()->x : area.center().x()) + direction * keyCursor * area.width();
            chart.setCursorAt(std::clamp(x, area.left(), area.right() - 1));
        } else {
            chart.panTime(direction * keyPan);
        }
        return true;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        chart.panTime(event.key() == Qt::Key_PageUp ? -1 : 1);
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
        chart.panValues(direction * keyPan);
        return true;
    default:
        return false;
    }
}

bool zoom(ChartView &chart, const QKeyEvent &event)
{
    const bool in = event.key() == Qt::Key_Plus || event.key() == Qt::Key_Equal;
    if (!in && event.key() != Qt::Key_Minus && event.key() != Qt::Key_Underscore)
        return false;
    const double factor = in ? 1 / keyFactor : keyFactor;
    if (event.modifiers().testFlag(Qt::ControlModifier)) {
        for (const Side side : {Side::Left, Side::Right}) {
            if (chart.axis(side).isUsed())
                chart.zoomValues(side, factor, 0.5);
        }
        return true;
    }
    // While following, the present stays where it is.
    const QRectF area = chart.frame().area;
    const double part = chart.cursor() ? (chart.cursor()->x - area.left()) / area.width() : chart.time().isFollowing() ? 1 : 0.5;
    chart.zoomTime(factor, part);
    return true;
}

} // namespace

QList<Key> all()
{
    return {{Words::tr("Chart: go back and forward in time"), QStringLiteral("← →  %1 %2").arg(name(Qt::Key_PageUp), name(Qt::Key_PageDown))},
        {Words::tr("Chart: zoom the time"), QStringLiteral("+ −")},
        {Words::tr("Chart: zoom the values"), QStringLiteral("%1 %2").arg(name(Qt::CTRL | Qt::Key_Plus), name(Qt::CTRL | Qt::Key_Minus))},
        {Words::tr("Chart: move the values"), QStringLiteral("↑ ↓")},
        {Words::tr("Chart: show everything"), QStringLiteral("F  %1").arg(name(Qt::Key_Home))},
        {Words::tr("Chart: follow live"), QStringLiteral("L  %1").arg(name(Qt::Key_End))},
        {Words::tr("Chart: pause"), name(Qt::Key_Space)},
        {Words::tr("Chart: jump to a time"), QStringLiteral("J")},
        {Words::tr("Chart: move the cursor"), QStringLiteral("%1 %2").arg(name(Qt::CTRL | Qt::Key_Left), name(Qt::CTRL | Qt::Key_Right))},
        {Words::tr("Chart: place a mark (also %1+click)").arg(name(Qt::SHIFT | Qt::Key_A).section(u'+', 0, 0)), QStringLiteral("M")},
        {Words::tr("Chart: clear the marks"), name(Qt::SHIFT | Qt::Key_M)},
        {Words::tr("Chart: table of values"), QStringLiteral("T")}, {Words::tr("Chart: statistics"), QStringLiteral("S")}};
}

bool press(ChartView &chart, const QKeyEvent &event)
{
    if (move(chart, event) || zoom(chart, event))
        return true;
    switch (event.key()) {
    case Qt::Key_Space:
        chart.setPaused(!chart.time().isPaused());
        return true;
    case Qt::Key_M:
        if (event.modifiers().testFlag(Qt::ShiftModifier))
            chart.link().clearMarks();
        else
            chart.placeMark();
        return true;
    case Qt::Key_F:
    case Qt::Key_Home:
        chart.fit();
        return true;
    case Qt::Key_L:
    case Qt::Key_End:
        chart.follow();
        return true;
    default:
        return false;
    }
}

} // namespace muster::chartkeys
