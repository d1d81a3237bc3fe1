// The program without its window, with web addresses that hold a secret: where they end up. Runs twice, without a keychain and in tests/support/keyring.sh
// with a real one.

#include "app/services.h"
#include "tests/support/secretsearch.h"
#include "tests/support/webserver.h"
#include "rules/webaddress.h"
#include "ui/addressbar.h"

#include <QCheckBox>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace muster;
using namespace muster::test;

namespace {

const QString inPath = QStringLiteral("seeded-path-51c7e2");
const QString token = QStringLiteral("seeded-token-93bd08");
const QString path = QStringLiteral("/hook/%1?key=%2").arg(inPath, token);
constexpr int patience = 30'000;

SecretSearch search()
{
    SecretSearch search;
    search.add(inPath);
    search.add(token);
    return search;
}

QString foundInFolder(const QString &folder)
{
    int files = 0;
    return search().foundInFolder(folder, files);
}

QJsonObject telling(const QString &address)
{
    return {{QStringLiteral("automation"), 1}, {QStringLiteral("name"), QStringLiteral("Tell")}, {QStringLiteral("when"), QJsonArray {QJsonObject {{QStringLiteral("type"), QStringLiteral("manual")}}}},
        {QStringLiteral("then"), QJsonArray {QJsonObject {{QStringLiteral("type"), QStringLiteral("notice")}, {QStringLiteral("text"), QStringLiteral("first")}},
                                     QJsonObject {{QStringLiteral("type"), QStringLiteral("webhook")}, {QStringLiteral("url"), address}}}}};
}

Automation automationFor(const QString &address)
{
    return automationjson::ruleOf(telling(address)).value_or(Automation());
}

AlarmRule alarmFor(const QString &address)
{
    AlarmRule rule;
    rule.name = QStringLiteral("Hot");
    rule.key = QStringLiteral("temperature");
    rule.limit = 30;
    rule.postTo = address;
    return rule;
}

/// Everything that was said, kept of runs, and would be copied as JSON.
QByteArray shownBy(Services &services)
{
    QByteArray all;
    for (const Notice &notice : services.diagnostics().notices())
        all += notice.text.toUtf8() + '\n';
    const QList<AutomationId> ids = services.automations().all();
    for (const AutomationId id : ids) {
        all += QJsonDocument(automationjson::toJson(*services.automations().rule(id))).toJson();
        const QList<const AutomationRun *> runs = services.automations().runs(id);
        for (const AutomationRun *run : runs)
            for (const TraceLine &line : run->trace)
                all += line.text.toUtf8() + '\n';
    }
    const QList<AlarmRule> rules = services.alarms().rules();
    for (const AlarmRule &rule : rules)
        all += QJsonDocument(alarmjson::toJson(rule)).toJson();
    return all;
}

SecretPlace placeOf(const QString &reference)
{
    SecretStore store(QStringLiteral("muster"));
    std::optional<SecretPlace> got;
    store.read(WebSecrets::entryOf(reference), &store, [&got](const SecretAnswer &answer) { got = answer.place; });
    [&got] { QTRY_VERIFY(got.has_value()); }();
    return got.value_or(SecretPlace::Memory);
}

} // namespace

class TestKeptAddresses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatIsSecretOfAnAddress_data();
    void whatIsSecretOfAnAddress();
    void addressesAreInTheKeychainOrNowhere();
    void whatWasStoredWholeMovesOnceAKeychainTakesIt();
    void aRemovedRuleTakesItsAddressAlong();
    void aPastedRuleAsksForItsAddress();
    void anAddressComesFromAFile();
    void theBarTakesTheWholeAddressAndNoOther();

private:
    [[nodiscard]] Options options() const;
    /// Runs it and says how it ended.
    [[nodiscard]] static std::optional<AutomationRun::State> run(Services &services, AutomationId id);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WebServer> m_server;
};

void TestKeptAddresses::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder->path());
    m_server = std::make_unique<WebServer>(answerOf("200 OK"));
    QVERIFY(m_server->isListening);
}

Options TestKeptAddresses::options() const
{
    Options options;
    options.data = m_folder->path();
    return options;
}

