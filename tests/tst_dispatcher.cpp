#include "core/dispatcher.h"
#include "core/fleet.h"

#include <QSignalSpy>
#include <QTest>

using namespace muster;

namespace {

CommandInfo takes(const char *key, ArgumentType argument)
{
    CommandInfo info;
    info.key = QString::fromLatin1(key);
    info.argument = argument;
    info.options = {QStringLiteral("low"), QStringLiteral("high")};
    return info;
}

Command order(const char *key, Value argument = {}, int timeoutMs = 10'000)
{
    Command command;
    command.device = {1};
    command.key = QString::fromLatin1(key);
    command.argument = std::move(argument);
    command.timeoutMs = timeoutMs;
    return command;
}

} // namespace

class TestDispatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fleet = std::make_unique<Fleet>();
        Device device;
        device.id = {1};
        device.connection = {1};
        device.addresses = {QStringLiteral("sim:1")};
        device.commands = {takes("press", ArgumentType::None), takes("power", ArgumentType::Boolean), takes("speed", ArgumentType::Number),
            takes("mode", ArgumentType::Enumeration), takes("label", ArgumentType::Text), takes("broken", ArgumentType::None)};
        device.commands.last().problem = QStringLiteral("template not supported");
        m_fleet->announce({device});
        m_dispatcher = std::make_unique<Dispatcher>(*m_fleet);
    }

    void argumentsAreCheckedBeforeAnythingIsSent_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<Value>("argument");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("press") << "press" << Value {} << true;
        QTest::newRow("press with a value") << "press" << Value {true} << false;
        QTest::newRow("power on") << "power" << Value {true} << true;
        QTest::newRow("power 1") << "power" << Value {1.0} << false;
        QTest::newRow("speed 100") << "speed" << Value {100.0} << true;
        QTest::newRow("speed 101") << "speed" << Value {101.0} << false;
        QTest::newRow("speed NaN") << "speed" << Value {std::numeric_limits<double>::quiet_NaN()} << false;
        QTest::newRow("mode low") << "mode" << Value {QStringLiteral("low")} << true;
        QTest::newRow("mode turbo") << "mode" << Value {QStringLiteral("turbo")} << false;
        QTest::newRow("label") << "label" << Value {QStringLiteral("x")} << true;
        QTest::newRow("unknown command") << "explode" << Value {} << false;
        QTest::newRow("unsupported command") << "broken" << Value {} << false;
    }

    void argumentsAreCheckedBeforeAnythingIsSent()
    {
        QFETCH(QString, key);
        QFETCH(Value, argument);
        QFETCH(bool, accepted);
        QSignalSpy sent(m_dispatcher.get(), &Dispatcher::sendRequested);
        Command command = order("", argument);
        command.key = key;
        const auto id = m_dispatcher->submit(command);
        QCOMPARE(id.has_value(), accepted);
        QCOMPARE(sent.size(), accepted ? 1 : 0);
        if (!accepted)
            QVERIFY(!id.error().text.isEmpty());
    }

    void deviceWithoutARoadIsRefusedAtOnce()
    {
        m_fleet->adopt({{1}});
        m_fleet->withdraw({{1}});
        const auto id = m_dispatcher->submit(order("press"));
        QVERIFY(!id);
        QCOMPARE(id.error().code, Error::Code::Unreachable);
    }

    void commandTakesTheRoadThatReachesTheDevice()
    {
        Device device = *m_fleet->device({1});
        device.parts = {DevicePart {{1}, {1}, {}, {}, device.addresses, Presence::Offline, {}, {{QStringLiteral("press"), QStringLiteral("press")}}},
            DevicePart {{7}, {2}, {}, {}, device.addresses, Presence::Online, {}, {{QStringLiteral("press"), QStringLiteral("button")}}}};
        device.parts[0].commands.insert(QStringLiteral("power"), QStringLiteral("power"));
        m_fleet->announce({device});
        QSignalSpy sent(m_dispatcher.get(), &Dispatcher::sendRequested);
        QSignalSpy finished(m_dispatcher.get(), &Dispatcher::finished);
        const auto id = m_dispatcher->submit(order("press"));
        QVERIFY(id.has_value());
        const auto command = sent.at(0).at(0).value<Command>();
        QCOMPARE(command.device, DeviceId {7});
        QCOMPARE(command.connection, ConnectionId {2});
        QCOMPARE(command.key, QStringLiteral("button"));
        m_dispatcher->finish(*id, {}, true);
        QCOMPARE(finished.at(0).at(0).value<CommandOutcome>().command.device, DeviceId {1});
        // Only one road knows it, reached or not.
        QVERIFY(m_dispatcher->submit(order("power", true)).has_value());
        QCOMPARE(sent.at(1).at(0).value<Command>().connection, ConnectionId {1});
        device.parts[0].connection = {};
        m_fleet->announce({device});
        QCOMPARE(m_dispatcher->submit(order("power", true)).error().code, Error::Code::Unreachable);
    }

    void everyCommandEndsExactlyOnce()
    {
        QSignalSpy finished(m_dispatcher.get(), &Dispatcher::finished);
        const auto id = m_dispatcher->submit(order("press"));
        QVERIFY(id);
        m_dispatcher->finish(*id, {}, true);
        m_dispatcher->finish(*id, failure(Error::Code::Io, QStringLiteral("late")), false);
        m_dispatcher->cancel(*id);
        QCOMPARE(finished.size(), 1);
        const auto outcome = finished[0][0].value<CommandOutcome>();
        QVERIFY(outcome.result);
        QVERIFY(outcome.confirmed);
        QCOMPARE(m_dispatcher->pending(), 0);
        QCOMPARE(m_dispatcher->journal().size(), 1);
    }

    void silentDeviceTimesOutOnce()
    {
        QSignalSpy finished(m_dispatcher.get(), &Dispatcher::finished);
        QSignalSpy abandoned(m_dispatcher.get(), &Dispatcher::abandoned);
        const auto id = m_dispatcher->submit(order("press", {}, 30));
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished[0][0].value<CommandOutcome>().result.error().code, Error::Code::TimedOut);
        QCOMPARE(abandoned.size(), 1);
        m_dispatcher->finish(*id, {}, true);
        QCOMPARE(finished.size(), 1);
    }

    void manyDeadlinesEndEachOnTime()
    {
        QSignalSpy finished(m_dispatcher.get(), &Dispatcher::finished);
        QList<CommandId> ids;
        for (int i = 0; i < 200; ++i)
            ids.append(*m_dispatcher->submit(order("press", {}, 20 + i % 7)));
        for (int i = 0; i < 200; i += 2)
            m_dispatcher->finish(ids[i], {}, false);
        QTRY_COMPARE(finished.size(), 200);
        QCOMPARE(m_dispatcher->pending(), 0);
    }

    void journalIsBounded()
    {
        for (size_t i = 0; i < Dispatcher::journalSize + 10; ++i)
            m_dispatcher->finish(*m_dispatcher->submit(order("press")), {}, false);
        QCOMPARE(m_dispatcher->journal().size(), Dispatcher::journalSize);
    }

private:
    std::unique_ptr<Fleet> m_fleet;
    std::unique_ptr<Dispatcher> m_dispatcher;
};

QTEST_GUILESS_MAIN(TestDispatcher)
#include "tst_dispatcher.moc"
