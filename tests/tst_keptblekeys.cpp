// The key of an encrypted Bluetooth sensor, typed in the running program without its window: where it ends up. Runs twice, without a keychain and in
// tests/support/keyring.sh with a real one. The radio is simulated; D-Bus, Qt Bluetooth and the rest are real.

#include "app/services.h"
#include "secrets/secretstore.h"
#include "tests/support/secretsearch.h"
#include "tests/support/simulatedbluez.h"
#include "ui/connectionfile.h"

#include <QDir>
#include <QScopeGuard>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace muster;
using namespace muster::test;

namespace {

const QString key = QStringLiteral("231d39c1d7cc1ab1aee224cd096db932"); // of BTHome's own example

SecretSearch search()
{
    SecretSearch search;
    for (const QString &written : {key, key.toUpper(), QStringLiteral("231d39c1 d7cc1ab1 aee224cd 096db932")})
        search.add(written);
    search.addBytes(QByteArray::fromHex(key.toLatin1()));
    return search;
}

} // namespace

class TestKeptBleKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theSearchFindsWhatIsThere();
    void keyIsInTheKeychainOrNowhere();
    void removedKeyIsGone();
    void cleanupTestCase() { m_bluez.reset(); }

private:
    [[nodiscard]] static Options optionsFor(const QTemporaryDir &folder);
    [[nodiscard]] static DeviceId sensor(Services &services) { return services.fleet().findByAddress(QStringLiteral("ble:") + demo::BtHome); }
    [[nodiscard]] static bool isRead(Services &services);
    static void giveKey(Services &services, const QString &text);

    std::optional<SimulatedBlueZ> m_bluez;
};

void TestKeptBleKeys::initTestCase()
{
    m_bluez.emplace();
    QVERIFY(m_bluez->startWithAdapter());
    m_bluez->call([](FakeBlueZ &bluez) {
        SimPeripheral sensor = demo::btHomeThermometer();
        sensor.serviceData = {{simUuid(0xFCD2), QByteArray::fromHex("41e445f3c9962b332211006c7c4519")}};
        bluez.addPeripheral(sensor);
    });
}

Options TestKeptBleKeys::optionsFor(const QTemporaryDir &folder)
{
    Options options;
    options.data = folder.path();
    options.endpoints = {QUrl(QStringLiteral("ble://"))};
    return options;
}

/// What is encrypted has been read.
bool TestKeptBleKeys::isRead(Services &services)
{
    const Device *const device = services.fleet().device(sensor(services));
    return device && std::any_of(device->metrics.cbegin(), device->metrics.cend(), [](const Metric &metric) { return metric.key == QLatin1String("temperature"); });
}

void TestKeptBleKeys::giveKey(Services &services, const QString &text)
{
    Command command;
    command.device = sensor(services);
    command.key = QStringLiteral("key");
    command.argument = text;
    services.dispatcher().submit(command);
}

void TestKeptBleKeys::theSearchFindsWhatIsThere()
{
    QVERIFY(!search().foundIn("a " + key.toLatin1() + " b").isEmpty());
    QVERIFY(!search().foundIn("a " + QByteArray::fromHex(key.toLatin1()) + " b").isEmpty());
    QVERIFY(!search().foundIn("a " + key.toUpper().toLatin1().toBase64() + " b").isEmpty());
    QVERIFY(search().foundIn("nothing").isEmpty());
}

void TestKeptBleKeys::keyIsInTheKeychainOrNowhere()
{
    QTemporaryDir folder;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    const auto before = qInstallMessageHandler(&keepLog);
    const auto restore = qScopeGuard([before] { qInstallMessageHandler(before); });
    const SecretSearch secrets = search();
    int files = 0;
    {
        Services services(optionsFor(folder));
        QVERIFY(services.start());
        QTRY_VERIFY(sensor(services).isValid());
        QVERIFY(!isRead(services));
        giveKey(services, QStringLiteral("231d39c1 d7cc1ab1 aee224cd 096db932"));
        QTRY_VERIFY(isRead(services));
        services.fleet().adopt({sensor(services)});
        QCOMPARE(secrets.foundIn(connectionfile::toJson(services.connections().all())), QString());
        QSignalSpy finished(&services.archive(), &Archive::finished);
        services.archive().backUp(folder.filePath(QStringLiteral("all.backup")));
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(QFile::exists(folder.filePath(QStringLiteral("all.backup"))));
        for (const Notice &notice : services.diagnostics().notices())
            QCOMPARE(secrets.foundIn(notice.text.toUtf8()), QString());
        QCOMPARE(secrets.foundIn(processText()), QString());
        QCOMPARE(secrets.foundInFolder(folder.path(), files), QString()); // while it runs: journals, too
        QVERIFY(files >= 3);
    }
    QCOMPARE(secrets.foundInFolder(folder.path(), files), QString());
    QTemporaryDir elsewhere; // nothing but the keychain knows it
    {
        Services services(optionsFor(elsewhere));
        QVERIFY(services.start());
        QTRY_VERIFY(sensor(services).isValid());
        if (haveKeyring())
            QTRY_VERIFY(isRead(services));
        else
            QVERIFY(!isRead(services));
    }
    QCOMPARE(secrets.foundInFolder(elsewhere.path(), files), QString());
    if (haveKeyring()) // the keyring's own files, settings and caches of the session
        QCOMPARE(secrets.foundInFolder(QDir::homePath(), files), QString());
    QCOMPARE(secrets.foundIn(keptLog), QString());
}

void TestKeptBleKeys::removedKeyIsGone()
{
    if (!haveKeyring())
        QSKIP("needs a keychain: tests/support/keyring.sh");
    SecretStore store(QStringLiteral("muster"));
    const auto place = [&store, this] {
        std::optional<SecretPlace> got;
        store.read(QStringLiteral("ble key ") + demo::BtHome, this, [&got](const SecretAnswer &answer) { got = answer.place; });
        [&got] { QTRY_VERIFY(got.has_value()); }();
        return got.value_or(SecretPlace::Nowhere);
    };
    QCOMPARE(place(), SecretPlace::Keychain);
    QTemporaryDir folder;
    Services services(optionsFor(folder));
    QVERIFY(services.start());
    QTRY_VERIFY(sensor(services).isValid());
    giveKey(services, QString());
    QTRY_COMPARE(place(), SecretPlace::Nowhere);
}

MUSTER_BLUEZ_MAIN(QCoreApplication, TestKeptBleKeys)
#include "tst_keptblekeys.moc"
