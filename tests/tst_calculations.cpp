#include "analysis/calculations.h"
#include "analysis/calculator.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace muster;

namespace {

constexpr Micros second = 1'000'000;

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

Device pump(const char *name, const char *address)
{
    Device device;
    device.addresses = {text(address)};
    device.name = text(name);
    device.link = QStringLiteral("sim");
    Metric pressure;
    pressure.key = QStringLiteral("pressure");
    pressure.name = QStringLiteral("Pressure");
    pressure.unit = QStringLiteral("bar");
    Metric label;
    label.key = QStringLiteral("label");
    label.type = MetricType::Text;
    Metric speed;
    speed.key = QStringLiteral("motor/speed");
    device.metrics = {pressure, label, speed};
    return device;
}

/// The way of samples from Ingest to the fleet with a Calculator beside it, all on one thread.
class Stage
{
public:
    Stage()
    {
        QObject::connect(&ingest, &Ingest::devicesAnnounced, &fleet, &Fleet::announce);
        QObject::connect(&ingest, &Ingest::devicesWithdrawn, &fleet, &Fleet::withdraw);
        QObject::connect(&ingest, &Ingest::sampled, &fleet, &Fleet::observe);
        QObject::connect(&ingest, &Ingest::arrived, &calculator, &Calculator::take);
        QObject::connect(&fleet, &Fleet::observed, &ingest, &Ingest::acknowledge);
        QObject::connect(&calculations, &Calculations::runChanged, &calculator, &Calculator::setCalculations);
        first = ingest.announce(pump("Pump 3", "sim:3"));
        second_ = ingest.announce(pump("Pump 4", "sim:4"));
        ingest.flush();
        a = fleet.findMetric(first, QStringLiteral("pressure"));
        b = fleet.findMetric(second_, QStringLiteral("pressure"));
        start = nowMicros() - 3'600 * second;
    }
    void push(MetricId metric, double seconds, double value) { ingest.push({}, metric, start + Micros(seconds * 1e6), value); }
    /// The samples, then the results that they lead to, up to a chain of four.
    void flush()
    {
        for (int i = 0; i < 5; ++i)
            ingest.flush();
    }
    QString add(const char *name, const char *expression)
    {
        const auto key = calculations.add({.name = text(name), .expression = text(expression)});
        if (!key)
            qWarning("%s", qPrintable(key.error().text));
        flush();
        return key ? *key : QString();
    }
    [[nodiscard]] QList<double> results(const QString &key) const
    {
        QList<double> values;
        if (const MetricState *state = fleet.metric(calculations.metric(key)))
            for (qsizetype i = 0; i < state->series.size(); ++i)
                values.append(state->series.valueAt(i));
        return values;
    }

    Ingest ingest;
    Fleet fleet;
    Calculator calculator {ingest};
    Calculations calculations {fleet};
    DeviceId first {};
    DeviceId second_ {};
    MetricId a {};
    MetricId b {};
    Micros start = 0;
};

} // namespace

