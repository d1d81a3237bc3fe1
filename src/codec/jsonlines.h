#pragma once

#include "codec/output.h"

#include <memory>

namespace muster::codec {

class JsonWalk;

/// One JSON document a line: every path to a number, boolean or text is a column ("air.co2", "cells.0"). null is no value; elements of long
/// arrays are data, not columns. A text that is wholly a number ("21.5") counts as one.
class JsonLines : public Decoder
{
public:
    static constexpr size_t maxLeaves = 1'000;      ///< of one document
    static constexpr size_t maxElements = 64;       ///< of one array

    JsonLines();
    ~JsonLines() override;

    Decoded decode(QByteArrayView line, bool mayBeCut, Output &out) override;

private:
    struct Place
    {
        std::string path {};
        quint32 column = noColumn;
        bool skipped = false;
    };
    [[nodiscard]] const Place &place(size_t index, std::string_view path, MetricType type, Output &out);

    std::unique_ptr<JsonWalk> m_walk;
    std::vector<Place> m_places;    ///< the leaves of the document before, in order: mostly the same as now
};

} // namespace muster::codec
