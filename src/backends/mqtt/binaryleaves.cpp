#include "backends/mqtt/binaryleaves.h"

#include "backends/mqtt/conventions/valuepath.h"

#include <QCborStreamReader>
#include <QtEndian>

#include <bit>
#include <cmath>
#include <string>

namespace muster::mqtt {

namespace {

Scalar integerScalar(qint64 value)
{
    return {Scalar::Kind::Integer, false, value, double(value), {}};
}

Scalar unsignedScalar(quint64 value)
{
    return value <= quint64(std::numeric_limits<qint64>::max()) ? integerScalar(qint64(value)) : Scalar {Scalar::Kind::Unsigned, false, qint64(value), double(value), {}};
}

Scalar realScalar(double value)
{
    return std::isfinite(value) ? Scalar {Scalar::Kind::Real, false, 0, value, {}} : Scalar();
}

// What both readers share: the path, the bounds, and whether the visitor has had enough.
class Walk
{
public:
    explicit Walk(const LeafVisitor &visit) : m_visit(visit) {}

protected:
    void leaf(const Scalar &scalar)
    {
        if (!m_enough)
            m_enough = !m_visit(m_path, scalar);
    }
    [[nodiscard]] bool spend(int depth) { return depth <= maxBinaryDepth && ++m_items <= maxBinaryItems; }

    std::string m_path;
    int m_items = 0;

private:
    const LeafVisitor &m_visit;
    bool m_enough = false;
};

// ---- CBOR ---------------------------------------------------------------------------------------------------------------------------

class CborWalk : private Walk
{
public:
    CborWalk(const QByteArray &bytes, const LeafVisitor &visit) : Walk(visit), m_size(bytes.size()), m_reader(bytes) {}

    bool run()
    {
        skipTags();
        return m_reader.isMap() && value(0) && m_reader.currentOffset() == m_size;
    }

private:
    void skipTags()
    {
        for (int i = 0; i < 8 && m_reader.isTag(); ++i)
            m_reader.next();
    }

    // All chunks of a string; each is there in full, so nothing is reserved for a length that was only claimed.
    bool string(QByteArray &into)
    {
        const bool text = m_reader.isString();
        while (m_reader.lastError() == QCborError::NoError) {
            if (m_reader.currentStringChunkSize() > m_size - m_reader.currentOffset())
                return false;
            bool ended = false;
            if (text) {
                const auto chunk = m_reader.readString();
                into += chunk.data.toUtf8();
                ended = chunk.status == QCborStreamReader::EndOfString;
                if (chunk.status == QCborStreamReader::Error)
                    return false;
            } else {
                const auto chunk = m_reader.readByteArray();
                ended = chunk.status == QCborStreamReader::EndOfString;
                if (chunk.status == QCborStreamReader::Error)
                    return false;
            }
            if (ended)
                return true;
        }
        return false;
    }

    bool name(std::string &into)
    {
        QByteArray text;
        if (m_reader.isString()) {
            if (!string(text))
                return false;
        } else if (m_reader.isUnsignedInteger()) {
            text = QByteArray::number(m_reader.toUnsignedInteger());
            m_reader.next();
        } else if (m_reader.isNegativeInteger()) {
            text = QByteArray::number(m_reader.toInteger());
            m_reader.next();
        } else {
            return false;
        }
        appendMember(into, text.toStdString());
        return true;
    }

    bool container(int depth)
    {
        const bool map = m_reader.isMap();
        const size_t length = m_path.size();
        if (!m_reader.enterContainer())
            return false;
        for (size_t index = 0; m_reader.lastError() == QCborError::NoError && m_reader.hasNext(); ++index) {
            if (map) {
                if (!name(m_path))
                    return false;
            } else {
                appendElement(m_path, index);
            }
            skipTags();
            if (!value(depth + 1))
                return false;
            m_path.resize(length);
        }
        return m_reader.lastError() == QCborError::NoError && m_reader.leaveContainer();
    }

    bool value(int depth)
    {
        if (!spend(depth) || !m_reader.isValid())
            return false;
        if (m_reader.isContainer())
            return container(depth);
        if (m_reader.isString() || m_reader.isByteArray()) {
            const bool text = m_reader.isString();
            QByteArray bytes;
            if (!string(bytes))
                return false;
            if (text)
                leaf(Scalar::string(bytes));
            return true;
        }
        if (!scalar())
            return false;
        return m_reader.next() || m_reader.currentOffset() == m_size;
    }

    bool scalar()
    {
        if (m_reader.isUnsignedInteger())
            leaf(unsignedScalar(m_reader.toUnsignedInteger()));
        else if (m_reader.isNegativeInteger())
            leaf(quint64(m_reader.toNegativeInteger()) <= quint64(1) << 63 ? integerScalar(m_reader.toInteger()) : realScalar(-double(quint64(m_reader.toNegativeInteger()))));
        else if (m_reader.isBool())
            leaf({Scalar::Kind::Boolean, m_reader.toBool(), 0, 0, {}});
        else if (m_reader.isFloat16())
            leaf(realScalar(double(float(m_reader.toFloat16()))));
        else if (m_reader.isFloat())
            leaf(realScalar(double(m_reader.toFloat())));
        else if (m_reader.isDouble())
            leaf(realScalar(m_reader.toDouble()));
        else if (m_reader.isSimpleType())
            leaf({});
        else
            return false;
        return true;
    }

    qint64 m_size;
    QCborStreamReader m_reader;
};

// ---- MessagePack ----------------------------------------------------------------------------------------------------------------------

class MessagePackWalk : private Walk
{
public:
    MessagePackWalk(QByteArrayView bytes, const LeafVisitor &visit) : Walk(visit), m_bytes(bytes) {}

