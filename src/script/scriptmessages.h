#pragma once

#include <QByteArray>

#include <optional>

namespace muster::script {

/// What goes through the pipes between Muster and the process a script runs in: four bytes with the length of what follows the kind (little-endian), one byte
/// with the kind, and that many bytes. The process begins with Ready; each message to it is answered by one, in order.
enum class Kind : quint8 {
    Load = 1,   ///< to it: the script, UTF-8
    Decode,     ///< to it: a frame
    Encode,     ///< to it: a command as JSON, codec::scriptOrder()
    Ready,      ///< from it: it may be asked
    Loaded,     ///< from it: one byte, bit 0: there is a decode(), bit 1: there is an encode()
    Readings,   ///< from it: what decode() gave, as JSON
    Bytes,      ///< from it: what encode() gave
    Fault,      ///< from it: the script failed; four bytes with the line (0: unknown), then what it said, UTF-8
    Last_ = Fault
};

struct Message
{
    Kind kind = Kind::Fault;
    QByteArrayView bytes {};    ///< until the next call of feed()
};

inline constexpr qsizetype headSize = 5;

void append(QByteArray &out, Kind kind, QByteArrayView bytes);
[[nodiscard]] QByteArray faultBytes(quint32 line, QByteArrayView text);

/// A failure of a script.
struct Fault
{
    quint32 line = 0;           ///< of the script; 0: unknown
    QByteArray text {};
};
[[nodiscard]] Fault faultOf(QByteArrayView bytes);

/// Messages from a stream of bytes, in any pieces. One that is longer than `longest`, or of no kind, breaks the stream for good.
class MessageReader
{
public:
    explicit MessageReader(qsizetype longest)
        : m_longest(longest)
    {}

    void feed(QByteArrayView bytes);
    [[nodiscard]] std::optional<Message> next();
    [[nodiscard]] bool isBroken() const { return m_isBroken; }
    void reset();

private:
    qsizetype m_longest;
    QByteArray m_bytes;
    qsizetype m_at = 0;
    bool m_isBroken = false;
};

} // namespace muster::script
