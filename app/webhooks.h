#pragma once

#include "core/result.h"

#include <QNetworkAccessManager>
#include <QUrl>

#include <deque>

class QNetworkReply;

namespace muster {

class WebAddresses;

/// Tells web addresses by HTTP POST what automations want to say. A few at a time, each with a time limit; more wait, and more than that are refused.
/// An address may hold a secret: nothing but its host ever stands in a message. Main thread.
class Webhooks : public QObject
{
    Q_OBJECT

public:
    static constexpr int atOnce = 4;
    static constexpr qsizetype mostWaiting = 200;
    static constexpr int limitMs = 10'000;
    static constexpr qint64 mostAnswer = 64 * 1'024; ///< bytes; nobody reads them

    explicit Webhooks(int limit = limitMs, QObject *parent = nullptr);

    ~Webhooks() override;
    /// Who knows what addresses stand for; outlives this. Without it they are taken as they are.
    void setAddresses(WebAddresses &addresses);

    void post(quint64 call, const QString &address, const QByteArray &json);

    [[nodiscard]] qint64 told() const { return m_told; }
    [[nodiscard]] qint64 failed() const { return m_failed; } ///< those that were refused included

Q_SIGNALS:
    /// Never from within post().
    void ended(quint64 call, const muster::Result<void> &result);

private:
    struct Call
    {
        quint64 number = 0;
        QString address {};
        QByteArray json {};
    };
    void next();
    void begin(const Call &call, const QUrl &url);
    void finish(quint64 number, const QString &host, QNetworkReply &reply);
    void end(quint64 number, const Result<void> &result);
    [[nodiscard]] static Result<void> judged(const QString &host, QNetworkReply &reply);

    QNetworkAccessManager m_web;
    WebAddresses *m_addresses = nullptr;
    std::deque<Call> m_waiting;
    int m_limit;
    int m_open = 0;
    qint64 m_told = 0;
    qint64 m_failed = 0;
};

} // namespace muster
