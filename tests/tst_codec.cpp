// Bytes of a link to readings, in automatic mode: what lines are taken for, and what becomes of cut, broken and hostile ones.

#include "support/heard.h"

#include "codec/ingestreadings.h"
#include "core/ingest.h"

#include <QSignalSpy>
#include <QTest>

using namespace muster;
using namespace muster::codec;

namespace {

struct Link
{
    Link() { heard.codec = &codec; }
    QString feed(QByteArrayView bytes, Micros now = 1'000)
    {
        heard.said.clear();
        heard.times.clear();
        codec.feed(bytes, now);
        return heard.said.join(QLatin1Char(' '));
    }
    Heard heard {};
    LinkCodec codec {heard};
};

} // namespace

class TestCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAreWhatTheyLookLike_data();
    void linesAreWhatTheyLookLike();
    void everyCutGivesTheSame_data() { linesAreWhatTheyLookLike_data(); }
    void everyCutGivesTheSame();
    void theFirstLineMayBeCut_data();
    void theFirstLineMayBeCut();
    void columnsKeepTheirNumbers();
    void anotherTypeIsCounted();
    void endlessLineIsDroppedAndCounted();
    void noiseIsCountedAndForgotten();
    void columnsAreBounded();
    void timesAreThoseOfTheLine();
    void ingestTakesThemAsArrivals();
};

void TestCodec::linesAreWhatTheyLookLike_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const char *lines, const char *said) { QTest::newRow(name) << QByteArray(lines) << QString::fromUtf8(said); };
    row("key=value", "t=21.5 h:40\n", "t=21.5 h=40");
    row("plotter", "a:1,b:2\r\n", "a=1 b=2");
    row("units", "Temperature: 21.5 °C, Rel. humidity: 40 %\n", "Temperature=21.5°C Rel. humidity=40%");
    row("attached unit", "T = 21.5C; U=3300mV\n", "T=21.5C U=3300mV");
    row("unit before a name of two words", "U: 12 V Battery level: 80 %\n", "U=12V Battery level=80%");
    row("words", "door=open ok=true n=FALSE v=1.2.3\n", "door=\"open\" ok=true n=false v=\"1.2.3\"");
    row("log", "[INFO] t=21\nI (1234) main: u=3.3 i=7\n", "t=21 u=3.3 i=7");
    row("no degree sign", "Humidity: 45.00 %\tTemperature: 23.40 *C\n", "Humidity=45% Temperature=23.4°C");
    row("a sentence is no table", "GPS: 48.1,11.5\nGPS: 48.1,11.5\nGPS: 48.1,11.5\n", "");
    row("state", "state: running\n", "state=\"running\"");
    row("talk", "Connecting to: cellar\nhttp://a.example/b\nReady.\nets Jul 29 2019 12:21:46\n", "");
    row("no number", "t=nan h=40\nt=21 h=\n", "h=40 t=21");
    row("csv", "1,2.5,-3\n4,5,6\n7,8,9\n", "column1=4 column2=5 column3=6 column1=7 column2=8 column3=9");
    row("csv header", "time [s],temp (°C),state\n1,21.5,on\n2,,off\n", "time=1s temp=21.5°C state=\"on\" time=2s state=\"off\"");
    row("csv header later", "a,b\n1,2\nx,y\n3,4\n", "a=1 b=2 x=3 y=4");
    row("csv lacks a column", "a,b,c\n1,2,3\n1,2\n4,5,6\n", "a=1 b=2 c=3 a=4 b=5 c=6");
    row("csv has another shape from now on", "a,b\n1,2\n1,2,3\n4,5,6\n", "a=1 b=2 a=4 b=5 column3=6");
    row("semicolons and decimal commas", "a;b\n21,5;40\n-0,25;1.5\n", "a=21.5 b=40 a=-0.25 b=1.5");
    row("tabs", "a\tb\n1\t2\n", "a=1 b=2");
    row("spaces", "x y\n1  2\n -3 +4 \n", "x=1 y=2 x=-3 y=4");
    row("separator at the end", "a,b\n1,2,\n3,4,\n", "a=1 b=2 a=3 b=4");
    row("nan in csv", "a,b\nnan,2\n3,\n", "b=2 a=3");
    row("single values", "1\n2\n3\n", "value=2 value=3");
    row("numbers", "a,b,c,d,e\n1e3,-2.5E-1,.5,5.,123456789012345678\n", "a=1000 b=-0.25 c=0.5 d=5 e=1.23456789012e+17");
    row("json", "{\"t\":21.5,\"air\":{\"co2\":600,\"ok\":true},\"cells\":[3.1,3.2],\"s\":\"on\",\"n\":null,\"x\":\"7.5\"}\n",
        "t=21.5 air.co2=600 air.ok=true cells.0=3.1 cells.1=3.2 s=\"on\" x=7.5");
    row("no json", "{\"t\":21.5\n{t:1}\n[1,2\n", "");
    row("mixed", "Booting v2\n{\"t\":1}\na=2\n1,2\n3,4\n", "t=1 a=2 column1=3 column2=4");
    row("returns alone", "a=1\rb=2\r", "a=1 b=2");
    row("empty lines", "\n\r\n\n\ra=1\n\n", "a=1");
}

