#pragma once

#include "codec/linkcodec.h"
#include "codec/profile.h"

#include <QSet>

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace muster::codec {

inline constexpr quint32 noColumn = ~quint32(0);

/// Where decoders put what they read: the columns of a link and the readings of the current chunk. Names are looked up when a decoder meets
/// them first; it keeps the numbers.
class Output
{
public:
    explicit Output(LinkCounters &counters)
        : m_counters(counters)
    {}

    /// Of the frame that is decoded now.
    void setTime(Micros time, quint16 flags = 0)
    {
        m_time = time;
        m_flags = flags;
    }
    [[nodiscard]] Micros time() const { return m_time; }
    [[nodiscard]] LinkCounters &counters() { return m_counters; }

    /// The column of that key as it is; noColumn when there is none.
    [[nodiscard]] quint32 known(std::string_view key) const;
    /// The same, made on first sight with that type and unit. noColumn (counted by whoever pushes to it): at the bound. Keys that differ only
    /// behind maxName bytes are the same.
    quint32 column(std::string_view key, MetricType type, std::string_view unit = {});
    quint32 column(Metric metric);
    /// A column of a profile: what decoders call `field.from` (else its key). Its values are scaled, checked and put into words here.
    quint32 add(const Field &field);
    /// No columns but those there are: values of others are left out, uncounted.
    void close() { m_closed = true; }

    /// A value whose type is not its column's is counted and left out.
    void number(quint32 column, double value) { push(column, MetricType::Number, value); }
    void boolean(quint32 column, bool value) { push(column, MetricType::Boolean, value ? 1 : 0); }
    void option(quint32 column, int index) { push(column, MetricType::Enumeration, index); }
    void text(quint32 column, QByteArrayView utf8);

    [[nodiscard]] const QList<Metric> &columns() const { return m_columns; }
    [[nodiscard]] const std::vector<Reading> &readings() const { return m_readings; }
    void deliver(ReadingSink &sink);

private:
    void push(quint32 column, MetricType type, double value, quint16 flags = 0)
    {
        if (column < m_types.size() && m_types[column] == type) [[likely]]
            m_readings.push_back({m_time, value, column, quint16(m_flags | flags)});
        else
            pushOther(column, type, value, {});
    }
    void pushOther(quint32 column, MetricType type, double value, QByteArrayView text);
    void pushField(quint32 column, const Field &field, MetricType type, double value, QByteArrayView text);
    void pushText(quint32 column, QByteArrayView utf8);
    quint32 make(const std::string &source, Metric metric, MetricType type);

    static constexpr auto byField = MetricType(0xFF); ///< in m_types: m_fields says how

    LinkCounters &m_counters;
    Micros m_time = 0;
    quint16 m_flags = 0;
    QList<Metric> m_columns;
    std::vector<MetricType> m_types;
    std::unordered_map<std::string, quint32> m_byKey; ///< by what decoders call them
    std::unordered_map<quint32, Field> m_fields;
    QSet<QString> m_keys;
    bool m_closed = false;
    std::vector<Reading> m_readings;
    QStringList m_texts;
};

/// What became of a frame.
enum class Decoded : quint8 { Values, Nothing, Malformed, Counted /**< a fault the decoder has counted itself */ };

/// One frame to readings. Keeps what it has learnt of the link (names, column numbers); reset() when the link was interrupted.
class Decoder
{
public:
    Decoder() = default;
    virtual ~Decoder() = default;
    Q_DISABLE_COPY_MOVE(Decoder)

    /// `mayBeCut`: its beginning was not seen.
    virtual Decoded decode(QByteArrayView frame, bool mayBeCut, Output &out) = 0;
    virtual void reset() {}
};

} // namespace muster::codec
