#pragma once

#include "core/fleet.h"
#include "ui/models/cellwords.h"
#include "ui/models/dirtyids.h"

#include <QAbstractTableModel>

namespace muster {

/// The metrics of one device: what it is for first, what is about itself (signal, uptime) after, each in the device's own order.
class MetricModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column : int { Name, Value, Trend, Age, ColumnCount };

    explicit MetricModel(const Fleet &fleet, QObject *parent = nullptr);

    void setWords(CellWords words) { m_words = std::move(words); }
    void setDevice(DeviceId device);
    [[nodiscard]] DeviceId device() const { return m_device; }
    [[nodiscard]] MetricId metricAt(int row) const { return m_rows.value(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    void sync();
    void tell(const QList<quint32> &ids);
    [[nodiscard]] QList<MetricId> wanted() const;

    const Fleet &m_fleet;
    DeviceId m_device {};
    QList<MetricId> m_rows;
    QHash<MetricId, int> m_rowOf;
    DirtyIds m_dirty;
    CellWords m_words;
};

} // namespace muster