void TestCodec::linesAreWhatTheyLookLike()
{
    QFETCH(QByteArray, lines);
    QFETCH(QString, said);
    Link link;
    link.feed("-\n");
    QCOMPARE(link.feed(lines), said);
}

void TestCodec::everyCutGivesTheSame()
{
    QFETCH(QByteArray, lines);
    QFETCH(QString, said);
    for (qsizetype at = 0; at <= lines.size(); ++at) {
        Link link;
        link.feed("-\n");
        const QString first = link.feed(lines.first(at));
        const QString second = link.feed(lines.sliced(at));
        QCOMPARE((first + QLatin1Char(' ') + second).trimmed(), said);
    }
}

void TestCodec::theFirstLineMayBeCut_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QString>("said");
    QTest::newRow("csv") << QByteArray("5,40\n21.5,41\n21.6,42\n") << QStringLiteral("column1=21.5 column2=41 column1=21.6 column2=42");
    QTest::newRow("csv of fewer columns") << QByteArray("40\n21.5,41\n21.6,42\n") << QStringLiteral("column1=21.6 column2=42");
    QTest::newRow("csv header") << QByteArray("t,h\n21.5,41\n") << QStringLiteral("t=21.5 h=41");
    QTest::newRow("half a name") << QByteArray("re=21.5 h=40\ntemperature=21.6 h=41\n") << QStringLiteral("temperature=21.6 h=41");
    QTest::newRow("whole names") << QByteArray("t=21.5 h=40\nt=21.6 h=41\n") << QStringLiteral("t=21.5 h=40 t=21.6 h=41");
    QTest::newRow("json") << QByteArray("{\"t\":1}\n") << QStringLiteral("t=1");
    QTest::newRow("half json") << QByteArray("\"t\":1}\n{\"t\":2}\n") << QStringLiteral("t=2");
}

void TestCodec::theFirstLineMayBeCut()
{
    QFETCH(QByteArray, lines);
    QFETCH(QString, said);
    Link link;
    QCOMPARE(link.feed(lines), said);
}

void TestCodec::columnsKeepTheirNumbers()
{
    Link link;
    link.feed("-\nt=1 h=2\n");
    link.feed("p=5\nh=3 t=4\n");
    QCOMPARE(link.codec.columns().size(), 3);
    QCOMPARE(link.codec.columns().at(0).key, QStringLiteral("t"));
    QCOMPARE(link.codec.columns().at(1).key, QStringLiteral("h"));
    QCOMPARE(link.heard.said, (QStringList {QStringLiteral("p=5"), QStringLiteral("h=3"), QStringLiteral("t=4")}));
    link.codec.reset();
    QCOMPARE(link.feed("h=6 t=7\n"), QStringLiteral("h=6 t=7"));
    QCOMPARE(link.codec.columns().size(), 3);
}

void TestCodec::anotherTypeIsCounted()
{
    Link link;
    link.feed("-\nt=1 s=on\n");
    QCOMPARE(link.feed("t=broken s=off\n"), QStringLiteral("s=\"off\""));
    QCOMPARE(link.codec.counters().typeChanged, 1U);
}

