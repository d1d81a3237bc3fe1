#include "app/smtp.h"

#include <QSocketNotifier>

#include <curl/curl.h>

#include <algorithm>

namespace muster {

namespace {

struct Library
{
    Library() { curl_global_init(CURL_GLOBAL_DEFAULT); }
    ~Library() { curl_global_cleanup(); }
    Library(const Library &) = delete;
    Library &operator=(const Library &) = delete;
};

QByteArray urlOf(const MailSettings &settings)
{
    const QString host = settings.server.contains(u':') ? u'[' + settings.server + u']' : settings.server;
    return QStringLiteral("%1://%2:%3").arg(settings.security == MailSettings::Security::Tls ? QStringLiteral("smtps") : QStringLiteral("smtp"), host).arg(settings.port).toLatin1();
}

/// RFC 5321, 4.5.2, with the end of the mail.
QByteArray stuffed(QByteArray bytes)
{
    if (bytes.startsWith('.'))
        bytes.prepend('.');
    return bytes.replace("\r\n.", "\r\n..") + ".\r\n";
}

} // namespace

struct Smtp::Callbacks
{
    static int socketChanged(CURL *, curl_socket_t socket, int what, void *self, void *)
    {
        if (what == CURL_POLL_REMOVE)
            static_cast<Smtp *>(self)->unwatch(qintptr(socket));
        else
            static_cast<Smtp *>(self)->watch(qintptr(socket), what != CURL_POLL_OUT, what != CURL_POLL_IN);
        return 0;
    }
    static int timerChanged(CURLM *, long ms, void *self)
    {
        if (ms < 0)
            static_cast<Smtp *>(self)->m_timer.stop();
        else
            static_cast<Smtp *>(self)->m_timer.start(int(std::min<long>(ms, limitMs)));
        return 0;
    }
    static size_t lineArrived(char *bytes, size_t size, size_t count, void *self)
    {
        static_cast<Smtp *>(self)->m_said = QByteArray(bytes, qsizetype(std::min<size_t>(size * count, size_t(mostReply)))).trimmed();
        return size * count;
    }
};

Smtp::Smtp(int limit, QObject *parent)
    : QObject(parent)
{
    static const Library library;
    m_multi = curl_multi_init();
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETFUNCTION, &Callbacks::socketChanged);
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERFUNCTION, &Callbacks::timerChanged);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERDATA, this);
    m_timer.setSingleShot(true);
    m_limit.setSingleShot(true);
    m_limit.setInterval(limit);
    connect(&m_timer, &QTimer::timeout, this, [this] { act(qintptr(CURL_SOCKET_TIMEOUT), 0); });
    connect(&m_limit, &QTimer::timeout, this, [this] { end(late()); });
}

Smtp::~Smtp()
{
    stop();
    curl_multi_cleanup(m_multi);
}

void Smtp::send(const MailMessage &message, const MailSettings &settings, const QString &password)
{
    Q_ASSERT(!isBusy());
    m_message = message;
    m_settings = settings;
    m_phase = Phase::Connecting;
    m_limit.start();
    if (!prepare(password) || curl_multi_add_handle(m_multi, m_easy) != CURLM_OK)
        QMetaObject::invokeMethod(this, [this] { end(judged(CURLE_FAILED_INIT)); }, Qt::QueuedConnection);
}

bool Smtp::prepare(const QString &password)
{
    using Security = MailSettings::Security;
    m_easy = curl_easy_init();
    const bool hasLogin = !m_settings.user.isEmpty() && m_settings.security != Security::None;
    const QByteArray user = m_settings.user.toUtf8();
    const QByteArray secret = password.toUtf8();
    m_secrets = hasLogin && !secret.isEmpty() ? QByteArrayList {secret, secret.toBase64(), ('\0' + user + '\0' + secret).toBase64()} : QByteArrayList();
    bool isSet = m_easy != nullptr;
    const auto set = [this, &isSet](CURLoption option, auto value) { isSet = isSet && curl_easy_setopt(m_easy, option, value) == CURLE_OK; };
    set(CURLOPT_URL, urlOf(m_settings).constData());
    set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    set(CURLOPT_CONNECT_ONLY, 1L);
    set(CURLOPT_USE_SSL, m_settings.security == Security::None ? long(CURLUSESSL_NONE) : long(CURLUSESSL_ALL));
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    set(CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    if (!m_settings.caFile.isEmpty()) {
        set(CURLOPT_CAINFO, m_settings.caFile.toUtf8().constData());
        set(CURLOPT_CAPATH, static_cast<const char *>(nullptr));
    }
    if (hasLogin) {
        set(CURLOPT_USERNAME, user.constData());
        set(CURLOPT_PASSWORD, secret.constData());
    }
    set(CURLOPT_PROXY, "");
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_QUICK_EXIT, 1L); // a name that is still being looked up is not waited for when this gives up
    set(CURLOPT_CONNECTTIMEOUT_MS, long(m_limit.interval()));
    set(CURLOPT_HEADERFUNCTION, &Callbacks::lineArrived);
    set(CURLOPT_HEADERDATA, this);
    set(CURLOPT_WRITEFUNCTION, &Callbacks::lineArrived);
    set(CURLOPT_WRITEDATA, this);
    return isSet;
}

void Smtp::stop()
{
    m_limit.stop();
    unwatchAll();
    if (m_easy) {
        curl_multi_remove_handle(m_multi, m_easy);
        curl_easy_cleanup(m_easy);
    }
    unwatchAll();
    m_timer.stop();
    m_easy = nullptr;
    m_socket = -1;
    m_secrets.clear();
    m_message = {};
    m_out.clear();
    m_in.clear();
    m_said.clear();
    m_recipient = 0;
    m_phase = Phase::Idle;
}

