#include "codec/keyvalue.h"

#include "codec/numbers.h"

#include <algorithm>
#include <array>

namespace muster::codec {

namespace {

bool isSpace(char c)
{
    return c == ' ';
}

// Ends a pair whatever stands in it.
bool isDivider(char c)
{
    return c == ',' || c == ';' || c == '\t' || c == '|';
}

bool isAssignment(char c)
{
    return c == '=' || c == ':';
}

bool startsName(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

void skipSpaces(const char *&p, const char *end)
{
    while (p != end && isSpace(*p))
        ++p;
}

const char *wordEnd(const char *p, const char *end)
{
    return std::find_if(p, end, [](char c) { return isSpace(c) || isDivider(c); });
}

QByteArrayView between(const char *from, const char *to)
{
    return {from, to - from};
}

// Units that are told from the first word of the next name ("12 V Battery voltage: …").
bool isUnit(QByteArrayView word)
{
    static constexpr std::array<const char *, 46> units {"%", "C", "F", "K", "°C", "°F", "V", "mV", "kV", "A", "mA", "uA", "µA", "W", "mW", "kW", "Wh", "kWh",
        "Hz", "kHz", "MHz", "Pa", "hPa", "kPa", "bar", "mbar", "m", "mm", "cm", "km", "s", "ms", "us", "min", "h", "g", "kg", "l", "lx", "lux", "ppm", "ppb",
        "rpm", "dBm", "dB", "deg"};
    return std::any_of(units.begin(), units.end(), [&](const char *unit) { return word == unit; });
}

} // namespace

// Behind a number: a unit, unless it is the beginning of the next name.
void KeyValue::takeUnit(const char *&p, const char *end, Pair &pair)
{
    const char *const attached = p;
    skipSpaces(p, end);
    const char *const stop = wordEnd(p, end);
    const QByteArrayView word = between(p, stop);
    if (word.isEmpty() || std::any_of(word.begin(), word.end(), isAssignment) || word.size() > 16)
        return;
    const char *behind = stop;
    skipSpaces(behind, end);
    const bool last = behind == end || isDivider(*behind);
    const bool nextIsAssigned = behind != end && isAssignment(*behind);
    if (nextIsAssigned || (!last && attached != p && !isUnit(word)))
        return;
    pair.unit = word == "*C" ? QByteArrayView("°C") : word; // what sketches print that fear the sign
    p = stop;
}

bool KeyValue::takePair(const char *&p, const char *end)
{
    const char *const from = p;
    if (p == end || !startsName(*p))
        return false;
    while (p != end && !isAssignment(*p) && !isDivider(*p))
        ++p;
    if (p == end || !isAssignment(*p))
        return false;
    Pair pair;
    pair.name = between(from, p).trimmed();
    pair.sign = *p;
    ++p;
    skipSpaces(p, end);
    if (pair.name.size() > LinkCodec::maxName)
        return false;
    const char *const value = p;
    const char *const stop = wordEnd(p, end);
    if (takeNumber(p, end, pair.number) && (p == stop || !std::any_of(p, stop, [](char c) { return isAssignment(c) || (c >= '0' && c <= '9'); }))) {
        pair.type = MetricType::Number;
        takeUnit(p, end, pair);
    } else if (pair.sign == ':' && value != from + pair.name.size() + 1 && std::find(value, stop, '=') != stop) {
        p = value; // "main: t=21.5": not a name but a heading
        return true;
    } else {
        p = stop;
        pair.value = between(value, stop);
        if (pair.value.compare("true", Qt::CaseInsensitive) == 0 || pair.value.compare("false", Qt::CaseInsensitive) == 0) {
            pair.type = MetricType::Boolean;
            pair.number = pair.value.size() == 4 ? 1 : 0;
        }
    }
    m_pairs.push_back(pair);
    return true;
}

bool KeyValue::split(QByteArrayView line)
{
    m_pairs.clear();
    const char *p = line.begin();
    const char *const end = line.end();
    if (line.startsWith('[')) // "[INFO] t=21.5"
        p = std::find(p, end, ']') == end ? p : std::find(p, end, ']') + 1;
    const auto skipDividers = [&] {
        while (p != end && (isSpace(*p) || isDivider(*p)))
            ++p;
    };
    for (skipDividers(); p != end; skipDividers()) {
        if (m_pairs.size() == maxPairs || !takePair(p, end))
            return false;
    }
    return !m_pairs.empty();
}

// Whether it is values rather than talk ("Connecting to: cellar", "http://…"): a number, a boolean, `a=b`, or one word behind a name that is one.
bool KeyValue::saysSomething() const
{
    return std::any_of(m_pairs.begin(), m_pairs.end(), [](const Pair &pair) {
        return pair.type != MetricType::Text || pair.sign == '=' || (!pair.name.contains(' ') && !pair.value.startsWith('/'));
    });
}

bool KeyValue::allKnown(const Output &out) const
{
    return std::all_of(m_pairs.begin(), m_pairs.end(), [&](const Pair &pair) { return out.known({pair.name.data(), size_t(pair.name.size())}) != noColumn; });
}

quint32 KeyValue::columnOf(size_t index, const Pair &pair, Output &out)
{
    const std::string_view name(pair.name.data(), size_t(pair.name.size()));
    if (index >= m_places.size())
        m_places.resize(index + 1);
    Place &place = m_places[index];
    if (place.column == noColumn || place.name != name) {
        place.name = name;
        place.column = out.column(name, pair.type, {pair.unit.data(), size_t(pair.unit.size())});
    }
    return place.column;
}

void KeyValue::put(Output &out)
{
    for (size_t i = 0; i < m_pairs.size(); ++i) {
        const Pair &pair = m_pairs[i];
        if (pair.type == MetricType::Text && isNoNumber(pair.value))
            continue;
        const quint32 column = columnOf(i, pair, out);
        if (pair.type == MetricType::Number)
            out.number(column, pair.number);
        else if (pair.type == MetricType::Boolean)
            out.boolean(column, pair.number != 0);
        else
            out.text(column, pair.value);
    }
}

Decoded KeyValue::decode(QByteArrayView line, bool mayBeCut, Output &out)
{
    if (!isPlainText(line) || !split(line) || !saysSomething())
        return Decoded::Malformed;
    if (mayBeCut && !allKnown(out)) {
        m_held = line.toByteArray();
        m_heldTime = out.time();
        return Decoded::Nothing;
    }
    if (m_held.isEmpty()) {
        put(out);
        return Decoded::Values;
    }
    // Names of this line that are those of the held one show that the latter is whole.
    const QByteArray held = std::exchange(m_held, {});
    const Micros now = out.time();
    std::vector<std::string> names;
    for (const Pair &pair : m_pairs)
        names.emplace_back(pair.name.data(), size_t(pair.name.size()));
    const auto isHere = [&](const Pair &pair) { return std::find(names.begin(), names.end(), std::string_view(pair.name.data(), size_t(pair.name.size()))) != names.end(); };
    if (split(held) && std::all_of(m_pairs.begin(), m_pairs.end(), isHere)) {
        out.setTime(m_heldTime);
        put(out);
        out.setTime(now);
    }
    if (split(line))
        put(out);
    return Decoded::Values;
}

} // namespace muster::codec
