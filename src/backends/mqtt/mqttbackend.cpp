#include "backends/mqtt/mqttbackend.h"

#include "backends/mqtt/conventions/catalogue.h"
#include "backends/mqtt/conventions/commandencoding.h"
#include "backends/mqtt/conventions/secrets.h"
#include "backends/mqtt/conventions/topics.h"
#include "backends/mqtt/mqttfault.h"
#include "backends/mqtt/sparkplug/sparkplugtopic.h"

#include "core/ingest.h"

#include <QRandomGenerator>

#include <algorithm>

namespace muster {

namespace {

constexpr int expiryMs = 100;
constexpr int lapseMs = 250;
constexpr int shortestRetryMs = 50;
constexpr int shortestTickMs = 20;
constexpr int longestTickMs = 1'000;

} // namespace

MqttBackend::MqttBackend(const Connection &connection, const Credentials &credentials, Ingest &ingest, MakeClient makeClient)
    : m_connection(connection)
    , m_ingest(ingest)
    , m_makeClient(std::move(makeClient))
    , m_credentials(credentials)
    , m_retry(this)
    , m_settle(this)
    , m_confirm(this)
    , m_lapse(this)
    , m_tick(this)
{
    m_retry.setSingleShot(true);
    m_settle.setSingleShot(true);
    m_confirm.setInterval(expiryMs);
    m_tick.setSingleShot(true);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        m_router->tick(nowMicros());
        scheduleTick();
    });
    connect(&m_retry, &QTimer::timeout, this, &MqttBackend::connectToBroker);
    connect(&m_settle, &QTimer::timeout, this, &MqttBackend::settle);
    connect(&m_confirm, &QTimer::timeout, this, [this] {
        m_commands.expire(nowMicros());
        watchCommands();
    });
    m_lapse.setInterval(lapseMs);
    connect(&m_lapse, &QTimer::timeout, this, [this] {
        m_router->lapse(nowMicros());
        if (!m_router->isLapsing())
            m_lapse.stop();
    });
    m_commands.finished = [this](CommandId id, const Result<void> &result, bool confirmed) { Q_EMIT commandFinished(id, result, confirmed); };
}

MqttBackend::~MqttBackend() = default;

// ---- the session --------------------------------------------------------------------------------------------------------------

void MqttBackend::start()
{
    auto settings = mqtt::mqttSettings(m_connection.url);
    if (!settings) {
        setStatus(ConnectionState::Failed, settings.error().text);
        return;
    }
    m_settings = *std::move(settings);
    m_settings.client.password = m_credentials.password;
    m_settings.client.passphrase = m_credentials.passphrase;
    mqtt::RouterOptions options;
    options.broker = m_settings.broker();
    options.generic = m_settings.generic;
    options.retained = m_settings.retained;
    options.maxPayload = m_settings.maxPayload;
    options.conventions = mqtt::conventionsOf({m_settings.conventions, m_settings.withoutConventions, m_settings.discovery, m_settings.broker(), m_settings.sparkplug});
    QByteArrayList discovery;
    for (const auto &convention : options.conventions)
        discovery += convention->filters();
    for (const mqtt::TopicRule &rule : m_settings.rules)
        discovery.append(rule.filter());
    m_subscriptions = m_settings.subscriptions(discovery);
    options.rules = m_settings.rules;
    m_router = std::make_unique<mqtt::MessageRouter>(m_ingest, m_connection.id, std::move(options));
    m_router->faulted = [this](Count, const QString &text) { Q_EMIT noted(Severity::Warning, text); };
    m_router->answered = [this](const mqtt::Answer &answer) { m_commands.answered(answer); };
    m_router->asked = [this](const mqtt::Outgoing &message) {
        if (isReady() && m_client->publish(message.topic, message.payload, message.qos, message.retain))
            ++at(m_ingest.counters(m_connection.id), Count::Sent);
    };
    if (!m_settings.sparkplug.host.isEmpty())
        m_state.emplace();
    m_client = m_makeClient(*this);
    m_stopped = false;
    connectToBroker();
}

void MqttBackend::connectToBroker()
{
    if (m_stopped)
        return;
    setStatus(ConnectionState::Connecting, tr("Connecting to %1…").arg(m_settings.broker()));
    if (m_state)
        m_settings.client.will = {mqtt::sparkplug::stateTopic(m_settings.sparkplug.host), m_state->will(nowMicros()), 1, true};
    m_client->connectToBroker(m_settings.client);
}

