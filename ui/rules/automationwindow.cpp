#include "ui/rules/automationwindow.h"

#include "core/fleet.h"
#include "rules/automationwords.h"
#include "ui/format.h"
#include "ui/icons.h"
#include "ui/rules/automationeditor.h"
#include "ui/rules/automationtemplates.h"
#include "ui/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
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

AutomationWindow::AutomationWindow(const Fleet &fleet, FleetColumns &columns, Automations &automations, QWidget *parent)
    : QDialog(parent)
    , m_fleet(fleet)
    , m_columns(columns)
    , m_automations(automations)
    , m_list(new QTreeWidget)
    , m_runs(new QTreeWidget)
    , m_title(new QLabel)
    , m_problem(new QLabel)
{
    setWindowTitle(tr("Automations"));
    resize(960, 620);
    build();
    refresh();
    connect(&automations, &Automations::rulesChanged, this, &AutomationWindow::refresh, Qt::QueuedConnection);
    connect(&automations, &Automations::runsChanged, this, &AutomationWindow::refreshRows);
    connect(m_list, &QTreeWidget::itemChanged, this, &AutomationWindow::toggled);
    connect(m_list, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *item) {
        if (const Automation *const rule = m_automations.rule(idOf(*item)))
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
    lower->setContentsMargins(0, 0, 0, 0);
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
    buildButtons();
}

void AutomationWindow::buildButtons()
{
    auto *row = new QHBoxLayout;
    const auto add = [this, row](const QString &text, const QKeySequence &keys, const std::function<void()> &order) {
        auto *button = new QPushButton(text);
        button->setAutoDefault(false);
        row->addWidget(button);
        if (!order)
            return button;
        connect(button, &QPushButton::clicked, this, order);
        auto *action = new QAction(this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, order);
        m_list->addAction(action);
        return button;
    };
    QPushButton *const make = add(tr("New automation"), {}, {});
    auto *menu = new QMenu(make);
    buildTemplates(*menu);
    make->setMenu(menu);
    m_forOne.append(add(tr("Edit…"), {}, [this] {
        if (const QList<AutomationId> ids = selected(); !ids.isEmpty())
            if (const Automation *const rule = m_automations.rule(ids.first()))
                edit(*rule);
    }));
    m_forOne.append(add(tr("Run now"), QKeySequence(Qt::Key_F5), [this] {
        if (const QList<AutomationId> ids = selected(); !ids.isEmpty()) {
            const Result<void> started = m_automations.runNow(ids.first());
            tell(started ? QString() : started.error().text);
        }
    }));
    m_forSome.append(add(tr("Stop"), {}, [this] {
        const QList<AutomationId> ids = selected();
        for (const AutomationId id : ids)
            m_automations.stopRuns(id);
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
    const QList<AutomationId> all = m_automations.all();
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
    const Automation *const rule = m_automations.rule(id);
    if (!rule)
        return;
    const QString halted = m_automations.halted(id);
    const QList<const AutomationRun *> runs = m_automations.runs(id);
    const AutomationRun *const last = runs.value(0);
    const QString sentence = automationwords::sentence(*rule, m_fleet);
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
    const Automation *const rule = m_automations.rule(m_shown);
    m_title->setText(rule ? automationwords::sentence(*rule, m_fleet) : tr("Choose an automation to see its last runs."));
    if (m_automations.all().isEmpty())
        m_title->setText(tr("No automations yet. They do something when a value crosses a limit, a device goes offline or an alarm is raised. Start with “New automation”."));
    m_runs->clear();
    const QList<const AutomationRun *> runs = m_automations.runs(m_shown);
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
    const Automation *const rule = m_filling ? nullptr : m_automations.rule(id);
    const bool on = item->checkState(Name) == Qt::Checked;
    if (rule && rule->enabled != on)
        m_automations.setEnabled(id, on);
}

void AutomationWindow::edit(const Automation &rule)
{
    auto *editor = new AutomationEditor(m_fleet, m_columns, m_automations, rule, this);
    connect(editor, &AutomationEditor::stored, this, &AutomationWindow::select, Qt::QueuedConnection);
    editor->show();
}

void AutomationWindow::removeSelected()
{
    const QList<AutomationId> ids = selected();
    for (const AutomationId id : ids)
        m_automations.remove(id);
}

void AutomationWindow::copy()
{
    QJsonArray rules;
    const QList<AutomationId> ids = selected();
    for (const AutomationId id : ids) {
        if (const Automation *const rule = m_automations.rule(id)) {
            QJsonObject json = automationjson::toJson(*rule);
            json.remove(QStringLiteral("id"));
            rules.append(json);
        }
    }
    if (!rules.isEmpty())
        QGuiApplication::clipboard()->setText(QString::fromUtf8((rules.size() == 1 ? QJsonDocument(rules.first().toObject()) : QJsonDocument(rules)).toJson()));
}

void AutomationWindow::paste()
{
    const QByteArray text = QGuiApplication::clipboard()->text().toUtf8();
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(text.size() <= mostPasted ? text : QByteArray(), &fault);
    const QJsonArray rules = document.isObject() ? QJsonArray {document.object()} : document.array();
    QString problem = rules.isEmpty() ? tr("The clipboard holds no automation. Copy one as JSON first.") : QString();
    for (const auto &value : rules) {
        const Result<Automation> rule = automationjson::ruleOf(value.toObject());
        const Result<AutomationId> added = rule ? m_automations.add(*rule) : Result<AutomationId>(tl::unexpected(rule.error()));
        if (!added)
            problem = added.error().text;
    }
    tell(problem);
}

void AutomationWindow::tell(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

} // namespace muster
