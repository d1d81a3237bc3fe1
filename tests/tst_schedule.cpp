// Schedules: when something is next, over daylight-saving changes, leap years and polar nights; what was missed; cron lines and what is wrong with them.

#include "rules/cron.h"
#include "rules/schedule.h"
#include "rules/walltime.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QTest>

using namespace muster;

namespace {

constexpr Micros second = 1'000'000;
const char berlin[] = "Europe/Berlin";
const char newYork[] = "America/New_York";

QTimeZone zone(const char *name)
{
    return QTimeZone(QByteArray(name));
}

Micros utc(const QString &text)
{
    const QDateTime moment = QDateTime::fromString(text + u'Z', Qt::ISODate);
    Q_ASSERT_X(moment.isValid(), "utc", qPrintable(text));
    return moment.toMSecsSinceEpoch() * 1'000;
}

QString text(Micros moment)
{
    if (moment == 0)
        return QStringLiteral("never");
    return QDateTime::fromMSecsSinceEpoch(moment / 1'000, Qt::UTC).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"));
}

QString texts(const QList<Micros> &moments)
{
    QStringList all;
    for (const Micros moment : moments)
        all.append(text(moment));
    return all.join(u' ');
}

Schedule cron(const char *line)
{
    Schedule schedule;
    schedule.kind = Schedule::Kind::Cron;
    schedule.cron = QString::fromUtf8(line);
    return schedule;
}

Schedule daily(const QList<int> &hoursAndMinutes, quint8 weekdays = Schedule::everyDay)
{
    Schedule schedule;
    for (const int time : hoursAndMinutes)
        schedule.times.append(time / 100 * 3'600 + time % 100 * 60);
    schedule.weekdays = weekdays;
    return schedule;
}

Schedule every(int seconds)
{
    Schedule schedule;
    schedule.kind = Schedule::Kind::Interval;
    schedule.every = seconds * second;
    return schedule;
}

Schedule atSun(SunEvent event, int offset = 0)
{
    Schedule schedule;
    schedule.kind = Schedule::Kind::Sun;
    schedule.event = event;
    schedule.offset = offset;
    return schedule;
}

WeekBlock block(int weekday, int from, int to, double value)
{
    const auto seconds = [](int time) { return time / 100 * 3'600 + time % 100 * 60; };
    return {weekday, seconds(from), seconds(to), value};
}

Schedule heating()
{
    Schedule schedule;
    schedule.kind = Schedule::Kind::Week;
    schedule.between = 17;
    for (int day = 1; day <= 7; ++day)
        schedule.blocks << block(day, 600, 800, 21) << block(day, 1700, 2200, 20.5);
    return schedule;
}

} // namespace

class TestSchedule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhenItIsNext_data();
    void saysWhenItIsNext();
    void wallTimeNeverFalls_data();
    void wallTimeNeverFalls();
    void nextIsTheSmallestLaterRun_data();
    void nextIsTheSmallestLaterRun();
    void readsCronLines_data();
    void readsCronLines();
    void saysWhatIsWrongWithACronLine_data();
    void saysWhatIsWrongWithACronLine();
    void knowsWhenTheSunRisesAndSets_data();
    void knowsWhenTheSunRisesAndSets();
    void sunWaitsForTheEndOfThePolarNight();
    void sunFollowsTheSiteNotTheZone();
    void heatingKeepsItsHoursOverAChangeOfTheClock_data();
    void heatingKeepsItsHoursOverAChangeOfTheClock();
    void valueOfTheWeekChangesAtTheRunsAlone();
    void countsWhatWasMissed_data();
    void countsWhatWasMissed();
    void refusesWhatCanNeverRun_data();
    void refusesWhatCanNeverRun();
    void isTheSameAfterJson_data();
    void isTheSameAfterJson();
    void refusesWrongJson_data();
    void refusesWrongJson();
    void survivesAnyInput();
};

void TestSchedule::saysWhenItIsNext_data()
{
    QTest::addColumn<Schedule>("schedule");
    QTest::addColumn<QByteArray>("in");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const Schedule &schedule, const char *in, const char *after, const char *expected) {
        QTest::newRow(name) << schedule << QByteArray(in) << QString::fromLatin1(after) << QString::fromLatin1(expected);
    };
    // Spring in Berlin, 2026-03-29: 02:00 becomes 03:00 at 01:00 UTC
    row("daily, left out", daily({230}), berlin, "2026-03-28T02:00:00", "2026-03-29T01:00:00 2026-03-30T00:30:00");
    row("daily, two left out are one run", daily({215, 230, 300}), berlin, "2026-03-28T12:00:00",
        "2026-03-29T01:00:00 2026-03-30T00:15:00 2026-03-30T00:30:00");
    row("cron, left out", cron("30 2 * * *"), berlin, "2026-03-28T02:00:00", "2026-03-29T01:00:00 2026-03-30T00:30:00");
    row("cron of every hour has one less", cron("0 * * * *"), berlin, "2026-03-28T23:30:00", "2026-03-29T00:00:00 2026-03-29T01:00:00 2026-03-29T02:00:00");
    row("cron of every second hour runs at the jump", cron("0 */2 * * *"), berlin, "2026-03-28T23:30:00", "2026-03-29T01:00:00 2026-03-29T02:00:00");
    row("cron of each quarter of an hour", cron("*/15 * * * *"), berlin, "2026-03-29T00:40:00", "2026-03-29T00:45:00 2026-03-29T01:00:00 2026-03-29T01:15:00");
    row("an interval counts real time", every(3'600), berlin, "2026-03-29T00:30:00", "2026-03-29T01:00:00 2026-03-29T02:00:00");
    row("before the jump", daily({159}), berlin, "2026-03-28T12:00:00", "2026-03-29T00:59:00");
    row("after the jump", daily({301}), berlin, "2026-03-28T12:00:00", "2026-03-29T01:01:00");
    // Autumn in Berlin, 2026-10-25: 03:00 becomes 02:00 at 01:00 UTC
    row("daily, twice there", daily({230}), berlin, "2026-10-24T12:00:00", "2026-10-25T00:30:00 2026-10-26T01:30:00");
    row("daily, asked in the second hour", daily({230}), berlin, "2026-10-25T01:10:00", "2026-10-26T01:30:00");
    row("cron, twice there", cron("30 2 * * *"), berlin, "2026-10-24T12:00:00", "2026-10-25T00:30:00 2026-10-26T01:30:00");
    row("cron of every hour has one more", cron("0 * * * *"), berlin, "2026-10-24T23:30:00", "2026-10-25T00:00:00 2026-10-25T01:00:00 2026-10-25T02:00:00");
    row("cron of each quarter, both times", cron("*/30 * * * *"), berlin, "2026-10-25T00:10:00", "2026-10-25T00:30:00 2026-10-25T01:00:00 2026-10-25T01:30:00");
    row("three o'clock comes once", daily({300}), berlin, "2026-10-24T12:00:00", "2026-10-25T02:00:00");
    // New York: 2026-03-08 at 07:00 UTC, 2026-11-01 at 06:00 UTC
    row("left out in New York", daily({230}), newYork, "2026-03-07T12:00:00", "2026-03-08T07:00:00 2026-03-09T06:30:00");
    row("twice there in New York", daily({130}), newYork, "2026-10-31T12:00:00", "2026-11-01T05:30:00 2026-11-02T06:30:00");
    row("cron in New York", cron("30 1 * * sun"), newYork, "2026-10-31T12:00:00", "2026-11-01T05:30:00 2026-11-08T06:30:00");
    // Elsewhere
    row("midnight that is left out", daily({0}), "America/Santiago", "2026-09-05T12:00:00", "2026-09-06T04:00:00 2026-09-07T03:00:00");
    row("midnight after a day that ends twice", daily({2330}), "America/Santiago", "2026-04-04T12:00:00", "2026-04-05T02:30:00 2026-04-06T03:30:00");
    row("half an hour", daily({215}), "Australia/Lord_Howe", "2026-10-03T10:00:00", "2026-10-03T15:30:00 2026-10-04T15:15:00");
    row("a day that was left out", daily({1200}), "Pacific/Apia", "2011-12-29T23:00:00", "2011-12-30T10:00:00 2011-12-30T22:00:00");
    row("a zone with a quarter", cron("*/15 6 * * *"), "Asia/Kathmandu", "2026-01-01T00:10:00",
        "2026-01-01T00:15:00 2026-01-01T00:30:00 2026-01-01T00:45:00 2026-01-01T01:00:00 2026-01-02T00:15:00");
    row("UTC", daily({230}), "UTC", "2026-03-29T00:00:00", "2026-03-29T02:30:00");
    // Calendar
    row("leap day", cron("0 12 29 2 *"), berlin, "2026-01-01T00:00:00", "2028-02-29T11:00:00 2032-02-29T11:00:00");
    row("no leap day in 2100", cron("0 12 29 2 *"), "UTC", "2097-01-01T00:00:00", "2104-02-29T12:00:00");
    row("29 February that is a Sunday", cron("0 12 29 2 */7"), "UTC", "2026-01-01T00:00:00", "2032-02-29T12:00:00 2060-02-29T12:00:00");
    row("31st", cron("0 0 31 * *"), "UTC", "2026-01-31T00:00:00", "2026-03-31T00:00:00 2026-05-31T00:00:00");
    row("day or weekday", cron("0 0 13 * fri"), "UTC", "2026-02-07T00:00:00", "2026-02-13T00:00:00 2026-02-20T00:00:00 2026-02-27T00:00:00");
    row("end of the year", cron("59 23 31 12 *"), "UTC", "2026-12-31T23:59:00", "2027-12-31T23:59:00");
    row("weekdays", daily({700}, 0b0011111), berlin, "2026-11-20T06:00:01", "2026-11-23T06:00:00");
    row("a run that is now is not next", daily({700}), "UTC", "2026-11-20T07:00:00", "2026-11-21T07:00:00");
    row("times in any order", daily({2200, 600}), "UTC", "2026-11-20T07:00:00", "2026-11-20T22:00:00 2026-11-21T06:00:00");
}

void TestSchedule::saysWhenItIsNext()
{
    QFETCH(Schedule, schedule);
    QFETCH(QByteArray, in);
    QFETCH(QString, after);
    QFETCH(QString, expected);
    const QTimeZone where(in);
    QVERIFY2(where.isValid(), in.constData());
    QVERIFY(schedule.validate({}).has_value());
    QCOMPARE(texts(schedule.upcoming(utc(after), int(expected.count(u' ')) + 1, where)), expected);
}

void TestSchedule::wallTimeNeverFalls_data()
{
    QTest::addColumn<QByteArray>("in");
    QTest::addColumn<QDate>("date");
    QTest::newRow("Berlin, spring") << QByteArray(berlin) << QDate(2026, 3, 29);
    QTest::newRow("Berlin, autumn") << QByteArray(berlin) << QDate(2026, 10, 25);
    QTest::newRow("New York, spring") << QByteArray(newYork) << QDate(2026, 3, 8);
    QTest::newRow("New York, autumn") << QByteArray(newYork) << QDate(2026, 11, 1);
    QTest::newRow("Lord Howe") << QByteArray("Australia/Lord_Howe") << QDate(2026, 4, 5);
    QTest::newRow("Santiago") << QByteArray("America/Santiago") << QDate(2026, 9, 6);
    QTest::newRow("Apia") << QByteArray("Pacific/Apia") << QDate(2011, 12, 30);
}

void TestSchedule::wallTimeNeverFalls()
{
    QFETCH(QByteArray, in);
    QFETCH(QDate, date);
    const QTimeZone where(in);
    Micros before = 0;
    for (int day = -1; day <= 1; ++day) {
        for (int time = 0; time < walltime::daySeconds; time += 300) {
            const Micros moment = walltime::moment(date.addDays(day), time, where);
            QVERIFY(moment >= before);
            before = moment;
            // Where the clock does show this time, it shows it then.
            const walltime::Shown shown = walltime::shown(moment, where);
            const bool leftOut = shown.date != date.addDays(day) || shown.seconds != time;
            if (leftOut)
                QCOMPARE_NE(walltime::shown(moment - second, where).seconds + 1, shown.seconds); // the jump
        }
    }
}

void TestSchedule::nextIsTheSmallestLaterRun_data()
{
    QTest::addColumn<Schedule>("schedule");
    QTest::newRow("cron") << cron("*/20 1-3 * * *");
    QTest::newRow("every hour") << cron("7,40 * * * *");
    QTest::newRow("daily") << daily({155, 215, 230, 245, 305});
    QTest::newRow("week") << heating();
}

/// Against the plainest reading: from every minute on, next() is the first minute that is a run.
void TestSchedule::nextIsTheSmallestLaterRun()
{
    QFETCH(Schedule, schedule);
    for (const char *day : {"2026-03-28T20:00:00", "2026-10-24T20:00:00"}) {
        const Micros from = utc(QString::fromLatin1(day));
        QList<Micros> runs = schedule.upcoming(from, 200, zone(berlin));
        QVERIFY(std::is_sorted(runs.begin(), runs.end()));
        qsizetype at = 0;
        for (int minute = 0; minute < 10 * 60; ++minute) {
            const Micros after = from + minute * 60 * second;
            while (runs.at(at) <= after)
                ++at;
            QCOMPARE(text(schedule.next(after, zone(berlin))), text(runs.at(at)));
            QCOMPARE(text(schedule.next(after + 1, zone(berlin))), text(runs.at(at)));
        }
    }
}

void TestSchedule::readsCronLines_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *line, const char *expected) { QTest::newRow(line) << QString::fromLatin1(line) << QString::fromLatin1(expected); };
    // After 2026-11-23 (a Monday) 10:00 UTC
    row("* * * * *", "2026-11-23T10:01:00");
    row("*/5 * * * *", "2026-11-23T10:05:00");
    row("5/20 * * * *", "2026-11-23T10:05:00");
    row("10-40/15 * * * *", "2026-11-23T10:10:00");
    row("0 9,17 * * *", "2026-11-23T17:00:00");
    row("30 6 * * mon-fri", "2026-11-24T06:30:00");
    row("30 6 * * FRI-SUN", "2026-11-27T06:30:00");
    row("30 6 * * 7", "2026-11-29T06:30:00");
    row("30 6 * * 0", "2026-11-29T06:30:00");
    row("30 6 * * sun", "2026-11-29T06:30:00");
    row("30 6 * * sun-tue", "2026-11-24T06:30:00");
    row("30 6 * * 6-7", "2026-11-28T06:30:00");
    row("30 6 * * */2", "2026-11-24T06:30:00");
    row("0 0 1 jan,JUL *", "2027-01-01T00:00:00");
    row("0 0 1 jan-mar *", "2027-01-01T00:00:00");
    row("0 0 */10 * *", "2026-12-01T00:00:00");
    row("  0   0\t1 * *  ", "2026-12-01T00:00:00");
    row("@daily", "2026-11-24T00:00:00");
    row("@Hourly", "2026-11-23T11:00:00");
    row("@weekly", "2026-11-29T00:00:00");
    row("@monthly", "2026-12-01T00:00:00");
    row("@yearly", "2027-01-01T00:00:00");
}

void TestSchedule::readsCronLines()
{
    QFETCH(QString, line);
    QFETCH(QString, expected);
    const auto read = Cron::parse(line);
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().text));
    QCOMPARE(text(read->next(utc(QStringLiteral("2026-11-23T10:00:00")), QTimeZone::utc())), expected);
}

