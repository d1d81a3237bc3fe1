#pragma once

#include "rules/automation.h"

#include <QList>

namespace muster::automationtemplates {

/// An automation to start from; devices and commands are for the person to choose.
struct Template
{
    QString name {};
    QString what {};     ///< one sentence
    QList<Automation> rules {}; ///< one, or two that belong together
};

[[nodiscard]] QList<Template> all();

} // namespace muster::automationtemplates
