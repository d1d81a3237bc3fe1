#include "ui/rules/trialdialog.h"

#include "core/fleet.h"
#include "rules/automationwords.h"
#include "rules/scenes.h"
#include "ui/format.h"
#include "ui/icons.h"
#include "ui/rules/rulelist.h"
#include "ui/rules/scenevalues.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace muster {

namespace {

constexpr Micros day = 86'400'000'000;
constexpr qsizetype mostValues = 20; ///< of a scene that are told
enum Column { When, Happened };

} // namespace

TrialDialog::TrialDialog(const AutomationRoom &room, const Automation &rule, QWidget *parent)
    : QDialog(parent)
    , m_room(room)
    , m_rule(rule)
    , m_trial(room.automations, room.past)
    , m_range(new QComboBox)
    , m_summary(new QLabel)
    , m_progress(new QProgressBar)
    , m_list(new RuleTree)
    , m_cancel(nullptr)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Tried on the past: %1").arg(format::plain(rule.name, 60)));
    rulelist::resize(*this, {760, 520});
    build();
    connect(m_range, &QComboBox::currentIndexChanged, this, &TrialDialog::begin);
    connect(&m_trial, &PastTrial::progressed, this, [this] {
        m_progress->setValue(m_trial.percent());
        m_summary->setText(summary());
    });
    connect(&m_trial, &PastTrial::finished, this, &TrialDialog::showResult);
    begin();
}

void TrialDialog::build()
{
    m_range->addItem(tr("the last day"), 1);
    m_range->addItem(tr("the last week"), 7);
    m_range->addItem(tr("the last 30 days"), 30);
    m_range->setCurrentIndex(1);
    m_range->setAccessibleName(tr("Which past"));
    m_progress->setRange(0, 100);
    m_progress->setAccessibleName(tr("How much of it was looked at"));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_list->setAccessibleName(tr("When it would have been set off"));
    m_list->setHeaderLabels({tr("Time"), tr("What would have happened")});
    m_list->setWordWrap(true);
    m_list->header()->resizeSection(When, 190);
    auto *head = new QHBoxLayout;
    auto *label = new QLabel(tr("Tried &on"));
    label->setBuddy(m_range);
    head->addWidget(label);
    head->addWidget(m_range);
    head->addWidget(m_progress, 1);
    auto *note = new QLabel(tr("Nothing is sent. Searches are answered as of now, and what its commands would have changed is not in the past."));
    note->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_cancel = buttons->addButton(tr("Stop looking"), QDialogButtonBox::ActionRole);
    auto *column = new QVBoxLayout(this);
    column->addLayout(head);
    column->addWidget(m_summary);
    column->addWidget(m_list, 1);
    column->addWidget(note);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_trial.stop();
        showResult(tr("You stopped it before the end."));
    });
}

void TrialDialog::begin()
{
    m_list->clear();
    m_summary->setText(tr("Looking…"));
    m_progress->setValue(0);
    m_progress->setVisible(true);
    m_cancel->setEnabled(true);
    const Micros now = nowMicros();
    m_trial.run(m_rule, now - m_range->currentData().toInt() * day, now);
}

QString TrialDialog::summary() const
{
    const AutomationTrial *const trial = m_trial.trial();
    if (!trial)
        return {};
    QString text = tr("It would not have been set off.");
    if (trial->count() > 0)
        text = trial->ran() == trial->count() ? tr("It would have been set off and run %n time(s).", nullptr, int(trial->count()))
                                              : tr("It would have been set off %n time(s), and run in %1 of these.", nullptr, int(trial->count())).arg(trial->ran());
    if (trial->busy() > 0)
        text += u' ' + tr("%n time(s) the run before would still have been under way.", nullptr, int(trial->busy()));
    if (qsizetype(trial->told().size()) < trial->count())
        text += u' ' + tr("The last %n are listed.", nullptr, int(trial->told().size()));
    if (!m_trial.isWhole())
        text += u' ' + tr("Only the first %n metrics were looked at.", nullptr, int(m_trial.metrics()));
    return text;
}

void TrialDialog::showResult(const QString &problem)
{
    m_progress->setVisible(false);
    m_cancel->setEnabled(false);
    QStringList parts {problem, summary()};
    parts.removeAll(QString());
    m_summary->setText(parts.join(u' '));
    fill();
}

/// Of a scene also what it would have set.
QString TrialDialog::inWords(const RuleStep &step) const
{
    const QString words = automationwords::step(step, m_room.fleet);
    if (step.type != RuleStep::Type::Scene)
        return words;
    const Scene *const scene = m_room.scenes.find(step.key);
    if (!scene)
        return tr("%1, but there is no such scene now", "the step").arg(words);
    QStringList values;
    const QList<SceneValue> told = scene->values.first(std::min(scene->values.size(), mostValues));
    for (const SceneValue &value : told) {
        const CommandInfo *const command = scenelogic::commandOf(m_room.fleet, value);
        values.append(tr("%1: %2 = %3", "device, command, value").arg(scenewords::device(m_room.fleet, value), scenewords::command(value, command), scenewords::value(value, command)));
    }
    if (scene->values.size() > mostValues)
        values.append(tr("%n more", nullptr, int(scene->values.size() - mostValues)));
    return tr("%1 (%2)", "the step, what it sends").arg(words, values.join(QStringLiteral(", ")));
}

/// The value of a schedule is that of its moment.
QString TrialDialog::deed(RuleStep step, const AutomationTrial::Firing &firing) const
{
    const bool isPlanned = m_rule.triggers.value(firing.trigger).isSchedule();
    if (isPlanned && step.argument == Value(QStringLiteral("{value}")))
        step.argument = firing.value;
    return tr("It would have done: %1").arg(inWords(step));
}

/// The last one on top.
void TrialDialog::fill()
{
    m_list->clear();
    const AutomationTrial *const trial = m_trial.trial();
    if (!trial)
        return;
    QList<QTreeWidgetItem *> items;
    for (auto it = trial->told().rbegin(); it != trial->told().rend(); ++it) {
        const bool ran = it->firing.ran && !it->busy;
        auto *item = new QTreeWidgetItem({format::exactTime(it->firing.time), ran ? tr("It would have run.") : it->busy ? tr("Nothing: it would have been running already.") : tr("Nothing: a condition did not hold.")});
        item->setIcon(When, icons::icon(ran ? "check" : "info-circle"));
        for (const TraceLine &line : it->trace) {
            auto *child = new QTreeWidgetItem(item, {QString(), line.text});
            child->setToolTip(Happened, format::tip(line.text));
            if (!line.good)
                child->setForeground(Happened, theme::colours(palette()).alarm);
        }
        for (qsizetype i = 0; ran && i < m_rule.steps.size(); ++i) {
            const QString text = deed(m_rule.steps.at(i), it->firing);
            (new QTreeWidgetItem(item, {QString(), text}))->setToolTip(Happened, format::tip(text));
        }
        items.append(item);
    }
    m_list->addTopLevelItems(items);
    if (!items.isEmpty())
        items.first()->setExpanded(true);
}

} // namespace muster
