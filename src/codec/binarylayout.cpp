#include "codec/binarylayout.h"

#include "codec/rawvalue.h"

namespace muster::codec {

Decoded BinaryLayout::decode(QByteArrayView frame, bool mayBeCut, Output &out)
{
    if (mayBeCut)
        return Decoded::Nothing;
    bool any = false;
    for (qsizetype i = 0; i < m_fields.size(); ++i) {
        const Field &field = m_fields.at(i);
        if (field.at >= frame.size())
            continue;
        const auto number = rawNumber(frame.sliced(field.at), {field.type, field.bigEndian}, field.bit, field.bits);
        if (!number)
            continue;
        any = true;
        out.number(quint32(i), *number);
    }
    return any ? Decoded::Values : Decoded::Malformed;
}

} // namespace muster::codec
