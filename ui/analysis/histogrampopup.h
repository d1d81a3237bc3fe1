#pragma once

#include "analysis/histogram.h"
#include "core/device.h"

#include <QColor>
#include <QFrame>

class QLabel;

namespace muster {

/// Bars over bins, with a value axis below. The bin under the mouse or chosen with the arrow keys is told by `pointed`.
class HistogramPlot : public QWidget
{
    Q_OBJECT

public:
    explicit HistogramPlot(QWidget *parent = nullptr);

    void setHistogram(const Histogram &histogram, const Metric &metric, const QColor &colour);
    [[nodiscard]] QSize sizeHint() const override { return {420, 200}; }

Q_SIGNALS:
    void pointed(const QString &text); ///< empty: at nothing

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QRectF area() const;
    [[nodiscard]] QString value(double number) const;
    [[nodiscard]] QString describe(qsizetype bin) const;
    void point(qsizetype bin);

    Histogram m_histogram;
    Metric m_metric;
    QColor m_colour;
    qsizetype m_bin = -1;
};

/// How often a trace had which value in the visible range, as a pop-up; Esc closes it.
class HistogramPopup : public QFrame
{
    Q_OBJECT

public:
    HistogramPopup(MetricId metric, QWidget *parent = nullptr);

    [[nodiscard]] MetricId shown() const { return m_metric; }
    void show(const QString &name, const Metric &info, const QColor &colour, const Histogram &histogram);
    /// With its lower right corner there, as far as the screen allows.
    void popup(const QPoint &globalPos);

private:
    MetricId m_metric;
    QLabel *m_title;
    QLabel *m_about;
    HistogramPlot *m_plot;
    QString m_summary;
};

} // namespace muster
