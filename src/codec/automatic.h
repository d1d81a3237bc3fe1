#pragma once

#include "codec/csvlines.h"
#include "codec/jsonlines.h"
#include "codec/keyvalue.h"
#include "codec/nmea.h"

namespace muster::codec {

/// Lines of which nothing is known: each is what it looks like. Text that is none of it (boot messages, prompts) is no fault: nothing comes of it.
class Automatic : public Decoder
{
public:
    Decoded decode(QByteArrayView line, bool mayBeCut, Output &out) override;
    void reset() override;

private:
    JsonLines m_json;
    KeyValue m_keyValue;
    CsvLines m_csv;
    Nmea m_nmea;
};

} // namespace muster::codec
