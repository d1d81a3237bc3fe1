// What others publish with, each found with no setting and commanded: the whole program without its window, a real mosquitto, and beside it mosquitto_pub
// and _sub, mqtt.js, Node-RED, an edge node of sparkplug-client, and Zigbee2MQTT bridges with every model that zigbee-herdsman-converters knows.
// tests/thirdparty/run fetches them; MUSTER_THIRDPARTY says where they are.
#include "app/services.h"
#include "tests/support/broker.h"

#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace muster;
using muster::test::Broker;

namespace {

QString modules()
{
    return qEnvironmentVariable("MUSTER_THIRDPARTY");
}

/// What is missing, in a sentence; empty: nothing.
QString missing()
{
    if (const QString broker = Broker::missing({}); !broker.isEmpty())
        return broker;
    for (const char *program : {"node", "mosquitto_pub", "mosquitto_sub"}) {
        if (QStandardPaths::findExecutable(QLatin1StringView(program)).isEmpty())
            return QStringLiteral("%1 is not installed").arg(QLatin1StringView(program));
    }
    if (!QDir(modules() + QStringLiteral("/node_modules/mqtt")).exists())
        return QStringLiteral("the npm packages are not there; tests/thirdparty/run fetches them");
    return {};
}

QString script(const char *name)
{
    return QStringLiteral(MUSTER_SOURCE_DIR "/tests/thirdparty/") + QLatin1StringView(name);
}

/// A command that a device can be given, with an argument that differs from what it says now.
struct Order
{
    DeviceId device {};
    QString key {};
    Value argument {};
};

} // namespace

class TestThirdParty : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void mosquittoPubAndSub();
    void mqttJs();
    void nodeRed();
    void sparkplugClient();
    void zigbeeHerdsmanConverters();

private:
    void begin(const QString &program, const QStringList &arguments = {});
    [[nodiscard]] DeviceId device(const QString &name);
    [[nodiscard]] double number(DeviceId id, const char *key);
    [[nodiscard]] CommandOutcome command(DeviceId id, const char *key, const Value &argument);
    [[nodiscard]] QList<Order> orders(DeviceId id);
    [[nodiscard]] QString describe(const Order &order);
    [[nodiscard]] QStringList unconfirmed(const QList<Order> &orders);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Broker> m_broker;
    std::unique_ptr<Services> m_services;
    std::unique_ptr<QProcess> m_other;
    QHash<CommandId, Order> m_under; ///< orders under way
    QStringList m_failed;
};

void TestThirdParty::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_broker = std::make_unique<Broker>();
    QVERIFY(m_broker->start({.configuration = "max_queued_messages 0\n"})); // else it drops what more than 1000 messages are ahead of
    Options options;
    options.data = m_folder->path();
    options.endpoints = {QUrl(QStringLiteral("mqtt://127.0.0.1:%1").arg(m_broker->port()))};
    m_services = std::make_unique<Services>(options);
    QVERIFY(m_services->start());
    m_other = std::make_unique<QProcess>();
    m_other->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("NODE_PATH"), modules() + QStringLiteral("/node_modules"));
    m_other->setProcessEnvironment(environment);
}

