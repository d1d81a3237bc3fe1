#include "codec/nmea.h"

#include "codec/checksum.h"
#include "codec/numbers.h"

#include <array>
#include <cmath>

namespace muster::codec {

struct Nmea::Sentence
{
    static constexpr size_t most = 64;
    QByteArrayView talker {};
    QByteArrayView formatter {};
    std::array<QByteArrayView, most> fields {};  ///< from the first behind the name: index 1, as the standard counts
    size_t count = 0;

    [[nodiscard]] QByteArrayView at(size_t field) const { return field <= count && field < most ? fields[field] : QByteArrayView(); }
    [[nodiscard]] std::optional<double> number(size_t field) const { return wholeNumber(at(field)); }
};

namespace {

std::string_view view(QByteArrayView bytes)
{
    return {bytes.data(), size_t(bytes.size())};
}

// "4807.038", "S": degrees and minutes, -48.1173. Nothing when it is none or beyond `most` degrees.
std::optional<double> degrees(QByteArrayView text, QByteArrayView hemisphere, double most)
{
    const auto number = wholeNumber(text);
    if (!number || *number < 0 || hemisphere.size() != 1)
        return std::nullopt;
    const double whole = std::floor(*number / 100);
    const double minutes = *number - whole * 100;
    const double value = whole + minutes / 60;
    if (minutes >= 60 || value > most)
        return std::nullopt;
    return hemisphere.front() == 'S' || hemisphere.front() == 'W' ? -value : value;
}

quint32 enumeration(const char *key, const QStringList &options, Output &out)
{
    Metric metric;
    metric.key = QString::fromLatin1(key);
    metric.type = MetricType::Enumeration;
    metric.options = options;
    return out.column(std::move(metric));
}

void putOption(const char *key, const QStringList &options, std::optional<double> index, Output &out)
{
    if (index && *index >= 0 && *index < double(options.size()))
        out.option(enumeration(key, options, out), int(*index));
}

} // namespace

bool Nmea::isSentence(QByteArrayView line)
{
    if (line.size() < 9 || (line.front() != '$' && line.front() != '!'))
        return false;
    const qsizetype star = line.size() - 3;
    return line[star] == '*';
}

bool Nmea::split(QByteArrayView line, Sentence &sentence)
{
    const QByteArrayView body = line.sliced(1, line.size() - 4);
    qsizetype stop = body.indexOf(',');
    const QByteArrayView name = stop < 0 ? body : body.first(stop);
    if (name.size() < 5)
        return false;
    sentence.talker = name.first(name.size() - 3);
    sentence.formatter = name.last(3);
    while (stop >= 0) {
        const qsizetype from = stop + 1;
        stop = body.indexOf(',', from);
        if (++sentence.count >= Sentence::most)
            return false;
        sentence.fields[sentence.count] = body.sliced(from, (stop < 0 ? body.size() : stop) - from).trimmed();
    }
    return true;
}

std::span<const Nmea::Formatter> Nmea::formatters()
{
    static constexpr std::array<Formatter, 17> all {{{"GGA", &Nmea::gga}, {"RMC", &Nmea::rmc}, {"GLL", &Nmea::gll}, {"VTG", &Nmea::vtg}, {"GSA", &Nmea::gsa},
        {"GSV", &Nmea::gsv}, {"HDT", &Nmea::heading}, {"HDM", &Nmea::heading}, {"HDG", &Nmea::heading}, {"MWV", &Nmea::mwv}, {"MWD", &Nmea::mwd},
        {"DBT", &Nmea::depth}, {"DPT", &Nmea::depth}, {"MTW", &Nmea::mtw}, {"VHW", &Nmea::vhw}, {"ROT", &Nmea::rot}, {"XDR", &Nmea::xdr}}};
    return all;
}

Decoded Nmea::decode(QByteArrayView line, bool mayBeCut, Output &out)
{
    Q_UNUSED(mayBeCut) // the checksum tells
    line = line.trimmed();
    if (!isSentence(line))
        return Decoded::Malformed;
    const Check check {.kind = Checksum::Xor8, .hex = true, .separator = '*'};
    if (!check.verified(line.sliced(1))) {
        ++out.counters().badChecksums;
        return Decoded::Counted;
    }
    Sentence sentence;
    if (!isPlainText(line) || !split(line, sentence))
        return Decoded::Malformed;
    for (const Formatter &formatter : formatters()) {
        if (formatter.name == sentence.formatter) {
            (this->*formatter.read)(sentence, out);
            return Decoded::Values;
        }
    }
    return Decoded::Nothing;
}

void Nmea::number(const Sentence &sentence, size_t field, const char *key, const char *unit, Output &out, double scale)
{
    if (const auto value = sentence.number(field))
        out.number(out.column(key, MetricType::Number, unit), *value * scale);
}

void Nmea::position(const Sentence &sentence, size_t latitude, Output &out)
{
    const auto north = degrees(sentence.at(latitude), sentence.at(latitude + 1), 90);
    const auto east = degrees(sentence.at(latitude + 2), sentence.at(latitude + 3), 180);
    if (!north || !east)
        return;
    out.number(out.column("latitude", MetricType::Number, "°"), *north);
    out.number(out.column("longitude", MetricType::Number, "°"), *east);
}

void Nmea::gga(const Sentence &sentence, Output &out)
{
    static const QStringList qualities {QStringLiteral("none"), QStringLiteral("GPS"), QStringLiteral("DGPS"), QStringLiteral("PPS"), QStringLiteral("RTK"),
        QStringLiteral("RTK float"), QStringLiteral("estimated"), QStringLiteral("manual"), QStringLiteral("simulated")};
    putOption("quality", qualities, sentence.number(6), out);
    number(sentence, 7, "satellites", "", out);
    number(sentence, 8, "hdop", "", out);
    if (sentence.at(6) == "0")
        return;
    position(sentence, 2, out);
    number(sentence, 9, "altitude", "m", out);
}

void Nmea::rmc(const Sentence &sentence, Output &out)
{
    if (sentence.at(2) != "A")
        return;
    position(sentence, 3, out);
    number(sentence, 7, "speed", "kn", out);
    number(sentence, 8, "course", "°", out);
}

void Nmea::gll(const Sentence &sentence, Output &out)
{
    if (sentence.at(6) != "V")
        position(sentence, 1, out);
}

void Nmea::vtg(const Sentence &sentence, Output &out)
{
    number(sentence, 1, "course", "°", out);
    number(sentence, 5, "speed", "kn", out);
}

void Nmea::gsa(const Sentence &sentence, Output &out)
{
    static const QStringList fixes {QStringLiteral("none"), QStringLiteral("2D"), QStringLiteral("3D")};
    const auto fix = sentence.number(2);
    putOption("fix", fixes, fix ? std::optional(*fix - 1) : std::nullopt, out);
    number(sentence, 15, "pdop", "", out);
    number(sentence, 16, "hdop", "", out);
    number(sentence, 17, "vdop", "", out);
}

void Nmea::gsv(const Sentence &sentence, Output &out)
{
    if (sentence.at(2) != "1") // each message of a group says the same
        return;
    const std::string key = "satellites_in_view." + std::string(view(sentence.talker));
    number(sentence, 3, key.c_str(), "", out);
}

void Nmea::heading(const Sentence &sentence, Output &out)
{
    number(sentence, 1, sentence.formatter == "HDT" ? "heading" : "magnetic_heading", "°", out);
}

void Nmea::mwv(const Sentence &sentence, Output &out)
{
    if (sentence.at(5) == "V")
        return;
    const bool relative = sentence.at(2) == "R";
    number(sentence, 1, relative ? "wind.relative_angle" : "wind.angle", "°", out);
    // To m/s, of km/h, knots, miles per hour.
    const QByteArrayView unit = sentence.at(4);
    const double scale = unit == "K" ? 1 / 3.6 : unit == "N" ? 1'852.0 / 3'600 : unit == "S" ? 0.44704 : 1;
    number(sentence, 3, relative ? "wind.relative_speed" : "wind.speed", "m/s", out, scale);
}

void Nmea::mwd(const Sentence &sentence, Output &out)
{
    number(sentence, 1, "wind.direction", "°", out);
    number(sentence, 7, "wind.speed", "m/s", out);
}

void Nmea::depth(const Sentence &sentence, Output &out)
{
    number(sentence, sentence.formatter == "DBT" ? 3 : 1, "depth", "m", out);
}

void Nmea::mtw(const Sentence &sentence, Output &out)
{
    number(sentence, 1, "water_temperature", "°C", out);
}

void Nmea::vhw(const Sentence &sentence, Output &out)
{
    number(sentence, 1, "heading", "°", out);
    number(sentence, 5, "water_speed", "kn", out);
}

void Nmea::rot(const Sentence &sentence, Output &out)
{
    if (sentence.at(2) == "A")
        number(sentence, 1, "rate_of_turn", "°/min", out);
}

// Transducers: type, value, unit, name, again and again.
void Nmea::xdr(const Sentence &sentence, Output &out)
{
    for (size_t i = 1; i + 3 <= sentence.count; i += 4) {
        if (sentence.at(i + 3).isEmpty())
            continue;
        const QByteArrayView letter = sentence.at(i + 2);
        const char *const unit = letter == "C" ? "°C" : letter == "D" ? "°" : letter == "B" ? "bar" : letter == "M" ? "m" : letter == "P" ? "%" : "";
        const std::string key = std::string(view(sentence.at(i + 3)));
        // P is per cent of a humidity and pascal of a pressure.
        number(sentence, i + 1, key.c_str(), letter == "P" && sentence.at(i) == "P" ? "Pa" : letter == "V" ? "V" : unit, out);
    }
}

} // namespace muster::codec
