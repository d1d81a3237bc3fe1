#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>

class QSocketNotifier;
class QTimer;

namespace muster::test {

/// Runs the program again inside umockdev, if it is not yet: what it sees of /sys, /dev and the kernel's messages is then made up. Call it first
/// in main(). Returns an empty text when the program may go on, else why it cannot, for QSKIP.
[[nodiscard]] QString enterMockedSystem(char **argv);

/// The USB of a made-up computer: boards with a USB-to-serial converter are plugged in and out, the real udev and the real QSerialPortInfo see
/// them, /dev/ttyUSB… is a pseudo terminal whose other end is the board.
class UsbBench
{
public:
    UsbBench();
    ~UsbBench();
    UsbBench(const UsbBench &) = delete;
    UsbBench &operator=(const UsbBench &) = delete;

    struct Line
    {
        int port = -1;        ///< the number of /dev/ttyUSB…; each time another one, as umockdev makes no device node twice
        int descriptor = -1;  ///< the board's end
    };
    /// Plugs in a board.
    Line plug(const QByteArray &serialNumber, const QByteArray &product = "FT232R_USB_UART");
    void unplug(const Line &line);

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

/// A board that says a line of CSV now and then, obeys "led 0" and "led 1" and answers what it is told.
class CsvBoard : public QObject
{
public:
    explicit CsvBoard(UsbBench &bench, QByteArray serialNumber);
    ~CsvBoard() override;

    void plugIn();
    void unplug();
    [[nodiscard]] const QByteArray &heard() const { return m_heard; }
    [[nodiscard]] int said() const { return m_count; }

private:
    void speak();
    void listen();

    UsbBench &m_bench;
    QByteArray m_serialNumber;
    UsbBench::Line m_line;
    int m_count = 0;
    int m_led = 0;
    QByteArray m_heard;
    QTimer *m_timer;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace muster::test
