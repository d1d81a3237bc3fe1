// A large site as Muster meets it: 38 000 retained Home Assistant discovery messages at connect, through a real mosquitto into the real window.
//
//   tests/support/display.sh bench_discovery [--quick]
//
// Twice: as devices with ten entities each (--quick: only so), and as 38 000 devices of a single one, which has no goals but the same figures as notes.
// Then 12 000 of the entities, which share one availability topic, go offline and come back at once, first as mere discoveries, then as members of the fleet; and all discovery messages are published again,
// byte for byte the same. Beside it, in the same run: a libmosquitto subscriber that only counts them. The list is complete when the window's fleet knows
// every device with its name and all its metrics and the list shows as many; from the subscription on that may take 2 s longer than the counting does.
// Gaps are what a timer of 10 ms sees in the window's thread.
#include "app/services.h"
#include "core/fleet.h"
#include "tests/support/broker.h"
#include "tests/support/goals.h"
#include "tests/support/uigaps.h"
#include "ui/discoveredview.h"
#include "ui/mainwindow.h"
#include "ui/models/discoveredmodel.h"
#include "ui/theme.h"

#include <QApplication>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <QThread>

#include <mosquitto.h>

#include <cstdio>
#include <cstdlib>

#include <malloc.h>
#include <sys/resource.h>

using namespace muster;
using muster::test::Broker;
using muster::test::residentMiB;
using muster::test::UiGaps;

namespace {

constexpr int entities = 38'000;
constexpr int sharing = 12'000; ///< one availability topic
constexpr const char *sharedTopic = "zigbee2mqtt/bridge/state";

void note(const char *shape, const char *name, double value, const char *unit)
{
    test::note((QByteArray(shape) + '_' + name).constData(), value, unit);
}

void goal(const char *shape, const char *name, double value, const char *unit, double atMost)
{
    if (qstrcmp(shape, "single") == 0)
        return note(shape, name, value, unit);
    test::goal((QByteArray(shape) + '_' + name).constData(), value, unit, "<=", atMost);
}

double cpuMicros()
{
    rusage usage {};
    getrusage(RUSAGE_SELF, &usage);
    const auto micros = [](const timeval &t) { return double(t.tv_sec) * 1e6 + double(t.tv_usec); };
    return micros(usage.ru_utime) + micros(usage.ru_stime);
}

/// Processor time of the thread with this name so far, in ms.
double threadMillis(const char *name)
{
    QDirIterator tasks(QStringLiteral("/proc/self/task"), QDir::Dirs | QDir::NoDotAndDotDot);
    while (tasks.hasNext()) {
        QFile file(tasks.next() + QStringLiteral("/stat"));
        const QByteArray line = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' '); // from the third field on, proc(5)
        if (line.contains('(' + QByteArray(name) + ')') && fields.size() > 12)
            return (fields[11].toDouble() + fields[12].toDouble()) * 1'000 / double(sysconf(_SC_CLK_TCK));
    }
    return 0;
}

// --- what is published: entities as Zigbee2MQTT announces them -----------------------------------------------------------------------------

QByteArray ieeeOf(int device)
{
    return "0x00124b00" + QByteArray::number(0x10000000 + device, 16);
}

struct Entity
{
    const char *component;
    const char *key;
    const char *more;
};
constexpr Entity kinds[] = {
    {"sensor", "temperature", R"("device_class":"temperature","unit_of_measurement":"°C","state_class":"measurement",)"},
    {"sensor", "humidity", R"("device_class":"humidity","unit_of_measurement":"%","state_class":"measurement",)"},
    {"sensor", "power", R"("device_class":"power","unit_of_measurement":"W","state_class":"measurement",)"},
    {"sensor", "energy", R"("device_class":"energy","unit_of_measurement":"kWh","state_class":"total_increasing",)"},
    {"sensor", "battery", R"("device_class":"battery","unit_of_measurement":"%","entity_category":"diagnostic",)"},
    {"sensor", "linkquality", R"("unit_of_measurement":"lqi","entity_category":"diagnostic",)"},
    {"binary_sensor", "contact", R"("device_class":"door","payload_on":false,"payload_off":true,)"},
    {"switch", "state", R"("payload_on":"ON","payload_off":"OFF","command_topic":"zigbee2mqtt/%1/set",)"},
    {"number", "brightness", R"("min":0,"max":254,"step":1,"command_topic":"zigbee2mqtt/%1/set/brightness",)"},
    {"select", "mode", R"("options":["off","heat","auto"],"command_topic":"zigbee2mqtt/%1/set/mode",)"}};

