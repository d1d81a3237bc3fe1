// Sparkplug B as a host application hears it: sessions of edge nodes and their devices, by a clock that the tests turn.
#include "support/edgenode.h"

#include "backends/mqtt/conventions/commandencoding.h"
#include "backends/mqtt/sparkplug/edgenode.h"
#include "backends/mqtt/sparkplug/host.h"
#include "backends/mqtt/sparkplug/rebirths.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <cmath>

using namespace muster;
using namespace muster::mqtt;
using muster::test::Field;
using muster::test::bdSeq;
using muster::test::edgePayload;
using muster::test::rebirthControl;
using Type = sparkplug::DataType;

namespace {

constexpr Micros start = 1'700'000'000'000'000;
constexpr Micros second = 1'000'000;

/// A host and what came of all it heard.
struct Plant
{
    explicit Plant(const sparkplug::HostOptions &options = {}) : host(sparkplug::host(options)) {}

    Digest hear(const char *topic, const QByteArray &payload, bool retained = false)
    {
        Digest digest = host->hear({QByteArrayView(topic), payload, retained, now});
        take(digest);
        return digest;
    }
    Digest nodeBirth(int sequence = 0, quint64 session = 3, const QList<Field> &more = {})
    {
        QList<Field> fields {bdSeq(session), rebirthControl(), Field("Temp").alias(1).type(Type::Float).single(20.5F)};
        return hear("spBv1.0/G/NBIRTH/E", edgePayload(fields + more, sequence));
    }
    Digest deviceBirth(int sequence = 1, const QList<Field> &more = {})
    {
        QList<Field> fields {Field("Level").alias(10).type(Type::Double).real(3.2), Field("Valve").alias(11).type(Type::Boolean).truth(false)};
        return hear("spBv1.0/G/DBIRTH/E/D", edgePayload(fields + more, sequence));
    }
    Digest nodeData(const Field &field, int sequence) { return hear("spBv1.0/G/NDATA/E", edgePayload({field}, sequence)); }
    Digest deviceData(const Field &field, int sequence) { return hear("spBv1.0/G/DDATA/E/D", edgePayload({field}, sequence)); }
    Digest death(quint64 session) { return hear("spBv1.0/G/NDEATH/E", edgePayload({bdSeq(session)}, -1)); }

    /// Time passes; what it brings about is taken in at each due moment.
    void pass(Micros span)
    {
        const Micros until = now + span;
        while (host->due() != 0 && host->due() <= until) {
            now = std::max(now, host->due());
            take(host->tick(now));
        }
        now = until;
    }
    void take(const Digest &digest)
    {
        for (const Announcement &announcement : digest.announced)
            announced.insert(announcement.origin, announcement);
        for (const Sighting &sighting : digest.sightings)
            presence.insert(sighting.origin, sighting.presence);
        readings += digest.readings;
        outgoing += digest.outgoing;
        unfit += digest.unfit;
    }
    [[nodiscard]] QList<double> numbers(const char *key) const
    {
        QList<double> list;
        for (const Reading &reading : readings) {
            if (reading.metric.key == QLatin1String(key))
                list.append(std::holds_alternative<double>(reading.value) ? std::get<double>(reading.value) : std::nan(""));
        }
        return list;
    }
    [[nodiscard]] Metric metric(const char *origin, const char *key) const
    {
        for (const Metric &metric : announced.value(origin).device.metrics) {
            if (metric.key == QLatin1String(key))
                return metric;
        }
        return {};
    }
    [[nodiscard]] std::optional<CommandInfo> command(const char *origin, const char *key) const
    {
        for (const CommandInfo &info : announced.value(origin).device.commands) {
            if (info.key == QLatin1String(key))
                return info;
        }
        return std::nullopt;
    }
    /// What a command becomes: topic and payload.
    [[nodiscard]] std::pair<QByteArray, Result<QByteArray>> written(const char *origin, const char *key, const Value &argument) const
    {
        const Announcement announcement = announced.value(origin);
        for (const CommandEncoding &encoding : announcement.commands) {
            if (encoding.command == QLatin1String(key))
                return {encoding.topic, encode(encoding, *command(origin, key), argument)};
        }
        return {{}, failure(Error::Code::NotFound, {})};
    }

    std::unique_ptr<Convention> host;
    Micros now = start;
    QHash<QByteArray, Announcement> announced;
    QHash<QByteArray, Presence> presence;
    QList<Reading> readings;
    QList<Outgoing> outgoing;
    int unfit = 0;
};

constexpr char node[] = "sparkplug/G/E";
constexpr char device[] = "sparkplug/G/E/D";

} // namespace

