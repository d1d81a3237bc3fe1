// Bytes to frames: every framing and checksum, in every piece, between noise, cut at every byte.

#include "codec/checksum.h"
#include "codec/framer.h"

#include <QTest>

using namespace muster;
using namespace muster::codec;

namespace {

/// A framer with its counters, and what it found.
struct Cutter
{
    explicit Cutter(const Framing &framing)
        : framer(makeFramer(framing, counters))
    {}
    void feed(QByteArrayView bytes, Micros now = 0)
    {
        counters.bytes += quint64(bytes.size());
        framer->feed(bytes, now);
        take();
    }
    void take()
    {
        while (const auto frame = framer->next()) {
            frames.append(frame->bytes.toByteArray());
            cut.append(frame->mayBeCut);
        }
    }
    LinkCounters counters {};
    std::unique_ptr<Framer> framer;
    QList<QByteArray> frames {};
    QList<bool> cut {};
};

QByteArray noise(int size, quint32 seed)
{
    QByteArray bytes;
    for (quint32 state = seed; bytes.size() < size;) {
        state = state * 1'664'525 + 1'013'904'223;
        bytes.append(char(state >> 24));
    }
    return bytes;
}

QByteArray modbusFrame(const char *hex)
{
    const QByteArray body = QByteArray::fromHex(hex);
    const Check crc {.kind = Checksum::Crc16Modbus, .bigEndian = false};
    return body + crc.of(body);
}

/// Payloads that are awkward for a framing: its own marks, zeros, nothing but 0xFF.
QList<QByteArray> awkward()
{
    return {"hello", QByteArray(1, '\0'), QByteArray(3, '\0'), QByteArray("\xC0\xDB\xC0\xDB\xDC\xDD"), QByteArray(254, 'x'), QByteArray(255, 'y'),
        QByteArray(300, '\xFF'), QByteArray("a\0b\0", 4), noise(600, 7)};
}

/// With its length in two bytes in front.
QByteArray counted(const QByteArray &payload)
{
    QByteArray frame;
    frame.append(char(payload.size() >> 8)).append(char(payload.size()));
    return frame + payload;
}

struct Case
{
    const char *name = nullptr;
    Framing framing {};
    QList<QByteArray> payloads {};
};

QList<Case> cases()
{
    using Kind = Framing::Kind;
    const Check crc {.kind = Checksum::Crc16Ccitt};
    const QList<QByteArray> texts {"1,2,3", "a=5", "", "x", QByteArray(400, 't')};
    QList<QByteArray> lengths;
    for (const QByteArray &payload : awkward())
        lengths.append(counted(payload));
    return {
        {"lines", {.kind = Kind::Lines}, texts},
        {"lines with a sum", {.kind = Kind::Lines, .check = {.kind = Checksum::Xor8, .hex = true, .separator = '*'}}, texts},
        {"marks", {.kind = Kind::Marks, .start = "/*", .end = "*/"}, texts},
        {"one mark for both", {.kind = Kind::Marks, .start = "|", .end = "|"}, texts},
        {"start alone", {.kind = Kind::Marks, .start = "$$"}, texts},
        {"end alone", {.kind = Kind::Marks, .end = "\r\r"}, texts},
        {"marks and CRC", {.kind = Kind::Marks, .start = "\x02", .end = "\x03\x04", .check = {.kind = Checksum::Crc32, .hex = true}}, texts},
        {"cobs", {.kind = Kind::Cobs}, awkward()},
        {"cobs and CRC", {.kind = Kind::Cobs, .check = crc}, awkward()},
        {"slip", {.kind = Kind::Slip}, awkward()},
        {"slip and CRC", {.kind = Kind::Slip, .check = crc}, awkward()},
        {"length", {.kind = Kind::Length, .start = "\xAA\x55", .lengthSize = 2, .lengthBigEndian = true, .lengthAdds = 4, .check = crc}, lengths},
        {"length without a start", {.kind = Kind::Length, .lengthSize = 2, .lengthBigEndian = true, .lengthAdds = 4, .check = crc}, lengths},
        {"fixed", {.kind = Kind::Fixed, .start = "\xA5", .size = 6, .check = {.kind = Checksum::Crc8}}, {"\xA5\xA5\xA5\xA5\xA5", "12345", QByteArray(5, '\0')}},
        {"modbus", {.kind = Kind::Modbus},
            {QByteArray::fromHex("010300000002"), QByteArray::fromHex("01030443660000"), QByteArray::fromHex("0283" "02"),
                QByteArray::fromHex("01100001000102000A"), QByteArray::fromHex("011000010001")}},
    };
}

} // namespace

