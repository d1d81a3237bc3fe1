#include "app/websecrets.h"

#include "core/diagnostics.h"
#include "rules/alarms.h"
#include "rules/automations.h"
#include "rules/webaddress.h"
#include "secrets/secretstore.h"
#include "store/inventory.h"

#include <QUrl>

namespace muster {

WebSecrets::WebSecrets(SecretStore &secrets, Diagnostics &diagnostics, bool keeps, QObject *parent)
    : QObject(parent)
    , m_secrets(secrets)
    , m_diagnostics(diagnostics)
    , m_keeps(keeps)
{
    m_look.setSingleShot(true);
    m_look.setInterval(0);
    m_addresses.setKeepsSecrets(keeps && secrets.isUsable());
    connect(&secrets, &SecretStore::usableChanged, this, [this](bool usable) {
        m_addresses.setKeepsSecrets(m_keeps && usable);
        const QStringList again = usable ? std::exchange(m_adopted, {}) : QStringList();
        for (const QString &reference : again)
            if (const QString address = m_addresses.stored(reference); address != reference)
                add({Kind::Write, reference, address});
    });
    connect(&m_addresses, &WebAddresses::readRequested, this, [this](const QString &reference) { add({Kind::Read, reference, {}}); });
    connect(&m_addresses, &WebAddresses::writeRequested, this, [this](const QString &reference, const QString &address) { add({Kind::Write, reference, address}); });
    connect(&m_addresses, &WebAddresses::removeRequested, this, [this](const QString &reference) {
        m_adopted.removeAll(reference);
        add({Kind::Remove, reference, {}});
    });
}

QString WebSecrets::entryOf(const QString &reference)
{
    return QStringLiteral("web %1:%2").arg(webaddress::siteOf(reference).replace(QLatin1String("://"), QLatin1String(":")), QUrl(reference).fragment());
}

void WebSecrets::start(const Alarms &alarms, const Automations &automations, Inventory &inventory)
{
    connect(&alarms, &Alarms::rulesChanged, &m_look, qOverload<>(&QTimer::start));
    connect(&automations, &Automations::rulesChanged, &m_look, qOverload<>(&QTimer::start));
    connect(&m_look, &QTimer::timeout, &automations, [this, &alarms, &automations] { look(alarms, automations); });
    // Queued: the rules have handed over what they store instead by then.
    connect(&m_addresses, &WebAddresses::storedChanged, this, [this, &inventory] {
        QMetaObject::invokeMethod(&inventory, &Inventory::shrink);
        m_diagnostics.note({nowMicros(), {}, Severity::Info, tr("The web addresses of rules have moved into the keychain. Backups made before still hold them."), 1});
    }, Qt::QueuedConnection);
}

/// Which rules have which addresses.
void WebSecrets::look(const Alarms &alarms, const Automations &automations)
{
    QList<WebAddresses::Use> uses;
    const QList<AlarmRule> rules = alarms.rules();
    for (const AlarmRule &rule : rules)
        if (!rule.postTo.isEmpty())
            uses.append({rule.postTo, rule.name, 0});
    const QList<AutomationId> ids = automations.all();
    for (const AutomationId id : ids) {
        const Automation &rule = *automations.rule(id);
        for (qsizetype i = 0; i < rule.steps.size(); ++i)
            if (rule.steps.at(i).type == RuleStep::Type::Webhook)
                uses.append({rule.steps.at(i).key, rule.name, int(i) + 1});
    }
    m_addresses.setUses(uses);
}

void WebSecrets::add(const Order &order)
{
    m_orders.push_back(order);
    next();
}

void WebSecrets::next()
{
    if (m_isBusy || m_orders.empty())
        return;
    m_isBusy = true;
    const Order order = std::move(m_orders.front());
    m_orders.pop_front();
    carryOut(order);
}

void WebSecrets::carryOut(const Order &order)
{
    const auto done = [this, order](const SecretAnswer &answer) {
        if (order.kind == Kind::Read && answer.place == SecretPlace::Nowhere) {
            m_addresses.missed(order.reference);
            tellMissing(answer.problem);
        } else if (order.kind == Kind::Read) {
            m_addresses.found(order.reference, answer.secret);
            tellMissing({});
        } else if (order.kind == Kind::Write && answer.place == SecretPlace::Keychain) {
            m_addresses.taken(order.reference);
        } else if (order.kind == Kind::Write) {
            tellUnkept(order);
        }
        m_isBusy = false;
        next();
    };
    if (order.kind == Kind::Read)
        m_secrets.read(entryOf(order.reference), this, done);
    else if (!m_keeps)
        QMetaObject::invokeMethod(this, [done] { done({}); }, Qt::QueuedConnection);
    else if (order.kind == Kind::Write)
        m_secrets.write(entryOf(order.reference), order.address, this, done);
    else
        m_secrets.remove(entryOf(order.reference), this, done);
}

void WebSecrets::tellMissing(const QString &problem)
{
    const QList<WebAddresses::Use> missing = m_addresses.missing();
    QStringList told;
    for (const WebAddresses::Use &use : missing) {
        told.append(use.address);
        if (m_told.contains(use.address))
            continue;
        warn(problem.isEmpty() ? m_addresses.remedy(use.address) : tr("%1 %2", "what is wrong with the keychain, what is not known").arg(problem, m_addresses.remedy(use.address)));
        Q_EMIT addressMissed(entryOf(use.address));
    }
    m_told = told;
}

void WebSecrets::tellUnkept(const Order &order)
{
    if (m_addresses.stored(order.reference) == order.reference)
        return; // typed in this session: the window says that it will be asked for
    m_adopted.append(order.reference);
    if (m_keeps && !std::exchange(m_toldAdopted, true))
        warn(tr("There is no usable keychain, so the web addresses of %n rule(s) stay in fleet.db as they are, readable to whoever reads that file. They move as soon as a keychain takes them.", nullptr, m_addresses.adopted()));
}

void WebSecrets::warn(const QString &text)
{
    m_diagnostics.note({nowMicros(), {}, Severity::Warning, text, 1});
}

} // namespace muster