struct Message
{
    QByteArray topic {};
    QByteArray payload {};
};

Message configOf(int entity, int perDevice)
{
    const int device = entity / perDevice;
    const Entity &kind = kinds[perDevice == 1 ? entity % 10 : entity % perDevice];
    const QByteArray ieee = ieeeOf(device);
    QByteArray available = QByteArray(R"({"topic":")") + sharedTopic + R"(","value_template":"{{ value_json.state }}"})";
    if (entity >= sharing)
        available = R"({"topic":"zigbee2mqtt/)" + ieee + R"(/availability","value_template":"{{ value_json.state }}"})";
    const QByteArray payload = R"({"availability":[)" + available + R"(],)" + QByteArray(kind.more).replace("%1", ieee) + R"("default_entity_id":")" + kind.component + '.' + ieee + '_' + kind.key
        + R"(","device":{"identifiers":["zigbee2mqtt_)" + ieee + R"("],"manufacturer":"Aqara","model":"Wall switch with power meter","model_id":"WS-USC03","name":"Device )"
        + QByteArray::number(device) + R"(","sw_version":"2019-0425","via_device":"zigbee2mqtt_bridge_0x00124b00120144ae"},"name":")" + kind.key + R"(","object_id":")" + ieee + '_' + kind.key
        + R"(","origin":{"name":"Zigbee2MQTT","sw":"2.12.1","url":"https://www.zigbee2mqtt.io"},"state_topic":"zigbee2mqtt/)" + ieee + R"(","unique_id":")" + ieee + '_' + kind.key
        + R"(_zigbee2mqtt","value_template":"{{ value_json.)" + kind.key + R"( }}"})";
    return {QByteArray("homeassistant/") + kind.component + '/' + ieee + '/' + kind.key + "/config", payload};
}

Message stateOf(int device)
{
    return {"zigbee2mqtt/" + ieeeOf(device), R"({"temperature":)" + QByteArray::number(18 + device % 80 * 0.1) + R"(,"humidity":45.5,"power":12.25,"energy":)" + QByteArray::number(device)
            + R"(,"battery":97,"linkquality":120,"contact":true,"state":"ON","brightness":128,"mode":"auto"})"};
}

// --- processes of their own ------------------------------------------------------------------------------------------------------------------

/// Publishes and returns when the broker has taken everything.
class Publisher
{
public:
    explicit Publisher(quint16 port)
        : m_handle(mosquitto_new("publisher", true, this))
    {
        mosquitto_publish_callback_set(m_handle, [](mosquitto *, void *self, int id) { static_cast<Publisher *>(self)->m_taken = id; });
        m_ok = mosquitto_connect(m_handle, "127.0.0.1", port, 600) == MOSQ_ERR_SUCCESS;
    }
    ~Publisher() { mosquitto_destroy(m_handle); }
    Publisher(const Publisher &) = delete;
    Publisher &operator=(const Publisher &) = delete;

    void send(const Message &message, int qos = 0)
    {
        int id = 0;
        m_ok = m_ok && mosquitto_publish(m_handle, &id, message.topic.constData(), int(message.payload.size()), message.payload.constData(), qos, true) == MOSQ_ERR_SUCCESS;
        while (m_ok && ((qos > 0 && m_taken != id) || mosquitto_want_write(m_handle)))
            m_ok = mosquitto_loop(m_handle, 20, 1) == MOSQ_ERR_SUCCESS;
    }
    [[nodiscard]] bool isOk() const { return m_ok; }

private:
    mosquitto *m_handle;
    int m_taken = -1;
    bool m_ok = false;
};

