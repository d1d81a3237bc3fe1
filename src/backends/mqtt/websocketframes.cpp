#include "backends/mqtt/websocketframes.h"

#include <QCryptographicHash>
#include <QList>

#include <algorithm>
#include <array>
#include <utility>

namespace muster::websocket {

namespace {

constexpr char guid[] = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"; // section 1.3
constexpr quint8 lastFrame = 0x80;
constexpr quint8 masked = 0x80;
constexpr int longestControl = 125; // section 5.5

quint8 byteAt(const QByteArray &bytes, qsizetype at)
{
    return quint8(bytes.at(at));
}

QByteArray acceptOf(const QByteArray &key)
{
    return QCryptographicHash::hash(key + guid, QCryptographicHash::Sha1).toBase64();
}

QByteArray printable(QByteArrayView text)
{
    QByteArray shown = text.first(std::min<qsizetype>(60, text.size())).toByteArray().trimmed();
    std::replace_if(shown.begin(), shown.end(), [](char sign) { return sign < ' ' || sign > '~'; }, '?');
    return shown;
}

bool names(const QByteArray &list, const char *word)
{
    const QList<QByteArray> items = list.toLower().split(',');
    return std::any_of(items.cbegin(), items.cend(), [word](const QByteArray &item) { return item.trimmed() == word; });
}

} // namespace

QByteArray request(const QByteArray &host, const QByteArray &path, const QByteArray &key)
{
    return "GET " + path + " HTTP/1.1\r\nHost: " + host +
        "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: mqtt\r\nSec-WebSocket-Key: " + key + "\r\n\r\n";
}

Answer answerOf(QByteArrayView head, const QByteArray &key)
{
    Answer answer;
    const QList<QByteArray> lines = head.toByteArray().split('\n');
    const QByteArray first = lines.constFirst().trimmed();
    if (!first.startsWith("HTTP/1.") || first.size() < 12)
        return answer;
    answer.status = first.sliced(9, 3).toInt();
    answer.reason = printable(QByteArrayView(first).sliced(12));
    bool upgrades = false;
    bool connects = false;
    bool accepts = false;
    bool speaksMqtt = true;
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        const QByteArray name = line.left(std::max<qsizetype>(0, colon)).trimmed().toLower();
        const QByteArray value = line.mid(colon + 1).trimmed();
        if (name == "upgrade")
            upgrades = names(value, "websocket");
        else if (name == "connection")
            connects = names(value, "upgrade");
        else if (name == "sec-websocket-accept")
            accepts = value == acceptOf(key);
        else if (name == "sec-websocket-protocol")
            speaksMqtt = speaksMqtt && value == "mqtt";
        else if (name == "sec-websocket-extensions") // none was asked for
            speaksMqtt = speaksMqtt && value.isEmpty();
    }
    answer.isUpgraded = answer.status == 101 && upgrades && connects && accepts && speaksMqtt;
    return answer;
}

void appendFrame(QByteArray &to, Opcode opcode, QByteArrayView payload, quint32 mask)
{
    const qsizetype size = payload.size();
    const auto put = [&to](quint64 number, int bytes) {
        for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8)
            to.append(char(quint8(number >> shift)));
    };
    put(lastFrame | quint8(opcode), 1);
    if (size <= 125) {
        put(masked | quint8(size), 1);
    } else if (size <= 0xFFFF) {
        put(masked | 126U, 1);
        put(quint64(size), 2);
    } else {
        put(masked | 127U, 1);
        put(quint64(size), 8);
    }
    put(mask, 4);
    const std::array<char, 4> key {char(quint8(mask >> 24)), char(quint8(mask >> 16)), char(quint8(mask >> 8)), char(quint8(mask))};
    const qsizetype from = to.size();
    to.append(payload.data(), size);
    char *const bytes = to.data() + from;
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = char(bytes[i] ^ key[size_t(i % 4)]);
}

// As many as are known by what has come of it: two bytes say how many more there are.
qsizetype FrameReader::headSize() const
{
    if (m_head.size() < 2)
        return 2;
    const quint8 length = byteAt(m_head, 1) & 0x7FU;
    return length == 126 ? 4 : length == 127 ? 10 : 2;
}

// Section 5.2: FIN, three reserved bits, the opcode; the mask bit, which no server may set (section 5.1), and the length. False: broken.
bool FrameReader::begin()
{
    const quint8 first = byteAt(m_head, 0);
    const quint8 second = byteAt(m_head, 1);
    const bool isLast = (first & lastFrame) != 0;
    if ((first & 0x70U) != 0 || (second & masked) != 0)
        return false;
    m_left = second;
    if (m_head.size() > 2) {
        m_left = 0;
        for (qsizetype i = 2; i < m_head.size(); ++i)
            m_left = m_left << 8 | byteAt(m_head, i);
    }
    if (m_left >> 63 != 0)
        return false;
    m_opcode = Opcode(first & 0x0FU);
    m_head.clear();
    m_inFrame = true;
    switch (m_opcode) {
    case Opcode::Continuation:
    case Opcode::Binary:
        if ((m_opcode == Opcode::Continuation) != m_inMessage)
            return false;
        m_inMessage = !isLast;
        return true;
    case Opcode::Close:
    case Opcode::Ping:
    case Opcode::Pong:
        return isLast && m_left <= longestControl;
    case Opcode::Text: // MQTT 5.0 section 6: binary frames only
        break;
    }
    return false;
}

void FrameReader::finish()
{
    m_inFrame = false;
    if (m_opcode == Opcode::Ping)
        m_ping = m_control;
    else if (m_opcode == Opcode::Close)
        m_state = State::Closed;
    m_control.clear();
}

FrameReader::State FrameReader::take(QByteArrayView bytes, QByteArray &payload)
{
    while (m_state == State::Going && (!bytes.isEmpty() || (m_inFrame && m_left == 0))) {
        if (!m_inFrame) {
            const qsizetype more = std::min(headSize() - m_head.size(), bytes.size());
            m_head.append(bytes.first(more).toByteArray());
            bytes = bytes.sliced(more);
            if (m_head.size() >= 2 && m_head.size() == headSize() && !begin())
                m_state = State::Broken;
            continue;
        }
        const qsizetype more = qsizetype(std::min<quint64>(m_left, quint64(bytes.size())));
        const bool isData = m_opcode == Opcode::Binary || m_opcode == Opcode::Continuation;
        (isData ? payload : m_control).append(bytes.data(), more);
        bytes = bytes.sliced(more);
        m_left -= quint64(more);
        if (m_left == 0)
            finish();
    }
    return m_state;
}

std::optional<QByteArray> FrameReader::takePing()
{
    return std::exchange(m_ping, std::nullopt);
}

} // namespace muster::websocket
