#include "backends/serial/portlistener.h"

#include <QFileInfo>

#include <algorithm>

namespace muster::serial {

namespace {

constexpr int tryAgainMs = 100;

} // namespace

PortListener::PortListener(PortClaims &claims, ListPorts list, QObject *parent)
    : QObject(parent)
    , m_claims(claims)
    , m_list(std::move(list))
    , m_port(this)
    , m_limit(this)
{
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] { m_port.isOpen() ? rateDone() : openNext(); });
    connect(&m_port, &OpenPort::lost, this, [this] { end(failure(Error::Code::Unreachable, tr("The port was unplugged while it was listened to."))); });
    m_port.received = [this](QByteArrayView bytes) {
        m_bytes.append(bytes.first(std::min(bytes.size(), enough - m_bytes.size())));
        if (m_bytes.size() >= enough)
            m_limit.start(0);
    };
}

PortListener::~PortListener()
{
    m_port.disconnect(this);
    m_claims.release(this);
}

void PortListener::listen(const ListenOrder &order)
{
    if (m_order.id != 0)
        end(failure(Error::Code::Cancelled, tr("Listening was ended.")));
    m_order = order;
    m_rate = 0;
    auto settings = serialSettings(order.port);
    if (!settings)
        return end(tl::unexpected(settings.error()));
    m_settings = *std::move(settings);
    const auto where = path();
    if (!where)
        return end(tl::unexpected(where.error()));
    QStringList claims {m_settings.name, realPath(m_settings.name), *where};
    claims.removeDuplicates();
    m_claims.claim(this, claims);
    m_waited.start();
    openNext();
}

// A board by its identity, wherever it is now.
Result<QString> PortListener::path() const
{
    if (m_settings.target == SerialSettings::Target::Path)
        return realPath(m_settings.name);
    const QList<Port> ports = m_list();
    const auto it = std::find_if(ports.cbegin(), ports.cend(), [this](const Port &port) { return port.identity() == m_settings.name; });
    if (m_settings.target == SerialSettings::Target::Board && it != ports.cend())
        return it->path;
    return failure(Error::Code::NotFound, tr("The board %1 is not plugged in.").arg(m_settings.name));
}

void PortListener::openNext()
{
    if (m_rate >= m_order.rates.size())
        return end({});
    const auto where = path();
    if (!where)
        return end(tl::unexpected(where.error()));
    m_settings.baud = m_order.rates[m_rate];
    m_bytes.clear();
    if (const auto open = m_port.open(*where, m_settings); !open) {
        if (m_waited.elapsed() > patience)
            return end(tl::unexpected(open.error()));
        return m_limit.start(tryAgainMs); // its connection is about to be closed
    }
    if (!m_order.wake.isEmpty())
        (void)m_port.write(m_order.wake);
    m_limit.start(m_order.msEach);
}

void PortListener::rateDone()
{
    m_port.close();
    m_waited.start();
    ++m_rate;
    const quint64 id = m_order.id;
    Q_EMIT heard(id, m_settings.baud, std::exchange(m_bytes, {}));
    if (m_order.id == id)
        openNext();
}

void PortListener::stop(quint64 id)
{
    if (m_order.id == id && id != 0)
        end(failure(Error::Code::Cancelled, tr("Listening was ended.")));
}

void PortListener::end(const Result<void> &result)
{
    const quint64 id = std::exchange(m_order, {}).id;
    m_limit.stop();
    m_port.close();
    m_claims.release(this);
    if (id != 0)
        Q_EMIT ended(id, result);
}

} // namespace muster::serial
