#pragma once

#include "backends/ble/advertwatch.h"
#include "backends/ble/radiotypes.h"

#include <QBluetoothDeviceDiscoveryAgent>
#include <QElapsedTimer>
#include <QHash>
#include <QTimer>

#include <memory>

namespace muster::ble {

class AdapterWatch;

/// Listens to advertisements, most of the time: of every period a short part is left to the radio for other things. Passes on what is news,
/// at once, and of what says the same again one advertisement in a while, so that hundreds of chatty devices cost little. Lives in the
/// thread of the radio.
class Scanner : public QObject
{
    Q_OBJECT

public:
    static constexpr int onMs = 27'000;
    static constexpr int offMs = 3'000;
    static constexpr int batchMs = 100;
    static constexpr int sameAgainMs = 2'000;      ///< the same bytes of one device are passed on this often
    static constexpr qsizetype maxNodes = 4'000;   ///< remembered; the longest silent ones go first
    static constexpr int maxNews = 16;             ///< of one device in one batch; more are counted

    Scanner(const AdapterWatch &watch, QObject *parent);
    ~Scanner() override;

    void start();
    void stop();
    [[nodiscard]] bool isRunning() const { return m_agent != nullptr; }
    /// As the system knows it, for connecting; invalid: not heard yet.
    [[nodiscard]] QBluetoothDeviceInfo device(NodeKey node) const;
    void forget();
    /// New service data that Qt does not tell of by itself; it does with the next signal strength. Of a device that was never heard they are left to Qt.
    void supplement(quint64 address, const muster::ble::ServiceData &data);

Q_SIGNALS:
    void heard(const QList<muster::ble::Heard> &batch, quint64 adverts, quint64 dropped);
    void failed(const QString &reason);

private:
    struct Known
    {
        QBluetoothDeviceInfo info {};
        qint64 toldAt = -sameAgainMs;
        int news = 0;   ///< in the current batch
        bool told = false;
    };

    void listen();
    void pause();
    void take(const QBluetoothDeviceInfo &info);
    [[nodiscard]] Heard heardOf(NodeKey node, const QBluetoothDeviceInfo &info) const;
    void makeRoom();
    void flush();

    const AdapterWatch &m_watch;
    std::unique_ptr<QBluetoothDeviceDiscoveryAgent> m_agent;
    QTimer m_duty {this};
    QTimer m_batch {this};
    QElapsedTimer m_clock;
    QHash<NodeKey, Known> m_known;
    QList<Heard> m_waiting;
    quint64 m_adverts = 0;
    quint64 m_dropped = 0;
};

} // namespace muster::ble
