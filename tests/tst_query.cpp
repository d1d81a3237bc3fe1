// The fleet query language: what it accepts, what it says about the rest, and that its columns answer as a slow look at the fleet would.

#include "query/completion.h"
#include "query/fields.h"
#include "query/fleetcolumns.h"
#include "query/literals.h"
#include "query/livequery.h"
#include "query/predicate.h"
#include "query/query.h"

#include "tests/support/smallfleet.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace muster;
using namespace muster::test;

class TestQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void devicesAreFound_data();
    void devicesAreFound();
    void mistakesAreNamed_data();
    void mistakesAreNamed();
    void doubtsAreTold_data();
    void doubtsAreTold();
    void wordsAreCompleted_data();
    void wordsAreCompleted();
    void acceptedCompletionsParse();
    void orderIsAsAsked_data();
    void orderIsAsAsked();
    void globsMatchAsSlowOnes();
    void regexesMatchAsSlowOnes();
    void versionsCompareByNumber();

    void hostileTextIsBounded_data();
    void hostileTextIsBounded();
    void regexBombGivesUpAndSaysSo();
    void randomTextNeverBreaks();
};

void TestQuery::devicesAreFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("ids");
    const auto row = [](const char *text, const char *ids) { QTest::newRow(qPrintable(latin(text))) << latin(text) << latin(ids); };
    // Everything and bare words
    row("", "1 2 3 4 5 6 7");
    row("   ", "1 2 3 4 5 6 7");
    row("*", "1 2 3 4 5 6 7");
    row("pump", "1 2");
    row("PUMP", "1 2");
    row("ump nor", "1");
    row("\"ump nor\"", "1");
    row("\"nor ump\"", "");
    row("aquapump", "1 2");
    row("grundfos", "1");
    row("roof", "1 2");
    row("plant/pump1", "1");
    row("AA:BB:CC:DD:EE:FF", "2");
    row("aa:bb:cc", "2");
    row("serial", "6");
    row("0403", "6");
    row("straße", "5");
    row("STRAßE", "5");
    row("übergabe", "5");
    row("ÜBERGABE", "5");
    row("nothing", "");
    row("lamp 2", "3");
    row("lamp*", "3 4");
    row("*mp\\ ?", "3");
    row("lamp\\ ?", "3");
    row("?bergabe*", "5");
    row("100%", "7");
    row("\\*", "7");
    row("\"*\"", "7");
    row("*\\*", "7");
    row("/^pump (n|s)/", "1 2");
    row("/lamp \\d{2}$/", "4");
    row("/home\\/lamp/", "3 4");
    row("\"a b\"", "");
    row("or", "1 7");
    row("\"say \\\"hi\\\"\"", "");
    // Operators
    row("pump AND north", "1");
    row("pump north", "1");
    row("pump OR lamp", "1 2 3 4");
    row("north OR south lamp", "1");
    row("(north OR south) pump", "1 2");
    row("NOT pump", "3 4 5 6 7");
    row("-pump", "3 4 5 6 7");
    row("- pump", "");
    row("pump -north", "2");
    row("pump NOT north", "2");
    row("pump AND NOT north", "2");
    row("NOT NOT pump", "1 2");
    row("--pump", "1 2");
    row("NOT (pump OR lamp)", "5 6 7");
    row("-(pump OR lamp)", "5 6 7");
    row("(pump)", "1 2");
    row("((pump))", "1 2");
    row("(pump)(north)", "1");
    row("pump OR lamp OR sensor", "1 2 3 4 7");
    row("pump AND north OR lamp AND 10", "1 4");
    row("NOT lamp AND NOT pump", "5 6 7");
    row("- OR pump", "1 2");
    // Texts
    row("name:pump", "1 2");
    row("name:\"pump north\"", "1");
    row("name=pump", "");
    row("name=\"pump north\"", "1");
    row("name:pump*", "1 2");
    row("name:p?mp*", "1 2");
    row("name:*2", "3");
    row("name:/^lamp/", "3 4");
    row("name:(north OR south)", "1 2");
    row("name:(pump -north)", "2");
    row("name:*", "1 2 3 4 5 6 7");
    row("name:\"*\"", "7");
    row("name: pump", "1 2");
    row("name!=\"lamp 2\"", "1 2 4 5 6 7");
    row("address:aa:bb", "2");
    row("address=mac:aa:bb:cc:dd:ee:ff", "2");
    row("address:mqtt*", "1 3 4 5");
    row("address:/^ble:/", "2");
    row("model:aqua", "1 2");
    row("model=aquapump", "");
    row("model:*300", "1");
    row("model:*", "1 2");
    row("-model:*", "3 4 5 6 7");
    row("manufacturer:grund", "1");
    row("make:grundfos", "1");
    row("tag:roof", "1 2");
    row("tag:roo", "");
    row("tag:roo*", "1 2");
    row("tags:critical", "1");
    row("tag:(roof -critical)", "2");
    row("tag:\"spare part\"", "3");
    row("tag:spare\\ part", "3");
    row("tag:büro", "5");
    row("tag:/o{2}/", "1 2");
    row("-tag:*", "4 6 7");
    row("tag!=roof", "3 4 5 6 7");
    row("group:cellar", "1");
    row("group:plant", "1 3");
    row("group:plant/cellar", "1");
    row("group:*", "1 3");
    row("group:none", "");
    row("firmware:1.9", "1");
    row("firmware<1.10", "1");
    row("firmware>=1.10", "2 5");
    row("firmware:[1.9 TO 1.10]", "1 2");
    row("firmware:{1.9 TO 2.0}", "2");
    row("firmware:2*", "5");
    row("firmware>1.9", "2 5");
    row("link:workshop", "1 2 3 4 5 7");
    row("backend:mqtt", "1 2 3 4 5 7");
    row("attr.hardware:\"rev b\"", "1");
    row("attr.hardware:*", "1");
    row("attr.colour:red", "");
    row("-attr.colour:*", "1 2 3 4 5 6 7");
    // Words
    row("status:live", "1 3 7");
    row("status:online", "1 3 7");
    row("status:LIVE", "1 3 7");
    row("status:offline", "2");
    row("status:silent", "5");
    row("status:(stale OR offline)", "2 5");
    row("status:unknown", "4 6");
    row("-status:live", "2 4 5 6");
    row("status:*", "1 2 3 4 5 6 7");
    row("status:o*", "2");
    row("status:/^(live|stale)$/", "1 3 5 7");
    row("status!=live", "2 4 5 6");
    row("status=offline", "2");
    row("kind:m2m", "2 6");
    row("kind:IoT", "1 3 4 5 7");
    row("alarm:active", "");
    row("severity>=major", "");
    row("severity:[minor TO critical]", "");
    row("-alarm:*", "1 2 3 4 5 6 7");
    // Numbers
    row("id:3", "3");
    row("id<3", "1 2");
    row("id:(1 OR 7)", "1 7");
    row("id:[2 TO 4}", "2 3");
    row("battery:80", "1");
    row("battery<20", "2");
    row("battery < 20", "2");
    row("battery:<20", "2");
    row("battery<=15", "2");
    row("battery>15", "1");
    row("battery>=15", "1 2");
    row("battery:*", "1 2");
    row("battery:[15 TO 80]", "1 2");
    row("battery:{15 TO 80]", "1");
    row("battery:[15 TO 80}", "2");
    row("battery:{15 TO 80}", "");
    row("battery:[* TO 20]", "2");
    row("battery:[20 TO *]", "1");
    row("battery:[* TO *]", "1 2");
    row("battery:[15 to 80]", "1 2");
    row("battery<20%", "2");
    row("battery<20V", "");
    row("signal>-80", "2");
    row("signal:-70", "2");
    row("signal:[-75 TO -65]", "2");
    row("charge:80", "1");
    row("rssi:-70", "2");
    row("temperature:21.5", "1");
    row("temperature>20", "1 5");
    row("TEMPERATURE>20", "1 5");
    row("temperature<0", "2");
    row("temperature:-5", "2");
    row("temperature:(-5 OR 80)", "2 5");
    row("temperature:(>0 -80)", "");
    row("temperature:(>0 NOT 80)", "1");
    row("temperature>20°C", "1 5");
    row("temperature>20C", "1 5");
    row("temperature>-20°F", "2");
    row("temperature>2e1", "1 5");
    row("temperature>.5", "1 5");
    row("temperature:*", "1 2 5");
    row("temperature:warm", "");
    row("energy.power>=2000W", "5");
    row("energy.power>=2kW", "");
    row("\"room temp\">18", "7");
    row("\"room temp\":19", "7");
    row("metric.status:3", "5");
    row("\"status\":3", "5");
    row("metric.temperature:80", "5");
    row("missing>3", "");
    row("-missing>3", "1 2 3 4 5 6 7");
    // Booleans, enumerations, texts
    row("power:on", "1");
    row("power:off", "2");
    row("power:true", "1");
    row("power:no", "2");
    row("power:1", "1");
    row("power=0", "2");
    row("power:*", "1 2");
    row("door:open", "3");
    row("door:OPEN", "3");
    row("door:closed", "");
    row("door:on", "3");
    row("door:op*", "3");
    row("mode:eco", "1");
    row("mode:ECO", "1");
    row("mode:(eco OR boost)", "1");
    row("mode!=eco", "2 3 4 5 6 7");
    row("mode:e*", "1");
    row("mode:/c/", "1");
    row("mode:1", "");
    row("state:ready", "3");
    row("state:read", "");
    row("state:re?dy", "3");
    row("level:42", "7");
    row("level>41", "7");
    row("level:[40 TO 42}", "");
    // Time
    row("lastSeen<1m", "1");
    row("lastseen>1m", "2 3");
    row("lastSeen>1h", "2");
    row("lastSeen>1h1m", "");
    row("lastSeen>59m30s", "2");
    row("lastSeen:[1m TO 1.5h]", "2 3");
    row("lastSeen:*", "1 2 3");
    row("-lastSeen:*", "4 5 6 7");
    row("lastSeen>5m OR -lastSeen:*", "2 4 5 6 7");
    // Order and limit do not choose
    row("sort:name pump", "1 2");
    row("pump limit:1", "1 2");
    row("pump OR lamp sort:-name", "1 2 3 4");
}

