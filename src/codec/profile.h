#pragma once

#include "codec/framing.h"
#include "core/device.h"
#include "core/result.h"

#include <QHash>

#include <limits>

namespace muster::codec {

/// How numbers lie in bytes and registers.
enum class Raw : quint8 { U8, S8, U16, S16, U24, S24, U32, S32, U64, S64, F32, F64, Last_ = F64 };

/// Something a device says. Where it stands depends on the decoder: `from` is a name, a path or a column; `at` a byte.
struct Field
{
    QString from {};            ///< as the device calls it: "t", "air.co2", a CSV heading, "1.holding.0"; empty: the key
    QString key {};
    QString name {};
    QString unit {};
    int decimals = -1;
    double scale = 1;           ///< value = raw × scale + offset
    double offset = 0;
    double minimum = -std::numeric_limits<double>::infinity(); ///< of the value; what lies outside is left out and counted
    double maximum = std::numeric_limits<double>::infinity();
    QStringList options {};     ///< an enumeration: what it can be …
    QStringList raw {};         ///< … and how the device writes each: "0", "on", "3"
    bool boolean = false;       ///< 0 is false, all else true; in texts those of `raw`, else true, on, 1, yes
    bool text = false;
    Role role = Role::None;
    bool diagnostic = false;
    int at = 0;                 ///< binary: first byte
    Raw type = Raw::U8;         ///< binary, Modbus
    bool bigEndian = false;     ///< binary
    bool wordsSwapped = false;  ///< Modbus: the low register first
    int bit = 0;                ///< binary: lowest bit …
    int bits = 0;               ///< … and how many; 0: all

    friend bool operator==(const Field &, const Field &) = default;
};

/// How an answer begins; with neither, any frame is the answer.
struct Answer
{
    bool expected = false;
    QByteArray good {};
    QByteArray bad {};
    int timeoutMs = 1'000;

    friend bool operator==(const Answer &, const Answer &) = default;
};

/// What one can make a device do. `send`: the payload, with `{value}` where the argument goes (PROFILES.md has its forms).
struct CommandSpec
{
    CommandInfo info {};
    QByteArray send {};
    bool bytes = false;         ///< `send` is written as hex digits; placeholders are `{value:u16be}`
    bool scripted = false;      ///< there is no `send`: the script makes the bytes
    QStringList raw {};         ///< how each option, or {false, true}, is written; empty: as it reads, 0 and 1
    double scale = 1;           ///< written = value × scale
    int decimals = -1;          ///< digits behind the point; -1: as few as needed
    Answer answer {};

    friend bool operator==(const CommandSpec &, const CommandSpec &) = default;
};

/// A question that is asked again and again.
struct PollSpec
{
    QByteArray send {};
    bool bytes = false;
    QStringList fields {};      ///< keys of the values in the answer, in order; empty: the decoder knows
    int everyMs = 1'000;
    int timeoutMs = 1'000;

    friend bool operator==(const PollSpec &, const PollSpec &) = default;
};

/// What bytes must give: shown in the editor, checked by the tests.
struct Example
{
    QByteArray bytes {};
    bool hex = false;           ///< `bytes` are hex digits
    QHash<QString, Value> readings {}; ///< the last value of each key

    friend bool operator==(const Example &, const Example &) = default;
};

/// How a link is read and written. Without anything said: automatic. PROFILES.md is its manual, profilejson.h reads and writes it.
struct Profile
{
    enum class Decoder : quint8 { Automatic, KeyValue, Csv, Json, Nmea, Modbus, Binary, Script };
    enum class Parity : quint8 { None, Even, Odd };
    QString name {};
    QString description {};
    QString manufacturer {};
    QString model {};
    int baud = 0;               ///< 0: not said
    int dataBits = 8, stopBits = 1;
    Parity parity = Parity::None;
    QString service {};         ///< BLE: UUIDs of the service and of its characteristics
    QString writeCharacteristic {}, notifyCharacteristic {};
    Framing framing {.longest = 64 * 1024};
    Decoder decoder = Decoder::Automatic;
    char separator = 0;         ///< CSV: as CsvOptions
    char decimalMark = 0;
    bool others = true;         ///< what has no field becomes a column, too
    QStringList script {};      ///< JavaScript, line by line; only run in a process of its own
    QList<Field> fields {};
    QList<CommandSpec> commands {};
    QList<PollSpec> polls {};
    QList<Example> examples {};

    friend bool operator==(const Profile &, const Profile &) = default;
};

} // namespace muster::codec