class TestSparkplug : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nodeBirthAnnouncesItsMetrics();
    void deviceBirthHangsOnItsNode();
    void metricsAreDescribedByTheirProperties();
    void dataIsReadByNameAndByAlias();
    void birthsSayWhatIsSoNow();
    void dataBeforeBirthAsksForBirths();
    void sequenceWrapsFrom255To0();
    void lateMessageFillsItsGap();
    void missingMessageLeadsToARebirthRequest();
    void aliasesAreNotBelievedAfterAGap();
    void messagesWithoutASequenceNumberAreReadByName();
    void waitingMessagesAreBounded();
    void staleNodeDeathIsIgnored();
    void nodeDeathTakesItsDevicesAlong();
    void deathOfAnUnknownNodeAsksForNothing();
    void deviceDeathComesInItsPlace();
    void rebirthForgetsWhatWasBefore();
    void devicesNotBornAnewAreGone();
    void unknownAliasAsksForBirths();
    void twoMetricsWithOneAliasAreReadByName();
    void valuesOfAnotherTypeAreCounted();
    void metricsThatCannotBeReadAreCounted();
    void historicalValuesNeverBecomeLatest();
    void nullValuesAreNoValues();
    void badQualityIsNoValue();
    void templatesShowTheirMembers();
    void dataSetsAreShown();
    void commandsAreWrittenAsSparkplugWantsThem();
    void commandsRefuseWhatDoesNotFit_data();
    void commandsRefuseWhatDoesNotFit();
    void readOnlyMetricsTakeNoCommand();
    void rebirthIsACommand();
    void rebirthRequestsAreSpacedOut();
    void manyNodesAreAskedOneAfterTheOther();
    void listeningHostsAskForNothing();
    void newSessionDoubtsWhatIsKnown();
    void keptMessagesAreOfAnotherSession();
    void otherHostsAreShownByTheirState();
    void ownStateIsNoDevice();
    void idsAreComparedWithTheirCase();
    void malformedMessagesSayWhy();
    void nodesAreBounded();
    void requirementsNameTestsThatExist();
};

void TestSparkplug::nodeBirthAnnouncesItsMetrics()
{
    Plant plant;
    const Digest digest = plant.nodeBirth();
    QCOMPARE(digest.announced.size(), 1);
    const Announcement &made = digest.announced[0];
    QCOMPARE(made.device.addresses, QStringList({QStringLiteral("sparkplug:G/E")}));
    QCOMPARE(made.device.name, QStringLiteral("E"));
    QCOMPARE(made.device.convention, QStringLiteral("Sparkplug B"));
    QVERIFY(made.device.via.isEmpty());
    QCOMPARE(made.device.metrics.size(), 3);
    QCOMPARE(plant.presence.value(node), Presence::Online);
    QCOMPARE(plant.numbers("Temp"), QList<double>({20.5}));
    QCOMPARE(plant.host->due(), Micros(0)); // nothing is missing
}

void TestSparkplug::deviceBirthHangsOnItsNode()
{
    Plant plant;
    plant.nodeBirth();
    plant.deviceBirth();
    const Device made = plant.announced.value(device).device;
    QCOMPARE(made.addresses, QStringList({QStringLiteral("sparkplug:G/E/D")}));
    QCOMPARE(made.via, QStringLiteral("sparkplug:G/E"));
    QCOMPARE(made.name, QStringLiteral("D"));
    QCOMPARE(plant.presence.value(device), Presence::Online);
    QCOMPARE(plant.numbers("Level"), QList<double>({3.2}));
    // the same device id on another node is another device
    plant.hear("spBv1.0/G/NBIRTH/F", edgePayload({bdSeq(0)}, 0));
    plant.hear("spBv1.0/G/DBIRTH/F/D", edgePayload({Field("Level").type(Type::Double).real(9)}, 1));
    QCOMPARE(plant.announced.value("sparkplug/G/F/D").device.via, QStringLiteral("sparkplug:G/F"));
    QCOMPARE(plant.announced.size(), 4);
}

void TestSparkplug::metricsAreDescribedByTheirProperties()
{
    Plant plant;
    plant.nodeBirth();
    plant.deviceBirth(1, {Field("Pressure").type(Type::Float).single(1).text("engUnit", "bar").number("engLow", 0).number("engHigh", 16), Field("Battery").type(Type::UInt8).whole(90),
                             Field("Properties/hw_version").type(Type::String).string("rev B"), Field("Properties/Hardware Make").type(Type::String).string("Ada & Sons")});
    QCOMPARE(plant.metric(device, "Pressure").unit, QStringLiteral("bar"));
    QCOMPARE(plant.metric(device, "Battery").role, Role::Battery);
    QCOMPARE(plant.command(device, "Pressure")->maximum, 16.0);
    QCOMPARE(plant.command(device, "Pressure")->minimum, 0.0);
    QCOMPARE(plant.command(device, "Battery")->maximum, 255.0);
    QCOMPARE(plant.announced.value(device).device.hardware, QStringLiteral("rev B"));
    QCOMPARE(plant.announced.value(device).device.manufacturer, QStringLiteral("Ada & Sons"));
    QVERIFY(plant.metric(device, "Properties/hw_version").diagnostic && !plant.metric(device, "Pressure").diagnostic);
}

void TestSparkplug::dataIsReadByNameAndByAlias()
{
    Plant plant;
    plant.nodeBirth();
    plant.deviceBirth();
    plant.nodeData(Field("Temp").type(Type::Float).single(21), 2);
    plant.nodeData(Field().alias(1).single(22), 3);
    plant.deviceData(Field().alias(10).real(3.3).at(1'700'000'001'000), 4);
    QCOMPARE(plant.numbers("Temp"), QList<double>({20.5, 21, 22}));
    QCOMPARE(plant.numbers("Level"), QList<double>({3.2, 3.3}));
    QCOMPARE(plant.readings.last().time, start + second);
    QCOMPARE(plant.readings.last().origin, QByteArray(device));
    // an alias of the node is none of the device's
    plant.deviceData(Field().alias(1).single(99), 5);
    QCOMPARE(plant.numbers("Temp").size(), 3);
    QCOMPARE(plant.unfit, 1);
}

