// Pairing through the real D-Bus against a simulated BlueZ: every kind of question, and every way it can end.

#include "backends/ble/commands.h"
#include "tests/support/blestage.h"
#include "tests/support/simulatedbluez.h"

#include <QCoreApplication>
#include <QTest>

#include <optional>

using namespace muster;
using namespace muster::test;

class TestBlePairing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_bluez.reset(); }
    void justWorks();
    void isAnswered_data();
    void isAnswered();
    void passkeyIsTypedOnTheDevice();
    void deviceCancels();
    void nobodyAnswers();
    void oneAtATimeAndBounded();
    void pairingIsForgotten();
    void serviceDiesWhileItAsks();
    void strangersAskInVain();

private:
    void start(const QString &method, int answerMs = 30'000);
    [[nodiscard]] bool isPaired()
    {
        return m_bluez->call([](FakeBlueZ &bluez) { return bluez.isPaired(demo::Ess); });
    }

    const QString m_address = bleAddress(demo::Ess);
    std::optional<SimulatedBlueZ> m_bluez;
    std::optional<BleStage> m_stage;
};

void TestBlePairing::init()
{
    m_stage.reset();
    m_bluez.emplace();
    QVERIFY(m_bluez->startWithAdapter());
}

void TestBlePairing::start(const QString &method, int answerMs)
{
    m_bluez->call([&](FakeBlueZ &bluez) {
        SimPeripheral node = demo::essPeripheral();
        node.pairing = method;
        node.passkey = 42'007;
        node.pin = QStringLiteral("0000");
        bluez.addPeripheral(node);
    });
    BleBackend::Options options;
    options.pairingAnswerMs = answerMs;
    m_stage.emplace(options);
    QTRY_VERIFY(m_stage->record.device(m_address).id.isValid());
    m_stage->send(m_address, ble::pairKey);
}

void TestBlePairing::justWorks()
{
    start({});
    QTRY_VERIFY(m_stage->finished.contains(1));
    QVERIFY(m_stage->finished.value(1).first && m_stage->finished.value(1).second);
    QVERIFY(isPaired());
    QVERIFY(m_stage->questions.isEmpty());
    m_stage->send(m_address, ble::pairKey); // again: it is
    QTRY_VERIFY(m_stage->finished.contains(2));
    QVERIFY(m_stage->finished.value(2).first);
}

void TestBlePairing::isAnswered_data()
{
    using Kind = PairingQuestion::Kind;
    QTest::addColumn<QString>("method");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<bool>("yes");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("paired");
    QTest::addColumn<QString>("word"); // in the message
    QTest::newRow("same number") << "RequestConfirmation" << Kind::Compare << "042007" << true << "" << true << "is paired";
    QTest::newRow("other number") << "RequestConfirmation" << Kind::Compare << "042007" << false << "" << false << "not paired";
    QTest::newRow("number typed") << "RequestPasskey" << Kind::TypeHere << "" << true << "042007" << true << "is paired";
    QTest::newRow("wrong number") << "RequestPasskey" << Kind::TypeHere << "" << true << "123456" << false << "wrong";
    QTest::newRow("no number") << "RequestPasskey" << Kind::TypeHere << "" << true << "pear" << false << "not paired";
    QTest::newRow("too large a number") << "RequestPasskey" << Kind::TypeHere << "" << true << "1042007" << false << "not paired";
    QTest::newRow("given up") << "RequestPasskey" << Kind::TypeHere << "" << false << "" << false << "not paired";
    QTest::newRow("PIN") << "RequestPinCode" << Kind::TypePin << "" << true << "0000" << true << "is paired";
    QTest::newRow("wrong PIN") << "RequestPinCode" << Kind::TypePin << "" << true << "1234" << false << "wrong";
    QTest::newRow("allowed") << "RequestAuthorization" << Kind::Allow << "" << true << "" << true << "is paired";
    QTest::newRow("not allowed") << "RequestAuthorization" << Kind::Allow << "" << false << "" << false << "not paired";
}

void TestBlePairing::isAnswered()
{
    QFETCH(QString, method);
    QFETCH(PairingQuestion::Kind, kind);
    QFETCH(QString, shown);
    QFETCH(bool, yes);
    QFETCH(QString, typed);
    QFETCH(bool, paired);
    QFETCH(QString, word);
    start(method);
    QTRY_COMPARE(m_stage->questions.size(), 1);
    const PairingQuestion question = m_stage->questions.first();
    QCOMPARE(question.kind, kind);
    QCOMPARE(question.code, shown);
    QCOMPARE(question.device, QStringLiteral("ESS node"));
    QVERIFY(m_stage->finished.value(1).first); // the command has done its part: a person takes their time
    m_stage->backend().answerPairing(question.id, yes, typed);
    QTRY_COMPARE(m_stage->notes.size(), 1);
    QVERIFY2(m_stage->notes.first().contains(word), qPrintable(m_stage->notes.first()));
    QCOMPARE(isPaired(), paired);
    m_stage->backend().answerPairing(question.id, true, typed); // late: nothing happens
    QCOMPARE(isPaired(), paired);
}

