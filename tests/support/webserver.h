#pragma once

#include <QByteArray>
#include <QList>
#include <QTcpServer>
#include <QTcpSocket>

namespace muster::test {

/// Keeps what it is asked and answers each with the same; an empty answer: never.
struct WebServer
{
    explicit WebServer(const QByteArray &all)
        : answer(all)
    {
        QObject::connect(&server, &QTcpServer::newConnection, &server, [this] {
            while (QTcpSocket *const socket = server.nextPendingConnection()) {
                ++connections;
                QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { take(*socket); });
            }
        });
        isListening = server.listen(QHostAddress::LocalHost);
    }
    void take(QTcpSocket &socket)
    {
        const QByteArray all = socket.property("all").toByteArray() + socket.readAll();
        socket.setProperty("all", all);
        const qsizetype head = all.indexOf("\r\n\r\n");
        const qsizetype length = head < 0 ? -1 : all.mid(all.toLower().indexOf("content-length:") + 15).trimmed().split('\r').first().toLongLong();
        if (head < 0 || all.size() < head + 4 + length)
            return;
        heads.append(all.left(head));
        bodies.append(all.mid(head + 4, length));
        socket.setProperty("all", QByteArray());
        if (!answer.isEmpty())
            socket.write(answer);
    }
    [[nodiscard]] QString address(const QString &path) const { return QStringLiteral("http://127.0.0.1:%1%2").arg(server.serverPort()).arg(path); }

    QByteArray answer;
    QTcpServer server;
    QList<QByteArray> heads;
    QList<QByteArray> bodies;
    int connections = 0;
    bool isListening = false;
};

inline QByteArray answerOf(const char *line, const QByteArray &body = {}, const QByteArray &more = {})
{
    return QByteArray("HTTP/1.1 ") + line + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + more + "\r\n" + body;
}

} // namespace muster::test
