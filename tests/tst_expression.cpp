#include "analysis/program.h"
#include "analysis/units.h"

#include <QTest>

#include <cmath>

using namespace muster;

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr Micros second = 1'000'000;

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

/// Of inputs a, b, c in the order they are written, at time 0.
double valueOf(const QString &expression, const QList<double> &inputs, const QStringList &units = {})
{
    const auto parsed = parseExpression(expression);
    if (!parsed) {
        qWarning("%s", qPrintable(parsed.error().describe()));
        return -999'999;
    }
    auto program = Program::compile(*parsed, units);
    if (!program) {
        qWarning("%s", qPrintable(program.error().describe()));
        return -999'999;
    }
    for (int i = 0; i < program->inputs(); ++i)
        program->set(i, inputs.value(i));
    return program->run(0);
}

struct Event
{
    int seconds;
    int input;
    double value;
};

/// What comes out after each sample.
QList<double> stream(const char *expression, const QList<Event> &events, const QStringList &units = {})
{
    const auto parsed = parseExpression(text(expression));
    auto program = Program::compile(*parsed, units);
    QList<double> results;
    for (const Event &event : events) {
        program->set(event.input, event.value);
        results.append(program->run(event.seconds * second));
    }
    return results;
}

bool same(double a, double b)
{
    return (std::isnan(a) && std::isnan(b)) || a == b || std::abs(a - b) <= 1e-9 * std::max({1.0, std::abs(a), std::abs(b)});
}

} // namespace

class TestExpression : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void calculates_data();
    void calculates();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
    void everyCutOffTextIsAnswered();
    void isBounded();
    void followsStreams_data();
    void followsStreams();
    void otherInputsDoNotCountTwice();
    void windowsLetGo();
    void convertsUnits_data();
    void convertsUnits();
    void infersUnits_data();
    void infersUnits();
    void readsLabels();
    void restarts();
};

void TestExpression::calculates_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<double>("expected");
    const auto row = [](const char *expression, double expected) { QTest::newRow(expression) << text(expression) << expected; };
    // a = 7, b = 2, c = 0.5, in the order they appear
    row("a", 7);
    row("a - b", 5);
    row("a + b * c", 8);
    row("(a + b) * c", 4.5);
    row("a / b / c", 7);
    row("a - b - c", 4.5);
    row("2^3^2 + 0 * a", 512);
    row("-2^2 + 0*a", -4);
    row("2^-1 + 0*a", 0.5);
    row("--a", 7);
    row("+a", 7);
    row("a − b × c ÷ 1", 6);
    row("1.5e3 + a", 1'507);
    row(".5 * a", 3.5);
    row("a > b", 1);
    row("a < b", 0);
    row("a >= 7 and b <= 2", 1);
    row("a = 7 or b = 9", 1);
    row("not (a == 7)", 0);
    row("a != 7", 0);
    row("a ≤ 7", 1);
    row("a <> 3", 1);
    row("if(a > 5, b, c)", 2);
    row("if(a > 50, b, c)", 0.5);
    row("abs(0 - a)", 7);
    row("sqrt(a + 2)", 3);
    row("log(exp(a))", 7);
    row("log10(a + 93)", 2);
    row("round(a / 2)", 4);
    row("round(a / 3, 2)", 2.33);
    row("round(1234 + 0*a, -2)", 1'200);
    row("clamp(a, 0, 5)", 5);
    row("min(a, b)", 2);
    row("max(a, 10)", 10);
    row("MAX(a, 10)", 10);
    row("a / 0", none);
    row("0 * a / 0", none);
    row("sqrt(-a)", none);
    row("log(0 * a)", none);
    row("exp(a * 1000)", none);
    row("if(0/0, a, a)", none);
    row("\"Pump 3/pressure\" * 2", 14);
    row("'Pump 3/pressure' * 2", 14);
    row("energy.power + 1", 8);
    row("  a\t+\n b ", 9);
    row("a + a", 14);
    row("convert(a, \"m\", \"cm\")", 700);
}

void TestExpression::calculates()
{
    QFETCH(const QString, expression);
    QFETCH(const double, expected);
    const double actual = valueOf(expression, {7, 2, 0.5});
    QVERIFY2(same(actual, expected), qPrintable(QString::number(actual)));
}

void TestExpression::namesWhatIsWrong_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<int>("column"); // from 0
    QTest::addColumn<int>("length");
    QTest::addColumn<QString>("says");
    QTest::addColumn<QString>("suggests");
    const auto row = [](const char *expression, int column, int length, const char *says, const char *suggests = "") {
        QTest::newRow(expression) << text(expression) << column << length << text(says) << text(suggests);
    };
    row("", 0, 0, "Write what is to be calculated");
    row("1 + 2", 0, 5, "no metric");
    row("a +", 2, 1, "“+” needs a value");
    row("* a", 0, 1, "“*” has no meaning here");
    row("a b", 2, 1, "An operator");
    row("(a", 0, 1, "not closed");
    row("a)", 1, 1, "never opened");
    row("()", 0, 2, "nothing between");
    row("avrage(a, 5m)", 0, 6, "no function “avrage”");
    row("avg(a, 5m)", 0, 3, "no function “avg”", "mean");
    row("squrt(a)", 0, 5, "no function “squrt”", "sqrt");
    row("mean(a)", 0, 7, "needs a stretch of time", "mean(a, 5m)");
    row("mean(a, b)", 0, 10, "mean(value, 5m)");
    row("mean(5m, a)", 9, 0, "last thing");
    row("mean(a, 5m", 0, 5, "not closed");
    row("mean(a, 400d)", 8, 4, "366 days");
    row("abs(a, 5m)", 0, 10, "abs(value)");
    row("if(a, 1)", 0, 8, "if(condition");
    row("abs()", 0, 5, "abs(value)");
    row("a + 5m", 4, 2, "“5m” is no number");
    row("0,5 * a", 1, 1, "0.5");
    row("1.2.3 * a", 0, 5, "no number");
    row("1e999 * a", 0, 5, "no number");
    row("a < b < c", 6, 1, "two values at a time");
    row("\"Pump 3/x", 0, 9, "quotation mark", "\"Pump 3/x\"");
    row("\"\" + a", 0, 2, "a metric is to be named");
    row("a to F", 5, 1, "quotation marks", "\"F\"");
    row("a to", 4, 0, "A unit");
    row("convert(a, \"°C\", \"furlong\")", 17, 9, "“furlong” is not known");
    row("a # b", 2, 1, "“#”");
    row("a and", 2, 3, "“and” needs a value");
    row("not", 0, 3, "needs a value");
    row("a ^", 2, 1, "“^” needs a value");
}

