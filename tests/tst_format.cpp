#include "ui/format.h"

#include <QDateTime>
#include <QTest>

#include <cmath>

using namespace muster;

class TestFormat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersShowWhatIsNeeded_data();
    void numbersShowWhatIsNeeded();
    void numbersFollowTheLocale();
    void aValueWithoutANumberIsADash();
    void metricsShowTheirDeclaredDecimalsAndUnit();
    void booleansAndEnumerationsReadAsTheirOptions();
    void durationsNameNoZeroes();
    void agesAreShort_data();
    void agesAreShort();
    void oldTimesAreATimeOfDayOrADate();
    void textFromOutsideIsOneHarmlessLine();
    void markupIsEscapedInToolTips();
    void outcomesSayWhatIsKnown();
    void aDeviceIsReachedByARoadNotByItsHardwareAddress();
    void bytesAndRatesAreReadable();
};

namespace {

const QLocale english(QLocale::English, QLocale::UnitedKingdom);
const QLocale german(QLocale::German, QLocale::Germany);
constexpr Micros second = 1'000'000;

Micros at(const QString &local)
{
    return QDateTime::fromString(local, Qt::ISODate).toMSecsSinceEpoch() * 1'000;
}

MetricState stateOf(MetricType type, double value)
{
    MetricState state;
    state.info.type = type;
    state.value = value;
    state.time = second;
    return state;
}

} // namespace

void TestFormat::numbersShowWhatIsNeeded_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QString>("text");
    QTest::newRow("whole") << 21.0 << -1 << QStringLiteral("21");
    QTest::newRow("rounding noise") << 0.1 + 0.2 << -1 << QStringLiteral("0.3");
    QTest::newRow("negative") << -61.25 << -1 << QStringLiteral("-61.25");
    QTest::newRow("large") << 1234567.8 << -1 << QStringLiteral("1,234,568");
    QTest::newRow("small") << 0.000123 << -1 << QStringLiteral("0.000123");
    QTest::newRow("noise of a sensor") << 21.02542 << -1 << QStringLiteral("21.025");
    QTest::newRow("zero") << 0.0 << -1 << QStringLiteral("0");
    QTest::newRow("whole ending in zeros") << 100.0 << -1 << QStringLiteral("100");
    QTest::newRow("huge") << 1e18 << -1 << QStringLiteral("1E+18");
    QTest::newRow("fixed") << 41.2 << 2 << QStringLiteral("41.20");
    QTest::newRow("no decimals") << 41.6 << 0 << QStringLiteral("42");
}

void TestFormat::numbersShowWhatIsNeeded()
{
    QFETCH(double, value);
    QFETCH(int, decimals);
    QTEST(format::number(value, decimals, english).toUpper(), "text");
}

void TestFormat::numbersFollowTheLocale()
{
    QCOMPARE(format::number(1234.5, -1, german), QStringLiteral("1.234,5"));
    QCOMPARE(format::number(3.0, 1, german), QStringLiteral("3,0"));
    QCOMPARE(format::number(2.50, -1, german), QStringLiteral("2,5"));
}

void TestFormat::aValueWithoutANumberIsADash()
{
    QCOMPARE(format::number(std::nan("")), format::none());
    QCOMPARE(format::quantity(MetricState {}).number, format::none());
    QVERIFY(format::quantity(MetricState {}).unit.isEmpty());
}

void TestFormat::metricsShowTheirDeclaredDecimalsAndUnit()
{
    MetricState state = stateOf(MetricType::Number, 3.4);
    state.info.decimals = 2;
    state.info.unit = QStringLiteral("bar");
    QCOMPARE(format::quantity(state, german).number, QStringLiteral("3,40"));
    QCOMPARE(format::quantity(state, german).joined(), QStringLiteral("3,40") + QChar(0xA0) + QStringLiteral("bar"));
}

void TestFormat::booleansAndEnumerationsReadAsTheirOptions()
{
    MetricState state = stateOf(MetricType::Boolean, 1);
    QCOMPARE(format::quantity(state).number, QStringLiteral("On"));
    state.info.options = {QStringLiteral("closed"), QStringLiteral("open")};
    QCOMPARE(format::quantity(state).number, QStringLiteral("open"));

    state = stateOf(MetricType::Enumeration, 1);
    state.info.options = {QStringLiteral("eco"), QStringLiteral("boost")};
    QCOMPARE(format::quantity(state).number, QStringLiteral("boost"));
    state.value = 7;
    QCOMPARE(format::quantity(state).number, QStringLiteral("7"));
}

