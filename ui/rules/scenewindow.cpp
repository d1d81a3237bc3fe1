#include "ui/rules/scenewindow.h"

#include "core/fleet.h"
#include "ui/emptyhint.h"
#include "ui/format.h"
#include "ui/icons.h"
#include "ui/rules/rulelist.h"
#include "ui/rules/scenedialog.h"
#include "ui/rules/scenevalues.h"
#include "ui/theme.h"
#include "ui/undobar.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonArray>
#include <QLabel>
#include <QPushButton>
#include <QSet>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace muster {

namespace {

constexpr int idRole = Qt::UserRole;
constexpr int progressMs = 100;
enum Column : int { Name, Sets, Last };
enum ValueColumn : int { Whose, What, SetTo, Went };

SceneId idOf(const QTreeWidgetItem &item)
{
    return {item.data(Name, idRole).toUInt()};
}

} // namespace

SceneWindow::SceneWindow(const Fleet &fleet, Scenes &scenes, QWidget *parent)
    : QDialog(parent)
    , m_fleet(fleet)
    , m_scenes(scenes)
    , m_list(new RuleTree)
    , m_values(new RuleTree)
    , m_title(new QLabel)
    , m_problem(new QLabel)
    , m_question(new QWidget)
    , m_asked(new QLabel)
    , m_undo(new UndoBar)
    , m_progress(this)
{
    setWindowTitle(tr("Scenes"));
    rulelist::resize(*this, {820, 560});
    build();
    refresh();
    m_progress.setSingleShot(true);
    m_progress.setInterval(progressMs);
    connect(&m_progress, &QTimer::timeout, this, &SceneWindow::refreshRows);
    connect(&scenes, &Scenes::scenesChanged, this, &SceneWindow::refresh, Qt::QueuedConnection);
    connect(&scenes, &Scenes::progressed, this, [this] {
        if (!m_progress.isActive())
            m_progress.start();
    });
    connect(&scenes, &Scenes::ended, this, &SceneWindow::refreshRows);
    connect(m_list, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *item) {
        if (const Scene *const scene = m_scenes.scene(idOf(*item)))
            edit(*scene);
    });
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, [this] {
        m_question->hide();
        showValues();
    });
}

void SceneWindow::build()
{
    m_list->setAccessibleName(tr("Scenes"));
    m_list->setHeaderLabels({tr("Scene"), tr("Sets"), tr("Last applied")});
    m_list->setRootIsDecorated(false);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->header()->resizeSection(Name, 240);
    m_list->header()->resizeSection(Sets, 200);
    m_values->setAccessibleName(tr("What it sets"));
    m_values->setHeaderLabels({tr("Device"), tr("Command"), tr("Is set to"), tr("The last time")});
    m_values->setRootIsDecorated(false);
    m_values->header()->resizeSection(Whose, 220);
    m_values->header()->resizeSection(What, 160);
    m_values->header()->resizeSection(SetTo, 120);
    for (QLabel *label : {m_title, m_problem, m_asked}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_problem->hide();
    auto *below = new QWidget;
    auto *lower = new QVBoxLayout(below);
    lower->setContentsMargins(0, 4, 0, 0);
    lower->addWidget(m_title);
    lower->addWidget(m_values, 1);
    auto *split = new QSplitter(Qt::Vertical);
    split->addWidget(m_list);
    split->addWidget(below);
    split->setChildrenCollapsible(false);
    split->setStretchFactor(0, 2);
    split->setStretchFactor(1, 3);
    m_question->setLayout(makeQuestion());
    m_question->hide();
    auto *column = new QVBoxLayout(this);
    column->addWidget(split, 1);
    column->addWidget(m_problem);
    column->addWidget(m_question);
    column->addWidget(m_undo);
    column->addLayout(makeButtons());
    m_list->setFocus();
    auto *none = new EmptyHint(*m_list, *m_list->model());
    none->setText(tr("No scenes yet."), tr("A scene keeps what devices are now, to bring it about again later."));
    connect(none->addButton(tr("New scene…")), &QPushButton::clicked, this, [this] { capture({}); });
    below->setVisible(m_list->topLevelItemCount() > 0);
    connect(none, &EmptyHint::shown, below, &QWidget::setHidden);
}

QLayout *SceneWindow::makeButtons()
{
    auto *row = new QHBoxLayout;
    const auto add = [this, row](const QString &text, const QKeySequence &keys, const std::function<void()> &order) {
        return rulelist::addButton(*row, *m_list, text, keys, order);
    };
    add(tr("New scene…"), QKeySequence::New, [this] { capture({}); });
    m_edit = add(tr("Edit…"), {}, [this] {
        if (const Scene *const scene = current())
            edit(*scene);
    });
    m_apply = add(tr("Apply"), QKeySequence(Qt::Key_F5), [this] { ask(); });
    m_stop = add(tr("Stop"), {}, [this] { stop(); });
    m_remove = add(tr("Delete"), QKeySequence(Qt::Key_Delete), [this] { removeSelected(); });
    row->addStretch();
    m_copy = add(tr("Copy as JSON"), QKeySequence::Copy, [this] { copy(); });
    add(tr("Paste"), QKeySequence::Paste, [this] { paste(); });
    return row;
}

QLayout *SceneWindow::makeQuestion()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_asked, 1);
    const auto add = [this, row](const QString &text, bool mayBeDangerous) {
        auto *button = new QPushButton(text);
        button->setAutoDefault(false);
        button->setProperty("dangerous", mayBeDangerous);
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, mayBeDangerous] {
            m_question->hide();
            apply(mayBeDangerous);
        });
    };
    add(tr("Send these, too"), true);
    add(tr("Leave these out"), false);
    return row;
}