std::optional<AutomationRun::State> TestKeptAddresses::run(Services &services, AutomationId id)
{
    if (!services.automations().runNow(id))
        return {};
    const auto newest = [&] { return services.automations().runs(id).constFirst(); };
    [&] { QTRY_VERIFY_WITH_TIMEOUT(newest()->isOver(), patience); }();
    return newest()->state;
}

void TestKeptAddresses::whatIsSecretOfAnAddress_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("site");
    QTest::addColumn<bool>("hasSecret");
    QTest::newRow("query") << QStringLiteral("https://example.org/?key=1") << QStringLiteral("https://example.org") << true;
    QTest::newRow("path") << QStringLiteral("https://example.org:8443/a") << QStringLiteral("https://example.org:8443") << true;
    QTest::newRow("login") << QStringLiteral("http://ada:word@10.0.0.1") << QStringLiteral("http://10.0.0.1") << true;
    QTest::newRow("fragment") << QStringLiteral("http://[::1]:80/#x") << QStringLiteral("http://[::1]:80") << true;
    QTest::newRow("nothing") << QStringLiteral("https://example.org") << QStringLiteral("https://example.org") << false;
    QTest::newRow("root") << QStringLiteral("https://example.org:1/") << QStringLiteral("https://example.org:1") << false;
    QTest::newRow("reference") << QStringLiteral("https://example.org/#kept-0123456789abcdef0123456789abcdef") << QStringLiteral("https://example.org") << false;
    QTest::newRow("like one") << QStringLiteral("https://example.org/a#kept-0123456789abcdef0123456789abcdef") << QStringLiteral("https://example.org") << true;
}

void TestKeptAddresses::whatIsSecretOfAnAddress()
{
    QFETCH(QString, address);
    QFETCH(QString, site);
    QFETCH(bool, hasSecret);
    QCOMPARE(webaddress::siteOf(address), site);
    QCOMPARE(webaddress::hasSecret(address), hasSecret);
    WebAddresses addresses;
    const QString kept = addresses.keep(address);
    QCOMPARE(kept != address, hasSecret);
    QCOMPARE(webaddress::isReference(kept), hasSecret || webaddress::isReference(address));
    QVERIFY(isWebAddress(kept));
    QVERIFY(kept.startsWith(site));
    QCOMPARE(addresses.keep(address), kept); // rules that tell the same one are told apart by nobody
    QVERIFY(!hasSecret || !isWebAddress(webaddress::shown(kept)));
}

void TestKeptAddresses::addressesAreInTheKeychainOrNowhere()
{
    const auto before = qInstallMessageHandler(&keepLog);
    const auto restore = qScopeGuard([before] { qInstallMessageHandler(before); });
    AutomationId id;
    {
        Services services(options());
        QVERIFY(services.start());
        const Result<AutomationId> added = services.automations().add(automationFor(m_server->address(path)));
        QVERIFY(added);
        id = *added;
        QVERIFY(services.alarms().add(alarmFor(m_server->address(path))));
        QVERIFY(search().foundIn(m_server->address(path).toUtf8()).size() > 0);
        QCOMPARE(run(services, id), AutomationRun::State::Done);
        QVERIFY(m_server->heads.constLast().startsWith("POST " + path.toUtf8()));
        QVERIFY(shownBy(services).contains("127.0.0.1"));
        m_server->answer = answerOf("500 No");
        QCOMPARE(run(services, id), AutomationRun::State::Failed);
        m_server->answer = answerOf("200 OK");
        QCOMPARE(search().foundIn(shownBy(services)), QString());
        QSignalSpy finished(&services.archive(), &Archive::finished);
        services.archive().backUp(m_folder->filePath(QStringLiteral("all.backup")));
        QTRY_COMPARE(finished.size(), 1);
        QTest::qWait(2 * Automations::gatherMs); // what is stored has been written
        QCOMPARE(foundInFolder(m_folder->path()), QString());
        QCOMPARE(search().foundIn(processText()), QString());
    }
    QCOMPARE(foundInFolder(m_folder->path()), QString());
    Services services(options()); // once more, with what was kept
    QVERIFY(services.start());
    if (haveKeyring()) {
        QCOMPARE(run(services, id), AutomationRun::State::Done); // at once, though the keychain is still being asked
        QVERIFY(m_server->heads.constLast().startsWith("POST " + path.toUtf8()));
        QVERIFY(services.webAddresses().missing().isEmpty());
        QCOMPARE(foundInFolder(QDir::homePath()), QString());
    } else {
        QTRY_COMPARE(services.webAddresses().missing().size(), 1);
        QCOMPARE(run(services, id), AutomationRun::State::Failed);
        QVERIFY2(shownBy(services).contains("The web address of “Tell” is not known here: enter it again in step 2."), shownBy(services).constData());
        const QString reference = services.webAddresses().missing().constFirst().address;
        QVERIFY(services.webAddresses().give(reference, m_server->address(path), true));
        QCOMPARE(run(services, id), AutomationRun::State::Done);
        QVERIFY(services.webAddresses().missing().isEmpty());
        QVERIFY(!services.webAddresses().keepsSecrets());
    }
    QCOMPARE(search().foundIn(shownBy(services)), QString());
    QCOMPARE(foundInFolder(m_folder->path()), QString());
    QCOMPARE(search().foundIn(keptLog), QString());
}

