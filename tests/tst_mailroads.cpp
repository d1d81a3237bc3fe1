// E-mail in the whole program: set up on its page, sent by automations, its password in the keychain or nowhere. Runs twice, without a keychain and in
// tests/support/keyring.sh with a real one.

#include "app/services.h"
#include "rules/automationwords.h"
#include "tests/support/secretsearch.h"
#include "tests/support/smtpserver.h"
#include "tests/support/widgets.h"
#include "ui/mailpage.h"
#include "ui/settingsdialog.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QJsonDocument>
#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTest>

using namespace muster;
using namespace muster::support;
using namespace muster::test;

namespace {

constexpr int patience = 60'000;
const QString password = QStringLiteral("seeded-password-5b8e20");

SmtpServer::Options withLogin()
{
    SmtpServer::Options options;
    options.encryption = SmtpServer::Encryption::StartTls;
    options.logins = "PLAIN";
    options.user = "ada";
    options.password = password.toUtf8();
    return options;
}

Options optionsFor(const QTemporaryDir &folder)
{
    Options options;
    options.data = folder.path();
    return options;
}

MailSettings settingsFor(const SmtpServer &server)
{
    MailSettings settings;
    settings.server = QStringLiteral("127.0.0.1");
    settings.port = server.serverPort();
    settings.security = MailSettings::Security::StartTls;
    settings.user = QStringLiteral("ada");
    settings.sender = QStringLiteral("muster@example.org");
    settings.recipient = QStringLiteral("ada@example.org");
    settings.caFile = server.caFile();
    return settings;
}

Result<Automation> telling(const QByteArray &step)
{
    return automationjson::ruleOf(QJsonDocument::fromJson(R"({"automation":1,"name":"Tell","when":[{"type":"manual"}],"then":[)" + step + R"(],"retries":1,"retryAfter":0.01})").object());
}

template<class Field>
Field *field(QWidget &in, const char *name)
{
    const QList<Field *> all = in.findChildren<Field *>();
    for (Field *const one : all)
        if (one->accessibleName() == QLatin1StringView(name))
            return one;
    return nullptr;
}

void type(QWidget &in, const char *name, const QString &text)
{
    auto *const edit = field<QLineEdit>(in, name);
    QVERIFY2(edit, name);
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, text);
    QTest::keyClick(edit, Qt::Key_Return);
}

} // namespace

class TestMailRoads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePageSetsItUpAndTriesIt();
    void thePageNeedsNoModalDialogToSayWhatIsWrong();
    void anAutomationSendsMail();
    void anAlarmSendsMail();
    void wrongStepsAreRefused_data();
    void wrongStepsAreRefused();
    void mailNobodyWaitsForIsToldWhereItFails();
    void thePasswordIsInTheKeychainOrNowhere();
    void thePasswordComesFromAFile();
};

void TestMailRoads::thePageSetsItUpAndTriesIt()
{
    SmtpServer server(withLogin());
    if (!server.problem().isEmpty())
        QSKIP(qPrintable(server.problem()));
    QTemporaryDir folder;
    Services services(optionsFor(folder));
    QVERIFY(services.start());
    SettingsDialog dialog(Appearance {});
    dialog.addMail(services.mailing().setup());
    auto *const tabs = dialog.findChild<QTabWidget *>();
    QCOMPARE(tabs->tabText(1), QStringLiteral("E-mail"));
    tabs->setCurrentIndex(1);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto *const port = field<QSpinBox>(dialog, "Port");
    QVERIFY(port);
    QCOMPARE(port->value(), 465);
    field<QComboBox>(dialog, "Encryption")->setCurrentIndex(1);
    QCOMPARE(port->value(), 587); // as that is usual
    port->setValue(server.serverPort());
    field<QComboBox>(dialog, "Encryption")->setCurrentIndex(0);
    QCOMPARE(port->value(), int(server.serverPort())); // somebody chose it
    field<QComboBox>(dialog, "Encryption")->setCurrentIndex(1);
    type(dialog, "Password", password); // first of all: it waits for whom it is
    QCOMPARE(field<QLineEdit>(dialog, "Password")->text(), password);
    type(dialog, "Server", QStringLiteral("127.0.0.1"));
    type(dialog, "User name", QStringLiteral("ada"));
    QCOMPARE(field<QLineEdit>(dialog, "Password")->text(), QString());
    type(dialog, "Sender", QStringLiteral("muster@example.org"));
    type(dialog, "Recipient", QStringLiteral("ada@example.org"));
    type(dialog, "Certificate authority", server.caFile());
    QVERIFY(services.mailing().setup().settings() == settingsFor(server));
    const QString kept = haveKeyring() ? QStringLiteral("kept in the keychain") : QStringLiteral("known until Muster ends");
    QTRY_COMPARE_WITH_TIMEOUT(field<QLineEdit>(dialog, "Password")->placeholderText(), kept, patience);
    QPushButton *const test = buttonSaying(dialog, QStringLiteral("Send a &test mail"));
    QVERIFY(test);
    test->click();
    QVERIFY(!test->isEnabled() && shows(dialog, QStringLiteral("Sending …")));
    QTRY_VERIFY_WITH_TIMEOUT(shows(dialog, QStringLiteral("The server took the test mail for ada@example.org.")), patience);
    QVERIFY(test->isEnabled());
    QCOMPARE(server.mails().size(), 1);
    QCOMPARE(server.mails().first().header("Subject"), QStringLiteral("A test mail from Muster"));
    QCOMPARE(server.mails().first().user, QByteArray("ada"));
    const QList<QWidget *> all = dialog.findChildren<QWidget *>();
    for (const QWidget *const one : all)
        if (one->focusPolicy() != Qt::NoFocus && (qobject_cast<const QLineEdit *>(one) || qobject_cast<const QComboBox *>(one)) && !qobject_cast<const QSpinBox *>(one->parentWidget()))
            QVERIFY2(!one->accessibleName().isEmpty(), one->metaObject()->className());
}

