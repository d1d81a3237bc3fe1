#include "backends/mqtt/mqttbackend.h"
#include "backends/mqtt/topicbrowser.h"
#include "core/ingest.h"
#include "tests/support/broker.h"
#include "ui/topics/messageview.h"
#include "ui/topics/payloadtext.h"
#include "ui/topics/propertiesview.h"
#include "ui/topics/publishpanel.h"
#include "ui/topics/retainedclearing.h"
#include "ui/topics/topictree.h"
#include "ui/topics/topicwindow.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace muster;
using muster::test::Broker;

namespace {

MqttMessage message(const char *topic, const QByteArray &payload, bool retained = false)
{
    return {QByteArrayView(topic), payload, 0, retained};
}

TopicBatch batchOf(const QList<TopicChange> &changes)
{
    return {{1}, changes, 0};
}

TopicChange change(const QString &topic, const QByteArray &payload, bool retained = false)
{
    return {topic, 1, quint64(payload.size()), 1'000'000, payload, {}, payload.size(), 0, retained};
}

/// What a library would hand over.
struct Extras final : MqttExtras
{
    explicit Extras(const MessageProperties &properties)
        : all(properties)
    {}
    [[nodiscard]] MessageProperties read() const override { return all; }
    MessageProperties all;
};

MqttMessage message(const char *topic, const QByteArray &payload, const Extras &extras)
{
    return {QByteArrayView(topic), payload, 0, false, &extras};
}

/// Every row of a tree as "name messages", levels indented.
QStringList rows(const TopicTree &tree, const QModelIndex &parent = {}, int depth = 0)
{
    QStringList all;
    for (int row = 0; row < tree.rowCount(parent); ++row) {
        const QModelIndex index = tree.index(row, TopicTree::Name, parent);
        all.append(QString(depth, u' ') + index.data().toString() + u' ' + index.siblingAtColumn(TopicTree::Messages).data().toString());
        all += rows(tree, index, depth + 1);
    }
    return all;
}

/// A broker that takes everything and answers when told to.
struct Answering
{
    explicit Answering(Topics &topics)
    {
        QObject::connect(&topics, &Topics::publishRequested, &topics, [this, &topics](ConnectionId, const Publication &publication) {
            sent.append(publication);
            if (answers)
                QMetaObject::invokeMethod(&topics, [this, &topics, order = publication.order] { topics.conclude(order, verdict); }, Qt::QueuedConnection);
        });
    }
    QList<Publication> sent {};
    bool answers = true;
    Result<void> verdict {};
};

} // namespace

class TestTopics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void aFloodCostsNoMoreThanItsTopics();
    void whatDoesNotFitIsCounted();
    void theTreeAddsUpWhatIsBelow();
    void theTreeStaysSortedAndFilters();
    void theTreeIsBounded();
    void ratesComeAndGo();
    void emptyMessagesEndRetention();
    void secretsAreMaskedAndKeptForUndo();
    void oddTopicsHaveTheirPlace_data();
    void oddTopicsHaveTheirPlace();

    void payloadsAreReadAsWhatTheyAre_data();
    void payloadsAreReadAsWhatTheyAre();
    void changesAreToldLineByLine();
    void typedPayloadsBecomeBytes_data();
    void typedPayloadsBecomeBytes();

    void clearingWaitsForTheBrokerAndCanBeUndone();
    void clearingCanBeStopped();
    void refusedClearingIsTold();

    void theWindowListensOnlyWhileItIsThere();
    void theWindowShowsWhatIsSelected();
    void propertiesAreThoseOfTheLastMessage();
    void propertiesAreBounded();
    void propertiesCanBeReadAndCopied();
    void theWindowTakesAFlood();
    void savedMessagesComeBack();

    void aRealBrokerTellsWhatItRetains();
    void aRealBrokerTellsOfItself();
    void aRealBrokerPassesPropertiesOn_data();
    void aRealBrokerPassesPropertiesOn();

private:
    QTemporaryDir m_folder;
};

void TestTopics::initTestCase()
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    QCoreApplication::setOrganizationName(QStringLiteral("muster-test"));
}