void TestSparkplug::birthsSayWhatIsSoNow()
{
    Plant plant;
    plant.hear("spBv1.0/G/NBIRTH/E", edgePayload({bdSeq(0), Field("Temp").type(Type::Float).single(20).at(1'600'000'000'000)}, 0));
    QCOMPARE(plant.readings.last().time, start); // not when it last changed
}

void TestSparkplug::dataBeforeBirthAsksForBirths()
{
    Plant plant;
    plant.nodeData(Field("Temp").type(Type::Float).single(21), 2);
    plant.deviceData(Field("Level").type(Type::Double).real(21), 3);
    QVERIFY(plant.readings.isEmpty() && plant.announced.isEmpty());
    QVERIFY(plant.outgoing.isEmpty()); // the birth may be on its way
    plant.pass(second);
    QCOMPARE(plant.outgoing.size(), 1);
    QCOMPARE(plant.outgoing[0].topic, QByteArray("spBv1.0/G/NCMD/E"));
    plant.nodeBirth();
    plant.pass(600 * second);
    QCOMPARE(plant.outgoing.size(), 1);
    // a device that was never born
    plant.deviceData(Field("Level").type(Type::Double).real(21), 1);
    plant.pass(5 * second);
    QCOMPARE(plant.outgoing.size(), 2);
}

void TestSparkplug::sequenceWrapsFrom255To0()
{
    Plant plant;
    plant.nodeBirth();
    for (int i = 1; i < 600; ++i)
        plant.nodeData(Field().alias(1).single(float(i)), i % 256);
    QCOMPARE(plant.numbers("Temp").size(), 600);
    QCOMPARE(plant.numbers("Temp").last(), 599.0);
    QCOMPARE(plant.host->due(), Micros(0));
    // a birth may begin anywhere between 0 and 255
    plant.nodeBirth(255);
    plant.nodeData(Field().alias(1).single(1), 0);
    QCOMPARE(plant.numbers("Temp").size(), 602);
}

void TestSparkplug::lateMessageFillsItsGap()
{
    Plant plant;
    plant.nodeBirth();
    plant.nodeData(Field().alias(1).single(3), 3);
    plant.nodeData(Field().alias(1).single(2), 2);
    QCOMPARE(plant.numbers("Temp"), QList<double>({20.5}));
    QVERIFY(plant.host->due() > plant.now);
    plant.pass(4 * second);
    plant.nodeData(Field().alias(1).single(1), 1);
    QCOMPARE(plant.numbers("Temp"), QList<double>({20.5, 1, 2, 3}));
    QCOMPARE(plant.host->due(), Micros(0)); // the timer is off
    plant.pass(60 * second);
    QVERIFY(plant.outgoing.isEmpty());
    plant.nodeData(Field().alias(1).single(4), 4);
    QCOMPARE(plant.numbers("Temp").last(), 4.0);
}

void TestSparkplug::missingMessageLeadsToARebirthRequest()
{
    for (const Micros reorder : {5 * second, 30 * second}) {
        sparkplug::HostOptions options;
        options.reorder = reorder;
        Plant plant(options);
        plant.nodeBirth();
        plant.nodeData(Field("Temp").single(7), 7);
        plant.pass(reorder - 1);
        QVERIFY(plant.outgoing.isEmpty());
        QCOMPARE(plant.numbers("Temp"), QList<double>({20.5}));
        plant.pass(second + 1);
        QCOMPARE(plant.numbers("Temp"), QList<double>({20.5, 7})); // named, so it is sure whose it is
        QCOMPARE(plant.outgoing.size(), 1);
        const Outgoing &asked = plant.outgoing[0];
        QCOMPARE(asked.topic, QByteArray("spBv1.0/G/NCMD/E"));
        QCOMPARE(asked.qos, 0);
        QVERIFY(!asked.retain);
        const auto payload = sparkplug::readPayload(asked.payload);
        QVERIFY(payload && !payload->sequence && payload->timestamp);
        QCOMPARE(payload->metrics.size(), size_t(1));
        QCOMPARE(*payload->metrics[0].name, QByteArray("Node Control/Rebirth"));
        QVERIFY(!payload->metrics[0].alias);
        QCOMPARE(payload->metrics[0].type, quint32(Type::Boolean));
        QVERIFY(payload->metrics[0].value == sparkplug::Scalar(true));
    }
}

void TestSparkplug::aliasesAreNotBelievedAfterAGap()
{
    Plant plant;
    plant.nodeBirth();
    plant.nodeData(Field().alias(1).single(7), 7);
    plant.pass(6 * second);
    plant.nodeData(Field().alias(1).single(8), 8);
    plant.nodeData(Field("Temp").single(9), 9);
    QCOMPARE(plant.numbers("Temp"), QList<double>({20.5, 9}));
    plant.nodeBirth();
    plant.nodeData(Field().alias(1).single(10), 1);
    QCOMPARE(plant.numbers("Temp").last(), 10.0);
}

void TestSparkplug::messagesWithoutASequenceNumberAreReadByName()
{
    Plant plant;
    plant.nodeBirth();
    plant.nodeData(Field("Temp").single(1), -1);
    plant.nodeData(Field("Temp").single(2), 1);
    QCOMPARE(plant.numbers("Temp"), QList<double>({20.5, 1, 2}));
}

