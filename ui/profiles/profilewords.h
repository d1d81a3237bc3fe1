#pragma once

#include "codec/bleprofile.h"
#include "codec/probe.h"
#include "codec/tryout.h"

namespace muster {

/// What a profile says, as a heading and the lines below it.
struct ProfilePart
{
    QString title {};
    QList<QPair<QString, QString>> lines {}; ///< name and what is said about it
};

namespace profilewords {

/// Link, framing, fields, commands, polls: only those there are. Everything from the profile comes back as plain text.
[[nodiscard]] QList<ProfilePart> summary(const codec::Profile &profile);
/// Whom it fits, and for each characteristic what it says and takes.
[[nodiscard]] QList<ProfilePart> summary(const codec::BleProfile &profile);
/// The last value of a column with its unit; the dash for none.
[[nodiscard]] QString value(const codec::TriedColumn &column);
/// "t = 21.5 °C · h = 40": what the first columns that have a value read.
[[nodiscard]] QString sample(const codec::Tried &tried, int most = 4);
/// "12 frames · 36 values · 3 checksums wrong": what became of the bytes; only what happened, but frames and values always.
[[nodiscard]] QString counted(const codec::LinkCounters &counters);
/// How sure a guess is: "very likely (92 %)".
[[nodiscard]] QString confidence(double confidence);
/// Whether Muster reads it as well without any profile.
[[nodiscard]] bool isAutomatic(const codec::Profile &profile);

} // namespace profilewords

} // namespace muster
