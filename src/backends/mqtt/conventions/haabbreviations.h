#pragma once

#include <QHash>
#include <QString>

namespace muster::mqtt {

/// Home Assistant's short names for keys of a discovery message: "stat_t" → "state_topic". One table for entities (and for the items
/// of `availability`), one for the keys of `device`, one for those of `origin`. Names that are not abbreviated are not in them.
[[nodiscard]] const QHash<QString, QString> &configAbbreviations();
[[nodiscard]] const QHash<QString, QString> &deviceAbbreviations();
[[nodiscard]] const QHash<QString, QString> &originAbbreviations();

} // namespace muster::mqtt