void Smtp::end(const SmtpVerdict &verdict)
{
    if (!isBusy())
        return;
    stop();
    Q_EMIT ended(verdict);
}

// --- the event loop

void Smtp::watch(qintptr socket, bool read, bool write)
{
    Watch &watch = m_watches[socket];
    const auto make = [this, socket](QSocketNotifier *&notifier, QSocketNotifier::Type type) {
        if (notifier)
            return;
        notifier = new QSocketNotifier(socket, type, this);
        connect(notifier, &QSocketNotifier::activated, this, [this, socket, type] { ready(socket, type == QSocketNotifier::Write); });
    };
    make(watch.read, QSocketNotifier::Read);
    make(watch.write, QSocketNotifier::Write);
    watch.read->setEnabled(read);
    watch.write->setEnabled(write);
}

void Smtp::unwatch(qintptr socket)
{
    const auto known = m_watches.find(socket);
    if (known == m_watches.end())
        return;
    for (QSocketNotifier *const notifier : {known->second.read, known->second.write}) {
        notifier->setEnabled(false);
        notifier->deleteLater(); // it may be what called
    }
    m_watches.erase(known);
}

void Smtp::unwatchAll()
{
    while (!m_watches.empty())
        unwatch(m_watches.begin()->first);
}

void Smtp::ready(qintptr socket, bool toWrite)
{
    if (socket != m_socket)
        act(socket, toWrite ? CURL_CSELECT_OUT : CURL_CSELECT_IN);
    else if (toWrite)
        write();
    else
        read();
}

void Smtp::act(qintptr socket, int flags)
{
    if (m_phase != Phase::Connecting)
        return;
    int running = 0;
    curl_multi_socket_action(m_multi, curl_socket_t(socket), flags, &running);
    int left = 0;
    while (const CURLMsg *const message = curl_multi_info_read(m_multi, &left)) {
        if (message->msg == CURLMSG_DONE && message->easy_handle == m_easy)
            return takeConnection(message->data.result);
    }
}

// --- the conversation: RFC 5321, from MAIL on

void Smtp::takeConnection(int code)
{
    curl_socket_t socket = CURL_SOCKET_BAD;
    if (code != CURLE_OK || curl_easy_getinfo(m_easy, CURLINFO_ACTIVESOCKET, &socket) != CURLE_OK || socket == CURL_SOCKET_BAD)
        return end(judged(code));
    unwatchAll();
    m_timer.stop();
    m_socket = qintptr(socket);
    m_phase = Phase::Sender;
    say("MAIL FROM:<" + m_message.sender.toLatin1() + '>');
}

void Smtp::say(const QByteArray &command)
{
    m_out += command + "\r\n";
    write();
}

void Smtp::write()
{
    while (!m_out.isEmpty()) {
        size_t sent = 0;
        const CURLcode code = curl_easy_send(m_easy, m_out.constData(), size_t(m_out.size()), &sent);
        if (code == CURLE_AGAIN)
            return watch(m_socket, true, true);
        if (code != CURLE_OK)
            return end(lost());
        m_out.remove(0, qsizetype(sent));
    }
    watch(m_socket, true, false);
}

void Smtp::read()
{
    bool isOpen = true;
    while (isOpen) {
        char bytes[4'096];
        size_t count = 0;
        const CURLcode code = curl_easy_recv(m_easy, bytes, sizeof bytes, &count);
        if (code == CURLE_AGAIN)
            break;
        isOpen = code == CURLE_OK && count > 0 && m_in.size() <= mostReply;
        m_in.append(bytes, qsizetype(count));
    }
    takeReplies();
    if (!isOpen && isBusy())
        end(lost());
}

void Smtp::takeReplies()
{
    for (qsizetype length = m_in.indexOf('\n'); length >= 0 && isBusy(); length = m_in.indexOf('\n')) {
        const QByteArray line = m_in.left(length).trimmed();
        m_in.remove(0, length + 1);
        bool isNumber = false;
        const int status = line.left(3).toInt(&isNumber);
        if (!isNumber || status < 200 || status > 599)
            return end(lost());
        m_said = line;
        if (line.size() < 4 || line.at(3) != '-') // the last line of an answer
            takeReply(status);
    }
}

void Smtp::takeReply(int status)
{
    if (status / 100 != (m_phase == Phase::Data ? 3 : 2))
        return end(refused(status));
    switch (m_phase) {
    case Phase::Idle:
    case Phase::Connecting:
        break;
    case Phase::Sender:
        m_phase = Phase::Recipient;
        say("RCPT TO:<" + m_message.recipients.first().toLatin1() + '>');
        break;
    case Phase::Recipient:
        if (++m_recipient < m_message.recipients.size())
            return say("RCPT TO:<" + m_message.recipients.at(m_recipient).toLatin1() + '>');
        m_phase = Phase::Data;
        say("DATA");
        break;
    case Phase::Data:
        m_phase = Phase::Body;
        m_out = stuffed(m_message.bytes);
        write();
        break;
    case Phase::Body: {
        size_t sent = 0;
        constexpr char farewell[] = "QUIT\r\n"; // the mail is theirs: whether they hear this does not matter
        (void)curl_easy_send(m_easy, farewell, sizeof farewell - 1, &sent);
        end({});
        break;
    }
    }
}

} // namespace muster