void TestSchedule::saysWhatIsWrongWithACronLine_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *line, const char *error) { QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(error); };
    row("60 * * * *", "Column 1: “60” is no minute: write 0 to 59, or * for every minute.");
    row("0 24 * * *", "Column 3: “24” is no hour: write 0 to 23, or * for every hour.");
    row("0 0 0 * *", "Column 5: “0” is no day of the month: write 1 to 31, or * for every day.");
    row("0 0 1 13 *", "Column 7: “13” is no month: write 1 to 12, jan to dec, or * for every month.");
    row("0 0 * * fry", "Column 9: “fry” is no weekday: write mon to sun, 0 to 7 (0 and 7 are Sunday), or * for every weekday.");
    row("0 0 * * mon-", "Column 13: “” is no weekday: write mon to sun, 0 to 7 (0 and 7 are Sunday), or * for every weekday.");
    row("0 0 ? * *", "Column 5: “?” is no day of the month: write 1 to 31, or * for every day.");
    row("0 0 L * *", "Column 5: “L” is no day of the month: write 1 to 31, or * for every day.");
    row("1,,2 * * * *", "Column 3: “” is no minute: write 0 to 59, or * for every minute.");
    row("-5 * * * *", "Column 1: “” is no minute: write 0 to 59, or * for every minute.");
    row("40-10 * * * *", "Column 1: the range 40-10 goes backwards. Write it as two, with a comma between them.");
    row("*/0 * * * *", "Column 3: “0” is no step: write a number from 1 on behind the /.");
    row("*/x * * * *", "Column 3: “x” is no step: write a number from 1 on behind the /.");
    row("*/90 * * * *", "Column 3: a step of 90 never comes a second time in this field, which ends at 59. Choose an interval instead of cron.");
    row("0 0 30 2 *", "Column 5: this day does not come in these months.");
    row("0 0 31 4,6 *", "Column 5: this day does not come in these months.");
    row("0 0 * *", "Column 8: a cron line has five fields (minute, hour, day of the month, month, weekday), this one has 4. Example: 30 6 * * mon-fri");
    row("0 0 0 * * *", "Column 11: a cron line has five fields (minute, hour, day of the month, month, weekday), this one has 6. Example: 30 6 * * mon-fri");
    row("", "Column 1: a cron line has five fields (minute, hour, day of the month, month, weekday), this one has 0. Example: 30 6 * * mon-fri");
    row("@reboot", "Column 1: “@reboot” is not known: write @hourly, @daily, @weekly, @monthly, @yearly, or five fields.");
    row("janfeb * * * *", "Column 1: “janfeb” is no minute: write 0 to 59, or * for every minute.");
    row("0 0 1 anf *", "Column 7: “anf” is no month: write 1 to 12, jan to dec, or * for every month.");
    row("99999999999 * * * *", "Column 1: “99999999999” is no minute: write 0 to 59, or * for every minute.");
    row("١ * * * *", "Column 1: “١” is no minute: write 0 to 59, or * for every minute.");
}

