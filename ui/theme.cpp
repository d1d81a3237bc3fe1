#include "ui/theme.h"

#include "ui/flatstyle.h"

#include <QApplication>
#include <QStyleHints>

#include <array>

namespace muster::theme {

namespace {

constexpr char rowHeightProperty[] = "musterRowHeight";
constexpr char motionProperty[] = "musterReducedMotion";

QPalette paletteOf(const Colours &c)
{
    QPalette p;
    p.setColor(QPalette::Window, c.window);
    p.setColor(QPalette::Base, c.surface);
    p.setColor(QPalette::AlternateBase, c.window);
    p.setColor(QPalette::Button, c.surface);
    p.setColor(QPalette::ToolTipBase, c.surface);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText, QPalette::BrightText})
        p.setColor(role, c.text);
    p.setColor(QPalette::PlaceholderText, c.muted);
    p.setColor(QPalette::Highlight, c.accent);
    p.setColor(QPalette::HighlightedText, c.surface);
    p.setColor(QPalette::Link, c.accent);
    p.setColor(QPalette::Light, c.surface);
    p.setColor(QPalette::Midlight, c.line);
    p.setColor(QPalette::Mid, c.line);
    p.setColor(QPalette::Dark, c.muted);
    p.setColor(QPalette::Shadow, c.line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, c.muted);
    return p;
}

bool desktopIsDark()
{
    // Qt 6.4 has no colorScheme(): the palette that the platform theme brought along is the best witness.
    static const bool darkAtStart = isDark(QApplication::palette());
    return darkAtStart;
}

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto part = [share](double x, double y) { return x + (y - x) * share; };
    return QColor::fromRgbF(float(part(a.redF(), b.redF())), float(part(a.greenF(), b.greenF())), float(part(a.blueF(), b.blueF())));
}

// Little beyond Fusion: heights on the 4 px grid, flat bars and docks, hairlines instead of frames.
QString sheetOf(const Colours &c)
{
    return QStringLiteral(
        "QPushButton[dangerous=\"true\"] { color: %6; }"
        "QToolTip { color: %1; background: %2; border: 1px solid %3; padding: 4px; }"
        "QMainWindow::separator { background: %3; width: 1px; height: 1px; }"
        "QMainWindow::separator:hover { background: %4; }"
        "QSplitter::handle { background: %3; }"
        "QSplitter::handle:hover { background: %4; }"
        "QSplitter::handle:vertical { height: 1px; }"
        "QSplitter::handle:horizontal { width: 1px; }"
        "QToolBar { background: %2; border: 0; border-bottom: 1px solid %3; padding: 0 8px; spacing: 4px; }"
        "QStatusBar { background: %2; border-top: 1px solid %3; }"
        "QStatusBar::item { border: 0; }"
        "QHeaderView::section { background: %2; color: %5; border: 0; border-bottom: 1px solid %3; padding: 4px 8px; }"
        "QTableView, QTreeView, QListView { border: 0; }"
        "QDialog QTreeView { border: 1px solid %3; }"
        "QFrame#passwordBar, QFrame#addressBar, QFrame#certificateBar, QFrame#pairingBar, QFrame#noticeBar { background: %7; border-bottom: 1px solid %3; }"
        "QListView#completions { background: %2; border: 1px solid %9; }"
        "QListView#completions::item { padding: 3px 8px; }"
        "QFrame#queryHint { background: %2; border: 1px solid %9; }"
        "QFrame#drawer { background: %8; border-left: 1px solid %3; }")
        .arg(c.text.name(), c.surface.name(), c.line.name(), c.accent.name(), c.muted.name(), c.alarm.name(),
            mixed(c.surface, c.accent, 0.08).name(), c.window.name())
        .arg(c.control.name());
}

QFont scaled(const QFont &body, double factor, QFont::Weight weight)
{
    QFont font = body;
    font.setPointSizeF(body.pointSizeF() * factor);
    font.setWeight(weight);
    return font;
}

} // namespace

