// Home Assistant templates on payloads: what comes out, what changes nothing, what is refused. Expectations follow Jinja 3.1 and
// Home Assistant's definitions of its filters.
#include "backends/mqtt/conventions/template/program.h"

#include <QTest>

using namespace muster::mqtt;

namespace {

Rendering rendered(const QString &text, const QByteArray &payload)
{
    const auto program = TemplateProgram::compile(text);
    if (!program)
        return {Rendered::Exhausted, program.error().text};
    simdjson::dom::parser parser;
    simdjson::dom::element root;
    const bool json = parser.parse(payload.constData(), size_t(payload.size()), true).get(root) == simdjson::SUCCESS;
    return program->render(payload, json ? &root : nullptr);
}

} // namespace

class TestTemplate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void renders_data();
    void renders();
    void changesNothing_data();
    void changesNothing();
    void refuses_data();
    void refuses();
    void commandsSeeTheirVariables();
    void hostileTemplatesEndSoon_data();
    void hostileTemplatesEndSoon();
};

void TestTemplate::renders_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("wanted");
    const auto row = [](const char *text, const char *payload, const char *wanted) {
        QTest::addRow("%s on %s", text, payload) << QString::fromUtf8(text) << QByteArray(payload) << QString::fromUtf8(wanted);
    };
    // paths and Python's words for JSON's
    row("{{ value_json.a }}", R"({"a":true})", "True");
    row("{{ value_json.a }}", R"({"a":null})", "None");
    row("{{ value_json['a']['b'][1] }}", R"({"a":{"b":[1,2.0]}})", "2.0");
    row("{{ value_json.a.0.1 }}", R"({"a":[[1,2]]})", "2");
    row("{{ value_json.a[-1] }}", R"({"a":[1,2,3]})", "3");
    row("{{ value_json.missing }}", "{}", "");
    row("{{ value_json.update }}", R"({"update":1})", "1");
    row("{{ value_json }}", R"({"a":[1,"it's"],"b":null})", "{'a': [1, \"it's\"], 'b': None}");
    row("{{ value_json.a }}", R"({"a":1e16})", "1e+16");
    row("{{ value_json[value_json.k] }}", R"({"k":"x","x":7})", "7");
    row("{{ value_json.t[0:2] | join(',') }}", R"({"t":[1,2,3]})", "1,2");
    row("{{ value_json.HSBColor.split(',')[0:2]|join(',') }}", R"({"HSBColor":"10,20,30"})", "10,20");
    row("{{ value[::-1] }}", "abc", "cba");
    // numbers
    row("{{ value | float / 1000 }}", "12500", "12.5");
    row("{{ 7 // 2 }} {{ -7 // 2 }} {{ -7 % 3 }} {{ 2 ** 10 }} {{ 7 / 7 }}", "", "3 -4 2 1024 1.0");
    row("{{ value | int(0, 16) }}", "0x1f", "31");
    row("{{ 2.5 | round }} {{ 3.5 | round }} {{ 2.675 | round(2) }} {{ 1234.5 | round(-2) }}", "", "2 4 2.67 1200.0");
    row("{{ 2.1 | round(0, 'ceil') }} {{ 2.75 | round(1, 'half') }}", "", "3 3.0");
    row("{{ '1_0' | int }} {{ ' 7.9 ' | int }} {{ 'x' | int(-1) }}", "", "10 7 -1");
    row("{{ [3, 1, 2] | max }} {{ min(4, 2) }} {{ [] | first }}", "", "3 2");
    row("{{ 3 is number }} {{ '3' is number }} {{ is_number('3') }}", "", "True False True");
    row("{{ value_json.x | multiply(2) | round(1) }}", R"({"x":1.27})", "2.5");
    // texts
    row("{{ 'a' ~ 1 ~ None }}", "", "a1None");
    row("{{ 'hello world' | truncate(8) }} {{ 'hello world' | truncate(8, True, '', 0) }}", "", "hello world hello wo");
    row("{{ '%05.1f|%-4d|%x' | format(3.14159, 7, 255) }}", "", "003.1|7   |ff");
    row("{{ value | regex_replace('(\\d+)-(\\d+)', '\\\\2:\\\\1') }}", "12-34", "34:12");
    row("{{ value | replace('a', 'b') | upper }}", "banana", "BBNBNB");
    row("{{ {'a': 1, 'b': [true]} | tojson }}", "", R"({"a":1,"b":[true]})");
    row("{{ (value | from_json).a.b }}", R"({"a":{"b":5}})", "5");
    // conditions
    row("{% if value_json.a %}true{% elif value_json.b %}b{% else %}false{% endif %}", R"({"b":1})", "b");
    row("{{ 'on' if value_json.a is defined and value_json.a > 1 else 'off' }}", R"({"a":2})", "on");
    row("{{ -40 < value | int < 80 }}", "20", "True");
    row("{{ value not in ['a', 'b'] }} {{ 'x' in value }}", "axb", "True True");
    row("{{ value_json.a | default('none') }} {{ '' | default('x', true) }} {{ '' | default('x', boolean=false) }}|", "{}", "none x |");
    row("{{ not value_json.a and 1 or 2 }}", "{}", "1");
    row("{{ value_json.get('a', 3) }} {{ value_json.get('b') }}", "{}", "3 None");
    row("{% set m = {None: 'n', 'idle': 'i'} %}{{ m[value_json.s] }}", R"({"s":null})", "n");
    row("a {%- if true -%} b {%- endif %} c{# note #}", "", "ab c");
    row("{{{'event_type':value_json.event}|to_json}}", R"({"event":"on"})", R"({"event_type":"on"})");
    row("{{ (value_json.s == 'updating')|lower }}", R"({"s":"idle"})", "false");
    row("{{ value_json.a == 1.0 }} {{ value_json.a == '1' }} {{ true == 1 }}", R"({"a":1})", "True False True");
}

