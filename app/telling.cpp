#include "app/telling.h"

#include "core/diagnostics.h"
#include "rules/automations.h"
#include "rules/automationwords.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QLocalSocket>
#include <QTimer>

#include <algorithm>

namespace muster {

namespace {

constexpr QByteArrayView order {"tell "};
constexpr qsizetype mostTold = 100; ///< automations in an answer
constexpr qsizetype mostPath = 100; ///< bytes: a socket's address has 108 on Linux, 104 elsewhere

/// "Evening: Done", or why not.
QString outcome(const Automations &automations, AutomationId id)
{
    const Automation *const rule = automations.rule(id);
    const AutomationRun *const run = automations.runs(id).value(0);
    if (!rule)
        return {};
    const QString name = automationwords::plain(rule->name, Automation::maxName);
    if (const QString halted = automations.halted(id); !halted.isEmpty())
        return Telling::tr("%1: %2", "automation, how it goes").arg(name, halted);
    if (!run)
        return name;
    const QString state = automationwords::state(run->state);
    const bool isWell = !run->isOver() || run->state == AutomationRun::State::Done || run->trace.isEmpty();
    return isWell ? Telling::tr("%1: %2", "automation, how it goes").arg(name, state)
                  : Telling::tr("%1: %2. %3", "automation, how it goes, why").arg(name, state, automationwords::plain(run->trace.last().text, Automation::maxText));
}

} // namespace

Telling::Telling(Automations &automations, Diagnostics &diagnostics, QObject *parent)
    : QObject(parent)
    , m_automations(automations)
    , m_diagnostics(diagnostics)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_server.setMaxPendingConnections(mostOpen);
    connect(&m_server, &QLocalServer::newConnection, this, &Telling::take);
}

QString Telling::socketOf(const QString &folder)
{
#ifdef Q_OS_WIN
    const QByteArray name = QCryptographicHash::hash(QDir(folder).canonicalPath().toUtf8(), QCryptographicHash::Sha256).toHex().left(32);
    return QStringLiteral("muster-") + QString::fromLatin1(name);
#else
    return QDir(folder).absoluteFilePath(QStringLiteral("muster.socket"));
#endif
}

void Telling::listen(const QString &folder)
{
    const QString path = socketOf(folder);
    const bool isLong = QFile::encodeName(path).size() > mostPath;
    if (!isLong)
        QLocalServer::removeServer(path);
    if (!isLong && m_server.listen(path))
        return;
    const QString why = isLong ? tr("the name of its folder is too long for a socket") : m_server.errorString();
    m_diagnostics.note({nowMicros(), {}, Severity::Warning, tr("Nobody can tell this Muster anything from outside (--tell): %1.").arg(why), 1});
}

void Telling::take()
{
    while (QLocalSocket *const socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QObject::destroyed, this, [this] { --m_open; });
        if (++m_open > mostOpen) {
            refuse(*socket, tr("too many came at once"));
            continue;
        }
        socket->setReadBufferSize(mostBytes);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(*socket); });
        QTimer::singleShot(patienceMs, socket, [this, socket] { refuse(*socket, tr("it did not come in time")); });
        QTimer::singleShot(2 * patienceMs, socket, [socket] { socket->abort(); }); // it does not take its answer
        read(*socket); // what came with the connection
    }
}

void Telling::read(QLocalSocket &socket)
{
    if (socket.state() != QLocalSocket::ConnectedState)
        return; // it has its answer
    if (!socket.canReadLine()) {
        if (socket.bytesAvailable() >= mostBytes)
            refuse(socket, tr("it was too long"));
        return;
    }
    const QByteArray line = socket.readLine(mostBytes).trimmed();
    const QString name = QString::fromUtf8(line.mid(order.size())).simplified();
    const bool isText = name.toUtf8() == line.mid(order.size()).simplified() // and not bytes that are no UTF-8
        && std::all_of(name.cbegin(), name.cend(), [](QChar one) { return one.category() != QChar::Other_Control; });
    if (!line.startsWith(order) || !isText || name.isEmpty() || name.size() > Automation::maxName)
        refuse(socket, tr("it was nothing that Muster understands"));
    else
        answer(socket, obey(name));
}

void Telling::refuse(QLocalSocket &socket, const QString &why)
{
    if (socket.state() != QLocalSocket::ConnectedState)
        return;
    ++m_refused;
    const QString text = tr("A request from outside was refused: %1.").arg(why);
    m_diagnostics.note({nowMicros(), {}, Severity::Warning, text, 1});
    answer(socket, QStringLiteral("nothing\n") + text);
}

QString Telling::obey(const QString &name)
{
    const QList<AutomationId> set = m_automations.setOff(name);
    if (set.isEmpty())
        return QStringLiteral("nothing\n") + tr("No automation that is on waits for “%1”.").arg(automationwords::plain(name, Automation::maxName));
    QStringList lines {QStringLiteral("done")};
    const QList<AutomationId> named = set.first(std::min(set.size(), mostTold));
    for (const AutomationId id : named)
        lines.append(outcome(m_automations, id));
    if (set.size() > mostTold)
        lines.append(QStringLiteral("…"));
    return lines.join(u'\n');
}

void Telling::answer(QLocalSocket &socket, const QString &text)
{
    socket.write(text.toUtf8() + '\n');
    socket.disconnectFromServer(); // when that is written
}

} // namespace muster
