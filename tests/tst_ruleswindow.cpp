// Devices made of plain topics by rules: the dialog over a real broker, and the program behind it.

#include "app/services.h"
#include "tests/support/broker.h"
#include "ui/connectionfile.h"
#include "ui/endpoint.h"
#include "ui/topics/rulefields.h"
#include "ui/topics/rulepreview.h"
#include "ui/topics/rulesdialog.h"
#include "ui/topics/rulesuggestion.h"
#include "ui/topics/topicdesk.h"
#include "ui/topics/topicwindow.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>
#include <QTreeWidget>

using namespace muster;

namespace {

/// Every row of the preview as "device/value=text".
QStringList rows(const RulesDialog &dialog)
{
    QStringList all;
    const auto *list = dialog.findChild<RulePreview *>()->findChild<QTreeWidget *>();
    for (int top = 0; top < list->topLevelItemCount(); ++top)
        for (int child = 0; child < list->topLevelItem(top)->childCount(); ++child)
            all.append(QStringLiteral("%1/%2=%3").arg(list->topLevelItem(top)->text(0), list->topLevelItem(top)->child(child)->text(0), list->topLevelItem(top)->child(child)->text(1)));
    return all;
}

template<class T>
T *named(const QWidget &in, const char *name)
{
    const auto all = in.findChildren<T *>();
    for (T *one : all)
        if (one->accessibleName() == QLatin1String(name))
            return one;
    return nullptr;
}

QPushButton *button(const QWidget &in, const char *text)
{
    const auto all = in.findChildren<QPushButton *>();
    for (QPushButton *one : all)
        if (one->text() == QString::fromUtf8(text))
            return one;
    return nullptr;
}

void type(QLineEdit *edit, const QString &text)
{
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, text);
}

} // namespace

class TestRulesWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void suggestionsFitTheTopics_data();
    void suggestionsFitTheTopics();
    void rulesAreKeptInTheAddress();
    void fieldsTakeRulesApart_data();
    void fieldsTakeRulesApart();
    void faultsAreShownWhereTheyAre();
    void aRuleMakesDevices();

private:
    [[nodiscard]] QStringList toBroker(const QString &topic) const
    {
        return {QStringLiteral("-h"), QStringLiteral("127.0.0.1"), QStringLiteral("-p"), QString::number(m_broker.port()), QStringLiteral("-t"), topic};
    }
    [[nodiscard]] bool publish(const QString &topic, const QByteArray &payload) const
    {
        return QProcess::execute(QStringLiteral("mosquitto_pub"), toBroker(topic) + QStringList {QStringLiteral("-r"), QStringLiteral("-m"), QString::fromUtf8(payload)}) == 0;
    }

    test::Broker m_broker;
};

void TestRulesWindow::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
}

void TestRulesWindow::suggestionsFitTheTopics_data()
{
    QTest::addColumn<QString>("topic");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QStringList>("others");
    QTest::addColumn<QString>("rule");
    const auto row = [](const char *topic, const QByteArray &payload, const QStringList &others, const char *rule) {
        QTest::addRow("%s %s", topic, payload.toHex().constData()) << QString::fromLatin1(topic) << payload << others << QString::fromLatin1(rule);
    };
    row("home/kitchen/temperature", "21.5", {}, "home/{device}/{metric}");
    row("plant/l1/p3/state", R"({"t":1})", {}, "plant/l1/{device}/state");
    row("plant/l1/p3/state", R"({"t":1})", {QStringLiteral("plant/l2/p3/state"), QStringLiteral("plant/l1/p4/state")}, "plant/{group}/{device}/state");
    row("plant/p3/x/state", R"({"t":1})", {QStringLiteral("plant/p4/x/state")}, "plant/{device}/x/state");
    row("a/b/c", QByteArray::fromHex("a161740a"), {}, "a/b/{device}");
    row("a/b/lux/state", "7", {}, "a/{device}/{metric}/state");
    row("site/d/env/temp", "7", {QStringLiteral("site/e/env/temp"), QStringLiteral("site/d/air/temp")}, "site/{group}/{device}/{metric}");
    row("boiler", R"({"t":1})", {}, "{device}");
    row("boiler/temp", "1", {}, "{device}/{metric}");
    row("state", "1", {}, "state");
}

