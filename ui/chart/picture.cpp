#include "ui/chart/picture.h"

#include "ui/chart/chartview.h"
#include "ui/theme.h"

#include <QBuffer>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <algorithm>

namespace muster::picture {

namespace {

constexpr int margin = 12;
constexpr int rowHeight = 20;

/// The legend in rows above the chart; its height. Measures only when `painter` is null.
int legend(const ChartView &chart, int width, QPainter *painter)
{
    const QFont font = theme::small(chart.font());
    const QFontMetrics metrics(font);
    const theme::Colours &colours = theme::colours(chart.palette());
    int x = margin;
    int y = margin;
    for (qsizetype i = 0; i < chart.traces().size(); ++i) {
        if (!chart.traces().at(i).shown)
            continue;
        const QString name = metrics.elidedText(chart.traces().at(i).name(), Qt::ElideMiddle, width / 2);
        const int needed = 14 + metrics.horizontalAdvance(name) + 16;
        if (x > margin && x + needed > width - margin) {
            x = margin;
            y += rowHeight;
        }
        if (painter) {
            painter->setFont(font);
            painter->fillRect(QRect(x, y + 5, 10, 10), chart.colour(i));
            painter->setPen(colours.text);
            painter->drawText(QPoint(x + 14, y + 5 + (10 + metrics.ascent() - metrics.descent()) / 2), name);
        }
        x += needed;
    }
    return y + rowHeight;
}

void paint(ChartView &chart, QPainter &painter, const QSize &size, int top)
{
    painter.fillRect(QRect(QPoint(0, 0), size), theme::colours(chart.palette()).surface);
    legend(chart, size.width(), &painter);
    const bool hadCursor = chart.cursor() != nullptr;
    const double cursorX = hadCursor ? chart.cursor()->x : 0;
    chart.setCursorAt(std::nullopt);
    chart.draw();
    chart.scene()->render(&painter, QRectF(0, top, size.width(), size.height() - top), QRectF(QPointF(0, 0), QSizeF(chart.size())));
    if (hadCursor)
        chart.setCursorAt(cursorX);
}

} // namespace

QImage image(ChartView &chart, qreal factor)
{
    const int top = legend(chart, chart.width(), nullptr);
    const QSize size(chart.width(), chart.height() + top);
    QImage picture((QSizeF(size) * factor).toSize(), QImage::Format_RGB32);
    picture.setDevicePixelRatio(factor);
    QPainter painter(&picture);
    paint(chart, painter, size, top);
    return picture;
}

QByteArray svg(ChartView &chart)
{
    const int top = legend(chart, chart.width(), nullptr);
    const QSize size(chart.width(), chart.height() + top);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(0, 0), size));
    generator.setTitle(chart.accessibleName());
    QPainter painter(&generator);
    paint(chart, painter, size, top);
    painter.end();
    return bytes;
}

Result<void> write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return failure(Error::Code::Io, ChartView::tr("“%1” could not be written: %2.").arg(path, file.errorString()));
}

Result<void> writePng(ChartView &chart, const QString &path)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image(chart).save(&buffer, "PNG");
    return write(path, bytes);
}

} // namespace muster::picture
