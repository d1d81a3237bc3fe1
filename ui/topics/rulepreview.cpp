#include "ui/topics/rulepreview.h"

#include "ui/format.h"
#include "ui/icons.h"
#include "ui/rules/rulelist.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace muster {

namespace {

enum Column { Name, Text, Topic };
constexpr int mostOpened = 30; ///< devices that are opened by themselves

} // namespace

RulePreview::RulePreview(QWidget *parent)
    : QWidget(parent)
    , m_summary(new QLabel(this))
    , m_list(new RuleTree(this))
    , m_note(new QLabel(this))
{
    for (auto *label : {m_summary, m_note}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_list->setColumnCount(3);
    m_list->setRootIsDecorated(true);
    m_list->header()->resizeSection(Name, 210);
    m_list->header()->resizeSection(Text, 110);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_summary);
    column->addWidget(m_list, 1);
    column->addWidget(m_note);
    retranslate();
    show({}, 0);
}

void RulePreview::show(const TopicTrial &trial, qsizetype heard)
{
    m_trial = trial;
    m_heard = heard;
    m_summary->setText(summary());
    QList<TopicTrial::Made> made = trial.made;
    std::stable_sort(made.begin(), made.end(), [](const TopicTrial::Made &a, const TopicTrial::Made &b) { return a.device < b.device; });
    QList<Row> rows;
    qsizetype left = 0;
    for (const TopicTrial::Made &one : std::as_const(made)) {
        const auto add = [&](const Row &row) {
            if (rows.size() < mostRows)
                rows.append(row);
            else
                ++left;
        };
        for (const TopicTrial::Value &value : one.values) {
            const QString unit = value.unit.isEmpty() ? QString() : QLatin1Char(' ') + value.unit;
            add({one.device, value.name.isEmpty() ? value.key : value.name, value.text + unit, one.topic,
                value.isCommand ? tr("%1, which can be set").arg(value.key) : value.key});
        }
        if (one.values.isEmpty())
            add({one.device, {}, {}, one.topic, one.problem});
    }
    const bool same = std::equal(rows.cbegin(), rows.cend(), m_rows.cbegin(), m_rows.cend(), [](const Row &a, const Row &b) {
        return a.device == b.device && a.value == b.value && a.topic == b.topic && a.tip == b.tip;
    });
    m_rows = rows;
    if (same)
        refresh(rows);
    else
        fill(rows);
    const qsizetype further = trial.matching - trial.made.size();
    m_note->setText(further > 0 ? tr("%n further topic(s) not shown.", nullptr, int(further)) : left > 0 ? tr("%n further value(s) not shown.", nullptr, int(left)) : QString());
    m_note->setVisible(!m_note->text().isEmpty());
}

QString RulePreview::summary() const
{
    if (!m_trial.error.isEmpty())
        return tr("The rule cannot be read yet.");
    if (m_heard == 0)
        return tr("No topic was heard yet. What comes in is tried at once.");
    const QString earlier = m_trial.earlier > 0 ? QLatin1Char(' ') + tr("%n topic(s) belong to a rule above it.", nullptr, int(m_trial.earlier)) : QString();
    if (m_trial.matching == 0)
        return tr("None of the %n topic(s) heard is selected.", nullptr, int(m_heard)) + earlier;
    return tr("%1 from %2.").arg(tr("%n device(s)", nullptr, int(m_trial.devices)), tr("%n topic(s)", nullptr, int(m_trial.matching))) + earlier;
}

void RulePreview::fill(const QList<Row> &rows)
{
    m_list->clear();
    QTreeWidgetItem *device = nullptr;
    QString name;
    for (const Row &row : rows) {
        if (!device || row.device != name) {
            name = row.device;
            device = new QTreeWidgetItem(m_list, {format::plain(name, 200)});
            device->setToolTip(Name, format::tip(name));
        }
        auto *item = new QTreeWidgetItem(device, {format::plain(row.value.isEmpty() ? row.tip : row.value, 200), QString(), format::plain(row.topic, 500)});
        item->setToolTip(Name, format::tip(row.tip));
        item->setToolTip(Topic, format::tip(row.topic));
        item->setTextAlignment(Text, Qt::AlignRight | Qt::AlignVCenter);
        item->setForeground(Topic, palette().placeholderText());
        if (row.value.isEmpty())
            item->setForeground(Name, palette().placeholderText());
    }
    if (m_list->topLevelItemCount() <= mostOpened)
        m_list->expandAll();
    refresh(rows);
}

void RulePreview::refresh(const QList<Row> &rows)
{
    qsizetype at = 0;
    for (int top = 0; top < m_list->topLevelItemCount(); ++top) {
        QTreeWidgetItem *device = m_list->topLevelItem(top);
        for (int child = 0; child < device->childCount() && at < rows.size(); ++child, ++at)
            device->child(child)->setText(Text, format::plain(rows[at].text, 100));
    }
}

void RulePreview::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
        retranslate();
        m_rows.clear();
        show(TopicTrial(m_trial), m_heard);
    }
    QWidget::changeEvent(event);
}

void RulePreview::retranslate()
{
    m_list->setHeaderLabels({tr("Device and value"), tr("Now"), tr("Topic")});
    m_list->headerItem()->setTextAlignment(Text, Qt::AlignRight | Qt::AlignVCenter);
    m_list->setAccessibleName(tr("What the rule makes of the topics heard"));
}

} // namespace muster
