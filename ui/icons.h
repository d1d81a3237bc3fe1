#pragma once

#include <QIcon>

namespace muster::icons {

/// A line icon of resources/icons by its name ("plus"), drawn in the text colour of the application's palette of the moment, crisp at any
/// size and scale factor. An unknown name gives an empty icon.
[[nodiscard]] QIcon icon(const char *name);

/// The program's own icon.
[[nodiscard]] QIcon application();

} // namespace muster::icons
