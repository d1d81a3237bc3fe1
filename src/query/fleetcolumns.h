#pragma once

#include "query/columns.h"
#include "query/metriccolumns.h"
#include "query/vocabulary.h"

#include "core/fleet.h"

#include <array>

namespace muster {

class Connections;

/// The fleet as columns, kept up to date from the fleet's signals, device by device. Main thread; `fleet` and `connections` outlive it.
/// Make one after the fleet was restored, or reload() it then.
class FleetColumns : public QObject, public Columns
{
    Q_OBJECT

public:
    explicit FleetColumns(const Fleet &fleet, const Connections *connections = nullptr, QObject *parent = nullptr);
    ~FleetColumns() override;

    void reload();
    /// What alarms a device has: bits of the words of Field::Alarm and Field::Severity.
    void setAlarms(DeviceId device, quint8 states, quint8 severity);
    [[nodiscard]] Vocabulary vocabulary() const;
    [[nodiscard]] const Bits &members() const { return m_members; } ///< those in the fleet

    [[nodiscard]] Row rows() const override { return m_rows; }
    [[nodiscard]] const Bits &present() const override { return m_present; }
    [[nodiscard]] const TextRecords &texts() const override { return m_texts; }
    [[nodiscard]] const Dictionary &dictionary(Field field) const override;
    [[nodiscard]] const Dictionary *attribute(const QString &key) const override;
    [[nodiscard]] const std::vector<quint8> &words(Field field) const override;
    [[nodiscard]] Micros lastSeen(Row row) const override { return m_fleet.lastSeen({row}); }
    [[nodiscard]] const MetricColumn &lease(Field field, const QString &key) override { return m_metrics.lease(field, key); }
    void giveBack(const MetricColumn &column) override { m_metrics.giveBack(column); }

Q_SIGNALS:
    /// Devices are new, or anything about them but their metrics' values changed.
    void changed(const QList<muster::DeviceId> &devices);
    void removed(const QList<muster::DeviceId> &devices);
    /// New latest values in a column somebody leased; once per batch and column, each device once.
    void valuesChanged(const muster::MetricColumn &column, const QList<muster::DeviceId> &devices);

private:
    enum Attribute { Hardware, Serial, Via, Convention, AttributeCount };
    void grow(DeviceId device);
    void takeIn(const QList<DeviceId> &devices);
    void describe(const Device &device);
    void describeEntry(const Device &device);
    void describeLink(const Device &device);
    void takeEntries(const QList<DeviceId> &devices);
    void takeStatuses(const QList<DeviceId> &devices);
    void takeValues(const QList<MetricId> &metrics);
    void takeGroups();
    void takeLinks();
    void drop(const QList<DeviceId> &devices);
    [[nodiscard]] QString groupText(const FleetEntry &entry);
    [[nodiscard]] Dictionary &mutableDictionary(Field field) { return m_dictionaries[size_t(field)]; }
    [[nodiscard]] std::vector<quint8> &mutableWords(Field field) { return m_words[size_t(field)]; }

    const Fleet &m_fleet;
    const Connections *m_connections;
    Row m_rows = 0;
    Bits m_present;
    Bits m_members;
    TextRecords m_texts;
    std::array<Dictionary, size_t(Field::Attribute) + 1> m_dictionaries; ///< by Field; those of other types stay empty
    std::array<Dictionary, AttributeCount> m_attributes;
    std::array<std::vector<quint8>, size_t(Field::Attribute) + 1> m_words; ///< by Field
    MetricColumns m_metrics;
    QHash<QList<quint32>, QString> m_groupTexts; ///< by sorted group ids
};

} // namespace muster
