#include "ui/dragdata.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QIODevice>
#include <QMimeData>

namespace muster::dragdata {

namespace {

constexpr quint32 maxIds = 1'000'000;

template<class T>
QMimeData *pack(const char *type, const QList<T> &ids)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out << qint64(QCoreApplication::applicationPid()) << quint32(ids.size());
    for (const T id : ids)
        out << id.n;
    auto *data = new QMimeData;
    data->setData(QLatin1String(type), bytes);
    return data;
}

template<class T>
QList<T> unpack(const char *type, const QMimeData &data)
{
    QDataStream in(data.data(QLatin1String(type)));
    qint64 process = 0;
    quint32 count = 0;
    in >> process >> count;
    QList<T> ids;
    if (in.status() != QDataStream::Ok || process != QCoreApplication::applicationPid() || count > maxIds)
        return ids;
    for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        T id;
        in >> id.n;
        ids.append(id);
    }
    return in.status() == QDataStream::Ok ? ids : QList<T> {};
}

} // namespace

QMimeData *ofDevices(const QList<DeviceId> &devices)
{
    return pack(devicesType, devices);
}

QMimeData *ofMetrics(const QList<MetricId> &metrics)
{
    return pack(metricsType, metrics);
}

QList<DeviceId> devices(const QMimeData &data)
{
    return unpack<DeviceId>(devicesType, data);
}

QList<MetricId> metrics(const QMimeData &data)
{
    return unpack<MetricId>(metricsType, data);
}

} // namespace muster::dragdata
