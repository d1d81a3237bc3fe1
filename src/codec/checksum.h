#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <string_view>

namespace muster::codec {

/// Checksums as devices use them; the value each gives for the nine bytes "123456789" stands behind it.
enum class Checksum : quint8 {
    None,
    Xor8,        ///< 31: all bytes, exclusive or
    Sum8,        ///< DD: sum of all bytes
    Minus8,      ///< 23: what makes the sum 0
    Sum16,       ///< 01DD
    Crc8,        ///< F4: polynomial 07, start 0 (SMBus)
    Crc8Maxim,   ///< A1: polynomial 31 reflected, start 0 (1-Wire)
    Crc16Modbus, ///< 4B37: polynomial 8005 reflected, start FFFF
    Crc16Ccitt,  ///< 29B1: polynomial 1021, start FFFF ("CCITT-FALSE")
    Crc16Xmodem, ///< 31C3: polynomial 1021, start 0
    Crc16Kermit, ///< 2189: polynomial 1021 reflected, start 0
    Crc32,       ///< CBF43926: IEEE 802.3, zip
    Fletcher16,  ///< 1EDE: modulo 255, second sum above the first
    Adler32,     ///< 091E01DE: RFC 1950
    Last_ = Adler32
};

[[nodiscard]] quint32 checksum(Checksum kind, QByteArrayView bytes);
/// Bytes it has: 0, 1, 2 or 4.
[[nodiscard]] int checksumSize(Checksum kind);
/// Its name in profiles: "crc16-modbus"; and back, nothing for an unknown one.
[[nodiscard]] std::string_view checksumName(Checksum kind);
[[nodiscard]] std::optional<Checksum> checksumOf(std::string_view name);

/// How a frame ends with its checksum.
struct Check
{
    Checksum kind = Checksum::None;
    bool bigEndian = true;      ///< most significant byte first; Modbus is the other way round
    bool hex = false;           ///< written as text, two digits a byte, most significant first
    char separator = 0;         ///< before the digits: '*'; not covered. 0: none
    bool coversStart = false;   ///< the start mark counts too

    /// The frame without its checksum; nothing when that is wrong. `start`: the mark in front of the frame.
    [[nodiscard]] std::optional<QByteArrayView> verified(QByteArrayView frame, QByteArrayView start = {}) const;
    /// What to append to a payload.
    [[nodiscard]] QByteArray of(QByteArrayView payload, QByteArrayView start = {}) const;
    [[nodiscard]] qsizetype size() const;

    friend bool operator==(const Check &, const Check &) = default;
};

} // namespace muster::codec
