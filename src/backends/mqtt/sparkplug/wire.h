#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace muster::mqtt::sparkplug {

/// One field of a protobuf message as it lies in the bytes.
struct WireField
{
    enum class Type : quint8 { Varint = 0, Fixed64 = 1, Bytes = 2, Fixed32 = 5 };
    quint32 number = 0;
    Type type = Type::Varint;
    quint64 value = 0;        ///< Varint, Fixed64, Fixed32
    QByteArrayView bytes {};  ///< Bytes; a view of what was given to the reader
};

/// Walks the fields of one protobuf message (protobuf.dev/programming-guides/encoding) without ever reading behind its end: a length beyond it, a varint
/// of more than ten bytes, a field number 0 or a group (long out of use) ends it as failed.
///   08 96 01 → field 1, Varint, 150
class WireReader
{
public:
    explicit WireReader(QByteArrayView bytes) : m_rest(bytes) {}
    /// The next field; false at the end and at a fault.
    [[nodiscard]] bool next(WireField &field);
    [[nodiscard]] bool failed() const { return m_failed; }

private:
    [[nodiscard]] bool fail();
    [[nodiscard]] bool varint(quint64 &value);
    [[nodiscard]] bool fixed(qsizetype size, quint64 &value);

    QByteArrayView m_rest;
    bool m_failed = false;
};

/// Writes the fields of one protobuf message.
class WireWriter
{
public:
    void varint(quint32 field, quint64 value);
    void fixed32(quint32 field, quint32 value);
    void fixed64(quint32 field, quint64 value);
    void bytes(quint32 field, QByteArrayView value);
    /// Fields written elsewhere.
    void append(QByteArrayView fields) { m_bytes.append(fields); }
    [[nodiscard]] const QByteArray &message() const { return m_bytes; }

private:
    void tag(quint32 field, WireField::Type type);
    void raw(quint64 value);

    QByteArray m_bytes;
};

} // namespace muster::mqtt::sparkplug
