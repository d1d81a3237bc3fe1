#include "ui/rules/alarmview.h"

#include "ui/asktext.h"
#include "ui/cellpaint.h"
#include "ui/chart/flowlayout.h"
#include "ui/emptystate.h"
#include "ui/format.h"
#include "ui/icons.h"
#include "ui/models/alarmmodel.h"
#include "ui/rules/alarmwords.h"
#include "ui/theme.h"

#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace muster {

namespace {

constexpr int refreshMs = 200;
constexpr int barHeight = 28;
constexpr int leastHeight = 132; ///< of the list: the empty state needs it
constexpr int stateLength = 12;  ///< characters

enum LogColumn : int { Time, What, Event, Value, Why };

QIcon coloured(const char *name, const QColor &colour)
{
    QPixmap picture = icons::icon(name).pixmap(QSize(32, 32));
    QPainter painter(&picture);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(picture.rect(), colour);
    painter.end();
    return {picture};
}

/// What is over or acknowledged is muted; the severity is a coloured shape beside the rule.
class AlarmDelegate : public QStyledItemDelegate
{
public:
    AlarmDelegate(const Alarms &alarms, const AlarmModel &model, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_alarms(alarms)
        , m_model(model)
    {}
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(), theme::rowHeight()};
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const theme::Colours &colours = theme::colours(option->palette);
        const Alarm *const alarm = m_model.alarmAt(index);
        const AlarmRule *const rule = m_alarms.rule(m_model.ruleAt(index));
        const bool isQuiet = alarm && (!alarm->active || alarm->acknowledged || alarm->isShelved());
        if (isQuiet || index.column() >= AlarmModel::Since)
            option->palette.setColor(QPalette::Text, colours.muted);
        if (alarm || !rule)
            return;
        option->font.setWeight(QFont::DemiBold);
        if (index.column() != AlarmModel::What)
            return;
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = QSize(16, 16);
        option->icon = coloured(alarmwords::icon(rule->severity), alarmwords::colour(rule->severity, option->palette));
    }

private:
    const Alarms &m_alarms;
    const AlarmModel &m_model;
};

class AlarmTree : public QTreeView
{
public:
    using QTreeView::QTreeView;

protected:
    void initViewItemOption(QStyleOptionViewItem *option) const override
    {
        QTreeView::initViewItemOption(option);
        cellpaint::softenSelection(*option);
    }
};

} // namespace

AlarmView::AlarmView(const Fleet &fleet, Alarms &alarms, QWidget *parent)
    : QWidget(parent)
    , m_fleet(fleet)
    , m_alarms(alarms)
    , m_model(new AlarmModel(alarms, this))
    , m_tree(new AlarmTree(this))
    , m_log(new QTreeWidget(this))
    , m_empty(new EmptyState(this))
    , m_pages(new QStackedWidget(this))
    , m_refresh(this)
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_model->setWords([this](const QModelIndex &index, int role) { return words(index, role); });
    makeTree();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *top = new QVBoxLayout; // FlowLayout knows no margins
    top->setContentsMargins(8, 4, 8, 4);
    top->addWidget(makeBar());
    column->addLayout(top);
    m_pages->setMinimumHeight(leastHeight);
    column->addWidget(m_pages, 1);
    m_pages->addWidget(m_tree);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_log);
    connect(m_empty->addButton(tr("New alarm…")), &QPushButton::clicked, this, &AlarmView::newRequested);
    makeActions();
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(refreshMs);
    connect(&m_refresh, &QTimer::timeout, this, &AlarmView::refresh);
    const auto soon = [this] {
        if (!m_refresh.isActive())
            m_refresh.start();
    };
    connect(&alarms, &Alarms::alarmsChanged, this, soon);
    connect(&alarms, &Alarms::rulesChanged, this, soon);
    connect(m_model, &AlarmModel::modelAboutToBeReset, this, [this] {
        m_open.clear();
        for (int row = 0; row < m_model->rowCount(); ++row)
            if (const QModelIndex index = m_model->index(row, 0); m_tree->isExpanded(index))
                m_open.insert(m_model->ruleAt(index));
    });
    connect(m_model, &AlarmModel::modelReset, this, &AlarmView::openFew);
    connect(m_model, &AlarmModel::rowsInserted, this, [this] {
        m_open.clear();
        openFew();
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this, soon);
    openFew();
    refresh();
}