const Colours &light()
{
    static const Colours colours {QColor(0xF7, 0xF8, 0xFA), QColor(0xFF, 0xFF, 0xFF), QColor(0xE3, 0xE6, 0xEB), QColor(0x1D, 0x23, 0x2B),
        QColor(0x66, 0x71, 0x80), QColor(0x2A, 0x67, 0xE0), QColor(0x2E, 0x9E, 0x5B), QColor(0xB5, 0x79, 0x10), QColor(0x66, 0x71, 0x80),
        QColor(0xC5, 0x3B, 0x3B), QColor(0x82, 0x8B, 0x99)};
    return colours;
}

const Colours &dark()
{
    static const Colours colours {QColor(0x14, 0x17, 0x1C), QColor(0x1B, 0x1F, 0x26), QColor(0x2C, 0x32, 0x3B), QColor(0xE6, 0xE9, 0xEE),
        QColor(0x9A, 0xA4, 0xB1), QColor(0x6E, 0xA0, 0xFF), QColor(0x2E, 0x9E, 0x5B), QColor(0xC9, 0x8A, 0x1B), QColor(0x9A, 0xA4, 0xB1),
        QColor(0xF0, 0x70, 0x70), QColor(0x66, 0x71, 0x80)};
    return colours;
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

const Colours &colours(const QPalette &palette)
{
    return isDark(palette) ? dark() : light();
}

QColor trace(int index, const QPalette &palette)
{
    // Okabe & Ito 2008: blue, vermilion, bluish green, reddish purple, orange, sky blue, yellow, black. Yellow is too pale on white and
    // black invisible on dark, so each theme darkens or lightens those two.
    static const std::array<QColor, traceCount> onLight {QColor(0x00, 0x72, 0xB2), QColor(0xD5, 0x5E, 0x00), QColor(0x00, 0x9E, 0x73),
        QColor(0xCC, 0x79, 0xA7), QColor(0xC7, 0x86, 0x00), QColor(0x3A, 0x9B, 0xD4), QColor(0xA0, 0x92, 0x00), QColor(0x1D, 0x23, 0x2B)};
    static const std::array<QColor, traceCount> onDark {QColor(0x4D, 0xA6, 0xE0), QColor(0xF0, 0x7B, 0x2A), QColor(0x1F, 0xC0, 0x93),
        QColor(0xDD, 0x94, 0xBD), QColor(0xE6, 0x9F, 0x00), QColor(0x8C, 0xCB, 0xF2), QColor(0xF0, 0xE4, 0x42), QColor(0xE6, 0xE9, 0xEE)};
    const auto &set = isDark(palette) ? onDark : onLight;
    return set[size_t(index) % set.size()];
}

void apply(QApplication &app, Mode mode)
{
    const bool wantDark = mode == Mode::Dark || (mode == Mode::System && desktopIsDark());
    app.setStyle(new FlatStyle);
    const Colours &colours = wantDark ? dark() : light();
    QApplication::setPalette(paletteOf(colours));
    app.setStyleSheet(sheetOf(colours));
}

void setRowHeight(int px)
{
    qApp->setProperty(rowHeightProperty, px);
}

int rowHeight()
{
    const int px = qApp->property(rowHeightProperty).toInt();
    return px > 0 ? px : normalRow;
}

void setReducedMotion(bool reduced)
{
    qApp->setProperty(motionProperty, reduced);
}

bool hasReducedMotion()
{
    return qApp->property(motionProperty).toBool();
}

QFont small(const QFont &body)
{
    return scaled(body, 0.85, QFont::Normal);
}

QFont title(const QFont &body)
{
    return scaled(body, 1.25, QFont::DemiBold);
}

QFont tabular(const QFont &body)
{
    // Qt 6.4 cannot ask for the "tnum" feature; most interface fonts have equal figures by default, DejaVu and Noto among them.
    QFont font = body;
    font.setStyleStrategy(QFont::PreferQuality);
    return font;
}

} // namespace muster::theme
