#pragma once

#include "core/device.h"
#include "core/result.h"

#include <QJsonObject>

namespace muster {

class Fleet;

using SceneId = Id<struct SceneTag>;

/// What one command of one device is given.
struct SceneValue
{
    QString address {}; ///< one of the device's
    QString key {};     ///< of the command
    Value argument {};

    friend bool operator==(const SceneValue &, const SceneValue &) = default;
};

/// A state of some devices under a name, to be brought about again. A plain value; RULES.md describes its JSON form.
struct Scene
{
    SceneId id {};  ///< never reused
    QString name {};///< no two scenes have the same, whatever its case
    QList<SceneValue> values {};

    static constexpr qsizetype maxName = 100;
    static constexpr qsizetype maxValues = 1'000;
    static constexpr qsizetype maxText = 4'096; ///< of an argument

    /// Refuses what can never work with a sentence.
    [[nodiscard]] Result<void> validate() const;
    friend bool operator==(const Scene &, const Scene &) = default;
};

namespace scenelogic {

/// What of a device can be kept in a scene: the commands with a value whose present one is known by the metric that shows it. Dangerous ones are not.
[[nodiscard]] QList<SceneValue> captured(const Fleet &fleet, DeviceId device);
/// A value as a person writes it, as the command wants it; what cannot be is an Error with a sentence. Null: the command is not known now.
[[nodiscard]] Result<Value> argumentOf(const QString &text, const CommandInfo *command);
/// As argumentOf() reads it again.
[[nodiscard]] QString textOf(const Value &argument);
[[nodiscard]] const CommandInfo *commandOf(const Fleet &fleet, const SceneValue &value);
/// The order in which one device is given its values: first what switches on, last what switches off, as setting a lamp's colour lights it.
[[nodiscard]] QList<SceneValue> inOrder(QList<SceneValue> values);

} // namespace scenelogic

/// JSON for fleet.db and for people. A scene that cannot be read, or is of a newer format, is an Error with a sentence.
namespace scenejson {

[[nodiscard]] QJsonObject toJson(const Scene &scene);
[[nodiscard]] Result<Scene> sceneOf(const QJsonObject &json);
/// A command's argument.
[[nodiscard]] QJsonValue toJson(const Value &value);
[[nodiscard]] Value valueOf(const QJsonValue &json);

} // namespace scenejson
} // namespace muster
