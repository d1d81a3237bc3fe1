#include "ui/bleendpoint.h"

#include <QUrlQuery>

namespace muster {

namespace {

constexpr QLatin1StringView boardOption("board");
constexpr QLatin1StringView automatic("auto");

} // namespace

bool isBluetooth(const QUrl &url)
{
    return url.scheme() == QLatin1String("ble");
}

QString bleReading(const QUrl &url, const QString &address)
{
    const QStringList options = QUrlQuery(url).allQueryItemValues(boardOption, QUrl::FullyDecoded);
    for (const QString &option : options) {
        if (option.section(u',', 0, 0) == address)
            return option.section(u',', 1);
    }
    return {};
}

QUrl withBleReading(const QUrl &url, const QString &address, const QString &profile)
{
    QUrlQuery query(url);
    const QStringList options = query.allQueryItemValues(boardOption, QUrl::FullyDecoded);
    query.removeAllQueryItems(boardOption);
    const auto add = [&query](const QString &option) { query.addQueryItem(boardOption, QString::fromLatin1(QUrl::toPercentEncoding(option, "/:,@"))); };
    for (const QString &option : options) {
        if (option.section(u',', 0, 0) != address)
            add(option);
    }
    if (!profile.isEmpty() && profile != automatic)
        add(address + u',' + profile);
    QUrl changed = url;
    changed.setQuery(query.isEmpty() ? QString() : query.toString(QUrl::FullyEncoded));
    return changed;
}

} // namespace muster