void TestKeptAddresses::whatWasStoredWholeMovesOnceAKeychainTakesIt()
{
    {
        Inventory inventory(m_folder->filePath(QStringLiteral("fleet.db")));
        QVERIFY(inventory.load());
        QJsonObject rule = telling(m_server->address(path));
        rule.insert(QStringLiteral("id"), 1);
        AlarmRule alarm = alarmFor(m_server->address(path));
        alarm.id = {1};
        const auto text = [](const QJsonObject &json) { return QString::fromUtf8(QJsonDocument(json).toJson()); };
        const QString padding(20'000, u'x');
        inventory.storeDocument(QStringLiteral("other"), padding + m_server->address(path)); // and gone: its pages are free now
        inventory.storeDocuments({{QStringLiteral("other"), QString()}, {QStringLiteral("automation/1"), text(rule)},
            {QStringLiteral("alarm rules"), text({{QStringLiteral("last"), 1}, {QStringLiteral("rules"), QJsonArray {alarmjson::toJson(alarm)}}})}});
    }
    QVERIFY(!foundInFolder(m_folder->path()).isEmpty());
    for (int round = 0; round < 2; ++round) {
        Services services(options());
        QVERIFY(services.start());
        QCOMPARE(services.automations().all().size(), 1);
        QCOMPARE(services.alarms().rules().size(), 1);
        QCOMPARE(run(services, {1}), AutomationRun::State::Done);
        QVERIFY(m_server->heads.constLast().startsWith("POST " + path.toUtf8()));
        QCOMPARE(search().foundIn(shownBy(services)), QString());
        if (haveKeyring()) {
            QTRY_COMPARE(foundInFolder(m_folder->path()), QString()); // while it runs
            QVERIFY(round == 1 || shownBy(services).contains("have moved into the keychain"));
        } else {
            QTRY_VERIFY2(shownBy(services).contains("stay in fleet.db as they are"), shownBy(services).constData());
            Automation changed = *services.automations().rule({1});
            changed.retries = 1;
            QVERIFY(services.automations().change(changed)); // loses nothing either
        }
    }
    QCOMPARE(foundInFolder(m_folder->path()).isEmpty(), haveKeyring());
}

void TestKeptAddresses::aRemovedRuleTakesItsAddressAlong()
{
    if (!haveKeyring())
        QSKIP("needs a keychain: tests/support/keyring.sh");
    Services services(options());
    QVERIFY(services.start());
    const Result<AutomationId> one = services.automations().add(automationFor(m_server->address(path)));
    const Result<AutomationId> two = services.automations().add(automationFor(m_server->address(path)));
    QVERIFY(one && two);
    const Automation rule = *services.automations().rule(*one);
    const QString reference = rule.steps.at(1).key;
    QCOMPARE(services.automations().rule(*two)->steps.at(1).key, reference);
    QTRY_COMPARE(placeOf(reference), SecretPlace::Keychain);
    services.automations().remove(*one);
    QCOMPARE(run(services, *two), AutomationRun::State::Done);
    QCOMPARE(placeOf(reference), SecretPlace::Keychain); // the other one has it still
    services.automations().remove(*two);
    QTRY_COMPARE(placeOf(reference), SecretPlace::Nowhere);
    const Result<AutomationId> again = services.automations().add(rule); // undone
    QVERIFY(again);
    QCOMPARE(run(services, *again), AutomationRun::State::Done);
    QTRY_COMPARE(placeOf(reference), SecretPlace::Keychain);
}

void TestKeptAddresses::aPastedRuleAsksForItsAddress()
{
    Services services(options());
    QVERIFY(services.start());
    QVERIFY(services.automations().add(automationFor(m_server->address(path))));
    const QString known = services.automations().rule(services.automations().all().constFirst())->steps.at(1).key;
    QString elsewhere = known; // leads to another server: the address of this one is not sent there, nor there in its place
    elsewhere.replace(QStringLiteral("127.0.0.1"), QStringLiteral("127.0.0.2"));
    for (const QString &address : {webaddress::newReference(m_server->address(path)), elsewhere}) {
        const Result<AutomationId> pasted = services.automations().add(automationFor(address));
        QVERIFY(pasted);
        QCOMPARE(run(services, *pasted), AutomationRun::State::Failed);
        QCOMPARE(m_server->connections, 0);
        QVERIFY2(services.automations().runs(*pasted).constFirst()->trace.at(1).text.contains(QStringLiteral("The web address of “Tell” is not known here: enter it again in step 2."))
                || services.automations().runs(*pasted).constFirst()->trace.at(2).text.contains(QStringLiteral("enter it again in step 2.")),
            shownBy(services).constData());
        services.automations().remove(*pasted);
    }
}

void TestKeptAddresses::anAddressComesFromAFile()
{
    const QString reference = webaddress::newReference(m_server->address(path));
    QTemporaryDir files;
    Options headless = options();
    headless.headless = true;
    headless.credentials = files.path();
    const QString name = CredentialFolder::fileFor(WebSecrets::entryOf(reference));
    AutomationId id;
    {
        Services services(headless);
        QVERIFY(services.start());
        id = services.automations().add(automationFor(reference)).value_or(AutomationId());
        QCOMPARE(run(services, id), AutomationRun::State::Failed);
        QTRY_VERIFY2(shownBy(services).contains("read from a file named " + name.toUtf8() + ','), shownBy(services).constData());
    }
    QFile file(files.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && file.write(m_server->address(path).toUtf8() + '\n') > 0);
    file.close();
    Services services(headless);
    QVERIFY(services.start());
    QCOMPARE(run(services, id), AutomationRun::State::Done);
    QVERIFY(m_server->heads.constLast().startsWith("POST " + path.toUtf8()));
    QCOMPARE(foundInFolder(m_folder->path()), QString());
    QVERIFY(placeOf(reference) != SecretPlace::Keychain); // copied nowhere
}

void TestKeptAddresses::theBarTakesTheWholeAddressAndNoOther()
{
    WebAddresses addresses;
    QWidget window;
    AddressBar bar(addresses, &window);
    QVERIFY(bar.isHidden());
    QSignalSpy written(&addresses, &WebAddresses::writeRequested);
    const QString reference = QStringLiteral("https://example.org/#kept-0123456789abcdef0123456789abcdef");
    addresses.setUses({{reference, QStringLiteral("Tell"), 2}});
    addresses.found(reference, QStringLiteral("https://example.net/hook?key=") + token); // another site's is none of it
    QVERIFY(!bar.isHidden());
    QVERIFY(!addresses.find(reference)->has_value());
    auto *const field = bar.findChild<QLineEdit *>();
    auto *const button = bar.findChild<QPushButton *>();
    QVERIFY(field && button);
    QCOMPARE(field->accessibleName(), QStringLiteral("Web address for Tell"));
    field->setText(QStringLiteral("https://example.net/hook?key=") + token);
    button->click();
    QVERIFY(!bar.isHidden());
    QVERIFY(bar.findChild<QLabel *>()->text().contains(QStringLiteral("beginning with https://example.org/")));
    QVERIFY(written.isEmpty());
    field->setText(QStringLiteral("https://example.org/hook?key=") + token);
    button->click();
    QVERIFY(bar.isHidden());
    QVERIFY(field->text().isEmpty());
    QCOMPARE(written.size(), 1);
    QCOMPARE(addresses.find(reference)->value_or(QString()), QStringLiteral("https://example.org/hook?key=") + token);
    QCOMPARE(addresses.stored(reference), reference);
}

QTEST_MAIN(TestKeptAddresses)
#include "tst_keptaddresses.moc"