void AlarmView::makeTree()
{
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new AlarmDelegate(m_alarms, *m_model, m_tree));
    m_tree->setObjectName(QStringLiteral("alarmTree"));
    m_tree->setAccessibleName(tr("Alarms"));
    m_tree->setUniformRowHeights(true);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setExpandsOnDoubleClick(true);
    QHeaderView *header = m_tree->header();
    header->setStretchLastSection(true);
    header->resizeSection(AlarmModel::What, 300);
    header->resizeSection(AlarmModel::State, 170);
    header->resizeSection(AlarmModel::Number, 90);
    header->resizeSection(AlarmModel::Since, 80);
    connect(m_tree, &QTreeView::customContextMenuRequested, this, &AlarmView::popupMenu);
    connect(m_tree, &QTreeView::activated, this, [this](const QModelIndex &index) {
        if (const Alarm *const alarm = m_model->alarmAt(index))
            Q_EMIT deviceRequested(alarm->device);
    });
    m_log->setHeaderLabels({tr("Time"), tr("Alarm"), tr("What happened"), tr("Value"), tr("Why")});
    m_log->setAccessibleName(tr("Log of the alarms"));
    m_log->setRootIsDecorated(false);
    m_log->setUniformRowHeights(true);
    m_log->header()->resizeSection(Time, 150);
    m_log->header()->resizeSection(What, 320);
    m_log->header()->resizeSection(Event, 130);
}

QWidget *AlarmView::makeBar()
{
    auto *bar = new QWidget(this);
    auto *row = new FlowLayout(bar, 4);
    for (int n = alarmSeverities - 1; n >= 0; --n) {
        auto *button = new QToolButton(bar);
        button->setCheckable(true);
        button->setChecked(true);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        m_severities.at(size_t(n)) = button;
        row->addWidget(button);
        connect(button, &QToolButton::toggled, this, &AlarmView::filter);
    }
    m_state = new QComboBox(bar);
    m_state->setAccessibleName(tr("Which alarms"));
    m_state->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_state->setMinimumContentsLength(stateLength);
    m_state->addItems({tr("Open"), tr("Active"), tr("Not acknowledged"), tr("Shelved"), tr("All")});
    connect(m_state, &QComboBox::currentIndexChanged, this, &AlarmView::filter);
    m_acknowledge = new QPushButton(icons::icon("check"), tr("Acknowledge"), bar);
    m_acknowledge->setToolTip(tr("Acknowledge what is selected (A; with a comment: Shift+A)"));
    connect(m_acknowledge, &QPushButton::clicked, this, &AlarmView::acknowledgeSelected);
    m_shelve = new QPushButton(tr("Shelve"), bar);
    m_shelve->setToolTip(tr("Put what is selected out of sight for a while (S: one hour)"));
    auto *shelf = new QMenu(m_shelve);
    fillShelf(*shelf);
    m_shelve->setMenu(shelf);
    m_logged = new QToolButton(bar);
    m_logged->setText(tr("Log"));
    m_logged->setCheckable(true);
    connect(m_logged, &QToolButton::toggled, this, &AlarmView::showLog);
    auto *rules = new QToolButton(bar);
    rules->setText(tr("Rules…"));
    connect(rules, &QToolButton::clicked, this, &AlarmView::rulesRequested);
    auto *add = new QToolButton(bar);
    add->setIcon(icons::icon("plus"));
    add->setToolTip(tr("New alarm…"));
    add->setAccessibleName(tr("New alarm…"));
    connect(add, &QToolButton::clicked, this, &AlarmView::newRequested);
    for (QWidget *widget : QList<QWidget *> {m_state, m_acknowledge, m_shelve, m_logged, rules, add})
        row->addWidget(widget);
    for (int n = 0; n < row->count(); ++n)
        row->itemAt(n)->widget()->setFixedHeight(barHeight);
    return bar;
}

