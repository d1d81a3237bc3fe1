#pragma once

#include "core/exporting.h"
#include "core/result.h"

#include <QStringList>

#include <memory>
#include <span>

namespace muster {

/// The file an export goes to: there whole or not at all. What it is given comes in the order the request names.
class ExportSink
{
public:
    ExportSink() = default;
    virtual ~ExportSink() = default; ///< without finish(): nothing is left behind
    ExportSink(const ExportSink &) = delete;
    ExportSink &operator=(const ExportSink &) = delete;

    [[nodiscard]] virtual Result<void> open() = 0;
    /// Samples of the request's trace number `trace`, in order of time; a text's value is a place in `texts`.
    [[nodiscard]] virtual Result<void> write(size_t trace, std::span<const Sample> samples, const QStringList &texts) = 0;
    /// Puts the file in its place.
    [[nodiscard]] virtual Result<void> finish() = 0;
    [[nodiscard]] qint64 rows() const { return m_rows; }

protected:
    qint64 m_rows = 0;
};

/// The request outlives the sink.
[[nodiscard]] std::unique_ptr<ExportSink> makeSink(const ExportRequest &request);
/// Of an SQLite file, in a source of its own.
[[nodiscard]] std::unique_ptr<ExportSink> makeSqliteSink(const ExportRequest &request);

} // namespace muster
