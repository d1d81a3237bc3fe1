#pragma once

#include "app/smtp.h"

#include <QElapsedTimer>

#include <deque>
#include <optional>

namespace muster {

struct MailLimits
{
    qsizetype waiting = 100; ///< what comes then is dropped
    int burst = 10;          ///< mails one after the other, after a quiet time …
    int refillMs = 60'000;   ///< … and one more each time this has passed: at most 20 in any ten minutes
    int tries = 3;           ///< where what went wrong may pass
    int pauseMs = 5'000;     ///< before the second; six times as long before the third
    int attemptMs = Smtp::limitMs;
};

/// Sends e-mail: one after the other, seldom, and what is too much for that as one mail with a list. A login that was refused is not tried again until use().
/// What waits when the program ends is gone. Main thread.
class Mailer : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype mostListed = 500; ///< characters of each text in a list

    explicit Mailer(const MailLimits &limits = {}, QObject *parent = nullptr);

    /// Nothing is begun until use(): somebody is looking for the password.
    void hold() { m_held = true; }
    /// `password` nothing: it is not known, and mail that needs a login fails.
    void use(const MailSettings &settings, const std::optional<QString> &password);

    void send(quint64 call, const Mail &mail);
    /// One mail to the recipient of the settings, at once and once.
    void test();

    [[nodiscard]] qint64 sent() const { return m_sent; }       ///< mails that a server took
    [[nodiscard]] qint64 dropped() const { return m_dropped; } ///< orders that found too many waiting

Q_SIGNALS:
    /// Never from within send(). Of each order in a list once.
    void ended(quint64 call, const muster::Result<void> &result);
    void overflowed();
    /// Never from within test().
    void tested(const muster::Result<void> &result);

private:
    struct Order
    {
        quint64 call = 0;
        Mail mail {};
        QDateTime time {};
    };
    /// What is under way.
    struct Letter
    {
        QList<quint64> calls {};
        Mail mail {};
        QDateTime time {};
        QByteArray id {};
        int tries = 0;
    };

    void later(quint64 call, const Result<void> &result);
    [[nodiscard]] Result<void> usable() const;
    void refill();
    void next();
    [[nodiscard]] Letter nextLetter();
    [[nodiscard]] Mail listed(const QList<Order> &orders);
    void attempt();
    void take(const SmtpVerdict &verdict);
    void conclude(const Result<void> &result);
    void refuseAll(const Error &why);

    MailLimits m_limits;
    Smtp m_smtp;
    Smtp m_trial;
    MailSettings m_settings;
    std::optional<QString> m_password;
    std::optional<Error> m_loginRefused;
    bool m_held = false;
    std::deque<Order> m_waiting;
    std::optional<Letter> m_letter;
    int m_tokens = 0;
    QElapsedTimer m_refilled;
    QTimer m_pause; ///< until the next try
    QTimer m_next;  ///< until there is a token
    qint64 m_sent = 0;
    qint64 m_dropped = 0;
    qint64 m_untold = 0; ///< dropped since the last list
};

} // namespace muster
