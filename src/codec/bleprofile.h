#pragma once

#include "codec/profile.h"

#include <QUuid>

#include <vector>

namespace muster::codec {

/// What one characteristic says and takes, in the terms of codec's profiles: `profile` holds binary fields and commands.
struct ProfilePlace
{
    QUuid service {};
    QUuid characteristic {};
    Profile profile {};
    QByteArray begins {};       ///< what a value must begin with to be read; empty: anything
    QByteArray ask {};          ///< written once it is connected and after each command, for the device to tell its state; empty: nothing

    friend bool operator==(const ProfilePlace &, const ProfilePlace &) = default;
};

/// How a kind of Bluetooth device is read and commanded, beyond the standard's own services. The section "Bluetooth LE" of codec/PROFILES.md is its manual.
struct BleProfile
{
    QString name {};
    QString manufacturer {};
    QString model {};
    QStringList names {};       ///< of devices, "Triones*": * stands for anything
    QList<QUuid> services {};   ///< announced
    QList<quint16> companies {};
    std::vector<ProfilePlace> places {};

    /// Any of name, service or company will do.
    [[nodiscard]] bool fits(const QString &device, const QList<QUuid> &announced, const QList<quint16> &heard) const;
    /// Nothing: the profile says nothing of it.
    [[nodiscard]] const ProfilePlace *place(const QUuid &service, const QUuid &characteristic) const;

    friend bool operator==(const BleProfile &, const BleProfile &) = default;
};

/// Whether a text is, or is meant to be, a profile of this kind.
[[nodiscard]] bool isBleProfile(QByteArrayView json);
/// A profile from its JSON text; errors and `fault` as readProfile()'s.
[[nodiscard]] Result<BleProfile> readBleProfile(QByteArrayView json, qsizetype *fault = nullptr);
/// The first one that fits; null: none does.
[[nodiscard]] const BleProfile *bleProfileFor(const std::vector<BleProfile> &all, const QString &device, const QList<QUuid> &announced, const QList<quint16> &companies);

} // namespace muster::codec
