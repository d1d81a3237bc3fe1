#pragma once

#include <QByteArray>
#include <QString>

#include <fcntl.h>
#include <pty.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>

namespace muster::test {

/// A pseudo terminal, raw in both directions: the device's side of a serial line. The program opens path(); hangUp() is pulling the plug.
class PtyPair
{
public:
    PtyPair() { open(); }
    ~PtyPair() { hangUp(); }
    PtyPair(const PtyPair &) = delete;
    PtyPair &operator=(const PtyPair &) = delete;

    [[nodiscard]] bool isOpen() const { return m_device >= 0; }
    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] int device() const { return m_device; }

    /// Says something as the device; false if not all of it was taken at once.
    bool say(const QByteArray &bytes) { return ::write(m_device, bytes.constData(), size_t(bytes.size())) == bytes.size(); }
    /// What the program has written since the last call.
    [[nodiscard]] QByteArray heard()
    {
        QByteArray all;
        char buffer[4'096];
        for (;;) {
            const ssize_t size = ::read(m_device, buffer, sizeof buffer);
            if (size <= 0)
                return all;
            all.append(buffer, size);
        }
    }
    void hangUp()
    {
        if (m_device >= 0)
            ::close(m_device);
        m_device = -1;
    }
    /// A new device; usually at another path.
    void open()
    {
        hangUp();
        int line = -1;
        char name[128] = {};
        if (::openpty(&m_device, &line, name, nullptr, nullptr) != 0)
            return;
        termios settings {};
        ::tcgetattr(line, &settings);
        ::cfmakeraw(&settings);
        ::tcsetattr(line, TCSANOW, &settings);
        ::close(line);
        ::fcntl(m_device, F_SETFL, O_NONBLOCK);
        ::fcntl(m_device, F_SETFD, FD_CLOEXEC);
        m_path = QString::fromLocal8Bit(name);
    }

private:
    int m_device = -1;
    QString m_path;
};

} // namespace muster::test
