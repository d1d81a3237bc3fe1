#include "backends/serial/serialsettings.h"

#include "codec/profilefiles.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrlQuery>

#include <array>
#include <span>

namespace muster::serial {

namespace {

constexpr int slowest = 50;
constexpr int fastest = 20'000'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("muster::serial", text);
}

tl::unexpected<Error> wrong(const QString &text)
{
    return failure(Error::Code::Invalid, text);
}

template<class T>
struct Word
{
    const char *word;
    T value;
};

/// One of a few words.
template<class T, class Field>
Result<void> take(const QString &name, const QString &text, std::initializer_list<Word<T>> words, Field &field)
{
    QStringList all;
    for (const Word<T> &word : words) {
        if (text.compare(QLatin1StringView(word.word), Qt::CaseInsensitive) == 0) {
            field = word.value;
            return {};
        }
        all.append(QLatin1StringView(word.word));
    }
    return wrong(QCoreApplication::translate("muster::serial", "Option %1 is “%2”; it can be one of: %3.").arg(name, text, all.join(QStringLiteral(", "))));
}

Result<void> takeBaud(const QString &text, qint32 &baud)
{
    bool ok = false;
    const int value = text.toInt(&ok);
    if (!ok || value < slowest || value > fastest)
        return wrong(tr("Option baud is “%1”; it must be a whole number from %2 to %3.").arg(text).arg(slowest).arg(fastest));
    baud = value;
    return {};
}

// "0403:6001:A50285BI,9600,gps-nmea"; a serial number may hold commas.
Result<void> takeBoard(const QString &text, SerialSettings &settings)
{
    const QString identity = text.section(QLatin1Char(','), 0, -3);
    if (settings.target != SerialSettings::Target::All || identity.isEmpty())
        return wrong(tr("Option board is “%1”; it belongs to serial:auto and is written like 0403:6001:A50285BI,9600,gps-nmea.").arg(text.left(100)));
    if (settings.boards.size() >= SerialSettings::maxBoards)
        return wrong(tr("Option board is there more than %1 times.").arg(SerialSettings::maxBoards));
    SerialSettings::Board board;
    const QString baud = text.section(QLatin1Char(','), -2, -2);
    if (!baud.isEmpty()) {
        if (const auto taken = takeBaud(baud, board.baud); !taken)
            return taken;
    }
    board.profileName = text.section(QLatin1Char(','), -1);
    settings.boards.insert(identity, board);
    return {};
}

Result<void> takeOption(const QString &name, const QString &text, SerialSettings &settings)
{
    if (name == QLatin1String("baud"))
        return takeBaud(text, settings.baud);
    if (name == QLatin1String("bits"))
        return take<QSerialPort::DataBits>(name, text, {{"8", QSerialPort::Data8}, {"7", QSerialPort::Data7}, {"6", QSerialPort::Data6}, {"5", QSerialPort::Data5}}, settings.bits);
    if (name == QLatin1String("parity")) {
        return take<QSerialPort::Parity>(name, text, {{"none", QSerialPort::NoParity}, {"even", QSerialPort::EvenParity}, {"odd", QSerialPort::OddParity},
            {"mark", QSerialPort::MarkParity}, {"space", QSerialPort::SpaceParity}}, settings.parity);
    }
    if (name == QLatin1String("stop"))
        return take<QSerialPort::StopBits>(name, text, {{"1", QSerialPort::OneStop}, {"1.5", QSerialPort::OneAndHalfStop}, {"2", QSerialPort::TwoStop}}, settings.stop);
    if (name == QLatin1String("flow")) {
        return take<QSerialPort::FlowControl>(name, text,
            {{"none", QSerialPort::NoFlowControl}, {"rtscts", QSerialPort::HardwareControl}, {"xonxoff", QSerialPort::SoftwareControl}}, settings.flow);
    }
    if (name == QLatin1String("dtr"))
        return take<bool>(name, text, {{"on", true}, {"off", false}}, settings.dtr);
    if (name == QLatin1String("rts"))
        return take<bool>(name, text, {{"on", true}, {"off", false}}, settings.rts);
    if (name == QLatin1String("ending"))
        return take<const char *>(name, text, {{"lf", "\n"}, {"crlf", "\r\n"}, {"cr", "\r"}, {"none", ""}}, settings.ending);
    if (name == QLatin1String("board"))
        return takeBoard(text, settings);
    if (name != QLatin1String("profile"))
        return wrong(tr("“%1” is no option of a serial connection. There are baud, bits, parity, stop, flow, dtr, rts, profile, ending and board.").arg(name));
    settings.profileName = text == QLatin1String("auto") ? QString() : text;
    return {};
}

/// Reads the profile and takes from it what the address does not say itself.
Result<void> takeProfile(const QStringList &said, const codec::ProfileShelf &shelf, SerialSettings &settings)
{
    if (settings.profileName.isEmpty())
        return {};
    const bool isFile = settings.profileName.contains(QLatin1Char('/')) || settings.profileName.endsWith(QLatin1String(".json"));
    auto profile = isFile ? codec::profileFromFile(settings.profileName) : shelf.find(settings.profileName);
    if (!profile)
        return tl::unexpected(profile.error());
    settings.profile = *std::move(profile);
    if (settings.profile.baud > 0 && !said.contains(QLatin1String("baud")))
        settings.baud = settings.profile.baud;
    if (!said.contains(QLatin1String("bits")))
        settings.bits = QSerialPort::DataBits(settings.profile.dataBits);
    if (!said.contains(QLatin1String("stop")))
        settings.stop = settings.profile.stopBits == 2 ? QSerialPort::TwoStop : QSerialPort::OneStop;
    if (!said.contains(QLatin1String("parity"))) {
        using Parity = codec::Profile::Parity;
        settings.parity = settings.profile.parity == Parity::Even ? QSerialPort::EvenParity
            : settings.profile.parity == Parity::Odd ? QSerialPort::OddParity : QSerialPort::NoParity;
    }
    return {};
}

Result<void> takeTarget(const QUrl &url, SerialSettings &settings)
{
    if (url.scheme().toLower() != QLatin1String("serial"))
        return wrong(tr("“%1” does not begin with serial:.").arg(url.toDisplayString()));
    if (!url.isValid())
        return wrong(tr("This is no valid address: %1.").arg(url.errorString()));
    if (!url.host().isEmpty())
        return wrong(tr("A path takes three slashes: serial:///dev/ttyUSB0. Ports of other computers cannot be opened."));
    const QString path = url.path(QUrl::FullyDecoded);
    static const QRegularExpression board(QStringLiteral("^[0-9a-fA-F]{4}:[0-9a-fA-F]{4}:.+$"));
    if (path.isEmpty() || path == QLatin1String("/"))
        return wrong(tr("The address names no port. Write it like serial:///dev/ttyUSB0, or serial:auto for all boards on USB."));
    if (path.size() > 1'000 || path.contains(QChar(u'\0')))
        return wrong(tr("This is no name of a port."));
    settings.target = SerialSettings::Target::Path;
    settings.name = path;
    if (path == QLatin1String("auto")) {
        settings.target = SerialSettings::Target::All;
        settings.name.clear();
    } else if (board.match(path).hasMatch()) {
        settings.target = SerialSettings::Target::Board;
        settings.name = path.left(10).toLower() + path.mid(10);
    }
#ifdef Q_OS_UNIX
    else if (!path.contains(QLatin1Char('/')))
        settings.name = QStringLiteral("/dev/") + path;
#endif
    return {};
}

} // namespace

double SerialSettings::byteMicros() const
{
    const double stopBits = stop == QSerialPort::TwoStop ? 2 : stop == QSerialPort::OneAndHalfStop ? 1.5 : 1;
    return (1 + bits + (parity == QSerialPort::NoParity ? 0 : 1) + stopBits) * 1e6 / baud;
}

QString SerialSettings::words() const
{
    const QString rate = QCoreApplication::translate("muster::serial", "%1 Bd").arg(baud);
    if (bits == QSerialPort::Data8 && parity == QSerialPort::NoParity && stop == QSerialPort::OneStop)
        return rate;
    const char letter = parity == QSerialPort::EvenParity ? 'E' : parity == QSerialPort::OddParity ? 'O' : parity == QSerialPort::MarkParity ? 'M'
        : parity == QSerialPort::SpaceParity ? 'S' : 'N';
    const QString stops = stop == QSerialPort::TwoStop ? QStringLiteral("2") : stop == QSerialPort::OneAndHalfStop ? QStringLiteral("1.5") : QStringLiteral("1");
    return rate + QStringLiteral(" %1%2%3").arg(int(bits)).arg(QLatin1Char(letter)).arg(stops);
}

Result<SerialSettings> serialSettings(const QUrl &url, const codec::ProfileShelf &shelf)
{
    SerialSettings settings;
    if (const auto taken = takeTarget(url, settings); !taken)
        return tl::unexpected(taken.error());
    const auto options = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    QStringList seen;
    for (const auto &[name, text] : options) {
        if (seen.contains(name) && name != QLatin1String("board"))
            return wrong(tr("Option %1 is there twice.").arg(name));
        seen.append(name);
        if (const auto taken = takeOption(name, text, settings); !taken)
            return tl::unexpected(taken.error());
    }
    if (const auto taken = takeProfile(seen, shelf, settings); !taken)
        return tl::unexpected(taken.error());
    return settings;
}

Result<SerialSettings> settingsOf(const QString &identity, const SerialSettings &all, const codec::ProfileShelf &shelf)
{
    const auto own = all.boards.constFind(identity);
    if (own == all.boards.cend())
        return all;
    SerialSettings settings = all;
    QStringList said;
    if (own->baud > 0) {
        settings.baud = own->baud;
        said.append(QStringLiteral("baud"));
    }
    if (own->profileName.isEmpty())
        return settings;
    settings.profileName = own->profileName == QLatin1String("auto") ? QString() : own->profileName;
    settings.profile = {};
    if (const auto taken = takeProfile(said, shelf, settings); !taken)
        return tl::unexpected(taken.error());
    return settings;
}

} // namespace muster::serial
