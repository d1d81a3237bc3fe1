#pragma once

#include "backends/ble/gatt/revolutions.h"
#include "backends/ble/profileline.h"
#include "backends/ble/radiotypes.h"
#include "backends/ble/uartline.h"

#include "core/ingest.h"

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
    [[nodiscard]] bool isAnnounced() const { return m_id.isValid(); }

    /// An advertisement. True: its key is wanted, and was not asked for yet.
    bool hear(const Heard &heard, bool showNameless, Micros now);
    void setSecret(const QByteArray &secret, Micros now);
    void setPresence(Presence presence);
    /// Out of Discovered: it is not there any more.
    void withdraw();

    void describe(const LinkDescription &description);
    void take(const NodeValue &value);
    void unlink();
    /// What is to be written for a command: characteristic and bytes.
    struct Write
    {
        int characteristic = -1;
        QByteArray bytes {};
        bool confirmed = false;  ///< the device acknowledges it
    };
    [[nodiscard]] Result<Write> encode(const Command &command) const;
    [[nodiscard]] UartLine *uart() const { return m_uart.get(); }
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
    void pushSignal(int rssi, Micros time);
    void beProfiled();
    [[nodiscard]] bool acknowledges(int index) const { return (m_description.characteristics[index].abilities & Characteristic::Write) != 0; }
    void takeFact(quint16 uuid, const QString &text);
    void takeDescribed(int index, const NodeValue &value);
    void deriveTurning(const NodeValue &value, quint16 number, Readings &readings);
    void tellRaw(const QString &where, const QByteArray &bytes, Micros time, bool outgoing);
    [[nodiscard]] MetricId metricId(const Quantity &what, int ordinal);
    [[nodiscard]] Device sketch() const;
    [[nodiscard]] int ordinalOf(int index) const;
    [[nodiscard]] QList<CommandInfo> commandsOf(const LinkDescription &description) const;

    NodeKey m_key = 0;
    Ingest &m_ingest;
    ConnectionId m_connection {};
    DeviceId m_id {};
    QString m_address {};
    QStringList m_addresses {};
    QString m_name {};
    QString m_fallbackName {};
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
    std::unique_ptr<UartLine> m_uart {};
    std::map<int, std::unique_ptr<ProfileLine>> m_lines {}; ///< by characteristic: those its profile describes
};

} // namespace muster::ble