void TestQuery::devicesAreFound()
{
    QFETCH(QString, text);
    QFETCH(QString, ids);
    SmallFleet small;
    FleetColumns columns(small.fleet, &small.connections);
    const ParsedQuery query = parseQuery(text);
    QVERIFY2(query, qPrintable(query ? QString() : query.error().describe()));
    Predicate predicate(*query, columns);
    const Micros now = small.now + SmallFleet::second / 2;
    QCOMPARE(small.ids(predicate.evaluate(columns.present(), now)), ids);
    Bits single(columns.rows());
    for (Row row = 0; row < columns.rows(); ++row)
        single.set(row, query->matches(columns, {row}, now));
    QCOMPARE(small.ids(single), ids);
}

void TestQuery::mistakesAreNamed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("column");
    QTest::addColumn<int>("length");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("suggestion");
    const auto row = [](const char *text, int column, int length, const char *message, const char *suggestion = "") {
        QTest::newRow(qPrintable(latin(text))) << latin(text) << column << length << latin(message) << latin(suggestion);
    };
    row("status:offlin", 0, 13, "“status” can be unknown, live, stale, offline, but not “offlin”.", "status:offline");
    row("pump STATUS:onlin", 5, 12, "“status” can be unknown, live, stale, offline, but not “onlin”.", "status:online");
    row("status:broken", 7, 6, "“status” can be unknown, live, stale, offline, but not “broken”.");
    row("status:x*", 7, 2, "“status” can be unknown, live, stale, offline, but not “x*”.");
    row("kind:m2n", 0, 8, "“kind” can be m2m, iot, but not “m2n”.", "kind:m2m");
    row("severity>=majr", 0, 14, "“severity” can be info, warning, minor, major, critical, but not “majr”.", "severity:major");
    row("alarm:activ", 0, 11, "“alarm” can be active, cleared, acked, unacked, shelved, but not “activ”.", "alarm:active");
    row("status>live", 0, 11, "“status” has no order: it cannot be compared with < or >, nor have a range.");
    row("name<b", 0, 6, "“name” has no order: it cannot be compared with < or >, nor have a range.");
    row("tag:[a TO b]", 0, 12, "“tag” has no order: it cannot be compared with < or >, nor have a range.");
    row("battery:low", 8, 3, "“low” is no number.");
    row("battery<", 8, 0, "A value is missing behind “battery<”.");
    row("battery:", 8, 0, "A value is missing behind “battery”.");
    row("battery>=  ", 9, 0, "A value is missing behind “battery>=”.");
    row("attr.x:", 7, 0, "A value is missing behind “attr.x”.");
    row("battery:/8/", 8, 3, "“battery” is a number; a regular expression finds texts.");
    row("battery:8*", 8, 2, "“8*” is no number.");
    row("temperature>warm", 12, 4, "“warm” is no number.");
    row("temperature:[1 TO b]", 18, 1, "“b” is no number.");
    row("temperature:[80 TO 75]", 0, 22, "The range begins behind its end.", "temperature:[75 TO 80]");
    row("temperature:[75 80]", 12, 6, "A range is written as [10 TO 20].");
    row("temperature:[75 TO ]", 12, 7, "A range is written as [10 TO 20].");
    row("temperature:[]", 12, 1, "A range is written as [10 TO 20].");
    row("temperature:[75 TO 80", 12, 9, "The range is not closed by ] or }.");
    row("temperature:[75 TO 80)", 12, 9, "The range is not closed by ] or }.");
    row("[75 TO 80]", 0, 1, "A range needs a field in front of it, such as battery:[10 TO 20].");
    row("<5", 0, 1, "A comparison needs a field in front of it, such as battery<20.");
    row("pump >=5 x", 0, 0, "", "");
    row(":offline", 0, 1, "A field name is missing in front of the colon.");
    row("na*e:x", 0, 4, "A field name has no wildcards.");
    row("lastSeen>5", 9, 1, "“5” is no duration such as 30s, 5m, 2h or 7d.", "5m");
    row("lastSeen>soon", 9, 4, "“soon” is no duration such as 30s, 5m, 2h or 7d.");
    row("lastSeen:5m", 0, 11, "“lastSeen” is compared with < or >.", "lastSeen<5m");
    row("name:\"pump", 5, 5, "The quotation mark is not closed.", "\"pump\"");
    row("\"", 0, 1, "The quotation mark is not closed.", "\"\"");
    row("name:\"\"", 5, 2, "There is nothing between these quotation marks.");
    row("(pump", 0, 1, "This parenthesis is not closed.");
    row("(pump (lamp)", 0, 1, "This parenthesis is not closed.");
    row("pump)", 4, 1, "This parenthesis closes one that was never opened.");
    row("()", 0, 2, "There is nothing between these parentheses.");
    row("tag:( )", 4, 3, "There is nothing between these parentheses.");
    row("pump]", 4, 1, "“]” has no meaning here. Put quotation marks around a text that has it.");
    row("a } b", 2, 1, "“}” has no meaning here. Put quotation marks around a text that has it.");
    row("OR pump", 0, 2, "OR needs a term in front of it.");
    row("pump OR", 5, 2, "OR needs a term behind it.");
    row("pump OR OR lamp", 5, 2, "OR needs a term behind it.");
    row("pump OR sort:name", 5, 2, "OR needs a term behind it.");
    row("AND pump", 0, 3, "AND needs a term in front of it.");
    row("pump AND", 5, 3, "AND needs a term behind it.");
    row("pump AND OR x", 5, 3, "AND needs a term behind it.");
    row("(pump AND)", 6, 3, "AND needs a term behind it.");
    row("NOT", 0, 3, "NOT needs a term behind it.");
    row("pump NOT )", 5, 3, "NOT needs a term behind it.");
    row("-sort:name", 1, 9, "sort: and limit: stand on their own, outside of parentheses, OR and NOT.");
    row("(limit:5)", 1, 7, "sort: and limit: stand on their own, outside of parentheses, OR and NOT.");
    row("sort:", 0, 5, "sort: wants a field, such as sort:-battery.");
    row("sort:-", 0, 6, "sort: wants a field, such as sort:-battery.");
    row("sort:a,b,c,d,e", 0, 14, "These are too many fields to sort by; 4 are possible.");
    row("limit:0", 0, 7, "limit: wants a whole number from 1 to 1000000.");
    row("limit:many", 0, 10, "limit: wants a whole number from 1 to 1000000.");
    row("limit:99999999999", 0, 17, "limit: wants a whole number from 1 to 1000000.");
    row("name:/a(b/", 9, 1, "The regular expression is not valid: missing closing parenthesis.");
    row("/[z/", 3, 1, "The regular expression is not valid: missing terminating ] for character class.");
    row("/*a/", 1, 1, "The regular expression is not valid: quantifier does not follow a repeatable item.");
    row("/(*NO_JIT)a/", 1, 1, "The regular expression is not valid: (*VERB) not recognized or malformed.");
    row("name:/abc", 5, 4, "The regular expression is not closed by a slash.", "/abc/");
    row("//", 0, 2, "The regular expression is empty. Put quotation marks around a text that begins with a slash.");
    row("/home/lamp", 6, 1, "A regular expression ends at its second slash. Write \\/ for a slash inside, or quotation marks around a text with slashes.");
}

