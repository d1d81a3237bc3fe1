#pragma once

#include "backends/ble/reading.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <utility>

namespace muster::ble {

/// A 48-bit Bluetooth address, the first printed byte on top; 0: not known (macOS does not tell).
using Mac = quint64;

[[nodiscard]] QString text(Mac mac);                      ///< "AA:BB:CC:DD:EE:FF"
[[nodiscard]] Mac macOf(QStringView text);                ///< 0 if it is none
[[nodiscard]] QByteArray bytesOf(Mac mac);                ///< as printed
[[nodiscard]] QByteArray reversedBytesOf(Mac mac);        ///< as sent

/// What an advertiser says, as far as decoders need it.
struct Advert
{
    Mac mac = 0;
    QString name {};
    QList<std::pair<quint16, QByteArray>> manufacturerData {}; ///< company id, what follows it
    QList<std::pair<quint16, QByteArray>> serviceData {};      ///< 16-bit UUID, what follows it
};

/// What an advertisement amounts to. Nothing recognised: `format` is null.
struct Decoded
{
    enum class Problem : quint8 {
        None,
        NeedsKey,  ///< encrypted, and there is no key
        WrongKey,  ///< the key does not fit (or somebody makes it up)
        Plain,     ///< not encrypted although there is a key: refused, somebody may make it up
        Cut,       ///< shorter than it says; what came before the cut is there
        Absurd,    ///< values that cannot be were left out
    };
    const char *format = nullptr;  ///< "BTHome v2", "RuuviTag RAWv2" …
    QString manufacturer {};
    QString model {};
    QString firmware {};
    QString identity {};           ///< what names it better than its address, which may change: an iBeacon's ids; empty: nothing does
    Readings readings {};
    bool encrypted = false;
    Problem problem = Problem::None;
    std::optional<quint32> counter {}; ///< of encryption: must rise
    std::optional<quint32> packet {};  ///< the same again: the same measurement
};

/// Everything the advertisement says in formats that are known. `key`: 16 bytes, or none.
[[nodiscard]] Decoded decode(const Advert &advert, const QByteArray &key = {});

} // namespace muster::ble