void TestRulesWindow::suggestionsFitTheTopics()
{
    QFETCH(QString, topic);
    QFETCH(QByteArray, payload);
    QFETCH(QStringList, others);
    QFETCH(QString, rule);
    QCOMPARE(suggestedRule(topic, payload, others), rule);
}

void TestRulesWindow::rulesAreKeptInTheAddress()
{
    const QStringList rules {QStringLiteral("a/{device}/#; keep t = temp [%] A & B + C"), QStringLiteral("b/+/{d}; command t at b/{d} send {\"v\": {value}; 1}")};
    const QUrl before(QStringLiteral("mqtts://ada@host:8884?client=x&filter=a/%23"));
    const QUrl url = withTopicRules(before, rules);
    QCOMPARE(topicRules(url), rules);
    QCOMPARE(topicRules(QUrl(url.toString(QUrl::FullyEncoded))), rules);
    QCOMPARE(topicRules(toUrl(mqttEndpoint(url))), rules); // the form of the connection keeps them
    QCOMPARE(withTopicRules(url, {}), before);
    const auto read = connectionfile::fromJson(connectionfile::toJson({{{1}, QStringLiteral("x"), url, true}}));
    QVERIFY(read);
    QCOMPARE(topicRules(read->first().url), rules);
}

void TestRulesWindow::fieldsTakeRulesApart_data()
{
    QTest::addColumn<QString>("rule");
    for (const char *rule : {"a/{d}", "a/{d}; device x {d}", "a/{d}; keep t = temp [%], h", "a/{d}; format cbor", "a/{d}; device {d}; keep t; format pairs; command t 0..5 at a/{d} send {\"v\"; {value}}"})
        QTest::newRow(rule) << QString::fromLatin1(rule);
}

void TestRulesWindow::fieldsTakeRulesApart()
{
    QFETCH(QString, rule);
    RuleFields fields;
    fields.setText(rule);
    QCOMPARE(fields.text(), rule);
    if (rule.contains(u';'))
        QVERIFY(!named<QLineEdit>(fields, "Topics")->text().contains(u';'));
}

void TestRulesWindow::faultsAreShownWhereTheyAre()
{
    RuleFields fields;
    fields.setText(QStringLiteral("a/{d}; keep t, ,h"));
    fields.showFault({QStringLiteral("A value is missing here."), 16, {}, 0, 0, 0});
    QStringList shown;
    const auto labels = fields.findChildren<QLabel *>();
    for (const QLabel *label : labels)
        if (!label->isHidden() && label->text().startsWith(QLatin1String("Column")))
            shown.append(label->text());
    QCOMPARE(shown, QStringList {QStringLiteral("Column 4: A value is missing here.")});
    QCOMPARE(named<QLineEdit>(fields, "Values")->accessibleDescription(), shown.first());
}

