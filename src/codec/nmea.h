#pragma once

#include "codec/output.h"

namespace muster::codec {

/// NMEA 0183 sentences: `$GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,*47`. Only with a checksum, and only when it is right.
/// GGA, RMC, GLL, VTG, GSA, GSV, HDT, HDM, HDG, MWV, MWD, DBT, DPT, MTW, VHW, ROT, XDR; others are known to have nothing for us.
/// Columns: latitude, longitude (°, south and west negative), altitude, satellites, fix, speed (kn), course, heading, wind, depth …
class Nmea : public Decoder
{
public:
    Decoded decode(QByteArrayView line, bool mayBeCut, Output &out) override;
    /// Whether a line claims to be one.
    [[nodiscard]] static bool isSentence(QByteArrayView line);

private:
    struct Sentence;
    using Reader = void (Nmea::*)(const Sentence &, Output &);
    struct Formatter
    {
        QByteArrayView name {};
        Reader read = nullptr;
    };
    [[nodiscard]] static std::span<const Formatter> formatters();
    [[nodiscard]] bool split(QByteArrayView line, Sentence &sentence);
    void number(const Sentence &sentence, size_t field, const char *key, const char *unit, Output &out, double scale = 1);
    void position(const Sentence &sentence, size_t latitude, Output &out);
    void gga(const Sentence &sentence, Output &out);
    void rmc(const Sentence &sentence, Output &out);
    void gll(const Sentence &sentence, Output &out);
    void vtg(const Sentence &sentence, Output &out);
    void gsa(const Sentence &sentence, Output &out);
    void gsv(const Sentence &sentence, Output &out);
    void heading(const Sentence &sentence, Output &out);
    void mwv(const Sentence &sentence, Output &out);
    void mwd(const Sentence &sentence, Output &out);
    void depth(const Sentence &sentence, Output &out);
    void mtw(const Sentence &sentence, Output &out);
    void vhw(const Sentence &sentence, Output &out);
    void rot(const Sentence &sentence, Output &out);
    void xdr(const Sentence &sentence, Output &out);
};

} // namespace muster::codec
