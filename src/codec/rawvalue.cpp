#include "codec/rawvalue.h"

#include <array>
#include <bit>
#include <cmath>

namespace muster::codec {

namespace {

using namespace std::string_view_literals;

constexpr std::array names {"u8"sv, "s8"sv, "u16"sv, "s16"sv, "u24"sv, "s24"sv, "u32"sv, "s32"sv, "u64"sv, "s64"sv, "f32"sv, "f64"sv};
constexpr std::array<int, size_t(Raw::Last_) + 1> sizes {1, 1, 2, 2, 3, 3, 4, 4, 8, 8, 4, 8};

bool isSigned(Raw type)
{
    return type == Raw::S8 || type == Raw::S16 || type == Raw::S24 || type == Raw::S32 || type == Raw::S64;
}

} // namespace

std::span<const std::string_view> rawNames()
{
    return names;
}

int rawSize(Raw type)
{
    return sizes[size_t(type)];
}

std::optional<RawForm> rawFormOf(std::string_view name)
{
    RawForm form;
    if (name.ends_with("be") || name.ends_with("le")) {
        form.bigEndian = name.ends_with("be");
        name.remove_suffix(2);
    }
    for (size_t i = 0; i < names.size(); ++i) {
        if (names[i] == name) {
            form.type = Raw(i);
            return form;
        }
    }
    return std::nullopt;
}

std::optional<double> rawNumber(QByteArrayView bytes, RawForm form, int bit, int bits)
{
    const int size = rawSize(form.type);
    if (bytes.size() < size)
        return std::nullopt;
    quint64 word = 0;
    for (int i = 0; i < size; ++i)
        word = word << 8 | static_cast<unsigned char>(bytes[form.bigEndian ? i : size - 1 - i]);
    if (bits > 0) {
        word >>= unsigned(bit);
        return double(bits >= 64 ? word : word & ((quint64(1) << unsigned(bits)) - 1));
    }
    if (form.type == Raw::F32)
        return double(std::bit_cast<float>(quint32(word)));
    if (form.type == Raw::F64)
        return std::bit_cast<double>(word);
    if (!isSigned(form.type))
        return double(word);
    const unsigned unused = 64U - 8U * unsigned(size);
    return double(std::bit_cast<qint64>(word << unused) >> unused);
}

std::optional<QByteArray> rawBytes(double number, RawForm form)
{
    if (!std::isfinite(number))
        return std::nullopt;
    const int size = rawSize(form.type);
    quint64 word = 0;
    if (form.type == Raw::F32) {
        word = std::bit_cast<quint32>(float(number));
    } else if (form.type == Raw::F64) {
        word = std::bit_cast<quint64>(number);
    } else {
        const double whole = std::round(number);
        const double values = std::ldexp(1.0, 8 * size);
        const double least = isSigned(form.type) ? -values / 2 : 0;
        if (whole < least || whole >= least + values)
            return std::nullopt;
        word = whole < 0 ? quint64(qint64(whole)) : quint64(whole);
    }
    QByteArray bytes;
    for (int i = 0; i < size; ++i)
        bytes.append(char(word >> (8U * unsigned(form.bigEndian ? size - 1 - i : i))));
    return bytes;
}

} // namespace muster::codec
