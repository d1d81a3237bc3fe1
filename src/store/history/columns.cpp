#include "store/history/columns.h"

#include <zstd.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace muster::history {

namespace {

enum Prediction : quint8 {
    Offset = 0, ///< number - smallest
    Delta = 1,  ///< difference to the one before, less a constant step
    Change = 2, ///< difference of differences
    Line = 3,   ///< how far it is above a straight line that fits all of them from below
};
enum ValueKind : quint8 { Decimal = 0, DecimalSingle = 1, Xor = 2 };

constexpr int lineShift = 16;
constexpr int sparse = 15;             // in the place of a column's number of planes
constexpr qint64 farthest = 1LL << 60; // numbers a line is tried on
constexpr size_t sparseShare = 10;     // one in so many residues may be something else than 0
constexpr size_t chunk = 64;
constexpr double roundingMagic = 6755399441055744.0; // 1.5 * 2^52: adding it rounds |x| < 2^51 to a whole number in its low bits

constexpr std::array<double, 13> powers {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12};

struct Model
{
    Prediction prediction = Offset;
    quint64 first = 0;
    quint64 step = 0;
};

// Arithmetic is modulo 2^64 throughout, so any numbers survive.
template <Prediction P>
quint64 residue(std::span<const qint64> x, size_t i, const Model &model)
{
    const auto at = [&](size_t k) { return quint64(x[k]); };
    if constexpr (P == Offset)
        return at(i) - model.first;
    else if constexpr (P == Delta)
        return zigzag(i == 0 ? 0 : qint64(at(i) - at(i - 1) - model.step));
    else if constexpr (P == Change)
        return zigzag(i < 2 ? 0 : qint64(at(i) - 2 * at(i - 1) + at(i - 2)));
    else
        return at(i) - model.first - ((quint64(i) * model.step) >> lineShift);
}

template <Prediction P>
void fill(std::span<const qint64> x, const Model &model, std::vector<quint64> &words)
{
    for (size_t i = 0; i < x.size(); ++i)
        words[i] = residue<P>(x, i, model);
}

template <Prediction P>
quint64 cost(std::span<const qint64> x, size_t from, size_t to, const Model &model)
{
    quint64 bits = 0;
    for (size_t i = from; i < to; ++i)
        bits += quint64(std::bit_width(residue<P>(x, i, model)));
    return bits;
}

/// The slope leads from the mean of the first quarter to that of the last, so that jitter at the ends does not tilt it.
Model lineOf(std::span<const qint64> x)
{
    const size_t n = x.size();
    const size_t quarter = std::max<size_t>(n / 4, 1);
    const auto mean = [&](std::span<const qint64> part) {
        double sum = 0;
        for (const qint64 number : part)
            sum += double(number - x[0]);
        return sum / double(part.size());
    };
    const double rise = n < 2 ? 0 : (mean(x.last(quarter)) - mean(x.first(quarter))) / double(n - quarter);
    Model line {Line, 0, quint64(std::llround(std::max(rise, 0.0) * double(1 << lineShift)))};
    qint64 least = std::numeric_limits<qint64>::max();
    for (size_t i = 0; i < n; ++i)
        least = std::min(least, x[i] - qint64((quint64(i) * line.step) >> lineShift));
    line.first = quint64(least);
    return line;
}

Model modelOf(Prediction prediction, std::span<const qint64> x)
{
    const size_t n = x.size();
    const quint64 span = quint64(x[n - 1]) - quint64(x[0]);
    switch (prediction) {
    case Offset:
        return {Offset, quint64(*std::min_element(x.begin(), x.end())), 0};
    case Delta:
        return {Delta, quint64(x[0]), n < 2 ? 0 : quint64(qint64(span) / qint64(n - 1))};
    case Change:
        return {Change, quint64(x[0]), n < 2 ? 0 : quint64(x[1]) - quint64(x[0])};
    case Line:
        return lineOf(x);
    }
    return {};
}

Model choose(std::span<const qint64> x)
{
    // Judged on a stretch from the middle: as good as all of it, and a fraction of the work.
    constexpr size_t stretch = 384;
    const size_t from = x.size() > stretch ? (x.size() - stretch) / 2 : 0;
    const size_t to = std::min(x.size(), from + stretch);
    Model best = modelOf(Delta, x);
    quint64 least = cost<Delta>(x, from, to, best);
    const auto consider = [&](const Model &model, quint64 bits) {
        if (bits < least) {
            best = model;
            least = bits;
        }
    };
    const Model offset = modelOf(Offset, x);
    consider(offset, cost<Offset>(x, from, to, offset));
    const Model change = modelOf(Change, x);
    consider(change, cost<Change>(x, from, to, change));
    // The line's fixed-point arithmetic must not overflow.
    const auto [lowest, highest] = std::minmax_element(x.begin(), x.end());
    if (x.back() >= x.front() && *lowest > -farthest && *highest < farthest && *highest - *lowest < (1LL << 44)) {
        const Model line = modelOf(Line, x);
        consider(line, cost<Line>(x, from, to, line));
    }
    return best;
}

/// Number → value; the same expression everywhere, so that what was checked when writing holds when reading.
double valueOf(qint64 number, double power, bool single)
{
    const double value = double(number) / power;
    return single ? double(float(value)) : value;
}

/// Scales a run with one exponent; false if any value is not exactly reproduced.
template <bool single>
bool scaleRun(const double *values, size_t n, double power, qint64 *numbers)
{
    unsigned bad = 0;
    for (size_t i = 0; i < n; ++i) {
        const double x = values[i] * power;
        const double shifted = x + roundingMagic;
        const double rounded = shifted - roundingMagic;
        const double back = single ? double(float(rounded / power)) : rounded / power;
        bad |= unsigned(!(std::fabs(x) < double(Columns::maxScaled))) | unsigned(std::bit_cast<quint64>(back) != std::bit_cast<quint64>(values[i]));
        numbers[i] = qint64(std::bit_cast<quint64>(shifted) - std::bit_cast<quint64>(roundingMagic)); // nonsense where `bad` says so
    }
    return bad == 0;
}

/// The smallest exponent from `from` that reproduces the value; -1 if none.
template <bool single>
int exponentOf(double value, int from)
{
    qint64 number = 0;
    for (int exponent = from; exponent <= Columns::maxExponent; ++exponent) {
        if (scaleRun<single>(&value, 1, powers[size_t(exponent)], &number))
            return exponent;
    }
    return -1;
}

template <bool single>
bool scaleAll(std::span<const double> values, Columns::Scaled &scaled)
{
    const size_t allowed = values.size() / 32 + 1;
    scaled.exponent = 0;
    scaled.exceptions.clear();
    for (size_t at = 0; at < values.size();) {
        const size_t n = std::min(chunk, values.size() - at);
        if (scaleRun<single>(&values[at], n, powers[size_t(scaled.exponent)], &scaled.numbers[at])) {
            at += n;
            continue;
        }
        size_t next = at + n;
        for (size_t i = at; i < at + n; ++i) {
            const int exponent = exponentOf<single>(values[i], scaled.exponent);
            if (exponent > scaled.exponent) { // start again with it: it must hold for all
                scaled.exponent = exponent;
                scaled.exceptions.clear();
                next = 0;
                break;
            }
            if (exponent < 0) {
                scaled.numbers[i] = i ? scaled.numbers[i - 1] : 0;
                scaled.exceptions.push_back(quint32(i));
            }
        }
        if (scaled.exceptions.size() > allowed)
            return false;
        at = next;
    }
    return true;
}

} // namespace