class TestFraming : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checksumsAreThePublishedOnes_data();
    void checksumsAreThePublishedOnes();
    void checksumsKnowTheirNames();
    void framesComeOutAsTheyWentIn_data();
    void framesComeOutAsTheyWentIn();
    void halfFrameCostsItsNeighbourAtMost_data() { framesComeOutAsTheyWentIn_data(); }
    void halfFrameCostsItsNeighbourAtMost();
    void noiseIsGotOver_data() { framesComeOutAsTheyWentIn_data(); }
    void noiseIsGotOver();
    void wrongChecksumsAreCounted_data() { framesComeOutAsTheyWentIn_data(); }
    void wrongChecksumsAreCounted();
    void endlessFramesAreBounded_data() { framesComeOutAsTheyWentIn_data(); }
    void endlessFramesAreBounded();
    void cobsIsThePublishedOne_data();
    void cobsIsThePublishedOne();
    void silenceEndsFrames();
    void aLostEndCostsOneFrame();
    void modbusWaitsForNoMoreThanSilence();
};

void TestFraming::checksumsAreThePublishedOnes_data()
{
    QTest::addColumn<Checksum>("kind");
    QTest::addColumn<quint32>("value");
    const auto row = [](const char *name, Checksum kind, quint32 value) { QTest::newRow(name) << kind << value; };
    row("none", Checksum::None, 0);
    row("xor", Checksum::Xor8, 0x31);
    row("sum", Checksum::Sum8, 0xDD);
    row("minus", Checksum::Minus8, 0x23);
    row("sum of 16 bits", Checksum::Sum16, 0x01DD);
    row("CRC-8", Checksum::Crc8, 0xF4);
    row("CRC-8/MAXIM", Checksum::Crc8Maxim, 0xA1);
    row("CRC-16/MODBUS", Checksum::Crc16Modbus, 0x4B37);
    row("CRC-16/CCITT-FALSE", Checksum::Crc16Ccitt, 0x29B1);
    row("CRC-16/XMODEM", Checksum::Crc16Xmodem, 0x31C3);
    row("CRC-16/KERMIT", Checksum::Crc16Kermit, 0x2189);
    row("CRC-32", Checksum::Crc32, 0xCBF43926);
    row("Fletcher-16", Checksum::Fletcher16, 0x1EDE);
    row("Adler-32", Checksum::Adler32, 0x091E01DE);
}

void TestFraming::checksumsAreThePublishedOnes()
{
    QFETCH(Checksum, kind);
    QFETCH(quint32, value);
    QCOMPARE(checksum(kind, "123456789"), value);
}

void TestFraming::checksumsKnowTheirNames()
{
    for (int i = 0; i <= int(Checksum::Last_); ++i)
        QCOMPARE(checksumOf(checksumName(Checksum(i))), std::optional(Checksum(i)));
    QCOMPARE(checksumOf("crc16"), std::nullopt);
}

void TestFraming::framesComeOutAsTheyWentIn_data()
{
    QTest::addColumn<int>("index");
    const QList<Case> all = cases();
    for (int i = 0; i < int(all.size()); ++i)
        QTest::newRow(all[i].name) << i;
}

void TestFraming::framesComeOutAsTheyWentIn()
{
    QFETCH(int, index);
    const Case c = cases().at(index);
    QByteArray stream;
    QList<QByteArray> wanted;
    for (const QByteArray &payload : c.payloads) {
        stream += framed(c.framing, payload);
        if (!payload.isEmpty())
            wanted.append(payload);
    }
    if (c.framing.kind == Framing::Kind::Marks && c.framing.end.isEmpty())
        stream += c.framing.start; // the last frame ends where the next one starts
    Cutter whole(c.framing);
    whole.feed(stream);
    QCOMPARE(whole.frames, wanted);
    QCOMPARE(whole.counters.frames, quint64(wanted.size()));
    QCOMPARE(whole.counters.badChecksums + whole.counters.malformed + whole.counters.oversized, 0U);
    QVERIFY(!whole.cut.mid(1).contains(true));
    Cutter single(c.framing);
    for (const char byte : stream)
        single.feed({&byte, 1});
    QCOMPARE(single.frames, wanted);
    for (qsizetype at = 0; at <= stream.size(); ++at) {
        Cutter two(c.framing);
        two.feed(stream.first(at));
        two.feed(stream.sliced(at));
        QCOMPARE(two.frames, wanted);
    }
}

