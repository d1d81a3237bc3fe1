#pragma once

#include <QDir>
#include <QFile>

#include <cstddef>

#ifdef __SANITIZE_ADDRESS__
extern "C" std::size_t __sanitizer_get_current_allocated_bytes(); // its header comes with clang alone
#elif defined(__GLIBC__)
#include <malloc.h>
#endif

/// What this process holds at the moment, for tests that look whether something is left behind.
namespace muster::test {

/// Open file descriptors, sockets and pipes included.
inline int openFiles()
{
    return int(QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System | QDir::Hidden).size());
}

/// Bytes of the heap that are in use, by whichever allocator there is; what was given back does not count, even if the system has not got it yet.
inline qint64 heapBytes()
{
#ifdef __SANITIZE_ADDRESS__
    return qint64(__sanitizer_get_current_allocated_bytes());
#elif defined(__GLIBC__)
    const auto info = mallinfo2();
    return qint64(info.uordblks + info.hblkhd);
#else
    return 0;
#endif
}

/// Resident memory.
inline qint64 residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() * 4'096 : 0;
}

} // namespace muster::test
