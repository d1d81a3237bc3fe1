#include "app/options.h"

#include "rules/automation.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace muster {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("muster", text);
}

OptionsVerdict wrong(const QString &text)
{
    return {{}, text + u'\n', 2};
}

/// Why a Muster that runs cannot be told so; empty: it can.
QString problemOfTelling(const Options &options)
{
    if (options.tell.isEmpty() || options.tell.size() > Automation::maxName)
        return QCoreApplication::translate("muster", "--tell takes a name of at most 100 characters.");
    if (options.demo || options.headless || !options.endpoints.isEmpty() || !options.files.isEmpty())
        return QCoreApplication::translate("muster", "--tell is for a Muster that runs already. Leave out --demo, --headless and endpoints, or start Muster first.");
    return {};
}

} // namespace

OptionsVerdict parseOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(tr("Fleet manager for M2M and IoT devices: see, plot, command and keep what every device reports."));
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")}, tr("Show this help."));
    const QCommandLineOption version({QStringLiteral("v"), QStringLiteral("version")}, tr("Show the version."));
    const QCommandLineOption demo(QStringLiteral("demo"), tr("Start with a made-up fleet of 40 devices; nothing is kept."));
    const QCommandLineOption headless(QStringLiteral("headless"), tr("Run without a window and without a display, until SIGTERM or Ctrl-C; what happens is written to standard error."));
    const QCommandLineOption tell(QStringLiteral("tell"), tr("Set off the automations that wait for this name, in the Muster that runs on the same folder, then quit."), tr("name"));
    const QCommandLineOption data(QStringLiteral("data"), tr("Keep the fleet and the settings in this folder."), tr("folder"));
    const QCommandLineOption credentials(QStringLiteral("credentials"), tr("Read passwords from files of this folder, which nobody else may have access to; Muster says which file it wants."), tr("folder"));
    const QCommandLineOption language(QStringLiteral("language"), tr("Language of the window: en or de."), tr("code"));
    const QCommandLineOption theme(QStringLiteral("theme"), tr("Look of the window: light or dark."), tr("name"));
    const QCommandLineOption screenshot(QStringLiteral("screenshot"), tr("Write a picture of the window to this file, then quit."), tr("file"));
    const QCommandLineOption after(QStringLiteral("after"), tr("How long to wait before the picture, in seconds."), tr("seconds"), QStringLiteral("5"));
    parser.addOptions({help, version, demo, headless, tell, data, credentials, language, theme, screenshot, after});
    parser.addPositionalArgument(QStringLiteral("endpoint"), tr("Connections to open, such as mqtt://broker.local, mqtts://ada@broker.local:8883, wss://broker.example/mqtt or /dev/ttyUSB0, or .muster files."),
        QStringLiteral("[endpoint …]"));

    if (!parser.parse(arguments))
        return wrong(parser.errorText());
    if (parser.isSet(help))
        return {{}, parser.helpText(), 0};
    if (parser.isSet(version))
        return {{}, QStringLiteral("Muster %1 (Qt %2)\n").arg(QCoreApplication::applicationVersion(), QLatin1String(qVersion())), 0};

    Options options;
    options.demo = parser.isSet(demo);
    options.headless = parser.isSet(headless);
    options.data = parser.value(data);
    options.credentials = parser.value(credentials);
    options.tell = parser.value(tell).simplified();
    options.language = parser.value(language);
    options.theme = parser.value(theme);
    if (!options.theme.isEmpty() && options.theme != QLatin1String("light") && options.theme != QLatin1String("dark"))
        return wrong(tr("--theme takes light or dark, not “%1”.").arg(options.theme));
    options.screenshot = parser.value(screenshot);
    bool isNumber = false;
    const double seconds = parser.value(after).toDouble(&isNumber);
    if (!isNumber || seconds < 0 || seconds > 3'600)
        return wrong(tr("--after takes a number of seconds from 0 to 3600, not “%1”.").arg(parser.value(after)));
    options.screenshotAfterMs = int(seconds * 1'000);
    const QStringList endpoints = parser.positionalArguments();
    for (const QString &endpoint : endpoints) {
        const QUrl url(endpoint);
        if (url.isLocalFile())
            options.files.append(url.toLocalFile());
        else if (url.scheme().isEmpty() && endpoint.endsWith(QLatin1String(".muster")))
            options.files.append(endpoint);
        else if (url.scheme().isEmpty() && endpoint.startsWith(QLatin1Char('/')))
            options.endpoints.append(QUrl(QStringLiteral("serial://") + endpoint));
        else
            options.endpoints.append(url);
    }
    if (const QString problem = parser.isSet(tell) ? problemOfTelling(options) : QString(); !problem.isEmpty())
        return wrong(problem);
    if (options.headless && !options.screenshot.isEmpty())
        return wrong(tr("--screenshot needs a window, which --headless does not have. Leave one of them out."));
    if (options.headless && !options.files.isEmpty())
        return wrong(tr("%1 is opened by the window, which --headless does not have. Open it there once; its connections are kept.").arg(options.files.constFirst()));
    return {options, {}, -1};
}

} // namespace muster
