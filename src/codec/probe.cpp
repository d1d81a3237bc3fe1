#include "codec/probe.h"

#include "codec/decoders.h"
#include "codec/framer.h"
#include "codec/numbers.h"
#include "codec/profilefiles.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace muster::codec {

namespace {

constexpr double least = 0.05;
constexpr qsizetype mostFields = 64;    ///< put into a proposed profile

/// A way to read it, and how hard it is for noise to pass: 1 for a CRC of 16 bits.
struct Candidate
{
    Profile profile {};
    double strength = 0;
    int leastFrames = 1;
};

/// What a candidate made of a capture.
struct Trial
{
    qsizetype good = 0;     ///< bytes of frames that made sense
    qsizetype plain = 0;    ///< bytes of frames that gave nothing, and were readable text
    qsizetype heard = 0;    ///< bytes in all, without what was cut at both ends
    int frames = 0;         ///< that made sense
    int plainFrames = 0;
    qsizetype shortest = 0; ///< of the frames
    qsizetype longest = 0;
    QList<Metric> columns {};
};

struct Nobody : ReadingSink
{
    void readingsArrived(std::span<const Reading>, const QStringList &) override {}
};

Trial tried(const Profile &profile, QByteArrayView bytes)
{
    LinkCounters counters;
    Output output(counters);
    Nobody nobody;
    for (const Field &field : profile.fields)
        output.add(field);
    const auto framer = makeFramer(profile.framing, counters);
    const auto decoder = makeDecoder(profile);
    const bool checked =
        profile.framing.check.kind != Checksum::None || profile.framing.kind == Framing::Kind::Modbus || profile.decoder == Profile::Decoder::Nmea;
    Trial trial;
    qsizetype from = -1;
    qsizetype last = 0;
    framer->feed(bytes, 1);
    const auto take = [&] {
        while (const auto frame = framer->next()) {
            const qsizetype end = bytes.size() - frame->behind;
            if (from < 0)
                from = std::max<qsizetype>(end - frame->bytes.size() - 8, 0);
            // Marks and checksums belong to the frame, as long as they are not more than it could have.
            const qsizetype size = std::min(end - std::max(last, from), 2 * frame->bytes.size() + 8);
            last = end;
            output.setTime(1);
            const Decoded decoded = decoder->decode(frame->bytes, frame->mayBeCut, output);
            // A request on a bus, one sentence of several: nothing to say, but a right checksum.
            const bool valued = !output.readings().empty() || (checked && (decoded == Decoded::Values || decoded == Decoded::Nothing));
            output.deliver(nobody);
            if (valued) {
                trial.good += size;
                trial.shortest = trial.frames == 0 ? frame->bytes.size() : std::min(trial.shortest, frame->bytes.size());
                trial.longest = std::max(trial.longest, frame->bytes.size());
                ++trial.frames;
            } else if (decoded != Decoded::Counted && isPlainText(frame->bytes)) {
                trial.plain += size;
                ++trial.plainFrames;
            }
        }
    };
    take();
    framer->flush();
    take();
    trial.heard = bytes.size();
    // A frame may be cut at either end; no more than one each is forgiven.
    const qsizetype forgiven = std::max<qsizetype>(trial.longest + 8, 16);
    trial.heard -= std::min(std::max<qsizetype>(from, 0), forgiven);
    trial.heard -= std::min(bytes.size() - last, forgiven);
    trial.columns = output.columns();
    return trial;
}

double evidence(int frames)
{
    return 1 - std::pow(0.6, frames);
}

/// Text that says nothing is a sign of the right rate all the same, but a weak one.
double confidence(const Candidate &candidate, const Trial &trial)
{
    if (trial.frames < candidate.leastFrames || trial.heard <= 0)
        return 0;
    const double share = std::min((double(trial.good) + 0.5 * double(trial.plain)) / double(trial.heard), 1.0);
    // Without a checksum, frames of all lengths are what noise gives, too.
    const Profile &profile = candidate.profile;
    const bool shapeless = profile.decoder == Profile::Decoder::Binary && profile.framing.check.kind == Checksum::None && trial.shortest != trial.longest;
    return share * share * (shapeless ? 0.1 : candidate.strength) * evidence(trial.frames);
}

Profile textProfile(Profile::Decoder decoder)
{
    Profile profile;
    profile.framing.longest = 4'096;
    profile.decoder = decoder;
    return profile;
}

QList<Candidate> textCandidates()
{
    using Decoder = Profile::Decoder;
    QList<Candidate> all {{textProfile(Decoder::Nmea), 1.0}, {textProfile(Decoder::Json), 0.98}, {textProfile(Decoder::KeyValue), 0.95}, {textProfile(Decoder::Csv), 0.92, 2},
        {textProfile(Decoder::Automatic), 0.8, 2}};
    const QList<std::pair<QByteArray, QByteArray>> marks {{"\x02", "\x03"}, {"/*", "*/"}, {"<", ">"}, {"$", ";"}, {"#", "#"}};
    for (const auto &[start, end] : marks) {
        for (const Decoder decoder : {Decoder::Csv, Decoder::KeyValue}) {
            Candidate candidate {textProfile(decoder), 0.9, 3};
            candidate.profile.framing.kind = Framing::Kind::Marks;
            candidate.profile.framing.start = start;
            candidate.profile.framing.end = end;
            all.append(candidate);
        }
    }
    return all;
}

/// A binary frame of which nothing is known but its end: its bytes, so that there is something to see.
QList<Field> byteFields(int count)
{
    QList<Field> fields;
    for (int i = 0; i < count; ++i)
        fields.append({.key = QStringLiteral("byte%1").arg(i), .at = i});
    return fields;
}

QList<Candidate> binaryCandidates()
{
    QList<Candidate> all;
    Candidate modbus {{}, 1.0, 2};
    modbus.profile.framing.kind = Framing::Kind::Modbus;
    modbus.profile.decoder = Profile::Decoder::Modbus;
    all.append(modbus);
    for (const Framing::Kind kind : {Framing::Kind::Cobs, Framing::Kind::Slip}) {
        for (int i = 0; i <= int(Checksum::Last_); ++i) {
            const auto checksum = Checksum(i);
            const int size = checksumSize(checksum);
            for (const bool bigEndian : {true, false}) {
                if (size <= 1 && !bigEndian)
                    continue;
                Candidate candidate {{}, size == 0 ? 0.4 : size == 1 ? 0.9 : 0.99, size == 0 ? 4 : size == 1 ? 4 : 2};
                candidate.profile.framing = {.kind = kind, .longest = 4'096, .check = {.kind = checksum, .bigEndian = bigEndian}};
                candidate.profile.decoder = Profile::Decoder::Binary;
                candidate.profile.fields = byteFields(1);
                all.append(candidate);
            }
        }
    }
    return all;
}

/// Those whose frames have a checksum and come by themselves: what fits them is hardly anything else.
QList<Candidate> shippedCandidates()
{
    QList<Candidate> all;
    const QStringList ids = shippedProfiles();
    for (const QString &id : ids) {
        const auto profile = shippedProfile(id);
        if (!profile || profile->framing.check.kind == Checksum::None || profile->decoder != Profile::Decoder::Binary || profile->framing.kind == Framing::Kind::Cobs)
            continue;
        all.append({*profile, checksumSize(profile->framing.check.kind) == 1 ? 0.95 : 1.0, 2});
    }
    return all;
}

void proposeFields(Profile &profile, const Trial &trial)
{
    if (profile.decoder == Profile::Decoder::Binary)
        profile.fields = byteFields(int(std::min(trial.shortest, mostFields)));
    const bool lines = profile.decoder == Profile::Decoder::KeyValue || profile.decoder == Profile::Decoder::Csv || profile.decoder == Profile::Decoder::Json;
    if (!lines || trial.columns.size() > mostFields)
        return;
    // CSV without a header: the columns are what stands where.
    const bool byPlace = profile.decoder == Profile::Decoder::Csv
        && std::all_of(trial.columns.begin(), trial.columns.end(), [](const Metric &metric) { return metric.key.startsWith(QLatin1String("column")) || metric.key == QLatin1String("value"); });
    for (const Metric &metric : trial.columns) {
        Field field {.key = metric.key, .unit = metric.unit};
        field.from = byPlace ? QString() : metric.key;
        field.boolean = metric.type == MetricType::Boolean;
        field.text = metric.type == MetricType::Text;
        profile.fields.append(field);
    }
}

QString decoderName(const Profile &profile)
{
    switch (profile.decoder) {
    case Profile::Decoder::Automatic: return QCoreApplication::translate("Profile", "Text lines");
    case Profile::Decoder::KeyValue: return QCoreApplication::translate("Profile", "Lines of names and values");
    case Profile::Decoder::Csv: return QCoreApplication::translate("Profile", "Lines of values");
    case Profile::Decoder::Json: return QCoreApplication::translate("Profile", "JSON lines");
    case Profile::Decoder::Nmea: return QCoreApplication::translate("Profile", "NMEA 0183");
    case Profile::Decoder::Modbus: return QCoreApplication::translate("Profile", "Modbus bus");
    case Profile::Decoder::Binary:
    case Profile::Decoder::Script: break; // a script is never guessed
    }
    return QCoreApplication::translate("Profile", "Binary frames");
}

void addGuess(QList<Guess> &guesses, const Candidate &candidate, const Trial &trial, const Capture &capture, double confidence)
{
    if (confidence < least)
        return;
    Guess guess {confidence, trial.frames, candidate.profile};
    if (guess.profile.name.isEmpty()) {
        proposeFields(guess.profile, trial);
        const QString name = decoderName(guess.profile);
        guess.profile.name = capture.baud > 0 ? QCoreApplication::translate("Profile", "%1 at %2 Bd").arg(name).arg(capture.baud) : name;
    }
    guess.profile.baud = capture.baud;
    guesses.append(guess);
}

// Readable lines without values: a console, a boot log.
void addText(QList<Guess> &guesses, const Capture &capture, QByteArrayView bytes)
{
    const Candidate lines {textProfile(Profile::Decoder::Automatic), 0.4};
    const Trial trial = tried(lines.profile, bytes);
    if (trial.plainFrames + trial.frames < 2 || trial.heard <= 0)
        return;
    const double share = std::min(double(trial.good + trial.plain) / double(trial.heard), 1.0);
    addGuess(guesses, lines, trial, capture, share * share * lines.strength * evidence(trial.frames + trial.plainFrames));
}

} // namespace

QList<Guess> probe(const QList<Capture> &captures)
{
    const QList<Candidate> candidates = textCandidates() + binaryCandidates() + shippedCandidates();
    QList<Guess> guesses;
    for (const Capture &capture : captures) {
        const QByteArrayView bytes = QByteArrayView(capture.bytes).first(std::min(capture.bytes.size(), longestCapture));
        QList<Guess> here;
        for (const Candidate &candidate : candidates) {
            const Trial trial = tried(candidate.profile, bytes);
            addGuess(here, candidate, trial, capture, confidence(candidate, trial));
        }
        if (here.isEmpty())
            addText(here, capture, bytes);
        guesses += here;
    }
    std::stable_sort(guesses.begin(), guesses.end(), [](const Guess &a, const Guess &b) { return a.confidence > b.confidence; });
    return guesses;
}

} // namespace muster::codec
