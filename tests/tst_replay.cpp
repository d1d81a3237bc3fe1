// A past moment of the fleet over a real history: its values, statuses and texts, and time passing there.

#include "core/dispatcher.h"
#include "core/replay.h"
#include "store/history/history.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace muster;

namespace {

constexpr Micros second = 1'000'000;

} // namespace

class TestReplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsTheLatestValuesOfTheMoment();
    void goesBackAsWellAsForth();
    void silentDevicesAreStaleThen();
    void playingGivesEverySampleOnce();
    void playingEndsAtThePresent();
    void commandsAreRefusedWithTheReason();
    void theLiveFleetIsNotTouched();
    void withoutAnAnswerNothingIsShown();
    void manyMetricsAreAskedInParts();

private:
    [[nodiscard]] double value(Replay &replay, quint32 metric) const { return replay.fleet().metric({metric})->value; }

    QTemporaryDir m_dir;
    std::unique_ptr<Fleet> m_live;
    std::unique_ptr<Past> m_past;
    std::unique_ptr<History> m_history;
    Micros m_start = 0;
};

void TestReplay::init()
{
    m_live = std::make_unique<Fleet>();
    m_past = std::make_unique<Past>();
    m_history.reset();
    m_history = std::make_unique<History>();
    QVERIFY(m_history->open(m_dir.filePath(QStringLiteral("%1.db").arg(QString::fromLatin1(QTest::currentTestFunction())))));
    connect(m_past.get(), &Past::momentAsked, m_history.get(), &History::askMoment, Qt::QueuedConnection);
    connect(m_history.get(), &History::momentReady, m_past.get(), &Past::answerMoment);
    connect(m_history.get(), &History::refused, m_past.get(), &Past::refuse);
    Device pump;
    pump.id = {1};
    pump.connection = {1};
    pump.addresses = {QStringLiteral("mqtt:pump")};
    pump.name = QStringLiteral("Pump");
    pump.presence = Presence::Online;
    pump.metrics = {Metric {.id = {1}, .key = QStringLiteral("pressure")}, Metric {.id = {2}, .key = QStringLiteral("state"), .type = MetricType::Text}};
    pump.commands = {CommandInfo {.key = QStringLiteral("run"), .argument = ArgumentType::None}};
    m_live->announce({pump});
    m_live->adopt({{1}});
    // An hour of a value a second, ended an hour ago; a text every ten minutes.
    m_start = (nowMicros() / second - 7'200) * second;
    SampleBatch batch;
    for (int i = 0; i < 3'600; ++i)
        batch.samples.append({m_start + i * second, double(i), {1}, 0, 0});
    for (int i = 0; i < 6; ++i) {
        batch.texts.append(QStringLiteral("state %1").arg(i));
        batch.samples.append({m_start + i * 600 * second, double(i), {2}, Sample::Text, 0});
    }
    m_history->take(batch);
}

void TestReplay::showsTheLatestValuesOfTheMoment()
{
    Replay replay(*m_live, *m_past, QStringLiteral("past"));
    replay.seek(m_start + 1'234 * second + 500'000);
    QVERIFY(replay.isLoading());
    QTRY_VERIFY(!replay.isLoading());
    QCOMPARE(value(replay, 1), 1'234.0);
    QCOMPARE(replay.fleet().metric({2})->text, QStringLiteral("state 2"));
    QVERIFY2(replay.fleet().metric({1})->series.size() > 500, "there is a trend");
    QCOMPARE(replay.fleet().status({1}), DeviceStatus::Live);
    QVERIFY(replay.fleet().isMember({1}));
    QVERIFY(replay.fleet().isPast());
}

void TestReplay::goesBackAsWellAsForth()
{
    Replay replay(*m_live, *m_past, QStringLiteral("past"));
    for (const int at : {3'000, 100, 2'000, 0, 3'599}) {
        replay.seek(m_start + at * second);
        QTRY_VERIFY(!replay.isLoading());
        QCOMPARE(value(replay, 1), double(at));
        QCOMPARE(replay.fleet().metric({1})->time, m_start + at * second);
    }
    replay.step(-10 * second);
    QTRY_VERIFY(!replay.isLoading());
    QCOMPARE(value(replay, 1), 3'589.0);
    replay.seek(m_start - 3'600 * second);
    QTRY_VERIFY(!replay.isLoading());
    QCOMPARE(replay.fleet().metric({1})->time, 0);
    QCOMPARE(replay.fleet().status({1}), DeviceStatus::Unknown);
}

void TestReplay::silentDevicesAreStaleThen()
{
    Replay replay(*m_live, *m_past, QStringLiteral("past"));
    replay.seek(m_start + 5'000 * second);
    QTRY_VERIFY(!replay.isLoading());
    QCOMPARE(value(replay, 1), 3'599.0);
    QCOMPARE(replay.fleet().status({1}), DeviceStatus::Stale);
}

void TestReplay::playingGivesEverySampleOnce()
{
    Replay replay(*m_live, *m_past, QStringLiteral("past"));
    replay.seek(m_start + 1'000 * second);
    QTRY_VERIFY(!replay.isLoading());
    const auto before = replay.fleet().metric({1})->series.size();
    replay.setSpeed(200);
    replay.play();
    QTRY_VERIFY_WITH_TIMEOUT(replay.time() > m_start + 1'300 * second, 20'000);
    replay.pause();
    QTRY_VERIFY(!replay.isLoading());
    const double last = std::floor(double(replay.time() - m_start) / double(second));
    QCOMPARE(value(replay, 1), last);
    QCOMPARE(replay.fleet().metric({1})->series.size(), before + qsizetype(last) - 1'000);
}

void TestReplay::playingEndsAtThePresent()
{
    Replay replay(*m_live, *m_past, QStringLiteral("past"));
    QSignalSpy playing(&replay, &Replay::playingChanged);
    replay.seek(nowMicros() - 20 * second);
    replay.setSpeed(1'000'000);
    QCOMPARE(replay.speed(), 1'000.0);
    replay.play();
    QTRY_VERIFY_WITH_TIMEOUT(!replay.isPlaying(), 20'000);
    QCOMPARE(playing.size(), 2);
    QVERIFY(replay.time() <= nowMicros());
}

void TestReplay::commandsAreRefusedWithTheReason()
{
    Replay replay(*m_live, *m_past, QStringLiteral("this is the past"));
    Dispatcher dispatcher(replay.fleet());
    const auto sent = dispatcher.submit({.device = {1}, .key = QStringLiteral("run")});
    QVERIFY(!sent);
    QVERIFY(sent.error().text.contains(QStringLiteral("this is the past")));
}

void TestReplay::theLiveFleetIsNotTouched()
{
    Replay replay(*m_live, *m_past, QStringLiteral("past"));
    m_live->observe({{{nowMicros(), 77, {1}, 0, 0}}, {}});
    replay.seek(m_start + 10 * second);
    QTRY_VERIFY(!replay.isLoading());
    QCOMPARE(m_live->metric({1})->value, 77.0);
    QVERIFY(m_live->device({1})->commands.at(0).problem.isEmpty());
    QVERIFY(!m_live->isPast());
    QCOMPARE(m_live->status({1}), DeviceStatus::Live);
}

void TestReplay::withoutAnAnswerNothingIsShown()
{
    m_history->close();
    Replay replay(*m_live, *m_past, QStringLiteral("past"));
    replay.seek(m_start + 10 * second);
    QTRY_VERIFY(!replay.isLoading());
    QCOMPARE(replay.fleet().metric({1})->time, 0);
}

void TestReplay::manyMetricsAreAskedInParts()
{
    Device large;
    large.id = {2};
    large.addresses = {QStringLiteral("mqtt:large")};
    for (quint32 i = 0; i < 1'000; ++i)
        large.metrics.append(Metric {.id = {100 + i}, .key = QString::number(i)});
    m_live->announce({large});
    SampleBatch batch;
    for (quint32 i = 0; i < 1'000; ++i)
        batch.samples.append({m_start, double(i), {100 + i}, 0, 0});
    m_history->take(batch);
    QSignalSpy asked(m_past.get(), &Past::momentAsked);
    Replay replay(*m_live, *m_past, QStringLiteral("past"));
    replay.seek(m_start + 3'600 * second);
    QCOMPARE(asked.size(), 4);
    QTRY_VERIFY(!replay.isLoading());
    for (quint32 i = 0; i < 1'000; ++i)
        QCOMPARE(value(replay, 100 + i), double(i));
}

QTEST_GUILESS_MAIN(TestReplay)
#include "tst_replay.moc"
