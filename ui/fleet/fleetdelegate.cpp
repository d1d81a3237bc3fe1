#include "ui/fleet/fleetdelegate.h"

#include "ui/cellpaint.h"
#include "ui/models/fleetmodel.h"
#include "ui/theme.h"

#include <QAbstractItemView>
#include <QLineEdit>
#include <QPainter>

namespace muster {

namespace {

constexpr qsizetype mostNameCharacters = 200;

int unitWidthOf(FleetColumn column, const QFontMetrics &metrics)
{
    switch (column) {
    case FleetColumn::Battery:
        return metrics.horizontalAdvance(u'%') + 4;
    case FleetColumn::Signal:
        return metrics.horizontalAdvance(QLatin1String("dBm")) + 4;
    default:
        return metrics.horizontalAdvance(QLatin1String("kWh")) + 4;
    }
}

} // namespace

FleetDelegate::FleetDelegate(const Fleet &fleet, const FleetModel &model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_fleet(fleet)
    , m_model(model)
{
}

void FleetDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const bool isCurrent = view && view->hasFocus() && view->currentIndex().row() == index.row();
    painter->save();
    painter->setFont(option.font);
    cellpaint::background(*painter, option, index.column() == 0, isCurrent);
    const DeviceId id = m_model.deviceAt(index.row());
    const QRect area = option.rect.adjusted(cellpaint::margin, 0, -cellpaint::margin, 0);
    const theme::Colours &colours = theme::colours(option.palette);
    switch (FleetColumn(index.column())) {
    case FleetColumn::Status:
        cellpaint::mark(*painter, option.rect.adjusted(4, 0, 0, 0), m_fleet.status(id), option.palette);
        break;
    case FleetColumn::Name:
        cellpaint::text(*painter, area, index.data().toString(), m_fleet.status(id) == DeviceStatus::Offline ? colours.muted : colours.text);
        break;
    case FleetColumn::Kind:
    case FleetColumn::Link:
    case FleetColumn::Model:
        cellpaint::text(*painter, area, index.data().toString(), colours.muted);
        break;
    case FleetColumn::Seen:
        cellpaint::text(*painter, area, index.data().toString(), colours.muted, Qt::AlignRight);
        break;
    case FleetColumn::Battery:
    case FleetColumn::Signal:
    case FleetColumn::Value:
        paintMetric(*painter, area, option, index);
        break;
    case FleetColumn::Trend:
        paintTrend(*painter, area, option, index);
        break;
    }
    painter->restore();
}

void FleetDelegate::paintMetric(QPainter &painter, const QRect &area, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const MetricState *state = m_fleet.metric(m_model.metricAt(index));
    const format::Quantity quantity = state ? format::quantity(*state) : format::Quantity {format::none(), {}};
    const DeviceStatus status = state ? m_fleet.status(state->device) : DeviceStatus::Unknown;
    const bool isOld = status != DeviceStatus::Live || state->time == 0;
    const int unitWidth = unitWidthOf(FleetColumn(index.column()), QFontMetrics(theme::small(option.font)));
    cellpaint::quantity(painter, area, quantity, option.palette, isOld, unitWidth);
}

void FleetDelegate::paintTrend(QPainter &painter, const QRect &area, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const MetricState *state = m_fleet.metric(m_model.metricAt(index));
    if (!state || state->info.type == MetricType::Text || state->info.type == MetricType::Event)
        return;
    const theme::Colours &colours = theme::colours(option.palette);
    const bool isLive = m_fleet.status(state->device) == DeviceStatus::Live;
    cellpaint::sparkline(painter, area.adjusted(0, 3, 0, -4), state->series, m_fleet.now(), state->info.type != MetricType::Number,
        isLive ? theme::trace(0, option.palette) : colours.muted);
}

QSize FleetDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(index)
    return {option.fontMetrics.averageCharWidth() * 10, theme::rowHeight()};
}

QWidget *FleetDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(option)
    auto *editor = new QLineEdit(parent);
    editor->setMaxLength(mostNameCharacters);
    editor->setAccessibleName(tr("New name"));
    editor->setStyleSheet(QStringLiteral("min-height: 0px;"));
    editor->setText(index.data(Qt::EditRole).toString());
    editor->selectAll();
    return editor;
}

void FleetDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    // Values that arrive meanwhile make the view refill its editors: what is being typed stays.
    Q_UNUSED(editor)
    Q_UNUSED(index)
}

} // namespace muster
