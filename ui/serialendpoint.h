#pragma once

#include <QString>
#include <QUrl>
#include <QUrlQuery>

namespace muster {

/// A serial endpoint URL taken apart for a form, and put together again; options as the words of the URL, empty for what is usual. What the form
/// does not know is carried along unchanged.
///
/// serial:auto · serial:0403:6001:A50285BI · serial:///dev/ttyUSB0?baud=9600&parity=even&profile=gps
struct SerialEndpoint
{
    QString port {};     ///< "auto": all boards on USB; an identity; a path or name
    int baud = usualBaud;
    QString profile {};
    QString bits {};
    QString parity {};
    QString stop {};
    QString flow {};
    QString dtr {};
    QString rts {};
    QString ending {};
    QUrlQuery others {};

    static constexpr int usualBaud = 115'200;
    [[nodiscard]] bool hasUnusual() const; ///< something that is folded away is set
    friend bool operator==(const SerialEndpoint &, const SerialEndpoint &) = default;
};

[[nodiscard]] bool isSerial(const QUrl &url);
[[nodiscard]] SerialEndpoint serialEndpoint(const QUrl &url);
[[nodiscard]] QUrl toUrl(const SerialEndpoint &endpoint);

/// How one board is read that differs from the others of a serial:auto connection: the option `board=identity,rate,profile`.
struct BoardReading
{
    int baud = 0;        ///< 0: as the others, or as its profile says
    QString profile {};  ///< an id; "auto": automatic; empty: as the others

    friend bool operator==(const BoardReading &, const BoardReading &) = default;
};
[[nodiscard]] BoardReading boardReading(const QUrl &all, const QString &identity);
/// The URL with that of one board changed; without anything of its own its option is left out.
[[nodiscard]] QUrl withBoardReading(const QUrl &all, const QString &identity, const BoardReading &reading);

} // namespace muster
