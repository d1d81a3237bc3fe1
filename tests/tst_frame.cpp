#include "core/connections.h"
#include "core/diagnostics.h"
#include "core/dispatcher.h"
#include "core/fleet.h"
#include "core/archive.h"
#include "core/past.h"
#include "ui/chart/chartarea.h"
#include "ui/connectiondesk.h"
#include "ui/certificatebar.h"
#include "ui/certificatedialog.h"
#include "ui/connectionfile.h"
#include "ui/connectionform.h"
#include "ui/tlsfields.h"
#include "ui/mqttfields.h"
#include "ui/connectionwords.h"
#include "ui/endpoint.h"
#include "ui/drawer.h"
#include "ui/icons.h"
#include "ui/mainwindow.h"
#include "ui/noticesmodel.h"
#include "ui/passwordbar.h"
#include "ui/plotchoice.h"
#include "ui/settings.h"
#include "ui/settingsdialog.h"
#include "ui/statusbar.h"
#include "ui/theme.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QAction>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace muster;

namespace {

// WCAG 2.1, relative luminance and contrast ratio.
double luminance(const QColor &colour)
{
    const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a);
    const double y = luminance(b);
    return (qMax(x, y) + 0.05) / (qMin(x, y) + 0.05);
}

QLineEdit *field(const QWidget &form, const char *accessibleName)
{
    for (auto *edit : form.findChildren<QLineEdit *>())
        if (edit->accessibleName() == QLatin1String(accessibleName))
            return edit;
    return nullptr;
}

QComboBox *box(const QWidget &form, const char *accessibleName)
{
    for (auto *combo : form.findChildren<QComboBox *>())
        if (combo->accessibleName() == QLatin1String(accessibleName))
            return combo;
    return nullptr;
}

QPushButton *button(const QWidget &form, const char *text)
{
    for (auto *push : form.findChildren<QPushButton *>())
        if (push->text().remove(QLatin1Char('&')) == QString::fromUtf8(text))
            return push;
    return nullptr;
}

void type(QLineEdit *edit, const char *text)
{
    edit->setFocus();
    edit->selectAll();
    edit->del();
    QTest::keyClicks(edit, QLatin1String(text));
}

Connection mqtt(const char *name, const char *url)
{
    return {{}, QLatin1String(name), QUrl(QLatin1String(url)), true};
}

Result<void> onlyMqttWithHost(const QUrl &url)
{
    if (!isMqtt(url) || url.host().isEmpty())
        return failure(Error::Code::Invalid, QStringLiteral("There is no host in this address."));
    return {};
}

} // namespace

class TestFrame : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void textIsLegibleInBothThemes();
    void marksAndTracesStandOutInBothThemes();
    void iconsFollowThePalette();
    void unknownIconIsEmpty();
    void endpointSurvivesTheForm_data();
    void endpointSurvivesTheForm();
    void typedTextBecomesAnEndpoint_data();
    void typedTextBecomesAnEndpoint();
    void connectionFileRoundTrips();
    void connectionFileHoldsNoSecret();
    void brokenConnectionFileIsExplained_data();
    void brokenConnectionFileIsExplained();
    void unwritableConnectionFileIsExplained();
    void formKeepsAddressAndFieldsInStep();
    void formKnowsWebSockets();
    void formMovesThePasswordOutOfTheAddress();
    void formSaysWhatIsWrongWithTheAddress();
    void formShowsOneVerdict();
    void formIgnoresTheVerdictOfAnOlderTest();
    void editingLeavesThePasswordAlone();
    void formForOtherSchemesIsTheAddressAlone();
    void formOffersWhatIsPluggedIn();
    void formKeepsSerialAddressAndFieldsInStep();
    void passwordBarAsksOneAfterTheOther();
    void passwordBarSaysWhenNothingIsKept();
    void passwordBarForgetsARemovedConnection();
    void passwordBarAsksForThePassphraseOfAKey();
    void certificatesAreFieldsAndAddressAlike();
    void anUntrustedCertificateCanBeTrustedAlone();
    void theFormTrustsWhatItsTestMet();
    void noticesAreNewestFirstAndBounded();
    void clearedNoticesStayAway();
    void statusBarCountsInWords();
    void statusBarHasAChipPerConnection();
    void settingsTakeEffectAndComeBack();
    void dropOffersWhatItWouldDo();
    void importSkipsWhatIsThere();
    void plotOfOneDeviceTakesItsMeasurements();
    void plotOfSeveralTakesWhatTheyShare();
    void narrowWindowFoldsTheInspectorIntoADrawer();
    void layoutComesBackAtTheNextStart();
    void resetLayoutBringsEveryDockBack();
    void everyControlHasANameAndNoTextIsCut();
    void windowSurvivesSwitchingLanguageAndTheme();
    void addressDroppedOnTheWindowOpensTheForm();
    void welcomeGivesWayToTheFleet();

private:
    QTemporaryDir m_folder;
};