void TestExpression::namesWhatIsWrong()
{
    QFETCH(const QString, expression);
    QFETCH(const QString, says);
    const auto parsed = parseExpression(expression);
    QVERIFY(!parsed);
    QVERIFY2(parsed.error().text.contains(says), qPrintable(parsed.error().text));
    QTEST(int(parsed.error().column), "column");
    QTEST(int(parsed.error().length), "length");
    QTEST(parsed.error().suggestion, "suggests");
    QVERIFY(parsed.error().describe().contains(QString::number(parsed.error().column + 1)));
}

void TestExpression::everyCutOffTextIsAnswered()
{
    const QString whole = text("if(mean(\"A/b\", 1h30m) >= 2^-1 and not (x != .5e3), convert(rate(x), \"°C\", \"K\"), clamp(-x, 0, 1) to \"%\")");
    QVERIFY(parseExpression(whole));
    for (qsizetype i = 0; i < whole.size(); ++i) {
        const auto parsed = parseExpression(whole.left(i));
        if (parsed)
            continue;
        QVERIFY(parsed.error().column >= 0 && parsed.error().column + parsed.error().length <= std::max<qsizetype>(1, i));
        QVERIFY(!parsed.error().text.isEmpty());
        // And with a character missing, doubled, or of another kind.
        (void)parseExpression(whole.left(i) + whole.mid(i + 1));
        (void)parseExpression(whole.left(i) + whole.mid(i).repeated(2));
        (void)parseExpression(whole.left(i) + QChar(0xD800) + whole.mid(i));
    }
}