void TestTemplate::renders()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, payload);
    QFETCH(QString, wanted);
    const Rendering got = rendered(text, payload);
    QVERIFY2(got.state == Rendered::Value, qPrintable(got.text));
    QCOMPARE(got.text, wanted);
}

void TestTemplate::changesNothing_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Rendered>("wanted");
    const auto row = [](const char *text, Rendered wanted) { QTest::addRow("%s", text) << QString::fromUtf8(text) << wanted; };
    row("{{ value_json.x | is_defined }}", Rendered::NoUpdate);
    row("{{ value_json.x.y }}", Rendered::Error);
    row("{{ value_json.x + 1 }}", Rendered::Error);
    row("{{ value_json.x | float }}", Rendered::Error);
    row("{{ 'x' | float }}", Rendered::Error);
    row("{{ 1 / 0 }}", Rendered::Error);
    row("{{ 'a' < 1 }}", Rendered::Error);
    row("{{ value_json.x | tojson }}", Rendered::Error);
    row("{{ 9223372036854775807 + 1 }}", Rendered::Exhausted); // Python's numbers go on; a wrapped one would be wrong
}

void TestTemplate::changesNothing()
{
    QFETCH(QString, text);
    QFETCH(Rendered, wanted);
    QCOMPARE(rendered(text, "{}").state, wanted);
}

void TestTemplate::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"{{ now() }}", "{{ as_timestamp(now()) }}", "{{ states('a.b') }}", "{{ states.a.b }}", "{% for a in b %}{% endfor %}",
                             "{% macro m() %}{% endmacro %}", "{{ value | map('int') }}", "{{ value", "{% if a %}", "{{ 1 + }}", "{{ value | unknown }}",
                             "{{ value.encode() }}", "{% set ns = namespace(a=1) %}", "{{ 'a }}", "{{ (1 }}", "{{ this.state }}", "{{ a b }}"})
        QTest::addRow("%s", text) << QString::fromUtf8(text);
}

void TestTemplate::refuses()
{
    QFETCH(QString, text);
    const auto program = TemplateProgram::compile(text);
    QVERIFY(!program);
    QVERIFY(!program.error().text.isEmpty());
}

void TestTemplate::commandsSeeTheirVariables()
{
    const auto program = TemplateProgram::compile(QStringLiteral("{\"position\": {{ position }}, \"id\": {{ value }}}"));
    QVERIFY(program);
    const Rendering got = program->render({{QStringLiteral("value"), Datum::number(qint64(3))}, {QStringLiteral("position"), Datum::number(qint64(40))}});
    QCOMPARE(got.text, QStringLiteral("{\"position\": 40, \"id\": 3}"));
}

void TestTemplate::hostileTemplatesEndSoon_data()
{
    QTest::addColumn<QString>("text");
    QTest::addRow("brackets") << QStringLiteral("{{ ") + QString(5'000, QLatin1Char('(')) + QStringLiteral("1");
    QTest::addRow("nots") << QStringLiteral("{{ ") + QStringLiteral("not ").repeated(3'000) + QStringLiteral("1 }}");
    QTest::addRow("signs") << QStringLiteral("{{ ") + QString(5'000, QLatin1Char('-')) + QStringLiteral("1 }}");
    QTest::addRow("sums") << QStringLiteral("{{ 1") + QStringLiteral("+1").repeated(3'000) + QStringLiteral(" }}");
    QTest::addRow("ifs") << QStringLiteral("{% if 1 %}").repeated(1'000);
    QTest::addRow("repetition") << QStringLiteral("{{ 'aaaaaaaaaa' * 1000000000 }}");
    QTest::addRow("doubling") << QStringLiteral("{% set a = 'aaaaaaaa' %}") + QStringLiteral("{% set a = a ~ a %}").repeated(60) + QStringLiteral("{{ a }}");
    QTest::addRow("doubled lists") << QStringLiteral("{% set a = [1, 2] %}") + QStringLiteral("{% set a = [a, a] %}").repeated(60) + QStringLiteral("{{ a }}");
    QTest::addRow("power") << QStringLiteral("{{ 1 ** 99999999999 }}");
    QTest::addRow("pattern") << QStringLiteral("{{ 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab' | regex_replace('(a+)+$', 'x') }}");
}

void TestTemplate::hostileTemplatesEndSoon()
{
    QFETCH(QString, text);
    const Rendering got = rendered(text, "{}");
    QVERIFY(got.state != Rendered::Value || got.text.size() < 100);
}

QTEST_GUILESS_MAIN(TestTemplate)
#include "tst_template.moc"