void TestSchedule::saysWhatIsWrongWithACronLine()
{
    QFETCH(QString, line);
    QFETCH(QString, error);
    const auto read = Cron::parse(line);
    QVERIFY(!read);
    QCOMPARE(read.error().text, error);
}

void TestSchedule::knowsWhenTheSunRisesAndSets_data()
{
    QTest::addColumn<double>("latitude");
    QTest::addColumn<double>("longitude");
    QTest::addColumn<QDate>("date");
    QTest::addColumn<QString>("rise");
    QTest::addColumn<QString>("set");
    const auto row = [](const char *name, double latitude, double longitude, QDate date, const char *rise, const char *set) {
        QTest::newRow(name) << latitude << longitude << date << QString::fromLatin1(rise) << QString::fromLatin1(set);
    };
    // By PyEphem 4.1.4 (VSOP87), the upper edge at -34 minutes of arc
    row("Berlin 2026-03-20", 52.52, 13.405, QDate(2026, 3, 20), "2026-03-20T05:09:15", "2026-03-20T17:19:26");
    row("New York 2026-03-20", 40.7128, -74.006, QDate(2026, 3, 20), "2026-03-20T10:59:18", "2026-03-20T23:08:11");
    row("Sydney 2026-03-20", -33.8688, 151.2093, QDate(2026, 3, 20), "2026-03-19T19:57:57", "2026-03-20T08:06:57");
    row("Auckland 2026-03-20", -36.8485, 174.7633, QDate(2026, 3, 20), "2026-03-19T18:23:26", "2026-03-20T06:33:01");
    row("Tromsø 2026-03-20", 69.6492, 18.9553, QDate(2026, 3, 20), "2026-03-20T04:43:55", "2026-03-20T17:01:32");
    row("Quito 2026-03-20", -0.1807, -78.4678, QDate(2026, 3, 20), "2026-03-20T11:17:59", "2026-03-20T23:24:30");
    row("Berlin 2026-06-21", 52.52, 13.405, QDate(2026, 6, 21), "2026-06-21T02:43:08", "2026-06-21T19:33:14");
    row("New York 2026-06-21", 40.7128, -74.006, QDate(2026, 6, 21), "2026-06-21T09:25:03", "2026-06-22T00:30:43");
    row("Sydney 2026-06-21", -33.8688, 151.2093, QDate(2026, 6, 21), "2026-06-20T20:59:59", "2026-06-21T06:53:47");
    row("Auckland 2026-06-21", -36.8485, 174.7633, QDate(2026, 6, 21), "2026-06-20T19:33:42", "2026-06-21T05:11:37");
    row("Tromsø 2026-06-21", 69.6492, 18.9553, QDate(2026, 6, 21), "", "");
    row("Quito 2026-06-21", -0.1807, -78.4678, QDate(2026, 6, 21), "2026-06-21T11:12:23", "2026-06-21T23:19:05");
    row("Berlin 2026-10-25", 52.52, 13.405, QDate(2026, 10, 25), "2026-10-25T05:49:41", "2026-10-25T15:50:26");
    row("New York 2026-10-25", 40.7128, -74.006, QDate(2026, 10, 25), "2026-10-25T11:18:23", "2026-10-25T22:01:13");
    row("Sydney 2026-10-25", -33.8688, 151.2093, QDate(2026, 10, 25), "2026-10-24T19:02:30", "2026-10-25T08:16:38");
    row("Auckland 2026-10-25", -36.8485, 174.7633, QDate(2026, 10, 25), "2026-10-24T17:24:21", "2026-10-25T06:46:25");
    row("Tromsø 2026-10-25", 69.6492, 18.9553, QDate(2026, 10, 25), "2026-10-25T06:38:01", "2026-10-25T14:17:03");
    row("Quito 2026-10-25", -0.1807, -78.4678, QDate(2026, 10, 25), "2026-10-25T10:54:24", "2026-10-25T23:01:28");
    row("Berlin 2026-12-21", 52.52, 13.405, QDate(2026, 12, 21), "2026-12-21T07:14:52", "2026-12-21T14:53:58");
    row("New York 2026-12-21", 40.7128, -74.006, QDate(2026, 12, 21), "2026-12-21T12:16:33", "2026-12-21T21:31:49");
    row("Sydney 2026-12-21", -33.8688, 151.2093, QDate(2026, 12, 21), "2026-12-20T18:40:38", "2026-12-21T09:05:26");
    row("Auckland 2026-12-21", -36.8485, 174.7633, QDate(2026, 12, 21), "2026-12-20T16:57:59", "2026-12-21T07:39:35");
    row("Tromsø 2026-12-21", 69.6492, 18.9553, QDate(2026, 12, 21), "", "");
    row("Quito 2026-12-21", -0.1807, -78.4678, QDate(2026, 12, 21), "2026-12-21T11:07:58", "2026-12-21T23:16:07");
    row("Berlin 2024-02-29", 52.52, 13.405, QDate(2024, 2, 29), "2024-02-29T05:54:13", "2024-02-29T16:44:16");
    row("New York 2024-02-29", 40.7128, -74.006, QDate(2024, 2, 29), "2024-02-29T11:30:37", "2024-02-29T22:46:46");
    row("Sydney 2024-02-29", -33.8688, 151.2093, QDate(2024, 2, 29), "2024-02-28T19:42:09", "2024-02-29T08:32:33");
    row("Auckland 2024-02-29", -36.8485, 174.7633, QDate(2024, 2, 29), "2024-02-28T18:05:12", "2024-02-29T07:01:02");
    row("Tromsø 2024-02-29", 69.6492, 18.9553, QDate(2024, 2, 29), "2024-02-29T06:12:34", "2024-02-29T15:42:20");
    row("Quito 2024-02-29", -0.1807, -78.4678, QDate(2024, 2, 29), "2024-02-29T11:22:49", "2024-02-29T23:29:38");
}

