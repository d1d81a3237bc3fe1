#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace muster {

/// Asks for one line of text in a small dialog that blocks nothing but its window; `accept` is called with what was typed, if the person agreed.
/// The question is our own words, never text from outside.
void askText(QWidget *parent, const QString &title, const QString &question, const QString &initial, std::function<void(const QString &)> accept);

} // namespace muster
