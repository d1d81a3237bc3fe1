#include "ui/rules/scenevalues.h"

#include "core/fleet.h"
#include "ui/format.h"

#include <QComboBox>
#include <QHeaderView>
#include <QMap>

#include <algorithm>

namespace muster {

namespace {

enum Column : int { Name, Set };
constexpr int addressRole = Qt::UserRole;
constexpr int keyRole = Qt::UserRole + 1;
constexpr int optionsRole = Qt::UserRole + 2; ///< what can be chosen from; none: anything can be written

/// A list where there is something to choose from. Names are not edited.
class ValueDelegate : public RowDelegate
{
public:
    using RowDelegate::RowDelegate;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        if (index.column() != Set || !index.parent().isValid())
            return nullptr;
        const QStringList options = index.data(optionsRole).toStringList();
        if (options.isEmpty())
            return RowDelegate::createEditor(parent, option, index);
        auto *box = new QComboBox(parent);
        box->addItems(options);
        return box;
    }
    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        if (auto *const box = qobject_cast<QComboBox *>(editor))
            box->setCurrentText(index.data(Qt::EditRole).toString());
        else
            RowDelegate::setEditorData(editor, index);
    }
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override
    {
        if (const auto *const box = qobject_cast<QComboBox *>(editor))
            model->setData(index, box->currentText());
        else
            RowDelegate::setModelData(editor, model, index);
    }
};

SceneValue valueOf(const QTreeWidgetItem &item)
{
    return {item.data(Name, addressRole).toString(), item.data(Name, keyRole).toString(), {}};
}

} // namespace

namespace scenewords {

QString device(const Fleet &fleet, const SceneValue &value)
{
    const DeviceId id = fleet.findByAddress(value.address);
    return format::plain(id.isValid() ? fleet.displayName(id) : value.address, 100);
}

QString command(const SceneValue &value, const CommandInfo *command)
{
    return format::plain(command && !command->name.isEmpty() ? command->name : value.key, 100);
}

QString value(const SceneValue &value, const CommandInfo *command)
{
    const QString text = format::plain(scenelogic::textOf(value.argument), 100);
    return command && command->argument == ArgumentType::Number && !command->unit.isEmpty() ? text + u' ' + format::plain(command->unit, 20) : text;
}

} // namespace scenewords

SceneValues::SceneValues(const Fleet &fleet, QWidget *parent)
    : RuleTree(parent)
    , m_fleet(fleet)
{
    setAccessibleName(tr("Devices and what they are set to"));
    setHeaderLabels({tr("Device"), tr("Is set to")});
    setItemDelegate(new ValueDelegate(this));
    setEditTriggers(DoubleClicked | EditKeyPressed | SelectedClicked);
    header()->setStretchLastSection(true);
    header()->resizeSection(Name, 320);
    connect(this, &QTreeWidget::itemChanged, this, &SceneValues::take);
}

void SceneValues::choose(const QList<SceneValue> &values)
{
    m_chosen = values;
    fill();
    Q_EMIT chosenChanged();
}

void SceneValues::search(const QString &words)
{
    m_words = words.simplified();
    fill();
}

int SceneValues::takePresent()
{
    int unknown = 0;
    for (SceneValue &value : m_chosen) {
        const QList<SceneValue> now = scenelogic::captured(m_fleet, m_fleet.findByAddress(value.address));
        const auto found = std::find_if(now.cbegin(), now.cend(), [&value](const SceneValue &one) { return one.key == value.key; });
        if (found == now.cend())
            ++unknown;
        else
            value.argument = found->argument;
    }
    fill();
    Q_EMIT chosenChanged();
    return unknown;
}

qsizetype SceneValues::placeOf(const SceneValue &value) const
{
    const DeviceId device = m_fleet.findByAddress(value.address);
    for (qsizetype i = 0; i < m_chosen.size(); ++i) {
        const SceneValue &one = m_chosen.at(i);
        if (one.key == value.key && (one.address == value.address || (device.isValid() && m_fleet.findByAddress(one.address) == device)))
            return i;
    }
    return -1;
}

/// Those of the scene first, then others that fit what is searched; each by name.
QList<std::pair<QString, DeviceId>> SceneValues::found(const QHash<DeviceId, QList<SceneValue>> &listed)
{
    QList<std::pair<QString, DeviceId>> named;
    m_left = 0;
    const QList<DeviceId> members = m_fleet.members();
    for (const DeviceId device : members) {
        const bool isListed = listed.contains(device);
        const QString name = m_fleet.displayName(device);
        if (!isListed && !m_words.isEmpty() && !name.contains(m_words, Qt::CaseInsensitive))
            continue;
        if (isListed || named.size() < mostListed)
            named.append({name, device});
        else
            ++m_left;
    }
    std::sort(named.begin(), named.end(), [&listed](const auto &a, const auto &b) {
        const bool isFirst = listed.contains(a.second);
        return isFirst != listed.contains(b.second) ? isFirst : QString::localeAwareCompare(a.first, b.first) < 0;
    });
    return named;
}

