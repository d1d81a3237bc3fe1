#include "core/backendregistry.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QPluginLoader>

#include <algorithm>

namespace muster {

void BackendRegistry::add(QObject *instance, const QJsonObject &metaData)
{
    const auto *plugin = qobject_cast<BackendPlugin *>(instance);
    const QJsonObject description = metaData.value(QLatin1String("MetaData")).toObject();
    if (!plugin)
        return;
    Entry entry;
    entry.name = description.value(QLatin1String("name")).toString();
    entry.kind = description.value(QLatin1String("kind")).toString() == QLatin1String("M2M") ? Kind::M2M : Kind::IoT;
    entry.plugin = plugin;
    const QJsonArray schemes = description.value(QLatin1String("schemes")).toArray();
    for (const auto &scheme : schemes)
        entry.schemes.append(scheme.toString().toLower());
    m_entries.push_back(std::move(entry));
}

void BackendRegistry::addStatic()
{
    const auto plugins = QPluginLoader::staticPlugins();
    for (const QStaticPlugin &plugin : plugins)
        if (plugin.metaData().value(QLatin1String("IID")).toString() == QLatin1String(MusterBackendPlugin_iid))
            add(plugin.instance(), plugin.metaData());
}

void BackendRegistry::addFolder(const QString &path)
{
    const QDir folder(path);
    const QStringList files = folder.entryList(QDir::Files, QDir::Name);
    for (const QString &file : files) {
        QPluginLoader loader(folder.filePath(file));
        if (loader.metaData().value(QLatin1String("IID")).toString() == QLatin1String(MusterBackendPlugin_iid))
            add(loader.instance(), loader.metaData());
    }
}

const BackendRegistry::Entry *BackendRegistry::find(const QString &scheme) const
{
    const auto it
        = std::find_if(m_entries.cbegin(), m_entries.cend(), [&](const Entry &entry) { return entry.schemes.contains(scheme.toLower()); });
    return it == m_entries.cend() ? nullptr : &*it;
}

QStringList BackendRegistry::libraries() const
{
    QStringList names;
    for (const Entry &entry : m_entries)
        if (const QString name = entry.plugin->library(); !name.isEmpty() && !names.contains(name))
            names.append(name);
    return names;
}

Result<void> BackendRegistry::check(const QUrl &url) const
{
    QStringList known;
    for (const Entry &entry : m_entries)
        for (const QString &scheme : entry.schemes)
            known.append(scheme + QStringLiteral("://"));
    if (!url.isValid() || url.scheme().isEmpty())
        return failure(Error::Code::Invalid,
            QCoreApplication::translate("muster::BackendRegistry", "“%1” is not an address. It begins with one of: %2.")
                .arg(url.toDisplayString(), known.join(QStringLiteral(", "))));
    if (const Entry *entry = find(url.scheme()))
        return entry->plugin->check(url);
    return failure(Error::Code::Unsupported,
        QCoreApplication::translate("muster::BackendRegistry", "Muster has no connection of the kind “%1”. It knows: %2.")
            .arg(url.scheme(), known.join(QStringLiteral(", "))));
}

} // namespace muster
