#include "app/automating.h"

#include "core/ingest.h"
#include "rules/alarms.h"
#include "store/inventory.h"

#include <QThread>

namespace muster {

Automating::Automating(const Fleet &fleet, FleetColumns &columns, Dispatcher &dispatcher, const Alarms &alarms, Ingest &ingest, QObject *parent)
    : QObject(parent)
    , m_automations(std::make_unique<Automations>(fleet, columns, dispatcher))
    , m_watch(std::make_unique<TriggerWatch>())
{
    m_automations->listenTo(alarms);
    connect(&ingest, &Ingest::arrived, m_watch.get(), &TriggerWatch::take);
    connect(m_automations.get(), &Automations::triggersChanged, m_watch.get(), &TriggerWatch::set);
    connect(m_watch.get(), &TriggerWatch::changed, m_automations.get(), &Automations::take);
}

Automating::~Automating()
{
    stop();
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

int Automating::start(QThread &io, const QHash<QString, QString> &documents, Inventory &inventory)
{
    m_watch->moveToThread(&io);
    m_moved = true;
    connect(m_automations.get(), &Automations::documentsToStore, &inventory, [&inventory](const QHash<QString, QString> &changed) {
        QMetaObject::invokeMethod(&inventory, [&inventory, changed] { inventory.storeDocuments(changed); });
    }, Qt::DirectConnection);
    return m_automations->restore(documents);
}

void Automating::stop()
{
    m_automations.reset(); // the last of it is queued for the inventory
    if (m_moved && m_watch)
        m_watch.release()->deleteLater();
}

} // namespace muster
