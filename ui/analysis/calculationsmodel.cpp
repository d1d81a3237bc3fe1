#include "ui/analysis/calculationsmodel.h"

#include "ui/format.h"
#include "ui/icons.h"

namespace muster {

CalculationsModel::CalculationsModel(const Calculations &calculations, const Fleet &fleet, QObject *parent)
    : QAbstractTableModel(parent)
    , m_calculations(calculations)
    , m_fleet(fleet)
    , m_refresh(this)
{
    connect(&calculations, &Calculations::changed, this, &CalculationsModel::rebuild);
    connect(&calculations, &Calculations::problemsChanged, this, &CalculationsModel::refresh);
    m_refresh.setInterval(refreshMs);
    connect(&m_refresh, &QTimer::timeout, this, &CalculationsModel::refresh);
    m_refresh.start();
    rebuild();
}

int CalculationsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_keys.size());
}

int CalculationsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

void CalculationsModel::rebuild()
{
    QStringList keys;
    for (const Calculation &calculation : m_calculations.all())
        keys.append(calculation.key);
    if (keys == m_keys)
        return refresh();
    beginResetModel();
    m_keys = keys;
    endResetModel();
}

void CalculationsModel::refresh()
{
    if (!m_keys.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_keys.size()) - 1, Columns - 1));
}

QString CalculationsModel::text(const QString &key, int column) const
{
    const Calculation *const calculation = m_calculations.find(key);
    if (!calculation)
        return {};
    if (column == Name)
        return format::plain(calculation->name);
    if (column == Expression)
        return format::plain(m_calculations.currentExpression(*calculation), muster::Expression::maxLength);
    const QString problem = m_calculations.problem(key);
    if (!problem.isEmpty())
        return problem;
    const MetricState *const state = m_fleet.metric(m_calculations.metric(key));
    return state && state->time > 0 ? format::quantity(*state).joined() : format::none();
}

QVariant CalculationsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QString key = m_keys.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(key, index.column());
    case Qt::ToolTipRole:
        return format::tip(text(key, index.column()));
    case Qt::DecorationRole:
        if (index.column() == Value && !m_calculations.problem(key).isEmpty())
            return icons::icon("alert-triangle");
        return {};
    default:
        return {};
    }
}

QVariant CalculationsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("Name") : section == Expression ? tr("Expression") : tr("Now");
}

} // namespace muster
