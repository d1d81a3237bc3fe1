#include "ui/rules/automationwindow.h"

#include "core/fleet.h"
#include "rules/automationwords.h"
#include "ui/emptyhint.h"
#include "ui/format.h"
#include "ui/icons.h"
#include "ui/rules/automationeditor.h"
#include "ui/rules/automationtemplates.h"
#include "ui/rules/rulelist.h"
#include "ui/rules/weekplanner.h"
#include "ui/theme.h"
#include "ui/undobar.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonArray>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace muster {

namespace {

constexpr int idRole = Qt::UserRole;
enum Column : int { Name, What, Last };
enum RunColumn : int { When, Happened };

const char *iconOf(const AutomationRun &run)
{
    using State = AutomationRun::State;
    switch (run.state) {
    case State::Done:
        return "check";
    case State::Failed:
        return "alert-triangle";
    case State::Stopped:
        return "x";
    case State::Declined:
        return "info-circle";
    default:
        return "player-play";
    }
}

} // namespace

AutomationWindow::AutomationWindow(const AutomationRoom &room, QWidget *parent)
    : QDialog(parent)
    , m_room(room)
    , m_list(new RuleTree)
    , m_runs(new RuleTree)
    , m_title(new QLabel)
    , m_undo(new UndoBar)
    , m_problem(new QLabel)
{
    setWindowTitle(tr("Automations"));
    rulelist::resize(*this, {960, 620});
    build();
    refresh();
    connect(&room.automations, &Automations::rulesChanged, this, &AutomationWindow::refresh, Qt::QueuedConnection);
    connect(&room.automations, &Automations::runsChanged, this, &AutomationWindow::refreshRows);
    connect(&room.automations, &Automations::siteChanged, this, [this] { m_title->setText(title()); });
    connect(m_list, &QTreeWidget::itemChanged, this, &AutomationWindow::toggled);
    connect(m_list, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *item) {
        if (const Automation *const rule = m_room.automations.rule(idOf(*item)))
            edit(*rule);
    });
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &AutomationWindow::showRuns);
}

