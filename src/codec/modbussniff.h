#pragma once

#include "codec/output.h"
#include "codec/rawvalue.h"

namespace muster::codec {

/// Listens to a Modbus-RTU bus: a request says where, its response what. Columns are called "<unit>.<table>.<register>" with the tables coil,
/// discrete, holding and input and registers from 0; fields whose `from` is such a name say how many registers a number takes and what it
/// means. A register that has no field is one of 16 bits without sign. Exceptions are "<unit>.exception". Frames come from ModbusFramer.
class ModbusSniff : public Decoder
{
public:
    static constexpr Micros longestAnswer = 5'000'000;  ///< later, a response belongs to nothing

    explicit ModbusSniff(const QList<Field> &fields);

    Decoded decode(QByteArrayView frame, bool mayBeCut, Output &out) override;
    void reset() override { m_request = {}; }

private:
    struct Place
    {
        int unit = 0;
        int table = 0;
        int first = 0;
        int count = 1;      ///< registers
        RawForm form {};
        bool wordsSwapped = false;
        quint32 column = noColumn;
    };
    struct Request
    {
        int unit = -1;
        int function = 0;
        int first = 0;
        int count = 0;
        QByteArray data {}; ///< what is written
        Micros time = 0;
    };
    [[nodiscard]] bool isResponse(QByteArrayView frame, Micros now) const;
    [[nodiscard]] bool takeRequest(QByteArrayView frame, Micros now);
    [[nodiscard]] Decoded takeResponse(QByteArrayView frame, Output &out);
    void putRegisters(int table, QByteArrayView data, Output &out);
    void putBits(int table, QByteArrayView data, Output &out);
    [[nodiscard]] quint32 columnOf(int table, int number, MetricType type, Output &out);

    std::vector<Place> m_places;    ///< by the fields of the profile
    std::unordered_map<quint32, quint32> m_columns; ///< unit, table, register → column
    Request m_request {};
};

} // namespace muster::codec