void TestSparkplug::waitingMessagesAreBounded()
{
    Plant plant;
    plant.nodeBirth();
    for (int i = 0; i < 200; ++i)
        plant.nodeData(Field("Temp").single(float(i)), 2 + i % 200);
    QVERIFY(plant.numbers("Temp").size() > int(sparkplug::EdgeNode::maxWaiting)); // given up before the time
    sparkplug::Shared shared;
    {
        sparkplug::EdgeNode edge({"G", "E", {}}, shared);
        Digest digest;
        edge.hear(*sparkplug::sparkplugTopic("spBv1.0/G/NBIRTH/E"), edgePayload({bdSeq(0)}, 0), start, digest);
        edge.hear(*sparkplug::sparkplugTopic("spBv1.0/G/NDATA/E"), edgePayload({}, 5), start, digest);
        QVERIFY(shared.held > 0 && shared.metrics == 1);
    }
    QCOMPARE(shared.held, 0);
    QCOMPARE(shared.metrics, 0);
}

void TestSparkplug::staleNodeDeathIsIgnored()
{
    Plant plant;
    plant.nodeBirth(0, 3);
    plant.deviceBirth();
    QCOMPARE(plant.death(2).verdict, Digest::Verdict::Ignored);
    QCOMPARE(plant.hear("spBv1.0/G/NDEATH/E", edgePayload({}, -1)).verdict, Digest::Verdict::Ignored);
    QCOMPARE(plant.presence.value(node), Presence::Online);
    QCOMPARE(plant.presence.value(device), Presence::Online);
}

void TestSparkplug::nodeDeathTakesItsDevicesAlong()
{
    Plant plant;
    plant.nodeBirth(0, 3);
    plant.deviceBirth();
    plant.nodeData(Field().alias(1).single(7), 9); // waits
    QCOMPARE(plant.death(3).verdict, Digest::Verdict::Understood);
    QCOMPARE(plant.presence.value(node), Presence::Offline);
    QCOMPARE(plant.presence.value(device), Presence::Offline);
    const qsizetype before = plant.readings.size();
    plant.nodeData(Field("Temp").single(1), 10); // stale: of no session
    QCOMPARE(plant.readings.size(), before);
    plant.pass(60 * second);
    QVERIFY(!plant.outgoing.isEmpty());
    plant.nodeBirth(0, 4);
    QCOMPARE(plant.presence.value(node), Presence::Online);
    QCOMPARE(plant.presence.value(device), Presence::Offline); // until it is born again
    plant.deviceBirth();
    QCOMPARE(plant.presence.value(device), Presence::Online);
}

void TestSparkplug::deathOfAnUnknownNodeAsksForNothing()
{
    Plant plant;
    plant.death(0);
    plant.pass(60 * second);
    QVERIFY(plant.outgoing.isEmpty() && plant.announced.isEmpty());
}

void TestSparkplug::deviceDeathComesInItsPlace()
{
    Plant plant;
    plant.nodeBirth();
    plant.deviceBirth();
    plant.hear("spBv1.0/G/DDEATH/E/D", edgePayload({}, 3));
    QCOMPARE(plant.presence.value(device), Presence::Online); // number 2 is still under way
    plant.deviceData(Field().alias(10).real(5), 2);
    QCOMPARE(plant.presence.value(device), Presence::Offline);
    QCOMPARE(plant.presence.value(node), Presence::Online);
    const qsizetype before = plant.readings.size();
    plant.deviceData(Field().alias(10).real(6), 4);
    QCOMPARE(plant.readings.size(), before);
    plant.deviceBirth(5);
    QCOMPARE(plant.presence.value(device), Presence::Online);
}

void TestSparkplug::rebirthForgetsWhatWasBefore()
{
    Plant plant;
    plant.nodeBirth();
    plant.deviceBirth();
    plant.hear("spBv1.0/G/NBIRTH/E", edgePayload({bdSeq(3), Field("Humidity").alias(1).type(Type::Int32).whole(40)}, 0));
    QVERIFY(plant.metric(node, "Temp").key.isEmpty());
    plant.nodeData(Field().alias(1).whole(41), 1); // the alias is used anew
    QCOMPARE(plant.numbers("Humidity"), QList<double>({40, 41}));
    QCOMPARE(plant.numbers("Temp"), QList<double>({20.5}));
    const qsizetype before = plant.readings.size();
    plant.deviceData(Field().alias(10).real(6), 2); // not born in this session
    QCOMPARE(plant.readings.size(), before);
}

void TestSparkplug::devicesNotBornAnewAreGone()
{
    Plant plant;
    plant.nodeBirth();
    plant.deviceBirth();
    plant.nodeBirth();
    QCOMPARE(plant.presence.value(device), Presence::Online); // its birth is on its way
    plant.pass(6 * second);
    QCOMPARE(plant.presence.value(device), Presence::Offline);
    plant.nodeBirth();
    plant.deviceBirth();
    plant.pass(6 * second);
    QCOMPARE(plant.presence.value(device), Presence::Online);
}

void TestSparkplug::unknownAliasAsksForBirths()
{
    Plant plant;
    plant.nodeBirth();
    QCOMPARE(plant.nodeData(Field().alias(99).single(1), 1).unfit, 1);
    plant.nodeData(Field().alias(1).single(2), 2); // what is known stays known
    QCOMPARE(plant.numbers("Temp"), QList<double>({20.5, 2}));
    plant.pass(second);
    QCOMPARE(plant.outgoing.size(), 1);
    plant.nodeBirth();
    QCOMPARE(plant.nodeData(Field("No such metric").type(Type::Float).single(1), 1).unfit, 1);
    plant.pass(20 * second);
    QCOMPARE(plant.outgoing.size(), 2);
}

