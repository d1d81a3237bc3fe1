#pragma once

#include "rules/scenes.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace muster {

class SceneValues;

/// One scene: its name, and which devices it sets to what. A new one begins with what the devices are now. Deletes itself.
class SceneDialog : public QDialog
{
    Q_OBJECT

public:
    /// A scene without an id is a new one. All outlives the dialog.
    SceneDialog(const Fleet &fleet, Scenes &scenes, const Scene &scene, QWidget *parent);

    /// A new scene of what these devices are now.
    [[nodiscard]] static Scene of(const Fleet &fleet, const QList<DeviceId> &devices);

Q_SIGNALS:
    void stored(muster::SceneId id);

private:
    void build();
    [[nodiscard]] Scene scene() const;
    void changed();
    void store();

    const Fleet &m_fleet;
    Scenes &m_scenes;
    Scene m_scene;
    QLineEdit *m_name;
    QLineEdit *m_search;
    SceneValues *m_values;
    QLabel *m_hint;
    QPushButton *m_store = nullptr;
};

} // namespace muster
