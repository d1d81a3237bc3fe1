#include "rules/webaddress.h"

#include <QRandomGenerator>
#include <QUrl>

#include <algorithm>
#include <array>

namespace muster {

namespace {

constexpr QLatin1StringView mark {"kept-"};
constexpr qsizetype digits = 32;
constexpr char16_t ellipsis = u'…';

bool isRoot(const QUrl &url)
{
    return (url.path().isEmpty() || url.path() == QLatin1String("/")) && !url.hasQuery() && url.userInfo().isEmpty();
}

} // namespace

bool isWebAddress(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    const bool isWeb = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    return url.isValid() && isWeb && !url.host().isEmpty() && address.size() <= maxWebAddress && !address.contains(ellipsis);
}

namespace webaddress {

QString siteOf(const QString &address)
{
    return QUrl(address, QUrl::StrictMode).adjusted(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment).toString(QUrl::FullyEncoded);
}

bool hasSecret(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    return isWebAddress(address) && !isReference(address) && (!isRoot(url) || url.hasFragment());
}

QString newReference(const QString &address)
{
    std::array<quint32, 4> random {};
    QRandomGenerator::system()->fillRange(random.data(), qsizetype(random.size()));
    QString name;
    for (const quint32 part : random)
        name += QStringLiteral("%1").arg(part, 8, 16, QLatin1Char('0'));
    return siteOf(address) + QStringLiteral("/#") + mark + name;
}

bool isReference(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    const QString name = url.fragment();
    const auto isDigit = [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); };
    return isWebAddress(address) && isRoot(url) && name.startsWith(mark) && name.size() == mark.size() + digits && std::all_of(name.cbegin() + mark.size(), name.cend(), isDigit);
}

QString shown(const QString &address)
{
    return isReference(address) ? siteOf(address) + u'/' + QChar(ellipsis) : address;
}

} // namespace webaddress
} // namespace muster
