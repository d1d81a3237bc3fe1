#include "backends/ble/gatt/values.h"

#include "backends/ble/bytes.h"
#include "backends/ble/gatt/records.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

namespace muster::ble::gatt {

namespace {

constexpr int maxRepeated = 32;

/// All records, sorted by characteristic.
const std::vector<const Record *> &all()
{
    static const std::vector<const Record *> sorted = [] {
        std::vector<const Record *> list;
        for (const auto part : {records(), fitnessRecords(), scalarRecords()})
            for (const Record &record : part)
                list.push_back(&record);
        std::sort(list.begin(), list.end(), [](const Record *a, const Record *b) { return a->characteristic < b->characteristic; });
        return list;
    }();
    return sorted;
}

const Record *find(quint16 characteristic)
{
    const auto &list = all();
    const auto it = std::lower_bound(list.begin(), list.end(), characteristic, [](const Record *record, quint16 wanted) { return record->characteristic < wanted; });
    return it != list.end() && (*it)->characteristic == characteristic ? *it : nullptr;
}

QString dateTime(Bytes in)
{
    const auto year = int(in.u(2));
    const auto month = int(in.u(1));
    const auto day = int(in.u(1));
    const auto hour = int(in.u(1));
    const auto minute = int(in.u(1));
    const QDateTime time(QDate(year, month, day), QTime(hour, minute, int(in.u(1))));
    return time.isValid() && !in.cut() ? time.toString(Qt::ISODate) : QString();
}

/// UTF-8 without what a careless device leaves behind its text.
QString cleanText(QByteArrayView bytes)
{
    const qsizetype end = bytes.indexOf('\0');
    QString text = QString::fromUtf8(end < 0 ? bytes : bytes.first(end));
    text.removeIf([](QChar c) { return !c.isPrint(); });
    return text.trimmed();
}

std::optional<double> number(const Field &field, Bytes &in)
{
    if (field.coding == Coding::Signed) {
        const qint64 raw = in.s(field.bytes);
        const quint64 bits = quint64(raw) & (~quint64(0) >> unsigned(64 - 8 * field.bytes));
        return bits == field.unknown ? std::optional<double>() : double(raw);
    }
    const quint64 raw = in.u(field.bytes);
    if (raw == field.unknown)
        return {};
    switch (field.coding) {
    case Coding::Sfloat: return sfloat(quint16(raw));
    case Coding::Float: return ieeeFloat(quint32(raw));
    case Coding::Float32: {
        const auto bits = quint32(raw);
        float value = 0;
        std::memcpy(&value, &bits, sizeof value);
        return std::isfinite(value) ? std::optional(double(value)) : std::nullopt;
    }
    default: return double(raw);
    }
}

void readField(const Field &field, Bytes &in, Values &out, int ordinal = 1)
{
    if (field.coding == Coding::Text) {
        addText(out.readings, *field.what, cleanText(in.take(in.left())));
        return;
    }
    if (field.coding == Coding::Time) {
        const QString time = in.has(7) ? dateTime(Bytes(in.rest().first(7))) : QString();
        in.take(7);
        if (field.what && !time.isEmpty())
            addText(out.readings, *field.what, time);
        return;
    }
    const auto raw = number(field, in);
    if (in.cut() || !raw || !field.what)
        return;
    if (!add(out.readings, *field.what, (*raw + field.offset) * field.factor / field.divisor, ordinal))
        out.intact = false;
}

} // namespace

quint16 shortUuid(const QUuid &uuid)
{
    static const QUuid base = fullUuid(0);
    QUuid rest = uuid;
    rest.data1 = 0;
    return rest == base && uuid.data1 <= 0xFFFF ? quint16(uuid.data1) : quint16(0);
}

QUuid fullUuid(quint16 shortUuid)
{
    return {shortUuid, 0, 0x1000, 0x80, 0, 0, 0x80, 0x5f, 0x9b, 0x34, 0xfb};
}

bool isKnown(quint16 characteristic)
{
    return find(characteristic) != nullptr;
}

Values decode(quint16 characteristic, QByteArrayView value)
{
    Values out;
    const Record *const record = find(characteristic);
    if (!record)
        return out;
    out.known = true;
    Bytes in(value);
    const auto flags = quint32(in.u(record->flagBytes));
    for (const Field &field : record->fields) {
        if ((flags & field.mask) != field.wanted)
            continue;
        if (field.coding == Coding::Repeated) {
            for (int nth = 1; nth <= maxRepeated && in.has(field.bytes); ++nth)
                readField(field, in, out, nth);
            continue;
        }
        readField(field, in, out);
        if (in.cut())
            break;
    }
    out.intact = out.intact && !in.cut();
    return out;
}

std::optional<double> sfloat(quint16 raw)
{
    const quint16 mantissa = raw & 0x0FFFU;
    if (mantissa >= 0x07FE && mantissa <= 0x0802) // infinities, NaN, NRes, reserved
        return {};
    const int exponent = raw >> 12U >= 8 ? int(raw >> 12U) - 16 : int(raw >> 12U);
    const int signedMantissa = mantissa >= 0x0800 ? int(mantissa) - 0x1000 : int(mantissa);
    return exponent < 0 ? signedMantissa / std::pow(10.0, -exponent) : signedMantissa * std::pow(10.0, exponent);
}

std::optional<double> ieeeFloat(quint32 raw)
{
    const quint32 mantissa = raw & 0xFF'FFFFU;
    if (mantissa >= 0x7F'FFFE && mantissa <= 0x80'0002)
        return {};
    const int exponent = raw >> 24U >= 128 ? int(raw >> 24U) - 256 : int(raw >> 24U);
    const int signedMantissa = mantissa >= 0x80'0000 ? int(mantissa) - 0x100'0000 : int(mantissa);
    return exponent < 0 ? signedMantissa / std::pow(10.0, -exponent) : signedMantissa * std::pow(10.0, exponent);
}

} // namespace muster::ble::gatt
