#pragma once

#include "backends/serial/port.h"
#include "backends/serial/portclaims.h"
#include "backends/serial/seriallink.h"
#include "backends/serial/serialsettings.h"

#include "core/backend.h"

#include <map>
#include <memory>

namespace muster {

/// A connection over serial ports (see SerialSettings for its URL): either one port, which is kept open, or every board on USB. Those show up
/// as discovered devices without being touched; what is taken into the fleet is opened, and what leaves it is closed. A board is known by its
/// USB vendor, product and serial number and is the same device on whatever port it lands.
class SerialBackend : public Backend
{
    Q_OBJECT

public:
    static constexpr size_t maxBoards = 256;

    SerialBackend(const Connection &connection, Ingest &ingest, serial::PortClaims &claims, serial::ListPorts list = serial::systemPorts,
        codec::ProfileShelf shelf = codec::ProfileShelf(), script::Budget *scripts = nullptr);
    ~SerialBackend() override;

    void setPace(const serial::SerialLink::Pace &pace) { m_pace = pace; }

    void start() override;
    /// All boards on USB: those that are read another way now are opened anew, the others go on.
    bool change(const Connection &connection) override;
    void stop() override;
    void send(const Command &command) override;
    void abandon(CommandId id) override;
    Result<void> write(const QString &where, const QByteArray &bytes) override;

public Q_SLOTS:
    /// Looks again what is plugged in; called by itself when something was.
    void look();

private:
    using Links = std::map<QString, std::unique_ptr<serial::SerialLink>>; ///< by identity; a single one by ""

    void startOne();
    void closeAnew(const QString &identity);
    void claim();
    void lookAtBoards();
    void distinguish();
    void dropAbsent(const QStringList &claimed);
    serial::SerialLink &link(const QString &identity);
    [[nodiscard]] std::optional<serial::Port> locateOne();
    [[nodiscard]] std::optional<serial::Port> locateBoard(const QString &identity) const;
    [[nodiscard]] serial::SerialSettings settingsFor(const QString &identity);
    [[nodiscard]] Device describe(const serial::Port &port, const codec::Profile &profile) const;
    [[nodiscard]] QString nameOf(const serial::Port &port) const;
    void tellState();
    void tellStateOfOne();
    void tellStateOfAll();
    void tell(const ConnectionStatus &status);

    Connection m_connection;
    Ingest &m_ingest;
    serial::PortClaims &m_claims;
    serial::ListPorts m_list;
    codec::ProfileShelf m_shelf;
    script::Budget *m_scripts;     ///< null: scripts of profiles are not run
    serial::SerialSettings m_settings;
    serial::SerialLink::Pace m_pace;
    QList<serial::Port> m_ports;   ///< as last looked at
    QString m_identity;            ///< of the board a path led to last
    Links m_links;
    ConnectionStatus m_status;
    bool m_isLooking = false;
    bool m_isStopped = true;
};

} // namespace muster
