#pragma once

#include "core/backend.h"
#include "core/device.h"

#include <QStringList>

#include <vector>

namespace muster {

/// What kinds of connection there are: every backend plug-in by URL scheme. Filled once at the start (addStatic, addFolder), then
/// only read, from any thread.
class BackendRegistry
{
public:
    struct Entry
    {
        QString name {};         ///< "MQTT"
        QStringList schemes {};  ///< lower case
        Kind kind = Kind::IoT;
        const BackendPlugin *plugin = nullptr;
    };

    /// Takes in every plug-in linked into the program.
    void addStatic();
    /// Takes in every plug-in file of a folder; a file that is none is skipped.
    void addFolder(const QString &path);

    [[nodiscard]] const std::vector<Entry> &entries() const { return m_entries; }
    [[nodiscard]] const Entry *find(const QString &scheme) const;
    /// The libraries the plug-ins speak through, each once.
    [[nodiscard]] QStringList libraries() const;
    /// Whether some backend can open this URL; else one sentence with the remedy.
    [[nodiscard]] Result<void> check(const QUrl &url) const;

private:
    void add(QObject *instance, const QJsonObject &metaData);

    std::vector<Entry> m_entries;
};

} // namespace muster
