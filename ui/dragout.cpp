#include "ui/dragout.h"

#include "ui/dragdata.h"
#include "ui/format.h"
#include "ui/theme.h"

#include <QCoreApplication>
#include <QDrag>
#include <QMimeData>
#include <QPainter>
#include <QPixmap>
#include <QWidget>

namespace muster::dragout {

namespace {

QPixmap card(const QWidget &widget, const QString &words)
{
    const theme::Colours &colours = theme::colours(widget.palette());
    const QFontMetrics metrics(widget.font());
    const QString text = metrics.elidedText(words, Qt::ElideRight, 240);
    const QSize size(metrics.horizontalAdvance(text) + 24, 28);
    const qreal ratio = widget.devicePixelRatioF();
    QPixmap pixmap(size * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(widget.font());
    painter.setPen(colours.accent);
    painter.setBrush(colours.surface);
    painter.drawRoundedRect(QRectF(QPointF(), size).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setPen(colours.text);
    painter.drawText(QRect(QPoint(), size), Qt::AlignCenter, text);
    return pixmap;
}

void run(QWidget *from, QMimeData *data, const QString &words)
{
    auto *drag = new QDrag(from);
    drag->setMimeData(data);
    drag->setPixmap(card(*from, words));
    drag->setHotSpot({-12, -4});
    drag->exec(Qt::CopyAction, Qt::CopyAction);
}

} // namespace

void devices(QWidget *from, const Fleet &fleet, const QList<DeviceId> &devices)
{
    if (devices.isEmpty())
        return;
    const QString words = devices.size() == 1 ? format::plain(fleet.displayName(devices.first()), 80) : format::devices(devices.size());
    run(from, dragdata::ofDevices(devices), words);
}

void metrics(QWidget *from, const Fleet &fleet, const QList<MetricId> &metrics)
{
    if (metrics.isEmpty())
        return;
    const MetricState *first = fleet.metric(metrics.first());
    const QString words = metrics.size() == 1 && first
        ? format::metricName(first->info)
        : QCoreApplication::translate("muster::dragout", "%1 metrics").arg(format::count(metrics.size()));
    run(from, dragdata::ofMetrics(metrics), words);
}

} // namespace muster::dragout
