// Reading tables that others wrote: cutting them into fields, guessing how they are meant, numbers and times in them.

#include "tables/tableformat.h"

#include <QDateTime>
#include <QTest>

#include <cmath>

using namespace muster;
using namespace muster::tables;

namespace {

Micros local(int year, int month, int day, int hour = 0, int minute = 0, int second = 0)
{
    return QDateTime(QDate(year, month, day), QTime(hour, minute, second)).toSecsSinceEpoch() * 1'000'000;
}

QString shape(const TableFormat &format)
{
    return QStringLiteral("%1 %2 %3 time:%4/%5 %6").arg(format.separator == u'\t' ? QStringLiteral("tab") : QString(format.separator), QString(format.decimalMark),
        format.header ? QStringLiteral("header") : QStringLiteral("bare"), QString::number(format.timeColumn), QString::number(int(format.timeForm)),
        format.isLong ? QStringLiteral("long:%1/%2").arg(format.nameColumn).arg(format.valueColumn) : QStringLiteral("wide"));
}

} // namespace

class TestTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void guesses_data();
    void guesses();
    void readsNumbers_data();
    void readsNumbers();
    void readsTimes_data();
    void readsTimes();
    void headingsCarryUnits_data();
    void headingsCarryUnits();
    void guessesEncodings_data();
    void guessesEncodings();
    void recordsSurviveAnyCut();
    void quotesMayHoldAnything();
    void aLineWithoutEndIsAFault();
    void binaryIsAFault();
    void mixedEncodingsAreAFault();
    void tooManyFieldsAreAFault();
    void wideTablesBecomeValues();
    void longTablesBecomeValues();
    void aColumnOfWordsIsText();
    void seriesAreBounded();
    void garbageGuessesNothingHarmful();
};

void TestTables::guesses_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *table, const char *expected) { QTest::newRow(name) << QByteArray(table) << QString::fromUtf8(expected); };
    row("iso, commas", "time,temp [°C],rh (%)\n2026-11-22T12:00:00Z,21.5,40\n2026-11-22T12:00:01Z,21.6,41\n", ", . header time:0/0 wide");
    row("german", "Zeit;Temperatur (°C);Druck\n22.11.2026 12:00:00;21,5;1.013,25\n22.11.2026 12:00:01;21,6;1.013,30\n", "; , header time:0/1 wide");
    row("american", "Date\tTemp\n11/22/2026 12:00:00 PM\t70.1\n11/23/2026 1:00:00 PM\t70.2\n", "tab . header time:0/2 wide");
    row("day first by number", "when,x\n22/11/2026 12:00,1\n23/11/2026 12:00,2\n", ", . header time:0/1 wide");
    row("epoch seconds", "ts,a\n1700000000,1\n1700000001.5,2\n", ", . header time:0/3 wide");
    row("epoch milliseconds", "a,stamp\n1,1700000000000\n2,1700000001000\n", ", . header time:1/4 wide");
    row("epoch microseconds", "time;a\n1700000000000000;1\n1700000001000000;2\n", "; . header time:0/5 wide");
    row("no header", "2026-11-22 12:00:00,21.5,3\n2026-11-22 12:00:01,21.6,4\n", ", . bare time:0/0 wide");
    row("long", "time,sensor,value\n2026-11-22 12:00,temp,21.5\n2026-11-22 12:00,rh,40\n", ", . header time:0/0 long:1/2");
    row("own, from devices", "time,device,metric,unit,value\r\n2026-11-22T12:00:00.250+01:00,Pump 3,pressure,bar,3.41\r\n", ", . header time:0/0 long:2/4");
    row("own, from a chart", "time,seconds,name,unit,value\r\n2026-11-22T12:00:00.250+01:00,0.000000,Pump 3 · pressure,bar,3.41\r\n2026-11-22T12:00:01.250+01:00,1.000000,Pump 3 · pressure,bar,3.5\r\n",
        ", . header time:0/0 long:2/4");
    row("own, wide", "time,seconds,a (V),b\r\n2026-11-22T12:00:00.250+01:00,0.000000,1,\r\n2026-11-22T12:00:00.251+01:00,0.001000,,3\r\n", ", . header time:0/0 wide");
    row("decimal comma of three", "t;v\n2026-11-22 12:00;1,234\n2026-11-22 12:01;2,345\n", "; , header time:0/0 wide");
    row("pipes", "time|v\n2026-11-22 12:00|1\n", "| . header time:0/0 wide");
    row("no time", "a,b\n1,2\n3,4\n", ", . header time:-1/0 wide");
    row("states", "time,door\n2026-11-22 12:00,open\n2026-11-22 12:01,shut\n", ", . header time:0/0 wide");
}