void TestSparkplug::twoMetricsWithOneAliasAreReadByName()
{
    Plant plant;
    plant.nodeBirth();
    plant.deviceBirth(1, {Field("Other").alias(1).type(Type::Float).single(5)});
    QCOMPARE(plant.nodeData(Field().alias(1).single(1), 2).unfit, 1);
    QCOMPARE(plant.deviceData(Field().alias(1).single(1), 3).unfit, 1);
    plant.nodeData(Field("Temp").single(2), 4);
    plant.deviceData(Field("Other").single(6), 5);
    QCOMPARE(plant.numbers("Temp"), QList<double>({20.5, 2}));
    QCOMPARE(plant.numbers("Other"), QList<double>({5, 6}));
}

void TestSparkplug::valuesOfAnotherTypeAreCounted()
{
    Plant plant;
    plant.nodeBirth();
    QCOMPARE(plant.nodeData(Field("Temp").string("warm"), 1).unfit, 1);
    QCOMPARE(plant.nodeData(Field("Temp").type(Type::String).string("warm"), 2).unfit, 1);
    QCOMPARE(plant.numbers("Temp"), QList<double>({20.5}));
}

void TestSparkplug::metricsThatCannotBeReadAreCounted()
{
    Plant plant;
    const Digest digest = plant.nodeBirth(0, 3, {Field("No type").single(1), Field("Type 99").type(Type(99)).single(1), Field("\xff").type(Type::Float).single(1), Field().alias(7).type(Type::Float).single(1),
                                                    Field(QByteArray(600, 'x')).type(Type::Float).single(1), Field("Set").type(Type::PropertySet).single(1)});
    QCOMPARE(digest.unfit, 6);
    QCOMPARE(digest.announced[0].device.metrics.size(), 3);
    QCOMPARE(plant.host->due(), Micros(0)); // asking again would not help
}

void TestSparkplug::historicalValuesNeverBecomeLatest()
{
    Plant plant;
    plant.nodeBirth();
    plant.nodeData(Field("Temp").historical().single(2.9F).at(1'699'999'990'000), 1);
    QCOMPARE(plant.numbers("Temp"), QList<double>({20.5, 2.9}));
    QCOMPARE(plant.readings.last().time, start - 10 * second);
    QVERIFY(plant.readings.last().past);
    const qsizetype before = plant.readings.size();
    plant.nodeData(Field("Temp").historical().single(1).at(1'700'000'000'000), 2); // as late as the live one
    plant.nodeData(Field("Temp").historical().single(1).at(1'900'000'000'000), 3); // to come
    plant.nodeData(Field("Temp").historical().single(1).at(~0ULL), 4);
    plant.nodeData(Field("Temp").historical().single(1).at(0), 5);
    plant.nodeData(Field("Temp").historical().single(1), 6); // of no time
    QCOMPARE(plant.readings.size(), before);
}

void TestSparkplug::nullValuesAreNoValues()
{
    Plant plant;
    plant.nodeBirth(0, 3, {Field("Later").alias(5).type(Type::Int32).null(), Field("Note").type(Type::String).null()});
    QVERIFY(!plant.metric(node, "Later").key.isEmpty()); // it is there, without a value
    QVERIFY(std::isnan(plant.numbers("Later").at(0)));
    plant.nodeData(Field().alias(5).whole(7), 1);
    plant.nodeData(Field().alias(5).null(), 2);
    QCOMPARE(plant.numbers("Later").size(), 3);
    QCOMPARE(plant.numbers("Later").at(1), 7.0);
    QVERIFY(std::holds_alternative<std::monostate>(plant.readings.last().value));
}

void TestSparkplug::badQualityIsNoValue()
{
    Plant plant;
    plant.nodeBirth(0, 3, {Field("P").alias(5).type(Type::Double).real(1).number("Quality", 192)});
    QCOMPARE(plant.metric(node, "P/Quality").options.size(), 3);
    QCOMPARE(plant.numbers("P"), QList<double>({1}));
    plant.nodeData(Field().alias(5).real(2).number("Quality", 0), 1);
    QVERIFY(std::isnan(plant.numbers("P").at(1)));
    QCOMPARE(std::get<QString>(plant.readings.at(plant.readings.size() - 2).value), plant.metric(node, "P/Quality").options.at(1));
    plant.nodeData(Field().alias(5).real(3).number("Quality", 500), 2);
    QVERIFY(std::isnan(plant.numbers("P").at(2)));
    plant.nodeData(Field().alias(5).real(4).number("Quality", 192), 3);
    QCOMPARE(plant.numbers("P").at(3), 4.0);
}

