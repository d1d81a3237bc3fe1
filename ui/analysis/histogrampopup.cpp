#include "ui/analysis/histogrampopup.h"

#include "ui/format.h"
#include "ui/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace muster {

HistogramPlot::HistogramPlot(QWidget *parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Histogram"));
}

void HistogramPlot::setHistogram(const Histogram &histogram, const Metric &metric, const QColor &colour)
{
    m_histogram = histogram;
    m_metric = metric;
    m_colour = colour;
    m_bin = std::min(m_bin, histogram.counts.size() - 1);
    update();
}

QRectF HistogramPlot::area() const
{
    return QRectF(rect()).adjusted(4, 4, -4, -fontMetrics().height() - 6);
}

QString HistogramPlot::value(double number) const
{
    // As fine as the bins are, however coarse the metric is shown otherwise.
    const int digits = std::clamp(int(std::ceil(-std::log10(std::max(m_histogram.width, 1e-9)))) + 1, 0, 6);
    Metric metric = m_metric;
    if (metric.type == MetricType::Number)
        metric.decimals = digits;
    return format::quantity(metric, number).joined();
}

QString HistogramPlot::describe(qsizetype bin) const
{
    const double count = m_histogram.counts.at(bin);
    const double share = m_histogram.samples > 0 ? count / double(m_histogram.samples) * 100 : 0;
    const QString samples = tr("%1 samples, %2 %").arg(format::count(qint64(std::llround(count))), format::number(share, 1));
    const double low = m_histogram.lowerEnd(bin);
    if (m_metric.type != MetricType::Number)
        return tr("%1: %2").arg(value(std::round(low + m_histogram.width / 2)), samples);
    return tr("%1 to %2: %3").arg(value(low), value(low + m_histogram.width), samples);
}

void HistogramPlot::point(qsizetype bin)
{
    if (bin == m_bin)
        return;
    m_bin = bin;
    update();
    const QString text = bin >= 0 ? describe(bin) : QString();
    setAccessibleDescription(text);
    Q_EMIT pointed(text);
}

void HistogramPlot::mouseMoveEvent(QMouseEvent *event)
{
    const QRectF area = this->area();
    const double part = (event->position().x() - area.left()) / area.width();
    const auto bins = double(m_histogram.counts.size());
    point(part >= 0 && part < 1 && bins > 0 ? qsizetype(part * bins) : -1);
}

void HistogramPlot::leaveEvent(QEvent *)
{
    point(-1);
}

void HistogramPlot::keyPressEvent(QKeyEvent *event)
{
    const qsizetype last = m_histogram.counts.size() - 1;
    const int by = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (by == 0 || last < 0)
        return QWidget::keyPressEvent(event);
    point(std::clamp<qsizetype>(m_bin < 0 ? (by > 0 ? 0 : last) : m_bin + by, 0, last));
}

void HistogramPlot::paintEvent(QPaintEvent *)
{
    const theme::Colours &colours = theme::colours(palette());
    const QRectF area = this->area();
    QPainter painter(this);
    if (m_histogram.isEmpty()) {
        painter.setPen(colours.muted);
        painter.drawText(area, Qt::AlignCenter, tr("No samples in the visible range."));
        return;
    }
    const double highest = std::max(1.0, *std::max_element(m_histogram.counts.begin(), m_histogram.counts.end()));
    const double step = area.width() / double(m_histogram.counts.size());
    for (qsizetype bin = 0; bin < m_histogram.counts.size(); ++bin) {
        const double count = m_histogram.counts.at(bin);
        if (count <= 0)
            continue;
        // What is there is seen, however little it is.
        const double height = std::max(1.0, count / highest * area.height());
        QColor colour = m_colour;
        colour.setAlphaF(m_bin < 0 || m_bin == bin ? 1.0F : 0.5F);
        const double left = std::round(area.left() + double(bin) * step);
        const double right = std::round(area.left() + double(bin + 1) * step) - (step > 3 ? 1 : 0);
        painter.fillRect(QRectF(left, area.bottom() - height, std::max(1.0, right - left), height), colour);
    }
    painter.setPen(colours.line);
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    painter.setPen(colours.muted);
    const QRectF labels(area.left(), area.bottom() + 4, area.width(), fontMetrics().height());
    const bool isState = m_metric.type != MetricType::Number;
    painter.drawText(labels, Qt::AlignLeft, value(isState ? std::round(m_histogram.low + m_histogram.width / 2) : m_histogram.low));
    if (m_histogram.counts.size() > 1)
        painter.drawText(labels, Qt::AlignRight, value(isState ? std::round(m_histogram.high() - m_histogram.width / 2) : m_histogram.high()));
}

HistogramPopup::HistogramPopup(MetricId metric, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_metric(metric)
    , m_title(new QLabel)
    , m_about(new QLabel)
    , m_plot(new HistogramPlot)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setAccessibleName(tr("Histogram"));
    for (QLabel *label : {m_title, m_about})
        label->setTextFormat(Qt::PlainText);
    m_about->setForegroundRole(QPalette::PlaceholderText);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->addWidget(m_title);
    layout->addWidget(m_plot, 1);
    layout->addWidget(m_about);
    connect(m_plot, &HistogramPlot::pointed, this, [this](const QString &text) { m_about->setText(text.isEmpty() ? m_summary : text); });
}

void HistogramPopup::show(const QString &name, const Metric &info, const QColor &colour, const Histogram &histogram)
{
    m_title->setText(format::plain(name, 80));
    m_plot->setHistogram(histogram, info, colour);
    m_summary = tr("%1 samples in %n bin(s)", nullptr, int(histogram.counts.size())).arg(format::count(histogram.samples));
    if (histogram.isSampled)
        m_summary = tr("%1, of %2 chosen at random").arg(m_summary, format::count(Reservoir::defaultLimit));
    if (const double outside = histogram.below + histogram.above; outside > 0)
        m_summary = tr("%1; %2 outliers lie outside").arg(m_summary, format::count(qint64(std::llround(outside))));
    m_about->setText(m_summary);
}

void HistogramPopup::popup(const QPoint &globalPos)
{
    adjustSize();
    QRect place(globalPos - QPoint(width(), height()), size());
    if (const QScreen *const shown = screen()) {
        const QRect available = shown->availableGeometry();
        place.moveLeft(std::clamp(place.left(), available.left(), std::max(available.left(), available.right() - place.width())));
        place.moveTop(std::clamp(place.top(), available.top(), std::max(available.top(), available.bottom() - place.height())));
    }
    move(place.topLeft());
    QFrame::show();
    m_plot->setFocus();
}

} // namespace muster
