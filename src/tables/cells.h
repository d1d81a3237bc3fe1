#pragma once

#include "core/importing.h"
#include "core/sample.h"

#include <QStringView>

#include <optional>

/// What a field of a table means as a number or a time. Pure; the fields come from outside and may be anything.
namespace muster::tables {

/// A number with this decimal mark; digits may be grouped by the other mark, spaces or apostrophes in threes ("1.234,5"). Nothing for an
/// empty field, and for what is none.
[[nodiscard]] std::optional<double> number(QStringView text, QChar decimalMark);
[[nodiscard]] std::optional<Micros> time(QStringView text, TimeForm form, QChar decimalMark);

/// "temp [°C]" or "temp (°C)": what is in the brackets at the end; 0 when there are none.
struct Heading
{
    QString name {};
    QString unit {};
};
[[nodiscard]] Heading heading(const QString &text);

} // namespace muster::tables
