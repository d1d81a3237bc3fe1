#pragma once

#include "core/result.h"

#include <QByteArrayView>
#include <QJsonObject>
#include <QList>

#include <optional>

namespace muster::mqtt {

/// `<component>/[<node>/]<object>/config`, the part of a discovery topic behind the prefix.
struct HaTopic
{
    QString component {};
    QString node {};      ///< empty: none
    QString object {};
};

/// The parts of a topic behind `<prefix>/`, or nothing when it is no discovery topic.
///   haTopic("sensor/0x01/temperature/config") → {sensor, 0x01, temperature}
[[nodiscard]] std::optional<HaTopic> haTopic(QByteArrayView behindPrefix);

/// Whether Home Assistant knows such a component ("sensor", "light" …); "device" is none of them.
[[nodiscard]] bool isHaComponent(const QString &component);

/// One entity of a discovery message with every abbreviation and `~` written out, as Home Assistant sees it before it checks the keys.
struct HaEntity
{
    QString component {};
    QString node {};       ///< empty: none
    QString object {};
    QJsonObject config {};
    bool removed = false;  ///< this one is to disappear; config is empty

    /// Home Assistant's discovery hash as one text: "sensor/0x01 temperature".
    [[nodiscard]] QByteArray identity() const;
};

struct HaExpansion
{
    QList<HaEntity> entities {};
    bool removesAll = false;  ///< an empty device message: everything this topic announced disappears
};

/// What a discovery message says, in Home Assistant's order of steps: parse, `migrate_discovery`, abbreviations, split of a device message
/// (components inherit availability, state and command topic from its root), `~`. Errors: Corrupt (no JSON object, a device
/// message without device, origin or components, a device without identifiers and connections), Unsupported (unknown component).
[[nodiscard]] Result<HaExpansion> expandHa(const HaTopic &topic, QByteArrayView payload);

} // namespace muster::mqtt
