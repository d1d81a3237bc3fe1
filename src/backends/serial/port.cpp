#include "backends/serial/port.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QSerialPortInfo>

namespace muster::serial {

namespace {

constexpr qsizetype maxText = 120; // of what a board says about itself

QString tidy(const QString &text)
{
    return text.simplified().left(maxText);
}

/// Linux: …/usb1/1-1/1-1.2/1-1.2:1.3/ttyUSB0 → socket 1-1.2, interface 3.
void placeOnTheBus(Port &port, const QString &name)
{
    const QString device = QFileInfo(QStringLiteral("/sys/class/tty/%1/device").arg(name)).canonicalFilePath();
    static const QRegularExpression usbInterface(QStringLiteral(R"(/(\d+-[\d.]+):\d+\.(\d+)(?:/|$))"));
    const auto match = usbInterface.match(device);
    if (!match.hasMatch())
        return;
    port.socket = match.captured(1);
    port.interface = match.captured(2).toInt();
}

} // namespace

QString Port::identity() const
{
    if (!usb)
        return {};
    QString text = QStringLiteral("%1:%2:").arg(vendor, 4, 16, QLatin1Char('0')).arg(product, 4, 16, QLatin1Char('0'));
    text += serialNumber.isEmpty() ? QLatin1Char('@') + socket : serialNumber;
    if (interface != 0)
        text += QLatin1Char('#') + QString::number(interface);
    return text;
}

QString Port::title() const
{
    return description.isEmpty() ? path : description;
}

QList<Port> systemPorts()
{
    QList<Port> ports;
    const QList<QSerialPortInfo> all = QSerialPortInfo::availablePorts();
    for (const QSerialPortInfo &info : all) {
        Port port;
        port.path = info.systemLocation();
        port.usb = info.hasVendorIdentifier() && info.hasProductIdentifier();
        port.vendor = info.vendorIdentifier();
        port.product = info.productIdentifier();
        port.serialNumber = tidy(info.serialNumber());
        port.manufacturer = tidy(info.manufacturer());
        port.description = tidy(info.description()).replace(QLatin1Char('_'), QLatin1Char(' '));
        if (port.usb)
            placeOnTheBus(port, info.portName());
        ports.append(port);
    }
    return ports;
}

QString realPath(const QString &path)
{
    const QString real = QFileInfo(path).canonicalFilePath();
    return real.isEmpty() ? path : real;
}

QString groupOf(const QString &path)
{
    const QString group = QFileInfo(path).group();
    return group == QLatin1String("root") ? QString() : group;
}

} // namespace muster::serial
