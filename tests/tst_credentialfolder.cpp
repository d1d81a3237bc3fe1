// Secrets in files that whoever starts Muster provides: which file is read for what, what is refused, and that the keychain is asked after it.

#include "secrets/secretstore.h"

#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace muster;

namespace {

constexpr QFile::Permissions mine = QFile::ReadOwner | QFile::WriteOwner;
constexpr QFile::Permissions myFolder = mine | QFile::ExeOwner;
const QString entry = QStringLiteral("mqtt ada@broker.local:1883");

} // namespace

class TestCredentialFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whichFileIsWanted_data();
    void whichFileIsWanted();
    void whatIsInAFile_data();
    void whatIsInAFile();
    void whoElseHasAccess_data();
    void whoElseHasAccess();
    void aMissingFolderIsSaid();
    void aPipeKeepsNobodyWaiting();
    void itIsAskedBeforeTheKeychain();

private:
    [[nodiscard]] bool provide(const QByteArray &content, QFile::Permissions file = mine, QFile::Permissions folder = myFolder);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCredentialFolder::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

bool TestCredentialFolder::provide(const QByteArray &content, QFile::Permissions permissions, QFile::Permissions folder)
{
    QFile file(m_folder->filePath(CredentialFolder::fileFor(entry)));
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.setPermissions(permissions) && QFile::setPermissions(m_folder->path(), folder);
}

void TestCredentialFolder::whichFileIsWanted_data()
{
    QTest::addColumn<QString>("name");
    const auto row = [](const char *entry, const QString &name) { QTest::newRow(entry) << name; };
    row("mqtts ada@broker.local:8883", QStringLiteral("mqtts-ada@broker.local-8883"));
    row("mqtt ada@broker.local:-1", QStringLiteral("mqtt-ada@broker.local"));
    row("mqtt ada@::1:1883", QStringLiteral("mqtt-ada@--1-1883"));
    row("mqtt a b@h:1", QStringLiteral("mqtt-a_20b@h-1"));
    row("mqtt a-b@h:1", QStringLiteral("mqtt-a-b@h-1"));
    row("mqtt a:b@h:1", QStringLiteral("mqtt-a_3ab@h-1"));
    row("mqtt a_b@h:1", QStringLiteral("mqtt-a_5fb@h-1"));
    row("smtp ada@example.org@mail.example.org", QStringLiteral("smtp-ada@example.org@mail.example.org"));
    row("key /etc/muster/../client.key", QStringLiteral("key-_2fetc_2fmuster_2f.._2fclient.key"));
    row("ble key AA:BB:CC:DD:EE:FF", QStringLiteral("ble-key-AA-BB-CC-DD-EE-FF"));
    row("web https:example.org:8443:kept-00ff", QStringLiteral("web-https-example.org-8443-kept-00ff"));
    row("mqtt \xc3\xa4@h:1", QStringLiteral("mqtt-_c3_a4@h-1"));
}

void TestCredentialFolder::whichFileIsWanted()
{
    QFETCH(QString, name);
    QCOMPARE(CredentialFolder::fileFor(QString::fromUtf8(QTest::currentDataTag())), name);
    const QString longOne = QStringLiteral("key /") + QString(5'000, u'x');
    QCOMPARE(CredentialFolder::fileFor(longOne).size(), 200);
    QVERIFY(CredentialFolder::fileFor(longOne) != CredentialFolder::fileFor(longOne + u'y'));
}

void TestCredentialFolder::whatIsInAFile_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QString>("problem");
    QTest::newRow("plain") << QByteArray("open sesame") << QStringLiteral("open sesame") << QString();
    QTest::newRow("line") << QByteArray("open sesame\n") << QStringLiteral("open sesame") << QString();
    QTest::newRow("one line break only") << QByteArray("open\nsesame\n\n") << QStringLiteral("open\nsesame\n") << QString();
    QTest::newRow("beyond ASCII") << QByteArray("\xc3\xa4 \xe2\x82\xac\n") << QStringLiteral("ä €") << QString();
    QTest::newRow("empty") << QByteArray() << QString() << QString();
    QTest::newRow("most") << QByteArray(4'096, 'x') << QString(4'096, u'x') << QString();
    QTest::newRow("too much") << QByteArray(4'097, 'x') << QString() << QStringLiteral("has more than 4 KiB");
    QTest::newRow("NUL") << QByteArray("ab\0cd", 5) << QString() << QStringLiteral("is not a line of text");
    QTest::newRow("no UTF-8") << QByteArray("ab\xff") << QString() << QStringLiteral("is not a line of text");
}

void TestCredentialFolder::whatIsInAFile()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, secret);
    QFETCH(QString, problem);
    QVERIFY(provide(content));
    const Result<std::optional<QString>> read = CredentialFolder(m_folder->path()).read(entry);
    QCOMPARE(read.has_value(), problem.isEmpty());
    if (read)
        QCOMPARE(read->value_or(QStringLiteral("nothing")), secret);
    else
        QVERIFY2(read.error().text.contains(problem) && read.error().text.contains(CredentialFolder::fileFor(entry)), qPrintable(read.error().text));
    const Result<std::optional<QString>> other = CredentialFolder(m_folder->path()).read(QStringLiteral("mqtt bo@broker.local:1883"));
    QVERIFY(other && !other->has_value());
}

