#pragma once

#include <QCoreApplication>

namespace muster::mqtt::sparkplug {

/// What this room says to people: one context for translators, whichever class says it.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(muster::mqtt::sparkplug::Words)
};

} // namespace muster::mqtt::sparkplug
