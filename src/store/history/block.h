#pragma once

#include "core/ids.h"
#include "store/history/columns.h"
#include "store/history/summary.h"

#include <QByteArray>
#include <QStringList>

namespace muster::history {

/// What a block's bytes hold.
enum class BlockKind : quint8 { Numbers = 1, Texts = 2, Buckets = 3 };

/// The samples of one metric in time order, as they go into a block and come out of one.
struct Samples
{
    std::vector<Point> points {};
    std::vector<quint16> flags {}; ///< empty: all are `commonFlags`
    quint16 commonFlags = 0;
    QStringList texts {}; ///< Texts: what the values stand for

    void clear()
    {
        points.clear();
        flags.clear();
        texts.clear();
        commonFlags = 0;
    }
    [[nodiscard]] quint16 flagsAt(size_t i) const { return flags.empty() ? commonFlags : flags[i]; }
    /// Puts the points in time order (those of one time stay as they were).
    void sort();
};

/// A block's row: the header that envelopes live on.
struct Header
{
    MetricId metric {};
    Tier tier = Tier::Raw;
    BlockKind kind = BlockKind::Numbers;
    qint64 id = 0;        ///< of its bytes
    Summary summary {};   ///< of all samples
    QByteArray sketch {}; ///< Summaries of stretches of it; empty when it is short
    qint64 size = 0;      ///< of its bytes
};

struct Block
{
    Header header {};
    Bytes bytes {};
    int exponent = -1; ///< decimal places of its values; -1: it keeps them as they are
};

/// Samples ↔ blocks, buckets ↔ blocks. Keep one, use it from one thread.
class BlockCoder
{
public:
    static constexpr size_t maxSamples = 1 << 20; ///< no block claims more
    static constexpr size_t stretch = 256;        ///< samples that one entry of a sketch sums up

    /// A block of samples [from, to), which are in time order; its header's id is 0.
    [[nodiscard]] Block encode(MetricId metric, BlockKind kind, const Samples &samples, size_t from, size_t to);
    /// What it holds; false when any byte is not as it was written.
    [[nodiscard]] bool decode(const Header &header, QByteArrayView bytes, Samples &samples);

    /// Summaries by minute or hour of samples in time order. `exponent`: that of their block, so that sums are as short as the values.
    static void rollUp(std::span<const Point> points, Tier tier, int exponent, std::vector<Summary> &buckets);
    /// What rollUp() made; of their times only seconds (minutes for hours) are kept.
    [[nodiscard]] Block encodeBuckets(MetricId metric, Tier tier, std::span<const Summary> buckets);
    [[nodiscard]] bool decodeBuckets(const Header &header, QByteArrayView bytes, std::vector<Summary> &buckets);

    /// The entries of a header's sketch; the header itself when it has none or it is broken.
    static void readSketch(const Header &header, std::vector<EnvelopeColumn> &entries);

private:
    [[nodiscard]] QByteArray sketchOf(std::span<const Point> points) const;
    void encodeTimes(std::span<const Point> points, Bytes &to);
    [[nodiscard]] bool decodeTimes(ByteReader &from, std::vector<Point> &points);
    void encodeFlags(const Samples &samples, size_t from, size_t to, Bytes &out);
    [[nodiscard]] bool decodeFlags(ByteReader &from, Samples &samples);
    void encodeTexts(std::span<const Point> points, const QStringList &texts, Bytes &to);
    [[nodiscard]] bool decodeTexts(ByteReader &from, Samples &samples);
    void encodeBucketValues(std::span<const Summary> buckets, Bytes &to);
    [[nodiscard]] bool decodeBucketValues(ByteReader &from, std::vector<Summary> &buckets);
    Columns m_columns;
    Columns::Scaled m_scaled;
    std::vector<qint64> m_numbers;
    std::vector<double> m_values;
    Bytes m_plane;
};

} // namespace muster::history
