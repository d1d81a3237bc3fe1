// The other end of Telling: `muster --tell NAME`.
#include "app/telling.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QLocalSocket>

#include <cstdio>

namespace muster {

namespace {

constexpr int connectMs = 3'000;
constexpr int answerMs = 30'000; ///< its window may be busy
constexpr qsizetype mostAnswer = 1 << 20;

void say(FILE *where, const QByteArray &text)
{
    std::fwrite(text.constData(), 1, size_t(text.size()), where);
    std::fflush(where);
}

int complain(const QString &text)
{
    say(stderr, text.toLocal8Bit() + '\n');
    return 1;
}

} // namespace

int tellRunning(const QString &folder, const QString &name)
{
    QLocalSocket socket;
    socket.connectToServer(Telling::socketOf(folder));
    if (!socket.waitForConnected(connectMs)) {
        const bool isNobody = socket.error() == QLocalSocket::ServerNotFoundError || socket.error() == QLocalSocket::ConnectionRefusedError;
        return complain(isNobody ? Telling::tr("No Muster runs on %1. Start it, with its window or with --headless, or name another folder with --data.").arg(QDir::toNativeSeparators(folder))
                                 : Telling::tr("The Muster on %1 cannot be reached: %2.").arg(QDir::toNativeSeparators(folder), socket.errorString()));
    }
    socket.write("tell " + name.toUtf8() + '\n');
    QByteArray answer;
    const QDeadlineTimer patience(answerMs);
    while (!patience.hasExpired() && answer.size() < mostAnswer && (socket.waitForReadyRead(int(patience.remainingTime())) || socket.bytesAvailable() > 0))
        answer += socket.read(mostAnswer - answer.size());
    const qsizetype end = answer.indexOf('\n');
    if (end < 0)
        return complain(Telling::tr("The Muster on %1 did not answer.").arg(QDir::toNativeSeparators(folder)));
    const bool isDone = answer.first(end) == "done";
    say(isDone ? stdout : stderr, QString::fromUtf8(answer.mid(end + 1)).toLocal8Bit());
    return isDone ? 0 : 1;
}

} // namespace muster
