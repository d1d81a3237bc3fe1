#pragma once

#include "backends/mqtt/conventions/convention.h"
#include "backends/mqtt/conventions/genericrule.h"
#include "backends/mqtt/topicrule.h"

#include <memory>
#include <vector>

namespace muster::mqtt {

/// What a MessageRouter is told once.
struct RouterOptions
{
    QString broker {};                      ///< goes into the addresses of generic devices
    std::vector<std::unique_ptr<Convention>> conventions {};
    std::vector<TopicRule> rules {};        ///< come before the generic rule; the first that selects a topic has it
    bool generic = true;                    ///< whether topics that neither a convention nor a rule knows become devices
    bool retained = true;                   ///< whether retained values become samples
    GenericRule rule {};
    qsizetype maxPayload = 16 << 20;        ///< bytes; a larger message is dropped whole and counted
};

} // namespace muster::mqtt
