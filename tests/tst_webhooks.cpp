// What automations and alarms tell the web: over real sockets to a small server of this test's own, from the step of an automation to the answer in its trace.

#include "app/alarmposts.h"
#include "app/services.h"
#include "app/webhooks.h"
#include "rules/automationwords.h"
#include "tests/support/madeupfleet.h"
#include "tests/support/webserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QPointer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace muster;
using test::answerOf;
using Server = test::WebServer;

namespace {

constexpr int patience = 60'000;

QString problemOf(const QSignalSpy &ended, qsizetype which = 0)
{
    const auto result = ended.at(which).at(1).value<Result<void>>();
    return result ? QString() : result.error().text;
}

/// Alarms of made-up devices that tell an address.
struct Hall
{
    Hall(const QString &postTo, const QString &mailTo, int retry = AlarmPosts::retryMs)
        : posts(fleet, alarms, diagnostics, retry)
    {
        fleet.adopt(support::announceSome(fleet, 250));
        AlarmRule hot;
        hot.name = QStringLiteral("Hot");
        hot.key = QStringLiteral("temperature");
        hot.limit = 30;
        hot.postTo = postTo;
        hot.mailTo = mailTo;
        const Result<AlarmRuleId> added = alarms.add(hot);
        rule = added.value_or(AlarmRuleId());
    }
    void tell(quint32 first, quint32 last, AlarmChange change)
    {
        QList<AlarmNews> news;
        for (quint32 n = first; n <= last; ++n)
            news.append({{rule, support::metricOf({n}, 0)}, {n}, change, nowMicros(), {change == AlarmChange::Raised, false, 0, 0, nowMicros(), 31}});
        alarms.take(news);
    }

    Fleet fleet;
    FleetColumns columns {fleet};
    Alarms alarms {fleet, columns};
    Diagnostics diagnostics;
    AlarmPosts posts;
    AlarmRuleId rule {};
};

QJsonArray alarmsOf(const QByteArray &body)
{
    return QJsonDocument::fromJson(body).object().value(QStringLiteral("alarms")).toArray();
}

} // namespace

class TestWebhooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsToldArrivesAsJson();
    void whatFailsIsSaidWithoutTheAddress_data();
    void whatFailsIsSaidWithoutTheAddress();
    void nobodyWaitsForever();
    void aLongAnswerIsCutOff();
    void moreThanCanWaitIsRefusedAndCounted();
    void anEndInTheMiddleIsQuiet();
    void anAutomationTellsTheWeb();
    void aStormOfAlarmsIsOnePost();
    void whatWasNotTakenIsToldAgainWithWhatCame();
    void whatNobodyTakesIsDroppedAndSaid();
    void manyAlarmsAreOneMail();
    void wrongAddressesAreRefused_data();
    void wrongAddressesAreRefused();
};

void TestWebhooks::whatIsToldArrivesAsJson()
{
    Server server(answerOf("204 No Content"));
    QVERIFY(server.isListening);
    Webhooks hooks;
    QSignalSpy ended(&hooks, &Webhooks::ended);
    hooks.post(7, server.address(QStringLiteral("/hook?key=s3cret")), R"({"a":1})");
    QVERIFY(ended.isEmpty()); // never from within
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
    QCOMPARE(problemOf(ended), QString());
    QCOMPARE(ended.first().first().toULongLong(), 7ULL);
    QCOMPARE(server.bodies, QList<QByteArray> {R"({"a":1})"});
    QVERIFY2(server.heads.first().startsWith("POST /hook?key=s3cret HTTP/1.1"), server.heads.first().constData());
    QVERIFY(server.heads.first().toLower().contains("content-type: application/json"));
    QCOMPARE(hooks.told(), 1);
    QCOMPARE(hooks.failed(), 0);
}

void TestWebhooks::whatFailsIsSaidWithoutTheAddress_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("not there") << answerOf("404 Not Found") << "127.0.0.1 refused it (HTTP 404).";
    QTest::newRow("broken") << answerOf("500 Oh", "s3cret") << "127.0.0.1 refused it (HTTP 500).";
    QTest::newRow("a login") << answerOf("401 No", {}, "WWW-Authenticate: Basic realm=\"x\"\r\n") << "127.0.0.1 refused it (HTTP 401).";
    QTest::newRow("elsewhere") << answerOf("302 Found", {}, "Location: http://127.0.0.1:1/s3cret\r\n") << "127.0.0.1 wants to be told at another address (HTTP 302). Write that one.";
    QTest::newRow("no HTTP") << QByteArray("rubbish\r\n\r\n") << "127.0.0.1 could not be reached.";
}

