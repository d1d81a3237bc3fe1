#pragma once

#include "core/result.h"

#include <QList>
#include <QMetaType>
#include <QStringList>

namespace muster {

/// What a person decided about which addresses are one device, beside what devices say themselves. Addresses as in Device::addresses.
///   {"together":[["ble:A4:C1:38:00:00:01","mqtt:home/fridge"]],"apart":[{"own":["ha:plug 2"],"others":["ha:plug 1","mac:00:00:00:00:00:01"]}]}
struct Identity
{
    /// Who announces one of `own` does not mean any of `others`, even if it says so.
    struct Apart
    {
        QStringList own {};
        QStringList others {};

        friend bool operator==(const Apart &, const Apart &) = default;
    };
    static constexpr qsizetype maxDecisions = 10'000;
    static constexpr int maxParts = 64; ///< of one device: who claims the addresses of all others does not make one of them

    QList<QStringList> together {};
    QList<Apart> apart {};

    [[nodiscard]] bool isEmpty() const { return together.isEmpty() && apart.isEmpty(); }
    /// What an announcement by these addresses means.
    [[nodiscard]] QStringList parted(const QStringList &addresses) const;
    /// All addresses there is a decision about.
    [[nodiscard]] QStringList addresses() const;

    friend bool operator==(const Identity &, const Identity &) = default;
};

/// The decision that whatever has one of the first addresses is the same device as what has one of the others. Takes back what says otherwise.
[[nodiscard]] Identity joined(Identity identity, const QList<QStringList> &devices);

/// The sources a device would fall into if an address were split off: those that name it, and the others. Empty if it cannot be told
/// apart that way, because every source names it, or because those that name it share all their addresses with the others.
struct Split
{
    QStringList own {};    ///< addresses that go
    QStringList stays {};
};
[[nodiscard]] Split splitOf(const QList<QStringList> &sources, const QString &address);
[[nodiscard]] Identity parted(Identity identity, const Split &split);

[[nodiscard]] QString toText(const Identity &identity);
/// Corrupt: it was not written by toText().
[[nodiscard]] Result<Identity> identityFrom(const QString &text);

} // namespace muster

Q_DECLARE_METATYPE(muster::Identity)
