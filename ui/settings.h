#pragma once

#include <QLatin1StringView>

/// Every key that the window keeps in QSettings. What belongs to the fleet is in fleet.db instead, secrets are in the keychain; neither is here.
namespace muster::settings {

inline constexpr QLatin1StringView windowGeometry {"window/geometry"};   ///< QByteArray of QWidget::saveGeometry
inline constexpr QLatin1StringView windowState {"window/state"};         ///< QByteArray of QMainWindow::saveState
inline constexpr QLatin1StringView windowMiddle {"window/middle"};       ///< QByteArray of QSplitter::saveState: fleet above charts
inline constexpr QLatin1StringView fleetTable {"fleet/table"};          ///< QByteArray of FleetView::saveState: columns, sorting
inline constexpr QLatin1StringView charts {"charts/open"};               ///< JSON text, as ChartArea::save gives it
inline constexpr QLatin1StringView savedMessages {"topics/saved"};       ///< and /<connection>: JSON text, messages a person saved for it
inline constexpr QLatin1StringView theme {"look/theme"};                 ///< int, theme::Mode
inline constexpr QLatin1StringView language {"look/language"};           ///< "de"; empty: the desktop's
inline constexpr QLatin1StringView rowHeight {"look/rowHeight"};         ///< int in px: 22, 26 or 32
inline constexpr QLatin1StringView reducedMotion {"look/reducedMotion"}; ///< bool: nothing slides or fades

inline constexpr QLatin1StringView desktopAlarms {"alarms/desktop"};       ///< bool: new alarms are told on the desktop, too

/// Of window/state; raised when docks come, go or change their meaning.
inline constexpr int stateVersion = 2;

} // namespace muster::settings
