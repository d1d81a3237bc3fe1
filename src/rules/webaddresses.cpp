#include "rules/webaddresses.h"

#include "rules/webaddress.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace muster {

namespace {

constexpr qsizetype mostNamed = 3; ///< rules in one message

} // namespace

WebAddresses::WebAddresses(QObject *parent)
    : QObject(parent)
    , m_stored(this)
{
    m_stored.setSingleShot(true);
    connect(&m_stored, &QTimer::timeout, this, &WebAddresses::storedChanged);
}

QString WebAddresses::keep(const QString &address)
{
    if (!webaddress::hasSecret(address))
        return address;
    if (const auto known = m_references.constFind(address); known != m_references.cend())
        return *known;
    const QString reference = webaddress::newReference(address);
    know(m_entries[reference], address);
    m_references.insert(address, reference);
    return reference;
}

QString WebAddresses::adopt(const QString &address)
{
    const QString reference = keep(address);
    if (const auto entry = m_entries.find(reference); reference != address && entry != m_entries.end())
        entry->isAdopted = true;
    return reference;
}

QString WebAddresses::stored(const QString &address) const
{
    const auto entry = m_entries.constFind(address);
    return entry != m_entries.cend() && entry->isAdopted ? entry->address : address;
}

void WebAddresses::know(Entry &entry, const QString &address)
{
    entry.address = address;
    entry.state = State::Known;
}

void WebAddresses::setUses(const QList<Use> &uses)
{
    QHash<QString, QList<Use>> now;
    for (const Use &use : uses)
        if (webaddress::isReference(use.address))
            now[use.address].append(use);
    for (auto entry = m_entries.begin(); entry != m_entries.end(); ++entry) {
        const bool isDropped = !entry->uses.isEmpty() && !now.contains(entry.key());
        entry->uses = now.value(entry.key());
        if (isDropped && std::exchange(entry->isRequested, false))
            Q_EMIT removeRequested(entry.key());
    }
    for (auto it = now.cbegin(); it != now.cend(); ++it) {
        Entry &entry = m_entries[it.key()];
        entry.uses = *it;
        use(it.key(), entry);
    }
    forgetUnused();
    Q_EMIT missingChanged();
}

void WebAddresses::use(const QString &reference, Entry &entry)
{
    if (entry.isRequested || entry.isForNow)
        return;
    entry.isRequested = true;
    if (entry.state == State::Known)
        Q_EMIT writeRequested(reference, entry.address);
    else
        Q_EMIT readRequested(reference);
}

void WebAddresses::forgetUnused()
{
    const auto unused = std::count_if(m_entries.cbegin(), m_entries.cend(), [](const Entry &entry) { return entry.uses.isEmpty(); });
    if (unused <= mostUnused)
        return;
    m_entries.removeIf([this](auto entry) {
        const bool isUnused = entry->uses.isEmpty();
        if (isUnused)
            m_references.remove(entry->address);
        return isUnused;
    });
}

QString WebAddresses::remedy(const QString &reference) const
{
    const QList<Use> uses = m_entries.value(reference).uses.mid(0, mostNamed);
    QStringList all;
    for (const Use &use : uses)
        all.append(use.step == 0 ? tr("The web address of the alarm “%1” is not known here: enter it again there.").arg(use.name)
                                 : tr("The web address of “%1” is not known here: enter it again in step %2.").arg(use.name).arg(use.step));
    return all.isEmpty() ? tr("The web address at %1 is not known here: enter it again.").arg(webaddress::siteOf(reference)) : all.join(u' ');
}

std::optional<Result<QString>> WebAddresses::find(const QString &address)
{
    if (!webaddress::isReference(address))
        return Result<QString>(address);
    Entry &entry = m_entries[address];
    if (entry.state == State::Known)
        return Result<QString>(entry.address);
    if (entry.state == State::Missing)
        return Result<QString>(failure(Error::Code::NotFound, remedy(address)));
    use(address, entry);
    return {};
}

QList<WebAddresses::Use> WebAddresses::missing() const
{
    QList<Use> all;
    for (const Entry &entry : m_entries)
        if (entry.state == State::Missing && !entry.uses.isEmpty())
            all.append(entry.uses.constFirst());
    std::sort(all.begin(), all.end(), [](const Use &a, const Use &b) { return std::tie(a.name, a.step, a.address) < std::tie(b.name, b.step, b.address); });
    return all;
}

Result<void> WebAddresses::give(const QString &reference, const QString &address, bool keep)
{
    const QString site = webaddress::siteOf(reference);
    if (!webaddress::hasSecret(address) || webaddress::siteOf(address) != site)
        return failure(Error::Code::Refused, tr("Enter the whole address, beginning with %1/. If it leads elsewhere now, change the rule.").arg(site));
    const auto entry = m_entries.find(reference);
    if (entry == m_entries.end())
        return failure(Error::Code::NotFound, tr("Nothing uses this address any more."));
    know(*entry, address);
    m_references.insert(address, reference);
    entry->isRequested = false;
    entry->isForNow = !keep;
    if (!entry->uses.isEmpty())
        use(reference, *entry);
    Q_EMIT settled();
    Q_EMIT missingChanged();
    return {};
}

int WebAddresses::adopted() const
{
    return int(std::count_if(m_entries.cbegin(), m_entries.cend(), [](const Entry &entry) { return entry.isAdopted && !entry.uses.isEmpty(); }));
}

void WebAddresses::setKeepsSecrets(bool keeps)
{
    if (std::exchange(m_keepsSecrets, keeps) != keeps)
        Q_EMIT keepsSecretsChanged();
}

void WebAddresses::found(const QString &reference, const QString &address)
{
    if (webaddress::siteOf(address) != webaddress::siteOf(reference) || !webaddress::hasSecret(address))
        return missed(reference);
    const auto entry = m_entries.find(reference);
    if (entry == m_entries.end() || entry->state == State::Known) // typed meanwhile
        return;
    know(*entry, address);
    m_references.insert(address, reference);
    Q_EMIT settled();
    Q_EMIT missingChanged();
}

void WebAddresses::missed(const QString &reference)
{
    const auto entry = m_entries.find(reference);
    if (entry == m_entries.end() || entry->state == State::Known)
        return;
    entry->state = State::Missing;
    Q_EMIT settled();
    Q_EMIT missingChanged();
}

void WebAddresses::taken(const QString &reference)
{
    const auto entry = m_entries.find(reference);
    if (entry != m_entries.end() && std::exchange(entry->isAdopted, false))
        m_stored.start(adopted() == 0 ? 0 : 1'000);
}

} // namespace muster