void TestFrame::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("muster-test"));
    QCoreApplication::setApplicationName(QStringLiteral("frame"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    theme::apply(*qApp, theme::Mode::Light);
}

void TestFrame::textIsLegibleInBothThemes()
{
    for (const auto *c : {&theme::light(), &theme::dark()}) {
        for (const QColor &text : {c->text, c->muted, c->accent, c->alarm})
            for (const QColor &ground : {c->window, c->surface})
                QVERIFY2(contrast(text, ground) >= 4.5, qPrintable(QStringLiteral("%1 on %2: %3").arg(text.name(), ground.name()).arg(contrast(text, ground))));
        QVERIFY2(contrast(c->surface, c->accent) >= 4.5, "selected text");
    }
}

void TestFrame::marksAndTracesStandOutInBothThemes()
{
    for (const auto mode : {theme::Mode::Light, theme::Mode::Dark}) {
        theme::apply(*qApp, mode);
        const QPalette palette = QApplication::palette();
        const auto &c = theme::colours(palette);
        for (const QColor &mark : {c.live, c.stale, c.offline, c.alarm, c.accent, c.control})
            for (const QColor &ground : {c.window, c.surface})
                QVERIFY2(contrast(mark, ground) >= 3, qPrintable(QStringLiteral("%1 on %2: %3").arg(mark.name(), ground.name()).arg(contrast(mark, ground))));
        for (int i = 0; i < theme::traceCount; ++i)
            QVERIFY2(contrast(theme::trace(i, palette), c.surface) >= 3, qPrintable(QString::number(i)));
    }
    theme::apply(*qApp, theme::Mode::Light);
}

void TestFrame::iconsFollowThePalette()
{
    const QDir folder(QStringLiteral(":/icons"));
    QVERIFY(folder.entryList({QStringLiteral("*.svg")}).size() > 30);
    for (const QString &file : folder.entryList({QStringLiteral("*.svg")}))
        QVERIFY2(!icons::icon(qPrintable(file.chopped(4))).isNull(), qPrintable(file));
    const QIcon plus = icons::icon("plus");
    const auto middle = [&] { return plus.pixmap(QSize(48, 48), 1.0).toImage().pixelColor(24, 24); };
    theme::apply(*qApp, theme::Mode::Dark);
    QCOMPARE(middle().name(), theme::dark().text.name());
    theme::apply(*qApp, theme::Mode::Light);
    QCOMPARE(middle().name(), theme::light().text.name());
    const QPixmap crisp = plus.pixmap(QSize(18, 18), 2.0);
    QCOMPARE(crisp.size(), QSize(36, 36));
    QCOMPARE(crisp.devicePixelRatio(), 2.0);
}

void TestFrame::unknownIconIsEmpty()
{
    QVERIFY(icons::icon("no-such-icon").isNull());
    QVERIFY(!icons::application().isNull());
}

void TestFrame::endpointSurvivesTheForm_data()
{
    QTest::addColumn<QString>("url");
    for (const char *url : {"mqtt://broker.local", "mqtts://broker.local", "mqtt://broker:1884", "mqtts://ada@broker:1883", "mqtt://[::1]:1884",
             "mqtts://ada@broker:8884/prefix?filter=home/%23&filter=a%2Bb/%2B/c&protocol=5", "mqtt://broker?ca=/etc/ssl/my%20ca.pem&client=muster%261",
             "mqtt://a%40b@broker?keepalive=60&filter=%25/x", "ws://broker", "ws://broker:9001/mqtt", "wss://ada@broker/live/mqtt?filter=a/%23&pin=aa"})
        QTest::newRow(url) << QString::fromLatin1(url);
}

void TestFrame::endpointSurvivesTheForm()
{
    QFETCH(QString, url);
    const QUrl before(url);
    const auto endpoint = mqttEndpoint(before);
    const auto again = mqttEndpoint(toUrl(endpoint));
    QCOMPARE(again, endpoint);
    QCOMPARE(toUrl(again), toUrl(endpoint));
    QCOMPARE(toUrl(endpoint).host(), before.host());
    QCOMPARE(toUrl(endpoint).userName(), before.userName());
    QCOMPARE(QUrlQuery(toUrl(endpoint)).allQueryItemValues(QStringLiteral("filter"), QUrl::FullyDecoded),
        QUrlQuery(before).allQueryItemValues(QStringLiteral("filter"), QUrl::FullyDecoded));
}

void TestFrame::typedTextBecomesAnEndpoint_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QUrl>("url");
    const auto row = [](const char *text, const char *url) { QTest::newRow(text) << QString::fromLatin1(text) << QUrl(QString::fromLatin1(url)); };
    row("", "");
    row("broker", "mqtt://broker");
    row(" broker:1884 ", "mqtt://broker:1884");
    row("192.168.1.2:1883/x", "mqtt://192.168.1.2:1883/x");
    row("mqtts://broker", "mqtts://broker");
    row("serial:///dev/ttyUSB0?baud=9600", "serial:///dev/ttyUSB0?baud=9600");
    row("sim:demo", "sim:demo");
    row("/dev/ttyUSB0", "serial:///dev/ttyUSB0");
    row("com3", "serial:COM3");
    row("serial:0403:6001:A1", "serial:0403:6001:A1");
}

void TestFrame::typedTextBecomesAnEndpoint()
{
    QFETCH(QString, text);
    QFETCH(QUrl, url);
    QCOMPARE(endpointFromText(text), url);
}

void TestFrame::connectionFileRoundTrips()
{
    const QList<Connection> before {mqtt("Hall B", "mqtts://ada@broker:8883?filter=home/%23&protocol=5"), {{}, QStringLiteral("off"), QUrl(QStringLiteral("mqtt://x")), false}};
    const QString path = m_folder.filePath(QStringLiteral("two.muster"));
    QVERIFY(connectionfile::write(path, before).has_value());
    const auto after = connectionfile::read(path);
    QVERIFY2(after.has_value(), after ? "" : qPrintable(after.error().text));
    QCOMPARE(*after, before);
}

void TestFrame::connectionFileHoldsNoSecret()
{
    const QByteArray json = connectionfile::toJson({mqtt("a", "mqtt://ada:geheim@broker?token=geheim&filter=x&password=geheim&passphrase=geheim")});
    QVERIFY(!json.contains("geheim"));
    QVERIFY(json.contains("filter=x"));
}

