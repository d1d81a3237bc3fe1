// The part of Ingest that carries out what a person decided about which addresses are one device.
#include "core/ingest.h"

#include "core/sameness.h"

#include <algorithm>

namespace muster {

namespace {

constexpr qsizetype maxSources = 32; ///< of one device; a person could not tell more apart

bool intersects(const QStringList &a, const QStringList &b)
{
    return std::any_of(a.cbegin(), a.cend(), [&b](const QString &address) { return b.contains(address); });
}

} // namespace

// What was announced together, as it was announced: decisions are applied to it anew when they change.
void Ingest::remember(Device &part, const QStringList &source)
{
    if (part.sources.size() < maxSources && !part.sources.contains(source))
        part.sources.append(source);
}

void Ingest::setIdentity(const Identity &identity)
{
    if (identity == m_identity)
        return;
    QStringList concerned = m_identity.addresses() + identity.addresses();
    concerned.removeDuplicates();
    m_identity = identity;
    QSet<DeviceId> wholes = wholesOf(concerned);
    QStringList known; // devices get back what decisions of before took from them
    for (const DeviceId whole : std::as_const(wholes)) {
        const QList<DeviceId> parts = partsOf(whole);
        for (const DeviceId part : parts) {
            readdress(*m_devices[part.n]);
            known += m_devices[part.n]->addresses;
        }
    }
    regroup(wholes + wholesOf(known));
    Q_EMIT identityChanged(concerned);
}

QSet<DeviceId> Ingest::wholesOf(const QStringList &addresses) const
{
    QSet<DeviceId> wholes;
    for (const QString &address : addresses) {
        const QList<DeviceId> parts = m_byAddress.values(address);
        for (const DeviceId part : parts)
            wholes.insert(wholeOf(part));
    }
    return wholes;
}

// A part that was announced as what are two devices now becomes two; what is announced of the one follows when its backend announces it again.
void Ingest::readdress(Device &part)
{
    QList<QStringList> sources;
    for (const QStringList &source : std::as_const(part.sources))
        sources.append(m_identity.parted(source));
    if (sources.isEmpty())
        sources.append(m_identity.parted(part.addresses));
    if (const QString number = addressOfSerialNumber(part); !number.isEmpty())
        sources.first() = m_identity.parted(sources.first() + QStringList {number});
    QStringList wanted = sources.takeFirst();
    QList<QStringList> apart;
    for (bool grown = true; grown;) { // all that still hangs together with the first
        grown = false;
        apart.clear();
        for (const QStringList &source : std::as_const(sources)) {
            if (!intersects(source, wanted)) {
                apart.append(source);
                continue;
            }
            for (const QString &address : source) {
                grown |= !wanted.contains(address);
                if (!wanted.contains(address))
                    wanted.append(address);
            }
        }
    }
    for (const QString &address : std::as_const(part.addresses)) {
        if (!wanted.contains(address))
            m_byAddress.remove(address, part.id);
    }
    for (const QString &address : std::as_const(wanted)) {
        if (!part.addresses.contains(address))
            m_byAddress.insert(address, part.id);
    }
    part.addresses = wanted;
    for (const QStringList &source : std::as_const(apart))
        takeOut(part, source);
}

void Ingest::takeOut(Device &part, const QStringList &addresses)
{
    const auto found = m_byAddress.constFind(addresses.constFirst());
    for (auto it = found; it != m_byAddress.cend() && it.key() == addresses.constFirst(); ++it) {
        if (m_cameFrom.value(*it) == part.id)
            return; // it was taken out before
    }
    if (qsizetype(m_byAddress.size()) >= m_limits.devices) {
        ++at(counters(part.connection), Count::LimitReached);
        return;
    }
    Device &made = *makePart();
    made.connection = part.connection;
    made.link = part.link;
    made.kind = part.kind;
    made.convention = part.convention;
    made.name = addresses.constFirst().section(u':', 1);
    made.addresses = addresses;
    for (const QString &address : addresses)
        m_byAddress.insert(address, made.id);
    m_cameFrom.insert(made.id, part.id);
    const DeviceId whole = wholeOf(part.id);
    Whole &grown = m_wholes[whole];
    if (grown.parts.isEmpty())
        grown.parts.append(part.id);
    grown.parts.append(made.id);
    m_wholeOf.insert(part.id, whole);
    m_wholeOf.insert(made.id, whole);
}

bool Ingest::isSame(const Device &a, const Device &b) const
{
    const bool together = a.connection == b.connection && a.connection.isValid();
    const auto links = [&](const QString &address) {
        if (b.addresses.contains(address))
            return together || namesHardware(address);
        return std::any_of(m_identity.together.cbegin(), m_identity.together.cend(),
            [&](const QStringList &same) { return same.contains(address) && intersects(same, b.addresses); });
    };
    return std::any_of(a.addresses.cbegin(), a.addresses.cend(), links);
}

// Takes devices apart into their parts and puts together what belongs together.
void Ingest::regroup(const QSet<DeviceId> &wholes)
{
    QList<DeviceId> parts;
    QHash<DeviceId, DeviceId> before;
    Whole keys;
    for (const DeviceId whole : wholes) {
        const QList<DeviceId> own = partsOf(whole);
        for (const DeviceId part : own) {
            before.insert(part, whole);
            m_wholeOf.remove(part);
        }
        parts += own;
        keys.keys.insert(m_wholes.take(whole).keys);
    }
    std::sort(parts.begin(), parts.end());
    while (!parts.isEmpty()) {
        QList<DeviceId> cluster {parts.takeFirst()};
        for (qsizetype i = 0; i < cluster.size(); ++i) {
            const Device &one = *m_devices[cluster[i].n];
            for (qsizetype other = 0; other < parts.size();) {
                if (cluster.size() < m_limits.partsPerDevice && isSame(one, *m_devices[parts[other].n]))
                    cluster.append(parts.takeAt(other));
                else
                    ++other;
            }
        }
        settle(cluster, before, keys);
    }
}

// Gives a new device its id: that of one that was there, if any, rather one in the fleet, and of these the one that a person named first.
void Ingest::settle(const QList<DeviceId> &cluster, const QHash<DeviceId, DeviceId> &before, const Whole &keys)
{
    const auto leads = [&](DeviceId part) {
        return std::any_of(m_identity.together.cbegin(), m_identity.together.cend(),
            [&](const QStringList &same) { return m_devices[part.n]->addresses.contains(same.value(0)); });
    };
    const auto worth = [&](DeviceId part) { return (m_members.contains(part) ? 4 : 0) + (leads(part) ? 2 : 0) + (before.value(part) == part ? 1 : 0); };
    const DeviceId id = *std::max_element(cluster.cbegin(), cluster.cend(), [&](DeviceId a, DeviceId b) { return std::pair(worth(a), b) < std::pair(worth(b), a); });
    const bool matters = std::any_of(cluster.cbegin(), cluster.cend(),
        [&](DeviceId part) { return !m_absent.contains(part) || m_members.contains(part) || m_members.contains(before.value(part)); });
    for (const DeviceId part : cluster) {
        if (part != id && before.value(part) == part) // it was a device by itself
            m_united.append({part, id});
    }
    if (before.value(id) != id)
        m_parted.append({id, before.value(id)});
    if (cluster.size() > 1) {
        Whole whole;
        whole.parts = {id};
        for (const DeviceId part : cluster) {
            m_wholeOf.insert(part, id);
            if (part != id)
                whole.parts.append(part);
            for (const Metric &metric : std::as_const(m_devices[part.n]->metrics)) {
                if (const auto key = keys.keys.constFind(metric.id); key != keys.keys.cend())
                    whole.keys.insert(metric.id, *key);
            }
        }
        m_wholes.insert(id, whole);
    }
    if (matters) // else nobody knows of it
        touch(id);
}

} // namespace muster
