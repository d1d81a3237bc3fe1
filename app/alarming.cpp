#include "app/alarming.h"

#include "core/ingest.h"
#include "store/inventory.h"

#include <QThread>

namespace muster {

Alarming::Alarming(const Fleet &fleet, FleetColumns &columns, Ingest &ingest, QObject *parent)
    : QObject(parent)
    , m_alarms(std::make_unique<Alarms>(fleet, columns))
    , m_watch(std::make_unique<AlarmWatch>())
{
    connect(&ingest, &Ingest::arrived, m_watch.get(), &AlarmWatch::take);
    connect(m_alarms.get(), &Alarms::runChanged, m_watch.get(), &AlarmWatch::setRules);
    connect(m_watch.get(), &AlarmWatch::changed, m_alarms.get(), &Alarms::take);
}

Alarming::~Alarming()
{
    stop();
}

int Alarming::start(QThread &io, const QHash<QString, QString> &documents, Inventory &inventory)
{
    m_watch->moveToThread(&io);
    m_moved = true;
    connect(m_alarms.get(), &Alarms::documentsToStore, &inventory, [&inventory](const QHash<QString, QString> &changed) {
        QMetaObject::invokeMethod(&inventory, [&inventory, changed] { inventory.storeDocuments(changed); });
    }, Qt::DirectConnection);
    return m_alarms->restore(documents);
}

void Alarming::stop()
{
    m_alarms.reset(); // the last of it is queued for the inventory
    if (m_moved && m_watch)
        m_watch.release()->deleteLater();
}

} // namespace muster