void AlarmView::fillShelf(QMenu &menu)
{
    constexpr qint64 hour = 3'600;
    const auto add = [this, &menu](const QString &text, qint64 seconds) { menu.addAction(text, this, [this, seconds] { shelveSelected(seconds); }); };
    add(tr("For 15 minutes"), hour / 4);
    add(tr("For an hour"), hour);
    add(tr("For 8 hours"), 8 * hour);
    add(tr("For a day"), 24 * hour);
    add(tr("For a week"), 7 * 24 * hour);
    menu.addSeparator();
    menu.addAction(tr("Back from the shelf"), this, &AlarmView::unshelveSelected);
}

void AlarmView::makeActions()
{
    const auto add = [this](const QString &text, const QKeySequence &keys, const std::function<void()> &order) {
        auto *action = new QAction(text, this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, order);
        m_tree->addAction(action);
    };
    add(tr("Acknowledge"), QKeySequence(Qt::Key_A), [this] { acknowledgeSelected(); });
    add(tr("Acknowledge with comment…"), QKeySequence(Qt::SHIFT | Qt::Key_A), [this] { acknowledgeWithComment(); });
    add(tr("Shelve for an hour"), QKeySequence(Qt::Key_S), [this] { shelveSelected(3'600); });
    add(tr("It is over"), QKeySequence(Qt::Key_O), [this] { clearSelected(); });
    add(tr("Back from the shelf"), QKeySequence(Qt::SHIFT | Qt::Key_S), [this] { unshelveSelected(); });
}

QList<AlarmKey> AlarmView::selected() const
{
    const QModelIndexList rows = m_tree->selectionModel()->selectedRows();
    QSet<AlarmKey> keys;
    for (const QModelIndex &row : rows) {
        const QList<AlarmKey> below = m_model->keysAt(row);
        for (const AlarmKey &key : below)
            keys.insert(key);
    }
    return keys.values();
}

void AlarmView::acknowledgeSelected()
{
    m_alarms.acknowledge(selected());
}

void AlarmView::acknowledgeWithComment()
{
    const QList<AlarmKey> keys = selected();
    if (!keys.isEmpty())
        askText(this, tr("Acknowledge"), tr("What is being done about it?"), {}, [this, keys](const QString &comment) { m_alarms.acknowledge(keys, comment); });
}

void AlarmView::shelveSelected(qint64 seconds)
{
    m_alarms.shelve(selected(), nowMicros() + seconds * 1'000'000);
}

void AlarmView::unshelveSelected()
{
    m_alarms.unshelve(selected());
}

void AlarmView::clearSelected()
{
    m_alarms.clear(selected(), tr("By a person."));
}

void AlarmView::filter()
{
    AlarmFilter filter {AlarmFilter::State(std::max(0, m_state->currentIndex())), 0};
    for (size_t n = 0; n < m_severities.size(); ++n)
        if (m_severities.at(n)->isChecked())
            filter.severities = quint8(filter.severities | 1U << n);
    m_model->setFilter(filter);
    refresh();
}

void AlarmView::openFew()
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, 0);
        const AlarmRuleId rule = m_model->ruleAt(index);
        const bool isNew = !m_met.contains(rule);
        m_met.insert(rule);
        if ((isNew && m_model->rowCount(index) <= mostOpen) || m_open.contains(rule))
            m_tree->expand(index);
    }
}

void AlarmView::refresh()
{
    const auto counts = m_alarms.counts();
    for (size_t n = 0; n < counts.size(); ++n) {
        const auto severity = AlarmSeverity(n);
        QToolButton *const button = m_severities.at(n);
        const QString text = tr("%1 %2", "severity, count").arg(alarmwords::severity(severity), format::count(counts.at(n)));
        button->setText(text);
        button->setAccessibleName(text);
        button->setToolTip(tr("Show or hide the alarms of this severity"));
        button->setIcon(counts.at(n) > 0 ? coloured(alarmwords::icon(severity), alarmwords::colour(severity, palette())) : QIcon());
    }
    const bool any = !selected().isEmpty();
    m_acknowledge->setEnabled(any);
    m_shelve->setEnabled(any);
    if (m_alarms.rules().isEmpty())
        m_empty->setText(tr("No alarms yet."), tr("An alarm watches a metric and tells when it is out of bounds, stays so, or falls silent. A right click on a metric makes one, too; an automation can raise one."));
    else
        m_empty->setText(m_alarms.all().isEmpty() ? tr("All is well.") : tr("No alarm fits these filters."), tr("Alarms that are over and acknowledged are in the log."));
    if (!m_logged->isChecked())
        m_pages->setCurrentWidget(m_model->rowCount() > 0 ? static_cast<QWidget *>(m_tree) : m_empty);
    else
        showLog(true);
}

