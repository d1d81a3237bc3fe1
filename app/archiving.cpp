#include "app/archiving.h"

#include "store/exchange/dataexport.h"

namespace muster {

Archiving::Archiving(Archive &archive, QObject *parent)
    : QObject(parent)
    , m_archive(archive)
{}

Archiving::~Archiving() = default;

void Archiving::start(QThread &store, History *history)
{
    m_store = &store;
    m_export = new DataExport(history);
    m_export->moveToThread(&store);
    connect(&m_archive, &Archive::exportAsked, m_export, &DataExport::start);
    connect(&m_archive, &Archive::cancelAsked, m_export, &DataExport::cancel);
    connect(m_export, &DataExport::progressed, &m_archive, &Archive::setProgress);
    connect(m_export, &DataExport::finished, &m_archive, &Archive::finish);
}

void Archiving::stop()
{
    if (m_export)
        m_export->deleteLater(); // there, before what is queued for its thread behind it
    m_export = nullptr;
}

} // namespace muster
