#pragma once

#include "core/device.h"
#include "core/result.h"

#include <QByteArrayList>

#include <memory>

namespace muster::mqtt {

/// Where in a payload a value stands. Text: the payload itself. Json: the member that `path` names (see valuepath.h; empty: the root).
/// Template: what the template `path` makes of the payload. None: a rule exists that is not understood; nothing is ever read.
struct Place
{
    enum class Kind : quint8 { Text, Json, Template, None };
    Kind kind = Kind::Text;
    QByteArray path {};
    QByteArray member {};  ///< Template: the text is a JSON object, and this member of it is meant
    bool orPlain = false;  ///< … or the text itself, where it is no JSON object

    friend bool operator==(const Place &, const Place &) = default;
};

/// How the text or JSON scalar at a Place becomes a value; anything that does not fit is counted, never guessed.
/// Number: strict, C locale. Boolean: `on` or `off` exactly. Enumeration: one of `options` exactly. Text: as it is. Event: as a text, live
/// messages only; one of `options` where there are any, told as `on` where that is set. Attributes: a JSON object as text, of which every scalar
/// is a metric of its own, as what it is: "<metric>.<member>".
enum class Decoding : quint8 { Number, Boolean, Enumeration, Text, Event, Attributes };

/// "What comes on this topic, at this place, decoded like this, is a value of this metric."
///   { "zigbee2mqtt/lamp", "light.brightness", Decoding::Number, {Json, path of value_json.brightness} }
struct Binding
{
    QByteArray topic {};         ///< a topic or a filter with + and #
    QString metric {};           ///< Metric::key within the announced device; Attributes: what stands before theirs
    Decoding decoding = Decoding::Text;
    Place place {};
    QByteArray on {};            ///< Boolean; Event
    QByteArray off {};
    QByteArrayList options {};   ///< Enumeration, Event
    Micros knownFor = 0;         ///< so long after a message its value counts; then none is known. 0: for ever
    Micros onFor = 0;            ///< Boolean: so long after it was last said to be on it is off. 0: until that is said
};

/// When a device counts as reachable. No topics: nothing is known about it.
struct Availability
{
    enum class Mode : quint8 { All, Any, Latest };
    struct Topic
    {
        QByteArray topic {};
        Place place {};
        QByteArray available {};
        QByteArray notAvailable {};

        friend bool operator==(const Topic &, const Topic &) = default;
    };
    Mode mode = Mode::Latest;
    QList<Topic> topics {};

