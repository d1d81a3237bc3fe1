#include "ui/rules/linkends.h"

#include "rules/link.h"
#include "ui/dragdata.h"
#include "ui/drophint.h"
#include "ui/format.h"

#include <QDropEvent>
#include <QMimeData>

namespace muster {

namespace {

constexpr int deviceRole = Qt::UserRole;
constexpr int metricRole = Qt::UserRole + 1;
constexpr int keyRole = Qt::UserRole + 2;

} // namespace

LinkEnds::LinkEnds(Kind kind, const Fleet &fleet, QWidget *parent)
    : QTreeWidget(parent)
    , m_kind(kind)
    , m_fleet(fleet)
    , m_fill(this)
{
    const bool isMetrics = kind == Kind::Metrics;
    setAccessibleName(isMetrics ? tr("Metrics") : tr("Commands"));
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setDragEnabled(isMetrics);
    setAcceptDrops(!isMetrics);
    setDragDropMode(isMetrics ? DragOnly : DropOnly);
    if (!isMetrics)
        m_hint = new DropHint(viewport());
    m_fill.setSingleShot(true);
    m_fill.setInterval(gatherMs);
    connect(&m_fill, &QTimer::timeout, this, &LinkEnds::fill);
    const auto fillSoon = QOverload<>::of(&QTimer::start);
    connect(&fleet, &Fleet::devicesChanged, &m_fill, fillSoon);
    connect(&fleet, &Fleet::entriesChanged, &m_fill, fillSoon);
    connect(&fleet, &Fleet::devicesRemoved, &m_fill, fillSoon);
    connect(this, &QTreeWidget::itemActivated, this, &LinkEnds::activate);
    fill();
}

void LinkEnds::search(const QString &words)
{
    m_words = words.trimmed();
    m_fill.start();
}

void LinkEnds::fill()
{
    QSet<quint32> closed;
    for (int i = 0; i < topLevelItemCount(); ++i)
        if (!topLevelItem(i)->isExpanded())
            closed.insert(topLevelItem(i)->data(0, deviceRole).toUInt());
    clear();
    const QList<DeviceId> members = m_fleet.members();
    int left = 0;
    for (const DeviceId id : members) {
        QTreeWidgetItem *const item = itemOf(id, format::plain(m_fleet.displayName(id), 100));
        if (!item)
            continue;
        if (topLevelItemCount() >= mostDevices) {
            delete item;
            ++left;
            continue;
        }
        addTopLevelItem(item);
        item->setExpanded(!closed.contains(id.n));
    }
    sortItems(0, Qt::AscendingOrder);
    if (left > 0) {
        auto *more = new QTreeWidgetItem(this, {tr("%n more device(s): search for them", nullptr, left)});
        more->setFlags(Qt::NoItemFlags);
    }
}

/// Null where nothing of the device is wanted.
QTreeWidgetItem *LinkEnds::itemOf(DeviceId id, const QString &name) const
{
    const Device *const device = m_fleet.device(id);
    if (!device)
        return nullptr;
    const bool isWholeWanted = name.contains(m_words, Qt::CaseInsensitive);
    auto item = std::make_unique<QTreeWidgetItem>(QStringList {name});
    item->setData(0, deviceRole, id.n);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    const auto add = [&](const QString &text, MetricId metric, const QString &key) {
        if (!isWholeWanted && !text.contains(m_words, Qt::CaseInsensitive))
            return;
        auto *child = new QTreeWidgetItem(item.get(), {text});
        child->setData(0, deviceRole, id.n);
        child->setData(0, metricRole, metric.n);
        child->setData(0, keyRole, key);
        child->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | (m_kind == Kind::Metrics ? Qt::ItemIsDragEnabled : Qt::ItemIsDropEnabled));
    };
    if (m_kind == Kind::Metrics) {
        for (const Metric &metric : device->metrics)
            if (linklogic::canDrive(metric))
                add(format::metricName(metric), metric.id, metric.key);
    } else {
        for (const CommandInfo &info : device->commands)
            if (linklogic::canBeDriven(info, true))
                add(format::commandName(info), {}, info.key);
    }
    return item->childCount() > 0 ? item.release() : nullptr;
}

void LinkEnds::activate(const QTreeWidgetItem *item)
{
    const QString key = item->data(0, keyRole).toString();
    if (key.isEmpty())
        return;
    if (m_kind == Kind::Metrics)
        Q_EMIT metricChosen({item->data(0, metricRole).toUInt()});
    else
        Q_EMIT commandChosen({item->data(0, deviceRole).toUInt()}, key);
}

QStringList LinkEnds::mimeTypes() const
{
    return {QLatin1String(dragdata::metricsType)};
}

QMimeData *LinkEnds::mimeData(const QList<QTreeWidgetItem *> &items) const
{
    QList<MetricId> metrics;
    for (const QTreeWidgetItem *const item : items)
        if (const MetricId metric {item->data(0, metricRole).toUInt()}; metric.isValid())
            metrics.append(metric);
    return dragdata::ofMetrics(metrics);
}

QTreeWidgetItem *LinkEnds::commandAt(const QPoint &place) const
{
    QTreeWidgetItem *const item = itemAt(place);
    return item && !item->data(0, keyRole).toString().isEmpty() ? item : nullptr;
}

void LinkEnds::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_kind == Kind::Commands && dragdata::metrics(*event->mimeData()).size() == 1)
        event->acceptProposedAction();
}

void LinkEnds::dragMoveEvent(QDragMoveEvent *event)
{
    const QTreeWidgetItem *const item = commandAt(event->position().toPoint());
    if (!item) {
        m_hint->hide();
        event->ignore();
        return;
    }
    m_hint->invite(tr("Link to %1").arg(item->text(0)), visualItemRect(item));
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void LinkEnds::dragLeaveEvent(QDragLeaveEvent *event)
{
    m_hint->hide();
    event->accept();
}

void LinkEnds::dropEvent(QDropEvent *event)
{
    m_hint->hide();
    const QTreeWidgetItem *const item = commandAt(event->position().toPoint());
    const QList<MetricId> metrics = dragdata::metrics(*event->mimeData());
    if (!item || metrics.size() != 1)
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    Q_EMIT dropped(metrics.constFirst(), {item->data(0, deviceRole).toUInt()}, item->data(0, keyRole).toString());
}

} // namespace muster
