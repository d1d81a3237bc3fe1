#include "tests/support/usbbench.h"

#include <QDir>
#include <QFile>
#include <QSocketNotifier>
#include <QTimer>

#include <fcntl.h>
#include <termios.h>
#include <umockdev.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <map>

namespace muster::test {

QString enterMockedSystem(char **argv)
{
    QFile maps(QStringLiteral("/proc/self/maps"));
    if (maps.open(QIODevice::ReadOnly) && maps.readAll().contains("libumockdev-preload"))
        return {};
    if (qEnvironmentVariableIsSet("MUSTER_MOCKED"))
        return QStringLiteral("libumockdev-preload.so.0 could not be loaded (Debian: umockdev)");
    qputenv("MUSTER_MOCKED", "1");
    qputenv("LD_PRELOAD", QByteArray("libumockdev-preload.so.0 ") + qgetenv("LD_PRELOAD"));
    // The address sanitizer wants to be loaded first, and does without.
    qputenv("ASAN_OPTIONS", qgetenv("ASAN_OPTIONS") + ":verify_asan_link_order=0");
    ::execv("/proc/self/exe", argv);
    return QStringLiteral("the program could not be run again: ") + QString::fromLocal8Bit(std::strerror(errno));
}

struct UsbBench::Parts
{
    UMockdevTestbed *bed = nullptr;
    std::map<int, QByteArrayList> devices {}; ///< by port: what was made for it, the innermost last
    int ports = 0;
};

UsbBench::UsbBench()
    : m_parts(std::make_unique<Parts>())
{
    m_parts->bed = umockdev_testbed_new();
}

UsbBench::~UsbBench()
{
    g_object_unref(m_parts->bed);
}

UsbBench::Line UsbBench::plug(const QByteArray &serialNumber, const QByteArray &product)
{
    const int port = m_parts->ports++;
    const QByteArray number = QByteArray::number(port);
    const QByteArray usb = "/devices/pci0000:00/usb1/1-" + QByteArray::number(port + 1);
    const QByteArray interface = usb + "/1-" + QByteArray::number(port + 1) + ":1.0";
    const QByteArray converter = interface + "/ttyUSB" + number;
    const QByteArray tty = converter + "/tty/ttyUSB" + number;
    const QByteArray about = "E: ID_BUS=usb\nE: ID_VENDOR_ID=0403\nE: ID_MODEL_ID=6001\nE: ID_VENDOR=FTDI\nE: ID_MODEL=" + product + "\nE: ID_SERIAL_SHORT=" + serialNumber + '\n';
    const QByteArrayList texts {
        "P: " + usb + "\nE: SUBSYSTEM=usb\nE: DEVTYPE=usb_device\n" + about + "A: idVendor=0403\nA: idProduct=6001\nA: serial=" + serialNumber + "\n",
        "P: " + interface + "\nE: SUBSYSTEM=usb\nE: DEVTYPE=usb_interface\nA: bInterfaceNumber=00\n",
        "P: " + converter + "\nE: SUBSYSTEM=usb-serial\nE: DRIVER=ftdi_sio\n",
        "P: " + tty + "\nN: ttyUSB" + number + "\nE: SUBSYSTEM=tty\nE: DEVNAME=/dev/ttyUSB" + number + "\nE: MAJOR=188\nE: MINOR=" + number + '\n' + about + "A: dev=188:" + number
            + "\nL: device=../../../ttyUSB" + number + '\n'};
    for (const QByteArray &text : texts) {
        GError *error = nullptr;
        if (!umockdev_testbed_add_from_string(m_parts->bed, text.constData(), &error)) {
            qCritical("%s", error->message);
            g_error_free(error);
            return {};
        }
    }
    m_parts->devices[port] = {"/sys" + usb, "/sys" + interface, "/sys" + converter, "/sys" + tty};
    const int line = umockdev_testbed_get_dev_fd(m_parts->bed, ("/dev/ttyUSB" + number).constData());
    termios settings {};
    if (::tcgetattr(line, &settings) == 0) {
        ::cfmakeraw(&settings);
        ::tcsetattr(line, TCSANOW, &settings);
    }
    ::fcntl(line, F_SETFL, O_NONBLOCK);
    // Each was announced when it was made; once more for the one that is of interest, whose node is ready only now. Not more: a listener has room
    // for ten unread messages on some systems, and umockdev ends the program over the one that does not fit.
    umockdev_testbed_uevent(m_parts->bed, m_parts->devices[port].last().constData(), "add");
    return {port, line};
}

void UsbBench::unplug(const Line &line)
{
    const QByteArrayList devices = std::exchange(m_parts->devices[line.port], {});
    for (auto device = devices.rbegin(); device != devices.rend(); ++device)
        umockdev_testbed_uevent(m_parts->bed, device->constData(), "remove");
    ::close(line.descriptor); // the line hangs up
    for (auto device = devices.rbegin(); device != devices.rend(); ++device)
        umockdev_testbed_remove_device(m_parts->bed, device->constData());
    // Each time somebody failed to open the node it kept a socket under the number that open() returned, -1, and it has room for some fifty.
    for (int i = 0; i < 4; ++i)
        ::close(-1);
    // It remembers which pseudo terminal stood for which device for ever, and takes it ill when the system gives out the number again.
    char *const root = umockdev_testbed_get_root_dir(m_parts->bed);
    QDir map(QString::fromLocal8Bit(root) + QStringLiteral("/dev/.ptymap"));
    g_free(root);
    for (const QString &name : map.entryList(QDir::AllEntries | QDir::System | QDir::Hidden | QDir::NoDotAndDotDot)) {
        if (QFile::symLinkTarget(map.filePath(name)).endsWith(QStringLiteral("188:%1").arg(line.port)))
            map.remove(name);
    }
}

CsvBoard::CsvBoard(UsbBench &bench, QByteArray serialNumber)
    : m_bench(bench)
    , m_serialNumber(std::move(serialNumber))
    , m_timer(new QTimer(this))
{
    m_timer->setInterval(20);
    QObject::connect(m_timer, &QTimer::timeout, this, [this] { speak(); });
}

CsvBoard::~CsvBoard()
{
    unplug();
}

void CsvBoard::plugIn()
{
    m_line = m_bench.plug(m_serialNumber);
    m_notifier = std::make_unique<QSocketNotifier>(m_line.descriptor, QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] { listen(); });
    m_timer->start();
}

