#pragma once

#include "backends/ble/gatt/revolutions.h"
#include "backends/ble/profileline.h"
#include "backends/ble/radiotypes.h"

#include "core/ingest.h"
#include "line/line.h"

#include <QCoreApplication>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace muster::ble {

/// One advertiser, and the device it is in Muster: turns what it says into metrics and samples, connected or not. Knows nothing of when to
/// connect. On muster-io.
class Node
{
    Q_DECLARE_TR_FUNCTIONS(muster::ble::Node)

public:
    static constexpr Micros sameAgain = 10'000'000;     ///< values that are said again and again make a sample this often
    static constexpr Micros newCount = 60'000'000;      ///< after such a silence an encrypted device may count anew
    static constexpr qsizetype maxMetrics = 512;
    static constexpr qsizetype maxAnnounced = 64;       ///< services, companies

    Node(NodeKey key, Ingest &ingest, ConnectionId connection);
    ~Node();
    Node(Node &&) noexcept;

    [[nodiscard]] NodeKey key() const { return m_key; }
    [[nodiscard]] DeviceId id() const { return m_id; }
    [[nodiscard]] const QString &address() const { return m_address; }
    [[nodiscard]] QString displayName() const;
    [[nodiscard]] Micros lastHeard() const { return m_lastHeard; }
    /// Its advertisements say all it has to say: no link is needed.
    [[nodiscard]] bool speaksByAdvert() const { return m_speaks; }
    /// It announces a service that is worth connecting for.
    [[nodiscard]] bool announcesUse() const;
    [[nodiscard]] bool isAnnounced() const { return m_id.isValid(); }

    /// An advertisement. True: its key is wanted, and was not asked for yet.
    bool hear(const Heard &heard, bool showNameless, Micros now);
    void setSecret(const QByteArray &secret, Micros now);
    void setPresence(Presence presence);
    /// Out of Discovered: it is not there any more.
    void withdraw();

    /// Whether one of these is a serial line by other means.
    [[nodiscard]] static bool hasLine(const LinkDescription &description);
    /// `profile`: what is known of its kind beyond the standard; null: nothing.
    void describe(const LinkDescription &description, const codec::BleProfile *profile);
    /// What it says of itself by advertisement fits one of these, or null.
    [[nodiscard]] const codec::BleProfile *profileAmong(const std::vector<codec::BleProfile> &all) const;
    void take(const NodeValue &value);
    void unlink();
    /// Its profile is another now: the commands it has by the one before go.
    void forgetProfile();
    /// What is to be written for a command: characteristic and bytes.
    struct Write
    {
        int characteristic = -1;
        QByteArray bytes {};
        bool confirmed = false;  ///< the device acknowledges it
    };
    [[nodiscard]] Result<Write> encode(const Command &command) const;
    /// The serial line inside its UART-like service; it outlives the links. Null: none was given yet.
    [[nodiscard]] line::Line *line() const { return m_line.get(); }
    /// Its profile's commands take the place of those of the one before.
    void setLine(std::unique_ptr<line::Line> line);
    /// The characteristic that takes the line's bytes; -1: the device has no such service, or is not connected.
    [[nodiscard]] int lineWrite() const { return m_lineWrite; }
    /// Announces it with what its line's profile says.
    void tellLine();
    [[nodiscard]] bool acknowledges(int index) const { return (m_description.characteristics[index].abilities & Characteristic::Write) != 0; }
    /// Whether a command goes over the line.
    [[nodiscard]] bool isForLine(const QString &command) const;
    /// What asks the device for its state, as its profile knows; to be written when it is connected and after a command.
    [[nodiscard]] QList<Write> questions() const;

private:
    struct Known
    {
        const Quantity *what = nullptr;
        int ordinal = 1;
        MetricId id {};
    };

    [[nodiscard]] bool isWorthShowing(const Heard &heard, const Decoded &decoded, bool showNameless) const;
    void announce(const Heard &heard, const Decoded &decoded);
    [[nodiscard]] bool isRefused(const Decoded &decoded, Micros now);
    void push(const Readings &readings, Micros time, bool again);
    void pushOne(const Reading &reading, Micros time);
    void takeAnnounced(const Heard &heard);
    void pushSignal(int rssi, Micros time);
    void beProfiled(const codec::BleProfile &profile);
    void takeFact(quint16 uuid, const QString &text);
    void takeDescribed(int index, const NodeValue &value);
    void deriveTurning(const NodeValue &value, quint16 number, Readings &readings);
    void tellRaw(const QString &where, const QByteArray &bytes, Micros time, bool outgoing);
    [[nodiscard]] MetricId metricId(const Quantity &what, int ordinal);
    [[nodiscard]] Device sketch() const;
    [[nodiscard]] int ordinalOf(int index) const;
    [[nodiscard]] QList<CommandInfo> commandsOf(const LinkDescription &description) const;
    [[nodiscard]] QList<CommandInfo> lineCommands() const;

    NodeKey m_key = 0;
    Ingest &m_ingest;
    ConnectionId m_connection {};
    DeviceId m_id {};
    QString m_address {};
    QStringList m_addresses {};
    QString m_name {};
    QString m_fallbackName {};
    QList<QUuid> m_services {};                 ///< announced; bounded
    QList<quint16> m_companies {};              ///< of manufacturer data; bounded
    Presence m_presence = Presence::Unknown;
    bool m_speaks = false;
    bool m_askedForKey = false;
    bool m_offersKey = false;
    QByteArray m_secret {};
    Heard m_lastSealed {};                      ///< for when its key comes
    std::optional<quint32> m_counter {};
    Micros m_countedAt = 0;
    std::optional<quint32> m_packet {};
    Micros m_lastHeard = 0;
    Micros m_pushedAt = 0;
    std::vector<Known> m_metrics {};
    MetricId m_signal {};
    LinkDescription m_description {};
    std::vector<MetricId> m_described {};       ///< by characteristic: metrics of those that describe themselves
    std::optional<std::pair<int, gatt::Revolutions>> m_turning {}; ///< the first characteristic that counts a bicycle's turns
    std::unique_ptr<line::Line> m_line {};
    int m_lineWrite = -1;
    std::map<int, std::unique_ptr<ProfileLine>> m_lines {}; ///< by characteristic: those its profile describes
};

} // namespace muster::ble
