#pragma once

#include <QObject>
#include <QTimer>

class QSocketNotifier;

namespace muster::serial {

/// Says when serial ports may have come or gone: at once through the kernel's messages on Linux, elsewhere, or where those cannot be heard,
/// every 2 s. Lives on the thread it was made on.
class HotPlug : public QObject
{
    Q_OBJECT

public:
    static constexpr int settleMs = 120;     ///< one device raises several messages, and its node gets its rights last
    static constexpr int settleAtMostMs = 1'000;
    static constexpr int pollMs = 2'000;

    explicit HotPlug(QObject *parent = nullptr);
    ~HotPlug() override;

    /// Whether the kernel tells; else it is polled.
    [[nodiscard]] bool isTold() const { return m_socket >= 0; }

Q_SIGNALS:
    void changed();

private:
    bool listen();
    void hear();
    void settle();

    int m_socket = -1;
    QSocketNotifier *m_notifier = nullptr;
    QTimer m_settle;
    QTimer m_limit; ///< runs while the first of some messages is not older than settleAtMostMs
    QTimer m_poll;
};

} // namespace muster::serial