void TestQuery::mistakesAreNamed()
{
    QFETCH(QString, text);
    QFETCH(int, column);
    QFETCH(int, length);
    QFETCH(QString, message);
    QFETCH(QString, suggestion);
    const ParsedQuery query = parseQuery(text);
    if (message.isEmpty()) { // the field may stand apart from its operator
        QVERIFY(query.has_value());
        return;
    }
    QVERIFY(!query.has_value());
    const QueryError &error = query.error();
    QCOMPARE(error.text, message);
    QCOMPARE(error.suggestion, suggestion);
    QCOMPARE(error.column, column);
    QCOMPARE(error.length, length);
    QVERIFY(error.column + error.length <= text.size());
    QVERIFY(suggestion.isEmpty() || error.describe().endsWith(QStringLiteral("Did you mean %1?").arg(suggestion)));
}

void TestQuery::doubtsAreTold_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("suggestions");
    const auto row = [](const char *text, const QStringList &suggestions) { QTest::newRow(text) << latin(text) << suggestions; };
    row("offline", {latin("status:offline")});
    row("pump online", {latin("status:online")});
    row("\"offline\"", {});
    row("pump or lamp", {latin("OR")});
    row("temprature>5", {latin("temperature>5")});
    row("staus:offline", {latin("status:offline")});
    row("temperature>5 pump", {});
    row("mqtt:home/lamp2", {latin("\"mqtt:home/lamp2\"")});
    row("nonsense>5", {QString()});
}

