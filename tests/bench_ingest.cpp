// How many MQTT messages a second get from a broker into the fleet, beside a libmosquitto subscriber that does nothing with them.
//
//   bench_ingest [--quick] [--messages N] [--rounds N]
//
// A round starts a mosquitto, a subscriber and a publisher, each a process of its own, and counts a fixed number of messages from 1000 devices,
// three numbers each as JSON. The broker queues without limit, so nothing may get lost; what does is reported and spoils the round. Three
// subscribers take turns:
//   loop    libmosquitto as everybody uses it, mosquitto_loop_forever() and a counter; it waits in pselect() before every packet
//   bare    libmosquitto as fast as it goes: poll(), then mosquitto_loop_read() until the socket is empty, and a counter
//   fleet   MqttClient → MqttBackend → Ingest on a thread of its own → Fleet on the main thread
// Two ratios are taken against the better of the other two in the same round: of the messages/s, and of what they allow at most, the processor time
// a message costs the busiest thread. On a busy machine, or where the broker is what is slow, only the second tells much. The figure is the
// smaller one of their medians over the rounds. The first twentieth of the messages is not counted.
#include "backends/mqtt/mqttbackend.h"
#include "core/fleet.h"
#include "core/ingest.h"
#include "tests/support/broker.h"
#include "tests/support/goals.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QThread>
#include <QTimer>

#include <mosquitto.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <string>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace muster;
using muster::test::Broker;

