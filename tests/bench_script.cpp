// How many frames a second go through a script in its process, there and back, against the same frames read without one.

#include "codec/linkcodec.h"
#include "codec/profile.h"
#include "script/scriptrunner.h"
#include "tests/support/goals.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>

#include <cstdio>
#include <cstring>

using namespace muster;
using namespace muster::codec;

namespace {

/// Where both roads end.
struct Counted : ReadingSink
{
    void readingsArrived(std::span<const Reading> readings, const QStringList &) override { values += readings.size(); }
    void frameArrived(QByteArrayView frame, Micros time) override { runner->decode(frame, time); }

    script::ScriptRunner *runner = nullptr;
    size_t values = 0;
};

QByteArray lines(int count)
{
    QByteArray bytes;
    for (int i = 0; i < count; ++i)
        bytes += "t=" + QByteArray::number(20 + (i % 100) / 10.0) + " h=" + QByteArray::number(40 + i % 10) + '\n';
    return bytes;
}

/// Frames a second, in chunks as a port hands them over; the queue is never full, so that nothing is dropped.
double scripted(const Profile &profile, int frames)
{
    constexpr qsizetype chunk = 4'096;
    script::Budget budget;
    script::ScriptRunner runner(profile, budget);
    Counted counted;
    counted.runner = &runner;
    LinkCodec codec(profile, counted);
    QObject::connect(&runner, &script::ScriptRunner::decoded, &runner, [&codec](const QList<script::Decoded> &readings) {
        for (const script::Decoded &each : readings)
            codec.takeScripted(each.json, each.time);
    });
    QObject::connect(&runner, &script::ScriptRunner::noted, &runner, [](Severity, const QString &text) { std::printf("%s\n", qPrintable(text)); });
    runner.start();
    codec.feed("the first line may be cut\n" + lines(1'000), 1);
    while (!runner.isDone() && runner.problem().isEmpty())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    const QByteArray all = lines(frames);
    const size_t before = counted.values;
    QElapsedTimer clock;
    clock.start();
    for (qsizetype at = 0; at < all.size() && runner.problem().isEmpty(); at += chunk) {
        codec.feed(QByteArrayView(all).sliced(at, std::min(chunk, all.size() - at)), 1);
        while (counted.values - before + 8'000 < size_t(at) / 6 && runner.problem().isEmpty())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    while (!runner.isDone() && runner.problem().isEmpty())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    const double seconds = double(clock.nsecsElapsed()) / 1e9;
    if (runner.losses() != ScriptLosses())
        std::printf("%llu frames were not read\n", static_cast<unsigned long long>(runner.losses().unread));
    return double(counted.values - before) / 2 / seconds;
}

double plain(int frames)
{
    Profile profile;
    profile.decoder = Profile::Decoder::KeyValue;
    Counted counted;
    LinkCodec codec(profile, counted);
    const QByteArray all = lines(frames);
    QElapsedTimer clock;
    clock.start();
    codec.feed(all, 1);
    return double(counted.values) / 2 / (double(clock.nsecsElapsed()) / 1e9);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const bool quick = argc > 1 && std::strcmp(argv[1], "--quick") == 0;
    const int frames = quick ? 30'000 : 200'000;
    Profile profile;
    profile.name = QStringLiteral("bench");
    profile.decoder = Profile::Decoder::Script;
    profile.script = QStringList {QStringLiteral("function decode(bytes, text) { const [t, h] = text.split(' '); return { t: Number(t.slice(2)), h: { value: Number(h.slice(2)), unit: '%' } } }")};
    const double withText = scripted(profile, frames);
    profile.script = QStringList {QStringLiteral("function decode(bytes) { return { t: bytes[2] + bytes[3] / 10, h: bytes.length } }")};
    const double withBytes = scripted(profile, frames);
    const double without = plain(frames);
    std::printf("lines of two values, there and back: %.0f frames/s by text, %.0f frames/s by bytes; without a script %.0f frames/s\n", withText, withBytes, without);
    // The fastest line there is, 3 Mbit/s with frames of 15 bytes: 20 000 a second.
    test::goal("scripted_frames_per_second", std::min(withText, withBytes), "frames/s", ">=", 20'000);
    return test::goalsExit();
}
