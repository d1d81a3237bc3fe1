#include "backends/serial/hotplug.h"

#include <QSocketNotifier>

#ifdef Q_OS_LINUX
#include <linux/netlink.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

#include <array>
#include <string_view>

namespace muster::serial {

HotPlug::HotPlug(QObject *parent)
    : QObject(parent)
    , m_settle(this)
    , m_limit(this)
    , m_poll(this)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMs);
    m_limit.setSingleShot(true);
    m_limit.setInterval(settleAtMostMs);
    connect(&m_settle, &QTimer::timeout, this, &HotPlug::settle);
    connect(&m_limit, &QTimer::timeout, this, &HotPlug::settle);
    connect(&m_poll, &QTimer::timeout, this, &HotPlug::changed);
    if (!listen())
        m_poll.start(pollMs);
}

void HotPlug::settle()
{
    m_settle.stop();
    m_limit.stop();
    Q_EMIT changed();
}

#ifdef Q_OS_LINUX

HotPlug::~HotPlug()
{
    if (m_socket < 0)
        return;
    delete m_notifier;
    ::close(m_socket);
}

// Groups: 1 the kernel's own messages, 2 those of udev, which come when the node has its name and rights.
bool HotPlug::listen()
{
    const int descriptor = ::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_KOBJECT_UEVENT);
    if (descriptor < 0)
        return false;
    sockaddr_nl address {};
    address.nl_family = AF_NETLINK;
    address.nl_groups = 1 | 2;
    if (::bind(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        ::close(descriptor);
        return false;
    }
    m_socket = descriptor;
    m_notifier = new QSocketNotifier(descriptor, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &HotPlug::hear);
    return true;
}

// The message is a list of NAME=value, each ended by a zero, behind a head that differs; nothing but the subsystem is of interest, the rest
// is asked of the system. A message that did not fit or was lost (ENOBUFS) counts as one, too.
void HotPlug::hear()
{
    constexpr int mostPerTurn = 64;
    bool ofInterest = false;
    for (int i = 0; i < mostPerTurn; ++i) {
        std::array<char, 8'192> buffer {};
        const ssize_t size = ::recv(m_socket, buffer.data(), buffer.size(), MSG_DONTWAIT);
        if (size < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR))
            break;
        ofInterest |= size < 0 || std::string_view(buffer.data(), size_t(size)).find("SUBSYSTEM=tty") != std::string_view::npos;
        if (size <= 0 && errno != ENOBUFS)
            break;
    }
    if (!ofInterest)
        return;
    if (!m_limit.isActive())
        m_limit.start();
    m_settle.start();
}

#else

HotPlug::~HotPlug() = default;
bool HotPlug::listen() { return false; }
void HotPlug::hear() { }

#endif

} // namespace muster::serial
