// The program without its window: what arrives is recorded, found again after a restart, and nothing about it stops the program.

#include "app/services.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace muster;

namespace {

constexpr Micros second = 1'000'000;

} // namespace

class TestRecording : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void discoveredDevicesFindTheirHistoryAgain();
    void metricsOfAnotherHistoryAreNotContinued();
    void aHistoryThatCannotBeOpenedIsToldAndTheProgramGoesOn();
    void theDemoRecordsAndLeavesNothing();

private:
    [[nodiscard]] Options options() const;
    /// A metric of the made-up fleet that has values; invalid while there is none.
    [[nodiscard]] static MetricId someMetric(Services &services, const QString &address = {});
    [[nodiscard]] static QString addressOf(Services &services, MetricId metric);
    /// Samples the history has of a metric, before `to`.
    [[nodiscard]] static qsizetype recorded(Services &services, MetricId metric, Micros to);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestRecording::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

Options TestRecording::options() const
{
    Options options;
    options.data = m_folder->path();
    options.endpoints = {QUrl(QStringLiteral("sim://demo?devices=5&seed=1&history=30"))};
    return options;
}

MetricId TestRecording::someMetric(Services &services, const QString &address)
{
    const QList<DeviceId> devices = services.fleet().devices();
    for (const DeviceId id : devices) {
        const Device *const device = services.fleet().device(id);
        if (!address.isEmpty() && !device->addresses.contains(address))
            continue;
        for (const Metric &metric : device->metrics) {
            const MetricState *const state = services.fleet().metric(metric.id);
            if (metric.type == MetricType::Number && state && state->time > 0)
                return metric.id;
        }
    }
    return {};
}

QString TestRecording::addressOf(Services &services, MetricId metric)
{
    return services.fleet().device(services.fleet().metric(metric)->device)->addresses.constFirst();
}

qsizetype TestRecording::recorded(Services &services, MetricId metric, Micros to)
{
    QSignalSpy arrived(&services.past(), &Past::samplesArrived);
    const quint64 query = services.past().askSamples(metric, 0, to, 1'000'000);
    if (!arrived.wait() || arrived[0][0].toULongLong() != query)
        return -1;
    return arrived[0][2].value<RecordedSamples>().samples.size();
}

void TestRecording::discoveredDevicesFindTheirHistoryAgain()
{
    MetricId metric;
    QString address;
    {
        Services services(options());
        QVERIFY(services.start());
        QTRY_VERIFY(someMetric(services).isValid());
        metric = someMetric(services);
        address = addressOf(services, metric);
        QVERIFY(!services.fleet().isMember(services.fleet().metric(metric)->device)); // fleet.db does not know it
        QCOMPARE(services.diagnostics().recording().state, HistoryState::Recording);
        QTRY_VERIFY(recorded(services, metric, nowMicros()) > 0);
    }
    const Micros restarted = nowMicros();
    Options later = options();
    // Another device first, so that numbers given in the order of arrival would be others.
    later.endpoints.prepend(QUrl(QStringLiteral("sim://demo?devices=7&seed=2&history=30")));
    Services services(later);
    QVERIFY(services.start());
    QTRY_COMPARE(someMetric(services, address), metric);
    QVERIFY(recorded(services, metric, restarted) > 0);
}

void TestRecording::metricsOfAnotherHistoryAreNotContinued()
{
    MetricId metric;
    {
        Services services(options());
        QVERIFY(services.start());
        QTRY_VERIFY(someMetric(services).isValid());
        metric = someMetric(services);
        services.fleet().adopt({services.fleet().metric(metric)->device});
    }
    // The history of another fleet takes the place of this one's.
    QVERIFY(QFile::remove(m_folder->filePath(QStringLiteral("history.db"))));
    const Micros then = nowMicros() - 100 * second;
    {
        History other;
        QVERIFY(other.open(m_folder->filePath(QStringLiteral("history.db"))));
        Device stranger;
        stranger.addresses = {QStringLiteral("sim:stranger")};
        stranger.metrics = {{metric, QStringLiteral("stranger")}};
        other.describe({stranger});
        other.append({{{then, 1.0, metric, 0, 0}}, {}});
    }
    for (int start = 0; start < 2; ++start) { // and the same numbers again at the start after that
        Services services(options());
        QVERIFY(services.start());
        const QList<DeviceId> members = services.fleet().members();
        QCOMPARE(members.size(), 1);
        for (const Metric &own : services.fleet().device(members[0])->metrics)
            QVERIFY(own.id != metric);
        QCOMPARE(recorded(services, metric, then + second), 1);
    }
}

void TestRecording::aHistoryThatCannotBeOpenedIsToldAndTheProgramGoesOn()
{
    QFile foreign(m_folder->filePath(QStringLiteral("history.db")));
    {
        History newer;
        QVERIFY(newer.open(foreign.fileName()));
    }
    // A schema version this program does not know stands in bytes 60 to 63 of an SQLite file.
    QVERIFY(foreign.open(QIODevice::ReadWrite));
    QVERIFY(foreign.seek(60) && foreign.write(QByteArray::fromHex("00000063")) == 4);
    foreign.close();
    Services services(options());
    QVERIFY(services.start());
    QTRY_VERIFY(someMetric(services).isValid());
    QCOMPARE(services.diagnostics().recording().state, HistoryState::Closed);
    QVERIFY(services.diagnostics().recording().problem.contains(foreign.fileName()));
    QVERIFY(services.diagnostics().notices().front().text.contains(foreign.fileName()));
    QSignalSpy refused(&services.past(), &Past::refused);
    (void) services.past().askSamples({1}, 0, 1, 1);
    QVERIFY(refused.wait());
}

void TestRecording::theDemoRecordsAndLeavesNothing()
{
    Options demo = options();
    demo.demo = true;
    demo.endpoints.clear();
    const QDir temporary = QDir::temp();
    const QStringList before = temporary.entryList();
    {
        Services services(demo);
        QVERIFY(services.start());
        QTRY_VERIFY(someMetric(services).isValid());
        QTRY_VERIFY(recorded(services, someMetric(services), nowMicros()) > 0);
    }
    QVERIFY(QDir(m_folder->path()).isEmpty());
    for (const QString &name : temporary.entryList())
        QVERIFY2(!name.startsWith(QLatin1String("tst_recording")) || before.contains(name), qPrintable(name));
}

QTEST_MAIN(TestRecording)
#include "tst_recording.moc"