void TestFormat::durationsNameNoZeroes()
{
    constexpr Micros minute = 60 * second;
    QCOMPARE(format::duration(59 * second, english), QStringLiteral("59 s"));
    QCOMPARE(format::duration(10 * minute, english), QStringLiteral("10 min"));
    QCOMPARE(format::duration(3 * minute + 20 * second, english), QStringLiteral("3 min 20 s"));
    QCOMPARE(format::duration(120 * minute, english), QStringLiteral("2 h"));
    QCOMPARE(format::duration(121 * minute, english), QStringLiteral("2 h 1 min"));
}

void TestFormat::agesAreShort_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("just now") << qint64(0) << QStringLiteral("now");
    QTest::newRow("a clock slightly ahead") << qint64(-3) << QStringLiteral("now");
    QTest::newRow("seconds") << qint64(2) << QStringLiteral("2 s");
    QTest::newRow("just under a minute") << qint64(59) << QStringLiteral("59 s");
    QTest::newRow("minutes") << qint64(14 * 60 + 59) << QStringLiteral("14 min");
}

void TestFormat::agesAreShort()
{
    QFETCH(qint64, seconds);
    const Micros now = at(QStringLiteral("2026-11-22T14:30:00"));
    QTEST(format::age(now - seconds * second, now, english), "text");
}

void TestFormat::oldTimesAreATimeOfDayOrADate()
{
    const Micros now = at(QStringLiteral("2026-11-22T14:30:00"));
    QCOMPARE(format::age(0, now), format::none());
    QCOMPARE(format::age(at(QStringLiteral("2026-11-22T09:05:00")), now, german), QStringLiteral("09:05"));
    QCOMPARE(format::age(at(QStringLiteral("2026-11-20T09:05:00")), now, german), QStringLiteral("20.11.26"));
    QCOMPARE(format::exactTime(at(QStringLiteral("2026-11-20T09:05:07")), german), QStringLiteral("20.11.26, 09:05:07"));
    QCOMPARE(format::exactTime(0), QStringLiteral("never"));
}

void TestFormat::textFromOutsideIsOneHarmlessLine()
{
    QCOMPARE(format::plain(QStringLiteral("Pump\n3\t\x1b[31m")), QStringLiteral("Pump 3  [31m"));
    QCOMPARE(format::plain(QStringLiteral("a") + QChar(0x202E) + QStringLiteral("b")), QStringLiteral("ab"));
    QCOMPARE(format::plain(QString(1000, u'x'), 10), QString(10, u'x') + QChar(0x2026));
    const QString emoji = QString::fromUcs4(U"\U0001F525");
    QCOMPARE(format::plain(emoji + emoji, 3), emoji + QChar(0x2026));
    QCOMPARE(format::label(QStringLiteral("R&D")), QStringLiteral("R&&D"));
}

void TestFormat::markupIsEscapedInToolTips()
{
    QCOMPARE(format::tip(QStringLiteral("<b>x</b>")), QStringLiteral("&lt;b&gt;x&lt;/b&gt;"));
}

void TestFormat::outcomesSayWhatIsKnown()
{
    CommandOutcome outcome;
    outcome.command.submitted = second;
    outcome.finished = second + 84'000;
    outcome.confirmed = true;
    QCOMPARE(format::outcome(outcome, english), QStringLiteral("✓ confirmed in 84 ms"));
    outcome.confirmed = false;
    QCOMPARE(format::outcome(outcome, english), QStringLiteral("sent, not confirmed"));
    outcome.finished = 11 * second;
    outcome.result = failure(Error::Code::TimedOut, {});
    QCOMPARE(format::outcome(outcome, english), QStringLiteral("timed out after 10 s"));
    outcome.result = failure(Error::Code::Refused, QStringLiteral("The broker said no."));
    QCOMPARE(format::outcome(outcome, english), QStringLiteral("✗ The broker said no."));
}

void TestFormat::aDeviceIsReachedByARoadNotByItsHardwareAddress()
{
    Device device;
    device.addresses = {QStringLiteral("mac:AA:BB:CC:DD:EE:FF")};
    device.link = QStringLiteral("mqtt");
    QCOMPARE(format::link(device), QStringLiteral("MQTT"));
    device.link = QStringLiteral("ble");
    QCOMPARE(format::link(device), QStringLiteral("Bluetooth"));
    device.link.clear();
    QVERIFY(format::link(device).isEmpty());
}

void TestFormat::bytesAndRatesAreReadable()
{
    QCOMPARE(format::bytes(512, english), QStringLiteral("512 bytes"));
    QCOMPARE(format::bytes(1'200'000'000, german), QStringLiteral("1,2 GB"));
    QCOMPARE(format::rate(412.4, english), QStringLiteral("412/s"));
    QCOMPARE(format::rate(0.5, english), QStringLiteral("0.5/s"));
    QCOMPARE(format::rate(0, english), QStringLiteral("0/s"));
}

QTEST_GUILESS_MAIN(TestFormat)
#include "tst_format.moc"
