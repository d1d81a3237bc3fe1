#pragma once

#include "analysis/calculations.h"

#include <QAbstractTableModel>
#include <QTimer>

namespace muster {

/// The calculated metrics as a table, in the order they were made: name, expression, value or what is wrong. Follows values once a second.
class CalculationsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Expression, Value, Columns };
    static constexpr int refreshMs = 1'000;

    CalculationsModel(const Calculations &calculations, const Fleet &fleet, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    [[nodiscard]] QString keyAt(int row) const { return m_keys.value(row); }

private:
    [[nodiscard]] QString text(const QString &key, int column) const;
    void rebuild();
    void refresh();

    const Calculations &m_calculations;
    const Fleet &m_fleet;
    QStringList m_keys;
    QTimer m_refresh;
};

} // namespace muster
