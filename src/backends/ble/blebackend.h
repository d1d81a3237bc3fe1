#pragma once

#include "backends/ble/node.h"

#include "codec/profileshelf.h"
#include "core/backend.h"
#include "core/pairing.h"

#include <QMap>
#include <QTimer>

#include <deque>
#include <map>

class QThread;

namespace muster {

namespace ble {
class Radio;
}

/// Bluetooth LE: every advertiser near becomes a device in Discovered, read without connecting where its advertisements say something; a
/// device that was taken into the fleet and says nothing by advertisement is connected to and kept so. Lives on muster-io and never blocks:
/// Qt Bluetooth, which does, is in the Radio, in a thread of its own.
class BleBackend : public Backend
{
    Q_OBJECT

public:
    struct Options
    {
        bool showNameless = false; ///< also those that have no name and say nothing that can be read
        int pairingAnswerMs = 30'000; ///< how long a person has for an answer while a device is paired
        int listenFirstMs = 10'000;   ///< to a member that announces nothing to connect to: its advertisements may say all there is
        QMap<QString, QString> boards {}; ///< by address: the profile a serial line over Bluetooth is read by; none: automatic
        codec::ProfileShelf shelf {};
        script::Budget *scripts = nullptr; ///< null: scripts of profiles are not run
    };

    static constexpr int tickMs = 250;
    static constexpr qsizetype maxNodes = 4'000;
    static constexpr qsizetype maxWaiting = 16;            ///< commands of one device that wait for its link
    static constexpr Micros silentAfter = 60'000'000;      ///< without an advertisement: offline
    static constexpr Micros goneAfter = 600'000'000;       ///< and out of Discovered, unless it is in the fleet
    static constexpr Micros demandFor = 60'000'000;        ///< a link made for a command is kept this long
    static constexpr size_t maxPairing = 4;
    static constexpr Micros firstRetry = 100'000;          ///< after a link broke; doubled with each attempt that came to nothing
    static constexpr Micros lastRetry = 60'000'000;

    BleBackend(ConnectionId connection, const Options &options, Ingest &ingest, QThread *radioThread, QObject *parent = nullptr);
    ~BleBackend() override;

    static constexpr qsizetype maxBoards = 256;            ///< that have a profile of their own

    /// From an URL: ble://?nameless=1&board=E1:02:03:04:05:06,nordic-uart, the latter as often as needed.
    [[nodiscard]] static Result<Options> options(const QUrl &url);

    void start() override;
    bool change(const Connection &connection) override;
    void stop() override;
    void send(const Command &command) override;
    void abandon(CommandId id) override;
    Result<void> write(const QString &where, const QByteArray &bytes) override;

public Q_SLOTS:
    void takeKey(const QString &address, const QByteArray &key);
    void answerPairing(quint32 question, bool yes, const QString &code);

Q_SIGNALS:
    void keyWanted(const QString &address);
    void keyGiven(const QString &address, const QByteArray &key);
    void pairingAsked(const muster::PairingQuestion &question);
    void pairingTakenBack(quint32 question);

private:
    struct Entry
    {
        ble::Node node;
        ble::LinkState link = ble::LinkState::Closed;
        std::optional<codec::BleProfile> profile {}; ///< that its link was made with
        Micros firstHeard = 0;
        bool wasReady = false;    ///< it was connected to before
        bool heard = false;       ///< since the radio works: before that it cannot be connected to
        bool heldOff = false;     ///< a person disconnected it
        int failures = 0;         ///< attempts in a row that came to nothing
        Micros retryAt = 0;
        Micros demandedUntil = 0;
        std::deque<Command> waiting {};
    };
    struct Writing
    {
        CommandId command {};
        int left = 0;             ///< pieces not yet confirmed
        bool confirmed = false;
        ble::NodeKey node = 0;  ///< asked for its state afterwards; 0: not
        bool byLine = false;    ///< the node's line wants to know, and ends the command
    };
    struct Pairing
    {
        CommandId command {};    ///< invalid: it has ended, for a person was asked, and that takes its time
        ble::NodeKey node = 0;
        bool forget = false;
    };

    void radioChanged(ble::RadioState state, const QString &detail);
    void heard(const QList<ble::Heard> &batch, quint64 adverts, quint64 dropped);
    void hear(const ble::Heard &heard, Micros now);
    void linkChanged(ble::NodeKey key, ble::LinkState state, const QString &reason);
    void described(ble::NodeKey key, const ble::LinkDescription &description);
    void values(const QList<ble::NodeValue> &values);
    void written(quint32 token, const QString &problem);
    void tick();
    void tend(Entry &entry, Micros now);
    void tendSoon(ble::NodeKey key, Micros delay);
    void carryOut(Entry &entry, const Command &command);
    void giveKey(Entry &entry, const Command &command);
    void pair(Entry &entry, const Command &command);
    void askForPairing(ble::NodeKey node, PairingQuestion question);
    void paired(quint32 token, const QString &problem);
    void wireRadio();
    void askForState(Entry &entry);
    [[nodiscard]] Result<void> writeOut(Entry &entry, int characteristic, const QByteArray &bytes, const Writing &writing);
    void giveLine(Entry &entry);
    void readLinesAnew();
    void readProfilesAnew();
    [[nodiscard]] codec::Profile profileOf(const Entry &entry);
    void sendOverLine(Entry &entry, const Command &command);
    [[nodiscard]] Result<void> writeLine(ble::NodeKey node, const QByteArray &bytes, CommandId command);
    void finish(CommandId id, const Result<void> &result, bool confirmed = false) { Q_EMIT commandFinished(id, result, confirmed); }
    [[nodiscard]] Entry *find(DeviceId device);
    [[nodiscard]] bool isWanted(const Entry &entry, Micros now) const;
    [[nodiscard]] bool maySpeakYet(const Entry &entry, Micros now) const;
    template<class Call>
    void onRadio(Call call);

    ConnectionId m_connection {};
    Options m_options {};
    Ingest &m_ingest;
    Counters &m_counters;
    std::vector<codec::BleProfile> m_profiles;
    ble::Radio *m_radio = nullptr; ///< its thread's
    QTimer m_tick;
    std::map<ble::NodeKey, Entry> m_nodes;
    std::map<quint32, Writing> m_writing; ///< by token
    std::map<quint32, Pairing> m_pairing; ///< by token, in the order of their turn
    quint32 m_lastToken = 0;
    ble::RadioState m_state = ble::RadioState::NoService;
    bool m_open = false;
};

} // namespace muster
