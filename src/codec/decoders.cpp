#include "codec/decoders.h"

#include "codec/automatic.h"
#include "codec/binarylayout.h"
#include "codec/modbussniff.h"
#include "codec/scriptreadings.h"

#include <algorithm>

namespace muster::codec {

namespace {

CsvOptions csvOptions(const Profile &profile)
{
    CsvOptions options {.separator = profile.separator, .decimalMark = profile.decimalMark};
    const bool byPlace = std::all_of(profile.fields.begin(), profile.fields.end(), [](const Field &field) { return field.from.isEmpty(); });
    if (byPlace) {
        for (const Field &field : profile.fields)
            options.names.append(field.key);
    }
    return options;
}

} // namespace

std::unique_ptr<Decoder> makeDecoder(const Profile &profile)
{
    switch (profile.decoder) {
    case Profile::Decoder::Automatic: break;
    case Profile::Decoder::KeyValue: return std::make_unique<KeyValue>();
    case Profile::Decoder::Csv: return std::make_unique<CsvLines>(csvOptions(profile));
    case Profile::Decoder::Json: return std::make_unique<JsonLines>();
    case Profile::Decoder::Nmea: return std::make_unique<Nmea>();
    case Profile::Decoder::Modbus: return std::make_unique<ModbusSniff>(profile.fields);
    case Profile::Decoder::Binary: return std::make_unique<BinaryLayout>(profile.fields);
    case Profile::Decoder::Script: return std::make_unique<ScriptReadings>();
    }
    return std::make_unique<Automatic>();
}

} // namespace muster::codec