void TestMailRoads::thePageNeedsNoModalDialogToSayWhatIsWrong()
{
    SmtpServer server(withLogin());
    if (!server.problem().isEmpty())
        QSKIP(qPrintable(server.problem()));
    QTemporaryDir folder;
    Services services(optionsFor(folder));
    QVERIFY(services.start());
    services.mailing().setup().setSettings(settingsFor(server));
    services.mailing().setup().givePassword(QStringLiteral("not this one"), false);
    MailPage page(services.mailing().setup());
    page.show();
    buttonSaying(page, QStringLiteral("Send a &test mail"))->click();
    QTRY_VERIFY_WITH_TIMEOUT(shows(page, QStringLiteral("127.0.0.1 refused the login of ada (535). Check user name and password.")), patience);
    QVERIFY(!QApplication::activeModalWidget());
    field<QComboBox>(page, "Encryption")->setCurrentIndex(2); // no password over that road
    QVERIFY(!field<QLineEdit>(page, "Password")->isEnabled() && !field<QLineEdit>(page, "User name")->isEnabled());
    QCOMPARE(services.mailing().setup().settings().user, QString());
    field<QComboBox>(page, "Encryption")->setCurrentIndex(1);
    QCOMPARE(services.mailing().setup().settings().user, QStringLiteral("ada"));
    MailSettings settings = settingsFor(server);
    settings.sender = QStringLiteral("nonsense");
    services.mailing().setup().setSettings(settings);
    QVERIFY(shows(page, QStringLiteral("The sender needs an address such as muster@example.org.")));
}

void TestMailRoads::anAutomationSendsMail()
{
    SmtpServer server(withLogin());
    if (!server.problem().isEmpty())
        QSKIP(qPrintable(server.problem()));
    QTemporaryDir folder;
    Services services(optionsFor(folder));
    QVERIFY(services.start());
    QSignalSpy noticed(&services.automations(), &Automations::noticed);
    const Result<Automation> rule = telling(R"({"type":"mail","to":"bo@example.org","subject":"From {rule}","text":"{rule} ran ä"},{"type":"mail","subject":"Second"})");
    QVERIFY2(rule, rule ? "" : qPrintable(rule.error().text));
    QVERIFY(automationwords::sentence(*rule, services.fleet()).contains(QStringLiteral("send the e-mail “From {rule}” to bo@example.org")));
    const Result<AutomationId> id = services.automations().add(*rule);
    QVERIFY2(id, id ? "" : qPrintable(id.error().text));
    QVERIFY(services.automations().runNow(*id));
    QTRY_COMPARE_WITH_TIMEOUT(services.automations().runs(*id).first()->state, AutomationRun::State::Failed, patience);
    QStringList said;
    for (const TraceLine &line : services.automations().runs(*id).first()->trace)
        said.append(line.text);
    QVERIFY2(said.join(u'\n').contains(QStringLiteral("No mail server is set up. Name one in the settings, under E-mail.")), qPrintable(said.join(u'\n')));
    QVERIFY(noticed.last().at(1).toString().contains(QStringLiteral("No mail server is set up.")));
    services.mailing().setup().setSettings(settingsFor(server));
    services.mailing().setup().givePassword(password, false);
    QVERIFY(services.automations().runNow(*id));
    QTRY_COMPARE_WITH_TIMEOUT(services.automations().runs(*id).first()->state, AutomationRun::State::Done, patience);
    QCOMPARE(server.mails().size(), 2);
    QCOMPARE(server.mails().first().to, QByteArrayList {"<bo@example.org>"});
    QCOMPARE(server.mails().first().header("Subject"), QStringLiteral("From Tell"));
    QCOMPARE(server.mails().first().body(), QStringLiteral("Tell ran ä\r\n"));
    QCOMPARE(server.mails().last().to, QByteArrayList {"<ada@example.org>"});
    server.answer("RCPT", "550 5.1.1 nobody", 2);
    QVERIFY(services.automations().runNow(*id));
    QTRY_COMPARE_WITH_TIMEOUT(services.automations().runs(*id).first()->state, AutomationRun::State::Failed, patience);
    QCOMPARE(server.mails().size(), 2);
}