void TestTopics::aFloodCostsNoMoreThanItsTopics()
{
    mqtt::TopicWatch watch;
    for (int i = 0; i < 50'000; ++i)
        watch.add(message(i % 2 ? "a/b" : "a/c", QByteArray::number(i)), i);
    const TopicBatch batch = watch.take({7});
    QCOMPARE(batch.connection, ConnectionId {7});
    QCOMPARE(batch.changes.size(), 2);
    QCOMPARE(batch.changes[0].topic, QStringLiteral("a/c"));
    QCOMPARE(batch.changes[0].messages, 25'000U);
    QCOMPARE(batch.changes[1].payload, QByteArray("49999"));
    QCOMPARE(batch.changes[1].time, Micros(49'999));
    QVERIFY(watch.isEmpty());
}

void TestTopics::whatDoesNotFitIsCounted()
{
    mqtt::TopicWatch watch;
    const QByteArray large(TopicBatch::mostKept + 10, 'x');
    for (int i = 0; i < mqtt::TopicWatch::maxTopics + 5; ++i)
        watch.add(message(QByteArray::number(i).constData(), large), 1);
    const TopicBatch batch = watch.take({1});
    QCOMPARE(batch.changes.size(), mqtt::TopicWatch::maxTopics);
    QCOMPARE(batch.untold, 5U);
    QCOMPARE(batch.changes.first().payload.size(), TopicBatch::mostKept);
    QCOMPARE(batch.changes.first().size, large.size());
    qsizetype bytes = 0;
    for (const TopicChange &told : batch.changes)
        bytes += told.payload.size();
    QVERIFY(bytes <= mqtt::TopicWatch::maxBytes);
}

void TestTopics::theTreeAddsUpWhatIsBelow()
{
    TopicTree tree;
    QAbstractItemModelTester tester(&tree, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tree.apply(batchOf({change(QStringLiteral("plant/hall/t"), "21"), change(QStringLiteral("plant/hall/h"), "40"), change(QStringLiteral("plant"), "x")}));
    tree.apply(batchOf({change(QStringLiteral("plant/hall/t"), "22")}));
    QCOMPARE(rows(tree), (QStringList {QStringLiteral("plant 4"), QStringLiteral(" hall 3"), QStringLiteral("  h 1"), QStringLiteral("  t 2")}));
    const TopicRecord *record = tree.record(QStringLiteral("plant/hall/t"));
    QVERIFY(record);
    QCOMPARE(record->payload, QByteArray("22"));
    QCOMPARE(record->previous, QByteArray("21"));
    QVERIFY(!tree.record(tree.indexOf(QStringLiteral("plant/hall")))); // only a level
    QCOMPARE(tree.path(tree.indexOf(QStringLiteral("plant/hall"))), QStringLiteral("plant/hall"));
    QCOMPARE(tree.messages(), 4U);
}

void TestTopics::theTreeStaysSortedAndFilters()
{
    TopicTree tree;
    QAbstractItemModelTester tester(&tree, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tree.apply(batchOf({change(QStringLiteral("c"), "1"), change(QStringLiteral("a/x"), "1"), change(QStringLiteral("b"), "1"), change(QStringLiteral("a/b"), "1")}));
    QCOMPARE(rows(tree), (QStringList {QStringLiteral("a 2"), QStringLiteral(" b 1"), QStringLiteral(" x 1"), QStringLiteral("b 1"), QStringLiteral("c 1")}));
    tree.setFilter(QStringLiteral("X a"));
    QCOMPARE(rows(tree), (QStringList {QStringLiteral("a 2"), QStringLiteral(" x 1")}));
    tree.apply(batchOf({change(QStringLiteral("k/ax"), "1"), change(QStringLiteral("nothing"), "1")}));
    QCOMPARE(rows(tree), (QStringList {QStringLiteral("a 2"), QStringLiteral(" x 1"), QStringLiteral("k 1"), QStringLiteral(" ax 1")}));
    tree.setFilter({});
    QCOMPARE(rows(tree).size(), 8);
    tree.clear();
    QCOMPARE(rows(tree).size(), 0);
}

void TestTopics::theTreeIsBounded()
{
    TopicTree tree;
    for (qsizetype done = 0; done < TopicTree::maxTopics + 100; done += 5'010) {
        QList<TopicChange> changes;
        for (int i = 0; i < 5'010; ++i)
            changes.append(change(QStringLiteral("t/%1").arg(done + i), QByteArray(4'000, 'x')));
        tree.apply(batchOf(changes));
    }
    QCOMPARE(tree.topics(), TopicTree::maxTopics);
    QCOMPARE(tree.untold(), quint64(100));
    QVERIFY(tree.shortened() > 0);
    qsizetype bytes = 0;
    for (int row = 0; row < tree.rowCount(tree.index(0, 0)); ++row)
        bytes += tree.record(tree.index(row, 0, tree.index(0, 0)))->payload.size();
    QVERIFY2(bytes < TopicTree::maxBytes + TopicTree::maxTopics * TopicTree::shortBytes, qPrintable(QString::number(bytes)));
}

void TestTopics::ratesComeAndGo()
{
    TopicTree tree;
    for (int i = 0; i < 10; ++i)
        tree.apply(batchOf({change(QStringLiteral("a/b"), "1")}));
    tree.roll(2.0);
    QCOMPARE(tree.rate(), 5.0);
    tree.roll(1.0);
    QCOMPARE(tree.rate(), 0.0);
    QCOMPARE(tree.index(0, TopicTree::Rate).data().toString(), QString());
}

void TestTopics::emptyMessagesEndRetention()
{
    TopicTree tree;
    tree.apply(batchOf({change(QStringLiteral("a/b"), "1", true), change(QStringLiteral("a/c"), "1"), change(QStringLiteral("$SYS/x"), "1", true), change(QStringLiteral("ab"), "1", true)}));
    QCOMPARE(tree.retainedBelow({}).size(), 2);
    QCOMPARE(tree.retainedBelow(QStringLiteral("a")).size(), 1);
    tree.apply(batchOf({change(QStringLiteral("a/b"), "2")}));
    QCOMPARE(tree.retainedBelow(QStringLiteral("a")).size(), 1);
    tree.apply(batchOf({change(QStringLiteral("a/b"), {})}));
    QCOMPARE(tree.retainedBelow(QStringLiteral("a")).size(), 0);
}

void TestTopics::secretsAreMaskedAndKeptForUndo()
{
    const QByteArray payload = R"({"MqttPassword":"hunter2","n":1})";
    mqtt::TopicWatch watch;
    watch.add(message("tele/plug/INFO", payload, true), 1'000'000);
    TopicTree tree;
    tree.apply(watch.take({1}));
    const TopicRecord *record = tree.record(QStringLiteral("tele/plug/INFO"));
    QVERIFY(record);
    QCOMPARE(record->shown(), QByteArray("{\"MqttPassword\":\"•••\",\"n\":1}"));
    QCOMPARE(record->payload, payload); // what is cleared can be put back as it was
    watch.add(message("tele/plug/INFO", "{}", true), 2'000'000);
    tree.apply(watch.take({1}));
    record = tree.record(QStringLiteral("tele/plug/INFO"));
    QVERIFY(!record->previous.contains("hunter2"));
    QCOMPARE(record->shown(), QByteArray("{}"));
}

void TestTopics::oddTopicsHaveTheirPlace_data()
{
    QTest::addColumn<QString>("topic");
    QTest::newRow("empty levels") << QStringLiteral("//a//");
    QTest::newRow("one slash") << QStringLiteral("/");
    QTest::newRow("markup") << QStringLiteral("<b>x</b>/&amp;");
    QTest::newRow("very deep") << QStringLiteral("a/").repeated(5'000);
    QTest::newRow("very long") << QString(65'535, u'y');
}

void TestTopics::oddTopicsHaveTheirPlace()
{
    QFETCH(QString, topic);
    TopicTree tree;
    QAbstractItemModelTester tester(&tree, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tree.apply(batchOf({change(topic, "1"), change(topic + u'z', "1")}));
    QCOMPARE(tree.topics(), 2);
    const QModelIndex index = tree.indexOf(topic);
    QVERIFY(index.isValid());
    QCOMPARE(tree.path(index), topic);
    QVERIFY(index.data().toString().size() < 200);
    int depth = 0;
    for (QModelIndex up = index; up.isValid(); up = up.parent())
        ++depth;
    QVERIFY(depth <= TopicTree::maxDepth);
}

void TestTopics::payloadsAreReadAsWhatTheyAre_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<PayloadForm>("wanted");
    QTest::addColumn<PayloadForm>("form");
    QTest::addColumn<QString>("text");
    const auto automatic = PayloadForm::Automatic;
    QTest::newRow("text") << QByteArray("on") << automatic << PayloadForm::Text << QStringLiteral("on");
    QTest::newRow("nothing") << QByteArray() << automatic << PayloadForm::Text << QString();
    QTest::newRow("JSON") << QByteArray(R"({"b":1.10,"a":[1,{"x":"}"}],"e":{},"s":"\"{"})") << automatic << PayloadForm::Json
                          << QStringLiteral("{\n  \"b\": 1.10,\n  \"a\": [\n    1,\n    {\n      \"x\": \"}\"\n    }\n  ],\n  \"e\": {},\n  \"s\": \"\\\"{\"\n}");
    QTest::newRow("broken JSON") << QByteArray("{\"a\":") << automatic << PayloadForm::Text << QStringLiteral("{\"a\":");
    QTest::newRow("CBOR") << QByteArray::fromHex("a161740a") << automatic << PayloadForm::Cbor << QStringLiteral("{\n    \"t\": 10\n}");
    QTest::newRow("neither") << QByteArray::fromHex("ff00") << automatic << PayloadForm::Hex << QString();
    QTest::newRow("CBOR wanted of text") << QByteArray("{") << PayloadForm::Cbor << PayloadForm::Text << QStringLiteral("{");
    QTest::newRow("deep CBOR") << QByteArray(5'000, '\x81') << automatic << PayloadForm::Hex << QString();
    QTest::newRow("deep JSON") << QByteArray(5'000, '[') << PayloadForm::Json << PayloadForm::Text << QString();
}

void TestTopics::payloadsAreReadAsWhatTheyAre()
{
    QFETCH(QByteArray, payload);
    QFETCH(PayloadForm, wanted);
    QFETCH(PayloadForm, form);
    QFETCH(QString, text);
    const PayloadText read = payloadText(payload, wanted);
    QCOMPARE(read.form, form);
    if (!text.isEmpty() || payload.isEmpty())
        QCOMPARE(read.text, text);
    QCOMPARE(read.problem.isEmpty(), wanted == PayloadForm::Automatic || wanted == form);
}

void TestTopics::changesAreToldLineByLine()
{
    using Kind = DiffLine::Kind;
    const auto lines = diffLines(QStringLiteral("{\n  1,\n  2\n}"), QStringLiteral("{\n  1,\n  3\n}"));
    const QList<DiffLine> wanted {{Kind::Same, QStringLiteral("{")}, {Kind::Same, QStringLiteral("  1,")}, {Kind::Gone, QStringLiteral("  2")}, {Kind::Come, QStringLiteral("  3")}, {Kind::Same, QStringLiteral("}")}};
    QCOMPARE(lines, wanted);
    const QString many = QStringLiteral("x\n").repeated(mostCompared + 1);
    QCOMPARE(diffLines(many, many).size(), 2 * (mostCompared + 2)); // not compared: that would take too long
}

void TestTopics::typedPayloadsBecomeBytes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<PayloadForm>("form");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("works");
    QTest::newRow("text") << QStringLiteral("größe") << PayloadForm::Text << QByteArray("gr\xc3\xb6\xc3\x9f"
                                                                                        "e") << true;
    QTest::newRow("JSON") << QStringLiteral("{\"a\": 1}") << PayloadForm::Json << QByteArray("{\"a\": 1}") << true;
    QTest::newRow("no JSON") << QStringLiteral("{a: 1}") << PayloadForm::Json << QByteArray() << false;
    QTest::newRow("hexadecimal") << QStringLiteral("01 ff") << PayloadForm::Hex << QByteArray::fromHex("01ff") << true;
    QTest::newRow("no hexadecimal") << QStringLiteral("0g") << PayloadForm::Hex << QByteArray() << false;
}

void TestTopics::typedPayloadsBecomeBytes()
{
    QFETCH(QString, text);
    QFETCH(PayloadForm, form);
    QFETCH(QByteArray, bytes);
    QFETCH(bool, works);
    const auto made = payloadFrom(text, form);
    QCOMPARE(made.has_value(), works);
    if (works)
        QCOMPARE(*made, bytes);
}

void TestTopics::clearingWaitsForTheBrokerAndCanBeUndone()
{
    Topics topics;
    Answering broker(topics);
    RetainedClearing clearing(topics, {1});
    QList<RetainedMessage> messages;
    for (int i = 0; i < 25; ++i)
        messages.append({QStringLiteral("a/%1").arg(i), QByteArray::number(i), 0});
    QElapsedTimer clock;
    clock.start();
    clearing.clear(messages);
    QTRY_VERIFY(!clearing.isRunning());
    QVERIFY(clock.elapsed() >= 100); // no faster than it may
    QCOMPARE(clearing.done(), 25);
    QCOMPARE(broker.sent.size(), 25);
    QCOMPARE(broker.sent.first().topic, QStringLiteral("a/0"));
    QVERIFY(broker.sent.first().retain && broker.sent.first().payload.isEmpty() && broker.sent.first().qos == 1);
    QCOMPARE(clearing.canUndo(), 25);
    clearing.undo();
    QTRY_VERIFY(!clearing.isRunning());
    QCOMPARE(broker.sent.size(), 50);
    QCOMPARE(broker.sent.last().payload, QByteArray("24"));
    QVERIFY(broker.sent.last().retain);
    QCOMPARE(clearing.canUndo(), 0);
}

void TestTopics::clearingCanBeStopped()
{
    Topics topics;
    Answering broker(topics);
    broker.answers = false;
    RetainedClearing clearing(topics, {1});
    QList<RetainedMessage> messages(500, {QStringLiteral("a"), "1", 0});
    clearing.clear(messages);
    QTRY_COMPARE(broker.sent.size(), RetainedClearing::maxUnderWay); // and no more, unanswered
    clearing.cancel();
    QVERIFY(clearing.isRunning()); // what is under way counts
    for (const Publication &publication : std::as_const(broker.sent))
        topics.conclude(publication.order, {});
    QVERIFY(!clearing.isRunning());
    QCOMPARE(clearing.total(), RetainedClearing::maxUnderWay);
    QCOMPARE(clearing.canUndo(), RetainedClearing::maxUnderWay);
}

void TestTopics::refusedClearingIsTold()
{
    Topics topics;
    Answering broker(topics);
    broker.verdict = failure(Error::Code::Refused, QStringLiteral("Not allowed."));
    RetainedClearing clearing(topics, {1});
    clearing.clear({{QStringLiteral("a"), "1", 0}});
    QTRY_VERIFY(!clearing.isRunning());
    QCOMPARE(clearing.refused(), 1);
    QCOMPARE(clearing.problem(), QStringLiteral("Not allowed."));
    QCOMPARE(clearing.canUndo(), 0);
}

void TestTopics::theWindowListensOnlyWhileItIsThere()
{
    Topics topics;
    QList<TopicScope> scopes;
    connect(&topics, &Topics::scopeRequested, this, [&scopes](ConnectionId, const TopicScope &scope) { scopes.append(scope); });
    {
        TopicWindow window(topics, {1});
        QCOMPARE(scopes.size(), 1);
        QCOMPARE(scopes.last().filter, QStringLiteral("#"));
        QVERIFY(!scopes.last().system);
        window.findChild<QTabWidget *>()->setCurrentIndex(2);
        QVERIFY(scopes.last().system);
        window.findChild<QTabWidget *>()->setCurrentIndex(0);
        QVERIFY(!scopes.last().system);
    }
    QVERIFY(scopes.last().isEmpty());
}

void TestTopics::theWindowShowsWhatIsSelected()
{
    Topics topics;
    TopicWindow window(topics, {1});
    window.resize(980, 560);
    window.show();
    QSignalSpy acknowledged(&topics, &Topics::acknowledged);
    topics.take(batchOf({change(QStringLiteral("plant/t"), R"({"t":21})", true)}));
    topics.take(batchOf({change(QStringLiteral("plant/t"), R"({"t":22})")}));
    topics.take({{2}, {change(QStringLiteral("other"), "1")}, 0}); // another connection's
    QTRY_COMPARE(acknowledged.size(), 1);
    QCOMPARE(window.tree().topics(), 1);
    window.findChild<QTreeView *>(QStringLiteral("topics"))->setCurrentIndex(window.tree().indexOf(QStringLiteral("plant/t")));
    auto *message = window.findChild<MessageView *>();
    auto *text = message->findChild<QPlainTextEdit *>();
    QTRY_COMPARE(text->toPlainText(), QStringLiteral("{\n  \"t\": 22\n}"));
    message->findChild<QCheckBox *>()->setChecked(true);
    QCOMPARE(text->toPlainText(), QStringLiteral("  {\n−   \"t\": 21\n+   \"t\": 22\n  }"));
    topics.tell({1}, QStringLiteral("It is gone."));
    const auto labels = window.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) { return label->isVisible() && label->text() == QLatin1String("It is gone."); }));
}

void TestTopics::propertiesAreThoseOfTheLastMessage()
{
    mqtt::TopicWatch watch;
    MessageProperties json;
    json.contentType = QStringLiteral("application/json");
    json.user = {{QStringLiteral("API-Key"), QStringLiteral("hush")}, {QStringLiteral("unit"), QStringLiteral("bar")}};
    watch.add(message("a", "{}", Extras(json)), 1);
    watch.add(message("b", "{}", Extras(json)), 1);
    watch.add(message("b", "1"), 2);
    const TopicBatch batch = watch.take({1});
    QCOMPARE(batch.changes[0].properties.contentType, json.contentType);
    QCOMPARE(batch.changes[0].properties.user[0].value, QStringLiteral("•••")); // shown nowhere, like a JSON member of that name
    QCOMPARE(batch.changes[0].properties.user[1].value, QStringLiteral("bar"));
    QVERIFY(batch.changes[1].properties.isEmpty());
    TopicTree tree;
    tree.apply(batch);
    QCOMPARE(tree.record(QStringLiteral("a"))->properties.user.size(), 2);
    tree.apply(batchOf({change(QStringLiteral("a"), "1")}));
    QVERIFY(tree.record(QStringLiteral("a"))->properties.isEmpty());
}

void TestTopics::propertiesAreBounded()
{
    MessageProperties much;
    for (int i = 0; i < 200; ++i) {
        if (much.hasRoomFor(4))
            much.user.append({QStringLiteral("n"), QStringLiteral("v")});
    }
    QCOMPARE(much.user.size() + qsizetype(much.leftOut), 200);
    QVERIFY(much.user.size() < 100);
    MessageProperties one;
    QVERIFY(!one.hasRoomFor(MessageProperties::mostBytes + 1));
    QCOMPARE(one.leftOut, 1U);
    QVERIFY(one.hasRoomFor(MessageProperties::mostBytes));
    one.correlation = QByteArray(MessageProperties::mostBytes, 'x');
    mqtt::TopicWatch watch;
    for (int i = 0; i < mqtt::TopicWatch::maxTopics; ++i)
        watch.add(message(QByteArray::number(i).constData(), "1", Extras(one)), 1);
    qsizetype kept = 0;
    const TopicBatch batch = watch.take({1});
    for (const TopicChange &it : batch.changes)
        kept += it.payload.size() + it.properties.size();
    QVERIFY2(kept <= mqtt::TopicWatch::maxBytes + MessageProperties::mostBytes, qPrintable(QString::number(kept)));
    QVERIFY(!batch.changes.last().properties.correlation);
    QVERIFY(batch.changes.last().properties.leftOut > 0);
}

void TestTopics::propertiesCanBeReadAndCopied()
{
    MessageView view;
    view.resize(420, 400);
    static_cast<QWidget &>(view).show();
    auto *list = view.findChild<PropertiesView *>();
    TopicRecord record;
    record.topic = QStringLiteral("a");
    view.show(&record);
    QVERIFY(!list->isVisible());
    record.properties.isText = true;
    record.properties.contentType = QStringLiteral("text/<b>plain");
    record.properties.expiry = 90;
    record.properties.responseTopic = QStringLiteral("reply/to/me");
    record.properties.correlation = QByteArray::fromHex("00ff");
    record.properties.user = {{QStringLiteral("line\nbreak"), QStringLiteral("a\nb")}};
    record.properties.leftOut = 2;
    view.show(&record);
    QVERIFY(list->isVisible());
    QStringList rows;
    for (int i = 0; i < list->topLevelItemCount(); ++i)
        rows.append(list->topLevelItem(i)->text(0) + u'=' + list->topLevelItem(i)->text(1));
    QCOMPARE(rows, (QStringList {QStringLiteral("Payload format=Text (UTF-8)"), QStringLiteral("Content type=text/<b>plain"), QStringLiteral("Expires after=1 min 30 s"),
                       QStringLiteral("Response topic=reply/to/me"), QStringLiteral("Correlation data=00 ff"), QStringLiteral("line break=a b"), QStringLiteral("Not kept=2 more, too long or too many")}));
    list->setCurrentItem(list->topLevelItem(2));
    view.show(&record); // once more the same: what is selected stays
    const auto actions = list->actions();
    actions[0]->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("90"));
    actions[1]->trigger();
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("\nline\nbreak: a\nb\n")));
    view.show(nullptr);
    QVERIFY(!list->isVisible());
}

// 50 000 messages a second to 4 000 topics, for a second, as they come: twenty batches. What counts is that the event loop gets its turn.
void TestTopics::theWindowTakesAFlood()
{
    Topics topics;
    TopicWindow window(topics, {1});
    window.resize(980, 560);
    window.show();
    window.findChild<QTreeView *>(QStringLiteral("topics"))->expandAll();
    for (int tick = 0; tick < 20; ++tick) {
        QList<TopicChange> changes;
        for (int i = 0; i < 2'500; ++i)
            changes.append(change(QStringLiteral("plant/line%1/machine%2/value").arg(i % 40).arg((tick * 7 + i) % 4'000), QByteArray::number(tick * i)));
        topics.take(batchOf(changes));
        QCoreApplication::processEvents();
    }
    QCOMPARE(window.tree().messages(), 50'000U);
    QCOMPARE(window.tree().untold(), 0U);
}

void TestTopics::savedMessagesComeBack()
{
    Topics topics;
    Answering broker(topics);
    {
        PublishPanel panel(topics, {4});
        panel.take(QStringLiteral("lamp/set"), R"({"on":true})", 1);
        auto *send = panel.findChild<QPushButton *>();
        QVERIFY(send->isEnabled());
        send->click();
        QCOMPARE(broker.sent.size(), 1);
        QCOMPARE(broker.sent.first().payload, QByteArray(R"({"on":true})"));
        QCOMPARE(broker.sent.first().qos, quint8(1));
        const auto labels = panel.findChildren<QLabel *>();
        QTRY_VERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) { return label->text() == QLatin1String("The broker has it."); }));
        panel.findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral("{on"));
        send->click();
        QCOMPARE(broker.sent.size(), 1); // that is no JSON
        panel.findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral("{}"));
        QMetaObject::invokeMethod(panel.findChildren<QMenu *>().first(), "aboutToShow");
        for (QAction *action : panel.findChildren<QMenu *>().first()->actions())
            if (action->text() == QLatin1String("Save this message"))
                action->trigger();
    }
    PublishPanel panel(topics, {4});
    QMetaObject::invokeMethod(panel.findChildren<QMenu *>().first(), "aboutToShow");
    QCOMPARE(panel.findChildren<QMenu *>().first()->actions().first()->text(), QStringLiteral("lamp/set  {}"));
    PublishPanel other(topics, {5});
    QMetaObject::invokeMethod(other.findChildren<QMenu *>().first(), "aboutToShow");
    QCOMPARE(other.findChildren<QMenu *>().first()->actions().first()->text(), QStringLiteral("Save this message"));
}

// From the order to the broker and back, through the backend and its second session.
void TestTopics::aRealBrokerTellsWhatItRetains()
{
    if (const QString missing = Broker::missing({}); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    Broker broker;
    QVERIFY(broker.start({}));
    Ingest ingest;
    MqttBackend backend({{1}, QStringLiteral("x"), QUrl(QStringLiteral("mqtt://127.0.0.1:%1?client=one").arg(broker.port())), true}, {}, ingest);
    TopicTree tree;
    QList<std::pair<quint64, Result<void>>> finished;
    connect(&backend, &Backend::topicsChanged, this, [&tree](const TopicBatch &batch) { tree.apply(batch); });
    connect(&backend, &Backend::publicationFinished, this, [&finished](quint64 order, const Result<void> &result) { finished.append({order, result}); });
    backend.publish({1, QStringLiteral("a/b"), "kept", 1, true});
    QCOMPARE(finished.size(), 1);
    QVERIFY(!finished.last().second); // not connected yet
    QSignalSpy status(&backend, &Backend::statusChanged);
    backend.start();
    QTRY_VERIFY(!status.isEmpty() && status.last().first().value<ConnectionStatus>().state == ConnectionState::Open);
    backend.publish({2, QStringLiteral("a/b"), "kept", 1, true});
    QTRY_COMPARE(finished.size(), 2);
    QCOMPARE(finished.last().first, 2U);
    QVERIFY(finished.last().second);
    backend.publish({3, QStringLiteral("a/#"), "x", 0, false});
    QVERIFY(finished.size() == 3 && !finished.last().second); // no topic

    backend.browse({QStringLiteral("#"), false, 0});
    QTRY_COMPARE(tree.topics(), 1);
    QVERIFY(tree.record(QStringLiteral("a/b"))->retained);
    backend.publish({4, QStringLiteral("a/c"), "live", 0, false});
    QTRY_COMPARE(finished.size(), 4);
    backend.acknowledgeTopics();
    QTRY_COMPARE(tree.topics(), 2);
    QVERIFY(!tree.record(QStringLiteral("a/c"))->retained);
    tree.forgetRetained();
    backend.acknowledgeTopics();
    backend.browse({QStringLiteral("#"), false, 1}); // once more
    QTRY_COMPARE(tree.retainedBelow({}).size(), 1);
    QCOMPARE(status.last().first().value<ConnectionStatus>().state, ConnectionState::Open); // the devices' session was left alone
    backend.browse({});
    backend.stop();
}

void TestTopics::aRealBrokerTellsOfItself()
{
    if (const QString missing = Broker::missing({}); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    Broker broker;
    QVERIFY(broker.start({}));
    MqttOptions options;
    options.host = QStringLiteral("127.0.0.1");
    options.port = broker.port();
    TopicBrowser browser({1}, options, &MqttClient::create);
    TopicTree tree;
    QStringList told;
    connect(&browser, &TopicBrowser::told, this, [&told](const QString &problem) { told.append(problem); });
    connect(&browser, &TopicBrowser::arrived, this, [&](const TopicBatch &batch) {
        tree.apply(batch);
        browser.acknowledge();
    });
    browser.setScope({QStringLiteral("none/+"), true, 0});
    QTRY_VERIFY(tree.record(QStringLiteral("$SYS/broker/version")));
    QVERIFY(tree.retainedBelow({}).isEmpty());
    QVERIFY(tree.systemTopics().size() > 3);
    browser.setScope({QStringLiteral("a/#/b"), true, 0});
    QTRY_VERIFY(!told.isEmpty() && told.last().contains(QLatin1String("a/#/b")));
    broker.kill();
    QTRY_VERIFY(told.last().contains(QLatin1String("broke")));
}

void TestTopics::aRealBrokerPassesPropertiesOn_data()
{
    QTest::addColumn<int>("protocol");
    QTest::addColumn<int>("qos");
    for (const int qos : {0, 1, 2})
        QTest::addRow("MQTT 5, QoS %d", qos) << 5 << qos;
    QTest::newRow("MQTT 3.1.1 knows none") << 4 << 0;
}

// Published by mosquitto's own program.
void TestTopics::aRealBrokerPassesPropertiesOn()
{
    QFETCH(int, protocol);
    QFETCH(int, qos);
    const QString program = QStandardPaths::findExecutable(QStringLiteral("mosquitto_pub"));
    if (const QString missing = Broker::missing({}); !missing.isEmpty() || program.isEmpty())
        QSKIP("mosquitto is not installed");
    Broker broker;
    QVERIFY(broker.start({}));
    MqttOptions options;
    options.host = QStringLiteral("127.0.0.1");
    options.port = broker.port();
    options.protocol = protocol;
    QProcess publisher;
    publisher.start(program, QStringLiteral("-h 127.0.0.1 -p %1 -V mqttv5 -t a/b -m {} -r -q %2 -D PUBLISH payload-format-indicator 1 -D PUBLISH message-expiry-interval 90 "
                                            "-D PUBLISH content-type application/json -D PUBLISH response-topic reply/1 -D PUBLISH correlation-data c0rr "
                                            "-D PUBLISH user-property unit °C -D PUBLISH user-property unit K -D PUBLISH user-property long ")
                                 .arg(QString::number(broker.port()), QString::number(qos)).split(QLatin1Char(' '), Qt::SkipEmptyParts) << QString(5'000, u'x'));
    QVERIFY(publisher.waitForFinished());
    QCOMPARE(publisher.exitCode(), 0);
    TopicBrowser browser({1}, options, &MqttClient::create);
    TopicTree tree;
    connect(&browser, &TopicBrowser::arrived, this, [&](const TopicBatch &batch) { tree.apply(batch); });
    browser.setScope({QStringLiteral("#"), false, 0});
    QTRY_VERIFY(tree.record(QStringLiteral("a/b")));
    const MessageProperties &told = tree.record(QStringLiteral("a/b"))->properties;
    QCOMPARE(told.isEmpty(), protocol == 4);
    if (protocol == 4)
        return;
    QCOMPARE(told.isText, std::optional<bool>(true));
    QVERIFY(told.expiry && *told.expiry <= 90 && *told.expiry > 60);
    QCOMPARE(told.contentType, std::optional<QString>(QStringLiteral("application/json")));
    QCOMPARE(told.responseTopic, std::optional<QString>(QStringLiteral("reply/1")));
    QCOMPARE(told.correlation, std::optional<QByteArray>("c0rr"));
    QCOMPARE(told.user, (QList<MessageProperties::UserProperty> {{QStringLiteral("unit"), QStringLiteral("°C")}, {QStringLiteral("unit"), QStringLiteral("K")}}));
    QCOMPARE(told.leftOut, 1U);
}

QTEST_MAIN(TestTopics)
#include "tst_topics.moc"
