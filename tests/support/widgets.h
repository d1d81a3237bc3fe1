#pragma once

#include "core/connections.h"
#include "core/diagnostics.h"
#include "core/dispatcher.h"
#include "tests/support/madeupfleet.h"

#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace muster::support {

/// What a view is made of.
struct Stage
{
    Fleet fleet {};
    Diagnostics diagnostics {};
    Connections connections {};
    Dispatcher dispatcher {fleet};
};

inline QPushButton *buttonSaying(QWidget &in, const QString &text)
{
    const QList<QPushButton *> all = in.findChildren<QPushButton *>();
    for (QPushButton *one : all) {
        if (one->isVisible() && one->text() == text)
            return one;
    }
    return nullptr;
}

inline bool shows(QWidget &in, const QString &text)
{
    const QList<QLabel *> all = in.findChildren<QLabel *>();
    return std::any_of(all.begin(), all.end(), [&text](const QLabel *label) { return label->isVisible() && label->text() == text; });
}

} // namespace muster::support
