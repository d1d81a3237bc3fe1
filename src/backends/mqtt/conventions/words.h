#pragma once

#include <QCoreApplication>

namespace muster::mqtt {

/// What discovery says to people: one context for translators, whichever class or function says it.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(muster::mqtt::Words)
};

} // namespace muster::mqtt