QList<SceneId> SceneWindow::selected() const
{
    QList<SceneId> ids;
    const QList<QTreeWidgetItem *> items = m_list->selectedItems();
    for (const QTreeWidgetItem *item : items)
        ids.append(idOf(*item));
    return ids;
}

const Scene *SceneWindow::current() const
{
    const QList<SceneId> ids = selected();
    return ids.size() == 1 ? m_scenes.scene(ids.first()) : nullptr;
}

void SceneWindow::select(SceneId id)
{
    for (int i = 0; i < m_list->topLevelItemCount(); ++i)
        if (idOf(*m_list->topLevelItem(i)) == id)
            m_list->setCurrentItem(m_list->topLevelItem(i));
}

void SceneWindow::refresh()
{
    const QList<SceneId> before = selected();
    m_list->clear();
    for (const Scene &scene : m_scenes.all()) {
        auto *item = new QTreeWidgetItem(m_list);
        item->setData(Name, idRole, scene.id.n);
        showRow(*item, scene);
        item->setSelected(before.contains(scene.id));
    }
    if (selected().isEmpty() && m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(0));
    showValues();
}

void SceneWindow::refreshRows()
{
    for (int i = 0; i < m_list->topLevelItemCount(); ++i)
        if (const Scene *const scene = m_scenes.scene(idOf(*m_list->topLevelItem(i))))
            showRow(*m_list->topLevelItem(i), *scene);
    showButtons();
    if (const Scene *const scene = current())
        showFailures(*scene);
}

void SceneWindow::showRow(QTreeWidgetItem &item, const Scene &scene)
{
    QSet<QString> devices;
    for (const SceneValue &value : scene.values)
        devices.insert(value.address);
    const SceneRun *const run = m_scenes.last(scene.id);
    item.setText(Name, format::plain(scene.name, 100));
    item.setText(Sets, tr("%1, %2", "so many devices, so many values").arg(tr("%n device(s)", nullptr, int(devices.size())), tr("%n value(s)", nullptr, int(scene.values.size()))));
    item.setText(Last, run ? outcome(*run) : QString());
    item.setIcon(Last, !run ? QIcon() : icons::icon(!run->isOver() ? "player-play" : run->failed() > 0 || run->left > 0 ? "alert-triangle" : "check"));
    item.setToolTip(Last, run ? format::tip(format::exactTime(run->started)) : QString());
}

QString SceneWindow::outcome(const SceneRun &run)
{
    if (!run.isOver())
        return run.failed() > 0 ? tr("Being applied: %1 of %2, %3 failed").arg(run.done()).arg(run.total).arg(run.failed()) : tr("Being applied: %1 of %2").arg(run.done()).arg(run.total);
    if (run.left > 0)
        return tr("Stopped: %1 of %2 set, %3 failed").arg(run.good).arg(run.total).arg(run.failed());
    if (run.failed() > 0)
        return tr("%1 of %2 set, %3 failed").arg(run.good).arg(run.total).arg(run.failed());
    return run.unconfirmed == 0 ? tr("Done, confirmed") : tr("Done, %1 of %2 not confirmed").arg(run.unconfirmed).arg(run.total);
}

void SceneWindow::showValues()
{
    showButtons();
    m_values->clear();
    const Scene *const scene = current();
    m_title->setText(scene ? tr("“%1” sets:").arg(format::plain(scene->name, 100)) : tr("Choose a scene to see what it sets."));
    if (!scene)
        return;
    QList<QTreeWidgetItem *> items;
    for (const SceneValue &value : scene->values) {
        const CommandInfo *const command = scenelogic::commandOf(m_fleet, value);
        items.append(new QTreeWidgetItem({scenewords::device(m_fleet, value), scenewords::command(value, command), scenewords::value(value, command)}));
    }
    m_values->addTopLevelItems(items);
    showFailures(*scene);
}

