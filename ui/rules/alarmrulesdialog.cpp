#include "ui/rules/alarmrulesdialog.h"

#include "ui/emptyhint.h"
#include "ui/format.h"
#include "ui/icons.h"
#include "ui/rules/alarmwords.h"
#include "ui/rules/rulelist.h"
#include "ui/settings.h"
#include "ui/undobar.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonArray>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace muster {

namespace {

constexpr int idRole = Qt::UserRole;
enum Column { Name, SeverityColumn, Condition, Devices };

} // namespace

AlarmRulesDialog::AlarmRulesDialog(const Fleet &fleet, Alarms &alarms, QWidget *parent)
    : QDialog(parent)
    , m_fleet(fleet)
    , m_alarms(alarms)
    , m_list(new RuleTree)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Alarm rules"));
    rulelist::resize(*this, {720, 400});
    build();
    refresh();
    connect(&alarms, &Alarms::rulesChanged, this, &AlarmRulesDialog::refresh);
    connect(m_list, &QTreeWidget::itemChanged, this, &AlarmRulesDialog::toggled);
    connect(m_list, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem *item) { Q_EMIT editRequested({item->data(Name, idRole).toUInt()}); });
}

void AlarmRulesDialog::build()
{
    m_list->setAccessibleName(tr("Alarm rules"));
    m_list->setHeaderLabels({tr("Alarm"), tr("Severity"), tr("When"), tr("Devices")});
    m_list->setRootIsDecorated(false);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->header()->resizeSection(Name, 240);
    m_list->header()->resizeSection(Condition, 220);
    m_problem = new QLabel;
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *row = new QHBoxLayout;
    const auto add = [this, row](const QString &text, const QKeySequence &keys, const std::function<void()> &order) {
        return rulelist::addButton(*row, *m_list, text, keys, order);
    };
    add(tr("New alarm…"), {}, [this] { Q_EMIT newRequested(); });
    m_edit = add(tr("Edit…"), {}, [this] {
        if (const QList<AlarmRuleId> rules = selected(); !rules.isEmpty())
            Q_EMIT editRequested(rules.first());
    });
    m_remove = add(tr("Delete"), QKeySequence(Qt::Key_Delete), [this] { removeSelected(); });
    row->addStretch();
    m_copy = add(tr("Copy as JSON"), QKeySequence::Copy, [this] { copy(); });
    add(tr("Paste"), QKeySequence::Paste, [this] { paste(); });
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_list, 1);
    column->addWidget(m_problem);
    m_undo = new UndoBar;
    column->addWidget(m_undo);
    column->addLayout(row);
    auto *desktop = new QCheckBox(tr("Tell of new alarms on the desktop, too, from severity Warning"));
    desktop->setChecked(QSettings().value(settings::desktopAlarms, true).toBool());
    connect(desktop, &QCheckBox::toggled, this, [](bool on) { QSettings().setValue(settings::desktopAlarms, on); });
    column->addWidget(desktop);
    auto *none = new EmptyHint(*m_list, *m_list->model());
    none->setText(tr("No alarm rules yet."), tr("An alarm watches a metric and tells when it is out of bounds or silent."));
    connect(none->addButton(tr("New alarm…")), &QPushButton::clicked, this, &AlarmRulesDialog::newRequested);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, [this] {
        for (QPushButton *button : {m_edit, m_remove, m_copy})
            button->setEnabled(!selected().isEmpty());
    });
}

void AlarmRulesDialog::refresh()
{
    const QList<AlarmRuleId> before = selected();
    m_filling = true;
    m_list->clear();
    const QList<AlarmRule> rules = m_alarms.rules();
    for (const AlarmRule &rule : rules) {
        const DeviceId device = m_fleet.findByAddress(rule.address);
        QString who = rule.query.isEmpty() ? tr("all of the fleet") : format::plain(rule.query, 100);
        if (!rule.address.isEmpty())
            who = alarmwords::device(m_fleet, device);
        const QString when = rule.isTold() ? alarmwords::condition(rule, nullptr) : tr("%1 %2", "metric, condition").arg(format::plain(rule.key, 60), alarmwords::condition(rule, nullptr));
        auto *item = new QTreeWidgetItem(m_list, {format::plain(rule.name, 100), alarmwords::severity(rule.severity), when, rule.isTold() ? QString() : who});
        item->setData(Name, idRole, rule.id.n);
        item->setCheckState(Name, rule.enabled ? Qt::Checked : Qt::Unchecked);
        item->setIcon(SeverityColumn, icons::icon(alarmwords::icon(rule.severity)));
        item->setSelected(before.contains(rule.id));
    }
    m_filling = false;
    for (QPushButton *button : {m_edit, m_remove, m_copy})
        button->setEnabled(!selected().isEmpty());
}

QList<AlarmRuleId> AlarmRulesDialog::selected() const
{
    QList<AlarmRuleId> rules;
    const QList<QTreeWidgetItem *> items = m_list->selectedItems();
    for (const QTreeWidgetItem *item : items)
        rules.append(AlarmRuleId {item->data(Name, idRole).toUInt()});
    return rules;
}

void AlarmRulesDialog::toggled(QTreeWidgetItem *item)
{
    const AlarmRule *const found = m_filling ? nullptr : m_alarms.rule({item->data(Name, idRole).toUInt()});
    if (!found)
        return;
    AlarmRule rule = *found;
    rule.enabled = item->checkState(Name) == Qt::Checked;
    if (rule.enabled != found->enabled)
        // The list is filled anew, which must not happen while it tells of this change.
        QMetaObject::invokeMethod(this, [this, rule] { std::ignore = m_alarms.change(rule); }, Qt::QueuedConnection);
}

void AlarmRulesDialog::removeSelected()
{
    QList<AlarmRule> removed;
    QStringList names;
    const QList<AlarmRuleId> ids = selected();
    for (const AlarmRuleId id : ids) {
        if (const AlarmRule *const rule = m_alarms.rule(id)) {
            removed.append(*rule);
            names.append(rule->name);
        }
        m_alarms.remove(id);
    }
    rulelist::offerUndo(*m_undo, names, [this, removed] {
        for (const AlarmRule &rule : removed)
            std::ignore = m_alarms.add(rule);
    });
}

void AlarmRulesDialog::copy()
{
    QJsonArray rules;
    const QList<AlarmRuleId> ids = selected();
    for (const AlarmRuleId id : ids)
        if (const AlarmRule *const rule = m_alarms.rule(id))
            rules.append(alarmjson::toJson(*rule));
    rulelist::copy(rules);
}

void AlarmRulesDialog::paste()
{
    const QString problem = rulelist::paste(tr("The clipboard holds no alarm. Copy one as JSON first."), [this](const QJsonObject &json) -> Result<void> {
        return alarmjson::ruleOf(json).and_then([this](const AlarmRule &rule) { return m_alarms.add(rule); }).map([](AlarmRuleId) {});
    });
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

} // namespace muster