void AlarmView::showLog(bool shown)
{
    if (!shown) {
        refresh();
        return;
    }
    m_pages->setCurrentWidget(m_log);
    m_log->clear();
    const auto &log = m_alarms.log();
    QList<QTreeWidgetItem *> lines;
    for (auto entry = log.crbegin(); entry != log.crend() && lines.size() < mostLogged; ++entry) {
        const AlarmRule *const rule = m_alarms.rule(entry->key.rule);
        const QString name = rule ? format::plain(rule->name, 100) : tr("a deleted alarm");
        lines.append(new QTreeWidgetItem({format::exactTime(entry->time), tr("%1 · %2", "device, alarm").arg(alarmwords::device(m_fleet, entry->device), name),
            alarmwords::event(entry->event), alarmwords::value(m_fleet, entry->key, entry->value), format::plain(entry->why)}));
    }
    m_log->addTopLevelItems(lines);
}

void AlarmView::popupMenu(const QPoint &at)
{
    const QModelIndex index = m_tree->indexAt(at);
    if (!index.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icons::icon("check"), tr("Acknowledge"), this, &AlarmView::acknowledgeSelected)->setShortcut(QKeySequence(Qt::Key_A));
    menu->addAction(tr("Acknowledge with comment…"), this, &AlarmView::acknowledgeWithComment)->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_A));
    fillShelf(*menu->addMenu(tr("Shelve")));
    const QList<AlarmKey> keys = selected();
    if (std::any_of(keys.cbegin(), keys.cend(), [this](const AlarmKey &key) { return m_alarms.canClear(key); }))
        menu->addAction(tr("It is over"), this, &AlarmView::clearSelected)->setShortcut(QKeySequence(Qt::Key_O));
    menu->addSeparator();
    if (const Alarm *const alarm = m_model->alarmAt(index)) {
        if (alarm->key.metric.isValid())
            menu->addAction(icons::icon("chart-line"), tr("Plot"), this, [this, metric = alarm->key.metric] { Q_EMIT plotRequested({metric}); });
        menu->addAction(tr("Show the device"), this, [this, device = alarm->device] { Q_EMIT deviceRequested(device); });
    }
    menu->addAction(icons::icon("pencil"), tr("Edit the alarm…"), this, [this, rule = m_model->ruleAt(index)] { Q_EMIT editRequested(rule); });
    menu->popup(m_tree->viewport()->mapToGlobal(at));
}

QString AlarmView::ruleWords(AlarmRuleId id, int column, int count) const
{
    const AlarmRule *const rule = m_alarms.rule(id);
    if (!rule)
        return {};
    if (column == AlarmModel::What)
        return format::plain(rule->name, 100);
    return column == AlarmModel::State ? tr("%n alarm(s)", nullptr, count) : QString();
}

QString AlarmView::words(const QModelIndex &index, int role) const
{
    const Alarm *const alarm = m_model->alarmAt(index);
    if (!alarm) {
        const QString text = ruleWords(m_model->ruleAt(index), index.column(), index.data(CountRole).toInt());
        return role == Qt::ToolTipRole ? format::tip(text) : text;
    }
    QString text;
    switch (index.column()) {
    case AlarmModel::What:
        text = alarmwords::device(m_fleet, alarm->device);
        break;
    case AlarmModel::State:
        text = alarmwords::state(*alarm);
        break;
    case AlarmModel::Number:
        text = alarmwords::value(m_fleet, alarm->key, alarm->value);
        break;
    case AlarmModel::Since:
        text = role == Qt::ToolTipRole ? format::exactTime(alarm->raised) : format::age(alarm->changed, m_fleet.now());
        break;
    default:
        text = alarmwords::remark(*alarm);
    }
    if (role == Qt::AccessibleTextRole && index.column() == AlarmModel::What)
        text = tr("%1, %2", "device, severity").arg(text, alarmwords::severity(alarm->severity));
    return role == Qt::ToolTipRole ? format::tip(text) : text;
}

} // namespace muster
