#pragma once

#include "store/history/bytes.h"

#include <memory>
#include <span>

struct ZSTD_CCtx_s;
struct ZSTD_DCtx_s;

namespace muster::history {

/// Turns columns of numbers into few bytes and back, bit for bit; FORMAT.md describes what they look like. Holds the compressor's working
/// memory, so keep one and use it from one thread. The number of values is not part of a column: whoever reads it knows.
class Columns
{
public:
    static constexpr int maxExponent = 12;         ///< decimal places tried
    static constexpr qint64 maxScaled = 1LL << 50; ///< scaled values are smaller than this, so that a block's sum still is a whole number

    Columns();
    ~Columns();

    /// Values as whole numbers of 10^-exponent, but for a few exceptions.
    struct Scaled
    {
        bool decimal = false; ///< else the rest means nothing
        bool single = false;  ///< value = double(float(number / 10^exponent))
        int exponent = 0;
        std::vector<qint64> numbers {};
        std::vector<quint32> exceptions {}; ///< positions whose value is none of these (NaN, -0.0 …), in order
    };
    /// With the smallest exponent that does it.
    void scale(std::span<const double> values, Scaled &scaled) const;

    /// Whole numbers: what a prediction leaves, byte plane by byte plane.
    void encode(std::span<const qint64> numbers, Bytes &to);
    [[nodiscard]] bool decode(ByteReader &from, std::span<qint64> numbers);

    void encode(std::span<const double> values, const Scaled &scaled, Bytes &to);
    [[nodiscard]] bool decode(ByteReader &from, std::span<double> values);

    /// Any bytes, preceded by their length.
    void encodeBytes(std::span<const quint8> bytes, Bytes &to);
    /// Nothing when broken or longer than `limit`.
    [[nodiscard]] bool decodeBytes(ByteReader &from, Bytes &bytes, quint64 limit);

private:
    void encodePlanes(std::span<const quint64> words, int planes, Bytes &to);
    [[nodiscard]] bool decodePlanes(ByteReader &from, std::span<quint64> words, int planes);
    void encodeSparse(size_t others, Bytes &to) const;
    [[nodiscard]] static bool decodeSparse(ByteReader &from, std::span<quint64> words);
    void encodePlane(std::span<const quint8> plane, Bytes &to);
    static void encodeBits(std::span<const quint8> plane, int width, Bytes &to);
    [[nodiscard]] static bool decodeBits(ByteReader &from, std::span<quint8> plane, int width);
    [[nodiscard]] bool decodePlane(ByteReader &from, std::span<quint8> plane);
    [[nodiscard]] bool decodeDecimal(ByteReader &from, std::span<double> values, int exponent, bool single);

    struct Free
    {
        void operator()(ZSTD_CCtx_s *context) const;
        void operator()(ZSTD_DCtx_s *context) const;
    };
    std::unique_ptr<ZSTD_CCtx_s, Free> m_compressor;
    std::unique_ptr<ZSTD_DCtx_s, Free> m_decompressor;
    std::vector<quint64> m_words; // reused from call to call
    std::vector<qint64> m_numbers;
    Bytes m_plane;
    Bytes m_packed;
};

} // namespace muster::history