void CsvBoard::unplug()
{
    m_timer->stop();
    m_notifier.reset();
    if (m_line.port >= 0)
        m_bench.unplug(std::exchange(m_line, {}));
}

void CsvBoard::speak()
{
    QByteArray text;
    if (m_count % 25 == 0)
        text = "temperature,humidity,led\r\n";
    text += QByteArray::number(20 + m_count % 10) + ".5," + QByteArray::number(40 + m_count % 5) + ',' + QByteArray::number(m_led) + "\r\n";
    ++m_count;
    [[maybe_unused]] const ssize_t size = ::write(m_line.descriptor, text.constData(), size_t(text.size())); // nobody listens: it is lost, as on a wire
}

void CsvBoard::listen()
{
    char buffer[512];
    const ssize_t size = ::read(m_line.descriptor, buffer, sizeof buffer);
    if (size <= 0) {
        m_notifier->setEnabled(size < 0 && errno == EAGAIN);
        // Nobody has the port open: a pseudo terminal says that with an error, again and again.
        QTimer::singleShot(20, this, [this] {
            if (m_notifier)
                m_notifier->setEnabled(true);
        });
        return;
    }
    m_heard.append(buffer, size);
    if (const qsizetype at = m_heard.lastIndexOf("led "); at >= 0 && at + 4 < m_heard.size())
        m_led = m_heard.at(at + 4) == '1' ? 1 : 0;
}

} // namespace muster::test
