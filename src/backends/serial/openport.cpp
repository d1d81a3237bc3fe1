#include "backends/serial/openport.h"

#include "backends/serial/port.h"

#include <QFileInfo>

namespace muster::serial {

OpenPort::OpenPort(QObject *parent)
    : QObject(parent)
    , m_port(this)
{
    m_port.setReadBufferSize(maxUnread);
    connect(&m_port, &QSerialPort::readyRead, this, &OpenPort::read);
    connect(&m_port, &QSerialPort::errorOccurred, this, &OpenPort::heed);
    connect(&m_port, &QSerialPort::bytesWritten, this, [this] {
        if (isDrained())
            Q_EMIT drained();
    });
}

OpenPort::~OpenPort()
{
    m_port.disconnect(this);
    close();
}

Result<void> OpenPort::open(const QString &path, const SerialSettings &settings)
{
    close();
    m_isOpening = true;
    m_port.clearError();
    m_port.setPortName(path);
    m_port.setBaudRate(settings.baud);
    m_port.setDataBits(settings.bits);
    m_port.setParity(settings.parity);
    m_port.setStopBits(settings.stop);
    m_port.setFlowControl(settings.flow);
    const bool isOpen = m_port.open(QIODevice::ReadWrite);
    if (!isOpen) {
        m_isOpening = false;
        return tl::unexpected(whyNot(path, settings));
    }
    if (settings.dtr)
        m_port.setDataTerminalReady(*settings.dtr);
    if (settings.rts && settings.flow != QSerialPort::HardwareControl)
        m_port.setRequestToSend(*settings.rts);
    m_isOpening = false;
    return {};
}

Error OpenPort::whyNot(const QString &path, const SerialSettings &settings) const
{
    const QFileInfo node(path);
    switch (m_port.error()) {
    case QSerialPort::DeviceNotFoundError:
        return {Error::Code::NotFound, tr("There is no port %1. Plug the device in, or check the path.").arg(path)};
    case QSerialPort::PermissionError: {
        if (node.isReadable() && node.isWritable())
            return {Error::Code::Refused, tr("%1 is in use by another program. Close it there.").arg(path)};
        const QString group = groupOf(path);
        if (group.isEmpty())
            return {Error::Code::Refused, tr("You may not open %1. Ask whoever looks after this computer for the right to.").arg(path)};
        return {Error::Code::Refused,
            tr("You may not open %1. Join the group %2 (sudo usermod -aG %2 $USER), then log out and in again.").arg(path, group)};
    }
    case QSerialPort::UnsupportedOperationError: {
        const bool usual = settings.bits == QSerialPort::Data8 && settings.parity == QSerialPort::NoParity;
        if (usual)
            return {Error::Code::Unsupported, tr("%1 is no serial port, or it cannot do %2.").arg(path, settings.words())};
        return {Error::Code::Unsupported, tr("%1 cannot do %2. Choose other data bits or no parity.").arg(path, settings.words())};
    }
    default: return {Error::Code::Io, tr("%1 cannot be opened: %2.").arg(path, m_port.errorString())};
    }
}

// What has not been written would keep the system from closing for up to half a minute.
void OpenPort::close()
{
    if (!m_port.isOpen())
        return;
    const bool wasOpening = std::exchange(m_isOpening, true); // the errors of closing are nobody's business
    m_port.clear(QSerialPort::Output);
    m_port.close();
    m_isOpening = wasOpening;
}

Result<void> OpenPort::write(const QByteArray &bytes)
{
    if (!isOpen())
        return failure(Error::Code::Unreachable, tr("The port is not open."));
    if (m_port.bytesToWrite() + bytes.size() > maxUnwritten)
        return failure(Error::Code::TooLarge, tr("%1 takes nothing at the moment: what was sent before is still waiting. Check its flow control.").arg(m_port.portName()));
    if (m_port.write(bytes) != bytes.size())
        return failure(Error::Code::Io, tr("%1 could not be written to.").arg(m_port.portName()));
    return {};
}

void OpenPort::read()
{
    while (m_port.isOpen() && m_port.bytesAvailable() > 0) {
        const QByteArray bytes = m_port.readAll();
        if (bytes.isEmpty())
            break;
        if (received)
            received(bytes);
    }
}

// A hang-up leaves QSerialPort's notifier on: it would raise the same error some hundred thousand times a second.
void OpenPort::heed(QSerialPort::SerialPortError error)
{
    if (m_isOpening || !m_port.isOpen())
        return;
    switch (error) {
    case QSerialPort::NoError:
    case QSerialPort::UnsupportedOperationError: // a line or a setting this port does not have
    case QSerialPort::TimeoutError:
    case QSerialPort::NotOpenError:
    case QSerialPort::OpenError: return;
    case QSerialPort::DeviceNotFoundError:
    case QSerialPort::PermissionError:
    case QSerialPort::WriteError:
    case QSerialPort::ReadError:
    case QSerialPort::ResourceError:
    case QSerialPort::UnknownError: break;
    }
    read(); // its last words
    close();
    Q_EMIT lost();
}

} // namespace muster::serial
