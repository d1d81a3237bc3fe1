#include "ui/analysis/statisticsmodel.h"

#include "ui/format.h"

#include <cmath>

namespace muster {

namespace {

/// Means are told one digit finer than the values they are of.
int decimals(const StatisticsRow &row, int column)
{
    const bool isFiner = column == StatisticsModel::Mean || column == StatisticsModel::Median || column == StatisticsModel::Deviation;
    return row.info.decimals < 0 ? -1 : std::min(9, row.info.decimals + (isFiner ? 1 : 0));
}

} // namespace

int StatisticsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int StatisticsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

std::pair<QString, double> StatisticsModel::integralUnit(const QString &unit, Micros covered)
{
    constexpr Micros halfMinute = 30'000'000;
    const bool hours = covered >= halfMinute;
    const QString time = hours ? QStringLiteral("h") : QStringLiteral("s");
    const double seconds = hours ? 3'600 : 1;
    if (unit.isEmpty())
        return {time, seconds};
    // Power times time has a name of its own.
    const bool power = hours && (unit.endsWith(u'W') || unit.endsWith(QLatin1StringView("VA")) || unit.endsWith(u'A'));
    return {power ? unit + time : unit + u'·' + time, seconds};
}

double StatisticsModel::value(const StatisticsRow &row, int column)
{
    const Statistics &so = row.statistics;
    switch (column) {
    case Min:
        return so.min;
    case Max:
        return so.max;
    case Mean:
        return so.mean;
    case Median:
        return so.median;
    case Deviation:
        return so.deviation;
    case Last:
        return so.last;
    case Count:
        return double(so.count);
    case Integral:
        return so.integral / integralUnit(row.info.unit, so.covered).second;
    default:
        return Statistics::unknown;
    }
}

QString StatisticsModel::shown(const StatisticsRow &row, int column)
{
    if (column == Name)
        return format::plain(row.name);
    if (column == Count)
        return format::count(row.statistics.count);
    const double number = value(row, column);
    if (std::isnan(number))
        return format::none();
    const bool isNear = row.statistics.isEstimated && (column == Mean || column == Median || column == Integral);
    const QString text = format::number(number, decimals(row, column));
    const QString unit = format::plain(column == Integral ? integralUnit(row.info.unit, row.statistics.covered).first : row.info.unit, 20);
    const QString whole = unit.isEmpty() ? text : text + QChar(0xA0) + unit;
    return isNear ? tr("≈ %1").arg(whole) : whole;
}

QString StatisticsModel::tip(const StatisticsRow &row, int column)
{
    const Statistics &so = row.statistics;
    if (!row.problem.isEmpty())
        return row.problem;
    const bool isNear = so.isEstimated && (column == Mean || column == Median || column == Integral);
    if (isNear)
        return tr("Estimated from summaries: there are too many samples to look at each.");
    if (column == Mean)
        return std::isnan(so.timeMean) ? tr("Mean of the samples, each counting the same.")
                                       : tr("Mean of the samples, each counting the same. Weighted by time: %1.").arg(format::number(so.timeMean, decimals(row, column)));
    if (column == Median && so.isSampled)
        return tr("Median of %1 samples chosen at random.").arg(format::count(Reservoir::defaultLimit));
    if (column == Deviation)
        return so.isEstimated ? tr("Not known from summaries.") : tr("Standard deviation of the samples.");
    if (column == Integral)
        return tr("The area under the line over %1; %n gap(s) left out.", nullptr, int(std::min<qint64>(so.gaps, 1'000'000))).arg(format::duration(so.covered));
    if (column == Count && so.invalid > 0)
        return tr("And %1 that are no numbers.").arg(format::count(so.invalid));
    return column == Name ? row.name : QString();
}

QString StatisticsModel::title(int column)
{
    switch (column) {
    case Name:
        return tr("Trace");
    case Min:
        return tr("Min");
    case Max:
        return tr("Max");
    case Mean:
        return tr("Mean");
    case Median:
        return tr("Median");
    case Deviation:
        return tr("σ");
    case Last:
        return tr("Last");
    case Count:
        return tr("Samples");
    default:
        return tr("Integral");
    }
}

QVariant StatisticsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const StatisticsRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return shown(row, index.column());
    case Qt::DecorationRole:
        return index.column() == Name ? QVariant(row.colour) : QVariant();
    case Qt::TextAlignmentRole:
        return int((index.column() == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        return format::tip(tip(row, index.column()));
    case Qt::AccessibleTextRole:
        return tr("%1, %2: %3").arg(row.name, title(index.column()), shown(row, index.column()));
    default:
        return {};
    }
}

QVariant StatisticsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return title(section);
    if (role == Qt::TextAlignmentRole)
        return int((section == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    return {};
}

void StatisticsModel::setRows(const QList<StatisticsRow> &rows)
{
    bool same = rows.size() == m_rows.size();
    for (qsizetype i = 0; same && i < rows.size(); ++i)
        same = rows.at(i).isSameTrace(m_rows.at(i));
    if (!same)
        beginResetModel();
    m_rows = rows;
    if (!same)
        endResetModel();
    else if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, Columns - 1));
}

QString StatisticsModel::text() const
{
    QStringList lines;
    QStringList cells;
    for (int column = 0; column < Columns; ++column)
        cells.append(title(column));
    cells.insert(1, tr("Unit"));
    cells.append(tr("Unit of the integral"));
    lines.append(cells.join(u'\t'));
    for (const StatisticsRow &row : m_rows) {
        cells = {format::plain(row.name), format::plain(row.info.unit)};
        for (int column = Min; column < Columns; ++column) {
            const double number = value(row, column);
            cells.append(std::isnan(number) ? QString() : QString::number(number, 'g', 12));
        }
        cells.append(format::plain(integralUnit(row.info.unit, row.statistics.covered).first));
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace muster
