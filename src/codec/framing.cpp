#include "codec/framing.h"

namespace muster::codec {

namespace {

// RFC 1055.
constexpr char slipEnd = '\xC0';
constexpr char slipEscape = '\xDB';
constexpr char slipEscapedEnd = '\xDC';
constexpr char slipEscapedEscape = '\xDD';

} // namespace

QByteArray cobsEncoded(QByteArrayView payload)
{
    QByteArray bytes;
    qsizetype code = 0; // where the length of the current block stands
    bytes.append('\1');
    bool open = true;   // a block is under way, so that a payload that ends with a full one needs none more
    for (const char c : payload) {
        if (!open) {
            code = bytes.size();
            bytes.append('\1');
            open = true;
        }
        if (c == 0) {
            code = bytes.size();
            bytes.append('\1');
            continue;
        }
        bytes.append(c);
        bytes[code] = char(bytes[code] + 1);
        open = bytes[code] != '\xFF';
    }
    return bytes;
}

bool cobsDecode(QByteArrayView bytes, QByteArray &payload)
{
    payload.clear();
    for (qsizetype at = 0; at < bytes.size();) {
        const auto code = static_cast<unsigned char>(bytes[at]);
        if (code == 0 || at + code > bytes.size())
            return false;
        payload.append(bytes.sliced(at + 1, code - 1));
        at += code;
        if (code < 0xFF && at < bytes.size())
            payload.append('\0');
    }
    return true;
}

QByteArray slipEncoded(QByteArrayView payload)
{
    QByteArray bytes;
    for (const char c : payload) {
        if (c == slipEnd)
            bytes.append(slipEscape).append(slipEscapedEnd);
        else if (c == slipEscape)
            bytes.append(slipEscape).append(slipEscapedEscape);
        else
            bytes.append(c);
    }
    return bytes;
}

bool slipDecode(QByteArrayView bytes, QByteArray &payload)
{
    payload.clear();
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        char c = bytes[at];
        if (c == slipEscape) {
            if (++at == bytes.size() || (bytes[at] != slipEscapedEnd && bytes[at] != slipEscapedEscape))
                return false;
            c = bytes[at] == slipEscapedEnd ? slipEnd : slipEscape;
        }
        payload.append(c);
    }
    return true;
}

QByteArray framed(const Framing &framing, QByteArrayView payload)
{
    const Check &check = framing.kind == Framing::Kind::Modbus ? modbusCheck : framing.check;
    const QByteArray whole = payload.toByteArray() + check.of(payload, framing.start);
    switch (framing.kind) {
    case Framing::Kind::Lines: return whole + (framing.end.isEmpty() ? QByteArray(1, '\n') : framing.end);
    case Framing::Kind::Marks: return framing.start + whole + framing.end;
    case Framing::Kind::Cobs: return cobsEncoded(whole) + '\0';
    case Framing::Kind::Slip: return slipEnd + slipEncoded(whole) + slipEnd;
    case Framing::Kind::Length:
    case Framing::Kind::Fixed: return framing.start + whole;
    case Framing::Kind::Idle:
    case Framing::Kind::Modbus: return whole;
    }
    return whole;
}

} // namespace muster::codec
