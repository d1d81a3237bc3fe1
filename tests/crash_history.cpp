// Kills a recording process at random moments, again and again on one store, and holds what is found against what was sent.
//   crash_history [--kills N] [--seed S]
// After each kill: the store opens, every metric's samples are those sent, in order, without a hole and none twice; what is missing at the
// end was sent in the last 250 ms; every block verifies. Exit code 0 when all of it held.

#include "store/history/history.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <atomic>
#include <cstdio>
#include <random>

#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

using namespace muster;

namespace {

constexpr quint32 metrics = 40;       // of these the last ten are texts
constexpr quint32 firstText = 31;
constexpr Micros allowedLoss = 250'000;
constexpr Micros begin = 1'700'000'000'000'000;
constexpr size_t ring = 1 << 14;

/// Shared with the writer and outliving it: how far it had come at which moment.
struct Log
{
    struct Mark
    {
        Micros at = 0;     // CLOCK_MONOTONIC
        qint64 rounds = 0; // sent so far
    };
    std::atomic<qint64> marks {0};
    Mark mark[ring] {};
};

Micros monotonic()
{
    timespec time {};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return Micros(time.tv_sec) * 1'000'000 + time.tv_nsec / 1'000;
}

/// In each round every metric gets one sample that says the round's number; every seventh comes late, behind the next one.
Sample sampleOf(quint32 metric, qint64 round)
{
    return {begin + round * 10'000 - (round % 7 == 3 ? 15'000 : 0), double(round), {metric}, 0, 0};
}

QString textOf(qint64 round) { return QStringLiteral("state %1").arg(round); }

void appendRound(SampleBatch &batch, qint64 round)
{
    for (quint32 metric = 1; metric <= metrics; ++metric) {
        Sample sample = sampleOf(metric, round);
        if (metric >= firstText) {
            sample.flags = Sample::Text;
            sample.value = double(batch.texts.size());
            batch.texts.append(textOf(round));
        }
        batch.samples.append(sample);
    }
}

history::RecorderLimits limits()
{
    history::RecorderLimits limits;
    limits.blockSamples = 256; // seal often
    limits.journalBytes = 256 << 10;
    return limits;
}

[[noreturn]] void write(const QString &path, qint64 round, Log &log, quint32 seed)
{
    int argc = 1;
    char name[] = "crash_history";
    char *argv[] = {name, nullptr};
    const QCoreApplication app(argc, argv);
    History history(limits());
    if (const auto opened = history.open(path); !opened)
        qFatal("%s", qPrintable(opened.error().text));
    std::mt19937 random(seed);
    QTimer tick;
    QObject::connect(&tick, &QTimer::timeout, &history, [&] {
        SampleBatch batch;
        for (quint32 n = random() % 40; n > 0; --n)
            appendRound(batch, round++);
        history.append(batch);
        if (random() % 100 == 0)
            history.compact(); // in slices: the kill may come between any two
        const qint64 mark = log.marks.load();
        log.mark[size_t(mark) % ring] = {monotonic(), round};
        log.marks.store(mark + 1);
    });
    tick.start(5);
    QCoreApplication::exec();
    _exit(0);
}

/// Rounds that surely had to be kept: those sent by the last mark before the allowed loss.
qint64 owed(const Log &log, Micros killed, qint64 start)
{
    const qint64 marks = log.marks.load();
    for (qint64 mark = marks - 1; mark >= 0 && mark > marks - qint64(ring); --mark) {
        if (log.mark[size_t(mark) % ring].at <= killed - allowedLoss)
            return log.mark[size_t(mark) % ring].rounds;
    }
    return start;
}

