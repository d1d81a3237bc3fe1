#include "app/headless.h"

#include "app/demo.h"
#include "app/endsignals.h"
#include "app/plainlog.h"
#include "app/services.h"
#include "app/telling.h"

#include <QCoreApplication>
#include <QScopeGuard>

#include <cstdio>

namespace muster {

namespace {

void print(const QString &line)
{
    std::fputs(qPrintable(line + u'\n'), stderr);
    std::fflush(stderr);
}

/// "3 connections, 12 devices, 4 alarm rules": a language has its plurals word by word.
QString extent(Services &services)
{
    const auto devices = int(services.fleet().members().size());
    const auto connections = int(services.connections().all().size());
    const auto alarms = int(services.alarms().rules().size());
    const QStringList parts {QCoreApplication::translate("muster", "%n connection(s)", nullptr, connections),
        QCoreApplication::translate("muster", "%n device(s) in the fleet", nullptr, devices), QCoreApplication::translate("muster", "%n alarm rule(s)", nullptr, alarms)};
    return parts.join(QStringLiteral(", "));
}

} // namespace

int runHeadless(const Options &options, bool &endedWhole)
{
    const EndSignals signals; // from the first: what is begun is ended in order
    Services services(options);
    const auto stop = qScopeGuard([&] { endedWhole = services.stop(); });
    PlainLog log(services.fleet(), services.diagnostics(), services.connections(), services.alarms(), &print, qEnvironmentVariableIsSet("JOURNAL_STREAM"));
    const std::unique_ptr<Demo> demo = options.demo ? std::make_unique<Demo>(services.fleet()) : nullptr;
    if (const auto started = services.start(); !started) {
        log.say(Severity::Error, started.error().text);
        return 1;
    }
    Telling telling(services.automations(), services.diagnostics());
    if (!options.demo)
        telling.listen(Services::folderOf(options));
    QObject::connect(&signals, &EndSignals::asked, &log, [] { QCoreApplication::quit(); });
    log.say(Severity::Info, QCoreApplication::translate("muster", "Muster %1 runs without a window: %2.").arg(QCoreApplication::applicationVersion(), extent(services)));
    const int code = QCoreApplication::exec();
    endedWhole = services.stop();
    log.say(Severity::Info, QCoreApplication::translate("muster", "Everything is saved. Goodbye."));
    return code;
}

} // namespace muster
