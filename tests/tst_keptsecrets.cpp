// The program without its window, with a password and the passphrase of a key: where they end up. Runs twice, without a keychain and in
// tests/support/keyring.sh with a real one.

#include "app/services.h"
#include "tests/support/broker.h"
#include "tests/support/secretsearch.h"
#include "ui/connectionfile.h"

#include <QDir>
#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace muster;
using namespace muster::test;

namespace {

const QString password = QStringLiteral("seeded-password-7f3a91");
const QString passphrase = QStringLiteral("open sesame"); // of the client's key, see Broker::client()

SecretSearch search()
{
    SecretSearch search;
    search.add(password);
    search.add(passphrase);
    return search;
}

QString foundIn(const QByteArray &bytes)
{
    return search().foundIn(bytes);
}

QString foundInFolder(const QString &folder, int &files)
{
    return search().foundInFolder(folder, files);
}

} // namespace

class TestKeptSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theSearchFindsWhatIsThere();
    void secretsAreInTheKeychainOrNowhere();
    void aRemovedConnectionTakesItsSecretsAlong();

private:
    [[nodiscard]] QUrl url() const;
    [[nodiscard]] static bool isOpen(const Services &services, ConnectionId id);
    [[nodiscard]] static Options optionsFor(const QTemporaryDir &folder);

    Broker m_broker;
};

void TestKeptSecrets::initTestCase()
{
    const Broker::Options options {.user = QStringLiteral("ada"), .password = password, .tls = true, .asksForCertificate = true};
    if (const QString missing = Broker::missing(options); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    QVERIFY(m_broker.start(options));
}

QUrl TestKeptSecrets::url() const
{
    return QUrl(QStringLiteral("mqtts://ada@127.0.0.1:%1?ca=%2&cert=%3").arg(QString::number(m_broker.port()), m_broker.caFile(), m_broker.client("client.p12")));
}

bool TestKeptSecrets::isOpen(const Services &services, ConnectionId id)
{
    return const_cast<Services &>(services).diagnostics().status(id).state == ConnectionState::Open;
}

Options TestKeptSecrets::optionsFor(const QTemporaryDir &folder)
{
    Options options;
    options.data = folder.path();
    return options;
}

void TestKeptSecrets::theSearchFindsWhatIsThere()
{
    QTemporaryDir folder;
    int files = 0;
    for (const QByteArray &shape : shapes(password)) {
        QFile file(folder.filePath(QStringLiteral(".hidden")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("xx" + shape + "yy");
        file.close();
        QVERIFY2(!foundInFolder(folder.path(), files).isEmpty(), shape.constData());
    }
    QCOMPARE(files, shapes(password).size());
}

void TestKeptSecrets::secretsAreInTheKeychainOrNowhere()
{
    QTemporaryDir folder;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    const auto before = qInstallMessageHandler(&keepLog);
    const auto restore = qScopeGuard([before] { qInstallMessageHandler(before); });
    ConnectionId id;
    {
        Services services(optionsFor(folder));
        QVERIFY(services.start());
        QSignalSpy asked(&services.connections(), &Connections::passphraseWanted);
        id = services.connections().add({.url = url()}, password, QStringLiteral("not this one"));
        QTRY_COMPARE(asked.size(), 1); // so the wrong one was tried, and told about
        services.connections().givePassphrase(id, passphrase, true);
        QTRY_VERIFY(isOpen(services, id));
        const QByteArray exported = connectionfile::toJson(services.connections().all());
        QVERIFY(exported.contains("ada"));
        QCOMPARE(foundIn(exported), QString());
        QSignalSpy finished(&services.archive(), &Archive::finished);
        services.archive().backUp(folder.filePath(QStringLiteral("all.backup")));
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(QFile::exists(folder.filePath(QStringLiteral("all.backup"))));
        for (const Notice &notice : services.diagnostics().notices())
            QCOMPARE(foundIn(notice.text.toUtf8()), QString());
        QCOMPARE(foundIn(processText()), QString());
        int files = 0;
        QCOMPARE(foundInFolder(folder.path(), files), QString()); // while it runs: journals, too
        QVERIFY(files >= 3);
    }
    {
        Services services(optionsFor(folder)); // once more, with what was kept
        QSignalSpy asked(&services.connections(), &Connections::passwordWanted);
        QVERIFY(services.start());
        if (haveKeyring()) {
            QTRY_VERIFY(isOpen(services, id));
            QVERIFY(asked.isEmpty());
        } else {
            QTRY_COMPARE(asked.size(), 1);
            QVERIFY(!services.connections().keepsSecrets());
        }
    }
    int files = 0;
    QCOMPARE(foundInFolder(folder.path(), files), QString());
    QVERIFY(files >= 3);
    if (haveKeyring()) // the keyring's own files, settings and caches of the session
        QCOMPARE(foundInFolder(QDir::homePath(), files), QString());
    QCOMPARE(foundIn(keptLog), QString());
}

void TestKeptSecrets::aRemovedConnectionTakesItsSecretsAlong()
{
    if (!haveKeyring())
        QSKIP("needs a keychain: tests/support/keyring.sh");
    QTemporaryDir folder;
    Services services(optionsFor(folder));
    QVERIFY(services.start());
    const ConnectionId one = services.connections().add({.url = url()}, password, passphrase);
    QUrl other = url();
    other.setQuery(other.query() + QStringLiteral("&qos=1"));
    const ConnectionId two = services.connections().add({.url = other});
    QTRY_VERIFY(isOpen(services, one) && isOpen(services, two)); // the same login, so one entry
    services.connections().remove(one);
    services.connections().setEnabled(two, false);
    services.connections().setEnabled(two, true);
    QTRY_VERIFY(isOpen(services, two));
    services.connections().remove(two);
    SecretStore store(QStringLiteral("muster"));
    const auto place = [&store, this](const QString &entry) {
        std::optional<SecretPlace> got;
        store.read(entry, this, [&got](const SecretAnswer &answer) { got = answer.place; });
        [&got] { QTRY_VERIFY(got.has_value()); }();
        return got.value_or(SecretPlace::Keychain);
    };
    QTRY_COMPARE(place(QStringLiteral("key ") + m_broker.client("client.p12")), SecretPlace::Nowhere);
    QCOMPARE(place(QStringLiteral("mqtts ada@127.0.0.1:%1").arg(m_broker.port())), SecretPlace::Nowhere);
}

QTEST_GUILESS_MAIN(TestKeptSecrets)
#include "tst_keptsecrets.moc"