void TestCredentialFolder::whoElseHasAccess_data()
{
    QTest::addColumn<QFile::Permissions>("file");
    QTest::addColumn<QFile::Permissions>("folder");
    QTest::addColumn<bool>("isSystems");
    QTest::addColumn<QString>("remedy");
    const auto row = [](const char *name, QFile::Permissions file, QFile::Permissions folder, bool isSystems, const char *remedy) {
        QTest::newRow(name) << file << folder << isSystems << QString::fromLatin1(remedy);
    };
    row("nobody", mine, myFolder, false, "");
    row("others read the file", mine | QFile::ReadOther, myFolder, false, "chmod 600");
    row("others write the file", mine | QFile::WriteOther, myFolder, false, "chmod 600");
    row("the group reads the file", mine | QFile::ReadGroup, myFolder, false, "chmod 600");
    row("others look into the folder", mine, myFolder | QFile::ReadOther | QFile::ExeOther, false, "chmod 700");
    row("the group looks into the folder", mine, myFolder | QFile::ExeGroup, false, "chmod 700");
    row("as systemd has it", QFile::ReadOwner | QFile::ReadGroup, QFile::ReadOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup, true, "");
    row("others read what is systemd's", QFile::ReadOwner | QFile::ReadOther, myFolder, true, "chmod 600");
}

void TestCredentialFolder::whoElseHasAccess()
{
    QFETCH(QFile::Permissions, file);
    QFETCH(QFile::Permissions, folder);
    QFETCH(bool, isSystems);
    QFETCH(QString, remedy);
    QVERIFY(provide("open sesame", file, folder));
    const Result<std::optional<QString>> read = CredentialFolder(m_folder->path(), isSystems).read(entry);
    QVERIFY(QFile::setPermissions(m_folder->path(), myFolder)); // to be removed
    QCOMPARE(read.has_value(), remedy.isEmpty());
    if (!read)
        QVERIFY2(read.error().text.contains(remedy) && !read.error().text.contains(QStringLiteral("sesame")), qPrintable(read.error().text));
}

void TestCredentialFolder::aMissingFolderIsSaid()
{
    const Result<std::optional<QString>> read = CredentialFolder(QStringLiteral("/nonexistent/credentials")).read(entry);
    QVERIFY(!read);
    QVERIFY(read.error().text.contains(QStringLiteral("/nonexistent/credentials")));
}

void TestCredentialFolder::aPipeKeepsNobodyWaiting()
{
    QVERIFY(provide("x"));
    const QString path = m_folder->filePath(CredentialFolder::fileFor(entry));
    QVERIFY(QFile::remove(path));
    if (QProcess::execute(QStringLiteral("mkfifo"), {QStringLiteral("-m"), QStringLiteral("600"), path}) != 0)
        QSKIP("there are no pipes here");
    QVERIFY(!CredentialFolder(m_folder->path()).read(entry));
}

void TestCredentialFolder::itIsAskedBeforeTheKeychain()
{
    SecretStore store(QStringLiteral("muster-test"));
    store.addFolder(CredentialFolder(m_folder->path()));
    QSignalSpy refused(&store, &SecretStore::refused);
    std::optional<SecretAnswer> got;
    const auto ask = [&] {
        got.reset();
        store.read(entry, this, [&got](const SecretAnswer &answer) { got = answer; });
        QVERIFY(!got); // later, as ever
        QTRY_VERIFY(got.has_value());
    };
    ask();
    QCOMPARE(got->place, SecretPlace::Nowhere); // no file, and no keychain
    QVERIFY(!store.isUsable());
    QVERIFY(provide("open sesame\n"));
    ask();
    QCOMPARE(got->place, SecretPlace::Folder);
    QCOMPARE(got->secret, QStringLiteral("open sesame"));
    QVERIFY(provide("another\n")); // read at need
    ask();
    QCOMPARE(got->secret, QStringLiteral("another"));
    QVERIFY(refused.isEmpty());
    QVERIFY(provide("another\n", mine | QFile::ReadOther));
    ask();
    QCOMPARE(got->place, SecretPlace::Nowhere);
    QVERIFY(got->secret.isEmpty());
    QCOMPARE(refused.size(), 1);
}

QTEST_GUILESS_MAIN(TestCredentialFolder)
#include "tst_credentialfolder.moc"
