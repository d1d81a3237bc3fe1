// How much processor time lines and frames cost from the bytes to the live memory of their metrics, beside splitting and converting the same
// lines with QByteArray in the same run.
//
//   bench_codec [--quick]
#include "codec/framing.h"
#include "codec/ingestreadings.h"
#include "codec/profile.h"
#include "core/ingest.h"
#include "core/series.h"
#include "tests/support/goals.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <vector>

using namespace muster;
using namespace muster::codec;

namespace {

/// Processor time in nanoseconds: nothing here waits, and a busy machine must not count.
double processorNs()
{
    return double(std::clock()) * (1e9 / CLOCKS_PER_SEC);
}

/// What a serial backend does with readings, and what lies behind it: Ingest, then the live memory.
struct Road : ReadingSink
{
    Road()
    {
        const DeviceId device = ingest.announce({.connection = {1}, .addresses = {QStringLiteral("serial:bench")}, .name = QStringLiteral("Bench")});
        push = std::make_unique<IngestReadings>(ingest, ConnectionId {1}, device);
        QObject::connect(&ingest, &Ingest::sampled, &ingest, [this](const SampleBatch &batch) { observe(batch); });
    }
    void readingsArrived(std::span<const Reading> readings, const QStringList &texts) override
    {
        count += qint64(readings.size());
        if (stored)
            push->push(codec->columns(), readings, texts);
    }
    void observe(const SampleBatch &batch)
    {
        for (const Sample &sample : batch.samples) {
            if (series.size() <= sample.metric.n)
                series.resize(sample.metric.n + 1);
            series[sample.metric.n].append(sample.time, sample.value);
        }
        ingest.acknowledge(batch.samples.size());
    }
    Ingest ingest;
    LinkCodec *codec = nullptr;
    std::unique_ptr<IngestReadings> push;
    std::vector<Series> series;
    qint64 count = 0;
    bool stored = true;
};

struct Stream
{
    QByteArray bytes {};
    int frames = 0;
};

Stream csvLines(int count)
{
    Stream stream;
    for (int i = 0; i < count; ++i) {
        for (int channel = 0; channel < 8; ++channel)
            stream.bytes += QByteArray::number(((i * 7 + channel * 131) % 900 + 100) / 100.0 + channel * 0.001, 'f', 3) + (channel < 7 ? ", " : "\n");
    }
    stream.frames = count;
    return stream;
}

Stream jsonLines(int count)
{
    Stream stream;
    for (int i = 0; i < count; ++i) {
        stream.bytes += '{';
        for (int channel = 0; channel < 8; ++channel)
            stream.bytes += "\"chan" + QByteArray::number(channel) + "\":" + QByteArray::number((i * 7 + channel * 131) % 1'000 / 10.0, 'f', 2) + (channel < 7 ? "," : "}\n");
    }
    stream.frames = count;
    return stream;
}

Stream keyValueLines(int count)
{
    Stream stream;
    for (int i = 0; i < count; ++i) {
        for (int channel = 0; channel < 8; ++channel)
            stream.bytes += "ch" + QByteArray::number(channel) + '=' + QByteArray::number((i * 7 + channel * 131) % 1'000 / 10.0, 'f', 2) + (channel < 7 ? " " : "\n");
    }
    stream.frames = count;
    return stream;
}

Profile binaryProfile()
{
    Profile profile;
    profile.framing = {.kind = Framing::Kind::Cobs, .longest = 256, .check = {.kind = Checksum::Crc16Ccitt}};
    profile.decoder = Profile::Decoder::Binary;
    for (int channel = 0; channel < 8; ++channel)
        profile.fields.append({.key = QStringLiteral("ch%1").arg(channel), .scale = 0.001, .at = channel * 4, .type = Raw::S32});
    return profile;
}

Stream binaryFrames(int count)
{
    const Profile profile = binaryProfile();
    Stream stream;
    for (int i = 0; i < count; ++i) {
        QByteArray payload;
        for (int channel = 0; channel < 8; ++channel) {
            const auto value = quint32(i * 7'919 + channel * 1'000'003);
            for (int byte = 0; byte < 4; ++byte)
                payload.append(char(value >> (8 * byte)));
        }
        stream.bytes += framed(profile.framing, payload);
    }
    stream.frames = count;
    return stream;
}

/// Best of the rounds: nanoseconds a frame, in chunks as a serial port hands them over.
double measure(const Profile &profile, const Stream &stream, bool stored, int rounds)
{
    constexpr qsizetype chunk = 4'096;
    Road road;
    LinkCodec codec(profile, road);
    road.codec = &codec;
    road.stored = stored;
    double best = 1e9;
    Micros now = nowMicros();
    codec.feed(stream.bytes, now);
    for (int round = 0; round < rounds; ++round) {
        const qint64 before = road.count;
        const double start = processorNs();
        for (qsizetype at = 0; at < stream.bytes.size(); at += chunk) {
            now += 100;
            codec.feed(QByteArrayView(stream.bytes).sliced(at, std::min(chunk, stream.bytes.size() - at)), now);
        }
        road.ingest.flush();
        best = std::min(best, (processorNs() - start) / stream.frames);
        if (road.count - before != qint64(stream.frames) * 8)
            std::printf("only %lld of %d values arrived\n", static_cast<long long>(road.count - before), stream.frames * 8);
    }
    return best;
}

/// What one writes first: split into lines, split into fields, convert.
double baseline(const Stream &stream, int rounds)
{
    double best = 1e9;
    double sum = 0;
    for (int round = 0; round < rounds; ++round) {
        const double start = processorNs();
        const QList<QByteArray> lines = stream.bytes.split('\n');
        for (const QByteArray &line : lines) {
            const QList<QByteArray> fields = line.split(',');
            for (const QByteArray &field : fields)
                sum += field.trimmed().toDouble();
        }
        best = std::min(best, (processorNs() - start) / stream.frames);
    }
    if (sum == 0)
        std::printf("nothing was converted\n");
    return best;
}

double show(const char *name, const Profile &profile, const Stream &stream, int rounds)
{
    const double decoded = measure(profile, stream, false, rounds);
    const double stored = measure(profile, stream, true, rounds);
    std::printf("%-24s %4lld bytes  %7.0f ns decoded  %7.0f ns stored  %6.2f M/s  %6.2f M/s\n", name, static_cast<long long>(stream.bytes.size() / stream.frames), decoded,
        stored, 1e3 / decoded, 1e3 / stored);
    return 1e3 / stored;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const bool quick = argc > 1 && std::strcmp(argv[1], "--quick") == 0;
    const int frames = quick ? 50'000 : 200'000;
    const int rounds = quick ? 5 : 15;
    std::printf("8 values a frame; bytes to readings, and on through Ingest into Series\n");
    const Stream csv = csvLines(frames);
    const double plain = baseline(csv, rounds);
    std::printf("%-24s %4lld bytes  %7.0f ns converted\n", "CSV with QByteArray", static_cast<long long>(csv.bytes.size() / csv.frames), plain);
    const double csvRate = show("CSV", {}, csv, rounds);
    const double jsonRate = show("JSON", {}, jsonLines(frames), rounds);
    show("key=value", {}, keyValueLines(frames), rounds);
    show("COBS, CRC-16, binary", binaryProfile(), binaryFrames(frames), rounds);
    test::goal("csv_8x3_lines_into_series", csvRate, "M/s", ">=", 3);
    test::goal("json_8_keys_into_series", jsonRate, "M/s", ">=", 2);
    test::goal("csv_ratio_to_qbytearray", csvRate * plain / 1e3, "x", ">=", 2);
    return test::goalsExit();
}
