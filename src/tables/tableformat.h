#pragma once

#include "tables/cells.h"
#include "tables/csvtext.h"

#include <QHash>
#include <QList>

namespace muster::tables {

/// What a table's beginning says about it. `monthFirst`: how 03/04/2026 is meant where nothing tells.
[[nodiscard]] TableFormat guess(QByteArrayView head, bool monthFirst = false);

/// The same for a person who said how the table is cut and whether it has a header: names the columns anew and guesses what is in them.
[[nodiscard]] TableFormat nameColumns(QByteArrayView head, TableFormat format, bool monthFirst = false);

/// The first records of a table; the last, perhaps cut off one is left out unless `whole`.
[[nodiscard]] QList<QStringList> firstRecords(QByteArrayView head, const TableFormat &format, qsizetype most, bool whole = false);

/// A metric of a table.
struct TableSeries
{
    QString name {};
    QString unit {};
    qint64 numbers = 0;
    qint64 texts = 0;  ///< values that are no numbers

    /// A stray word among numbers is left out; a column of words is one of texts.
    [[nodiscard]] bool isText() const { return texts > numbers / 9; }
};

/// One value out of a record; `number` is nothing for a word.
struct TableValue
{
    Micros time = 0;
    int series = 0; ///< index into TableRecords::series()
    std::optional<double> number {};
    QString text {};
};

/// Reads records as a format says. Bounded in the number of series it makes.
class TableRecords
{
public:
    static constexpr int mostSeries = 2'000;

    explicit TableRecords(TableFormat format);

    /// The values of a record that is no header; false when its time cannot be read.
    bool read(const QStringList &record, QList<TableValue> &values);
    [[nodiscard]] const QList<TableSeries> &series() const { return m_series; }
    [[nodiscard]] bool tooManySeries() const { return m_tooMany; }

private:
    [[nodiscard]] int longSeries(const QStringList &record);
    void add(const QString &text, int series, Micros time, QList<TableValue> &values);

    TableFormat m_format;
    QList<TableSeries> m_series;
    QHash<QString, int> m_byName;
    QList<int> m_ofColumn; ///< wide: series by column; -1: not read
    bool m_tooMany = false;
};

} // namespace muster::tables
