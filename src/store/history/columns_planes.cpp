#include "store/history/columns.h"

#include <zstd.h>

#include <algorithm>

// The bytes of a column's residues: plane by plane, or only those that are not 0.
namespace muster::history {

namespace {

enum Plane : quint8 { Constant = 0, Plain = 1, Packed = 2, Bits = 3 }; // Bits + w - 1: every value in w bits, w in 1…7
constexpr size_t worthPacking = 192;                 // a shorter plane gains from the compressor only where it is almost all zeros

} // namespace

void Columns::encodePlane(std::span<const quint8> plane, Bytes &to)
{
    if (std::all_of(plane.begin(), plane.end(), [&](quint8 byte) { return byte == plane[0]; })) {
        to.push_back(Constant);
        to.push_back(plane[0]);
        return;
    }
    quint8 all = 0;
    for (const quint8 byte : plane)
        all |= byte;
    const auto width = size_t(std::bit_width(all));
    const size_t bitBytes = (plane.size() * width + 7) / 8;
    const bool tryPacking = plane.size() >= worthPacking || size_t(std::count(plane.begin(), plane.end(), 0)) > plane.size() / 4 * 3;
    m_packed.resize(ZSTD_compressBound(plane.size()));
    const size_t size = tryPacking ? ZSTD_compress2(m_compressor.get(), m_packed.data(), m_packed.size(), plane.data(), plane.size()) : plane.size();
    if (!ZSTD_isError(size) && size + 2 < bitBytes) {
        to.push_back(Packed);
        putVarint(to, size);
        to.insert(to.end(), m_packed.begin(), m_packed.begin() + qsizetype(size));
    } else if (width < 8) {
        encodeBits(plane, int(width), to);
    } else {
        to.push_back(Plain);
        to.insert(to.end(), plane.begin(), plane.end());
    }
}

void Columns::encodeBits(std::span<const quint8> plane, int width, Bytes &to)
{
    to.push_back(quint8(Bits + width - 1));
    quint32 gathered = 0;
    int bits = 0;
    for (const quint8 byte : plane) {
        gathered |= quint32(byte) << bits;
        bits += width;
        if (bits >= 8) {
            to.push_back(quint8(gathered));
            gathered >>= 8;
            bits -= 8;
        }
    }
    if (bits > 0)
        to.push_back(quint8(gathered));
}

bool Columns::decodeBits(ByteReader &from, std::span<quint8> plane, int width)
{
    const quint8 *bytes = from.take((plane.size() * quint64(width) + 7) / 8);
    if (!bytes)
        return false;
    quint32 gathered = 0;
    int bits = 0;
    for (quint8 &byte : plane) {
        if (bits < width) {
            gathered |= quint32(*bytes++) << bits;
            bits += 8;
        }
        byte = quint8(gathered & ((1U << width) - 1));
        gathered >>= width;
        bits -= width;
    }
    return true;
}

bool Columns::decodePlane(ByteReader &from, std::span<quint8> plane)
{
    const quint8 mode = from.byte();
    switch (mode) {
    case Constant:
        std::fill(plane.begin(), plane.end(), from.byte());
        return from.ok();
    case Plain: {
        const quint8 *const bytes = from.take(plane.size());
        if (bytes)
            std::copy_n(bytes, plane.size(), plane.begin());
        return bytes != nullptr;
    }
    case Packed: {
        const quint64 size = from.varint();
        const quint8 *const bytes = from.take(size);
        return bytes && ZSTD_decompressDCtx(m_decompressor.get(), plane.data(), plane.size(), bytes, size) == plane.size();
    }
    default:
        return mode < Bits + 7 && decodeBits(from, plane, mode - Bits + 1);
    }
}

void Columns::encodePlanes(std::span<const quint64> words, int planes, Bytes &to)
{
    m_plane.resize(words.size());
    for (int plane = 0; plane < planes; ++plane) {
        quint8 *const bytes = m_plane.data();
        const int shift = 8 * plane;
        for (size_t i = 0; i < words.size(); ++i)
            bytes[i] = quint8(words[i] >> shift);
        encodePlane(m_plane, to);
    }
}

bool Columns::decodePlanes(ByteReader &from, std::span<quint64> words, int planes)
{
    m_plane.resize(words.size());
    std::fill(words.begin(), words.end(), 0);
    for (int plane = 0; plane < planes; ++plane) {
        if (!decodePlane(from, m_plane))
            return false;
        const quint8 *const bytes = m_plane.data();
        const int shift = 8 * plane;
        for (size_t i = 0; i < words.size(); ++i)
            words[i] |= quint64(bytes[i]) << shift;
    }
    return true;
}

void Columns::encodeSparse(size_t others, Bytes &to) const
{
    putVarint(to, others);
    size_t before = 0;
    for (size_t i = 0; i < m_words.size(); ++i) {
        if (m_words[i] == 0)
            continue;
        putVarint(to, i - before);
        putVarint(to, m_words[i]);
        before = i + 1;
    }
}

bool Columns::decodeSparse(ByteReader &from, std::span<quint64> words)
{
    std::fill(words.begin(), words.end(), 0);
    quint64 at = 0;
    for (quint64 others = from.varint(); others > 0; --others) {
        const quint64 gap = from.varint();
        if (!from.ok() || gap >= words.size() || at + gap >= words.size())
            return false;
        at += gap;
        words[at++] = from.varint();
    }
    return from.ok();
}

} // namespace muster::history
