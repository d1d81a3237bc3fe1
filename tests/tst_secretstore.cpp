#include "secrets/secretstore.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QSignalSpy>
#include <QTest>

#include <optional>

using namespace muster;

namespace {

/// Takes every call and never answers: a keychain that hangs.
class SilentService : public QDBusVirtualObject
{
public:
    using QDBusVirtualObject::QDBusVirtualObject;
    [[nodiscard]] QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &) override
    {
        message.setDelayedReply(true);
        return true;
    }
};

bool haveKeyring()
{
    return qEnvironmentVariableIsSet("MUSTER_TEST_KEYRING");
}

} // namespace

/// Runs twice: without any keychain, and in tests/support/keyring.sh with a real one.
class TestSecretStore : public QObject
{
    Q_OBJECT

private:
    SecretAnswer read(SecretStore &store, const QString &key);
    SecretAnswer write(SecretStore &store, const QString &key, const QString &secret);
    SecretAnswer remove(SecretStore &store, const QString &key);

private Q_SLOTS:
    void keychainKeepsASecretOverTheStore();
    void removedSecretIsGone();
    void absentSecretIsNoFailure();
    void withoutKeychainSecretsStayInMemory();
    void withoutKeychainTheFirstFailureEndsAsking();
    void retryTriesAgain();
    void removedSecretLeavesMemory();
    void goneContextIsNotCalled();
    void tooLongASecretIsRefused();
    void silentKeychainIsGivenUp();
};

SecretAnswer TestSecretStore::read(SecretStore &store, const QString &key)
{
    std::optional<SecretAnswer> got;
    store.read(key, this, [&](const SecretAnswer &answer) { got = answer; });
    [&] { QTRY_VERIFY(got.has_value()); }();
    return got.value_or(SecretAnswer {});
}

SecretAnswer TestSecretStore::write(SecretStore &store, const QString &key, const QString &secret)
{
    std::optional<SecretAnswer> got;
    store.write(key, secret, this, [&](const SecretAnswer &answer) { got = answer; });
    [&] { QTRY_VERIFY(got.has_value()); }();
    return got.value_or(SecretAnswer {});
}

SecretAnswer TestSecretStore::remove(SecretStore &store, const QString &key)
{
    std::optional<SecretAnswer> got;
    store.remove(key, this, [&](const SecretAnswer &answer) { got = answer; });
    [&] { QTRY_VERIFY(got.has_value()); }();
    return got.value_or(SecretAnswer {});
}

void TestSecretStore::keychainKeepsASecretOverTheStore()
{
    if (!haveKeyring())
        QSKIP("needs a keychain: tests/support/keyring.sh");
    {
        SecretStore store(QStringLiteral("muster-test"));
        QCOMPARE(write(store, QStringLiteral("connection/1"), QStringLiteral("pässword \" '")).place, SecretPlace::Keychain);
    }
    SecretStore store(QStringLiteral("muster-test"));
    const auto answer = read(store, QStringLiteral("connection/1"));
    QCOMPARE(answer.place, SecretPlace::Keychain);
    QCOMPARE(answer.secret, QStringLiteral("pässword \" '"));
    QVERIFY(answer.problem.isEmpty());
    QVERIFY(store.isUsable());
}

void TestSecretStore::removedSecretIsGone()
{
    if (!haveKeyring())
        QSKIP("needs a keychain: tests/support/keyring.sh");
    SecretStore store(QStringLiteral("muster-test"));
    QCOMPARE(write(store, QStringLiteral("connection/2"), QStringLiteral("x")).place, SecretPlace::Keychain);
    QCOMPARE(remove(store, QStringLiteral("connection/2")).place, SecretPlace::Nowhere);
    QCOMPARE(read(store, QStringLiteral("connection/2")).place, SecretPlace::Nowhere);
}

void TestSecretStore::absentSecretIsNoFailure()
{
    if (!haveKeyring())
        QSKIP("needs a keychain: tests/support/keyring.sh");
    SecretStore store(QStringLiteral("muster-test"));
    const auto answer = read(store, QStringLiteral("connection/never"));
    QCOMPARE(answer.place, SecretPlace::Nowhere);
    QVERIFY(answer.problem.isEmpty());
    QVERIFY(store.isUsable());
}