// The beginning, or the end, of a frame before good ones: at most the first of those is lost, and with a checksum nothing is made up.
void TestFraming::halfFrameCostsItsNeighbourAtMost()
{
    QFETCH(int, index);
    const Case c = cases().at(index);
    const QByteArray payload = c.payloads.constFirst();
    const QByteArray frame = framed(c.framing, payload);
    const QByteArray tail = c.framing.start;
    for (qsizetype at = 0; at < frame.size(); ++at) {
        for (const QByteArray &half : {frame.first(at), frame.sliced(at)}) {
            Cutter cutter(c.framing);
            cutter.feed(half);
            for (int i = 0; i < 8; ++i)
                cutter.feed(frame);
            // A length out of half a frame waits for as many bytes as it says.
            if (c.framing.kind == Framing::Kind::Length)
                cutter.feed(QByteArray(5'000, '\0'));
            cutter.feed(tail);
            if (c.framing.kind == Framing::Kind::Modbus) {
                cutter.framer->flush();
                cutter.take();
            }
            const qsizetype good = cutter.frames.count(payload);
            QVERIFY2(good >= 7, qPrintable(QStringLiteral("half a frame of %1 bytes left %2 of 8").arg(half.size()).arg(good)));
            if (c.framing.check.kind != Checksum::None || c.framing.kind == Framing::Kind::Modbus)
                QVERIFY(good <= 9 && cutter.frames.size() == good);
        }
    }
}

void TestFraming::noiseIsGotOver()
{
    QFETCH(int, index);
    const Case c = cases().at(index);
    const QByteArray payload = c.payloads.constFirst();
    const QByteArray frame = framed(c.framing, payload);
    for (quint32 seed = 1; seed <= 20; ++seed) {
        Cutter cutter(c.framing);
        cutter.feed(noise(20'000, seed));
        cutter.feed("\n\r\r*/|" + QByteArray(2, '\0'));
        // Longer than any frame: what noise has begun has ended by then.
        for (int i = 0; i < 6'000 / frame.size() + 3; ++i)
            cutter.feed(frame);
        cutter.feed(c.framing.start);
        QVERIFY2(cutter.frames.count(payload) >= 3, qPrintable(QStringLiteral("seed %1").arg(seed)));
        if (c.framing.check.kind == Checksum::Crc16Ccitt || c.framing.check.kind == Checksum::Crc32)
            QVERIFY2(cutter.frames.size() - cutter.frames.count(payload) <= 2, "noise was taken for frames");
        quint64 inFrames = 0;
        for (const QByteArray &found : std::as_const(cutter.frames))
            inFrames += quint64(found.size());
        QVERIFY(cutter.counters.garbage <= cutter.counters.bytes);
        QVERIFY(cutter.counters.garbage + 2 * inFrames >= 10'000);
    }
}

void TestFraming::wrongChecksumsAreCounted()
{
    QFETCH(int, index);
    const Case c = cases().at(index);
    if (c.framing.check.kind == Checksum::None)
        return;
    QByteArray broken = framed(c.framing, c.payloads.constFirst());
    const qsizetype at = c.framing.start.size() + (c.framing.kind == Framing::Kind::Length ? 3 : 1);
    broken[at] = char(broken[at] ^ 0x01);
    Cutter cutter(c.framing);
    cutter.feed(broken);
    cutter.feed(framed(c.framing, c.payloads.constFirst()));
    if (c.framing.kind == Framing::Kind::Length)
        cutter.feed(QByteArray(5'000, '\0'));
    QVERIFY(cutter.counters.badChecksums >= 1);
    QCOMPARE(cutter.frames, QList<QByteArray> {c.payloads.constFirst()});
    QVERIFY(!cutter.cut.constFirst());
}

void TestFraming::endlessFramesAreBounded()
{
    QFETCH(int, index);
    const Case c = cases().at(index);
    Cutter cutter(c.framing);
    QByteArray opened = c.framing.start;
    if (c.framing.kind == Framing::Kind::Length)
        opened += "\x0F\xFF";
    cutter.feed(opened);
    const QByteArray part(5'000, 'z');
    for (int i = 0; i < 200; ++i)
        cutter.feed(part);
    quint64 out = cutter.counters.garbage;
    for (const QByteArray &frame : std::as_const(cutter.frames)) {
        QVERIFY(frame.size() <= c.framing.longest);
        out += quint64(frame.size());
    }
    // Everything but what may still become a frame was given away or given up.
    QVERIFY2(cutter.counters.bytes - out < 20'000, qPrintable(QString::number(cutter.counters.bytes - out)));
}

void TestFraming::cobsIsThePublishedOne_data()
{
    QTest::addColumn<QByteArray>("plain");
    QTest::addColumn<QByteArray>("stuffed");
    const auto row = [](const char *plain, const char *stuffed) { QTest::newRow(plain) << QByteArray::fromHex(plain) << QByteArray::fromHex(stuffed); };
    // Cheshire and Baker 1999, and the examples commonly given with it.
    row("00", "0101");
    row("0000", "010101");
    row("001100", "01021101");
    row("11220033", "0311220233");
    row("11223344", "0511223344");
    row("11000000", "0211010101");
    QByteArray run;
    for (int i = 1; i <= 254; ++i)
        run.append(char(i));
    QTest::newRow("254") << run << QByteArray("\xFF" + run);
    QTest::newRow("255") << QByteArray(run + "\xFF") << QByteArray("\xFF" + run + "\x02\xFF");
    QTest::newRow("zero and 254") << QByteArray('\0' + run) << QByteArray("\x01\xFF" + run);
    QTest::newRow("254 and zero") << QByteArray(run + '\0') << QByteArray("\xFF" + run + "\x01\x01");
}

void TestFraming::cobsIsThePublishedOne()
{
    QFETCH(QByteArray, plain);
    QFETCH(QByteArray, stuffed);
    QCOMPARE(cobsEncoded(plain).toHex(), stuffed.toHex());
    QByteArray payload;
    QVERIFY(cobsDecode(stuffed, payload));
    QCOMPARE(payload, plain);
    QVERIFY(!cobsDecode(stuffed.chopped(1), payload) || payload != plain);
}

void TestFraming::silenceEndsFrames()
{
    Cutter cutter({.kind = Framing::Kind::Idle, .idleMs = 10, .longest = 100});
    cutter.feed("abc", 1'000'000);
    cutter.feed("def", 1'005'000);
    QVERIFY(cutter.frames.isEmpty());
    cutter.feed("ghi", 1'020'000);
    QCOMPARE(cutter.frames, QList<QByteArray> {"abcdef"});
    QVERIFY(cutter.cut.at(0));
    cutter.framer->flush();
    cutter.take();
    cutter.framer->flush();
    cutter.take();
    QCOMPARE(cutter.frames, (QList<QByteArray> {"abcdef", "ghi"}));
    QVERIFY(!cutter.cut.at(1));
    for (int i = 0; i < 1'000; ++i)
        cutter.feed("xxxxxxxxxx", 1'040'000 + i);
    QCOMPARE(cutter.counters.oversized, 1U);
    QCOMPARE(cutter.counters.garbage, 10'000U);
    cutter.feed("next", 2'000'000);
    cutter.framer->flush();
    cutter.take();
    QCOMPARE(cutter.frames.constLast(), QByteArray("next"));
}

void TestFraming::aLostEndCostsOneFrame()
{
    Cutter cutter({.kind = Framing::Kind::Marks, .start = "/*", .end = "*/"});
    cutter.feed("/*1,2/*3,4*/ /*5,6*/");
    QCOMPARE(cutter.frames, (QList<QByteArray> {"3,4", "5,6"}));
    QCOMPARE(cutter.counters.garbage, 6U);
}

void TestFraming::modbusWaitsForNoMoreThanSilence()
{
    const Framing framing {.kind = Framing::Kind::Modbus};
    Cutter cutter(framing);
    cutter.feed(QByteArray::fromHex("0103F0")); // noise that looks like the head of a long answer
    cutter.feed(modbusFrame("010300000002"));
    QVERIFY(cutter.frames.isEmpty());
    cutter.framer->flush();
    cutter.take();
    QCOMPARE(cutter.frames, QList<QByteArray> {QByteArray::fromHex("010300000002")});
}

QTEST_GUILESS_MAIN(TestFraming)
#include "tst_framing.moc"
