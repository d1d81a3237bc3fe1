#include "ui/fleet/treedelegate.h"

#include "ui/cellpaint.h"
#include "ui/icons.h"
#include "ui/models/cellwords.h"
#include "ui/theme.h"

#include <QAbstractItemView>
#include <QLineEdit>
#include <QPainter>

namespace muster {

TreeDelegate::TreeDelegate(const Fleet &fleet, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_fleet(fleet)
{
}

void TreeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setFont(option.font);
    const theme::Colours &colours = theme::colours(option.palette);
    QColor hover = colours.accent;
    hover.setAlphaF(0.06F);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, option.palette.highlight());
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, hover);
    if (option.state & QStyle::State_HasFocus)
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), colours.accent);
    const QRect area = option.rect.adjusted(4, 0, -cellpaint::margin, 0);
    if (index.data(DeviceRole).toUInt() != 0)
        paintDevice(*painter, area, option, index);
    else
        paintBranch(*painter, area, option, index);
    painter->restore();
}

void TreeDelegate::paintDevice(QPainter &painter, QRect area, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const theme::Colours &colours = theme::colours(option.palette);
    const DeviceId id {index.data(DeviceRole).toUInt()};
    cellpaint::mark(painter, QRectF(area.left(), area.top(), 16, area.height()), m_fleet.status(id), option.palette);
    area.adjust(20, 0, 0, 0);
    if (index.data(NewRole).toBool()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.accent);
        painter.drawEllipse(QPointF(area.right() - 3, area.center().y() + 0.5), 3, 3);
    }
    area.adjust(0, 0, -12, 0);
    const QString name = index.data().toString();
    const int nameWidth = painter.fontMetrics().horizontalAdvance(name);
    cellpaint::text(painter, area, name, colours.text);
    const Device *device = m_fleet.device(id);
    const int left = area.width() - nameWidth - 12;
    if (!device || left < 40)
        return;
    painter.setFont(theme::small(option.font));
    const QString model = format::plain(device->model.isEmpty() ? device->manufacturer : device->model, 40);
    cellpaint::text(painter, area.adjusted(nameWidth + 12, 0, 0, 0), model, colours.muted, Qt::AlignRight);
}

void TreeDelegate::paintBranch(QPainter &painter, QRect area, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const theme::Colours &colours = theme::colours(option.palette);
    const QString count = format::count(index.data(CountRole).toInt());
    const int width = cellpaint::badgeWidth(option.font, count);
    const QRect right(area.right() - width + 1, area.top(), width, area.height());
    if (index.data(NewRole).toBool())
        cellpaint::badge(painter, right, count, colours.accent, colours.surface);
    else
        cellpaint::text(painter, right.adjusted(0, 0, -4, 0), count, colours.muted, Qt::AlignRight);
    if (index.data(DynamicRole).toBool()) {
        const QRect place(area.left() + 2, area.center().y() - 6, 14, 14);
        icons::icon("filter").paint(&painter, place);
        area.adjust(20, 0, 0, 0);
    }
    cellpaint::text(painter, area.adjusted(2, 0, -width - 4, 0), index.data().toString(), colours.text);
}

QSize TreeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(index)
    return {option.fontMetrics.averageCharWidth() * 16, theme::rowHeight()};
}

QWidget *TreeDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(option)
    auto *editor = new QLineEdit(parent);
    editor->setMaxLength(100);
    editor->setAccessibleName(tr("New name"));
    editor->setStyleSheet(QStringLiteral("min-height: 0px;"));
    editor->setText(index.data(Qt::EditRole).toString());
    editor->selectAll();
    return editor;
}

void TreeDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    // Filled once, by createEditor: what is being typed stays when counts change meanwhile.
    Q_UNUSED(editor)
    Q_UNUSED(index)
}

} // namespace muster
