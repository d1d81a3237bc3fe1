#include "ui/inspector/metriclist.h"

#include "ui/cellpaint.h"
#include "ui/dragout.h"
#include "ui/fleet/fleetwords.h"
#include "ui/format.h"
#include "ui/models/metricmodel.h"
#include "ui/theme.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace muster {

namespace {

constexpr int shownRows = 12;
constexpr int trendWidth = 60;
constexpr int ageWidth = 48;
constexpr int widestTrend = 300; ///< list width below which the sparkline makes room

int unitWidth(const QFont &font)
{
    return QFontMetrics(theme::small(font)).horizontalAdvance(QLatin1String("kWh")) + 4;
}

bool isPlottable(const MetricState *state)
{
    return state && state->info.problem.isEmpty();
}

} // namespace

MetricList::MetricList(const Fleet &fleet, QWidget *parent)
    : QTableView(parent)
    , m_fleet(fleet)
    , m_model(new MetricModel(fleet, this))
{
    m_model->setWords([this](const QModelIndex &index, int role) { return words(index, role); });
    setModel(m_model);
    setItemDelegate(new MetricDelegate(fleet, this));
    setAccessibleName(tr("Metrics"));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setDragDropMode(DragOnly);
    viewport()->setAcceptDrops(false);
    viewport()->setAttribute(Qt::WA_Hover);
    setFrameShape(NoFrame);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    horizontalHeader()->hide();
    horizontalHeader()->setMinimumSectionSize(20);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(theme::rowHeight());
    verticalHeader()->setDefaultSectionSize(theme::rowHeight());
    connect(this, &MetricList::activated, this, &MetricList::plotSelected);
    const auto resize = [this] {
        widenWords();
        updateGeometry();
    };
    connect(m_model, &MetricModel::rowsInserted, this, resize);
    connect(m_model, &MetricModel::modelReset, this, resize);
    connect(&m_ages, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update));
    m_ages.start(1'000);
}

void MetricList::setDevice(DeviceId device)
{
    m_model->setDevice(device);
}

bool MetricList::isEmpty() const
{
    return m_model->rowCount() == 0;
}

QSize MetricList::sizeHint() const
{
    return {200, std::clamp(m_model->rowCount(), 1, shownRows) * theme::rowHeight()};
}

QList<MetricId> MetricList::selectedMetrics() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QList<MetricId> metrics;
    for (const QModelIndex &row : std::as_const(rows)) {
        const MetricId id = m_model->metricAt(row.row());
        if (isPlottable(m_fleet.metric(id)))
            metrics.append(id);
    }
    return metrics;
}

void MetricList::plotSelected()
{
    if (const QList<MetricId> metrics = selectedMetrics(); !metrics.isEmpty())
        Q_EMIT plotRequested(metrics);
}

void MetricList::startDrag(Qt::DropActions)
{
    dragout::metrics(this, m_fleet, selectedMetrics());
}

void MetricList::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT selectionChangedTo(selectedMetrics());
}

void MetricList::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

// The name takes what is left; in a narrow dock the sparkline steps back first.
void MetricList::fitColumns()
{
    const int all = viewport()->width();
    const bool roomForTrend = all >= widestTrend;
    const int trend = roomForTrend ? trendWidth : 0;
    const int value = std::clamp((all - trend - ageWidth) * 9 / 20, 60, 160);
    setColumnHidden(MetricModel::Trend, !roomForTrend);
    setColumnWidth(MetricModel::Trend, trendWidth);
    setColumnWidth(MetricModel::Age, ageWidth);
    setColumnWidth(MetricModel::Value, value);
    setColumnWidth(MetricModel::Name, std::max(all - trend - ageWidth - value, 40));
}

// What has no trend gives its place to the words of the value.
void MetricList::widenWords()
{
    clearSpans();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (!isPlottable(m_fleet.metric(m_model->metricAt(row))))
            setSpan(row, MetricModel::Value, 1, 2);
    }
}

void MetricList::contextMenuEvent(QContextMenuEvent *event)
{
    const QList<MetricId> selected = selectedMetrics();
    if (selected.isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Plot"), this, &MetricList::plotSelected);
    const MetricState *const metric = m_fleet.metric(selected.first());
    const bool isNumber = metric->info.type != MetricType::Text && metric->info.type != MetricType::Event;
    if (m_canAlarm && m_fleet.isMember(metric->device) && isNumber)
        menu->addAction(tr("New alarm…"), this, [this, id = metric->info.id] { Q_EMIT alarmRequested(id); });
    if (m_canLink && m_fleet.isMember(metric->device) && isNumber)
        menu->addAction(tr("Link to a command…"), this, [this, id = metric->info.id] { Q_EMIT linkRequested(id); });
    menu->popup(event->globalPos());
}

void MetricList::wheelEvent(QWheelEvent *event)
{
    // All rows in sight: the wheel belongs to the inspector around the list.
    if (verticalScrollBar()->maximum() == 0)
        event->ignore();
    else
        QTableView::wheelEvent(event);
}

void MetricList::initViewItemOption(QStyleOptionViewItem *option) const
{
    QTableView::initViewItemOption(option);
    cellpaint::softenSelection(*option);
}

QString MetricList::words(const QModelIndex &index, int role) const
{
    const MetricState *state = m_fleet.metric(m_model->metricAt(index.row()));
    if (!state)
        return {};
    if (role == Qt::ToolTipRole)
        return metricTip(*state);
    switch (index.column()) {
    case MetricModel::Name:
        return format::metricName(state->info);
    case MetricModel::Value:
        return state->info.problem.isEmpty() ? format::quantity(*state).joined() : tr("not supported yet");
    case MetricModel::Age:
        return format::age(state->time, m_fleet.now());
    default:
        return {};
    }
}

MetricDelegate::MetricDelegate(const Fleet &fleet, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_fleet(fleet)
{
}

void MetricDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const MetricState *state = m_fleet.metric({index.data(MetricRole).toUInt()});
    if (!state)
        return;
    painter->save();
    painter->setFont(option.font);
    cellpaint::background(*painter, option, false, false);
    const theme::Colours &colours = theme::colours(option.palette);
    const DeviceStatus status = m_fleet.status(state->device);
    const bool isOld = status == DeviceStatus::Stale || status == DeviceStatus::Offline || state->time == 0;
    const QRect area = option.rect.adjusted(index.column() == MetricModel::Name ? 12 : 4, 0, -4, 0);
    switch (index.column()) {
    case MetricModel::Name:
        cellpaint::text(*painter, area, index.data().toString(), state->info.diagnostic || !state->info.problem.isEmpty() ? colours.muted : colours.text);
        break;
    case MetricModel::Value:
        if (!state->info.problem.isEmpty())
            cellpaint::text(*painter, area, index.data().toString(), colours.muted, Qt::AlignRight);
        else
            cellpaint::quantity(*painter, area, format::quantity(*state), option.palette, isOld, isPlottable(state) ? unitWidth(option.font) : 0);
        break;
    case MetricModel::Age:
        painter->setFont(theme::small(option.font));
        cellpaint::text(*painter, area.adjusted(0, 0, -4, 0), index.data().toString(), colours.muted, Qt::AlignRight);
        break;
    default:
        if (isPlottable(state))
            cellpaint::sparkline(*painter, area.adjusted(4, 3, 0, -4), state->series, m_fleet.now(), state->info.type != MetricType::Number,
                isOld ? colours.muted : theme::trace(0, option.palette));
        break;
    }
    painter->restore();
}

} // namespace muster