void TestBlePairing::passkeyIsTypedOnTheDevice()
{
    start(QStringLiteral("DisplayPasskey"));
    QTRY_COMPARE(m_stage->questions.size(), 1);
    QCOMPARE(m_stage->questions.first().kind, PairingQuestion::Kind::TypeThere);
    QCOMPARE(m_stage->questions.first().code, QStringLiteral("042007"));
    m_bluez->call([](FakeBlueZ &bluez) { bluez.endPairing(demo::Ess, true); });
    QTRY_COMPARE(m_stage->takenBack, QList<quint32> {m_stage->questions.first().id});
    QTRY_COMPARE(m_stage->notes.size(), 1);
    QVERIFY(isPaired());
}

void TestBlePairing::deviceCancels()
{
    start(QStringLiteral("RequestPasskey"));
    QTRY_COMPARE(m_stage->questions.size(), 1);
    m_bluez->call([](FakeBlueZ &bluez) { bluez.endPairing(demo::Ess, false); });
    QTRY_COMPARE(m_stage->takenBack.size(), 1);
    QTRY_COMPARE(m_stage->notes.size(), 1);
    QVERIFY2(m_stage->notes.first().contains(QStringLiteral("cancelled")), qPrintable(m_stage->notes.first()));
    QVERIFY(!isPaired());
}

void TestBlePairing::nobodyAnswers()
{
    start(QStringLiteral("RequestConfirmation"), 50);
    QTRY_COMPARE(m_stage->takenBack.size(), 1);
    QTRY_COMPARE(m_stage->notes.size(), 1);
    QVERIFY2(m_stage->notes.first().contains(QStringLiteral("Nobody answered")), qPrintable(m_stage->notes.first()));
    QTRY_COMPARE(m_bluez->call([](FakeBlueZ &bluez) { return bluez.counters.cancelPairing; }), 1);
    QVERIFY(!isPaired());
}

void TestBlePairing::oneAtATimeAndBounded()
{
    start(QStringLiteral("RequestConfirmation"));
    QTRY_COMPARE(m_stage->questions.size(), 1);
    for (size_t i = 0; i < BleBackend::maxPairing; ++i)
        m_stage->send(m_address, ble::pairKey);
    QVERIFY(m_stage->finished.contains(1 + quint32(BleBackend::maxPairing))); // the last one, at once
    QVERIFY(!m_stage->finished.value(1 + quint32(BleBackend::maxPairing)).first);
    QCOMPARE(at(m_stage->ingest.counters({1}), Count::LimitReached), quint64(1));
    QCOMPARE(m_bluez->call([](FakeBlueZ &bluez) { return bluez.counters.pair; }), 1);
    m_stage->backend().answerPairing(m_stage->questions.first().id, true, {});
    QTRY_VERIFY(m_stage->finished.contains(2) && m_stage->finished.contains(3) && m_stage->finished.contains(4)); // it is paired already
    QVERIFY(isPaired());
}

void TestBlePairing::pairingIsForgotten()
{
    start({});
    QTRY_VERIFY(isPaired());
    m_stage->send(m_address, ble::unpairKey);
    QTRY_VERIFY(m_stage->finished.contains(2));
    QVERIFY(m_stage->finished.value(2).first && m_stage->finished.value(2).second);
    QCOMPARE(m_bluez->call([](FakeBlueZ &bluez) { return bluez.counters.removeDevice; }), 1);
    QVERIFY(!isPaired());
    m_stage->send(m_address, ble::unpairKey); // it is not there any more
    QTRY_VERIFY(m_stage->finished.contains(3));
    QVERIFY(!m_stage->finished.value(3).first);
}

void TestBlePairing::serviceDiesWhileItAsks()
{
    start(QStringLiteral("RequestPasskey"));
    QTRY_COMPARE(m_stage->questions.size(), 1);
    m_bluez->call([](FakeBlueZ &bluez) { bluez.crash(); });
    QTRY_COMPARE(m_stage->takenBack.size(), 1);
    QTRY_COMPARE(m_stage->notes.size(), 1);
    QVERIFY(m_bluez->startWithAdapter());
    QTRY_VERIFY(m_stage->isOpen());
    m_stage->send(m_address, ble::pairKey); // the new service knows no agent yet
    QTRY_COMPARE(m_stage->questions.size(), 2);
    m_stage->backend().answerPairing(m_stage->questions.last().id, true, QStringLiteral("42007"));
    QTRY_VERIFY(isPaired());
}

/// The agent answers for the device that is being paired, and for no other.
void TestBlePairing::strangersAskInVain()
{
    start({});
    QTRY_VERIFY(isPaired());
    const auto refused = m_bluez->call([](FakeBlueZ &bluez) { return bluez.askAgent(QStringLiteral("RequestAuthorization"), QStringLiteral("/org/bluez/hci0/dev_00")); });
    QTRY_COMPARE(m_bluez->call([&](FakeBlueZ &bluez) { return bluez.agentError; }), QStringLiteral("org.bluez.Error.Rejected"));
    QVERIFY(refused);
    QVERIFY(m_stage->questions.isEmpty());
}

MUSTER_BLUEZ_MAIN(QCoreApplication, TestBlePairing)
#include "tst_blepairing.moc"
