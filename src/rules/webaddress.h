#pragma once

#include <QString>

namespace muster {

inline constexpr qsizetype maxWebAddress = 2'000;

/// Whether it is a whole http or https address that something can be posted to, or stands for one as WebAddresses makes it.
[[nodiscard]] bool isWebAddress(const QString &address);

namespace webaddress {

/// "https://example.org:8443": what of an address is no secret. Everything else may be one: who logs in, the path, the query.
[[nodiscard]] QString siteOf(const QString &address);
/// Whether there is more to it than siteOf().
[[nodiscard]] bool hasSecret(const QString &address);
/// Stands for an address of that site: "https://example.org/#kept-…", with 32 random hexadecimal digits that say nothing of it. Browsers and servers never
/// see what is behind "#".
[[nodiscard]] QString newReference(const QString &address);
[[nodiscard]] bool isReference(const QString &address);
/// As a person sees it in a field: "https://example.org/…" for a reference, which is no address that could be typed; any other as it is.
[[nodiscard]] QString shown(const QString &address);

} // namespace webaddress
} // namespace muster
