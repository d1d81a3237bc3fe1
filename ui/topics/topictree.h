#pragma once

#include "core/topics.h"

#include <QAbstractItemModel>
#include <QStringList>

#include <memory>
#include <vector>

namespace muster {

/// What is known of one topic.
struct TopicRecord
{
    QString topic {};
    quint64 messages = 0;
    quint64 bytes = 0;
    Micros time = 0;           ///< of the last message
    Micros before = 0;         ///< of the one before it, as far as it was told; 0: none
    QByteArray payload {};     ///< the last one; its beginning where it is longer than what is kept
    QByteArray masked {};      ///< it as it may be shown, where it holds secrets; else empty
    QByteArray previous {};    ///< the one before, as it may be shown
    qsizetype size = 0;        ///< of the whole last payload
    quint8 qos = 0;
    bool retained = false;     ///< the broker keeps a message for it
    MessageProperties properties {}; ///< of the last message

    [[nodiscard]] const QByteArray &shown() const { return masked.isEmpty() ? payload : masked; }
    [[nodiscard]] qsizetype kept() const { return payload.size() + masked.size() + previous.size() + properties.size(); }
    [[nodiscard]] bool isWhole() const { return payload.size() == size; }
};

/// The topics of one broker as a tree, level by level, with counts summed up over what is below. Main thread. Bounded in topics and bytes; what
/// did not fit is counted. One dataChanged for the first level tells of everything that moved: a signal for each of thousands
/// would cost a view more than to paint what it shows.
class TopicTree : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Name, Value, Messages, Rate, Size, Retained, Columns };

    static constexpr qsizetype maxTopics = 50'000;
    static constexpr qsizetype maxNodes = 150'000;             ///< levels and topics
    static constexpr int maxDepth = 64;                        ///< further levels stay together in one name
    static constexpr qsizetype maxBytes = 64LL * 1024 * 1024;  ///< of payloads; beyond it only their first shortBytes are kept, without the one before
    static constexpr qsizetype shortBytes = 256;

    explicit TopicTree(QObject *parent = nullptr);
    ~TopicTree() override;

    void apply(const TopicBatch &batch);
    /// A second, or whatever it was, has passed: rates are worked out anew.
    void roll(double seconds);
    /// Only topics with all these words in them are shown; empty: all.
    void setFilter(const QString &text);
    void clear();
    /// What is retained will be told anew.
    void forgetRetained();

    /// Null for a level that had no message itself.
    [[nodiscard]] const TopicRecord *record(const QModelIndex &index) const;
    [[nodiscard]] const TopicRecord *record(const QString &topic) const;
    /// "plant/hall" of a level; empty for the root.
    [[nodiscard]] QString path(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const QString &topic) const;
    /// Retained topics at or below a path, $SYS aside: what is shown makes no difference.
    [[nodiscard]] QList<const TopicRecord *> retainedBelow(const QString &path) const;
    [[nodiscard]] QList<const TopicRecord *> systemTopics() const;
    /// The last message of every topic but those of $SYS, as it may be shown, in the order of their names.
    [[nodiscard]] QList<TopicMessage> lastMessages() const;

    [[nodiscard]] qsizetype topics() const { return m_topics; }
    [[nodiscard]] quint64 messages() const;
    [[nodiscard]] double rate() const;
    [[nodiscard]] quint64 untold() const { return m_untold; }      ///< messages whose topic did not fit
    [[nodiscard]] quint64 shortened() const { return m_shortened; } ///< payloads that were not kept whole

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Node;

    [[nodiscard]] int nodeFor(const QString &topic);
    [[nodiscard]] static int nodeOf(const QModelIndex &index);
    [[nodiscard]] QModelIndex indexOf(int node, int column = 0) const;
    [[nodiscard]] QString pathOf(int node) const;
    void show(int node);
    void take(TopicRecord &record, const TopicChange &change);
    [[nodiscard]] bool matches(const QString &topic) const;
    [[nodiscard]] QVariant text(const Node &node, int column) const;

    std::vector<Node> m_nodes;           ///< the first is the root
    QHash<QString, int> m_byPath;
    std::vector<int> m_moving;           ///< nodes with a rate
    QStringList m_words;
    qsizetype m_topics = 0;
    qsizetype m_bytes = 0;
    quint64 m_untold = 0;
    quint64 m_shortened = 0;
};

} // namespace muster
