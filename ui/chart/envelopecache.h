#pragma once

#include "core/series.h"

namespace muster {

/// The envelope of one trace from one frame to the next: while the range moves on by whole columns, only the newest columns are asked for
/// again. Samples that came late into older columns are seen when the caller asks for a fresh one.
class EnvelopeCache
{
public:
    [[nodiscard]] const Envelope &envelope(const Series &series, Micros from, Micros to, int columns, bool fresh);
    void clear() { m_envelope.clear(); }

private:
    [[nodiscard]] bool continues(Micros from, Micros to, int columns) const;
    void advance(const Series &series, Micros from, Micros to, int columns);

    Envelope m_envelope;
    Micros m_from = 0;
    Micros m_to = 0;
    int m_columns = 0;
};

} // namespace muster
