#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace muster {

/// A rule to start from (backends/mqtt/topicrule.h) for a topic and its last payload. Levels in which `topics` differ from it get names. Pure.
///   home/kitchen/temperature  21.5       → home/{device}/{metric}
///   plant/line1/p3/state      {"t":1}    → plant/{group}/{device}/state, if there is more than one line
[[nodiscard]] QString suggestedRule(const QString &topic, const QByteArray &payload, const QStringList &topics);

} // namespace muster
