#pragma once

#include "codec/checksum.h"

namespace muster::codec {

/// How a stream of bytes is cut into frames, as a profile says. A frame is what stands between the marks; where there is a checksum it is
/// taken off, too. Of a frame with a length in it that length is still part.
struct Framing
{
    enum class Kind : quint8 {
        Lines,   ///< up to CR, LF or CRLF
        Marks,   ///< from `start` to `end`; without `end`: to the next `start`; without `start`: from the `end` before; both the
                 ///< same: between any two
        Cobs,    ///< consistent overhead byte stuffing, a zero between frames
        Slip,    ///< RFC 1055
        Length,  ///< `start`, then at `lengthAt` how many bytes there are
        Fixed,   ///< `start`, then `size` bytes
        Idle,    ///< up to a silence of `idleMs`
        Modbus,  ///< Modbus-RTU frames of both directions, told by their CRC
    };
    Kind kind = Kind::Lines;
    QByteArray start {};        ///< Marks, Length, Fixed
    QByteArray end {};          ///< Marks; Lines: what is written behind one, LF when empty
    int lengthAt = 0;           ///< Length: bytes from behind `start`
    int lengthSize = 1;         ///< Length: 1, 2 or 4 bytes
    bool lengthBigEndian = false;
    int lengthAdds = 0;         ///< Length: bytes behind `start`, with the checksum, less the number that stands there
    qsizetype size = 0;         ///< Fixed: bytes behind `start`, with the checksum
    int idleMs = 0;             ///< Idle
    qsizetype longest = 4'096;  ///< bytes of a frame
    Check check {};

    friend bool operator==(const Framing &, const Framing &) = default;
};

/// Least significant byte first.
inline constexpr Check modbusCheck {.kind = Checksum::Crc16Modbus, .bigEndian = false};

/// A payload as a frame: marks, checksum, stuffing. The length in it is the payload's own business. Idle, Modbus: the payload with its checksum.
[[nodiscard]] QByteArray framed(const Framing &framing, QByteArrayView payload);

/// Consistent overhead byte stuffing without the zero behind it. Decoding: nothing when it is none.
[[nodiscard]] QByteArray cobsEncoded(QByteArrayView payload);
[[nodiscard]] bool cobsDecode(QByteArrayView bytes, QByteArray &payload);
[[nodiscard]] QByteArray slipEncoded(QByteArrayView payload);
[[nodiscard]] bool slipDecode(QByteArrayView bytes, QByteArray &payload);

} // namespace muster::codec
