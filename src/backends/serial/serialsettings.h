#pragma once

#include "codec/profileshelf.h"
#include "core/result.h"

#include <QMap>
#include <QSerialPort>
#include <QUrl>

#include <optional>

namespace muster::serial {

/// What an endpoint URL of a serial connection says.
///
///   serial:auto                             every board on USB shows up; those in the fleet are opened
///   serial:///dev/ttyUSB0?baud=9600         one port by its path; links such as /dev/serial/by-id/… will do, and pseudo terminals
///   serial:0403:6001:A50285BI               one board by USB vendor, product and serial number, on whatever port it lands
///   serial:COM3 · serial:ttyACM0            one port by the system's short name
///
/// Options behind the question mark, each at most once:
///   baud=…     rate in Bd, 50 … 20000000. Default: 115200
///   bits=…     data bits, 5 … 8. Default: 8           parity=…  none, even, odd, mark or space. Default: none
///   stop=…     stop bits, 1, 1.5 or 2. Default: 1     flow=…    none, rtscts or xonxoff. Default: none
///   dtr=…, rts=…  on or off: how the line is set after opening. Default: left as opening sets it, on
///   profile=…  how its bytes are understood: the id of a profile (gps-nmea), the path of one, or auto. Default: auto.
///              What a profile says about rate and bits holds where the address says nothing
///   board=…    serial:auto only, as often as needed: identity,rate,profile of one board that differs from the others; rate and profile may be empty
///   ending=…   what ends a line that is sent: lf, crlf, cr or none. Default: lf
struct SerialSettings
{
    enum class Target : quint8 { All, Path, Board };
    Target target = Target::All;
    QString name {};        ///< Path: the path; Board: the identity, see Port::identity()
    qint32 baud = 115'200;
    QSerialPort::DataBits bits = QSerialPort::Data8;
    QSerialPort::Parity parity = QSerialPort::NoParity;
    QSerialPort::StopBits stop = QSerialPort::OneStop;
    QSerialPort::FlowControl flow = QSerialPort::NoFlowControl;
    std::optional<bool> dtr {};
    std::optional<bool> rts {};
    QString profileName {}; ///< empty: automatic
    codec::Profile profile {};
    QByteArray ending = QByteArrayLiteral("\n");

    /// What is different for one board among all.
    struct Board
    {
        qint32 baud = 0;        ///< 0: as the others, or as the profile says
        QString profileName {};

        friend bool operator==(const Board &, const Board &) = default;
    };
    static constexpr qsizetype maxBoards = 256;
    QMap<QString, Board> boards {};

    /// How long one byte takes on the line, in µs.
    [[nodiscard]] double byteMicros() const;
    /// "115200 Bd" or, where it is not the usual, "9600 Bd 7E1".
    [[nodiscard]] QString words() const;

    friend bool operator==(const SerialSettings &, const SerialSettings &) = default;
};

/// Errors: Invalid, with one sentence that names the option and says what it may be; of the profile, as ProfileShelf::find().
[[nodiscard]] Result<SerialSettings> serialSettings(const QUrl &url, const codec::ProfileShelf &shelf = codec::ProfileShelf());
/// Those of one board. Errors: of its profile.
[[nodiscard]] Result<SerialSettings> settingsOf(const QString &identity, const SerialSettings &all, const codec::ProfileShelf &shelf);

} // namespace muster::serial