void TestExpression::isBounded()
{
    const auto refused = [](const QString &expression) { return !parseExpression(expression); };
    QVERIFY(refused(QString(Expression::maxLength + 1, u'a')));
    QVERIFY(!refused(QString(Expression::maxLength, u'a')));
    QVERIFY(refused(QString(100'000, u'(')));
    QVERIFY(refused(QString(500, u'(') + u'a' + QString(499, u')')));
    QVERIFY(refused(QString(900, u'-') + u'a'));
    QVERIFY(refused(QStringLiteral("not ").repeated(200) + u'a'));
    QVERIFY(refused(QStringLiteral("a^").repeated(200) + u'a'));
    QVERIFY(refused(QStringLiteral("abs(").repeated(100) + u'a'));
    QVERIFY(refused(QStringLiteral("a+").repeated(200) + u'a'));
    QString inputs;
    QString windows;
    for (int i = 0; i <= Expression::maxInputs; ++i) {
        inputs += QStringLiteral("m%1+").arg(i);
        windows += QStringLiteral("mean(a,%1s)+").arg(i + 1);
    }
    QVERIFY(refused(inputs + u'1'));
    QVERIFY(refused(windows + u'1'));
    const QString deep = QString(Expression::maxDepth, u'(') + u'a' + QString(Expression::maxDepth, u')');
    QVERIFY(!refused(deep));
    QCOMPARE(valueOf(QStringLiteral("a+(a*(a-(a^(a<(a and (a or (a)))))))"), {1}), 1.0);
}

void TestExpression::followsStreams_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QList<double>>("values"); // one a second
    QTest::addColumn<QList<double>>("expected");
    const auto row = [](const char *expression, const QList<double> &values, const QList<double> &expected) {
        QTest::newRow(expression) << text(expression) << values << expected;
    };
    row("rate(a)", {1, 3, 3, 2}, {none, 2, 0, -1});
    row("delta(a)", {1, 3, none, 2}, {none, 2, none, -1});
    row("mean(a, 3s)", {1, 3, 5, 7, 9}, {1, 2, 3, 5, 7});
    row("sum(a, 2s)", {1, 2, 3}, {1, 3, 5});
    row("count(a, 2s)", {1, 2, 3}, {1, 2, 2});
    row("min(a, 2s)", {3, 1, 2, 5}, {3, 1, 1, 2});
    row("max(a, 2s)", {3, 1, 2, 5}, {3, 3, 2, 5});
    row("stddev(a, 2s)", {1, 3, 3}, {0, 1, 0});
    row("rate(a, 3s)", {0, 1, 4, 9}, {none, 1, 2, 4});
    row("delta(a, 3s)", {0, 1, 4, 9}, {none, 1, 4, 8});
    row("mean(rate(a), 2s)", {0, 2, 6}, {none, 2, 3});
    row("a - mean(a, 2s)", {1, 3}, {0, 1});
}

void TestExpression::followsStreams()
{
    QFETCH(const QString, expression);
    QFETCH(const QList<double>, values);
    QFETCH(const QList<double>, expected);
    QList<Event> events;
    for (qsizetype i = 0; i < values.size(); ++i)
        events.append({int(i), 0, values[i]});
    const QList<double> actual = stream(expression.toUtf8().constData(), events);
    for (qsizetype i = 0; i < expected.size(); ++i)
        QVERIFY2(same(actual[i], expected[i]), qPrintable(QStringLiteral("%1: %2").arg(i).arg(actual[i])));
}

void TestExpression::otherInputsDoNotCountTwice()
{
    const QList<double> rates = stream("rate(a) + 0 * b", {{0, 0, 1}, {0, 1, 0}, {2, 0, 5}, {3, 1, 1}, {4, 1, 2}, {5, 0, 5}});
    QVERIFY(std::isnan(rates[0])); // b has no value yet
    QCOMPARE(rates[2], 2.0);
    QCOMPARE(rates[3], 2.0); // b's sample is none of a's
    QCOMPARE(rates[4], 2.0);
    QCOMPARE(rates[5], 0.0);
    QCOMPARE(stream("count(a, 1h) + 0 * b", {{0, 1, 0}, {0, 0, 1}, {1, 1, 0}, {2, 1, 0}}).last(), 1.0);
}

void TestExpression::windowsLetGo()
{
    const QList<double> counts = stream("count(a, 5s) + 0 * b", {{0, 1, 0}, {0, 0, 1}, {1, 0, 1}, {3, 1, 0}, {20, 1, 0}});
    QCOMPARE(counts[2], 2.0);
    QCOMPARE(counts[3], 2.0);
    QCOMPARE(counts[4], 0.0);
    QVERIFY(std::isnan(stream("mean(a, 5s) + 0 * b", {{0, 0, 1}, {20, 1, 0}}).last()));
}

void TestExpression::convertsUnits_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<double>("expected");
    const auto row = [](double value, const char *from, const char *to, double expected) {
        QTest::addRow("%g %s to %s", value, from, to) << value << text(from) << text(to) << expected;
    };
    row(68, "°F", "°C", 20);
    row(-40, "°C", "°F", -40);
    row(0, "K", "°C", -273.15);
    row(1, "kWh", "MJ", 3.6);
    row(1, "psi", "kPa", 6.894757293168361);
    row(100, "km/h", "m/s", 27.77777777777778);
    row(1, "m³/h", "L/min", 16.666666666666668);
    row(60, "rpm", "Hz", 1);
    row(25.4, "mm", "in", 1);
    row(1, "bar", "hPa", 1'000);
    row(1, "hp", "W", 745.6998715822702);
    row(50, "%", "1", 0.5);
    row(180, "°", "rad", 3.141592653589793);
    row(1, "MiB", "kB", 1'048.576);
    row(1'500, "mW", "W", 1.5);
}

void TestExpression::convertsUnits()
{
    QFETCH(const double, value);
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    QFETCH(const double, expected);
    const double named = valueOf(QStringLiteral("convert(a, \"%1\", \"%2\")").arg(from, to), {value});
    QVERIFY2(same(named, expected), qPrintable(QString::number(named, 'g', 17)));
    QVERIFY(same(valueOf(QStringLiteral("a to \"%1\"").arg(to), {value}, {from}), expected));
    QVERIFY(same(valueOf(QStringLiteral("a to \"%1\" to \"%2\"").arg(to, from), {value}, {from}), value));
}

void TestExpression::infersUnits_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("unit"); // a and b are in °C, c in W; empty: none; "!": refused
    const auto row = [](const char *expression, const char *unit) { QTest::newRow(expression) << text(expression) << text(unit); };
    row("a - b", "°C");
    row("a + b + c", "");
    row("a + 1", "°C");
    row("2 * a", "°C");
    row("a * b", "");
    row("a / -2", "°C");
    row("2 / a", "");
    row("rate(a)", "°C/s");
    row("mean(a, 5m)", "°C");
    row("count(a, 5m)", "");
    row("a > b", "");
    row("if(a > b, a, 0)", "°C");
    row("a to \"°F\"", "°F");
    row("convert(a / b, \"W\", \"kW\")", "kW");
    row("a to \"kg\"", "!");
    row("a * b to \"°F\"", "°C!");
    row("(a * b) to \"°F\"", "!");
    row("a to \"parsec\"", "!");
}

void TestExpression::infersUnits()
{
    QFETCH(const QString, expression);
    QFETCH(const QString, unit);
    const auto parsed = parseExpression(expression);
    QVERIFY(parsed);
    const auto program = Program::compile(*parsed, {text("°C"), text("°C"), text("W")});
    if (unit == u'!') {
        QVERIFY(!program);
        QVERIFY(program.error().length > 0 && !program.error().text.isEmpty());
    } else if (!unit.endsWith(u'!')) {
        QVERIFY(program);
        QCOMPARE(program->unit(), unit);
    } else {
        QVERIFY(program); // “to” binds closer than *
        QCOMPARE(program->unit(), QString());
    }
}

void TestExpression::readsLabels()
{
    const QString label = text("Küche \\ \"Süd\"/temp");
    const auto parsed = parseExpression(quotedLabel(label) + text(" + x.y + ") + quotedLabel(label));
    QVERIFY(parsed);
    QCOMPARE(parsed->inputs().size(), 2);
    QCOMPARE(parsed->inputs().at(0).label, label);
    QCOMPARE(parsed->inputs().at(1).label, text("x.y"));
    for (const QString &signature : functionSignatures()) {
        const auto example = parseExpression(signature);
        QVERIFY2(example, qPrintable(signature));
    }
}

void TestExpression::restarts()
{
    auto program = Program::compile(*parseExpression(text("delta(a)")), {});
    QVERIFY(!program->isReady());
    program->set(0, 1);
    QVERIFY(program->isReady());
    (void)program->run(1);
    program->set(0, 5);
    QCOMPARE(program->run(2), 4.0);
    program->restart();
    QVERIFY(!program->isReady());
    program->set(0, 9);
    QVERIFY(std::isnan(program->run(3)));
}

QTEST_APPLESS_MAIN(TestExpression)
#include "tst_expression.moc"
