#include "ui/fleet/devicemenu.h"

#include "ui/asktext.h"
#include "ui/format.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>

#include <algorithm>

namespace muster {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(muster::DeviceMenu)
};

constexpr qsizetype mostGroups = 60;
constexpr int deepest = 32;

} // namespace

QString groupPath(const Fleet &fleet, GroupId group)
{
    QString path;
    for (int depth = 0; depth < deepest && group.isValid(); ++depth) {
        const Group *known = fleet.group(group);
        if (!known)
            break;
        const QString name = format::plain(known->name, 60);
        path = path.isEmpty() ? name : name + QStringLiteral(" ▸ ") + path;
        group = known->parent;
    }
    return path;
}

namespace devicemenu {

void addGroups(QMenu &menu, Fleet &fleet, const QString &withoutGroup, const std::function<void(GroupId)> &chosen)
{
    if (!withoutGroup.isEmpty()) {
        menu.addAction(withoutGroup, &menu, [chosen] { chosen({}); });
        menu.addSeparator();
    }
    QList<std::pair<QString, GroupId>> groups;
    for (const Group &group : fleet.groups())
        groups.append({groupPath(fleet, group.id), group.id});
    std::sort(groups.begin(), groups.end(), [](const auto &a, const auto &b) { return a.first.localeAwareCompare(b.first) < 0; });
    for (const auto &[path, id] : groups.mid(0, mostGroups))
        menu.addAction(format::label(path), &menu, [chosen, id = id] { chosen(id); });
    if (!groups.isEmpty())
        menu.addSeparator();
    QWidget *window = menu.parentWidget();
    menu.addAction(Words::tr("New group…"), window, [window, &fleet, chosen] { askNewGroup(window, fleet, {}, chosen); });
}

void addKinds(QMenu &menu, Fleet &fleet, const QList<DeviceId> &devices)
{
    const auto all = [&](int kind) {
        return std::all_of(devices.begin(), devices.end(), [&](DeviceId id) {
            const FleetEntry *entry = fleet.entry(id);
            return entry && entry->kind == kind;
        });
    };
    auto *choice = new QActionGroup(&menu);
    const auto offer = [&](const QString &text, int kind) {
        QAction *action = menu.addAction(text, &menu, [&fleet, devices, kind] {
            for (const DeviceId id : devices)
                fleet.setKind(id, kind);
        });
        action->setCheckable(true);
        action->setChecked(all(kind));
        choice->addAction(action);
    };
    offer(Words::tr("As the device reports"), -1);
    offer(Words::tr("M2M, point to point"), int(Kind::M2M));
    offer(Words::tr("IoT, over a network"), int(Kind::IoT));
}

void askTags(QWidget *parent, Fleet &fleet, const QList<DeviceId> &devices)
{
    // What all of them have is shown and can be taken away; what only some have stays with those.
    QStringList common;
    for (const DeviceId id : devices) {
        const FleetEntry *entry = fleet.entry(id);
        const QStringList tags = entry ? entry->tags : QStringList();
        if (id == devices.first())
            common = tags;
        common.removeIf([&tags](const QString &tag) { return !tags.contains(tag); });
    }
    askText(parent, Words::tr("Set tags"), Words::tr("Tags, separated by commas:"), common.join(QStringLiteral(", ")),
        [&fleet, devices, common](const QString &text) {
            const QStringList given = text.left(2'000).split(u',', Qt::SkipEmptyParts);
            for (const DeviceId id : devices) {
                const FleetEntry *entry = fleet.entry(id);
                QStringList tags = entry ? entry->tags : QStringList();
                tags.removeIf([&common](const QString &tag) { return common.contains(tag); });
                fleet.setTags(id, tags + given);
            }
        });
}

void askNewGroup(QWidget *parent, Fleet &fleet, GroupId below, const std::function<void(GroupId)> &made)
{
    askText(parent, Words::tr("Add group"), Words::tr("Name of the new group:"), {}, [&fleet, below, made](const QString &text) {
        const QString name = text.simplified().left(100);
        if (name.isEmpty())
            return;
        const GroupId group = fleet.addGroup(name, below);
        if (made)
            made(group);
    });
}

// Over Bluetooth it is known once it was connected to: then it takes lines.
bool hasSerialLine(const Device &device)
{
    const auto takesLines = [](const CommandInfo &command) { return command.key == QLatin1String("send"); };
    return device.link == QLatin1String("serial")
        || (device.link == QLatin1String("ble") && std::any_of(device.commands.cbegin(), device.commands.cend(), takesLines));
}

bool hasSerialLine(const Fleet &fleet, const QList<DeviceId> &devices)
{
    const Device *device = devices.size() == 1 ? fleet.device(devices.first()) : nullptr;
    return device && hasSerialLine(*device);
}

QString readingText()
{
    return Words::tr("How it is read…");
}

} // namespace devicemenu

} // namespace muster
