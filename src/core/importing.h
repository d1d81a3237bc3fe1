#pragma once

#include "core/ids.h"

#include <QList>
#include <QMetaType>
#include <QString>

namespace muster {

namespace tables {

enum class Encoding : quint8 { Utf8, Latin1, Utf16LittleEndian, Utf16BigEndian };

enum class TimeForm : quint8 {
    Iso,          ///< 2026-11-22T12:04:31.250+01:00, 2026-11-22 12:04:31, 2026-11-22; without an offset local time
    DayFirst,     ///< 22.11.2026 12:04:31, 22/11/2026 12:04, 22-11-26; local time
    MonthFirst,   ///< 11/22/2026 12:04:31 PM; local time
    EpochSeconds, ///< since 1970-01-01T00:00Z, with decimals
    EpochMillis,
    EpochMicros,
};

/// A column of a table, as it is to be read.
struct Column
{
    QString name {};
    QString unit {};
    bool used = true;   ///< wide: becomes a metric
};

/// How a table is to be read. A plain value: guessed, shown to a person, changed by them.
struct TableFormat
{
    Encoding encoding = Encoding::Utf8;
    QChar separator = u',';
    QChar decimalMark = u'.';
    bool header = true;
    int timeColumn = -1;          ///< -1: none, and nothing can be read
    TimeForm timeForm = TimeForm::Iso;
    bool isLong = false;          ///< a row for each value, told apart by names; else a column for each metric
    int nameColumn = -1;          ///< long
    int valueColumn = -1;         ///< long
    int unitColumn = -1;          ///< long; -1: none
    int deviceColumn = -1;        ///< long; -1: none. Its text goes before the name
    QList<Column> columns {};
};

} // namespace tables

/// A table to be taken into the history.
struct ImportRequest
{
    QString path {};
    tables::TableFormat format {};
    DeviceId device {};   ///< whose metrics they become; 0: of a new one
    QString name {};      ///< of the new one
};

} // namespace muster

Q_DECLARE_METATYPE(muster::ImportRequest)