void MqttBackend::stop()
{
    if (m_stopped)
        return;
    m_stopped = true;
    m_retry.stop();
    m_settle.stop();
    m_confirm.stop();
    m_lapse.stop();
    m_tick.stop();
    m_commands.cancelAll({Error::Code::Cancelled, tr("The connection to %1 was closed.").arg(m_settings.broker())});
    m_browser.reset();
    dropPublications();
    if (m_state && m_state->isOnline())
        publishState(m_state->death(nowMicros()));
    m_client->disconnectFromBroker();
    setStatus(ConnectionState::Closed, {});
}

void MqttBackend::mqttConnected()
{
    if (m_stopped)
        return;
    m_openSince = nowMicros();
    if (m_attempts > 0)
        Q_EMIT noted(Severity::Info, tr("Connected to %1 again.").arg(m_settings.broker()));
    setStatus(ConnectionState::Open, tr("Connected to %1.").arg(m_settings.broker()));
    if (m_stopped) // whoever only wanted to know whether it works has seen enough
        return;
    m_router->holdRetained(true);
    m_retained = 0;
    m_settle.start(m_pace.settle);
    for (const QByteArray &filter : std::as_const(m_subscriptions)) {
        if (const auto subscribed = m_client->subscribe(filter, m_settings.qos); !subscribed)
            Q_EMIT noted(Severity::Warning, subscribed.error().text);
    }
    if (m_state && !m_client->subscribe(m_settings.client.will.topic, 1))
        Q_EMIT noted(Severity::Warning, tr("%1 cannot be heard as a Sparkplug host.").arg(m_settings.broker()));
    m_router->sessionBegan(m_openSince);
    scheduleTick();
}

// ---- Sparkplug --------------------------------------------------------------------------------------------------------------------

// Open, and where a STATE is published, that was the first message.
bool MqttBackend::isReady() const
{
    return !m_stopped && m_status.state == ConnectionState::Open && (!m_state || m_state->isOnline());
}

void MqttBackend::publishState(const QByteArray &payload)
{
    if (const auto published = m_client->publish(m_settings.client.will.topic, payload, 1, true); !published)
        Q_EMIT noted(Severity::Warning, published.error().text);
    else
        ++at(m_ingest.counters(m_connection.id), Count::Sent);
}

