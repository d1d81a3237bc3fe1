#pragma once

#include "core/result.h"

#include <QString>

#include <optional>

namespace muster {

/// Secrets that whoever starts Muster where there is no keychain laid into a folder, one file each: systemd's credentials or a folder of one's own. Read
/// at need and never written; what others can read is refused. A value, on any thread.
class CredentialFolder
{
public:
    static constexpr qint64 maxSize = 4 * 1024; ///< bytes of a file, its last line break included

    /// `isSystems`: made by the service manager, which lets its group in by access lists that look like permissions of the group.
    explicit CredentialFolder(QString path, bool isSystems = false);

    /// The file that is wanted for an entry of SecretStore: "mqtts ada@broker.local:8883" is mqtts-ada@broker.local-8883. Letters, digits, "." "@" "-" and
    /// "_" only, at most 200 of them. Different logins have different files.
    [[nodiscard]] static QString fileFor(const QString &entry);
    /// Nothing: there is no such file. One line break at the end is not part of the secret. The error names the file and what to do, never the secret.
    [[nodiscard]] Result<std::optional<QString>> read(const QString &entry) const;

private:
    [[nodiscard]] bool isOpenToOthers(const QString &path) const;

    QString m_path;
    bool m_isSystems = false;
};

} // namespace muster
