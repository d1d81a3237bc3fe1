#include "app/calculating.h"

#include "store/inventory.h"

#include <QThread>

namespace muster {

Calculating::Calculating(Fleet &fleet, Ingest &ingest, QObject *parent)
    : QObject(parent)
    , m_calculations(fleet)
    , m_calculator(std::make_unique<Calculator>(ingest))
{
    connect(&ingest, &Ingest::arrived, m_calculator.get(), &Calculator::take);
    connect(&m_calculations, &Calculations::runChanged, m_calculator.get(), &Calculator::setCalculations);
}

Calculating::~Calculating()
{
    stop();
}

int Calculating::start(QThread &io, const QString &stored, Inventory &inventory)
{
    m_calculator->moveToThread(&io);
    m_moved = true;
    connect(&m_calculations, &Calculations::changed, &inventory, [this, &inventory] {
        QMetaObject::invokeMethod(&inventory, [&inventory, text = m_calculations.save()] { inventory.storeDocument(document(), text); });
    }, Qt::DirectConnection);
    return m_calculations.restore(stored);
}

void Calculating::stop()
{
    if (m_moved && m_calculator)
        m_calculator.release()->deleteLater();
}

} // namespace muster
