#pragma once

#include "query/bits.h"
#include "query/dictionary.h"
#include "query/term.h"
#include "query/textrecords.h"

#include "core/ids.h"
#include "core/sample.h"

#include <QStringList>

namespace muster {

/// A row of the columns is a device: its id.
using Row = quint32;

/// The latest values of one metric key, or of one role, by device.
struct MetricColumn
{
    enum class State : quint8 { None, Number, Boolean, Word };

    QString key {};              ///< lower case; a role's column has "battery" or "signal"
    Field field = Field::Metric; ///< Battery, Signal or Metric
    std::vector<State> states {};
    std::vector<double> values {};    ///< Number, Boolean
    std::vector<MetricId> owners {};  ///< which metric of the device it is
    std::vector<quint16> units {};    ///< index into unitNames
    std::vector<QByteArray> words {}; ///< Word, Boolean: lower case; as many rows as needed, or none
    QStringList unitNames {QString()};
    int uses = 0;

    [[nodiscard]] QByteArrayView word(Row row) const { return row < words.size() ? QByteArrayView(words[row]) : QByteArrayView(); }
};

/// What a predicate reads: fields as dense columns, devices as rows. All texts are in lower case, UTF-8. FleetColumns has the fleet's.
class Columns
{
public:
    virtual ~Columns() = default;

    [[nodiscard]] virtual Row rows() const = 0;                 ///< one above the largest
    [[nodiscard]] virtual const Bits &present() const = 0;      ///< the rows that are devices
    [[nodiscard]] virtual const TextRecords &texts() const = 0; ///< names and addresses
    /// Model, Manufacturer, Link, Backend, Tag, Group, Firmware.
    [[nodiscard]] virtual const Dictionary &dictionary(Field field) const = 0;
    /// Null: no device has such an attribute.
    [[nodiscard]] virtual const Dictionary *attribute(const QString &key) const = 0;
    /// Kind, Status, Alarm, Severity: bit n for the n-th word of the field; 0: none.
    [[nodiscard]] virtual const std::vector<quint8> &words(Field field) const = 0;
    [[nodiscard]] virtual Micros lastSeen(Row row) const = 0; ///< 0: never
    /// A column of Battery, Signal or a Metric's key, kept up to date from now until it has been given back as often as it was leased.
    [[nodiscard]] virtual const MetricColumn &lease(Field field, const QString &key) = 0;
    virtual void giveBack(const MetricColumn &column) = 0;
};

} // namespace muster
