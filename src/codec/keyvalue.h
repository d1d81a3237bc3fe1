#pragma once

#include "codec/output.h"

namespace muster::codec {

/// Lines of names with values: `t=21.5 h:40`, `Temperature: 21.5 °C, Humidity: 40 %`, `a:1,b:2`, `T = 21.5C; door=open`. Between pairs stand
/// commas, semicolons, tabs, bars or white space; a unit may follow a number, with or without a space. true and false are booleans, what else
/// is no number is a text. What loggers put in front is left out: "[INFO] t=21", "I (99) main: t=21". A line that is not pairs from one end to the other is none of this.
class KeyValue : public Decoder
{
public:
    static constexpr size_t maxPairs = 256;

    Decoded decode(QByteArrayView line, bool mayBeCut, Output &out) override;
    void reset() override { m_held.clear(); }

private:
    struct Pair
    {
        QByteArrayView name {};
        QByteArrayView value {};
        QByteArrayView unit {};
        double number = 0;
        char sign = '=';    ///< or ':'
        MetricType type = MetricType::Text;
    };
    /// What stood at a place in the line before: mostly the same as now.
    struct Place
    {
        std::string name {};
        quint32 column = noColumn;
    };
    [[nodiscard]] bool split(QByteArrayView line);
    [[nodiscard]] bool takePair(const char *&p, const char *end);
    void takeUnit(const char *&p, const char *end, Pair &pair);
    [[nodiscard]] bool saysSomething() const;
    [[nodiscard]] bool allKnown(const Output &out) const;
    [[nodiscard]] quint32 columnOf(size_t index, const Pair &pair, Output &out);
    void put(Output &out);

    std::vector<Pair> m_pairs;      ///< of the current line
    std::vector<Place> m_places;
    QByteArray m_held;              ///< the first line, while nothing shows whether its beginning is there
    Micros m_heldTime = 0;
};

} // namespace muster::codec
