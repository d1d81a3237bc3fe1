// What the outside may do wrong, seen through the real window: each is counted and said at its connection, and the rest goes on.

#include "tests/support/pointer.h"
#include "tests/support/program.h"
#include "ui/fleet/discoveredtree.h"
#include "ui/fleet/fleettable.h"
#include "ui/noticesmodel.h"
#include "ui/statusbar.h"

#include <QDialog>
#include <QElapsedTimer>
#include <QTest>
#include <QTextDocument>
#include <QTimer>

using namespace muster;
using test::find;

namespace {

constexpr qsizetype limit = 8 << 20; ///< bytes of a payload, asked for in the connection's address

QByteArray keys(int number)
{
    QByteArray text = "{";
    for (int i = 0; i < number; ++i)
        text += (i ? ",\"k" : "\"k") + QByteArray::number(i) + "\":" + QByteArray::number(i);
    return text + '}';
}

/// What a person reads when the pointer rests on a widget.
QString read(const QWidget &widget)
{
    QTextDocument document;
    document.setHtml(widget.toolTip());
    return document.toPlainText();
}

} // namespace

class TestBadInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void hostileMessageIsCountedAndTheRestGoesOn_data();
    void hostileMessageIsCountedAndTheRestGoesOn();
    void markupInNamesStaysText();
    void endlesslyManyKeysAreBounded();
    void oddTopicIsADeviceLikeAnyOther();
    void badConnectionSaysWhatToDo_data();
    void badConnectionSaysWhatToDo();
    void noDialogEverOpened();

private:
    [[nodiscard]] bool publishFile(const QString &topic, const QByteArray &payload);
    [[nodiscard]] bool publish(const QString &topic, const QByteArray &payload) { return test::publishRetained(m_broker, topic, payload); }
    [[nodiscard]] quint64 counted(Count what) { return at(m_program.services().diagnostics().counters(m_connection), what); }
    [[nodiscard]] QString said(const QString &connectionName);
    void stillAlive();

    test::Broker m_broker;
    test::Broker m_locked;
    test::Broker m_secure;
    test::Program m_program;
    ConnectionId m_connection {};
    double m_value = 20;
    qint64 m_longestGap = 0; ///< ms
    QElapsedTimer m_sinceTick;
    QTimer m_ticks;
};

void TestBadInput::initTestCase()
{
    test::Broker::Options locked;
    locked.user = QStringLiteral("ada");
    locked.password = QStringLiteral("right");
    test::Broker::Options secure;
    secure.tls = true;
    for (const QString &why : {test::pointer::missing(), test::Broker::missing(locked), test::Broker::missing(secure)})
        if (!why.isEmpty())
            QSKIP(qPrintable(why));
    test::Broker::Options open;
    open.configuration = "max_packet_size 40000000\n";
    QVERIFY2(m_broker.start(open) && m_locked.start(locked) && m_secure.start(secure), "no broker");
    QVERIFY(publish(QStringLiteral("homeassistant/sensor/good/t/config"),
        R"({"name":"Temperature","uniq_id":"good_t","unit_of_meas":"°C","stat_t":"good/state","val_tpl":"{{ value_json.t }}","dev":{"ids":["good"],"name":"Good sensor"}})"));
    const auto started = m_program.start({QUrl(QStringLiteral("mqtt://127.0.0.1:%1?maxpayload=%2").arg(m_broker.port()).arg(limit))});
    QVERIFY2(started, started ? "" : qPrintable(started.error().text));
    m_connection = m_program.services().connections().all().first().id;
    QTRY_VERIFY(m_program.device(QStringLiteral("Good sensor")).isValid());
    m_program.services().fleet().adopt({m_program.device(QStringLiteral("Good sensor"))});
    connect(&m_ticks, &QTimer::timeout, this, [this] { m_longestGap = std::max(m_longestGap, m_sinceTick.restart()); });
    m_ticks.start(10);
    stillAlive();
}