void TestQuery::doubtsAreTold()
{
    QFETCH(QString, text);
    QFETCH(QStringList, suggestions);
    SmallFleet small;
    FleetColumns columns(small.fleet, &small.connections);
    const ParsedQuery query = parseQuery(text);
    QVERIFY(query.has_value());
    QStringList told;
    const QList<QueryError> doubts = query->doubts(columns.vocabulary());
    for (const QueryError &doubt : doubts)
        told.append(doubt.suggestion);
    QCOMPARE(told, suggestions);
}

void TestQuery::wordsAreCompleted_data()
{
    QTest::addColumn<QString>("text");   // | is the cursor
    QTest::addColumn<QString>("result"); // of accepting the first candidate; empty: nothing is offered
    const auto row = [](const char *text, const char *result) { QTest::newRow(text) << latin(text) << latin(result); };
    row("sta|", "status:");
    row("stat| pump", "status: pump");
    row("st|at pump", "status: pump");
    row("status:of|", "status:offline");
    row("status:|", "status:unknown");
    row("status: of|", "status: offline");
    row("-status:of|", "-status:offline");
    row("-sta|", "-status:");
    row("pump (sta|", "pump (status:");
    row("status:(live OR o|)", "status:(live OR offline)");
    row("tag:(roof -cri|)", "tag:(roof -critical)");
    row("tag:sp|", "tag:\"spare part\"");
    row("tag:\"sp|\"", "tag:\"spare part\"");
    row("tag:part|", "tag:\"spare part\"");
    row("group:cel|", "group:Cellar");
    row("temp|", "temperature:");
    row("room|", "\"room temp\":");
    row("ener|", "energy.power:");
    row("severity>=cri|", "severity>=critical");
    row("firmware:1.1|", "firmware:1.10");
    row("link:work|", "link:Workshop");
    row("sort:-bat|", "sort:-battery");
    row("sort:name,-temp|", "sort:name,-temperature");
    row("attr.h|", "attr.hardware:");
    row("battery:8|", "");
    row("name:/sta|", "");
    row("limit:1|", "");
    row("zzz|", "");
}

