#include "ui/topics/rulesdialog.h"

#include "ui/emptystate.h"
#include "ui/endpoint.h"
#include "ui/format.h"
#include "ui/icons.h"
#include "ui/rules/rulelist.h"
#include "ui/topics/rulefields.h"
#include "ui/topics/rulepreview.h"
#include "ui/topics/rulesuggestion.h"
#include "ui/topics/topictree.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace muster {

namespace {

enum Column { Pattern, Devices };
constexpr int wrongRole = Qt::UserRole;
constexpr qsizetype mostRules = 64;

} // namespace

RulesDialog::RulesDialog(const Topics &topics, Connections &connections, ConnectionId connection, const TopicTree &tree, QWidget *parent)
    : QDialog(parent)
    , m_topics(topics)
    , m_connections(connections)
    , m_connection(connection)
    , m_tree(tree)
    , m_sentence(new QLabel(this))
    , m_list(new RuleTree(this))
    , m_pages(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_fields(new RuleFields(this))
    , m_preview(new RulePreview(this))
    , m_problem(new QLabel(this))
    , m_save(new QPushButton(this))
    , m_cancel(new QPushButton(this))
{
    if (const Connection *known = connections.find(connection))
        m_rules = topicRules(known->url);
    m_first = m_empty->addButton(QString());
    build();
    wireUp();
    retranslate();
    look();
    listRules(0);
}

void RulesDialog::build()
{
    for (auto *label : {m_sentence, m_problem}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_sentence->setForegroundRole(QPalette::PlaceholderText);
    m_problem->hide();
    m_list->setColumnCount(2);
    m_list->setRootIsDecorated(false);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(Pattern, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(Devices, QHeaderView::ResizeToContents);
    auto *buttons = new QHBoxLayout;
    m_add = rulelist::addButton(*buttons, *m_list, QString(), QKeySequence(Qt::Key_Insert), [this] { add(suggestion({})); });
    m_remove = rulelist::addButton(*buttons, *m_list, QString(), QKeySequence(Qt::Key_Delete), [this] { removeCurrent(); });
    m_up = rulelist::addButton(*buttons, *m_list, QString(), QKeySequence(Qt::ALT | Qt::Key_Up), [this] { move(-1); });
    m_down = rulelist::addButton(*buttons, *m_list, QString(), QKeySequence(Qt::ALT | Qt::Key_Down), [this] { move(1); });
    buttons->addStretch();
    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_list, 1);
    column->addLayout(buttons);
    auto *rule = new QWidget;
    auto *parts = new QVBoxLayout(rule);
    parts->setContentsMargins(8, 0, 0, 0);
    parts->setSpacing(12);
    parts->addWidget(m_fields);
    parts->addWidget(m_preview, 1);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(rule);
    auto *splitter = new QSplitter(this);
    splitter->addWidget(left);
    splitter->addWidget(m_pages);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({300, 660});
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_problem, 1);
    bottom->addStretch();
    bottom->addWidget(m_cancel);
    bottom->addWidget(m_save);
    m_save->setDefault(true);
    m_cancel->setAutoDefault(false);
    auto *all = new QVBoxLayout(this);
    all->setSpacing(12);
    all->addWidget(m_sentence);
    all->addWidget(splitter, 1);
    all->addLayout(bottom);
    rulelist::resize(*this, {980, 620});
}

void RulesDialog::wireUp()
{
    m_typed.setSingleShot(true);
    m_typed.setInterval(typedMs);
    connect(&m_typed, &QTimer::timeout, this, [this] { judge(false); });
    connect(&m_look, &QTimer::timeout, this, &RulesDialog::look);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &RulesDialog::select);
    connect(m_fields, &RuleFields::edited, this, &RulesDialog::edited);
    connect(m_first, &QPushButton::clicked, this, [this] { add(suggestion({})); });
    connect(m_save, &QPushButton::clicked, this, &RulesDialog::accept);
    connect(m_cancel, &QPushButton::clicked, this, &RulesDialog::reject);
    connect(&m_connections, &Connections::removed, this, [this](ConnectionId id) {
        if (id == m_connection)
            reject();
    });
}

qsizetype RulesDialog::current() const
{
    return m_list->indexOfTopLevelItem(m_list->currentItem());
}

TopicTrial RulesDialog::trial(qsizetype rule, const QList<TopicMessage> &messages) const
{
    return m_topics.tryRule ? m_topics.tryRule(m_rules, rule, messages) : TopicTrial();
}

void RulesDialog::listRules(qsizetype current)
{
    m_filling = true;
    m_list->clear();
    for (qsizetype i = 0; i < m_rules.size(); ++i)
        new QTreeWidgetItem(m_list);
    m_list->setCurrentItem(m_list->topLevelItem(int(std::clamp<qsizetype>(current, 0, std::max<qsizetype>(0, m_rules.size() - 1)))));
    m_filling = false;
    select();
}

void RulesDialog::select()
{
    if (m_filling)
        return;
    const bool any = current() >= 0;
    m_pages->setCurrentIndex(any ? 1 : 0);
    if (any)
        m_fields->setText(m_rules[current()]);
    judge(true);
}

void RulesDialog::add(const QString &rule)
{
    if (m_rules.size() >= mostRules)
        return;
    m_rules.append(rule);
    listRules(m_rules.size() - 1);
    m_fields->setFocus();
}

