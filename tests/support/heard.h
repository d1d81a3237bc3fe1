#pragma once

#include "codec/linkcodec.h"

#include <QHash>

/// A sink for tests: everything a codec said, as text ("t=21.5" each, in order) and as the last value of each key.
struct Heard : muster::codec::ReadingSink
{
    void readingsArrived(std::span<const muster::codec::Reading> readings, const QStringList &texts) override
    {
        using namespace muster;
        for (const codec::Reading &reading : readings) {
            const Metric &metric = codec->columns().at(qsizetype(reading.column));
            QString text = QString::number(reading.value, 'g', 12);
            Value value = reading.value;
            if (reading.flags & Sample::Text)
                value = texts.at(qsizetype(reading.value));
            else if (metric.type == MetricType::Enumeration)
                value = metric.options.at(qsizetype(reading.value));
            if (const QString *word = std::get_if<QString>(&value))
                text = QLatin1Char('"') + *word + QLatin1Char('"');
            if (metric.type == MetricType::Boolean) {
                value = reading.value != 0;
                text = reading.value != 0 ? QStringLiteral("true") : QStringLiteral("false");
            }
            said.append(metric.key + QLatin1Char('=') + text + metric.unit);
            times.append(reading.time);
            last[metric.key] = value;
        }
    }
    void answered(muster::CommandId id, const muster::Result<void> &result) override { answers.append({id, result ? QStringLiteral("ok") : result.error().text}); }

    muster::codec::LinkCodec *codec = nullptr;
    QStringList said {};
    QList<muster::Micros> times {};
    QHash<QString, muster::Value> last {};
    QList<std::pair<muster::CommandId, QString>> answers {};
};