void TestQuery::wordsAreCompleted()
{
    QFETCH(QString, text);
    QFETCH(QString, result);
    SmallFleet small;
    FleetColumns columns(small.fleet, &small.connections);
    const qsizetype cursor = text.indexOf(u'|');
    text.remove(cursor, 1);
    const QList<Completion> found = complete(text, cursor, columns.vocabulary());
    QCOMPARE(found.isEmpty(), result.isEmpty());
    if (found.isEmpty())
        return;
    const Completion &first = found.front();
    QCOMPARE(text.replace(first.column, first.length, first.text), result);
    QCOMPARE(first.isField, first.text.endsWith(u':'));
}

void TestQuery::acceptedCompletionsParse()
{
    SmallFleet small;
    FleetColumns columns(small.fleet, &small.connections);
    for (const char *start : {"", "s", "tag:", "group:", "model:", "firmware:", "link:", "backend:", "kind:", "alarm:", "severity:", "manufacturer:"}) {
        const QString text = latin(start);
        const QList<Completion> found = complete(text, text.size(), columns.vocabulary(), 100);
        QVERIFY2(!found.isEmpty(), start);
        for (const Completion &each : found) {
            QString whole = QString(text).replace(each.column, each.length, each.text);
            if (each.isField)
                whole += each.text == QLatin1StringView("limit:")  ? QLatin1StringView("1")
                         : each.text == QLatin1StringView("sort:") ? QLatin1StringView("name")
                                                                   : QLatin1StringView("*");
            const ParsedQuery query = parseQuery(whole);
            QVERIFY2(query, qPrintable(whole));
            QVERIFY2(query->doubts(columns.vocabulary()).isEmpty(), qPrintable(whole));
        }
    }
    QVERIFY(complete(QString(), 0, columns.vocabulary(), 5).size() == 5);
    QVERIFY(complete(latin("name"), -5, {}).size() > 1);
    QVERIFY(complete(latin("name"), 500, {}).isEmpty());
}

