#include "backends/ble/adverts/aesccm.h"
#include "backends/ble/adverts/bthomeobjects.h"
#include "backends/ble/adverts/formats.h"
#include "backends/ble/bytes.h"

#include <QDateTime>
#include <QHash>

#include <array>
#include <cstdlib>

namespace muster::ble::adverts {

namespace {

constexpr Quantity textObject {.key = "text", .type = MetricType::Text};
constexpr Quantity rawObject {.key = "raw", .type = MetricType::Text, .diagnostic = true};
constexpr Quantity button {.key = "button", .type = MetricType::Event};
constexpr Quantity commandEvent {.key = "command", .type = MetricType::Event};
constexpr Quantity dimmer {.key = "dimmer", .type = MetricType::Event};
constexpr Quantity timestamp {.key = "timestamp", .type = MetricType::Text, .diagnostic = true};
constexpr Quantity deviceType {.key = "device_type_id", .diagnostic = true};
constexpr Quantity firmware {.key = "firmware_version", .type = MetricType::Text, .diagnostic = true};

/// Nothing: no button was pressed (a device of several buttons says so of the others).
QString buttonEvent(quint64 code)
{
    static constexpr std::array<const char *, 7> words {
        "", "press", "double_press", "triple_press", "long_press", "long_double_press", "long_triple_press"};
    if (code < words.size())
        return QString::fromLatin1(words[code]);
    return code == 0x80 || code == 0xFE ? QStringLiteral("hold_press") : QString(); // Shelly sends FE
}

/// Direction and steps: 3C 01 03 → "rotate_left 3".
QString dimmerEvent(quint64 direction, quint64 steps)
{
    if (direction == 0 || direction > 2)
        return {};
    return QStringLiteral("%1 %2").arg(direction == 1 ? QStringLiteral("rotate_left") : QStringLiteral("rotate_right")).arg(steps);
}

/// The version's numbers come with the least important first: F1 00 01 00 04 → 4.0.1.0.
QString version(QByteArrayView bytes)
{
    QStringList parts;
    for (qsizetype i = bytes.size() - 1; i >= 0; --i)
        parts.append(QString::number(quint8(bytes[i])));
    return parts.join(u'.');
}

/// Reads object after object; ends at the first that is not known, for nothing says how long that one is.
class Objects
{
public:
    Objects(QByteArrayView data, Decoded &out) : m_in(data), m_out(out) {}

    void read()
    {
        while (m_in.left() > 0) {
            const auto id = quint8(m_in.u(1));
            if (const BthomeObject *const object = bthomeObject(id))
                number(*object);
            else if (!special(id))
                return;
            if (m_in.cut()) {
                m_out.problem = Decoded::Problem::Cut;
                return;
            }
        }
    }

private:
    int ordinal(const Quantity &what) { return ++m_seen[QByteArrayView(what.key)]; }

    void number(const BthomeObject &object)
    {
        const int bytes = std::abs(object.bytes);
        const qint64 raw = object.bytes < 0 ? m_in.s(bytes) : qint64(m_in.u(bytes));
        const int nth = ordinal(object.what);
        if (!m_in.cut() && !add(m_out.readings, object.what, double(raw * object.numerator) / object.denominator, nth))
            m_out.problem = Decoded::Problem::Absurd;
    }

    void event(const Quantity &what, const QString &word)
    {
        const int nth = ordinal(what);
        if (!m_in.cut() && !word.isEmpty())
            addText(m_out.readings, what, word, nth);
    }

    bool special(quint8 id)
    {
        switch (id) {
        case 0x00: m_out.packet = quint32(m_in.u(1)); return true;
        case 0x3A: event(button, buttonEvent(m_in.u(1))); return true;
        case 0x3B: command(); return true;
        case 0x3C: {
            const quint64 direction = m_in.u(1);
            // An idle dimmer sends no steps: 3C 00.
            event(dimmer, dimmerEvent(direction, direction == 0 && m_in.left() == 0 ? 0 : m_in.u(1)));
            return true;
        }
        case 0x50: event(timestamp, QDateTime::fromSecsSinceEpoch(qint64(m_in.u(4)), Qt::UTC).toString(Qt::ISODate)); return true;
        case 0x53: event(textObject, QString::fromUtf8(m_in.take(qsizetype(m_in.u(1))))); return true;
        case 0x54: event(rawObject, QString::fromLatin1(m_in.take(qsizetype(m_in.u(1))).toByteArray().toHex())); return true;
        case 0xF0: type(); return true;
        case 0xF1: ownFirmware(4); return true;
        case 0xF2: ownFirmware(3); return true;
        default: return false;
        }
    }

    /// The lower five bits of the first byte say how many bytes of arguments follow the code.
    void command()
    {
        const quint64 arguments = m_in.u(1) & 0x1FU;
        const quint64 code = m_in.u(1);
        const QByteArrayView bytes = m_in.take(qsizetype(arguments));
        event(commandEvent, QStringLiteral("%1 %2").arg(code, 2, 16, QLatin1Char('0')).arg(QString::fromLatin1(bytes.toByteArray().toHex())).trimmed());
    }

    void type()
    {
        const auto number = double(m_in.u(2));
        if (!m_in.cut())
            add(m_out.readings, deviceType, number, ordinal(deviceType));
    }

    void ownFirmware(int bytes)
    {
        m_out.firmware = version(m_in.take(bytes));
        event(firmware, m_out.firmware);
    }

    Bytes m_in;
    Decoded &m_out;
    QHash<QByteArrayView, int> m_seen;
};

/// Cipher, counter u32, tag. Nonce: address, D2 FC, the first byte, the counter.
std::optional<QByteArray> decrypted(QByteArrayView data, quint8 info, Mac mac, const QByteArray &key, Decoded &out)
{
    out.encrypted = true;
    if (data.size() < 9) {
        out.problem = Decoded::Problem::Cut;
        return {};
    }
    const QByteArrayView counter = data.sliced(data.size() - 8, 4);
    out.counter = quint32(Bytes(counter).u(4));
    out.problem = Decoded::Problem::NeedsKey;
    if (key.isEmpty())
        return {};
    const QByteArray nonce {bytesOf(mac) + QByteArrayLiteral("\xD2\xFC") + char(info) + counter.toByteArray()};
    auto plain = decryptCcm(key, nonce, data.chopped(8), data.last(4));
    out.problem = plain ? Decoded::Problem::None : Decoded::Problem::WrongKey;
    return plain;
}

} // namespace

/// First byte: bit 0 encrypted, bit 1 (older devices) the address reversed comes next, bit 2 sent when something happens, bits 5 to 7 the version.
/// 40 02 CA 09 03 BF 13 → 25.06 °C, 50.55 %.
std::optional<Decoded> bthome(QByteArrayView data, Mac mac, const QByteArray &key)
{
    Bytes in(data);
    const auto info = quint8(in.u(1));
    if (in.cut() || info >> 5U != 2)
        return {};
    Decoded out;
    out.format = "BTHome v2";
    if ((info & 2U) && in.has(6))
        mac = Mac(in.u(6));
    QByteArray plain;
    QByteArrayView objects = in.rest();
    if (info & 1U) {
        const auto opened = decrypted(objects, info, mac, key, out);
        if (!opened)
            return out;
        plain = *opened;
        objects = plain;
    } else if (!key.isEmpty()) {
        out.problem = Decoded::Problem::Plain;
        return out;
    }
    Objects(objects, out).read();
    return out;
}

} // namespace muster::ble::adverts
