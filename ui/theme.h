#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

class QApplication;

namespace muster::theme {

enum class Mode : quint8 { System, Light, Dark };

/// The colours of the window. Data is the only thing with colour: the accent is for selection and the primary button.
struct Colours
{
    QColor window {};   ///< behind everything
    QColor surface {};  ///< tables, cards, charts
    QColor line {};     ///< separators and grid
    QColor text {};
    QColor muted {};    ///< units, ages, what is stale
    QColor accent {};
    QColor live {};
    QColor stale {};
    QColor offline {};
    QColor alarm {};
    QColor control {};  ///< edges of fields and buttons
};

// Text, muted, accent and alarm are legible as text (4.5:1) on window and surface; the others as marks (3:1).
[[nodiscard]] const Colours &light();
[[nodiscard]] const Colours &dark();
[[nodiscard]] bool isDark(const QPalette &palette);
/// Those that belong to a widget's palette.
[[nodiscard]] const Colours &colours(const QPalette &palette);

/// Colours of traces in the order of Okabe and Ito, the two that vanish on a theme's background replaced; repeats after 8.
[[nodiscard]] QColor trace(int index, const QPalette &palette);
inline constexpr int traceCount = 8;

/// Gives the application its style, palette and style sheet. System follows the desktop as far as Qt 6.4 can see it.
void apply(QApplication &app, Mode mode);

/// Height of a row in tables and trees, px; normalRow until it is set. Kept with the application, so that a delegate needs no way to the settings.
inline constexpr int normalRow = 26;
void setRowHeight(int px);
[[nodiscard]] int rowHeight();
/// Nothing slides or fades.
void setReducedMotion(bool reduced);
[[nodiscard]] bool hasReducedMotion();

/// The two other sizes beside the body's.
[[nodiscard]] QFont small(const QFont &body);
[[nodiscard]] QFont title(const QFont &body);
/// `body` with figures of equal width, for columns of numbers.
[[nodiscard]] QFont tabular(const QFont &body);

} // namespace muster::theme
