// Pairing elsewhere is the system's own affair.

#include "backends/ble/pairer.h"

namespace muster::ble {

class PairingAgent
{};

Pairer::Pairer(int, QObject *parent)
    : QObject(parent)
{}

Pairer::~Pairer() = default;

bool Pairer::isPossible()
{
    return false;
}

void Pairer::pair(NodeKey, const QString &, quint32 token)
{
    Q_EMIT done(token, tr("This system pairs devices by itself."));
}

void Pairer::forget(NodeKey node, const QString &address, quint32 token)
{
    pair(node, address, token);
}

void Pairer::answer(quint32, bool, const QString &) {}
void Pairer::stop(const QString &) {}

} // namespace muster::ble