void TestCodec::endlessLineIsDroppedAndCounted()
{
    Link link;
    const QByteArray part(10'000, '7');
    for (int i = 0; i < 100; ++i)
        QCOMPARE(link.feed(part), QString());
    QCOMPARE(link.feed("\na=1\n"), QStringLiteral("a=1"));
    QCOMPARE(link.codec.counters().oversized, 1U);
    QCOMPARE(link.codec.counters().garbage, 1'000'000U);
    QCOMPARE(link.codec.counters().bytes, 1'000'005U);
    QCOMPARE(link.feed(QByteArray(LinkCodec::maxFrame + 1, '7') + "\nb=1\n"), QStringLiteral("b=1"));
    QCOMPARE(link.codec.counters().oversized, 2U);
}

void TestCodec::noiseIsCountedAndForgotten()
{
    Link link;
    quint32 state = 1;
    QByteArray noise;
    for (int i = 0; i < 1'000'000; ++i) {
        state = state * 1'664'525 + 1'013'904'223;
        noise.append(char(state >> 24));
    }
    link.feed(noise);
    QVERIFY2(link.codec.columns().size() < 20, qPrintable(QString::number(link.codec.columns().size())));
    QVERIFY(link.codec.counters().malformed > 5'000);
    QCOMPARE(link.feed(QByteArrayView("\n\0\0\0\n", 5)), QString());
    QCOMPARE(link.feed("a_name=1\n"), QStringLiteral("a_name=1"));
}

void TestCodec::columnsAreBounded()
{
    Link link;
    link.feed("-\n");
    for (quint32 i = 0; i < 2 * LinkCodec::maxColumns; ++i)
        link.feed("name" + QByteArray::number(i) + "=1\n");
    QCOMPARE(link.codec.columns().size(), qsizetype(LinkCodec::maxColumns));
    QCOMPARE(link.codec.counters().limitReached, quint64(LinkCodec::maxColumns));
    QCOMPARE(link.feed("name0=1 other=2\n"), QStringLiteral("name0=1"));
}

void TestCodec::timesAreThoseOfTheLine()
{
    Link link;
    link.codec.setByteMicros(100);
    link.feed("-\n", 500);
    link.feed("a=1\na=2\na=3\n", 10'000);
    QCOMPARE(link.heard.times, (QList<Micros> {9'200, 9'600, 10'000}));
    link.feed("a=1\na=2\na=3\n", 10'100); // faster than the line can be: never back in time
    QCOMPARE(link.heard.times, (QList<Micros> {10'000, 10'000, 10'100}));
    link.feed("a=1\n", 5'000); // a clock that was set back
    QCOMPARE(link.heard.times, (QList<Micros> {5'000}));
}

void TestCodec::ingestTakesThemAsArrivals()
{
    struct Road : ReadingSink
    {
        void readingsArrived(std::span<const Reading> readings, const QStringList &texts) override { push->push(codec->columns(), readings, texts); }
        LinkCodec *codec = nullptr;
        IngestReadings *push = nullptr;
    } road;
    Ingest ingest;
    const QSignalSpy spy(&ingest, &Ingest::sampled);
    const DeviceId device = ingest.announce({.connection = {1}, .addresses = {QStringLiteral("serial:x")}});
    IngestReadings push(ingest, {1}, device);
    LinkCodec codec(road);
    road.codec = &codec;
    road.push = &push;
    codec.setByteMicros(1'000);
    const Micros now = nowMicros();
    codec.feed("-\na=1 s=on\na=2 s=off\n", now);
    ingest.flush();
    QCOMPARE(spy.size(), 1);
    const auto batch = spy.at(0).at(0).value<SampleBatch>();
    QCOMPARE(batch.samples.size(), 4);
    QCOMPARE(batch.samples.at(0).time, now - 10'000);
    QCOMPARE(batch.samples.at(3).time, now);
    QCOMPARE(batch.samples.at(0).flags, 0);
    QCOMPARE(batch.samples.at(3).flags, quint16(Sample::Text));
    QCOMPARE(batch.texts.at(int(batch.samples.at(3).value)), QStringLiteral("off"));
    QCOMPARE(batch.samples.at(0).metric, batch.samples.at(2).metric);
    Counters counters {};
    addTo(counters, {}, codec.counters());
    QCOMPARE(at(counters, Count::Messages), 3U);
    QCOMPARE(at(counters, Count::Samples), 4U);
    QCOMPARE(at(counters, Count::Ignored), 1U);
}

QTEST_GUILESS_MAIN(TestCodec)
#include "tst_codec.moc"
