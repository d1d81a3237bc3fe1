#include "tests/support/wiretowire.h"

#include "tests/support/broker.h"
#include "tests/support/goals.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>

namespace muster::test {

namespace {

QStringList toBroker(quint16 port, const char *topic)
{
    return {QStringLiteral("-h"), QStringLiteral("127.0.0.1"), QStringLiteral("-p"), QString::number(port), QStringLiteral("-t"), QLatin1String(topic)};
}

/// The knob's device and the dimmer's, once both are there.
std::pair<const Device *, const Device *> ends(const Fleet &fleet)
{
    std::pair<const Device *, const Device *> found {nullptr, nullptr};
    const QList<DeviceId> all = fleet.devices();
    for (const DeviceId id : all) {
        if (fleet.findMetric(id, QStringLiteral("knob")).isValid())
            found.first = fleet.device(id);
        else if (fleet.displayName(id) == QLatin1String("Bulb") && !fleet.device(id)->commands.isEmpty())
            found.second = fleet.device(id);
    }
    return found;
}

bool make(const WireToWire &what, Services &services, PtyPair &knob)
{
    QTimer turning; // the serial line says something until it is heard
    QObject::connect(&turning, &QTimer::timeout, &turning, [&knob] { knob.say("knob=0\n"); });
    turning.start(100);
    if (!waitFor([&services] { return ends(services.fleet()).first && ends(services.fleet()).second; }))
        return false;
    turning.stop();
    const auto [from, to] = ends(services.fleet());
    return what.make(services, *from, *to);
}

std::vector<double> turn(const WireToWire &what, PtyPair &knob, QByteArray &told)
{
    std::vector<double> spans;
    for (int i = 1; i <= what.values; ++i) {
        const auto [said, wanted] = what.turn(i);
        told.clear();
        QElapsedTimer clock;
        clock.start();
        knob.say("knob=" + QByteArray::number(said) + '\n');
        const QByteArray line = QByteArray::number(wanted) + '\n';
        if (waitFor([&] { return told == line; }, 5'000) && i > what.values / 10)
            spans.push_back(double(clock.nsecsElapsed()) / 1e6);
        waitFor([] { return false; }, what.pauseMs);
    }
    std::sort(spans.begin(), spans.end());
    return spans;
}

} // namespace

double cpuSeconds()
{
    timespec now {};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return double(now.tv_sec) + double(now.tv_nsec) / 1e9;
}

bool waitFor(const std::function<bool()> &isSo, int ms)
{
    QElapsedTimer clock;
    clock.start();
    while (!isSo()) {
        if (clock.elapsed() > ms)
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
    }
    return true;
}

void measure(const WireToWire &what)
{
    Broker broker;
    if (const QString missing = Broker::missing({}); !missing.isEmpty() || !broker.start({})) {
        std::printf("skipped: no broker (%s)\n", qPrintable(missing));
        return;
    }
    const char config[] = R"({"name":"Brightness","uniq_id":"b","cmd_t":"bulb/set","min":0,"max":100000,"step":1,"dev":{"ids":["bulb"],"name":"Bulb"}})";
    QProcess::execute(QStringLiteral("mosquitto_pub"),
        toBroker(broker.port(), "homeassistant/number/bulb/b/config") + QStringList {QStringLiteral("-r"), QStringLiteral("-m"), QLatin1String(config)});
    PtyPair knob;
    const QTemporaryDir folder;
    Options options;
    options.data = folder.path();
    options.endpoints = {QUrl(QStringLiteral("mqtt://127.0.0.1:%1").arg(broker.port())), QUrl(QStringLiteral("serial://%1").arg(knob.path()))};
    Services services(options);
    QProcess bulb;
    QByteArray told;
    QObject::connect(&bulb, &QProcess::readyReadStandardOutput, &bulb, [&bulb, &told] { told += bulb.readAllStandardOutput(); });
    bulb.start(QStringLiteral("mosquitto_sub"), toBroker(broker.port(), "bulb/set"));
    const QByteArray name = what.name;
    if (!services.start() || !make(what, services, knob)) {
        std::printf("what leads from the knob to the bulb could not be made\n");
        goal((name + "_arrived").constData(), 0, "values", ">", 0);
        return;
    }
    const std::vector<double> spans = turn(what, knob, told);
    bulb.kill();
    bulb.waitForFinished();
    goal((name + "_arrived").constData(), double(spans.size()), "values", ">", 0);
    if (spans.empty())
        return;
    std::printf("wire to wire: %zu of %d values, p50 %.1f ms, p90 %.1f ms, p99 %.1f ms\n", spans.size(), what.values - what.values / 10, spans[spans.size() / 2],
        spans[spans.size() * 9 / 10], spans[spans.size() * 99 / 100]);
    goal((name + "_wire_to_wire_p50").constData(), spans[spans.size() / 2], "ms", "<", 60);
    goal((name + "_wire_to_wire_p99").constData(), spans[spans.size() * 99 / 100], "ms", "<", 200);
}

} // namespace muster::test
