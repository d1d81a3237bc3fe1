#pragma once

#include <QLocalServer>
#include <QObject>
#include <QString>

class QLocalSocket;

namespace muster {

class Automations;
class Diagnostics;

/// The door for `muster --tell NAME`: a local socket in the data folder, which this user alone may open, over which the automations that wait for a
/// name are set off. One request for each connection, bounded in size, number and time; what is refused is counted and said in Diagnostics. Main thread.
///
/// A request is a line "tell NAME"; the answer "done" or "nothing", then what there is to say, then the end.
class Telling : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype mostBytes = 512; ///< of a request
    static constexpr int mostOpen = 8;          ///< connections at a time
    static constexpr int patienceMs = 5'000;    ///< for a request

    /// All of it outlives this.
    Telling(Automations &automations, Diagnostics &diagnostics, QObject *parent = nullptr);
    /// The caller holds the lock of the folder: a socket that is there was left behind. Why it cannot is said in Diagnostics.
    void listen(const QString &folder);
    [[nodiscard]] quint64 refused() const { return m_refused; }
    /// Of the Muster that runs on this folder.
    [[nodiscard]] static QString socketOf(const QString &folder);

private:
    void take();
    void read(QLocalSocket &socket);
    void refuse(QLocalSocket &socket, const QString &why);
    [[nodiscard]] QString obey(const QString &name);
    static void answer(QLocalSocket &socket, const QString &text);

    Automations &m_automations;
    Diagnostics &m_diagnostics;
    quint64 m_refused = 0;
    int m_open = 0;
    QLocalServer m_server;
};

/// Asks the Muster that runs on `folder` to set off what waits for `name`; waits for its answer. Prints it; returns the exit code.
[[nodiscard]] int tellRunning(const QString &folder, const QString &name);

} // namespace muster
