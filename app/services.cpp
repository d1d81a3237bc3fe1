#include "app/services.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

#include <utility>

Q_IMPORT_PLUGIN(MqttBackendPlugin)
Q_IMPORT_PLUGIN(SerialPlugin)
Q_IMPORT_PLUGIN(SimPlugin)

namespace muster {

namespace {

constexpr char demoUrl[] = "sim://demo?devices=40&seed=1";
// A past that is made up at each start would be recorded again at each start, so only --demo has one: its store is thrown away.
constexpr char demoWithPastUrl[] = "sim://demo?devices=40&seed=1&history=30";

void registerTypes()
{
    qRegisterMetaType<DeviceId>("muster::DeviceId");
    qRegisterMetaType<MetricId>("muster::MetricId");
    qRegisterMetaType<ConnectionId>("muster::ConnectionId");
    qRegisterMetaType<CommandId>("muster::CommandId");
    qRegisterMetaType<Severity>("muster::Severity");
    qRegisterMetaType<Micros>("muster::Micros");
}

QString dynamicGroupsDocument()
{
    return QStringLiteral("dynamic groups");
}

QString homesDocument()
{
    return QStringLiteral("homes");
}

QString identitiesDocument()
{
    return QStringLiteral("identities");
}

} // namespace

Services::Services(Options options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_secrets(QStringLiteral("muster"))
    , m_connectionSecrets(m_secrets, !m_options.demo)
    , m_mailing(m_secrets, m_diagnostics, !m_options.demo)
    , m_webSecrets(m_secrets, m_diagnostics, !m_options.demo)
    , m_localBroker(m_options.demo ? QString() : folderOf(m_options) + QStringLiteral("/broker"))
{
    registerTypes();
    m_registry.addStatic();
    m_registry.addFolder(QCoreApplication::applicationDirPath() + QStringLiteral("/../lib/muster/backends"));
    m_ioThread.setObjectName(QStringLiteral("muster-io"));
    m_storeThread.setObjectName(QStringLiteral("muster-store"));
    m_ingest = std::make_unique<Ingest>();
    m_host = std::make_unique<BackendHost>(m_registry, *m_ingest);
    m_recording = std::make_unique<Recording>(*m_ingest, m_past, m_diagnostics);
    m_archiving = std::make_unique<Archiving>(m_archive, m_fleet, *m_ingest);
    m_calculating = std::make_unique<Calculating>(m_fleet, *m_ingest);
    m_bluetooth = std::make_unique<Bluetooth>(m_secrets, m_pairings, !m_options.demo);
    m_serialPorts = std::make_unique<SerialPorts>(m_connections, m_options.demo ? QString() : folderOf(m_options) + QStringLiteral("/profiles"));
    m_bluetooth->setShelf(m_serialPorts->shelf());
    m_alarming = std::make_unique<Alarming>(m_fleet, m_columns, *m_ingest);
    m_alarmPosts = std::make_unique<AlarmPosts>(m_fleet, m_alarming->alarms(), m_diagnostics);
    m_automating = std::make_unique<Automating>(m_fleet, m_columns, m_dispatcher, m_alarming->alarms(), *m_ingest);
    connect(&m_automating->automations(), &Automations::noticed, this, [this](Severity severity, const QString &text) { note(severity, text); });
    m_linking = std::make_unique<Linking>(m_fleet, m_dispatcher, *m_ingest);
    connect(&m_linking->links(), &Links::stopped, this, [this](LinkId, const QString &loop) {
        note(Severity::Warning, tr("A link was stopped, because it sets off itself: %1. Change one of these links, then start it again.").arg(loop));
    });
    wireSecrets();
    wireTelemetry();
    wireCommands();
    wireConsoles();
    wireTopics();
    wireMail();
    m_alarming->alarms().setAddresses(webAddresses());
    m_alarmPosts->setAddresses(webAddresses());
    m_automating->setAddresses(webAddresses());
}

QString Services::folderOf(const Options &options)
{
    if (!options.data.isEmpty())
        return options.data;
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/muster");
}

Services::~Services()
{
    stop();
}

bool Services::stop()
{
    if (std::exchange(m_stopped, true))
        return m_endedWhole;
    m_portWatch.reset();
    m_sync.flush();
    m_localBroker.stop();
    if (m_ioThread.isRunning()) {
        QMetaObject::invokeMethod(m_host.get(), &BackendHost::closeAll, Qt::BlockingQueuedConnection);
        QMetaObject::invokeMethod(m_ingest.get(), &Ingest::flush, Qt::BlockingQueuedConnection); // the last tick is recorded, too
    }
    // Each lives on until its thread has run what was queued for it, and goes there.
    m_serialPorts->stop();
    m_alarmPosts.reset();
    if (m_ioThread.isRunning()) {
        m_calculating->stop();
        m_automating->stop();
        m_alarming->stop();
        m_linking->stop();
        m_host.release()->deleteLater();
        m_ingest.release()->deleteLater();
    }
    m_ioThread.quit();
    m_ioThread.wait();
    m_archiving->stop();
    m_recording->stop(); // and the inventory has written what was queued before
    if (m_storeThread.isRunning())
        m_inventory.release()->deleteLater();
    m_storeThread.quit();
    m_storeThread.wait();
    m_endedWhole = m_bluetooth->stop(); // last: everything is written by now, and this may have to give up
    return m_endedWhole;
}

Result<void> Services::claim(const QString &folder)
{
    if (!QDir().mkpath(folder))
        return failure(Error::Code::Io, tr("The folder %1 cannot be made. Choose another with --data.").arg(folder));
    m_lock = std::make_unique<QLockFile>(folder + QStringLiteral("/muster.lock"));
    m_lock->setStaleLockTime(0);
    if (!m_lock->tryLock(0))
        return failure(Error::Code::Refused, tr("Muster is already open on %1. Use that window, or another folder with --data.").arg(folder));
    return {};
}

Result<void> Services::start()
{
    const QString folder = folderOf(m_options);
    if (const auto claimed = m_options.demo ? Result<void>() : claim(folder); !claimed)
        return claimed;
    m_inventory = std::make_unique<Inventory>(m_options.demo ? QStringLiteral(":memory:") : folder + QStringLiteral("/fleet.db"));
    auto contents = m_inventory->load();
    if (!contents)
        return tl::unexpected(contents.error());
    if (!m_inventory->setAside().isEmpty())
        note(Severity::Warning, tr("The stored fleet could not be read. It was kept as %1; this is a new one.").arg(m_inventory->setAside()));
    m_recording->open(m_options.demo ? QString() : folder);
    m_recording->introduce(contents->devices);
    m_fleet.restore(contents->devices, contents->entries, contents->groups);
    if (const int lost = m_dynamicGroups.restore(contents->documents.value(dynamicGroupsDocument())); lost > 0)
        note(Severity::Warning, tr("%n stored dynamic group(s) could not be read and are gone.", nullptr, lost));
    Homes homes;
    homes.restore(contents->documents.value(homesDocument()), contents->connections);
    m_sync.begin(homes);
    m_ingest->setHomes(homes.all());
    restoreIdentity(contents->documents.value(identitiesDocument()));
    m_ingest->seed(contents->devices, contents->lastDevice, std::max(contents->lastMetric, m_recording->lastMetric()));
    m_ingest->setMembers(m_fleet.members(), true);
    m_ingest->remember(m_recording->history()->knownMetrics());
    m_connections.restore(contents->connections, contents->lastConnection);
    wireConnections(); // from now on what is added is opened and stored
    wireStore();

    m_ingest->moveToThread(&m_ioThread);
    m_host->moveToThread(&m_ioThread);
    m_inventory->moveToThread(&m_storeThread);
    m_serialPorts->start(m_ioThread);
    m_recording->start(m_storeThread);
    m_archiving->start(m_storeThread, m_recording->history(), m_inventory.get(), m_options.demo ? QString() : folder, contents->documents.value(Archiving::document()));
    m_ioThread.start();
    m_storeThread.start();
    if (!m_mailing.start(contents->documents.value(Mailing::document()), *m_inventory))
        note(Severity::Warning, tr("The stored settings of e-mail could not be read and are gone."));
    startRules(contents->documents);

    const QList<Connection> stored = m_connections.all();
    for (const Connection &connection : stored)
        open(connection.id);
    for (const QUrl &url : std::as_const(m_options.endpoints))
        openEndpoint(url);
    if (m_options.demo) {
        openDemo();
        return {};
    }
    m_portWatch = std::make_unique<PortWatch>(m_connections);
    m_portWatch->start(contents->documents.value(PortWatch::document()), *m_inventory);
    return {};
}

/// Puts back what happens without a person, and says what of it could not be read.
void Services::startRules(const QHash<QString, QString> &documents)
{
    if (const int lost = m_calculating->start(m_ioThread, documents.value(Calculating::document()), *m_inventory); lost > 0)
        note(Severity::Warning, tr("%n stored calculation(s) could not be read and are gone.", nullptr, lost));
    m_webSecrets.start(alarms(), automations(), *m_inventory);
    if (const int lost = m_alarming->start(m_ioThread, documents, *m_inventory); lost > 0)
        note(Severity::Warning, tr("%n stored alarm rule(s) could not be read; they are kept, but not used.", nullptr, lost));
    const Automating::Lost unread = m_automating->start(m_ioThread, documents, *m_inventory);
    if (unread.rules > 0)
        note(Severity::Warning, tr("%n stored automation(s) could not be read; they are kept, but not used.", nullptr, unread.rules));
    if (unread.scenes > 0)
        note(Severity::Warning, tr("%n stored scene(s) could not be read; they are kept, but not used.", nullptr, unread.scenes));
    if (const int lost = m_linking->start(m_ioThread, documents, *m_inventory); lost > 0)
        note(Severity::Warning, tr("%n stored link(s) could not be read; they are kept, but not used.", nullptr, lost));
}

void Services::openEndpoint(const QUrl &url)
{
    const QUrl plain = url.adjusted(QUrl::RemovePassword);
    for (const Connection &known : m_connections.all())
        if (known.url == plain)
            return;
    if (const auto valid = m_registry.check(url); !valid)
        note(Severity::Error, valid.error().text);
    else
        m_connections.add({.url = url});
}

template<class Call>
void Services::onIo(Call call)
{
    QMetaObject::invokeMethod(m_host.get(), std::move(call), Qt::QueuedConnection);
}

void Services::wireTelemetry()
{
    connect(m_ingest.get(), &Ingest::devicesAnnounced, &m_fleet, &Fleet::announce);
    connect(m_ingest.get(), &Ingest::devicesWithdrawn, &m_fleet, &Fleet::withdraw);
    connect(m_ingest.get(), &Ingest::devicesUnited, &m_fleet, &Fleet::unite);
    connect(m_ingest.get(), &Ingest::devicesParted, &m_fleet, &Fleet::part);
    connect(m_ingest.get(), &Ingest::devicesSeen, &m_fleet, &Fleet::see);
    connect(m_ingest.get(), &Ingest::sampled, &m_fleet, &Fleet::observe);
    connect(&m_fleet, &Fleet::observed, m_ingest.get(), &Ingest::acknowledge);
    connect(m_ingest.get(), &Ingest::rawArrived, this, &Services::rawArrived);
    connect(m_ingest.get(), &Ingest::dropped, &m_diagnostics, &Diagnostics::setWindowDrops);
    connect(&m_fleet, &Fleet::entriesChanged, this, &Services::tellMembership);
}

void Services::tellMembership(const QList<DeviceId> &devices)
{
    QList<DeviceId> members;
    QList<DeviceId> others;
    for (const DeviceId id : devices)
        (m_fleet.isMember(id) ? members : others).append(id);
    const auto tell = [this](const QList<DeviceId> &ids, bool areMembers) {
        if (!ids.isEmpty())
            QMetaObject::invokeMethod(m_ingest.get(), [ingest = m_ingest.get(), ids, areMembers] { ingest->setMembers(ids, areMembers); }, Qt::QueuedConnection);
    };
    tell(members, true);
    tell(others, false);
}

void Services::wireConsoles()
{
    connect(&m_wire, &Wire::tapRequested, m_ingest.get(), &Ingest::tapWire);
    connect(&m_wire, &Wire::taken, m_ingest.get(), &Ingest::acknowledgeWire);
    connect(&m_wire, &Wire::writeRequested, m_host.get(), &BackendHost::write);
    connect(m_ingest.get(), &Ingest::wired, &m_wire, &Wire::take);
    connect(m_host.get(), &BackendHost::writeRefused, &m_wire, &Wire::refuse);
}

void Services::restoreIdentity(const QString &stored)
{
    const auto identity = identityFrom(stored);
    if (!identity)
        note(Severity::Warning, identity.error().text);
    m_identities.set(identity.value_or(Identity()));
    m_ingest->setIdentity(m_identities.current());
    connect(&m_identities, &Identities::changed, this, [this](const Identity &decided) {
        QMetaObject::invokeMethod(m_ingest.get(), [ingest = m_ingest.get(), decided] { ingest->setIdentity(decided); }, Qt::QueuedConnection);
        QMetaObject::invokeMethod(m_inventory.get(), [inventory = m_inventory.get(), text = toText(decided)] { inventory->storeDocument(identitiesDocument(), text); });
    });
}

void Services::wireTopics()
{
    connect(&m_topics, &Topics::scopeRequested, m_host.get(), &BackendHost::browse);
    connect(&m_topics, &Topics::acknowledged, m_host.get(), &BackendHost::acknowledgeTopics);
    connect(&m_topics, &Topics::publishRequested, m_host.get(), &BackendHost::publish);
    connect(m_host.get(), &BackendHost::topicsChanged, &m_topics, &Topics::take);
    connect(m_host.get(), &BackendHost::topicsTold, &m_topics, &Topics::tell);
    connect(m_host.get(), &BackendHost::publicationFinished, &m_topics, &Topics::conclude);
    if (const BackendRegistry::Entry *mqtt = m_registry.find(QStringLiteral("mqtt")))
        m_topics.tryRule = [plugin = mqtt->plugin](const QStringList &rules, qsizetype which, const QList<TopicMessage> &messages) { return plugin->tryRule(rules, which, messages); };
}

void Services::wireSecrets()
{
    if (!m_options.credentials.isEmpty())
        m_secrets.addFolder(CredentialFolder(m_options.credentials));
    if (const QString given = qEnvironmentVariable("CREDENTIALS_DIRECTORY"); m_options.headless && !given.isEmpty()) // systemd.exec(5)
        m_secrets.addFolder(CredentialFolder(given, true));
    connect(&m_secrets, &SecretStore::refused, this, [this](const QString &problem) { note(Severity::Warning, problem); });
    if (!m_options.headless)
        return;
    connect(&m_mailing, &Mailing::passwordMissed, this, [this](const QString &entry) { nameFile(entry, {}); });
    connect(&m_webSecrets, &WebSecrets::addressMissed, this, [this](const QString &entry) { nameFile(entry, {}); });
    connect(&m_connections, &Connections::passwordWanted, this, [this](ConnectionId id) {
        if (const Connection *const connection = m_connections.find(id))
            nameFile(ConnectionSecrets::passwordEntry(*connection), id);
    });
    connect(&m_connections, &Connections::passphraseWanted, this, [this](ConnectionId id) {
        if (const Connection *const connection = m_connections.find(id))
            nameFile(ConnectionSecrets::passphraseEntry(*connection), id);
    });
}

/// Where nobody can be asked.
void Services::nameFile(const QString &entry, ConnectionId connection)
{
    if (!entry.isEmpty())
        note(Severity::Warning, tr("Without a keychain it is read from a file named %1, in the folder of --credentials or as a credential of systemd.").arg(CredentialFolder::fileFor(entry)), connection);
}

void Services::wireMail()
{
    connect(&automations(), &Automations::mailRequested, &m_mailing.mailer(), [this](quint64 call, const QString &to, const QString &subject, const QString &text) {
        m_mailing.mailer().send(call, {to, subject, text});
    });
    connect(m_alarmPosts.get(), &AlarmPosts::mailWanted, &m_mailing, &Mailing::post);
    connect(&m_mailing.mailer(), &Mailer::ended, &automations(), &Automations::takePosted);
}

void Services::wireCommands()
{
    connect(&m_dispatcher, &Dispatcher::sendRequested, m_host.get(), &BackendHost::send);
    connect(&m_dispatcher, &Dispatcher::abandoned, m_host.get(), &BackendHost::abandon);
    connect(m_host.get(), &BackendHost::commandFinished, &m_dispatcher, &Dispatcher::finish);
}

void Services::wireConnections()
{
    connect(m_host.get(), &BackendHost::statusChanged, this, &Services::statusChanged);
    connect(m_host.get(), &BackendHost::counted, &m_diagnostics, &Diagnostics::setCounters);
    connect(m_host.get(), &BackendHost::noted, &m_diagnostics, &Diagnostics::note);
    connect(m_host.get(), &BackendHost::certificateOffered, &m_connections, &Connections::offerCertificate);
    connect(m_host.get(), &BackendHost::tested, &m_connections, &Connections::conclude);
    connect(&m_connections, &Connections::added, this, &Services::open);
    connect(&m_connections, &Connections::changed, this, &Services::open);
    connect(&m_connections, &Connections::removed, this, [this](ConnectionId id) {
        close(id);
        onIo([ingest = m_ingest.get(), id] { ingest->releaseHomes(id); });
    });
    connect(&m_connections, &Connections::passwordGiven, this, &Services::takePassword);
    connect(&m_connections, &Connections::passphraseGiven, this, &Services::takePassphrase);
    connect(m_serialPorts.get(), &SerialPorts::openWanted, this, &Services::open);
    connect(m_serialPorts.get(), &SerialPorts::closeWanted, this, [this](ConnectionId id) { onIo([host = m_host.get(), id] { host->close(id); }); });
    connect(&m_connections, &Connections::testRequested, this, &Services::test);
    connect(&m_secrets, &SecretStore::usableChanged, &m_connections, &Connections::setKeepsSecrets);
    connect(&m_localBroker, &LocalBroker::started, this, &Services::localBrokerStarted);
    connect(&m_localBroker, &LocalBroker::failed, this, &Services::localBrokerFailed);
    connect(&m_localBroker, &LocalBroker::stopped, this, [this] { Q_EMIT localBrokerChanged(false, 0, {}); });
}

void Services::wireStore()
{
    connect(&m_sync, &InventorySync::devicesToStore, m_inventory.get(), &Inventory::storeDevices);
    connect(&m_sync, &InventorySync::devicesToForget, m_inventory.get(), &Inventory::forgetDevices);
    connect(&m_sync, &InventorySync::groupsToStore, m_inventory.get(), &Inventory::storeGroups);
    connect(&m_sync, &InventorySync::homesToStore, m_inventory.get(), [inventory = m_inventory.get()](const QString &text) {
        inventory->storeDocuments({{homesDocument(), text}});
    });
    connect(&m_dynamicGroups, &DynamicGroups::changed, this, [this] {
        QMetaObject::invokeMethod(m_inventory.get(), [inventory = m_inventory.get(), text = m_dynamicGroups.save()] { inventory->storeDocument(dynamicGroupsDocument(), text); });
    });
    connect(&m_archive, &Archive::backupAsked, &m_sync, &InventorySync::flush); // before the backup is begun
    connect(m_inventory.get(), &Inventory::failed, this, [this](const Error &error) { note(Severity::Error, error.text); });
    connect(&m_connections, &Connections::added, this, &Services::storeConnections);
    connect(&m_connections, &Connections::changed, this, &Services::storeConnections);
    connect(&m_connections, &Connections::removed, this, &Services::storeConnections);
}

void Services::storeConnections()
{
    QList<Connection> lasting = m_connections.all();
    ConnectionId last;
    for (const Connection &connection : std::as_const(lasting))
        last = std::max(last, connection.id);
    QMetaObject::invokeMethod(m_inventory.get(), [inventory = m_inventory.get(), lasting, last] { inventory->storeConnections(lasting, last); });
}

// --- connections

void Services::open(ConnectionId id)
{
    const Connection *connection = m_connections.find(id);
    if (!connection)
        return;
    const quint64 opening = ++m_openings[id];
    m_connectionSecrets.use(*connection);
    if (!connection->enabled) {
        onIo([host = m_host.get(), id] { host->close(id); });
        return;
    }
    m_connectionSecrets.gather(*connection, id, [this, id, opening](const ConnectionSecrets::Found &found) {
        const Connection *wanted = m_connections.find(id);
        if (!wanted || !wanted->enabled || m_openings.value(id) != opening)
            return; // opened anew meanwhile, with a password that was typed or an address that was changed
        if (found.passwordMissing)
            return awaitPassword(id, found.problem);
        onIo([host = m_host.get(), connection = *wanted, credentials = found.credentials] { host->open(connection, credentials); });
    });
}

void Services::awaitPassword(ConnectionId id, const QString &keychainProblem)
{
    const Connection *connection = m_connections.find(id);
    if (!connection || !connection->enabled)
        return;
    if (!keychainProblem.isEmpty())
        note(Severity::Warning, keychainProblem, id);
    m_diagnostics.setStatus(id, {ConnectionState::Failed, tr("%1 waits for the password of %2.").arg(connection->name, connection->url.userName()), 0, true});
    m_connections.wantPassword(id);
}

void Services::close(ConnectionId id)
{
    m_connectionSecrets.forget(id);
    m_openings.remove(id);
    m_states.remove(id);
    onIo([host = m_host.get(), id] { host->close(id); });
}

void Services::test(const Connection &connection, const std::optional<QString> &password, ConnectionId original, const std::optional<QString> &passphrase)
{
    m_connectionSecrets.gather(connection, original, [this, connection, password, passphrase](const ConnectionSecrets::Found &found) {
        const Credentials credentials {password.value_or(found.credentials.password), passphrase.value_or(found.credentials.passphrase)};
        onIo([host = m_host.get(), connection, credentials] { host->test(connection, credentials); });
    });
}

void Services::takePassword(ConnectionId id, const QString &password, bool keep)
{
    if (const Connection *connection = m_connections.find(id))
        m_connectionSecrets.setPassword(*connection, password, keep);
}

void Services::takePassphrase(ConnectionId id, const QString &passphrase, bool keep)
{
    if (const Connection *connection = m_connections.find(id))
        m_connectionSecrets.setPassphrase(*connection, passphrase, keep);
}

void Services::statusChanged(ConnectionId id, const ConnectionStatus &status)
{
    const Connection *connection = m_connections.find(id);
    if (!connection) {
        m_diagnostics.forget(id);
        return;
    }
    const ConnectionState before = m_states.value(id, ConnectionState::Closed);
    m_states.insert(id, status.state);
    m_diagnostics.setStatus(id, status);
    if (status.state == ConnectionState::Open && before != ConnectionState::Open)
        note(Severity::Info, tr("Connected."), id);
    else if (status.state == ConnectionState::Failed || (status.state == ConnectionState::Waiting && before == ConnectionState::Open))
        note(status.state == ConnectionState::Failed ? Severity::Error : Severity::Warning, status.detail, id);
    if (status.state == ConnectionState::Failed && status.loginRefused) {
        m_connectionSecrets.dropPassword(id);
        m_connections.wantPassword(id);
    }
    if (status.state == ConnectionState::Failed && status.keyLocked) {
        m_connectionSecrets.dropPassphrase(id);
        m_connections.wantPassphrase(id);
    }
}

void Services::note(Severity severity, const QString &text, ConnectionId connection)
{
    m_diagnostics.note({nowMicros(), connection, severity, text, 1});
}

// --- extras

void Services::tap(DeviceId device)
{
    QMetaObject::invokeMethod(m_ingest.get(), [ingest = m_ingest.get(), device] { ingest->tap(device); });
}

void Services::openDemo()
{
    const QUrl url {QLatin1String(m_options.demo ? demoWithPastUrl : demoUrl)};
    for (const Connection &known : m_connections.all()) {
        if (known.url == url) {
            m_connections.setEnabled(known.id, true);
            return;
        }
    }
    m_connections.add({.name = tr("Demo fleet"), .url = url});
}

void Services::setLocalBroker(bool on)
{
    if (on)
        m_localBroker.start();
    else
        m_localBroker.stop();
}

void Services::localBrokerStarted(quint16 port)
{
    Q_EMIT localBrokerChanged(true, port, {});
    const QUrl url = m_localBroker.url();
    const QList<Connection> all = m_connections.all();
    for (Connection known : all) {
        // The port may be another one than last time.
        if (known.url.adjusted(QUrl::RemoveAuthority) == url.adjusted(QUrl::RemoveAuthority) && known.url.host() == url.host()) {
            known.url.setPort(port);
            known.enabled = true;
            m_connections.change(known);
            return;
        }
    }
    m_connections.add({.name = tr("Broker on this computer"), .url = url});
}

void Services::localBrokerFailed(const Error &error)
{
    note(Severity::Error, error.text);
    Q_EMIT localBrokerChanged(false, 0, error.text);
}

} // namespace muster