void TestSparkplug::templatesShowTheirMembers()
{
    const auto member = [](const Field &field) {
        sparkplug::WireWriter out;
        out.bytes(2, field.message());
        return out.message();
    };
    const auto instance = [](const QByteArray &members, bool definition) {
        sparkplug::WireWriter out;
        out.append(members);
        sparkplug::WireWriter parameter;
        parameter.bytes(1, "maker");
        parameter.varint(2, quint64(Type::String));
        parameter.bytes(8, "Ada");
        out.bytes(3, parameter.message());
        if (!definition)
            out.bytes(4, "Motor");
        out.varint(5, definition ? 1 : 0);
        return out.message();
    };
    const QByteArray definition = instance(member(Field("rpm").type(Type::Int32)) + member(Field("on").type(Type::Boolean)), true);
    Plant plant;
    plant.nodeBirth(0, 3, {Field("Motor").type(Type::Template).raw(18, definition)});
    QVERIFY(plant.metric(node, "Motor").key.isEmpty()); // a definition is no metric
    // members may leave out what the definition says
    plant.deviceBirth(1, {Field("M1").alias(20).type(Type::Template).raw(18, instance(member(Field("rpm").whole(100)) + member(Field("on").truth(true)), false))});
    QCOMPARE(plant.numbers("M1/rpm"), QList<double>({100}));
    QCOMPARE(plant.metric(device, "M1/on").type, MetricType::Boolean);
    QCOMPARE(plant.metric(device, "M1/maker").type, MetricType::Text);
    QVERIFY(!plant.command(device, "M1/rpm"));
    // … and data may have only some of them
    plant.deviceData(Field().alias(20).raw(18, instance(member(Field("rpm").whole(120)), false)), 2);
    plant.deviceData(Field("M1").raw(18, instance(member(Field("rpm").whole(130)) + member(Field("no such").whole(1)), false)), 3);
    QCOMPARE(plant.numbers("M1/rpm"), QList<double>({100, 120, 130}));
    QCOMPARE(plant.unfit, 1);
}

void TestSparkplug::dataSetsAreShown()
{
    Plant plant;
    plant.nodeBirth(0, 3, {Field("Set").type(Type::DataSet).raw(17, QByteArray::fromHex("080112016118032204" "0a020805"))});
    QCOMPARE(plant.metric(node, "Set").type, MetricType::Text);
    QCOMPARE(std::get<QString>(plant.readings.last().value), QStringLiteral("{\"columns\":[\"a\"],\"rows\":[[5]]}"));
}

void TestSparkplug::commandsAreWrittenAsSparkplugWantsThem()
{
    Plant plant;
    plant.nodeBirth(0, 3, {Field("Setpoint").type(Type::Int16).whole(5), Field("Note").type(Type::String).string("x"), Field("Count").type(Type::UInt64).wide(5), Field("When").type(Type::DateTime).wide(5)});
    plant.deviceBirth();
    const auto check = [&](const char *origin, const char *key, const Value &argument, const QByteArray &topic, const sparkplug::Scalar &value, bool byAlias) {
        const auto [where, bytes] = plant.written(origin, key, argument);
        QCOMPARE(where, topic);
        QVERIFY(bytes.has_value());
        const auto payload = sparkplug::readPayload(*bytes);
        QVERIFY(payload && !payload->sequence);
        QVERIFY(*payload->timestamp > 1'700'000'000'000ULL && *payload->timestamp == *payload->metrics.at(0).timestamp);
        QCOMPARE(payload->metrics.size(), size_t(1));
        QCOMPARE(payload->metrics[0].alias.has_value(), byAlias);
        QCOMPARE(payload->metrics[0].name.has_value(), !byAlias);
        QVERIFY(payload->metrics[0].value == value);
    };
    check(node, "Setpoint", -2.0, "spBv1.0/G/NCMD/E", quint32(0xFFFFFFFE), false);
    check(node, "Note", QStringLiteral("ü"), "spBv1.0/G/NCMD/E", sparkplug::Text {"ü"}, false);
    check(node, "Count", 7.0, "spBv1.0/G/NCMD/E", quint64(7), false);
    check(node, "When", QStringLiteral("2023-11-14T22:13:20Z"), "spBv1.0/G/NCMD/E", quint64(1'700'000'000'000), false);
    check(node, "Temp", 21.5, "spBv1.0/G/NCMD/E", 21.5F, true);
    check(device, "Valve", true, "spBv1.0/G/DCMD/E/D", true, true);
    check(device, "Level", 0.1, "spBv1.0/G/DCMD/E/D", 0.1, true);
    QCOMPARE(plant.announced.value(device).commands.at(0).qos, 0);
    QVERIFY(!plant.announced.value(device).commands.at(0).retain);
    QCOMPARE(plant.announced.value(device).commands.at(0).echo, QStringLiteral("Level"));
}

void TestSparkplug::commandsRefuseWhatDoesNotFit_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<double>("number");
    QTest::addColumn<bool>("fits");
    QTest::newRow("Int8 low") << int(Type::Int8) << -128.0 << true;
    QTest::newRow("Int8 too low") << int(Type::Int8) << -129.0 << false;
    QTest::newRow("Int8 half") << int(Type::Int8) << 0.5 << false;
    QTest::newRow("UInt8 high") << int(Type::UInt8) << 255.0 << true;
    QTest::newRow("UInt8 too high") << int(Type::UInt8) << 256.0 << false;
    QTest::newRow("UInt8 negative") << int(Type::UInt8) << -1.0 << false;
    QTest::newRow("UInt32 high") << int(Type::UInt32) << 4'294'967'295.0 << true;
    QTest::newRow("UInt32 too high") << int(Type::UInt32) << 4'294'967'296.0 << false;
    QTest::newRow("Int64 low") << int(Type::Int64) << -9'007'199'254'740'992.0 << true;
    QTest::newRow("Int64 inexact") << int(Type::Int64) << 1e19 << false;
    QTest::newRow("Double nothing") << int(Type::Double) << double(NAN) << false;
    QTest::newRow("Int32 nothing") << int(Type::Int32) << double(NAN) << false;
    QTest::newRow("Float infinite") << int(Type::Float) << double(INFINITY) << false;
}

