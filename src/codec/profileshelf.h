#pragma once

#include "codec/bleprofile.h"
#include "codec/profile.h"

namespace muster::codec {

/// Where profiles are found by their ids: first those a person installed, as files <id>.json in a folder, then those that come with Muster; those of Bluetooth
/// devices in its folder ble. An id names one of either kind. A value that may be copied to any thread; nothing is kept in memory, files are small and read
/// when asked for.
class ProfileShelf
{
public:
    static constexpr qsizetype most = 500;  ///< installed ones; what is beyond is not seen

    /// Without a folder there are only those that come with Muster.
    explicit ProfileShelf(QString folder = {});

    [[nodiscard]] const QString &folder() const { return m_folder; }
    [[nodiscard]] QStringList ids() const;  ///< of all serial lines, sorted, each once
    [[nodiscard]] QStringList bleIds() const; ///< of all Bluetooth devices, likewise
    [[nodiscard]] bool isBle(const QString &id) const;
    /// Those that can be read: the installed ones first, for the first that fits a device counts.
    [[nodiscard]] std::vector<BleProfile> bleProfiles() const;
    /// The name of a profile of either kind; errors and `fault` as readProfile()'s.
    [[nodiscard]] static Result<QString> check(QByteArrayView json, qsizetype *fault = nullptr);
    [[nodiscard]] bool isInstalled(const QString &id) const;
    [[nodiscard]] bool isShipped(const QString &id) const;
    /// Of a serial line. NotFound: there is none of that id; else as profileFromFile().
    [[nodiscard]] Result<Profile> find(const QString &id) const;
    /// As it was written.
    [[nodiscard]] Result<QByteArray> text(const QString &id) const;
    /// Takes in a profile, instead of an installed one of the same id. Refuses what is none, as check(), an id that is no valid one, and one of a profile of the
    /// other kind.
    [[nodiscard]] Result<void> install(const QString &id, const QByteArray &json) const;
    /// Throws away an installed one; one of the same id that comes with Muster is seen again.
    [[nodiscard]] Result<void> remove(const QString &id) const;

    /// "GPS receiver (v2).json" → "gps-receiver-v2"; "profile" when nothing is left.
    [[nodiscard]] static QString idFor(const QString &name);
    /// Lower-case letters, digits, '-', '_' and '.', not in front; 64 characters.
    [[nodiscard]] static bool isId(const QString &id);

private:
    [[nodiscard]] QString path(const QString &id, bool ble) const;
    [[nodiscard]] QString file(const QString &id) const;
    [[nodiscard]] QStringList installedIn(const QString &folder) const;

    QString m_folder;
};

} // namespace muster::codec
