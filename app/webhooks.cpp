#include "app/webhooks.h"

#include "rules/webaddresses.h"

#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>

#include <utility>
#include <vector>

namespace muster {

namespace {

constexpr char lateMark[] = "late"; ///< of a reply that was given up

} // namespace

Webhooks::Webhooks(int limit, QObject *parent)
    : QObject(parent)
    , m_web(this)
    , m_limit(limit)
{
}

Webhooks::~Webhooks()
{
    const QList<QNetworkReply *> open = m_web.findChildren<QNetworkReply *>();
    for (QNetworkReply *reply : open)
        reply->disconnect(this); // nobody is left to hear that it was given up
}

void Webhooks::post(quint64 call, const QString &address, const QByteArray &json)
{
    if (qsizetype(m_waiting.size()) >= mostWaiting) {
        const QString host = QUrl(address, QUrl::StrictMode).host();
        QMetaObject::invokeMethod(this, [this, call, host] {
            end(call, failure(Error::Code::TooLarge, tr("%1 was not told: %2 messages to the web are waiting already.").arg(host).arg(mostWaiting)));
        }, Qt::QueuedConnection);
        return;
    }
    m_waiting.push_back({call, address, json});
    QMetaObject::invokeMethod(this, &Webhooks::next, Qt::QueuedConnection);
}

void Webhooks::setAddresses(WebAddresses &addresses)
{
    m_addresses = &addresses;
    connect(&addresses, &WebAddresses::settled, this, &Webhooks::next, Qt::QueuedConnection);
}

/// Begins what can be begun; what the keychain has yet to say the address of waits and holds up nobody else.
void Webhooks::next()
{
    std::vector<std::pair<quint64, Error>> refused;
    for (auto it = m_waiting.begin(); m_open < atOnce && it != m_waiting.end();) {
        const std::optional<Result<QString>> whole = m_addresses ? m_addresses->find(it->address) : Result<QString>(it->address);
        if (!whole) {
            ++it;
            continue;
        }
        const Call call = std::move(*it);
        it = m_waiting.erase(it);
        if (*whole)
            begin(call, QUrl(**whole, QUrl::StrictMode));
        else
            refused.emplace_back(call.number, whole->error());
    }
    for (const auto &[number, error] : refused) // now that whoever hears of it may post again
        end(number, tl::unexpected(error));
}

void Webhooks::begin(const Call &call, const QUrl &url)
{
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Muster"));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy); // not to where nobody sent it
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    QNetworkReply *const reply = m_web.post(request, call.json);
    ++m_open;
    auto *const patience = new QTimer(reply);
    patience->setSingleShot(true);
    connect(patience, &QTimer::timeout, reply, [reply] {
        reply->setProperty(lateMark, true);
        reply->abort();
    });
    connect(reply, &QNetworkReply::readyRead, reply, [reply, seen = qint64(0)]() mutable {
        seen += reply->skip(reply->bytesAvailable());
        if (seen > mostAnswer)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply, number = call.number, host = url.host()] { finish(number, host, *reply); });
    patience->start(m_limit);
}

/// Its own words: what Qt says of a fault holds the whole address.
Result<void> Webhooks::judged(const QString &host, QNetworkReply &reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (reply.property(lateMark).toBool())
        return failure(Error::Code::TimedOut, tr("%1 did not answer in time.").arg(host));
    if (status >= 200 && status < 300)
        return {};
    if (status >= 300 && status < 400)
        return failure(Error::Code::Refused, tr("%1 wants to be told at another address (HTTP %2). Write that one.").arg(host).arg(status));
    if (status != 0)
        return failure(Error::Code::Refused, tr("%1 refused it (HTTP %2).").arg(host).arg(status));
    if (reply.error() == QNetworkReply::SslHandshakeFailedError)
        return failure(Error::Code::Refused, tr("%1 could not show a certificate that is trusted.").arg(host));
    if (reply.error() == QNetworkReply::HostNotFoundError)
        return failure(Error::Code::NotFound, tr("There is no %1 in the network.").arg(host));
    return failure(Error::Code::Unreachable, tr("%1 could not be reached.").arg(host));
}

void Webhooks::finish(quint64 number, const QString &host, QNetworkReply &reply)
{
    reply.deleteLater();
    --m_open;
    end(number, judged(host, reply));
    next();
}

void Webhooks::end(quint64 number, const Result<void> &result)
{
    ++(result ? m_told : m_failed);
    Q_EMIT ended(number, result);
}

} // namespace muster
