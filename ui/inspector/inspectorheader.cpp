#include "ui/inspector/inspectorheader.h"

#include "ui/cellpaint.h"
#include "ui/format.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPixmap>
#include <QVBoxLayout>

namespace muster {

namespace {

QPixmap markPixmap(DeviceStatus status, const QPalette &palette, qreal ratio)
{
    const int side = cellpaint::markSize + 4;
    QPixmap pixmap(QSize(side, side) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    cellpaint::mark(painter, QRectF(0, 0, side, side), status, palette);
    return pixmap;
}

} // namespace

InspectorHeader::InspectorHeader(const Fleet &fleet, QWidget *parent)
    : QWidget(parent)
    , m_fleet(fleet)
    , m_name(new QLabel(this))
    , m_mark(new QLabel(this))
    , m_status(new QLabel(this))
    , m_line(new QLabel(this))
{
    m_name->setFont(theme::title(font()));
    m_name->setWordWrap(true);
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_line->setWordWrap(true);
    for (QLabel *label : {m_name, m_status, m_line})
        label->setTextFormat(Qt::PlainText);
    for (QLabel *label : {m_status, m_line})
        label->setForegroundRole(QPalette::PlaceholderText);
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_name, 1);
    row->addWidget(m_mark, 0, Qt::AlignVCenter);
    row->addWidget(m_status, 0, Qt::AlignVCenter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 4);
    column->setSpacing(2);
    column->addLayout(row);
    column->addWidget(m_line);
    const auto refreshIfOurs = [this](const QList<DeviceId> &devices) {
        if (devices.contains(m_device))
            refresh();
    };
    connect(&fleet, &Fleet::devicesChanged, this, refreshIfOurs);
    connect(&fleet, &Fleet::entriesChanged, this, refreshIfOurs);
    connect(&fleet, &Fleet::statusesChanged, this, refreshIfOurs);
    connect(&m_ages, &QTimer::timeout, this, &InspectorHeader::refresh);
    m_ages.start(1'000);
}

void InspectorHeader::setDevice(DeviceId device)
{
    m_device = device;
    refresh();
}

void InspectorHeader::refresh()
{
    const Device *device = m_fleet.device(m_device);
    if (!device)
        return;
    const DeviceStatus status = m_fleet.status(m_device);
    const Micros seen = m_fleet.lastSeen(m_device);
    m_name->setText(format::plain(m_fleet.displayName(m_device), 120));
    m_mark->setPixmap(markPixmap(status, palette(), devicePixelRatioF()));
    m_mark->setToolTip(format::tip(format::status(status)));
    m_mark->setAccessibleName(format::status(status));
    m_status->setText(status == DeviceStatus::Live ? format::age(seen, m_fleet.now()) : format::status(status));
    m_status->setToolTip(format::tip(tr("Last heard: %1").arg(format::exactTime(seen))));
    QStringList parts {format::kind(m_fleet.kind(m_device)), format::link(*device),
        format::plain(QStringLiteral("%1 %2").arg(device->manufacturer, device->model), 100)};
    parts.removeAll(QString());
    m_line->setText(parts.join(QStringLiteral(" · ")));
}

} // namespace muster
