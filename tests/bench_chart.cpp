// How fast a live chart draws: 8 traces of 10 kHz, a window of 60 s full of samples, fed through Fleet::observe every 20 ms while the
// chart draws by itself. Measures the frames that really reached the widget and the gaps of a 10 ms timer on the same thread.
//
//     QT_QPA_PLATFORM=offscreen bench_chart [--quick] [--show out.png] [--dark]
//
// Beside it, in the same run, a chart of the same size with the same data in QLineSeries::replace, thinned out to 2400 points a trace.

#include "core/fleet.h"
#include "core/past.h"
#include "tests/support/goals.h"
#include "ui/chart/chartpanel.h"
#include "ui/chart/cursorlink.h"
#include "ui/chart/watches.h"
#include "ui/theme.h"

#include <QApplication>
#include <QChart>
#include <QChartView>
#include <QElapsedTimer>
#include <QLineSeries>
#include <QTimer>
#include <QValueAxis>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <vector>

using namespace muster;

namespace {

constexpr int traces = 8;
constexpr int hertz = 10'000;
constexpr int windowSeconds = 60;
constexpr int batchMs = 20;
constexpr Micros period = 1'000'000 / hertz;
const QSize windowSize(1200, 700);

/// Counts the frames that a widget paints, and how many of them differ from the one before.
class FrameCounter : public QObject
{
public:
    using QObject::QObject;

    int painted = 0;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        painted += event->type() == QEvent::Paint ? 1 : 0;
        return QObject::eventFilter(watched, event);
    }
};

double wave(int trace, Micros time)
{
    const double t = double(time % 1'000'000'000) * 1e-6;
    const double noise = double((quint64(time) * 2654435761ULL + quint64(trace) * 97) % 1000) / 1000.0 - 0.5;
    return (trace + 1) * 10 + 3 * std::sin(t * (0.2 + 0.11 * trace)) + noise;
}

/// The samples of every trace from `from` up to `to`, as Ingest would hand them over.
SampleBatch batch(const QList<MetricId> &metrics, Micros from, Micros to)
{
    SampleBatch result;
    for (Micros time = (from + period - 1) / period * period; time < to; time += period) {
        for (int trace = 0; trace < traces; ++trace)
            result.samples.append({time, wave(trace, time), metrics.at(trace), 0, 0});
    }
    return result;
}

QList<MetricId> announce(Fleet &fleet)
{
    Device device;
    device.id = DeviceId {1};
    device.addresses = {QStringLiteral("bench:1")};
    device.name = QStringLiteral("Test bench");
    QList<MetricId> metrics;
    for (int trace = 0; trace < traces; ++trace) {
        Metric metric;
        metric.id = MetricId {quint32(trace + 1)};
        metric.key = QStringLiteral("channel%1").arg(trace + 1);
        metric.name = QStringLiteral("Channel %1").arg(trace + 1);
        metric.unit = trace < 5 ? QStringLiteral("V") : QStringLiteral("°C");
        device.metrics.append(metric);
        metrics.append(metric.id);
    }
    fleet.announce({device});
    return metrics;
}

void run(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
}

double percentile(std::vector<double> sorted, double part)
{
    if (sorted.empty())
        return NAN;
    std::sort(sorted.begin(), sorted.end());
    return sorted[std::min(sorted.size() - 1, size_t(part * double(sorted.size())))];
}

/// The share of an image's pixels that have a trace's colour: proof that the frame shows what it should.
double traceShare(const QImage &image, const ChartView &view)
{
    QList<QRgb> colours;
    for (int trace = 0; trace < traces; ++trace)
        colours.append(view.colour(trace).rgb());
    qint64 hits = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            hits += colours.contains(image.pixel(x, y) | 0xFF000000U) ? 1 : 0;
        }
    }
    return double(hits) / (double(image.width()) * image.height());
}

struct Measured
{
    double framesPerSecond = 0;
    double gap50 = 0;
    double gap99 = 0;
    double gapMax = 0;
};

/// Feeds and lets the event loop run for a while; what is drawn meanwhile is the chart's own doing.
Measured measure(Fleet &fleet, const QList<MetricId> &metrics, Micros &fedTo, QWidget &painted, int ms)
{
    FrameCounter counter;
    painted.installEventFilter(&counter);
    QTimer feed;
    feed.setTimerType(Qt::PreciseTimer);
    QObject::connect(&feed, &QTimer::timeout, &feed, [&] {
        const Micros now = nowMicros();
        fleet.observe(batch(metrics, fedTo, now));
        fedTo = (now + period - 1) / period * period;
    });
    std::vector<double> gaps;
    QElapsedTimer sinceLast;
    QTimer probe;
    probe.setTimerType(Qt::PreciseTimer);
    QObject::connect(&probe, &QTimer::timeout, &probe, [&] {
        if (sinceLast.isValid())
            gaps.push_back(double(sinceLast.nsecsElapsed()) / 1e6);
        sinceLast.start();
    });
    feed.start(batchMs);
    run(500); // settle
    counter.painted = 0;
    QElapsedTimer clock;
    clock.start();
    probe.start(10);
    run(ms);
    const double seconds = double(clock.nsecsElapsed()) / 1e9;
    const int frames = counter.painted;
    probe.stop();
    painted.removeEventFilter(&counter);
    return {frames / seconds, percentile(gaps, 0.5), percentile(gaps, 0.99), percentile(gaps, 1)};
}

