#include "ui/inspector/detailspanel.h"

#include "core/identities.h"
#include "ui/fleet/devicemenu.h"
#include "ui/format.h"
#include "ui/icons.h"

#include <QAction>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace muster {

namespace {

constexpr qsizetype mostAddresses = 12;

} // namespace

DetailsPanel::DetailsPanel(const Fleet &fleet, QWidget *parent)
    : QWidget(parent)
    , m_fleet(fleet)
    , m_form(new QFormLayout(this))
{
    m_form->setContentsMargins(12, 0, 8, 4);
    m_form->setHorizontalSpacing(12);
    m_form->setVerticalSpacing(4);
    m_form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    const auto syncIfOurs = [this](const QList<DeviceId> &devices) {
        if (devices.contains(m_device))
            sync();
    };
    connect(&fleet, &Fleet::devicesChanged, this, syncIfOurs);
    connect(&fleet, &Fleet::entriesChanged, this, syncIfOurs);
    connect(&fleet, &Fleet::groupsChanged, this, &DetailsPanel::sync);
}

void DetailsPanel::setDevice(DeviceId device)
{
    m_device = device;
    sync();
}

void DetailsPanel::add(const QString &name, const QString &value)
{
    if (!value.isEmpty())
        m_next.append({name, value, {}});
}

void DetailsPanel::sync()
{
    m_next.clear();
    addDevice();
    addEntry();
    if (m_next == m_shown)
        return;
    m_shown = m_next;
    rebuild();
}

void DetailsPanel::addDevice()
{
    const Device *device = m_fleet.device(m_device);
    if (!device)
        return;
    addAddresses(*device);
    add(tr("Manufacturer"), format::plain(device->manufacturer, 100));
    add(tr("Model"), format::plain(device->model, 100));
    add(tr("Firmware"), format::plain(device->firmware, 100));
    add(tr("Hardware"), format::plain(device->hardware, 100));
    add(tr("Serial number"), format::plain(device->serialNumber, 100));
    const DeviceId via = m_fleet.findByAddress(device->via);
    add(tr("Via"), format::plain(via.isValid() ? m_fleet.displayName(via) : device->via, 100));
    add(tr("Announced as"), format::plain(device->convention, 100));
    if (format::plain(device->name, 100) != format::plain(m_fleet.displayName(m_device), 100))
        add(tr("Own name"), format::plain(device->name, 100));
}

void DetailsPanel::addAddresses(const Device &device)
{
    const bool mayPart = m_identities && !m_fleet.isPast() && device.addresses.size() > 1;
    for (const QString &address : device.addresses.mid(0, mostAddresses)) {
        const bool first = address == device.addresses.constFirst();
        const bool parts = mayPart && m_identities->canPart(m_device, address);
        m_next.append({first ? tr("Addresses") : QString(), format::plain(address, 200), parts ? address : QString()});
    }
    QStringList roads;
    for (const DevicePart &part : device.parts) {
        const QString road = format::plain(part.convention.isEmpty() ? part.link : tr("%1, %2", "road, convention").arg(part.link, part.convention), 100);
        if (!roads.contains(road))
            roads.append(road);
    }
    add(tr("Roads"), roads.join(u'\n'));
}

void DetailsPanel::setIdentities(const Identities *identities)
{
    m_identities = identities;
    sync();
}

QWidget *DetailsPanel::makeSplittable(QLabel *label, const QString &address)
{
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(label, 1);
    auto *split = new QToolButton(line);
    split->setIcon(icons::icon("door-exit"));
    split->setAutoRaise(true);
    split->setToolTip(tr("Split off this address: make what comes from it a device of its own"));
    split->setAccessibleName(tr("Split off %1").arg(label->text()));
    connect(split, &QToolButton::clicked, this, [this, address] { Q_EMIT splitRequested(m_device, address); });
    row->addWidget(split, 0, Qt::AlignTop);
    auto *action = new QAction(tr("Split off this address"), label);
    connect(action, &QAction::triggered, this, [this, address] { Q_EMIT splitRequested(m_device, address); });
    label->addAction(action);
    label->setContextMenuPolicy(Qt::ActionsContextMenu);
    return line;
}

void DetailsPanel::addEntry()
{
    const FleetEntry *entry = m_fleet.entry(m_device);
    if (!entry)
        return;
    QStringList groups;
    for (const GroupId group : entry->groups)
        groups.append(groupPath(m_fleet, group));
    groups.sort();
    add(tr("Groups"), groups.join(u'\n'));
    add(tr("Tags"), format::plain(entry->tags.join(QStringLiteral(", ")), 300));
    add(tr("In the fleet since"), entry->added ? format::exactTime(entry->added) : QString());
}

void DetailsPanel::rebuild()
{
    while (m_form->rowCount() > 0)
        m_form->removeRow(0);
    for (const auto &[name, value, address] : std::as_const(m_shown)) {
        auto *label = new QLabel(value, this);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        label->setAccessibleName(tr("%1: %2", "detail, value").arg(name, value));
        label->setMinimumWidth(60);
        auto *title = new QLabel(name, this);
        title->setForegroundRole(QPalette::PlaceholderText);
        m_form->addRow(title, address.isEmpty() ? label : makeSplittable(label, address));
    }
}

} // namespace muster