void TestWebhooks::whatFailsIsSaidWithoutTheAddress()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, sentence);
    Server server(answer);
    Webhooks hooks;
    QSignalSpy ended(&hooks, &Webhooks::ended);
    hooks.post(1, server.address(QStringLiteral("/s3cret")), "{}");
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
    QCOMPARE(problemOf(ended), sentence);
    QCOMPARE(hooks.failed(), 1);
}

void TestWebhooks::nobodyWaitsForever()
{
    Server server({});
    Webhooks hooks(50);
    QSignalSpy ended(&hooks, &Webhooks::ended);
    hooks.post(1, server.address(QStringLiteral("/s3cret")), "{}");
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
    QCOMPARE(problemOf(ended), QStringLiteral("127.0.0.1 did not answer in time."));
}

void TestWebhooks::aLongAnswerIsCutOff()
{
    Server server(answerOf("200 OK", QByteArray(8 * 1'024 * 1'024, 'x')));
    Webhooks hooks;
    QSignalSpy ended(&hooks, &Webhooks::ended);
    hooks.post(1, server.address(QStringLiteral("/")), "{}");
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
    QCOMPARE(problemOf(ended), QString()); // it was told
}

void TestWebhooks::moreThanCanWaitIsRefusedAndCounted()
{
    Server server({});
    Webhooks hooks;
    QSignalSpy ended(&hooks, &Webhooks::ended);
    for (int i = 0; i < int(Webhooks::mostWaiting) + 3; ++i)
        hooks.post(quint64(i), server.address(QStringLiteral("/s3cret")), "{}");
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 3, patience);
    QCOMPARE(problemOf(ended), QStringLiteral("127.0.0.1 was not told: 200 messages to the web are waiting already."));
    QCOMPARE(hooks.failed(), 3);
    QTRY_COMPARE_WITH_TIMEOUT(server.connections, Webhooks::atOnce, patience);
}

void TestWebhooks::anEndInTheMiddleIsQuiet()
{
    Server server({});
    {
        Webhooks hooks;
        hooks.post(1, server.address(QStringLiteral("/")), "{}");
        QTRY_COMPARE_WITH_TIMEOUT(server.connections, 1, patience);
    }
    QCoreApplication::processEvents();
}

void TestWebhooks::anAutomationTellsTheWeb()
{
    Server server(answerOf("500 Not now"));
    QTemporaryDir folder;
    Options options;
    options.data = folder.path();
    Services services(options);
    QVERIFY(services.start());
    QSignalSpy noticed(&services.automations(), &Automations::noticed);
    const QByteArray json = R"({"automation":1,"name":"Tell","when":[{"type":"manual"}],"then":[{"type":"webhook","url":")" + server.address(QStringLiteral("/hook?key=s3cret")).toUtf8()
        + R"(","text":"from {rule}"}],"retries":1,"retryAfter":0.01})";
    const Result<Automation> rule = automationjson::ruleOf(QJsonDocument::fromJson(json).object());
    QVERIFY2(rule, rule ? "" : qPrintable(rule.error().text));
    QVERIFY(!automationwords::sentence(*rule, services.fleet()).contains(QStringLiteral("s3cret")));
    const Result<AutomationId> id = services.automations().add(*rule);
    QVERIFY2(id, id ? "" : qPrintable(id.error().text));
    QVERIFY(services.automations().runNow(*id));
    QTRY_COMPARE_WITH_TIMEOUT(services.automations().runs(*id).first()->state, AutomationRun::State::Failed, patience);
    QCOMPARE(server.bodies.size(), 2); // once more, as it was asked
    server.answer = answerOf("200 OK");
    QVERIFY(services.automations().runNow(*id));
    QTRY_COMPARE_WITH_TIMEOUT(services.automations().runs(*id).first()->state, AutomationRun::State::Done, patience);
    const QJsonObject told = QJsonDocument::fromJson(server.bodies.last()).object();
    QCOMPARE(told.value(QStringLiteral("automation")).toString(), QStringLiteral("Tell"));
    QCOMPARE(told.value(QStringLiteral("text")).toString(), QStringLiteral("from Tell"));
    QVERIFY(QDateTime::fromString(told.value(QStringLiteral("time")).toString(), Qt::ISODateWithMs).isValid());
    QStringList all;
    const QList<const AutomationRun *> runs = services.automations().runs(*id);
    for (const AutomationRun *run : runs)
        for (const TraceLine &line : run->trace)
            all.append(line.text);
    for (const QList<QVariant> &one : std::as_const(noticed))
        all.append(one.at(1).toString());
    const QString said = all.join(u'\n');
    QVERIFY2(said.contains(QStringLiteral("127.0.0.1 refused it (HTTP 500).")), qPrintable(said));
    QVERIFY2(!said.contains(QStringLiteral("s3cret")) && !said.contains(QStringLiteral("hook?")), qPrintable(said));
}