void TestFrame::brokenConnectionFileIsExplained_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("says");
    const auto one = [](const char *entry) { return QByteArray(R"({"format":"muster-connections","version":1,"connections":[)") + entry + "]}"; };
    QTest::newRow("nothing") << QByteArray() << QStringLiteral("JSON");
    QTest::newRow("no JSON") << QByteArray("hello") << QStringLiteral("JSON");
    QTest::newRow("cut") << one(R"({"url":"mqtt://x"})").chopped(3) << QStringLiteral("JSON");
    QTest::newRow("something else") << QByteArray("{\"a\":1}") << QStringLiteral("not a list of Muster connections");
    QTest::newRow("an array") << QByteArray("[1]") << QStringLiteral("not a list of Muster connections");
    QTest::newRow("newer") << QByteArray(R"({"format":"muster-connections","version":2,"connections":[]})") << QStringLiteral("newer");
    QTest::newRow("empty") << one("") << QStringLiteral("no connection");
    QTest::newRow("no url") << one(R"({"url":"mqtt://a"},{"name":"x"})") << QStringLiteral("Connection 2");
    QTest::newRow("bad url") << one(R"({"url":"http://["})") << QStringLiteral("connection 1");
    QTest::newRow("password") << one(R"({"url":"mqtt://a:b@c"})") << QStringLiteral("password");
    QTest::newRow("long") << one("") .replace("[]", "[{\"url\":\"mqtt://" + QByteArray(100'000, 'x') + "\"}]") << QStringLiteral("too long");
    QTest::newRow("huge") << QByteArray(connectionfile::maxBytes + 1, ' ') << QStringLiteral("1 MB");
    QTest::newRow("deep") << QByteArray(100'000, '[') << QStringLiteral("JSON");
}

void TestFrame::brokenConnectionFileIsExplained()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, says);
    const auto read = connectionfile::fromJson(json);
    QVERIFY(!read);
    QVERIFY2(read.error().text.contains(says), qPrintable(read.error().text));
}

void TestFrame::unwritableConnectionFileIsExplained()
{
    const auto written = connectionfile::write(QStringLiteral("/nonexistent/folder/x.muster"), {mqtt("a", "mqtt://a")});
    QVERIFY(!written);
    QVERIFY(written.error().text.contains(QStringLiteral("/nonexistent/folder/x.muster")));
    QVERIFY(!connectionfile::read(QStringLiteral("/nonexistent/x.muster")));
}

void TestFrame::formKeepsAddressAndFieldsInStep()
{
    Connections connections;
    ConnectionForm form(connections, {}, onlyMqttWithHost);
    form.show();
    type(field(form, "Host"), "broker.local");
    QCOMPARE(field(form, "Address")->text(), QStringLiteral("mqtt://broker.local"));
    form.findChild<QCheckBox *>()->setChecked(true);
    QCOMPARE(field(form, "Address")->text(), QStringLiteral("mqtts://broker.local"));
    QCOMPARE(form.findChild<QSpinBox *>()->value(), 8883);
    type(field(form, "Address"), "mqtt://ada@other:1999?protocol=5&filter=a/%23&keepalive=9");
    QCOMPARE(field(form, "Host")->text(), QStringLiteral("other"));
    QCOMPARE(field(form, "User")->text(), QStringLiteral("ada"));
    QCOMPARE(field(form, "Topic filters")->text(), QStringLiteral("a/#"));
    QCOMPARE(form.findChild<QSpinBox *>()->value(), 1999);
    QVERIFY(!form.findChild<QCheckBox *>()->isChecked());
    type(field(form, "User"), "bob");
    QCOMPARE(field(form, "Address")->text(), QStringLiteral("mqtt://bob@other:1999?keepalive=9&filter=a/%23&protocol=5"));
    QSignalSpy added(&connections, &Connections::added);
    button(form, "Connect")->click();
    QCOMPARE(added.size(), 1);
    QCOMPARE(connections.all().first().name, QStringLiteral("other"));
    QVERIFY(connections.all().first().enabled);
}

void TestFrame::formKnowsWebSockets()
{
    Connections connections;
    ConnectionForm form(connections, {}, {});
    form.show();
    type(field(form, "Address"), "mqtt://broker/plant");
    const auto boxes = form.findChildren<QComboBox *>();
    const auto carrier = std::find_if(boxes.cbegin(), boxes.cend(), [](const QComboBox *box) { return box->accessibleName() == QLatin1String("Carried by"); });
    QVERIFY(carrier != boxes.cend());
    QVERIFY(!field(form, "Web path")->isVisible());
    (*carrier)->setCurrentIndex(1);
    QCOMPARE(field(form, "Address")->text(), QStringLiteral("ws://broker")); // the path was short for a filter
    QCOMPARE(form.findChild<QSpinBox *>()->value(), 80);
    form.findChild<QCheckBox *>()->setChecked(true);
    QCOMPARE(form.findChild<QSpinBox *>()->value(), 443);
    type(field(form, "Web path"), "live/mqtt");
    QCOMPARE(field(form, "Address")->text(), QStringLiteral("wss://broker/live/mqtt"));
    type(field(form, "Address"), "wss://broker:9001/other");
    QCOMPARE(field(form, "Web path")->text(), QStringLiteral("/other"));
    QVERIFY(field(form, "Web path")->isVisible());
    if (const QString folder = qEnvironmentVariable("MUSTER_PICTURES"); !folder.isEmpty()) {
        QTest::qWait(200);
        form.grab().save(folder + QStringLiteral("/websocket.png"));
    }
    (*carrier)->setCurrentIndex(0);
    QCOMPARE(field(form, "Address")->text(), QStringLiteral("mqtts://broker:9001"));
    form.hide(); // with the focus in it, it would still hear of its end
}

void TestFrame::formMovesThePasswordOutOfTheAddress()
{
    Connections connections;
    QSignalSpy given(&connections, &Connections::passwordGiven);
    ConnectionForm form(connections, {}, onlyMqttWithHost);
    form.show();
    type(field(form, "Address"), "mqtt://ada:ge%40heim@broker");
    QTest::keyClick(field(form, "Address"), Qt::Key_Tab);
    button(form, "Connect")->click();
    QCOMPARE(connections.all().size(), 1);
    QCOMPARE(connections.all().first().url, QUrl(QStringLiteral("mqtt://ada@broker")));
    QVERIFY(!field(form, "Address")->text().contains(QStringLiteral("heim")));
    QCOMPARE(given.size(), 1);
    QCOMPARE(given.first().at(1).toString(), QStringLiteral("ge@heim"));
}

void TestFrame::formSaysWhatIsWrongWithTheAddress()
{
    Connections connections;
    ConnectionForm form(connections, {}, onlyMqttWithHost);
    form.show();
    QVERIFY(!button(form, "Connect")->isEnabled());
    type(field(form, "Address"), "gopher://x");
    bool said = false;
    for (auto *label : form.findChildren<QLabel *>())
        said = said || (label->isVisible() && label->text().contains(QStringLiteral("no host")));
    QVERIFY(said);
    QVERIFY(!button(form, "Connect")->isEnabled());
    QVERIFY(!button(form, "Test connection")->isEnabled());
    type(field(form, "Address"), "broker");
    QVERIFY(button(form, "Connect")->isEnabled());
}

void TestFrame::formShowsOneVerdict()
{
    Connections connections;
    QSignalSpy asked(&connections, &Connections::testRequested);
    ConnectionForm form(connections, mqtt("", "mqtt://broker"), onlyMqttWithHost);
    form.show();
    const auto verdict = [&] {
        for (auto *label : form.findChildren<QLabel *>())
            if (label->accessibleName() == QStringLiteral("Verdict of the test"))
                return label->text();
        return QString();
    };
    button(form, "Test connection")->click();
    QCOMPARE(asked.size(), 1);
    QVERIFY(!button(form, "Test connection")->isEnabled());
    const auto id = asked.first().at(0).value<Connection>().id;
    connections.conclude(id, failure(Error::Code::Refused, QStringLiteral("The broker at broker:1883 refused the password.")));
    QCOMPARE(verdict(), QStringLiteral("The broker at broker:1883 refused the password."));
    button(form, "Test connection")->click();
    connections.conclude(asked.at(1).at(0).value<Connection>().id, {});
    QCOMPARE(verdict(), QStringLiteral("The connection works."));
    QVERIFY(connections.all().isEmpty());
}

void TestFrame::formIgnoresTheVerdictOfAnOlderTest()
{
    Connections connections;
    QSignalSpy asked(&connections, &Connections::testRequested);
    ConnectionForm form(connections, mqtt("", "mqtt://broker"), onlyMqttWithHost);
    form.show();
    button(form, "Test connection")->click();
    type(field(form, "Host"), "another");
    connections.conclude(asked.first().at(0).value<Connection>().id, {});
    for (auto *label : form.findChildren<QLabel *>())
        QVERIFY(!label->text().contains(QStringLiteral("works")));
}

void TestFrame::editingLeavesThePasswordAlone()
{
    Connections connections;
    const auto id = connections.add(mqtt("home", "mqtt://ada@broker"), QStringLiteral("geheim"));
    QSignalSpy given(&connections, &Connections::passwordGiven);
    QSignalSpy asked(&connections, &Connections::testRequested);
    ConnectionForm form(connections, *connections.find(id), onlyMqttWithHost);
    form.show();
    type(field(form, "Name"), "house");
    button(form, "Test connection")->click();
    QCOMPARE(asked.first().at(2).value<ConnectionId>(), id);
    QVERIFY(!asked.first().at(1).value<std::optional<QString>>().has_value());
    button(form, "Save")->click();
    QCOMPARE(connections.find(id)->name, QStringLiteral("house"));
    QCOMPARE(given.size(), 0);
    QCOMPARE(connections.all().size(), 1);
}

void TestFrame::formForOtherSchemesIsTheAddressAlone()
{
    Connections connections;
    ConnectionForm form(connections, mqtt("demo", "sim://demo?devices=3"), {});
    form.show();
    QVERIFY(!field(form, "Host")->isVisible());
    QVERIFY(!box(form, "Port")->isVisible());
    QCOMPARE(field(form, "Address")->text(), QStringLiteral("sim://demo?devices=3"));
    button(form, "Connect")->click();
    QCOMPARE(connections.all().first().url, QUrl(QStringLiteral("sim://demo?devices=3")));
}

void TestFrame::formOffersWhatIsPluggedIn()
{
    Connections connections;
    ConnectionForm form(connections, {}, {});
    form.show();
    QVERIFY(field(form, "Host")->isVisible());
    box(form, "Kind")->setCurrentIndex(1);
    QVERIFY(!field(form, "Host")->isVisible());
    QVERIFY(box(form, "Port")->isVisible());
    QCOMPARE(field(form, "Address")->text(), QStringLiteral("serial:auto"));
    QCOMPARE(field(form, "Name")->placeholderText(), QStringLiteral("Boards on USB"));

    connections.setNearby({{QUrl(QStringLiteral("serial:2341:0043:758")), QStringLiteral("Arduino Uno · /dev/ttyACM0"), QStringLiteral("Arduino")}});
    QCOMPARE(box(form, "Port")->count(), 2);
    QCOMPARE(field(form, "Address")->text(), QStringLiteral("serial:auto")); // nothing is chosen for anybody
    box(form, "Port")->setCurrentIndex(1);
    QCOMPARE(field(form, "Address")->text(), QStringLiteral("serial:2341:0043:758"));
    connections.setNearby({});
    QCOMPARE(field(form, "Address")->text(), QStringLiteral("serial:2341:0043:758"));
    QCOMPARE(box(form, "Port")->currentText(), QStringLiteral("2341:0043:758"));
    button(form, "Connect")->click();
    QCOMPARE(connections.all().first().url, QUrl(QStringLiteral("serial:2341:0043:758")));
}

void TestFrame::formKeepsSerialAddressAndFieldsInStep()
{
    Connections connections;
    ConnectionForm form(connections, mqtt("", "serial:///dev/ttyS0?baud=9600&parity=even&future=1"), {});
    form.show();
    QCOMPARE(box(form, "Kind")->currentText(), QStringLiteral("Serial port"));
    QCOMPARE(box(form, "Port")->currentText(), QStringLiteral("/dev/ttyS0"));
    QCOMPARE(box(form, "Rate")->currentText(), QStringLiteral("9600"));
    QCOMPARE(box(form, "Parity")->currentText(), QStringLiteral("even"));
    QVERIFY(box(form, "Parity")->isVisible());
    box(form, "Rate")->setCurrentText(QStringLiteral("115200"));
    QCOMPARE(field(form, "Address")->text(), QStringLiteral("serial:///dev/ttyS0?future=1&parity=even"));
    box(form, "Parity")->setCurrentIndex(0);
    box(form, "Port")->setEditText(QStringLiteral("/dev/pts/7"));
    QCOMPARE(field(form, "Address")->text(), QStringLiteral("serial:///dev/pts/7?future=1"));
    type(field(form, "Address"), "/dev/ttyUSB3");
    QCOMPARE(box(form, "Port")->currentText(), QStringLiteral("/dev/ttyUSB3"));
    if (const QString folder = qEnvironmentVariable("MUSTER_PICTURES"); !folder.isEmpty())
        form.grab().save(folder + QStringLiteral("/serialform.png"));
    button(form, "Connect")->click();
    QCOMPARE(connections.all().first().url, QUrl(QStringLiteral("serial:///dev/ttyUSB3")));
    QCOMPARE(connections.all().first().name, QStringLiteral("/dev/ttyUSB3"));
}

void TestFrame::passwordBarAsksOneAfterTheOther()
{
    Connections connections;
    const auto a = connections.add(mqtt("a", "mqtt://ada@a"));
    const auto b = connections.add(mqtt("b", "mqtt://b"));
    QWidget window;
    PasswordBar bar(connections, &window);
    window.show();
    QVERIFY(!bar.isVisible());
    QSignalSpy given(&connections, &Connections::passwordGiven);
    connections.wantPassword(a);
    connections.wantPassword(a);
    connections.wantPassword(b);
    QVERIFY(bar.isVisible());
    QCOMPARE(bar.asking(), a);
    auto *password = bar.findChild<QLineEdit *>();
    QCOMPARE(password->echoMode(), QLineEdit::Password);
    QTest::keyClicks(password, QStringLiteral("eins"));
    QTest::keyClick(password, Qt::Key_Return);
    QCOMPARE(given.size(), 1);
    QCOMPARE(given.first().at(0).value<ConnectionId>(), a);
    QCOMPARE(given.first().at(1).toString(), QStringLiteral("eins"));
    QCOMPARE(given.first().at(2).toBool(), true);
    QCOMPARE(bar.asking(), b);
    QVERIFY(password->text().isEmpty());
    QTest::keyClick(password, Qt::Key_Escape);
    QVERIFY(!bar.isVisible());
    QCOMPARE(given.size(), 1);
}

void TestFrame::passwordBarSaysWhenNothingIsKept()
{
    Connections connections;
    connections.setKeepsSecrets(false);
    const auto a = connections.add(mqtt("a", "mqtt://a"));
    QWidget window;
    PasswordBar bar(connections, &window);
    window.show();
    connections.wantPassword(a);
    QVERIFY(!bar.findChild<QCheckBox *>()->isVisible());
    QSignalSpy given(&connections, &Connections::passwordGiven);
    QTest::keyClicks(bar.findChild<QLineEdit *>(), QStringLiteral("x"));
    QTest::keyClick(bar.findChild<QLineEdit *>(), Qt::Key_Return);
    QCOMPARE(given.first().at(2).toBool(), false);
}

void TestFrame::passwordBarForgetsARemovedConnection()
{
    Connections connections;
    const auto a = connections.add(mqtt("a", "mqtt://a"));
    QWidget window;
    PasswordBar bar(connections, &window);
    window.show();
    connections.wantPassword(a);
    connections.remove(a);
    QVERIFY(!bar.isVisible());
}

void TestFrame::passwordBarAsksForThePassphraseOfAKey()
{
    Connections connections;
    const auto a = connections.add(mqtt("a", "mqtts://ada@a?cert=/x.pem"));
    QWidget window;
    PasswordBar bar(connections, &window);
    window.show();
    QSignalSpy passwords(&connections, &Connections::passwordGiven);
    QSignalSpy passphrases(&connections, &Connections::passphraseGiven);
    connections.wantPassphrase(a);
    connections.wantPassword(a);
    auto *field = bar.findChild<QLineEdit *>();
    QCOMPARE(field->accessibleName(), QStringLiteral("Passphrase for a"));
    QTest::keyClicks(field, QStringLiteral("open sesame"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(passphrases.size(), 1);
    QCOMPARE(passphrases.first().at(1).toString(), QStringLiteral("open sesame"));
    QCOMPARE(field->accessibleName(), QStringLiteral("Password for a"));
    QVERIFY(field->text().isEmpty());
    QTest::keyClicks(field, QStringLiteral("geheim"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(passwords.size(), 1);
    QCOMPARE(passphrases.size(), 1);
    QVERIFY(!bar.isVisible());
}

void TestFrame::certificatesAreFieldsAndAddressAlike()
{
    const QUrl url(QStringLiteral("mqtts://broker?ca=/etc/ca.pem&cert=/etc/ada.pem&keyfile=/etc/ada.key&sni=things.example&alpn=a,b&tls=1.3&pin=%1")
                       .arg(QString(64, QLatin1Char('a'))));
    const MqttEndpoint endpoint = mqttEndpoint(url);
    QCOMPARE(endpoint.keyFile, QStringLiteral("/etc/ada.key"));
    QVERIFY(endpoint.tls13);
    QCOMPARE(mqttEndpoint(toUrl(endpoint)), endpoint);
    QVERIFY(endpoint.others.isEmpty());
    MqttFields fields;
    fields.setEndpoint(endpoint);
    QCOMPARE(fields.endpoint(), endpoint);
    QSignalSpy edited(&fields, &MqttFields::edited);
    if (const QString folder = qEnvironmentVariable("MUSTER_PICTURES"); !folder.isEmpty()) {
        Connections connections;
        ConnectionForm form(connections, {{}, QStringLiteral("Plant"), url}, {});
        form.show();
        QVERIFY(QTest::qWaitForWindowExposed(&form));
        QTest::qWait(200);
        form.grab().save(folder + QStringLiteral("/certificates.png"));
    }
    fields.findChild<TlsFields *>()->findChild<QLineEdit *>()->clear();
    fields.setEndpoint({});
    QVERIFY(edited.isEmpty()); // nobody typed
}

void TestFrame::anUntrustedCertificateCanBeTrustedAlone()
{
    Connections connections;
    Diagnostics diagnostics;
    const auto a = connections.add(mqtt("plant", "mqtts://ada@broker?filter=x/%23"));
    QWidget window;
    CertificateBar bar(connections, diagnostics, &window);
    window.show();
    QVERIFY(!bar.isVisible());
    const ServerCertificate certificate {QByteArray(32, '\x5a'), QStringLiteral("CN=<b>broker</b>"), QStringLiteral("CN=Plant"), {}, nowMicros() - 20'000'000, nowMicros() - 10'000'000};
    ConnectionStatus status {ConnectionState::Failed, QStringLiteral("It is not trusted."), 0};
    status.untrusted = certificate;
    diagnostics.setStatus(a, status);
    QVERIFY(bar.isVisible());
    QCOMPARE(bar.asking(), a);
    button(bar, "Trust this one certificate…")->click();
    auto *dialog = window.findChild<CertificateDialog *>();
    QVERIFY(dialog);
    QStringList shown;
    for (const auto *label : dialog->findChildren<QLabel *>()) {
        shown.append(label->text());
        QVERIFY(label->textFormat() == Qt::PlainText || !label->text().contains(u'<'));
    }
    QVERIFY(shown.contains(QStringLiteral("CN=<b>broker</b>")));
    QVERIFY(shown.contains(CertificateDialog::fingerprintText(certificate.fingerprint)));
    QVERIFY(shown.filter(QStringLiteral("expired")).size() == 1);
    button(*dialog, "Trust this certificate")->click();
    const MqttEndpoint endpoint = mqttEndpoint(connections.find(a)->url);
    QCOMPARE(QByteArray::fromHex(endpoint.pin.toLatin1()), certificate.fingerprint);
    QCOMPARE(endpoint.user, QStringLiteral("ada"));
    QCOMPARE(endpoint.filters, QStringList {QStringLiteral("x/#")});
    diagnostics.setStatus(a, {ConnectionState::Open, {}, 0});
    QVERIFY(!bar.isVisible());
}

void TestFrame::theFormTrustsWhatItsTestMet()
{
    Connections connections;
    ConnectionForm form(connections, mqtt("", "mqtts://broker"), onlyMqttWithHost);
    form.show();
    QSignalSpy asked(&connections, &Connections::testRequested);
    button(form, "Test connection")->click();
    const auto id = asked.first().first().value<Connection>().id;
    auto *trust = button(form, "Trust this one certificate…");
    QVERIFY(!trust->isVisible());
    connections.offerCertificate(id, {QByteArray(32, '\x01'), {}, {}, {}, 0, nowMicros() * 2});
    connections.conclude(id, failure(Error::Code::Refused, QStringLiteral("No.")));
    QVERIFY(trust->isVisible());
    trust->click();
    button(*form.findChild<CertificateDialog *>(), "Trust this certificate")->click();
    QCOMPARE(mqttEndpoint(form.connection().url).pin, QString(64, u'0').replace(QStringLiteral("00"), QStringLiteral("01")));
    QVERIFY(!trust->isVisible());
}

void TestFrame::noticesAreNewestFirstAndBounded()
{
    Connections connections;
    Diagnostics diagnostics;
    const auto a = connections.add(mqtt("home", "mqtt://a"));
    NoticesModel model(diagnostics, connections);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    for (int i = 0; i < 5'000; ++i)
        diagnostics.note({nowMicros() + i, a, Severity::Warning, QStringLiteral("notice %1").arg(i)});
    QTRY_COMPARE(model.rowCount(), int(Diagnostics::maxNotices));
    QVERIFY2(resets.size() <= 5, "the model follows in ticks, not notice by notice");
    QCOMPARE(model.index(0, NoticesModel::What).data().toString(), QStringLiteral("notice 4999"));
    QCOMPARE(model.index(0, NoticesModel::From).data().toString(), QStringLiteral("home"));
    QVERIFY(model.line(0).contains(QStringLiteral("warning\thome\tnotice 4999")));
}

void TestFrame::clearedNoticesStayAway()
{
    Connections connections;
    Diagnostics diagnostics;
    diagnostics.note({nowMicros(), {}, Severity::Info, QStringLiteral("old")});
    NoticesModel model(diagnostics, connections);
    QCOMPARE(model.rowCount(), 1);
    model.clear();
    QCOMPARE(model.rowCount(), 0);
    diagnostics.note({nowMicros() + 10, {}, Severity::Error, QStringLiteral("new")});
    QTRY_COMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, NoticesModel::What).data().toString(), QStringLiteral("new"));
}

void TestFrame::statusBarCountsInWords()
{
    Counters counters {};
    for (auto &counter : counters)
        counter = 7;
    for (size_t i = 0; i < counters.size(); ++i)
        QVERIFY2(!words::countSentence(Count(i), 7).isEmpty(), qPrintable(QString::number(i)));
    QVERIFY(words::countSentence(Count::Malformed, 0).isEmpty());
    QCOMPARE(words::summary({ConnectionState::Open, QStringLiteral("All is well.")}, Counters {}), QStringLiteral("All is well."));
}

void TestFrame::statusBarHasAChipPerConnection()
{
    Connections connections;
    Diagnostics diagnostics;
    Fleet fleet;
    StatusBar bar(connections, diagnostics, fleet);
    bar.resize(1'000, 28);
    bar.show();
    const auto a = connections.add(mqtt("<b>home</b>", "mqtt://a"));
    diagnostics.setStatus(a, {ConnectionState::Failed, QStringLiteral("The broker <i>refused</i> it.")});
    QTRY_COMPARE(bar.findChildren<ConnectionChip *>().size(), 1);
    const auto *chip = bar.findChildren<ConnectionChip *>().first();
    QCOMPARE(chip->accessibleName(), QStringLiteral("Connection <b>home</b>: failed"));
    QVERIFY2(!chip->toolTip().contains(QStringLiteral("<i>")), "what comes from outside is no markup");
    connections.remove(a);
    QTRY_COMPARE(bar.findChildren<ConnectionChip *>().size(), 0);
    connections.restore({{.id = {9}, .name = QStringLiteral("stored"), .url = QUrl(QStringLiteral("mqtt://b"))}}, {9});
    QTRY_COMPARE(bar.findChildren<ConnectionChip *>().size(), 1);
}

void TestFrame::settingsTakeEffectAndComeBack()
{
    SettingsDialog dialog(Appearance {});
    QSignalSpy changed(&dialog, &SettingsDialog::changed);
    auto boxes = dialog.findChildren<QComboBox *>();
    QCOMPARE(boxes.size(), 3);
    for (auto *box : boxes)
        box->setCurrentIndex(2);
    QCOMPARE(changed.size(), 3);
    const auto chosen = changed.last().first().value<Appearance>();
    QCOMPARE(chosen.language, QStringLiteral("de"));
    QVERIFY(chosen.mode == theme::Mode::Dark);
    QCOMPARE(chosen.rowHeight, 32);
    chosen.store();
    QVERIFY(Appearance::load() == chosen);
    QSettings().setValue(settings::rowHeight, 5'000);
    QSettings().setValue(settings::theme, -3);
    QVERIFY2(Appearance::load().rowHeight == theme::normalRow && Appearance::load().mode == theme::Mode::System, "nonsense in the file is not believed");
    QSettings().clear();
}

void TestFrame::dropOffersWhatItWouldDo()
{
    Connections connections;
    Diagnostics diagnostics;
    QWidget window;
    ConnectionDesk desk(connections, diagnostics, onlyMqttWithHost, &window);
    QMimeData text;
    text.setText(QStringLiteral(" mqtt://broker.local:1884 "));
    QCOMPARE(desk.offer(text), QStringLiteral("Add a connection to broker.local"));
    QMimeData file;
    file.setUrls({QUrl::fromLocalFile(QStringLiteral("/home/ada/hall.muster"))});
    QCOMPARE(desk.offer(file), QStringLiteral("Add the connections of hall.muster"));
    for (const char *other : {"hello", "https://example.org/", "mqtt://", "a: b", ""}) {
        QMimeData data;
        data.setText(QLatin1String(other));
        QVERIFY2(desk.offer(data).isEmpty(), other);
    }
    desk.accept(text);
    auto *form = window.findChild<ConnectionForm *>();
    QVERIFY(form);
    QCOMPARE(field(*form, "Host")->text(), QStringLiteral("broker.local"));
    QVERIFY2(connections.all().isEmpty(), "a drop only offers");
}

void TestFrame::importSkipsWhatIsThere()
{
    Connections connections;
    Diagnostics diagnostics;
    QWidget window;
    ConnectionDesk desk(connections, diagnostics, onlyMqttWithHost, &window);
    QSignalSpy noted(&desk, &ConnectionDesk::noted);
    const QString path = m_folder.filePath(QStringLiteral("known.muster"));
    connections.add(mqtt("a", "mqtt://a"));
    QVERIFY(connectionfile::write(path, connections.all()).has_value());
    desk.importFrom(path);
    QCOMPARE(noted.size(), 1);
    QVERIFY(noted.first().at(1).toString().contains(QStringLiteral("already")));
    QVERIFY(connectionfile::write(path, {mqtt("bad", "gopher://x")}).has_value());
    desk.importFrom(path);
    QCOMPARE(noted.size(), 2);
    QVERIFY(noted.at(1).at(1).toString().contains(QStringLiteral("no host")));
    QCOMPARE(connections.all().size(), 1);
}

void TestFrame::plotOfOneDeviceTakesItsMeasurements()
{
    Fleet fleet;
    Device device {{1}, {}, {QStringLiteral("mqtt:a")}, QStringLiteral("a")};
    device.metrics = {{{1}, QStringLiteral("on"), {}, MetricType::Boolean}, {{2}, QStringLiteral("t"), {}, MetricType::Number}, {{3}, QStringLiteral("note"), {}, MetricType::Text},
        {{4}, QStringLiteral("rssi"), {}, MetricType::Number}};
    device.metrics[3].diagnostic = true;
    fleet.announce({device});
    QCOMPARE(metricsToPlot(fleet, {{1}}), (QList<MetricId> {{2}, {1}}));
    QCOMPARE(metricsToPlot(fleet, {{99}}), QList<MetricId> {});
}

void TestFrame::plotOfSeveralTakesWhatTheyShare()
{
    Fleet fleet;
    Device a {{1}, {}, {QStringLiteral("mqtt:a")}, QStringLiteral("a")};
    a.metrics = {{{1}, QStringLiteral("t")}, {{2}, QStringLiteral("h")}};
    Device b {{2}, {}, {QStringLiteral("mqtt:b")}, QStringLiteral("b")};
    b.metrics = {{{3}, QStringLiteral("h")}, {{4}, QStringLiteral("t")}};
    Device c {{3}, {}, {QStringLiteral("mqtt:c")}, QStringLiteral("c")};
    c.metrics = {{{5}, QStringLiteral("p")}};
    fleet.announce({a, b, c});
    QCOMPARE(metricsToPlot(fleet, {{1}, {2}, {3}}), (QList<MetricId> {{1}, {4}, {5}}));
    QCOMPARE(metricsToPlot(fleet, {{1}, {2}, {3}}, 2).size(), 2);
}

namespace {

/// A window with everything it needs, over an empty fleet.
struct Stage
{
    Fleet fleet {};
    Dispatcher dispatcher {fleet};
    Diagnostics diagnostics {};
    Connections connections {};
    Past past {};
    Archive archive {};
    std::unique_ptr<MainWindow> window {};

    explicit Stage(QSize size = {1'440, 900})
    {
        window = std::make_unique<MainWindow>(MainWindowParts {fleet, dispatcher, diagnostics, connections, past, archive, onlyMqttWithHost});
        window->resize(size);
        window->show();
    }
    [[nodiscard]] QDockWidget *dock(const char *name) const { return window->findChild<QDockWidget *>(QLatin1String(name)); }
    [[nodiscard]] QAction *action(const char *text) const
    {
        for (auto *action : window->actions())
            if (action->text().remove(QLatin1Char('&')) == QString::fromUtf8(text))
                return action;
        return nullptr;
    }
};

} // namespace

void TestFrame::narrowWindowFoldsTheInspectorIntoADrawer()
{
    QSettings().clear();
    Stage stage;
    auto *drawer = stage.window->findChild<Drawer *>();
    QVERIFY(stage.dock("inspector")->isVisible());
    QVERIFY(!drawer->isVisible());
    stage.window->resize(1'024, 640);
    QTRY_VERIFY(!stage.dock("inspector")->isVisible());
    QCOMPARE(stage.window->size(), QSize(1'024, 640));
    QVERIFY(!drawer->isVisible());
    stage.action("Details")->trigger();
    QVERIFY(drawer->isVisible());
    QCOMPARE(drawer->geometry().right(), drawer->parentWidget()->rect().right());
    QTest::keyClick(drawer, Qt::Key_Escape);
    QVERIFY(!drawer->isVisible());
    QVERIFY(!stage.action("Details")->isChecked());
    stage.window->resize(1'440, 900);
    QTRY_VERIFY(stage.dock("inspector")->isVisible());
}

void TestFrame::layoutComesBackAtTheNextStart()
{
    QSettings().clear();
    {
        Stage stage({1'300, 700});
        stage.dock("groups")->hide();
        stage.dock("messages")->show();
        stage.window->close();
    }
    {
        Stage stage({1'300, 700});
        QVERIFY(!stage.dock("groups")->isVisible());
        QVERIFY(stage.dock("messages")->isVisible());
        stage.window->resize(1'024, 640); // folded: must not be remembered as hidden
        stage.window->close();
    }
    Stage stage({1'300, 700});
    QVERIFY(stage.dock("inspector")->isVisible());
    for (const QString &key : QSettings().allKeys())
        QVERIFY2(!key.contains(QStringLiteral("password"), Qt::CaseInsensitive), qPrintable(key));
    QSettings().clear();
}

void TestFrame::resetLayoutBringsEveryDockBack()
{
    QSettings().clear();
    Stage stage;
    for (const char *name : {"discovered", "groups", "inspector"})
        stage.dock(name)->hide();
    stage.dock("discovered")->setFloating(true);
    stage.action("Reset layout")->trigger();
    for (const char *name : {"discovered", "groups", "inspector"}) {
        QVERIFY2(stage.dock(name)->isVisible(), name);
        QVERIFY2(!stage.dock(name)->isFloating(), name);
    }
    QVERIFY(!stage.dock("messages")->isVisible());
}

void TestFrame::everyControlHasANameAndNoTextIsCut()
{
    QSettings().clear();
    Stage stage({1'024, 640});
    stage.connections.add(mqtt("home", "mqtt://a"));
    stage.action("Connections…")->trigger();
    stage.action("Add connection…")->trigger();
    stage.action("Settings…")->trigger();
    stage.dock("messages")->show();
    QCoreApplication::processEvents();
    QStringList faults;
    for (const auto *widget : QApplication::allWidgets()) {
        const auto *push = qobject_cast<const QAbstractButton *>(widget);
        const bool control = push || qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractItemView *>(widget);
        if (!control || !widget->isVisible() || widget->objectName().startsWith(QLatin1String("qt_")) || widget->focusPolicy() == Qt::NoFocus)
            continue;
        const bool inner = qobject_cast<const QLineEdit *>(widget) && qobject_cast<const QAbstractSpinBox *>(widget->parentWidget());
        if (!inner && widget->accessibleName().isEmpty() && (!push || push->text().isEmpty()))
            faults.append(QStringLiteral("no name: %1 in %2").arg(QLatin1String(widget->metaObject()->className()), QLatin1String(widget->parentWidget()->metaObject()->className())));
        if (push && !push->text().isEmpty() && !qobject_cast<const QAbstractItemView *>(widget) && push->width() < push->minimumSizeHint().width())
            faults.append(QStringLiteral("cut: %1").arg(push->text()));
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
}

void TestFrame::windowSurvivesSwitchingLanguageAndTheme()
{
    QSettings().clear();
    Stage stage;
    stage.connections.add(mqtt("home", "mqtt://a"));
    for (const char *text : {"Connections…", "Add connection…", "Settings…"})
        stage.action(text)->trigger();
    QSignalSpy language(stage.window.get(), &MainWindow::languageChanged);
    auto *settings = stage.window->findChild<SettingsDialog *>();
    settings->findChild<QComboBox *>(QStringLiteral("language"))->setCurrentIndex(2);
    QCOMPARE(language.size(), 1);
    QCOMPARE(language.first().first().toString(), QStringLiteral("de"));
    QEvent changed(QEvent::LanguageChange);
    for (auto *widget : QApplication::allWidgets())
        QCoreApplication::sendEvent(widget, &changed);
    QSignalSpy themed(stage.window.get(), &MainWindow::themeChanged);
    const bool dark = theme::isDark(stage.window->palette());
    stage.action("Dark theme")->trigger();
    QCOMPARE(themed.size(), 1);
    QTRY_VERIFY(theme::isDark(stage.window->palette()) != dark);
    stage.action("Dark theme")->trigger();
    QSettings().clear();
}

void TestFrame::addressDroppedOnTheWindowOpensTheForm()
{
    QSettings().clear();
    Stage stage;
    QMimeData data;
    data.setText(QStringLiteral("mqtt://broker.local"));
    QDragEnterEvent enter(QPoint(500, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(stage.window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(500, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(stage.window.get(), &drop);
    auto *form = stage.window->findChild<ConnectionForm *>();
    QVERIFY(form);
    QCOMPARE(form->connection().url, QUrl(QStringLiteral("mqtt://broker.local")));
    data.setText(QStringLiteral("hello"));
    QDragEnterEvent other(QPoint(500, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    other.ignore();
    QCoreApplication::sendEvent(stage.window.get(), &other);
    QVERIFY(!other.isAccepted());
}

void TestFrame::welcomeGivesWayToTheFleet()
{
    QSettings().clear();
    Stage stage;
    const auto shown = [&] { return stage.window->findChild<ChartArea *>()->isVisible(); };
    QVERIFY(!shown());
    const auto id = stage.connections.add(mqtt("home", "mqtt://a"));
    QVERIFY(shown());
    stage.connections.remove(id);
    QVERIFY(!shown());
}

QTEST_MAIN(TestFrame)
#include "tst_frame.moc"
