#include "ui/rules/scenedialog.h"

#include "core/fleet.h"
#include "ui/rules/scenevalues.h"
#include "ui/rules/rulelist.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace muster {

SceneDialog::SceneDialog(const Fleet &fleet, Scenes &scenes, const Scene &scene, QWidget *parent)
    : QDialog(parent)
    , m_fleet(fleet)
    , m_scenes(scenes)
    , m_scene(scene)
    , m_name(new QLineEdit)
    , m_search(new QLineEdit)
    , m_values(new SceneValues(fleet))
    , m_hint(new QLabel)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(scene.id.isValid() ? tr("Edit scene") : tr("New scene"));
    rulelist::resize(*this, {640, 560});
    build();
    m_name->setText(scene.name);
    m_values->choose(scene.values);
    changed();
    m_name->setFocus();
}

Scene SceneDialog::of(const Fleet &fleet, const QList<DeviceId> &devices)
{
    Scene scene;
    for (const DeviceId device : devices)
        if (scene.values.size() <= Scene::maxValues) // one more is refused with a sentence
            scene.values += scenelogic::captured(fleet, device);
    return scene;
}

void SceneDialog::build()
{
    m_name->setMaxLength(int(Scene::maxName));
    m_name->setAccessibleName(tr("Name"));
    m_name->setPlaceholderText(tr("Name"));
    m_search->setMaxLength(200);
    m_search->setAccessibleName(tr("Search devices"));
    m_search->setPlaceholderText(tr("Search devices"));
    m_search->setClearButtonEnabled(true);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    auto *present = buttons->addButton(tr("Take the present values"), QDialogButtonBox::ActionRole);
    present->setAutoDefault(false);
    m_store = buttons->addButton(m_scene.id.isValid() ? tr("Save") : tr("Create scene"), QDialogButtonBox::AcceptRole);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_name);
    column->addWidget(m_search);
    column->addWidget(m_values, 1);
    column->addWidget(m_hint);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &SceneDialog::store);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_name, &QLineEdit::textChanged, this, &SceneDialog::changed);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_values->search(words);
        changed();
    });
    connect(m_values, &SceneValues::chosenChanged, this, &SceneDialog::changed);
    connect(m_values, &SceneValues::refused, m_hint, &QLabel::setText);
    connect(present, &QPushButton::clicked, this, [this] {
        if (const int unknown = m_values->takePresent(); unknown > 0)
            m_hint->setText(tr("What %n of them are now is not known; they stay as they were.", nullptr, unknown));
    });
}

Scene SceneDialog::scene() const
{
    Scene scene = m_scene;
    scene.name = m_name->text();
    scene.values = m_values->chosen();
    return scene;
}

void SceneDialog::changed()
{
    const Scene now = scene();
    const Result<void> valid = now.validate();
    m_store->setEnabled(valid.has_value());
    QString hint = valid ? tr("%n value(s) are set.", nullptr, int(now.values.size())) : valid.error().text;
    if (m_values->topLevelItemCount() == 0)
        hint = tr("No device here says what it is and can be set. Only what a device reports can be kept in a scene.");
    else if (m_values->left() > 0)
        hint += u' ' + tr("%n more device(s) are not listed; search for them.", nullptr, int(m_values->left()));
    m_hint->setText(hint);
}

void SceneDialog::store()
{
    const Scene wanted = scene();
    const Result<SceneId> stored = wanted.id.isValid() ? m_scenes.change(wanted).map([&wanted] { return wanted.id; }) : m_scenes.add(wanted);
    if (!stored) {
        m_hint->setText(stored.error().text);
        return;
    }
    Q_EMIT this->stored(*stored);
    accept();
}

} // namespace muster
