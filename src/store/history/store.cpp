#include "store/history/store.h"

#include <QCoreApplication>

namespace muster::history {

void Store::report(qint64 id, const QString &text)
{
    if (unreadable.contains(id))
        return;
    unreadable.insert(id);
    if (problems.size() < maxProblems)
        problems.append({Error::Code::Corrupt, text});
}

QString Store::nameOf(MetricId metric) const
{
    const auto row = metrics.constFind(metric.n);
    if (row == metrics.cend())
        return QString::number(metric.n);
    return (row->device.isEmpty() ? row->address : row->device) + QLatin1Char('/') + row->key;
}

bool Store::load(const Header &header, Samples &samples)
{
    bool done = false;
    const auto read = file->readBytes(header, [&](QByteArrayView bytes) { done = coder.decode(header, bytes, samples); });
    if (!read || !done) {
        samples.clear();
        report(header.id, QCoreApplication::translate("muster::History", "A stretch of %1 samples of %2 in %3 is damaged and was left out. The rest is intact.")
                              .arg(QString::number(header.summary.count), nameOf(header.metric), file->path()));
    }
    return read && done;
}

bool Store::loadBuckets(const Header &header, std::vector<Summary> &buckets)
{
    bool done = false;
    const auto read = file->readBytes(header, [&](QByteArrayView bytes) { done = coder.decodeBuckets(header, bytes, buckets); });
    if (!read || !done) {
        buckets.clear();
        report(
            header.id, QCoreApplication::translate("muster::History", "A stretch of the summary of %1 in %2 is damaged and was left out. The rest is intact.")
                           .arg(nameOf(header.metric), file->path()));
    }
    return read && done;
}

} // namespace muster::history
