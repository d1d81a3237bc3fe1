#include "script/worker/processlimits.h"

#include <QFile>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#include <unistd.h>
#endif
#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/prctl.h>
#endif

namespace muster::script {

#ifdef Q_OS_UNIX
namespace {

constexpr rlim_t scriptMemory = rlim_t(128) << 20; ///< bytes of address space beyond what the program itself has
constexpr rlim_t processorSeconds = 10;

#ifdef Q_OS_LINUX
rlim_t addressSpace()
{
    QFile file(QStringLiteral("/proc/self/statm")); // its first number: pages
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return rlim_t(file.readLine().split(' ').constFirst().toULongLong()) * rlim_t(sysconf(_SC_PAGESIZE));
}
#endif

void limit(decltype(RLIMIT_AS) what, rlim_t most)
{
    const rlimit both {most, most};
    setrlimit(what, &both);
}

} // namespace
#endif

void closeInherited()
{
#ifdef Q_OS_LINUX
    close_range(3, ~0U, 0);
#endif
}

void limitProcess()
{
#ifdef Q_OS_LINUX
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    if (const rlim_t used = addressSpace(); used > 0)
        limit(RLIMIT_AS, used + scriptMemory);
    limit(RLIMIT_NPROC, 0);
#endif
#ifdef Q_OS_UNIX
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NOFILE, 16); // the zone of the clock is read when a script first asks for a date
    renewProcessorTime();
#endif
}

void renewProcessorTime()
{
#ifdef Q_OS_UNIX
    rusage used {};
    rlimit now {};
    if (getrusage(RUSAGE_SELF, &used) != 0 || getrlimit(RLIMIT_CPU, &now) != 0)
        return;
    now.rlim_cur = rlim_t(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + processorSeconds;
    if (now.rlim_max == RLIM_INFINITY || now.rlim_cur < now.rlim_max)
        setrlimit(RLIMIT_CPU, &now);
#endif
}

} // namespace muster::script