void TestSparkplug::commandsRefuseWhatDoesNotFit()
{
    QFETCH(int, type);
    QFETCH(double, number);
    QFETCH(bool, fits);
    auto info = sparkplug::commandOf(Type(type), {});
    QVERIFY(info);
    info->key = QStringLiteral("x");
    const QByteArray metric = sparkplug::commandMetric("x", {}, Type(type));
    const auto payload = sparkplug::commandPayload(metric, *info, number, start);
    QCOMPARE(payload.has_value(), fits);
    QVERIFY(fits || !payload.error().text.isEmpty());
    QVERIFY(!sparkplug::commandPayload(metric, *info, QStringLiteral("1"), start));
    QVERIFY(!sparkplug::commandPayload(metric, *info, true, start));
}

void TestSparkplug::readOnlyMetricsTakeNoCommand()
{
    Plant plant;
    plant.nodeBirth(0, 3, {Field("R").type(Type::Int32).whole(1).flag("readOnly", true), Field("W").type(Type::Int32).whole(1).flag("readOnly", false), Field("Properties/OS").type(Type::String).string("x"),
                              Field("Node Control/Reboot").type(Type::Boolean).truth(false), Field("Blob").type(Type::Bytes)});
    QVERIFY(!plant.command(node, "R") && !plant.command(node, "bdSeq") && !plant.command(node, "Properties/OS") && !plant.command(node, "Blob"));
    QVERIFY(plant.command(node, "W") && !plant.command(node, "W")->dangerous);
    QVERIFY(plant.command(node, "Node Control/Reboot")->dangerous);
}

void TestSparkplug::rebirthIsACommand()
{
    Plant plant;
    plant.nodeBirth();
    QCOMPARE(plant.command(node, "Node Control/Rebirth")->argument, ArgumentType::None);
    const auto [topic, payload] = plant.written(node, "Node Control/Rebirth", {});
    QCOMPARE(topic, QByteArray("spBv1.0/G/NCMD/E"));
    const auto read = sparkplug::readPayload(*payload);
    QCOMPARE(*read->metrics.at(0).name, QByteArray("Node Control/Rebirth"));
    QVERIFY(read->metrics.at(0).value == sparkplug::Scalar(true));
    // even where the birth forgot it
    plant.hear("spBv1.0/G/NBIRTH/E", edgePayload({bdSeq(0)}, 0));
    QVERIFY(plant.command(node, "Node Control/Rebirth"));
    QVERIFY(plant.written(node, "Node Control/Rebirth", {}).second);
}

