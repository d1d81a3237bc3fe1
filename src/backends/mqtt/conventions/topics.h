#pragma once

#include <QByteArrayView>

namespace muster::mqtt {

/// MQTT's rules for names (MQTT 3.1.1, 4.7). A filter may hold `+` as a whole level and `#` as the last one; a topic neither. Both are
/// 1…65535 bytes of UTF-8 without NUL.
[[nodiscard]] bool isTopic(QByteArrayView topic);
[[nodiscard]] bool isFilter(QByteArrayView filter);
[[nodiscard]] bool hasWildcard(QByteArrayView filter);

/// Whether a filter selects a topic. `sport/#` selects `sport` too; a leading wildcard does not select topics that start with `$`.
[[nodiscard]] bool matches(QByteArrayView filter, QByteArrayView topic);

/// Whether everything that `inner` selects is selected by `outer` too: `a/#` covers `a/+/c`.
[[nodiscard]] bool covers(QByteArrayView outer, QByteArrayView inner);

} // namespace muster::mqtt
