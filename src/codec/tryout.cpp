#include "codec/tryout.h"

#include <QCoreApplication>

#include <cmath>

namespace muster::codec {

namespace {

struct Gather : ReadingSink
{
    void readingsArrived(std::span<const Reading> readings, const QStringList &texts) override
    {
        for (const Reading &reading : readings) {
            if (reading.column >= size_t(columns.size()))
                columns.resize(qsizetype(reading.column) + 1);
            TriedColumn &column = columns[reading.column];
            ++column.count;
            column.last = reading.value;
            if (reading.flags & Sample::Text)
                column.text = texts.value(qsizetype(reading.value));
        }
    }
    QList<TriedColumn> columns;
};

QString words(const Value &value)
{
    if (const auto *text = std::get_if<QString>(&value))
        return *text;
    if (const auto *flag = std::get_if<bool>(&value))
        return *flag ? QStringLiteral("true") : QStringLiteral("false");
    const auto *number = std::get_if<double>(&value);
    return number ? QString::number(*number, 'g', 12) : QString();
}

/// The last value of a column as a profile's example writes it.
Value lastOf(const TriedColumn &column)
{
    switch (column.metric.type) {
    case MetricType::Boolean: return column.last != 0;
    case MetricType::Enumeration: return column.metric.options.value(qsizetype(column.last));
    case MetricType::Text: return column.text;
    default: return column.last;
    }
}

bool areSame(const Value &wanted, const Value &got)
{
    const auto *a = std::get_if<double>(&wanted);
    const auto *b = std::get_if<double>(&got);
    if (a && b)
        return std::abs(*a - *b) <= 1e-9 * std::max({1.0, std::abs(*a), std::abs(*b)});
    return wanted == got;
}

} // namespace

Tried tryOut(const Profile &profile, QByteArrayView bytes)
{
    Gather gather;
    LinkCodec codec(profile, gather);
    codec.feed(bytes, 1);
    codec.flush(1);
    Tried tried;
    tried.columns = gather.columns;
    tried.columns.resize(codec.columns().size());
    for (qsizetype i = 0; i < tried.columns.size(); ++i)
        tried.columns[i].metric = codec.columns()[i];
    tried.counters = codec.counters();
    return tried;
}

QStringList failedExamples(const Profile &profile)
{
    QStringList failed;
    for (qsizetype i = 0; i < profile.examples.size(); ++i) {
        const Example &example = profile.examples[i];
        const QByteArray bytes = example.hex ? QByteArray::fromHex(example.bytes) : example.bytes;
        const Tried tried = tryOut(profile, bytes);
        for (auto it = example.readings.constBegin(); it != example.readings.constEnd(); ++it) {
            const auto column = std::find_if(tried.columns.cbegin(), tried.columns.cend(), [&](const TriedColumn &each) { return each.metric.key == it.key(); });
            if (column == tried.columns.cend() || column->count == 0)
                failed.append(QCoreApplication::translate("Profile", "Example %1: %2 has no value and should be %3.").arg(i + 1).arg(it.key(), words(*it)));
            else if (!areSame(*it, lastOf(*column)))
                failed.append(QCoreApplication::translate("Profile", "Example %1: %2 is %3 and should be %4.").arg(i + 1).arg(it.key(), words(lastOf(*column)), words(*it)));
        }
    }
    return failed;
}

} // namespace muster::codec