void TestMailRoads::anAlarmSendsMail()
{
    SmtpServer server(SmtpServer::Options {});
    QTemporaryDir folder;
    Options options = optionsFor(folder);
    options.endpoints = {QUrl(QStringLiteral("sim://demo?devices=20&seed=1&history=0&faults=0"))};
    Services services(options);
    QVERIFY(services.start());
    MailSettings settings = settingsFor(server);
    settings.security = MailSettings::Security::None;
    settings.user.clear();
    services.mailing().setup().setSettings(settings);
    const auto warm = [&services] {
        const QList<DeviceId> all = services.fleet().devices();
        const auto it = std::find_if(all.cbegin(), all.cend(), [&services](DeviceId id) { return services.fleet().findMetric(id, QStringLiteral("temperature")).isValid(); });
        return it == all.cend() ? DeviceId() : *it;
    };
    QTRY_VERIFY_WITH_TIMEOUT(warm().isValid(), patience);
    services.fleet().adopt({warm()});
    AlarmRule rule;
    rule.name = QStringLiteral("Wärmer als nichts");
    rule.key = QStringLiteral("temperature");
    rule.limit = -300;
    rule.mailTo = QStringLiteral("bo@example.org");
    const Result<AlarmRuleId> added = services.alarms().add(rule);
    QVERIFY2(added, added ? "" : qPrintable(added.error().text));
    QTRY_COMPARE_WITH_TIMEOUT(server.mails().size(), 1, patience);
    QCOMPARE(server.mails().first().to, QByteArrayList {"<bo@example.org>"});
    QVERIFY2(server.mails().first().header("Subject").contains(rule.name), qPrintable(server.mails().first().header("Subject")));
    QVERIFY2(server.mails().first().body().contains(services.fleet().displayName(warm())), qPrintable(server.mails().first().body()));
}

void TestMailRoads::wrongStepsAreRefused_data()
{
    QTest::addColumn<QByteArray>("step");
    QTest::addColumn<QString>("sentence");
    const QString addresses = QStringLiteral("An e-mail needs addresses such as ada@example.org, at most 10 with commas between them, or none for that of the settings.");
    QTest::newRow("no address") << QByteArray(R"({"type":"mail","to":"ada","subject":"x"})") << addresses;
    QTest::newRow("another header") << QByteArray(R"({"type":"mail","to":"ada@example.org\r\nBcc: eve@example.org","subject":"x"})") << addresses;
    QTest::newRow("no subject") << QByteArray(R"({"type":"mail","to":"ada@example.org","subject":" "})") << "An e-mail needs a subject of at most 200 characters.";
    QTest::newRow("long text") << R"({"type":"mail","subject":"x","text":")" + QByteArray(501, 'x') + R"("})" << "The text of an e-mail has at most 500 characters.";
}

void TestMailRoads::wrongStepsAreRefused()
{
    QFETCH(QByteArray, step);
    QFETCH(QString, sentence);
    const Result<Automation> rule = telling(step);
    QVERIFY(!rule);
    QCOMPARE(rule.error().text, sentence);
}

void TestMailRoads::mailNobodyWaitsForIsToldWhereItFails()
{
    QTemporaryDir folder;
    Services services(optionsFor(folder));
    QVERIFY(services.start());
    services.mailing().post({}, QStringLiteral("Hot"), QStringLiteral("text"));
    const auto has = [&services](const QString &text) {
        const auto &notices = services.diagnostics().notices();
        return std::any_of(notices.cbegin(), notices.cend(), [&text](const Notice &one) { return one.text == text; });
    };
    QTRY_VERIFY_WITH_TIMEOUT(has(QStringLiteral("An e-mail was not sent: No mail server is set up. Name one in the settings, under E-mail.")), patience);
    services.mailing().mailer().hold();
    for (int i = 0; i < 105; ++i)
        services.mailing().post({}, QStringLiteral("Hot"), QString());
    const auto &notices = services.diagnostics().notices();
    const auto dropped = std::find_if(notices.cbegin(), notices.cend(), [](const Notice &one) { return one.text == QLatin1StringView("An e-mail was dropped, because too many are waiting."); });
    QVERIFY(dropped != notices.cend());
    QCOMPARE(dropped->times, 5U);
}

