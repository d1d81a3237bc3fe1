#include "app/mailer.h"

#include <QLocale>
#include <QUuid>

#include <algorithm>

namespace muster {

namespace {

QByteArray uniqueId()
{
    return QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
}

} // namespace

Mailer::Mailer(const MailLimits &limits, QObject *parent)
    : QObject(parent)
    , m_limits(limits)
    , m_smtp(limits.attemptMs)
    , m_trial(limits.attemptMs)
    , m_tokens(limits.burst)
{
    m_refilled.start();
    m_pause.setSingleShot(true);
    m_next.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &Mailer::attempt);
    connect(&m_next, &QTimer::timeout, this, &Mailer::next);
    connect(&m_smtp, &Smtp::ended, this, &Mailer::take);
    connect(&m_trial, &Smtp::ended, this, [this](const SmtpVerdict &verdict) {
        if (verdict.result)
            m_loginRefused.reset();
        Q_EMIT tested(verdict.result);
    });
}

void Mailer::use(const MailSettings &settings, const std::optional<QString> &password)
{
    m_settings = settings;
    m_password = password;
    m_loginRefused.reset();
    m_held = false;
    if (m_pause.isActive())
        m_pause.start(0);
    QMetaObject::invokeMethod(this, &Mailer::next, Qt::QueuedConnection);
}

void Mailer::send(quint64 call, const Mail &mail)
{
    if (const Result<void> valid = mailmessage::check(mail); !valid)
        return later(call, valid);
    if (qsizetype(m_waiting.size()) >= m_limits.waiting) {
        ++m_dropped;
        ++m_untold;
        later(call, failure(Error::Code::TooLarge, tr("The e-mail was dropped: %1 are waiting already.").arg(m_limits.waiting)));
        Q_EMIT overflowed();
        return;
    }
    m_waiting.push_back({call, mail, QDateTime::currentDateTime()});
    QMetaObject::invokeMethod(this, &Mailer::next, Qt::QueuedConnection);
}

void Mailer::later(quint64 call, const Result<void> &result)
{
    QMetaObject::invokeMethod(this, [this, call, result] { Q_EMIT ended(call, result); }, Qt::QueuedConnection);
}

Result<void> Mailer::usable() const
{
    if (const Result<void> valid = m_settings.validate(); !valid)
        return valid;
    if (!m_settings.user.isEmpty() && !m_password)
        return failure(Error::Code::Unauthorized,
            tr("The password of %1 at %2 is not known, so no e-mail is sent. Type it in the settings, under E-mail.").arg(m_settings.user, m_settings.server));
    return m_loginRefused ? Result<void>(tl::unexpected(*m_loginRefused)) : Result<void>();
}

void Mailer::refill()
{
    const qint64 more = m_refilled.elapsed() / m_limits.refillMs;
    if (more == 0)
        return;
    m_tokens = int(std::min<qint64>(m_limits.burst, m_tokens + more));
    m_refilled.start();
}

void Mailer::next()
{
    if (m_held || m_letter || m_waiting.empty())
        return;
    if (const Result<void> fit = usable(); !fit)
        return refuseAll(fit.error());
    refill();
    if (m_tokens == 0)
        return m_next.start(int(std::max<qint64>(1, m_limits.refillMs - m_refilled.elapsed())));
    m_letter = nextLetter();
    --m_tokens;
    attempt();
}

/// The first one that waits, or, where more wait than may be sent now, all for the same people.
Mailer::Letter Mailer::nextLetter()
{
    QList<Order> orders;
    if (qsizetype(m_waiting.size()) <= m_tokens) {
        orders.append(m_waiting.front());
        m_waiting.pop_front();
    } else {
        const QString to = m_waiting.front().mail.to;
        const auto others = std::stable_partition(m_waiting.begin(), m_waiting.end(), [&to](const Order &one) { return one.mail.to == to; });
        orders = QList<Order>(m_waiting.begin(), others);
        m_waiting.erase(m_waiting.begin(), others);
    }
    Letter letter {{}, orders.size() == 1 ? orders.first().mail : listed(orders), QDateTime::currentDateTime(), uniqueId()};
    for (const Order &one : std::as_const(orders))
        letter.calls.append(one.call);
    return letter;
}

Mail Mailer::listed(const QList<Order> &orders)
{
    QStringList lines;
    for (const Order &one : orders) {
        lines.append(QLocale().toString(one.time, QLocale::ShortFormat) + QStringLiteral("  ") + one.mail.subject);
        if (!one.mail.text.isEmpty())
            lines.append(QStringLiteral("    ") + one.mail.text.left(mostListed).replace(u'\n', QStringLiteral("\n    ")));
        lines.append(QString());
    }
    if (const qint64 untold = std::exchange(m_untold, 0); untold > 0)
        lines.append(tr("%n more did not fit and were dropped.", nullptr, int(untold)));
    return {orders.first().mail.to, tr("Muster: %n message(s)", nullptr, int(orders.size())), lines.join(u'\n')};
}

void Mailer::attempt()
{
    if (!m_letter)
        return;
    if (const Result<void> fit = usable(); !fit)
        return conclude(fit);
    const Result<MailMessage> message = mailmessage::compose(m_letter->mail, m_settings, m_letter->time, m_letter->id);
    if (!message)
        return conclude(tl::unexpected(message.error()));
    ++m_letter->tries;
    m_smtp.send(*message, m_settings, m_password.value_or(QString()));
}

void Mailer::take(const SmtpVerdict &verdict)
{
    if (!m_letter)
        return;
    if (!verdict.result && verdict.result.error().code == Error::Code::Unauthorized)
        m_loginRefused = verdict.result.error();
    if (!verdict.result && verdict.mayPass && m_letter->tries < m_limits.tries)
        return m_pause.start(m_letter->tries == 1 ? m_limits.pauseMs : m_limits.pauseMs * 6);
    if (verdict.result)
        ++m_sent;
    conclude(verdict.result);
}

void Mailer::conclude(const Result<void> &result)
{
    const QList<quint64> calls = std::exchange(m_letter, std::nullopt)->calls;
    QMetaObject::invokeMethod(this, &Mailer::next, Qt::QueuedConnection);
    for (const quint64 call : calls)
        Q_EMIT ended(call, result);
}

void Mailer::refuseAll(const Error &why)
{
    const std::deque<Order> orders = std::exchange(m_waiting, {});
    for (const Order &one : orders)
        Q_EMIT ended(one.call, tl::unexpected(why));
}

void Mailer::test()
{
    if (m_trial.isBusy())
        return;
    m_loginRefused.reset(); // a person wants to know
    const Mail mail {{}, tr("A test mail from Muster"), tr("E-mail from Muster works: %1 took this one.").arg(m_settings.server)};
    const Result<void> fit = usable();
    const Result<MailMessage> message = fit ? mailmessage::compose(mail, m_settings, QDateTime::currentDateTime(), uniqueId()) : Result<MailMessage>(tl::unexpected(fit.error()));
    if (message)
        return m_trial.send(*message, m_settings, m_password.value_or(QString()));
    QMetaObject::invokeMethod(this, [this, why = message.error()] { Q_EMIT tested(tl::unexpected(why)); }, Qt::QueuedConnection);
}

} // namespace muster
