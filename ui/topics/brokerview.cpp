#include "ui/topics/brokerview.h"

#include "ui/format.h"
#include "ui/topics/topictree.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace muster {

namespace {

constexpr int maxRows = 500;
constexpr qsizetype mostShown = 200;

struct Known
{
    const char *topic;
    const char *words;
};

/// What most people look for, first; as Mosquitto calls it, which others follow (mosquitto(8), Broker Status).
constexpr Known wellKnown[] = {
    {"$SYS/broker/version", QT_TRANSLATE_NOOP("muster::BrokerView", "Version")},
    {"$SYS/broker/uptime", QT_TRANSLATE_NOOP("muster::BrokerView", "Running for")},
    {"$SYS/broker/clients/connected", QT_TRANSLATE_NOOP("muster::BrokerView", "Clients connected")},
    {"$SYS/broker/clients/total", QT_TRANSLATE_NOOP("muster::BrokerView", "Clients known")},
    {"$SYS/broker/load/messages/received/1min", QT_TRANSLATE_NOOP("muster::BrokerView", "Messages received per minute")},
    {"$SYS/broker/load/messages/sent/1min", QT_TRANSLATE_NOOP("muster::BrokerView", "Messages sent per minute")},
    {"$SYS/broker/load/bytes/received/1min", QT_TRANSLATE_NOOP("muster::BrokerView", "Bytes received per minute")},
    {"$SYS/broker/load/bytes/sent/1min", QT_TRANSLATE_NOOP("muster::BrokerView", "Bytes sent per minute")},
    {"$SYS/broker/subscriptions/count", QT_TRANSLATE_NOOP("muster::BrokerView", "Subscriptions")},
    {"$SYS/broker/retained messages/count", QT_TRANSLATE_NOOP("muster::BrokerView", "Retained messages")},
    {"$SYS/broker/publish/messages/dropped", QT_TRANSLATE_NOOP("muster::BrokerView", "Messages dropped")},
};

void addRow(QTreeWidget *list, const QString &name, const TopicRecord &record)
{
    auto *item = new QTreeWidgetItem(list, {name, format::plain(QString::fromUtf8(record.shown()), mostShown)});
    item->setToolTip(0, format::tip(record.topic));
}

} // namespace

BrokerView::BrokerView(const TopicTree &tree, QWidget *parent)
    : QWidget(parent)
    , m_tree(tree)
    , m_empty(new QLabel(this))
    , m_list(new QTreeWidget(this))
{
    m_empty->setWordWrap(true);
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_list->setColumnCount(2);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->header()->resizeSection(0, 260);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_empty);
    column->addWidget(m_list, 1);
    retranslate();
    refresh();
}

void BrokerView::refresh()
{
    const auto records = m_tree.systemTopics();
    m_empty->setVisible(records.isEmpty());
    m_list->setVisible(!records.isEmpty());
    const int at = m_list->verticalScrollBar()->value();
    m_list->setUpdatesEnabled(false);
    m_list->clear();
    QStringList told;
    for (const Known &known : wellKnown) {
        if (const TopicRecord *record = m_tree.record(QLatin1String(known.topic))) {
            addRow(m_list, tr(known.words), *record);
            told.append(record->topic);
        }
    }
    for (const TopicRecord *record : records)
        if (m_list->topLevelItemCount() < maxRows && !told.contains(record->topic))
            addRow(m_list, format::plain(record->topic.section(QLatin1Char('/'), 1), mostShown), *record);
    m_list->verticalScrollBar()->setValue(at);
    m_list->setUpdatesEnabled(true);
}

void BrokerView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
    QWidget::changeEvent(event);
}

void BrokerView::retranslate()
{
    m_empty->setText(tr("The broker has said nothing of itself yet. Some do not, or do not let this login hear it."));
    m_list->setHeaderLabels({tr("What"), tr("Value")});
    m_list->setAccessibleName(tr("What the broker tells of itself"));
}

} // namespace muster