void TestWebhooks::aStormOfAlarmsIsOnePost()
{
    Server server(answerOf("200 OK"));
    Hall hall(server.address(QStringLiteral("/hook?key=s3cret")), {});
    QVERIFY(hall.rule.isValid());
    hall.tell(1, 250, AlarmChange::Raised);
    QTRY_COMPARE_WITH_TIMEOUT(server.bodies.size(), 1, patience);
    const QJsonArray listed = alarmsOf(server.bodies.first());
    QCOMPARE(listed.size(), AlarmPosts::mostListed);
    QCOMPARE(QJsonDocument::fromJson(server.bodies.first()).object().value(QStringLiteral("more")).toInt(), 150);
    const QJsonObject first = listed.first().toObject();
    QVERIFY(QDateTime::fromString(first.value(QStringLiteral("time")).toString(), Qt::ISODateWithMs).isValid());
    const QList<std::pair<const char *, QJsonValue>> expected {{"event", QStringLiteral("raised")}, {"alarm", QStringLiteral("Hot")}, {"severity", QStringLiteral("major")},
        {"device", QStringLiteral("Device 1")}, {"address", QStringLiteral("mqtt:made-up/1")}, {"metric", QStringLiteral("temperature")}, {"value", 31}, {"unit", QStringLiteral("°C")}};
    for (const auto &[name, value] : expected)
        QCOMPARE(first.value(QLatin1StringView(name)), value);
    hall.tell(7, 7, AlarmChange::Cleared);
    QTRY_COMPARE_WITH_TIMEOUT(server.bodies.size(), 2, patience);
    QCOMPARE(alarmsOf(server.bodies.last()).size(), 1);
    QCOMPARE(alarmsOf(server.bodies.last()).first().toObject().value(QStringLiteral("event")).toString(), QStringLiteral("cleared"));
    QVERIFY(!QJsonDocument::fromJson(server.bodies.last()).object().contains(QStringLiteral("more")));
    QTRY_COMPARE_WITH_TIMEOUT(hall.posts.told(), 2, patience);
    // What an automation raised says it in its own words.
    AlarmRule told = *hall.alarms.rule(hall.rule);
    told.test = AlarmRule::Test::Told;
    told.name = QStringLiteral("Pump dry");
    QVERIFY(hall.alarms.add(told));
    QVERIFY(hall.alarms.raise(QStringLiteral("Pump dry"), AlarmSeverity::Minor, {9}, QStringLiteral("It hums")));
    QTRY_COMPARE_WITH_TIMEOUT(server.bodies.size(), 3, patience);
    const QJsonObject said = alarmsOf(server.bodies.last()).first().toObject();
    QCOMPARE(said.value(QStringLiteral("text")).toString(), QStringLiteral("It hums"));
    QCOMPARE(said.value(QStringLiteral("device")).toString(), QStringLiteral("Device 9"));
    QVERIFY(!said.contains(QStringLiteral("metric")) && !said.contains(QStringLiteral("value")));
    QTRY_COMPARE_WITH_TIMEOUT(hall.posts.told(), 3, patience);
    QVERIFY(hall.diagnostics.notices().empty());
}

