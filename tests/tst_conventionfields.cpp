// The conventions of a connection as fields, and what its backend makes of what they write.
#include "backends/mqtt/conventions/catalogue.h"
#include "backends/mqtt/mqttsettings.h"
#include "ui/conventionfields.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace muster;

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

QString written(const ConventionFields &fields, QUrlQuery query = {})
{
    fields.writeTo(query);
    return query.toString(QUrl::FullyDecoded);
}

QCheckBox *box(const ConventionFields &fields, const char *title)
{
    const auto boxes = fields.findChildren<QCheckBox *>();
    for (QCheckBox *one : boxes) {
        if (one->text() == QLatin1StringView(title))
            return one;
    }
    return nullptr;
}

} // namespace

class TestConventionFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyConventionHasABox()
    {
        QStringList known;
        const QByteArrayList names = mqtt::conventionNames();
        for (const QByteArray &name : names)
            known.append(QString::fromLatin1(name));
        QStringList shown = ConventionFields::names();
        known.sort();
        shown.sort();
        QCOMPARE(shown, known);
    }

    void whatIsWrittenMeansWhatWasRead_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("expected");
        const auto same = [](const char *query) { QTest::newRow(query) << text(query) << text(query); };
        QTest::newRow("nothing") << QString() << QString();
        same("conventions=-tasmota");
        same("conventions=tasmota");
        same("conventions=zigbee2mqtt,tasmota");
        same("discovery=ha");
        same("sparkplug=listen");
        same("sparkplug=primary&host=muster");
        same("generic=off&retained=off");
        same("conventions=-homeassistant,-aws&generic=off");
        QTest::newRow("discovery off") << text("discovery=off") << text("conventions=-homeassistant");
        QTest::newRow("what it is anyway") << text("discovery=homeassistant&sparkplug=host&generic=on") << QString();
        QTest::newRow("others stay") << text("keepalive=60&conventions=-wled") << text("keepalive=60&conventions=-wled");
    }

    void whatIsWrittenMeansWhatWasRead()
    {
        QFETCH(QString, query);
        QFETCH(QString, expected);
        ConventionFields fields;
        fields.setQuery(QUrlQuery(query));
        const QString result = written(fields, QUrlQuery(query));
        QCOMPARE(result, expected);
        QVERIFY(mqtt::mqttSettings(QUrl(text("mqtt://broker?") + result)));
    }

    void choicesReachTheAddress()
    {
        ConventionFields fields;
        QSignalSpy edited(&fields, &ConventionFields::edited);
        box(fields, "Tasmota")->click();
        QCOMPARE(written(fields), text("conventions=-tasmota"));
        box(fields, "Home Assistant")->click();
        QVERIFY(!fields.findChildren<QLineEdit *>().constFirst()->isEnabled());
        auto *role = fields.findChild<QComboBox *>();
        role->setCurrentIndex(2);
        QVERIFY(fields.findChildren<QLineEdit *>().constLast()->isEnabled());
        box(fields, "Sparkplug B")->click();
        QVERIFY(!role->isEnabled());
        QCOMPARE(written(fields), text("conventions=-homeassistant,-tasmota,-sparkplug"));
        QCOMPARE(edited.size(), 4);
        const auto boxes = fields.findChildren<QCheckBox *>();
        for (QCheckBox *one : boxes)
            one->setChecked(false);
        // All off is not none named, which would be all on.
        const auto settings = mqtt::mqttSettings(QUrl(text("mqtt://broker?") + written(fields)));
        QVERIFY(settings);
        QCOMPARE(settings->withoutConventions.size(), mqtt::conventionNames().size());
    }
};

QTEST_MAIN(TestConventionFields)
#include "tst_conventionfields.moc"
