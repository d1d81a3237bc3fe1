#include "codec/automatic.h"

#include "codec/numbers.h"

namespace muster::codec {

Decoded Automatic::decode(QByteArrayView line, bool mayBeCut, Output &out)
{
    line = line.trimmed();
    if (line.isEmpty())
        return Decoded::Nothing;
    const char c = line.front();
    if ((c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.')
        return m_csv.decode(line, mayBeCut, out);
    const bool json = c == '{' || c == '[';
    if (json && m_json.decode(line, mayBeCut, out) != Decoded::Malformed) {
        m_csv.reset(); // words before it were no header
        return Decoded::Values;
    }
    if (json && m_keyValue.decode(line, mayBeCut, out) != Decoded::Malformed) // "[INFO] t=21.5"
        return Decoded::Values;
    if (json)
        return isPlainText(line) ? Decoded::Nothing : Decoded::Malformed;
    if (Nmea::isSentence(line))
        return m_nmea.decode(line, mayBeCut, out);
    if (const Decoded decoded = m_keyValue.decode(line, mayBeCut, out); decoded != Decoded::Malformed) {
        m_csv.reset();
        return decoded;
    }
    if (m_csv.decode(line, mayBeCut, out) == Decoded::Values)
        return Decoded::Values;
    return isPlainText(line) ? Decoded::Nothing : Decoded::Malformed;
}

void Automatic::reset()
{
    m_keyValue.reset();
    m_csv.reset();
}

} // namespace muster::codec
