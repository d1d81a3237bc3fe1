#pragma once

#include "codec/output.h"

namespace muster::codec {

class JsonWalk;

/// What a script made of one frame: a JSON object of values by name, `{"t": 21.5, "open": true, "h": {"value": 40, "unit": "%"}}`; null: nothing.
/// A value is a number, a text, true or false. What is none is left out; Malformed when nothing is left.
class ScriptReadings : public Decoder
{
public:
    static constexpr qsizetype longest = 64 * 1024; ///< bytes of it

    ScriptReadings();
    ~ScriptReadings() override;
    Q_DISABLE_COPY_MOVE(ScriptReadings)

    Decoded decode(QByteArrayView json, bool mayBeCut, Output &out) override;

private:
    std::unique_ptr<JsonWalk> m_walk;
};

} // namespace muster::codec