void TestWebhooks::whatWasNotTakenIsToldAgainWithWhatCame()
{
    Server server(answerOf("500 Not now"));
    Hall hall(server.address(QStringLiteral("/hook")), {}, 300);
    hall.tell(1, 1, AlarmChange::Raised);
    QTRY_COMPARE_WITH_TIMEOUT(server.bodies.size(), 1, patience);
    server.answer = answerOf("200 OK");
    hall.tell(2, 2, AlarmChange::Raised);
    QTRY_COMPARE_WITH_TIMEOUT(server.bodies.size(), 2, patience);
    const QJsonArray listed = alarmsOf(server.bodies.last());
    QCOMPARE(listed.size(), 2);
    QCOMPARE(listed.first().toObject().value(QStringLiteral("device")).toString(), QStringLiteral("Device 1")); // in order
    QTRY_COMPARE_WITH_TIMEOUT(hall.posts.told(), 1, patience);
    QVERIFY(hall.diagnostics.notices().empty());
}

void TestWebhooks::whatNobodyTakesIsDroppedAndSaid()
{
    Server server(answerOf("404 Not Found"));
    Hall hall(server.address(QStringLiteral("/hook?key=s3cret")), {}, 20);
    hall.tell(1, 1, AlarmChange::Raised);
    QTRY_COMPARE_WITH_TIMEOUT(hall.diagnostics.notices().size(), size_t(1), patience);
    QCOMPARE(server.bodies.size(), AlarmPosts::tries);
    QCOMPARE(hall.posts.failed(), AlarmPosts::tries);
    QCOMPARE(hall.diagnostics.notices().front().text, QStringLiteral("127.0.0.1 refused it (HTTP 404). What became of alarms was not told there."));
    server.answer = answerOf("200 OK");
    hall.tell(2, 2, AlarmChange::Raised);
    QTRY_COMPARE_WITH_TIMEOUT(hall.posts.told(), 1, patience);
    QCOMPARE(alarmsOf(server.bodies.last()).size(), 1); // without what was dropped
}

void TestWebhooks::manyAlarmsAreOneMail()
{
    Hall hall({}, QStringLiteral("ops@example.org"), 20);
    QSignalSpy wanted(&hall.posts, &AlarmPosts::mailWanted);
    hall.tell(1, 1, AlarmChange::Raised);
    QTRY_COMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().at(0).toString(), QStringLiteral("ops@example.org"));
    QCOMPARE(wanted.first().at(1).toString(), QStringLiteral("Device 1: Hot"));
    QVERIFY(wanted.first().at(2).toString().contains(QStringLiteral("Raised: Device 1, Hot, 31")));
    hall.tell(2, 250, AlarmChange::Raised);
    QTest::qWait(200);
    QCOMPARE(wanted.size(), 1); // the next one in a minute
    Hall other({}, QStringLiteral("ops@example.org"), 20);
    QSignalSpy storm(&other.posts, &AlarmPosts::mailWanted);
    other.tell(1, 250, AlarmChange::Raised);
    QTRY_COMPARE(storm.size(), 1);
    QCOMPARE(storm.first().at(1).toString(), QStringLiteral("250 change(s) of alarms"));
    QCOMPARE(storm.first().at(2).toString().count(u'\n'), AlarmPosts::mostListed);
}

void TestWebhooks::wrongAddressesAreRefused_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("none") << "";
    QTest::newRow("no scheme") << "example.org/hook";
    QTest::newRow("a file") << "file:///etc/passwd";
    QTest::newRow("no host") << "https:///hook";
    QTest::newRow("a space") << "https://exa mple.org/";
    QTest::newRow("too long") << QStringLiteral("https://example.org/").leftJustified(RuleStep::maxUrl + 1, QLatin1Char('x'));
}

void TestWebhooks::wrongAddressesAreRefused()
{
    QFETCH(QString, url);
    Automation rule;
    rule.name = QStringLiteral("x");
    rule.triggers.append(Trigger());
    rule.triggers.first().type = Trigger::Type::Manual;
    rule.steps.append(RuleStep());
    rule.steps.first().type = RuleStep::Type::Webhook;
    rule.steps.first().key = url;
    const Result<void> valid = rule.validate();
    QVERIFY(!valid);
    QCOMPARE(valid.error().text, QStringLiteral("A webhook needs a web address, such as https://example.org/hook."));
    rule.steps.first().key = QStringLiteral("https://example.org/hook?key=1");
    QVERIFY(rule.validate());
}

QTEST_GUILESS_MAIN(TestWebhooks)
#include "tst_webhooks.moc"
