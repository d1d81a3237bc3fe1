// What an unknown port may be speaking: bytes as a UART hears them at the right rate and at wrong ones, noise, and what is ambiguous.

#include "support/heard.h"

#include "codec/probe.h"
#include "codec/profilefiles.h"
#include "codec/profilejson.h"

#include <QTest>

#include <cmath>

using namespace muster;
using namespace muster::codec;

namespace {

/// What a receiver at `assumed` Bd makes of bytes that are sent at `actual` Bd, 8N1 without pauses: starts at each falling edge, samples in the
/// middle of its own bits. Bytes whose stop bit is wrong are delivered all the same, as most drivers do.
QByteArray heardAt(const QByteArray &sent, double actual, double assumed)
{
    std::vector<bool> line;
    for (const char c : sent) {
        line.push_back(false);
        for (int bit = 0; bit < 8; ++bit)
            line.push_back((static_cast<unsigned char>(c) >> bit) & 1);
        line.push_back(true);
    }
    const auto level = [&](double bits) { return bits < 0 || size_t(bits) >= line.size() || line[size_t(bits)]; };
    const double step = actual / assumed; // of the sender's bits, per bit of the receiver
    QByteArray heard;
    double at = 0;
    while (at < double(line.size())) {
        if (level(at)) {
            at = std::floor(at) + 1;
            continue;
        }
        unsigned value = 0;
        for (int bit = 0; bit < 8; ++bit)
            value |= unsigned(level(at + step * (1.5 + bit))) << bit;
        heard.append(char(value));
        at += step * 9.5;
        while (at < double(line.size()) && !level(at))
            at = std::floor(at) + 1; // a break: waits for the line to rest
    }
    return heard;
}

QByteArray repeated(int count, QByteArray (*line)(int))
{
    QByteArray bytes;
    for (int i = 0; i < count; ++i)
        bytes += line(i);
    return bytes;
}

QByteArray keyValueLine(int i) { return "t=" + QByteArray::number(20 + i * 0.25) + " h:" + QByteArray::number(40 + i % 7) + "\r\n"; }
QByteArray csvLine(int i) { return QByteArray::number(20 + i * 0.25) + ',' + QByteArray::number(i % 9) + ',' + QByteArray::number(i * 3) + '\n'; }
QByteArray jsonLine(int i) { return "{\"t\":" + QByteArray::number(20 + i) + ",\"ok\":true}\n"; }
QByteArray markedLine(int i) { return '\x02' + QByteArray::number(20 + i) + ",5\x03\r\n"; }
QByteArray chatter(int i) { return "I (" + QByteArray::number(i * 37) + ") wifi: scanning the channels\r\n"; }
QByteArray nmeaLine(int) { return "$GPGLL,4916.45,N,12311.12,W,225444,A*31\r\n$GPGSV,2,2,08,01,40,083,46*4D\r\n"; }

QByteArray cobsFrame(int i)
{
    const Framing framing {.kind = Framing::Kind::Cobs, .check = {.kind = Checksum::Crc16Kermit, .bigEndian = false}};
    return framed(framing, QByteArray::number(i * 7'919, 16).rightJustified(6, '0') + QByteArray(3, char(i)));
}

QByteArray busTraffic(int i)
{
    const Framing framing {.kind = Framing::Kind::Modbus};
    QByteArray answer = QByteArray::fromHex("010404");
    answer.append(char(i)).append('\x01').append(char(2 * i)).append('\x02');
    return framed(framing, QByteArray::fromHex("010400000002")) + framed(framing, answer);
}

QByteArray particleFrame(int)
{
    return QByteArray::fromHex("424D001C00050008000A00050008000A03840100002000080002000097000222");
}

QByteArray noise(int size, quint32 seed)
{
    QByteArray bytes;
    for (quint32 state = seed; bytes.size() < size;) {
        state = state * 1'664'525 + 1'013'904'223;
        bytes.append(char(state >> 24));
    }
    return bytes;
}

} // namespace

class TestProbe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void speechIsRecognised_data();
    void speechIsRecognised();
    void theProposalReadsIt_data() { speechIsRecognised_data(); }
    void theProposalReadsIt();
    void noiseIsNothing();
    void chatterIsTextButNotMore();
    void littleIsLittleEvidence();
    void anyBytesAreTaken();
};

void TestProbe::speechIsRecognised_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("framing");
    QTest::addColumn<int>("decoder");
    QTest::addColumn<int>("baud");
    using Decoder = Profile::Decoder;
    using Kind = Framing::Kind;
    const auto row = [](const char *name, const QByteArray &bytes, Kind framing, Decoder decoder, int baud) {
        QTest::newRow(name) << bytes << int(framing) << int(decoder) << baud;
    };
    row("key=value", repeated(40, keyValueLine), Kind::Lines, Decoder::KeyValue, 115'200);
    row("csv", repeated(40, csvLine), Kind::Lines, Decoder::Csv, 9'600);
    row("csv with a header", "t,h,n\n" + repeated(40, csvLine), Kind::Lines, Decoder::Csv, 57'600);
    row("json", repeated(20, jsonLine), Kind::Lines, Decoder::Json, 38'400);
    row("nmea", repeated(20, nmeaLine), Kind::Lines, Decoder::Nmea, 4'800);
    row("marks", repeated(40, markedLine), Kind::Marks, Decoder::Csv, 19'200);
    row("modbus", repeated(40, busTraffic), Kind::Modbus, Decoder::Modbus, 9'600);
    row("cobs", '\0' + repeated(40, cobsFrame), Kind::Cobs, Decoder::Binary, 921'600);
    row("a shipped one", repeated(10, particleFrame), Kind::Length, Decoder::Binary, 9'600);
}

void TestProbe::speechIsRecognised()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, framing);
    QFETCH(int, decoder);
    QFETCH(int, baud);
    QList<Capture> captures;
    for (const int rate : usualRates) {
        // Begins somewhere, ends somewhere, and other rates hear something else.
        const QByteArray part = heardAt(bytes, baud, rate);
        captures.append({rate, part.sliced(std::min<qsizetype>(5, part.size())).chopped(std::min<qsizetype>(3, std::max<qsizetype>(part.size() - 5, 0)))});
    }
    const QList<Guess> guesses = probe(captures);
    QVERIFY(!guesses.isEmpty());
    const Guess &best = guesses.constFirst();
    const QByteArray what = writeProfile(best.profile) + QByteArray::number(best.confidence);
    QVERIFY2(best.baud() == baud, what.constData());
    QVERIFY2(int(best.profile.framing.kind) == framing, what.constData());
    QVERIFY2(int(best.profile.decoder) == decoder, what.constData());
    QVERIFY2(best.confidence >= conclusive && best.confidence <= 1, what.constData());
    for (const Guess &guess : guesses)
        QVERIFY2(guess.baud() == baud || guess.confidence < 0.5, qPrintable(QStringLiteral("%1 Bd: %2").arg(guess.baud()).arg(guess.confidence)));
}

void TestProbe::theProposalReadsIt()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, baud);
    const QList<Guess> guesses = probe({{baud, bytes}});
    QVERIFY(!guesses.isEmpty());
    const Profile &profile = guesses.constFirst().profile;
    QVERIFY(!profile.name.isEmpty());
    const auto again = readProfile(writeProfile(profile));
    QVERIFY2(again.has_value() && *again == profile, qPrintable(again ? QStringLiteral("another profile") : again.error().text));
    Heard heard;
    LinkCodec codec(*again, heard);
    heard.codec = &codec;
    codec.feed(bytes, 1);
    codec.flush(2);
    QVERIFY(heard.said.size() >= 10);
    QVERIFY(codec.counters().malformed + codec.counters().badChecksums + codec.counters().typeChanged <= 1);
}

void TestProbe::noiseIsNothing()
{
    for (quint32 seed = 1; seed <= 10; ++seed) {
        const QList<Guess> guesses = probe({{9'600, noise(4'000, seed)}, {115'200, noise(300, seed + 100)}});
        const QByteArray what = guesses.isEmpty() ? QByteArray() : writeProfile(guesses.constFirst().profile) + QByteArray::number(guesses.constFirst().confidence);
        QVERIFY2(guesses.isEmpty() || guesses.constFirst().confidence < 0.15, what.constData());
    }
    QVERIFY(probe({}).isEmpty());
    QVERIFY(probe({{9'600, {}}}).isEmpty());
    QVERIFY(probe({{9'600, QByteArray(5'000, '\0')}}).isEmpty());
    QVERIFY(probe({{9'600, QByteArray(5'000, '\xFF')}}).isEmpty());
    QVERIFY(probe({{9'600, QByteArray(100'000, 'x')}}).isEmpty());
}

void TestProbe::chatterIsTextButNotMore()
{
    const QList<Guess> guesses = probe({{9'600, heardAt(repeated(30, chatter), 115'200, 9'600)}, {115'200, repeated(30, chatter)}});
    QVERIFY(!guesses.isEmpty());
    QCOMPARE(guesses.constFirst().baud(), 115'200);
    QVERIFY(guesses.constFirst().confidence > 0.2 && guesses.constFirst().confidence < 0.6);
}

void TestProbe::littleIsLittleEvidence()
{
    const double one = probe({{9'600, repeated(2, keyValueLine)}}).value(0).confidence;
    const double many = probe({{9'600, repeated(20, keyValueLine)}}).value(0).confidence;
    QVERIFY2(one > 0.1 && one < conclusive && many > one, qPrintable(QStringLiteral("%1 %2").arg(one).arg(many)));
}

void TestProbe::anyBytesAreTaken()
{
    const QByteArray bytes = repeated(3, keyValueLine) + repeated(3, cobsFrame) + repeated(3, busTraffic) + noise(200, 3) + repeated(3, jsonLine) + repeated(3, particleFrame);
    for (qsizetype at = 0; at < bytes.size(); at += 3) {
        const QList<Guess> guesses = probe({{1, bytes.first(at)}, {2, bytes.sliced(at)}});
        for (const Guess &guess : guesses)
            QVERIFY(guess.confidence >= 0 && guess.confidence <= 1);
    }
}

QTEST_GUILESS_MAIN(TestProbe)
#include "tst_probe.moc"
