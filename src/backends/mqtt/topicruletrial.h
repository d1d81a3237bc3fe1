#pragma once

#include "core/topictrial.h"

#include <QStringList>

namespace muster::mqtt {

/// What rule number `which` of a connection's would make of the last messages of topics: the same code reads them that reads live ones. Pure.
[[nodiscard]] TopicTrial tryTopicRule(const QStringList &rules, qsizetype which, const QList<TopicMessage> &messages);

} // namespace muster::mqtt
