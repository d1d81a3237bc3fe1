#pragma once

#include "core/sample.h"

#include <QString>
#include <QStringList>

namespace muster {

/// Does the history record? Stalled: the disk refuses; samples are held in memory and it is tried again by itself.
enum class HistoryState : quint8 { Closed, Recording, Stalled, ReadOnly };

/// What is recorded and how much room it takes.
struct HistoryStatistics
{
    QString path {};
    qint64 fileBytes = 0;    ///< with its write-ahead log
    qint64 usedBytes = 0;    ///< of the file, without free pages
    qint64 samples = 0;      ///< kept as they are, in blocks
    qint64 blockBytes = 0;   ///< of those
    qint64 openSamples = 0;  ///< in the journal
    qint64 journalBytes = 0;
    qint64 memoryBytes = 0;  ///< of samples not in blocks
    qint64 metrics = 0;
    Micros oldest = 0;
    Micros newest = 0;
    quint64 recorded = 0;    ///< samples made durable since the history was opened
    quint64 dropped = 0;     ///< samples lost since then, because the disk refused for too long or their time was impossible
    qint64 damaged = 0;      ///< blocks that could not be read
};

/// How long what is kept, for the metrics whose "device/key" fits the pattern (* and ?). 0 is for ever.
struct HistoryRule
{
    QString pattern = QStringLiteral("*");
    Micros raw = 0;
    Micros minutes = 0;
    Micros hours = 0;

    friend bool operator==(const HistoryRule &, const HistoryRule &) = default;
};

/// The first rule that fits a metric counts; one that none fits is kept for ever.
struct HistoryPolicy
{
    QList<HistoryRule> rules {};
    qint64 maxBytes = 0; ///< beyond it the oldest raw samples go, then minutes, then hours; 0: no bound

    friend bool operator==(const HistoryPolicy &, const HistoryPolicy &) = default;
};

/// What is recorded, and how long it is kept.
struct RecordingRules
{
    enum class What : quint8 {
        Everything,
        Fleet,    ///< devices in the fleet; not those merely discovered
        Patterns, ///< metrics whose "device/key" fits one of the patterns
    };
    What what = What::Everything;
    QStringList patterns {};
    HistoryPolicy policy {};

    friend bool operator==(const RecordingRules &, const RecordingRules &) = default;
};

/// The metrics that are recorded: all of them, or these.
struct RecordingChoice
{
    bool everything = true;
    QList<MetricId> metrics {};
};

} // namespace muster

Q_DECLARE_METATYPE(muster::RecordingChoice)
Q_DECLARE_METATYPE(muster::HistoryState)
Q_DECLARE_METATYPE(muster::HistoryStatistics)
Q_DECLARE_METATYPE(muster::HistoryPolicy)