void TestRulesWindow::aRuleMakesDevices()
{
    if (const QString missing = test::Broker::missing({}); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    QVERIFY2(m_broker.start({}), m_broker.log().constData());
    QVERIFY(publish(QStringLiteral("plant/l1/p3/state"), R"({"t":21.5,"rpm":900,"x":1})"));
    QVERIFY(publish(QStringLiteral("plant/l2/p3/state"), R"({"t":22.5,"rpm":901,"x":1})"));
    QVERIFY(publish(QStringLiteral("other/thing"), "7"));

    const QTemporaryDir folder;
    Options options;
    options.data = folder.path();
    options.endpoints = {QUrl(QStringLiteral("mqtt://127.0.0.1:%1?generic=off").arg(m_broker.port()))};
    Services services(options);
    QVERIFY(services.start());
    const ConnectionId id = services.connections().all().first().id;
    QWidget window;
    window.show();
    TopicDesk desk(services.connections(), &services.topics(), &window);
    desk.open(id);
    auto *topics = window.findChild<TopicWindow *>();
    QVERIFY(topics);
    QTRY_COMPARE(topics->tree().topics(), 3);
    QTRY_VERIFY(topics->tree().record(QStringLiteral("plant/l2/p3/state")));

    auto *view = topics->findChild<QTreeView *>(QStringLiteral("topics"));
    view->setCurrentIndex(topics->tree().indexOf(QStringLiteral("plant/l1/p3/state")));
    QTest::mouseClick(button(*topics, "&Devices…"), Qt::LeftButton);
    auto *dialog = topics->findChild<RulesDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(dialog->rules(), QStringList {QStringLiteral("plant/{device}/p3/state")});
    QTRY_VERIFY(rows(*dialog).contains(QStringLiteral("l1/t=21.5")));

    type(named<QLineEdit>(*dialog, "Topics"), QStringLiteral("plant/{line}/{device"));
    QPushButton *save = button(*dialog, "&Save");
    QTRY_VERIFY(!save->isEnabled());
    type(named<QLineEdit>(*dialog, "Topics"), QStringLiteral("plant/{line}/{device}/state"));
    type(named<QLineEdit>(*dialog, "Values"), QStringLiteral("t = temp [°C] Oil, rpm = speed"));
    type(named<QLineEdit>(*dialog, "Commands"), QStringLiteral("speed 0..1500 at plant/{line}/{device}/set/{metric}"));
    const QStringList wanted {QStringLiteral("l1 p3/Oil=21.5 °C"), QStringLiteral("l1 p3/speed=900"), QStringLiteral("l2 p3/Oil=22.5 °C"), QStringLiteral("l2 p3/speed=901")};
    QTRY_COMPARE(rows(*dialog), wanted);
    QVERIFY(publish(QStringLiteral("plant/l1/p3/state"), R"({"t":23,"rpm":900,"x":1})"));
    QTRY_VERIFY(rows(*dialog).contains(QStringLiteral("l1 p3/Oil=23 °C"))); // while it is open
    QVERIFY(save->isEnabled());
    QTest::mouseClick(save, Qt::LeftButton);

    Fleet &fleet = services.fleet();
    const auto device = [&fleet](const QString &name) {
        const QList<DeviceId> all = fleet.devices();
        for (const DeviceId one : all)
            if (fleet.displayName(one) == name && fleet.device(one)->presence != Presence::Lost)
                return one;
        return DeviceId {};
    };
    QTRY_VERIFY(device(QStringLiteral("l1 p3")).isValid());
    QTRY_VERIFY(device(QStringLiteral("l2 p3")).isValid());
    const DeviceId pump = device(QStringLiteral("l1 p3"));
    const auto metric = [&](const QString &key) {
        for (const Metric &one : fleet.device(pump)->metrics)
            if (one.key == key)
                return one;
        return Metric {};
    };
    QTRY_VERIFY(metric(QStringLiteral("temp")).id.isValid());
    QCOMPARE(metric(QStringLiteral("temp")).unit, QStringLiteral("°C"));
    QCOMPARE(metric(QStringLiteral("temp")).name, QStringLiteral("Oil"));
    QTRY_COMPARE(fleet.metric(metric(QStringLiteral("temp")).id)->value, 23.0);
    QCOMPARE(fleet.device(pump)->metrics.size(), 2);

    QTRY_COMPARE(fleet.device(pump)->commands.size(), 1);
    QProcess heard;
    heard.start(QStringLiteral("mosquitto_sub"), toBroker(QStringLiteral("plant/l1/p3/set/rpm")) + QStringList {QStringLiteral("-C"), QStringLiteral("1"), QStringLiteral("-W"), QStringLiteral("20")});
    QVERIFY(heard.waitForStarted());
    QTest::qWait(500); // until it has subscribed
    fleet.adopt({pump});
    Command command;
    command.device = pump;
    command.key = QStringLiteral("speed");
    command.argument = 1'200.0;
    QVERIFY(services.dispatcher().submit(command));
    QTRY_COMPARE_WITH_TIMEOUT(heard.state(), QProcess::NotRunning, 20'000);
    QCOMPARE(heard.readAllStandardOutput().trimmed(), QByteArray("1200"));

    desk.openRules(id, QStringLiteral("plant/l1/p3/state")); // the rule that has the topic is shown again
    QTRY_VERIFY(topics->findChild<RulesDialog *>() && topics->findChild<RulesDialog *>()->isVisible());
    dialog = topics->findChild<RulesDialog *>();
    QCOMPARE(dialog->rules().size(), 1);
    QTest::mouseClick(button(*dialog, "De&lete"), Qt::LeftButton);
    QVERIFY(dialog->rules().isEmpty());
    QVERIFY(button(*dialog, "New rule")->isVisible());
    QTest::mouseClick(button(*dialog, "&Save"), Qt::LeftButton);
    QTRY_VERIFY(!device(QStringLiteral("l2 p3")).isValid());
    topics->close();
}

QTEST_MAIN(TestRulesWindow)
#include "tst_ruleswindow.moc"
