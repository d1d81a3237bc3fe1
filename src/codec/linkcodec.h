#pragma once

#include "codec/linkcounters.h"
#include "core/command.h"
#include "core/device.h"

#include <memory>
#include <span>

namespace muster::codec {

struct Profile;

/// One value as decoded. `value`: a number; Boolean: 0 or 1; Enumeration: the option's index; with flag Text: the index into the texts beside it.
struct Reading
{
    Micros time = 0;        ///< of arrival, or of the device (flag DeviceTime)
    double value = 0;
    quint32 column = 0;     ///< index into LinkCodec::columns()
    quint16 flags = 0;      ///< Sample::Text, Sample::DeviceTime
};

/// Who wants the readings. Called from inside feed() and flush() alone; must not call back into the codec's feed() or flush().
class ReadingSink
{
public:
    virtual ~ReadingSink() = default;
    /// A few times per feed() at most, never per value. New columns are at the end of columns() by then.
    virtual void readingsArrived(std::span<const Reading> readings, const QStringList &texts) = 0;
    /// The device answered a command given to await(): success, or Refused with what it said.
    virtual void answered(CommandId id, const Result<void> &result) { Q_UNUSED(id) Q_UNUSED(result) }
    /// A frame for the profile's script; what that makes of it comes to LinkCodec::takeScripted() whenever it is ready.
    virtual void frameArrived(QByteArrayView frame, Micros time) { Q_UNUSED(frame) Q_UNUSED(time) }
};

/// What to write, and what follows.
struct Outgoing
{
    QByteArray bytes {};    ///< framed and with its checksum, ready to be written
    int answer = -1;        ///< >= 0: the device answers it; hand it to await() once it is written. -1: writing is all there is
    int timeoutMs = 0;      ///< how long the answer may take
};

/// Something a device has to be asked again and again, because it says nothing by itself.
struct Poll
{
    Outgoing outgoing {};
    int everyMs = 1'000;
};

/// Bytes of one link in, readings out; commands in, bytes out: framing → checksum → decoder → columns, as a Profile says, or "automatic":
/// lines that are key=value (`t=21.5 h:40`, `Temperature: 21.5 °C`, `a:1,b:2`), CSV with or without a header line, JSON or NMEA 0183, each
/// line for itself. Pure: no clock, no timer, no thread of its own; it lives on the thread of the one who feeds it.
/// Columns: the things measured, numbered 0, 1, 2 … as they turn up (a profile's own are there from the start); they never change or go
/// away. Each is a Metric ready for Ingest::metric(): key, name, type, unit. ingestreadings.h does that and pushes.
/// Times: `now` for all of a chunk, or with setByteMicros() earlier by as long as the bytes behind the frame took.
/// The first line after the start and reset() may have lost its beginning: its CSV values are not used, and key=value of unknown names
/// waits for a second line with these names. Answers to what was awaited, JSON and all with a checksum are believed at once.
class LinkCodec
{
public:
    static constexpr qsizetype maxFrame = 64 * 1024;   ///< bytes of a frame or line; a profile may ask for less
    static constexpr quint32 maxColumns = 1'000;
    static constexpr qsizetype maxName = 64, maxText = 255; ///< bytes of a column's name and of a text value
    static constexpr int maxAwaited = 64;              ///< answers waited for; the oldest is forgotten first

    explicit LinkCodec(ReadingSink &sink); ///< automatic
    LinkCodec(const Profile &profile, ReadingSink &sink);
    ~LinkCodec();
    Q_DISABLE_COPY_MOVE(LinkCodec)
    /// The next bytes of the link, in any pieces. `now`: when they arrived.
    void feed(QByteArrayView bytes, Micros now);
    /// Framing by silence: flush() when nothing came for idleMs(). 0: not needed.
    [[nodiscard]] int idleMs() const;
    void flush(Micros now);
    /// The link was interrupted: forgets half a frame and the awaited answers, keeps columns and counters.
    void reset();
    /// How long one byte takes on the line, in microseconds (10 bits at 9600 Bd: 1041.7); 0 (the start): unknown, as over BLE.
    void setByteMicros(double micros);
    [[nodiscard]] const QList<Metric> &columns() const;
    [[nodiscard]] const LinkCounters &counters() const;
    /// What a profile lets one do; none in automatic mode.
    [[nodiscard]] const QList<CommandInfo> &commands() const;
    [[nodiscard]] const QList<Poll> &polls() const;
    /// NotFound: no such command; Invalid: the argument is missing, of another type or out of range, in a sentence that names it.
    [[nodiscard]] Result<Outgoing> encode(const QString &command, const Value &argument) const;
    /// Profiles with a script. What it made of a frame, as scriptreadings.h says; and what became of frames it made nothing of.
    void takeScripted(QByteArrayView json, Micros time);
    void countScripted(const ScriptLosses &losses);
    /// Commands whose bytes the script makes: what it is given, as JSON (errors as encode()), and what is to be written then.
    [[nodiscard]] bool isScripted(const QString &command) const;
    [[nodiscard]] Result<QByteArray> scriptOrder(const QString &command, const Value &argument) const;
    [[nodiscard]] Outgoing outgoing(const QString &command, QByteArrayView payload) const;
    /// A payload as a frame of this link, for a console's send line.
    [[nodiscard]] QByteArray framed(QByteArrayView payload) const;
    /// `outgoing` has been written, the next frame that fits is its answer: ReadingSink::answered(id). Polls have no id.
    /// Write what has an answer one after the other: most devices say only what, not to whom.
    void await(const Outgoing &outgoing, CommandId id = {});
    /// Nobody waits any more. The first frame until `lateUntil` that fits is its late answer and ends nothing; later, frames are just decoded.
    void abandon(CommandId id, Micros lateUntil = 0);
    /// Whether a late answer that may still come could be taken for that of `next`: better to wait for it.
    [[nodiscard]] bool isAmbiguous(const Outgoing &next, Micros now) const;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace muster::codec
