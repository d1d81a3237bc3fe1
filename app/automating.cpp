#include "app/automating.h"

#include "core/ingest.h"
#include "rules/alarms.h"
#include "store/inventory.h"

#include <QThread>

namespace muster {

Automating::Automating(const Fleet &fleet, FleetColumns &columns, Dispatcher &dispatcher, Alarms &alarms, Ingest &ingest, QObject *parent)
    : QObject(parent)
    , m_scenes(std::make_unique<Scenes>(fleet, dispatcher))
    , m_automations(std::make_unique<Automations>(fleet, columns, dispatcher))
    , m_watch(std::make_unique<TriggerWatch>())
{
    m_automations->listenTo(alarms);
    m_automations->setScenes(*m_scenes);
    connect(m_automations.get(), &Automations::postRequested, &m_webhooks, &Webhooks::post);
    connect(&m_webhooks, &Webhooks::ended, m_automations.get(), &Automations::takePosted);
    connect(&ingest, &Ingest::arrived, m_watch.get(), &TriggerWatch::take);
    connect(m_automations.get(), &Automations::triggersChanged, m_watch.get(), &TriggerWatch::set);
    connect(m_watch.get(), &TriggerWatch::changed, m_automations.get(), &Automations::take);
}

Automating::~Automating()
{
    stop();
}

void Automating::setAddresses(WebAddresses &addresses)
{
    m_automations->setAddresses(addresses);
    m_webhooks.setAddresses(addresses);
}

void Automating::setClock(const std::function<Micros()> &now)
{
    m_watch->setClock(now);
    m_automations->setClock(now);
}

void Automating::pass()
{
    QMetaObject::invokeMethod(m_watch.get(), &TriggerWatch::pass);
    m_automations->pass();
}

Automating::Lost Automating::start(QThread &io, const QHash<QString, QString> &documents, Inventory &inventory)
{
    m_watch->moveToThread(&io);
    m_moved = true;
    const auto store = [&inventory](const QHash<QString, QString> &changed) {
        QMetaObject::invokeMethod(&inventory, [&inventory, changed] { inventory.storeDocuments(changed); });
    };
    connect(m_automations.get(), &Automations::documentsToStore, &inventory, store, Qt::DirectConnection);
    connect(m_scenes.get(), &Scenes::documentsToStore, &inventory, store, Qt::DirectConnection);
    const int scenes = m_scenes->restore(documents); // before what applies them
    return {m_automations->restore(documents), scenes};
}

void Automating::stop()
{
    m_automations.reset(); // the last of it is queued for the inventory
    m_scenes.reset();
    if (m_moved && m_watch)
        m_watch.release()->deleteLater();
}

} // namespace muster
