#include "ui/inspector/commandspanel.h"

#include "core/dispatcher.h"
#include "core/fleet.h"
#include "ui/format.h"
#include "ui/inspector/commandrow.h"

#include <QLabel>
#include <QVBoxLayout>

namespace muster {

CommandsPanel::CommandsPanel(Fleet &fleet, Dispatcher &dispatcher, QWidget *parent)
    : QWidget(parent)
    , m_fleet(fleet)
    , m_dispatcher(dispatcher)
    , m_column(new QVBoxLayout(this))
    , m_more(new QLabel(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(2);
    m_column->addWidget(m_more);
    m_more->setForegroundRole(QPalette::PlaceholderText);
    m_more->setWordWrap(true);
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(refreshMs);
    connect(&m_refresh, &QTimer::timeout, this, &CommandsPanel::refreshRows);
    connect(&fleet, &Fleet::devicesChanged, this, [this](const QList<DeviceId> &devices) {
        if (devices.contains(m_device))
            sync();
    });
    connect(&fleet, &Fleet::metricsChanged, this, [this](const QList<MetricId> &metrics) {
        for (const MetricId id : metrics) {
            const MetricState *state = m_rows.isEmpty() || m_refresh.isActive() ? nullptr : m_fleet.metric(id);
            if (state && state->device == m_device)
                m_refresh.start();
        }
    });
    connect(&dispatcher, &Dispatcher::finished, this, &CommandsPanel::finish);
}

void CommandsPanel::setDevice(DeviceId device)
{
    if (device == m_device)
        return;
    m_device = device;
    m_infos.clear();
    dropRows();
    sync();
}

// Later, since one of them may just be handling its button.
void CommandsPanel::dropRows()
{
    for (CommandRow *row : std::as_const(m_rows)) {
        row->hide();
        row->deleteLater();
    }
    m_rows.clear();
}

void CommandsPanel::sync()
{
    const Device *device = m_fleet.device(m_device);
    const QList<CommandInfo> infos = device ? device->commands.mid(0, mostRows) : QList<CommandInfo>();
    const qsizetype beyond = device ? device->commands.size() - infos.size() : 0;
    m_more->setVisible(beyond > 0);
    m_more->setText(tr("%1 more commands are not shown.").arg(format::count(beyond)));
    if (infos == m_infos) {
        refreshRows();
        return;
    }
    m_infos = infos;
    dropRows();
    for (const CommandInfo &info : infos) {
        auto *row = new CommandRow(m_fleet, m_dispatcher, m_device, info, this);
        m_column->insertWidget(int(m_rows.size()), row);
        m_rows.append(row);
    }
}

void CommandsPanel::refreshRows()
{
    for (CommandRow *row : std::as_const(m_rows))
        row->refresh();
}

void CommandsPanel::finish(const CommandOutcome &outcome)
{
    if (outcome.command.device != m_device)
        return;
    for (CommandRow *row : std::as_const(m_rows)) {
        if (row->info().key == outcome.command.key)
            row->finish(outcome);
    }
}

} // namespace muster