void Columns::Free::operator()(ZSTD_CCtx_s *context) const
{
    ZSTD_freeCCtx(context);
}

void Columns::Free::operator()(ZSTD_DCtx_s *context) const
{
    ZSTD_freeDCtx(context);
}

Columns::Columns()
    : m_compressor(ZSTD_createCCtx())
    , m_decompressor(ZSTD_createDCtx())
{
    ZSTD_CCtx_setParameter(m_compressor.get(), ZSTD_c_compressionLevel, 1);
    ZSTD_CCtx_setParameter(m_compressor.get(), ZSTD_c_contentSizeFlag, 0);
    // What is left of noise has short repeats that cost more to point at than to write.
    ZSTD_CCtx_setParameter(m_compressor.get(), ZSTD_c_minMatch, 7);
}

Columns::~Columns() = default;

void Columns::scale(std::span<const double> values, Scaled &scaled) const
{
    scaled.numbers.resize(values.size());
    scaled.single = false;
    scaled.decimal = scaleAll<false>(values, scaled);
    if (!scaled.decimal)
        scaled.single = scaled.decimal = scaleAll<true>(values, scaled);
}

void Columns::encode(std::span<const qint64> numbers, Bytes &to)
{
    if (numbers.empty())
        return;
    const Model model = choose(numbers);
    m_words.resize(numbers.size());
    switch (model.prediction) {
    case Offset:
        fill<Offset>(numbers, model, m_words);
        break;
    case Delta:
        fill<Delta>(numbers, model, m_words);
        break;
    case Change:
        fill<Change>(numbers, model, m_words);
        break;
    case Line:
        fill<Line>(numbers, model, m_words);
        break;
    }
    quint64 all = 0;
    for (const quint64 word : m_words)
        all |= word;
    const auto others = size_t(std::count_if(m_words.begin(), m_words.end(), [](quint64 word) { return word != 0; }));
    const bool isSparse = others > 0 && others <= numbers.size() / sparseShare;
    const int planes = isSparse ? sparse : (std::bit_width(all) + 7) / 8;
    to.push_back(quint8(model.prediction | (planes << 4)));
    putSigned(to, qint64(model.first));
    if (model.prediction != Offset)
        putSigned(to, qint64(model.step));
    if (isSparse)
        encodeSparse(others, to);
    else
        encodePlanes(m_words, planes, to);
}

