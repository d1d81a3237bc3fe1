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
    void frameArrived(QByteArrayView frame, Micros) override { frames.append(frame.toByteArray()); }

    QList<TriedColumn> columns {};
    QList<QByteArray> frames {};
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

struct Trial::Parts
{
    explicit Parts(const Profile &profile)
        : codec(profile, gather)
    {}
    Gather gather {};
    LinkCodec codec;
};

Trial::Trial(const Profile &profile)
    : m_parts(std::make_unique<Parts>(profile))
{
}

Trial::~Trial() = default;

void Trial::feed(QByteArrayView bytes)
{
    m_parts->codec.feed(bytes, 1);
    m_parts->codec.flush(1);
}

const QList<QByteArray> &Trial::frames() const
{
    return m_parts->gather.frames;
}

void Trial::take(QByteArrayView json)
{
    m_parts->codec.takeScripted(json, 1);
}

Tried Trial::tried() const
{
    Tried tried;
    tried.columns = m_parts->gather.columns;
    tried.columns.resize(m_parts->codec.columns().size());
    for (qsizetype i = 0; i < tried.columns.size(); ++i)
        tried.columns[i].metric = m_parts->codec.columns()[i];
    tried.counters = m_parts->codec.counters();
    return tried;
}

Tried tryOut(const Profile &profile, QByteArrayView bytes)
{
    Trial trial(profile);
    trial.feed(bytes);
    return trial.tried();
}

QByteArray bytesOf(const Example &example)
{
    return example.hex ? QByteArray::fromHex(example.bytes) : example.bytes;
}

QStringList faultsOf(const Profile &profile, qsizetype i, const Tried &tried)
{
    QStringList failed;
    const Example &example = profile.examples.at(i);
    for (auto it = example.readings.constBegin(); it != example.readings.constEnd(); ++it) {
        const auto column = std::find_if(tried.columns.cbegin(), tried.columns.cend(), [&](const TriedColumn &each) { return each.metric.key == it.key(); });
        if (column == tried.columns.cend() || column->count == 0)
            failed.append(QCoreApplication::translate("Profile", "Example %1: %2 has no value and should be %3.").arg(i + 1).arg(it.key(), words(*it)));
        else if (!areSame(*it, lastOf(*column)))
            failed.append(QCoreApplication::translate("Profile", "Example %1: %2 is %3 and should be %4.").arg(i + 1).arg(it.key(), words(lastOf(*column)), words(*it)));
    }
    return failed;
}

QStringList failedExamples(const Profile &profile)
{
    QStringList failed;
    for (qsizetype i = 0; i < profile.examples.size(); ++i)
        failed += faultsOf(profile, i, tryOut(profile, bytesOf(profile.examples[i])));
    return failed;
}

} // namespace muster::codec
