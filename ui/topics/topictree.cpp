#include "ui/topics/topictree.h"

#include "ui/format.h"
#include "ui/theme.h"

#include <QSize>

#include <algorithm>

namespace muster {

namespace {

constexpr qsizetype mostPreviewed = 160;
constexpr char systemLevel[] = "$SYS";

} // namespace

struct TopicTree::Node
{
    int parent = -1;
    bool shown = false;
    bool moving = false;
    QString name {};
    std::vector<int> children {}; ///< those shown, by name
    quint64 messages = 0;         ///< here and below
    quint64 lately = 0;           ///< since the last roll()
    double rate = 0;
    std::unique_ptr<TopicRecord> record {};
};

TopicTree::TopicTree(QObject *parent)
    : QAbstractItemModel(parent)
{
    m_nodes.emplace_back();
    m_nodes.front().shown = true;
}

TopicTree::~TopicTree() = default;

// --- taking in

void TopicTree::apply(const TopicBatch &batch)
{
    m_untold += batch.untold;
    for (const TopicChange &change : batch.changes) {
        const int node = nodeFor(change.topic);
        if (node < 0) {
            m_untold += change.messages;
            continue;
        }
        take(*m_nodes[size_t(node)].record, change);
        for (int n = node; n >= 0; n = m_nodes[size_t(n)].parent) {
            Node &level = m_nodes[size_t(n)];
            level.messages += change.messages;
            level.lately += change.messages;
            if (!std::exchange(level.moving, true))
                m_moving.push_back(n);
        }
        if (!m_nodes[size_t(node)].shown && matches(change.topic))
            show(node);
    }
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
}

void TopicTree::take(TopicRecord &record, const TopicChange &change)
{
    record.messages += change.messages;
    record.bytes += change.bytes;
    record.before = record.time;
    record.time = change.time;
    record.size = change.size;
    record.qos = change.qos;
    // An empty message is how a retained one is taken away.
    record.retained = change.size > 0 && (change.retained || record.retained);
    m_bytes -= record.kept();
    record.previous = record.messages > change.messages ? record.shown() : QByteArray();
    record.payload = change.payload;
    record.masked = change.masked;
    record.properties = change.properties;
    if (m_bytes + record.kept() > maxBytes) {
        record.previous = {};
        record.properties = {};
        record.properties.leftOut = change.properties.isEmpty() ? 0 : 1;
        record.payload = change.payload.first(std::min(change.payload.size(), shortBytes));
        record.masked = change.masked.first(std::min(change.masked.size(), shortBytes));
    }
    m_bytes += record.kept();
    m_shortened += record.isWhole() ? 0 : 1;
}

// The node of a topic, made with all levels above it where it is new; -1 where it does not fit.
int TopicTree::nodeFor(const QString &topic)
{
    if (const int known = m_byPath.value(topic, -1); known >= 0 && m_nodes[size_t(known)].record)
        return known;
    if (m_topics >= maxTopics || qsizetype(m_nodes.size()) + maxDepth > maxNodes)
        return -1;
    int node = 0;
    qsizetype begin = 0;
    for (int depth = 1; begin <= topic.size(); ++depth) {
        const qsizetype slash = depth < maxDepth ? topic.indexOf(QLatin1Char('/'), begin) : -1;
        const qsizetype end = slash < 0 ? topic.size() : slash;
        const QString path = topic.left(end);
        int next = m_byPath.value(path, -1);
        if (next < 0) {
            next = int(m_nodes.size());
            m_nodes.emplace_back();
            m_nodes.back().parent = node;
            m_nodes.back().name = topic.mid(begin, end - begin);
            m_byPath.insert(path, next);
        }
        node = next;
        begin = end + 1;
    }
    m_nodes[size_t(node)].record = std::make_unique<TopicRecord>();
    m_nodes[size_t(node)].record->topic = topic;
    ++m_topics;
    return node;
}

void TopicTree::show(int node)
{
    if (m_nodes[size_t(node)].shown)
        return;
    const int above = m_nodes[size_t(node)].parent;
    show(above);
    auto &siblings = m_nodes[size_t(above)].children;
    const auto place = std::lower_bound(siblings.cbegin(), siblings.cend(), m_nodes[size_t(node)].name, [this](int sibling, const QString &name) { return m_nodes[size_t(sibling)].name < name; });
    const int row = int(place - siblings.cbegin());
    beginInsertRows(indexOf(above), row, row);
    siblings.insert(place, node);
    m_nodes[size_t(node)].shown = true;
    endInsertRows();
}

void TopicTree::roll(double seconds)
{
    std::vector<int> still;
    for (const int n : m_moving) {
        Node &node = m_nodes[size_t(n)];
        node.rate = seconds > 0 ? double(std::exchange(node.lately, 0)) / seconds : 0;
        node.moving = node.rate > 0;
        if (node.moving)
            still.push_back(n);
    }
    m_moving = std::move(still);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, Rate), index(rowCount() - 1, Rate));
}

