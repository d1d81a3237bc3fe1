#include "core/sameness.h"

#include <algorithm>
#include <array>

namespace muster {

bool namesHardware(QStringView address)
{
    // "mqtt:" has the broker's name in it, so it means the same over every connection to that broker.
    static constexpr std::array schemes {QLatin1StringView("mac"), QLatin1StringView("ble"), QLatin1StringView("ieee"), QLatin1StringView("eui"),
        QLatin1StringView("sn"), QLatin1StringView("serial"), QLatin1StringView("ibeacon"), QLatin1StringView("meshtastic"), QLatin1StringView("mqtt")};
    const QStringView scheme = address.left(std::max<qsizetype>(0, address.indexOf(u':')));
    return std::find(schemes.begin(), schemes.end(), scheme) != schemes.end();
}

QString addressOfSerialNumber(const Device &device)
{
    const QString number = device.serialNumber.trimmed().toLower();
    const QString maker = device.manufacturer.trimmed().toLower();
    if (maker.isEmpty() || number.size() > 64)
        return {};
    QString signs; // those that tell one from another
    for (const QChar sign : number) {
        if (sign.isLetterOrNumber())
            signs += sign;
    }
    const bool alike = std::all_of(signs.cbegin(), signs.cend(), [&signs](QChar sign) { return sign == signs.front(); });
    static constexpr std::array fillers {QLatin1StringView("123456"), QLatin1StringView("0123456789"), QLatin1StringView("123456789"),
        QLatin1StringView("unknown"), QLatin1StringView("default"), QLatin1StringView("notavailable")};
    if (signs.size() < 6 || alike || std::find(fillers.begin(), fillers.end(), signs) != fillers.end())
        return {};
    return QStringLiteral("sn:%1:%2").arg(maker, number);
}

} // namespace muster