    friend bool operator==(const Availability &, const Availability &) = default;
};

/// Stands in a payload for the number of a request. JSON can hold it only escaped, so no argument brings it in.
inline constexpr char requestMark = '\x01';

/// What a command becomes on the wire: see encode() in commandencoding.h.
struct CommandEncoding
{
    enum class Form : quint8 {
        Fixed,  ///< `on`, whatever the argument
        Choice, ///< one of `payloads`, by the option's place
        Template, ///< what the template `on` makes of the argument, which it calls `value` and `off`; of a colour red, green and blue
        OnOff,  ///< `on` or `off`
        Value,  ///< `on` + the argument's text + `off`
        Json,   ///< `on` + the argument as a JSON scalar + `off`
        Rgb, Rgbw, Rgbww, Hs, Xy, ///< `on` + a JSON object of a colour given as "#rrggbb" or "r,g,b" + `off`
        Sparkplug, ///< a payload with the metric `on` (see sparkplug/command.h), now
    };
    QString command {};    ///< CommandInfo::key
    QByteArray topic {};
    int qos = 0;
    bool retain = false;
    Form form = Form::Value;
    QByteArray on {};
    QByteArray off {};
    QByteArrayList payloads {};
    QString echo {};       ///< key of the metric that answers with the wanted value; empty: nothing confirms it
    bool answered = false; ///< the device answers by itself: requestMark in the payload becomes a number that its Answer repeats
};

/// One thing a convention learnt: a device, or a part of one, and everything needed to read and command it. Announcements that share
/// an address describe one device.
struct Announcement
{
    QByteArray origin {};         ///< its identity: a later one with the same origin replaces it
    QByteArray group {};          ///< what announced it; a whole group can be withdrawn
    Device device {};             ///< with `metrics` and `commands`
    QList<Binding> bindings {};
    QList<CommandEncoding> commands {};
    Availability availability {};
    QByteArrayList topics {};     ///< every topic or filter that belongs to it, so that no other rule makes a device of one
    bool native = false;          ///< the device's own way: what Home Assistant's discovery says of the same device is not shown beside it
};

/// A value that a message carries for an announced device, ready decoded. The metric is described with its first value; after that its key says
/// which one it is.
struct Reading
{
    QByteArray origin {};  ///< of the Announcement
    Metric metric {};
    Value value {};        ///< of an enumeration the option's text
    Micros time = 0;       ///< 0: now
    bool past = false;     ///< told late: it answers no command
};

/// That a device is, or is not, to be reached.
struct Sighting
{
    QByteArray origin {};
    Presence presence = Presence::Unknown;
};

/// A device's own answer to a command.
struct Answer
{
    quint32 request = 0;
    QString problem {};    ///< why it refused; empty: it took the command
};

/// A message that a convention wants to be sent without a person asking for it.
struct Outgoing
{
    QByteArray topic {};
    QByteArray payload {};
    int qos = 0;
    bool retain = false;
};

/// A message as a convention hears it.
struct Heard
{
    QByteArrayView topic {};
    QByteArrayView payload {};
    bool retained = false;  ///< the broker kept it
    Micros now = 0;
};

/// What one message of a convention says. NotMine: its topic only looked like one; other conventions and rules may have it.
struct Digest
{
    enum class Verdict : quint8 { Understood, Ignored, Malformed, NotMine };
    Verdict verdict = Verdict::Understood;
    QString reason {};                 ///< Ignored and Malformed: a short translated phrase for people
    QList<Announcement> announced {};
    QByteArrayList withdrawn {};       ///< origins
    QByteArrayList withdrawnGroups {};
    QList<Reading> readings {};
    QList<Sighting> sightings {};
    QList<Answer> answers {};
    QList<Outgoing> outgoing {};
    int unfit = 0;                     ///< values that are not what was announced, not told
    int beyond = 0;                    ///< things beyond a limit, not remembered
};

/// A way devices announce themselves and report: no sockets, no clock of its own. It may remember what it heard, bounded.
///   const auto convention = homeAssistant("homeassistant");
///   if (convention->claims(topic)) apply(convention->digest(topic, payload));
class Convention
{
public:
    virtual ~Convention() = default;

    /// Its name in the address of a connection: "homeassistant".
    [[nodiscard]] virtual QByteArray name() const = 0;
    /// What to subscribe to hear it, besides what the connection hears.
    [[nodiscard]] virtual QByteArrayList filters() const { return {}; }
    /// By the topic's shape alone.
    [[nodiscard]] virtual bool claims(QByteArrayView topic) const = 0;
    [[nodiscard]] virtual Digest digest(QByteArrayView topic, QByteArrayView payload) = 0;
    /// What is called for every message; for conventions to which time matters, or whether it was kept by the broker.
    [[nodiscard]] virtual Digest hear(const Heard &heard) { return digest(heard.topic, heard.payload); }
    /// When tick() wants to be called; 0: never. Asked after every burst of messages.
    [[nodiscard]] virtual Micros due() const { return 0; }
    /// What time alone brings about.
    [[nodiscard]] virtual Digest tick(Micros now)
    {
        Q_UNUSED(now)
        return {};
    }
    /// A session with the broker begins: messages may have been missed since the last one.
    virtual void sessionBegan(Micros now) { Q_UNUSED(now) }
    /// Whether a live message with the same bytes as the last one says something new: a value was measured again.
    [[nodiscard]] virtual bool reports() const { return true; }
};

} // namespace muster::mqtt