void TopicTree::clear()
{
    beginResetModel();
    m_nodes.clear();
    m_nodes.emplace_back();
    m_nodes.front().shown = true;
    m_byPath.clear();
    m_moving.clear();
    m_topics = 0;
    m_bytes = 0;
    m_untold = 0;
    m_shortened = 0;
    endResetModel();
}

void TopicTree::forgetRetained()
{
    for (Node &node : m_nodes)
        if (node.record)
            node.record->retained = false;
}

// --- what is shown

void TopicTree::setFilter(const QString &text)
{
    const QStringList words = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    beginResetModel();
    m_words = words;
    for (Node &node : m_nodes) {
        node.children.clear();
        node.shown = false;
    }
    m_nodes.front().shown = true;
    for (size_t n = 1; n < m_nodes.size(); ++n)
        for (int up = m_nodes[n].record && matches(m_nodes[n].record->topic) ? int(n) : 0; !m_nodes[size_t(up)].shown; up = m_nodes[size_t(up)].parent) {
            m_nodes[size_t(up)].shown = true;
            m_nodes[size_t(m_nodes[size_t(up)].parent)].children.push_back(up);
        }
    for (Node &node : m_nodes)
        std::sort(node.children.begin(), node.children.end(), [this](int a, int b) { return m_nodes[size_t(a)].name < m_nodes[size_t(b)].name; });
    endResetModel();
}

bool TopicTree::matches(const QString &topic) const
{
    return std::all_of(m_words.cbegin(), m_words.cend(), [&topic](const QString &word) { return topic.contains(word, Qt::CaseInsensitive); });
}

// --- asking

int TopicTree::nodeOf(const QModelIndex &index)
{
    return index.isValid() ? int(index.internalId()) : 0;
}

QModelIndex TopicTree::indexOf(int node, int column) const
{
    if (node <= 0 || !m_nodes[size_t(node)].shown)
        return {};
    const auto &siblings = m_nodes[size_t(m_nodes[size_t(node)].parent)].children;
    const auto place = std::lower_bound(siblings.cbegin(), siblings.cend(), m_nodes[size_t(node)].name, [this](int sibling, const QString &name) { return m_nodes[size_t(sibling)].name < name; });
    return createIndex(int(place - siblings.cbegin()), column, quintptr(node));
}

QModelIndex TopicTree::indexOf(const QString &topic) const
{
    return indexOf(m_byPath.value(topic, -1));
}

QString TopicTree::pathOf(int node) const
{
    QStringList levels;
    for (int n = node; n > 0; n = m_nodes[size_t(n)].parent)
        levels.prepend(m_nodes[size_t(n)].name);
    return levels.join(QLatin1Char('/'));
}

QString TopicTree::path(const QModelIndex &index) const
{
    return pathOf(nodeOf(index));
}

const TopicRecord *TopicTree::record(const QModelIndex &index) const
{
    return index.isValid() ? m_nodes[size_t(nodeOf(index))].record.get() : nullptr;
}

