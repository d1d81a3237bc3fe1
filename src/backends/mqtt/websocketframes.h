#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

/// WebSockets (RFC 6455) as far as an MQTT client needs them (MQTT 5.0 section 6): the request, the answer to it, and the frames. Pure.
namespace muster::websocket {

constexpr qsizetype maxHead = 16 << 10; ///< bytes of a server's answer

/// Asks a web server to go on as a WebSocket that carries MQTT. `host` as in a URL, with the port where it is not the usual one; `path` encoded;
/// `key`: 16 random bytes in base64. Section 4.1.
[[nodiscard]] QByteArray request(const QByteArray &host, const QByteArray &path, const QByteArray &key);

/// What a web server said to that.
struct Answer
{
    int status = 0;          ///< of HTTP; 0: that is no HTTP
    QByteArray reason {};    ///< "Not Found", printable, 60 characters at most
    bool isUpgraded = false; ///< it goes on as the WebSocket that was asked for
};
/// `head`: up to and with the empty line. An answer that names no sub-protocol is taken: some servers in front of a broker leave it out.
[[nodiscard]] Answer answerOf(QByteArrayView head, const QByteArray &key);

enum class Opcode : quint8 { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

/// Appends a whole frame as a client sends it, masked. Section 5.2.
/// Example (section 5.7): Text "Hello" with the mask 37fa213d: 81 85 37 fa 21 3d 7f 9f 4d 51 58.
void appendFrame(QByteArray &to, Opcode opcode, QByteArrayView payload, quint32 mask);

/// Takes apart what a server sends, however it is cut into pieces. Keeps nothing but a frame's head and the payload of a control frame.
class FrameReader
{
public:
    enum class State : quint8 { Going, Closed, Broken }; ///< Closed: the server said goodbye. Broken: it breaks the protocol, or sends text

    /// Appends the payload of data frames, which is MQTT without regard to where frames begin. Ignores what follows a goodbye or a breach.
    State take(QByteArrayView bytes, QByteArray &payload);
    /// The payload of the last ping that nobody took yet; only that one has to be answered (section 5.5.3).
    [[nodiscard]] std::optional<QByteArray> takePing();

private:
    [[nodiscard]] qsizetype headSize() const;
    [[nodiscard]] bool begin();
    void finish();

    QByteArray m_head;
    QByteArray m_control;
    std::optional<QByteArray> m_ping;
    quint64 m_left = 0;       ///< bytes of the frame that are still to come
    Opcode m_opcode = Opcode::Binary;
    bool m_inFrame = false;
    bool m_inMessage = false; ///< its last frame is still to come
    State m_state = State::Going;
};

} // namespace muster::websocket
