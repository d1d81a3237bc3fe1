#include "script/worker/processlimits.h"
#include "script/worker/scriptworker.h"

#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>

// muster-script: runs the script of one device profile for Muster, at arm's length. Not for people.
int main(int argc, char **argv)
{
    muster::script::closeInherited();
    const QCoreApplication app(argc, argv); // QJSEngine needs one
    const int code = muster::script::work();
    std::fflush(nullptr);
    std::_Exit(code); // nothing to be taken down; what started us may be waiting
}