/// The rounds found for a metric if they are exactly 0 … n - 1; -1 when one is missing, double, or not what was sent.
qint64 roundsOf(History &history, quint32 metric)
{
    std::vector<bool> seen;
    Micros before = 0;
    qint64 found = 0;
    for (Micros from = 0;;) {
        const auto range = history.read({metric}, from, 1LL << 60, 100'000);
        if (!range)
            return -1;
        for (const Sample &sample : range->samples) {
            const bool isText = metric >= firstText;
            const auto round = isText ? range->texts.value(qsizetype(sample.value)).section(QLatin1Char(' '), 1).toLongLong() : qint64(sample.value);
            if (seen.size() <= size_t(round))
                seen.resize(size_t(round) + 1);
            if (seen[size_t(round)] || sample.time < before || sample.time != sampleOf(metric, round).time)
                return -1;
            seen[size_t(round)] = true;
            before = sample.time;
            ++found;
        }
        if (range->complete)
            break;
        from = range->next;
    }
    return found == qint64(seen.size()) ? found : -1;
}

/// What is in the store after a kill: rounds, or -1 with a word about what is wrong.
qint64 verify(const QString &path, const char *&wrong)
{
    int argc = 1;
    char name[] = "crash_history";
    char *argv[] = {name, nullptr};
    const QCoreApplication app(argc, argv); // gone again before the next fork
    History history(limits());
    if (const auto opened = history.open(path); !opened || !history.setAside().isEmpty()) {
        wrong = "the store does not open";
        return -1;
    }
    const auto check = history.check();
    if (!check || check->damaged != 0 || history.statistics().damaged != 0) {
        wrong = "a block or journal row does not verify";
        return -1;
    }
    const qint64 rounds = roundsOf(history, 1);
    for (quint32 metric = 2; metric <= metrics && rounds >= 0; ++metric) {
        // A batch is journalled as a whole, so all metrics end with the same round.
        if (roundsOf(history, metric) != rounds) {
            wrong = "a metric's samples are not those sent, each once";
            return -1;
        }
    }
    if (rounds < 0)
        wrong = "a metric's samples are not those sent, each once";
    return rounds;
}

} // namespace

int main(int argc, char **argv)
{
    int kills = 20;
    quint32 seed = 1;
    for (int i = 1; i + 1 < argc; i += 2)
        (QByteArrayView(argv[i]) == "--kills" ? kills : reinterpret_cast<int &>(seed)) = QByteArrayView(argv[i + 1]).toByteArray().toInt();
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("history.db"));
    void *const memory = mmap(nullptr, sizeof(Log), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (!folder.isValid() || memory == MAP_FAILED)
        return 77;
    Log &log = *new (memory) Log;
    std::mt19937 random(seed);
    qint64 rounds = 0;
    Micros worstLoss = 0;
    for (int kill = 1; kill <= kills; ++kill) {
        log.marks = 0;
        const pid_t child = fork();
        if (child == 0)
            write(path, rounds, log, random());
        const qint64 wait = 20'000 + qint64(random() % 900'000);
        const Micros start = monotonic();
        while (log.marks.load() == 0 && monotonic() - start < 30'000'000) // until it records; opening is part of the next kill
            usleep(1'000);
        usleep(useconds_t(wait));
        ::kill(child, SIGKILL);
        const Micros killed = monotonic();
        waitpid(child, nullptr, 0);
        const char *wrong = "";
        const qint64 least = owed(log, killed, rounds);
        const qint64 found = verify(path, wrong);
        if (found < least) {
            std::printf("kill %d: %s (found %lld rounds, owed %lld)\n", kill, found < 0 ? wrong : "more than the last 250 ms is lost", found, least);
            return 1;
        }
        for (qint64 mark = log.marks.load() - 1; mark >= 0 && mark > log.marks.load() - qint64(ring); --mark) {
            if (log.mark[size_t(mark) % ring].rounds <= found)
                break;
            worstLoss = std::max(worstLoss, killed - log.mark[size_t(mark) % ring].at);
        }
        rounds = found;
    }
    std::printf("%d kills: the store opened each time, %lld samples, each once, every block verified, at most the last %.0f ms lost\n", kills,
        rounds * metrics, double(worstLoss) / 1'000);
    return 0;
}