int publish(quint16 port, int perDevice, bool everything)
{
    Publisher publisher(port);
    for (int entity = 0; entity < entities; ++entity)
        publisher.send(configOf(entity, perDevice));
    for (int device = 0; everything && device < entities / perDevice; ++device)
        publisher.send(stateOf(device));
    publisher.send({sharedTopic, R"({"state":"online"})"}, 1);
    return publisher.isOk() ? 0 : 1;
}

int flip(quint16 port, const char *word)
{
    Publisher publisher(port);
    publisher.send({sharedTopic, QByteArray(R"({"state":")") + word + R"("})"}, 1);
    return publisher.isOk() ? 0 : 1;
}

/// Counts discovery messages; prints how long after its subscription the last one came, and µs of processor time for each.
int count(quint16 port)
{
    struct Counting
    {
        QElapsedTimer clock;
        double cpu = 0;
        int count = 0;
    } counting;
    mosquitto *client = mosquitto_new("bare", true, &counting);
    mosquitto_message_callback_set(client, [](mosquitto *handle, void *self, const mosquitto_message *message) {
        auto &it = *static_cast<Counting *>(self);
        if (qstrncmp(message->topic, "homeassistant/", 14) != 0 || ++it.count < entities)
            return;
        std::printf("%lld %.3f\n", static_cast<long long>(it.clock.elapsed()), (cpuMicros() - it.cpu) / entities);
        mosquitto_disconnect(handle);
    });
    if (mosquitto_connect(client, "127.0.0.1", port, 600) != MOSQ_ERR_SUCCESS)
        return 1;
    counting.clock.start();
    counting.cpu = cpuMicros();
    mosquitto_subscribe(client, nullptr, "#", 0);
    mosquitto_loop_forever(client, -1, 1);
    mosquitto_destroy(client);
    return counting.count == entities ? 0 : 1;
}

// --- the program -----------------------------------------------------------------------------------------------------------------------------

/// One broker with its messages, and the program beside it.
class DiscoveryRun : public QObject
{
public:
    explicit DiscoveryRun(int perDevice)
        : m_perDevice(perDevice), m_shape(perDevice == 1 ? "single" : "tens")
    {}
    [[nodiscard]] bool run();

private:
    [[nodiscard]] QByteArray other(const char *role, const QStringList &more = {});
    [[nodiscard]] bool prepare();
    [[nodiscard]] bool arrive();
    [[nodiscard]] bool flipAll(const char *phase);
    [[nodiscard]] bool flipTo(const char *phase, const char *word, DeviceStatus status);
    [[nodiscard]] bool adopt();
    [[nodiscard]] bool repeat();
    template<class Until>
    [[nodiscard]] bool wait(int limitMs, Until until);
    void rest(int ms);
    void look(const QList<DeviceId> &devices);
    void gaps(const char *phase);
    [[nodiscard]] Fleet &fleet() { return m_services->fleet(); }
    [[nodiscard]] bool isComplete() const { return m_complete.size() == devices(); }
    [[nodiscard]] int devices() const { return entities / m_perDevice; }
    [[nodiscard]] int sharers() const { return sharing / m_perDevice; }

    int m_perDevice;
    const char *m_shape;
    QTemporaryDir m_folder;
    Broker m_broker;
    std::unique_ptr<Services> m_services;
    std::unique_ptr<MainWindow> m_window;
    UiGaps m_gaps;
    QElapsedTimer m_open;                ///< since the session was
    QSet<DeviceId> m_complete;
    QHash<DeviceStatus, int> m_byStatus; ///< devices of the shared topic
    QList<DeviceId> m_sharers;
    qint64 m_changes = 0;                ///< descriptions that the window heard of
    double m_bareMs = 0;
    double m_bareCpu = 0;
};

template<class Until>
bool DiscoveryRun::wait(int limitMs, Until until)
{
    QElapsedTimer clock;
    clock.start();
    while (!until()) {
        if (clock.elapsed() > limitMs)
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents);
    }
    return true;
}