void TestSparkplug::rebirthRequestsAreSpacedOut()
{
    Plant plant;
    plant.nodeData(Field("Temp").single(1), 1);
    plant.pass(second);
    QCOMPARE(plant.outgoing.size(), 1);
    for (int i = 0; i < 100; ++i)
        plant.nodeData(Field("Temp").single(1), i);
    plant.pass(8 * second);
    QCOMPARE(plant.outgoing.size(), 1);
    plant.pass(3'600 * second); // after 10 s, 20 s … and every 10 min
    QVERIFY2(plant.outgoing.size() >= 8 && plant.outgoing.size() <= 14, QByteArray::number(plant.outgoing.size()).constData());
    // one that is born and at fault again at once is not asked more often
    Plant flapping;
    for (int i = 0; i < 600; ++i) {
        flapping.nodeBirth();
        flapping.nodeData(Field().alias(99).single(1), 1);
        flapping.pass(second / 10);
    }
    QVERIFY2(flapping.outgoing.size() <= 4, QByteArray::number(flapping.outgoing.size()).constData());
}

void TestSparkplug::manyNodesAreAskedOneAfterTheOther()
{
    Plant plant;
    for (int i = 0; i < 100; ++i)
        plant.hear(("spBv1.0/G/NDATA/E" + QByteArray::number(i)).constData(), edgePayload({}, 1));
    plant.pass(second);
    QVERIFY(plant.outgoing.size() <= 2 * sparkplug::Rebirths::perSecond);
    plant.pass(9 * second);
    QVERIFY(plant.outgoing.size() >= 90 && plant.outgoing.size() <= 110);
}

void TestSparkplug::listeningHostsAskForNothing()
{
    sparkplug::HostOptions options;
    options.asksForBirths = false;
    Plant plant(options);
    plant.nodeData(Field("Temp").single(1), 1);
    plant.nodeBirth();
    plant.nodeData(Field("Temp").single(1), 9);
    plant.pass(3'600 * second);
    QVERIFY(plant.outgoing.isEmpty());
    QCOMPARE(plant.numbers("Temp").size(), 2);
}

void TestSparkplug::newSessionDoubtsWhatIsKnown()
{
    Plant plant;
    plant.nodeBirth();
    plant.now += 100 * second;
    plant.host->sessionBegan(plant.now);
    plant.nodeData(Field().alias(1).single(1), 77);
    plant.nodeData(Field("Temp").single(2), 78);
    QCOMPARE(plant.numbers("Temp"), QList<double>({20.5, 2}));
    plant.pass(second);
    QCOMPARE(plant.outgoing.size(), 1); // it is asked even if it says nothing
    plant.nodeBirth();
    plant.nodeData(Field().alias(1).single(3), 1);
    QCOMPARE(plant.numbers("Temp").last(), 3.0);
}

void TestSparkplug::keptMessagesAreOfAnotherSession()
{
    Plant plant;
    QCOMPARE(plant.hear("spBv1.0/G/NBIRTH/E", edgePayload({bdSeq(0)}, 0), true).verdict, Digest::Verdict::Ignored);
    QCOMPARE(plant.hear("spBv1.0/G/NCMD/E", edgePayload({rebirthControl()}, -1)).verdict, Digest::Verdict::Ignored);
    QVERIFY(plant.announced.isEmpty());
}

void TestSparkplug::otherHostsAreShownByTheirState()
{
    Plant plant;
    plant.hear("spBv1.0/STATE/scada", "{\"online\":true,\"timestamp\":200}", true);
    QCOMPARE(plant.announced.value("sparkplug/STATE/scada").device.name, QStringLiteral("scada"));
    QCOMPARE(plant.presence.value("sparkplug/STATE/scada"), Presence::Online);
    plant.hear("spBv1.0/STATE/scada", "{\"online\":false,\"timestamp\":100}"); // the will of an earlier session
    QCOMPARE(plant.presence.value("sparkplug/STATE/scada"), Presence::Online);
    plant.hear("spBv1.0/STATE/scada", "{\"online\":false,\"timestamp\":200}");
    QCOMPARE(plant.presence.value("sparkplug/STATE/scada"), Presence::Offline);
    QCOMPARE(plant.hear("spBv1.0/STATE/scada", "OFFLINE").verdict, Digest::Verdict::Malformed);
}

void TestSparkplug::ownStateIsNoDevice()
{
    sparkplug::HostOptions options;
    options.host = "muster";
    Plant plant(options);
    plant.hear("spBv1.0/STATE/muster", "{\"online\":true,\"timestamp\":200}");
    QVERIFY(plant.announced.isEmpty());
}

void TestSparkplug::idsAreComparedWithTheirCase()
{
    Plant plant;
    plant.nodeBirth(0, 3, {Field("temp").type(Type::Float).single(1)});
    plant.hear("spBv1.0/g/NBIRTH/e", edgePayload({bdSeq(0)}, 0));
    QVERIFY(plant.announced.contains("sparkplug/g/e") && plant.announced.contains(node));
    QVERIFY(!plant.metric(node, "temp").key.isEmpty() && !plant.metric(node, "Temp").key.isEmpty());
}

void TestSparkplug::malformedMessagesSayWhy()
{
    Plant plant;
    const Digest empty = plant.hear("spBv1.0/G/DDATA/E/D", {});
    QCOMPARE(empty.verdict, Digest::Verdict::Malformed);
    QVERIFY(!empty.reason.isEmpty());
    QCOMPARE(plant.hear("spBv1.0/G/NDATA/E", "55.49").verdict, Digest::Verdict::Malformed);
    QCOMPARE(plant.hear("spBv1.0/G/NBIRTH/E", edgePayload({}, 256)).verdict, Digest::Verdict::Malformed);
    QCOMPARE(plant.hear("spBv1.0/G/NDATA", edgePayload({}, 1)).verdict, Digest::Verdict::Ignored);
    QVERIFY(!plant.host->claims("home/humidity") && plant.host->claims("spBv1.0/G/NDATA/E"));
}

void TestSparkplug::nodesAreBounded()
{
    Plant plant;
    int beyond = 0;
    const QByteArray payload = edgePayload({}, 1);
    for (int i = 0; i < sparkplug::maxNodes + 5; ++i)
        beyond += plant.host->hear({"spBv1.0/G/NDATA/" + QByteArray::number(i), payload, false, start}).beyond;
    QCOMPARE(beyond, 5);
}

// The table of the specification's requirements: every id once, and each with a test that is there or a reason.
void TestSparkplug::requirementsNameTestsThatExist()
{
    const auto textOf = [](const QString &name) {
        QFile file(QStringLiteral(MUSTER_SOURCE_DIR "/tests/") + name);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    };
    QHash<QString, QString> sources;
    QSet<QString> seen;
    static const QRegularExpression shown(QStringLiteral("^`(tst_\\w+)`: `(\\w+)`"));
    for (const QString &line : textOf(QStringLiteral("sparkplug-requirements.md")).split(QLatin1Char('\n'))) {
        const QStringList cells = line.split(QStringLiteral(" | "));
        if (!line.startsWith(QLatin1String("| `tck-id-")) || cells.size() != 2)
            continue;
        QVERIFY2(!seen.contains(cells[0]), qPrintable(line));
        seen.insert(cells[0]);
        const auto test = shown.match(cells[1]);
        if (!test.hasMatch()) {
            QVERIFY2(cells[1].startsWith(QStringLiteral("– ")) && cells[1].size() > 20, qPrintable(line));
            continue;
        }
        QString &source = sources[test.captured(1)];
        if (source.isEmpty())
            source = textOf(test.captured(1) + QStringLiteral(".cpp"));
        QVERIFY2(source.contains(QLatin1String("::") + test.captured(2) + QLatin1String("()\n{")), qPrintable(line));
    }
    QCOMPARE(seen.size(), 299);
}

QTEST_GUILESS_MAIN(TestSparkplug)
#include "tst_sparkplug.moc"
