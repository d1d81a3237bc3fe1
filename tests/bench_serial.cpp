// Eight serial ports at 1 Mbit/s each at once, from the wire to the fleet's memory: is anything lost, and what does it cost beside bare QSerialPort?
//   bench_serial [--quick]

#include "backends/serial/serialbackend.h"
#include "core/fleet.h"
#include "core/ingest.h"
#include "tests/support/goals.h"
#include "tests/support/ptypair.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QSerialPort>
#include <QTimer>

#include <sys/resource.h>
#include <sys/wait.h>

#include <cstdio>
#include <cstring>
#include <ctime>

using namespace muster;

namespace {

constexpr int ports = 8;
constexpr int bytesPerSecond = 100'000; // 1 Mbit/s, ten bits a byte
constexpr int wakeUps = 200;            // of the writer a second: pieces of 500 bytes

double cpuSeconds()
{
    rusage usage {};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &t) { return double(t.tv_sec) + double(t.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// "1234567,3.142,…": 56 bytes with a number that counts up and seven channels.
int makeLine(char *line, unsigned number)
{
    return std::snprintf(line, 64, "%07u,21.375,40.125,3.142,2.718,1.414,-9.807,101.32,5\n", number);
}

/// The boards, in a process of their own: writes lines to every descriptor at the pace of the line, then says how many there were.
unsigned talk(const std::vector<int> &lines, int seconds)
{
    std::vector<QByteArray> waiting(lines.size());
    unsigned number = 0;
    timespec next {};
    ::clock_gettime(CLOCK_MONOTONIC, &next);
    const qint64 due = qint64(bytesPerSecond) / wakeUps;
    for (int i = 0; i < seconds * wakeUps; ++i) {
        QByteArray piece;
        while (piece.size() < due) {
            char line[64];
            piece.append(line, makeLine(line, ++number));
        }
        for (size_t port = 0; port < lines.size(); ++port) {
            waiting[port] += piece;
            const ssize_t size = ::write(lines[port], waiting[port].constData(), size_t(waiting[port].size()));
            waiting[port].remove(0, size > 0 ? size : 0);
        }
        next.tv_nsec += 1'000'000'000 / wakeUps;
        next.tv_sec += next.tv_nsec / 1'000'000'000;
        next.tv_nsec %= 1'000'000'000;
        ::clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &next, nullptr);
    }
    for (size_t port = 0; port < lines.size(); ++port) {
        while (!waiting[port].isEmpty()) {
            const ssize_t size = ::write(lines[port], waiting[port].constData(), size_t(waiting[port].size()));
            waiting[port].remove(0, size > 0 ? size : 0);
            ::usleep(1'000);
        }
    }
    return number;
}

struct Round
{
    unsigned lines = 0;  ///< said on each port
    double cpu = 0;      ///< seconds of this process for each second
};

/// Lets the boards talk while the event loop runs, until `isDone` or two seconds after them.
template<class IsDone>
Round run(std::vector<std::unique_ptr<test::PtyPair>> &ptys, int seconds, IsDone isDone)
{
    std::vector<int> lines;
    for (const auto &pty : ptys)
        lines.push_back(pty->device());
    int answer[2] = {};
    if (::pipe(answer) != 0)
        std::exit(2);
    const double before = cpuSeconds();
    QElapsedTimer clock;
    clock.start();
    const pid_t child = ::fork();
    if (child == 0) {
        const unsigned number = talk(lines, seconds);
        [[maybe_unused]] const ssize_t size = ::write(answer[1], &number, sizeof number);
        ::_exit(0);
    }
    Round round;
    QEventLoop loop;
    QTimer watch;
    QObject::connect(&watch, &QTimer::timeout, &loop, [&] {
        if (::waitpid(child, nullptr, WNOHANG) != 0)
            loop.quit();
    });
    watch.start(20);
    loop.exec();
    [[maybe_unused]] const ssize_t size = ::read(answer[0], &round.lines, sizeof round.lines);
    ::close(answer[0]);
    ::close(answer[1]);
    round.cpu = (cpuSeconds() - before) / (double(clock.elapsed()) / 1e3);
    for (QElapsedTimer rest(clock); !isDone(round.lines) && clock.elapsed() < seconds * 1'000 + 4'000;)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    return round;
}

Round bare(int seconds)
{
    std::vector<std::unique_ptr<test::PtyPair>> ptys;
    std::vector<std::unique_ptr<QSerialPort>> readers;
    qint64 bytes = 0;
    for (int i = 0; i < ports; ++i) {
        ptys.push_back(std::make_unique<test::PtyPair>());
        readers.push_back(std::make_unique<QSerialPort>(ptys.back()->path()));
        QSerialPort *reader = readers.back().get();
        reader->open(QIODevice::ReadWrite);
        QObject::connect(reader, &QSerialPort::readyRead, reader, [reader, &bytes] { bytes += reader->readAll().size(); });
    }
    return run(ptys, seconds, [](unsigned) { return true; });
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const int seconds = argc > 1 && std::strcmp(argv[1], "--quick") == 0 ? 4 : 15;
    const Round baseline = bare(seconds);

    std::vector<std::unique_ptr<test::PtyPair>> ptys;
    QList<serial::Port> list;
    for (int i = 0; i < ports; ++i) {
        ptys.push_back(std::make_unique<test::PtyPair>());
        serial::Port port;
        port.path = ptys.back()->path();
        port.usb = true;
        port.serialNumber = QStringLiteral("N%1").arg(i);
        list.append(port);
    }
    Ingest ingest;
    Fleet fleet;
    serial::PortClaims claims;
    SerialBackend backend({{1}, QStringLiteral("bench"), QUrl(QStringLiteral("serial:auto?baud=1000000")), true}, ingest, claims, [&list] { return list; });
    QObject::connect(&ingest, &Ingest::devicesAnnounced, &fleet, &Fleet::announce);
    QObject::connect(&ingest, &Ingest::sampled, &fleet, &Fleet::observe);
    QObject::connect(&fleet, &Fleet::observed, &ingest, &Ingest::acknowledge);
    quint64 samples = 0;
    QObject::connect(&ingest, &Ingest::sampled, &fleet, [&samples](const SampleBatch &batch) { samples += quint64(batch.samples.size()); });
    backend.start();
    ingest.flush();
    ingest.setMembers(fleet.devices(), true);

    // The first line of each port may be half of one, and what two lines agree on makes the columns: up to two are not used.
    const auto expected = [](unsigned lines) { return quint64(ports) * (lines - 2) * 9; };
    const Round round = run(ptys, seconds, [&](unsigned lines) { return samples >= expected(lines); });
    const Counters &counters = ingest.counters({1});
    const double missing = samples >= expected(round.lines) ? 0 : double(expected(round.lines) - samples);
    std::printf("%d ports, %u lines each in %d s, %llu samples, %llu bytes\n", ports, round.lines, seconds, static_cast<unsigned long long>(samples),
        static_cast<unsigned long long>(at(counters, Count::Bytes)));
    test::goal("serial_missing", missing, "samples", "=", 0);
    test::goal("serial_lost", double(lost(counters)), "counted", "=", 0);
    test::goal("serial_cpu", round.cpu * 100, "% of one core", "<=", 50);
    std::printf("bare QSerialPort: %.1f %% of one core\n", baseline.cpu * 100);
    backend.stop();
    return test::goalsExit();
}
