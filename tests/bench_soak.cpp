// The whole program under a steady load: its window with a chart of eight traces, recording 1000 devices that each send three numbers ten times a
// second through a real mosquitto.
//
//   tests/support/display.sh bench_soak [--quick] [--minutes N] [--keep] [folder]
//
// Prints once in a while how it does and at the end "goal <name> <value> <unit> (wanted <op> <bound>) ok|short". The publisher is a process of its
// own, and both know what device d sends in round r, so that in the end every recorded value is held against the one that was sent. The memory that
// counts is what the program holds besides the live memory of its metrics, which grows by design until it is full, over the second half of the run.

#include "app/services.h"
#include "tests/support/broker.h"
#include "tests/support/goals.h"
#include "tests/support/uigaps.h"
#include "ui/chart/chartarea.h"
#include "ui/chart/chartpanel.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>
#include <QSettings>
#include <QSocketNotifier>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include <malloc.h>
#include <mosquitto.h>

#include <sys/resource.h>
#include <unistd.h>

using namespace muster;
using muster::test::Broker;
using muster::test::residentMiB;
using muster::test::UiGaps;

namespace {

constexpr int devices = 1'000;
constexpr int roundsPerSecond = 10;
constexpr int traces = 8;
constexpr const char *keys[] = {"temperature", "humidity", "energy_total"};

// --- what is sent ---------------------------------------------------------------------------------------------------------------------------

/// The numbers of one device, round after round: a temperature that wanders, a humidity that seldom moves, a counter.
class Source
{
public:
    explicit Source(int device)
        : m_random(quint32(device) * 2'654'435'761U + 1)
    {}
    void advance()
    {
        m_temperature += qint64(next() % 7) - 3;
        if (next() % 50 == 0)
            m_humidity = 300 + qint64(next() % 400);
        m_energy += qint64(next() % 20);
    }
    [[nodiscard]] double value(int key) const { return key == 0 ? double(m_temperature) / 100 : key == 1 ? double(m_humidity) / 10 : double(m_energy) / 1'000; }
    [[nodiscard]] QByteArray payload() const
    {
        char text[120];
        const int size = std::snprintf(text, sizeof text, R"({"temperature":%.2f,"humidity":%.1f,"energy_total":%.3f})", value(0), value(1), value(2));
        return {text, size};
    }

private:
    quint32 next()
    {
        m_random ^= m_random << 13;
        m_random ^= m_random >> 17;
        m_random ^= m_random << 5;
        return m_random;
    }
    quint32 m_random;
    qint64 m_temperature = 2'100;
    qint64 m_humidity = 450;
    qint64 m_energy = 1'000'000;
};

QByteArray topicOf(int device)
{
    return QByteArray("plant/line%1/sensor%2").replace("%1", QByteArray::number(device % 10)).replace("%2", QByteArray::number(device).rightJustified(3, '0'));
}

/// Ten rounds a second, each spread over its tenth of a second.
int publish(quint16 port, qint64 rounds)
{
    mosquitto_lib_init();
    mosquitto *const client = mosquitto_new("soak", true, nullptr);
    if (mosquitto_connect(client, "127.0.0.1", port, 60) != MOSQ_ERR_SUCCESS || mosquitto_loop_start(client) != MOSQ_ERR_SUCCESS)
        return 1;
    std::vector<Source> sources;
    QList<QByteArray> topics;
    for (int device = 0; device < devices; ++device) {
        sources.emplace_back(device);
        topics.append(topicOf(device));
    }
    QElapsedTimer clock;
    clock.start();
    constexpr int perSlice = devices / 10;
    for (qint64 slice = 0; slice < rounds * 10; ++slice) {
        const qint64 due = slice * 1'000 / (roundsPerSecond * 10);
        while (clock.elapsed() < due)
            QThread::msleep(ulong(std::max<qint64>(1, due - clock.elapsed())));
        for (int i = 0; i < perSlice; ++i) {
            const int device = int(slice % 10) * perSlice + i;
            sources[size_t(device)].advance();
            const QByteArray payload = sources[size_t(device)].payload();
            if (mosquitto_publish(client, nullptr, topics[device].constData(), int(payload.size()), payload.constData(), 0, false) != MOSQ_ERR_SUCCESS)
                return 1;
        }
    }
    while (mosquitto_want_write(client))
        QThread::msleep(10);
    QThread::msleep(500);
    mosquitto_disconnect(client);
    mosquitto_loop_stop(client, false);
    std::printf("sent %.1f s\n", double(clock.elapsed()) / 1'000);
    return 0;
}

// --- what the machine does to anybody ---------------------------------------------------------------------------------------------------------

/// A program that keeps a fifth of a processor busy and does nothing else: how late is its timer on this machine? Until its input ends.
int twin(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    UiGaps gaps;
    QTimer work;
    QObject::connect(&work, &QTimer::timeout, &work, [] {
        const auto busy = [] { return std::clock() * 1'000 / (CLOCKS_PER_SEC / 1'000); }; // µs of processor time
        for (const auto begin = busy(); busy() - begin < 2'000;) {
        }
    });
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &app, &QCoreApplication::quit);
    work.start(10);
    gaps.start();
    QCoreApplication::exec();
    std::printf("%.3f\n", gaps.quantile(0.99));
    return 0;
}

// --- what is measured -----------------------------------------------------------------------------------------------------------------------

double cpuSeconds()
{
    rusage usage {};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &t) { return double(t.tv_sec) + double(t.tv_usec) * 1e-6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double liveMemoryMiB(const Fleet &fleet)
{
    qsizetype bytes = 0;
    for (const DeviceId id : fleet.devices()) {
        for (const Metric &metric : fleet.device(id)->metrics) {
            if (const MetricState *const state = fleet.metric(metric.id))
                bytes += state->series.bytes();
        }
    }
    return double(bytes) / 1'048'576;
}

double heapInUseMiB()
{
    const struct mallinfo2 heap = mallinfo2();
    return double(heap.uordblks + heap.hblkhd) / 1'048'576;
}

/// The slope of a line through the points, by least squares.
double slope(const QList<QPointF> &points)
{
    double x = 0;
    double y = 0;
    for (const QPointF &point : points) {
        x += point.x() / double(points.size());
        y += point.y() / double(points.size());
    }
    double above = 0;
    double below = 0;
    for (const QPointF &point : points) {
        above += (point.x() - x) * (point.y() - y);
        below += (point.x() - x) * (point.x() - x);
    }
    return below > 0 ? above / below : 0;
}

/// The program, its window and the watches on both.
class Soak : public QObject
{
    Q_OBJECT

public:
    Soak(const QString &folder, quint16 port, qint64 rounds);
    [[nodiscard]] Result<void> begin();
    /// Holds the history against what was sent.
    void verify();
    void report();

private:
    void deviceCame();
    void look();
    void publisherEnded();
    [[nodiscard]] QString historyFile() const { return m_folder + QStringLiteral("/history.db"); }

    QString m_folder;
    quint16 m_port;
    qint64 m_rounds;
    QProcess m_publisher;
    std::unique_ptr<Services> m_services;
    std::unique_ptr<MainWindow> m_window;
    QHash<MetricId, std::pair<int, int>> m_sent; ///< device and key
    QProcess m_twin;
    UiGaps m_gaps;
    QTimer m_looks;
    QTimer m_end;
    QElapsedTimer m_clock;
    QList<QPointF> m_memory; ///< minutes, MiB besides live memory
    QList<QPointF> m_inUse;  ///< minutes, MiB of the heap that are in use, besides live memory
    double m_cpuAtStart = 0;
    double m_cpuAll = 0;
    double m_cpuWall = 0;
    double m_resident = 0;
    qint64 m_observed = 0;
    qint64 m_observedAtEnd = -1;
    bool m_charted = false;
};

Soak::Soak(const QString &folder, quint16 port, qint64 rounds)
    : m_folder(folder)
    , m_port(port)
    , m_rounds(rounds)
{
    connect(&m_looks, &QTimer::timeout, this, &Soak::look);
    connect(&m_end, &QTimer::timeout, this, &Soak::publisherEnded);
    connect(&m_publisher, &QProcess::finished, this, [this] { m_end.start(1'000); });
}

Result<void> Soak::begin()
{
    Options options;
    options.data = m_folder;
    options.endpoints = {QUrl(QStringLiteral("mqtt://127.0.0.1:%1").arg(m_port))};
    m_services = std::make_unique<Services>(options);
    m_window = std::make_unique<MainWindow>(MainWindowParts {
        m_services->fleet(), m_services->dispatcher(), m_services->diagnostics(), m_services->connections(), m_services->past(), m_services->archive()});
    connect(&m_services->fleet(), &Fleet::devicesAdded, this, &Soak::deviceCame);
    connect(&m_services->fleet(), &Fleet::devicesChanged, this, &Soak::deviceCame);
    connect(&m_services->fleet(), &Fleet::observed, this, [this](qsizetype samples) { m_observed += samples; });
    connect(&m_services->diagnostics(), &Diagnostics::statusChanged, this, [this](ConnectionId id) {
        if (m_services->diagnostics().status(id).state != ConnectionState::Open || m_publisher.state() != QProcess::NotRunning || m_clock.isValid())
            return;
        m_clock.start();
        // The subscription has been answered by then.
        QTimer::singleShot(1'000, this, [this] {
            m_publisher.setProcessChannelMode(QProcess::ForwardedChannels);
            m_publisher.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--publish"), QString::number(m_port), QString::number(m_rounds)});
        });
    });
    if (auto started = m_services->start(); !started)
        return started;
    m_window->resize(1'440, 860);
    m_window->show();
    return {};
}

void Soak::deviceCame()
{
    Fleet &fleet = m_services->fleet();
    if (m_charted || fleet.devices().size() < devices)
        return;
    QList<MetricId> chart;
    for (const DeviceId id : fleet.devices()) {
        if (chart.size() < traces && fleet.findMetric(id, QString::fromLatin1(keys[0])).isValid())
            chart.append(fleet.findMetric(id, QString::fromLatin1(keys[0])));
    }
    if (chart.size() < traces)
        return;
    m_charted = true;
    fleet.adopt(fleet.devices());
    m_window->present(chart, fleet.devices().constFirst());
    // Everything is there: from here on it is measured.
    QTimer::singleShot(3'000, this, [this] {
        m_cpuAtStart = cpuSeconds();
        m_clock.restart();
        m_gaps.start();
        m_twin.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--twin")});
        m_looks.start(1'000);
    });
}

void Soak::look()
{
    const double minutes = double(m_clock.elapsed()) / 60'000;
    m_resident = residentMiB();
    const double live = liveMemoryMiB(m_services->fleet());
    m_memory.append({minutes, m_resident - live});
    m_inUse.append({minutes, heapInUseMiB() - live});
    m_cpuAll = cpuSeconds() - m_cpuAtStart;
    m_cpuWall = minutes * 60;
    if (m_memory.size() % 30 == 0) {
        std::printf("%5.1f min: %6.1f M samples, CPU %3.0f %%, resident %4.0f MiB, of it live memory %4.0f MiB, heap in use %4.0f MiB, history %6.1f MiB, %d traces\n", minutes,
            double(m_observed) / 1e6, 100 * m_cpuAll / m_cpuWall, m_resident, live, heapInUseMiB(), double(QFileInfo(historyFile()).size()) / 1'048'576,
            int(m_window->findChild<ChartArea *>()->charts().constFirst()->view().traces().size()));
        std::fflush(stdout);
    }
}

void Soak::publisherEnded()
{
    m_looks.stop();
    m_gaps.stop();
    m_twin.closeWriteChannel();
    if (m_observedAtEnd != m_observed) { // until nothing more comes
        m_observedAtEnd = m_observed;
        return;
    }
    const Fleet &fleet = m_services->fleet();
    for (int device = 0; device < devices; ++device) {
        for (const DeviceId id : fleet.devices()) {
            if (!fleet.device(id)->addresses.constFirst().endsWith(QString::fromLatin1(topicOf(device))))
                continue;
            for (int key = 0; key < 3; ++key)
                m_sent.insert(fleet.findMetric(id, QString::fromLatin1(keys[key])), {device, key});
        }
    }
    test::note("window_and_history_drops", double(m_services->diagnostics().lostInAll()), "samples");
    test::note("late", double(fleet.late()), "samples");
    m_window->close();
    m_window.reset();
    QElapsedTimer closing;
    closing.start();
    m_services.reset();
    test::note("closing", double(closing.elapsed()), "ms");
    QCoreApplication::quit();
}

void Soak::verify()
{
    History history;
    if (const auto opened = history.open(historyFile(), History::Access::ReadOnly); !opened)
        qFatal("%s", qPrintable(opened.error().text));
    qint64 missing = 0;
    qint64 wrong = 0;
    qint64 extra = 0;
    for (auto metric = m_sent.cbegin(); metric != m_sent.cend(); ++metric) {
        const auto range = history.read(metric.key(), 0, nowMicros(), m_rounds * 2);
        if (!range)
            qFatal("%s", qPrintable(range.error().text));
        Source source(metric->first);
        for (qint64 round = 0; round < m_rounds; ++round) {
            source.advance();
            if (round < range->samples.size())
                wrong += range->samples[round].value == source.value(metric->second) ? 0 : 1;
        }
        missing += std::max<qint64>(0, m_rounds - range->samples.size());
        extra += std::max<qint64>(0, range->samples.size() - m_rounds);
    }
    const qint64 sent = m_rounds * devices * 3;
    missing += (devices * 3 - m_sent.size()) * m_rounds;
    const auto checked = history.check();
    test::note("sent", double(sent) / 1e6, "Msamples");
    test::goal("samples_lost", double(missing), "samples", "=", 0);
    test::goal("samples_wrong_or_twice", double(wrong + extra), "samples", "=", 0);
    test::goal("damaged_blocks", checked ? double(checked->damaged) : -1, "blocks", "=", 0);
    const HistoryStatistics statistics = history.statistics();
    test::note("file", double(statistics.fileBytes) / double(sent), "B/sample");
    test::note("file_without_free_pages", double(statistics.usedBytes) / double(sent), "B/sample");
    test::note("blocks", double(statistics.blockBytes) / double(std::max<qint64>(1, statistics.samples)), "B/sample");
}

void Soak::report()
{
    if (m_gaps.isEmpty() || m_memory.isEmpty()) {
        std::printf("the devices did not appear\n");
        test::goal("measured", 0, "runs", ">=", 1);
        return;
    }
    m_twin.waitForFinished(5'000);
    const double machine = m_twin.readAllStandardOutput().toDouble();
    const double p99 = m_gaps.quantile(0.99);
    test::note("ui_gap_p99", p99, "ms");
    test::note("baseline_gap_p99", machine, "ms, a program that only keeps a fifth of a processor busy");
    test::goal("ui_gap_p99_beyond_baseline", p99 - machine, "ms", "<=", 50);
    test::note("ui_gap_median", m_gaps.quantile(0.5), "ms");
    test::note("ui_gap_p999", m_gaps.quantile(0.999), "ms");
    test::note("ui_gap_worst", m_gaps.quantile(1), "ms");
    test::note("cpu", 100 * m_cpuAll / m_cpuWall, "% of a core");
    test::note("measured", m_cpuWall / 60, "min");
    test::note("resident", m_resident, "MiB");
    test::note("resident_besides_live_memory", m_memory.constLast().y(), "MiB");
    test::note("heap_in_use_slope", slope(m_inUse.mid(m_inUse.size() / 2)), "MiB/min"); // without what the allocator keeps for later
    const double growth = slope(m_memory.mid(m_memory.size() / 2));
    if (m_cpuWall >= 480)
        test::goal("memory_slope", growth, "MiB/min", "<=", 1);
    else
        test::note("memory_slope", growth, "MiB/min"); // the buffers are still filling
}

} // namespace

int main(int argc, char **argv)
{
    if (argc == 4 && qstrcmp(argv[1], "--publish") == 0)
        return publish(quint16(std::atoi(argv[2])), std::atoll(argv[3]));
    if (argc == 2 && qstrcmp(argv[1], "--twin") == 0)
        return twin(argc, argv);
    QApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{QStringLiteral("quick"), QString()}, {QStringLiteral("keep"), QString()},
        {QStringLiteral("minutes"), QString(), QStringLiteral("n"), QStringLiteral("10")}});
    parser.process(app);
    if (const QString missing = Broker::missing({}); !missing.isEmpty()) {
        std::fprintf(stderr, "cannot measure: %s\n", qPrintable(missing));
        return 77;
    }
    const QString place = parser.positionalArguments().value(0, QDir::tempPath());
    QTemporaryDir folder(place + QStringLiteral("/bench_soak-XXXXXX"));
    folder.setAutoRemove(!parser.isSet(QStringLiteral("keep")));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    Broker broker;
    if (!broker.start({.configuration = "max_queued_messages 0\nset_tcp_nodelay true\n"})) {
        std::fprintf(stderr, "the broker did not start: %s\n", broker.log().constData());
        return 1;
    }
    const double seconds = parser.isSet(QStringLiteral("quick")) ? 15 : parser.value(QStringLiteral("minutes")).toDouble() * 60;
    Soak soak(folder.path(), broker.port(), qint64(seconds * roundsPerSecond));
    if (const auto begun = soak.begin(); !begun) {
        std::fprintf(stderr, "%s\n", qPrintable(begun.error().text));
        return 1;
    }
    QApplication::exec();
    soak.report();
    soak.verify();
    return test::goalsExit();
}

#include "bench_soak.moc"
