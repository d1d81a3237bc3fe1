#include "tests/support/pointer.h"

#include <QEventLoop>
#include <QProcess>
#include <QStandardPaths>
#include <QTimer>
#include <QWidget>

namespace muster::test {

namespace {

QString number(int value)
{
    return QString::number(value);
}

QStringList move(QPoint to)
{
    return {QStringLiteral("mousemove"), number(to.x()), number(to.y())};
}

QStringList pause(const char *seconds)
{
    return {QStringLiteral("sleep"), QString::fromLatin1(seconds)};
}

bool xdotool(const QStringList &arguments)
{
    return runProgram(QStringLiteral("xdotool"), arguments);
}

} // namespace

bool runProgram(const QString &program, const QStringList &arguments, int limitMs)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    QEventLoop loop;
    QObject::connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
    QObject::connect(&process, &QProcess::errorOccurred, &loop, &QEventLoop::quit);
    QTimer::singleShot(limitMs, &loop, &QEventLoop::quit);
    process.start(program, arguments);
    loop.exec();
    if (process.state() != QProcess::NotRunning) {
        process.kill();
        process.waitForFinished();
        return false;
    }
    return process.error() == QProcess::UnknownError && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

namespace pointer {

QString missing()
{
    if (QStandardPaths::findExecutable(QStringLiteral("xdotool")).isEmpty())
        return QStringLiteral("xdotool is not installed");
    if (qEnvironmentVariableIsEmpty("DISPLAY"))
        return QStringLiteral("there is no X display; run it through tests/support/display.sh");
    return {};
}

bool click(QPoint at, int button)
{
    return xdotool(move(at) + pause("0.1") + QStringList {QStringLiteral("click"), number(button)} + pause("0.1"));
}

bool doubleClick(QPoint at)
{
    return xdotool(move(at) + pause("0.1") + QStringList {QStringLiteral("click"), QStringLiteral("--repeat"), QStringLiteral("2"),
                       QStringLiteral("--delay"), QStringLiteral("60"), QStringLiteral("1")});
}

bool drag(QPoint from, QPoint to)
{
    constexpr int steps = 12;
    QStringList hand = move(from) + pause("0.15") + QStringList {QStringLiteral("mousedown"), QStringLiteral("1")} + pause("0.15");
    for (int i = 1; i <= steps; ++i)
        hand += move(from + (to - from) * i / steps) + pause("0.05");
    hand += move(to + QPoint(2, 2)) + pause("0.3") + QStringList {QStringLiteral("mouseup"), QStringLiteral("1")} + pause("0.1");
    return xdotool(hand);
}

bool key(const QString &chord)
{
    return xdotool({QStringLiteral("key"), QStringLiteral("--clearmodifiers"), chord});
}

bool type(const QString &text)
{
    return xdotool({QStringLiteral("type"), QStringLiteral("--delay"), QStringLiteral("20"), text});
}

QPoint middle(const QWidget &widget)
{
    return widget.mapToGlobal(widget.rect().center());
}

} // namespace pointer

} // namespace muster::test