void RulesDialog::removeCurrent()
{
    const qsizetype at = current();
    if (at < 0)
        return;
    m_rules.removeAt(at);
    listRules(at);
    (m_rules.isEmpty() ? static_cast<QWidget *>(m_first) : m_list)->setFocus();
}

void RulesDialog::move(int by)
{
    const qsizetype at = current();
    if (at < 0 || at + by < 0 || at + by >= m_rules.size())
        return;
    m_rules.swapItemsAt(at, at + by);
    listRules(at + by);
}

void RulesDialog::edited()
{
    if (current() < 0)
        return;
    m_rules[current()] = m_fields->text();
    m_typed.start();
}

void RulesDialog::look()
{
    QElapsedTimer clock;
    clock.start();
    m_heard = m_tree.lastMessages();
    m_names.clear();
    m_names.reserve(m_heard.size());
    for (const TopicMessage &message : std::as_const(m_heard))
        m_names.append({message.topic, {}, true});
    judge(true);
    m_look.start(std::max(heardMs, int(clock.elapsed()) * 10));
}

// Tries the rule that is shown, or all of them, on what was heard.
void RulesDialog::judge(bool all)
{
    for (qsizetype i = 0; i < m_list->topLevelItemCount(); ++i)
        if (all || i == current())
            judgeRule(i);
    updateButtons();
}

void RulesDialog::judgeRule(qsizetype rule)
{
    const bool shown = rule == current();
    const TopicTrial made = trial(rule, shown ? m_heard : m_names);
    QTreeWidgetItem *item = m_list->topLevelItem(int(rule));
    item->setText(Pattern, format::plain(m_rules[rule].section(u';', 0, 0).trimmed(), 200));
    item->setToolTip(Pattern, format::tip(m_rules[rule]));
    item->setText(Devices, made.error.isEmpty() ? format::count(made.devices) : QString());
    item->setTextAlignment(Devices, Qt::AlignRight | Qt::AlignVCenter);
    item->setIcon(Devices, made.error.isEmpty() ? QIcon() : icons::icon("alert-circle"));
    item->setToolTip(Devices, format::tip(made.error));
    item->setData(Devices, Qt::AccessibleTextRole, made.error.isEmpty() ? tr("%n device(s)", nullptr, int(made.devices)) : made.error);
    item->setData(Devices, wrongRole, !made.error.isEmpty());
    if (!shown)
        return;
    m_fields->showFault(made);
    m_preview->show(made, m_heard.size());
}

void RulesDialog::updateButtons()
{
    const qsizetype shown = current();
    bool wrong = false;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i)
        wrong |= m_list->topLevelItem(i)->data(Devices, wrongRole).toBool();
    m_problem->setText(wrong ? tr("A rule cannot be read: it has to be mended or deleted before the rules are saved.") : QString());
    m_problem->setVisible(wrong);
    m_save->setEnabled(!wrong);
    m_add->setEnabled(m_rules.size() < mostRules);
    m_remove->setEnabled(shown >= 0);
    m_up->setEnabled(shown > 0);
    m_down->setEnabled(shown >= 0 && shown + 1 < m_rules.size());
}

QString RulesDialog::suggestion(const QString &topic) const
{
    QStringList names;
    names.reserve(m_heard.size());
    for (const TopicMessage &message : m_heard)
        names.append(message.topic);
    for (const TopicMessage &message : m_heard)
        if (!topic.isEmpty() && (message.topic == topic || message.topic.startsWith(topic + QLatin1Char('/'))))
            return suggestedRule(message.topic, message.payload, names);
    return topic.isEmpty() ? QString() : suggestedRule(topic, {}, names);
}

void RulesDialog::makeDevicesOf(const QString &topic)
{
    look();
    for (qsizetype i = 0; i < m_rules.size(); ++i) {
        const auto mine = [&topic](const TopicMessage &message) { return message.topic == topic; };
        const auto message = std::find_if(m_heard.cbegin(), m_heard.cend(), mine);
        if (message != m_heard.cend() && trial(i, {*message}).matching > 0)
            return listRules(i);
    }
    if (!topic.isEmpty())
        add(suggestion(topic));
}

void RulesDialog::accept()
{
    m_typed.stop();
    judge(true);
    const Connection *known = m_connections.find(m_connection);
    if (!m_save->isEnabled() || !known)
        return;
    Connection changed = *known;
    if (topicRules(changed.url) != m_rules) {
        changed.url = withTopicRules(changed.url, m_rules);
        m_connections.change(changed);
    }
    QDialog::accept();
}

void RulesDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void RulesDialog::retranslate()
{
    const Connection *known = m_connections.find(m_connection);
    setWindowTitle(tr("Devices from topics of %1").arg(known ? format::plain(known->name, 100) : QString()));
    m_sentence->setText(tr("Rules make devices of topics that do not announce any. Where several rules select a topic, the upper one has it."));
    m_list->setHeaderLabels({tr("Topics"), tr("Devices")});
    m_list->headerItem()->setTextAlignment(Devices, Qt::AlignRight | Qt::AlignVCenter);
    m_list->setAccessibleName(tr("Rules"));
    m_add->setText(tr("&New"));
    m_remove->setText(tr("De&lete"));
    m_up->setText(tr("&Up"));
    m_down->setText(tr("Do&wn"));
    m_empty->setText(tr("There are no rules yet."), tr("A rule says which topics belong to devices of one kind, and which of their values are kept."));
    m_first->setText(tr("New rule"));
    m_save->setText(tr("&Save"));
    m_cancel->setText(tr("Cancel"));
}

} // namespace muster