void AutomationWindow::build()
{
    m_list->setAccessibleName(tr("Automations"));
    m_list->setHeaderLabels({tr("Automation"), tr("What it does"), tr("Last run")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->header()->resizeSection(Name, 220);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(What, QHeaderView::Stretch);
    m_list->header()->resizeSection(Last, 180);
    m_runs->setAccessibleName(tr("Last runs"));
    m_runs->setHeaderLabels({tr("Time"), tr("What happened")});
    m_runs->setWordWrap(true);
    m_runs->header()->resizeSection(When, 200);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *below = new QWidget;
    auto *lower = new QVBoxLayout(below);
    lower->setContentsMargins(0, 4, 0, 0);
    lower->addWidget(m_title);
    lower->addWidget(m_runs, 1);
    auto *split = new QSplitter(Qt::Vertical);
    split->addWidget(m_list);
    split->addWidget(below);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    split->setChildrenCollapsible(false);
    auto *column = new QVBoxLayout(this);
    column->addWidget(split, 1);
    column->addWidget(m_problem);
    column->addWidget(m_undo);
    buildButtons();
    m_list->setFocus();
    auto *none = new EmptyHint(*m_list, *m_list->model());
    none->setText(tr("No automations yet."), tr("They do something when a value crosses a limit, it is time, a device goes offline or an alarm is raised."));
    none->addButton(tr("New automation"))->setMenu(m_new);
    below->setVisible(m_list->topLevelItemCount() > 0);
    connect(none, &EmptyHint::shown, below, &QWidget::setHidden);
}

void AutomationWindow::buildButtons()
{
    auto *row = new QHBoxLayout;
    const auto add = [this, row](const QString &text, const QKeySequence &keys, const std::function<void()> &order) {
        return rulelist::addButton(*row, *m_list, text, keys, order);
    };
    auto *make = new QPushButton(tr("New automation"));
    make->setAutoDefault(false);
    m_new = new QMenu(make);
    buildTemplates(*m_new);
    make->setMenu(m_new);
    row->addWidget(make);
    m_forOne.append(add(tr("Edit…"), {}, [this] {
        if (const QList<AutomationId> ids = selected(); !ids.isEmpty())
            if (const Automation *const rule = m_room.automations.rule(ids.first()))
                edit(*rule);
    }));
    m_forOne.append(add(tr("Run now"), QKeySequence(Qt::Key_F5), [this] {
        if (const QList<AutomationId> ids = selected(); !ids.isEmpty()) {
            const Result<void> started = m_room.automations.runNow(ids.first());
            tell(started ? QString() : started.error().text);
        }
    }));
    m_forSome.append(add(tr("Stop"), {}, [this] {
        const QList<AutomationId> ids = selected();
        for (const AutomationId id : ids)
            m_room.automations.stopRuns(id);
    }));
    m_forSome.append(add(tr("Delete"), QKeySequence(Qt::Key_Delete), [this] { removeSelected(); }));
    row->addStretch();
    m_forSome.append(add(tr("Copy as JSON"), QKeySequence::Copy, [this] { copy(); }));
    add(tr("Paste"), QKeySequence::Paste, [this] { paste(); });
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
}

void AutomationWindow::buildTemplates(QMenu &menu)
{
    menu.setToolTipsVisible(true);
    connect(menu.addAction(tr("From scratch…")), &QAction::triggered, this, [this] { edit({}); });
    connect(menu.addAction(tr("Week plan…")), &QAction::triggered, this, [this] { plan({}); });
    menu.addSeparator();
    const QList<automationtemplates::Template> all = automationtemplates::all();
    for (const automationtemplates::Template &one : all) {
        QAction *const action = menu.addAction(one.name + QStringLiteral("…"));
        action->setToolTip(one.what);
        connect(action, &QAction::triggered, this, [this, rules = one.rules] {
            for (qsizetype i = rules.size(); i > 0; --i) // the first one on top
                edit(rules.at(i - 1));
        });
    }
}

AutomationId AutomationWindow::idOf(const QTreeWidgetItem &item)
{
    return {item.data(Name, idRole).toUInt()};
}

QList<AutomationId> AutomationWindow::selected() const
{
    QList<AutomationId> ids;
    const QList<QTreeWidgetItem *> items = m_list->selectedItems();
    for (const QTreeWidgetItem *item : items)
        ids.append(idOf(*item));
    return ids;
}

void AutomationWindow::select(AutomationId id)
{
    for (int i = 0; i < m_list->topLevelItemCount(); ++i)
        if (idOf(*m_list->topLevelItem(i)) == id)
            m_list->setCurrentItem(m_list->topLevelItem(i));
}

void AutomationWindow::refresh()
{
    const QList<AutomationId> before = selected();
    m_filling = true;
    m_list->clear();
    const QList<AutomationId> all = m_room.automations.all();
    QList<QTreeWidgetItem *> items;
    for (const AutomationId id : all) {
        auto *item = new QTreeWidgetItem;
        showRow(*item, id);
        items.append(item);
    }
    m_list->addTopLevelItems(items);
    for (QTreeWidgetItem *item : std::as_const(items))
        item->setSelected(before.contains(idOf(*item)));
    if (before.isEmpty() && !items.isEmpty())
        m_list->setCurrentItem(items.first());
    m_filling = false;
    showRuns();
}

void AutomationWindow::showRow(QTreeWidgetItem &item, AutomationId id)
{
    const Automation *const rule = m_room.automations.rule(id);
    if (!rule)
        return;
    const QString halted = m_room.automations.halted(id);
    const QList<const AutomationRun *> runs = m_room.automations.runs(id);
    const AutomationRun *const last = runs.value(0);
    const QString sentence = automationwords::sentence(*rule, m_room.fleet);
    item.setData(Name, idRole, id.n);
    item.setText(Name, format::plain(rule->name, 100));
    item.setCheckState(Name, rule->enabled ? Qt::Checked : Qt::Unchecked);
    item.setText(What, halted.isEmpty() ? sentence : halted);
    item.setToolTip(What, QStringLiteral("<qt>%1</qt>").arg((halted.isEmpty() ? sentence : halted).toHtmlEscaped()));
    item.setIcon(What, halted.isEmpty() ? QIcon() : icons::icon("alert-triangle"));
    item.setText(Last, last ? tr("%1, %2", "state, when").arg(automationwords::state(last->state), format::age(last->ended != 0 ? last->ended : last->started, nowMicros())) : tr("never"));
    item.setIcon(Last, last ? icons::icon(iconOf(*last)) : QIcon());
}

void AutomationWindow::refreshRows(const QList<AutomationId> &ids)
{
    const QSet<AutomationId> wanted(ids.cbegin(), ids.cend());
    m_filling = true;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i)
        if (QTreeWidgetItem *const item = m_list->topLevelItem(i); wanted.contains(idOf(*item)))
            showRow(*item, idOf(*item));
    m_filling = false;
    if (wanted.contains(m_shown))
        showRuns();
}

/// What the chosen one does, and when next; if a schedule will not set it off, why.
QString AutomationWindow::title() const
{
    const Automations &automations = m_room.automations;
    const Automation *const rule = automations.rule(m_shown);
    if (!rule)
        return tr("Choose an automation to see its last runs.");
    const QString sentence = automationwords::sentence(*rule, m_room.fleet);
    if (const Micros next = automations.nextRun(m_shown); next != 0)
        return tr("%1 Next: %2.", "sentence, moment").arg(sentence, automationwords::moment(next, automations.zone()));
    if (!rule->enabled || !rule->hasSchedule() || !automations.halted(m_shown).isEmpty())
        return sentence;
    const Result<void> valid = automations.check(*rule);
    return sentence + u' ' + (valid ? tr("It will never be time again.") : valid.error().text);
}

void AutomationWindow::showRuns()
{
    const QList<AutomationId> ids = selected();
    for (QPushButton *button : std::as_const(m_forOne))
        button->setEnabled(ids.size() == 1);
    for (QPushButton *button : std::as_const(m_forSome))
        button->setEnabled(!ids.isEmpty());
    if (m_filling)
        return;
    m_shown = ids.size() == 1 ? ids.first() : AutomationId();
    m_title->setText(title());
    m_runs->clear();
    const QList<const AutomationRun *> runs = m_room.automations.runs(m_shown);
    for (const AutomationRun *const run : runs) {
        QString state = automationwords::state(run->state);
        if (run->times > 1)
            state = tr("%1, %n time(s) in a row", nullptr, run->times).arg(state);
        auto *item = new QTreeWidgetItem(m_runs, {format::exactTime(run->started), state});
        item->setIcon(When, icons::icon(iconOf(*run)));
        for (const TraceLine &line : run->trace) {
            auto *child = new QTreeWidgetItem(item, {format::exactTime(line.time), line.text});
            child->setToolTip(Happened, QStringLiteral("<qt>%1</qt>").arg(line.text.toHtmlEscaped()));
            if (!line.good)
                child->setForeground(Happened, theme::colours(palette()).alarm);
        }
    }
    if (m_runs->topLevelItemCount() > 0)
        m_runs->topLevelItem(0)->setExpanded(true);
}

void AutomationWindow::toggled(QTreeWidgetItem *item)
{
    const AutomationId id = idOf(*item);
    const Automation *const rule = m_filling ? nullptr : m_room.automations.rule(id);
    const bool on = item->checkState(Name) == Qt::Checked;
    if (rule && rule->enabled != on)
        m_room.automations.setEnabled(id, on);
}

void AutomationWindow::edit(const Automation &rule)
{
    if (rule.id.isValid() && WeekPlanner::fits(rule))
        return plan(rule);
    auto *editor = new AutomationEditor(m_room, rule, this);
    connect(editor, &AutomationEditor::stored, this, &AutomationWindow::select, Qt::QueuedConnection);
    editor->show();
}

void AutomationWindow::plan(const Automation &rule)
{
    auto *planner = new WeekPlanner(m_room.fleet, m_room.columns, m_room.automations, rule, this);
    connect(planner, &WeekPlanner::stored, this, &AutomationWindow::select, Qt::QueuedConnection);
    planner->show();
}

void AutomationWindow::removeSelected()
{
    const QList<AutomationId> ids = selected();
    QList<Automation> removed;
    QStringList names;
    for (const AutomationId id : ids) {
        if (const Automation *const rule = m_room.automations.rule(id)) {
            removed.append(*rule);
            names.append(rule->name);
        }
        m_room.automations.remove(id);
    }
    rulelist::offerUndo(*m_undo, names, [this, removed] {
        for (const Automation &rule : removed)
            std::ignore = m_room.automations.add(rule);
    });
}

void AutomationWindow::copy()
{
    QJsonArray rules;
    const QList<AutomationId> ids = selected();
    for (const AutomationId id : ids) {
        if (const Automation *const rule = m_room.automations.rule(id)) {
            QJsonObject json = automationjson::toJson(*rule);
            json.remove(QStringLiteral("id"));
            rules.append(json);
        }
    }
    rulelist::copy(rules);
}

void AutomationWindow::paste()
{
    tell(rulelist::paste(tr("The clipboard holds no automation. Copy one as JSON first."), [this](const QJsonObject &json) -> Result<void> {
        return automationjson::ruleOf(json).and_then([this](const Automation &rule) { return m_room.automations.add(rule); }).map([](AutomationId) {});
    }));
}

void AutomationWindow::tell(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

} // namespace muster