namespace {

constexpr int devices = 1'000;
constexpr int metricsPerDevice = 3;
constexpr double wanted = 0.6;
constexpr int warmUpShare = 20;

double cpuSeconds(int who)
{
    rusage usage {};
    getrusage(who, &usage);
    const auto seconds = [](const timeval &t) { return double(t.tv_sec) + double(t.tv_usec) * 1e-6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// Time and processor time between the end of the warm-up and the last message.
class Stretch
{
public:
    explicit Stretch(qint64 messages)
        : m_messages(messages)
    {}

    /// True once all are there.
    bool reached(qint64 count)
    {
        if (m_begin < 0 && count >= m_messages / warmUpShare) {
            m_begin = count;
            m_clock.start();
            m_cpu = cpuSeconds(RUSAGE_SELF);
        }
        if (count < m_messages)
            return false;
        m_seconds = double(m_clock.nsecsElapsed()) * 1e-9;
        m_cpu = cpuSeconds(RUSAGE_SELF) - m_cpu;
        m_counted = count - m_begin;
        return true;
    }
    /// One line for the driver: messages/s, CPU µs per message.
    void print(const char *more = "") const
    {
        std::printf("result %.0f %.3f%s\n", double(m_counted) / m_seconds, m_cpu * 1e6 / double(m_counted), more);
        std::fflush(stdout);
    }
    [[nodiscard]] qint64 counted() const { return m_counted; }

private:
    qint64 m_messages;
    qint64 m_begin = -1;
    qint64 m_counted = 0;
    double m_seconds = 0;
    double m_cpu = 0;
    QElapsedTimer m_clock;
};

void ready()
{
    std::puts("ready");
    std::fflush(stdout);
}

// --- publisher: MQTT 3.1.1 by hand, so that it costs the others as little processor time as can be --------------------------------------------

bool writeAll(int socket, const std::string &bytes)
{
    for (size_t done = 0; done < bytes.size();) {
        const auto written = write(socket, bytes.data() + done, bytes.size() - done);
        if (written <= 0)
            return false;
        done += size_t(written);
    }
    return true;
}

std::string publishPacket(int device, qint64 round)
{
    char topic[48];
    char payload[120];
    const auto topicSize = size_t(std::snprintf(topic, sizeof topic, "plant/line%d/sensor%03d", device % 10, device));
    const auto payloadSize = size_t(std::snprintf(payload, sizeof payload, R"({"temperature":%.2f,"humidity":%.1f,"energy_total":%.3f})",
        20 + double((round + device) % 500) * 0.01, 40 + double(round % 200) * 0.1, double(round) * 0.125 + device));
    std::string packet;
    packet += char(0x30);                        // PUBLISH, QoS 0
    packet += char(2 + topicSize + payloadSize); // fits into one byte
    packet += char(0);
    packet += char(topicSize);
    packet.append(topic, topicSize);
    packet.append(payload, payloadSize);
    return packet;
}

int publish(quint16 port, qint64 messages)
{
    const int connection = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    // A short queue in the kernel: with a long one, what the broker (which reads byte by byte) has no room for is dropped and sent anew after a while,
    // and the broker idles.
    const int queue = 32'768;
    setsockopt(connection, SOL_SOCKET, SO_SNDBUF, &queue, sizeof queue);
    if (connect(connection, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
        return 1;
    // CONNECT: MQTT 3.1.1, clean session, keep-alive 600 s, client id "bench"
    const std::string hello("\x10\x11\x00\x04MQTT\x04\x02\x02\x58\x00\x05"
                            "bench",
        19);
    char answer[4] = {};
    if (!writeAll(connection, hello) || recv(connection, answer, 4, MSG_WAITALL) != 4 || answer[3] != 0)
        return 1;
    std::string chunk;
    for (qint64 i = 0; i < messages; ++i) {
        chunk += publishPacket(int(i % devices), i / devices);
        if (chunk.size() >= 32'768 || i + 1 == messages) {
            if (!writeAll(connection, chunk))
                return 1;
            chunk.clear();
        }
    }
    writeAll(connection, std::string("\xE0\x00", 2));
    char byte = 0;
    while (recv(connection, &byte, 1, 0) > 0) { // until the broker has read all and closes
    }
    close(connection);
    return 0;
}

// --- bare subscriber --------------------------------------------------------------------------------------------------------------------------

struct Bare
{
    Stretch stretch;
    qint64 count = 0;
};

void drain(mosquitto *client)
{
    for (pollfd waiting {mosquitto_socket(client), POLLIN, 0}; mosquitto_socket(client) >= 0;) {
        poll(&waiting, 1, 1'000);
        do {
            errno = 0;
            if (mosquitto_loop_read(client, 1) != MOSQ_ERR_SUCCESS)
                return;
        } while (errno != EAGAIN);
        if (mosquitto_want_write(client) && mosquitto_loop_write(client, 1) != MOSQ_ERR_SUCCESS)
            return;
        mosquitto_loop_misc(client);
    }
}

int subscribeBare(quint16 port, qint64 messages, bool draining)
{
    Bare bare {Stretch(messages)};
    mosquitto_lib_init();
    mosquitto *client = mosquitto_new("bare", true, &bare);
    mosquitto_subscribe_callback_set(client, [](mosquitto *, void *, int, int, const int *) { ready(); });
    mosquitto_message_callback_set(client, [](mosquitto *handle, void *self, const mosquitto_message *) {
        auto &it = *static_cast<Bare *>(self);
        ++it.count;
        // The clock is looked at as seldom as the other subscriber does it.
        if (it.count % 1'000 == 0 && it.stretch.reached(it.count)) {
            it.stretch.print();
            mosquitto_disconnect(handle);
        }
    });
    if (mosquitto_connect(client, "127.0.0.1", port, 600) != MOSQ_ERR_SUCCESS || mosquitto_subscribe(client, nullptr, "#", 0) != MOSQ_ERR_SUCCESS)
        return 1;
    if (draining)
        drain(client);
    else
        mosquitto_loop_forever(client, -1, 1);
    mosquitto_destroy(client);
    return bare.count == messages ? 0 : 1;
}

// --- the fleet --------------------------------------------------------------------------------------------------------------------------------

/// The road a sample takes in the program, with nothing behind the fleet.
class Road : public QObject
{
public:
    Road(quint16 port, qint64 messages)
        : m_stretch(messages)
    {
        Connection connection;
        connection.id = m_id;
        connection.name = QStringLiteral("bench");
        connection.url = QUrl(QStringLiteral("mqtt://127.0.0.1:%1").arg(port));
        connect(&m_fleet, &Fleet::observed, this, &Road::observed);
        m_io.setObjectName(QStringLiteral("muster-io"));
        auto *ingest = new Ingest;
        m_ingest = ingest;
        ingest->moveToThread(&m_io);
        connect(&m_io, &QThread::started, ingest, [this, connection, ingest] { open(connection, *ingest); });
        connect(&m_io, &QThread::finished, ingest, [this, ingest] {
            m_backend.reset();
            delete ingest;
        });
        connect(ingest, &Ingest::devicesAnnounced, &m_fleet, &Fleet::announce);
        connect(ingest, &Ingest::devicesSeen, &m_fleet, &Fleet::see);
        connect(ingest, &Ingest::sampled, &m_fleet, &Fleet::observe);
        connect(&m_fleet, &Fleet::observed, ingest, &Ingest::acknowledge);
        m_io.start();
    }
    ~Road() override
    {
        m_io.quit();
        m_io.wait();
    }

private:
    void open(const Connection &connection, Ingest &ingest)
    {
        m_backend = std::make_unique<MqttBackend>(connection, Credentials {}, ingest);
        connect(m_backend.get(), &Backend::statusChanged, &ingest, [this](const ConnectionStatus &status) {
            if (status.state == ConnectionState::Open)
                QTimer::singleShot(300, m_backend.get(), &ready); // the subscription has been answered by then
        });
        m_backend->start();
    }
    void observed(qsizetype samples)
    {
        m_samples += samples;
        if (!m_done && m_stretch.reached(m_samples / metricsPerDevice)) {
            m_done = true;
            QMetaObject::invokeMethod(m_ingest, [this] { finish(); });
        }
    }
    // On muster-io: the counters and its own share of the processor time, which includes connecting and the warm-up.
    void finish()
    {
        const Counters &counters = m_ingest->counters(m_id);
        const quint64 lostOnes = lost(counters) + at(counters, Count::Late);
        const double io = cpuSeconds(RUSAGE_THREAD) * 1e6 / double(at(counters, Count::Messages));
        QMetaObject::invokeMethod(this, [this, lostOnes, io] {
            const bool whole = lostOnes == 0 && m_fleet.late() == 0 && m_fleet.devices().size() >= devices;
            char more[120];
            std::snprintf(more, sizeof more, " %.3f %d %llu", io, int(m_fleet.devices().size()), static_cast<unsigned long long>(lostOnes + m_fleet.late()));
            m_stretch.print(more);
            QCoreApplication::exit(whole ? 0 : 1);
        });
    }

    ConnectionId m_id {1};
    QThread m_io;
    Fleet m_fleet;
    Ingest *m_ingest = nullptr;
    std::unique_ptr<Backend> m_backend;
    Stretch m_stretch;
    qint64 m_samples = 0;
    bool m_done = false;
};

int subscribeFleet(QCoreApplication &app, quint16 port, qint64 messages)
{
    const Road road(port, messages);
    return app.exec();
}

// --- the driver -------------------------------------------------------------------------------------------------------------------------------

struct Figures
{
    double rate = 0; ///< messages/s; 0: not measured
    double cpu = 0;  ///< µs per message, the whole process
    double io = 0;   ///< µs per message, muster-io alone
};

Figures run(const QString &role, qint64 messages)
{
    Broker broker;
    if (!broker.start({.configuration = "max_queued_messages 0\nset_tcp_nodelay true\n"}))
        return {};
    const auto arguments = [&](const QString &what) {
        return QStringList {
            QStringLiteral("--role"), what, QStringLiteral("--port"), QString::number(broker.port()), QStringLiteral("--messages"), QString::number(messages)};
    };
    const QString self = QCoreApplication::applicationFilePath();
    QProcess subscriber;
    subscriber.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    subscriber.start(self, arguments(role));
    if (!subscriber.waitForReadyRead(20'000) || !subscriber.readLine().startsWith("ready")) {
        std::fprintf(stderr, "%s: no subscription\n", qPrintable(role));
        return {};
    }
    QProcess publisher;
    publisher.start(self, arguments(QStringLiteral("publisher")));
    const int limitMs = 20'000 + int(messages / 5); // 5000 messages/s at the very least
    if (!subscriber.waitForFinished(limitMs) || subscriber.exitCode() != 0)
        std::fprintf(stderr, "%s: messages were lost or did not come in time\n", qPrintable(role));
    const QList<QByteArray> words = subscriber.readAllStandardOutput().trimmed().split(' ');
    publisher.kill();
    publisher.waitForFinished();
    if (subscriber.state() != QProcess::NotRunning || subscriber.exitCode() != 0 || words.value(0) != "result") {
        std::fprintf(stderr, "%s: %s\n", qPrintable(role), words.join(' ').constData());
        subscriber.kill();
        subscriber.waitForFinished();
        return {};
    }
    return {words.value(1).toDouble(), words.value(2).toDouble(), words.value(3).toDouble()};
}

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    const auto n = values.size();
    return n == 0 ? 0 : n % 2 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
}

/// One turn of each subscriber, in the order loop, bare, fleet.
struct Round
{
    std::array<Figures, 3> figures {};
    double rateRatio = 0;
    double cpuRatio = 0;

    [[nodiscard]] bool isWhole() const
    {
        return std::all_of(figures.begin(), figures.end(), [](const Figures &f) { return f.rate > 0; });
    }
    void compare()
    {
        const auto &[loop, bare, fleet] = figures;
        rateRatio = fleet.rate / std::max(loop.rate, bare.rate);
        cpuRatio = std::min(loop.cpu, bare.cpu) / std::max(fleet.io, fleet.cpu - fleet.io);
    }
    void print(const QString &name) const
    {
        const auto &[loop, bare, fleet] = figures;
        std::printf("%6s | %10.0f %10.0f %10.0f %6.3f | %8.2f %8.2f %8.2f %10.2f %6.3f\n", qPrintable(name), loop.rate, bare.rate, fleet.rate, rateRatio,
            loop.cpu, bare.cpu, fleet.cpu, fleet.io, cpuRatio);
        std::fflush(stdout);
    }
};

Round takeTurns(int number, qint64 messages)
{
    static const QStringList roles {QStringLiteral("loop"), QStringLiteral("bare"), QStringLiteral("fleet")};
    Round round;
    for (int turn = 0; turn < 3; ++turn) { // each goes first in its turn
        const int role = (turn + number) % 3;
        round.figures[size_t(role)] = run(roles[role], messages);
    }
    if (round.isWhole())
        round.compare();
    return round;
}

int drive(qint64 messages, int rounds)
{
    if (const QString missing = Broker::missing({}); !missing.isEmpty()) {
        std::fprintf(stderr, "cannot measure: %s\n", qPrintable(missing));
        return 77;
    }
    const std::string sample = publishPacket(7, 100);
    std::printf("%d devices x %d metrics, %lld messages a round, payload like %s\n", devices, metricsPerDevice, static_cast<long long>(messages),
        sample.substr(sample.find('{')).c_str());
    std::printf("%6s | %10s %10s %10s %6s | %8s %8s %8s %10s %6s\n", "", "messages/s", "", "", "", "CPU us/", "message", "", "of it", "");
    std::printf("%6s | %10s %10s %10s %6s | %8s %8s %8s %10s %6s\n", "round", "loop", "bare", "fleet", "ratio", "loop", "bare", "fleet", "muster-io", "ratio");
    QList<Round> all;
    for (int number = 0; number < rounds; ++number) {
        const Round round = takeTurns(number, messages);
        if (!round.isWhole())
            continue;
        all += round;
        round.print(QString::number(number + 1));
    }
    if (all.isEmpty()) {
        test::goal("ingest_ratio", 0, "ratio", ">=", wanted);
        return test::goalsExit();
    }
    Round middle;
    const auto over = [&all](auto figure) {
        QList<double> values;
        for (const Round &round : std::as_const(all))
            values += figure(round);
        return median(values);
    };
    for (size_t i = 0; i < middle.figures.size(); ++i) {
        middle.figures[i] = {over([i](const Round &r) { return r.figures[i].rate; }), over([i](const Round &r) { return r.figures[i].cpu; }),
            over([i](const Round &r) { return r.figures[i].io; })};
    }
    middle.rateRatio = over([](const Round &r) { return r.rateRatio; });
    middle.cpuRatio = over([](const Round &r) { return r.cpuRatio; });
    middle.print(QStringLiteral("median"));
    const double ratio = std::min(middle.rateRatio, middle.cpuRatio);
    std::printf("%lld of %d rounds without loss\n", static_cast<long long>(all.size()), rounds);
    test::goal("ingest_ratio", ratio, "ratio", ">=", wanted, all.size() == rounds);
    return test::goalsExit();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions(
        {{QStringLiteral("quick"), QStringLiteral("Two short rounds.")}, {QStringLiteral("messages"), QStringLiteral("Messages a round."), QStringLiteral("n")},
            {QStringLiteral("rounds"), QStringLiteral("Rounds."), QStringLiteral("n")},
            {QStringLiteral("role"), QStringLiteral("Used by the driver: publisher, loop, bare or fleet."), QStringLiteral("name")},
            {QStringLiteral("port"), QStringLiteral("Used by the driver."), QStringLiteral("n")}});
    parser.process(app);
    const bool quick = parser.isSet(QStringLiteral("quick"));
    qint64 messages = parser.value(QStringLiteral("messages")).toLongLong();
    if (messages <= 0)
        messages = quick ? 50'000 : 500'000;
    messages -= messages % devices;
    const auto port = quint16(parser.value(QStringLiteral("port")).toUInt());
    const QString role = parser.value(QStringLiteral("role"));
    if (role == QStringLiteral("publisher"))
        return publish(port, messages);
    if (role == QStringLiteral("loop") || role == QStringLiteral("bare"))
        return subscribeBare(port, messages, role == QStringLiteral("bare"));
    if (role == QStringLiteral("fleet"))
        return subscribeFleet(app, port, messages);
    const int rounds = parser.value(QStringLiteral("rounds")).toInt();
    return drive(messages, rounds > 0 ? rounds : quick ? 2 : 7);
}
