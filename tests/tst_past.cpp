// The seam between those who ask for the recorded past and whoever answers.

#include "core/past.h"

#include <QSignalSpy>
#include <QTest>

using namespace muster;

class TestPast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void questionsGoOutWithNumbersOfTheirOwn();
    void answersComeBackUnderTheirNumber();
    void recordingIsToldOncePerChange();
    void withNothingBehindItNothingIsRecording();
};

void TestPast::questionsGoOutWithNumbersOfTheirOwn()
{
    Past past;
    QSignalSpy envelopes(&past, &Past::envelopeAsked);
    QSignalSpy samples(&past, &Past::samplesAsked);
    const quint64 asker = past.newAsker();
    QVERIFY(past.newAsker() != asker);
    const quint64 first = past.askEnvelope(asker, {7}, 10, 20, 300);
    const quint64 second = past.askSamples({8}, 30, 40, 1'000);
    QVERIFY(first != 0 && second != 0 && first != second);

    QCOMPARE(envelopes.size(), 1);
    const auto envelope = envelopes.at(0).at(0).value<EnvelopeQuery>();
    QCOMPARE(envelope.id, first);
    QCOMPARE(envelope.asker, asker);
    QCOMPARE(envelope.metric, MetricId {7});
    QCOMPARE(envelope.from, 10);
    QCOMPARE(envelope.to, 20);
    QCOMPARE(envelope.pixels, 300);
    QCOMPARE(samples.size(), 1);
    const auto range = samples.at(0).at(0).value<SamplesQuery>();
    QCOMPARE(range.id, second);
    QCOMPARE(range.metric, MetricId {8});
    QCOMPARE(range.to, 40);
    QCOMPARE(range.limit, 1'000);
}

void TestPast::answersComeBackUnderTheirNumber()
{
    Past past;
    QSignalSpy envelopes(&past, &Past::envelopeArrived);
    QSignalSpy samples(&past, &Past::samplesArrived);
    QSignalSpy refusals(&past, &Past::refused);
    EnvelopeColumn column;
    column.time = 15;
    column.count = 1;
    past.answerEnvelope(3, {7}, {column});
    past.answerSamples(4, {8}, {{{30, 1.5, {8}, 0, 0}}, {}, 31, false});
    past.refuse(5, {Error::Code::Io, QStringLiteral("The disk is gone.")});
    QCOMPARE(envelopes.at(0).at(0).toULongLong(), 3);
    QCOMPARE(envelopes.at(0).at(2).value<Envelope>(), Envelope {column});
    QCOMPARE(samples.at(0).at(0).toULongLong(), 4);
    const auto range = samples.at(0).at(2).value<RecordedSamples>();
    QCOMPARE(range.samples.size(), 1);
    QCOMPARE(range.next, 31);
    QVERIFY(!range.complete);
    QCOMPARE(refusals.at(0).at(0).toULongLong(), 5);
    QCOMPARE(refusals.at(0).at(1).value<Error>().code, Error::Code::Io);
}

void TestPast::recordingIsToldOncePerChange()
{
    Past past;
    QSignalSpy changes(&past, &Past::recordingChanged);
    past.setRecording(true);
    past.setRecording(true);
    QCOMPARE(changes.size(), 1);
    QVERIFY(past.isRecording());
    past.setRecording(false);
    QCOMPARE(changes.size(), 2);
}

void TestPast::withNothingBehindItNothingIsRecording()
{
    Past past;
    QSignalSpy answers(&past, &Past::envelopeArrived);
    QVERIFY(!past.isRecording());
    (void) past.askEnvelope(past.newAsker(), {1}, 0, 1, 1);
    QCoreApplication::processEvents();
    QCOMPARE(answers.size(), 0);
}

QTEST_GUILESS_MAIN(TestPast)

#include "tst_past.moc"
