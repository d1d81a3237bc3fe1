#pragma once

#include "backends/serial/serialsettings.h"

#include <QObject>
#include <QSerialPort>

#include <functional>

namespace muster::serial {

/// One serial port over QSerialPort, without its pitfalls: a hang-up closes it at once and is told once, what a port cannot do (lines of a
/// pseudo terminal) is no loss, what is still to be written is bounded and thrown away by closing. Lives on muster-io.
class OpenPort : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 maxUnwritten = 64 * 1024; ///< bytes
    static constexpr qint64 maxUnread = 64 * 1024;    ///< bytes; the rest waits in the system

    explicit OpenPort(QObject *parent = nullptr);
    ~OpenPort() override;

    /// Bytes as they come, valid during the call.
    std::function<void(QByteArrayView)> received {};

    /// Errors: NotFound, Refused (rights, or somebody else has it), Unsupported, Io; each a sentence with the remedy.
    [[nodiscard]] Result<void> open(const QString &path, const SerialSettings &settings);
    void close();
    [[nodiscard]] bool isOpen() const { return m_port.isOpen(); }
    [[nodiscard]] Result<void> write(const QByteArray &bytes);
    [[nodiscard]] bool isDrained() const { return m_port.bytesToWrite() == 0; }

Q_SIGNALS:
    void lost();     ///< hung up or unplugged; already closed
    void drained();  ///< everything is written

private:
    void read();
    void heed(QSerialPort::SerialPortError error);
    [[nodiscard]] Error whyNot(const QString &path, const SerialSettings &settings) const;

    QSerialPort m_port;
    bool m_isOpening = false;
};

} // namespace muster::serial
