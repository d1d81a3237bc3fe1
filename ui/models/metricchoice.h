#pragma once

#include "core/fleet.h"

#include <QAbstractItemModel>
#include <QSet>

namespace muster {

/// Devices with their metrics, each with a check mark: what a person chooses for an export. The fleet as it is when this is made; what comes
/// later is not offered.
class MetricChoice : public QAbstractItemModel
{
    Q_OBJECT

public:
    /// All metrics of `checked` are chosen at the start.
    MetricChoice(const Fleet &fleet, const QList<DeviceId> &checked, QObject *parent = nullptr);

    /// In the order shown.
    [[nodiscard]] QList<MetricId> chosen() const;
    [[nodiscard]] qsizetype count() const { return m_chosen.size(); }
    /// Device rows, or metrics where a filter leaves those alone.
    void setChecked(const QModelIndexList &indexes, bool checked);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void chosenChanged();

private:
    struct Branch
    {
        QString name {};
        QList<MetricId> metrics {};
        QStringList names {};
    };
    [[nodiscard]] Qt::CheckState stateOf(const Branch &branch) const;
    void choose(const QModelIndex &index, bool checked);

    std::vector<Branch> m_branches;
    QSet<MetricId> m_chosen;
};

} // namespace muster