void DiscoveryRun::rest(int ms)
{
    QElapsedTimer clock;
    clock.start();
    (void)wait(ms + 60'000, [&] { return clock.elapsed() >= ms; });
}

QByteArray DiscoveryRun::other(const char *role, const QStringList &more)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    bool over = false;
    connect(&process, &QProcess::finished, &process, [&over] { over = true; });
    process.start(QCoreApplication::applicationFilePath(), QStringList {QLatin1StringView(role), QString::number(m_broker.port()), QString::number(m_perDevice)} + more);
    if (!wait(60'000, [&] { return over; }) || process.exitCode() != 0)
        qFatal("%s failed", role);
    return process.readAllStandardOutput();
}

bool DiscoveryRun::prepare()
{
    if (!m_broker.start({.configuration = "max_queued_messages 0\nset_tcp_nodelay true\n"}))
        return false;
    UiGaps idle; // only keeps wait() awake
    idle.start();
    (void)other("--publish");
    const QList<QByteArray> bare = other("--count").split(' ');
    m_bareMs = bare.value(0).toDouble();
    m_bareCpu = bare.value(1).toDouble();
    note(m_shape, "bare_subscriber", m_bareMs, "ms from its subscription to the last discovery message");
    Options options;
    options.data = m_folder.path();
    m_services = std::make_unique<Services>(options);
    m_window = std::make_unique<MainWindow>(MainWindowParts {
        m_services->fleet(), m_services->dispatcher(), m_services->diagnostics(), m_services->connections(), m_services->past(), m_services->archive()});
    connect(&fleet(), &Fleet::devicesAdded, this, &DiscoveryRun::look);
    connect(&fleet(), &Fleet::devicesChanged, this, [this](const QList<DeviceId> &changed) {
        m_changes += changed.size();
        look(changed);
    });
    connect(&fleet(), &Fleet::statusesChanged, this, [this] {
        m_byStatus.clear();
        for (const DeviceId id : std::as_const(m_sharers))
            ++m_byStatus[fleet().status(id)];
    });
    if (const auto started = m_services->start(); !started)
        return false;
    m_window->resize(1'440, 860);
    m_window->show();
    rest(1'500);
    return true;
}

void DiscoveryRun::look(const QList<DeviceId> &changed)
{
    for (const DeviceId id : changed) {
        const Device *const device = fleet().device(id);
        if (device && device->name.startsWith(QStringLiteral("Device ")) && device->metrics.size() >= m_perDevice)
            m_complete.insert(id);
    }
}

void DiscoveryRun::gaps(const char *phase)
{
    m_gaps.stop();
    goal(m_shape, (QByteArray(phase) + "_gap_p99").constData(), m_gaps.quantile(0.99), "ms", 50);
    note(m_shape, (QByteArray(phase) + "_gap_p99_of_moments").constData(), m_gaps.momentQuantile(0.99), "ms");
    note(m_shape, (QByteArray(phase) + "_gap_worst").constData(), m_gaps.quantile(1), "ms");
}

bool DiscoveryRun::arrive()
{
    malloc_trim(0);
    const double before = residentMiB();
    const double window = threadMillis("bench_discovery");
    connect(&m_services->diagnostics(), &Diagnostics::statusChanged, &m_gaps, [this](ConnectionId id) {
        if (m_services->diagnostics().status(id).state == ConnectionState::Open && !m_open.isValid())
            m_open.start();
    });
    m_gaps.start();
    Connection connection;
    connection.name = QStringLiteral("site");
    connection.url = QUrl(QStringLiteral("mqtt://127.0.0.1:%1").arg(m_broker.port()));
    m_services->connections().add(connection);
    const auto *const list = m_window->findChild<DiscoveredModel *>();
    if (!wait(120'000, [&] { return isComplete() && list->deviceCount() >= devices(); })) {
        std::printf("%lld of %d devices came\n", static_cast<long long>(m_complete.size()), devices());
        return false;
    }
    m_window->repaint();
    const double took = double(m_open.elapsed());
    note(m_shape, "complete_cpu_io", threadMillis("muster-io"), "ms of processor time of muster-io till then");
    note(m_shape, "complete_cpu_window", threadMillis("bench_discovery") - window, "ms of processor time of the window's thread");
    disconnect(&m_services->diagnostics(), nullptr, &m_gaps, nullptr);
    note(m_shape, "complete", took, "ms from the open session to the complete list");
    goal(m_shape, "complete_after_last", took - m_bareMs, "ms beyond the bare subscriber", 2'000);
    rest(2'000); // states, settling, fleet.db
    gaps("connect");
    malloc_trim(0);
    note(m_shape, "memory", residentMiB() - before, "MiB");
    note(m_shape, "memory_per_entity", (residentMiB() - before) * 1'024 / entities, "KiB");
    for (int device = 0; device < sharers(); ++device) {
        const DeviceId id = fleet().findByAddress(QStringLiteral("ieee:") + QString::fromUtf8(ieeeOf(device)));
        if (id.isValid())
            m_sharers.append(id);
    }
    return true;
}

bool DiscoveryRun::flipTo(const char *phase, const char *word, DeviceStatus status)
{
    QElapsedTimer clock;
    clock.start();
    m_gaps.start();
    (void)other("--flip", {QLatin1StringView(word)});
    if (!wait(30'000, [&] { return m_byStatus.value(status) == sharers(); })) {
        std::printf("%s: %d of %d flipped, %lld known\n", phase, m_byStatus.value(status), sharers(), static_cast<long long>(m_sharers.size()));
        return false;
    }
    note(m_shape, (QByteArray(phase) + '_' + word).constData(), double(clock.elapsed()), "ms, a new process that publishes it included");
    rest(500);
    m_gaps.stop();
    goal(m_shape, (QByteArray(phase) + '_' + word + "_gap_worst").constData(), m_gaps.quantile(1), "ms", 100);
    return true;
}

bool DiscoveryRun::flipAll(const char *phase)
{
    return flipTo(phase, "offline", DeviceStatus::Offline) && flipTo(phase, "online", DeviceStatus::Live);
}

bool DiscoveryRun::adopt()
{
    QElapsedTimer clock;
    clock.start();
    fleet().adopt(fleet().devices());
    note(m_shape, "adopt_all", double(clock.elapsed()), "ms, what a person orders once");
    m_gaps.start();
    rest(3'000);
    m_gaps.stop();
    note(m_shape, "adopted_gap_worst", m_gaps.quantile(1), "ms");
    return true;
}

bool DiscoveryRun::repeat()
{
    const qint64 changes = m_changes;
    const double cpu = cpuMicros();
    m_gaps.start();
    (void)other("--again");
    rest(1'000);
    goal(m_shape, "repeated_changes", double(m_changes - changes), "descriptions", 0);
    note(m_shape, "repeated_cpu", (cpuMicros() - cpu) / entities, "us a message, in all threads");
    note(m_shape, "bare_cpu", m_bareCpu, "us a message");
    gaps("repeated");
    return true;
}

bool DiscoveryRun::run()
{
    const bool done = prepare() && arrive() && flipAll("discovered") && adopt() && flipAll("members") && repeat();
    m_window.reset();
    m_services.reset();
    return done;
}

} // namespace

int main(int argc, char **argv)
{
    mosquitto_lib_init();
    const QByteArray role = argc >= 4 ? QByteArray(argv[1]) : QByteArray();
    const auto port = quint16(argc >= 4 ? std::atoi(argv[2]) : 0);
    if (role == "--publish" || role == "--again")
        return publish(port, std::atoi(argv[3]), role == "--publish");
    if (role == "--count")
        return count(port);
    if (role == "--flip" && argc == 5)
        return flip(port, argv[4]);
    QApplication app(argc, argv);
    theme::apply(app, theme::Mode::Light);
    if (const QString missing = Broker::missing({}); !missing.isEmpty()) {
        std::fprintf(stderr, "cannot measure: %s\n", qPrintable(missing));
        return 77;
    }
    const QTemporaryDir settings;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    const bool quick = app.arguments().contains(QStringLiteral("--quick"));
    for (const int perDevice : quick ? QList<int> {10} : QList<int> {10, 1}) {
        if (!DiscoveryRun(perDevice).run())
            test::goalsReached = false;
    }
    return test::goalsExit();
}
