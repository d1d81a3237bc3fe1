#include "codec/modbussniff.h"

#include <algorithm>
#include <array>

namespace muster::codec {

namespace {

// Modbus application protocol 1.1b3.
enum Function { ReadCoils = 1, ReadDiscrete = 2, ReadHolding = 3, ReadInput = 4, WriteCoil = 5, WriteRegister = 6, WriteCoils = 15, WriteRegisters = 16 };

constexpr std::array<const char *, 4> tables {"coil", "discrete", "holding", "input"};

int byteAt(QByteArrayView frame, qsizetype at)
{
    return at < frame.size() ? static_cast<unsigned char>(frame[at]) : 0;
}

int wordAt(QByteArrayView frame, qsizetype at)
{
    return byteAt(frame, at) << 8 | byteAt(frame, at + 1);
}

std::string placeName(int unit, int table, int number)
{
    return std::to_string(unit) + '.' + tables[size_t(table)] + '.' + std::to_string(number);
}

} // namespace

ModbusSniff::ModbusSniff(const QList<Field> &fields)
{
    for (qsizetype i = 0; i < fields.size(); ++i) {
        const Field &field = fields[i];
        const QStringList parts = (field.from.isEmpty() ? field.key : field.from).split(QLatin1Char('.'));
        if (parts.size() != 3)
            continue;
        const auto table = std::find_if(tables.begin(), tables.end(), [&](const char *name) { return parts[1] == QLatin1StringView(name); });
        if (table == tables.end())
            continue;
        // A single byte is the low one of its register.
        const int count = std::max(rawSize(field.type) / 2, 1);
        m_places.push_back({parts[0].toInt(), int(table - tables.begin()), parts[2].toInt(), count, {field.type, true}, field.wordsSwapped, quint32(i)});
    }
}

Decoded ModbusSniff::decode(QByteArrayView frame, bool mayBeCut, Output &out)
{
    Q_UNUSED(mayBeCut) // its CRC was right
    if (frame.size() < 3)
        return Decoded::Malformed;
    if (isResponse(frame, out.time())) {
        const Decoded decoded = takeResponse(frame, out);
        m_request = {};
        return decoded;
    }
    return takeRequest(frame, out.time()) ? Decoded::Nothing : Decoded::Malformed;
}

// Whether a frame can be the answer to the request before.
bool ModbusSniff::isResponse(QByteArrayView frame, Micros now) const
{
    const int function = byteAt(frame, 1);
    if (m_request.unit != byteAt(frame, 0) || (function & 0x7F) != m_request.function || now - m_request.time > longestAnswer)
        return false;
    if (function & 0x80)
        return frame.size() == 3;
    switch (function) {
    case ReadCoils:
    case ReadDiscrete: return byteAt(frame, 2) == (m_request.count + 7) / 8 && frame.size() == 3 + byteAt(frame, 2);
    case ReadHolding:
    case ReadInput: return byteAt(frame, 2) == 2 * m_request.count && frame.size() == 3 + byteAt(frame, 2);
    case WriteCoil:
    case WriteRegister: return frame.size() == 6 && wordAt(frame, 2) == m_request.first && frame.last(2) == m_request.data;
    default: return frame.size() == 6 && wordAt(frame, 2) == m_request.first && wordAt(frame, 4) == m_request.count;
    }
}

bool ModbusSniff::takeRequest(QByteArrayView frame, Micros now)
{
    m_request = {byteAt(frame, 0), byteAt(frame, 1), wordAt(frame, 2), 0, {}, now};
    switch (m_request.function) {
    case ReadCoils:
    case ReadDiscrete:
    case ReadHolding:
    case ReadInput:
        m_request.count = wordAt(frame, 4);
        return frame.size() == 6;
    case WriteCoil:
    case WriteRegister:
        m_request.count = 1;
        m_request.data = frame.last(2).toByteArray();
        return frame.size() == 6;
    case WriteCoils:
    case WriteRegisters:
        m_request.count = wordAt(frame, 4);
        m_request.data = frame.sliced(std::min<qsizetype>(7, frame.size())).toByteArray();
        return frame.size() > 7;
    default:
        m_request = {};
        return true;
    }
}

Decoded ModbusSniff::takeResponse(QByteArrayView frame, Output &out)
{
    const int function = byteAt(frame, 1);
    if (function & 0x80) {
        out.number(out.column(std::to_string(m_request.unit) + ".exception", MetricType::Number), byteAt(frame, 2));
        return Decoded::Values;
    }
    switch (function) {
    case ReadCoils:
    case ReadDiscrete: putBits(function - ReadCoils, frame.sliced(3), out); break;
    case ReadHolding:
    case ReadInput: putRegisters(function - ReadCoils, frame.sliced(3), out); break;
    case WriteCoil: putBits(0, QByteArrayView(byteAt(m_request.data, 0) == 0xFF ? "\1" : "\0", 1), out); break;
    case WriteCoils: putBits(0, m_request.data, out); break;
    default: putRegisters(2, m_request.data, out); break;
    }
    return Decoded::Values;
}

quint32 ModbusSniff::columnOf(int table, int number, MetricType type, Output &out)
{
    const quint32 place = quint32(m_request.unit) << 24 | quint32(table) << 16 | quint32(number);
    const auto it = m_columns.find(place);
    if (it != m_columns.end())
        return it->second;
    const quint32 column = out.column(placeName(m_request.unit, table, number), type);
    if (column != noColumn)
        m_columns.emplace(place, column);
    return column;
}

void ModbusSniff::putBits(int table, QByteArrayView data, Output &out)
{
    for (int i = 0; i < m_request.count && i / 8 < data.size() && m_request.first + i <= 0xFFFF; ++i)
        out.boolean(columnOf(table, m_request.first + i, MetricType::Boolean, out), (byteAt(data, i / 8) >> (i % 8)) & 1);
}

void ModbusSniff::putRegisters(int table, QByteArrayView data, Output &out)
{
    const int count = std::min(m_request.count, int(data.size() / 2));
    std::vector<bool> covered(size_t(count), false);
    for (const Place &place : m_places) {
        const int offset = place.first - m_request.first;
        if (place.unit != m_request.unit || place.table != table || offset < 0 || offset + place.count > count)
            continue;
        QByteArray bytes;
        for (int i = 0; i < place.count; ++i) {
            const int from = offset + (place.wordsSwapped ? place.count - 1 - i : i);
            bytes.append(data.sliced(2 * from, 2));
            covered[size_t(offset) + size_t(i)] = true;
        }
        const int size = rawSize(place.form.type);
        if (const auto number = rawNumber(size == 1 ? QByteArrayView(bytes).last(1) : QByteArrayView(bytes), place.form))
            out.number(place.column, *number);
    }
    for (int i = 0; i < count && m_request.first + i <= 0xFFFF; ++i) {
        if (!covered[size_t(i)])
            out.number(columnOf(table, m_request.first + i, MetricType::Number, out), wordAt(data, 2 * i));
    }
}

} // namespace muster::codec