void TestQuery::orderIsAsAsked_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("ids");
    const auto row = [](const char *text, const char *ids) { QTest::newRow(text) << latin(text) << latin(ids); };
    row("", "1 2 3 4 5 6 7");
    row("sort:name", "3 4 1 2 7 6 5");
    row("sort:-name", "5 6 7 2 1 4 3");
    row("sort:temperature", "2 1 5 3 4 6 7");
    row("sort:-temperature", "5 1 2 3 4 6 7");
    row("sort:-temperature limit:2", "5 1");
    row("sort:firmware limit:3", "1 2 5");
    row("sort:kind,-name", "6 2 5 7 1 4 3");
    row("sort:status,id", "4 6 1 3 7 5 2");
    row("sort:lastSeen limit:3", "1 3 2");
    row("sort:-lastSeen limit:3", "2 3 1");
    row("sort:-id limit:2", "7 6");
    row("limit:3", "1 2 3");
    row("pump sort:-battery", "1 2");
    row("sort:nothing limit:2", "1 2");
    row("sort:\"room temp\" limit:1", "7");
    row("sort:tag,name limit:4", "5 2 1 3");
    row("sort:attr.hardware limit:2", "1 2");
    row("sort:mode limit:1", "1");
}

void TestQuery::orderIsAsAsked()
{
    QFETCH(QString, text);
    QFETCH(QString, ids);
    SmallFleet small;
    FleetColumns columns(small.fleet, &small.connections);
    LiveQuery live(columns, LiveQuery::Scope::All);
    const ParsedQuery query = parseQuery(text);
    QVERIFY(query.has_value());
    live.setQuery(*query);
    QStringList found;
    const QList<DeviceId> devices = live.devices();
    for (const DeviceId id : devices)
        found.append(QString::number(id.n));
    QCOMPARE(found.join(u' '), ids);
    QCOMPARE(live.count(), devices.size());
}

void TestQuery::globsMatchAsSlowOnes()
{
    const QString letters = latin("ab?*ü");
    QRandomGenerator random(1);
    for (int i = 0; i < 20'000; ++i) {
        QString pattern;
        QString text;
        for (int n = random.bounded(8); n > 0; --n)
            pattern += letters[random.bounded(5)];
        for (int n = 1 + random.bounded(8); n > 0; --n)
            text += latin("abü")[random.bounded(3)];
        QString regex = QRegularExpression::escape(pattern);
        regex.replace(latin("\\*"), latin(".*")).replace(latin("\\?"), latin("."));
        const bool slow = QRegularExpression(QRegularExpression::anchoredPattern(regex)).match(text).hasMatch();
        TextTest test(Term::Match::Glob, pattern);
        QVERIFY2(test.accepts(text.toUtf8()) == slow, qPrintable(pattern + u' ' + text));
    }
}

