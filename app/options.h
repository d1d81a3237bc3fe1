#pragma once

#include "core/result.h"

#include <QString>
#include <QStringList>
#include <QUrl>

namespace muster {

/// What the command line asks for. See `muster --help`, which is made from the same table.
struct Options
{
    bool demo = false;           ///< the made-up fleet, nothing kept
    bool headless = false;       ///< no window, no display
    QString tell {};             ///< what to tell the Muster that runs on the folder; empty: start one
    QString data {};             ///< folder of fleet.db and the settings; empty: the desktop's usual place
    QString credentials {};      ///< folder with a file for each password; empty: none
    QString language {};         ///< "de", "en"; empty: as set in the program
    QString theme {};            ///< "light", "dark"; empty: as set in the program
    QString screenshot {};       ///< picture to write after `screenshotAfterMs`, then quit
    int screenshotAfterMs = 5'000;
    QList<QUrl> endpoints {};    ///< connections to open besides the stored ones
    QStringList files {};        ///< .muster files to offer the connections of
};

/// What is to be done with a command line: go on with these options, or print a text and leave.
struct OptionsVerdict
{
    Options options {};
    QString text {};             ///< help, version or what is wrong
    int exitCode = -1;           ///< < 0: go on
};

[[nodiscard]] OptionsVerdict parseOptions(const QStringList &arguments);

} // namespace muster
