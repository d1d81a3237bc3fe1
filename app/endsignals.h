#pragma once

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace muster {

/// Ending a session, `kill` and Ctrl-C (SIGTERM, SIGHUP, SIGINT) become asked() in the event loop of the thread it lives in (main), so that the
/// program ends as it does when its window is closed. The second time, the signal ends the process at once. One of it in a program; on systems
/// without these signals it never says anything.
class EndSignals : public QObject
{
    Q_OBJECT

public:
    explicit EndSignals(QObject *parent = nullptr);
    ~EndSignals() override;
    Q_DISABLE_COPY_MOVE(EndSignals)

Q_SIGNALS:
    void asked();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace muster
