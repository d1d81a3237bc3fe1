#include "backends/sim/simcatalogue.h"

#include "backends/sim/simkinds.h"

#include <QCoreApplication>
#include <QUrlQuery>

#include <optional>

namespace muster::sim {

namespace {

/// A model that a species is sold as, by a maker nobody has heard of.
struct Article
{
    const char *maker;
    const char *model;
    const char *firmware;
};

struct Shelf
{
    Species species;
    int share;                         ///< how many of forty
    QList<const char *> names;         ///< where they hang; further ones are numbered
    const char *further;
    QList<Article> articles;
};

const QList<Shelf> &shelves()
{
    static const QList<Shelf> all {
        {Species::Climate, 9, {"Office north", "Office south", "Meeting room", "Kitchen", "Server room", "Workshop", "Reception", "Archive", "Hall B climate"}, "Room",
            {{"Nordlicht", "Climate 3", "3.2.1"}, {"Fennec", "AirCube", "1.14.0"}}},
        {Species::Pump, 5, {"Boiler room pump", "Cooling pump 1", "Cooling pump 2", "Rain water pump", "Hall B lift pump"}, "Pump",
            {{"Halvorsen", "HP-40 M", "7.03"}, {"Quellwerk", "QW 25", "2.9"}}},
        {Species::Contact, 6, {"Door main entrance", "Door north", "Door loading bay", "Window archive", "Gate yard", "Door server room"}, "Door",
            {{"Fennec", "Contact Mini", "1.6.2"}, {"Tinker & Vale", "Latch", "0.9.8"}}},
        {Species::Plug, 6, {"Plug desk", "Plug coffee machine", "Plug printer", "Plug compressor", "Plug charger", "Plug test bench"}, "Plug",
            {{"Lumora", "Plug S2", "5.1.0"}, {"Tinker & Vale", "Socket One", "2.0.4"}}},
        {Species::Bulb, 6, {"Lamp hall", "Lamp reception", "Lamp workshop", "Lamp stairs", "Lamp yard", "Lamp meeting room"}, "Lamp",
            {{"Lumora", "Glow E27", "4.4.2"}, {"Lumora", "Spot GU10", "4.4.0"}}},
        {Species::Meter, 3, {"Water meter hall A", "Water meter hall B", "Water meter garden"}, "Water meter", {{"Quellwerk", "Tally R", "1.2"}}},
        {Species::Gateway, 2, {"Gateway hall A", "Gateway hall B"}, "Gateway", {{"Orrery", "Relay 4G", "22.11"}}},
        {Species::Tracker, 3, {"Van 1", "Van 2", "Forklift truck"}, "Van", {{"Kestrel", "Waymark 2", "9.0.3"}}},
    };
    return all;
}

/// The species of the n-th device: each block of forty has its shares, mixed so that a small fleet has every kind too.
std::vector<const Shelf *> order(int devices)
{
    std::vector<const Shelf *> result;
    while (int(result.size()) < devices) {
        for (int round = 0; round < 9; ++round) {
            for (const Shelf &shelf : shelves()) {
                if (round < shelf.share)
                    result.push_back(&shelf);
            }
        }
    }
    result.resize(size_t(devices));
    return result;
}

void name(Machine &machine, const Shelf &shelf, int number)
{
    Device &device = machine.device;
    const Article &article = shelf.articles.at(number % shelf.articles.size());
    device.name = number < shelf.names.size() ? QString::fromUtf8(shelf.names.at(number))
                                              : QStringLiteral("%1 %2").arg(QString::fromUtf8(shelf.further)).arg(number + 1);
    device.manufacturer = QString::fromUtf8(article.maker);
    device.model = QString::fromUtf8(article.model);
    device.firmware = QString::fromUtf8(article.firmware);
    device.serialNumber = QStringLiteral("%1-%2").arg(device.model.left(2).toUpper()).arg(40'961 + 137 * number);
    if (shelf.species == Species::Climate || shelf.species == Species::Contact)
        device.via = QStringLiteral("sim:gateway-%1").arg(1 + number % 2);
}

Machine build(Species species, int number, const Options &options)
{
    Random random(options.seed * 0x2545f4914f6cdd1du + quint64(species) * 1'000'003 + quint64(number));
    Machine machine = make(species, Random(random.next()), options.metrics, options.rate);
    machine.device.addresses = {QStringLiteral("sim:%1-%2").arg(word(species)).arg(number + 1)};
    return machine;
}

/// Reads one number of the query; false when it is there and no number, or out of range.
bool read(const QUrlQuery &query, const char *key, double &value, double minimum, double maximum)
{
    if (!query.hasQueryItem(QLatin1StringView(key)))
        return true;
    bool ok = false;
    value = query.queryItemValue(QLatin1StringView(key)).toDouble(&ok);
    return ok && value >= minimum && value <= maximum;
}

tl::unexpected<Error> outOfRange(const char *key, double minimum, double maximum)
{
    return failure(Error::Code::Invalid, QCoreApplication::translate("muster::sim", "%1 must be a number from %2 to %3.")
            .arg(QLatin1StringView(key)).arg(minimum).arg(maximum));
}

} // namespace

Result<Options> readOptions(const QUrl &url)
{
    Options options;
    if (url.scheme() != QLatin1String("sim") || (url.host() != QLatin1String("demo") && url.host() != QLatin1String("load")))
        return failure(Error::Code::Invalid, QCoreApplication::translate("muster::sim", "A demo fleet is sim://demo; one for measuring is sim://load."));
    options.load = url.host() == QLatin1String("load");
    const QUrlQuery query(url);
    double devices = options.load ? 1'000 : 40, seed = 1, faults = 1, history = 0, metrics = 3;
    struct Item
    {
        const char *key;
        double &value;
        double minimum, maximum;
    };
    const std::array<Item, 7> items {{{"devices", devices, 1, 100'000}, {"seed", seed, 0, 1e9}, {"speed", options.speed, 0.01, 1'000}, {"faults", faults, 0, 1},
        {"history", history, 0, 1'440}, {"metrics", metrics, 1, 1'000}, {"rate", options.rate, 0.01, 1'000}}};
    for (const Item &item : items) {
        if (!read(query, item.key, item.value, item.minimum, item.maximum))
            return outOfRange(item.key, item.minimum, item.maximum);
    }
    options.devices = int(devices);
    options.seed = quint64(seed);
    options.faults = faults != 0;
    options.historyMinutes = int(history);
    options.metrics = int(metrics);
    return options;
}

std::vector<Machine> makeFleet(const Options &options)
{
    std::vector<Machine> fleet;
    fleet.reserve(size_t(options.devices));
    if (options.load) {
        for (int i = 0; i < options.devices; ++i) {
            fleet.push_back(build(Species::Load, i, options));
            fleet.back().device.name = QStringLiteral("Load %1").arg(i + 1);
        }
        return fleet;
    }
    std::array<int, demoSpecies> numbers {};
    for (const Shelf *const shelf : order(options.devices)) {
        const int number = numbers[size_t(shelf->species)]++;
        fleet.push_back(build(shelf->species, number, options));
        name(fleet.back(), *shelf, number);
        if (Contact *const contact = std::get_if<Contact>(&fleet.back().state); contact && number == 1 && options.faults) {
            contact->battery = 14; // the one whose battery runs down while you watch
            contact->drain = 45;
        }
    }
    return fleet;
}

} // namespace muster::sim