void TestTables::guesses()
{
    QFETCH(QByteArray, table);
    QTEST(shape(guess(table)), "expected");
}

void TestTables::readsNumbers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QChar>("mark");
    QTest::addColumn<double>("expected"); // NaN: none
    const auto row = [](const char *text, QChar mark, double expected) { QTest::addRow("%s with %c", text, mark.toLatin1()) << QString::fromUtf8(text) << mark << expected; };
    row("21.5", u'.', 21.5);
    row(" -3 ", u'.', -3);
    row("−3", u'.', -3);
    row("1e-3", u'.', 0.001);
    row("21,5", u',', 21.5);
    row("1.234.567,8", u',', 1234567.8);
    row("1,234.5", u'.', 1234.5);
    row("1 234,5", u',', 1234.5);
    row("1'234", u'.', 1234);
    row(".5", u'.', 0.5);
    for (const char *none : {"", "abc", "21.5.1", "1,23,4", "12345,678", "--", "e", "0x10", "21,5 °C", "1e", "."})
        row(none, u'.', std::nan(""));
    row("21.5", u',', std::nan(""));
    row("1111111111111111111111111111111111111111111111111111111111111111111111111", u'.', std::nan(""));
}

void TestTables::readsNumbers()
{
    QFETCH(QString, text);
    QFETCH(QChar, mark);
    QFETCH(double, expected);
    const auto value = number(text, mark);
    QCOMPARE(value.has_value(), !std::isnan(expected));
    if (value)
        QCOMPARE(*value, expected);
}