bool Columns::decode(ByteReader &from, std::span<qint64> numbers)
{
    if (numbers.empty())
        return true;
    const quint8 head = from.byte();
    const int planes = head >> 4;
    const auto first = quint64(from.signedVarint());
    const quint64 step = (head & 15) == Offset ? 0 : quint64(from.signedVarint());
    m_words.resize(numbers.size());
    if (!from.ok() || (planes > 8 && planes != sparse) || (head & 15) > Line)
        return false;
    if (!(planes == sparse ? decodeSparse(from, m_words) : decodePlanes(from, m_words, planes)))
        return false;
    quint64 value = first;
    quint64 slope = step;
    switch (Prediction(head & 15)) {
    case Offset:
        for (size_t i = 0; i < numbers.size(); ++i)
            numbers[i] = qint64(first + m_words[i]);
        break;
    case Delta:
        numbers[0] = qint64(first);
        for (size_t i = 1; i < numbers.size(); ++i)
            numbers[i] = qint64(value += step + quint64(unzigzag(m_words[i])));
        break;
    case Change:
        numbers[0] = qint64(first);
        for (size_t i = 1; i < numbers.size(); ++i) {
            slope += i == 1 ? 0 : quint64(unzigzag(m_words[i]));
            numbers[i] = qint64(value += slope);
        }
        break;
    case Line:
        for (size_t i = 0; i < numbers.size(); ++i)
            numbers[i] = qint64(first + ((quint64(i) * step) >> lineShift) + m_words[i]);
        break;
    }
    return true;
}

void Columns::encode(std::span<const double> values, const Scaled &scaled, Bytes &to)
{
    if (values.empty())
        return;
    if (!scaled.decimal) {
        to.push_back(Xor);
        m_words.resize(values.size());
        quint64 before = 0;
        for (size_t i = 0; i < values.size(); ++i) {
            const auto bits = std::bit_cast<quint64>(values[i]);
            m_words[i] = bits ^ before;
            before = bits;
        }
        encodePlanes(m_words, 8, to);
        return;
    }
    to.push_back(quint8((scaled.single ? DecimalSingle : Decimal) | (scaled.exponent << 2)));
    encode(std::span(scaled.numbers), to);
    putVarint(to, scaled.exceptions.size());
    for (const quint32 position : scaled.exceptions) {
        putVarint(to, position);
        putDouble(to, values[position]);
    }
}

bool Columns::decodeDecimal(ByteReader &from, std::span<double> values, int exponent, bool single)
{
    m_numbers.resize(values.size());
    if (exponent > maxExponent || !decode(from, std::span(m_numbers)))
        return false;
    const double power = powers[size_t(exponent)];
    if (single) {
        for (size_t i = 0; i < values.size(); ++i)
            values[i] = valueOf(m_numbers[i], power, true);
    } else {
        for (size_t i = 0; i < values.size(); ++i)
            values[i] = valueOf(m_numbers[i], power, false);
    }
    const quint64 exceptions = from.varint();
    for (quint64 i = 0; i < exceptions && from.ok(); ++i) {
        const quint64 position = from.varint();
        const double value = from.number();
        if (position >= values.size())
            return false;
        values[position] = value;
    }
    return from.ok();
}

bool Columns::decode(ByteReader &from, std::span<double> values)
{
    if (values.empty())
        return true;
    const quint8 head = from.byte();
    if (!from.ok() || (head & 3) > Xor)
        return false;
    if ((head & 3) != Xor)
        return decodeDecimal(from, values, head >> 2, (head & 3) == DecimalSingle);
    m_words.resize(values.size());
    if (!decodePlanes(from, m_words, 8))
        return false;
    quint64 bits = 0;
    for (size_t i = 0; i < values.size(); ++i)
        values[i] = std::bit_cast<double>(bits ^= m_words[i]);
    return true;
}

void Columns::encodeBytes(std::span<const quint8> bytes, Bytes &to)
{
    putVarint(to, bytes.size());
    if (!bytes.empty())
        encodePlane(bytes, to);
}

bool Columns::decodeBytes(ByteReader &from, Bytes &bytes, quint64 limit)
{
    const quint64 size = from.varint();
    if (!from.ok() || size > limit)
        return false;
    bytes.resize(size);
    return size == 0 || decodePlane(from, bytes);
}

} // namespace muster::history
