#pragma once

#include "app/alarming.h"
#include "app/alarmposts.h"
#include "app/archiving.h"
#include "app/automating.h"
#include "app/bluetooth.h"
#include "app/calculating.h"
#include "app/connectionsecrets.h"
#include "app/inventorysync.h"
#include "app/linking.h"
#include "app/mailing.h"
#include "app/options.h"
#include "app/portwatch.h"
#include "app/recording.h"
#include "app/serialports.h"
#include "app/websecrets.h"
#include "backends/mqtt/localbroker.h"
#include "core/backendhost.h"
#include "core/backendregistry.h"
#include "core/connections.h"
#include "core/diagnostics.h"
#include "core/dispatcher.h"
#include "core/fleet.h"
#include "core/identities.h"
#include "core/ingest.h"
#include "core/pairing.h"
#include "core/past.h"
#include "core/topics.h"
#include "core/wire.h"
#include "query/dynamicgroups.h"
#include "secrets/secretstore.h"
#include "store/inventory.h"

#include <QLockFile>
#include <QThread>

#include <memory>

namespace muster {

/// The composition root: makes every long-lived object, owns the two threads beside the main one (muster-io: backends and Ingest;
/// muster-store: SQLite, the history) and is the one place where the modules are connected to each other. Main thread.
class Services : public QObject
{
    Q_OBJECT

public:
    explicit Services(Options options, QObject *parent = nullptr);
    /// stop()
    ~Services() override;
    /// Closes every connection politely and writes what is still to be written; once. False: a thread had to be left behind (see Bluetooth::stop()).
    bool stop();

    /// Where fleet.db and history.db are; also of use before start().
    [[nodiscard]] static QString folderOf(const Options &options);
    /// Reads what was stored, starts the threads and opens the connections. An error says why the program cannot go on.
    [[nodiscard]] Result<void> start();

    [[nodiscard]] Fleet &fleet() { return m_fleet; }
    [[nodiscard]] Dispatcher &dispatcher() { return m_dispatcher; }
    [[nodiscard]] Diagnostics &diagnostics() { return m_diagnostics; }
    [[nodiscard]] Connections &connections() { return m_connections; }
    [[nodiscard]] Past &past() { return m_past; }
    [[nodiscard]] Archive &archive() { return m_archive; }
    [[nodiscard]] Wire &wire() { return m_wire; }
    [[nodiscard]] Pairings &pairings() { return m_pairings; }
    [[nodiscard]] FleetColumns &columns() { return m_columns; }
    [[nodiscard]] DynamicGroups &dynamicGroups() { return m_dynamicGroups; }
    [[nodiscard]] Topics &topics() { return m_topics; }
    [[nodiscard]] Calculations &calculations() { return m_calculating->calculations(); }
    [[nodiscard]] SerialPorts &serialPorts() { return *m_serialPorts; }
    [[nodiscard]] Identities &identities() { return m_identities; }
    [[nodiscard]] Alarms &alarms() { return m_alarming->alarms(); }
    [[nodiscard]] AlarmPosts &alarmPosts() { return *m_alarmPosts; }
    [[nodiscard]] Automating &automating() { return *m_automating; }
    [[nodiscard]] Automations &automations() { return m_automating->automations(); }
    [[nodiscard]] Scenes &scenes() { return m_automating->scenes(); }
    [[nodiscard]] Mailing &mailing() { return m_mailing; }
    [[nodiscard]] WebAddresses &webAddresses() { return m_webSecrets.addresses(); }
    [[nodiscard]] Links &links() { return m_linking->links(); }
    [[nodiscard]] const BackendRegistry &registry() const { return m_registry; }

    /// Raw messages of this device, and of no other, arrive through rawArrived().
    void tap(DeviceId device);
    /// Adds (once) and opens the connection to the made-up fleet.
    void openDemo();
    void setLocalBroker(bool on);

Q_SIGNALS:
    void rawArrived(const QList<muster::RawMessage> &messages);
    void localBrokerChanged(bool running, int port, const QString &problem);

private:
    void wireTelemetry();
    void wireCommands();
    void wireConnections();
    void wireStore();
    void wireConsoles();
    void wireTopics();
    void wireMail();
    void wireSecrets();
    [[nodiscard]] Result<void> claim(const QString &folder);
    void startRules(const QHash<QString, QString> &documents);
    void restoreIdentity(const QString &stored);
    void tellMembership(const QList<DeviceId> &devices);
    void storeConnections();
    void openEndpoint(const QUrl &url);
    void open(ConnectionId id);
    void close(ConnectionId id);
    void nameFile(const QString &entry, ConnectionId connection);
    void awaitPassword(ConnectionId id, const QString &keychainProblem);
    void test(const Connection &connection, const std::optional<QString> &password, ConnectionId original, const std::optional<QString> &passphrase);
    void takePassword(ConnectionId id, const QString &password, bool keep);
    void takePassphrase(ConnectionId id, const QString &passphrase, bool keep);
    void statusChanged(ConnectionId id, const ConnectionStatus &status);
    void localBrokerStarted(quint16 port);
    void localBrokerFailed(const Error &error);
    void note(Severity severity, const QString &text, ConnectionId connection = {});
    template<class Call>
    void onIo(Call call);

    Options m_options;
    std::unique_ptr<QLockFile> m_lock;
    BackendRegistry m_registry;
    Fleet m_fleet;
    Dispatcher m_dispatcher {m_fleet};
    Diagnostics m_diagnostics;
    Connections m_connections;
    FleetColumns m_columns {m_fleet, &m_connections};
    DynamicGroups m_dynamicGroups {m_columns};
    Past m_past;
    Archive m_archive;
    Wire m_wire;
    Pairings m_pairings;
    Topics m_topics;
    Identities m_identities {m_fleet};
    InventorySync m_sync {m_fleet};
    SecretStore m_secrets;
    ConnectionSecrets m_connectionSecrets;
    Mailing m_mailing;
    WebSecrets m_webSecrets;
    LocalBroker m_localBroker;
    QHash<ConnectionId, quint64> m_openings;   ///< how often each was opened: what the keychain says too late is not listened to
    QHash<ConnectionId, ConnectionState> m_states;

    bool m_stopped = false;
    bool m_endedWhole = true;
    QThread m_ioThread;
    QThread m_storeThread;
    std::unique_ptr<Ingest> m_ingest;          ///< lives on muster-io
    std::unique_ptr<BackendHost> m_host;       ///< lives on muster-io
    std::unique_ptr<Inventory> m_inventory;    ///< lives on muster-store
    std::unique_ptr<Recording> m_recording;
    std::unique_ptr<Archiving> m_archiving;
    std::unique_ptr<Calculating> m_calculating;
    std::unique_ptr<Alarming> m_alarming;
    std::unique_ptr<AlarmPosts> m_alarmPosts;
    std::unique_ptr<Automating> m_automating;
    std::unique_ptr<Linking> m_linking;
    std::unique_ptr<Bluetooth> m_bluetooth;    ///< outlives the backends
    std::unique_ptr<SerialPorts> m_serialPorts;
    std::unique_ptr<PortWatch> m_portWatch;    ///< none in the demo, which can do without hardware
};

} // namespace muster
