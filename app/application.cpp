#include "app/application.h"

#include "app/bluetooth.h"
#include "app/demo.h"
#include "app/endsignals.h"
#include "app/headless.h"
#include "app/notifying.h"
#include "app/options.h"
#include "app/restoring.h"
#include "app/services.h"
#include "app/telling.h"
#include "app/translations.h"
#include "ui/icons.h"
#include "ui/mainwindow.h"
#include "ui/settings.h"
#include "ui/theme.h"

#include <QApplication>
#include <QScopeGuard>
#include <QSettings>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>

namespace muster {

namespace {

void say(FILE *where, const QString &text)
{
    std::fputs(qPrintable(text), where);
    std::fflush(where);
}

void nameTheProgram()
{
    QCoreApplication::setApplicationName(QStringLiteral("muster"));
    QCoreApplication::setOrganizationName(QStringLiteral("muster"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MUSTER_VERSION));
    QSettings::setDefaultFormat(QSettings::IniFormat);
}

/// The options, understood without a display.
OptionsVerdict understand(int argc, char **argv)
{
    const QCoreApplication plain(argc, argv);
    Translations translations;
    translations.use(QString());
    return parseOptions(QCoreApplication::arguments());
}

bool hasDisplay()
{
#ifdef Q_OS_LINUX
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        if (!qEnvironmentVariableIsEmpty(name))
            return true;
    return false;
#else
    return true;
#endif
}

void wire(MainWindow &window, Services &services, Translations &translations)
{
    QObject::connect(&window, &MainWindow::tapRequested, &services, &Services::tap);
    QObject::connect(&services, &Services::rawArrived, &window, &MainWindow::showRaw);
    QObject::connect(&window, &MainWindow::demoRequested, &services, &Services::openDemo);
    QObject::connect(&window, &MainWindow::localBrokerRequested, &services, &Services::setLocalBroker);
    QObject::connect(&services, &Services::localBrokerChanged, &window, &MainWindow::localBrokerState);
    QObject::connect(&window, &MainWindow::profileChanged, &services.serialPorts(), &SerialPorts::look);
    QObject::connect(&window, &MainWindow::languageChanged, &translations, &Translations::use);
}

void photograph(QWidget &window, const Options &options)
{
    QTimer::singleShot(options.screenshotAfterMs, &window, [&window, file = options.screenshot] {
        const bool written = window.grab().save(file);
        if (!written)
            say(stderr, QCoreApplication::translate("muster::Application", "The picture %1 could not be written.\n").arg(file));
        QCoreApplication::exit(written ? 0 : 1);
    });
}

/// What was restored takes its place before anything is opened; what came of it, for a notice.
std::pair<Severity, QString> putBack(const Options &options)
{
    if (options.demo)
        return {};
    const auto aside = putBackRestored(Services::folderOf(options), QSettings().fileName());
    if (!aside)
        return {Severity::Error, aside.error().text};
    if (aside->isEmpty())
        return {};
    return {Severity::Info, QCoreApplication::translate("muster::Application", "The backup was restored. What was here before is kept in %1.").arg(*aside)};
}

/// `endedWhole`: whether nothing is left running afterwards.
int showWindow(QApplication &app, const Options &options, bool &endedWhole)
{
    QApplication::setApplicationDisplayName(QStringLiteral("Muster"));
    QGuiApplication::setDesktopFileName(QStringLiteral("io.github.muster_fleet.Muster"));
    const EndSignals signals;
    const auto [severity, restored] = putBack(options);
    Translations translations;
    translations.use(options.language.isEmpty() ? QSettings().value(settings::language).toString() : options.language);
    Services services(options);
    const auto stop = qScopeGuard([&] { endedWhole = services.stop(); }); // when the window is gone
    MainWindow window({services.fleet(), services.dispatcher(), services.diagnostics(), services.connections(), services.past(), services.archive(),
        [&services](const QUrl &url) { return services.registry().check(url); }, services.registry().libraries(), &services.calculations(), &services.wire(),
        &services.columns(), &services.dynamicGroups(), &services.pairings(), &services.topics(),
        &services.serialPorts().listening(), services.serialPorts().shelf().folder(), &services.alarms(),
        &services.automations(), &services.links(), &services.identities(), &services.scenes(), &services.mailing().setup(),
        &services.webAddresses()});
    wire(window, services, translations);
    if (!options.theme.isEmpty())
        theme::apply(app, options.theme == QLatin1String("dark") ? theme::Mode::Dark : theme::Mode::Light);

    Notifying notifying(services.fleet(), services.alarms());
    QObject::connect(&services.automations(), &Automations::notifyRequested, &notifying, &Notifying::tell);
    QObject::connect(&notifying, &Notifying::asked, &window, [&window] {
        window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
        window.show();
        window.raise();
        window.activateWindow();
    });
    std::unique_ptr<Demo> demo;
    if (options.demo) {
        demo = std::make_unique<Demo>(services.fleet());
        QObject::connect(demo.get(), &Demo::ready, &window, &MainWindow::present);
    }
    if (const auto started = services.start(); !started) {
        say(stderr, started.error().text + u'\n');
        return 1;
    }
    Telling telling(services.automations(), services.diagnostics());
    if (!options.demo)
        telling.listen(Services::folderOf(options));
    QObject::connect(&signals, &EndSignals::asked, &window, [&window] {
        window.close();
        QCoreApplication::quit();
    });
    window.show();
    if (!restored.isEmpty())
        window.showNotice(severity, restored);
    for (const QString &file : options.files)
        window.openFile(file);
    if (!options.screenshot.isEmpty())
        photograph(window, options);
    return QApplication::exec();
}

int goWithoutWindow(const Options &options, bool &endedWhole)
{
    if (const auto [severity, restored] = putBack(options); !restored.isEmpty())
        say(stderr, restored + u'\n');
    Translations translations;
    translations.use(options.language.isEmpty() ? QSettings().value(settings::language).toString() : options.language);
    return runHeadless(options, endedWhole);
}

int tell(int argc, char **argv, const Options &options)
{
    const QCoreApplication plain(argc, argv);
    Translations translations;
    translations.use(options.language);
    return tellRunning(Services::folderOf(options), options.tell);
}

} // namespace

int run(int argc, char **argv)
{
    Bluetooth::prepare();
    nameTheProgram();
    const OptionsVerdict verdict = understand(argc, argv);
    if (verdict.exitCode >= 0) {
        say(verdict.exitCode == 0 ? stdout : stderr, verdict.text);
        return verdict.exitCode;
    }
    if (!verdict.options.tell.isEmpty())
        return tell(argc, argv, verdict.options);
    if (!verdict.options.headless && !hasDisplay()) {
        say(stderr, QCoreApplication::translate("muster::Application",
            "Muster needs a display and finds none (DISPLAY and WAYLAND_DISPLAY are not set). Start it from a desktop session, through "
            "“ssh -X”, or on a virtual display: xvfb-run -a muster --demo. To run it without a window: muster --headless\n"));
        return 2;
    }
    QTemporaryDir scratch; // the demo's settings: used once, then gone
    if (verdict.options.demo)
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, scratch.path());
    else if (!verdict.options.data.isEmpty())
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, verdict.options.data);
    bool endedWhole = true;
    // They outlive what may be left behind below.
    std::unique_ptr<QCoreApplication> plain;
    std::unique_ptr<QApplication> windowed;
    if (verdict.options.headless)
        plain = std::make_unique<QCoreApplication>(argc, argv);
    else
        windowed = std::make_unique<QApplication>(argc, argv);
    const int code = plain ? goWithoutWindow(verdict.options, endedWhole) : showWindow(*windowed, verdict.options, endedWhole);
    if (!endedWhole) {
        // A thread still waits for a mute Bluetooth service. The window is gone and everything is saved: the process goes, too, without taking
        // down what that thread stands on.
        scratch.remove();
        std::fflush(nullptr);
        std::_Exit(code);
    }
    return code;
}

} // namespace muster