class TestCalculations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resultsAreSamplesLikeAnyOther()
    {
        Stage stage;
        const QString key = stage.add("Difference", "\"Pump 3/Pressure\" - \"Pump 4/pressure\"");
        stage.push(stage.a, 1, 5);
        stage.flush();
        QVERIFY(stage.results(key).isEmpty());
        stage.push(stage.b, 2, 3);
        stage.push(stage.a, 3, 6);
        stage.flush();
        QCOMPARE(stage.results(key), (QList<double> {2, 3}));
        const MetricState *state = stage.fleet.metric(stage.calculations.metric(key));
        QCOMPARE(state->time, stage.start + 3 * second);
        QCOMPARE(state->info.unit, QStringLiteral("bar"));
        QCOMPARE(state->info.name, QStringLiteral("Difference"));
        QVERIFY(stage.fleet.isMember(state->device));
        QCOMPARE(stage.fleet.displayName(state->device), QStringLiteral("Calculated"));
    }

    void whatArrivesTogetherCountsTogether()
    {
        Stage stage;
        const QString key = stage.add("Sum", "\"Pump 3/pressure\" + \"Pump 4/pressure\"");
        for (int i = 0; i < 3; ++i) {
            stage.push(stage.a, i, i);
            stage.push(stage.b, i, 10 * i);
        }
        stage.flush();
        QCOMPARE(stage.results(key), (QList<double> {0, 11, 22})); // never a new a with an old b
    }

    void whatIsNoNumberGivesNoSample()
    {
        Stage stage;
        const QString key = stage.add("Inverse", "1 / \"Pump 3/pressure\"");
        stage.push(stage.a, 1, 0);
        stage.push(stage.a, 2, std::nan(""));
        stage.push(stage.a, 3, 4);
        stage.flush();
        QCOMPARE(stage.results(key), QList<double> {0.25});
    }

    void lateSamplesAreCountedAndClockJumpsStartAnew()
    {
        Stage stage;
        const QString key = stage.add("Delta", "delta(\"Pump 3/pressure\")");
        stage.push(stage.a, 10, 1);
        stage.push(stage.a, 20, 4);
        stage.push(stage.a, 15, 99);
        stage.push(stage.a, 100, 5);
        stage.flush();
        QCOMPARE(stage.results(key), (QList<double> {3, 1}));
        QCOMPARE(stage.calculator.late(), 1);
        stage.push(stage.a, 30, 10); // the clock was set back
        stage.push(stage.a, 31, 12);
        stage.flush();
        QVERIFY(stage.results(key).contains(2));
        QCOMPARE(stage.results(key).size(), 3);
    }

    void aSlowClockHoldsNothingUp()
    {
        Stage stage;
        const QString key = stage.add("Sum", "\"Pump 3/pressure\" + \"Pump 4/pressure\"");
        stage.push(stage.a, 600, 1); // a's clock is ten minutes ahead
        stage.push(stage.b, 1, 10);
        stage.push(stage.b, 2, 20);
        stage.push(stage.a, 601, 2);
        stage.flush();
        QCOMPARE(stage.results(key).last(), 22.0);
    }

    void calculationsBuildOnEachOtherButNotInCircles()
    {
        Stage stage;
        const QString twice = stage.add("Twice", "2 * \"Pump 3/pressure\"");
        const QString more = stage.add("More", "\"Calculated/Twice\" + 1");
        stage.push(stage.a, 1, 5);
        stage.flush();
        QCOMPARE(stage.results(more), QList<double> {11});
        Calculation circle = *stage.calculations.find(twice);
        circle.expression = QStringLiteral("\"Calculated/More\" * 2");
        const auto refused = stage.calculations.change(circle);
        QVERIFY(!refused);
        QVERIFY2(refused.error().text.contains(QStringLiteral("never end")), qPrintable(refused.error().text));
        circle.expression = QStringLiteral("\"Calculated/Twice\" * 2");
        QVERIFY(!stage.calculations.change(circle));
        QCOMPARE(stage.calculations.find(twice)->expression, QStringLiteral("2 * \"Pump 3/pressure\""));
    }

    void labelsFindWhatIsMeant_data()
    {
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("problem"); // part of it; empty: Pump 3's pressure
        QTest::newRow("name") << text("Pump 3/Pressure") << QString();
        QTest::newRow("key") << text("Pump 3/pressure") << QString();
        QTest::newRow("other case") << text("pump 3/PRESSURE") << QString();
        QTest::newRow("address") << text("sim:3/pressure") << QString();
        QTest::newRow("spaces") << text("Pump 3 / Pressure") << QString();
        QTest::newRow("only here") << text("valve") << QString();
        QTest::newRow("several") << text("pressure") << text("could be several");
        QTest::newRow("none") << text("Pump 9/pressure") << text("There is no metric");
        QTest::newRow("text") << text("Pump 3/label") << text("is a text");
    }

    void labelsFindWhatIsMeant()
    {
        QFETCH(const QString, label);
        QFETCH(const QString, problem);
        Stage stage;
        Metric valve;
        valve.key = QStringLiteral("valve");
        const MetricId only = stage.ingest.metric(stage.first, valve);
        stage.ingest.flush();
        const auto found = metricnames::find(stage.fleet, label);
        if (problem.isEmpty())
            QCOMPARE(found.metric, label == QLatin1StringView("valve") ? only : stage.a);
        else
            QVERIFY2(!found.metric.isValid() && found.problem.contains(problem), qPrintable(found.problem));
    }

    void labelsOfTwinsTellThemApart()
    {
        Stage stage;
        stage.ingest.announce(pump("Pump 3", "sim:33"));
        stage.ingest.flush();
        const QString label = metricnames::labelOf(stage.fleet, stage.a);
        QCOMPARE(label, QStringLiteral("sim:3/Pressure"));
        QCOMPARE(metricnames::find(stage.fleet, label).metric, stage.a);
        QVERIFY(metricnames::find(stage.fleet, QStringLiteral("Pump 3/Pressure")).problem.contains(label));
        const MetricId slashed = stage.fleet.findMetric(stage.second_, QStringLiteral("motor/speed"));
        QCOMPARE(metricnames::find(stage.fleet, metricnames::labelOf(stage.fleet, slashed)).metric, slashed);
        for (const QString &each : metricnames::all(stage.fleet, 100))
            QVERIFY2(metricnames::find(stage.fleet, each).metric.isValid(), qPrintable(each));
        QCOMPARE(metricnames::all(stage.fleet, 2).size(), 2);
    }

    void survivesARestartAndNewNames()
    {
        QString stored;
        QString key;
        {
            Stage stage;
            key = stage.add("Double", "2 * \"Pump 3/pressure\"");
            stored = stage.calculations.save();
        }
        Stage stage;
        stage.fleet.adopt({stage.first});
        stage.fleet.rename(stage.first, QStringLiteral("Feed \"A\""));
        QCOMPARE(stage.calculations.restore(stored), 0);
        stage.flush();
        QCOMPARE(stage.calculations.problem(key), QString());
        stage.push(stage.a, 1, 4);
        stage.flush();
        QCOMPARE(stage.results(key), QList<double> {8});
        QCOMPARE(stage.calculations.currentExpression(*stage.calculations.find(key)), text("2 * \"Feed \\\"A\\\"/Pressure\""));
        QCOMPARE(stage.calculations.save(), stored);
    }

    void aMissingMetricIsToldAndFoundAgain()
    {
        Stage stage;
        QSignalSpy problems(&stage.calculations, &Calculations::problemsChanged);
        const QString key = stage.add("Double", "2 * \"Pump 3/pressure\"");
        stage.ingest.withdraw(stage.first);
        stage.flush();
        QTRY_COMPARE(problems.size(), 1);
        QVERIFY2(stage.calculations.problem(key).contains(QStringLiteral("Pump 3/pressure")), qPrintable(stage.calculations.problem(key)));
        stage.flush();
        QCOMPARE(stage.fleet.metric(stage.calculations.metric(key))->info.problem, stage.calculations.problem(key));
        stage.ingest.announce(pump("Pump 3", "sim:3"));
        stage.flush();
        QTRY_COMPARE(problems.size(), 2);
        QVERIFY(stage.calculations.problem(key).isEmpty());
        stage.push(stage.a, 1, 4);
        stage.flush();
        QCOMPARE(stage.results(key), QList<double> {8});
    }

    void changingOneLeavesTheOthersAlone()
    {
        Stage stage;
        const QString rolling = stage.add("Rolling", "count(\"Pump 3/pressure\", 1h)");
        stage.push(stage.a, 1, 4);
        stage.flush();
        const QString other = stage.add("Other", "\"Pump 3/pressure\" + 1");
        stage.push(stage.a, 2, 4);
        stage.flush();
        QCOMPARE(stage.results(rolling), (QList<double> {1, 2}));
        Calculation renamed = *stage.calculations.find(rolling);
        renamed.name = QStringLiteral("Number of samples");
        QVERIFY(stage.calculations.change(renamed));
        stage.push(stage.a, 3, 4);
        stage.flush();
        QCOMPARE(stage.results(rolling).last(), 3.0);
        QCOMPARE(stage.fleet.metric(stage.calculations.metric(rolling))->info.name, renamed.name);
        stage.calculations.remove(other);
        stage.flush();
        QVERIFY(!stage.calculations.metric(other).isValid());
        stage.calculations.remove(rolling);
        stage.flush();
        QVERIFY(!stage.fleet.findByAddress(Calculations::address()).isValid());
        QVERIFY(!stage.add("Again", "\"Pump 3/pressure\"").isEmpty());
        QVERIFY(stage.fleet.findByAddress(Calculations::address()).isValid());
    }

    void refusesWhatCannotBe_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("says");
        QTest::newRow("no name") << text("  ") << text("\"Pump 3/pressure\"") << text("name");
        QTest::newRow("taken") << text("first") << text("\"Pump 3/pressure\"") << text("already");
        QTest::newRow("wrong") << text("x") << text("\"Pump 3/pressure\" +") << text("Column 19");
        QTest::newRow("unknown") << text("x") << text("\"Pump 7/pressure\"") << text("Pump 7");
        QTest::newRow("unit") << text("x") << text("\"Pump 3/pressure\" to \"m\"") << text("bar");
    }

    void refusesWhatCannotBe()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, expression);
        QFETCH(const QString, says);
        Stage stage;
        stage.add("First", "\"Pump 3/pressure\"");
        QSignalSpy changed(&stage.calculations, &Calculations::changed);
        const auto refused = stage.calculations.add({.name = name, .expression = expression});
        QVERIFY(!refused);
        QVERIFY2(refused.error().text.contains(says), qPrintable(refused.error().text));
        QVERIFY(changed.isEmpty());
    }

    void theirNumberIsBounded()
    {
        Stage stage;
        for (int i = 0; i < Calculations::most; ++i)
            if (!stage.calculations.add({.name = QStringLiteral("c%1").arg(i), .expression = QStringLiteral("\"Pump 3/pressure\" + 1")}))
                QFAIL("too early");
        QVERIFY(!stage.calculations.add({.name = QStringLiteral("more"), .expression = QStringLiteral("\"Pump 3/pressure\"")}));
        Stage other;
        QCOMPARE(other.calculations.restore(stage.calculations.save()), 0);
        QCOMPARE(other.calculations.all().size(), Calculations::most);
    }

    void damagedTextIsNoHarm()
    {
        Stage stage;
        QCOMPARE(stage.calculations.restore(QString()), 0);
        QCOMPARE(stage.calculations.restore(QStringLiteral("[]")), 0);
        QCOMPARE(stage.calculations.restore(QStringLiteral("{nonsense")), 1);
        QCOMPARE(stage.calculations.restore(QStringLiteral("[1, {}, {\"key\":\"a\",\"name\":\"A\",\"expression\":\"((\"}]")), 2);
        QCOMPARE(stage.calculations.all().size(), 1);
        QVERIFY(!stage.calculations.problem(QStringLiteral("a")).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCalculations)
#include "tst_calculations.moc"
