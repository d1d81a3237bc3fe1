#pragma once

#include "analysis/statistics.h"
#include "core/device.h"

#include <QAbstractTableModel>
#include <QColor>

namespace muster {

/// One row of the statistics of a chart.
struct StatisticsRow
{
    MetricId metric {};
    QString name {};   ///< "Pump 3 · pressure"
    QColor colour {};
    Metric info {};
    Statistics statistics {};
    QString problem {};

    [[nodiscard]] bool isSameTrace(const StatisticsRow &other) const { return metric == other.metric && name == other.name && colour == other.colour && info == other.info; }
};

/// The statistics of a chart's visible range, a trace a row. Holds what it is given.
class StatisticsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Min, Max, Mean, Median, Deviation, Last, Count, Integral, Columns };

    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    void setRows(const QList<StatisticsRow> &rows);
    [[nodiscard]] const QList<StatisticsRow> &rows() const { return m_rows; }
    /// Everything as tab-separated text with a header, numbers with every digit: for the clipboard.
    [[nodiscard]] QString text() const;

    /// What an integral is counted in: "Wh", "bar·s"; and what value · seconds must be divided by for it.
    [[nodiscard]] static std::pair<QString, double> integralUnit(const QString &unit, Micros covered);

private:
    [[nodiscard]] static double value(const StatisticsRow &row, int column);
    [[nodiscard]] static QString shown(const StatisticsRow &row, int column);
    [[nodiscard]] static QString tip(const StatisticsRow &row, int column);
    [[nodiscard]] static QString title(int column);

    QList<StatisticsRow> m_rows;
};

} // namespace muster
