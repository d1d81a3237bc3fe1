#pragma once

#include "rules/scene.h"
#include "ui/rules/rulelist.h"

#include <QHash>

namespace muster {

/// A value of a scene in words; what comes from devices is plain and short. Null: the command is not known now.
namespace scenewords {

[[nodiscard]] QString device(const Fleet &fleet, const SceneValue &value);
[[nodiscard]] QString command(const SceneValue &value, const CommandInfo *command);
[[nodiscard]] QString value(const SceneValue &value, const CommandInfo *command);

} // namespace scenewords

/// What devices can be set to, as a tree with check marks: those of a scene, and those that can be taken into it. A value is edited in its cell.
class SceneValues : public RuleTree
{
    Q_OBJECT

public:
    static constexpr int mostListed = 500; ///< devices; the others are found by a search

    /// The fleet outlives it.
    explicit SceneValues(const Fleet &fleet, QWidget *parent = nullptr);

    /// What is chosen to begin with.
    void choose(const QList<SceneValue> &values);
    [[nodiscard]] const QList<SceneValue> &chosen() const { return m_chosen; }
    /// Only devices whose name holds this, and those of the scene.
    void search(const QString &words);
    /// What is chosen becomes what it is now, where that is known. Returns how many values it is not known of.
    int takePresent();
    /// How many devices are not listed.
    [[nodiscard]] qsizetype left() const { return m_left; }

Q_SIGNALS:
    void chosenChanged();
    /// A sentence why what was written cannot be; it is as before.
    void refused(const QString &problem);

private:
    [[nodiscard]] QList<std::pair<QString, DeviceId>> found(const QHash<DeviceId, QList<SceneValue>> &listed);
    void fill();
    QTreeWidgetItem *addDevice(const QString &name, const QList<SceneValue> &now, const QList<SceneValue> &own);
    void take(QTreeWidgetItem *item, int column);
    [[nodiscard]] qsizetype placeOf(const SceneValue &value) const;

    const Fleet &m_fleet;
    QList<SceneValue> m_chosen;
    QString m_words;
    qsizetype m_left = 0;
    bool m_filling = false;
};

} // namespace muster