void MqttBackend::scheduleTick()
{
    const Micros due = isReady() ? m_router->due() : 0;
    if (due != 0 && !m_tick.isActive())
        m_tick.start(int(std::clamp<Micros>((due - nowMicros()) / 1'000, shortestTickMs, longestTickMs)));
}

// Retained messages come in a burst behind the subscription, state before discovery or behind it. When the burst is over, what no
// entity wanted goes to the generic rule.
void MqttBackend::settle()
{
    const bool quiet = std::exchange(m_retained, 0) == 0;
    if (quiet || nowMicros() - m_openSince > m_pace.settleAtMost * 1'000LL)
        m_router->holdRetained(false);
    else
        m_settle.start(m_pace.settle);
}

void MqttBackend::mqttSubscribed(const QByteArray &filter, bool granted)
{
    if (granted && !m_stopped && m_state && filter == m_settings.client.will.topic) {
        publishState(m_state->birth());
        scheduleTick();
    }
    if (granted || m_stopped)
        return;
    const QString text = tr("%1 refused to let this login hear “%2”. Ask for permission, or narrow the filter of the connection.")
                             .arg(m_settings.broker(), QString::fromUtf8(filter));
    Q_EMIT noted(Severity::Warning, text);
    setStatus(ConnectionState::Open, text);
}

void MqttBackend::mqttDisconnected(const Error &reason, bool permanent)
{
    if (m_stopped)
        return;
    m_settle.stop();
    m_tick.stop();
    if (m_state)
        m_state->sessionEnded();
    m_router->holdRetained(false);
    m_commands.drop({Error::Code::Unreachable, tr("The connection to %1 broke before the command was taken.").arg(m_settings.broker())});
    dropPublications();
    watchCommands();
    if (permanent)
        return fail(reason);
    retryLater(reason);
}

void MqttBackend::fail(const Error &reason)
{
    m_status = {ConnectionState::Failed, reason.text, 0};
    m_status.keyLocked = std::exchange(m_keyLocked, false);
    m_status.loginRefused = reason.code == Error::Code::Unauthorized && !m_status.keyLocked;
    m_status.untrusted = std::exchange(m_untrusted, {});
    Q_EMIT statusChanged(m_status);
    Q_EMIT noted(Severity::Error, reason.text);
}

void MqttBackend::retryLater(const Error &reason)
{
    if (m_openSince != 0) {
        const bool steady = nowMicros() - m_openSince >= m_pace.steady * 1'000LL;
        m_attempts = steady ? 0 : m_attempts;
        m_openSince = 0;
        ++at(m_ingest.counters(m_connection.id), Count::Reconnects);
    }
    if (m_attempts == 0)
        Q_EMIT noted(Severity::Warning, reason.text);
    const qint64 most = std::min<qint64>(qint64(m_pace.firstRetry) << std::min(m_attempts, 20), m_pace.lastRetry);
    ++m_attempts;
    // Full jitter: a thousand clients of one broker do not come back in the same second.
    const int wait = std::max(shortestRetryMs, int(QRandomGenerator::global()->bounded(int(most) + 1)));
    m_retry.start(wait);
    setStatus(ConnectionState::Waiting, reason.text, nowMicros() + wait * 1'000LL);
}

void MqttBackend::setStatus(ConnectionState state, const QString &detail, Micros retryAt)
{
    m_status = {};
    m_status.state = state;
    m_status.detail = detail;
    m_status.retryAt = retryAt;
    Q_EMIT statusChanged(m_status);
}

// ---- messages -------------------------------------------------------------------------------------------------------------------

void MqttBackend::mqttBurst(bool begins)
{
    m_ingest.setArrival(begins ? nowMicros() : 0);
    if (!begins && !m_stopped)
        scheduleTick();
}

void MqttBackend::mqttReceived(const MqttMessage &message)
{
    if (m_stopped)
        return;
    m_retained += message.retained ? 1 : 0;
    if (m_ingest.isWireTapped(m_connection.id))
        m_ingest.wire(m_connection.id, false, QString::fromUtf8(message.topic), mqtt::withoutSecrets(message.payload), true);
    if (m_state && message.topic == m_settings.client.will.topic) {
        if (const QByteArray again = m_state->heard(message.payload); !again.isEmpty())
            publishState(again);
    }
    m_router->receive(message);
    if (m_router->isLapsing() && !m_lapse.isActive()) [[unlikely]]
        m_lapse.start();
}

// ---- commands -------------------------------------------------------------------------------------------------------------------

void MqttBackend::send(const Command &command)
{
    const auto refuse = [&](const Error &error) { Q_EMIT commandFinished(command.id, tl::unexpected(error), false); };
    if (!isReady())
        return refuse({Error::Code::Unreachable, tr("%1 is not connected. The command was not sent.").arg(m_settings.broker())});
    const auto *entity = m_router->command(command.device, command.key);
    if (!entity)
        return refuse({Error::Code::NotFound, tr("The device takes no command “%1” over this connection.").arg(command.key)});
    if (!entity->info.problem.isEmpty())
        return refuse({Error::Code::Unsupported, entity->info.problem});
    if (m_commands.isFull())
        return refuse({Error::Code::TooLarge, tr("Too many commands wait for %1. Try again when some are done.").arg(m_settings.broker())});
    const quint32 request = entity->encoding.answered ? ++m_lastRequest : 0;
    const auto token = publish(command, *entity, request);
    if (!token)
        return refuse(token.error());
    m_commands.sent(command, *token, *entity, request);
    watchCommands();
}

Result<int> MqttBackend::publish(const Command &command, const mqtt::EntityDirectory::Command &entity, quint32 request)
{
    auto payload = mqtt::encode(entity.encoding, entity.info, command.argument);
    if (!payload)
        return tl::unexpected(payload.error());
    if (request != 0)
        payload->replace(mqtt::requestMark, QByteArray::number(request));
    const auto token = m_client->publish(entity.encoding.topic, *payload, entity.encoding.qos, entity.encoding.retain);
    if (!token)
        return token;
    ++at(m_ingest.counters(m_connection.id), Count::Sent);
    if (m_ingest.isWireTapped(m_connection.id))
        m_ingest.wire(m_connection.id, true, QString::fromUtf8(entity.encoding.topic), mqtt::withoutSecrets(*payload), true);
    if (m_ingest.isTapped(command.device)) {
        RawMessage raw;
        raw.time = nowMicros();
        raw.device = command.device;
        raw.outgoing = true;
        raw.where = QString::fromUtf8(entity.encoding.topic);
        raw.payload = mqtt::withoutSecrets(*payload);
        m_ingest.raw(std::move(raw));
    }
    return token;
}

// Values are only compared, and the clock only asked, while some command waits for an answer.
void MqttBackend::watchCommands()
{
    if (m_commands.isEmpty()) {
        m_confirm.stop();
        if (m_router)
            m_router->watched = nullptr;
        return;
    }
    if (m_confirm.isActive())
        return;
    m_confirm.start();
    m_router->watched = [this](MetricId metric, double value, const QString *text) { m_commands.heard(metric, value, text); };
}

void MqttBackend::mqttPublished(int token)
{
    m_commands.taken(token, nowMicros());
    finishPublication(token, {});
}

void MqttBackend::mqttRefused(int token, const Error &reason)
{
    m_commands.refused(token, reason);
    finishPublication(token, tl::unexpected(reason));
}

Result<void> MqttBackend::write(const QString &where, const QByteArray &bytes)
{
    if (!isReady())
        return failure(Error::Code::Unreachable, tr("%1 is not connected. Nothing was sent.").arg(m_settings.broker()));
    const QByteArray topic = where.toUtf8();
    if (!mqtt::isTopic(topic))
        return failure(Error::Code::Invalid, tr("“%1” is no topic to send to. Choose one, without + and #.").arg(where));
    const auto token = m_client->publish(topic, bytes, 0, false);
    if (!token)
        return tl::unexpected(token.error());
    ++at(m_ingest.counters(m_connection.id), Count::Sent);
    if (m_ingest.isWireTapped(m_connection.id))
        m_ingest.wire(m_connection.id, true, where, mqtt::withoutSecrets(bytes), true);
    return {};
}

// ---- a person at the topics ------------------------------------------------------------------------------------------------------

void MqttBackend::browse(const TopicScope &scope)
{
    if (scope.isEmpty() || m_stopped) {
        m_browser.reset();
        return;
    }
    if (!m_browser) {
        m_browser = std::make_unique<TopicBrowser>(m_connection.id, m_settings.client, m_makeClient);
        connect(m_browser.get(), &TopicBrowser::arrived, this, &MqttBackend::topicsChanged);
        connect(m_browser.get(), &TopicBrowser::told, this, &MqttBackend::topicsTold);
    }
    m_browser->setScope(scope);
}

void MqttBackend::acknowledgeTopics()
{
    if (m_browser)
        m_browser->acknowledge();
}

void MqttBackend::publish(const Publication &publication)
{
    const auto refuse = [&](const Error &error) { Q_EMIT publicationFinished(publication.order, tl::unexpected(error)); };
    if (m_stopped || m_status.state != ConnectionState::Open)
        return refuse({Error::Code::Unreachable, tr("%1 is not connected. Nothing was sent.").arg(m_settings.broker())});
    const QByteArray topic = publication.topic.toUtf8();
    if (!mqtt::isTopic(topic))
        return refuse({Error::Code::Invalid, tr("“%1” is no topic to send to. Choose one, without + and #.").arg(publication.topic)});
    const auto token = m_client->publish(topic, publication.payload, publication.qos, publication.retain);
    if (!token)
        return refuse(token.error());
    ++at(m_ingest.counters(m_connection.id), Count::Sent);
    if (m_ingest.isWireTapped(m_connection.id))
        m_ingest.wire(m_connection.id, true, publication.topic, publication.payload, true);
    m_publications.insert(*token, publication.order);
}

void MqttBackend::finishPublication(int token, const Result<void> &result)
{
    if (const quint64 order = m_publications.take(token); order != 0)
        Q_EMIT publicationFinished(order, result);
}

void MqttBackend::dropPublications()
{
    const auto dropped = std::exchange(m_publications, {});
    for (const quint64 order : dropped)
        Q_EMIT publicationFinished(order, failure(Error::Code::Unreachable, tr("The connection to %1 broke before the message was taken.").arg(m_settings.broker())));
}

void MqttBackend::abandon(CommandId id)
{
    m_commands.abandon(id);
}

void MqttBackend::announceAgain(const QStringList &addresses)
{
    if (m_router)
        m_router->announceAgain(addresses);
}

} // namespace muster