void TestSchedule::knowsWhenTheSunRisesAndSets()
{
    QFETCH(double, latitude);
    QFETCH(double, longitude);
    QFETCH(QDate, date);
    QFETCH(QString, rise);
    QFETCH(QString, set);
    const auto rises = sun::moment(SunEvent::Sunrise, date, {latitude, longitude});
    const auto sets = sun::moment(SunEvent::Sunset, date, {latitude, longitude});
    for (const auto &[moment, expected] : {std::pair(rises, rise), std::pair(sets, set)}) {
        QCOMPARE(moment.has_value(), !expected.isEmpty());
        if (moment)
            QVERIFY2(std::abs(*moment - utc(expected)) <= 60 * second, qPrintable(text(*moment)));
    }
}

void TestSchedule::sunWaitsForTheEndOfThePolarNight()
{
    const Site tromso {69.6492, 18.9553};
    const QTimeZone oslo = zone("Europe/Oslo");
    // In late November the sun sets for the last time and does not rise before the middle of January; from May to July it does not set.
    const Micros first = atSun(SunEvent::Sunrise).next(utc(QStringLiteral("2026-12-10T00:00:00")), oslo, tromso);
    QVERIFY2(first > utc(QStringLiteral("2027-01-10T00:00:00")) && first < utc(QStringLiteral("2027-01-20T00:00:00")), qPrintable(text(first)));
    const Micros set = atSun(SunEvent::Sunset).next(utc(QStringLiteral("2026-06-01T00:00:00")), oslo, tromso);
    QVERIFY2(set > utc(QStringLiteral("2026-07-20T00:00:00")) && set < utc(QStringLiteral("2026-08-01T00:00:00")), qPrintable(text(set)));
    // At the pole there may be no such moment at all; it must end all the same.
    for (const double latitude : {90.0, -90.0})
        (void)atSun(SunEvent::Sunset).next(utc(QStringLiteral("2026-06-01T00:00:00")), oslo, Site {latitude, 0});
    QCOMPARE(atSun(SunEvent::Sunset).next(utc(QStringLiteral("2026-06-01T00:00:00")), oslo, {}), 0);
}

