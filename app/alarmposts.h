#pragma once

#include "app/webhooks.h"
#include "rules/alarms.h"

#include <QTimer>

namespace muster {

class Diagnostics;

/// Tells what becomes of alarms to the web addresses of their rules, as JSON, and says which mails are wanted. Many at once are one message with a list,
/// so that a storm is a few of them. What a web address did not take is told again with what came meanwhile, a few times; then it is dropped and said in
/// Diagnostics. The JSON is described in src/rules/RULES.md. Main thread.
class AlarmPosts : public QObject
{
    Q_OBJECT

public:
    static constexpr int gatherMs = 1'000;
    static constexpr qsizetype mostListed = 100; ///< in one message; more are a number
    static constexpr int tries = 3;
    static constexpr int retryMs = 5'000;        ///< after the first try; after the second twice as long
    static constexpr int mailsApartMs = 60'000;  ///< to one address

    AlarmPosts(const Fleet &fleet, const Alarms &alarms, Diagnostics &diagnostics, int retry = retryMs, QObject *parent = nullptr);

    /// Who knows what web addresses stand for; outlives this.
    void setAddresses(WebAddresses &addresses) { m_web.setAddresses(addresses); }

    [[nodiscard]] qint64 told() const { return m_web.told(); }
    [[nodiscard]] qint64 failed() const { return m_web.failed(); }

Q_SIGNALS:
    /// Plain text; `to` is one address. At most one in mailsApartMs to each.
    void mailWanted(const QString &to, const QString &subject, const QString &text);

private:
    enum class News : quint8 { Raised, Cleared, Again };
    struct Post
    {
        QList<QJsonObject> waiting {};
        qint64 more = 0;
        QList<QJsonObject> sent {}; ///< no answer yet
        qint64 sentMore = 0;
        quint64 call = 0;           ///< 0: none is open
        int tried = 0;
        qint64 next = 0;            ///< not before, ms of the monotonic clock
    };
    struct Mail
    {
        QString first {}; ///< the subject, if it stays the only one
        QStringList lines {};
        qint64 more = 0;
        qint64 next = 0;
    };
    void take(News news, const QList<Alarm> &alarms);
    [[nodiscard]] QJsonObject jsonOf(News news, const Alarm &alarm, const AlarmRule &rule) const;
    [[nodiscard]] QString lineOf(News news, const Alarm &alarm, const AlarmRule &rule) const;
    void pass();
    void send(const QString &address, Post &post);
    void send(const QString &address, Mail &mail);
    void ended(quint64 call, const Result<void> &result);

    const Fleet &m_fleet;
    const Alarms &m_alarms;
    Diagnostics &m_diagnostics;
    int m_retry;
    Webhooks m_web;
    QHash<QString, Post> m_posts; ///< by web address, those with something to tell
    QHash<QString, Mail> m_mails;
    quint64 m_lastCall = 0;
    QTimer m_timer;
};

} // namespace muster
