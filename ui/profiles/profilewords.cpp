#include "ui/profiles/profilewords.h"

#include "codec/checksum.h"
#include "ui/format.h"

#include <QCoreApplication>

#include <cmath>

namespace muster::profilewords {

namespace {

using codec::Framing;
using codec::Profile;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(muster::ProfileWords)
};

constexpr qsizetype mostLines = 200;

QString framing(const Framing &framing)
{
    switch (framing.kind) {
    case Framing::Kind::Lines: return Words::tr("lines");
    case Framing::Kind::Marks: return Words::tr("between a start and an end");
    case Framing::Kind::Cobs: return QStringLiteral("COBS");
    case Framing::Kind::Slip: return QStringLiteral("SLIP");
    case Framing::Kind::Length: return Words::tr("the length stands in front");
    case Framing::Kind::Fixed: return Words::tr("%n byte(s) each", nullptr, int(framing.size));
    case Framing::Kind::Idle: return Words::tr("a silence of %1 ms ends one").arg(framing.idleMs);
    case Framing::Kind::Modbus: return Words::tr("Modbus RTU");
    }
    return {};
}

QString decoder(Profile::Decoder decoder)
{
    switch (decoder) {
    case Profile::Decoder::Automatic: return Words::tr("found out line by line");
    case Profile::Decoder::KeyValue: return Words::tr("names and values");
    case Profile::Decoder::Csv: return QStringLiteral("CSV");
    case Profile::Decoder::Json: return QStringLiteral("JSON");
    case Profile::Decoder::Nmea: return QStringLiteral("NMEA 0183");
    case Profile::Decoder::Modbus: return Words::tr("Modbus, listened to");
    case Profile::Decoder::Binary: return Words::tr("numbers at their places");
    case Profile::Decoder::Script: return Words::tr("by a script");
    }
    return {};
}

ProfilePart link(const Profile &profile)
{
    ProfilePart part {Words::tr("Link"), {}};
    if (profile.baud > 0)
        part.lines.append({Words::tr("Rate"), Words::tr("%1 Bd").arg(profile.baud)});
    if (!profile.service.isEmpty())
        part.lines.append({Words::tr("Bluetooth service"), format::plain(profile.service, 60)});
    part.lines.append({Words::tr("Frames"), framing(profile.framing)});
    if (profile.framing.check.kind != codec::Checksum::None) {
        const std::string_view name = codec::checksumName(profile.framing.check.kind);
        part.lines.append({Words::tr("Checksum"), QString::fromLatin1(name.data(), qsizetype(name.size()))});
    }
    part.lines.append({Words::tr("Read as"), decoder(profile.decoder)});
    return part;
}

QString about(const codec::Field &field)
{
    QStringList words;
    if (!field.from.isEmpty() && field.from != field.key)
        words.append(Words::tr("from %1").arg(format::plain(field.from, 40)));
    if (!field.options.isEmpty())
        words.append(format::plain(field.options.join(QStringLiteral(", ")), 80));
    if (field.boolean)
        words.append(Words::tr("on or off"));
    if (field.text)
        words.append(Words::tr("text"));
    if (!field.unit.isEmpty())
        words.append(format::plain(field.unit, 20));
    if (field.scale != 1 || field.offset != 0)
        words.append(field.offset == 0 ? QStringLiteral("× %1").arg(field.scale) : QStringLiteral("× %1 + %2").arg(field.scale).arg(field.offset));
    return words.join(QStringLiteral(" · "));
}

QString bytesOf(const QByteArray &send, bool hex)
{
    return format::plain((hex ? QStringLiteral("hex:") : QString()) + QString::fromUtf8(send), 80);
}

void addFields(ProfilePart &part, const Profile &profile)
{
    for (const codec::Field &field : profile.fields.first(std::min(profile.fields.size(), mostLines)))
        part.lines.append({format::plain(field.name.isEmpty() ? field.key : field.name, 60), about(field)});
}

void addCommands(ProfilePart &part, const Profile &profile)
{
    for (const codec::CommandSpec &command : profile.commands.first(std::min(profile.commands.size(), mostLines)))
        part.lines.append({format::plain(command.info.name.isEmpty() ? command.info.key : command.info.name, 60), command.scripted ? Words::tr("by a script") : bytesOf(command.send, command.bytes)});
}

/// The four digits of one of the standard's, or all of it.
QString shortly(const QUuid &uuid)
{
    const QString whole = uuid.toString(QUuid::WithoutBraces);
    return whole.startsWith(QLatin1String("0000")) && whole.endsWith(QLatin1String("-0000-1000-8000-00805f9b34fb")) ? whole.mid(4, 4) : whole;
}

} // namespace

