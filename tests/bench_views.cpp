// How the fleet table carries a large fleet: bench_views [devices]. Offscreen; prints milliseconds.
#include "tests/support/madeupfleet.h"
#include "ui/fleet/fleettable.h"
#include "ui/fleetview.h"
#include "ui/models/discoveredmodel.h"
#include "ui/models/fleetmodel.h"
#include "ui/theme.h"

#include <QApplication>
#include <QElapsedTimer>

#include <cstdio>

using namespace muster;
using namespace muster::support;

namespace {

template<class Work>
void measure(const char *what, Work work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    std::printf("%-64s %9.3f ms\n", what, double(timer.nsecsElapsed()) / 1e6);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    theme::apply(app, theme::Mode::Light);
    const quint32 count = argc > 1 ? QByteArray(argv[1]).toUInt() : 100'000;
    Fleet fleet;
    QList<DeviceId> ids;
    measure("announce", [&] { ids = announceSome(fleet, count); });
    std::unique_ptr<DiscoveredModel> discovered;
    measure("DiscoveredModel of all of them", [&] { discovered = std::make_unique<DiscoveredModel>(fleet); });
    FleetView view(fleet);
    view.resize(900, 700);
    view.show();
    measure("adopt all of them (models included)", [&] { fleet.adopt(ids); });
    QApplication::processEvents();
    announceSome(fleet, 1, count + 10);
    measure("adopt one more", [&] { fleet.adopt({DeviceId {count + 10}}); });
    measure("rename one", [&] { fleet.rename({5}, QStringLiteral("Zeppelin")); });
    measure("filter “device 77”", [&] { view.setFilter(QStringLiteral("device 77")); });
    measure("no filter", [&] { view.setFilter({}); });
    auto *table = view.findChild<FleetTable *>();
    for (quint32 n = 1; n <= count; n += 2)
        say(fleet, metricOf({n}, 0), n % 977);
    QApplication::processEvents();
    measure("sort by value", [&] { table->sortByColumn(int(FleetColumn::Value), Qt::DescendingOrder); });
    measure("sort by name", [&] { table->sortByColumn(int(FleetColumn::Name), Qt::AscendingOrder); });
    SampleBatch batch;
    for (quint32 n = 1; n <= count; n += 10)
        batch.samples.append({.time = nowMicros(), .value = n % 97 * 1.0, .metric = metricOf({n}, 0)});
    measure("a batch of values for a tenth of them (Fleet and model)", [&] { fleet.observe(batch); });
    measure("paint the table", [&] { table->viewport()->grab(); });
    return 0;
}