void TestQuery::regexesMatchAsSlowOnes()
{
    const QStringList pieces {latin("a"), latin("b"), latin("ab"), latin("."), latin("*"), latin("?"), latin("+"), latin("{0}"), latin("{2,3}"), latin("("),
        latin(")"), latin("|"), latin("["), latin("]"), latin("^"), latin("$"), latin("\\d"), latin("\\."), latin("\\Q"), latin("\\E"), latin("7"), latin("-"),
        latin("(?:"), latin("(?i)"), latin("[^"), latin("[:alpha:]"), latin("\\x62"), latin("}"), latin("{"), latin(","), latin("k"), latin("S"), latin("\\K"),
        latin("(?#"), latin("\\1")};
    const QStringList letters {latin("a"), latin("b"), latin("7"), latin("."), latin("-"), latin("k"), latin("ſ"), latin("{0}"), latin("e")};
    QRandomGenerator random(3);
    int compared = 0;
    for (int i = 0; i < 60'000; ++i) {
        QString pattern;
        QString text;
        for (int n = 1 + random.bounded(7); n > 0; --n)
            pattern += pieces[random.bounded(int(pieces.size()))];
        for (int n = 1 + random.bounded(7); n > 0; --n)
            text += letters[random.bounded(int(letters.size()))];
        if (TextTest::fault(pattern))
            continue;
        ++compared;
        const bool slow = QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption).match(text).hasMatch();
        TextTest test(Term::Match::Regex, pattern);
        QVERIFY2(test.accepts(text.toUtf8()) == slow, qPrintable(pattern + latin("   ") + text));
    }
    QVERIFY(compared > 5'000);
}