void SceneValues::fill()
{
    m_filling = true;
    clear();
    QMap<QString, QList<SceneValue>> gone;
    QHash<DeviceId, QList<SceneValue>> listed;
    for (const SceneValue &value : std::as_const(m_chosen)) {
        if (const DeviceId device = m_fleet.findByAddress(value.address); device.isValid())
            listed[device].append(value);
        else
            gone[value.address].append(value);
    }
    for (auto it = gone.cbegin(); it != gone.cend(); ++it)
        addDevice(tr("%1 (not there now)").arg(format::plain(it.key(), 100)), {}, *it)->setExpanded(true);
    for (const auto &[name, device] : found(listed)) {
        const QList<SceneValue> now = scenelogic::captured(m_fleet, device);
        if (const QList<SceneValue> own = listed.value(device); !now.isEmpty() || !own.isEmpty())
            addDevice(format::plain(name, 100), now, own)->setExpanded(!own.isEmpty());
    }
    m_filling = false;
}

/// `now`: what it is; `own`: what the scene sets.
QTreeWidgetItem *SceneValues::addDevice(const QString &name, const QList<SceneValue> &now, const QList<SceneValue> &own)
{
    QList<SceneValue> values = own;
    for (const SceneValue &value : now)
        if (std::none_of(own.cbegin(), own.cend(), [&value](const SceneValue &one) { return one.key == value.key; }))
            values.append(value);
    auto *parent = new QTreeWidgetItem(this, {name});
    parent->setFlags(parent->flags() | Qt::ItemIsUserCheckable | Qt::ItemIsAutoTristate);
    for (qsizetype i = 0; i < values.size(); ++i) {
        const SceneValue &value = values.at(i);
        const CommandInfo *const command = scenelogic::commandOf(m_fleet, value);
        auto *item = new QTreeWidgetItem(parent, {scenewords::command(value, command), scenelogic::textOf(value.argument)});
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable | Qt::ItemIsEditable);
        item->setData(Name, addressRole, value.address);
        item->setData(Name, keyRole, value.key);
        if (command && command->argument == ArgumentType::Boolean)
            item->setData(Set, optionsRole, QStringList {scenelogic::textOf(true), scenelogic::textOf(false)});
        else if (command && command->argument == ArgumentType::Enumeration)
            item->setData(Set, optionsRole, command->options);
        else if (command && command->argument == ArgumentType::Number)
            item->setToolTip(Set, format::tip(tr("From %1 to %2 %3", "number, number, unit").arg(format::number(command->minimum), format::number(command->maximum), format::plain(command->unit, 20)).trimmed()));
        item->setCheckState(Name, i < own.size() ? Qt::Checked : Qt::Unchecked);
    }
    return parent;
}

/// A check mark was set, or a value written.
void SceneValues::take(QTreeWidgetItem *item, int column)
{
    if (m_filling)
        return;
    if (!item->parent()) { // what it is set to is to be seen
        item->setExpanded(item->isExpanded() || item->checkState(Name) != Qt::Unchecked);
        return;
    }
    SceneValue value = valueOf(*item);
    const qsizetype place = placeOf(value);
    const Result<Value> argument = scenelogic::argumentOf(item->text(Set), scenelogic::commandOf(m_fleet, value));
    if (!argument) {
        m_filling = true;
        const QList<SceneValue> now = scenelogic::captured(m_fleet, m_fleet.findByAddress(value.address));
        const auto known = std::find_if(now.cbegin(), now.cend(), [&value](const SceneValue &one) { return one.key == value.key; });
        item->setText(Set, scenelogic::textOf(place >= 0 ? m_chosen.at(place).argument : known == now.cend() ? Value() : known->argument));
        m_filling = false;
        Q_EMIT refused(argument.error().text);
        return;
    }
    const bool isChecked = item->checkState(Name) == Qt::Checked;
    value.argument = *argument;
    if (place >= 0 && (isChecked || column == Set))
        m_chosen[place].argument = value.argument;
    else if (place >= 0)
        m_chosen.removeAt(place);
    else if (isChecked || column == Set)
        m_chosen.append(value);
    if (column == Set && !isChecked) { // who writes a value means it
        m_filling = true;
        item->setCheckState(Name, Qt::Checked);
        m_filling = false;
    }
    Q_EMIT chosenChanged();
}

} // namespace muster