/// Milliseconds of processor time of this thread: what a frame costs, however busy the machine is with other things.
double threadMs()
{
    timespec time {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

struct FrameCost
{
    double gather = 0; ///< ms: from the samples to what is to be drawn
    double paint = 0;  ///< ms: to the pixels
};

/// What a frame of the chart costs when it is asked for one after the other.
FrameCost frameCost(ChartView &view, int frames)
{
    FrameCost cost;
    for (int i = 0; i < frames; ++i) {
        const double start = threadMs();
        view.draw();
        const double gathered = threadMs();
        view.viewport()->repaint();
        cost.gather += (gathered - start) / frames;
        cost.paint += (threadMs() - gathered) / frames;
    }
    return cost;
}

/// The plain way: QLineSeries with the samples of the window, every n-th of them.
double lineSeriesCost(const Fleet &fleet, const QList<MetricId> &metrics, int points, int frames)
{
    QChartView view(new QChart);
    auto *x = new QValueAxis;
    auto *y = new QValueAxis;
    view.chart()->addAxis(x, Qt::AlignBottom);
    view.chart()->addAxis(y, Qt::AlignLeft);
    y->setRange(0, 100);
    QList<QLineSeries *> series;
    for (int trace = 0; trace < traces; ++trace) {
        auto *line = new QLineSeries;
        view.chart()->addSeries(line);
        line->attachAxis(x);
        line->attachAxis(y);
        series.append(line);
    }
    view.resize(windowSize);
    view.show();
    run(50);
    const double start = threadMs();
    for (int frame = 0; frame < frames; ++frame) {
        for (int trace = 0; trace < traces; ++trace) {
            const Series &source = fleet.metric(metrics.at(trace))->series;
            const qsizetype first = std::max<qsizetype>(0, source.size() - windowSeconds * hertz);
            const qsizetype step = std::max<qsizetype>(1, (source.size() - first) / points);
            QList<QPointF> data;
            data.reserve(points + 1);
            for (qsizetype i = first; i < source.size(); i += step)
                data.append({double(source.timeAt(i)) * 1e-6, source.valueAt(i)});
            series.at(trace)->replace(data);
        }
        const double end = double(nowMicros()) * 1e-6;
        x->setRange(end - windowSeconds, end);
        view.viewport()->repaint();
    }
    return (threadMs() - start) / frames;
}

void fill(Fleet &fleet, const QList<MetricId> &metrics, Micros from, Micros to)
{
    for (Micros at = from; at < to; at += 1'000'000)
        fleet.observe(batch(metrics, at, std::min(to, at + 1'000'000)));
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const bool quick = arguments.contains(QStringLiteral("--quick"));
    theme::apply(app, arguments.contains(QStringLiteral("--dark")) ? theme::Mode::Dark : theme::Mode::Light);

    Fleet fleet;
    Watches watches(fleet);
    const QList<MetricId> metrics = announce(fleet);
    Past past;
    CursorLink cursors;
    ChartPanel panel({fleet, watches, past, cursors});
    panel.plot(metrics);
    panel.view().setWindow(windowSeconds * 1'000'000LL);
    Micros fedTo = nowMicros() / period * period;
    fill(fleet, metrics, fedTo - (windowSeconds + 3) * 1'000'000LL, fedTo);
    panel.resize(windowSize);
    panel.show();
    run(200);
    const Micros caughtUp = nowMicros() / period * period;
    fill(fleet, metrics, fedTo, caughtUp);
    fedTo = caughtUp;

    const Measured live = measure(fleet, metrics, fedTo, *panel.view().viewport(), quick ? 5'000 : 20'000);
    const QImage picture = panel.view().viewport()->grab().toImage();
    const double share = traceShare(picture, panel.view());
    const Series &first = fleet.metric(metrics.first())->series;
    const qsizetype inWindow = first.size() - first.lowerBound(panel.view().shownRange().from);
    const FrameCost cost = frameCost(panel.view(), quick ? 50 : 200);
    const double ours = cost.gather + cost.paint;
    const double theirs = lineSeriesCost(fleet, metrics, 2'400, quick ? 10 : 40);
    if (const qsizetype at = arguments.indexOf(QStringLiteral("--show")); at >= 0 && at + 1 < arguments.size())
        panel.grab().save(arguments.at(at + 1));

    std::printf("window %dx%d, platform %s, %d traces x %d Hz, %lld samples of each in the window, %.1f %% of the pixels are traces\n", windowSize.width(),
        windowSize.height(), qPrintable(QGuiApplication::platformName()), traces, hertz, static_cast<long long>(inWindow), share * 100);
    std::printf("live: %.1f frames/s, 10 ms timer p50 %.1f p99 %.1f max %.1f ms\n", live.framesPerSecond, live.gap50, live.gap99, live.gapMax);
    std::printf("processor time of a frame: %.2f ms (%.2f to gather, %.2f to paint); QLineSeries::replace with %d x 2400 points: %.2f ms; ratio %.1f\n", ours,
        cost.gather, cost.paint, traces, theirs, theirs / ours);
    const bool real = inWindow >= windowSeconds * hertz * 99 / 100 && share > 0.01;
    if (!real)
        std::printf("the window was not full or the frame blank: nothing was measured\n");
    test::goal("chart_fps", live.framesPerSecond, "fps", ">=", 60, real);
    test::goal("ui_gap_p99", live.gap99, "ms", "<=", 20, real);
    return test::goalsExit();
}
