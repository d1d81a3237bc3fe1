#pragma once

#include "core/result.h"

#include <QObject>
#include <QProcess>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTimer>
#include <QUrl>

#include <memory>

namespace muster {

/// "Broker on this computer": runs Debian's mosquitto as a child process that only this computer can reach, and takes it away again.
///
/// It listens on 127.0.0.1, at 1883 if that is free, without a login; its configuration lies in a private temporary folder. It stops
/// with stop(), with this object, and when Muster crashes (the kernel then ends it). Main thread.
class LocalBroker : public QObject
{
    Q_OBJECT

public:
    enum class State : quint8 { Stopped, Starting, Running };

    static constexpr quint16 usualPort = 1883;
    static constexpr int startLimitMs = 5'000;
    static constexpr int stopLimitMs = 2'000; ///< then it is killed

    /// `folder`: where retained messages are kept from one start to the next, made if needed; empty: they are forgotten.
    explicit LocalBroker(const QString &folder = {}, QObject *parent = nullptr);
    ~LocalBroker() override;

    [[nodiscard]] State state() const { return m_state; }
    /// 0 unless Running.
    [[nodiscard]] quint16 port() const { return m_state == State::Running ? m_port : quint16(0); }
    /// The endpoint of a connection to it; empty unless Running.
    [[nodiscard]] QUrl url() const;
    /// The program, or empty when the computer does not have it. Debian puts it where a person's PATH does not reach.
    [[nodiscard]] static QString findProgram();
    /// Runs another program instead of findProgram(); empty: as if there were none.
    void setProgram(const QString &program) { m_program = program; }

public Q_SLOTS:
    /// Answers with started() or failed(). Does nothing while Starting or Running.
    void start();
    /// Answers with stopped(); does nothing when Stopped.
    void stop();

Q_SIGNALS:
    void started(quint16 port);
    /// It could not be started, or ended by itself. The state is Stopped.
    void failed(const muster::Error &error);
    void stopped();

private:
    void launch(quint16 port);
    [[nodiscard]] Result<QString> writeConfiguration(quint16 port) const;
    void probe();
    void probed();
    void ended();
    void fail(Error::Code code, const QString &text);

    QString m_folder;
    QString m_program;
    std::unique_ptr<QTemporaryDir> m_private;
    QProcess m_process;
    QTcpSocket m_probe;
    QTimer m_poll;
    QTimer m_limit;
    QByteArray m_complaint; ///< the last of what it wrote to stderr, bounded
    State m_state = State::Stopped;
    quint16 m_port = 0;
    int m_attempts = 0;
    bool m_stopping = false;
};

} // namespace muster