void TestSecretStore::withoutKeychainSecretsStayInMemory()
{
    if (haveKeyring())
        QSKIP("is about having no keychain");
    SecretStore store(QStringLiteral("muster-test"));
    const auto written = write(store, QStringLiteral("connection/1"), QStringLiteral("geheim"));
    QCOMPARE(written.place, SecretPlace::Memory);
    QVERIFY(!written.problem.isEmpty());
    QVERIFY(!written.problem.contains(QStringLiteral("geheim")));
    QVERIFY(written.secret.isEmpty());
    const auto answer = read(store, QStringLiteral("connection/1"));
    QCOMPARE(answer.place, SecretPlace::Memory);
    QCOMPARE(answer.secret, QStringLiteral("geheim"));
    SecretStore other(QStringLiteral("muster-test"));
    QCOMPARE(read(other, QStringLiteral("connection/1")).place, SecretPlace::Nowhere);
}

void TestSecretStore::withoutKeychainTheFirstFailureEndsAsking()
{
    if (haveKeyring())
        QSKIP("is about having no keychain");
    SecretStore store(QStringLiteral("muster-test"));
    QSignalSpy usable(&store, &SecretStore::usableChanged);
    store.probe();
    for (int i = 0; i < 50; ++i)
        write(store, QStringLiteral("connection/%1").arg(i), QStringLiteral("x"));
    QCOMPARE(usable.size(), 1);
    QCOMPARE(usable.at(0).at(0).toBool(), false);
    QVERIFY(!store.isUsable());
    QVERIFY(!store.problem().isEmpty());
}

void TestSecretStore::retryTriesAgain()
{
    if (haveKeyring())
        QSKIP("is about having no keychain");
    SecretStore store(QStringLiteral("muster-test"));
    write(store, QStringLiteral("connection/1"), QStringLiteral("x"));
    QSignalSpy usable(&store, &SecretStore::usableChanged);
    store.retry();
    QTRY_COMPARE(usable.size(), 2); // on again, and off after the attempt
    QCOMPARE(usable.at(0).at(0).toBool(), true);
    QCOMPARE(usable.at(1).at(0).toBool(), false);
    QCOMPARE(read(store, QStringLiteral("connection/1")).secret, QStringLiteral("x"));
}

void TestSecretStore::removedSecretLeavesMemory()
{
    if (haveKeyring())
        QSKIP("is about having no keychain");
    SecretStore store(QStringLiteral("muster-test"));
    write(store, QStringLiteral("connection/1"), QStringLiteral("x"));
    remove(store, QStringLiteral("connection/1"));
    QCOMPARE(read(store, QStringLiteral("connection/1")).place, SecretPlace::Nowhere);
}

void TestSecretStore::goneContextIsNotCalled()
{
    SecretStore store(QStringLiteral("muster-test"));
    bool called = false;
    {
        QObject context;
        store.read(QStringLiteral("connection/1"), &context, [&](const SecretAnswer &) { called = true; });
    }
    read(store, QStringLiteral("connection/1")); // behind the first one in the queue
    QVERIFY(!called);
}

void TestSecretStore::tooLongASecretIsRefused()
{
    SecretStore store(QStringLiteral("muster-test"));
    const auto answer = write(store, QStringLiteral("connection/1"), QString(SecretStore::maxLength + 1, QLatin1Char('x')));
    QCOMPARE(answer.place, SecretPlace::Nowhere);
    QVERIFY(!answer.problem.isEmpty());
}

void TestSecretStore::silentKeychainIsGivenUp()
{
    if (haveKeyring() || QDBusConnection::sessionBus().isConnected() == false)
        QSKIP("needs a D-Bus session without a keychain: dbus-run-session");
    SilentService service;
    auto bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("silent"));
    QVERIFY(bus.registerVirtualObject(QStringLiteral("/"), &service, QDBusConnection::SubPath));
    QVERIFY(bus.registerService(QStringLiteral("org.freedesktop.secrets")));
    SecretStore store(QStringLiteral("muster-test"));
    store.setTimeout(std::chrono::milliseconds(300));
    QSignalSpy waiting(&store, &SecretStore::waiting);
    QElapsedTimer clock;
    clock.start();
    const auto answer = write(store, QStringLiteral("connection/1"), QStringLiteral("x"));
    QCOMPARE(answer.place, SecretPlace::Memory);
    QVERIFY(clock.elapsed() >= 300);
    QCOMPARE(waiting.size(), 1);
    QVERIFY(!store.isUsable());
    clock.restart();
    read(store, QStringLiteral("connection/1"));
    QVERIFY2(clock.elapsed() < 200, "an unusable keychain is not asked again");
}

QTEST_GUILESS_MAIN(TestSecretStore)
#include "tst_secretstore.moc"