void TestQuery::versionsCompareByNumber()
{
    const auto order = [](const char *a, const char *b) { return naturalOrder(a, b); };
    QVERIFY(order("1.9", "1.10") < 0);
    QVERIFY(order("1.10", "1.9") > 0);
    QVERIFY(order("1.9", "1.9.1") < 0);
    QVERIFY(order("007", "7") == 0);
    QVERIFY(order("v2", "v10") < 0);
    QVERIFY(order("99999999999999999999", "100000000000000000000") < 0);
    QVERIFY(order("", "a") < 0);
    QCOMPARE(readDuration(latin("1h30m")).value_or(-1), 5'400.0);
    QCOMPARE(readDuration(latin("250ms")).value_or(-1), 0.25);
    QVERIFY(!readDuration(latin("5")));
    QVERIFY(!readDuration(latin("m")));
    QVERIFY(!readQuantity(latin("1.2.3")));
    QVERIFY(!readQuantity(latin("inf")));
    QVERIFY(!readQuantity(latin("1e999")));
    QCOMPARE(readQuantity(latin("-3 dBm"))->unit, latin("dBm"));
}

void TestQuery::hostileTextIsBounded_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QString &text, const char *message) { QTest::newRow(name) << text << latin(message); };
    row("100 kB of parentheses", QString(100'000, u'('), "The query is too long; it may have 4096 characters.");
    row("deep parentheses", QString(2'000, u'(') + u'a' + QString(2'000, u')'), "This is nested too deeply; 64 levels are possible.");
    row("many minuses", QString(4'000, u'-') + u'a', "This is nested too deeply; 64 levels are possible.");
    row("many NOTs", latin("NOT ").repeated(1'000) + u'a', "This is nested too deeply; 64 levels are possible.");
    row("deep field groups", latin("tag:(").repeated(800), "This is nested too deeply; 64 levels are possible.");
    row("many terms", latin("a ").repeated(2'000), "These are too many terms; 256 are possible.");
    row("many alternatives", latin("a OR ").repeated(800) + u'a', "These are too many terms; 256 are possible.");
    row("many expressions", latin("/a/ ").repeated(17), "These are too many regular expressions; 16 are possible.");
    row("long expression", u'/' + QString(300, u'a') + u'/', "This pattern is too long; it may have 256 characters.");
    row("long glob", QString(300, u'*') + latin("a"), "This pattern is too long; it may have 256 characters.");
    row("open quotation", u'"' + QString(4'000, u'\\'), "The quotation mark is not closed.");
    row("large expression", latin("/((a{1,999}){1,999}){1,999}/"), "");
}

void TestQuery::hostileTextIsBounded()
{
    QFETCH(QString, text);
    QFETCH(QString, message);
    QElapsedTimer timer;
    timer.start();
    const ParsedQuery query = parseQuery(text);
    QVERIFY2(timer.elapsed() < 1'000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(!query.has_value());
    if (!message.isEmpty())
        QCOMPARE(query.error().text, message);
    (void)complete(text, text.size(), {});
    (void)complete(text, text.size() / 2, {});
}

void TestQuery::regexBombGivesUpAndSaysSo()
{
    SmallFleet small;
    QList<Device> devices;
    for (quint32 i = 100; i < 2'100; ++i)
        devices.append(device(i, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", {QString::number(i)}, Kind::IoT, Presence::Online));
    small.fleet.announce(devices);
    FleetColumns columns(small.fleet);
    LiveQuery live(columns, LiveQuery::Scope::All);
    for (const char *bomb : {"name:/^(a+)+$/", "name:/^(a|aa)+$/", "name:/^(.*)*x$/", "/(x+x+)+y|(a+a+)+y/"}) {
        const ParsedQuery query = parseQuery(latin(bomb));
        QVERIFY(query.has_value());
        QElapsedTimer timer;
        timer.start();
        live.setQuery(*query);
        QVERIFY2(timer.elapsed() < 2'000, qPrintable(QStringLiteral("%1 took %2 ms").arg(latin(bomb)).arg(timer.elapsed())));
        QCOMPARE(live.count(), 0);
    }
    live.setQuery(*parseQuery(latin("name:/^(a+)+$/")));
    QVERIFY(!live.problem().isEmpty());
    live.setQuery(*parseQuery(latin("name:/^a+!$/")));
    QVERIFY(live.problem().isEmpty());
    QCOMPARE(live.count(), 2'000);
}

void TestQuery::randomTextNeverBreaks()
{
    SmallFleet small;
    FleetColumns columns(small.fleet, &small.connections);
    const Vocabulary vocabulary = columns.vocabulary();
    const QStringList pieces {latin("("), latin(")"), latin("["), latin("]"), latin("{"), latin("}"), latin("\""), latin("\\"), latin("/"), latin(":"),
        latin("<"), latin(">="), latin("="), latin("!="), latin("-"), latin("*"), latin("?"), latin(" "), latin(" "), latin("AND"), latin("OR"), latin("NOT"),
        latin("TO"), latin("status"), latin("live"), latin("temperature"), latin("lastSeen"), latin("5"), latin("5m"), latin("sort"), latin("limit"),
        latin("tag"), latin("ü"), latin("severity"), latin("firmware"), latin(","), QString(QChar(0xD800)), QString(QChar(0)), latin("\n"), latin("battery")};
    QRandomGenerator random(7);
    int understood = 0;
    for (int i = 0; i < 30'000; ++i) {
        QString text;
        for (int n = 1 + random.bounded(9); n > 0; --n)
            text += pieces[random.bounded(int(pieces.size()))];
        const qsizetype cursor = random.bounded(int(text.size()) + 1);
        const QList<Completion> offers = complete(text, cursor, vocabulary, 3);
        for (const Completion &offer : offers)
            QVERIFY2(offer.column >= 0 && offer.length >= 0 && offer.column + offer.length <= text.size() && offer.column <= cursor, qPrintable(text));
        const ParsedQuery query = parseQuery(text);
        if (!query) {
            const QueryError &error = query.error();
            QVERIFY2(!error.text.isEmpty() && error.column >= 0 && error.length >= 0 && error.column + error.length <= text.size(), qPrintable(text));
            continue;
        }
        ++understood;
        Predicate predicate(*query, columns);
        (void)predicate.evaluate(columns.present(), small.now);
        (void)query->doubts(vocabulary);
    }
    QVERIFY2(understood > 1'000, qPrintable(QString::number(understood)));
}

QTEST_GUILESS_MAIN(TestQuery)
#include "tst_query.moc"
