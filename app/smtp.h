#pragma once

#include "app/mailmessage.h"

#include <QObject>
#include <QTimer>

#include <unordered_map>

class QSocketNotifier;

namespace muster {

/// What became of an attempt.
struct SmtpVerdict
{
    Result<void> result {};
    bool mayPass = false; ///< of a failure: the same may work a little later
};

/// Gives one mail at a time to a mail server. libcurl resolves the name, connects, speaks TLS, checks the certificate and logs in, driven by the event loop; the
/// mail itself is handed over here, because what libcurl does after the last byte of a mail waits for the server without letting go of the thread. Nothing here
/// waits. Certificates are always checked; nothing is read from ~/.netrc, and proxies of the environment are not used. Main thread.
class Smtp : public QObject
{
    Q_OBJECT

public:
    static constexpr int limitMs = 30'000;
    static constexpr qsizetype mostReply = 16 * 1'024; ///< bytes of one answer

    explicit Smtp(int limit = limitMs, QObject *parent = nullptr);
    ~Smtp() override;

    [[nodiscard]] bool isBusy() const { return m_phase != Phase::Idle; }
    /// Not while it is busy. The settings are valid ones.
    void send(const MailMessage &message, const MailSettings &settings, const QString &password);
    /// Gives up without a word.
    void stop();

Q_SIGNALS:
    /// Never from within send().
    void ended(const muster::SmtpVerdict &verdict);

private:
    enum class Phase : quint8 { Idle, Connecting, Sender, Recipient, Data, Body };
    struct Watch
    {
        QSocketNotifier *read = nullptr;
        QSocketNotifier *write = nullptr;
    };
    struct Callbacks; ///< libcurl's way in

    [[nodiscard]] bool prepare(const QString &password);
    void watch(qintptr socket, bool read, bool write);
    void unwatch(qintptr socket);
    void unwatchAll();
    void act(qintptr socket, int flags);
    void ready(qintptr socket, bool toWrite);
    void takeConnection(int code);
    void read();
    void takeReplies();
    void takeReply(int status);
    void say(const QByteArray &command);
    void write();
    void end(const SmtpVerdict &verdict);

    // smtp_verdicts.cpp: what went wrong, in words
    [[nodiscard]] QString answer() const;
    [[nodiscard]] QString place() const;
    [[nodiscard]] SmtpVerdict judged(int code) const;
    [[nodiscard]] SmtpVerdict untrusted(int code) const;
    [[nodiscard]] SmtpVerdict refused(int status) const;
    [[nodiscard]] SmtpVerdict lost() const;
    [[nodiscard]] SmtpVerdict late() const;

    void *m_multi = nullptr;
    void *m_easy = nullptr;
    std::unordered_map<qintptr, Watch> m_watches; ///< libcurl's while it connects, then that of the conversation
    qintptr m_socket = -1;                        ///< of the conversation
    QTimer m_timer;                               ///< libcurl's
    QTimer m_limit;
    MailMessage m_message;
    MailSettings m_settings;
    QByteArrayList m_secrets;                     ///< what no server makes us repeat
    Phase m_phase = Phase::Idle;
    qsizetype m_recipient = 0;
    QByteArray m_out;
    QByteArray m_in;
    QByteArray m_said;                            ///< the last line of the server
};

} // namespace muster

Q_DECLARE_METATYPE(muster::SmtpVerdict)