void TestMailRoads::thePasswordIsInTheKeychainOrNowhere()
{
    SmtpServer server(withLogin());
    if (!server.problem().isEmpty())
        QSKIP(qPrintable(server.problem()));
    QTemporaryDir folder;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    const auto before = qInstallMessageHandler(&keepLog);
    const auto restore = qScopeGuard([before] { qInstallMessageHandler(before); });
    SecretSearch search;
    search.add(password);
    search.addBytes(QByteArray("\0ada\0", 5) + password.toUtf8());
    int files = 0;
    {
        Services services(optionsFor(folder));
        QVERIFY(services.start());
        MailSetup &setup = services.mailing().setup();
        setup.setSettings(settingsFor(server));
        setup.givePassword(QStringLiteral("wrong"), true);
        QSignalSpy tested(&setup, &MailSetup::tested);
        setup.test();
        QTRY_COMPARE_WITH_TIMEOUT(tested.size(), 1, patience);
        QVERIFY(!tested.first().first().value<Result<void>>());
        setup.givePassword(password, true);
        setup.test();
        QTRY_COMPARE_WITH_TIMEOUT(tested.size(), 2, patience);
        QVERIFY(tested.last().first().value<Result<void>>());
        QTRY_COMPARE_WITH_TIMEOUT(setup.password(), haveKeyring() ? MailSetup::Password::Keychain : MailSetup::Password::Memory, patience);
        QSignalSpy finished(&services.archive(), &Archive::finished);
        services.archive().backUp(folder.filePath(QStringLiteral("all.backup")));
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patience);
        for (const Notice &notice : services.diagnostics().notices())
            QCOMPARE(search.foundIn(notice.text.toUtf8()), QString());
        QCOMPARE(search.foundIn(processText()), QString());
        QCOMPARE(search.foundInFolder(folder.path(), files), QString()); // while it runs: journals, too
        QVERIFY(files >= 2);
    }
    {
        Services services(optionsFor(folder)); // once more, with what was kept
        QVERIFY(services.start());
        MailSetup &setup = services.mailing().setup();
        QVERIFY(setup.settings() == settingsFor(server));
        QSignalSpy tested(&setup, &MailSetup::tested);
        QTRY_COMPARE_WITH_TIMEOUT(setup.password(), haveKeyring() ? MailSetup::Password::Keychain : MailSetup::Password::Missing, patience);
        setup.test();
        QTRY_COMPARE_WITH_TIMEOUT(tested.size(), 1, patience);
        QCOMPARE(tested.first().first().value<Result<void>>().has_value(), haveKeyring());
        MailSettings other = settingsFor(server);
        other.server = QStringLiteral("localhost");
        setup.setSettings(other); // another server never gets it, and it leaves the keychain
        QTRY_COMPARE_WITH_TIMEOUT(setup.password(), MailSetup::Password::Missing, patience);
        setup.setSettings(settingsFor(server));
        QTRY_COMPARE_WITH_TIMEOUT(setup.password(), MailSetup::Password::Missing, patience);
    }
    QCOMPARE(search.foundInFolder(folder.path(), files), QString());
    if (haveKeyring()) // the keyring's own files, settings and caches of the session
        QCOMPARE(search.foundInFolder(QDir::homePath(), files), QString());
    QCOMPARE(search.foundIn(keptLog), QString());
}

void TestMailRoads::thePasswordComesFromAFile()
{
    SmtpServer server(withLogin());
    if (!server.problem().isEmpty())
        QSKIP(qPrintable(server.problem()));
    QTemporaryDir folder;
    QTemporaryDir files;
    Options options = optionsFor(folder);
    options.headless = true;
    options.credentials = files.path();
    QFile file(files.filePath(QStringLiteral("smtp-ada@127.0.0.1")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && file.write(password.toUtf8() + '\n') > 0);
    file.close();
    Services services(options);
    QVERIFY(services.start());
    services.mailing().setup().setSettings(settingsFor(server));
    services.mailing().post(QStringLiteral("ada@example.org"), QStringLiteral("Hot"), QStringLiteral("It is."));
    QTRY_COMPARE_WITH_TIMEOUT(server.mails().size(), 1, patience);
    QCOMPARE(server.mails().first().user, QByteArray("ada"));
}

QTEST_MAIN(TestMailRoads)
#include "tst_mailroads.moc"