const TopicRecord *TopicTree::record(const QString &topic) const
{
    const int node = m_byPath.value(topic, -1);
    return node < 0 ? nullptr : m_nodes[size_t(node)].record.get();
}

QList<const TopicRecord *> TopicTree::retainedBelow(const QString &path) const
{
    QList<const TopicRecord *> found;
    const QString below = path + QLatin1Char('/');
    for (const Node &node : m_nodes) {
        const TopicRecord *record = node.record.get();
        if (record && record->retained && !record->topic.startsWith(QLatin1Char('$')) && (path.isEmpty() || record->topic == path || record->topic.startsWith(below)))
            found.append(record);
    }
    std::sort(found.begin(), found.end(), [](const TopicRecord *a, const TopicRecord *b) { return a->topic < b->topic; });
    return found;
}

QList<const TopicRecord *> TopicTree::systemTopics() const
{
    QList<const TopicRecord *> found;
    for (const Node &node : m_nodes)
        if (node.record && node.record->topic.startsWith(QLatin1String(systemLevel)))
            found.append(node.record.get());
    std::sort(found.begin(), found.end(), [](const TopicRecord *a, const TopicRecord *b) { return a->topic < b->topic; });
    return found;
}

QList<TopicMessage> TopicTree::lastMessages() const
{
    QList<TopicMessage> all;
    all.reserve(m_topics);
    for (const Node &node : m_nodes)
        if (node.record && !node.record->topic.startsWith(QLatin1String(systemLevel)))
            all.append({node.record->topic, node.record->shown(), node.record->isWhole()});
    std::sort(all.begin(), all.end(), [](const TopicMessage &a, const TopicMessage &b) { return a.topic < b.topic; });
    return all;
}

quint64 TopicTree::messages() const
{
    return m_nodes.front().messages;
}

double TopicTree::rate() const
{
    return m_nodes.front().rate;
}

QModelIndex TopicTree::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, quintptr(m_nodes[size_t(nodeOf(parent))].children[size_t(row)]));
}

QModelIndex TopicTree::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(m_nodes[size_t(nodeOf(index))].parent) : QModelIndex();
}

int TopicTree::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(m_nodes[size_t(nodeOf(parent))].children.size());
}

int TopicTree::columnCount(const QModelIndex &) const
{
    return Columns;
}

QVariant TopicTree::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = m_nodes[size_t(nodeOf(index))];
    if (role == Qt::DisplayRole)
        return text(node, index.column());
    if (role == Qt::TextAlignmentRole && (index.column() == Messages || index.column() == Rate || index.column() == Size))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::SizeHintRole)
        return QSize(0, theme::rowHeight());
    if (role == Qt::AccessibleTextRole && index.column() == Name)
        return tr("%1, %n message(s)", nullptr, int(std::min<quint64>(node.messages, INT_MAX))).arg(format::plain(node.name, mostPreviewed));
    return {};
}

QVariant TopicTree::text(const Node &node, int column) const
{
    const TopicRecord *record = node.record.get();
    switch (column) {
    case Name:
        return node.name.isEmpty() ? tr("(empty)") : format::plain(node.name, mostPreviewed);
    case Messages:
        return format::count(qsizetype(node.messages));
    case Rate:
        return node.rate > 0 ? format::rate(node.rate) : QString();
    case Retained:
        return record && record->retained ? tr("yes", "retained") : QString();
    case Size:
        return record ? format::bytes(record->size) : QString();
    case Value:
        return record ? format::plain(QString::fromUtf8(record->shown().first(std::min(record->shown().size(), mostPreviewed))), mostPreviewed) : QString();
    default:
        return {};
    }
}

QVariant TopicTree::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Topic");
    case Messages:
        return tr("Messages");
    case Rate:
        return tr("Rate");
    case Retained:
        return tr("Retained");
    case Size:
        return tr("Size");
    case Value:
        return tr("Value");
    default:
        return {};
    }
}

} // namespace muster
