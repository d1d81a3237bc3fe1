#include "codec/checksum.h"

#include <array>

namespace muster::codec {

namespace {

/// The remainder of every byte. Reflected: least significant bit first, as UARTs send them.
template<class Word, Word Polynomial, bool Reflected>
constexpr std::array<Word, 256> crcTable()
{
    constexpr int bits = 8 * int(sizeof(Word));
    std::array<Word, 256> table {};
    for (unsigned byte = 0; byte < 256; ++byte) {
        Word rest = Reflected ? Word(byte) : Word(Word(byte) << (bits - 8));
        for (int i = 0; i < 8; ++i) {
            if constexpr (Reflected)
                rest = Word((rest >> 1) ^ ((rest & 1U) ? Polynomial : 0U));
            else
                rest = Word(Word(rest << 1) ^ ((rest >> (bits - 1)) ? Polynomial : 0U));
        }
        table[byte] = rest;
    }
    return table;
}

// Reflected polynomials are written mirrored, as the algorithm needs them.
template<class Word, Word Polynomial, bool Reflected>
Word crc(QByteArrayView bytes, Word rest)
{
    static constexpr std::array<Word, 256> table = crcTable<Word, Polynomial, Reflected>();
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if constexpr (sizeof(Word) == 1)
            rest = table[rest ^ byte];
        else if constexpr (Reflected)
            rest = Word((rest >> 8) ^ table[(rest ^ byte) & 0xFFU]);
        else
            rest = Word(Word(rest << 8) ^ table[(unsigned(rest >> (8 * sizeof(Word) - 8)) ^ byte) & 0xFFU]);
    }
    return rest;
}

quint32 sum(QByteArrayView bytes)
{
    quint32 total = 0;
    for (const char c : bytes)
        total += static_cast<unsigned char>(c);
    return total;
}

quint8 exclusiveOr(QByteArrayView bytes)
{
    unsigned char total = 0;
    for (const char c : bytes)
        total ^= static_cast<unsigned char>(c);
    return total;
}

quint32 twoSums(QByteArrayView bytes, quint32 first, quint32 modulus)
{
    quint32 second = 0;
    for (const char c : bytes) {
        first = (first + static_cast<unsigned char>(c)) % modulus;
        second = (second + first) % modulus;
    }
    return second * (modulus == 255 ? 0x100U : 0x10000U) + first;
}

constexpr std::array<std::string_view, size_t(Checksum::Last_) + 1> names {"none", "xor8", "sum8", "minus8", "sum16", "crc8", "crc8-maxim", "crc16-modbus",
    "crc16-ccitt", "crc16-xmodem", "crc16-kermit", "crc32", "fletcher16", "adler32"};

} // namespace

quint32 checksum(Checksum kind, QByteArrayView bytes)
{
    switch (kind) {
    case Checksum::None: break;
    case Checksum::Xor8: return exclusiveOr(bytes);
    case Checksum::Sum8: return sum(bytes) & 0xFFU;
    case Checksum::Minus8: return (0U - sum(bytes)) & 0xFFU;
    case Checksum::Sum16: return sum(bytes) & 0xFFFFU;
    case Checksum::Crc8: return crc<quint8, 0x07, false>(bytes, 0);
    case Checksum::Crc8Maxim: return crc<quint8, 0x8C, true>(bytes, 0);
    case Checksum::Crc16Modbus: return crc<quint16, 0xA001, true>(bytes, 0xFFFF);
    case Checksum::Crc16Ccitt: return crc<quint16, 0x1021, false>(bytes, 0xFFFF);
    case Checksum::Crc16Xmodem: return crc<quint16, 0x1021, false>(bytes, 0);
    case Checksum::Crc16Kermit: return crc<quint16, 0x8408, true>(bytes, 0);
    case Checksum::Crc32: return ~crc<quint32, 0xEDB88320U, true>(bytes, 0xFFFFFFFFU);
    case Checksum::Fletcher16: return twoSums(bytes, 0, 255);
    case Checksum::Adler32: return twoSums(bytes, 1, 65'521);
    }
    return 0;
}

int checksumSize(Checksum kind)
{
    switch (kind) {
    case Checksum::None: return 0;
    case Checksum::Xor8:
    case Checksum::Sum8:
    case Checksum::Minus8:
    case Checksum::Crc8:
    case Checksum::Crc8Maxim: return 1;
    case Checksum::Crc32:
    case Checksum::Adler32: return 4;
    default: return 2;
    }
}

std::string_view checksumName(Checksum kind)
{
    return names[size_t(kind)];
}

std::optional<Checksum> checksumOf(std::string_view name)
{
    for (size_t i = 0; i < names.size(); ++i) {
        if (names[i] == name)
            return Checksum(i);
    }
    return std::nullopt;
}

qsizetype Check::size() const
{
    return checksumSize(kind) * (hex ? 2 : 1) + (separator && kind != Checksum::None ? 1 : 0);
}

QByteArray Check::of(QByteArrayView payload, QByteArrayView start) const
{
    const int bytes = checksumSize(kind);
    if (bytes == 0)
        return {};
    const quint32 value = coversStart && !start.isEmpty() ? checksum(kind, start.toByteArray().append(payload)) : checksum(kind, payload);
    QByteArray text;
    for (int i = 0; i < bytes; ++i)
        text.append(char(value >> (8 * (bigEndian || hex ? bytes - 1 - i : i))));
    if (hex)
        text = text.toHex().toUpper();
    if (separator)
        text.prepend(separator);
    return text;
}

std::optional<QByteArrayView> Check::verified(QByteArrayView frame, QByteArrayView start) const
{
    const qsizetype length = size();
    if (length == 0)
        return frame;
    if (frame.size() < length)
        return std::nullopt;
    const QByteArrayView payload = frame.chopped(length);
    const QByteArray wanted = of(payload, start);
    const QByteArrayView found = frame.last(length);
    const bool same = hex ? found.compare(wanted, Qt::CaseInsensitive) == 0 : found == wanted;
    return same ? std::optional(payload) : std::nullopt;
}

} // namespace muster::codec
