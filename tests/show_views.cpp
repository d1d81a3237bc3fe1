// Shows the views with a made-up fleet, to look at: show_views [--dark] [--empty] [--german-numbers] [--size 1440x900] [--scene bottom|undo|drop|group] [--save picture.png]
#include "core/connections.h"
#include "core/dispatcher.h"
#include "tests/support/madeupfleet.h"
#include "ui/discoveredview.h"
#include "ui/drophint.h"
#include "ui/fleet/groupstree.h"
#include "ui/fleetview.h"
#include "ui/groupsview.h"
#include "ui/inspector.h"
#include "ui/inspector/section.h"
#include "ui/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QTimer>

#include <cmath>

using namespace muster;
using namespace muster::support;

namespace {

constexpr Micros second = 1'000'000;

Metric made(DeviceId device, quint32 which, const char *key, const char *name, const char *unit, int decimals = -1)
{
    Metric metric = numberMetric(device, which, QString::fromUtf8(key), QString::fromUtf8(unit));
    metric.name = QString::fromUtf8(name);
    metric.decimals = decimals;
    return metric;
}

Device pump(quint32 n)
{
    Device device = madeUpDevice(n);
    device.name = QStringLiteral("Pump %1").arg(n);
    device.kind = Kind::M2M;
    device.addresses = {QStringLiteral("serial:067b:2303:A%1").arg(n)};
    device.manufacturer = QStringLiteral("Northwind");
    device.model = QStringLiteral("P%1").arg(100 + n % 3);
    device.firmware = QStringLiteral("2.4.1");
    device.convention = QStringLiteral("demo");
    device.presence = Presence::Online;
    device.metrics = {made(device.id, 0, "pressure", "Pressure", "bar", 2), made(device.id, 1, "temperature", "Temperature", "°C", 1),
        made(device.id, 4, "flow", "Flow", "l/min", 1), made(device.id, 5, "energy", "Energy", "kWh", 0)};
    Metric running;
    running.id = metricOf(device.id, 3);
    running.key = QStringLiteral("run");
    running.name = QStringLiteral("Running");
    running.type = MetricType::Boolean;
    Metric mode;
    mode.id = metricOf(device.id, 6);
    mode.key = QStringLiteral("mode");
    mode.name = QStringLiteral("Mode");
    mode.type = MetricType::Enumeration;
    mode.options = {QStringLiteral("eco"), QStringLiteral("normal"), QStringLiteral("boost")};
    Metric speed = made(device.id, 7, "speed", "Speed", "%", 0);
    Metric odd = made(device.id, 8, "rate", "Rate of change", "");
    odd.problem = QStringLiteral("The template uses the filter “derivative”.");
    Metric note;
    note.id = metricOf(device.id, 9);
    note.key = QStringLiteral("note");
    note.name = QStringLiteral("Last event");
    note.type = MetricType::Text;
    device.metrics << running << mode << speed << odd << note;
    return device;
}

QList<CommandInfo> pumpCommands()
{
    CommandInfo run {.key = QStringLiteral("run"), .name = QStringLiteral("Running"), .argument = ArgumentType::Boolean, .metric = QStringLiteral("run")};
    CommandInfo speed {.key = QStringLiteral("speed"), .name = QStringLiteral("Speed"), .argument = ArgumentType::Number, .unit = QStringLiteral("%"),
        .metric = QStringLiteral("speed")};
    CommandInfo mode {.key = QStringLiteral("mode"), .name = QStringLiteral("Mode"), .argument = ArgumentType::Enumeration,
        .options = {QStringLiteral("eco"), QStringLiteral("normal"), QStringLiteral("boost")}, .metric = QStringLiteral("mode")};
    CommandInfo label {.key = QStringLiteral("label"), .name = QStringLiteral("Display text"), .argument = ArgumentType::Text};
    CommandInfo beep {.key = QStringLiteral("identify"), .name = QStringLiteral("Identify")};
    CommandInfo restart {.key = QStringLiteral("restart"), .name = QStringLiteral("Restart"), .dangerous = true};
    CommandInfo fan {.key = QStringLiteral("fan"), .name = QStringLiteral("Fan"), .argument = ArgumentType::Boolean};
    CommandInfo odd {.key = QStringLiteral("colour"), .name = QStringLiteral("Colour"), .argument = ArgumentType::Text,
        .problem = QStringLiteral("Colour wheels come later.")};
    return {run, speed, mode, fan, label, beep, restart, odd};
}

void tell(Fleet &fleet, quint32 n, Micros now, bool everything)
{
    SampleBatch batch;
    const Micros from = everything ? now - 600 * second : now;
    for (Micros t = from; t <= now; t += 5 * second) {
        const double phase = double(t % (3'600 * second)) / double(120 * second) + n;
        const auto add = [&](quint32 which, double value) { batch.samples.append({.time = t, .value = value, .metric = metricOf({n}, which)}); };
        add(0, (n % 4 == 0 ? 3.4 : 21.5) + std::sin(phase) * 0.4 + std::sin(phase * 7.3) * 0.1);
        add(1, n % 4 == 0 ? 41.2 + std::sin(phase / 3) : 87 - n % 60);
        add(2, -50 - double(n % 40));
        add(3, std::sin(phase / 2) > 0 ? 1 : 0);
        add(4, 12.5 + std::sin(phase) * 3);
        add(5, 18'432);
        add(6, 1);
        add(7, 60);
    }
    fleet.observe(batch);
}

void fill(Fleet &fleet, int count)
{
    QList<Device> devices;
    QList<DeviceId> members;
    const char *rooms[] = {"Kitchen", "Hall", "Cellar", "Roof", "Yard", "Office"};
    const char *things[] = {"plug", "lamp", "thermometer", "door"};
    for (quint32 n = 1; n <= quint32(count); ++n) {
        Device device = n % 4 == 0 ? pump(n) : madeUpDevice(n, n % 5 == 0 ? ConnectionId {2} : ConnectionId {1});
        if (n % 4 == 0)
            device.commands = pumpCommands();
        else
            device.name = QStringLiteral("%1 %2 %3").arg(QString::fromUtf8(rooms[n % 6]), QString::fromUtf8(things[n % 3])).arg(n);
        device.presence = n % 11 == 3 ? Presence::Offline : n % 13 == 5 ? Presence::Lost : n % 17 == 6 ? Presence::Unknown : Presence::Online;
        devices.append(device);
        if (n <= quint32(count) * 3 / 4)
            members.append(device.id);
    }
    devices[6].name = QStringLiteral("<b>Bold</b> & a name that is much longer than any column will ever be, on purpose");
    fleet.announce(devices);
    const GroupId a = fleet.addGroup(QStringLiteral("Hall A"));
    const GroupId b = fleet.addGroup(QStringLiteral("Hall B"));
    const GroupId corner = fleet.addGroup(QStringLiteral("North corner"), b);
    fleet.adopt(members);
    fleet.assign(members.mid(0, 9), a);
    fleet.assign(members.mid(9, 8), b);
    fleet.assign(members.mid(15, 6), corner);
    for (quint32 n = 1; n <= quint32(count); ++n) {
        if (n % 17 != 6)
            tell(fleet, n, nowMicros(), true);
    }
    fleet.observe({{Sample {.time = nowMicros(), .value = 0, .metric = metricOf({8}, 9), .flags = Sample::Text}}, {QStringLiteral("Filter cleaned\nby hand")}});
}

// What only shows after a person has done something.
void play(const QString &scene, FleetView &view, Inspector &inspector, GroupsView &groups)
{
    if (scene == QLatin1String("bottom")) {
        const QList<QPushButton *> buttons = inspector.findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            if (button->text() == QLatin1String("Restart") && button->isVisible())
                button->click();
        }
        const QList<Section *> sections = inspector.findChildren<Section *>();
        for (Section *section : sections)
            section->setOpen(true);
        QList<RawMessage> messages;
        for (int i = 0; i < 4; ++i)
            messages.append({.time = nowMicros(), .device = {8}, .outgoing = i == 2, .where = QStringLiteral("plant/pump8/state"),
                .payload = R"({"pressure":3.41,"temperature":41.2,"mode":"normal","speed":70})", .size = 66});
        inspector.showRaw(messages);
        QScrollBar *bar = inspector.findChild<QScrollArea *>()->verticalScrollBar();
        QTimer::singleShot(150, bar, [bar] { bar->setValue(bar->maximum()); });
    }
    if (scene == QLatin1String("undo")) {
        view.selectDevices({{4}, {7}, {9}});
        view.removeSelected();
        groups.setCurrentGroup({2});
    }
    if (scene == QLatin1String("drop"))
        view.findChild<DropHint *>()->invite(QStringLiteral("Add to Hall B"));
    if (scene == QLatin1String("group")) {
        auto *tree = groups.findChild<GroupsTree *>();
        const QModelIndex all = tree->model()->index(0, 0);
        tree->viewport()->findChild<DropHint *>()->invite(QStringLiteral("Add to Hall B"), tree->visualRect(tree->model()->index(1, 0, all)));
        groups.setCurrentGroup({2});
        view.setFilter(QStringLiteral("nothing at all"));
        inspector.showDevices({{1}, {2}});
    }
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QCommandLineParser options;
    options.addOptions({{QStringLiteral("dark"), {}}, {QStringLiteral("empty"), {}}, {QStringLiteral("german-numbers"), {}},
        {QStringLiteral("size"), {}, QStringLiteral("wxh"), QStringLiteral("1440x600")}, {QStringLiteral("save"), {}, QStringLiteral("file")},
        {QStringLiteral("scene"), {}, QStringLiteral("name")}, {QStringLiteral("count"), {}, QStringLiteral("n"), QStringLiteral("40")}});
    options.process(app);
    if (options.isSet(QStringLiteral("german-numbers")))
        QLocale::setDefault(QLocale(QLocale::German));
    theme::apply(app, options.isSet(QStringLiteral("dark")) ? theme::Mode::Dark : theme::Mode::Light);

    Fleet fleet;
    Diagnostics diagnostics;
    Connections connections;
    Dispatcher dispatcher(fleet);
    const int count = options.value(QStringLiteral("count")).toInt();
    if (!options.isSet(QStringLiteral("empty"))) {
        connections.restore({{.id = {1}, .name = QStringLiteral("home broker")}, {.id = {2}, .name = QStringLiteral("test bench")}}, {2});
        fill(fleet, count);
    }

    QSplitter window;
    auto *left = new QSplitter(Qt::Vertical, &window);
    auto *discovered = new DiscoveredView(fleet, diagnostics, connections, left);
    auto *groups = new GroupsView(fleet, nullptr, nullptr, left);
    auto *view = new FleetView(fleet, nullptr, &window);
    auto *inspector = new Inspector(fleet, dispatcher, &window);
    window.setSizes({230, 860, 350});
    window.setStretchFactor(1, 1);
    Q_UNUSED(discovered)
    QObject::connect(groups, &GroupsView::groupSelected, view, &FleetView::setGroup);
    QObject::connect(view, &FleetView::deviceSelected, inspector, &Inspector::showDevices);
    QObject::connect(discovered, &DiscoveredView::deviceSelected, inspector, &Inspector::showDevices);
    // A device that obeys after a while, except for what it does not know.
    QObject::connect(&dispatcher, &Dispatcher::sendRequested, &dispatcher, [&](const Command &command) {
        QTimer::singleShot(300, &dispatcher, [&, command] {
            const bool isKnown = command.key != QLatin1String("label");
            dispatcher.finish(command.id, isKnown ? Result<void>() : failure(Error::Code::Refused, QStringLiteral("The device has no display.")), isKnown);
            const MetricId metric = fleet.findMetric(command.device, command.key);
            if (const auto *on = std::get_if<bool>(&command.argument))
                say(fleet, metric, *on ? 1 : 0);
            if (const auto *number = std::get_if<double>(&command.argument))
                say(fleet, metric, *number);
        });
    });
    QTimer live;
    QObject::connect(&live, &QTimer::timeout, &fleet, [&] {
        for (quint32 n = 1; n <= quint32(count) && !options.isSet(QStringLiteral("empty")); n += 2)
            tell(fleet, n, nowMicros(), false);
    });
    live.start(1'000);

    const QStringList size = options.value(QStringLiteral("size")).split(u'x');
    window.resize(size.value(0).toInt(), size.value(1).toInt());
    window.show();
    if (!options.isSet(QStringLiteral("empty"))) {
        view->selectDevices({{8}});
        dispatcher.submit({.device = {8}, .key = QStringLiteral("speed"), .argument = 70.0});
        dispatcher.submit({.device = {8}, .key = QStringLiteral("label"), .argument = QStringLiteral("Hello")});
    }
    QTimer::singleShot(700, &app, [&] { play(options.value(QStringLiteral("scene")), *view, *inspector, *groups); });
    if (options.isSet(QStringLiteral("save"))) {
        QTimer::singleShot(1'200, &app, [&] {
            window.grab().save(options.value(QStringLiteral("save")));
            QApplication::quit();
        });
    }
    return QApplication::exec();
}