/// What could not be set the last time. The lines stay, and what of them is seen.
void SceneWindow::showFailures(const Scene &scene)
{
    QHash<std::pair<QString, QString>, QString> why;
    if (const SceneRun *const run = m_scenes.last(scene.id))
        for (const SceneRun::Failure &failure : run->failures)
            why.insert({failure.value.address, failure.value.key}, failure.why);
    for (int i = 0; i < m_values->topLevelItemCount() && i < scene.values.size(); ++i) {
        const SceneValue &value = scene.values.at(i);
        const QString text = why.value({value.address, value.key});
        QTreeWidgetItem &item = *m_values->topLevelItem(i);
        item.setText(Went, format::plain(text, 300));
        item.setToolTip(Went, format::tip(text));
        item.setForeground(Went, theme::colours(palette()).alarm);
    }
}

void SceneWindow::showButtons()
{
    const QList<SceneId> ids = selected();
    const SceneRun *const run = ids.size() == 1 ? m_scenes.last(ids.first()) : nullptr;
    const bool isUnderWay = run && !run->isOver();
    m_edit->setEnabled(ids.size() == 1);
    m_apply->setEnabled(ids.size() == 1 && !isUnderWay && !m_fleet.isPast());
    m_stop->setEnabled(isUnderWay);
    m_remove->setEnabled(!ids.isEmpty());
    m_copy->setEnabled(!ids.isEmpty());
}

void SceneWindow::capture(const QList<DeviceId> &devices)
{
    edit(SceneDialog::of(m_fleet, devices));
}

void SceneWindow::edit(const Scene &scene)
{
    auto *dialog = new SceneDialog(m_fleet, m_scenes, scene, this);
    connect(dialog, &SceneDialog::stored, this, [this, before = scene](SceneId id) {
        if (before.id.isValid())
            m_undo->offer(tr("“%1” was changed.").arg(format::plain(before.name, 100)), [this, before] {
                const Result<void> changed = m_scenes.change(before);
                tell(changed ? QString() : changed.error().text);
            });
        select(id);
    }, Qt::QueuedConnection);
    dialog->show();
}

/// Dangerous commands are asked about once, before anything is sent.
void SceneWindow::ask()
{
    const Scene *const scene = current();
    if (!scene || !m_apply->isEnabled())
        return;
    m_askedFor = scene->id;
    const int dangerous = m_scenes.dangerous(*scene);
    if (dangerous == 0)
        return apply(false);
    m_asked->setText(tr("%n of the commands of “%1” are dangerous.", nullptr, dangerous).arg(format::plain(scene->name, 100)));
    m_question->show();
}

void SceneWindow::apply(bool mayBeDangerous)
{
    const Result<quint64> applied = m_scenes.apply(m_askedFor, QStringLiteral("person"), mayBeDangerous);
    tell(applied ? QString() : applied.error().text);
    refreshRows();
}

void SceneWindow::stop()
{
    const Scene *const scene = current();
    if (const SceneRun *const run = scene ? m_scenes.last(scene->id) : nullptr; run && !run->isOver())
        m_scenes.stop(run->number);
}

void SceneWindow::removeSelected()
{
    QList<Scene> removed;
    const QList<SceneId> ids = selected();
    for (const SceneId id : ids)
        if (const Scene *const scene = m_scenes.scene(id))
            removed.append(*scene);
    for (const Scene &scene : std::as_const(removed))
        m_scenes.remove(scene.id);
    if (removed.isEmpty())
        return;
    const QString sentence = removed.size() == 1 ? tr("“%1” was deleted.").arg(format::plain(removed.first().name, 100)) : tr("%n scene(s) were deleted.", nullptr, int(removed.size()));
    m_undo->offer(sentence, [this, removed] {
        for (const Scene &scene : removed)
            m_scenes.putBack(scene);
    });
}

void SceneWindow::copy()
{
    QJsonArray scenes;
    const QList<SceneId> ids = selected();
    for (const SceneId id : ids) {
        if (const Scene *const scene = m_scenes.scene(id)) {
            QJsonObject json = scenejson::toJson(*scene);
            json.remove(QStringLiteral("id"));
            scenes.append(json);
        }
    }
    rulelist::copy(scenes);
}

void SceneWindow::paste()
{
    tell(rulelist::paste(tr("The clipboard holds no scene. Copy one as JSON first."), [this](const QJsonObject &json) -> Result<void> {
        return scenejson::sceneOf(json).and_then([this](const Scene &scene) { return m_scenes.add(scene); }).map([](SceneId) {});
    }));
}

void SceneWindow::tell(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

} // namespace muster
