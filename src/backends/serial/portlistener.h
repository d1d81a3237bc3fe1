#pragma once

#include "backends/serial/openport.h"
#include "backends/serial/portclaims.h"
#include "core/listening.h"

#include <QElapsedTimer>
#include <QTimer>

namespace muster::serial {

/// Opens a port at one rate after the other and tells what it says at each. Takes the port away from whoever watches all boards for as long as it
/// listens, and writes nothing unless told to. Lives on muster-io.
class PortListener : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype enough = 8 * 1'024;  ///< bytes at one rate
    static constexpr int patience = 3'000;          ///< ms for whoever has the port to let go of it

    explicit PortListener(PortClaims &claims, ListPorts list = systemPorts, QObject *parent = nullptr);
    ~PortListener() override;

    void listen(const ListenOrder &order);
    void stop(quint64 id);

Q_SIGNALS:
    void heard(quint64 id, int baud, const QByteArray &bytes);
    void ended(quint64 id, const muster::Result<void> &result);

private:
    void openNext();
    void rateDone();
    void end(const Result<void> &result);
    [[nodiscard]] Result<QString> path() const;

    PortClaims &m_claims;
    ListPorts m_list;
    OpenPort m_port;
    QTimer m_limit;     ///< of the rate that is listened to, or until the port is tried again
    QElapsedTimer m_waited;
    ListenOrder m_order;    ///< id 0: nobody wants anything
    SerialSettings m_settings;
    qsizetype m_rate = 0;   ///< index
    QByteArray m_bytes;
};

} // namespace muster::serial