QList<ProfilePart> summary(const codec::BleProfile &profile)
{
    ProfilePart match {Words::tr("Devices it fits"), {}};
    for (const QString &name : profile.names)
        match.lines.append({Words::tr("Name"), format::plain(name, 60)});
    for (const QUuid &service : profile.services)
        match.lines.append({Words::tr("Announced service"), shortly(service)});
    for (const quint16 company : profile.companies)
        match.lines.append({Words::tr("Company"), QStringLiteral("%1").arg(company, 4, 16, QLatin1Char('0'))});
    QList<ProfilePart> parts {match};
    for (const codec::ProfilePlace &place : profile.places) {
        ProfilePart part {Words::tr("Characteristic %1 of service %2").arg(shortly(place.characteristic), shortly(place.service)), {}};
        addFields(part, place.profile);
        addCommands(part, place.profile);
        if (!place.ask.isEmpty())
            part.lines.append({Words::tr("Asked for its state by"), QStringLiteral("hex:") + QString::fromLatin1(place.ask.toHex(' ').toUpper())});
        parts.append(part);
    }
    return parts;
}

QList<ProfilePart> summary(const Profile &profile)
{
    QList<ProfilePart> parts {link(profile)};
    ProfilePart fields {Words::tr("Fields"), {}};
    addFields(fields, profile);
    ProfilePart commands {Words::tr("Commands"), {}};
    addCommands(commands, profile);
    ProfilePart polls {Words::tr("Asked again and again"), {}};
    for (const codec::PollSpec &poll : profile.polls.first(std::min(profile.polls.size(), mostLines)))
        polls.lines.append({bytesOf(poll.send, poll.bytes), Words::tr("every %1").arg(format::duration(poll.everyMs * 1'000LL))});
    for (const ProfilePart &part : {fields, commands, polls}) {
        if (!part.lines.isEmpty())
            parts.append(part);
    }
    return parts;
}

QString value(const codec::TriedColumn &column)
{
    if (column.count == 0)
        return format::none();
    if (column.metric.type == MetricType::Text)
        return format::plain(column.text, 80);
    return format::quantity(column.metric, column.last).joined();
}

QString sample(const codec::Tried &tried, int most)
{
    QStringList words;
    for (const codec::TriedColumn &column : tried.columns) {
        if (column.count > 0 && words.size() < most)
            words.append(QStringLiteral("%1 = %2").arg(format::plain(format::metricName(column.metric), 40), value(column)));
    }
    return words.join(QStringLiteral(" · "));
}

QString counted(const codec::LinkCounters &counters)
{
    QStringList words {Words::tr("%n frame(s)", nullptr, int(counters.frames)), Words::tr("%n value(s)", nullptr, int(counters.readings))};
    const auto add = [&words](quint64 count, const QString &text) {
        if (count > 0)
            words.append(text);
    };
    add(counters.badChecksums, Words::tr("%n checksum(s) wrong", nullptr, int(counters.badChecksums)));
    add(counters.malformed, Words::tr("%n frame(s) not understood", nullptr, int(counters.malformed)));
    add(counters.oversized, Words::tr("%n frame(s) too long", nullptr, int(counters.oversized)));
    add(counters.garbage, Words::tr("%n byte(s) belong to no frame", nullptr, int(counters.garbage)));
    add(counters.ignored, Words::tr("%n frame(s) without a value", nullptr, int(counters.ignored)));
    add(counters.outOfRange, Words::tr("%n value(s) out of range", nullptr, int(counters.outOfRange)));
    add(counters.typeChanged, Words::tr("%n value(s) of another type", nullptr, int(counters.typeChanged)));
    add(counters.limitReached, Words::tr("%n value(s) beyond the limits", nullptr, int(counters.limitReached)));
    add(counters.stopped, Words::tr("%n frame(s) at which the script was stopped", nullptr, int(counters.stopped)));
    add(counters.unread, Words::tr("%n frame(s) the script did not get", nullptr, int(counters.unread)));
    return words.join(QStringLiteral(" · "));
}

QString confidence(double confidence)
{
    const auto percent = std::lround(confidence * 100);
    if (confidence >= codec::conclusive)
        return Words::tr("very likely (%1 %)").arg(percent);
    return confidence >= 0.5 ? Words::tr("likely (%1 %)").arg(percent) : Words::tr("possible (%1 %)").arg(percent);
}

bool isAutomatic(const Profile &profile)
{
    return profile.framing.kind == Framing::Kind::Lines && profile.framing.check.kind == codec::Checksum::None && profile.decoder != Profile::Decoder::Binary
        && profile.decoder != Profile::Decoder::Modbus && profile.decoder != Profile::Decoder::Script;
}

} // namespace muster::profilewords