void TestSchedule::sunFollowsTheSiteNotTheZone()
{
    // A site far from its zone: each sunset once, a day apart, the offset kept.
    for (const double longitude : {-179.9, -120.0, 0.0, 120.0, 179.9}) {
        for (const char *in : {"Pacific/Kiritimati", "Pacific/Pago_Pago", berlin}) {
            const Site site {35, longitude};
            const auto runs = atSun(SunEvent::Sunset, -30 * 60).upcoming(utc(QStringLiteral("2026-03-27T00:00:00")), 5, zone(in), site);
            QCOMPARE(runs.size(), 5);
            for (qsizetype i = 1; i < runs.size(); ++i)
                QVERIFY(std::abs(runs.at(i) - runs.at(i - 1) - 86'400 * second) < 180 * second);
            const auto plain = atSun(SunEvent::Sunset).next(runs.at(0), zone(in), site);
            QCOMPARE(plain - runs.at(0), 30 * 60 * second);
        }
    }
    // Dawn is before sunrise, dusk after sunset.
    const Site site {52.52, 13.405};
    const QDate date(2026, 6, 21);
    QVERIFY(*sun::moment(SunEvent::Dawn, date, site) < *sun::moment(SunEvent::Sunrise, date, site));
    QVERIFY(*sun::moment(SunEvent::Dusk, date, site) > *sun::moment(SunEvent::Sunset, date, site));
}

void TestSchedule::heatingKeepsItsHoursOverAChangeOfTheClock_data()
{
    QTest::addColumn<Schedule>("schedule");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("expected"); ///< moment=value
    const auto row = [](const char *name, const Schedule &schedule, const char *after, const char *expected) {
        QTest::newRow(name) << schedule << QString::fromLatin1(after) << QString::fromLatin1(expected);
    };
    row("spring", heating(), "2026-03-28T22:00:00",
        "2026-03-29T04:00:00=21 2026-03-29T06:00:00=17 2026-03-29T15:00:00=20.5 2026-03-29T20:00:00=17 2026-03-30T04:00:00=21");
    row("the day before", heating(), "2026-03-27T22:00:00", "2026-03-28T05:00:00=21 2026-03-28T07:00:00=17 2026-03-28T16:00:00=20.5 2026-03-28T21:00:00=17");
    row("autumn", heating(), "2026-10-24T21:00:00", "2026-10-25T05:00:00=21 2026-10-25T07:00:00=17 2026-10-25T16:00:00=20.5");
    Schedule night;
    night.kind = Schedule::Kind::Week;
    night.between = 5;
    night.blocks << block(7, 100, 230, 1) << block(7, 230, 400, 2);
    row("an edge that is left out is at the jump", night, "2026-03-28T20:00:00", "2026-03-29T00:00:00=1 2026-03-29T01:00:00=2 2026-03-29T02:00:00=5");
    row("an edge that comes twice is the first", night, "2026-10-24T20:00:00", "2026-10-24T23:00:00=1 2026-10-25T00:30:00=2 2026-10-25T03:00:00=5");
    Schedule gone;
    gone.kind = Schedule::Kind::Week;
    gone.blocks << block(7, 200, 230, 1) << block(1, 200, 230, 3);
    row("a block of which nothing is left", gone, "2026-03-28T20:00:00", "2026-03-30T00:00:00=3 2026-03-30T00:30:00=0");
    Schedule overMidnight;
    overMidnight.kind = Schedule::Kind::Week;
    overMidnight.blocks << block(6, 2200, 2400, 8) << block(7, 0, 600, 8);
    row("midnight is no change", overMidnight, "2026-03-28T12:00:00", "2026-03-28T21:00:00=8 2026-03-29T04:00:00=0");
}

void TestSchedule::heatingKeepsItsHoursOverAChangeOfTheClock()
{
    QFETCH(Schedule, schedule);
    QFETCH(QString, after);
    QFETCH(QString, expected);
    QVERIFY(schedule.validate({}).has_value());
    QStringList changes;
    const auto runs = schedule.upcoming(utc(after), int(expected.count(u' ')) + 1, zone(berlin));
    for (const Micros run : runs)
        changes.append(text(run) + u'=' + QString::number(schedule.valueAt(run, zone(berlin))));
    QCOMPARE(changes.join(u' '), expected);
}

void TestSchedule::valueOfTheWeekChangesAtTheRunsAlone()
{
    const QTimeZone where = zone(berlin);
    for (const char *from : {"2026-03-28T12:00:00", "2026-10-24T12:00:00"}) {
        Micros at = utc(QString::fromLatin1(from));
        const Micros end = at + 2 * 86'400 * second;
        double value = heating().valueAt(at, where);
        Micros next = heating().next(at, where);
        for (; at < end; at += 300 * second) {
            if (at >= next) {
                QVERIFY(heating().valueAt(next - 1, where) == value);
                QVERIFY(heating().valueAt(next, where) != value);
                value = heating().valueAt(next, where);
                next = heating().next(next, where);
            }
            QCOMPARE(heating().valueAt(at, where), value);
        }
    }
}

void TestSchedule::countsWhatWasMissed_data()
{
    QTest::addColumn<Schedule>("schedule");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("now");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("latest");
    const auto row = [](const char *name, const Schedule &schedule, const char *after, const char *now, int count, const char *latest) {
        QTest::newRow(name) << schedule << QString::fromLatin1(after) << QString::fromLatin1(now) << count << QString::fromLatin1(latest);
    };
    row("none", daily({700}), "2026-11-20T07:00:00", "2026-11-21T05:59:59", 0, "never");
    row("one that is now", daily({700}), "2026-11-20T07:00:00", "2026-11-21T06:00:00", 1, "2026-11-21T06:00:00");
    row("a weekend", daily({700, 1900}), "2026-11-20T18:00:00", "2026-11-23T06:30:00", 5, "2026-11-23T06:00:00");
    row("over a change of the clock", daily({230}), "2026-10-24T12:00:00", "2026-10-25T12:00:00", 1, "2026-10-25T00:30:00");
    row("too many to count", cron("* * * * *"), "2026-01-01T00:00:00", "2026-11-23T06:30:30", Schedule::Missed::most, "2026-11-23T06:30:00");
    row("too many, long ago", cron("* * * 1 *"), "2026-01-01T00:00:00", "2026-11-23T06:30:30", Schedule::Missed::most, "2026-01-31T22:59:00");
    row("a clock that went back", daily({700}), "2026-11-23T07:00:00", "2026-11-20T05:00:00", 0, "never");
}

void TestSchedule::countsWhatWasMissed()
{
    QFETCH(Schedule, schedule);
    QFETCH(QString, after);
    QFETCH(QString, now);
    QFETCH(int, count);
    QFETCH(QString, latest);
    const auto missed = schedule.missedBetween(utc(after), utc(now), zone(berlin));
    QCOMPARE(missed.count, count);
    QCOMPARE(text(missed.latest), latest);
}

void TestSchedule::refusesWhatCanNeverRun_data()
{
    QTest::addColumn<Schedule>("schedule");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const Schedule &schedule, const char *error) { QTest::newRow(name) << schedule << QString::fromUtf8(error); };
    const auto week = [](const QList<WeekBlock> &blocks, double between = 0) {
        Schedule schedule;
        schedule.kind = Schedule::Kind::Week;
        schedule.blocks = blocks;
        schedule.between = between;
        return schedule;
    };
    row("no time", daily({}), "Give at least one time of the day, and at most 1440.");
    row("no such time", daily({2400}), "A time of the day lies between 00:00 and 23:59:59.");
    row("no weekday", daily({700}, 0), "No weekday is chosen. Choose at least one.");
    row("no site", atSun(SunEvent::Sunset), "Sunrise and sunset need the place of this site. Enter its latitude and longitude in the settings first.");
    row("far from the sun", atSun(SunEvent::Sunset, 13 * 3'600), "The offset from sunrise or sunset is at most twelve hours.");
    row("too often", every(0), "An interval is between one second and 366 days, in whole seconds.");
    row("an empty week", week({}), "The week has no block. Draw one on a day.");
    row("one over another", week({block(1, 600, 800, 1), block(1, 759, 900, 2)}), "Two blocks of the same day lie over each other. Shorten or delete one.");
    row("backwards", week({block(1, 800, 600, 1)}), "A block of the week must lie within one day, end after it begins and have a number as its value.");
    row("no day", week({block(8, 600, 800, 1)}), "A block of the week must lie within one day, end after it begins and have a number as its value.");
    row("no number", week({block(1, 600, 800, std::nan(""))}),
        "A block of the week must lie within one day, end after it begins and have a number as its value.");
    row("never another value", week({block(1, 600, 800, 17)}, 17),
        "The value never changes in this week. Give the blocks another value than the time between them.");
}

void TestSchedule::refusesWhatCanNeverRun()
{
    QFETCH(Schedule, schedule);
    QFETCH(QString, error);
    const auto valid = schedule.validate({});
    QVERIFY(!valid);
    QCOMPARE(valid.error().text, error);
}

void TestSchedule::isTheSameAfterJson_data()
{
    QTest::addColumn<Schedule>("schedule");
    QTest::newRow("cron") << cron("30 6 * * mon-fri");
    Schedule interval = every(900);
    interval.from = utc(QStringLiteral("2026-11-23T06:00:00"));
    interval.missed = MissedRuns::Run;
    QTest::newRow("interval") << interval;
    Schedule days = daily({630, 2200}, 0b1100000);
    days.missed = MissedRuns::Ask;
    days.times.append(61);
    QTest::newRow("daily") << days;
    QTest::newRow("sun") << atSun(SunEvent::Dusk, -1'800);
    Schedule week = heating();
    week.blocks.append(block(1, 2300, 2400, -1.5));
    QTest::newRow("week") << week;
}

void TestSchedule::isTheSameAfterJson()
{
    QFETCH(Schedule, schedule);
    const auto back = schedulejson::scheduleOf(schedulejson::toJson(schedule));
    QVERIFY2(back.has_value(), back ? "" : qPrintable(back.error().text));
    if (schedule.kind == Schedule::Kind::Interval || schedule.kind == Schedule::Kind::Daily || schedule.kind == Schedule::Kind::Sun)
        QCOMPARE(back->times, schedule.times);
    QVERIFY(*back == schedule);
}

void TestSchedule::refusesWrongJson_data()
{
    QTest::addColumn<QJsonObject>("json");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const QJsonObject &json, const char *error) { QTest::newRow(name) << json << QString::fromUtf8(error); };
    const QString kind = QStringLiteral("kind");
    row("nothing", {}, "A schedule needs a “kind”: cron, interval, daily, sun or week.");
    row("newer", {{QStringLiteral("format"), 2}}, "This schedule was written by a newer Muster.");
    row("day", {{kind, QStringLiteral("daily")}, {QStringLiteral("weekdays"), QJsonArray {QStringLiteral("moon")}}},
        "“moon” is no weekday: write mon, tue, wed, thu, fri, sat or sun.");
    row("time", {{kind, QStringLiteral("daily")}, {QStringLiteral("times"), QJsonArray {QStringLiteral("25:00")}}},
        "“25:00” is no time of the day: write it like 06:30.");
    row("every", {{kind, QStringLiteral("interval")}}, "An interval needs “every”, a number of seconds.");
    row("every, huge", {{kind, QStringLiteral("interval")}, {QStringLiteral("every"), 1e300}}, "An interval needs “every”, a number of seconds.");
    row("event", {{kind, QStringLiteral("sun")}, {QStringLiteral("event"), QStringLiteral("noon")}},
        "“event” is sunrise, sunset, dawn or dusk, and “offset” a number of seconds.");
    row("missed", {{kind, QStringLiteral("daily")}, {QStringLiteral("missed"), QStringLiteral("perhaps")}}, "“missed” is run, skip, ask or all.");
    row("block", {{kind, QStringLiteral("week")}, {QStringLiteral("blocks"), QJsonArray {QJsonObject {}}}},
        "A block of the week needs a day, from, to and a value, such as {\"day\": \"mon\", \"from\": \"06:00\", \"to\": \"08:00\", \"value\": 21}.");
}

void TestSchedule::refusesWrongJson()
{
    QFETCH(QJsonObject, json);
    QFETCH(QString, error);
    const auto read = schedulejson::scheduleOf(json);
    QVERIFY(!read);
    QCOMPARE(read.error().text, error);
}

void TestSchedule::survivesAnyInput()
{
    QRandomGenerator random(7);
    const QString letters = QStringLiteral("0123456789*/-,@ jansuomfri?L\t\u00e9");
    for (int i = 0; i < 20'000; ++i) {
        QString line;
        for (int length = random.bounded(25); length > 0; --length)
            line.append(letters.at(random.bounded(int(letters.size()))));
        if (const auto read = Cron::parse(line); read && i % 16 == 0)
            QVERIFY(read->next(utc(QStringLiteral("2026-03-28T12:00:00")), zone(berlin)) > 0);
    }
    QVERIFY(!Cron::parse(QString(100'000, u'*')));
    const QList<Micros> moments {std::numeric_limits<Micros>::min(), -1, 0, 1LL << 56, std::numeric_limits<Micros>::max()};
    for (const Micros moment : moments)
        for (const Schedule &schedule : {cron("0 0 29 2 *"), daily({230}), every(7), heating(), atSun(SunEvent::Sunset)})
            QVERIFY(schedule.next(moment, zone(berlin), Site {52, 13}) >= 0);
    QCOMPARE(daily({230}).next(utc(QStringLiteral("2026-03-28T12:00:00")), QTimeZone()), 0);
}

QTEST_GUILESS_MAIN(TestSchedule)
#include "tst_schedule.moc"
