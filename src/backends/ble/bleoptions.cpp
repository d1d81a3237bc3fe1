#include "backends/ble/blebackend.h"

#include <QUrlQuery>

namespace muster {

// "E1:02:03:04:05:06,nordic-uart": the system's word for an address may be another, but has no comma.
Result<BleBackend::Options> BleBackend::options(const QUrl &url)
{
    Options options;
    if (!url.host().isEmpty() || (!url.path().isEmpty() && url.path() != QLatin1String("/")))
        return failure(Error::Code::Invalid, tr("“%1” names a place, but Bluetooth is everywhere near: write ble:// alone.").arg(url.toDisplayString()));
    const auto items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto &[key, value] : items) {
        if (key == QLatin1String("board")) {
            const QString address = value.section(u',', 0, 0);
            const QString profile = value.section(u',', 1);
            if (address.isEmpty() || (!profile.isEmpty() && profile != QLatin1String("auto") && !codec::ProfileShelf::isId(profile)))
                return failure(Error::Code::Invalid, tr("Option board is “%1”; it is written like E1:02:03:04:05:06,nordic-uart.").arg(value.left(100)));
            if (options.boards.size() >= maxBoards)
                return failure(Error::Code::Invalid, tr("Option board is there more than %1 times.").arg(maxBoards));
            options.boards.insert(address, profile == QLatin1String("auto") ? QString() : profile);
            continue;
        }
        if (key != QLatin1String("nameless") || (value != QLatin1String("0") && value != QLatin1String("1")))
            return failure(Error::Code::Invalid, tr("“%1=%2” means nothing to a Bluetooth connection. It knows nameless=1 and board=….").arg(key, value));
        options.showNameless = value == QLatin1String("1");
    }
    return options;
}

} // namespace muster