    bool run() { return !m_bytes.isEmpty() && isMap(quint8(m_bytes.front())) && value(0) && m_bytes.isEmpty(); }

private:
    static bool isMap(quint8 head) { return (head & 0xF0) == 0x80 || head == 0xDE || head == 0xDF; }

    // The next `count` bytes as a big-endian number.
    bool number(int count, quint64 &into)
    {
        if (m_bytes.size() < count)
            return false;
        into = 0;
        for (int i = 0; i < count; ++i)
            into = into << 8 | quint8(m_bytes[i]);
        m_bytes = m_bytes.sliced(count);
        return true;
    }
    bool bytes(quint64 count, QByteArrayView &into)
    {
        if (quint64(m_bytes.size()) < count)
            return false;
        into = m_bytes.first(qsizetype(count));
        m_bytes = m_bytes.sliced(qsizetype(count));
        return true;
    }
    bool skip(quint64 count)
    {
        QByteArrayView passed;
        return bytes(count, passed);
    }

    bool name()
    {
        QByteArrayView text;
        quint64 length = 0;
        if (!number(1, length))
            return false;
        const auto head = quint8(length);
        if (head <= 0x7F) { // a whole number as a name
            appendMember(m_path, std::to_string(head));
            return true;
        }
        if ((head & 0xE0) == 0xA0)
            length = head & 0x1F;
        else if (head < 0xD9 || head > 0xDB || !number(1 << (head - 0xD9), length))
            return false;
        if (!bytes(length, text) || !isUtf8(text))
            return false;
        appendMember(m_path, std::string(text.data(), size_t(text.size())));
        return true;
    }

    bool container(quint64 count, bool map, int depth)
    {
        const size_t length = m_path.size();
        if (count > quint64(m_bytes.size())) // each item has a byte at least
            return false;
        for (quint64 i = 0; i < count; ++i) {
            if (!map)
                appendElement(m_path, size_t(i));
            else if (!name())
                return false;
            if (!value(depth + 1))
                return false;
            m_path.resize(length);
        }
        return true;
    }

    bool string(quint64 length)
    {
        QByteArrayView text;
        if (!bytes(length, text) || !isUtf8(text))
            return false;
        leaf(Scalar::string(text));
        return true;
    }

    bool value(int depth)
    {
        quint64 byte = 0;
        if (!spend(depth) || !number(1, byte))
            return false;
        const auto head = quint8(byte);
        if (head <= 0x7F || head >= 0xE0)
            leaf(integerScalar(qint8(head)));
        else if ((head & 0xF0) == 0x80)
            return container(head & 0x0F, true, depth);
        else if ((head & 0xF0) == 0x90)
            return container(head & 0x0F, false, depth);
        else if ((head & 0xE0) == 0xA0)
            return string(head & 0x1F);
        else
            return headed(head, depth);
        return true;
    }

    // C0 … DF: nil, booleans, and everything whose length or value follows.
    bool headed(quint8 head, int depth)
    {
        quint64 number64 = 0;
        const auto length = [&](int first) { return number(1 << (head - first), number64); };
        switch (head) {
        case 0xC0: leaf({}); return true;
        case 0xC2: case 0xC3: leaf({Scalar::Kind::Boolean, head == 0xC3, 0, 0, {}}); return true;
        case 0xC4: case 0xC5: case 0xC6: return length(0xC4) && skip(number64);
        case 0xC7: case 0xC8: case 0xC9: return length(0xC7) && skip(number64 + 1);
        case 0xCA: return number(4, number64) && (leaf(realScalar(double(std::bit_cast<float>(quint32(number64))))), true);
        case 0xCB: return number(8, number64) && (leaf(realScalar(std::bit_cast<double>(number64))), true);
        case 0xCC: case 0xCD: case 0xCE: case 0xCF: return length(0xCC) && (leaf(unsignedScalar(number64)), true);
        case 0xD0: return number(1, number64) && (leaf(integerScalar(qint8(number64))), true);
        case 0xD1: return number(2, number64) && (leaf(integerScalar(qint16(number64))), true);
        case 0xD2: return number(4, number64) && (leaf(integerScalar(qint32(number64))), true);
        case 0xD3: return number(8, number64) && (leaf(integerScalar(qint64(number64))), true);
        case 0xD4: case 0xD5: case 0xD6: case 0xD7: case 0xD8: return skip((1U << (head - 0xD4)) + 1);
        case 0xD9: case 0xDA: case 0xDB: return length(0xD9) && string(number64);
        case 0xDC: case 0xDD: return number(head == 0xDC ? 2 : 4, number64) && container(number64, false, depth);
        case 0xDE: case 0xDF: return number(head == 0xDE ? 2 : 4, number64) && container(number64, true, depth);
        default: return false; // C1 is never used
        }
    }

    QByteArrayView m_bytes;
};

} // namespace

bool walkBinary(QByteArrayView payload, BinaryForm form, const LeafVisitor &visit)
{
    if (form == BinaryForm::Cbor)
        return CborWalk(QByteArray::fromRawData(payload.data(), payload.size()), visit).run();
    return form == BinaryForm::MessagePack && MessagePackWalk(payload, visit).run();
}

BinaryForm binaryForm(QByteArrayView payload)
{
    if (payload.size() < 3 || isUtf8(payload))
        return BinaryForm::None;
    int leaves = 0;
    const LeafVisitor count = [&leaves](std::string_view, const Scalar &) {
        ++leaves;
        return true;
    };
    for (const BinaryForm form : {BinaryForm::Cbor, BinaryForm::MessagePack}) {
        leaves = 0;
        if (walkBinary(payload, form, count) && leaves > 0)
            return form;
    }
    return BinaryForm::None;
}

} // namespace muster::mqtt
