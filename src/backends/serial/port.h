#pragma once

#include <QList>
#include <QString>

#include <functional>

namespace muster::serial {

/// A serial port of this computer as the system lists it. What hangs on a USB port says who it is; that, not the port's name, is its identity.
struct Port
{
    QString path {};          ///< "/dev/ttyUSB0", "COM3"
    bool usb = false;         ///< the four below are known
    quint16 vendor = 0;
    quint16 product = 0;
    QString serialNumber {};
    QString socket {};        ///< where on the bus it is plugged in, "1-1.2"; empty where the system does not say
    int interface = 0;        ///< number of the USB interface: boards with two ports have two
    QString manufacturer {};
    QString description {};

    /// "0403:6001:A50285BI", the same wherever it is plugged in. Boards without a serial number are told apart by their socket:
    /// "1a86:7523:@1-1.2". A second port of one board: "0403:6010:FT123#1". Empty without USB.
    [[nodiscard]] QString identity() const;
    /// "FT232R USB UART"; the path where nothing better is known.
    [[nodiscard]] QString title() const;

    friend bool operator==(const Port &, const Port &) = default;
};

using ListPorts = std::function<QList<Port>()>;

/// All ports, over QSerialPortInfo; 0.3 … 4 ms. Pseudo terminals are never among them.
[[nodiscard]] QList<Port> systemPorts();

/// A path without links: "/dev/serial/by-id/usb-FTDI…" → "/dev/ttyUSB0". Unchanged if it leads nowhere.
[[nodiscard]] QString realPath(const QString &path);

/// Who may open the port: "dialout". Empty when the system has no such groups or does not say.
[[nodiscard]] QString groupOf(const QString &path);

} // namespace muster::serial
