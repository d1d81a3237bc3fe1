#pragma once

#include <QPoint>
#include <QString>
#include <QStringList>

class QWidget;

namespace muster::test {

/// A person's hand: moves the real pointer and presses real keys of the X display, through xdotool in a process of its own. Each call
/// returns when the hand is done, the program's event loop having run meanwhile. Points are global, in pixels.
namespace pointer {

/// Empty when this can work here; else why not, for QSKIP.
[[nodiscard]] QString missing();

bool click(QPoint at, int button = 1);
bool doubleClick(QPoint at);
/// Presses at `from`, moves in steps as a hand does, lets go at `to`.
bool drag(QPoint from, QPoint to);
/// Presses a key or chord in xdotool's words: "Return", "ctrl+e".
bool key(const QString &chord);
bool type(const QString &text);

/// The middle of a widget on the screen.
[[nodiscard]] QPoint middle(const QWidget &widget);

} // namespace pointer

/// Runs a program with the event loop running; false if it fails or takes longer than `limitMs`.
bool runProgram(const QString &program, const QStringList &arguments, int limitMs = 20'000);

} // namespace muster::test