void TestThirdParty::cleanup()
{
    m_other->terminate();
    if (!m_other->waitForFinished(3'000))
        m_other->kill();
    m_other->waitForFinished();
    m_services.reset();
    m_broker.reset();
}

void TestThirdParty::begin(const QString &program, const QStringList &arguments)
{
    const QString port = QString::number(m_broker->port());
    if (program.endsWith(QStringLiteral(".sh")))
        m_other->start(QStringLiteral("sh"), QStringList {program, port} + arguments);
    else
        m_other->start(QStringLiteral("node"), QStringList {program, port} + arguments);
    QVERIFY(m_other->waitForStarted());
}

DeviceId TestThirdParty::device(const QString &name)
{
    const QList<DeviceId> all = m_services->fleet().devices();
    const auto it = std::find_if(all.begin(), all.end(), [&](DeviceId id) { return m_services->fleet().displayName(id) == name; });
    return it == all.end() ? DeviceId() : *it;
}

double TestThirdParty::number(DeviceId id, const char *key)
{
    const MetricState *const metric = m_services->fleet().metric(m_services->fleet().findMetric(id, QString::fromLatin1(key)));
    return metric && metric->time != 0 ? metric->value : qQNaN();
}

CommandOutcome TestThirdParty::command(DeviceId id, const char *key, const Value &argument)
{
    QSignalSpy finished(&m_services->dispatcher(), &Dispatcher::finished);
    Command command;
    command.device = id;
    command.key = QString::fromLatin1(key);
    command.argument = argument;
    CommandOutcome outcome;
    if (const auto submitted = m_services->dispatcher().submit(command); !submitted)
        outcome.result = tl::unexpected(submitted.error());
    else if (finished.wait(10'000))
        outcome = finished.constFirst().constFirst().value<CommandOutcome>();
    if (!outcome.result)
        qWarning("%s: %s", key, qPrintable(outcome.result.error().text));
    return outcome;
}

void TestThirdParty::mosquittoPubAndSub()
{
    begin(script("plug.sh"), {m_folder->path()});
    QTRY_VERIFY_WITH_TIMEOUT(device(QStringLiteral("Shell plug")).isValid(), 10'000);
    const DeviceId plug = device(QStringLiteral("Shell plug"));
    QTRY_COMPARE(number(plug, "shellplug"), 12.5);
    QTRY_COMPARE(m_services->fleet().status(plug), DeviceStatus::Live);
    QTRY_COMPARE(number(plug, "switch.shellplug"), 0.0);
    QVERIFY(command(plug, "switch.shellplug", true).confirmed);
    QTRY_COMPARE(number(plug, "switch.shellplug"), 1.0);
}

void TestThirdParty::mqttJs()
{
    begin(script("switch.js"));
    QTRY_VERIFY_WITH_TIMEOUT(device(QStringLiteral("Lamp of mqtt.js")).isValid(), 10'000);
    const DeviceId lamp = device(QStringLiteral("Lamp of mqtt.js"));
    const QList<Order> all = orders(lamp);
    QVERIFY(all.size() >= 2); // on/off and brightness
    QCOMPARE(unconfirmed(all), QStringList());
}

void TestThirdParty::nodeRed()
{
    begin(script("nodered.js"), {m_folder->path()});
    QTRY_VERIFY_WITH_TIMEOUT(device(QStringLiteral("Node-RED flow")).isValid(), 60'000);
    const DeviceId flow = device(QStringLiteral("Node-RED flow"));
    QTRY_COMPARE(number(flow, "switch.nodered"), 0.0);
    QVERIFY(command(flow, "switch.nodered", true).confirmed);
}

void TestThirdParty::sparkplugClient()
{
    begin(script("edgenode.js"));
    const auto pump = [this] { return m_services->fleet().findByAddress(QStringLiteral("sparkplug:Plant/Line 1/Pump")); };
    QTRY_VERIFY_WITH_TIMEOUT(pump().isValid(), 10'000);
    QVERIFY(m_services->fleet().findByAddress(QStringLiteral("sparkplug:Plant/Line 1")).isValid());
    QTRY_COMPARE(number(pump(), "Setpoint"), 20.0);
    QVERIFY(command(pump(), "Valve", true).confirmed);
    QVERIFY(command(pump(), "Setpoint", 42.5).confirmed);
    QTRY_COMPARE(number(pump(), "Setpoint"), 42.5);
}

// One order for each command whose effect the device tells of and that has more than one argument to choose from.
QList<Order> TestThirdParty::orders(DeviceId id)
{
    const Fleet &fleet = m_services->fleet();
    QList<Order> all;
    const Device *const device = fleet.device(id);
    for (const CommandInfo &info : device->commands) {
        const MetricState *const now = fleet.metric(fleet.findMetric(id, info.metric));
        if (!now || !info.problem.isEmpty() || now->info.type == MetricType::Event)
            continue;
        Order order {id, info.key, {}};
        if (info.argument == ArgumentType::Boolean)
            order.argument = now->value == 0;
        else if (info.argument == ArgumentType::Enumeration && info.options.size() > 1)
            order.argument = info.options.constLast();
        else if (info.argument == ArgumentType::Number && info.maximum > info.minimum)
            order.argument = info.maximum < 1e9 ? info.maximum : std::max(info.minimum, 0.0) + info.step;
        else if (info.argument == ArgumentType::Text)
            order.argument = QStringLiteral("[1]"); // a text, and a list as one writes it
        else
            continue;
        all.append(order);
    }
    return all;
}

QString TestThirdParty::describe(const Order &order)
{
    const Device &device = *m_services->fleet().device(order.device);
    return QStringLiteral("%1 %2: %3").arg(device.manufacturer, device.model, order.key);
}

// Gives all orders, some hundred at a time, and returns those that their devices did not confirm.
QStringList TestThirdParty::unconfirmed(const QList<Order> &orders)
{
    Dispatcher &dispatcher = m_services->dispatcher();
    m_under.clear();
    m_failed.clear();
    const auto connection = connect(&dispatcher, &Dispatcher::finished, this, [this](const CommandOutcome &outcome) {
        const Order order = m_under.take(outcome.command.id);
        if (!outcome.confirmed)
            m_failed.append(describe(order) + (outcome.result ? QStringLiteral(" (not confirmed)") : QStringLiteral(" (%1)").arg(outcome.result.error().text)));
    });
    for (const Order &order : orders) {
        Command command;
        command.device = order.device;
        command.key = order.key;
        command.argument = order.argument;
        const auto id = dispatcher.submit(command);
        if (id)
            m_under.insert(*id, order);
        else
            m_failed.append(describe(order) + QStringLiteral(" (%1)").arg(id.error().text));
        if (m_under.size() >= 200 && !QTest::qWaitFor([&] { return m_under.size() < 100; }, 30'000))
            break;
    }
    if (!QTest::qWaitFor([&] { return m_under.isEmpty(); }, 30'000))
        m_failed.append(QStringLiteral("%1 never ended").arg(m_under.size()));
    disconnect(connection);
    return m_failed;
}

void TestThirdParty::zigbeeHerdsmanConverters()
{
    begin(script("bridge.js"));
    QTRY_VERIFY_WITH_TIMEOUT(m_other->canReadLine(), 60'000);
    const int devices = m_other->readLine().trimmed().toInt();
    QVERIFY(devices > 4'000);
    const auto known = [this] {
        const QList<DeviceId> all = m_services->fleet().devices();
        return std::count_if(all.begin(), all.end(), [this](DeviceId id) { return m_services->fleet().device(id)->addresses.constFirst().startsWith(QStringLiteral("ieee:")); });
    };
    QTRY_COMPARE_WITH_TIMEOUT(known(), devices, 60'000);
    QList<Order> all;
    qsizetype metrics = 0;
    qsizetype silent = 0;
    const QList<DeviceId> fleet = m_services->fleet().devices();
    QTest::qWait(2'000); // their states
    for (const DeviceId id : fleet) {
        all += orders(id);
        for (const Metric &metric : m_services->fleet().device(id)->metrics) {
            ++metrics;
            silent += m_services->fleet().metric(metric.id)->time == 0 && metric.type != MetricType::Event ? 1 : 0;
        }
    }
    const QStringList failed = unconfirmed(all);
    qInfo("%d devices, %lld metrics (%lld without a value), %lld commands, %lld not confirmed", devices, static_cast<long long>(metrics), static_cast<long long>(silent),
        static_cast<long long>(all.size()), static_cast<long long>(failed.size()));
    QCOMPARE(failed.mid(0, 40), QStringList());
    QVERIFY(all.size() > 20'000);
}

int main(int argc, char **argv)
{
    if (const QString reason = missing(); !reason.isEmpty()) {
        std::fprintf(stderr, "skipped: %s\n", qPrintable(reason));
        return 77;
    }
    QCoreApplication app(argc, argv);
    TestThirdParty test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_thirdparty.moc"
