#include "app/endsignals.h"

#include <QSocketNotifier>

#ifdef Q_OS_UNIX
#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace muster {

#ifdef Q_OS_UNIX

namespace {

// A handler may do next to nothing: it writes one byte, and the event loop finds it (man 7 signal-safety).
int ends[2] = {-1, -1};

void tell(int)
{
    const int kept = errno;
    const char byte = 0;
    const ssize_t written = write(ends[1], &byte, 1);
    (void)written; // full: it has been told already
    errno = kept;
}

void handle(void (*handler)(int))
{
    struct sigaction action {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESETHAND | SA_RESTART;
    for (const int signal : {SIGTERM, SIGHUP, SIGINT})
        sigaction(signal, &action, nullptr);
}

} // namespace

EndSignals::EndSignals(QObject *parent)
    : QObject(parent)
{
    if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(ends[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        m_notifier->setEnabled(false);
        Q_EMIT asked();
    });
    handle(&tell);
}

EndSignals::~EndSignals()
{
    if (!m_notifier)
        return;
    handle(SIG_DFL);
    m_notifier.reset();
    for (int &end : ends) {
        close(end);
        end = -1;
    }
}

#else

EndSignals::EndSignals(QObject *parent)
    : QObject(parent)
{}

EndSignals::~EndSignals() = default;

#endif

} // namespace muster
