#pragma once

#include "core/ingest.h"

#include <QHash>

namespace muster::test {

/// Listens to an Ingest and remembers what left it: the devices as they are now, and every sample by metric.
class IngestRecord : public QObject
{
public:
    struct Value
    {
        Micros time = 0;
        double number = 0;
        QString text {};
        quint16 flags = 0;
    };

    explicit IngestRecord(Ingest &ingest) : m_ingest(ingest)
    {
        connect(&ingest, &Ingest::devicesAnnounced, this, [this](const QList<Device> &devices) {
            for (const Device &device : devices)
                m_devices.insert(device.id, device);
        });
        connect(&ingest, &Ingest::devicesWithdrawn, this, [this](const QList<DeviceId> &ids) {
            for (const DeviceId id : ids)
                m_devices.remove(id);
        });
        connect(&ingest, &Ingest::devicesUnited, this, [this](const QList<DeviceMove> &moves) {
            for (const DeviceMove &move : moves)
                m_devices.remove(move.device);
        });
        connect(&ingest, &Ingest::devicesSeen, this, [this](const QList<DeviceId> &ids) { m_seen += ids; });
        connect(&ingest, &Ingest::rawArrived, this, [this](const QList<RawMessage> &messages) { m_raw += messages; });
        connect(&ingest, &Ingest::sampled, this, &IngestRecord::take);
    }

    /// The devices there are now, by address.
    [[nodiscard]] QStringList addresses()
    {
        m_ingest.flush();
        QStringList list;
        for (const Device &device : std::as_const(m_devices))
            list.append(device.addresses.constFirst());
        list.sort();
        return list;
    }
    /// A device by one of its addresses; a default one if it is not there.
    [[nodiscard]] Device device(const QString &address)
    {
        m_ingest.flush();
        for (const Device &device : std::as_const(m_devices)) {
            if (device.addresses.contains(address))
                return device;
        }
        return {};
    }
    [[nodiscard]] Metric metric(const QString &address, const QString &key)
    {
        const Device found = device(address);
        for (const Metric &metric : found.metrics) {
            if (metric.key == key)
                return metric;
        }
        return {};
    }
    [[nodiscard]] QList<Value> values(const QString &address, const QString &key)
    {
        m_ingest.flush();
        return m_values.value(metric(address, key).id);
    }
    [[nodiscard]] QList<double> numbers(const QString &address, const QString &key)
    {
        QList<double> list;
        const QList<Value> all = values(address, key);
        for (const Value &value : all)
            list.append(value.number);
        return list;
    }
    [[nodiscard]] QStringList texts(const QString &address, const QString &key)
    {
        QStringList list;
        const QList<Value> all = values(address, key);
        for (const Value &value : all)
            list.append(value.text);
        return list;
    }
    [[nodiscard]] qsizetype samples()
    {
        m_ingest.flush();
        return m_samples;
    }
    [[nodiscard]] qsizetype seen(DeviceId id)
    {
        m_ingest.flush();
        return m_seen.count(id);
    }
    [[nodiscard]] QList<RawMessage> raw()
    {
        m_ingest.flush();
        return m_raw;
    }

private:
    void take(const SampleBatch &batch)
    {
        for (const Sample &sample : batch.samples) {
            const bool text = sample.flags & Sample::Text;
            m_values[sample.metric].append({sample.time, sample.value, text ? batch.texts.at(qsizetype(sample.value)) : QString(), sample.flags});
        }
        m_samples += batch.samples.size();
        m_ingest.acknowledge(batch.samples.size());
    }

    Ingest &m_ingest;
    QHash<DeviceId, Device> m_devices;
    QHash<MetricId, QList<Value>> m_values;
    QList<DeviceId> m_seen;
    QList<RawMessage> m_raw;
    qsizetype m_samples = 0;
};

} // namespace muster::test