void TestTables::readsTimes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("form");
    QTest::addColumn<Micros>("expected"); // 0: none
    const auto row = [](const char *text, TimeForm form, Micros expected) { QTest::newRow(text) << QString::fromUtf8(text) << int(form) << expected; };
    row("2023-11-14T22:13:20Z", TimeForm::Iso, 1'700'000'000'000'000);
    row("2023-11-14T23:13:20.250001+01:00", TimeForm::Iso, 1'700'000'000'250'001);
    row("2023-11-14 22:13:20,5+0000", TimeForm::Iso, 1'700'000'000'500'000);
    row("2023-11-14 22:13:20 UTC", TimeForm::Iso, 1'700'000'000'000'000);
    row("2026-11-22", TimeForm::Iso, local(2026, 11, 22));
    row("2026-11-22 24:00", TimeForm::Iso, local(2026, 11, 23));
    row("20261122T1204", TimeForm::Iso, 0);
    row("22.11.2026 12:04:31", TimeForm::DayFirst, local(2026, 11, 22, 12, 4, 31));
    row("22.11.26, 12:04", TimeForm::DayFirst, local(2026, 11, 22, 12, 4));
    row("1/2/2026", TimeForm::MonthFirst, local(2026, 1, 2));
    row("1/2/2026 12:30 am", TimeForm::MonthFirst, local(2026, 1, 2, 0, 30));
    row("1/2/2026 1:30:05 PM", TimeForm::MonthFirst, local(2026, 1, 2, 13, 30, 5));
    row("1700000000.25", TimeForm::EpochSeconds, 1'700'000'000'250'000);
    row("1700000000250", TimeForm::EpochMillis, 1'700'000'000'250'000);
    row("1700000000250001", TimeForm::EpochMicros, 1'700'000'000'250'001);
    for (const char *none : {"", "2026-13-01", "2026-02-30", "2026-11-22T25:00", "2026-11-22T12:61", "2026-11-22T12:00+99:00", "2026-11-22 noon", "9999-01-01", "0001-01-01"})
        row(none, TimeForm::Iso, 0);
    row("1e300", TimeForm::EpochSeconds, 0);
    row("-1e300", TimeForm::EpochMicros, 0);
}

void TestTables::readsTimes()
{
    QFETCH(QString, text);
    QFETCH(int, form);
    QFETCH(Micros, expected);
    QCOMPARE(time(text, TimeForm(form), u'.').value_or(0), expected);
}

void TestTables::headingsCarryUnits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("square") << QStringLiteral("temp [°C]") << QStringLiteral("temp|°C");
    QTest::newRow("round") << QStringLiteral(" temp (°C) ") << QStringLiteral("temp|°C");
    QTest::newRow("none") << QStringLiteral("temp") << QStringLiteral("temp|");
    QTest::newRow("nothing but") << QStringLiteral("(x)") << QStringLiteral("(x)|");
    QTest::newRow("a remark") << QStringLiteral("flow (behind the second valve)") << QStringLiteral("flow (behind the second valve)|");
}

void TestTables::headingsCarryUnits()
{
    QFETCH(QString, text);
    const Heading found = heading(text);
    QTEST(found.name + u'|' + found.unit, "expected");
}

void TestTables::guessesEncodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("expected");
    QTest::newRow("utf-8") << QByteArray("a,\xC3\xA4\n") << int(Encoding::Utf8);
    QTest::newRow("utf-8 cut off") << QByteArray("a,\xC3\xA4\n\xC3") << int(Encoding::Utf8);
    QTest::newRow("latin-1") << QByteArray("a,\xE4 b\n") << int(Encoding::Latin1);
    QTest::newRow("utf-16 le") << QByteArray("\xFF\xFE" "a\0", 4) << int(Encoding::Utf16LittleEndian);
    QTest::newRow("utf-16 be") << QByteArray("\xFE\xFF\0a", 4) << int(Encoding::Utf16BigEndian);
    QTest::newRow("utf-16 le, unmarked") << QByteArray("t\0i\0m\0e\0,\0a\0", 12) << int(Encoding::Utf16LittleEndian);
}

void TestTables::guessesEncodings()
{
    QFETCH(QByteArray, bytes);
    QTEST(int(guessEncoding(bytes)), "expected");
}

void TestTables::recordsSurviveAnyCut()
{
    const QByteArray bytes = "a,\"b \xC3\xA4\r\n\"\"q\"\"\",c\r\n\r\n1,,3\n4";
    const QList<QStringList> expected {{QStringLiteral("a"), QStringLiteral("b ä\r\n\"q\""), QStringLiteral("c")}, {QStringLiteral("1"), QString(), QStringLiteral("3")},
        {QStringLiteral("4")}};
    for (qsizetype piece = 1; piece <= bytes.size(); ++piece) {
        CsvText text(Encoding::Utf8, u',');
        QList<QStringList> records;
        for (qsizetype at = 0; at < bytes.size(); at += piece) {
            QVERIFY(text.feed(QByteArrayView(bytes).sliced(at, std::min(piece, bytes.size() - at))));
            records += text.records();
        }
        QVERIFY(text.finish());
        records += text.records();
        QCOMPARE(records, expected);
    }
}

void TestTables::quotesMayHoldAnything()
{
    CsvText text(Encoding::Utf8, u';');
    QVERIFY(text.feed("\"a;b\";c\"d;\"\"\n"));
    QCOMPARE(text.records(), (QList<QStringList> {{QStringLiteral("a;b"), QStringLiteral("c\"d"), QString()}}));
}

void TestTables::aLineWithoutEndIsAFault()
{
    CsvText text(Encoding::Utf8, u',');
    const QByteArray piece(64 * 1024, 'x');
    int pieces = 0;
    while (text.feed(piece) && pieces < 1'000)
        ++pieces;
    QCOMPARE(text.fault(), Fault::LineTooLong);
    QVERIFY(pieces <= CsvText::longestRecord / piece.size());
    QVERIFY(!text.finish());
}

void TestTables::binaryIsAFault()
{
    CsvText text(Encoding::Utf8, u',');
    QVERIFY(!text.feed(QByteArrayView("a,b\n\x7F" "ELF\0\0", 10)));
    QCOMPARE(text.fault(), Fault::Binary);
}

void TestTables::mixedEncodingsAreAFault()
{
    CsvText text(Encoding::Utf8, u',');
    QVERIFY(text.feed("a,\xC3\xA4\n"));
    QVERIFY(!text.feed("b,\xE4 x\n"));
    QCOMPARE(text.fault(), Fault::OtherEncoding);
}

void TestTables::tooManyFieldsAreAFault()
{
    CsvText text(Encoding::Utf8, u',');
    QVERIFY(!text.feed(QByteArray(20'000, ',')));
    QCOMPARE(text.fault(), Fault::TooManyFields);
}

void TestTables::wideTablesBecomeValues()
{
    const QByteArray table = "time,temp [°C],rh\n2023-11-14T22:13:20Z,21.5,40\n2023-11-14T22:13:21Z,,41\nnever,1,2\n2023-11-14T22:13:22Z,oops,42,99\n";
    const TableFormat format = guess(table);
    TableRecords reader(format);
    QList<TableValue> values;
    int unread = 0;
    for (const QStringList &record : firstRecords(table, format, 100).mid(1))
        unread += reader.read(record, values) ? 0 : 1;
    QCOMPARE(unread, 1);
    QCOMPARE(values.size(), 6); // one in a column that has no heading
    QCOMPARE(values.at(0).number, std::optional(21.5));
    QCOMPARE(values.at(2).time, 1'700'000'001'000'000);
    QCOMPARE(values.at(2).series, 1);
    QCOMPARE(reader.series().at(0).unit, QStringLiteral("°C"));
    QCOMPARE(reader.series().at(0).texts, 1);
}

void TestTables::longTablesBecomeValues()
{
    const QByteArray table = "time,device,metric,unit,value\n2023-11-14T22:13:20Z,Pump 3,pressure,bar,3.41\n2023-11-14T22:13:20Z,Gate,door,,open\n2023-11-14T22:13:21Z,Pump 3,pressure,bar,3.5\n";
    const TableFormat format = guess(table);
    TableRecords reader(format);
    QList<TableValue> values;
    for (const QStringList &record : firstRecords(table, format, 100).mid(1))
        QVERIFY(reader.read(record, values));
    QCOMPARE(values.size(), 3);
    QCOMPARE(reader.series().size(), 2);
    QCOMPARE(reader.series().at(0).name, QStringLiteral("Pump 3 · pressure"));
    QCOMPARE(reader.series().at(0).unit, QStringLiteral("bar"));
    QVERIFY(!reader.series().at(0).isText());
    QVERIFY(reader.series().at(1).isText());
    QCOMPARE(values.at(1).text, QStringLiteral("open"));
}

void TestTables::aColumnOfWordsIsText()
{
    TableSeries series;
    series.numbers = 90;
    series.texts = 10;
    QVERIFY(!series.isText());
    series.texts = 11;
    QVERIFY(series.isText());
}

void TestTables::seriesAreBounded()
{
    TableFormat format = guess("time,name,value\n2023-11-14T22:13:20Z,a,1\n");
    QVERIFY(format.isLong);
    TableRecords reader(format);
    QList<TableValue> values;
    for (int i = 0; i < TableRecords::mostSeries + 10; ++i)
        QVERIFY(reader.read({QStringLiteral("2023-11-14T22:13:20Z"), QString::number(i) + u'x', QStringLiteral("1")}, values));
    QCOMPARE(reader.series().size(), TableRecords::mostSeries);
    QVERIFY(reader.tooManySeries());
}

void TestTables::garbageGuessesNothingHarmful()
{
    quint32 random = 1;
    for (int n = 0; n < 300; ++n) {
        QByteArray bytes;
        for (int i = 0; i < n * 7 % 900; ++i) {
            random = random * 1'664'525 + 1'013'904'223;
            bytes += n % 2 ? char(random >> 24) : "0123456789.,;:-/\t\"\n TZ+e"[(random >> 24) % 24];
        }
        const TableFormat format = guess(bytes);
        TableRecords reader(format);
        QList<TableValue> values;
        for (const QStringList &record : firstRecords(bytes, format, 100, true))
            (void) reader.read(record, values);
    }
}

QTEST_GUILESS_MAIN(TestTables)
#include "tst_tables.moc"