/// A payload too large for a command line.
bool TestBadInput::publishFile(const QString &topic, const QByteArray &payload)
{
    const QString path = m_program.file(QStringLiteral("payload"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(payload) != payload.size())
        return false;
    file.close();
    return test::runProgram(QStringLiteral("mosquitto_pub"),
        {QStringLiteral("-h"), QStringLiteral("127.0.0.1"), QStringLiteral("-p"), QString::number(m_broker.port()), QStringLiteral("-q"), QStringLiteral("1"),
            QStringLiteral("-t"), topic, QStringLiteral("-f"), path});
}

/// What the status bar says of a connection.
QString TestBadInput::said(const QString &connectionName)
{
    const auto chips = m_program.window().findChildren<ConnectionChip *>();
    for (const ConnectionChip *chip : chips)
        if (const QString text = read(*chip); text.startsWith(connectionName))
            return text;
    return {};
}

/// A good reading still arrives in the window, and the window never stood still meanwhile.
void TestBadInput::stillAlive()
{
    m_value += 0.5;
    QVERIFY(publish(QStringLiteral("good/state"), QStringLiteral(R"({"t":%1})").arg(m_value).toUtf8()));
    const DeviceId good = m_program.device(QStringLiteral("Good sensor"));
    Fleet &fleet = m_program.services().fleet();
    const MetricId metric = fleet.device(good)->metrics.first().id;
    QTRY_COMPARE(fleet.metric(metric)->value, m_value);
    QTRY_VERIFY(find(*m_program.part<FleetTable>()->model(), QStringLiteral("Good sensor")).isValid());
    QVERIFY2(m_longestGap < 2'000, qPrintable(QStringLiteral("the window stood still for %1 ms").arg(m_longestGap)));
}

void TestBadInput::hostileMessageIsCountedAndTheRestGoesOn_data()
{
    QTest::addColumn<QString>("topic");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<Count>("count");
    QTest::addColumn<QString>("words");
    const auto deep = QByteArray(10'000, '[') + QByteArray(10'000, ']');
    const QString undecoded = QStringLiteral("did not decode");
    QTest::newRow("state that is no JSON") << QStringLiteral("good/state") << QByteArray("{\"t\": 21") << Count::Malformed << undecoded;
    QTest::newRow("discovery that is no JSON") << QStringLiteral("homeassistant/sensor/bad/config") << QByteArray("{{{{") << Count::Malformed << undecoded;
    QTest::newRow("10 000 levels deep") << QStringLiteral("good/state") << QByteArray("{\"t\":" + deep + "}") << Count::Malformed << undecoded;
    QTest::newRow("deep discovery") << QStringLiteral("homeassistant/sensor/deep/config") << deep << Count::Malformed << undecoded;
    QTest::newRow("larger than the limit") << QStringLiteral("good/state") << QByteArray(limit + 1, 'x') << Count::Oversized << QStringLiteral("larger than the limit");
    QTest::newRow("bytes without sense") << QStringLiteral("good/state") << QByteArray("{\"t\":\xff\xfe\x00\x01}", 9) << Count::Malformed << undecoded;
    QTest::newRow("time in the far future") << QStringLiteral("plain/clock") << QByteArray(R"({"time":"2999-01-01T00:00:00Z","v":1})") << Count::BadTime
                                            << QStringLiteral("unbelievable time");
}

void TestBadInput::hostileMessageIsCountedAndTheRestGoesOn()
{
    QFETCH(QString, topic);
    QFETCH(QByteArray, payload);
    QFETCH(Count, count);
    QFETCH(QString, words);
    const quint64 before = counted(count);
    const double value = m_value;
    QVERIFY(publishFile(topic, payload));
    QTRY_COMPARE(counted(count), before + 1);
    QTRY_VERIFY2(said(QStringLiteral("127.0.0.1")).contains(words), qPrintable(said(QStringLiteral("127.0.0.1"))));
    QCOMPARE(m_value, value);
    stillAlive();
}

void TestBadInput::markupInNamesStaysText()
{
    const QString name = QStringLiteral("<b>Bold</b><img src='file:///etc/hostname'>");
    QVERIFY(publish(QStringLiteral("homeassistant/sensor/markup/config"),
        R"({"name":"<i>x</i>","uniq_id":"m","stat_t":"m/state","dev":{"ids":["m"],"name":"<b>Bold</b><img src='file:///etc/hostname'>","mf":"<h1>Acme"}})"));
    QTRY_VERIFY(m_program.device(name).isValid());
    m_program.services().fleet().adopt({m_program.device(name)});
    const auto &model = *m_program.part<FleetTable>()->model();
    QTRY_VERIFY(find(model, name).isValid());
    const QModelIndex cell = find(model, name);
    for (int column = 0; column < model.columnCount(); ++column) {
        const QString tip = cell.siblingAtColumn(column).data(Qt::ToolTipRole).toString();
        QVERIFY2(!tip.contains(QStringLiteral("<img")) && !tip.contains(QStringLiteral("<b>Bold")), qPrintable(tip));
    }
    m_program.photograph("markup");
}

void TestBadInput::endlesslyManyKeysAreBounded()
{
    const quint64 before = counted(Count::LimitReached);
    QVERIFY(publishFile(QStringLiteral("many/keys"), keys(500'000)));
    QTRY_VERIFY_WITH_TIMEOUT(counted(Count::LimitReached) > before, 20'000);
    const auto most = [this] {
        qsizetype metrics = 0;
        const QList<DeviceId> devices = m_program.services().fleet().devices();
        for (const DeviceId id : devices)
            metrics = std::max(metrics, m_program.services().fleet().device(id)->metrics.size());
        return metrics;
    };
    QTRY_COMPARE_WITH_TIMEOUT(most(), qsizetype(IngestLimits().metricsPerDevice), 20'000);
    QTRY_VERIFY(said(QStringLiteral("127.0.0.1")).contains(QStringLiteral("beyond the limits")));
    stillAlive();
}

void TestBadInput::oddTopicIsADeviceLikeAnyOther()
{
    const QString odd = QStringLiteral("odd\u202egnp.exe \U0001f4a1 \u0301\u200b");
    QVERIFY(publish(odd + QStringLiteral("/reading"), "7"));
    const auto known = [&] {
        const QList<DeviceId> devices = m_program.services().fleet().devices();
        return std::any_of(devices.cbegin(), devices.cend(), [&](DeviceId id) { return m_program.services().fleet().device(id)->addresses.join(u' ').contains(QStringLiteral("gnp.exe")); });
    };
    QTRY_VERIFY(known());
    m_program.photograph("odd");
    stillAlive();
}

void TestBadInput::badConnectionSaysWhatToDo_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QStringList>("words");
    const auto local = [](const char *format, const test::Broker &broker) { return QUrl(QString::fromLatin1(format).arg(broker.port())); };
    QTest::newRow("unknown host") << QUrl(QStringLiteral("mqtt://no-such-broker.invalid")) << QString() << QStringList {QStringLiteral("no-such-broker.invalid")};
    QTest::newRow("kind that nobody knows") << QUrl(QStringLiteral("gopher://broker")) << QString() << QStringList {QStringLiteral("gopher"), QStringLiteral("mqtts://")};
    QTest::newRow("nobody listens") << QUrl(QStringLiteral("mqtt://127.0.0.1:1")) << QString() << QStringList {QStringLiteral("127.0.0.1"), QStringLiteral("1")};
    QTest::newRow("refused login") << local("mqtt://ada@127.0.0.1:%1", m_locked) << QStringLiteral("wrong") << QStringList {QStringLiteral("does not let “ada” in")};
    QTest::newRow("certificate of a stranger") << local("mqtts://127.0.0.1:%1", m_secure) << QString() << QStringList {QStringLiteral("certificate")};
    QTest::newRow("plain text to an encrypted port") << local("mqtt://127.0.0.1:%1", m_secure) << QString() << QStringList {QStringLiteral("127.0.0.1")};
    QTest::newRow("a CA file that is not there") << local("mqtts://127.0.0.1:%1?ca=/no/such.pem", m_secure) << QString() << QStringList {QStringLiteral("/no/such.pem")};
}

void TestBadInput::badConnectionSaysWhatToDo()
{
    QFETCH(QUrl, url);
    QFETCH(QString, password);
    QFETCH(QStringList, words);
    Connections &connections = m_program.services().connections();
    const QString name = QStringLiteral("Bad %1").arg(QString::fromLatin1(QTest::currentDataTag()));
    const ConnectionId id = connections.add({.name = name, .url = url});
    if (!password.isEmpty())
        connections.givePassword(id, password, false);
    QTRY_VERIFY_WITH_TIMEOUT(!m_program.services().diagnostics().status(id).detail.isEmpty(), 15'000);
    for (const QString &word : words)
        QTRY_VERIFY2(said(name).contains(word), qPrintable(said(name)));
    qInfo("%s", qPrintable(said(name)));
    stillAlive();
    m_program.photograph(QTest::currentDataTag());
    connections.remove(id);
}

void TestBadInput::noDialogEverOpened()
{
    QVERIFY(m_program.window().findChildren<QDialog *>().isEmpty());
}

QTEST_MAIN(TestBadInput)
#include "tst_badinput.moc"
