#include "app/linking.h"

#include "core/ingest.h"
#include "store/inventory.h"

#include <QThread>

namespace muster {

Linking::Linking(const Fleet &fleet, Dispatcher &dispatcher, Ingest &ingest, QObject *parent)
    : QObject(parent)
    , m_links(std::make_unique<Links>(fleet, dispatcher))
    , m_watch(std::make_unique<LinkWatch>())
{
    connect(&ingest, &Ingest::arrived, m_watch.get(), &LinkWatch::take);
    connect(m_links.get(), &Links::runChanged, m_watch.get(), &LinkWatch::setLinks);
    connect(m_watch.get(), &LinkWatch::changed, m_links.get(), &Links::take);
}

Linking::~Linking()
{
    stop();
}

int Linking::start(QThread &io, const QHash<QString, QString> &documents, Inventory &inventory)
{
    m_watch->moveToThread(&io);
    m_moved = true;
    connect(m_links.get(), &Links::documentToStore, &inventory, [&inventory](const QString &text) {
        QMetaObject::invokeMethod(&inventory, [&inventory, text] { inventory.storeDocument(Links::document(), text); });
    }, Qt::DirectConnection);
    return m_links->restore(documents.value(Links::document()));
}

void Linking::stop()
{
    m_links.reset(); // the last of it is queued for the inventory
    if (m_moved && m_watch)
        m_watch.release()->deleteLater();
}

} // namespace muster
