#include "ui/inspector/commandlog.h"

#include "core/dispatcher.h"
#include "core/fleet.h"
#include "ui/format.h"
#include "ui/theme.h"

#include <algorithm>

namespace muster {

namespace {

constexpr int shownLines = 5;
constexpr int lineHeight = 22;

} // namespace

CommandLog::CommandLog(const Fleet &fleet, const Dispatcher &dispatcher, QWidget *parent)
    : QListWidget(parent)
    , m_fleet(fleet)
    , m_dispatcher(dispatcher)
{
    setAccessibleName(tr("Last commands"));
    setFrameShape(NoFrame);
    setSelectionMode(NoSelection);
    setUniformItemSizes(true);
    setTextElideMode(Qt::ElideRight);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&dispatcher, &Dispatcher::finished, this, [this](const CommandOutcome &outcome) {
        if (outcome.command.device == m_device)
            add(outcome);
    });
}

void CommandLog::setDevice(DeviceId device)
{
    m_device = device;
    clear();
    for (const CommandOutcome &outcome : m_dispatcher.journal()) {
        if (outcome.command.device == device)
            add(outcome);
    }
    updateGeometry();
}

void CommandLog::add(const CommandOutcome &outcome)
{
    const QString line = words(outcome);
    auto *item = new QListWidgetItem(line);
    item->setToolTip(format::tip(line));
    item->setSizeHint(QSize(0, lineHeight));
    if (!outcome.result)
        item->setForeground(theme::colours(palette()).alarm);
    insertItem(0, item);
    while (count() > mostLines)
        delete takeItem(count() - 1);
    updateGeometry();
    Q_EMIT lineAdded();
}

QString CommandLog::words(const CommandOutcome &outcome) const
{
    QString what = format::plain(outcome.command.key, 60);
    CommandInfo info;
    if (const Device *device = m_fleet.device(m_device)) {
        const auto known = std::find_if(device->commands.begin(), device->commands.end(), [&](const CommandInfo &one) { return one.key == outcome.command.key; });
        if (known != device->commands.end()) {
            info = *known;
            what = format::commandName(info);
        }
    }
    const QString value = format::argument(info, outcome.command.argument);
    const QString when = format::clock(outcome.finished);
    if (value.isEmpty())
        return tr("%1  %2  %3", "time, command, outcome").arg(when, what, format::outcome(outcome));
    return tr("%1  %2 %3  %4", "time, command, value, outcome").arg(when, what, value, format::outcome(outcome));
}

QSize CommandLog::sizeHint() const
{
    return {120, std::clamp(count(), 1, shownLines) * lineHeight + 2};
}

} // namespace muster
