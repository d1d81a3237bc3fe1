#include "query/dynamicgroups.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace muster {

namespace {

Result<void> validate(const QString &name, const QString &query)
{
    if (name.isEmpty())
        return failure(Error::Code::Invalid, DynamicGroups::tr("A group needs a name."));
    if (const ParsedQuery parsed = parseQuery(query); !parsed)
        return failure(Error::Code::Invalid, parsed.error().describe());
    return {};
}

QString tidy(const QString &name)
{
    return name.simplified().left(DynamicGroups::maxName);
}

} // namespace

DynamicGroups::DynamicGroups(FleetColumns &columns, QObject *parent)
    : QObject(parent)
    , m_columns(columns)
    , m_counts(this)
{
    m_counts.setSingleShot(true);
    m_counts.setInterval(countMs);
    connect(&m_counts, &QTimer::timeout, this, &DynamicGroups::countsChanged);
}

DynamicGroups::~DynamicGroups() = default;

QList<DynamicGroup> DynamicGroups::all() const
{
    QList<DynamicGroup> groups;
    for (const Entry &entry : m_entries)
        groups.append(entry.group);
    return groups;
}

const DynamicGroups::Entry *DynamicGroups::entry(DynamicGroupId id) const
{
    const auto it = std::find_if(m_entries.cbegin(), m_entries.cend(), [id](const Entry &entry) { return entry.group.id == id; });
    return it == m_entries.cend() ? nullptr : &*it;
}

const DynamicGroup *DynamicGroups::find(DynamicGroupId id) const
{
    const Entry *const found = entry(id);
    return found ? &found->group : nullptr;
}

qsizetype DynamicGroups::count(DynamicGroupId id) const
{
    const Entry *const found = entry(id);
    return found && found->live ? found->live->count() : 0;
}

QString DynamicGroups::problem(DynamicGroupId id) const
{
    const Entry *const found = entry(id);
    if (!found)
        return {};
    return found->live ? found->live->problem() : found->problem;
}

void DynamicGroups::answer(Entry &entry)
{
    const ParsedQuery query = parseQuery(entry.group.query);
    entry.live.reset();
    entry.problem = query ? QString() : query.error().describe();
    if (!query)
        return;
    entry.live = std::make_unique<LiveQuery>(m_columns);
    entry.live->setQuery(*query);
    const auto soon = [this] {
        if (!m_counts.isActive())
            m_counts.start();
    };
    connect(entry.live.get(), &LiveQuery::entered, this, soon);
    connect(entry.live.get(), &LiveQuery::left, this, soon);
}

Result<DynamicGroupId> DynamicGroups::add(const QString &name, const QString &query)
{
    if (const Result<void> valid = validate(tidy(name), query); !valid)
        return tl::unexpected(valid.error());
    if (qsizetype(m_entries.size()) >= most)
        return failure(Error::Code::Refused, tr("There are %1 dynamic groups already. Delete one first.").arg(most));
    Entry &entry = m_entries.emplace_back(Entry {{{++m_last}, tidy(name), query}, nullptr, {}});
    answer(entry);
    const DynamicGroupId id = entry.group.id;
    Q_EMIT changed();
    return id;
}

Result<void> DynamicGroups::change(const DynamicGroup &group)
{
    if (const Result<void> valid = validate(tidy(group.name), group.query); !valid)
        return valid;
    const auto it = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &entry) { return entry.group.id == group.id; });
    if (it == m_entries.end())
        return failure(Error::Code::NotFound, tr("This group was deleted meanwhile."));
    const bool asksAnew = it->group.query != group.query;
    it->group = {group.id, tidy(group.name), group.query};
    if (asksAnew)
        answer(*it);
    Q_EMIT changed();
    return {};
}

void DynamicGroups::remove(DynamicGroupId id)
{
    if (std::erase_if(m_entries, [id](const Entry &entry) { return entry.group.id == id; }) > 0)
        Q_EMIT changed();
}

QString DynamicGroups::save() const
{
    QJsonArray groups;
    for (const Entry &entry : m_entries)
        groups.append(QJsonObject {{QStringLiteral("id"), qint64(entry.group.id.n)}, {QStringLiteral("name"), entry.group.name},
            {QStringLiteral("query"), entry.group.query}});
    const QJsonObject all {{QStringLiteral("version"), 1}, {QStringLiteral("last"), qint64(m_last)}, {QStringLiteral("groups"), groups}};
    return QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

int DynamicGroups::restore(const QString &stored)
{
    m_entries.clear();
    if (stored.isEmpty())
        return 0;
    const QJsonObject all = QJsonDocument::fromJson(stored.toUtf8()).object();
    if (all.isEmpty())
        return 1;
    const auto number = [](const QJsonValue &value) { return quint32(std::clamp<qint64>(value.toInteger(), 0, 0x7fff'fff0)); };
    m_last = number(all.value(QStringLiteral("last")));
    const QJsonArray groups = all.value(QStringLiteral("groups")).toArray();
    int lost = 0;
    for (const auto &value : groups) {
        const QJsonObject json = value.toObject();
        Entry entry {{{number(json.value(QStringLiteral("id")))}, tidy(json.value(QStringLiteral("name")).toString()),
                         json.value(QStringLiteral("query")).toString()}, nullptr, {}};
        if (entry.group.name.isEmpty() || !entry.group.id.isValid() || find(entry.group.id) || qsizetype(m_entries.size()) >= most) {
            ++lost;
            continue;
        }
        m_last = std::max(m_last, entry.group.id.n);
        answer(m_entries.emplace_back(std::move(entry)));
    }
    return lost;
}

} // namespace muster
