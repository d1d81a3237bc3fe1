#pragma once

#include "codec/output.h"

namespace muster::codec {

/// Frames of a fixed layout: each field a number at its place, in its format. Fields beyond the end of a short frame are left out; a frame too
/// short for any is malformed. Column i is field i.
class BinaryLayout : public Decoder
{
public:
    explicit BinaryLayout(QList<Field> fields)
        : m_fields(std::move(fields))
    {}
    Decoded decode(QByteArrayView frame, bool mayBeCut, Output &out) override;

private:
    QList<Field> m_fields;
};

} // namespace muster::codec
