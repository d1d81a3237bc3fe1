// Fills a history with a made-up past, for looking at charts of months and years.
//   fill_history FOLDER [--days N] [--until SECONDS]
// FOLDER is what the program was given with --data, after it ran there once with a made-up fleet (sim://), so that its devices are known.
// Every temperature gets a sample a minute over the last N days (365) up to SECONDS before now (600): seasons, days and nights, weather, some
// outages. Every switch gets its hours, every text a few words a day, every event one a month. Prints how many samples went in and how long it took.

#include "store/history/history.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRandomGenerator>

#include <cmath>
#include <cstdio>

using namespace muster;

namespace {

constexpr Micros second = 1'000'000;
constexpr Micros minute = 60 * second;
constexpr Micros day = 1'440 * minute;
constexpr qsizetype batchSize = 50'000;

/// Days and nights over the seasons, with weather that lasts some days; each place has its own.
class Weather
{
public:
    explicit Weather(quint32 place)
        : m_random(place)
        , m_mean(19 + double(place % 7) * 0.6)
        , m_share(0.25 + double(place % 5) * 0.1)
    {
    }

    double at(Micros time)
    {
        m_front += (m_random.generateDouble() - 0.5) * 0.12 - m_front * 0.0004;
        const double year = std::sin(2 * M_PI * (double(time) / double(day) / 365.25 - 0.3));
        const double hour = std::sin(2 * M_PI * (double(time % day) / double(day) - 0.35));
        const double value = m_mean + m_share * (14 * year + 4 * hour + 3 * m_front) + (m_random.generateDouble() - 0.5) * 0.2;
        return std::round(value * 100) / 100;
    }

private:
    QRandomGenerator m_random;
    double m_mean;
    double m_share;
    double m_front = 0;
};

/// Whether a device was off the air: now and then some hours, once some days.
bool isSilent(quint32 place, Micros time)
{
    const auto hours = quint64(time / (60 * minute)) + place * 131;
    return hours % 701 < 5 || (hours / 24) % 173 < 4;
}

struct Filling
{
    History &history;
    SampleBatch batch {};
    qint64 count = 0;

    void add(const Sample &sample)
    {
        batch.samples.append(sample);
        ++count;
        if (batch.samples.size() >= batchSize)
            flush();
    }
    void say(MetricId metric, Micros time, const QString &text)
    {
        batch.texts.append(text);
        add({time, double(batch.texts.size() - 1), metric, Sample::Text | Sample::DeviceTime, 0});
    }
    void flush()
    {
        history.append(batch);
        history.flush();
        batch = {};
    }
};

void fill(Filling &filling, const history::MetricRow &metric, Micros from, Micros to)
{
    Weather weather(metric.id.n);
    static const QStringList words {QStringLiteral("running"), QStringLiteral("idle"), QStringLiteral("cleaning"), QStringLiteral("running")};
    for (Micros time = from; time < to; time += minute) {
        if (isSilent(metric.id.n, time))
            continue;
        const qint64 number = time / minute;
        if (metric.key == QLatin1String("temperature")) {
            filling.add({time + metric.id.n * 1'000, weather.at(time), metric.id, Sample::DeviceTime, 0});
        } else if (metric.type == QLatin1String("boolean") && number % 60 == 0) {
            const bool on = (number / 60) % 24 > 6 && (number / 60) % 24 < 19;
            filling.add({time, on ? 1.0 : 0.0, metric.id, Sample::DeviceTime, 0});
        } else if (metric.type == QLatin1String("text") && number % 360 == 0) {
            filling.say(metric.id, time, words.at((number / 360) % words.size()));
        } else if (metric.type == QLatin1String("event") && number % 40'009 == 0) {
            filling.say(metric.id, time, QStringLiteral("Checked by hand"));
        }
    }
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const auto option = [&](const char *name, int otherwise) {
        const qsizetype at = arguments.indexOf(QLatin1String(name));
        return at > 0 && at + 1 < arguments.size() ? arguments.at(at + 1).toInt() : otherwise;
    };
    if (arguments.size() < 2) {
        std::fprintf(stderr, "fill_history FOLDER [--days N] [--until SECONDS]\n");
        return 2;
    }
    History history;
    if (const auto opened = history.open(arguments.at(1) + QLatin1String("/history.db")); !opened) {
        std::fprintf(stderr, "%s\n", qPrintable(opened.error().text));
        return 1;
    }
    QElapsedTimer clock;
    clock.start();
    const Micros to = nowMicros() - option("--until", 600) * second;
    const Micros from = (to - option("--days", 365) * day) / minute * minute;
    Filling filling {history};
    for (const history::MetricRow &metric : history.metrics())
        fill(filling, metric, from, to);
    filling.flush();
    history.close();
    std::printf("%lld samples in %.1f s\n", static_cast<long long>(filling.count), double(clock.elapsed()) / 1'000);
    return 0;
}
